/// Indicators of an organisation: what they are, what they are held to, what they serve.
package import JalonDomain
package import SQL

let indicators = SQLMigration(
    "indicators",
    [
        // The last measure stands in the row too: lists and statuses are read from it alone.
        """
        CREATE TABLE indicator (
            organisation_id BIGINT NOT NULL REFERENCES organisation, number BIGINT NOT NULL, version BIGINT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''), name_key TEXT NOT NULL,
            type TEXT NOT NULL CHECK (type IN ('boolean', 'count', 'percentage', 'ratio', 'quantity', 'duration', 'frequency', 'amount',
                'score', 'text')),
            unit TEXT NOT NULL, decimals BIGINT NOT NULL, direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower', 'within', 'none')),
            level TEXT NOT NULL CHECK (level IN ('strategic', 'operational')), meaning TEXT NOT NULL, method TEXT NOT NULL,
            source TEXT NOT NULL, cadence TEXT CHECK (cadence IN ('monthly', 'everyTwoMonths', 'quarterly', 'halfYearly', 'yearly')),
            responsible_id BIGINT, low DOUBLE PRECISION, high DOUBLE PRECISION, warning DOUBLE PRECISION, alert DOUBLE PRECISION,
            baseline_on TEXT, baseline DOUBLE PRECISION, archived BOOLEAN NOT NULL, last_on TEXT, last_value DOUBLE PRECISION,
            PRIMARY KEY (organisation_id, number), FOREIGN KEY (organisation_id, responsible_id) REFERENCES party,
            CHECK ((baseline_on IS NULL) = (baseline IS NULL)))
        """,
        """
        CREATE TABLE indicator_target (
            organisation_id BIGINT NOT NULL, indicator BIGINT NOT NULL, due TEXT NOT NULL, value DOUBLE PRECISION NOT NULL,
            PRIMARY KEY (organisation_id, indicator, due), FOREIGN KEY (organisation_id, indicator) REFERENCES indicator)
        """,
        // Practices that it follows, and the categories that its measures are split by.
        """
        CREATE TABLE indicator_line (
            organisation_id BIGINT NOT NULL, indicator BIGINT NOT NULL, part TEXT NOT NULL CHECK (part IN ('practice', 'category')),
            position BIGINT NOT NULL, words TEXT NOT NULL CHECK (words <> ''), PRIMARY KEY (organisation_id, indicator, part, position),
            UNIQUE (organisation_id, indicator, part, words), FOREIGN KEY (organisation_id, indicator) REFERENCES indicator)
        """,
        """
        CREATE TABLE indicator_action (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL, indicator BIGINT NOT NULL,
            PRIMARY KEY (organisation_id, plan, action, indicator), FOREIGN KEY (organisation_id, plan, action) REFERENCES action,
            FOREIGN KEY (organisation_id, indicator) REFERENCES indicator)
        """,
        "CREATE INDEX indicator_action_by_indicator ON indicator_action (organisation_id, indicator, plan, action)",
        // Values that were corrected stay: the last revision of a day is the one that stands.
        """
        CREATE TABLE measure (
            organisation_id BIGINT NOT NULL, indicator BIGINT NOT NULL, measured_on TEXT NOT NULL, revision BIGINT NOT NULL,
            stands BOOLEAN NOT NULL, since TEXT, value DOUBLE PRECISION, part DOUBLE PRECISION, whole DOUBLE PRECISION, words TEXT NOT NULL,
            source TEXT NOT NULL, comment TEXT NOT NULL, evidence TEXT NOT NULL, estimated BOOLEAN NOT NULL, author TEXT NOT NULL,
            written_at TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (organisation_id, indicator, measured_on, revision),
            FOREIGN KEY (organisation_id, indicator) REFERENCES indicator, CHECK ((value IS NULL) = (words <> '')))
        """,
        "CREATE UNIQUE INDEX measure_that_stands ON measure (organisation_id, indicator, measured_on) WHERE stands",
        """
        CREATE TABLE measure_part (
            organisation_id BIGINT NOT NULL, indicator BIGINT NOT NULL, measured_on TEXT NOT NULL, revision BIGINT NOT NULL,
            category TEXT NOT NULL, value DOUBLE PRECISION NOT NULL,
            PRIMARY KEY (organisation_id, indicator, measured_on, revision, category),
            FOREIGN KEY (organisation_id, indicator, measured_on, revision) REFERENCES measure)
        """,
    ])

/// Indicators that others give, or a plan.
let computedIndicators = SQLMigration(
    "computed indicators",
    [
        """
        ALTER TABLE indicator ADD COLUMN operation TEXT CHECK (operation IN ('sum', 'difference', 'ratio', 'mean', 'weightedMean',
            'actionsDone', 'actionsLate', 'actionsInReflection', 'actionsInExperimentation', 'actionsInImplementation', 'meetingsHeld'))
        """,
        "ALTER TABLE indicator ADD COLUMN operation_plan BIGINT",
        """
        CREATE TABLE indicator_term (
            organisation_id BIGINT NOT NULL, indicator BIGINT NOT NULL, position BIGINT NOT NULL, term BIGINT NOT NULL,
            weight DOUBLE PRECISION NOT NULL CHECK (weight > 0), PRIMARY KEY (organisation_id, indicator, position),
            UNIQUE (organisation_id, indicator, term), FOREIGN KEY (organisation_id, indicator) REFERENCES indicator,
            FOREIGN KEY (organisation_id, term) REFERENCES indicator)
        """,
    ])

/// An indicator and its last figure, where it has one.
package struct FollowedIndicator: Sendable, Equatable {
    package let indicator: Indicator
    package let last: LastMeasure?

    package init(indicator: Indicator, last: LastMeasure?) {
        self.indicator = indicator
        self.last = last
    }

    package func status(today: Day) -> IndicatorStatus { indicator.status(last, today: today) }
}

/// An action that an indicator serves.
package struct ServedAction: Sendable, Equatable {
    package let id: ActionID
    package let label: String
    package let pilot: Int?
}

package struct IndicatorStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// By number, archived ones too.
    package func all() throws -> [FollowedIndicator] { try indicators("TRUE") }

    package func find(_ number: Int) throws -> FollowedIndicator? { try indicators("number = \(number)").first }

    package func these(_ numbers: [Int]) throws -> [FollowedIndicator] {
        numbers.isEmpty ? [] : try indicators("number IN (\(numbers.bindings))")
    }

    /// Those that others give, or a plan.
    package func computed() throws -> [FollowedIndicator] { try indicators("operation IS NOT NULL") }

    /// Those that an action is followed by, the first ones.
    package func serving(_ action: ActionID, limit: Int) throws -> [FollowedIndicator] {
        try these(
            try sql.all(
                """
                SELECT l.indicator FROM indicator_action l JOIN indicator i
                    ON i.organisation_id = l.organisation_id AND i.number = l.indicator AND NOT i.archived
                WHERE l.organisation_id = \(organisation) AND l.plan = \(action.plan) AND l.action = \(action.number)
                ORDER BY l.indicator LIMIT \(limit)
                """
            ) { $0.next() })
    }

    /// The first that follows each of some actions of a plan, by the number of the action.
    package func first(of actions: [Int], plan: Int) throws -> [Int: FollowedIndicator] {
        guard !actions.isEmpty else { return [:] }
        let firsts = try sql.all(
            """
            SELECT l.action, MIN(l.indicator) FROM indicator_action l JOIN indicator i
                ON i.organisation_id = l.organisation_id AND i.number = l.indicator AND NOT i.archived
            WHERE l.organisation_id = \(organisation) AND l.plan = \(plan) AND l.action IN (\(actions.bindings)) GROUP BY l.action
            """
        ) { (action: $0.next(Int.self), indicator: $0.next(Int.self)) }
        let found = Dictionary(uniqueKeysWithValues: try these(firsts.map(\.indicator)).map { ($0.indicator.number, $0) })
        return Dictionary(uniqueKeysWithValues: firsts.compactMap { pair in found[pair.indicator].map { (pair.action, $0) } })
    }

    /// Those that serve an action of a plan and are not archived.
    package func serving(plan: Int) throws -> [FollowedIndicator] {
        try indicators(
            """
            NOT archived AND EXISTS (SELECT 1 FROM indicator_action i WHERE i.organisation_id = indicator.organisation_id
                AND i.indicator = indicator.number AND i.plan = \(plan))
            """)
    }

    private func indicators(_ these: SQLQuery) throws -> [FollowedIndicator] {
        var places: [Int: Int] = [:]
        var definitions: [IndicatorDefinition] = []
        var rest: [(number: Int, version: Int, baseline: IndicatorTarget?, archived: Bool, last: LastMeasure?)] = []
        _ = try sql.all(
            """
            SELECT number, version, name, type, unit, decimals, direction, level, meaning, method, source, cadence, responsible_id, low,
                high, warning, alert, baseline_on, baseline, archived, last_on, last_value, operation, operation_plan
            FROM indicator WHERE organisation_id = \(organisation) AND \(these) ORDER BY number
            """
        ) { row in
            let (number, version): (Int, Int) = (row.next(), row.next())
            let (name, type): (String, IndicatorType) = (row.next(), try row.choice())
            places[number] = definitions.count
            definitions.append(
                IndicatorDefinition(
                    name: name, type: type, unit: IndicatorUnit(row.next()), decimals: row.next(), direction: try row.choice(),
                    level: try row.choice(), meaning: row.next(), method: row.next(), source: row.next(), cadence: try row.optionalChoice(),
                    responsible: row.next(), low: row.next(), high: row.next(), warning: row.next(), alert: row.next()))
            let (start, from): (Day?, Double?) = (try row.optionalDay(), row.next())
            let archived: Bool = row.next()
            let (on, value): (Day?, Double?) = (try row.optionalDay(), row.next())
            if let operation: IndicatorOperation = try row.optionalChoice() {
                definitions[definitions.count - 1].formula = IndicatorFormula(operation, plan: row.next())
            }
            rest.append(
                (
                    number, version, start.flatMap { day in from.map { IndicatorTarget(on: day, value: $0) } }, archived,
                    on.map { LastMeasure(on: $0, value: value) }
                ))
        }
        guard !definitions.isEmpty else { return [] }
        let those: SQLQuery =
            definitions.count > 100 ? "TRUE" : "indicator IN (\(rest.map(\.number).bindings))"
        _ = try sql.all(
            """
            SELECT indicator, part, words FROM indicator_line WHERE organisation_id = \(organisation) AND \(those)
            ORDER BY indicator, part, position
            """
        ) { row in
            guard let place = places[row.next()] else { return }
            let part: String = row.next()
            if part == "practice" {
                definitions[place].practices.append(row.next())
            } else {
                definitions[place].categories.append(row.next())
            }
        }
        _ = try sql.all(
            """
            SELECT indicator, plan, action FROM indicator_action WHERE organisation_id = \(organisation) AND \(those)
            ORDER BY indicator, plan, action
            """
        ) { row in
            guard let place = places[row.next()] else { return }
            definitions[place].actions.append(ActionID(plan: row.next(), number: row.next()))
        }
        if definitions.contains(where: { $0.formula?.operation.isOfPlan == false }) {
            var terms: [Int: [IndicatorFormula.Term]] = [:]
            _ = try sql.all(
                """
                SELECT indicator, term, weight FROM indicator_term WHERE organisation_id = \(organisation) AND \(those)
                ORDER BY indicator, position
                """
            ) { row in terms[row.next(), default: []].append(IndicatorFormula.Term(row.next(), weight: row.next())) }
            for (number, place) in places {
                guard let formula = definitions[place].formula, let own = terms[number] else { continue }
                definitions[place].formula = IndicatorFormula(formula.operation, of: own)
            }
        }
        var targets: [Int: [IndicatorTarget]] = [:]
        _ = try sql.all(
            """
            SELECT indicator, due, value FROM indicator_target WHERE organisation_id = \(organisation) AND \(those)
            ORDER BY indicator, due
            """
        ) { row in targets[row.next(), default: []].append(IndicatorTarget(on: try row.day(), value: row.next())) }
        return zip(definitions, rest).map { definition, rest in
            FollowedIndicator(
                indicator: Indicator(
                    number: rest.number, version: rest.version, definition: definition, baseline: rest.baseline,
                    targets: targets[rest.number] ?? [], archived: rest.archived), last: rest.last)
        }
    }

    /// The actions that an indicator serves, archived ones too.
    package func served(by indicator: Int) throws -> [ServedAction] {
        try sql.all(
            """
            SELECT a.plan, a.number, a.label, a.pilot_id FROM indicator_action i JOIN action a
                ON a.organisation_id = i.organisation_id AND a.plan = i.plan AND a.number = i.action
            WHERE i.organisation_id = \(organisation) AND i.indicator = \(indicator) ORDER BY a.plan, a.number
            """
        ) { ServedAction(id: ActionID(plan: $0.next(), number: $0.next()), label: $0.next(), pilot: $0.next()) }
    }

    /// Those that serve an action that one of them pilots.
    package func piloted(by parties: [Int]) throws -> Set<Int> {
        guard !parties.isEmpty else { return [] }
        return Set(
            try sql.all(
                """
                SELECT DISTINCT i.indicator FROM indicator_action i JOIN action a
                    ON a.organisation_id = i.organisation_id AND a.plan = i.plan AND a.number = i.action
                WHERE i.organisation_id = \(organisation) AND a.pilot_id IN (\(parties.bindings)) AND NOT a.archived
                """
            ) { $0.next() })
    }

    // MARK: Changes

    package func nextNumber() throws -> Int {
        try sql.count("SELECT COALESCE(MAX(number), 0) + 1 FROM indicator WHERE organisation_id = \(organisation)")
    }

    package func insert(_ indicator: Indicator) throws {
        let d = indicator.definition
        try sql.execute(
            """
            INSERT INTO indicator (organisation_id, number, version, name, name_key, type, unit, decimals, direction, level, meaning, method,
                source, cadence, responsible_id, low, high, warning, alert, baseline_on, baseline, archived, operation, operation_plan)
            VALUES (\(organisation), \(indicator.number), \(indicator.version), \(d.name), \(d.name.folded), \(d.type),
                \(d.unit.description), \(d.decimals), \(d.direction), \(d.level), \(d.meaning), \(d.method), \(d.source), \(d.cadence),
                \(d.responsible), \(d.low), \(d.high), \(d.warning), \(d.alert), \(indicator.baseline?.on), \(indicator.baseline?.value),
                \(indicator.archived), \(d.formula?.operation), \(d.formula?.plan))
            """)
        try writeParts(of: indicator)
    }

    /// Replaces the row whose version is the one before; answers whether it still was.
    package func save(_ indicator: Indicator) throws -> Bool {
        let d = indicator.definition
        let changed = try sql.execute(
            """
            UPDATE indicator SET version = \(indicator.version), name = \(d.name), name_key = \(d.name.folded), type = \(d.type),
                unit = \(d.unit.description), decimals = \(d.decimals), direction = \(d.direction), level = \(d.level),
                meaning = \(d.meaning), method = \(d.method), source = \(d.source), cadence = \(d.cadence),
                responsible_id = \(d.responsible), low = \(d.low), high = \(d.high), warning = \(d.warning), alert = \(d.alert),
                baseline_on = \(indicator.baseline?.on), baseline = \(indicator.baseline?.value), archived = \(indicator.archived),
                operation = \(d.formula?.operation), operation_plan = \(d.formula?.plan)
            WHERE organisation_id = \(organisation) AND number = \(indicator.number) AND version = \(indicator.version - 1)
            """)
        guard changed == 1 else { return false }
        for table: SQLQuery in ["indicator_target", "indicator_line", "indicator_action", "indicator_term"] {
            try sql.execute("DELETE FROM \(table) WHERE organisation_id = \(organisation) AND indicator = \(indicator.number)")
        }
        try writeParts(of: indicator)
        return true
    }

    private func writeParts(of indicator: Indicator) throws {
        for target in indicator.targets {
            try sql.execute(
                """
                INSERT INTO indicator_target (organisation_id, indicator, due, value)
                VALUES (\(organisation), \(indicator.number), \(target.on), \(target.value))
                """)
        }
        for (part, lines) in [("practice", indicator.definition.practices), ("category", indicator.definition.categories)] {
            for (position, words) in lines.enumerated() {
                try sql.execute(
                    """
                    INSERT INTO indicator_line (organisation_id, indicator, part, position, words)
                    VALUES (\(organisation), \(indicator.number), \(part), \(position), \(words))
                    """)
            }
        }
        for (position, term) in (indicator.definition.formula?.terms ?? []).enumerated() {
            try sql.execute(
                """
                INSERT INTO indicator_term (organisation_id, indicator, position, term, weight)
                VALUES (\(organisation), \(indicator.number), \(position), \(term.indicator), \(term.weight))
                """)
        }
        for action in indicator.definition.actions {
            try sql.execute(
                """
                INSERT INTO indicator_action (organisation_id, plan, action, indicator)
                VALUES (\(organisation), \(action.plan), \(action.number), \(indicator.number))
                """)
        }
    }

    /// Who answered for some answers no more: another party does, once the two are one.
    func replaceResponsible(_ gone: Int, by kept: Int) throws {
        try sql.execute(
            "UPDATE indicator SET responsible_id = \(kept) WHERE organisation_id = \(organisation) AND responsible_id = \(gone)")
    }
}
