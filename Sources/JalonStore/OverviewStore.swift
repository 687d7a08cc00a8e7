/// Where a plan stands: the counts that its page and its machine-readable form show.
package import JalonDomain
package import SQL

/// How many actions share an axis, a level, a progress and whether they were stopped.
package struct Tally: Sendable, Equatable {
    package let axis: Int?
    package let level: EngagementLevel
    package let progress: Progress
    package let stopped: Bool
    package let actions: Int
    package let late: Int
    package let withoutPilot: Int
    package let withoutIndicator: Int
    package let awaitingDecision: Int

    /// Finished actions are those in force: a study that is done awaits its decision.
    package var isFinished: Bool { level == .implementation && progress == .done && !stopped }
}

package struct OverviewStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// One row for each combination that occurs; archived actions are not counted.
    package func tallies(plan: Int, today: Day) throws -> [Tally] {
        try sql.all(
            """
            SELECT axis, level, progress, stopped, COUNT(*), COUNT(*) FILTER (WHERE progress < 2 AND NOT stopped AND due < \(today)),
                COUNT(*) FILTER (WHERE pilot_id IS NULL AND NOT closed),
                COUNT(*) FILTER (WHERE NOT has_indicator AND NOT stopped), COUNT(*) FILTER (WHERE awaits_decision)
            FROM action WHERE organisation_id = \(organisation) AND plan = \(plan) AND archived = \(false)
            GROUP BY axis, level, progress, stopped ORDER BY axis NULLS LAST, level, progress, stopped
            """
        ) {
            Tally(
                axis: $0.next(), level: try $0.ranked(), progress: try $0.ranked(), stopped: $0.next(), actions: $0.next(),
                late: $0.next(), withoutPilot: $0.next(), withoutIndicator: $0.next(), awaitingDecision: $0.next())
        }
    }

    /// The practices of the plan's catalogue that no action answers, stopped and archived actions apart, in their order.
    package func uncoveredPractices(plan: Int, catalogue: Int) throws -> [(id: String, priority: PracticePriority)] {
        try sql.all(
            """
            SELECT id, priority FROM practice p WHERE organisation_id = \(organisation) AND catalogue_id = \(catalogue) AND NOT EXISTS (
                SELECT 1 FROM action_practice x JOIN action a
                    ON a.organisation_id = x.organisation_id AND a.plan = x.plan AND a.number = x.action
                WHERE x.organisation_id = \(organisation) AND x.plan = \(plan) AND x.practice = p.id AND NOT a.archived AND NOT a.stopped)
            ORDER BY position
            """
        ) { (id: $0.next(String.self), priority: try $0.choice()) }
    }
}
