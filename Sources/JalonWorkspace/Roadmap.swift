/// The roadmap of a plan: its actions over its years, by axis or by direction, with committees, dependencies, and load against capacity.
package import JalonDomain
package import JalonStore
import SQL

package struct Roadmap: Sendable {
    package struct Group: Sendable {
        /// `nil` for what has no axis, or no direction.
        package let title: String?
        /// By first day, then by number.
        package let rows: [RoadmapRow]

        package init(title: String?, rows: [RoadmapRow]) {
            self.title = title
            self.rows = rows
        }
    }

    package struct CommitteeDay: Sendable, Equatable {
        package let day: Day
        package let committee: String
        package let wasHeld: Bool
    }

    package let plan: Plan
    package let today: Day
    package let grouping: RoadmapGrouping
    package let filter: ActionFilter
    /// What has a day, axes in the plan's order or directions by name.
    package let groups: [Group]
    /// What has none: nobody knows when it runs.
    package let undated: [RoadmapRow]
    /// The numbers of the actions that each depends on.
    package let after: [Int: [Int]]
    /// Those that are not cancelled, by day.
    package let committees: [CommitteeDay]
    /// Of the whole plan, whatever the filter.
    package let workload: Workload
    package let names: [Int: String]
    /// Whether anyone said what directions can give.
    package let hasCapacity: Bool
    package let choices: FilterChoices

    package var rows: [RoadmapRow] { groups.flatMap(\.rows) }
}

extension Workspace {
    package func roadmap(
        of number: Int, by grouping: RoadmapGrouping, _ filter: ActionFilter, _ visitor: Visitor
    ) async throws -> Seen<Roadmap> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let filter = try scene.following(filter)
            let all = try scene.remembered("roadmap", plan: number) { try scene.actions.roadmap(plan: number) }
            var kept = all
            if filter != ActionFilter() {
                let numbers = try scene.actions.numbers(plan: number, filter, today: scene.today)
                kept = all.filter { numbers.contains($0.number) }
            }
            let known = Set(all.map(\.number))
            let depends = try scene.links.all(plan: number).filter { $0.kind == .dependsOn && known.contains($0.to) }
            let means = try scene.means.means(of: number)
            let names = try scene.partyNames()
            let committees = Dictionary(
                uniqueKeysWithValues: try scene.committees.all(plan: number).map { ($0.id, $0.name) })
            return Roadmap(
                plan: plan, today: scene.today, grouping: grouping, filter: filter,
                groups: grouping.groups(of: kept.filter { $0.days != nil }, in: plan), undated: kept.filter { $0.days == nil },
                after: Dictionary(grouping: depends, by: \.from).mapValues { $0.map(\.to).sorted() },
                committees: try scene.committees.meetings(plan: number).filter { $0.state != .cancelled }.map {
                    Roadmap.CommitteeDay(day: $0.on, committee: committees[$0.id.committee] ?? "", wasHeld: $0.state.wasHeld)
                },
                workload: Workload(all, try scene.means.needs(plan: number), means, of: plan, names: names, today: scene.today),
                names: names, hasCapacity: !means.capacities.isEmpty, choices: try scene.filterChoices())
        }
    }
}

extension RoadmapGrouping {
    fileprivate func groups(of rows: [RoadmapRow], in plan: Plan) -> [Roadmap.Group] {
        let sorted = rows.sorted { left, right in
            guard let one = left.days?.lowerBound, let other = right.days?.lowerBound, one != other else {
                return left.number < right.number
            }
            return one < other
        }
        switch self {
        case .axis:
            let byAxis = Dictionary(grouping: sorted) { row in plan.axes.contains { $0.number == row.axis } ? row.axis : nil }
            return (plan.axes.map { ($0.title, byAxis[$0.number]) } + [(nil, byAxis[nil])]).compactMap { title, rows in
                rows.map { Roadmap.Group(title: title, rows: $0) }
            }
        case .unit:
            let byUnit = Dictionary(grouping: sorted, by: \.unit)
            return byUnit.sorted { left, right in
                let (one, other) = (left.value.first?.unitName?.folded, right.value.first?.unitName?.folded)
                return (one == nil ? 1 : 0, one ?? "", left.key ?? 0) < (other == nil ? 1 : 0, other ?? "", right.key ?? 0)
            }.map { Roadmap.Group(title: $0.value.first?.unitName, rows: $0.value) }
        }
    }
}

extension Workload {
    /// Of the actions still to be carried out: directions whose means were said, then those that stages ask for without, by name.
    fileprivate init(
        _ rows: [RoadmapRow], _ needs: [Int: ActionNeeds], _ means: Means, of plan: Plan, names: [Int: String], today: Day
    ) {
        let horizon = PlanHorizon(from: plan.from, to: plan.to, today: today)
        let stages = rows.filter { !$0.closed }.flatMap { row in
            row.stages.filter { !$0.isOver }.map { ($0, needs[row.number]?.stages[$0.key] ?? StageEstimate()) }
        }
        let said = means.capacities.map { (id: $0.direction, capacity: Optional(horizon.quarters.map($0.days))) }
        let asked = Set(stages.flatMap(\.1.effort.keys)).subtracting(said.map(\.id))
        let unsaid = asked.sorted { (names[$0]?.folded ?? "", $0) < (names[$1]?.folded ?? "", $1) }
        self.init(stages, of: said + unsaid.map { ($0, nil) }, horizon, today: today)
    }
}
