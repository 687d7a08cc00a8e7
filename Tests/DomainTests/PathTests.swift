/// The engagement path: what each step needs, what it opens, and what it refuses.
import JalonDomain
import Testing

@Suite struct PathTests {
    let today = Day(ordinal: 20_620)  // 2026-06-16

    func action(_ level: EngagementLevel, due: Int? = nil, commitment: Commitment? = nil, then: [EngagementLevel] = []) throws -> Action {
        var edit = ActionEdit(label: "Garder chaque portable six ans", identifiedOn: today + -100)
        edit.due = due.map { today + $0 }
        edit.pilot = 7
        return try Action.create(
            ActionID(plan: 1, number: 12), edit, start: ActionStart(level: level, commitment: commitment, then: then), today: today)
    }

    func violations(_ body: () throws -> Void) -> [Violation] {
        do {
            try body()
            return []
        } catch DomainError.invalid(let violations) {
            return violations
        } catch {
            Issue.record("\(error)")
            return []
        }
    }

    func decision(_ outcome: Outcome, reason: String = "", perimeter: [Int] = [], due: Day? = nil) -> DecisionEdit {
        DecisionEdit(
            decision: Decision(outcome: outcome, by: "COPIL", on: today, meeting: "", reason: reason), perimeter: perimeter, pilot: nil,
            plannedStart: nil, due: due)
    }

    func done() -> StageReport {
        var report = StageReport()
        report.progress = .done
        return report
    }

    @Test func reflectionIsDoneOnlyWithItsDeliverable() throws {
        var action = try action(.reflection)
        let missing = violations { try action.report(done(), planValidated: false, today: today) }
        #expect(missing == [Violation(.deliverable, .deliverableNeeded([.deliverable, .method, .result]))])
        var report = done()
        report.deliverableTitle = "Étude"
        report.method = "Entretiens"
        #expect(
            violations { try action.report(report, planValidated: false, today: today) }
                == [Violation(.result, .deliverableNeeded([.result]))])
        report.result = "612 postes"
        try action.report(report, planValidated: false, today: today)
        #expect(action.awaitsDecision)
        #expect(action.current.doneOn == today)
        #expect(!action.isLate(on: today + 1000))
    }

    @Test func experimentationNeedsAPerimeterToStartAndResultsToBeDone() throws {
        var action = try action(.experimentation)
        var start = StageReport()
        start.progress = .inProgress
        #expect(
            violations { try action.report(start, planValidated: false, today: today) } == [Violation(.perimeter, .perimeterNeeded)])
        start.perimeter = [3]
        try action.report(start, planValidated: false, today: today)
        #expect(action.current.startedOn == today)
        #expect(
            violations { try action.report(done(), planValidated: false, today: today) }
                == [Violation(.method, .resultsNeeded([.method, .result]))])
        var end = done()
        end.method = "Deux directions"
        end.result = "Trois pannes"
        try action.report(end, planValidated: false, today: today)
        #expect(action.awaitsDecision)
    }

    @Test func decisionsOpenTheRightNextStage() throws {
        for (outcome, level) in [(Outcome.generalise, EngagementLevel.implementation), (.experiment, .experimentation)] {
            var action = try finished(.reflection)
            try action.decide(decision(outcome, perimeter: [3], due: today + 90), planValidated: false, today: today)
            #expect(action.path.map(\.phase) == [.ended, .current])
            #expect(action.current.level == level)
            #expect(action.current.progress == .toDo)
            #expect(action.current.baseline == today + 90)
            #expect(action.current.pilot == 7)
            #expect(action.path[0].decision?.by == "COPIL")
        }
        var extended = try finished(.experimentation)
        try extended.decide(decision(.extend), planValidated: false, today: today)
        #expect(extended.path.map(\.level) == [.experimentation, .experimentation])
        #expect(extended.current.perimeter == [3])
    }

    @Test func aPlannedStageOfTheRightLevelIsTheOneThatOpens() throws {
        var action = try finished(.reflection, then: [.experimentation, .implementation])
        try action.decide(decision(.generalise), planValidated: false, today: today)
        #expect(action.path.map(\.level) == [.reflection, .implementation])
        #expect(action.path.map(\.phase) == [.ended, .current])
    }

    @Test func stoppingNeedsAReasonAndClosesTheAction() throws {
        var action = try finished(.reflection, then: [.implementation])
        #expect(
            violations { try action.decide(decision(.stop), planValidated: false, today: today) } == [Violation(.reason, .reasonNeeded)])
        try action.decide(decision(.stop, reason: "Trop peu de postes"), planValidated: false, today: today)
        #expect(action.isStopped && action.isClosed)
        #expect(action.path.count == 1)
        #expect(
            violations { try action.decide(decision(.generalise), planValidated: false, today: today) } == [
                Violation(.outcome, .actionClosed)
            ])
        #expect(violations { try action.report(done(), planValidated: false, today: today) } == [Violation(.progress, .actionClosed)])
    }

    @Test func decisionsAreRefusedWhereThePathDoesNotOpenThem() throws {
        var undone = try action(.reflection)
        #expect(
            violations { try undone.decide(decision(.generalise), planValidated: false, today: today) } == [
                Violation(.outcome, .stageNotDone(.reflection))
            ])
        var reflection = try finished(.reflection)
        #expect(
            violations { try reflection.decide(decision(.extend), planValidated: false, today: today) }
                == [Violation(.outcome, .outcomeNotOpen(.extend, from: .reflection))])
        #expect(
            violations { try reflection.decide(decision(.experiment), planValidated: false, today: today) } == [
                Violation(.perimeter, .perimeterNeeded)
            ])
        var tomorrow = decision(.generalise)
        tomorrow.decision = Decision(outcome: .generalise, by: "", on: today + 1, meeting: "", reason: "")
        #expect(
            violations { try reflection.decide(tomorrow, planValidated: false, today: today) }
                == [Violation(.decidedBy, .required), Violation(.decidedOn, .inTheFuture)])
    }

    @Test func goingBackIsADecisionWithAReason() throws {
        var action = try action(.implementation)
        try action.report(done(), planValidated: false, today: today)
        #expect(action.isInForce && action.isClosed)
        #expect(action.implementedOn == today)
        #expect(
            violations { try action.decide(decision(.goBack, perimeter: [3]), planValidated: false, today: today) } == [
                Violation(.reason, .reasonNeeded)
            ])
        try action.decide(decision(.goBack, reason: "Trop de pannes", perimeter: [3]), planValidated: false, today: today)
        #expect(action.current.level == .experimentation)
        #expect(action.implementedOn == nil)
        #expect(!action.isClosed)
    }

    @Test func alreadyInPlaceIsARealisationWithItsCommitment() throws {
        let kept = try action(.implementation, commitment: .monitoring)
        #expect(kept.current.commitment == .monitoring)
        #expect(
            violations { _ = try action(.reflection, commitment: .monitoring) }
                == [Violation(.commitment, .alreadyInPlaceOnlyForImplementation)])
    }

    @Test func dueDatesMoveWithTheirBaselineUntilTheFirstValidation() throws {
        var action = try action(.implementation, due: 10)
        var report = StageReport()
        report.forecast = today + 30
        try action.report(report, planValidated: false, today: today)
        #expect(action.current.baseline == today + 30)
        report.forecast = today + 60
        #expect(
            violations { try action.report(report, planValidated: true, today: today) } == [Violation(.reason, .reasonOfSlippageNeeded)])
        report.slippageReason = "Livraison retardée"
        try action.report(report, planValidated: true, today: today)
        #expect(action.current.baseline == today + 30)
        #expect(action.current.slippage == 30)
        // A second slippage needs a reason of its own.
        report.forecast = today + 90
        #expect(
            violations { try action.report(report, planValidated: true, today: today) } == [Violation(.reason, .reasonOfSlippageNeeded)])
    }

    @Test func aStageAddedAfterValidationTakesItsFirstDueDateAsBaseline() throws {
        var action = try action(.implementation)
        var report = StageReport()
        report.forecast = today + 5
        try action.report(report, planValidated: true, today: today)
        #expect(action.current.baseline == today + 5)
    }

    @Test func aPlannedStageKeepsItsPromiseOnceThePlanIsValidated() throws {
        var action = try action(.reflection)
        func stage(_ due: Int) -> Stage {
            .opening(.implementation, phase: .planned, pilot: nil, plannedStart: nil, due: today + due, perimeter: [], commitment: nil)
        }
        try action.plan([stage(10)], reason: "", planValidated: false)
        try action.plan([stage(20)], reason: "", planValidated: false)
        #expect(action.path[1].baseline == today + 20)
        #expect(
            violations { try action.plan([stage(50)], reason: "", planValidated: true) } == [Violation(.reason, .reasonOfSlippageNeeded)])
        // A stage put before it does not take its promise.
        let trial = Stage.opening(
            .experimentation, phase: .planned, pilot: nil, plannedStart: nil, due: today + 15, perimeter: [3], commitment: nil)
        try action.plan([trial, stage(50)], reason: "Un essai d’abord", planValidated: true)
        #expect(action.path[1].slippage == 0)
        #expect(action.path[2].slippage == 30)
        #expect(action.path[2].slippageReason == "Un essai d’abord")
        // What does not move keeps its reason, and asks for none.
        try action.plan([stage(50)], reason: "", planValidated: true)
        #expect(action.path[1].slippage == 30)
        #expect(action.path[1].slippageReason == "Un essai d’abord")
    }

    @Test func aDecisionMovesAPromisedStageWithItsReason() throws {
        var action = try finished(.reflection, then: [.implementation])
        action.path[1].baseline = today + 20
        action.path[1].forecast = today + 20
        #expect(
            violations { try action.decide(decision(.generalise, due: today + 50), planValidated: true, today: today) }
                == [Violation(.reason, .reasonOfSlippageNeeded)])
        try action.decide(decision(.generalise, reason: "Marché retardé", due: today + 50), planValidated: true, today: today)
        #expect(action.current.baseline == today + 20)
        #expect(action.current.slippage == 30)
        #expect(action.current.slippageReason == "Marché retardé")
    }

    @Test func onlyWhatIsInForceHasADaySinceWhen() throws {
        var action = try action(.implementation)
        var edit = ActionEdit(of: action)
        edit.implementedOn = today
        #expect(
            violations { try action.apply(edit, planValidated: false, today: today) } == [Violation(.implementedOn, .notYetInForce)])
        try action.report(done(), planValidated: false, today: today)
        for (day, rule) in [(nil, Rule.required), (today + 1, .inTheFuture), (today + -101, .before(.identifiedOn))] {
            edit.implementedOn = day
            #expect(violations { try action.apply(edit, planValidated: false, today: today) } == [Violation(.implementedOn, rule)])
        }
        edit.implementedOn = today + -3
        try action.apply(edit, planValidated: false, today: today)
        #expect(action.implementedOn == today + -3)
    }

    @Test func whatWasAlreadyInPlaceMayBeOlderThanItsRecord() throws {
        var edit = ActionEdit(label: "Messagerie limitée", identifiedOn: today)
        edit.implementedOn = today + -900
        func create(_ commitment: Commitment?) throws -> Action {
            try Action.create(
                ActionID(plan: 1, number: 1), edit, start: ActionStart(level: .implementation, commitment: commitment, then: []),
                today: today)
        }
        #expect(violations { _ = try create(nil) } == [Violation(.implementedOn, .notYetInForce)])
        var action = try create(.monitoring)
        var start = StageReport()
        start.progress = .inProgress
        try action.report(start, planValidated: false, today: today)
        #expect(action.implementedOn == today + -900)
    }

    @Test func aPastDayIsPossibleAndInOrder() throws {
        var action = try action(.implementation)
        action.identifiedOn = today
        var start = StageReport()
        start.progress = .inProgress
        start.on = today + -10
        try action.report(start, planValidated: false, today: today)
        // Known of by the day it began: its sheet can still be saved.
        #expect(action.identifiedOn == today + -10)
        var end = done()
        end.on = today + -11
        #expect(violations { try action.report(end, planValidated: false, today: today) } == [Violation(.on, .before(.startedOn))])
        end.on = today + -5
        try action.report(end, planValidated: false, today: today)
        #expect(action.implementedOn == today + -5)
        try action.apply(ActionEdit(of: action), planValidated: false, today: today)
    }

    @Test func latenessIsComputedFromDates() throws {
        let late = try action(.implementation, due: -16)
        #expect(late.lateness(on: today) == 16)
        #expect(try action(.implementation, due: 0).lateness(on: today) == 0)
        #expect(try action(.implementation).due == nil)
        var planned = try action(.reflection, then: [.implementation])
        planned.path[1].forecast = today + -1
        #expect(planned.due == today + -1)
    }

    @Test func percentageIsForAStageInProgress() throws {
        var action = try action(.implementation)
        var report = StageReport()
        report.percent = 40
        #expect(
            violations { try action.report(report, planValidated: false, today: today) } == [Violation(.percent, .percentOnlyInProgress)])
        report.progress = .inProgress
        try action.report(report, planValidated: false, today: today)
        #expect(action.current.percent == 40)
        try action.report(done(), planValidated: false, today: today)
        #expect(action.current.percent == nil)
    }

    @Test func everyFieldIsChecked() throws {
        var edit = ActionEdit(label: "", identifiedOn: today)
        edit.impact = 6
        edit.cost = -1
        edit.plannedStart = today
        edit.due = today + -1
        edit.evidence = [Evidence(title: "Piège", link: "javascript:alert(1)")]
        let found = violations {
            _ = try Action.create(
                ActionID(plan: 1, number: 1), edit, start: ActionStart(level: .reflection, commitment: nil, then: []), today: today)
        }
        #expect(found.map(\.field) == [.label, .impact, .cost, .due, .evidence])
    }

    private func finished(_ level: EngagementLevel, then: [EngagementLevel] = []) throws -> Action {
        var action = try action(level, then: then)
        var report = done()
        report.deliverableTitle = "Étude"
        report.method = "Méthode"
        report.result = "Résultat"
        report.perimeter = [3]
        try action.report(report, planValidated: false, today: today)
        return action
    }
}
