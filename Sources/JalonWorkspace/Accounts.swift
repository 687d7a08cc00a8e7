/// One's own account: who it is, its password, its sessions.
package import JalonDomain
package import JalonStore
import SQL

/// Who stands at the door: the account of a session and where it may go.
package struct Guest: Sendable {
    package let account: Int
    package let name: String
    package let email: String
    /// Chosen by who it is; until then, the browser's.
    package let language: Language?
    package let organisations: [Organisation]
    /// By organisation: in which role, and the plan that the menu leads to.
    package let standing: [Int: Standing]

    package struct Standing: Sendable {
        package let role: Role
        package let openPlan: PlanTitle?
    }
}

extension Guest {
    init(_ account: Account, _ sql: SQLConnection) throws {
        let accounts = AccountStore(sql)
        let organisations = try accounts.organisations(account: account.id)
        let roles = try accounts.roles(account: account.id)
        let standing = try organisations.compactMap { organisation in
            try roles[organisation.id].map {
                (organisation.id, Standing(role: $0, openPlan: try PlanStore(sql, organisation: organisation.id).open()))
            }
        }
        self.init(
            account: account.id, name: account.name, email: account.email, language: account.language, organisations: organisations,
            standing: Dictionary(uniqueKeysWithValues: standing))
    }
}

extension OpenSession {
    /// To the hour: a session is renewed at most that often.
    package var seenAt: Instant { max(openedAt, expiresAt + -Workspace.sessionLength) }
}

extension Workspace {
    /// Whose session it is, or nothing.
    package func guest(_ token: String?) async throws -> Guest? {
        guard let token else { return nil }
        let now = clock()
        return try await database.read { sql in
            let accounts = AccountStore(sql)
            guard let session = try accounts.session(tokenHash: tokenHash(token), at: now),
                let account = try accounts.find(session.account)
            else { return nil }
            return try Guest(account, sql)
        }
    }

    /// `nil` leaves the language to the browser.
    package func editAccount(_ token: String?, name: String, language: Language?) async throws {
        let guest = try await owner(of: token)
        guard !name.isEmpty else { throw DomainError.invalid(.name, .required) }
        guard name.count <= 200 else { throw DomainError.invalid(.name, .tooLong(max: 200)) }
        let renaming = Change(field: .name, before: guest.name, after: name)
        try await change(guest, .accountChanged, name == guest.name ? [] : [renaming]) { sql in
            try AccountStore(sql).setName(name, language: language, account: guest.account)
        }
    }

    /// Asks the password: whoever finds a session open cannot take the account with them.
    package func changeEmail(_ token: String?, password: String, to email: String) async throws {
        let guest = try await owner(of: token)
        let violations = Self.emailViolations(email)
        guard violations.isEmpty else { throw DomainError.invalid(violations) }
        try await verify(password, of: guest)
        guard email.folded != guest.email else { return }
        try await change(guest, .accountChanged, [Change(field: .email, before: guest.email, after: email.folded)]) { sql in
            let accounts = AccountStore(sql)
            guard try accounts.find(email: email) == nil else { throw DomainError.invalid(.email, .alreadyTaken(email)) }
            try accounts.setEmail(email, account: guest.account)
        }
    }

    /// Ends the account's other sessions.
    package func changePassword(_ token: String?, from old: String, to new: String) async throws {
        let guest = try await owner(of: token)
        try await verify(old, of: guest)
        try await setPassword(new, of: guest, keeping: token)
    }

    /// `link` is the one that sets it, which must still open.
    func setPassword(_ new: String, of guest: Guest, keeping token: String?, through link: String? = nil) async throws {
        let violations = Self.passwordViolations(new)
        guard violations.isEmpty else { throw DomainError.invalid(violations) }
        let hash = try await passwords.hash(new, salt: chance(16))
        let kept = token.map { tokenHash($0) } ?? ""
        let now = clock()
        try await change(guest, .passwordChanged, [Change(field: .person, before: guest.name, after: guest.name)]) { sql in
            if let link, try HandedLinkStore(sql).reset(tokenHash: tokenHash(link), at: now) == nil {
                throw DomainError.invalid(.password, .linkExpired)
            }
            let accounts = AccountStore(sql)
            try accounts.setPassword(hash, account: guest.account)
            try accounts.closeSessions(account: guest.account, except: kept)
        }
    }

    // MARK: Sessions

    package func sessions(_ token: String?) async throws -> (guest: Guest, open: [OpenSession], current: String) {
        let guest = try await owner(of: token)
        let now = clock()
        let open = try await database.read { try AccountStore($0).sessions(account: guest.account, at: now) }
        return (guest, open, token.map { tokenHash($0) } ?? "")
    }

    /// One of the account's own.
    package func endSession(_ id: String, _ token: String?) async throws {
        let guest = try await owner(of: token)
        try await database.write(lock: 0) { try AccountStore($0).closeSession(tokenHash: id, account: guest.account) }
    }

    package func endOtherSessions(_ token: String?) async throws {
        let guest = try await owner(of: token)
        let kept = token.map { tokenHash($0) } ?? ""
        try await database.write(lock: 0) { try AccountStore($0).closeSessions(account: guest.account, except: kept) }
    }

    package func endEverySession(_ token: String?) async throws {
        let guest = try await owner(of: token)
        try await database.write(lock: 0) { try AccountStore($0).closeSessions(account: guest.account) }
    }

    // MARK: What these share

    func owner(of token: String?) async throws -> Guest {
        guard let guest = try await guest(token) else { throw DomainError.unauthenticated }
        return guest
    }

    private func verify(_ password: String, of guest: Guest) async throws {
        try await guess([Guessed(subject: "password of \(guest.account)", free: 2, longest: 900, isShared: false)]) {
            let stored = try await database.read { try AccountStore($0).find(guest.account)?.passwordHash }
            return try await passwords.verify(password, against: stored) ? () : nil
        }
    }

    /// The journal of each of the account's organisations says so; an organisation's entries are written under its lock: the first
    /// one's with the change, the others' after it. Without changes to tell, none says anything.
    func change(
        _ guest: Guest, _ verb: JournalVerb, _ changes: [Change], _ body: @escaping @Sendable (SQLConnection) throws -> Void
    ) async throws {
        let now = clock()
        @Sendable func write(_ sql: SQLConnection, in organisation: Int) throws {
            guard !changes.isEmpty, let member = try AccountStore(sql).member(account: guest.account, organisation: organisation) else {
                return
            }
            let actor = Actor(
                organisation: organisation, account: member.account, name: member.name, role: member.role, person: member.party, door: .web)
            try JournalStore(sql, organisation: organisation).write(
                verb, subject: "member \(member.account)", plan: nil, action: nil, version: nil, changes: changes, by: actor, at: now)
        }
        let organisations = guest.organisations.map(\.id)
        try await database.write(lock: organisations.first ?? 0) { sql in
            try body(sql)
            if let first = organisations.first { try write(sql, in: first) }
        }
        for organisation in organisations.dropFirst() {
            try await database.write(lock: organisation) { try write($0, in: organisation) }
        }
    }
}
