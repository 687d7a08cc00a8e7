/// Plans: create, edit, lead through their life; and where they stand.
package import JalonDomain
package import JalonStore
import SQL

extension Workspace {
    package func plans(_ visitor: Visitor) async throws -> Seen<[Plan]> {
        try await look(visitor, needs: .read) { try $0.plans.all() }
    }

    /// The plan, and the catalogues it may answer to.
    package func plan(_ number: Int, _ visitor: Visitor, needs permission: Permission = .read) async throws -> Seen<PlanSheet> {
        try await look(visitor, needs: permission) { scene in
            PlanSheet(
                plan: try scene.plan(number), catalogues: try scene.catalogues.all(), axesInUse: try scene.plans.axesInUse(plan: number))
        }
    }

    /// A draft; its axes are the themes of its catalogue: the one named (`guide-nr@1`, or a name alone), else the one that the
    /// organisation chose for new plans, else the last imported.
    package func createPlan(_ edit: PlanEdit, catalogue: String?, as visitor: Visitor) async throws -> Plan {
        try await change(visitor, needs: .editPlan) { scene in
            try edit.check()
            let entry = try scene.catalogue(named: catalogue ?? scene.settings().catalogue.map(String.init))
            let themes = try scene.catalogues.themes(entry.id)
            let plan = Plan(
                number: try scene.plans.nextNumber(), version: 1, title: edit.title, from: edit.from, to: edit.to, purpose: edit.purpose,
                commonObjectives: edit.commonObjectives, catalogue: entry.id, state: .draft, validation: nil, communication: nil,
                axes: themes.enumerated().map { Axis(number: $0.offset + 1, title: $0.element.title.fr, theme: $0.element.id) })
            try scene.plans.insert(plan)
            try scene.journal.write(
                .created, subject: "plan \(plan.number)", plan: plan.number, action: nil, version: 1,
                changes: changes(from: [:], to: PlanFields.of(plan, catalogue: entry.reference.description)), by: scene.actor, at: scene.now
            )
            return plan
        }
    }

    /// `reading` is the version that was read; `nil` takes the plan as it stands. A catalogue, when named, is the one it now answers to.
    package func editPlan(
        _ number: Int, reading: Int?, _ edit: PlanEdit, catalogue: String? = nil, as visitor: Visitor
    ) async throws {
        try await change(number, reading, .edited, needs: .editPlan, as: visitor) { plan, scene in
            try plan.apply(edit)
            if let catalogue { plan.catalogue = try scene.catalogue(named: catalogue).id }
        }
    }

    /// The axes in the order given; a number that is `nil` is a new axis.
    package func setAxes(
        _ number: Int, reading: Int?, _ axes: [(number: Int?, title: String, theme: String?)], as visitor: Visitor
    ) async throws {
        try await change(number, reading, .axesEdited, needs: .editPlan, as: visitor) { plan, scene in
            try plan.requireOpen()
            let kept = Set(axes.compactMap(\.number))
            let inUse = try scene.plans.axesInUse(plan: number)
            if let lost = plan.axes.first(where: { inUse.contains($0.number) && !kept.contains($0.number) }) {
                throw DomainError.invalid(.axes, .alreadyTaken(lost.title))
            }
            guard axes.allSatisfy({ !$0.title.isEmpty && $0.title.count <= Axis.longestTitle }) else {
                throw DomainError.invalid(.axes, .required)
            }
            var next = (plan.axes.map(\.number).max() ?? 0) + 1
            plan.axes = axes.map { axis in
                if let known = axis.number, plan.axes.contains(where: { $0.number == known }) {
                    return Axis(number: known, title: axis.title, theme: axis.theme)
                }
                defer { next += 1 }
                return Axis(number: next, title: axis.title, theme: axis.theme)
            }
        }
    }

    /// Keeps the plan whole, as it will be read: a candidate for the next version.
    package func propose(_ number: Int, reading: Int?, as visitor: Visitor) async throws {
        try await change(number, reading, .proposed, needs: .decide, as: visitor) { plan, scene in
            try scene.propose(&plan)
        }
    }

    package func withdraw(_ number: Int, reading: Int?, as visitor: Visitor) async throws {
        try await change(number, reading, .withdrawn, needs: .decide, as: visitor) { plan, _ in try plan.withdraw() }
    }

    /// What was proposed becomes the next version, whose number is answered.
    @discardableResult
    package func validate(_ number: Int, reading: Int?, _ validation: Validation, as visitor: Visitor) async throws -> Int {
        try await change(number, reading, .validated, needs: .decide, as: visitor) { plan, scene in
            try scene.validate(&plan, validation)
        }
    }

    /// Adds to the register; the same twice in a row is once.
    package func communicate(_ number: Int, reading: Int?, _ communication: Communication, as visitor: Visitor) async throws {
        try await change(number, reading, .communicated, needs: .decide, as: visitor) { plan, scene in
            let last = plan.communication
            try plan.communicate(communication, today: scene.today)
            guard plan.communication != last else { return }
            try scene.versions.record(communication, plan: number, by: scene.actor.name, at: scene.now)
        }
    }

    package func close(_ number: Int, reading: Int?, as visitor: Visitor) async throws {
        try await change(number, reading, .closed, needs: .decide, as: visitor) { plan, _ in try plan.close() }
    }

    func change<Value: Sendable>(
        _ number: Int, _ reading: Int?, _ verb: JournalVerb, needs permission: Permission, as visitor: Visitor,
        _ body: @escaping @Sendable (inout Plan, Scene) throws -> Value
    ) async throws -> Value {
        try await change(visitor, needs: permission) { scene in
            try scene.changePlan(number, reading, verb) { try body(&$0, scene) }
        }
    }

    /// Where the plan stands, in one read.
    package func overview(of number: Int, _ visitor: Visitor) async throws -> Seen<PlanOverview> {
        try await look(visitor, needs: .read) { scene in
            let plan = try scene.plan(number)
            var late = ActionQuery()
            late.filter.late = true
            let counts = try scene.remembered("overview", plan: number) {
                (
                    tallies: try scene.overview.tallies(plan: number, today: scene.today),
                    late: try scene.actions.list(plan: number, late, today: scene.today, size: 8).rows,
                    unanswered: try scene.overview.unansweredPractices(plan: number, catalogue: plan.catalogue)
                )
            }
            let uncovered = counts.unanswered.filter(\.isUncovered)
            let showsJournal = scene.actor.role.grants(.readInternal) && scene.actor.role != .pilot
            let guides = try scene.catalogues.all()
            let guide = guides.first { $0.id == plan.catalogue }
            return PlanOverview(
                plan: plan, version: try scene.versions.last(plan: number),
                revision: try scene.revision(of: plan, candidate: try scene.candidate(of: plan)), catalogue: guide,
                newerEdition: guide?.newer(among: guides),
                tallies: counts.tallies, late: counts.late, uncovered: uncovered.map(\.id),
                uncoveredPriority: uncovered.filter { $0.priority == .priority }.map(\.id),
                isAssessed: counts.unanswered.contains { $0.state != nil }, quality: try scene.quality(of: number),
                indicators: try scene.indicatorStatuses(of: number), committees: try scene.frequencies(of: plan),
                firstSteps: try scene.firstSteps(plan.hasBeenValidated ? [plan] : try scene.plans.all()),
                cadence: try scene.settings().cadence,
                recent: showsJournal ? try scene.journal.latest(plan: number, action: nil, before: nil, limit: 6) : nil)
        }
    }
}

package struct PlanSheet: Sendable {
    package let plan: Plan
    package let catalogues: [CatalogueEntry]
    package let axesInUse: Set<Int>
}

package struct PlanOverview: Sendable {
    package let plan: Plan
    /// The one in force.
    package let version: PlanVersion?
    package let revision: PlanRevision?
    package let catalogue: CatalogueEntry?
    /// A later edition of that catalogue.
    package let newerEdition: CatalogueEntry?
    package let tallies: [Tally]
    /// The eight that are latest; `count(\.late)` says how many there are.
    package let late: [ActionRow]
    /// Ids of practices that no action answers and that the état des lieux finds neither in place nor not applicable.
    package let uncovered: [String]
    /// Of those, the ones that the catalogue says come first.
    package let uncoveredPriority: [String]
    /// Whether the état des lieux says something of a practice that no action answers.
    package let isAssessed: Bool
    package let quality: QualityReport
    /// How many of the indicators that follow its actions stand at each status.
    package let indicators: [IndicatorStatus: Int]
    /// How often its committees met.
    package let committees: [CommitteeFrequency]
    package let firstSteps: FirstSteps?
    /// How often the organisation's committees are to meet.
    package let cadence: Cadence?
    /// The last changes; `nil` for who may not read the journal.
    package let recent: [JournalEntry]?

    package func count(_ part: KeyPath<Tally, Int>, where condition: (Tally) -> Bool = { _ in true }) -> Int {
        tallies.reduce(0) { $0 + (condition($1) ? $1[keyPath: part] : 0) }
    }

    package var total: Int { count(\.actions) }
}

extension Scene {
    /// One change of a plan, saved and journaled where something differs.
    func changePlan<Value>(
        _ number: Int, _ reading: Int?, _ verb: JournalVerb, _ body: (inout Plan) throws -> Value
    ) throws -> Value {
        let before = try plan(number)
        if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
        var after = before
        let value = try body(&after)
        guard after != before else { return value }
        // The list sorts by what the guide says of the practices answered.
        if after.catalogue != before.catalogue { try actions.rank(plan: number, by: after.catalogue) }
        try save(after, was: before, verb)
        return value
    }

    func propose(_ plan: inout Plan) throws {
        try plan.propose()
        _ = try freeze(plan, for: .proposal)
    }

    /// Answers the number of the version that it makes.
    func validate(_ plan: inout Plan, _ validation: Validation) throws -> Int {
        let proposed = plan
        try plan.validate(validation, today: today)
        return try makeVersion(of: proposed, validation)
    }

    /// The catalogue of that name: `name@version`, a name alone (its last imported version), or the last imported of all.
    func catalogue(named name: String?) throws -> CatalogueEntry {
        let all = try catalogues.all()
        guard let name, !name.isEmpty else {
            guard let last = all.first else { throw DomainError.notFound(.catalogue) }
            return last
        }
        guard let found = all.first(where: { $0.reference.description == name || $0.name == name || String($0.id) == name }) else {
            throw DomainError.invalid(.catalogue, .notAChoice(name, among: all.map(\.reference.description)))
        }
        return found
    }

    /// Under the next version, with its entry in the journal.
    func save(_ plan: Plan, was before: Plan, _ verb: JournalVerb) throws {
        var after = plan
        after.version += 1
        let differences = changes(from: try fields(of: before), to: try fields(of: after))
        guard try plans.save(after) else { throw DomainError.conflict(read: before.version, current: after.version) }
        try journal.write(
            verb, subject: "plan \(after.number)", plan: after.number, action: nil, version: after.version, changes: differences, by: actor,
            at: now)
    }

    func fields(of plan: Plan) throws -> [Field: String] {
        PlanFields.of(plan, catalogue: try catalogues.find(plan.catalogue)?.reference.description ?? "")
    }
}

enum PlanFields {
    /// What the journal compares.
    static func of(_ plan: Plan, catalogue: String) -> [Field: String] {
        [
            .title: plan.title, .from: plan.from.iso, .to: plan.to.iso, .purpose: plan.purpose,
            .commonObjectives: plan.commonObjectives, .catalogue: catalogue, .state: plan.state.rawValue,
            .axes: plan.axes.map { "\($0.number). \($0.title)\($0.theme.map { " (\($0))" } ?? "")" }.joined(separator: "\n"),
            .body: plan.validation.map { "\($0.on.iso) \($0.body) \($0.person)" } ?? "",
            .channels: plan.communication.map { "\($0.on.iso) \($0.audience), \($0.channels) \($0.proof)" } ?? "",
        ]
    }
}
