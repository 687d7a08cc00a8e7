/// Where a plan stands: the counts that its page and its machine-readable form show.
package import JalonDomain
package import SQL

/// How many actions share an axis, a level, a progress and whether they were stopped.
package struct Tally: Sendable, Equatable, Codable {
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

/// A practice that no action of a plan answers.
package struct UnansweredPractice: Sendable, Equatable {
    package let id: String
    package let priority: PracticePriority
    /// What the état des lieux says of it.
    package let state: PracticeState?

    package var isUncovered: Bool { Coverage(answered: false, state) == .uncovered }
}

/// An action as the practice that it answers sees it.
package struct Answer: Sendable, Equatable {
    package let number: Int
    package let label: String
    package let level: EngagementLevel
    package let progress: Progress
    /// How many actions answer that practice.
    package let total: Int
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

    /// The practices of the plan's catalogue that no action answers, stopped and archived actions apart, in their order; with where the
    /// organisation stands on each.
    package func unansweredPractices(plan: Int, catalogue: Int) throws -> [UnansweredPractice] {
        try sql.all(
            """
            SELECT p.id, p.priority, s.state FROM practice p
            JOIN catalogue c ON c.organisation_id = p.organisation_id AND c.id = p.catalogue_id
            LEFT JOIN assessment s ON s.organisation_id = p.organisation_id AND s.catalogue = c.name AND s.practice = p.id AND s.stands
            WHERE p.organisation_id = \(organisation) AND p.catalogue_id = \(catalogue) AND NOT EXISTS (
                SELECT 1 FROM action_practice x JOIN action a
                    ON a.organisation_id = x.organisation_id AND a.plan = x.plan AND a.number = x.action
                WHERE x.organisation_id = \(organisation) AND x.plan = \(plan) AND x.practice = p.id AND NOT a.archived AND NOT a.stopped)
            ORDER BY p.position
            """
        ) { UnansweredPractice(id: $0.next(), priority: try $0.choice(), state: try $0.optionalChoice()) }
    }

    /// The actions that answer each practice, stopped and archived ones apart: the first of each by number, `limit` at most, and how many
    /// there are.
    package func answers(plan: Int, limit: Int) throws -> [String: [Answer]] {
        let rows = try sql.all(
            """
            SELECT practice, number, label, level, progress, total FROM (
                SELECT x.practice, a.number, a.label, a.level, a.progress, COUNT(*) OVER (PARTITION BY x.practice) AS total,
                    ROW_NUMBER() OVER (PARTITION BY x.practice ORDER BY a.number) AS place
                FROM action_practice x JOIN action a
                    ON a.organisation_id = x.organisation_id AND a.plan = x.plan AND a.number = x.action
                WHERE x.organisation_id = \(organisation) AND x.plan = \(plan) AND NOT a.archived AND NOT a.stopped) answering
            WHERE place <= \(limit) ORDER BY practice, number
            """
        ) {
            (
                practice: $0.next(String.self),
                answer: Answer(
                    number: $0.next(), label: $0.next(), level: try $0.ranked(), progress: try $0.ranked(), total: $0.next())
            )
        }
        return Dictionary(grouping: rows, by: \.practice).mapValues { $0.map(\.answer) }
    }

    /// The practices answered by actions numbered after that one.
    package func practicesAnswered(plan: Int, after number: Int) throws -> Set<String> {
        Set(
            try sql.all(
                """
                SELECT DISTINCT practice FROM action_practice
                WHERE organisation_id = \(organisation) AND plan = \(plan) AND action > \(number)
                """
            ) { $0.next(String.self) })
    }
}
