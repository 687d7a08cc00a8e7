/// What counts as a change between two states of an action, and of which kind.
import JalonDomain
import Testing

@Suite struct PlanSnapshotDiffTests {
    private let today = Day(ordinal: 20_620)
    private let parties = FrozenParty.all([
        Party(id: 1, kind: .unit, name: "Direction du numérique", unit: nil, position: nil, archived: false, version: 1),
        Party(id: 2, kind: .person, name: "Zoé Lambert", unit: 1, position: nil, archived: false, version: 1),
    ])
    private let axes = [1: Axis(number: 1, title: "Achats", theme: "f")]

    private func action(level: EngagementLevel = .reflection, change: (inout ActionEdit) -> Void = { _ in }) throws -> Action {
        var edit = ActionEdit(label: "Garder les postes", identifiedOn: today)
        edit.axis = 1
        edit.pilot = 2
        edit.due = today + 90
        change(&edit)
        return try Action.create(ActionID(plan: 1, number: 3), edit, start: .init(level: level, commitment: nil, then: []), today: today)
    }

    private func frozen(_ action: Action, _ parties: [Int: FrozenParty]? = nil, _ axes: [Int: Axis]? = nil) -> FrozenAction {
        FrozenAction(of: action, parties ?? self.parties, axes ?? self.axes)
    }

    @Test func eachKindOfChange() throws {
        let before = try action()
        func kinds(_ change: (inout Action) throws -> Void) rethrows -> [PlanChangeKind]? {
            var after = before
            try change(&after)
            return ActionDifference(from: frozen(before), to: frozen(after))?.kinds
        }
        #expect(kinds { _ in } == nil)
        #expect(kinds { $0.archived = true } == [.archived])
        #expect(kinds { $0.path[0].forecast = today + 120 } == [.redated])
        #expect(kinds { $0.path[0].pilot = 1 } == [.reassigned])
        #expect(kinds { $0.description = "Autrement" } == [.other])
        #expect(kinds { $0.path[0].level = .implementation } == [.moved])
        #expect(
            kinds {
                $0.path[0].level = .implementation
                $0.path[0].progress = .done
            } == [.done, .moved])
        #expect(
            kinds {
                $0.path[0].phase = .ended
                $0.path[0].decision = Decision(outcome: .stop, by: "COPIL", on: today, meeting: "", reason: "Trop cher")
            } == [.stopped])
    }

    @Test func whatComesAndGoes() throws {
        var archived = try action()
        archived.archived = true
        let live = try frozen(action())
        #expect(ActionDifference(from: nil, to: live)?.kinds == [.added])
        #expect(ActionDifference(from: frozen(archived), to: live)?.kinds == [.added])
        #expect(ActionDifference(from: live, to: frozen(archived))?.changes == [])
        #expect(ActionDifference(from: nil, to: frozen(archived)) == nil)
        #expect(ActionDifference(from: nil, to: nil) == nil)
    }

    @Test func aNewNameOfTheSameIsNoChange() throws {
        let action = try action()
        let renamed = FrozenParty.all([
            Party(id: 1, kind: .unit, name: "DNUM", unit: nil, position: nil, archived: false, version: 2),
            Party(id: 2, kind: .person, name: "Zoé Lambert-Roy", unit: 1, position: nil, archived: false, version: 2),
        ])
        let after = frozen(action, renamed, [1: Axis(number: 1, title: "Acheter moins", theme: "f")])
        #expect(ActionDifference(from: frozen(action), to: after) == nil)
    }

    @Test func fieldByField() throws {
        let before = try frozen(action())
        let after = try frozen(
            action { edit in
                edit.due = today + 120
                edit.tags = ["postes"]
            })
        let difference = try #require(ActionDifference(from: before, to: after))
        #expect(
            difference.changes == [
                Change(field: .due, before: (today + 90).iso, after: (today + 120).iso),
                Change(field: .baseline, before: (today + 90).iso, after: (today + 120).iso),
                Change(field: .tags, before: "", after: "postes"),
            ])
    }
}
