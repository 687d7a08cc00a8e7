// What a bulk change does to one action, and how the action gets back what it was.

import JalonDomain
import Testing

@Suite struct BulkChangeTests {
    private let today = Day(ordinal: 20_620)

    private func action(level: EngagementLevel = .reflection, due: String? = "2026-08-31", change: (inout ActionEdit) -> Void = { _ in })
        throws -> Action
    {
        var edit = ActionEdit(label: "Mesurer", identifiedOn: today)
        edit.due = due.flatMap { Day($0) }
        edit.tags = ["Énergie", "salle"]
        edit.pilot = 1
        change(&edit)
        return try Action.create(
            ActionID(plan: 1, number: 1), edit, start: ActionStart(level: level, commitment: nil, then: []), today: today)
    }

    private func bulk(_ change: (inout BulkChange) -> Void) -> BulkChange {
        var bulk = BulkChange()
        change(&bulk)
        return bulk
    }

    @Test(arguments: [
        (DueMove.on(Day(ordinal: 20_700)), Day(ordinal: 20_700).iso), (.days(15), "2026-09-15"), (.days(-31), "2026-07-31"),
        (.months(1), "2026-09-30"), (.months(6), "2027-02-28"), (.months(-8), "2025-12-31"),
    ])
    func aDueDateGoesWhereItIsTold(_ move: DueMove, _ day: String) throws {
        var moved = try action()
        try moved.apply(bulk { $0.due = move }, planValidated: false, today: today)
        #expect(moved.current.forecast?.iso == day && moved.current.baseline?.iso == day)
    }

    @Test func onceThePlanIsValidatedTheForecastAloneMovesWithItsReason() throws {
        var moved = try action()
        let change = bulk {
            $0.due = .days(10)
            $0.reason = "Report commun"
        }
        try moved.apply(change, planValidated: true, today: today)
        #expect(moved.current.baseline?.iso == "2026-08-31" && moved.current.forecast?.iso == "2026-09-10")
        #expect(moved.current.slippageReason == "Report commun")
        // The same reason does not explain a second slippage.
        #expect(throws: DomainError.invalid(.reason, .reasonOfSlippageNeeded)) {
            try moved.apply(change, planValidated: true, today: today)
        }
        #expect(throws: DomainError.invalid(.reason, .reasonOfSlippageNeeded)) {
            try bulk { $0.due = .days(10) }.check(planValidated: true)
        }
    }

    @Test func whatARuleKeepsStaysAsItIs() throws {
        var undated = try action(due: nil)
        #expect(throws: DomainError.invalid(.due, .noDueToMove)) {
            try undated.apply(bulk { $0.due = .days(1) }, planValidated: false, today: today)
        }
        var late = try action { $0.plannedStart = Day("2026-08-01") }
        #expect(throws: DomainError.invalid(.due, .before(.plannedStart))) {
            try late.apply(bulk { $0.due = .months(-2) }, planValidated: false, today: today)
        }
        var far = try action(due: "2199-12-31")
        #expect(throws: DomainError.self) { try far.apply(bulk { $0.due = .days(1) }, planValidated: false, today: today) }
        var archived = try action()
        archived.archived = true
        let before = archived
        #expect(throws: DomainError.invalid(.archived, .actionArchived)) {
            try archived.apply(bulk { $0.pilot = 2 }, planValidated: false, today: today)
        }
        #expect(archived == before)
        try archived.apply(bulk { ($0.archived, $0.pilot) = (false, 2) }, planValidated: false, today: today)
        #expect(!archived.archived && archived.pilot == 2)
        #expect(throws: DomainError.invalid(.pilot, .nothingToChange)) { try bulk { $0.reason = "x" }.check(planValidated: false) }
        #expect(throws: DomainError.invalid(.due, .outOfRange(-3650, 3650))) {
            try bulk { $0.due = .days(.max) }.check(planValidated: false)
        }
    }

    @Test func tagsComeOnceAndGoWhateverTheirAccents() throws {
        var tagged = try action()
        try tagged.apply(
            bulk {
                $0.addedTags = ["SALLE", "2027"]
                $0.removedTags = ["energie"]
            }, planValidated: false, today: today)
        #expect(tagged.tags == ["salle", "2027"])
    }

    @Test func undoingGivesBackWhatNobodyChangedSince() throws {
        let before = try action()
        var after = before
        try after.apply(
            bulk {
                ($0.pilot, $0.axis, $0.visibility, $0.archived) = (2, 3, .internal, true)
                $0.due = .months(2)
                $0.addedTags = ["2027"]
            }, planValidated: false, today: today)
        let (was, became) = (BulkParts(of: before), BulkParts(of: after))

        var undone = after
        #expect(undone.restore(was, from: became, parties: [1, 2], axes: []) == [])
        #expect(undone == before)

        // Brought back by someone, edited, its pilot gone from the directory.
        var since = after
        since.archived = false
        #expect(since.restore(was, from: became, parties: [], axes: []) == [.pilot, .due, .axis, .visibility, .tags, .archived])
        var edited = after
        edited.tags = ["autre"]
        #expect(edited.restore(was, from: became, parties: [2], axes: []) == [.pilot, .tags])
        #expect(
            edited.pilot == 2 && edited.tags == ["autre"]
                && edited.current
                    == {
                        var stage = before.current
                        stage.pilot = 2
                        return stage
                    }()
        )
        // A decision opened another stage: that one's pilot and due date are its own.
        var decided = after
        decided.path.append(
            .opening(.implementation, phase: .current, pilot: 2, plannedStart: nil, due: nil, perimeter: [], commitment: nil))
        #expect(decided.restore(was, from: became, parties: [1], axes: []) == [.pilot, .due])
        #expect(decided.current.pilot == 2)
    }
}
