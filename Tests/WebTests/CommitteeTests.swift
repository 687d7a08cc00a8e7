/// Committees at the door: what was held, approved or frozen answers no form, and calendars open to their address alone.
import Foundation
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite struct CommitteeTests {
    /// A form for each way to change a meeting, as filled by someone who means it.
    private static let forms: [(String, [(String, String)])] = [
        ("/edit", [("on", "2026-07-01"), ("time", "9 h"), ("place", "Ailleurs"), ("reason", "Autre chose")]),
        ("/cancellation", [("reason", "Plus besoin")]),
        ("/agenda", [("kind", "free"), ("action", ""), ("rank", "1"), ("title", "Autre point"), ("comment", ""), ("kept", "0")]),
        ("/convocation", []), ("/session", []), ("/attendance", [("party", "1"), ("presence-1", "absent"), ("by-1", "")]),
        ("/decisions", [("kind", "free"), ("decision", "Décider après coup")]), ("/minutes", [("minutes", "Récrire")]),
        ("/minutes/approval", [("on", "2026-06-16")]),
    ]

    @Test func approvedMinutesAndPacksAnswerNoForm() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let owner = house.visitor(.administrator, needs: .decide)
        let id = MeetingID(CommitteeID(plan: house.plan, number: 1), number: 1)
        _ = try await sample.workspace.approveMinutes(of: id, on: nil, as: owner)
        let (minutes, pack) = (
            try await sample.workspace.meeting(id, owner).model, try await sample.workspace.pack(of: id, owner).model.pack
        )
        let address = Path.meeting(house.slug, id).url
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            for (place, fields) in Self.forms {
                let answer = try await browser.post(address + place, fields)
                #expect(answer.status == .unprocessableContent, "\(place): \(answer.status)")
            }
            let page = try await browser.get(address + "/minutes").text
            #expect(!page.contains("<textarea") && page.contains("&lt;script&gt;") && !page.contains("<script"))
            let exported = try await browser.get(address + "/minutes.html")
            #expect(exported.headers[.contentDisposition]?.hasPrefix("attachment") == true && !exported.text.contains("<script"))
            #expect(try await browser.get(address + "/minutes.md").text == minutes.approved)
        }
        let after = try await sample.workspace.meeting(id, owner).model
        #expect(after.approved == minutes.approved && after.meeting == minutes.meeting && after.decisions == minutes.decisions)
        #expect(after.attendance == minutes.attendance && after.agenda == minutes.agenda)
        #expect(try await sample.workspace.pack(of: id, owner).model.pack == pack)
    }

    @Test func aDecisionTypedWrongComesBackAsItWasTyped() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let id = MeetingID(CommitteeID(plan: house.plan, number: 1), number: 1)
        let address = Path.meeting(house.slug, id, .decisions).url
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let late = String(Sample.Numbered.late)
            let refused = try await browser.post(
                address, [("kind", "due"), ("actions", "\(late) Garder"), ("due", "31/10/2026"), ("bearer", "Zoé <b>")])
            #expect(refused.status == .unprocessableContent && refused.text.contains("dites pourquoi l’échéance change"))
            #expect(refused.text.contains("value=\"31/10/2026\"") && refused.text.contains("Zoé &lt;b"))
            let taken = try await browser.post(
                address, [("kind", "due"), ("actions", "\(late) Garder"), ("due", "31/10/2026"), ("reason", "Livraison")])
            #expect(taken.status == .seeOther)
            let action = try await browser.get(Path.action(house.slug, house.action(Sample.Numbered.late)).url).text
            #expect(action.contains("2026-10-31") && action.contains("Livraison (COPIL n°\u{A0}1)"))
        }
    }

    @Test func aCalendarOpensToItsAddressAlone() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.reader])
            let made = try await browser.post(Path.feeds(house.slug).url, [("subject", "\(house.plan)/1")])
            #expect(made.headers[.cacheControl] == "no-store")
            let link = try #require(made.text.firstMatch(of: /http:[^"]*(\/feeds\/[^"]+\.ics)/)?.1)
            var nobody = TestBrowser(client, session: nil)
            let calendar = try await nobody.get(String(link))
            #expect(calendar.status == .ok && calendar.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(calendar.text.hasPrefix("BEGIN:VCALENDAR\r\n") && calendar.text.contains("UID:meeting-"))
            let tag = try #require(calendar.headers[.eTag])
            #expect(try await nobody.get(String(link), [.ifNoneMatch: tag]).status == .notModified)
            try await browser.post(Path.feedRevocation(house.slug).url, [("subject", "\(house.plan)/1")])
            #expect(try await nobody.get(String(link)).status == .notFound)
        }
    }
}
