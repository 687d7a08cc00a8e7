/// Versions of a plan: those that were validated, the candidate that is being read, and what changed between any two of its states.
package import JalonDomain
package import JalonStore

/// How far a plan is from its version in force, or from what was proposed.
package struct PlanRevision: Sendable, Equatable {
    package let since: PlanMoment
    /// Of the plan's own fields.
    package let head: [Field]
    package let tally: [PlanChangeKind: Int]

    /// What commits the organisation: progress and notes are not a revision.
    package var counts: [(kind: PlanChangeKind, count: Int)] {
        PlanChangeKind.revising.compactMap { kind in tally[kind].map { (kind, $0) } }
    }
    package var isUnderWay: Bool { !head.isEmpty || !counts.isEmpty }
}

package struct PlanVersions: Sendable {
    package let plan: Plan
    /// The latest first; the first is in force.
    package let versions: [PlanVersion]
    /// The register, the latest first.
    package let communications: [CommunicationRecord]
    /// What is proposed, while it is.
    package let candidate: Freeze?
    /// Since the candidate, else since the version in force.
    package let revision: PlanRevision?
}

/// A version as it was validated, with a page of its actions.
package struct VersionSheet: Sendable {
    package let plan: Plan
    package let version: PlanVersion
    package let freeze: Freeze
    package let actions: [FrozenAction]
    /// The number that the next page starts after.
    package let next: Int?
}

extension Workspace {
    package func versions(of number: Int, _ visitor: Visitor, needs permission: Permission = .read) async throws -> Seen<PlanVersions> {
        try await look(visitor, needs: permission, menu: false) { try $0.planVersions(try $0.plan(number)) }
    }

    /// The actions that were not archived, by number.
    package func version(
        _ version: Int, of number: Int, after cursor: Int = 0, limit: Int = Int.max - 1, _ visitor: Visitor
    ) async throws -> Seen<VersionSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let version = try scene.version(version, of: number)
            let actions = try scene.snapshots.live(plan: number, version.freeze, after: cursor, limit: limit + 1)
            let page = actions.prefix(limit).map(scene.readable)
            return VersionSheet(
                plan: plan, version: version, freeze: try scene.frozen(number, version.freeze), actions: page,
                next: actions.count > limit ? page.last?.number : nil)
        }
    }

    package func action(_ id: ActionID, inVersion version: Int, _ visitor: Visitor) async throws -> Seen<VersionSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(id.plan)
            let version = try scene.version(version, of: id.plan)
            let actions = try scene.snapshots.these([id.number], plan: id.plan, version.freeze)
            guard !actions.isEmpty else { throw DomainError.notFound(.action) }
            return VersionSheet(
                plan: plan, version: version, freeze: try scene.frozen(id.plan, version.freeze), actions: actions.map(scene.readable),
                next: nil)
        }
    }

    /// From the version in force when nothing is said, to the plan as it stands. The later state comes second.
    package func planChanges(
        of number: Int, from earlier: PlanMoment? = nil, to later: PlanMoment = .present, kind: PlanChangeKind? = nil,
        after cursor: Int = 0, limit: Int = Int.max - 1, _ visitor: Visitor
    ) async throws -> Seen<PlanChanges> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let versions = try scene.versions.all(plan: number)
            let candidate = try scene.candidate(of: plan)
            guard
                let earlier = earlier ?? versions.first.map({ PlanMoment.version($0.number) })
                    ?? candidate.map({ _ in PlanMoment.candidate })
            else {
                throw DomainError.notFound(.version)
            }
            func side(_ moment: PlanMoment) throws -> PlanSide {
                switch moment {
                case .version(let version): return .frozen(try scene.version(version, of: number).freeze)
                case .candidate:
                    guard let candidate else { throw DomainError.notFound(.version) }
                    return .frozen(candidate.id)
                case .present: return .present
                }
            }
            let to = try side(later)
            guard case .frozen(let from) = try side(earlier) else { throw DomainError.invalid(.to, .before(.from)) }
            if case .frozen(let id) = to, id < from { throw DomainError.invalid(.to, .before(.from)) }
            return PlanChanges(
                from: earlier, to: later, versions: versions, hasCandidate: candidate != nil,
                difference: try scene.difference(of: plan, from: from, to: to, kind: kind, after: cursor, limit: limit))
        }
    }
}

/// What changed from a state to a later one, and the states that it can be asked of.
package struct PlanChanges: Sendable {
    package let from: PlanMoment
    package let to: PlanMoment
    package let versions: [PlanVersion]
    package let hasCandidate: Bool
    package let difference: PlanDifference
}

extension PlanChangeKind {
    /// Those that change what the organisation committed to.
    package static let revising: [PlanChangeKind] = [.added, .archived, .stopped, .moved, .redated, .reassigned]
}

extension Scene {
    var versions: VersionStore { VersionStore(sql, organisation: organisation.id) }

    func version(_ number: Int, of plan: Int) throws -> PlanVersion {
        guard let version = try versions.find(plan: plan, number) else { throw DomainError.notFound(.version) }
        return version
    }

    /// What is proposed, while it is; none of a plan that was proposed before candidates were kept.
    func candidate(of plan: Plan) throws -> Freeze? {
        guard plan.state == .proposed, let last = try snapshots.last(plan: plan.number, for: .proposal) else { return nil }
        return last.id == (try versions.last(plan: plan.number)?.freeze) ? nil : last
    }

    /// Makes what was proposed the next version, and nothing else: what changed since stays for the one after.
    func makeVersion(of plan: Plan, _ validation: Validation) throws -> Int {
        let freeze = try candidate(of: plan)?.id ?? freeze(plan, for: .proposal)
        if !plan.hasBeenValidated { try promise(freeze, of: plan) }
        return try versions.insert(plan: plan.number, freeze: freeze, validation, by: actor.name, at: now)
    }

    /// At the first validation the dates promised are those that were read: one that moved meanwhile has slipped from them.
    private func promise(_ freeze: Int, of plan: Plan) throws {
        let moved = try snapshots.changed(plan: plan.number, from: freeze, to: .present, kind: nil, after: 0, limit: Int.max)
        guard !moved.isEmpty else { return }
        let promised = Dictionary(
            uniqueKeysWithValues: try snapshots.these(moved, plan: plan.number, freeze).map { ($0.number, $0) })
        let guide = try PlanGuide(plan, self)
        let known = try partyNames()
        for before in try actions.these(moved, plan: plan.number) {
            guard let frozen = promised[before.id.number] else { continue }
            var after = before
            after.keepPromises(of: frozen)
            if after != before { try save(&after, insteadOf: before, .validated, guide, known) }
        }
    }

    func planVersions(_ plan: Plan) throws -> PlanVersions {
        let candidate = try candidate(of: plan)
        return PlanVersions(
            plan: plan, versions: try versions.all(plan: plan.number), communications: try versions.communications(plan: plan.number),
            candidate: candidate, revision: try revision(of: plan, candidate: candidate))
    }

    /// Counted again only when something changed.
    func revision(of plan: Plan, candidate: Freeze?) throws -> PlanRevision? {
        let last = try versions.last(plan: plan.number)
        guard let since = candidate.map({ _ in PlanMoment.candidate }) ?? last.map({ PlanMoment.version($0.number) }),
            let freeze = candidate?.id ?? last?.freeze
        else { return nil }
        return try remembered("revision since \(freeze)", plan: plan.number) {
            PlanRevision(
                since: since, head: try frozen(plan.number, freeze).plan.changes(to: frozenPlan(plan)).map(\.field),
                tally: try snapshots.tally(plan: plan.number, from: freeze, to: .present))
        }
    }
}

package struct SlippageSheet: Sendable {
    package let plan: Plan
    package let slippage: PlanSlippage
}

extension Workspace {
    package func slippage(of number: Int, _ visitor: Visitor) async throws -> Seen<SlippageSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            SlippageSheet(
                plan: try scene.plan(number),
                slippage: try scene.remembered("slippage", plan: number) {
                    PlanSlippage(of: try SlippageStore(scene.sql, organisation: scene.organisation.id).stages(plan: number))
                })
        }
    }
}
