/// The doors: the first start, signing in and out, new members.
import Foundation
package import JalonDomain
package import JalonStore
import JalonCatalogue
import SQL

package struct NewOrganisation: Sendable {
    package var name: String
    /// Stands in addresses; made from the name when empty.
    package var slug: String
    package var timeZone: String
    package var administratorName: String
    package var email: String
    package var password: String

    package init(name: String, slug: String, timeZone: String, administratorName: String, email: String, password: String) {
        self.name = name
        self.slug = slug
        self.timeZone = timeZone
        self.administratorName = administratorName
        self.email = email
        self.password = password
    }
}

package struct NewMember: Sendable {
    package var name: String
    package var email: String
    package var password: String
    package var role: Role
    /// The unit and the position of the person, by name; unknown ones are created.
    package var unit: String
    package var position: String

    package init(name: String, email: String, password: String, role: Role, unit: String, position: String) {
        self.name = name
        self.email = email
        self.password = password
        self.role = role
        self.unit = unit
        self.position = position
    }
}

extension Workspace {
    package func isEmpty() async throws -> Bool {
        try await database.read { try OrganisationStore($0).all().isEmpty }
    }

    // MARK: First start

    /// A new one-time link, valid for a day; the one before no longer opens.
    package func openSetupLink() async throws -> String {
        let token = newToken()
        let now = clock()
        try await database.write(lock: 0) { try AccountStore($0).openSetupLink(tokenHash: tokenHash(token), until: now + 86_400) }
        return token
    }

    package func setupLinkIsOpen(_ token: String) async throws -> Bool {
        let now = clock()
        return try await database.read { try AccountStore($0).setupLinkIsOpen(tokenHash: tokenHash(token), at: now) }
    }

    /// Through the one-time link: the organisation and its administrator, who is signed in.
    package func setUp(_ new: NewOrganisation, link: String) async throws -> (organisation: Organisation, session: String) {
        guard try await setupLinkIsOpen(link) else { throw DomainError.invalid(.email, .linkExpired) }
        let organisation = try await create(new, door: .web, link: link)
        return (organisation, try await signIn(email: new.email, password: new.password, from: "setup"))
    }

    /// The organisation, its administrator and the bundled catalogue. Without a password, an account that exists administers it.
    @discardableResult
    package func create(_ new: NewOrganisation, door: Actor.Door) async throws -> Organisation {
        try await create(new, door: door, link: nil)
    }

    private func create(_ new: NewOrganisation, door: Actor.Door, link: String?) async throws -> Organisation {
        let slug = new.slug.isEmpty ? Self.slug(of: new.name) : new.slug
        var violations: [Violation] = []
        if new.name.isEmpty { violations.append(Violation(.name, .required)) }
        if new.name.count > 200 { violations.append(Violation(.name, .tooLong(max: 200))) }
        if Self.slug(of: slug) != slug || slug.isEmpty || Self.reservedSlugs.contains(slug) {
            violations.append(Violation(.slug, .notAChoice(slug, among: [Self.slug(of: new.name)])))
        }
        if !Zone(new.timeZone).exists { violations.append(Violation(.timeZone, .unknown(new.timeZone))) }
        let known = link == nil && new.password.isEmpty ? try await database.read { try AccountStore($0).find(email: new.email) } : nil
        if known == nil { violations += Self.credentials(name: new.administratorName, email: new.email, password: new.password) }
        guard violations.isEmpty else { throw DomainError.invalid(violations) }

        let hash = try await passwords.hash(new.password, salt: chance(16))
        let catalogue = try BundledCatalogue.load()
        let now = clock()
        let accountID = newAccountID()
        return try await database.write(lock: 0) { sql in
            let accounts = AccountStore(sql)
            let organisations = OrganisationStore(sql)
            if let link {
                guard try accounts.setupLinkIsOpen(tokenHash: tokenHash(link), at: now) else {
                    throw DomainError.invalid(.email, .linkExpired)
                }
                try accounts.closeSetupLinks()
            }
            guard try organisations.find(slug: slug) == nil else { throw DomainError.invalid(.slug, .alreadyTaken(slug)) }
            guard (try accounts.find(email: new.email) == nil) == (known == nil) else {
                throw DomainError.invalid(.email, .alreadyTaken(new.email))
            }
            let organisation = try organisations.insert(slug: slug, name: new.name, timeZone: new.timeZone, at: now)
            let account =
                try known
                ?? accounts.insert(id: accountID, email: new.email, name: new.administratorName, passwordHash: hash, at: now)
            let person = try PartyStore(sql, organisation: organisation.id).insert(
                kind: .person, name: account.name, unit: nil, position: nil)
            try accounts.addMember(account.id, organisation: organisation.id, role: .administrator, party: person.id)
            let actor = Actor(
                organisation: organisation.id, account: account.id, name: account.name, role: .administrator, person: person, door: door)
            let journal = JournalStore(sql, organisation: organisation.id)
            try journal.write(
                .created, subject: "organisation", plan: nil, action: nil, version: 1,
                changes: [Change(field: .name, before: "", after: new.name)], by: actor, at: now)
            let id = try CatalogueStore(sql, organisation: organisation.id).insert(catalogue, at: now)
            try journal.write(
                .imported, subject: "catalogue \(id)", plan: nil, action: nil, version: 1,
                changes: [Change(field: .catalogue, before: "", after: catalogue.reference.description)], by: actor, at: now)
            return organisation
        }
    }

    /// Words that addresses use for themselves.
    private static let reservedSlugs: Set<String> = [
        "setup", "sign-in", "sign-out", "language", "help", "accessibility", "privacy", "account", "health", "favicon.ico", "robots.txt",
        "api", "public", "invitation", "reset", "feeds",
    ]

    /// `communaute-d-agglomeration-de-valmont`.
    static func slug(of name: String) -> String {
        var slug = ""
        for byte in name.folded.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                slug.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
            }
        }
        slug = String(slug.prefix(60))
        while slug.last == "-" { slug.removeLast() }
        return slug
    }

    static func credentials(name: String, email: String, password: String) -> [Violation] {
        var violations: [Violation] = []
        if name.isEmpty { violations.append(Violation(.person, .required)) }
        if name.count > 200 { violations.append(Violation(.person, .tooLong(max: 200))) }
        violations += emailViolations(email)
        violations += passwordViolations(password)
        return violations
    }

    static func emailViolations(_ email: String) -> [Violation] {
        guard !email.isEmpty else { return [Violation(.email, .required)] }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        let sound =
            parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && email.count <= 254
            && !email.contains { $0.isWhitespace || $0.isNewline }
        return sound ? [] : [Violation(.email, .notAnEmail(email))]
    }

    /// At least 12 characters (ANSSI and CNIL: length before anything else), at most 200.
    static func passwordViolations(_ password: String) -> [Violation] {
        if password.isEmpty { return [Violation(.password, .required)] }
        if password.count < 12 { return [Violation(.password, .tooShort(min: 12))] }
        return password.count > 200 ? [Violation(.password, .tooLong(max: 200))] : []
    }

    func newToken() -> String {
        Data(chance(32)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    func newAccountID() -> Int { chance(6).reduce(0) { $0 << 8 | Int($1) } }

    // MARK: Signing in and out

    /// A session's token. `browser` is said coarsely, for its owner to know it again.
    package func signIn(email: String, password: String, from address: String, browser: String = "") async throws -> String {
        // An address serves many people: it is slowed later and less than an e-mail.
        let known = try await guess([
            Guessed(subject: "e-mail \(email.folded)", free: 2, longest: 900, isShared: false),
            Guessed(subject: "address \(address)", free: 19, longest: 60, isShared: true),
        ]) { () -> Account? in
            let known = try await database.read { try AccountStore($0).find(email: email) }
            guard password.count <= 200, try await passwords.verify(password, against: known?.passwordHash) else { return nil }
            return known
        }
        let token = newToken()
        let now = clock()
        let session = OpenSession(
            id: tokenHash(token), openedAt: now, expiresAt: now + Self.sessionLength, browser: browser, network: network(of: address))
        try await database.write(lock: 0) { try AccountStore($0).open(session, account: known.id) }
        return token
    }

    /// What guesses are counted on: this many are free, then each waits twice as long as the one before, `longest` seconds at most.
    struct Guessed: Sendable {
        let subject: String
        let free: Int
        let longest: Int
        /// Of many people: a success takes its own guess back, not those of the others.
        let isShared: Bool

        var key: String { tokenHash(subject) }
        func wait(after count: Int) -> Int { count <= free ? 0 : min(longest, 1 << min(count - free, 10)) }
    }

    /// Hears a guess. It is counted before it is heard, so that guesses sent together do not pass together; and a success takes the count
    /// back: that of a shared subject to what it was, that of the others to nothing.
    func guess<Value: Sendable>(
        _ subjects: [Guessed], refusing rule: Rule = .wrongCredentials, _ body: () async throws -> Value?
    ) async throws -> Value {
        let now = clock()
        try await database.write(lock: 0) { sql in
            let accounts = AccountStore(sql)
            // An hour after the last wait, nothing is held against anyone.
            try accounts.forgetFailures(before: now + -3600)
            let known = try subjects.map { try accounts.failures($0.key) }
            if let wait = known.compactMap({ $0?.retryAt }).max(), wait > now {
                throw DomainError.invalid(.password, .tryAgainIn(seconds: wait.seconds - now.seconds))
            }
            for (subject, failures) in zip(subjects, known) {
                let count = (failures?.count ?? 0) + 1
                try accounts.setFailures(subject.key, count: count, retryAt: now + subject.wait(after: count))
            }
        }
        guard let value = try await body() else { throw DomainError.invalid(.password, rule) }
        try await database.write(lock: 0) { sql in
            let accounts = AccountStore(sql)
            for subject in subjects {
                if subject.isShared, let failures = try accounts.failures(subject.key), failures.count > 1 {
                    try accounts.setFailures(subject.key, count: failures.count - 1, retryAt: now)
                } else {
                    try accounts.clearFailures(subject.key)
                }
            }
        }
        return value
    }

    package func signOut(_ token: String) async throws {
        try await database.write(lock: 0) { try AccountStore($0).closeSession(tokenHash: tokenHash(token)) }
    }

    // MARK: Members

    /// An account that exists already becomes a member as it is, its password unchanged.
    @discardableResult
    package func addMember(_ new: NewMember, as visitor: Visitor) async throws -> Member {
        let hash = new.password.isEmpty ? nil : try await passwords.hash(new.password, salt: chance(16))
        let accountID = newAccountID()
        return try await change(visitor, needs: .administer) { scene in
            let existing = try scene.accounts.find(email: new.email)
            let violations =
                existing == nil
                ? Self.credentials(name: new.name, email: new.email, password: new.password) : Self.emailViolations(new.email)
            guard violations.isEmpty else { throw DomainError.invalid(violations) }
            if let existing, try scene.accounts.member(account: existing.id, organisation: scene.organisation.id) != nil {
                throw DomainError.invalid(.email, .alreadyTaken(new.email))
            }
            var names = PartyNames(scene)
            let name = new.name.isEmpty ? existing?.name ?? "" : new.name
            let person = try scene.newMembersPerson(
                name,
                PartyPlace(unit: new.unit.isEmpty ? nil : new.unit, position: new.position.isEmpty ? nil : new.position), &names)
            let account: Account
            if let existing {
                account = existing
            } else {
                guard let hash else { throw DomainError.invalid(.password, .required) }
                account = try scene.accounts.insert(id: accountID, email: new.email, name: name, passwordHash: hash, at: scene.now)
            }
            try scene.accounts.addMember(account.id, organisation: scene.organisation.id, role: new.role, party: person.id)
            try scene.journal.write(
                .memberAdded, subject: "member \(account.id)", plan: nil, action: nil, version: nil,
                changes: [
                    Change(field: .person, before: "", after: name), Change(field: .role, before: "", after: new.role.rawValue),
                ], by: scene.actor, at: scene.now)
            return Member(account: account.id, email: account.email, name: name, role: new.role, party: person)
        }
    }
}

/// What is kept of where a session was opened from: the network, not the machine.
func network(of address: String) -> String {
    let groups = address.split(separator: ":", omittingEmptySubsequences: false)
    if groups.count > 2 { return groups.prefix(3).joined(separator: ":") + "::" }
    let numbers = address.split(separator: ".")
    return numbers.count == 4 ? numbers.prefix(3).joined(separator: ".") + ".*" : ""
}

extension Scene {
    /// The person of that name, known from the plan or new. Rights go with the person: one who is a member already is never shared by a
    /// second member of the same name.
    func newMembersPerson(_ name: String, _ place: PartyPlace, _ names: inout PartyNames) throws -> Party {
        let known = try parties.named(name).first { $0.kind == .person }
        if let known, try accounts.members(organisation: organisation.id).contains(where: { $0.party.id == known.id }) {
            throw DomainError.invalid(.person, .alreadyTaken(name))
        }
        guard let person = try known ?? parties.find(try names.add(name, .person)) else { throw DomainError.notFound(.party) }
        return try put(setArchived(false, person), place, &names)
    }
}
