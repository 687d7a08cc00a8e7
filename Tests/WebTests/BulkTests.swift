// A bulk change at the door: chosen, previewed, confirmed once, refused when stale, undone.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite struct BulkTests {
    /// What the form of a page would send, but for its token.
    private func hidden(_ page: String) -> [(String, String)] {
        page.matches(of: #/<input type="hidden" name="(action|once|tags|reason|move|due)" value="([^"]*)">/#).map {
            (String($0.1), String($0.2))
        }
    }

    @Test func aChangeIsPreviewedConfirmedOnceAndUndone() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let plan = "/\(house.slug)/plans/\(house.plan)"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let list = try await browser.get("\(plan)/actions").text
            #expect(list.contains(#"name="action" value="\#(Sample.Numbered.late)""#))
            // To mend: a validated plan asks for a reason; what was typed comes back.
            let chosen = "action=\(Sample.Numbered.late)&action=\(Sample.Numbered.underWay)&action=\(Sample.Numbered.inForce)"
            let mend = try await browser.get("\(plan)/actions/bulk/preview?\(chosen)&move=days&due=10&tags=rentr%C3%A9e")
            #expect(mend.status == .unprocessableContent)
            #expect(mend.text.contains(#"id="reason-e""#) && mend.text.contains(#"value="rentrée""#))

            let preview = try await browser.get("\(plan)/actions/bulk/preview?\(chosen)&move=days&due=10&tags=rentr%C3%A9e&reason=Report")
            let fields = hidden(preview.text)
            // What is in force has no due date left to move.
            #expect(fields.filter { $0.0 == "action" }.count == 2)
            let made = try await browser.post("\(plan)/actions/bulk", fields)
            #expect(made.status == .seeOther && made.location.hasPrefix("\(plan)/bulk/"))
            let again = try await browser.post("\(plan)/actions/bulk", fields)
            #expect(again.location == made.location)

            // The page before, sent anew, meets other versions.
            let stale = try await browser.post("\(plan)/actions/bulk", fields.filter { $0.0 != "once" })
            #expect(stale.status == .conflict && stale.text.contains("role=\"alert\""))

            let record = try await browser.get(made.location)
            #expect(record.text.contains("rentrée"))
            let undone = try await browser.post(made.location + "/undo")
            #expect(undone.location == made.location)
            let after = try await browser.get(made.location).text
            #expect(after.contains("2 actions ont retrouvé leurs valeurs"))
        }
    }

    @Test func whoMayNotEditSeesNoBoxes() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            for role in [Role.pilot, .reader, .auditor] {
                var browser = TestBrowser(client, session: house.sessions[role])
                let list = try await browser.get("/\(house.slug)/plans/\(house.plan)/actions").text
                #expect(!list.contains("type=\"checkbox\" name=\"action\""))
            }
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let closed = try await browser.get("/\(house.slug)/plans/\(house.closedPlan)/actions").text
            #expect(!closed.contains("type=\"checkbox\" name=\"action\""))
        }
    }

    @Test func nothingChosenLeadsBackToTheList() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let plan = "/\(house.slug)/plans/\(house.plan)"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            for address in ["actions/bulk", "actions/bulk?all=%3Fq%3Dzzzz", "actions/bulk/preview?tags=x"] {
                let answer = try await browser.get("\(plan)/\(address)")
                #expect(answer.status == .seeOther && answer.location == "\(plan)/actions", "\(address)")
            }
            let late = try await browser.get("\(plan)/actions/bulk?all=%3Flate%3D1").text
            #expect(late.contains("Garder les ordinateurs six ans"))
        }
    }
}
