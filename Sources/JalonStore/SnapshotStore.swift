/// Plans frozen whole. What is kept here is added and read, never changed: no statement does it.
import Foundation
package import JalonDomain
package import SQL

let snapshots = SQLMigration(
    "snapshots",
    [
        """
        CREATE TABLE frozen_plan (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, id BIGINT NOT NULL,
            occasion TEXT NOT NULL CHECK (occasion IN ('proposal', 'meeting', 'publication')), frozen_at TEXT NOT NULL,
            frozen_by TEXT NOT NULL, content TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, id), FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        // The columns before the content are those of `action` that two states are compared by.
        """
        CREATE TABLE frozen_action (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, snapshot BIGINT NOT NULL, number BIGINT NOT NULL, version BIGINT NOT NULL,
            archived BOOLEAN NOT NULL, level BIGINT NOT NULL, progress BIGINT NOT NULL, due TEXT, pilot_id BIGINT,
            stopped BOOLEAN NOT NULL, closed BOOLEAN NOT NULL, content TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, snapshot, number),
            FOREIGN KEY (organisation_id, plan, snapshot) REFERENCES frozen_plan)
        """,
        // Two states of ten thousand actions are compared from this index alone.
        """
        CREATE INDEX frozen_action_compared ON frozen_action (organisation_id, plan, snapshot, number, version, archived, level, progress,
            due, pilot_id, stopped, closed)
        """,
    ])

/// What indicators promise for an action is compared too: it changes without the action's version.
let comparedPromises = SQLMigration(
    "compared promises",
    [
        "ALTER TABLE action ADD COLUMN promised TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE frozen_action ADD COLUMN promised TEXT NOT NULL DEFAULT ''", "DROP INDEX frozen_action_compared",
        """
        CREATE INDEX frozen_action_compared ON frozen_action (organisation_id, plan, snapshot, number, version, archived, level, progress,
            due, pilot_id, stopped, closed, promised)
        """,
    ])

package struct Freeze: Sendable, Equatable {
    package let id: Int
    package let occasion: FreezeOccasion
    package let at: Instant
    package let by: String
    package let plan: FrozenPlan
}

/// A state of a plan: one that was kept, or the plan as it stands.
package enum PlanSide: Sendable, Hashable {
    case frozen(Int)
    case present
}

package struct SnapshotStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// Rows of one statement: enough that its text weighs nothing, few enough for the bindings of both engines.
    private static let batch = 100

    /// Keeps the plan and its actions, each with the version of its row; answers the number of the freeze.
    package func insert(
        _ plan: FrozenPlan, _ actions: [(action: FrozenAction, version: Int)], for occasion: FreezeOccasion, by author: String,
        at now: Instant
    ) throws -> Int {
        let id = try sql.count(
            "SELECT COALESCE(MAX(id), 0) + 1 FROM frozen_plan WHERE organisation_id = \(organisation) AND plan = \(plan.number)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func text(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) }
        try sql.execute(
            """
            INSERT INTO frozen_plan (organisation_id, plan, id, occasion, frozen_at, frozen_by, content)
            VALUES (\(organisation), \(plan.number), \(id), \(occasion), \(now), \(author), \(try text(plan)))
            """)
        for start in stride(from: 0, to: actions.count, by: Self.batch) {
            let rows = try actions[start..<min(start + Self.batch, actions.count)].map { action, version -> SQLQuery in
                """
                (\(organisation), \(plan.number), \(id), \(action.number), \(version), \(action.archived), \(action.current.level.rank),
                    \(action.current.progress.rank), \(action.due), \(action.pilot?.id), \(action.isStopped),
                    \(action.isStopped || action.isInForce), \(action.promised), \(try text(action)))
                """
            }
            try sql.execute(
                """
                INSERT INTO frozen_action (organisation_id, plan, snapshot, number, version, archived, level, progress, due, pilot_id,
                    stopped, closed, promised, content)
                VALUES \(SQLQuery.joined(rows, by: ", "))
                """)
        }
        return id
    }

    package func find(plan: Int, _ id: Int) throws -> Freeze? {
        try freezes("plan = \(plan) AND id = \(id)").first
    }

    /// The last one that was made for that.
    package func last(plan: Int, for occasion: FreezeOccasion) throws -> Freeze? {
        try freezes("plan = \(plan) AND occasion = \(occasion) ORDER BY id DESC LIMIT 1").first
    }

    private func freezes(_ these: SQLQuery) throws -> [Freeze] {
        try sql.all(
            "SELECT id, occasion, frozen_at, frozen_by, content FROM frozen_plan WHERE organisation_id = \(organisation) AND \(these)"
        ) { row in
            Freeze(
                id: row.next(), occasion: try row.choice(), at: try row.instant(), by: row.next(),
                plan: try JSONDecoder().decode(FrozenPlan.self, from: Data(row.next(String.self).utf8)))
        }
    }

    // MARK: Actions as they were

    /// By number, archived ones too, from the one after `number` on.
    package func actions(plan: Int, _ freeze: Int, after number: Int = 0, limit: Int = Int.max) throws -> [FrozenAction] {
        try contents("plan = \(plan) AND snapshot = \(freeze) AND number > \(number) ORDER BY number LIMIT \(limit)")
    }

    /// Those that were not archived.
    package func live(plan: Int, _ freeze: Int, after number: Int, limit: Int) throws -> [FrozenAction] {
        try contents(
            "plan = \(plan) AND snapshot = \(freeze) AND number > \(number) AND NOT archived ORDER BY number LIMIT \(limit)")
    }

    package func these(_ numbers: [Int], plan: Int, _ freeze: Int) throws -> [FrozenAction] {
        guard !numbers.isEmpty else { return [] }
        return try contents("plan = \(plan) AND snapshot = \(freeze) AND number IN (\(numbers.bindings)) ORDER BY number")
    }

    private func contents(_ these: SQLQuery) throws -> [FrozenAction] {
        let decoder = JSONDecoder()
        return try sql.all("SELECT content FROM frozen_action WHERE organisation_id = \(organisation) AND \(these)") {
            try decoder.decode(FrozenAction.self, from: Data($0.next(String.self).utf8))
        }
    }

    // MARK: Two states compared

    /// How many actions changed from a freeze to a later state, by kind.
    package func tally(plan: Int, from freeze: Int, to later: PlanSide) throws -> [PlanChangeKind: Int] {
        let counts = SQLQuery.joined(
            PlanChangeKind.allCases.map { "COUNT(*) FILTER (WHERE \(condition($0, later)))" }, by: ", ")
        let tally = try sql.first("SELECT \(counts) \(pairs(plan, freeze, later))") { row in
            Dictionary(uniqueKeysWithValues: PlanChangeKind.allCases.map { ($0, row.next(Int.self)) })
        }
        return (tally ?? [:]).filter { $0.value > 0 }
    }

    /// The numbers of those that changed, of one kind when given, from the one after `number` on.
    package func changed(
        plan: Int, from freeze: Int, to later: PlanSide, kind: PlanChangeKind?, after number: Int, limit: Int
    ) throws -> [Int] {
        try sql.all(
            """
            SELECT b.number \(pairs(plan, freeze, later)) AND b.number > \(number) AND (\(condition(kind, later)))
            ORDER BY b.number LIMIT \(limit)
            """
        ) { $0.next(Int.self) }
    }

    /// Actions are never deleted: each that was there still is.
    private func pairs(_ plan: Int, _ freeze: Int, _ later: PlanSide) -> SQLQuery {
        let after: (table: SQLQuery, these: SQLQuery) =
            switch later {
            case .frozen(let id): ("frozen_action", "AND b.snapshot = \(id)")
            case .present: ("action", "")
            }
        return """
            FROM \(after.table) b LEFT JOIN frozen_action a ON a.organisation_id = b.organisation_id AND a.plan = b.plan
                AND a.snapshot = \(freeze) AND a.number = b.number
            WHERE b.organisation_id = \(organisation) AND b.plan = \(plan) \(after.these)
            """
    }

    /// The same rules as `ActionDifference`, on the columns that both sides have. The same version of an action says the same.
    private func condition(_ kind: PlanChangeKind?, _ later: PlanSide) -> SQLQuery {
        let isAdded: SQLQuery = "NOT b.archived AND (a.number IS NULL OR a.archived)"
        let isArchived: SQLQuery = "b.archived AND a.number IS NOT NULL AND NOT a.archived"
        let version: SQLQuery = later == .present ? "a.version <> b.version" : "a.version <> b.version AND a.content <> b.content"
        let differs: SQLQuery = "(\(version) OR a.promised <> b.promised)"
        let both: SQLQuery = "NOT b.archived AND NOT a.archived AND \(differs)"
        let stopped: SQLQuery = "b.stopped AND NOT a.stopped"
        let done: SQLQuery = "b.closed AND NOT b.stopped AND (a.stopped OR NOT a.closed)"
        let moved: SQLQuery = "a.level <> b.level"
        let redated: SQLQuery = "COALESCE(a.due, '') <> COALESCE(b.due, '')"
        let reassigned: SQLQuery = "COALESCE(a.pilot_id, 0) <> COALESCE(b.pilot_id, 0)"
        return switch kind {
        case nil: "(\(isAdded)) OR (\(isArchived)) OR (\(both))"
        case .added: isAdded
        case .archived: isArchived
        case .stopped: "\(both) AND \(stopped)"
        case .done: "\(both) AND \(done)"
        case .moved: "\(both) AND \(moved)"
        case .redated: "\(both) AND \(redated)"
        case .reassigned: "\(both) AND \(reassigned)"
        case .other: "\(both) AND NOT ((\(stopped)) OR (\(done)) OR \(moved) OR \(redated) OR \(reassigned))"
        }
    }
}
