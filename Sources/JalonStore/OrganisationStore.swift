/// Organisations and what each chose for itself.
package import JalonDomain
package import SQL

let committeeCadence = SQLMigration(
    "committee cadence",
    [
        """
        ALTER TABLE organisation ADD COLUMN cadence TEXT
            CHECK (cadence IN ('monthly', 'everyTwoMonths', 'quarterly', 'halfYearly', 'yearly'))
        """
    ])

package struct Organisation: Sendable, Equatable {
    package let id: Int
    package let slug: String
    package let name: String
    package let timeZone: String

    package init(id: Int, slug: String, name: String, timeZone: String) {
        self.id = id
        self.slug = slug
        self.name = name
        self.timeZone = timeZone
    }
}

package struct OrganisationStore {
    let sql: SQLConnection

    package init(_ sql: SQLConnection) {
        self.sql = sql
    }

    private static let columns = SQLColumns<Organisation>("id, slug, name, time_zone") {
        Organisation(id: $0.next(), slug: $0.next(), name: $0.next(), timeZone: $0.next())
    }

    package func all() throws -> [Organisation] {
        try sql.all("SELECT \(Self.columns) FROM organisation ORDER BY id", as: Self.columns)
    }

    package func find(_ id: Int) throws -> Organisation? {
        try sql.first("SELECT \(Self.columns) FROM organisation WHERE id = \(id)", as: Self.columns)
    }

    package func find(slug: String) throws -> Organisation? {
        try sql.first("SELECT \(Self.columns) FROM organisation WHERE slug = \(slug)", as: Self.columns)
    }

    /// Under lock 0, which the installation's own rows are written with.
    package func insert(slug: String, name: String, timeZone: String, at now: Instant) throws -> Organisation {
        let id = try sql.count("SELECT COALESCE(MAX(id), 0) + 1 FROM organisation")
        try sql.execute(
            """
            INSERT INTO organisation (id, slug, name, time_zone, created_at)
            VALUES (\(id), \(slug), \(name), \(timeZone), \(now))
            """)
        return Organisation(id: id, slug: slug, name: name, timeZone: timeZone)
    }

    // MARK: What it chose

    package func settings(_ id: Int) throws -> OrganisationSettings? {
        try sql.first("SELECT version, name, time_zone, language, catalogue_id, cadence FROM organisation WHERE id = \(id)") {
            OrganisationSettings(
                version: $0.next(), name: $0.next(), timeZone: $0.next(), language: try $0.choice(), catalogue: $0.next(),
                cadence: try $0.optionalChoice())
        }
    }

    /// Replaces the row whose version is the one before; answers whether it still was.
    package func save(_ settings: OrganisationSettings, of id: Int) throws -> Bool {
        try sql.execute(
            """
            UPDATE organisation SET version = \(settings.version), name = \(settings.name), time_zone = \(settings.timeZone),
                language = \(settings.language), catalogue_id = \(settings.catalogue),
                cadence = \(settings.cadence?.rawValue)
            WHERE id = \(id) AND version = \(settings.version - 1)
            """) == 1
    }
}

package struct OrganisationSettings: Sendable, Equatable {
    package var version: Int
    package var name: String
    package var timeZone: String
    /// Of who joins, until they choose theirs.
    package var language: Language
    /// The one that new plans answer to; the last imported for `nil`.
    package var catalogue: Int?
    /// How often its committees are to meet, once it is set.
    package var cadence: Cadence?
}
