/// What a roadmap lays out: each action of a plan with its stages and milestones, by day.
package import JalonDomain
import SQL

package struct RoadmapRow: Sendable, Equatable {
    package let number: Int
    package let label: String
    package let axis: Int?
    /// The unit that its pilot is, or belongs to.
    package let unit: Int?
    package let unitName: String?
    package let progress: Progress
    package let due: Day?
    /// The day it came in force.
    package let implementedOn: Day?
    package let stopped: Bool
    package let closed: Bool
    /// In the order of its path.
    package fileprivate(set) var stages: [RoadmapStage] = []
    package fileprivate(set) var milestones: [Milestone] = []

    /// Days after the due date, 0 when not late.
    package func lateness(on today: Day) -> Int {
        guard progress != .done, !stopped, let due, due < today else { return 0 }
        return today - due
    }

    /// The first and the last of its days; `nil` where nothing of it has any.
    package var days: ClosedRange<Day>? {
        let days = stages.flatMap { [$0.start, $0.end] } + milestones.flatMap { [$0.due, $0.reachedOn] } + [implementedOn]
        let known = days.compactMap { $0 }
        guard let first = known.min(), let last = known.max() else { return nil }
        return first...last
    }
}

extension ActionStore {
    /// Every action of a plan that is not archived, by number, in three statements.
    package func roadmap(plan: Int) throws -> [RoadmapRow] {
        var rows = try sql.all(
            """
            SELECT a.number, a.label, a.axis, u.id, u.name, a.progress, a.due, a.implemented_on, a.stopped, a.closed
            FROM action a LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
                LEFT JOIN party u ON u.organisation_id = p.organisation_id
                    AND u.id = CASE p.kind WHEN 'unit' THEN p.id ELSE p.unit_id END
            WHERE a.organisation_id = \(organisation) AND a.plan = \(plan) AND a.archived = \(false) ORDER BY a.number
            """
        ) {
            RoadmapRow(
                number: $0.next(), label: $0.next(), axis: $0.next(), unit: $0.next(), unitName: $0.next(), progress: try $0.ranked(),
                due: try $0.optionalDay(), implementedOn: try $0.optionalDay(), stopped: $0.next(), closed: $0.next())
        }
        let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.number, $0) })
        let here: SQLQuery = "organisation_id = \(organisation) AND plan = \(plan)"
        _ = try sql.all(
            """
            SELECT action, level, phase, progress, planned_start, started_on, baseline, forecast, COALESCE(done_on, decided_on)
            FROM stage WHERE \(here) ORDER BY action, position
            """
        ) { row in
            guard let place = places[row.next(Int.self)] else { return }
            let level = try row.choice(EngagementLevel.self)
            let rank = rows[place].stages.count { $0.level == level } + 1
            rows[place].stages.append(
                RoadmapStage(
                    key: StageKey(level, rank), phase: try row.choice(), progress: try row.choice(), plannedStart: try row.optionalDay(),
                    startedOn: try row.optionalDay(), baseline: try row.optionalDay(), forecast: try row.optionalDay(),
                    endedOn: try row.optionalDay()))
        }
        _ = try sql.all("SELECT action, title, due, reached_on FROM milestone WHERE \(here) ORDER BY action, position") { row in
            guard let place = places[row.next(Int.self)] else { return }
            rows[place].milestones.append(Milestone(title: row.next(), due: try row.optionalDay(), reachedOn: try row.optionalDay()))
        }
        return rows
    }
}
