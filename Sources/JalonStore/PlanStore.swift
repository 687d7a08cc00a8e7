/// Plans and their axes.
package import JalonDomain
package import SQL

package struct PlanTitle: Sendable, Equatable {
    package let number: Int
    package let title: String

    package init(number: Int, title: String) {
        self.number = number
        self.title = title
    }
}

package struct PlanStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private static let columns = SQLColumns<Plan>(
        """
        number, version, title, starts_on, ends_on, purpose, common_objectives, catalogue_id, state, validated_on, validated_by, validator,
        communicated_on, audience, channels, proof
        """
    ) { row in
        var plan = Plan(
            number: row.next(), version: row.next(), title: row.next(), from: try row.day(), to: try row.day(), purpose: row.next(),
            commonObjectives: row.next(), catalogue: row.next(), state: try row.choice(), validation: nil, communication: nil, axes: [])
        let validatedOn = try row.optionalDay()
        let body = row.next(String?.self)
        let person = row.next(String?.self)
        plan.validation = validatedOn.map { Validation(on: $0, body: body ?? "", person: person ?? "") }
        let communicatedOn = try row.optionalDay()
        let audience = row.next(String?.self)
        let channels = row.next(String?.self)
        let proof = row.next(String?.self)
        plan.communication = communicatedOn.map {
            Communication(on: $0, audience: audience ?? "", channels: channels ?? "", proof: proof ?? "")
        }
        return plan
    }

    /// All plans, without their axes, the latest first.
    package func all() throws -> [Plan] {
        try sql.all("SELECT \(Self.columns) FROM plan WHERE organisation_id = \(organisation) ORDER BY number DESC", as: Self.columns)
    }

    package func find(_ number: Int) throws -> Plan? {
        guard
            var plan = try sql.first(
                "SELECT \(Self.columns) FROM plan WHERE organisation_id = \(organisation) AND number = \(number)", as: Self.columns)
        else { return nil }
        plan.axes = try sql.all(
            """
            SELECT number, title, theme FROM axis WHERE organisation_id = \(organisation) AND plan = \(number) ORDER BY position, number
            """
        ) { Axis(number: $0.next(), title: $0.next(), theme: $0.next()) }
        return plan
    }

    /// The latest that is not closed.
    package func open() throws -> PlanTitle? {
        try sql.first(
            "SELECT number, title FROM plan WHERE organisation_id = \(organisation) AND state <> 'closed' ORDER BY number DESC LIMIT 1"
        ) { PlanTitle(number: $0.next(), title: $0.next()) }
    }

    package func nextNumber() throws -> Int {
        try sql.count("SELECT COALESCE(MAX(number), 0) + 1 FROM plan WHERE organisation_id = \(organisation)")
    }

    package func insert(_ plan: Plan) throws {
        try sql.execute(
            """
            INSERT INTO plan (organisation_id, number, version, title, starts_on, ends_on, purpose, common_objectives, catalogue_id, state)
            VALUES (\(organisation), \(plan.number), \(plan.version), \(plan.title), \(plan.from), \(plan.to), \(plan.purpose),
                \(plan.commonObjectives), \(plan.catalogue), \(plan.state))
            """)
        try saveAxes(of: plan)
    }

    /// Answers whether the row still had the version before the plan's.
    package func save(_ plan: Plan) throws -> Bool {
        let v = plan.validation
        let c = plan.communication
        let changed = try sql.execute(
            """
            UPDATE plan SET version = \(plan.version), title = \(plan.title), starts_on = \(plan.from), ends_on = \(plan.to),
                purpose = \(plan.purpose), common_objectives = \(plan.commonObjectives), catalogue_id = \(plan.catalogue),
                state = \(plan.state), validated_on = \(v?.on), validated_by = \(v?.body), validator = \(v?.person),
                communicated_on = \(c?.on), audience = \(c?.audience), channels = \(c?.channels), proof = \(c?.proof)
            WHERE organisation_id = \(organisation) AND number = \(plan.number) AND version = \(plan.version - 1)
            """)
        guard changed == 1 else { return false }
        try saveAxes(of: plan)
        return true
    }

    /// Axes keep their number, in the order given; those no longer named are removed where no action stands on them.
    private func saveAxes(of plan: Plan) throws {
        let places = try sql.all(
            "SELECT number, position FROM axis WHERE organisation_id = \(organisation) AND plan = \(plan.number)"
        ) { ($0.next(Int.self), $0.next(Int.self)) }
        let before = Dictionary(uniqueKeysWithValues: places)
        for (position, axis) in plan.axes.enumerated() {
            try sql.execute(
                """
                INSERT INTO axis (organisation_id, plan, number, position, title, theme)
                VALUES (\(organisation), \(plan.number), \(axis.number), \(position), \(axis.title), \(axis.theme))
                ON CONFLICT (organisation_id, plan, number)
                DO UPDATE SET position = excluded.position, title = excluded.title, theme = excluded.theme
                """)
            // A list sorted by axis follows the order of the axes.
            if let place = before[axis.number], place != position {
                try sql.execute(
                    """
                    UPDATE action SET axis_key = \(position)
                    WHERE organisation_id = \(organisation) AND plan = \(plan.number) AND axis = \(axis.number)
                    """)
            }
        }
        let kept: SQLQuery = plan.axes.isEmpty ? "0" : plan.axes.map(\.number).bindings
        try sql.execute(
            "DELETE FROM axis WHERE organisation_id = \(organisation) AND plan = \(plan.number) AND number NOT IN (\(kept))")
    }

    /// The axes that carry an action, archived ones too.
    package func axesInUse(plan: Int) throws -> Set<Int> {
        Set(
            try sql.all(
                """
                SELECT DISTINCT axis FROM action WHERE organisation_id = \(organisation) AND plan = \(plan) AND axis IS NOT NULL
                """
            ) { $0.next(Int.self) })
    }
}
