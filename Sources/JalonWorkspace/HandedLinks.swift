/// The one-time links that an administrator makes: an invitation to join the organisation, a new password for a member. Each is shown
/// once; the database knows its hash alone.
package import JalonDomain
package import JalonStore
import SQL

package struct NewInvitation: Sendable {
    package var name: String
    package var email: String
    package var role: Role
    /// By name; unknown ones are created when the invitation is accepted.
    package var unit: String
    package var position: String

    package init(name: String, email: String, role: Role, unit: String, position: String) {
        self.name = name
        self.email = email
        self.role = role
        self.unit = unit
        self.position = position
    }
}

/// A link to hand over: the token at the end of its address, for whom, and until when.
package struct HandedLink: Sendable {
    package let token: String
    package let name: String
    package let email: String
    package let expiresAt: Instant
}

/// What an invitation says to who opens it.
package struct InvitationSheet: Sendable {
    package let invitation: Invitation
    package let organisation: Organisation
    package let language: Language
    /// Who invites.
    package let by: String
    /// Whether that e-mail has an account, to sign in with.
    package let hasAccount: Bool
}

extension Workspace {
    static let invitationLength = 7 * 86_400
    static let resetLength = 86_400

    // MARK: Invitations

    /// A new invitation for the same e-mail replaces the one before.
    package func invite(_ new: NewInvitation, as visitor: Visitor) async throws -> HandedLink {
        let token = newToken()
        return try await change(visitor, needs: .administer) { scene in
            let violations =
                Self.emailViolations(new.email) + (new.name.isEmpty ? [Violation(.name, .required)] : [])
                + [(Field.name, new.name), (.unit, new.unit), (.position, new.position)].filter { $0.1.count > 200 }
                .map { Violation($0.0, .tooLong(max: 200)) }
            guard violations.isEmpty else { throw DomainError.invalid(violations) }
            let members = try scene.accounts.members(organisation: scene.organisation.id)
            guard members.allSatisfy({ $0.email != new.email.folded }) else {
                throw DomainError.invalid(.email, .alreadyTaken(new.email))
            }
            // Rights go with the person: a homonym is told apart now rather than when the invitation is accepted.
            let known = try scene.parties.named(new.name)
            guard members.allSatisfy({ member in known.allSatisfy { $0.id != member.party.id } }) else {
                throw DomainError.invalid(.name, .alreadyTaken(new.name))
            }
            let invitation = Invitation(
                email: new.email.folded, name: new.name, role: new.role, unit: new.unit, position: new.position,
                expiresAt: scene.now + Self.invitationLength)
            try scene.handedLinks.invite(invitation, to: scene.organisation.id, by: scene.actor.account, tokenHash: tokenHash(token))
            try scene.journal(.invited, invitation)
            return HandedLink(token: token, name: new.name, email: invitation.email, expiresAt: invitation.expiresAt)
        }
    }

    package func revokeInvitation(_ email: String, as visitor: Visitor) async throws {
        try await change(visitor, needs: .administer) { scene in
            let all = try scene.handedLinks.invitations(to: scene.organisation.id)
            guard let found = all.first(where: { $0.invitation.email == email.folded }) else { throw DomainError.notFound(.member) }
            try scene.handedLinks.withdraw(email, organisation: scene.organisation.id)
            try scene.journal(.invitationRevoked, found.invitation)
        }
    }

    package func invitation(_ token: String, from address: String) async throws -> InvitationSheet {
        let now = clock()
        return try await openLink(from: address) {
            try await database.read { sql in
                guard let found = try HandedLinkStore(sql).invitation(tokenHash: tokenHash(token), at: now) else { return nil }
                return InvitationSheet(
                    invitation: found.invitation, organisation: found.organisation, language: found.language, by: found.by,
                    hasAccount: try AccountStore(sql).find(email: found.invitation.email) != nil)
            }
        }
    }

    /// Someone without an account chooses a name and a password, becomes a member and is signed in.
    package func acceptInvitation(
        _ token: String, name: String, password: String, from address: String, browser: String
    ) async throws -> (organisation: Organisation, session: String) {
        let sheet = try await invitation(token, from: address)
        let violations = Self.credentials(name: name, email: sheet.invitation.email, password: password)
        guard violations.isEmpty else { throw DomainError.invalid(violations) }
        let hash = try await passwords.hash(password, salt: chance(16))
        let id = newAccountID()
        try await admit(sheet, token) { sql, now in
            let accounts = AccountStore(sql)
            guard try accounts.find(email: sheet.invitation.email) == nil else {
                throw DomainError.invalid(.email, .alreadyTaken(sheet.invitation.email))
            }
            return try accounts.insert(
                id: id, email: sheet.invitation.email, name: name, passwordHash: hash, language: sheet.language, at: now)
        }
        let session = try await signIn(email: sheet.invitation.email, password: password, from: address, browser: browser)
        return (sheet.organisation, session)
    }

    /// Someone who has an account joins with it, signed in.
    package func join(_ token: String, session: String?, from address: String) async throws -> Organisation {
        let sheet = try await invitation(token, from: address)
        guard let guest = try await guest(session) else { throw DomainError.unauthenticated }
        guard guest.email == sheet.invitation.email else {
            throw DomainError.invalid(.email, .invitationForAnother(sheet.invitation.email))
        }
        try await admit(sheet, token) { sql, _ in
            guard let account = try AccountStore(sql).find(guest.account) else { throw DomainError.unauthenticated }
            return account
        }
        return sheet.organisation
    }

    /// Makes the account a member, once: the invitation is found again under the organisation's lock, and is no more afterwards.
    private func admit(
        _ sheet: InvitationSheet, _ token: String, _ account: @escaping @Sendable (SQLConnection, Instant) throws -> Account
    ) async throws {
        let now = clock()
        try await database.write(lock: sheet.organisation.id) { sql in
            let links = HandedLinkStore(sql)
            guard let invitation = try links.invitation(tokenHash: tokenHash(token), at: now)?.invitation else {
                throw DomainError.invalid(.email, .linkExpired)
            }
            let account = try account(sql, now)
            let organisation = sheet.organisation
            let scene = Scene(
                sql: sql, organisation: organisation,
                actor: Actor(
                    organisation: organisation.id, account: account.id, name: account.name, role: invitation.role, person: nil, door: .web),
                now: now, today: Zone(organisation.timeZone).day(of: now), memory: nil)
            guard try scene.accounts.member(account: account.id, organisation: organisation.id) == nil else {
                throw DomainError.invalid(.email, .alreadyTaken(invitation.email))
            }
            var names = PartyNames(scene)
            let place = PartyPlace(
                unit: invitation.unit.isEmpty ? nil : invitation.unit, position: invitation.position.isEmpty ? nil : invitation.position)
            let person = try scene.newMembersPerson(invitation.name, place, &names)
            try scene.accounts.addMember(account.id, organisation: organisation.id, role: invitation.role, party: person.id)
            try links.withdraw(invitation.email, organisation: organisation.id)
            try scene.journal.write(
                .memberAdded, subject: "member \(account.id)", plan: nil, action: nil, version: nil,
                changes: [
                    Change(field: .person, before: "", after: account.name),
                    Change(field: .role, before: "", after: invitation.role.rawValue),
                ], by: scene.actor, at: now)
        }
    }

    // MARK: New passwords

    /// A link that sets a member's password; their sessions end at once, since a lost machine may be why one asks.
    ///
    /// An account that another organisation counts on is for those who administer that one too. The owner of the data, on the command
    /// line, may whatever happens.
    package func makeResetLink(of email: String, as visitor: Visitor) async throws -> HandedLink {
        let token = newToken()
        return try await change(visitor, needs: .administer) { scene in
            let member = try scene.member(email, losing: false)
            if scene.actor.door != .commandLine {
                for other in try scene.accounts.organisations(account: member.account) {
                    guard try scene.accounts.member(account: scene.actor.account, organisation: other.id)?.role == .administrator else {
                        throw DomainError.invalid(.email, .memberElsewhere)
                    }
                }
            }
            let until = scene.now + Self.resetLength
            try scene.handedLinks.openReset(account: member.account, tokenHash: tokenHash(token), until: until)
            try scene.accounts.closeSessions(account: member.account)
            try scene.journal(.resetLinkMade, member, [])
            return HandedLink(token: token, name: member.name, email: member.email, expiresAt: until)
        }
    }

    /// Whose password the link sets.
    package func reset(_ token: String, from address: String) async throws -> Guest {
        let now = clock()
        return try await openLink(from: address) {
            try await database.read { sql in
                let accounts = AccountStore(sql)
                guard let id = try HandedLinkStore(sql).reset(tokenHash: tokenHash(token), at: now), let account = try accounts.find(id)
                else {
                    return nil
                }
                return try Guest(account, sql)
            }
        }
    }

    /// Sets the password, once; what slowed the account down is forgotten, and a session opens.
    package func resetPassword(_ token: String, to password: String, from address: String, browser: String) async throws -> String {
        let guest = try await reset(token, from: address)
        try await setPassword(password, of: guest, keeping: nil, through: token)
        try await database.write(lock: 0) { try AccountStore($0).clearFailures(tokenHash("e-mail \(guest.email)")) }
        return try await signIn(email: guest.email, password: password, from: address, browser: browser)
    }

    /// What a link opens. Nobody guesses 256 bits, but whoever tries is slowed down as at the door.
    private func openLink<Value: Sendable>(from address: String, _ body: () async throws -> Value?) async throws -> Value {
        try await guess(
            [Guessed(subject: "links from \(address)", free: 19, longest: 60, isShared: true)], refusing: .linkExpired, body)
    }
}

extension Scene {
    /// Named by who is invited, never by the link.
    fileprivate func journal(_ verb: JournalVerb, _ invitation: Invitation) throws {
        try journal.write(
            verb, subject: "invitation \(invitation.email)", plan: nil, action: nil, version: nil,
            changes: [
                Change(field: .person, before: "", after: invitation.name),
                Change(field: .role, before: "", after: invitation.role.rawValue),
            ], by: actor, at: now)
    }
}
