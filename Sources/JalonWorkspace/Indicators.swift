/// Indicators of an organisation: create, change, hold to targets, archive; and read where each stands.
import JalonCatalogue
package import JalonDomain
package import JalonStore
import SQL

/// An indicator as typed: who answers for it by name.
package struct IndicatorInput: Sendable, Equatable {
    package var definition: IndicatorDefinition
    package var responsible: String

    package init(_ definition: IndicatorDefinition, responsible: String) {
        self.definition = definition
        self.responsible = responsible
    }
}

/// Which indicators are asked for.
package struct IndicatorFilter: Sendable, Equatable {
    /// Those that serve an action of it.
    package var plan: Int?
    package var status: IndicatorStatus?
    package var level: IndicatorLevel?
    package var responsible: Int?
    package var archived = false
    /// Words that the name holds, whatever the accents.
    package var words = ""
    package var group: IndicatorGroup?

    package init() {}
}

/// An indicator in a list, with where it stands.
package struct IndicatorRow: Sendable, Equatable {
    package let followed: FollowedIndicator
    package let status: IndicatorStatus

    package var indicator: Indicator { followed.indicator }
    package var last: LastMeasure? { followed.last }
}

package struct IndicatorListing: Sendable {
    /// The plan that it was asked for.
    package let plan: Plan?
    package let filter: IndicatorFilter
    /// Strategic ones first, then what asks for attention first.
    package let rows: [IndicatorRow]
    /// How many of all that the plan and the level keep stand at each.
    package let counts: [IndicatorStatus: Int]
    /// How many answer the filter.
    package let total: Int
    /// The latest figures of the rows, by day.
    package let figures: [Int: [IndicatorTarget]]
    package let names: [Int: String]
    /// Under which title each row stands, where they are grouped.
    package let groups: [Int: LocalisedText]
    /// Those who answer for one at least.
    package let responsibles: [Int]
}

/// What a form about an indicator proposes.
package struct IndicatorDesk: Sendable {
    /// What a wording was read as, to be confirmed; an indicator without a name else.
    package let proposal: IndicatorDefinition
    /// How sure the reading is, from 0 to 1; `nil` where nothing was read.
    package let confidence: Double?
    package let parties: [Party]
    /// Those that the law or the guide asks for, by their key.
    package let ready: [(key: String, name: LocalisedText)]
    /// What the ready one that was asked for promises.
    package let thresholds: [IndicatorTarget]

    init(proposal: IndicatorDefinition, confidence: Double?, parties: [Party], thresholds: [IndicatorTarget] = []) {
        self.thresholds = thresholds
        self.proposal = proposal
        self.confidence = confidence
        self.parties = parties
        ready = ReadyIndicator.all.map { ($0.key, $0.name) }
    }
}

extension Workspace {
    package func indicatorDesk(
        _ visitor: Visitor, wording: String, practice: String = "", ready: String = "", _ language: Language = .fr,
        needs permission: Permission = .editPlan
    ) async throws -> Seen<IndicatorDesk> {
        try await look(visitor, needs: permission) { scene in
            let parties = try scene.proposedParties()
            if let ready = ReadyIndicator.all.first(where: { $0.key == ready }) {
                let definition = ready.definition(language, plan: try scene.plans.open()?.number)
                return IndicatorDesk(proposal: definition, confidence: nil, parties: parties, thresholds: ready.thresholds)
            }
            let reading = wording.trimmed.isEmpty ? nil : IndicatorReading.all(in: wording).first
            var proposal = IndicatorDefinition(
                name: reading?.name ?? "", type: reading?.type ?? .percentage, unit: reading?.unit ?? .none, cadence: .quarterly,
                practices: practice.isEmpty ? [] : [practice])
            // The bundled catalogue's own suggestions are typed by hand.
            if let (practice, known) = SuggestedMeasures.of(wording: wording) {
                (proposal.type, proposal.unit, proposal.direction) = (known.type, known.unit, known.direction)
                proposal.decimals = known.type.usualDecimals
                proposal.practices = [practice]
                return IndicatorDesk(proposal: proposal, confidence: 1, parties: parties)
            }
            return IndicatorDesk(proposal: proposal, confidence: reading?.confidence, parties: parties)
        }
    }

    /// A page of them, and the figures of its rows.
    package func indicators(
        _ filter: IndicatorFilter, from first: Int = 0, limit: Int = Int.max, figures points: Int = 0, _ visitor: Visitor
    ) async throws -> Seen<IndicatorListing> {
        try await look(visitor, needs: .read, menu: filter.plan == nil) { scene in
            let plan = try filter.plan.map { try scene.plan($0) }
            // Words that someone looks for are not worth remembering.
            let found =
                try filter.words.isEmpty
                ? scene.remembered("indicators \(filter)", plan: 0) { try scene.found(filter) } : scene.found(filter)
            let page = Array(found.rows.dropFirst(first).prefix(limit))
            return IndicatorListing(
                plan: plan, filter: filter, rows: page, counts: found.counts, total: found.rows.count,
                figures: points == 0 ? [:] : try scene.indicators.figures(of: page.map(\.indicator.number), limit: points),
                names: try scene.partyNames(), groups: found.groups, responsibles: found.responsibles)
        }
    }

    package func indicator(_ number: Int, _ visitor: Visitor) async throws -> Seen<IndicatorSheet> {
        try await look(visitor, needs: .read, menu: true) { try $0.indicatorSheet(number) }
    }

    /// All that are not archived, with all their measures.
    package func indicatorRecords(_ visitor: Visitor) async throws -> Seen<[IndicatorSheet]> {
        try await look(visitor, needs: .read) { scene in
            try scene.indicators.all().filter { !$0.indicator.archived }.map {
                try scene.indicatorSheet($0.indicator.number, limit: Int.max)
            }
        }
    }

    /// Those that an action is followed by.
    package func indicators(of id: ActionID, _ visitor: Visitor) async throws -> Seen<[IndicatorRow]> {
        try await look(visitor, needs: .read, menu: false) {
            try $0.standing(try $0.indicators.serving(id, limit: ActionSheet.mostIndicators))
        }
    }

    /// One whose name is almost that of another is refused, unless it is confirmed to be another one. The thresholds of a ready one, by its
    /// key, are its first targets.
    package func addIndicator(
        _ input: IndicatorInput, isAnother confirmed: Bool, ready: String = "", as visitor: Visitor
    ) async throws -> (indicator: Indicator, created: [Party]) {
        try await change(visitor, needs: .editPlan) { scene in
            var names = PartyNames(scene)
            let definition = try scene.resolve(input, &names)
            if !confirmed, let like = try scene.indicators.all().first(where: { !$0.indicator.archived && $0.indicator.isLike(definition) })
            {
                throw DomainError.invalid(.name, .figure(.likeAnother(like.indicator.name, number: like.indicator.number)))
            }
            var indicator = Indicator(
                number: try scene.indicators.nextNumber(), version: 1, definition: definition, baseline: nil, targets: [], archived: false)
            for threshold in ReadyIndicator.all.first(where: { $0.key == ready })?.thresholds ?? [] { try indicator.promise(threshold) }
            try scene.check(definition.formula, of: indicator)
            try scene.indicators.insert(indicator)
            try scene.recompute(after: [indicator.number])
            try scene.refreshPromises(of: definition.actions)
            let known = try scene.partyNames()
            try scene.journal(.created, indicator, changes(from: [:], to: IndicatorFields.of(indicator, known)))
            return (indicator, names.created)
        }
    }

    /// `reading` is the version that was read; `nil` takes the indicator as it stands.
    package func editIndicator(
        _ number: Int, reading: Int?, _ input: IndicatorInput, as visitor: Visitor
    ) async throws -> (indicator: Indicator, created: [Party]) {
        try await change(visitor, needs: .editPlan) { scene in
            var names = PartyNames(scene)
            let definition = try scene.resolve(input, &names)
            let indicator = try scene.change(number, reading, .edited) { indicator, last in
                try indicator.apply(definition, isMeasured: last != nil)
                try scene.check(definition.formula, of: indicator)
            }
            return (indicator, names.created)
        }
    }

    /// A value for a day; another for the same day takes its place.
    package func promise(_ target: IndicatorTarget, of number: Int, as visitor: Visitor) async throws -> Indicator {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.change(number, nil, .targeted) { indicator, _ in try indicator.promise(target) }
        }
    }

    package func withdrawTarget(on day: Day, of number: Int, as visitor: Visitor) async throws -> Indicator {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.change(number, nil, .targeted) { indicator, _ in try indicator.withdrawTarget(on: day) }
        }
    }

    package func start(_ number: Int, from baseline: IndicatorTarget?, as visitor: Visitor) async throws -> Indicator {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.change(number, nil, .targeted) { indicator, _ in try indicator.start(from: baseline) }
        }
    }

    package func setIndicatorArchived(_ archived: Bool, _ number: Int, as visitor: Visitor) async throws -> Indicator {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.change(number, nil, archived ? .archived : .restored) { indicator, _ in indicator.archived = archived }
        }
    }
}

extension IndicatorFilter {
    /// But for the status.
    func keeps(_ row: IndicatorRow) -> Bool {
        let definition = row.indicator.definition
        return row.indicator.archived == archived && (level == nil || definition.level == level)
            && (plan == nil || definition.actions.contains { $0.plan == plan })
            && (responsible == nil || definition.responsible == responsible)
            && (words.isEmpty || definition.name.folded.contains(words.folded))
    }
}

extension Indicator {
    /// Whether a new one seems to be this one: the same words, but for order and small ones.
    fileprivate func isLike(_ other: IndicatorDefinition) -> Bool {
        func words(_ name: String) -> Set<Substring> {
            Set(name.folded.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map { $0.hasSuffix("s") ? $0.dropLast() : $0 })
        }
        let (own, others) = (words(name), words(other.name))
        guard !own.isEmpty, !others.isEmpty else { return name.folded == other.name.folded }
        return Double(own.intersection(others).count) / Double(own.union(others).count) >= 0.75
    }
}

extension Scene {
    var indicators: IndicatorStore { IndicatorStore(sql, organisation: organisation.id) }

    func indicator(_ number: Int) throws -> FollowedIndicator {
        guard let found = try indicators.find(number) else { throw DomainError.notFound(.indicator) }
        return found
    }

    /// With where each stands today: strategic ones first, then what asks for attention first.
    func standing(_ indicators: [FollowedIndicator]) throws -> [IndicatorRow] {
        let order = IndicatorStatus.allCases
        func rank(_ row: IndicatorRow) -> (Int, Int, Int) {
            (row.indicator.definition.level == .strategic ? 0 : 1, order.firstIndex(of: row.status) ?? 0, row.indicator.number)
        }
        return try indicators.map { followed in
            let followed = try present(followed)
            return IndicatorRow(followed: followed, status: followed.status(today: today))
        }
        .sorted { rank($0) < rank($1) }
    }

    /// Each with the figures of a short line of trend.
    func firstIndicators(of actions: [Int], plan: Int) throws -> [Int: (row: IndicatorRow, figures: [IndicatorTarget])] {
        let followed = try indicators.first(of: actions, plan: plan)
        let figures = try indicators.figures(of: Array(Set(followed.values.map(\.indicator.number))), limit: 6)
        return try followed.mapValues { one in
            let present = try present(one)
            return (
                IndicatorRow(followed: present, status: present.status(today: today)), figures[one.indicator.number] ?? []
            )
        }
    }

    func indicatorStatuses(of plan: Int) throws -> [IndicatorStatus: Int] {
        try remembered("indicator statuses", plan: plan) {
            Dictionary(grouping: try indicators.serving(plan: plan).map { try present($0).status(today: today) }) { $0 }.mapValues(\.count)
        }
    }

    /// A coordinator measures all; a pilot, what they answer for and what follows one of their actions.
    func mayMeasure(_ indicator: Indicator) throws -> Bool {
        guard actor.role.grants(.reportOnOwn), indicator.definition.formula == nil else { return false }
        guard actor.role == .pilot, !actor.owns(pilot: indicator.definition.responsible) else { return true }
        return try indicators.served(by: indicator.number).contains { actor.owns(pilot: $0.pilot) }
    }

    fileprivate func resolve(_ input: IndicatorInput, _ names: inout PartyNames) throws -> IndicatorDefinition {
        var definition = input.definition
        try definition.check()
        definition.responsible = try names.resolve(input.responsible, preferring: .person)
        definition.actions = Array(Set(definition.actions)).sorted { ($0.plan, $0.number) < ($1.plan, $1.number) }
        for id in definition.actions {
            _ = try action(id)
        }
        var seen: Set<String> = []
        if let twice = definition.categories.first(where: { !seen.insert($0.folded).inserted }) {
            throw DomainError.invalid(.categories, .figure(.namedTwice(twice)))
        }
        if !definition.practices.isEmpty {
            let known = Set(try catalogues.all().flatMap { try catalogues.practices($0.id).map(\.id) })
            if let unknown = definition.practices.first(where: { !known.contains($0) }) {
                throw DomainError.invalid(.practices, .unknown(unknown))
            }
        }
        return definition
    }

    fileprivate func change(
        _ number: Int, _ reading: Int?, _ verb: JournalVerb, _ body: (inout Indicator, LastMeasure?) throws -> Void
    ) throws -> Indicator {
        let (before, last) = { ($0.indicator, $0.last) }(try indicator(number))
        if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
        var after = before
        try body(&after, last)
        guard after != before else { return before }
        after.version += 1
        guard try indicators.save(after) else { throw DomainError.conflict(read: before.version, current: after.version) }
        if before.definition.formula != nil, after.definition.formula == nil {
            try indicators.replaceComputed([], of: after, at: now)
        }
        if before.definition != after.definition { try recompute(after: [number]) }
        try refreshPromises(of: Array(Set(before.definition.actions + after.definition.actions)))
        let names = try partyNames()
        try journal(verb, after, changes(from: IndicatorFields.of(before, names), to: IndicatorFields.of(after, names)))
        return after
    }

    /// What followed actions that are merged follows the one that takes them in.
    func moveIndicators(from others: [Action], to action: Action) throws {
        for other in others {
            for one in try indicators.serving(other.id, limit: Int.max) {
                _ = try change(one.indicator.number, nil, .edited) { indicator, _ in
                    var served = indicator.definition.actions.filter { $0 != other.id }
                    if !served.contains(action.id) { served.append(action.id) }
                    indicator.definition.actions = served.sorted { ($0.plan, $0.number) < ($1.plan, $1.number) }
                }
            }
        }
    }

    fileprivate func refreshPromises(of these: [ActionID]) throws {
        for id in these {
            let promises = try indicators.serving(id, limit: Int.max).map { FrozenIndicator(of: $0.indicator) }
            try actions.refreshIndicators(of: id, promised: promises.promised)
        }
    }

    fileprivate func journal(_ verb: JournalVerb, _ indicator: Indicator, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "indicator \(indicator.number)", plan: nil, action: nil, version: indicator.version, changes: changes, by: actor,
            at: now)
    }
}

private enum IndicatorFields {
    /// What the journal compares.
    static func of(_ indicator: Indicator, _ names: [Int: String]) -> [Field: String] {
        let d = indicator.definition
        func said(_ value: Double?) -> String { value.map(Figure.plain) ?? "" }
        func said(_ target: IndicatorTarget) -> String { "\(Figure.plain(target.value)) \(target.on.iso)" }
        return [
            .name: d.name, .type: d.type.rawValue, .measureUnit: d.unit.description, .decimals: String(d.decimals),
            .direction: d.direction.rawValue, .level: d.level.rawValue, .meaning: d.meaning, .method: d.method, .source: d.source,
            .cadence: d.cadence?.rawValue ?? "", .responsible: d.responsible.flatMap { names[$0] } ?? "",
            .formula: d.formula.map { formula in
                ([formula.operation.rawValue] + formula.terms.map(\.description)).joined(separator: " ")
            } ?? "", .categories: d.categories.joined(separator: ", "), .practices: d.practices.joined(separator: ", "),
            .actions: d.actions.map(\.description).joined(separator: ", "), .low: said(d.low), .high: said(d.high),
            .warning: said(d.warning), .alert: said(d.alert), .baseline: indicator.baseline.map(said) ?? "",
            .target: indicator.targets.map(said).joined(separator: "\n"), .archived: indicator.archived ? "true" : "false",
        ]
    }
}
