/// Committees, who sits in them, and when they meet.
package import JalonDomain
package import SQL

let committees = SQLMigration(
    "committees",
    [
        """
        CREATE TABLE committee (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, number BIGINT NOT NULL, version BIGINT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''), purpose TEXT NOT NULL,
            cadence TEXT CHECK (cadence IN ('monthly', 'everyTwoMonths', 'quarterly', 'halfYearly', 'yearly')), starts_on TEXT NOT NULL,
            place TEXT NOT NULL, starts_at TEXT, length BIGINT NOT NULL CHECK (length > 0), archived BOOLEAN NOT NULL,
            PRIMARY KEY (organisation_id, plan, number), FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        """
        CREATE TABLE committee_member (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, committee BIGINT NOT NULL, position BIGINT NOT NULL,
            party_id BIGINT NOT NULL, role TEXT NOT NULL CHECK (role IN ('chair', 'secretary', 'member', 'guest')),
            PRIMARY KEY (organisation_id, plan, committee, position), UNIQUE (organisation_id, plan, committee, party_id),
            FOREIGN KEY (organisation_id, plan, committee) REFERENCES committee, FOREIGN KEY (organisation_id, party_id) REFERENCES party)
        """,
        """
        CREATE TABLE meeting (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, committee BIGINT NOT NULL, number BIGINT NOT NULL,
            version BIGINT NOT NULL, held_on TEXT NOT NULL, starts_at TEXT, place TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('planned', 'convened', 'held', 'approved', 'cancelled')), reason TEXT NOT NULL,
            minutes TEXT NOT NULL, approved_on TEXT, changed_at TEXT NOT NULL, PRIMARY KEY (organisation_id, plan, committee, number),
            FOREIGN KEY (organisation_id, plan, committee) REFERENCES committee, CHECK ((state = 'approved') = (approved_on IS NOT NULL)))
        """,
        "CREATE INDEX meeting_by_day ON meeting (organisation_id, plan, committee, held_on, number)",
    ])

package struct CommitteeStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    // MARK: Committees

    /// Of a plan, archived ones too, in the order they were created.
    package func all(plan: Int) throws -> [Committee] { try committees("plan = \(plan)") }

    package func find(_ id: CommitteeID) throws -> Committee? { try committees("plan = \(id.plan) AND number = \(id.number)").first }

    private func committees(_ condition: SQLQuery) throws -> [Committee] {
        var committees = try sql.all(
            """
            SELECT plan, number, version, name, purpose, cadence, starts_on, place, starts_at, length, archived FROM committee
            WHERE organisation_id = \(organisation) AND \(condition) ORDER BY plan, number
            """
        ) {
            Committee(
                id: CommitteeID(plan: $0.next(), number: $0.next()), version: $0.next(), name: $0.next(), purpose: $0.next(),
                cadence: try $0.optionalChoice(), from: try $0.day(), place: $0.next(), time: try $0.optionalClock(), length: $0.next(),
                archived: $0.next(), members: [])
        }
        let places = Dictionary(uniqueKeysWithValues: committees.enumerated().map { ($1.id, $0) })
        _ = try sql.all(
            """
            SELECT plan, committee, party_id, role FROM committee_member
            WHERE organisation_id = \(organisation) ORDER BY plan, committee, position
            """
        ) { row in
            guard let place = places[CommitteeID(plan: row.next(), number: row.next())] else { return }
            committees[place].members.append(CommitteeMember(party: row.next(), role: try row.choice()))
        }
        return committees
    }

    package func nextNumber(plan: Int) throws -> Int {
        try sql.count("SELECT COALESCE(MAX(number), 0) + 1 FROM committee WHERE organisation_id = \(organisation) AND plan = \(plan)")
    }

    package func insert(_ committee: Committee) throws {
        try sql.execute(
            """
            INSERT INTO committee (organisation_id, plan, number, version, name, purpose, cadence, starts_on, place, starts_at, length,
                archived)
            VALUES (\(organisation), \(committee.id.plan), \(committee.id.number), \(committee.version), \(committee.name),
                \(committee.purpose), \(committee.cadence), \(committee.from), \(committee.place), \(committee.time),
                \(committee.length), \(committee.archived))
            """)
        try writeMembers(of: committee)
    }

    /// Replaces the row whose version is the one before; answers whether it still was.
    package func save(_ committee: Committee) throws -> Bool {
        let changed = try sql.execute(
            """
            UPDATE committee SET version = \(committee.version), name = \(committee.name), purpose = \(committee.purpose),
                cadence = \(committee.cadence), starts_on = \(committee.from), place = \(committee.place), starts_at = \(committee.time),
                length = \(committee.length), archived = \(committee.archived)
            WHERE organisation_id = \(organisation) AND plan = \(committee.id.plan) AND number = \(committee.id.number)
                AND version = \(committee.version - 1)
            """)
        guard changed == 1 else { return false }
        try sql.execute(
            """
            DELETE FROM committee_member
            WHERE organisation_id = \(organisation) AND plan = \(committee.id.plan) AND committee = \(committee.id.number)
            """)
        try writeMembers(of: committee)
        return true
    }

    private func writeMembers(of committee: Committee) throws {
        for (position, member) in committee.members.enumerated() {
            try sql.execute(
                """
                INSERT INTO committee_member (organisation_id, plan, committee, position, party_id, role)
                VALUES (\(organisation), \(committee.id.plan), \(committee.id.number), \(position), \(member.party), \(member.role))
                """)
        }
    }

    /// A party that becomes another sits where it sat, unless the other sits there already.
    func replaceMember(_ gone: Int, by kept: Int) throws {
        try sql.execute(
            """
            DELETE FROM committee_member WHERE organisation_id = \(organisation) AND party_id = \(gone) AND EXISTS (
                SELECT 1 FROM committee_member other WHERE other.organisation_id = committee_member.organisation_id
                    AND other.plan = committee_member.plan AND other.committee = committee_member.committee AND other.party_id = \(kept))
            """)
        try sql.execute(
            "UPDATE committee_member SET party_id = \(kept) WHERE organisation_id = \(organisation) AND party_id = \(gone)")
    }

    // MARK: Their meetings

    private static let columns = SQLColumns<Meeting>(
        "plan, committee, number, version, held_on, starts_at, place, state, reason, minutes, approved_on, changed_at"
    ) {
        Meeting(
            id: MeetingID(CommitteeID(plan: $0.next(), number: $0.next()), number: $0.next()), version: $0.next(), on: try $0.day(),
            time: try $0.optionalClock(), place: $0.next(), state: try $0.choice(), reason: $0.next(), minutes: $0.next(),
            approvedOn: try $0.optionalDay(), changedAt: try $0.instant())
    }

    /// Of all committees of a plan, by day.
    package func meetings(plan: Int) throws -> [Meeting] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM meeting WHERE organisation_id = \(organisation) AND plan = \(plan)
            ORDER BY held_on, committee, number
            """, as: Self.columns)
    }

    package func meetings(of id: CommitteeID) throws -> [Meeting] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM meeting
            WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND committee = \(id.number) ORDER BY held_on, number
            """, as: Self.columns)
    }

    package func find(_ id: MeetingID) throws -> Meeting? {
        try sql.first(
            """
            SELECT \(Self.columns) FROM meeting WHERE organisation_id = \(organisation) AND plan = \(id.plan)
                AND committee = \(id.committee.number) AND number = \(id.number)
            """, as: Self.columns)
    }

    package func nextMeeting(of id: CommitteeID) throws -> Int {
        try sql.count(
            """
            SELECT COALESCE(MAX(number), 0) + 1 FROM meeting
            WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND committee = \(id.number)
            """)
    }

    package func insert(_ m: Meeting) throws {
        try sql.execute(
            """
            INSERT INTO meeting (organisation_id, plan, committee, number, version, held_on, starts_at, place, state, reason, minutes,
                approved_on, changed_at)
            VALUES (\(organisation), \(m.id.plan), \(m.id.committee.number), \(m.id.number), \(m.version), \(m.on), \(m.time), \(m.place),
                \(m.state), \(m.reason), \(m.minutes), \(m.approvedOn), \(m.changedAt))
            """)
    }

    /// Replaces the row whose version is the one before; answers whether it still was.
    package func save(_ m: Meeting) throws -> Bool {
        try sql.execute(
            """
            UPDATE meeting SET version = \(m.version), held_on = \(m.on), starts_at = \(m.time), place = \(m.place), state = \(m.state),
                reason = \(m.reason), minutes = \(m.minutes), approved_on = \(m.approvedOn), changed_at = \(m.changedAt)
            WHERE organisation_id = \(organisation) AND plan = \(m.id.plan) AND committee = \(m.id.committee.number)
                AND number = \(m.id.number) AND version = \(m.version - 1)
            """) == 1
    }
}
