// From a spreadsheet to the plan: a table pasted or sent as a file, read, asked about, then written.

import Foundation
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import NIOCore
import Testing

@Suite("A table on its way in")
struct ImportTests {
    @Test func aPastedTableIsReadAskedAndWritten() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/import"
        let table = "Action\tStatut\tResponsable\tFin\n\(Sample.hostile)\tPartielle\tService achats\tT3 2027\n=1+1\tÀ venir\t\t\n"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let read = try await browser.post(path, [("table", table)])
            #expect(read.status == .ok)
            #expect(read.text.contains("&lt;script&gt;") && !read.text.contains("<script"))
            #expect(read.text.contains("Que veulent dire ces cellules") && read.text.contains("«\u{A0}Partielle\u{A0}»"))
            #expect(read.text.contains("30 sept. 2027") && read.text.contains("Service achats (fonction)"))
            #expect(!read.text.contains("value=\"write\""), "nothing to import until it is understood")

            let refused = try await browser.post(path, [("table", table), ("step", "write")])
            #expect(refused.status == .unprocessableContent && refused.text.contains("<title>Erreur"))
            let answers = [("table", table), ("about", "progress"), ("text", "Partielle"), ("meaning", "inProgress")]
            let ready = try await browser.post(path, answers)
            #expect(ready.text.contains("Importer 2 lignes") && ready.text.contains("value=\"inProgress\" selected"))
            let written = try await browser.post(path, answers + [("step", "write"), ("standing", "0")])
            #expect(written.status == .seeOther && written.location == "/\(house.slug)/plans/\(house.plan)/actions")
            let list = try await browser.get(written.location).text
            #expect(list.contains("2 actions créées") && list.contains("Service achats"))
        }
        let rows = try await last(2, sample)
        #expect(rows.map(\.label) == ["=1+1", Sample.hostile] && rows[1].progress == .inProgress && rows[1].due?.iso == "2027-09-30")
    }

    @Test func aFileInWindows1252IsSentWithItsToken() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/import"
        let file: [UInt8] = Array("Libell".utf8) + [0xE9] + Array(";Pilote\r\nFormer les ".utf8) + [0xE9] + Array("quipes;DSI\r\n".utf8)
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let stale = try await browser.send(path, file: file, named: "plan.csv", token: "")
            #expect(stale.status == .forbidden)
            let read = try await browser.send(path, file: file, named: #"C:\plans\plan.csv"#, token: browser.formToken)
            #expect(read.status == .ok && read.text.contains("Former les équipes"))
            #expect(read.text.contains("name=\"name\" value=\"plan.csv\""))
            let workbook = try await browser.send(path, file: [0x50, 0x4B, 3, 4], named: "plan.xlsx", token: browser.formToken)
            #expect(workbook.status == .unprocessableContent && workbook.text.contains("C’est un classeur"))
            let big = try await browser.send(
                path, file: Array(repeating: 0x41, count: 1_100_000), named: "grand.csv", token: browser.formToken)
            #expect(big.status == .contentTooLarge && big.text.contains("jalon import"))
        }
    }

    @Test func columnsAreChangedAndRowsLeftOut() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/plans/\(house.plan)/import"
        let table = "Quoi;Qui\nRecenser;DSI\nTotal;\n"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let unknown = try await browser.post(path, [("table", table)]).text
            #expect(unknown.contains("Aucune colonne ne donne le libellé"))
            let mapped = [("table", table), ("column", "Quoi"), ("field", "label"), ("column", "Qui"), ("field", "pilot"), ("leave", "3")]
            let ready = try await browser.post(path, mapped).text
            #expect(ready.contains("Importer 1 ligne<") && ready.contains("value=\"3\" checked"))
            #expect(try await browser.post(path, mapped + [("step", "write"), ("standing", "9")]).status == .conflict)
            #expect(try await browser.post(path, mapped + [("step", "write"), ("standing", "0")]).status == .seeOther)
        }
        #expect(try await last(1, sample).map(\.label) == ["Recenser"])
    }

    @Test func anEmptyPlanLeadsToIt() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let plan = try await sample.workspace.createPlan(
            PlanEdit(title: "Vide", from: Sample.today, to: Sample.today + 365, purpose: "", commonObjectives: ""), catalogue: nil,
            as: house.visitor(.coordinator)
        ).number
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            for page in ["", "/actions", "/build"] {
                let text = try await browser.get("/\(house.slug)/plans/\(plan)\(page)").text
                #expect(text.contains("/plans/\(plan)/import\""), "\(page)")
            }
            let closed = try await browser.get("/\(house.slug)/plans/\(house.closedPlan)/import")
            #expect(closed.status == .unprocessableContent && closed.text.contains("clos"))
        }
    }

    private func last(_ count: Int, _ sample: Sample) async throws -> [ActionRow] {
        var query = ActionQuery()
        query.sort = .number
        query.descending = true
        return try await sample.workspace.actions(of: sample.first.plan, query, size: count, sample.first.visitor(.reader)).model.page.rows
    }
}
