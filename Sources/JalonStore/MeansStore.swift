/// The means of plans and the needs of actions. Needs stand beside the actions, not in them: estimating one is nobody else's conflict.
package import JalonDomain
package import SQL

let means = SQLMigration(
    "means",
    [
        """
        CREATE TABLE plan_means (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (organisation_id, plan),
            FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        """
        CREATE TABLE means_capacity (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, direction BIGINT NOT NULL,
            days DOUBLE PRECISION NOT NULL CHECK (days >= 0), PRIMARY KEY (organisation_id, plan, direction),
            FOREIGN KEY (organisation_id, plan) REFERENCES plan_means, FOREIGN KEY (organisation_id, direction) REFERENCES party)
        """,
        // Only the quarters that differ.
        """
        CREATE TABLE means_quarter (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, direction BIGINT NOT NULL, quarter TEXT NOT NULL,
            days DOUBLE PRECISION NOT NULL CHECK (days >= 0), PRIMARY KEY (organisation_id, plan, direction, quarter),
            FOREIGN KEY (organisation_id, plan, direction) REFERENCES means_capacity)
        """,
        """
        CREATE TABLE means_budget (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, year BIGINT NOT NULL, amount BIGINT NOT NULL CHECK (amount >= 0),
            PRIMARY KEY (organisation_id, plan, year), FOREIGN KEY (organisation_id, plan) REFERENCES plan_means)
        """,
        """
        CREATE TABLE means_closure (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, position BIGINT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason <> ''), PRIMARY KEY (organisation_id, plan, position),
            FOREIGN KEY (organisation_id, plan) REFERENCES plan_means, CHECK (ends_on >= starts_on))
        """,
        """
        CREATE TABLE action_needs (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, version BIGINT NOT NULL, not_before TEXT,
            not_after TEXT, obligation TEXT CHECK (obligation IN ('legal', 'committed')), excluded BOOLEAN NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, action), FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        // A stage by its level and its rank among those of that level: its place in the path changes as decisions are taken.
        """
        CREATE TABLE stage_need (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL,
            level TEXT NOT NULL CHECK (level IN ('reflection', 'experimentation', 'implementation')), nth BIGINT NOT NULL CHECK (nth > 0),
            quarters BIGINT CHECK (quarters > 0), cost BIGINT CHECK (cost >= 0),
            PRIMARY KEY (organisation_id, plan, action, level, nth),
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action_needs)
        """,
        """
        CREATE TABLE stage_effort (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, level TEXT NOT NULL, nth BIGINT NOT NULL,
            direction BIGINT NOT NULL, days DOUBLE PRECISION NOT NULL CHECK (days >= 0),
            PRIMARY KEY (organisation_id, plan, action, level, nth, direction),
            FOREIGN KEY (organisation_id, plan, action, level, nth) REFERENCES stage_need,
            FOREIGN KEY (organisation_id, direction) REFERENCES party)
        """,
    ])

extension Obligation: SQLBindable {}

package struct MeansStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// Of a plan, directions by name; `none` while nothing was said.
    package func means(of plan: Int) throws -> Means {
        let here: SQLQuery = "organisation_id = \(organisation) AND plan = \(plan)"
        guard let version = try sql.first("SELECT version FROM plan_means WHERE \(here)", { $0.next(Int.self) }) else { return .none }
        var capacities = try sql.all(
            """
            SELECT c.direction, c.days FROM means_capacity c
            JOIN party p ON p.organisation_id = c.organisation_id AND p.id = c.direction
            WHERE c.organisation_id = \(organisation) AND c.plan = \(plan) ORDER BY p.name_key, p.id
            """
        ) { Means.Capacity(direction: $0.next(), usual: $0.next(), quarters: [:]) }
        let places = Dictionary(uniqueKeysWithValues: capacities.enumerated().map { ($1.direction, $0) })
        _ = try sql.all("SELECT direction, quarter, days FROM means_quarter WHERE \(here)") { row in
            guard let place = places[row.next(Int.self)] else { return }
            capacities[place].quarters[try row.quarter()] = row.next()
        }
        let budgets = try sql.all("SELECT year, amount FROM means_budget WHERE \(here)") { ($0.next(Int.self), $0.next(Int.self)) }
        let closures = try sql.all("SELECT starts_on, ends_on, reason FROM means_closure WHERE \(here) ORDER BY position") {
            Means.Closure(from: try $0.day(), to: try $0.day(), reason: $0.next())
        }
        return Means(
            version: version, capacities: capacities, budgets: Dictionary(uniqueKeysWithValues: budgets), closures: closures)
    }

    /// Replaces those whose version is the one before; answers whether it still was.
    package func save(_ means: Means, plan: Int) throws -> Bool {
        let here: SQLQuery = "organisation_id = \(organisation) AND plan = \(plan)"
        let key: SQLQuery = "\(organisation), \(plan)"
        let changed = try sql.execute(
            means.version == 1
                ? "INSERT INTO plan_means (organisation_id, plan, version) VALUES (\(key), 1) ON CONFLICT DO NOTHING"
                : "UPDATE plan_means SET version = \(means.version) WHERE \(here) AND version = \(means.version - 1)")
        guard changed == 1 else { return false }
        for table: SQLQuery in ["means_quarter", "means_capacity", "means_budget", "means_closure"] {
            try sql.execute("DELETE FROM \(table) WHERE \(here)")
        }
        for capacity in means.capacities {
            try sql.execute(
                """
                INSERT INTO means_capacity (organisation_id, plan, direction, days)
                VALUES (\(key), \(capacity.direction), \(capacity.usual))
                """)
            for (quarter, days) in capacity.quarters {
                try sql.execute(
                    """
                    INSERT INTO means_quarter (organisation_id, plan, direction, quarter, days)
                    VALUES (\(key), \(capacity.direction), \(quarter.code), \(days))
                    """)
            }
        }
        for (year, amount) in means.budgets {
            try sql.execute("INSERT INTO means_budget (organisation_id, plan, year, amount) VALUES (\(key), \(year), \(amount))")
        }
        for (position, closure) in means.closures.enumerated() {
            try sql.execute(
                """
                INSERT INTO means_closure (organisation_id, plan, position, starts_on, ends_on, reason)
                VALUES (\(key), \(position), \(closure.from), \(closure.to), \(closure.reason))
                """)
        }
        return true
    }

    // MARK: Needs

    /// Of those actions, or of all of the plan; an action of which nothing was said is not there.
    package func needs(plan: Int, of numbers: [Int]? = nil) throws -> [Int: ActionNeeds] {
        if let numbers, numbers.isEmpty { return [:] }
        var here: SQLQuery = "organisation_id = \(organisation) AND plan = \(plan)"
        if let numbers { here += " AND action IN (\(numbers.bindings))" }
        let heads = try sql.all(
            "SELECT action, version, not_before, not_after, obligation, excluded, reason FROM action_needs WHERE \(here)"
        ) { row in
            (
                row.next(Int.self),
                ActionNeeds(
                    version: row.next(), stages: [:], notBefore: try row.optionalQuarter(), notAfter: try row.optionalQuarter(),
                    obligation: try row.optionalChoice(), isExcluded: row.next(), reason: row.next())
            )
        }
        var needs = Dictionary(uniqueKeysWithValues: heads)
        _ = try sql.all("SELECT action, level, nth, quarters, cost FROM stage_need WHERE \(here)") { row in
            let action = row.next(Int.self)
            let key = StageKey(try row.choice(), row.next())
            needs[action]?.stages[key] = StageEstimate(quarters: row.next(), effort: [:], cost: row.next())
        }
        _ = try sql.all("SELECT action, level, nth, direction, days FROM stage_effort WHERE \(here)") { row in
            let action = row.next(Int.self)
            let key = StageKey(try row.choice(), row.next())
            needs[action]?.stages[key]?.effort[row.next(Int.self)] = row.next(Double.self)
        }
        return needs
    }

    /// Replaces those whose version is the one before; answers whether it still was.
    package func save(_ needs: ActionNeeds, of id: ActionID) throws -> Bool {
        let here: SQLQuery = "organisation_id = \(organisation) AND plan = \(id.plan) AND action = \(id.number)"
        let key: SQLQuery = "\(organisation), \(id.plan), \(id.number)"
        let changed = try sql.execute(
            needs.version == 1
                ? """
                INSERT INTO action_needs (organisation_id, plan, action, version, not_before, not_after, obligation, excluded, reason)
                VALUES (\(key), 1, \(needs.notBefore?.code), \(needs.notAfter?.code), \(needs.obligation), \(needs.isExcluded),
                    \(needs.reason)) ON CONFLICT DO NOTHING
                """
                : """
                UPDATE action_needs SET version = \(needs.version), not_before = \(needs.notBefore?.code),
                    not_after = \(needs.notAfter?.code), obligation = \(needs.obligation), excluded = \(needs.isExcluded),
                    reason = \(needs.reason)
                WHERE \(here) AND version = \(needs.version - 1)
                """)
        guard changed == 1 else { return false }
        try sql.execute("DELETE FROM stage_effort WHERE \(here)")
        try sql.execute("DELETE FROM stage_need WHERE \(here)")
        for (stage, estimate) in needs.stages where !estimate.isEmpty {
            try sql.execute(
                """
                INSERT INTO stage_need (organisation_id, plan, action, level, nth, quarters, cost)
                VALUES (\(key), \(stage.level), \(stage.rank), \(estimate.quarters), \(estimate.cost))
                """)
            for (direction, days) in estimate.effort {
                try sql.execute(
                    """
                    INSERT INTO stage_effort (organisation_id, plan, action, level, nth, direction, days)
                    VALUES (\(key), \(stage.level), \(stage.rank), \(direction), \(days))
                    """)
            }
        }
        return true
    }

    // MARK: Two directions that become one

    /// What both can give, and what is asked of both, is from then on the one's.
    func replaceDirection(_ gone: Int, by kept: Int) throws {
        try sql.execute(
            """
            INSERT INTO means_capacity (organisation_id, plan, direction, days)
            SELECT organisation_id, plan, \(kept), 0 FROM means_capacity WHERE organisation_id = \(organisation) AND direction = \(gone)
            ON CONFLICT DO NOTHING
            """)
        // A quarter that one of them tells apart is told of both.
        for (one, other) in [(gone, kept), (kept, gone)] {
            try sql.execute(
                """
                INSERT INTO means_quarter (organisation_id, plan, direction, quarter, days)
                SELECT q.organisation_id, q.plan, c.direction, q.quarter, c.days FROM means_quarter q
                JOIN means_capacity c ON c.organisation_id = q.organisation_id AND c.plan = q.plan AND c.direction = \(other)
                WHERE q.organisation_id = \(organisation) AND q.direction = \(one)
                ON CONFLICT DO NOTHING
                """)
        }
        try sql.execute(
            """
            UPDATE means_quarter SET days = days + (SELECT g.days FROM means_quarter g
                WHERE g.organisation_id = means_quarter.organisation_id AND g.plan = means_quarter.plan
                    AND g.quarter = means_quarter.quarter AND g.direction = \(gone))
            WHERE organisation_id = \(organisation) AND direction = \(kept) AND EXISTS (SELECT 1 FROM means_quarter g
                WHERE g.organisation_id = means_quarter.organisation_id AND g.plan = means_quarter.plan
                    AND g.quarter = means_quarter.quarter AND g.direction = \(gone))
            """)
        try sql.execute(
            """
            UPDATE means_capacity SET days = days + (SELECT g.days FROM means_capacity g
                WHERE g.organisation_id = means_capacity.organisation_id AND g.plan = means_capacity.plan AND g.direction = \(gone))
            WHERE organisation_id = \(organisation) AND direction = \(kept) AND EXISTS (SELECT 1 FROM means_capacity g
                WHERE g.organisation_id = means_capacity.organisation_id AND g.plan = means_capacity.plan AND g.direction = \(gone))
            """)
        try sql.execute(
            """
            INSERT INTO stage_effort (organisation_id, plan, action, level, nth, direction, days)
            SELECT organisation_id, plan, action, level, nth, \(kept), 0 FROM stage_effort
            WHERE organisation_id = \(organisation) AND direction = \(gone)
            ON CONFLICT DO NOTHING
            """)
        try sql.execute(
            """
            UPDATE stage_effort SET days = days + (SELECT g.days FROM stage_effort g
                WHERE g.organisation_id = stage_effort.organisation_id AND g.plan = stage_effort.plan AND g.action = stage_effort.action
                    AND g.level = stage_effort.level AND g.nth = stage_effort.nth AND g.direction = \(gone))
            WHERE organisation_id = \(organisation) AND direction = \(kept) AND EXISTS (SELECT 1 FROM stage_effort g
                WHERE g.organisation_id = stage_effort.organisation_id AND g.plan = stage_effort.plan AND g.action = stage_effort.action
                    AND g.level = stage_effort.level AND g.nth = stage_effort.nth AND g.direction = \(gone))
            """)
        for table: SQLQuery in ["means_quarter", "means_capacity", "stage_effort"] {
            try sql.execute("DELETE FROM \(table) WHERE organisation_id = \(organisation) AND direction = \(gone)")
        }
    }
}

extension SQLRow {
    fileprivate mutating func quarter() throws -> Period {
        guard let quarter = try optionalQuarter() else { throw RowError(description: "A quarter is missing") }
        return quarter
    }

    fileprivate mutating func optionalQuarter() throws -> Period? {
        guard let text = next(String?.self) else { return nil }
        guard let quarter = Period(.quarter, code: text) else { throw RowError(description: "« \(text) » is not a quarter") }
        return quarter
    }
}
