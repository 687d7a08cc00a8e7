/// Actions: add, edit, report, decide, archive.
package import JalonDomain
import JalonStore
import SQL

/// An action as typed: the parties by name.
package struct ActionInput: Sendable, Equatable {
    package var edit: ActionEdit
    package var pilot: String
    package var contributors: [String]
    package var perimeter: [String]

    package init(edit: ActionEdit, pilot: String, contributors: [String], perimeter: [String]) {
        self.edit = edit
        self.pilot = pilot
        self.contributors = contributors
        self.perimeter = perimeter
    }

    /// What an action says today.
    package init(of action: Action, names: [Int: String]) {
        func named(_ ids: [Int]) -> [String] { ids.compactMap { names[$0] } }
        self.init(
            edit: ActionEdit(of: action), pilot: action.pilot.flatMap { names[$0] } ?? "", contributors: named(action.contributors),
            perimeter: named(action.perimeter))
    }
}

/// A report as typed: the perimeter by name, `nil` when untouched.
package struct ReportInput: Sendable, Equatable {
    package var report: StageReport
    package var perimeter: [String]?

    package init(report: StageReport, perimeter: [String]?) {
        self.report = report
        self.perimeter = perimeter
    }
}

/// A decision as typed.
package struct DecisionInput: Sendable, Equatable {
    package var decision: Decision
    package var perimeter: [String]
    package var pilot: String
    package var plannedStart: Day?
    package var due: Day?

    package init(decision: Decision, perimeter: [String], pilot: String, plannedStart: Day?, due: Day?) {
        self.decision = decision
        self.perimeter = perimeter
        self.pilot = pilot
        self.plannedStart = plannedStart
        self.due = due
    }
}

/// A stage planned after the current one, as typed.
package struct PlannedStageInput: Sendable, Equatable {
    package var level: EngagementLevel
    package var pilot: String
    package var plannedStart: Day?
    package var due: Day?
    package var perimeter: [String]

    package init(level: EngagementLevel, pilot: String, plannedStart: Day?, due: Day?, perimeter: [String]) {
        self.level = level
        self.pilot = pilot
        self.plannedStart = plannedStart
        self.due = due
        self.perimeter = perimeter
    }
}

/// What a change gave: the action as it stands, and the parties that it made known.
package struct Changed: Sendable {
    package let action: Action
    package let created: [Party]

    package init(action: Action, created: [Party]) {
        self.action = action
        self.created = created
    }
}

/// An action to add: how it is described and how it starts.
package struct NewAction: Sendable, Equatable {
    package var input: ActionInput
    package var start: ActionStart

    package init(input: ActionInput, start: ActionStart) {
        self.input = input
        self.start = start
    }
}

extension Workspace {
    package func addAction(_ new: NewAction, to plan: Int, as visitor: Visitor) async throws -> Changed {
        let (actions, created) = try await addActions([new], to: plan, as: visitor)
        guard let action = actions.first else { throw DomainError.invalid(.label, .emptySelection) }
        return Changed(action: action, created: created)
    }

    /// All of them or none; `after` is how many actions the plan was known to have, so that a form sent twice adds them once.
    package func addActions(
        _ new: [NewAction], to number: Int, after read: Int? = nil, as visitor: Visitor
    ) async throws -> (actions: [Action], created: [Party]) {
        try await change(visitor, needs: .editPlan) { scene in
            guard !new.isEmpty else { throw DomainError.invalid(.practices, .emptySelection) }
            let plan = try scene.plan(number)
            try plan.requireOpen()
            let guide = try PlanGuide(plan, scene)
            var names = PartyNames(scene)
            var known = try scene.partyNames()
            var next = try scene.actions.nextNumber(plan: number)
            if let read, read != next - 1 { throw DomainError.conflict(read: read, current: next - 1) }
            var actions: [Action] = []
            for draft in new {
                let edit = try scene.resolve(draft.input, &names, guide)
                let action = try Action.create(ActionID(plan: number, number: next), edit, start: draft.start, today: scene.today)
                next += 1
                for party in names.created { known[party.id] = party.name }
                try scene.actions.insert(action, summary: guide.summary(of: action, known, at: scene.now))
                try scene.journal(.created, action, changes(from: [:], to: ActionFields.of(action, guide, known)))
                actions.append(action)
            }
            return (actions, names.created)
        }
    }

    /// `reading` is the version that was read; `nil` takes the action as it stands. Stages, when given, replace those planned after the
    /// current one.
    package func edit(
        _ id: ActionID, reading: Int?, _ input: ActionInput, then stages: [PlannedStageInput]? = nil, as visitor: Visitor
    ) async throws -> Changed {
        try await change(id, reading, .edited, needs: .editPlan, as: visitor) { action, plan, guide, names, scene in
            let validated = plan.hasBeenValidated
            try action.apply(
                try scene.resolve(input, &names, guide, keeping: action.practices), planValidated: validated, today: scene.today)
            if let stages { try action.plan(try names.stages(stages), reason: input.edit.slippageReason, planValidated: validated) }
        }
    }

    /// A pilot reports on own actions, a coordinator on all.
    package func report(_ id: ActionID, reading: Int?, _ input: ReportInput, as visitor: Visitor) async throws -> Changed {
        try await change(id, reading, .reported, needs: .reportOnOwn, as: visitor) { action, plan, _, names, scene in
            try scene.report(input, on: &action, plan, &names)
        }
    }

    package func decide(_ id: ActionID, reading: Int?, _ input: DecisionInput, as visitor: Visitor) async throws -> Changed {
        try await change(id, reading, .decided, needs: .decide, as: visitor) { action, plan, _, names, scene in
            try action.decide(try names.decision(input), planValidated: plan.hasBeenValidated, today: scene.today)
        }
    }

    /// A report and, when a decision comes with it, the decision: one change of the action's path, all or nothing.
    package func report(
        _ id: ActionID, _ input: ReportInput, thenDecide decision: DecisionInput, as visitor: Visitor
    ) async throws -> Changed {
        try await change(id, nil, .decided, needs: .decide, as: visitor) { action, plan, _, names, scene in
            try scene.report(input, on: &action, plan, &names)
            try action.decide(try names.decision(decision), planValidated: plan.hasBeenValidated, today: scene.today)
        }
    }

    /// `reason` says why stages that were promised for a day move.
    package func planPath(
        _ id: ActionID, reading: Int?, _ stages: [PlannedStageInput], reason: String, as visitor: Visitor
    ) async throws -> Changed {
        try await change(id, reading, .pathPlanned, needs: .editPlan, as: visitor) { action, plan, _, names, _ in
            try action.plan(try names.stages(stages), reason: reason, planValidated: plan.hasBeenValidated)
        }
    }

    package func setArchived(_ archived: Bool, _ id: ActionID, as visitor: Visitor) async throws -> Changed {
        try await change(id, nil, archived ? .archived : .restored, needs: .editPlan, as: visitor) { action, _, _, _, _ in
            action.archived = archived
        }
    }

    private func change(
        _ id: ActionID, _ reading: Int?, _ verb: JournalVerb, needs permission: Permission, as visitor: Visitor,
        _ body: @escaping @Sendable (inout Action, Plan, PlanGuide, inout PartyNames, Scene) throws -> Void
    ) async throws -> Changed {
        try await change(visitor, needs: permission) { scene in
            var names = PartyNames(scene)
            let action = try scene.change(id, reading, verb, &names) { try body(&$0, $1, $2, &$3, scene) }
            return Changed(action: action, created: names.created)
        }
    }
}

extension Scene {
    /// One change of an action of an open plan, saved and journaled where something differs; `told` is said beside in the journal.
    func change(
        _ id: ActionID, _ reading: Int?, _ verb: JournalVerb, _ names: inout PartyNames, telling told: [Change] = [],
        _ body: (inout Action, Plan, PlanGuide, inout PartyNames) throws -> Void
    ) throws -> Action {
        let plan = try plan(id.plan)
        let before = try action(id)
        try plan.requireOpen()
        if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
        let guide = try PlanGuide(plan, self)
        var after = before
        try body(&after, plan, guide, &names)
        guard after != before else { return before }
        try save(&after, insteadOf: before, verb, guide, try partyNames(), telling: told)
        return after
    }
}

extension PartyNames {
    mutating func decision(_ input: DecisionInput) throws -> DecisionEdit {
        DecisionEdit(
            decision: input.decision, perimeter: try resolve(input.perimeter, preferring: .unit),
            pilot: try resolve(input.pilot, preferring: .position), plannedStart: input.plannedStart, due: input.due)
    }

    fileprivate mutating func stages(_ planned: [PlannedStageInput]) throws -> [Stage] {
        try planned.map {
            Stage.opening(
                $0.level, phase: .planned, pilot: try resolve($0.pilot, preferring: .position), plannedStart: $0.plannedStart,
                due: $0.due, perimeter: try resolve($0.perimeter, preferring: .unit), commitment: nil)
        }
    }
}

/// The practices of a plan's catalogue, looked up while its actions change.
struct PlanGuide {
    let practices: [String: PracticeEntry]
    let axes: [Int: Axis]
    /// Where each axis stands in the plan's order.
    let places: [Int: Int]

    init(_ plan: Plan, _ scene: Scene) throws {
        practices = Dictionary(uniqueKeysWithValues: try scene.catalogues.practices(plan.catalogue).map { ($0.id, $0) })
        axes = Dictionary(uniqueKeysWithValues: plan.axes.map { ($0.number, $0) })
        places = Dictionary(uniqueKeysWithValues: plan.axes.enumerated().map { ($1.number, $0) })
    }

    /// That of the first practice's theme.
    func axis(of answered: [String]) -> Int? {
        guard let theme = answered.first.flatMap({ practices[$0]?.theme }) else { return nil }
        return axes.values.filter { $0.theme == theme }.map(\.number).min()
    }

    /// The best priority among the practices that the action answers.
    func summary(of action: Action, _ names: [Int: String], at now: Instant) -> ActionSummary {
        ActionSummary(
            of: action, priority: action.practices.compactMap { practices[$0]?.priority }.min(),
            pilotName: action.pilot.flatMap { names[$0] }, axisPlace: action.axis.flatMap { places[$0] }, changedAt: now)
    }
}

extension Scene {
    func partyNames() throws -> [Int: String] {
        Dictionary(uniqueKeysWithValues: try parties.all().map { ($0.id, $0.name) })
    }

    fileprivate func report(_ input: ReportInput, on action: inout Action, _ plan: Plan, _ names: inout PartyNames) throws {
        try actor.requireReport(onPilot: action.pilot)
        var report = input.report
        report.perimeter = try input.perimeter.map { try names.resolve($0, preferring: .unit) }
        try action.report(report, planValidated: plan.hasBeenValidated, today: today)
        try note(report.note, about: report.on ?? today, on: action.id)
    }

    /// A note stands beside the action and in its journal, whether or not something else changed.
    func note(_ words: String?, about day: Day, on id: ActionID) throws {
        guard let words, !words.isEmpty else { return }
        try journal.writeNote(words, about: day, on: id, by: actor, at: now)
        try journal.write(
            .noted, subject: "action \(id)", plan: id.plan, action: id.number, version: nil,
            changes: [Change(field: .note, before: "", after: words)], by: actor, at: now)
    }

    /// Saves an action in place of what was read, and journals what differs.
    func save(
        _ after: inout Action, insteadOf before: Action, _ verb: JournalVerb, _ guide: PlanGuide, _ known: [Int: String],
        telling told: [Change] = []
    ) throws {
        let differences = changes(from: ActionFields.of(before, guide, known), to: ActionFields.of(after, guide, known)) + told
        after.version += 1
        guard try actions.save(after, summary: guide.summary(of: after, known, at: now)) else {
            throw DomainError.conflict(read: before.version, current: after.version)
        }
        try journal(verb, after, differences)
    }

    func journal(_ verb: JournalVerb, _ action: Action, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "action \(action.id)", plan: action.id.plan, action: action.id.number, version: action.version,
            changes: changes, by: actor, at: now)
    }

    /// Checks what stands in other tables (practices, axis) and resolves names.
    ///
    /// An action may keep practices that the plan's catalogue, since it was moved to another, does not know.
    func resolve(
        _ input: ActionInput, _ names: inout PartyNames, _ guide: PlanGuide, keeping known: [String] = []
    ) throws -> ActionEdit {
        var edit = input.edit
        var violations: [Violation] = []
        for practice in edit.practices where guide.practices[practice] == nil && !known.contains(practice) {
            violations.append(Violation(.practices, .unknown(practice)))
        }
        if let axis = edit.axis, guide.axes[axis] == nil { violations.append(Violation(.axis, .unknown(String(axis)))) }
        guard violations.isEmpty else { throw DomainError.invalid(violations) }
        // Without an axis of its own, an action stands on the axis of its first practice's theme.
        if edit.axis == nil { edit.axis = guide.axis(of: edit.practices) }
        edit.pilot = try names.resolve(input.pilot, preferring: .position)
        edit.contributors = try names.resolve(input.contributors, preferring: .unit)
        edit.perimeter = try names.resolve(input.perimeter, preferring: .unit)
        return edit
    }
}

enum ActionFields {
    /// What the journal compares: every field in words that do not change with the reader.
    static func of(_ action: Action, _ guide: PlanGuide, _ names: [Int: String]) -> [Field: String] {
        func list(_ ids: [Int]) -> String { ids.map { names[$0] ?? "?" }.joined(separator: ", ") }
        let stage = action.current
        let decision = action.path.last { $0.decision != nil }?.decision
        return [
            .label: action.label, .description: action.description, .axis: action.axis.flatMap { guide.axes[$0]?.title } ?? "",
            .practices: action.practices.joined(separator: ", "), .contributors: list(action.contributors),
            .identifiedOn: action.identifiedOn?.iso ?? "",
            .implementedOn: action.implementedOn?.iso ?? "",
            .milestones: action.milestones.map { "\($0.title) (\($0.due?.iso ?? "–"), \($0.reachedOn?.iso ?? "–"))" }
                .joined(separator: "\n"),
            .objectives: action.objectives.joined(separator: "\n"), .indicators: action.indicators.joined(separator: "\n"),
            .evidence: action.evidence.map { "\($0.title) \($0.link)" }.joined(separator: "\n"),
            .difficulty: action.difficulty?.rawValue ?? "", .impact: action.impact.map(String.init) ?? "",
            .effort: action.effort.map(String.init) ?? "", .cost: action.cost.map(String.init) ?? "",
            .visibility: action.visibility.rawValue, .tags: action.tags.joined(separator: ", "),
            .archived: action.archived ? "true" : "false",
            .path: action.path.map { stage in
                // The current stage's own fields stand apart; those of the others are said here alone.
                [
                    stage.level.rawValue, stage.phase.rawValue, stage.pilot.flatMap { names[$0] }, stage.plannedStart?.iso,
                    stage.baseline?.iso, stage.forecast?.iso, stage.slippageReason, list(stage.perimeter), stage.decision?.reason,
                ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
            }.joined(separator: "\n"),
            .level: stage.level.rawValue, .progress: stage.progress.rawValue, .percent: stage.percent.map(String.init) ?? "",
            .pilot: stage.pilot.flatMap { names[$0] } ?? "", .plannedStart: stage.plannedStart?.iso ?? "",
            .baseline: stage.baseline?.iso ?? "", .forecast: stage.forecast?.iso ?? "", .reason: stage.slippageReason,
            .startedOn: stage.startedOn?.iso ?? "", .doneOn: stage.doneOn?.iso ?? "", .mobilised: stage.mobilised,
            .deliverable: stage.deliverable.title, .method: stage.deliverable.method, .result: stage.deliverable.result,
            .perimeter: list(action.perimeter),
            .commitment: stage.commitment?.rawValue ?? "",
            .outcome: decision?.outcome.rawValue ?? "", .decidedBy: decision?.by ?? "", .decidedOn: decision?.on.iso ?? "",
            .meeting: decision?.meeting ?? "",
        ]
    }
}
