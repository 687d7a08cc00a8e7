/// Bulk changes, with what each action was before and after, so that one can be undone long afterwards.
import Foundation
package import JalonDomain
package import SQL

let bulkChanges = SQLMigration(
    "bulk changes",
    [
        """
        CREATE TABLE bulk_change (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, id BIGINT NOT NULL, made_at TEXT NOT NULL, author TEXT NOT NULL,
            once TEXT NOT NULL, undone_at TEXT, undone_by TEXT,
            PRIMARY KEY (organisation_id, plan, id), UNIQUE (organisation_id, plan, once),
            FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        // `version` is the one that the change gave the action; `kept` names the fields that undoing left as they were.
        """
        CREATE TABLE bulk_change_row (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, bulk BIGINT NOT NULL, action BIGINT NOT NULL, version BIGINT NOT NULL,
            was TEXT NOT NULL, became TEXT NOT NULL, kept TEXT,
            PRIMARY KEY (organisation_id, plan, bulk, action), FOREIGN KEY (organisation_id, plan, bulk) REFERENCES bulk_change,
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
    ])

package struct BulkRecord: Sendable {
    package let id: Int
    package let at: Instant
    package let author: String
    /// How many it changed.
    package let actions: Int
    package let undoneAt: Instant?
    package let undoneBy: String?
}

/// An action that a bulk change touched.
package struct BulkRow: Sendable {
    package let action: Int
    package let label: String
    package let before: BulkParts
    package let after: BulkParts
    /// As the journal tells them.
    package let changes: [Change]
    /// The fields that undoing left, changed since; `nil` before it is undone.
    package let kept: [Field]?
}

package struct BulkStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// `once` names the form that asks for it: sent twice, it is made once.
    package func insert(plan: Int, once: String, by author: String, at now: Instant) throws -> Int {
        let id = try sql.count(
            "SELECT COALESCE(MAX(id), 0) + 1 FROM bulk_change WHERE organisation_id = \(organisation) AND plan = \(plan)")
        try sql.execute(
            """
            INSERT INTO bulk_change (organisation_id, plan, id, made_at, author, once)
            VALUES (\(organisation), \(plan), \(id), \(now), \(author), \(once))
            """)
        return id
    }

    package func add(_ action: Action, was before: BulkParts, to id: Int) throws {
        try sql.execute(
            """
            INSERT INTO bulk_change_row (organisation_id, plan, bulk, action, version, was, became)
            VALUES (\(organisation), \(action.id.plan), \(id), \(action.id.number), \(action.version), \(try WrittenParts(before).text),
                \(try WrittenParts(BulkParts(of: action)).text))
            """)
    }

    package func made(plan: Int, once: String) throws -> Int? {
        try sql.first(
            "SELECT id FROM bulk_change WHERE organisation_id = \(organisation) AND plan = \(plan) AND once = \(once)"
        ) { $0.next(Int.self) }
    }

    package func find(plan: Int, _ id: Int) throws -> BulkRecord? {
        try records("plan = \(plan) AND id = \(id)").first
    }

    /// The latest first.
    package func latest(plan: Int, limit: Int) throws -> [BulkRecord] {
        try records("plan = \(plan) ORDER BY id DESC LIMIT \(limit)")
    }

    private func records(_ these: SQLQuery) throws -> [BulkRecord] {
        try sql.all(
            """
            SELECT id, made_at, author, (SELECT COUNT(*) FROM bulk_change_row r
                WHERE r.organisation_id = b.organisation_id AND r.plan = b.plan AND r.bulk = b.id), undone_at, undone_by
            FROM bulk_change b WHERE organisation_id = \(organisation) AND \(these)
            """
        ) {
            BulkRecord(
                id: $0.next(), at: try $0.instant(), author: $0.next(), actions: $0.next(),
                undoneAt: $0.next(String?.self).flatMap(Instant.init(iso:)), undoneBy: $0.next())
        }
    }

    /// By the actions' numbers.
    package func rows(plan: Int, _ id: Int) throws -> [BulkRow] {
        try sql.all(
            """
            SELECT r.action, a.label, r.was, r.became, j.changes, r.kept
            FROM bulk_change_row r
                JOIN action a ON a.organisation_id = r.organisation_id AND a.plan = r.plan AND a.number = r.action
                JOIN journal j ON j.organisation_id = r.organisation_id AND j.subject = 'action ' || r.plan || '/' || r.action
                    AND j.version = r.version
            WHERE r.organisation_id = \(organisation) AND r.plan = \(plan) AND r.bulk = \(id) ORDER BY r.action
            """
        ) { row in
            BulkRow(
                action: row.next(), label: row.next(), before: try WrittenParts.read(row.next()), after: try WrittenParts.read(row.next()),
                changes: try JSONDecoder().decode([Change].self, from: Data(row.next(String.self).utf8)),
                kept: row.next(String?.self).map { $0.split(separator: " ").compactMap { Field(rawValue: String($0)) } })
        }
    }

    /// `kept` are the fields left as they are, action by action.
    package func markUndone(plan: Int, _ id: Int, kept: [Int: [Field]], by author: String, at now: Instant) throws {
        try sql.execute(
            """
            UPDATE bulk_change SET undone_at = \(now), undone_by = \(author)
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND id = \(id)
            """)
        for (action, fields) in kept {
            try sql.execute(
                """
                UPDATE bulk_change_row SET kept = \(fields.map(\.rawValue).joined(separator: " "))
                WHERE organisation_id = \(organisation) AND plan = \(plan) AND bulk = \(id) AND action = \(action)
                """)
        }
    }
}

/// The parts of an action as a row keeps them.
private struct WrittenParts: Codable {
    let stage: Int
    let pilot: Int?
    let baseline: String?
    let forecast: String?
    let reason: String
    let axis: Int?
    let visibility: Visibility
    let tags: [String]
    let archived: Bool

    init(_ parts: BulkParts) {
        stage = parts.stage
        pilot = parts.pilot
        baseline = parts.due.baseline?.iso
        forecast = parts.due.forecast?.iso
        reason = parts.due.reason
        axis = parts.axis
        visibility = parts.visibility
        tags = parts.tags
        archived = parts.archived
    }

    var text: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    static func read(_ text: String) throws -> BulkParts {
        let parts = try JSONDecoder().decode(WrittenParts.self, from: Data(text.utf8))
        return BulkParts(
            stage: parts.stage, pilot: parts.pilot,
            due: .init(
                baseline: parts.baseline.flatMap { Day($0) }, forecast: parts.forecast.flatMap { Day($0) }, reason: parts.reason),
            axis: parts.axis, visibility: parts.visibility, tags: parts.tags, archived: parts.archived)
    }
}
