/// Factors, by version, and what actions bring by them.
package import JalonDomain
package import SQL

let gains = SQLMigration(
    "gains",
    [
        // Added and superseded, never changed.
        """
        CREATE TABLE gain_factor (
            organisation_id BIGINT NOT NULL REFERENCES organisation, key TEXT NOT NULL, indicator TEXT NOT NULL, version BIGINT NOT NULL,
            lever TEXT NOT NULL CHECK (lever <> ''), counted TEXT NOT NULL CHECK (counted <> ''), unit TEXT NOT NULL,
            low DOUBLE PRECISION NOT NULL, central DOUBLE PRECISION NOT NULL, high DOUBLE PRECISION NOT NULL,
            scope TEXT NOT NULL CHECK (scope IN ('manufacture', 'use')), rhythm TEXT NOT NULL CHECK (rhythm IN ('once', 'yearly')),
            year BIGINT, source TEXT NOT NULL CHECK (source <> ''), licence TEXT NOT NULL, note TEXT NOT NULL, since TEXT NOT NULL,
            PRIMARY KEY (organisation_id, key, indicator, version), CHECK (low <= central AND central <= high))
        """,
        """
        CREATE TABLE gain (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, id BIGINT NOT NULL, key TEXT NOT NULL,
            indicator TEXT NOT NULL, version BIGINT NOT NULL, quantity DOUBLE PRECISION NOT NULL CHECK (quantity >= 0),
            realised DOUBLE PRECISION CHECK (realised >= 0), since TEXT, until TEXT, note TEXT NOT NULL, author TEXT NOT NULL,
            written_at TEXT NOT NULL, removed BOOLEAN NOT NULL, PRIMARY KEY (organisation_id, plan, action, id),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action,
            FOREIGN KEY (organisation_id, key, indicator, version) REFERENCES gain_factor)
        """,
        """
        CREATE TABLE overlap_group (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL CHECK (name <> ''),
            share DOUBLE PRECISION CHECK (share BETWEEN 0 AND 100), PRIMARY KEY (organisation_id, plan, number),
            FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        """
        CREATE TABLE overlap_member (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, overlap BIGINT NOT NULL, action BIGINT NOT NULL,
            PRIMARY KEY (organisation_id, plan, overlap, action),
            FOREIGN KEY (organisation_id, plan, overlap) REFERENCES overlap_group, FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
    ])

package struct GainStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    // MARK: Factors

    private static let factor: SQLQuery = """
        f.key, f.lever, f.counted, f.indicator, f.unit, f.low, f.central, f.high, f.scope, f.rhythm, f.year, f.source, f.licence, f.note,
        f.version, f.since
        """

    private static func read(_ row: inout SQLRow) throws -> GainFactor {
        let (key, lever, counted): (String, String, String) = (row.next(), row.next(), row.next())
        let indicator = GainIndicator(key: row.next(), unit: try row.choice())
        return GainFactor(
            key: key, lever: lever, counted: counted, indicator: indicator,
            value: GainRange(low: row.next(), central: row.next(), high: row.next()), scope: try row.choice(), rhythm: try row.choice(),
            year: row.next(), source: row.next(), licence: row.next(), note: row.next(), version: row.next(), since: try row.day())
    }

    /// Every version of every factor, the latest of each first.
    package func factors() throws -> [GainFactor] {
        try sql.all(
            """
            SELECT \(Self.factor) FROM gain_factor f WHERE f.organisation_id = \(organisation)
            ORDER BY f.key, f.indicator, f.version DESC
            """
        ) { try Self.read(&$0) }
    }

    package func insert(_ f: GainFactor) throws {
        try sql.execute(
            """
            INSERT INTO gain_factor (organisation_id, key, indicator, version, lever, counted, unit, low, central, high, scope, rhythm, year,
                source, licence, note, since)
            VALUES (\(organisation), \(f.key), \(f.indicator.key), \(f.version), \(f.lever), \(f.counted), \(f.indicator.unit),
                \(f.value.low), \(f.value.central), \(f.value.high), \(f.scope), \(f.rhythm), \(f.year), \(f.source), \(f.licence), \(f.note),
                \(f.since))
            """)
    }

    // MARK: Gains

    /// Of a plan, or of one of its actions, in the order they were written.
    package func gains(plan: Int, action: Int? = nil) throws -> [Gain] {
        let one: SQLQuery = action.map { "AND g.action = \($0)" } ?? ""
        return try sql.all(
            """
            SELECT g.id, g.action, g.quantity, g.realised, g.since, g.until, g.note, g.author, \(Self.factor)
            FROM gain g JOIN gain_factor f ON f.organisation_id = g.organisation_id AND f.key = g.key AND f.indicator = g.indicator
                AND f.version = g.version
            JOIN action a ON a.organisation_id = g.organisation_id AND a.plan = g.plan AND a.number = g.action AND NOT a.archived
            WHERE g.organisation_id = \(organisation) AND g.plan = \(plan) AND NOT g.removed \(one) ORDER BY g.action, g.id
            """
        ) { row in
            let (id, number): (Int, Int) = (row.next(), row.next())
            let (quantity, realised): (Double, Double?) = (row.next(), row.next())
            let (from, to): (Day?, Day?) = (try row.optionalDay(), try row.optionalDay())
            let (note, author): (String, String) = (row.next(), row.next())
            return Gain(
                id: id, action: ActionID(plan: plan, number: number), factor: try Self.read(&row), newer: nil, quantity: quantity,
                realised: realised, from: from, to: to, note: note, author: author)
        }
    }

    package func nextID(of id: ActionID) throws -> Int {
        try sql.count(
            """
            SELECT COALESCE(MAX(id), 0) + 1 FROM gain WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND action = \(id.number)
            """)
    }

    package func insert(_ gain: Gain, at now: Instant) throws {
        try sql.execute(
            """
            INSERT INTO gain (organisation_id, plan, action, id, key, indicator, version, quantity, realised, since, until, note, author,
                written_at, removed)
            VALUES (\(organisation), \(gain.action.plan), \(gain.action.number), \(gain.id), \(gain.factor.key),
                \(gain.factor.indicator.key), \(gain.factor.version), \(gain.quantity), \(gain.realised), \(gain.from), \(gain.to),
                \(gain.note), \(gain.author), \(now), FALSE)
            """)
    }

    /// What it was realised at, the factor that it is computed with, and whether it still counts.
    package func update(_ gain: Gain, removed: Bool = false) throws {
        try sql.execute(
            """
            UPDATE gain SET realised = \(gain.realised), version = \(gain.factor.version), removed = \(removed)
            WHERE organisation_id = \(organisation) AND plan = \(gain.action.plan) AND action = \(gain.action.number) AND id = \(gain.id)
            """)
    }

    // MARK: What overlaps

    package func groups(plan: Int) throws -> [OverlapGroup] {
        var members: [Int: [Int]] = [:]
        _ = try sql.all(
            "SELECT overlap, action FROM overlap_member WHERE organisation_id = \(organisation) AND plan = \(plan) ORDER BY overlap, action"
        ) { row in members[row.next(), default: []].append(row.next()) }
        return try sql.all(
            "SELECT number, name, share FROM overlap_group WHERE organisation_id = \(organisation) AND plan = \(plan) ORDER BY number"
        ) { row in
            let number: Int = row.next()
            return OverlapGroup(number: number, name: row.next(), actions: members[number] ?? [], share: row.next())
        }
    }

    /// In place of the group of that number; one without actions goes.
    package func save(_ group: OverlapGroup, plan: Int) throws {
        let these: SQLQuery = "WHERE organisation_id = \(organisation) AND plan = \(plan)"
        try sql.execute("DELETE FROM overlap_member \(these) AND overlap = \(group.number)")
        try sql.execute("DELETE FROM overlap_group \(these) AND number = \(group.number)")
        guard !group.actions.isEmpty else { return }
        try sql.execute(
            """
            INSERT INTO overlap_group (organisation_id, plan, number, name, share)
            VALUES (\(organisation), \(plan), \(group.number), \(group.name), \(group.share))
            """)
        for action in group.actions {
            try sql.execute(
                """
                INSERT INTO overlap_member (organisation_id, plan, overlap, action)
                VALUES (\(organisation), \(plan), \(group.number), \(action))
                """)
        }
    }
}
