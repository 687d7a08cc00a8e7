/// Editions of a guide through the verbs, on both engines: compared, and a plan moved from one to another.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct EditionContractTests {
    private func practice(_ id: String, _ title: String, indicators: [String] = []) -> Practice {
        Practice(
            id: id, theme: "a", title: LocalisedText(fr: title, en: nil), priority: id == "a.3" ? .further : .priority, difficulty: nil,
            pilots: LocalisedList(fr: [], en: nil), indicators: LocalisedList(fr: indicators, en: nil), link: nil, summary: nil, text: nil)
    }

    private func guide(_ version: String, _ practices: [Practice]) -> Catalogue {
        Catalogue(
            name: "potager", version: version, date: nil, title: LocalisedText(fr: "Potager", en: nil),
            themes: [Theme(id: "a", title: LocalisedText(fr: "Terre", en: nil))], practices: practices)
    }

    /// A plan of three actions on the first edition; the second moves a.2 to a.3, drops a.9 and suggests an indicator more for a.1.
    private func prepared(_ s: Setting) async throws -> (first: CatalogueEntry, second: CatalogueEntry) {
        let coordinator = s.visitor(.coordinator)
        let first = try await s.workspace.importCatalogue(
            guide("9", [practice("a.1", "Composter"), practice("a.2", "Arroser le soir"), practice("a.9", "Brûler les feuilles")]),
            as: coordinator)
        _ = try await s.plan()
        _ = try await s.add("Un bac par cour") {
            $0.practices = ["a.1"]
            $0.indicators = ["Bacs posés"]
        }
        _ = try await s.add("Arroser à la fraîche") { $0.practices = ["a.1", "a.2"] }
        _ = try await s.add("Ranger") { $0.practices = ["a.9", "a.2"] }
        let second = try await s.workspace.importCatalogue(
            guide(
                "10",
                [
                    practice("a.1", "Composter", indicators: ["Kilos par an"]), practice("a.2", "Récupérer la pluie"),
                    practice("a.3", "Arroser le soir"),
                ]), as: coordinator)
        return (first, second)
    }

    private func actions(_ s: Setting) async throws -> [Action] {
        var found: [Action] = []
        for number in 1...3 {
            found.append(try await s.workspace.action(ActionID(plan: 1, number: number), s.administrator).model.action)
        }
        return found
    }

    @Test(arguments: Engine.allCases) func aPlanMovesActionByAction(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let (first, second) = try await prepared(s)
        let sheet = try await s.workspace.planEdition(1, to: nil, s.visitor(.coordinator)).model
        // 10 comes after 9, whatever the order of letters.
        #expect(sheet.from == first && sheet.to == second)
        #expect(sheet.answered.map { $0.entry.before?.id } == ["a.1", "a.2", "a.9"])
        #expect(sheet.answered.map { $0.actions.map(\.id.number) } == [[1, 2], [2, 3], [3]])
        #expect(try await s.workspace.overview(of: 1, s.visitor(.coordinator)).model.newerEdition == second)

        var move = EditionMove()
        move.links = ["a.9": .drop]
        move.linksOfActions = [3: ["a.2": .keep]]
        move.indicators = [1: ["Kilos par an", "bacs posés"]]
        move.reading = [1: 1, 2: 1, 3: 1]
        #expect(try await s.workspace.movePlan(1, reading: 1, toCatalogue: "potager@10", move, as: s.visitor(.coordinator)) == 3)
        let moved = try await actions(s)
        #expect(moved.map(\.practices) == [["a.1"], ["a.1", "a.3"], ["a.2"]])
        #expect(moved.map(\.indicators) == [["Bacs posés", "Kilos par an"], [], []])
        #expect(moved.map(\.label) == ["Un bac par cour", "Arroser à la fraîche", "Ranger"] && moved.allSatisfy { $0.version == 2 })
        let rows = try await s.workspace.actions(of: 1, ActionQuery(), size: 10, s.administrator).model.page.rows
        #expect(rows.allSatisfy { $0.priority == .priority })
        let journal = try await s.workspace.journal(plan: 1, before: nil, s.administrator).model
        #expect(journal.first?.verb == .catalogueMoved && journal.prefix(4).dropFirst().allSatisfy { $0.verb == .edited })
        #expect(try await s.workspace.planEdition(1, to: nil, s.visitor(.coordinator)).model.to == nil)
        #expect(try await s.workspace.overview(of: 1, s.administrator).model.newerEdition == nil)
    }

    @Test(arguments: Engine.allCases) func nothingIsHalfMoved(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await prepared(s)
        let before = try await actions(s)
        var move = EditionMove()
        move.reading = [1: 1, 2: 1, 3: 7]
        await #expect(throws: DomainError.conflict(read: 7, current: 1)) {
            try await s.workspace.movePlan(1, reading: 1, toCatalogue: "potager@10", move, as: s.visitor(.coordinator))
        }
        move.reading = nil
        move.links = ["a.9": .follow]
        await #expect(throws: DomainError.invalid(.practices, .unknown("a.9"))) {
            try await s.workspace.movePlan(1, reading: 1, toCatalogue: "potager@10", move, as: s.visitor(.coordinator))
        }
        await #expect(throws: DomainError.conflict(read: 4, current: 1)) {
            try await s.workspace.movePlan(1, reading: 4, toCatalogue: "potager@10", EditionMove(), as: s.visitor(.coordinator))
        }
        await #expect(throws: DomainError.forbidden) {
            try await s.workspace.movePlan(1, reading: 1, toCatalogue: "potager@10", EditionMove(), as: s.visitor(.pilot))
        }
        #expect(try await actions(s) == before)
        #expect(try await s.workspace.planEdition(1, to: nil, s.visitor(.coordinator)).model.from.version == "9")
    }

    @Test(arguments: Engine.allCases) func twoGuidesAreCompared(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let (first, second) = try await prepared(s)
        let sheet = try await s.workspace.catalogueDiff(from: "potager@9", to: "potager", s.visitor(.reader)).model
        #expect(sheet.from == first && sheet.to == second)
        #expect(sheet.diff.entries.map(\.key) == ["a.1", "a.2", "a.3", "-a.9"])
        await #expect(throws: DomainError.notFound(.catalogue)) {
            _ = try await s.workspace.catalogueDiff(from: first.id, to: 99, s.visitor(.reader))
        }
    }
}
