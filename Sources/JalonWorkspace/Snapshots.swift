/// Freezing a plan, and what differs between a frozen state and a later one.
package import JalonDomain
package import JalonStore

/// What changed from a frozen state of a plan to a later one.
package struct PlanDifference: Sendable {
    package let plan: Plan
    package let from: Freeze
    /// `nil` for the plan as it stands.
    package let to: Freeze?
    /// Of the plan itself.
    package let head: [Change]
    package let tally: [PlanChangeKind: Int]
    package let kind: PlanChangeKind?
    /// A page of the actions that changed, by number; the reader's rights leave their cost out.
    package let actions: [ActionDifference]
    /// The number that the next page starts after.
    package let next: Int?
}

extension Workspace {
    /// From one freeze to another, or to the plan as it stands.
    package func difference(
        of number: Int, from freeze: Int, to later: PlanSide, kind: PlanChangeKind? = nil, after cursor: Int = 0, limit: Int,
        _ visitor: Visitor
    ) async throws -> Seen<PlanDifference> {
        try await look(visitor, needs: .read, menu: false) { scene in
            try scene.difference(
                of: try scene.plan(number), from: freeze, to: later, kind: kind, after: cursor, limit: limit)
        }
    }
}

extension Scene {
    var snapshots: SnapshotStore { SnapshotStore(sql, organisation: organisation.id) }

    /// Keeps the plan and all its actions as they stand, in the transaction of what it is kept for; answers the number of the freeze.
    func freeze(_ plan: Plan, for occasion: FreezeOccasion) throws -> Int {
        let actions = try actions.all(plan: plan.number)
        try recordComputed(of: plan.number)
        return try snapshots.insert(
            try frozenPlan(plan), zip(try frozen(actions, of: plan), actions).map { ($0, $1.version) }, for: occasion, by: actor.name,
            at: now)
    }

    func frozen(_ actions: [Action], of plan: Plan) throws -> [FrozenAction] {
        let parties = FrozenParty.all(try parties.all())
        let axes = Dictionary(uniqueKeysWithValues: plan.axes.map { ($0.number, $0) })
        let promises = try promises(of: plan.number)
        return actions.map { FrozenAction(of: $0, parties, axes, promises: promises[$0.id]) }
    }

    /// What the indicators of a plan promise, action by action.
    private func promises(of plan: Int) throws -> [ActionID: [FrozenIndicator]] {
        try remembered("promises", plan: plan) {
            var promises: [ActionID: [FrozenIndicator]] = [:]
            for one in try indicators.serving(plan: plan) {
                for action in one.indicator.definition.actions where action.plan == plan {
                    promises[action, default: []].append(FrozenIndicator(of: one.indicator))
                }
            }
            return promises
        }
    }

    func frozenPlan(_ plan: Plan) throws -> FrozenPlan {
        FrozenPlan(of: plan, catalogue: try catalogues.find(plan.catalogue)?.reference.description ?? "")
    }

    func frozen(_ plan: Int, _ freeze: Int) throws -> Freeze {
        guard let found = try snapshots.find(plan: plan, freeze) else { throw DomainError.notFound(.version) }
        return found
    }

    /// A page of it; all for no limit.
    func difference(
        of plan: Plan, from freeze: Int, to later: PlanSide, kind: PlanChangeKind? = nil, after number: Int = 0, limit: Int = Int.max - 1
    ) throws -> PlanDifference {
        let from = try frozen(plan.number, freeze)
        var to: Freeze?
        if case .frozen(let id) = later { to = try frozen(plan.number, id) }
        let numbers = try snapshots.changed(
            plan: plan.number, from: freeze, to: later, kind: kind, after: number, limit: limit + 1)
        let page = Array(numbers.prefix(limit))
        let before = try snapshots.these(page, plan: plan.number, freeze)
        let after =
            try to.map { try snapshots.these(page, plan: plan.number, $0.id) }
            ?? frozen(try actions.these(page, plan: plan.number), of: plan)
        let was = Dictionary(uniqueKeysWithValues: before.map { ($0.number, readable($0)) })
        return PlanDifference(
            plan: plan, from: from, to: to, head: from.plan.changes(to: try to?.plan ?? frozenPlan(plan)),
            tally: try remembered("changes from \(freeze) to \(later)", plan: plan.number) {
                try snapshots.tally(plan: plan.number, from: freeze, to: later)
            }, kind: kind,
            actions: after.compactMap { ActionDifference(from: was[$0.number], to: readable($0)) },
            next: numbers.count > limit ? page.last : nil)
    }

    /// Without its cost for who may not read it.
    func readable(_ action: FrozenAction) -> FrozenAction {
        guard !actor.readsInternal(pilot: action.pilot?.id) else { return action }
        var copy = action
        copy.cost = nil
        return copy
    }
}
