/// The verbs of an action: describe it, report on its current stage, plan the next ones, decide.

/// What a coordinator writes of an action: every field but the path's progress.
package struct ActionEdit: Sendable, Equatable {
    package var label: String
    package var description: String
    package var axis: Int?
    package var practices: [String]
    package var pilot: Int?
    package var contributors: [Int]
    package var perimeter: [Int]
    package var identifiedOn: Day?
    package var plannedStart: Day?
    package var due: Day?
    package var slippageReason: String
    package var implementedOn: Day?
    package var milestones: [Milestone]
    package var objectives: [String]
    package var indicators: [String]
    package var evidence: [Evidence]
    package var difficulty: Difficulty?
    package var impact: Int?
    package var effort: Int?
    package var cost: Int?
    package var visibility: Visibility
    package var tags: [String]

    /// What an action says today, ready to be changed.
    package init(of action: Action) {
        label = action.label
        description = action.description
        axis = action.axis
        practices = action.practices
        pilot = action.pilot
        contributors = action.contributors
        perimeter = action.perimeter
        identifiedOn = action.identifiedOn
        plannedStart = action.current.plannedStart
        due = action.current.forecast
        slippageReason = action.current.slippageReason
        implementedOn = action.implementedOn
        milestones = action.milestones
        objectives = action.objectives
        indicators = action.indicators
        evidence = action.evidence
        difficulty = action.difficulty
        impact = action.impact
        effort = action.effort
        cost = action.cost
        visibility = action.visibility
        tags = action.tags
    }

    /// A new action with its label, to be filled.
    package init(label: String, identifiedOn: Day) {
        self.label = label
        self.identifiedOn = identifiedOn
        description = ""
        practices = []
        contributors = []
        perimeter = []
        slippageReason = ""
        milestones = []
        objectives = []
        indicators = []
        evidence = []
        visibility = .public
        tags = []
    }

    /// Every rule that it breaks by itself.
    package func violations() -> [Violation] {
        var found: [Violation] = []
        if label.isEmpty { found.append(Violation(.label, .required)) }
        if label.count > 200 { found.append(Violation(.label, .tooLong(max: 200))) }
        if description.count > 20_000 { found.append(Violation(.description, .tooLong(max: 20_000))) }
        for (field, value) in [(Field.impact, impact), (.effort, effort)] {
            if let value, !(1...5).contains(value) { found.append(Violation(field, .outOfRange(1, 5))) }
        }
        if let cost, !(0...100_000_000_000).contains(cost) { found.append(Violation(.cost, .outOfRange(0, 1_000_000_000))) }
        if let plannedStart, let due, due < plannedStart { found.append(Violation(.due, .before(.plannedStart))) }
        for piece in evidence where !isLink(piece.link) { found.append(Violation(.evidence, .notALink(piece.link))) }
        for milestone in milestones where milestone.title.isEmpty { found.append(Violation(.milestones, .required)) }
        let lines = objectives + indicators + tags + milestones.map(\.title) + evidence.map(\.title)
        if lines.contains(where: { $0.count > 1000 }) { found.append(Violation(.objectives, .tooLong(max: 1000))) }
        return found
    }

    /// The rules of the day it came in force: given once the réalisation is done, or for something already in place, which may have been
    /// so before anyone wrote it down.
    fileprivate func violations(inForce: Bool, alreadyInPlace: Bool, today: Day) -> [Violation] {
        guard let implementedOn else { return inForce ? [Violation(.implementedOn, .required)] : [] }
        guard inForce || alreadyInPlace else { return [Violation(.implementedOn, .notYetInForce)] }
        if implementedOn > today { return [Violation(.implementedOn, .inTheFuture)] }
        if !alreadyInPlace, let identifiedOn, implementedOn < identifiedOn { return [Violation(.implementedOn, .before(.identifiedOn))] }
        return []
    }
}

/// What a pilot says of the current stage; what is `nil` stays as it is.
package struct StageReport: Sendable, Equatable {
    package var progress: Progress?
    package var percent: Int?
    package var forecast: Day?
    package var slippageReason: String?
    package var mobilised: String?
    package var deliverableTitle: String?
    package var method: String?
    package var result: String?
    package var perimeter: [Int]?
    package var commitment: Commitment?
    /// The day the stage starts or is done; today unless said.
    package var on: Day?
    package var note: String?

    /// Nothing to say yet.
    package init() {}
}

/// A decision and what the stage that it opens is given.
package struct DecisionEdit: Sendable, Equatable {
    package var decision: Decision
    package var perimeter: [Int]
    package var pilot: Int?
    package var plannedStart: Day?
    package var due: Day?

    package init(decision: Decision, perimeter: [Int], pilot: Int?, plannedStart: Day?, due: Day?) {
        self.decision = decision
        self.perimeter = perimeter
        self.pilot = pilot
        self.plannedStart = plannedStart
        self.due = due
    }
}

/// How an action starts.
package struct ActionStart: Sendable, Equatable {
    package var level: EngagementLevel
    /// Set for something already in place.
    package var commitment: Commitment?
    /// Stages planned after the first, in order.
    package var then: [EngagementLevel]

    package init(level: EngagementLevel, commitment: Commitment?, then: [EngagementLevel]) {
        self.level = level
        self.commitment = commitment
        self.then = then
    }
}

extension Action {
    package static func create(_ id: ActionID, _ edit: ActionEdit, start: ActionStart, today: Day) throws(DomainError) -> Action {
        var violations = edit.violations() + edit.violations(inForce: false, alreadyInPlace: start.commitment != nil, today: today)
        if start.commitment != nil, start.level != .implementation {
            violations.append(Violation(.commitment, .alreadyInPlaceOnlyForImplementation))
        }
        guard violations.isEmpty else { throw .invalid(violations) }
        let first = Stage.opening(
            start.level, phase: .current, pilot: edit.pilot, plannedStart: edit.plannedStart, due: edit.due, perimeter: [],
            commitment: start.commitment)
        let planned = start.then.map {
            Stage.opening($0, phase: .planned, pilot: edit.pilot, plannedStart: nil, due: nil, perimeter: [], commitment: nil)
        }
        var action = Action(
            id: id, version: 1, label: "", description: "", axis: nil, practices: [], contributors: [], perimeter: [],
            identifiedOn: nil, implementedOn: nil, milestones: [], objectives: [], indicators: [], evidence: [], difficulty: nil,
            impact: nil, effort: nil, cost: nil, visibility: .internal, tags: [], archived: false, path: [first] + planned)
        action.take(edit)
        // An action that tests its perimeter is an expérimentation with that perimeter.
        if start.level == .experimentation { action.path[0].perimeter = edit.perimeter }
        return action
    }

    package mutating func apply(_ edit: ActionEdit, planValidated: Bool, today: Day) throws(DomainError) {
        try requireNotArchived()
        var stage = current
        var violations =
            edit.violations() + edit.violations(inForce: isInForce, alreadyInPlace: stage.commitment != nil, today: today)
        if let rule = stage.move(due: edit.due, reason: edit.slippageReason, planValidated: planValidated) {
            violations.append(Violation(.reason, rule))
        }
        guard violations.isEmpty else { throw .invalid(violations) }
        stage.pilot = edit.pilot
        stage.plannedStart = edit.plannedStart
        path[currentIndex] = stage
        take(edit)
    }

    private mutating func take(_ edit: ActionEdit) {
        label = edit.label
        description = edit.description
        axis = edit.axis
        practices = edit.practices
        contributors = edit.contributors
        perimeter = edit.perimeter
        identifiedOn = edit.identifiedOn
        implementedOn = edit.implementedOn
        milestones = edit.milestones
        objectives = edit.objectives
        indicators = edit.indicators
        evidence = edit.evidence
        difficulty = edit.difficulty
        impact = edit.impact
        effort = edit.effort
        cost = edit.cost
        visibility = edit.visibility
        tags = edit.tags
    }

    /// The current stage moves on; the path's rules say what each step needs.
    package mutating func report(_ report: StageReport, planValidated: Bool, today: Day) throws(DomainError) {
        try requireNotArchived()
        guard current.phase == .current else { throw .invalid(.progress, .actionClosed) }
        let index = currentIndex
        var stage = path[index]
        if let mobilised = report.mobilised { stage.mobilised = mobilised }
        if let title = report.deliverableTitle { stage.deliverable.title = title }
        if let method = report.method { stage.deliverable.method = method }
        if let result = report.result { stage.deliverable.result = result }
        if let perimeter = report.perimeter { stage.perimeter = perimeter }
        if let commitment = report.commitment {
            guard stage.level == .implementation else { throw .invalid(.commitment, .alreadyInPlaceOnlyForImplementation) }
            stage.commitment = commitment
        }

        var violations: [Violation] = []
        if let forecast = report.forecast {
            if forecast != stage.forecast, let start = stage.plannedStart, forecast < start {
                violations.append(Violation(.forecast, .before(.plannedStart)))
            } else if let rule = stage.move(
                due: forecast, reason: report.slippageReason ?? stage.slippageReason, planValidated: planValidated)
            {
                violations.append(Violation(.reason, rule))
            }
        }
        path[index] = stage
        if let on = report.on, on > today { violations.append(Violation(.on, .inTheFuture)) }
        violations += advance(to: report.progress, percent: report.percent, on: report.on ?? today)
        for (field, text) in [
            (Field.note, report.note ?? ""), (.mobilised, path[index].mobilised), (.method, path[index].deliverable.method),
            (.result, path[index].deliverable.result),
        ] where text.count > 10_000 {
            violations.append(Violation(field, .tooLong(max: 10_000)))
        }
        guard violations.isEmpty else { throw .invalid(violations) }
    }

    private mutating func advance(to progress: Progress?, percent: Int?, on day: Day) -> [Violation] {
        let index = currentIndex
        let target = progress ?? path[index].progress
        var violations: [Violation] = []
        if let percent, !(0...100).contains(percent) { violations.append(Violation(.percent, .outOfRange(0, 100))) }
        if percent != nil, target != .inProgress { violations.append(Violation(.percent, .percentOnlyInProgress)) }
        if target != .toDo { violations += missing(toReach: target) }
        guard violations.isEmpty else { return violations }

        path[index].percent = target == .inProgress ? percent ?? (progress == nil ? path[index].percent : nil) : nil
        guard target != path[index].progress else { return [] }
        if target == .done, let startedOn = path[index].startedOn, day < startedOn { return [Violation(.on, .before(.startedOn))] }
        path[index].progress = target
        switch target {
        case .toDo:
            path[index].startedOn = nil
            path[index].doneOn = nil
        case .inProgress:
            path[index].startedOn = path[index].startedOn ?? day
            path[index].doneOn = nil
        case .done:
            path[index].startedOn = path[index].startedOn ?? day
            path[index].doneOn = day
        }
        let alreadyInPlace = path[index].commitment != nil
        if path[index].level == .implementation {
            // What was already in place stays so while its commitment moves.
            implementedOn = target == .done ? implementedOn ?? day : alreadyInPlace ? implementedOn : nil
        }
        // What was under way on a day was known of by then.
        if !alreadyInPlace, target != .toDo, let known = identifiedOn, day < known { identifiedOn = day }
        return []
    }

    /// What the current stage lacks to start or to be done.
    private func missing(toReach progress: Progress) -> [Violation] {
        let stage = current
        let parts: [(Field, String)] = [
            (.deliverable, stage.deliverable.title), (.method, stage.deliverable.method), (.result, stage.deliverable.result),
        ]
        switch stage.level {
        case .reflection where progress == .done:
            let empty = parts.filter(\.1.isEmpty).map(\.0)
            return empty.isEmpty ? [] : [Violation(empty[0], .deliverableNeeded(empty))]
        case .experimentation:
            if stage.perimeter.isEmpty { return [Violation(.perimeter, .perimeterNeeded)] }
            let empty = parts.dropFirst().filter(\.1.isEmpty).map(\.0)
            return progress == .done && !empty.isEmpty ? [Violation(empty[0], .resultsNeeded(empty))] : []
        case .reflection, .implementation:
            return []
        }
    }

    /// Ends the current stage and opens the right next one. A due date given to a stage that was promised for another day is a slippage,
    /// which the decision's reason explains.
    package mutating func decide(_ edit: DecisionEdit, planValidated: Bool, today: Day) throws(DomainError) {
        try requireNotArchived()
        let index = currentIndex
        let stage = path[index]
        let outcome = edit.decision.outcome
        guard stage.phase == .current else { throw .invalid(.outcome, .actionClosed) }
        try require(outcome, on: stage)

        var violations: [Violation] = []
        if edit.decision.by.isEmpty { violations.append(Violation(.decidedBy, .required)) }
        if edit.decision.on > today { violations.append(Violation(.decidedOn, .inTheFuture)) }
        if outcome == .stop || outcome == .goBack, edit.decision.reason.isEmpty {
            violations.append(Violation(.reason, .reasonNeeded))
        }
        if let start = edit.plannedStart, let due = edit.due, due < start { violations.append(Violation(.due, .before(.plannedStart))) }

        let planned = path[(index + 1)...]
        guard let level = outcome.opens(after: stage.level) else {
            guard violations.isEmpty else { throw .invalid(violations) }
            path[index].phase = .ended
            path[index].decision = edit.decision
            path.removeSubrange((index + 1)...)
            return
        }
        // The stage planned for that level is the one that opens; a prolongation is always a new one.
        let match = outcome == .extend ? nil : planned.firstIndex { $0.level == level }
        var next =
            match.map { path[$0] }
            ?? .opening(
                level, phase: .planned, pilot: nil, plannedStart: nil, due: nil, perimeter: [], commitment: nil)
        next.phase = .current
        next.pilot = edit.pilot ?? next.pilot ?? stage.pilot
        next.plannedStart = edit.plannedStart ?? next.plannedStart
        if let due = edit.due, let rule = next.move(due: due, reason: edit.decision.reason, planValidated: planValidated) {
            violations.append(Violation(.reason, rule))
        }
        if level == .experimentation {
            if !edit.perimeter.isEmpty { next.perimeter = edit.perimeter }
            if next.perimeter.isEmpty, outcome == .extend { next.perimeter = stage.perimeter }
            if next.perimeter.isEmpty { violations.append(Violation(.perimeter, .perimeterNeeded)) }
        }
        guard violations.isEmpty else { throw .invalid(violations) }
        path[index].phase = .ended
        path[index].decision = edit.decision
        if outcome == .goBack { implementedOn = nil }
        // Planned stages that come before the one that opens are skipped by the decision.
        let rest = match.map { path[($0 + 1)...] } ?? path[(index + 1)...]
        path = Array(path[...index]) + [next] + rest
    }

    private func require(_ outcome: Outcome, on stage: Stage) throws(DomainError) {
        guard stage.level.openOutcomes.contains(outcome) else { throw .invalid(.outcome, .outcomeNotOpen(outcome, from: stage.level)) }
        guard stage.level == .implementation || stage.progress == .done else {
            throw .invalid(.outcome, .stageNotDone(stage.level))
        }
    }

    /// Replaces the stages planned after the current one. Each takes up the next one known of its level: once the plan is validated, that
    /// one keeps the due date it was promised for, and moves with a reason.
    package mutating func plan(_ stages: [Stage], reason: String, planValidated: Bool) throws(DomainError) {
        try requireNotArchived()
        guard !isClosed else { throw .invalid(.path, .actionClosed) }
        var known = Array(path[(currentIndex + 1)...])
        var next: [Stage] = []
        for var stage in stages {
            if let start = stage.plannedStart, let due = stage.forecast, due < start { throw .invalid(.path, .before(.plannedStart)) }
            if let index = known.firstIndex(where: { $0.level == stage.level }) {
                let due = stage.forecast
                let before = known.remove(at: index)
                (stage.baseline, stage.forecast, stage.slippageReason) = (before.baseline, before.forecast, before.slippageReason)
                // A reason given for the path is that of the stages that move.
                if due != before.forecast, let rule = stage.move(due: due, reason: reason, planValidated: planValidated) {
                    throw .invalid(.reason, rule)
                }
            }
            next.append(stage)
        }
        path = Array(path[...currentIndex]) + next
    }

    func requireNotArchived() throws(DomainError) {
        guard !archived else { throw .invalid(.archived, .actionArchived) }
    }
}
