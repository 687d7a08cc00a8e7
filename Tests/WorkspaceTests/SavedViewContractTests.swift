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

    @Test(arguments: Engine.allCases) func aViewFollowsWhomItNamesThroughAMerge(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("Garder six ans", pilot: "DSI")
        _ = try await s.add("Trier", pilot: "Achats")
        let parties = try await s.workspace.parties(s.administrator).model
        let gone = try #require(parties.first { $0.name == "DSI" })
        let kept = try await s.workspace.addParty(.position, name: "DNum", PartyPlace(unit: nil, position: nil), as: s.administrator)
        let ahead = try await s.workspace.addParty(.position, name: "DGA", PartyPlace(unit: nil, position: nil), as: s.administrator)
        _ = try await s.workspace.mergeParty(.id(gone.id), into: .id(kept.id), as: s.administrator)
        // One that was merged twice leads to the last.
        _ = try await s.workspace.mergeParty(.id(kept.id), into: .id(ahead.id), as: s.administrator)
        for asked in [\ActionFilter.pilot, \ActionFilter.unit] {
            var query = ActionQuery()
            query.filter[keyPath: asked] = gone.id
            let listing = try await s.workspace.actions(of: 1, query, size: 50, s.visitor(.reader)).model
            #expect(listing.page.rows.map(\.label) == ["Garder six ans"] && listing.count == 1)
            #expect(listing.query.filter[keyPath: asked] == ahead.id, "the form shows who is meant now")
            #expect(try await s.workspace.export(of: 1, query, s.visitor(.reader)).model.map(\.action.label) == ["Garder six ans"])
            let board = try await s.workspace.board(of: 1, by: .level, query.filter, s.visitor(.reader)).model
            #expect(board.columns.map(\.count).reduce(0, +) == 1 && board.filter[keyPath: asked] == ahead.id)
        }
        #expect(try await s.workspace.parties(named: "dsi", s.visitor(.reader)).model.map(\.id) == [ahead.id])
        #expect(try await s.workspace.carrying(gone.id, isUnit: false, s.visitor(.reader)).model.party.name == "DGA")
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
