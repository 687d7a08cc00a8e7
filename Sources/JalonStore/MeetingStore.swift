/// What a meeting is made of: its agenda, who came, what was decided, and the documents that were frozen.
package import JalonDomain
package import SQL

let meetings = SQLMigration(
    "meetings",
    [
        """
        CREATE TABLE agenda_item (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, committee BIGINT NOT NULL, meeting BIGINT NOT NULL,
            position BIGINT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('followUp', 'progress', 'awaitsDecision', 'late', 'undelivered',
                'withoutPilot', 'free', 'nextDate')), action BIGINT, title TEXT NOT NULL, comment TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, committee, meeting, position),
            FOREIGN KEY (organisation_id, plan, committee, meeting) REFERENCES meeting,
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        """
        CREATE TABLE attendance (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, committee BIGINT NOT NULL, meeting BIGINT NOT NULL,
            party_id BIGINT NOT NULL, presence TEXT NOT NULL CHECK (presence IN ('present', 'represented', 'excused', 'absent')),
            instead TEXT NOT NULL, PRIMARY KEY (organisation_id, plan, committee, meeting, party_id),
            FOREIGN KEY (organisation_id, plan, committee, meeting) REFERENCES meeting,
            FOREIGN KEY (organisation_id, party_id) REFERENCES party)
        """,
        """
        CREATE TABLE decision (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, committee BIGINT NOT NULL, meeting BIGINT NOT NULL,
            number BIGINT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('generalise', 'experiment', 'extend', 'stop', 'goBack', 'due', 'pilot',
                'impact', 'cost', 'validate', 'revise', 'close', 'free')), action BIGINT, words TEXT NOT NULL, before TEXT NOT NULL,
            after TEXT NOT NULL, reason TEXT NOT NULL, bearer_id BIGINT, due TEXT, done_on TEXT, supersedes_meeting BIGINT,
            supersedes_number BIGINT, superseded_meeting BIGINT, superseded_number BIGINT, recorded_at TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, committee, meeting, number),
            FOREIGN KEY (organisation_id, plan, committee, meeting) REFERENCES meeting,
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action, FOREIGN KEY (organisation_id, bearer_id) REFERENCES party)
        """,
        // Added and read, never changed: no statement does it.
        """
        CREATE TABLE meeting_document (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, committee BIGINT NOT NULL, meeting BIGINT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('pack', 'minutes')), edition BIGINT NOT NULL, frozen_at TEXT NOT NULL, snapshot BIGINT,
            content TEXT NOT NULL, PRIMARY KEY (organisation_id, plan, committee, meeting, kind, edition),
            FOREIGN KEY (organisation_id, plan, committee, meeting) REFERENCES meeting)
        """,
    ])

/// An agenda may be about an indicator: its points are copied to a table that has room for it.
let agendaOfIndicators = SQLMigration(
    "agenda of indicators",
    [
        """
        CREATE TABLE agenda_point (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, committee BIGINT NOT NULL, meeting BIGINT NOT NULL,
            position BIGINT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('followUp', 'progress', 'awaitsDecision', 'late', 'undelivered',
                'indicators', 'withoutPilot', 'free', 'nextDate')), action BIGINT, indicator BIGINT, title TEXT NOT NULL,
            comment TEXT NOT NULL, PRIMARY KEY (organisation_id, plan, committee, meeting, position),
            FOREIGN KEY (organisation_id, plan, committee, meeting) REFERENCES meeting,
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action, FOREIGN KEY (organisation_id, indicator) REFERENCES indicator)
        """,
        """
        INSERT INTO agenda_point (organisation_id, plan, committee, meeting, position, kind, action, title, comment)
        SELECT organisation_id, plan, committee, meeting, position, kind, action, title, comment FROM agenda_item
        """,
        "DROP TABLE agenda_item",
    ])

package enum MeetingDocumentKind: String, Sendable { case pack, minutes }

package struct MeetingDocument: Sendable, Equatable {
    package let meeting: MeetingID
    package let edition: Int
    package let at: Instant
    /// The number of the plan's freeze that a pack reads.
    package let freeze: Int?
    package let content: String
}

package struct MeetingStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private func these(_ id: MeetingID) -> SQLQuery {
        """
        WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND committee = \(id.committee.number) AND meeting = \(id.number)
        """
    }

    private func key(_ id: MeetingID) -> SQLQuery { "\(organisation), \(id.plan), \(id.committee.number), \(id.number)" }

    // MARK: Agenda

    package func agenda(of id: MeetingID) throws -> [AgendaItem] {
        try sql.all("SELECT kind, action, indicator, title, comment FROM agenda_point \(these(id)) ORDER BY position") {
            AgendaItem(try $0.choice(), action: $0.next(), indicator: $0.next(), title: $0.next(), comment: $0.next())
        }
    }

    package func setAgenda(_ items: [AgendaItem], of id: MeetingID) throws {
        try sql.execute("DELETE FROM agenda_point \(these(id))")
        for (position, item) in items.enumerated() {
            try sql.execute(
                """
                INSERT INTO agenda_point (organisation_id, plan, committee, meeting, position, kind, action, indicator, title, comment)
                VALUES (\(key(id)), \(position), \(item.kind), \(item.action), \(item.indicator), \(item.title), \(item.comment))
                """)
        }
    }

    /// The open actions of a plan that may come before a committee, the first due first.
    package func agendaActions(plan: Int, today: Day, limit: Int) throws -> [AgendaAction] {
        try actions(
            """
            a.plan = \(plan) AND a.archived = \(false) AND NOT a.closed AND (
                a.awaits_decision OR a.pilot_id IS NULL OR a.progress < 2 AND a.due < \(today)
                OR a.progress < 2 AND s.forecast > s.baseline
                OR s.level <> 'implementation' AND a.progress < 2 AND a.due <= \(today + AgendaAction.nearness))
            ORDER BY a.due_key, a.number LIMIT \(limit)
            """)
    }

    /// What an agenda says of these.
    package func agendaActions(_ numbers: [Int], plan: Int) throws -> [AgendaAction] {
        guard !numbers.isEmpty else { return [] }
        let list = SQLQuery.joined(numbers.map { "\($0)" }, by: ", ")
        return try actions("a.plan = \(plan) AND a.number IN (\(list)) ORDER BY a.number")
    }

    private func actions(_ condition: SQLQuery) throws -> [AgendaAction] {
        try sql.all(
            """
            SELECT a.number, a.label, a.level, a.progress, s.baseline, a.due, s.slippage_reason, p.name,
                CASE s.level WHEN 'reflection' THEN s.deliverable <> '' ELSE s.result <> '' END, a.closed OR a.archived
            FROM action a JOIN stage s ON s.organisation_id = a.organisation_id AND s.plan = a.plan AND s.action = a.number
                AND s.position = (SELECT MAX(position) FROM stage x WHERE x.organisation_id = a.organisation_id AND x.plan = a.plan
                    AND x.action = a.number AND x.phase <> 'planned')
            LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE a.organisation_id = \(organisation) AND \(condition)
            """
        ) {
            AgendaAction(
                number: $0.next(), label: $0.next(), level: try $0.ranked(), progress: try $0.ranked(), baseline: try $0.optionalDay(),
                due: try $0.optionalDay(), reason: $0.next(), pilot: $0.next(), isDelivered: $0.next(), isClosed: $0.next())
        }
    }

    // MARK: Attendance

    package func attendance(of id: MeetingID) throws -> [Attendance] {
        try sql.all("SELECT party_id, presence, instead FROM attendance \(these(id)) ORDER BY party_id") {
            Attendance(party: $0.next(), presence: try $0.choice(), by: $0.next())
        }
    }

    package func setAttendance(_ attendance: [Attendance], of id: MeetingID) throws {
        try sql.execute("DELETE FROM attendance \(these(id))")
        for one in attendance {
            try sql.execute(
                """
                INSERT INTO attendance (organisation_id, plan, committee, meeting, party_id, presence, instead)
                VALUES (\(key(id)), \(one.party), \(one.presence), \(one.by))
                """)
        }
    }

    // MARK: Decisions

    /// Of all meetings of a committee, in their order.
    package func decisions(of id: CommitteeID) throws -> [MeetingDecision] {
        try decisions("plan = \(id.plan) AND committee = \(id.number)")
    }

    /// Those of a plan that are not carried out.
    package func openDecisions(plan: Int) throws -> [MeetingDecision] {
        try decisions("plan = \(plan) AND done_on IS NULL AND superseded_meeting IS NULL")
    }

    package func find(_ id: DecisionID) throws -> MeetingDecision? {
        try decisions(
            """
            plan = \(id.meeting.plan) AND committee = \(id.meeting.committee.number) AND meeting = \(id.meeting.number)
                AND number = \(id.number)
            """
        ).first
    }

    private func decisions(_ condition: SQLQuery) throws -> [MeetingDecision] {
        try sql.all(
            """
            SELECT plan, committee, meeting, number, kind, action, words, before, after, reason, bearer_id, due, done_on,
                supersedes_meeting, supersedes_number, superseded_meeting, superseded_number
            FROM decision WHERE organisation_id = \(organisation) AND \(condition) ORDER BY plan, committee, meeting, number
            """
        ) { row in
            let committee = CommitteeID(plan: row.next(), number: row.next())
            func other(_ row: inout SQLRow) -> DecisionID? {
                let meeting = row.next(Int?.self)
                let number = row.next(Int?.self)
                guard let meeting, let number else { return nil }
                return DecisionID(MeetingID(committee, number: meeting), number: number)
            }
            return MeetingDecision(
                id: DecisionID(MeetingID(committee, number: row.next()), number: row.next()), kind: try row.choice(), action: row.next(),
                words: row.next(), before: row.next(), after: row.next(), reason: row.next(), bearer: row.next(),
                due: try row.optionalDay(), doneOn: try row.optionalDay(), supersedes: other(&row), supersededBy: other(&row))
        }
    }

    package func nextDecision(of id: MeetingID) throws -> Int {
        try sql.count("SELECT COALESCE(MAX(number), 0) + 1 FROM decision \(these(id))")
    }

    package func insert(_ d: MeetingDecision, at now: Instant) throws {
        try sql.execute(
            """
            INSERT INTO decision (organisation_id, plan, committee, meeting, number, kind, action, words, before, after, reason, bearer_id,
                due, done_on, supersedes_meeting, supersedes_number, recorded_at)
            VALUES (\(key(d.id.meeting)), \(d.id.number), \(d.kind), \(d.action), \(d.words), \(d.before), \(d.after), \(d.reason),
                \(d.bearer), \(d.due), \(d.doneOn), \(d.supersedes?.meeting.number), \(d.supersedes?.number), \(now))
            """)
    }

    /// What happens to it afterwards; what was decided stays.
    package func follow(_ d: MeetingDecision) throws {
        try sql.execute(
            """
            UPDATE decision SET done_on = \(d.doneOn), superseded_meeting = \(d.supersededBy?.meeting.number),
                superseded_number = \(d.supersededBy?.number)
            \(these(d.id.meeting)) AND number = \(d.id.number)
            """)
    }

    // MARK: Documents

    package func freeze(_ kind: MeetingDocumentKind, of id: MeetingID, _ content: String, freeze: Int?, at now: Instant) throws {
        let edition = try sql.count(
            "SELECT COALESCE(MAX(edition), 0) + 1 FROM meeting_document \(these(id)) AND kind = \(kind.rawValue)")
        try sql.execute(
            """
            INSERT INTO meeting_document (organisation_id, plan, committee, meeting, kind, edition, frozen_at, snapshot, content)
            VALUES (\(key(id)), \(kind.rawValue), \(edition), \(now), \(freeze), \(content))
            """)
    }

    /// The last one of that meeting.
    package func document(_ kind: MeetingDocumentKind, of id: MeetingID) throws -> MeetingDocument? {
        try documents("\(these(id)) AND kind = \(kind.rawValue) ORDER BY edition DESC LIMIT 1").first
    }

    /// The last one that was frozen before, of any meeting of the committee.
    package func document(_ kind: MeetingDocumentKind, before document: MeetingDocument) throws -> MeetingDocument? {
        let id = document.meeting
        return try documents(
            """
            WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND committee = \(id.committee.number)
                AND kind = \(kind.rawValue) AND snapshot < \(document.freeze) ORDER BY snapshot DESC LIMIT 1
            """
        ).first
    }

    private func documents(_ condition: SQLQuery) throws -> [MeetingDocument] {
        try sql.all("SELECT plan, committee, meeting, edition, frozen_at, snapshot, content FROM meeting_document \(condition)") {
            MeetingDocument(
                meeting: MeetingID(CommitteeID(plan: $0.next(), number: $0.next()), number: $0.next()), edition: $0.next(),
                at: try $0.instant(), freeze: $0.next(), content: $0.next())
        }
    }

    /// Bearers and those who came, once a party becomes another.
    func replaceParty(_ gone: Int, by kept: Int) throws {
        try sql.execute("UPDATE decision SET bearer_id = \(kept) WHERE organisation_id = \(organisation) AND bearer_id = \(gone)")
        try sql.execute(
            """
            DELETE FROM attendance WHERE organisation_id = \(organisation) AND party_id = \(gone) AND EXISTS (
                SELECT 1 FROM attendance other WHERE other.organisation_id = attendance.organisation_id AND other.plan = attendance.plan
                    AND other.committee = attendance.committee AND other.meeting = attendance.meeting AND other.party_id = \(kept))
            """)
        try sql.execute("UPDATE attendance SET party_id = \(kept) WHERE organisation_id = \(organisation) AND party_id = \(gone)")
    }
}
