/// Accounts, members, sessions and what slows a guesser down.
package import JalonDomain
package import SQL

package struct Account: Sendable, Equatable {
    package let id: Int
    package let email: String
    package let name: String
    package let passwordHash: String
    /// Chosen by who it is; until then, the browser's.
    package let language: Language?
}

/// An open session, as its owner sees it.
package struct OpenSession: Sendable, Equatable {
    /// The hash of its token.
    package let id: String
    package let openedAt: Instant
    package let expiresAt: Instant
    /// Coarse: « Firefox, Linux ».
    package let browser: String
    /// Coarse: the network, without the machine.
    package let network: String

    package init(id: String, openedAt: Instant, expiresAt: Instant, browser: String, network: String) {
        self.id = id
        self.openedAt = openedAt
        self.expiresAt = expiresAt
        self.browser = browser
        self.network = network
    }
}

package struct Member: Sendable, Equatable {
    package let account: Int
    package let email: String
    package let name: String
    package let role: Role
    package let party: Party

    package init(account: Int, email: String, name: String, role: Role, party: Party) {
        self.account = account
        self.email = email
        self.name = name
        self.role = role
        self.party = party
    }
}

package struct AccountStore {
    let sql: SQLConnection

    package init(_ sql: SQLConnection) {
        self.sql = sql
    }

    private static let columns = SQLColumns<Account>("id, email, name, password_hash, language") {
        Account(
            id: $0.next(), email: $0.next(), name: $0.next(), passwordHash: $0.next(), language: try $0.optionalChoice())
    }

    package func find(email: String) throws -> Account? {
        try sql.first("SELECT \(Self.columns) FROM account WHERE email = \(email.folded)", as: Self.columns)
    }

    package func find(_ id: Int) throws -> Account? {
        try sql.first("SELECT \(Self.columns) FROM account WHERE id = \(id)", as: Self.columns)
    }

    /// `id` is drawn by chance: accounts belong to no organisation, whose lock numbers everything else.
    package func insert(
        id: Int, email: String, name: String, passwordHash: String, language: Language? = nil, at now: Instant
    ) throws -> Account {
        try sql.execute(
            """
            INSERT INTO account (id, email, name, password_hash, language, created_at)
            VALUES (\(id), \(email.folded), \(name), \(passwordHash), \(language), \(now))
            """)
        return Account(id: id, email: email.folded, name: name, passwordHash: passwordHash, language: language)
    }

    /// A link that would set another password no longer opens.
    package func setPassword(_ hash: String, account: Int) throws {
        try sql.execute("UPDATE account SET password_hash = \(hash) WHERE id = \(account)")
        try sql.execute("DELETE FROM password_reset WHERE account_id = \(account)")
    }

    package func setName(_ name: String, language: Language?, account: Int) throws {
        try sql.execute("UPDATE account SET name = \(name), language = \(language) WHERE id = \(account)")
    }

    package func setEmail(_ email: String, account: Int) throws {
        try sql.execute("UPDATE account SET email = \(email.folded) WHERE id = \(account)")
    }

    // MARK: Members

    package func addMember(_ account: Int, organisation: Int, role: Role, party: Int) throws {
        try sql.execute(
            """
            INSERT INTO member (organisation_id, account_id, role, party_id)
            VALUES (\(organisation), \(account), \(role), \(party))
            """)
    }

    package func setRole(_ role: Role, account: Int, organisation: Int) throws {
        try sql.execute(
            "UPDATE member SET role = \(role) WHERE organisation_id = \(organisation) AND account_id = \(account)")
    }

    /// The account and the person stay: what they did is signed with them.
    package func removeMember(account: Int, organisation: Int) throws {
        try sql.execute("DELETE FROM member WHERE organisation_id = \(organisation) AND account_id = \(account)")
    }

    private static let memberColumns = SQLColumns<Member>(
        "m.account_id, a.email, a.name, m.role, p.id, p.kind, p.name, p.unit_id, p.position_id, p.archived, p.version"
    ) {
        Member(
            account: $0.next(), email: $0.next(), name: $0.next(), role: try $0.choice(),
            party: Party(
                id: $0.next(), kind: try $0.choice(), name: $0.next(), unit: $0.next(), position: $0.next(), archived: $0.next(),
                version: $0.next()))
    }

    private static let memberRows: SQLQuery = """
        FROM member m JOIN account a ON a.id = m.account_id
        JOIN party p ON p.organisation_id = m.organisation_id AND p.id = m.party_id
        """

    package func members(organisation: Int) throws -> [Member] {
        try sql.all(
            """
            SELECT \(Self.memberColumns) \(Self.memberRows) WHERE m.organisation_id = \(organisation) ORDER BY a.name, m.account_id
            """, as: Self.memberColumns)
    }

    /// Who a session is in an organisation, in one statement: every page begins with it.
    package func entry(tokenHash: String, slug: String, at now: Instant) throws -> (
        until: Instant, organisation: Organisation, isOneOfSeveral: Bool, member: Member
    )? {
        try sql.first(
            """
            SELECT s.expires_at, o.id, o.slug, o.name, o.time_zone, EXISTS (SELECT 1 FROM member other
                WHERE other.account_id = m.account_id AND other.organisation_id <> m.organisation_id), \(Self.memberColumns) \(Self.memberRows)
            JOIN session s ON s.account_id = m.account_id JOIN organisation o ON o.id = m.organisation_id
            WHERE s.token_hash = \(tokenHash) AND s.expires_at > \(now) AND o.slug = \(slug)
            """
        ) { row in
            let until = try row.instant()
            let organisation = Organisation(id: row.next(), slug: row.next(), name: row.next(), timeZone: row.next())
            return (until, organisation, row.next(), try Self.memberColumns.decode(&row))
        }
    }

    package func member(account: Int, organisation: Int) throws -> Member? {
        try sql.first(
            """
            SELECT \(Self.memberColumns) \(Self.memberRows) WHERE m.organisation_id = \(organisation) AND m.account_id = \(account)
            """, as: Self.memberColumns)
    }

    /// The organisations that an account is a member of.
    package func organisations(account: Int) throws -> [Organisation] {
        try sql.all(
            """
            SELECT o.id, o.slug, o.name, o.time_zone FROM organisation o JOIN member m ON m.organisation_id = o.id
            WHERE m.account_id = \(account) ORDER BY o.id
            """
        ) { Organisation(id: $0.next(), slug: $0.next(), name: $0.next(), timeZone: $0.next()) }
    }

    /// In which role, by organisation.
    package func roles(account: Int) throws -> [Int: Role] {
        let roles = try sql.all("SELECT organisation_id, role FROM member WHERE account_id = \(account)") {
            ($0.next(Int.self), try $0.choice(Role.self))
        }
        return Dictionary(uniqueKeysWithValues: roles)
    }

    // MARK: Sessions

    package func open(_ session: OpenSession, account: Int) throws {
        try sql.execute(
            """
            INSERT INTO session (token_hash, account_id, opened_at, expires_at, browser, network)
            VALUES (\(session.id), \(account), \(session.openedAt), \(session.expiresAt), \(session.browser), \(session.network))
            """)
    }

    /// The latest first.
    package func sessions(account: Int, at now: Instant) throws -> [OpenSession] {
        try sql.all(
            """
            SELECT token_hash, opened_at, expires_at, browser, network FROM session
            WHERE account_id = \(account) AND expires_at > \(now) ORDER BY expires_at DESC, token_hash
            """
        ) {
            OpenSession(
                id: $0.next(), openedAt: try $0.instant(), expiresAt: try $0.instant(), browser: $0.next(), network: $0.next())
        }
    }

    /// Of that account only: a hash that is another's ends nothing.
    package func closeSession(tokenHash: String, account: Int) throws {
        try sql.execute("DELETE FROM session WHERE token_hash = \(tokenHash) AND account_id = \(account)")
    }

    package func session(tokenHash: String, at now: Instant) throws -> (account: Int, until: Instant)? {
        try sql.first("SELECT account_id, expires_at FROM session WHERE token_hash = \(tokenHash) AND expires_at > \(now)") {
            (account: $0.next(), until: try $0.instant())
        }
    }

    /// Keeps the session and ends those that have expired.
    package func renewSession(tokenHash: String, until: Instant, now: Instant) throws {
        try sql.execute("UPDATE session SET expires_at = \(until) WHERE token_hash = \(tokenHash)")
        try sql.execute("DELETE FROM session WHERE expires_at <= \(now)")
    }

    package func closeSession(tokenHash: String) throws {
        try sql.execute("DELETE FROM session WHERE token_hash = \(tokenHash)")
    }

    package func closeSessions(account: Int, except tokenHash: String = "") throws {
        try sql.execute("DELETE FROM session WHERE account_id = \(account) AND token_hash <> \(tokenHash)")
    }

    // MARK: Failures

    /// Failures so far and when the next attempt is heard.
    package func failures(_ subject: String) throws -> (count: Int, retryAt: Instant)? {
        try sql.first("SELECT failures, retry_at FROM sign_in_failure WHERE subject = \(subject)") {
            (count: $0.next(), retryAt: try $0.instant())
        }
    }

    package func setFailures(_ subject: String, count: Int, retryAt: Instant) throws {
        try sql.execute(
            """
            INSERT INTO sign_in_failure (subject, failures, retry_at) VALUES (\(subject), \(count), \(retryAt))
            ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, retry_at = excluded.retry_at
            """)
    }

    /// Those whose wait ended before then count no more.
    package func forgetFailures(before then: Instant) throws {
        try sql.execute("DELETE FROM sign_in_failure WHERE retry_at < \(then)")
    }

    package func clearFailures(_ subject: String) throws {
        try sql.execute("DELETE FROM sign_in_failure WHERE subject = \(subject)")
    }

    // MARK: The first door

    package func openSetupLink(tokenHash: String, until: Instant) throws {
        try sql.execute("DELETE FROM setup_link")
        try sql.execute("INSERT INTO setup_link (token_hash, expires_at) VALUES (\(tokenHash), \(until))")
    }

    package func setupLinkIsOpen(tokenHash: String, at now: Instant) throws -> Bool {
        try sql.count("SELECT COUNT(*) FROM setup_link WHERE token_hash = \(tokenHash) AND expires_at > \(now)") == 1
    }

    package func closeSetupLinks() throws {
        try sql.execute("DELETE FROM setup_link")
    }
}
