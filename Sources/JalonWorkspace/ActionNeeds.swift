/// What actions need: read for one or for a page of them, said for one or for several at once.
package import JalonDomain
package import JalonStore
import SQL

/// What an action needs, with what a form proposes around it.
package struct NeedsSheet: Sendable {
    package let plan: Plan
    package let action: Action
    /// Without its costs for who may not read them.
    package let needs: ActionNeeds
    package let remaining: [RemainingStage]
    /// The action's pilot's first, then those that have means in the plan or that the action asks for, by name.
    package let directions: [Party]
    /// Every other unit.
    package let others: [Party]
    package let horizon: PlanHorizon
    package let readsInternal: Bool
    package let mayEstimate: Bool
}

/// A page of a plan's actions, each with what it needs.
package struct NeedsGrid: Sendable {
    /// Of a page.
    package static let size = 8

    package struct Line: Sendable {
        package let action: Action
        package let needs: ActionNeeds
        package let remaining: [RemainingStage]
        package let mayEstimate: Bool
    }

    package let plan: Plan
    package let lines: [Line]
    package let filter: ActionFilter
    package let previous: ActionCursor?
    package let next: ActionCursor?
    /// Those that have means in the plan, or that an action of the page asks for, by name.
    package let directions: [Party]
    package let choices: FilterChoices
    /// Open actions of the plan, and how many of them lack an estimate of a stage ahead.
    package let open: Int
    package let notEstimated: Int
}

/// What someone says of an action's needs. `nil` leaves what stands.
package struct ActionNeedsEdit: Sendable, Equatable {
    /// Of those stages alone, whole.
    package var stages: [StageKey: StageEstimate]
    package var window: Window?
    package var standing: Standing?

    package struct Window: Sendable, Equatable {
        package var notBefore: Period?
        package var notAfter: Period?

        package init(notBefore: Period?, notAfter: Period?) {
            self.notBefore = notBefore
            self.notAfter = notAfter
        }
    }

    /// Whether it must, and whether proposals leave it out: for who builds the plan.
    package struct Standing: Sendable, Equatable {
        package var obligation: Obligation?
        package var isExcluded: Bool
        package var reason: String

        package init(obligation: Obligation?, isExcluded: Bool, reason: String) {
            self.obligation = obligation
            self.isExcluded = isExcluded
            self.reason = reason
        }
    }

    package init(stages: [StageKey: StageEstimate] = [:], window: Window? = nil, standing: Standing? = nil) {
        self.stages = stages
        self.window = window
        self.standing = standing
    }
}

/// An action whose needs are said among others: the version that was read, and what is said.
package struct NeedsInput: Sendable {
    package let number: Int
    package let reading: Int?
    package let edit: ActionNeedsEdit

    package init(number: Int, reading: Int?, edit: ActionNeedsEdit) {
        self.number = number
        self.reading = reading
        self.edit = edit
    }
}

/// Several actions' needs of which some cannot be: nothing was saved. By their numbers.
package struct NeedsRefusal: Error {
    package let errors: [Int: DomainError]
}

extension Workspace {
    package func needs(of id: ActionID, _ visitor: Visitor) async throws -> Seen<NeedsSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(id.plan)
            let action = try scene.action(id)
            let readsInternal = scene.actor.readsInternal(pilot: action.pilot)
            var needs = try scene.means.needs(plan: id.plan, of: [id.number])[id.number] ?? .none
            if !readsInternal { for key in needs.stages.keys { needs.stages[key]?.cost = nil } }
            let units = try scene.parties.all().filter { $0.kind == .unit }
            let asked = Set(try scene.means.means(of: id.plan).capacities.map(\.direction) + needs.stages.values.flatMap(\.effort.keys))
            let own = try action.pilot.flatMap { try scene.parties.find($0)?.direction }
            let named = units.filter { asked.contains($0.id) || $0.id == own }
            return NeedsSheet(
                plan: plan, action: action, needs: needs, remaining: action.remaining(needs, today: scene.today),
                directions: named.filter { $0.id == own } + named.filter { $0.id != own },
                others: units.filter { unit in !unit.archived && !named.contains { $0.id == unit.id } },
                horizon: PlanHorizon(from: plan.from, to: plan.to, today: scene.today), readsInternal: readsInternal,
                mayEstimate: scene.mayEstimate(action, in: plan))
        }
    }

    /// The open actions that the filter keeps, by number.
    package func needsGrid(
        of number: Int, _ filter: ActionFilter, at cursor: ActionCursor?, _ visitor: Visitor
    ) async throws -> Seen<NeedsGrid> {
        try await look(visitor, needs: .reportOnOwn, menu: false) { scene in
            let plan = try scene.plan(number)
            var query = ActionQuery()
            query.filter = try scene.following(filter)
            query.filter.closed = false
            query.filter.archived = false
            query.sort = .number
            query.cursor = cursor
            let page = try scene.actions.list(plan: number, query, today: scene.today, size: NeedsGrid.size)
            let numbers = page.rows.map(\.number)
            let needs = try scene.means.needs(plan: number, of: numbers)
            let lines = try scene.actions.these(numbers, plan: number).map { action in
                var own = needs[action.id.number] ?? .none
                if !scene.actor.readsInternal(pilot: action.pilot) { for key in own.stages.keys { own.stages[key]?.cost = nil } }
                return NeedsGrid.Line(
                    action: action, needs: own, remaining: action.remaining(own, today: scene.today),
                    mayEstimate: scene.mayEstimate(action, in: plan))
            }
            let asked = Set(
                try scene.means.means(of: number).capacities.map(\.direction)
                    + needs.values.flatMap { $0.stages.values.flatMap(\.effort.keys) })
            let counts = try scene.remembered("needs", plan: number) { try scene.estimated(plan: number) }
            return NeedsGrid(
                plan: plan, lines: lines, filter: query.filter, previous: page.previous, next: page.next,
                directions: try scene.parties.all().filter { asked.contains($0.id) }, choices: try scene.filterChoices(),
                open: counts.open, notEstimated: counts.notEstimated)
        }
    }

    /// `reading` is the version that was read; `nil` takes them as they stand.
    package func setNeeds(of id: ActionID, reading: Int?, _ edit: ActionNeedsEdit, as visitor: Visitor) async throws -> ActionNeeds {
        try await change(visitor, needs: .reportOnOwn) { scene in
            let plan = try scene.plan(id.plan)
            try plan.requireOpen()
            return try scene.setNeeds(of: id, reading: reading, edit, in: plan)
        }
    }

    /// Those of several actions of a plan, all or nothing.
    package func setNeeds(_ inputs: [NeedsInput], of number: Int, as visitor: Visitor) async throws {
        try await change(visitor, needs: .reportOnOwn) { scene in
            let plan = try scene.plan(number)
            try plan.requireOpen()
            var errors: [Int: DomainError] = [:]
            for input in inputs {
                do {
                    _ = try scene.setNeeds(of: ActionID(plan: number, number: input.number), reading: input.reading, input.edit, in: plan)
                } catch let error as DomainError {
                    errors[input.number] = error
                }
            }
            guard errors.isEmpty else { throw NeedsRefusal(errors: errors) }
        }
    }
}

extension Scene {
    func mayEstimate(_ action: Action, in plan: Plan) -> Bool {
        guard plan.state != .closed, !action.archived, !action.isClosed, actor.role.grants(.reportOnOwn) else { return false }
        return actor.role != .pilot || actor.owns(pilot: action.pilot)
    }

    fileprivate func setNeeds(of id: ActionID, reading: Int?, _ edit: ActionNeedsEdit, in plan: Plan) throws -> ActionNeeds {
        let action = try action(id)
        try actor.requireReport(onPilot: action.pilot)
        guard !action.archived else { throw DomainError.invalid(.archived, .actionArchived) }
        guard !action.isClosed else { throw DomainError.invalid(.needs, .actionClosed) }
        let before = try means.needs(plan: id.plan, of: [id.number])[id.number] ?? .none
        if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
        var after = before
        let ahead = Set(action.remaining(before, today: today).map(\.key))
        for (key, estimate) in edit.stages {
            guard ahead.contains(key) else { throw DomainError.invalid(.needs, .planning(.stageNotAhead(key.level))) }
            after.stages[key] = estimate.isEmpty ? nil : estimate
        }
        if let window = edit.window { (after.notBefore, after.notAfter) = (window.notBefore, window.notAfter) }
        if let standing = edit.standing {
            (after.obligation, after.isExcluded, after.reason) = (standing.obligation, standing.isExcluded, standing.reason)
            let isSame = (before.obligation, before.isExcluded, before.reason) == (after.obligation, after.isExcluded, after.reason)
            if !isSame { try actor.require(.editPlan) }
        }
        try after.check()
        let units = Set(try parties.all().filter { $0.kind == .unit }.map(\.id))
        for party in after.stages.values.flatMap(\.effort.keys) where !units.contains(party) {
            throw DomainError.invalid(.staffDays, .planning(.notADirection(try parties.find(party)?.name ?? String(party))))
        }
        guard after != before else { return before }
        after.version += 1
        guard try means.save(after, of: id) else { throw DomainError.conflict(read: before.version, current: after.version) }
        let names = try partyNames()
        try journal.write(
            .needsEstimated, subject: "needs \(id)", plan: id.plan, action: id.number, version: after.version,
            changes: changes(from: NeedsFields.of(before, names), to: NeedsFields.of(after, names)), by: actor, at: now)
        return after
    }

    /// How many open actions of a plan have a stage ahead, and how many of these lack an estimate.
    fileprivate func estimated(plan: Int) throws -> (open: Int, notEstimated: Int) {
        let needs = try means.needs(plan: plan)
        let ahead = try actions.all(plan: plan).map { $0.remaining(needs[$0.id.number] ?? .none, today: today) }.filter { !$0.isEmpty }
        return (ahead.count, ahead.count { !$0.allSatisfy(\.isEstimated) })
    }
}

enum NeedsFields {
    /// What the journal compares; stages as « experimentation|3|120000|Direction du numérique 5|Achats 2 ».
    static func of(_ needs: ActionNeeds, _ names: [Int: String]) -> [Field: String] {
        [
            .needs: needs.stages.sorted { $0.key < $1.key }.map { key, stage in
                let effort = stage.effort.map { "\(names[$0.key] ?? "") \(Figure.plain($0.value))" }.sorted()
                return ([key.code, stage.quarters.map(String.init) ?? "", stage.cost.map(String.init) ?? ""] + effort)
                    .joined(separator: "|")
            }.joined(separator: "\n"),
            .notBefore: needs.notBefore?.code ?? "", .notAfter: needs.notAfter?.code ?? "",
            .obligation: needs.obligation?.rawValue ?? "", .excluded: needs.isExcluded ? "true" : "", .reason: needs.reason,
        ]
    }
}
