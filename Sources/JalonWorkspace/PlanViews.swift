/// Other ways to look at a plan's actions than the list: in columns, and on the calendar.
package import JalonDomain
package import JalonStore
import SQL

/// What the columns of a board are.
package enum BoardSide: String, CaseIterable, Sendable { case level, progress }

package struct Board: Sendable {
    /// Cards of a column; the list has the others.
    package static let most = 8

    package struct Column: Sendable {
        /// What the list shows of it.
        package let filter: ActionFilter
        package let rows: [ActionRow]
        package let count: Int
    }

    package let plan: Plan
    package let side: BoardSide
    package let filter: ActionFilter
    package let columns: [Column]
    package let choices: FilterChoices
    /// Of the actions shown, those that the visitor may give news of.
    package let reportable: Set<Int>
}

package struct PlanCalendar: Sendable {
    /// Due dates, or milestones, of a month or a quarter.
    package static let most = 100

    package let plan: Plan
    package let period: Period
    package let filter: ActionFilter
    /// In order of days; none for a year.
    package let entries: [CalendarEntry]
    /// Whether there were more than a page can hold.
    package let isCut: Bool
    /// For a year, what each month holds, by its code.
    package let months: [String: MonthTally]
    package let choices: FilterChoices
}

/// The pilots and units that a filter proposes; one more than a page can show says that they are searched for.
package struct FilterChoices: Sendable {
    package let pilots: [Party]
    package let units: [Party]
}

extension Workspace {
    /// The actions that the filter keeps, in columns, the most urgent first in each.
    package func board(of number: Int, by side: BoardSide, _ filter: ActionFilter, _ visitor: Visitor) async throws -> Seen<Board> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let counts = try scene.whole(filter, "board \(side)", plan: number) {
                try scene.actions.counts(plan: number, filter, by: side == .level ? .level : .progress, today: scene.today)
            }
            let filters =
                side == .level
                ? EngagementLevel.allCases.map { filter.with(\.level, $0) } : Progress.allCases.map { filter.with(\.progress, $0) }
            let columns = try filters.enumerated().map { rank, filter in
                var query = ActionQuery()
                query.filter = filter
                return Board.Column(
                    filter: filter, rows: try scene.actions.list(plan: number, query, today: scene.today, size: Board.most).rows,
                    count: counts[rank] ?? 0)
            }
            let actor = scene.actor
            let reports = actor.role.grants(.reportOnOwn) && plan.state != .closed && !filter.archived
            let reportable = columns.flatMap(\.rows).filter {
                reports && !$0.closed && (actor.role != .pilot || actor.owns(pilot: $0.pilot))
            }
            return Board(
                plan: plan, side: side, filter: filter, columns: columns, choices: try scene.filterChoices(),
                reportable: Set(reportable.map(\.number)))
        }
    }

    /// What falls in that period, this month for `nil`: due dates as expected, milestones, the plan's own start and end.
    package func calendar(of number: Int, _ period: Period?, _ filter: ActionFilter, _ visitor: Visitor) async throws -> Seen<PlanCalendar>
    {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let period = period ?? Period(.month, of: scene.today)
            let isYear = period.unit == .year
            let own = [(plan.from, CalendarEntry.Kind.planStart), (plan.to, .planEnd)].map { day, kind in
                CalendarEntry(day: day, kind: kind, action: nil, label: plan.title, pilotName: nil, isLate: false)
            }
            let found =
                isYear
                ? []
                : try scene.actions.calendar(
                    plan: number, filter, from: period.first, to: period.last, today: scene.today, limit: PlanCalendar.most + 1)
            let days = own.filter { period.first <= $0.day && $0.day <= period.last } + found
            return PlanCalendar(
                plan: plan, period: period, filter: filter, entries: Array(days.sorted { $0.day < $1.day }.prefix(PlanCalendar.most)),
                isCut: found.count > PlanCalendar.most,
                months: isYear
                    ? try scene.whole(filter, "calendar \(period.code)", plan: number) {
                        try scene.actions.months(plan: number, filter, of: period, today: scene.today)
                    } : [:],
                choices: try scene.filterChoices())
        }
    }
}

extension Scene {
    /// Counting a whole plan is remembered: a filter leaves less to count.
    fileprivate func whole<Value: Sendable>(
        _ filter: ActionFilter, _ subject: String, plan: Int, _ make: () throws -> Value
    ) throws -> Value {
        filter == ActionFilter() ? try remembered(subject, plan: plan, make) : try make()
    }

    /// Whoever pilots and every unit: the same for all the plans.
    func filterChoices() throws -> FilterChoices {
        try remembered("filter choices", plan: 0) {
            FilterChoices(
                pilots: try parties.pilots(limit: ActionListing.mostChoices + 1),
                units: try parties.units(limit: ActionListing.mostChoices + 1))
        }
    }
}

extension ActionFilter {
    /// The same, with one more condition.
    fileprivate func with<Value>(_ condition: WritableKeyPath<ActionFilter, Value?>, _ value: Value) -> ActionFilter {
        var copy = self
        copy[keyPath: condition] = value
        return copy
    }
}
