/// Searching, on both engines: without accents or case, all words, and nothing that the reader may not read.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct SearchContractTests {
    private func filled(_ engine: Engine, _ test: String = #function) async throws -> Setting {
        let s = try await Setting(engine, test)
        _ = try await s.plan()
        let new = [
            s.new("Éteindre les écrans", pilot: "Karim Pilote") {
                $0.description = "Chaque soir, dans les écoles, pour un an\\_%"
                $0.tags = ["Énergie"]
            },
            s.new("Œuvrer ensemble", pilot: "Zoé") { $0.due = s.day("2026-07-01") }, s.new("Écrans d’occasion"), s.new("Garder 2 ans"),
        ]
        _ = try await s.workspace.addActions(new, to: 1, as: s.visitor(.coordinator))
        _ = try await s.workspace.setArchived(true, ActionID(plan: 1, number: 3), as: s.visitor(.coordinator))
        for (number, words) in [(1, "Le Préfet a téléphoné"), (2, "Note du préfet, réservée")] {
            s.clock.advance(seconds: 60)
            var report = StageReport()
            report.note = words
            _ = try await s.workspace.report(
                ActionID(plan: 1, number: number), reading: nil, ReportInput(report: report, perimeter: nil), as: s.visitor(.coordinator))
        }
        return s
    }

    private func found(_ s: Setting, _ text: String, as role: Role = .administrator) async throws -> SearchResults {
        try await s.workspace.search(text, s.visitor(role)).model
    }

    @Test(arguments: Engine.allCases) func actionsAreFoundByAllTheyHold(_ engine: Engine) async throws {
        let s = try await filled(engine)
        func actions(_ text: String) async throws -> [Int] { try await found(s, text).actions.map(\.action.id.number) }
        #expect(try await actions("ECRAN") == [1])
        #expect(try await found(s, "ecran").archived.map(\.action.id.number) == [3])
        #expect(try await actions("oeuvrer") == [2])
        #expect(try await actions("ecoles eteindre") == [1])
        #expect(try await actions("eteindre ensemble") == [])
        #expect(try await actions("energie") == [1])
        #expect(try await found(s, "energie").actions.first?.tags == ["Énergie"])
        #expect(try await actions("karim") == [1])
        // The action of that number comes first, then those that say it.
        #expect(try await actions("2") == [2, 4])
        #expect(try await actions("1/2") == [2])
        #expect(try await actions("2/2") == [])
    }

    @Test(arguments: Engine.allCases) func signsOfPatternsAreOnlySigns(_ engine: Engine) async throws {
        let s = try await filled(engine)
        for text in ["%", "_", "\\", "\\_%"] { #expect(try await found(s, text).actions.map(\.action.id.number) == [1], "\(text)") }
        for text in ["!", "'; DROP TABLE action; --", "\"", String(repeating: "%_'", count: 4000), String(repeating: "x ", count: 5000)] {
            #expect(try await found(s, text).actions.isEmpty, "\(text.prefix(20))")
        }
        for text in ["", " \u{0} "] { #expect(try await found(s, text).count == 0) }
    }

    @Test(arguments: Engine.allCases) func notesAreForWhoMayReadThem(_ engine: Engine) async throws {
        let s = try await filled(engine)
        for role in [Role.administrator, .coordinator, .auditor] {
            #expect(try await found(s, "prefet", as: role).notes.map(\.action.number) == [2, 1], "\(role)")
        }
        #expect(try await found(s, "prefet", as: .pilot).notes.map(\.action.number) == [1])
        #expect(try await found(s, "prefet", as: .reader).notes.isEmpty)
    }

    @Test(arguments: Engine.allCases) func practicesPlansAndPeopleAreFoundToo(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let practices = try await found(s, "plan d’action").practices
        #expect(practices.contains { $0.practice.id == "a.2" })
        #expect(try await found(s, "PLAN nr").plans.map(\.number) == [1])
        #expect(try await found(s, "zoe").parties.map(\.name) == ["Zoé"])
        let all = try await s.workspace.search("e", only: .practices, s.visitor(.reader)).model
        #expect(all.practices.count == 59 && all.actions.isEmpty && !all.more.contains(.practices))
        #expect(try await found(s, "e").more.contains(.practices))
    }

    /// What was written before there was a search is folded at the next start.
    @Test(arguments: Engine.allCases) func oldTextsAreFoldedOnce(_ engine: Engine) async throws {
        let s = try await filled(engine)
        try await s.workspace.database.write(lock: 0) { sql in
            try sql.execute("UPDATE note SET search = NULL")
            try sql.execute("UPDATE practice SET search = NULL")
        }
        #expect(try await found(s, "prefet").notes.isEmpty)
        try await s.workspace.migrate()
        #expect(try await found(s, "prefet").notes.count == 2)
        #expect(try await found(s, "ecoconception").practices.isEmpty == false)
    }
}
