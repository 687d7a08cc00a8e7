/// Messages on their way, what each is about, who wants which, and how far the journal was read for them.
package import JalonDomain
package import SQL

let mail = SQLMigration(
    "mail",
    [
        """
        CREATE TABLE mail (
            organisation_id BIGINT NOT NULL REFERENCES organisation, id BIGINT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('convocation', 'minutes', 'assignment', 'digest')),
            account_id BIGINT NOT NULL REFERENCES account, about TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped')),
            message_id TEXT NOT NULL UNIQUE, attempts BIGINT NOT NULL, queued_at TEXT NOT NULL, due_at TEXT NOT NULL,
            changed_at TEXT NOT NULL, error TEXT NOT NULL, subject TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (organisation_id, id))
        """,
        "CREATE INDEX mail_by_state ON mail (state, due_at)",
        "CREATE INDEX mail_about ON mail (organisation_id, account_id, kind, about)",
        """
        CREATE TABLE mail_action (
            organisation_id BIGINT NOT NULL, mail_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL,
            PRIMARY KEY (organisation_id, mail_id, plan, action), FOREIGN KEY (organisation_id, mail_id) REFERENCES mail,
            FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        """
        CREATE TABLE mail_refusal (
            account_id BIGINT NOT NULL REFERENCES account, kind TEXT NOT NULL, PRIMARY KEY (account_id, kind))
        """,
        // The last entry of the journal that was read for messages, and the last week whose digests were made.
        """
        CREATE TABLE mail_mark (
            organisation_id BIGINT PRIMARY KEY REFERENCES organisation, journal BIGINT NOT NULL, week TEXT NOT NULL)
        """,
        // What happened before there were messages is told to nobody.
        """
        INSERT INTO mail_mark (organisation_id, journal, week)
        SELECT o.id, COALESCE((SELECT MAX(j.id) FROM journal j WHERE j.organisation_id = o.id), 0), '' FROM organisation o
        """,
    ])

/// A message, as it was last rendered; with its organisation, and the account that it is for.
package struct KeptMail: Sendable {
    package let organisation: Int
    package let mail: Mail
    /// Empty until it is handed over.
    package let subject: String
    package let words: String
    package let name: String
    package let email: String
}

package struct MailStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private static let columns = SQLColumns<KeptMail>(
        """
        m.organisation_id, m.id, m.kind, m.account_id, m.about, m.state, m.message_id, m.attempts, m.queued_at, m.due_at, m.changed_at,
        m.error, m.subject, m.words, a.name, a.email
        """
    ) {
        KeptMail(
            organisation: $0.next(),
            mail: Mail(
                id: $0.next(), kind: try $0.choice(), account: $0.next(), about: $0.next(), state: try $0.choice(), messageID: $0.next(),
                attempts: $0.next(), queuedAt: try $0.instant(), dueAt: try $0.instant(), changedAt: try $0.instant(), error: $0.next()),
            subject: $0.next(), words: $0.next(), name: $0.next(), email: $0.next())
    }

    private static let rows: SQLQuery = "FROM mail m JOIN account a ON a.id = m.account_id"

    // MARK: Of every organisation

    /// What is due, the oldest first.
    package static func due(_ sql: SQLConnection, at now: Instant, limit: Int) throws -> [KeptMail] {
        try sql.all(
            """
            SELECT \(columns) \(rows) WHERE m.state = 'waiting' AND m.due_at <= \(now)
            ORDER BY m.due_at, m.organisation_id, m.id LIMIT \(limit)
            """,
            as: columns)
    }

    /// Attempts that began before then and have no end.
    package static func lost(_ sql: SQLConnection, before then: Instant) throws -> [KeptMail] {
        try sql.all("SELECT \(columns) \(rows) WHERE m.state = 'sending' AND m.changed_at < \(then)", as: columns)
    }

    // MARK: Of one

    /// The last entry of the journal that was read, and the last week whose digests were made.
    package func mark() throws -> (journal: Int, week: String) {
        try sql.first("SELECT journal, week FROM mail_mark WHERE organisation_id = \(organisation)") { ($0.next(), $0.next()) } ?? (0, "")
    }

    package func setMark(journal: Int, week: String) throws {
        try sql.execute(
            """
            INSERT INTO mail_mark (organisation_id, journal, week) VALUES (\(organisation), \(journal), \(week))
            ON CONFLICT (organisation_id) DO UPDATE SET journal = excluded.journal, week = excluded.week
            """)
    }

    package func nextID() throws -> Int {
        try sql.count("SELECT COALESCE(MAX(id), 0) + 1 FROM mail WHERE organisation_id = \(organisation)")
    }

    package func insert(_ mail: Mail) throws {
        try sql.execute(
            """
            INSERT INTO mail (organisation_id, id, kind, account_id, about, state, message_id, attempts, queued_at, due_at, changed_at,
                error, subject, words)
            VALUES (\(organisation), \(mail.id), \(mail.kind), \(mail.account), \(mail.about), \(mail.state), \(mail.messageID),
                \(mail.attempts), \(mail.queuedAt), \(mail.dueAt), \(mail.changedAt), \(mail.error), '', '')
            """)
    }

    package func save(_ mail: Mail) throws {
        try sql.execute(
            """
            UPDATE mail SET state = \(mail.state), attempts = \(mail.attempts), due_at = \(mail.dueAt), changed_at = \(mail.changedAt),
                error = \(mail.error)
            WHERE organisation_id = \(organisation) AND id = \(mail.id)
            """)
    }

    /// What was handed over, kept as it was.
    package func keep(subject: String, words: String, of id: Int) throws {
        try sql.execute(
            "UPDATE mail SET subject = \(subject), words = \(words) WHERE organisation_id = \(organisation) AND id = \(id)")
    }

    package func find(_ id: Int) throws -> KeptMail? {
        try sql.first("SELECT \(Self.columns) \(Self.rows) WHERE m.organisation_id = \(organisation) AND m.id = \(id)", as: Self.columns)
    }

    package func waiting(_ kind: MailKind, account: Int, about: String) throws -> Mail? {
        try sql.first(
            """
            SELECT \(Self.columns) \(Self.rows)
            WHERE m.organisation_id = \(organisation) AND m.account_id = \(account) AND m.kind = \(kind) AND m.about = \(about)
                AND m.state = 'waiting'
            """, as: Self.columns)?.mail
    }

    /// The latest first, before that one when given; in one state when given.
    package func all(_ state: MailState?, before id: Int?, limit: Int) throws -> [KeptMail] {
        var conditions: [SQLQuery] = ["m.organisation_id = \(organisation)"]
        if let state { conditions.append("m.state = \(state)") }
        if let id { conditions.append("m.id < \(id)") }
        return try sql.all(
            "SELECT \(Self.columns) \(Self.rows) WHERE \(SQLQuery.joined(conditions, by: " AND ")) ORDER BY m.id DESC LIMIT \(limit)",
            as: Self.columns)
    }

    package func counts() throws -> [MailState: Int] {
        let rows = try sql.all("SELECT state, COUNT(*) FROM mail WHERE organisation_id = \(organisation) GROUP BY state") {
            (try $0.choice(MailState.self), $0.next(Int.self))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    package func add(_ action: ActionID, to mail: Int) throws {
        try sql.execute(
            """
            INSERT INTO mail_action (organisation_id, mail_id, plan, action)
            VALUES (\(organisation), \(mail), \(action.plan), \(action.number)) ON CONFLICT DO NOTHING
            """)
    }

    /// The actions that a message tells of and that the plan still follows, by due date.
    package func actions(of mail: Int) throws -> [(glance: ActionGlance, pilot: Int?)] {
        try sql.all(
            """
            SELECT \(ActionGlance.columns), a.pilot_id
            FROM mail_action x JOIN action a ON a.organisation_id = x.organisation_id AND a.plan = x.plan AND a.number = x.action
                LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE x.organisation_id = \(organisation) AND x.mail_id = \(mail) AND NOT a.archived
            ORDER BY a.due_key, a.plan, a.number
            """
        ) { (try ActionGlance.columns.decode(&$0), $0.next()) }
    }

    // MARK: Who wants what

    package static func refusals(_ sql: SQLConnection, account: Int) throws -> Set<MailKind> {
        Set(try sql.all("SELECT kind FROM mail_refusal WHERE account_id = \(account)") { try $0.choice(MailKind.self) })
    }

    package static func setRefusals(_ kinds: Set<MailKind>, account: Int, _ sql: SQLConnection) throws {
        try sql.execute("DELETE FROM mail_refusal WHERE account_id = \(account)")
        for kind in MailKind.allCases where kinds.contains(kind) {
            try sql.execute("INSERT INTO mail_refusal (account_id, kind) VALUES (\(account), \(kind))")
        }
    }
}

/// What a message may come from.
package struct MailCause: Sendable {
    /// Who did it: they need not be told.
    package let account: Int?
    package let verb: JournalVerb
    package let subject: String
    package let action: ActionID?
    package let changesPilot: Bool
}

extension JournalStore {
    /// The entries after that one that may lead to a message, the oldest first, and the last entry that was looked at.
    package func causes(after id: Int, limit: Int) throws -> (causes: [MailCause], last: Int) {
        let last = try sql.count(
            """
            SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM journal WHERE organisation_id = \(organisation) AND id > \(id)
                ORDER BY id LIMIT \(limit)) next
            """)
        let causes = try sql.all(
            """
            SELECT account_id, verb, subject, plan, action, changes LIKE '%"field":"pilot"%' FROM journal
            WHERE organisation_id = \(organisation) AND id > \(id) AND id <= \(last)
                AND (verb IN ('convened', 'cancelled', 'moved', 'minutesApproved') OR action IS NOT NULL)
            ORDER BY id
            """
        ) { row in
            let account = row.next(Int?.self)
            let verb = try row.choice(JournalVerb.self)
            let subject = row.next(String.self)
            let plan = row.next(Int?.self)
            let number = row.next(Int?.self)
            let action = plan.flatMap { plan in number.map { ActionID(plan: plan, number: $0) } }
            return MailCause(account: account, verb: verb, subject: subject, action: action, changesPilot: row.next())
        }
        return (causes, max(last, id))
    }
}
