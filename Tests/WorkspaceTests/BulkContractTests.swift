/// Bulk changes: what is previewed is what is done, all or nothing, and what is undone, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct BulkContractTests {
    private func filled(_ engine: Engine, _ test: String = #function) async throws -> Setting {
        let s = try await Setting(engine, test)
        _ = try await s.plan()
        let new = [
            s.new("Étudier", pilot: "Zoé", level: .reflection) { $0.due = s.day("2026-09-30") }, s.new("Sans date", pilot: "Zoé"),
            s.new("Mesurer") {
                $0.due = s.day("2026-12-31")
                $0.tags = ["énergie"]
            },
        ]
        _ = try await s.workspace.addActions(new, to: 1, as: s.visitor(.coordinator))
        return s
    }

    private func input(pilot: String = "", _ change: (inout BulkChange) -> Void) -> BulkInput {
        var bulk = BulkChange()
        change(&bulk)
        return BulkInput(change: bulk, pilot: pilot)
    }

    private func actions(_ s: Setting) async throws -> [Action] {
        var all: [Action] = []
        for number in 1...3 { all.append(try await s.workspace.action(ActionID(plan: 1, number: number), s.administrator).model.action) }
        return all
    }

    @Test(arguments: Engine.allCases) func thePreviewIsWhatIsDone(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let asked = input(pilot: "Anne Roy") {
            $0.due = .months(1)
            $0.addedTags = ["2027"]
        }
        let before = try await actions(s)
        let preview = try await s.workspace.previewBulk(of: 1, .all(ActionFilter()), asked, s.visitor(.coordinator)).model
        #expect(preview.unknownPilot == "Anne Roy")
        #expect(preview.targets == [BulkTarget(number: 1, version: 1), BulkTarget(number: 3, version: 1)])
        if case .refused(let violations) = preview.lines[1].outcome {
            #expect(violations == [Violation(.due, .noDueToMove)])
        } else {
            Issue.record("an action without a due date is refused")
        }
        #expect(try await actions(s) == before, "looking changes nothing")
        #expect(try await s.workspace.parties(s.administrator).model.contains { $0.name == "Anne Roy" } == false)

        let made = try await s.workspace.bulkChange(preview.targets, of: 1, asked, once: preview.once, as: s.visitor(.coordinator))
        #expect(made.created.map(\.name) == ["Anne Roy"])
        let sheet = try await s.workspace.bulkChange(made.id, of: 1, s.visitor(.coordinator)).model
        #expect(sheet.record.actions == 2 && sheet.rows.map(\.action) == [1, 3])
        for line in preview.lines {
            guard case .changes(let changes) = line.outcome else { continue }
            #expect(sheet.rows.first { $0.action == line.target.number }?.changes == changes)
        }
        let after = try await actions(s)
        #expect(after.map { $0.due?.iso } == ["2026-10-30", nil, "2027-01-31"] && after[1] == before[1])

        // The same form once more is the same change.
        let again = try await s.workspace.bulkChange(preview.targets, of: 1, asked, once: preview.once, as: s.visitor(.coordinator))
        #expect(again.id == made.id)
        #expect(try await actions(s) == after)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func oneThatCannotChangeStopsAll(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let before = try await actions(s)
        let shift = input(pilot: "Inconnue") { $0.due = .days(7) }
        let all = (1...3).map { BulkTarget(number: $0, version: 1) }
        await #expect(throws: DomainError.invalid(.due, .noDueToMove)) {
            _ = try await s.workspace.bulkChange(all, of: 1, shift, once: "a", as: s.administrator)
        }
        #expect(try await actions(s) == before)
        #expect(try await s.workspace.parties(s.administrator).model.contains { $0.name == "Inconnue" } == false)

        // Someone saves one of them between the preview and the confirmation.
        _ = try await s.workspace.setArchived(true, ActionID(plan: 1, number: 3), as: s.administrator)
        _ = try await s.workspace.setArchived(false, ActionID(plan: 1, number: 3), as: s.administrator)
        let tag = input { $0.addedTags = ["vu"] }
        await #expect(throws: DomainError.conflict(read: 1, current: 3)) {
            _ = try await s.workspace.bulkChange(all, of: 1, tag, once: "b", as: s.administrator)
        }
        let shown = try await s.workspace.previewBulk(of: 1, .these([1, 2, 3]), tag, reading: all, s.administrator).model
        #expect(shown.lines.map(\.changedMeanwhile) == [false, false, true])
        #expect(try await actions(s).allSatisfy { !$0.tags.contains("vu") })
        #expect(try await s.workspace.bulkChanges(of: 1, s.administrator).model.records.isEmpty)

        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.bulkChange(all, of: 1, tag, once: "c", as: s.visitor(.pilot))
        }
        await #expect(throws: DomainError.invalid(.axis, .unknown("99"))) {
            _ = try await s.workspace.previewBulk(of: 1, .these([1]), input { $0.axis = 99 }, s.administrator)
        }
        await #expect(throws: DomainError.notFound(.action)) {
            _ = try await s.workspace.previewBulk(of: 1, .these([1, 99]), tag, s.administrator)
        }
        await #expect(throws: DomainError.invalid(.label, .emptySelection)) {
            _ = try await s.workspace.previewBulk(of: 1, .these([]), tag, s.administrator)
        }
    }

    @Test(arguments: Engine.allCases) func undoingGivesBackAllButWhatChangedSince(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let before = try await actions(s)
        let asked = input(pilot: "Karim Pilote") {
            $0.addedTags = ["2027"]
            $0.visibility = .internal
            $0.axis = 2
            $0.archived = true
        }
        let targets = (1...3).map { BulkTarget(number: $0, version: 1) }
        let id = try await s.workspace.bulkChange(targets, of: 1, asked, once: "a", as: s.visitor(.coordinator)).id
        #expect(try await actions(s).allSatisfy { $0.archived && $0.version == 2 })
        try await s.workspace.undoBulk(id, of: 1, as: s.administrator)
        var undone = try await actions(s)
        for index in undone.indices { undone[index].version = 1 }
        #expect(undone == before)

        // Undone once, whatever is sent again.
        try await s.workspace.undoBulk(id, of: 1, as: s.administrator)
        #expect(try await actions(s).map(\.version) == [3, 3, 3])

        let tags = input { $0.addedTags = ["2028"] }
        let second = try await s.workspace.bulkChange(
            (1...3).map { BulkTarget(number: $0, version: 3) }, of: 1, tags, once: "b", as: s.administrator
        ).id
        var edit = ActionEdit(of: try await actions(s)[0])
        edit.tags = ["à moi"]
        _ = try await s.workspace.edit(
            ActionID(plan: 1, number: 1), reading: nil, ActionInput(edit: edit, pilot: "Zoé", contributors: [], perimeter: []),
            as: s.visitor(.coordinator))
        try await s.workspace.undoBulk(second, of: 1, as: s.administrator)
        let sheet = try await s.workspace.bulkChange(second, of: 1, s.administrator).model
        #expect(sheet.rows.map(\.kept) == [[.tags], [], []])
        #expect(sheet.record.undoneBy == "Ada Min")
        #expect(try await actions(s).map(\.tags) == [["à moi"], [], ["énergie"]])
        #expect(try await s.workspace.verify() == [])
    }
}
