/// The use cases of Jalon behind every door. A verb is one transaction: it finds who acts, checks what they may, loads, changes, saves
/// and journals, or leaves everything as it was.
import Foundation
package import JalonDomain
package import JalonStore
package import SQL

package struct Workspace: Sendable {
    package let database: any SQLDatabase
    /// The time, given by whoever composes the program.
    package let clock: @Sendable () -> Instant
    /// Bytes nobody can guess, of the length asked.
    package let chance: @Sendable (Int) -> [UInt8]
    package let passwords: PasswordHasher
    /// Whether verbs stop short of changing anything, once it is known that the visitor may: each is then refused with nothing to mend, so
    /// that a form comes back as it was typed.
    package var isRehearsal = false
    private let memory = Memory()
    let jobs = ScenarioJobs()

    package init(
        database: any SQLDatabase, clock: @escaping @Sendable () -> Instant, chance: @escaping @Sendable (Int) -> [UInt8],
        passwords: PasswordHasher
    ) {
        self.database = database
        self.clock = clock
        self.chance = chance
        self.passwords = passwords
    }

    /// Brings the tables to the program's schema.
    package func migrate() async throws {
        try await database.migrate(schema)
        try await foldOldTexts()
    }
}

/// Who knocks, before anything is known of them.
package enum Visitor: Sendable {
    /// A browser with its session's token, if any, at the organisation whose slug stands in the address, on a route that declares
    /// the permission it needs.
    case session(token: String?, organisation: String, needs: Permission)
    /// The owner of the data on the command line, acting as a member; by default as the sole administrator of the sole organisation.
    case commandLine(email: String?, organisation: String?)
}

/// What a read answers, with what every page says around it.
package struct Seen<Model: Sendable>: Sendable {
    package let organisation: Organisation
    package let actor: Actor
    package let today: Day
    /// Where the organisation's clocks are.
    package let zone: Zone
    /// The latest plan that is not closed, where the menu leads.
    package let openPlan: PlanTitle?
    /// Whether the reader is a member of other organisations too.
    package let isOneOfSeveral: Bool
    package let model: Model

    /// The same around a part of what was read.
    package func map<Part: Sendable>(_ part: (Model) -> Part) -> Seen<Part> {
        Seen<Part>(
            organisation: organisation, actor: actor, today: today, zone: zone, openPlan: openPlan, isOneOfSeveral: isOneOfSeveral,
            model: part(model))
    }
}

/// A verb at work: the open transaction, who acts, where and when.
package struct Scene {
    let sql: SQLConnection
    let organisation: Organisation
    let actor: Actor
    let now: Instant
    /// Today where the organisation is.
    let today: Day
    /// Of reads only.
    let memory: Memory?

    var actions: ActionStore { ActionStore(sql, organisation: organisation.id) }
    var plans: PlanStore { PlanStore(sql, organisation: organisation.id) }
    var parties: PartyStore { PartyStore(sql, organisation: organisation.id) }
    var catalogues: CatalogueStore { CatalogueStore(sql, organisation: organisation.id) }
    var assessments: AssessmentStore { AssessmentStore(sql, organisation: organisation.id) }
    var journal: JournalStore { JournalStore(sql, organisation: organisation.id) }
    var overview: OverviewStore { OverviewStore(sql, organisation: organisation.id) }
    var search: SearchStore { SearchStore(sql, organisation: organisation.id) }
    var carried: CarriedStore { CarriedStore(sql, organisation: organisation.id) }
    var accounts: AccountStore { AccountStore(sql) }
    var handedLinks: HandedLinkStore { HandedLinkStore(sql) }

    func plan(_ number: Int) throws -> Plan {
        guard let plan = try plans.find(number) else { throw DomainError.notFound(.plan) }
        return plan
    }

    /// With its practices, whole.
    func catalogue(_ id: Int) throws -> Catalogue {
        try remembered("catalogue \(id)", plan: 0) {
            guard let catalogue = try catalogues.whole(id) else { throw DomainError.notFound(.catalogue) }
            return catalogue
        }
    }

    func action(_ id: ActionID) throws -> Action {
        guard let action = try actions.find(id) else { throw DomainError.notFound(.action) }
        return action
    }
}

extension Scene {
    /// As a member sees it who is not there: for what is sent to them.
    init(_ sql: SQLConnection, _ member: Member, in organisation: Organisation, at now: Instant) {
        self.init(
            sql: sql, organisation: organisation,
            actor: Actor(
                organisation: organisation.id, account: member.account, name: member.name, role: member.role, person: member.party,
                door: .web), now: now, today: Zone(organisation.timeZone).day(of: now), memory: nil)
    }
}

extension Workspace {
    /// One consistent read by someone who has the permission.
    ///
    /// `menu` is off for pages about a plan, which lead to that plan themselves.
    func look<Model: Sendable>(
        _ visitor: Visitor, needs permission: Permission, menu: Bool = true, _ body: @escaping @Sendable (Scene) throws -> Model
    ) async throws -> Seen<Model> {
        let now = clock()
        let (seen, renewal) = try await database.read { sql in
            let (scene, isOneOfSeveral, renewal) = try enter(sql, visitor, permission, now, memory)
            let seen = Seen(
                organisation: scene.organisation, actor: scene.actor, today: scene.today, zone: Zone(scene.organisation.timeZone),
                openPlan: menu ? try scene.plans.open() : nil, isOneOfSeveral: isOneOfSeveral, model: try body(scene))
            return (seen, renewal)
        }
        if let renewal {
            try await database.write(lock: 0) { sql in
                try AccountStore(sql).renewSession(tokenHash: renewal, until: now + Self.sessionLength, now: now)
            }
        }
        return seen
    }

    /// Whether someone may, before anything else is read for them.
    package func check(_ visitor: Visitor, needs permission: Permission) async throws {
        _ = try await look(visitor, needs: permission, menu: false) { _ in true }
    }

    /// One change, all or nothing, by someone who has the permission; writers of an organisation follow one another.
    func change<Value: Sendable>(
        _ visitor: Visitor, needs permission: Permission, _ body: @escaping @Sendable (Scene) throws -> Value
    ) async throws -> Value {
        let now = clock()
        // The lock is the organisation's number: found first, checked again inside.
        let organisation = try await database.read { try enter($0, visitor, permission, now).scene.organisation.id }
        guard !isRehearsal else { throw DomainError.invalid([]) }
        return try await database.write(lock: organisation) { try body(enter($0, visitor, permission, now).scene) }
    }

    /// A session lasts twelve hours after its last use; it is renewed at most hourly.
    static let sessionLength = 12 * 3600

    private func enter(
        _ sql: SQLConnection, _ visitor: Visitor, _ permission: Permission, _ now: Instant, _ memory: Memory? = nil
    ) throws -> (scene: Scene, isOneOfSeveral: Bool, renewal: String?) {
        let accounts = AccountStore(sql)
        let organisations = OrganisationStore(sql)
        let organisation: Organisation
        let member: Member
        let door: Actor.Door
        var declared = Permission.read
        var isOneOfSeveral = false
        var renewal: String?
        switch visitor {
        case .session(let token, let slug, let needed):
            door = .web
            declared = needed
            guard let token else { throw DomainError.unauthenticated }
            let hash = tokenHash(token)
            guard let entry = try accounts.entry(tokenHash: hash, slug: slug, at: now) else {
                guard try accounts.session(tokenHash: hash, at: now) != nil else { throw DomainError.unauthenticated }
                // Someone else's organisation answers as one that does not exist.
                throw DomainError.notFound(.organisation)
            }
            if entry.until < now + (Self.sessionLength - 3600) { renewal = hash }
            organisation = entry.organisation
            isOneOfSeveral = entry.isOneOfSeveral
            member = entry.member
        case .commandLine(let email, let slug):
            door = .commandLine
            organisation = try commandLineOrganisation(slug, organisations)
            member = try commandLineMember(email, organisation, accounts)
        }
        let actor = Actor(
            organisation: organisation.id, account: member.account, name: member.name, role: member.role, person: member.party, door: door)
        try actor.require(declared)
        try actor.require(permission)
        let scene = Scene(
            sql: sql, organisation: organisation, actor: actor, now: now, today: Zone(organisation.timeZone).day(of: now),
            memory: memory)
        return (scene, isOneOfSeveral, renewal)
    }

    private func commandLineOrganisation(_ slug: String?, _ organisations: OrganisationStore) throws -> Organisation {
        if let slug {
            // A name is as good as a slug.
            let all = try organisations.all()
            guard let found = all.first(where: { $0.slug == slug }) ?? all.first(where: { $0.name.folded == slug.folded }) else {
                throw DomainError.notFound(.organisation)
            }
            return found
        }
        let all = try organisations.all()
        guard let only = all.first else { throw DomainError.notFound(.organisation) }
        guard all.count == 1 else { throw DomainError.invalid(.slug, .ambiguous("organisation", all.map(\.slug))) }
        return only
    }

    private func commandLineMember(_ email: String?, _ organisation: Organisation, _ accounts: AccountStore) throws -> Member {
        let members = try accounts.members(organisation: organisation.id)
        if let email {
            guard let member = members.first(where: { $0.email == email.folded }) else { throw DomainError.notFound(.member) }
            return member
        }
        let administrators = members.filter { $0.role == .administrator }
        guard administrators.count == 1, let sole = administrators.first else {
            throw DomainError.invalid(.email, .ambiguous("administrator", administrators.map(\.email)))
        }
        return sole
    }
}

/// A time zone by its identifier: its clocks on the day of what they date, summer or winter. UTC when it is not known.
package struct Zone: Sendable {
    private static let paris = TimeZone(identifier: "Europe/Paris")
    private let zone: TimeZone?

    /// `Europe/Paris`. That one is looked up once: every page begins with it.
    package init(_ identifier: String) {
        zone = identifier == "Europe/Paris" ? Self.paris : TimeZone(identifier: identifier)
    }

    package var exists: Bool { zone != nil }

    /// Seconds that its clocks are ahead of UTC then.
    package func offset(at instant: Instant) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))) ?? 0
    }

    package func day(of instant: Instant) -> Day { instant.day(offset: offset(at: instant)) }
}

extension Words {
    /// A moment as the clocks of a place showed it.
    package func moment(_ instant: Instant, in zone: Zone) -> String { moment(instant, offset: zone.offset(at: instant)) }
}
