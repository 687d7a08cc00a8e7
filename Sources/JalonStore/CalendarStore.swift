/// The days of a plan: due dates of its stages, milestones, by day and by month.
package import JalonDomain
import SQL

package struct CalendarEntry: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The due date of a stage.
        case stage(EngagementLevel, Stage.Phase, Progress)
        case milestone(String, reached: Bool)
        case planStart, planEnd
    }

    package let day: Day
    package let kind: Kind
    /// The number of the action; none for the plan's own days.
    package let action: Int?
    /// The action's label.
    package let label: String
    package let pilotName: String?
    /// Late as everywhere: the action's due date is past, and its stage not done.
    package let isLate: Bool

    package init(day: Day, kind: Kind, action: Int?, label: String, pilotName: String?, isLate: Bool) {
        self.day = day
        self.kind = kind
        self.action = action
        self.label = label
        self.pilotName = pilotName
        self.isLate = isLate
    }
}

/// What a month holds.
package struct MonthTally: Sendable, Equatable {
    package var dues = 0
    package var late = 0
    package var milestones = 0

    package init() {}
}

extension ActionStore {
    /// The days from one to another, both included, in order, `limit` due dates and `limit` milestones at most.
    package func calendar(plan: Int, _ filter: ActionFilter, from: Day, to: Day, today: Day, limit: Int) throws -> [CalendarEntry] {
        let these = SQLQuery.joined(conditions(plan: plan, filter, today: today), by: " AND ")
        let stages = try sql.all(
            """
            SELECT s.forecast, s.level, s.phase, s.progress, a.number, a.label, p.name, \(Self.isLate(on: today))
            FROM stage s JOIN action a ON a.organisation_id = s.organisation_id AND a.plan = s.plan AND a.number = s.action
                LEFT JOIN party p ON p.organisation_id = s.organisation_id AND p.id = s.pilot_id
            WHERE s.organisation_id = \(organisation) AND s.plan = \(plan) AND s.forecast BETWEEN \(from) AND \(to) AND \(these)
            ORDER BY s.forecast, s.action, s.position LIMIT \(limit)
            """
        ) {
            CalendarEntry(
                day: try $0.day(), kind: .stage(try $0.choice(), try $0.choice(), try $0.choice()), action: $0.next(), label: $0.next(),
                pilotName: $0.next(), isLate: $0.next())
        }
        let milestones = try sql.all(
            """
            SELECT m.due, m.title, m.reached_on IS NOT NULL, a.number, a.label, p.name
            FROM milestone m JOIN action a ON a.organisation_id = m.organisation_id AND a.plan = m.plan AND a.number = m.action
                LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE m.organisation_id = \(organisation) AND m.plan = \(plan) AND m.due BETWEEN \(from) AND \(to) AND \(these)
            ORDER BY m.due, m.action, m.position LIMIT \(limit)
            """
        ) {
            CalendarEntry(
                day: try $0.day(), kind: .milestone($0.next(), reached: $0.next()), action: $0.next(), label: $0.next(),
                pilotName: $0.next(), isLate: false)
        }
        return stages + milestones
    }

    /// How much falls in each month of a year, by its code.
    package func months(plan: Int, _ filter: ActionFilter, of year: Period, today: Day) throws -> [String: MonthTally] {
        let these = SQLQuery.joined(conditions(plan: plan, filter, today: today), by: " AND ")
        var months: [String: MonthTally] = [:]
        _ = try sql.all(
            """
            SELECT SUBSTR(s.forecast, 1, 7), COUNT(*), COUNT(*) FILTER (WHERE \(Self.isLate(on: today)))
            FROM stage s JOIN action a ON a.organisation_id = s.organisation_id AND a.plan = s.plan AND a.number = s.action
            WHERE s.organisation_id = \(organisation) AND s.plan = \(plan) AND s.forecast BETWEEN \(year.first) AND \(year.last)
                AND \(these)
            GROUP BY SUBSTR(s.forecast, 1, 7)
            """
        ) {
            let month = $0.next(String.self)
            months[month, default: MonthTally()].dues = $0.next()
            months[month, default: MonthTally()].late = $0.next()
        }
        _ = try sql.all(
            """
            SELECT SUBSTR(m.due, 1, 7), COUNT(*)
            FROM milestone m JOIN action a ON a.organisation_id = m.organisation_id AND a.plan = m.plan AND a.number = m.action
            WHERE m.organisation_id = \(organisation) AND m.plan = \(plan) AND m.due BETWEEN \(year.first) AND \(year.last) AND \(these)
            GROUP BY SUBSTR(m.due, 1, 7)
            """
        ) { months[$0.next(String.self), default: MonthTally()].milestones = $0.next() }
        return months
    }

    /// Of a stage whose due date is the action's.
    private static func isLate(on today: Day) -> SQLQuery {
        "(s.phase <> 'ended' AND s.forecast < \(today) AND a.due = s.forecast AND a.progress < 2 AND NOT a.stopped)"
    }
}
