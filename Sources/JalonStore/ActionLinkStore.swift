/// Links between the actions of a plan, and their other ends as a page shows them.
package import JalonDomain
package import SQL

/// Links stand beside the actions, not in them: adding one is nobody else's conflict. Notes take the day they tell of.
let actionLife = SQLMigration(
    "action life",
    [
        """
        CREATE TABLE action_link (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('dependsOn', 'duplicates', 'relatesTo', 'splitFrom', 'mergedInto')), other BIGINT NOT NULL,
            PRIMARY KEY (organisation_id, plan, action, kind, other), CHECK (action <> other),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action, FOREIGN KEY (organisation_id, plan, other) REFERENCES action)
        """,
        "CREATE INDEX action_link_to ON action_link (organisation_id, plan, other)",
        "ALTER TABLE note ADD COLUMN noted_on TEXT NOT NULL DEFAULT ''",
        "UPDATE note SET noted_on = SUBSTR(written_at, 1, 10)",
        "CREATE INDEX note_by_day ON note (organisation_id, plan, action, noted_on, id)",
    ])

/// The other end of a link, as it stands.
package struct LinkedAction: Sendable {
    package let kind: ActionLinkKind
    /// Whether the link starts from the action that is read; else it comes to it.
    package let isOwn: Bool
    package let number: Int
    package let label: String
    package let level: EngagementLevel
    package let progress: Progress
    package let due: Day?
    package let awaitsDecision: Bool
    package let stopped: Bool
    package let closed: Bool
    package let archived: Bool

    /// Days after the due date, 0 when not late.
    package func lateness(on today: Day) -> Int {
        guard progress != .done, !stopped, !archived, let due, due < today else { return 0 }
        return today - due
    }
}

package struct ActionLinkStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// Every link of a plan.
    package func all(plan: Int) throws -> [ActionLink] {
        try sql.all("SELECT kind, action, other FROM action_link WHERE organisation_id = \(organisation) AND plan = \(plan)") {
            ActionLink(try $0.choice(), from: $0.next(), to: $0.next())
        }
    }

    /// From and to one action, its own first.
    package func around(_ id: ActionID) throws -> [LinkedAction] {
        try sql.all(
            """
            SELECT l.kind, l.own, a.number, a.label, a.level, a.progress, a.due, a.awaits_decision, a.stopped, a.closed, a.archived
            FROM (
                SELECT kind, \(true) AS own, other AS number FROM action_link
                WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND action = \(id.number)
                UNION ALL
                SELECT kind, \(false), action FROM action_link
                WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND other = \(id.number)) l
            JOIN action a ON a.organisation_id = \(organisation) AND a.plan = \(id.plan) AND a.number = l.number
            ORDER BY l.kind, l.own DESC, a.number
            """
        ) {
            LinkedAction(
                kind: try $0.choice(), isOwn: $0.next(), number: $0.next(), label: $0.next(), level: try $0.ranked(),
                progress: try $0.ranked(), due: try $0.optionalDay(), awaitsDecision: $0.next(), stopped: $0.next(), closed: $0.next(),
                archived: $0.next())
        }
    }

    package func insert(_ link: ActionLink, plan: Int) throws {
        try sql.execute(
            """
            INSERT INTO action_link (organisation_id, plan, action, kind, other)
            VALUES (\(organisation), \(plan), \(link.from), \(link.kind), \(link.to))
            """)
    }

    /// Answers whether it stood.
    package func delete(_ link: ActionLink, plan: Int) throws -> Bool {
        try sql.execute(
            """
            DELETE FROM action_link WHERE organisation_id = \(organisation) AND plan = \(plan) AND action = \(link.from)
                AND kind = \(link.kind) AND other = \(link.to)
            """) == 1
    }
}
