/// The people, positions and units of an organisation.
package import JalonDomain
package import SQL

/// How many actions name a party; `open` ones, ahead of it.
package struct PartyUse: Sendable, Equatable {
    package let actions: Int
    package let open: Int
}

package struct PartyStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    static let columns = SQLColumns<Party>("id, kind, name, unit_id, position_id, archived, version") {
        Party(
            id: $0.next(), kind: try $0.choice(), name: $0.next(), unit: $0.next(), position: $0.next(), archived: $0.next(),
            version: $0.next())
    }

    /// All of the organisation, archived ones too, by name.
    package func all() throws -> [Party] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND merged_into IS NULL ORDER BY name_key, id
            """, as: Self.columns)
    }

    package func find(_ id: Int) throws -> Party? {
        try sql.first(
            "SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND id = \(id) AND merged_into IS NULL",
            as: Self.columns)
    }

    /// The party that one became when it was merged; itself otherwise.
    package func heir(of id: Int) throws -> Int {
        try sql.first("SELECT merged_into FROM party WHERE organisation_id = \(organisation) AND id = \(id) AND merged_into IS NOT NULL") {
            $0.next(Int.self)
        } ?? id
    }

    /// Every party of that name, whatever the accents and case: a person before a position before a unit. The name of one that was
    /// merged means the one that it became.
    package func named(_ name: String) throws -> [Party] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND id IN (
                SELECT COALESCE(merged_into, id) FROM party WHERE organisation_id = \(organisation) AND name_key = \(name.folded))
            ORDER BY kind, id
            """, as: Self.columns)
    }

    /// The folded names that merged parties left behind, with the party that each now means.
    package func aliases() throws -> [(name: String, party: Int)] {
        try sql.all("SELECT name_key, merged_into FROM party WHERE organisation_id = \(organisation) AND merged_into IS NOT NULL") {
            (name: $0.next(String.self), party: $0.next(Int.self))
        }
    }

    package func insert(kind: PartyKind, name: String, unit: Int?, position: Int?) throws -> Party {
        let id = try sql.count("SELECT COALESCE(MAX(id), 0) + 1 FROM party WHERE organisation_id = \(organisation)")
        try sql.execute(
            """
            INSERT INTO party (organisation_id, id, kind, name, name_key, unit_id, position_id, has_piloted)
            VALUES (\(organisation), \(id), \(kind), \(name), \(name.folded), \(unit), \(position), \(false))
            """)
        return Party(id: id, kind: kind, name: name, unit: unit, position: position, archived: false, version: 1)
    }

    /// Replaces the row whose version is the one before the party's; answers whether it still was.
    ///
    /// A name that one merged into it had left behind is exchanged with its own, which goes on meaning this party.
    package func save(_ party: Party, replacing before: Party) throws -> Bool {
        let alias = try sql.first(
            """
            SELECT id FROM party
            WHERE organisation_id = \(organisation) AND merged_into = \(party.id) AND name_key = \(party.name.folded)
            """
        ) { $0.next(Int.self) }
        func name(_ id: Int, _ name: String, key: String) throws {
            try sql.execute(
                "UPDATE party SET name = \(name), name_key = \(key) WHERE organisation_id = \(organisation) AND id = \(id)")
        }
        if let alias { try name(alias, party.name, key: "") }
        let changed = try sql.execute(
            """
            UPDATE party SET version = \(party.version), name = \(party.name), name_key = \(party.name.folded), unit_id = \(party.unit),
                position_id = \(party.position), archived = \(party.archived)
            WHERE organisation_id = \(organisation) AND id = \(party.id) AND version = \(party.version - 1)
            """)
        if let alias { try name(alias, before.name, key: before.name.folded) }
        try refreshDirections(of: party.id)
        return changed == 1
    }

    /// What the rows of actions repeat of a party: its direction, and that of the people below it.
    private func refreshDirections(of party: Int) throws {
        try sql.execute(
            """
            UPDATE action SET direction_key = \(ActionStore.directionKey(pilot: "action.pilot_id", organisation: "\(organisation)"))
            WHERE organisation_id = \(organisation) AND pilot_id IN (
                SELECT id FROM party WHERE organisation_id = \(organisation) AND (id = \(party) OR unit_id = \(party)))
            """)
    }

    /// What stands in the one, holds it or is a member as it comes to the other; the one keeps its name, which now means the other.
    package func merge(_ gone: Int, into kept: Int) throws {
        let here: SQLQuery = "WHERE organisation_id = \(organisation)"
        try sql.execute("UPDATE party SET unit_id = \(kept) \(here) AND unit_id = \(gone)")
        try sql.execute("UPDATE party SET position_id = \(kept) \(here) AND position_id = \(gone)")
        try sql.execute("UPDATE member SET party_id = \(kept) \(here) AND party_id = \(gone)")
        try CommitteeStore(sql, organisation: organisation).replaceMember(gone, by: kept)
        try IndicatorStore(sql, organisation: organisation).replaceResponsible(gone, by: kept)
        try MeetingStore(sql, organisation: organisation).replaceParty(gone, by: kept)
        try MeansStore(sql, organisation: organisation).replaceDirection(gone, by: kept)
        try sql.execute(
            """
            UPDATE party SET has_piloted = \(true) \(here) AND id = \(kept)
                AND EXISTS (SELECT 1 FROM party p WHERE p.organisation_id = \(organisation) AND p.id = \(gone) AND p.has_piloted)
            """)
        try sql.execute(
            """
            UPDATE party SET merged_into = \(kept), has_piloted = \(false), archived = \(true), unit_id = NULL, position_id = NULL
            \(here) AND (id = \(gone) OR merged_into = \(gone))
            """)
        try refreshDirections(of: kept)
    }

    /// How many actions name each party, as pilot of a stage, contributor or perimeter.
    package func uses() throws -> [Int: PartyUse] {
        let rows = try sql.all(
            """
            SELECT party, COUNT(*), SUM(live) FROM (
                SELECT n.party, n.plan, n.action, MAX(CASE WHEN n.ahead AND NOT a.closed AND NOT a.archived AND p.state <> 'closed'
                    THEN 1 ELSE 0 END) AS live
                FROM (
                    SELECT pilot_id AS party, plan, action, phase <> 'ended' AS ahead FROM stage
                    WHERE organisation_id = \(organisation) AND pilot_id IS NOT NULL
                    UNION ALL
                    SELECT x.party_id, x.plan, x.action, s.phase IS NULL OR s.phase <> 'ended' FROM action_party x
                    LEFT JOIN stage s ON s.organisation_id = x.organisation_id AND s.plan = x.plan AND s.action = x.action
                        AND s.position = x.stage
                    WHERE x.organisation_id = \(organisation)) n
                JOIN action a ON a.organisation_id = \(organisation) AND a.plan = n.plan AND a.number = n.action
                JOIN plan p ON p.organisation_id = \(organisation) AND p.number = n.plan
                GROUP BY n.party, n.plan, n.action) named
            GROUP BY party
            """
        ) { (party: $0.next(Int.self), use: PartyUse(actions: $0.next(), open: $0.next())) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.party, $0.use) })
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
            SELECT \(Self.columns) FROM party WHERE organisation_id = \(organisation) AND kind = 'unit' AND archived = \(false)
            ORDER BY name_key, id LIMIT \(limit)
            """, as: Self.columns)
    }
}
