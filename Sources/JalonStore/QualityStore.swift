/// The rules of quality as an organisation set them, and what they look at in its actions.
package import JalonDomain
package import SQL

let qualityRules = SQLMigration(
    "quality",
    [
        """
        CREATE TABLE quality_rule (
            organisation_id BIGINT NOT NULL REFERENCES organisation, rule TEXT NOT NULL,
            level TEXT NOT NULL CHECK (level IN ('mend', 'watch', 'advice', 'off')), days BIGINT CHECK (days BETWEEN 1 AND 1000),
            PRIMARY KEY (organisation_id, rule))
        """
    ])

package struct QualityStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    package func rules() throws -> QualityRules {
        let rows = try sql.all("SELECT rule, level, days FROM quality_rule WHERE organisation_id = \(organisation)") {
            (try $0.choice(QualityRule.self), QualitySetting(level: try $0.choice(), days: $0.next()))
        }
        return QualityRules(Dictionary(uniqueKeysWithValues: rows))
    }

    package func save(_ rules: QualityRules) throws {
        for rule in QualityRule.allCases {
            try sql.execute(
                """
                INSERT INTO quality_rule (organisation_id, rule, level, days)
                VALUES (\(organisation), \(rule), \(rules[rule].level), \(rules[rule].days))
                ON CONFLICT (organisation_id, rule) DO UPDATE SET level = excluded.level, days = excluded.days
                """)
        }
    }

    /// Of the plan's actions that are not archived, by number, or of one of them. `day` tells the organisation's day of a moment.
    package func facts(plan: Int, action: Int? = nil, day: (Instant) -> Day) throws -> [QualityFacts] {
        let one: SQLQuery = action.map { "AND a.number = \($0)" } ?? ""
        return try sql.all(
            """
            SELECT a.number, a.label, a.level, a.progress, a.stopped, a.pilot_id IS NOT NULL, a.planned_start, a.due, s.done_on,
                a.has_indicator,
                EXISTS (SELECT 1 FROM action_line l WHERE l.organisation_id = a.organisation_id AND l.plan = a.plan
                    AND l.action = a.number AND l.part = 'objective'),
                a.impact IS NOT NULL,
                EXISTS (SELECT 1 FROM evidence e WHERE e.organisation_id = a.organisation_id AND e.plan = a.plan AND e.action = a.number),
                EXISTS (SELECT 1 FROM action_party x WHERE x.organisation_id = a.organisation_id AND x.plan = a.plan
                    AND x.action = a.number AND x.stage = s.position AND x.part = 'perimeter'),
                s.deliverable <> '' AND s.method <> '' AND s.result <> '',
                (SELECT MAX(j.written_at) FROM journal j WHERE j.organisation_id = a.organisation_id AND j.plan = a.plan
                    AND j.action = a.number AND j.verb IN ('created', 'reported', 'noted', 'decided'))
            FROM action a JOIN stage s ON s.organisation_id = a.organisation_id AND s.plan = a.plan AND s.action = a.number
                AND s.position = (SELECT MAX(position) FROM stage c WHERE c.organisation_id = a.organisation_id AND c.plan = a.plan
                    AND c.action = a.number AND c.phase <> 'planned')
            WHERE a.organisation_id = \(organisation) AND a.plan = \(plan) AND a.archived = \(false) \(one)
            ORDER BY a.number
            """
        ) {
            QualityFacts(
                number: $0.next(), label: $0.next(), level: try $0.ranked(), progress: try $0.ranked(), isStopped: $0.next(),
                hasPilot: $0.next(), plannedStart: try $0.optionalDay(), due: try $0.optionalDay(), doneOn: try $0.optionalDay(),
                hasIndicator: $0.next(), hasObjective: $0.next(), hasImpact: $0.next(), hasEvidence: $0.next(), hasPerimeter: $0.next(),
                hasDeliverable: $0.next(), lastNews: day(try $0.instant()))
        }
    }
}
