/// All that a proposal is made from, in one read: the means of a plan, and its actions with what is ahead of them.
package import JalonDomain
import JalonStore
import SQL

/// Quarter 0 is the first calendar quarter of the horizon: that of today, or of the plan's start when it is to come; the last one is that of
/// the plan's end. The quarter of today counts whole.
package struct PlanNeeds: Sendable {
    package struct Direction: Sendable, Equatable {
        package let id: Int
        package let name: String
        /// People-days in each quarter of the horizon; `nil` for a direction that stages ask for and of which no means were said: unknown,
        /// not zero.
        package let capacity: [Double]?
    }

    /// Why an action can or cannot be planned.
    package enum Readiness: Sendable, Equatable {
        /// Every stage ahead is estimated.
        case ready
        /// Some of them lack a duration, days or a cost: it is listed, not planned.
        case notEstimated
        /// Nothing is ahead: its last stage is done and awaits a decision.
        case awaitsDecision
    }

    package struct Action: Sendable {
        package let number: Int
        package let label: String
        package let axis: Int?
        /// The unit that its pilot is, or belongs to.
        package let direction: Int?
        /// Current and planned, in order; empty for what awaits a decision with nothing planned. When the first is begun, it goes on from
        /// quarter 0 for `quartersLeft(from:)`, and its cost is in `committed`, not to be spent again.
        package let stages: [RemainingStage]
        package let readiness: Readiness
        /// The numbers of the actions of this list that it depends on: their last stages end before its last one starts. Those that are in
        /// force already, stopped or archived are not there.
        package let after: [Int]
        /// Of its first stage; places in the horizon, which may be before it (0 does) or after its end.
        package let notBefore: Int?
        package let notAfter: Int?
        package let obligation: Obligation?
        package let isExcluded: Bool
        /// Of the obligation or of the exclusion.
        package let reason: String
        /// Whether its last planned stage is a réalisation: it comes in force when that ends.
        package let endsInForce: Bool

        package var isBegun: Bool { stages.first?.begun != nil }
    }

    package let plan: Plan
    package let today: Day
    package let horizon: PlanHorizon
    /// Those with means, then those that stages ask for without, each by name.
    package let directions: [Direction]
    /// Cents by civil year; a year of which nothing was said is not there.
    package let budgets: [Int: Int]
    /// Cents of stages that began in that civil year, ended ones too: what is no longer to be spent of its budget.
    package let committed: [Int: Int]
    /// The places of the quarters in which nothing starts.
    package let closed: [Int]
    /// The days of the committees that are to come, within the plan.
    package let meetings: [Day]
    /// Open actions, by number: all of them, also those that cannot be planned.
    package let actions: [Action]

    /// Of directions.
    package var names: [Int: String] { Dictionary(uniqueKeysWithValues: directions.map { ($0.id, $0.name) }) }

    /// What is left of the budget of a civil year; `nil` when unknown.
    package func left(of year: Int) -> Int? { budgets[year].map { max(0, $0 - committed[year, default: 0]) } }
}

extension Workspace {
    /// With other means than those that stand, where given.
    package func planNeeds(
        of plan: Int, means: MeansEdit? = nil, _ visitor: Visitor, needs permission: Permission = .editPlan
    ) async throws -> Seen<PlanNeeds> {
        try await look(visitor, needs: permission, menu: false) { scene in
            let plan = try scene.plan(plan)
            return try scene.planNeeds(of: plan, means: try means.map { try scene.resolve($0, for: plan) })
        }
    }
}

extension Scene {
    func planNeeds(of plan: Plan, means given: Means?) throws -> PlanNeeds {
        let means = try given ?? means.means(of: plan.number)
        let needs = try self.means.needs(plan: plan.number)
        let all = try actions.all(plan: plan.number)
        let horizon = PlanHorizon(from: plan.from, to: plan.to, today: today)
        let parties = Dictionary(uniqueKeysWithValues: try parties.all().map { ($0.id, $0) })
        let open = all.filter { !$0.isClosed && !$0.archived }
        let numbers = Set(open.map(\.id.number))
        let after = Dictionary(
            grouping: try links.all(plan: plan.number).filter { $0.kind == .dependsOn && numbers.contains($0.to) }, by: \.from)
        let actions = open.map { action in
            let number = action.id.number
            let own = needs[number] ?? .none
            let stages = action.remaining(own, today: today)
            return PlanNeeds.Action(
                number: number, label: action.label, axis: action.axis, direction: action.pilot.flatMap { parties[$0]?.direction },
                stages: stages,
                readiness: stages.isEmpty ? .awaitsDecision : stages.allSatisfy(\.isEstimated) ? .ready : .notEstimated,
                after: (after[number] ?? []).map(\.to).sorted(), notBefore: own.notBefore.map(horizon.index),
                notAfter: own.notAfter.map(horizon.index), obligation: own.obligation, isExcluded: own.isExcluded, reason: own.reason,
                endsInForce: stages.last?.level == .implementation)
        }
        return PlanNeeds(
            plan: plan, today: today, horizon: horizon, directions: directions(means, actions, horizon, parties), budgets: means.budgets,
            committed: Self.committed(all, needs), closed: horizon.closed(by: means.closures),
            meetings: try comingMeetings(of: plan), actions: actions)
    }

    /// The days from today on when a committee of the plan meets, in their order: a stage opens by its decision.
    func comingMeetings(of plan: Plan) throws -> [Day] {
        try committees.meetings(plan: plan.number).filter { $0.state != .cancelled && $0.on >= today && $0.on <= plan.to }.map(\.on)
            .sorted()
    }

    private func directions(
        _ means: Means, _ actions: [PlanNeeds.Action], _ horizon: PlanHorizon, _ parties: [Int: Party]
    ) -> [PlanNeeds.Direction] {
        let said = means.capacities.map { capacity in
            PlanNeeds.Direction(
                id: capacity.direction, name: parties[capacity.direction]?.name ?? "", capacity: horizon.quarters.map(capacity.days))
        }
        let asked = Set(actions.flatMap { $0.stages.flatMap(\.effort.keys) }).subtracting(said.map(\.id))
        let unsaid = asked.map { PlanNeeds.Direction(id: $0, name: parties[$0]?.name ?? "", capacity: nil) }
        return said + unsaid.sorted { ($0.name.folded, $0.id) < ($1.name.folded, $1.id) }
    }

    /// What stages that began cost, by the civil year they began in.
    private static func committed(_ actions: [Action], _ needs: [Int: ActionNeeds]) -> [Int: Int] {
        var committed: [Int: Int] = [:]
        for action in actions {
            guard let own = needs[action.id.number] else { continue }
            for (stage, key) in zip(action.path, action.stageKeys) where stage.phase == .ended || stage.progress != .toDo {
                guard let cost = own.stages[key]?.cost, let start = stage.startedOn ?? stage.plannedStart ?? stage.doneOn else { continue }
                committed[start.civil.year, default: 0] += cost
            }
        }
        return committed
    }
}
