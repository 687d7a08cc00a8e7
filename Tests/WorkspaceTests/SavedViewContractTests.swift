/// Saved views: one's own and shared ones, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct SavedViewContractTests {
    private func names(_ s: Setting, _ role: Role) async throws -> [String] {
        try await s.workspace.savedViews(plan: 1, s.visitor(role)).model.views.map(\.name)
    }

    @Test(arguments: Engine.allCases) func aViewIsItsOwnersUntilItIsShared(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        func save(_ name: String, shared: Bool = false, replacing: Bool = false, query: String = "?late=1", as role: Role) async throws
            -> SavedView
        {
            try await s.workspace.saveView(
                SavedViewEdit(name: name, shared: shared), query: query, replacing: replacing, as: s.visitor(role))
        }
        let own = try await save("À relancer", as: .pilot)
        let shared = try await save("En retard, par direction", shared: true, as: .coordinator)
        #expect(try await names(s, .pilot) == ["À relancer", "En retard, par direction"])
        #expect(try await names(s, .reader) == ["En retard, par direction"])

        // Names differ among the views of one owner, whatever the accents.
        await #expect(throws: DomainError.invalid(.name, .alreadyTaken("À relancer"))) { try await save("a RELANCER", as: .pilot) }
        _ = try await save("À relancer", as: .reader)
        let replaced = try await save("à relancer", replacing: true, query: "?q=achat", as: .pilot)
        #expect(replaced.id == own.id && replaced.query == "?q=achat" && replaced.name == "À relancer")

        // What is not shared does not exist for others; what is, coordinators look after.
        await #expect(throws: DomainError.forbidden) { try await save("Pour tous", shared: true, as: .pilot) }
        await #expect(throws: DomainError.notFound(.view)) {
            _ = try await s.workspace.savedView(own.id, plan: 1, s.administrator)
        }
        await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.deleteView(shared.id, as: s.visitor(.reader)) }
        let edit = SavedViewEdit(name: "Retards", shared: true)
        #expect(try await s.workspace.editView(shared.id, reading: 1, edit, as: s.administrator).version == 2)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.editView(shared.id, reading: 1, edit, as: s.visitor(.coordinator))
        }
        _ = try await s.workspace.deleteView(shared.id, as: s.visitor(.coordinator))
        #expect(try await names(s, .auditor) == [])
        let journal = try await s.workspace.journal(plan: nil, before: nil, s.administrator).model
        #expect(journal.first?.verb == .viewDeleted && journal.first?.changes.first?.before == "Retards")
    }

    @Test(arguments: Engine.allCases) func aNameIsRequiredAndViewsAreFew(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        func save(_ name: String) async throws {
            _ = try await s.workspace.saveView(
                SavedViewEdit(name: name, shared: false), query: "", replacing: false, as: s.visitor(.reader))
        }
        await #expect(throws: DomainError.invalid(.name, .required)) { try await save("") }
        await #expect(throws: DomainError.invalid(.name, .tooLong(max: 60))) { try await save(String(repeating: "a", count: 61)) }
        for number in 1...SavedView.most { try await save("Vue \(number)") }
        await #expect(throws: DomainError.invalid(.name, .tooManyKept(max: SavedView.most))) { try await save("Une de trop") }
    }
}
