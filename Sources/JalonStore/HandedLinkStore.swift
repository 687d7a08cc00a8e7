/// The links that an administrator makes: invitations to join, and new passwords.
package import JalonDomain
package import SQL

let administration = SQLMigration(
    "administration",
    [
        "ALTER TABLE organisation ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
        "ALTER TABLE organisation ADD COLUMN language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en'))",
        // SQLite adds no foreign key of two columns to a table that stands.
        "ALTER TABLE organisation ADD COLUMN catalogue_id BIGINT",
        "ALTER TABLE account ADD COLUMN language TEXT CHECK (language IN ('fr', 'en'))",
        "ALTER TABLE party ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
        "ALTER TABLE party ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE",
        // A merged party keeps its name, which means the one that it became.
        "ALTER TABLE party ADD COLUMN merged_into BIGINT",
        // Those open before say neither when nor where from: everyone signs in again.
        "DROP TABLE session",
        """
        CREATE TABLE session (
            token_hash TEXT PRIMARY KEY, account_id BIGINT NOT NULL REFERENCES account, opened_at TEXT NOT NULL, expires_at TEXT NOT NULL,
            browser TEXT NOT NULL, network TEXT NOT NULL)
        """,
        "CREATE INDEX session_of_account ON session (account_id)",
        "CREATE INDEX member_of_account ON member (account_id)",
        """
        CREATE TABLE invitation (
            organisation_id BIGINT NOT NULL REFERENCES organisation, email TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator', 'pilot', 'reader', 'auditor')),
            unit TEXT NOT NULL, position TEXT NOT NULL, invited_by BIGINT NOT NULL REFERENCES account, expires_at TEXT NOT NULL,
            PRIMARY KEY (organisation_id, email))
        """,
        """
        CREATE TABLE password_reset (
            account_id BIGINT PRIMARY KEY REFERENCES account, token_hash TEXT NOT NULL UNIQUE, expires_at TEXT NOT NULL)
        """,
    ])

package struct Invitation: Sendable, Equatable {
    package let email: String
    package let name: String
    package let role: Role
    /// By name, as typed; unknown ones are created when the invitation is accepted.
    package let unit: String
    package let position: String
    package let expiresAt: Instant

    package init(email: String, name: String, role: Role, unit: String, position: String, expiresAt: Instant) {
        self.email = email
        self.name = name
        self.role = role
        self.unit = unit
        self.position = position
        self.expiresAt = expiresAt
    }
}

package struct HandedLinkStore {
    let sql: SQLConnection

    package init(_ sql: SQLConnection) {
        self.sql = sql
    }

    // MARK: Invitations

    private static let columns = SQLColumns<Invitation>("i.email, i.name, i.role, i.unit, i.position, i.expires_at") {
        Invitation(
            email: $0.next(), name: $0.next(), role: try $0.choice(), unit: $0.next(), position: $0.next(), expiresAt: try $0.instant())
    }

    /// A new one for the same e-mail replaces the one before, whose link no longer opens.
    package func invite(_ invitation: Invitation, to organisation: Int, by account: Int, tokenHash: String) throws {
        try withdraw(invitation.email, organisation: organisation)
        try sql.execute(
            """
            INSERT INTO invitation (organisation_id, email, token_hash, name, role, unit, position, invited_by, expires_at)
            VALUES (\(organisation), \(invitation.email.folded), \(tokenHash), \(invitation.name), \(invitation.role), \(invitation.unit),
                \(invitation.position), \(account), \(invitation.expiresAt))
            """)
    }

    package func withdraw(_ email: String, organisation: Int) throws {
        try sql.execute("DELETE FROM invitation WHERE organisation_id = \(organisation) AND email = \(email.folded)")
    }

    /// All that nobody has accepted, expired ones too, each with the name of who invited.
    package func invitations(to organisation: Int) throws -> [(invitation: Invitation, by: String)] {
        try sql.all(
            """
            SELECT \(Self.columns), a.name FROM invitation i JOIN account a ON a.id = i.invited_by
            WHERE i.organisation_id = \(organisation) ORDER BY i.email
            """
        ) { (invitation: try Self.columns.decode(&$0), by: $0.next()) }
    }

    /// The one that a link opens, while who made it still administers the organisation.
    package func invitation(tokenHash: String, at now: Instant) throws -> (
        invitation: Invitation, organisation: Organisation, language: Language, by: String
    )? {
        try sql.first(
            """
            SELECT \(Self.columns), o.id, o.slug, o.name, o.time_zone, o.language, a.name
            FROM invitation i JOIN organisation o ON o.id = i.organisation_id JOIN account a ON a.id = i.invited_by
            JOIN member m ON m.organisation_id = i.organisation_id AND m.account_id = i.invited_by AND m.role = 'administrator'
            WHERE i.token_hash = \(tokenHash) AND i.expires_at > \(now)
            """
        ) { row in
            let invitation = try Self.columns.decode(&row)
            let organisation = Organisation(id: row.next(), slug: row.next(), name: row.next(), timeZone: row.next())
            return (invitation, organisation, try row.choice(), row.next())
        }
    }

    // MARK: New passwords

    package func openReset(account: Int, tokenHash: String, until: Instant) throws {
        try sql.execute("DELETE FROM password_reset WHERE account_id = \(account)")
        try sql.execute(
            "INSERT INTO password_reset (account_id, token_hash, expires_at) VALUES (\(account), \(tokenHash), \(until))")
    }

    /// The account whose password a link sets.
    package func reset(tokenHash: String, at now: Instant) throws -> Int? {
        try sql.first("SELECT account_id FROM password_reset WHERE token_hash = \(tokenHash) AND expires_at > \(now)") {
            $0.next(Int.self)
        }
    }
}
