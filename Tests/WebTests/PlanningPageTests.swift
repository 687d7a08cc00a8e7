// The pages of means and needs: what a form sends is kept, understood, refused at its place, and never lost to someone else's.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct PlanningPageTests {
    private func owner(_ house: Sample.House) -> Visitor {
        .commandLine(email: Sample.email(.administrator, house.slug), organisation: house.slug)
    }

    @Test func meansAreTypedAndComeBack() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/means"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let empty = try await browser.get(path).text
            #expect(empty.contains("class=\"vide\"") && empty.contains("name=\"d\(house.unit)\""))
            let fields = [
                ("version", "0"), ("direction", String(house.unit)), ("d\(house.unit)", "40,5"), ("d\(house.unit)-2027-Q1", "12"),
                ("b2027", "60 000"), ("closures", "1"), ("c0-from", "01/07/2027"), ("c0-to", "31/08/2027"), ("c0-reason", "Été <b>"),
            ]
            #expect(try await browser.post(path, fields).status == .seeOther)
            let page = try await browser.get(path).text
            for text in ["value=\"40,5\"", "value=\"60000\"", "value=\"01/07/2027\"", "Été &lt;b&gt;", "T3 2027"] {
                #expect(page.contains(text), "\(text)")
            }
            // Who read before that is told what stands, and loses nothing.
            let crossed = try await browser.post(path, fields.map { $0.0 == "b2027" ? ("b2027", "7") : $0 })
            #expect(
                crossed.status == .conflict && crossed.text.contains("value=\"7\"") && crossed.text.contains("name=\"version\" value=\"1\"")
            )
            // What is wrong is said at its place, the rest kept as typed.
            let wrong = [
                ("version", "1"), ("direction", String(house.unit)), ("d\(house.unit)", "-3"), ("d\(house.unit)-2027-Q1", "beaucoup"),
                ("b2027", "x"), ("closures", "1"), ("c0-from", "hier"), ("c0-to", "31/08/2027"), ("c0-reason", ""), ("added", ""),
                ("added-days", "5"),
            ]
            let again = try await browser.post(path, wrong)
            #expect(again.status == .unprocessableContent)
            for id in ["d\(house.unit)", "d\(house.unit)-2027-Q1", "b2027", "c0-from", "added"] {
                #expect(again.text.contains("href=\"#\(id)\""), "\(id)")
            }
            #expect(again.text.contains("value=\"beaucoup\"") && again.text.contains("value=\"hier\""))
            // What the domain refuses leads to its input as well.
            let late = try await browser.post(
                path, [("version", "1"), ("closures", "2"), ("c1-from", "01/01/2031"), ("c1-to", "01/02/2031"), ("c1-reason", "Loin")])
            #expect(late.status == .unprocessableContent && late.text.contains("href=\"#c1-to\""))
        }
        #expect(try await sample.workspace.means(of: house.plan, owner(house)).model.means.version == 1)
    }

    @Test func budgetsAreForWhoReadsCosts() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        _ = try await sample.workspace.setMeans(
            of: house.plan, reading: nil,
            MeansEdit(capacities: [.init(direction: "Direction du numérique", usual: 40)], budgets: [2027: 12_345_00]), as: owner(house))
        try await sample.visit { client in
            for (role, reads) in [(Role.coordinator, true), (.auditor, true), (.reader, false), (.pilot, false)] {
                var browser = TestBrowser(client, session: house.sessions[role])
                let page = try await browser.get("/\(house.slug)/plans/\(house.plan)/means").text
                #expect(page.contains("12345") || page.contains("12\u{202F}345") == reads, "\(role)")
                #expect(page.contains("Direction du numérique"))
                #expect(page.contains("<form method=\"post\" action=\"/\(house.slug)/plans") == (role == .coordinator))
            }
        }
    }

    @Test func aPilotEstimatesTheirOwn() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/actions/\(Sample.Numbered.late)/needs"
        try await sample.visit { client in
            var pilot = TestBrowser(client, session: house.sessions[.pilot])
            let form = try await pilot.get(path).text
            #expect(form.contains("name=\"experimentation-quarters\"") && !form.contains("name=\"obligation\""))
            let fields = [
                ("version", "0"), ("experimentation-quarters", "3"), ("experimentation-cost", "1 200,50"),
                ("experimentation-d\(house.unit)", "2,5"), ("notBefore", "2026-Q3"),
            ]
            #expect(try await pilot.post(path, fields).status == .seeOther)
            #expect(try await pilot.post(path, fields).status == .conflict)
            let page = try await pilot.get(path).text
            #expect(page.contains("value=\"1200,50\"") && page.contains("value=\"2,5\"") && page.contains("value=\"2026-Q3\" selected"))
            let wrong = try await pilot.post(
                path,
                [("version", "1"), ("experimentation-quarters", "0"), ("experimentation-cost", "-1"), ("experimentation-other-days", "4")])
            #expect(wrong.status == .unprocessableContent)
            for id in ["quarters", "cost", "other"] { #expect(wrong.text.contains("href=\"#experimentation-\(id)\""), "\(id)") }
            // A field that the page does not show a pilot changes nothing.
            #expect(
                try await pilot.post(
                    path, [("version", "1"), ("experimentation-quarters", "2"), ("obligation", "legal"), ("reason", "Loi")]
                )
                .status == .seeOther)
            var coordinator = TestBrowser(client, session: house.sessions[.coordinator])
            let lacking = try await coordinator.post(path, [("version", "2"), ("obligation", "legal")])
            #expect(lacking.status == .unprocessableContent && lacking.text.contains("href=\"#reason\""))
            var reader = TestBrowser(client, session: house.sessions[.reader])
            let read = try await reader.get(path).text
            #expect(read.contains("2 trimestres") && !read.contains("<input id=\"experimentation"))
        }
        let needs = try await sample.workspace.needs(
            of: ActionID(plan: house.plan, number: Sample.Numbered.late), owner(house)
        ).model.needs
        #expect(needs.obligation == nil && needs.version == 2 && needs.notBefore == nil)
    }

    @Test func theGridSavesWhatWasTouchedAlone() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/needs"
        let (late, bare) = (Sample.Numbered.late, Sample.Numbered.bare)
        try await sample.visit { client in
            var coordinator = TestBrowser(client, session: house.sessions[.coordinator])
            let page = try await coordinator.get(path).text
            #expect(page.contains("name=\"\(late)-experimentation-quarters\"") && !page.contains("name=\"\(Sample.Numbered.inForce)-"))
            func fields(_ quarters: String, was: String = "|||") -> [(String, String)] {
                [
                    ("v\(late)", "0"), ("w\(late)", "|||"), ("\(late)-experimentation-quarters", quarters), ("v\(bare)", "0"),
                    ("w\(bare)", was),
                ]
            }
            #expect(try await coordinator.post(path, fields("3")).status == .seeOther)
            // Someone who touched nothing of it is not in anyone's way; who touched it is told.
            #expect(try await coordinator.post(path, [("v\(late)", "0"), ("w\(late)", "|||")]).status == .seeOther)
            let crossed = try await coordinator.post(path, fields("5"))
            #expect(crossed.status == .conflict && crossed.text.contains("value=\"5\""))
            let wrong = try await coordinator.post(path, fields("beaucoup"))
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("href=\"#\(late)-experimentation-quarters\""))
            // A pilot fills their own rows only.
            var pilot = TestBrowser(client, session: house.sessions[.pilot])
            let own = try await pilot.get(path).text
            #expect(own.contains("name=\"\(late)-experimentation-quarters\"") && !own.contains("name=\"\(bare)-"))
            #expect(
                try await pilot.post(path, [("v\(bare)", "0"), ("w\(bare)", "|||"), ("\(bare)-experimentation-quarters", "2")]).status
                    == .seeOther)
        }
        let grid = try await sample.workspace.needsGrid(of: house.plan, ActionFilter(), at: nil, owner(house)).model
        func version(_ number: Int) -> Int? { grid.lines.first { $0.action.id.number == number }?.needs.version }
        #expect(version(late) == 1 && version(bare) == 0)
    }
}
