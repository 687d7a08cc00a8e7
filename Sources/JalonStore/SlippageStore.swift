/// What is read of due dates that moved.
package import JalonDomain
package import SQL

package struct SlippageStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// The stages with a due date, current and planned, of actions that are neither archived nor stopped.
    package func stages(plan: Int) throws -> [SlippedStage] {
        try sql.all(
            """
            SELECT s.action, a.label, a.axis, u.name, s.level, s.baseline, s.forecast, s.slippage_reason
            FROM stage s JOIN action a ON a.organisation_id = s.organisation_id AND a.plan = s.plan AND a.number = s.action
                LEFT JOIN party p ON p.organisation_id = s.organisation_id AND p.id = s.pilot_id
                LEFT JOIN party u ON u.organisation_id = p.organisation_id
                    AND u.id = CASE p.kind WHEN 'unit' THEN p.id ELSE p.unit_id END
            WHERE s.organisation_id = \(organisation) AND s.plan = \(plan) AND s.phase <> 'ended' AND s.baseline IS NOT NULL
                AND s.forecast IS NOT NULL AND NOT a.archived AND NOT a.stopped
            """
        ) {
            SlippedStage(
                action: $0.next(), label: $0.next(), axis: $0.next(), direction: $0.next(), level: try $0.choice(),
                baseline: try $0.day(), forecast: try $0.day(), reason: $0.next())
        }
    }
}
