/// Publishing a plan: choose what is said, resolve who seems to be named, publish a validated version with today's progress, withdraw it.
package import JalonDomain
package import JalonStore
import SQL

/// What stands around a publication.
package struct PublicationDesk: Sendable {
    package let plan: Plan
    /// The one that would be published; without one, nothing can be.
    package let version: PlanVersion?
    package let choice: PublicationChoice
    /// Of the plan's studies and experiments with a result.
    package let lessons: [Lesson]
    /// What would be published now.
    package let preview: PublicPlan?
    /// Who seems to be named in it, and was not told to be someone else.
    package let hits: [PersonHit]
    /// What the public reads now.
    package let current: (publication: Publication, asOf: Day?)?
}

/// What was published, with the folder name of its organisation in addresses.
package struct Published: Sendable {
    package let slug: String
    package let publication: Publication
    package let content: PublicPlan
}

extension Workspace {
    /// What the public reads, without an account: only what was published, and nothing once it is withdrawn.
    package func published(_ slug: String, _ plan: Int) async throws -> Published {
        let read = try await publication(slug, plan)
        guard
            let content = try await database.read({ sql in
                try PublicationStore(sql, organisation: read.organisation).content(plan: plan, read.publication.id)
            })
        else { throw DomainError.notFound(.page) }
        return Published(slug: slug, publication: read.publication, content: content)
    }

    /// Which publication stands, without its content: enough to answer a browser that has it already.
    package func publication(_ slug: String, _ plan: Int) async throws -> (organisation: Int, publication: Publication) {
        try await database.read { sql in
            guard let organisation = try OrganisationStore(sql).find(slug: slug),
                let publication = try PublicationStore(sql, organisation: organisation.id).current(plan: plan)
            else { throw DomainError.notFound(.page) }
            return (organisation.id, publication)
        }
    }

    package func publicationDesk(of number: Int, _ visitor: Visitor) async throws -> Seen<PublicationDesk> {
        try await look(visitor, needs: .decide, menu: false) { try $0.publicationDesk(of: try $0.plan(number)) }
    }

    /// `reading` is the version that was read, 0 before the first choice.
    package func setPublicationChoice(
        of number: Int, reading: Int?, fields: Set<PublicField>, lessons: Set<LessonKey>, as visitor: Visitor
    ) async throws {
        try await change(visitor, needs: .decide) { scene in
            let plan = try scene.plan(number)
            try plan.requireOpen()
            let before = try scene.publications.choice(plan: number)
            if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
            guard before.fields != fields || before.lessons != lessons else { return }
            let after = PublicationChoice(version: before.version + 1, fields: fields, lessons: lessons)
            guard try scene.publications.save(after, plan: number) else {
                throw DomainError.conflict(read: before.version, current: after.version)
            }
            try scene.journal(.publicationChosen, number, changes(from: before.journaled, to: after.journaled))
        }
    }

    /// The person found there is told not to be one.
    package func clear(hit key: String, of number: Int, as visitor: Visitor) async throws {
        try await change(visitor, needs: .decide) { scene in
            let desk = try scene.publicationDesk(of: try scene.plan(number))
            guard let hit = desk.hits.first(where: { $0.key == key }) else { throw DomainError.notFound(.page) }
            try scene.publications.clear(hit, plan: number, by: scene.actor.name, at: scene.now)
            try scene.journal(.personCleared, number, [Change(field: .person, before: "", after: hit.found)])
        }
    }

    /// The version in force, with the progress of today; refused while someone seems to be named.
    package func publish(_ number: Int, as visitor: Visitor) async throws -> Published {
        try await change(visitor, needs: .decide) { scene in
            let plan = try scene.plan(number)
            let desk = try scene.publicationDesk(of: plan)
            guard let content = desk.preview else { throw DomainError.invalid(.state, .noVersion) }
            guard desk.hits.isEmpty else {
                throw DomainError.invalid(desk.hits.map { Violation($0.field, .namesAPerson($0.found, action: $0.action)) })
            }
            let snapshot = try scene.freeze(plan, for: .publication)
            let publication = try scene.publications.publish(content, snapshot: snapshot, by: scene.actor.name, at: scene.now)
            try scene.journal(
                .published, number, [Change(field: .version, before: "", after: String(content.version))])
            return Published(slug: scene.organisation.slug, publication: publication, content: content)
        }
    }

    /// At once.
    package func withdrawPublication(of number: Int, as visitor: Visitor) async throws {
        try await change(visitor, needs: .decide) { scene in
            _ = try scene.plan(number)
            guard let current = try scene.publications.current(plan: number) else { throw DomainError.invalid(.state, .notPublished) }
            try scene.publications.withdraw(plan: number, at: scene.now)
            try scene.journal(.unpublished, number, [Change(field: .version, before: String(current.version), after: "")])
        }
    }

    // MARK: What studies and experiments taught

    package static let lessonsOfAPage = 20

    package func lessons(_ text: String, from start: Int, _ visitor: Visitor) async throws -> Seen<LessonPage> {
        try await look(visitor, needs: .read) { scene in
            let asked = SearchWords(text)
            let found = try scene.publications.lessons(asked, after: start, limit: Self.lessonsOfAPage + 1)
            return LessonPage(
                asked: asked, start: start, lessons: Array(found.prefix(Self.lessonsOfAPage)), hasMore: found.count > Self.lessonsOfAPage,
                plans: Dictionary(uniqueKeysWithValues: try scene.plans.all().map { ($0.number, $0.title) }))
        }
    }
}

package struct LessonPage: Sendable {
    package let asked: SearchWords
    package let start: Int
    package let lessons: [Lesson]
    package let hasMore: Bool
    /// Titles, by number.
    package let plans: [Int: String]
}

extension PublicationChoice {
    fileprivate var journaled: [Field: String] {
        [
            .publication: PublicField.allCases.filter(fields.contains).map(\.rawValue).joined(separator: ", "),
            .lessons: lessons.sorted().map { "\($0.action)/\($0.stage + 1)" }.joined(separator: ", "),
        ]
    }
}

extension Scene {
    var publications: PublicationStore { PublicationStore(sql, organisation: organisation.id) }

    fileprivate func journal(_ verb: JournalVerb, _ plan: Int, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "publication \(plan)", plan: plan, action: nil, version: nil, changes: changes, by: actor, at: now)
    }

    fileprivate func publicationDesk(of plan: Plan) throws -> PublicationDesk {
        let version = try versions.last(plan: plan.number)
        let choice = try publications.choice(plan: plan.number)
        let preview = try version.map { try publicPlan(plan, $0, choice) }
        let cleared = try publications.cleared(plan: plan.number)
        let hits = try preview.map { PersonScan(names: try publications.personNames()).hits(in: $0.texts) } ?? []
        let current = try publications.current(plan: plan.number)
        return PublicationDesk(
            plan: plan, version: version, choice: choice,
            lessons: try publications.lessons(SearchWords(""), plan: plan.number, limit: Int.max), preview: preview,
            hits: hits.filter { !cleared.contains($0.key) },
            current: try current.map { ($0, try publications.content(plan: plan.number, $0.id)?.asOf) })
    }

    private func publicPlan(_ plan: Plan, _ version: PlanVersion, _ choice: PublicationChoice) throws -> PublicPlan {
        let before = try versions.find(plan: plan.number, version.number - 1)
        return PublicPlan(
            organisation: organisation.name, try frozen(plan.number, version.freeze).plan, version: version.number, version.validation,
            try snapshots.actions(plan: plan.number, version.freeze), now: try frozen(try actions.all(plan: plan.number), of: plan),
            asOf: today, previous: try before.map { ($0.number, try snapshots.actions(plan: plan.number, $0.freeze)) },
            cadence: try promisedCadence(of: plan), choice)
    }

    /// That of the plan's first committee which has one, else what the organisation chose for itself.
    private func promisedCadence(of plan: Plan) throws -> Cadence? {
        try committees.all(plan: plan.number).first { !$0.archived && $0.cadence != nil }?.cadence ?? settings().cadence
    }
}
