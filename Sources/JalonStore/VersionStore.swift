/// The versions of plans and the register of what was communicated of them. Like what they are made of, they are added, never changed.
package import JalonDomain
package import SQL

let versions = SQLMigration(
    "versions",
    [
        """
        CREATE TABLE plan_version (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, number BIGINT NOT NULL, snapshot BIGINT NOT NULL,
            validated_on TEXT NOT NULL, body TEXT NOT NULL CHECK (body <> ''), person TEXT NOT NULL, recorded_at TEXT NOT NULL,
            recorded_by TEXT NOT NULL, PRIMARY KEY (organisation_id, plan, number), UNIQUE (organisation_id, plan, snapshot),
            FOREIGN KEY (organisation_id, plan, snapshot) REFERENCES frozen_plan)
        """,
        // Of a version; of none for a plan that was validated before versions were kept.
        """
        CREATE TABLE plan_communication (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, id BIGINT NOT NULL, version BIGINT, communicated_on TEXT NOT NULL,
            audience TEXT NOT NULL, channels TEXT NOT NULL, proof TEXT NOT NULL, recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, id), FOREIGN KEY (organisation_id, plan) REFERENCES plan,
            FOREIGN KEY (organisation_id, plan, version) REFERENCES plan_version)
        """,
        """
        INSERT INTO plan_communication (organisation_id, plan, id, version, communicated_on, audience, channels, proof, recorded_at,
            recorded_by)
        SELECT organisation_id, number, 1, NULL, communicated_on, audience, channels, proof, communicated_on || 'T00:00:00Z', ''
        FROM plan WHERE communicated_on IS NOT NULL
        """,
    ])

/// What a body committed to: a freeze of the plan, validated.
package struct PlanVersion: Sendable, Equatable {
    package let number: Int
    package let freeze: Int
    package let validation: Validation
    package let recordedAt: Instant
    package let recordedBy: String
}

/// An entry of the register.
package struct CommunicationRecord: Sendable, Equatable {
    /// `nil` when it was of a plan validated before versions were kept.
    package let version: Int?
    package let communication: Communication
}

package struct VersionStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private static let columns = SQLColumns<PlanVersion>("number, snapshot, validated_on, body, person, recorded_at, recorded_by") {
        PlanVersion(
            number: $0.next(), freeze: $0.next(), validation: Validation(on: try $0.day(), body: $0.next(), person: $0.next()),
            recordedAt: try $0.instant(), recordedBy: $0.next())
    }

    /// The latest first.
    package func all(plan: Int) throws -> [PlanVersion] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM plan_version WHERE organisation_id = \(organisation) AND plan = \(plan) ORDER BY number DESC
            """, as: Self.columns)
    }

    package func find(plan: Int, _ number: Int) throws -> PlanVersion? {
        try sql.first(
            """
            SELECT \(Self.columns) FROM plan_version
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND number = \(number)
            """, as: Self.columns)
    }

    /// The one in force.
    package func last(plan: Int) throws -> PlanVersion? {
        try sql.first(
            """
            SELECT \(Self.columns) FROM plan_version WHERE organisation_id = \(organisation) AND plan = \(plan)
            ORDER BY number DESC LIMIT 1
            """, as: Self.columns)
    }

    /// Makes a freeze the next version; answers its number.
    package func insert(plan: Int, freeze: Int, _ validation: Validation, by author: String, at now: Instant) throws -> Int {
        let number = (try last(plan: plan)?.number ?? 0) + 1
        try sql.execute(
            """
            INSERT INTO plan_version (organisation_id, plan, number, snapshot, validated_on, body, person, recorded_at, recorded_by)
            VALUES (\(organisation), \(plan), \(number), \(freeze), \(validation.on), \(validation.body), \(validation.person), \(now),
                \(author))
            """)
        return number
    }

    // MARK: The register

    package func record(_ communication: Communication, plan: Int, by author: String, at now: Instant) throws {
        try sql.execute(
            """
            INSERT INTO plan_communication (organisation_id, plan, id, version, communicated_on, audience, channels, proof, recorded_at,
                recorded_by)
            VALUES (\(organisation), \(plan), (SELECT COALESCE(MAX(id), 0) + 1 FROM plan_communication
                    WHERE organisation_id = \(organisation) AND plan = \(plan)), \(try last(plan: plan)?.number), \(communication.on),
                \(communication.audience), \(communication.channels), \(communication.proof), \(now), \(author))
            """)
    }

    /// The latest first.
    package func communications(plan: Int) throws -> [CommunicationRecord] {
        try sql.all(
            """
            SELECT version, communicated_on, audience, channels, proof FROM plan_communication
            WHERE organisation_id = \(organisation) AND plan = \(plan) ORDER BY communicated_on DESC, id DESC
            """
        ) {
            CommunicationRecord(
                version: $0.next(),
                communication: Communication(on: try $0.day(), audience: $0.next(), channels: $0.next(), proof: $0.next()))
        }
    }
}
