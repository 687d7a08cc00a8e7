/// Organisations, and the people, positions and units in them.
package import JalonDomain
package import SQL

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
}

package struct PartyStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    static let columns = SQLColumns<Party>("id, kind, name, unit_id, position_id") {
        Party(id: $0.next(), kind: try $0.choice(), name: $0.next(), unit: $0.next(), position: $0.next())
    }

    /// All of the organisation, by name.
    package func all() throws -> [Party] {
        try sql.all("SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) ORDER BY name_key, id", as: Self.columns)
    }

    package func find(_ id: Int) throws -> Party? {
        try sql.first("SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND id = \(id)", as: Self.columns)
    }

    /// Every party of that name, whatever the accents and case: a person before a position before a unit.
    package func named(_ name: String) throws -> [Party] {
        try sql.all(
            "SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND name_key = \(name.folded) ORDER BY kind, id",
            as: Self.columns)
    }

    package func insert(kind: PartyKind, name: String, unit: Int?, position: Int?) throws -> Party {
        let id = try sql.count("SELECT COALESCE(MAX(id), 0) + 1 FROM party WHERE organisation_id = \(organisation)")
        try sql.execute(
            """
            INSERT INTO party (organisation_id, id, kind, name, name_key, unit_id, position_id, has_piloted)
            VALUES (\(organisation), \(id), \(kind), \(name), \(name.folded), \(unit), \(position), \(false))
            """)
        return Party(id: id, kind: kind, name: name, unit: unit, position: position)
    }

    package func save(_ party: Party) throws {
        try sql.execute(
            """
            UPDATE party SET unit_id = \(party.unit), position_id = \(party.position)
            WHERE organisation_id = \(organisation) AND id = \(party.id)
            """)
        // What the rows of actions repeat of it: its direction, and that of the people below it.
        try sql.execute(
            """
            UPDATE action SET direction_key = \(ActionStore.directionKey(pilot: "action.pilot_id", organisation: "\(organisation)"))
            WHERE organisation_id = \(organisation) AND pilot_id IN (
                SELECT id FROM party WHERE organisation_id = \(organisation) AND (id = \(party.id) OR unit_id = \(party.id)))
            """)
    }

    /// Whether `unit` is `root` or stands below it.
    package func unit(_ unit: Int, isWithin root: Int) throws -> Bool {
        try sql.count(
            """
            WITH RECURSIVE below (id) AS (
                SELECT id FROM party WHERE organisation_id = \(organisation) AND id = \(root)
                UNION SELECT p.id FROM party p JOIN below ON p.unit_id = below.id WHERE p.organisation_id = \(organisation))
            SELECT COUNT(*) FROM below WHERE id = \(unit)
            """) > 0
    }

    /// Those who pilot, or have piloted, an action, `limit` at most, by name. Kept on the party: gathering the pilots of ten thousand
    /// actions, or looking for each party's first, would cost a list a tenth of its time.
    package func pilots(limit: Int) throws -> [Party] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND has_piloted = \(true)
            ORDER BY name_key, id LIMIT \(limit)
            """, as: Self.columns)
    }

    package func units(limit: Int) throws -> [Party] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND kind = 'unit'
            ORDER BY name_key, id LIMIT \(limit)
            """, as: Self.columns)
    }
}
