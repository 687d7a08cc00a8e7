/// What differs between two states of a plan: the plan's own fields, and each action's, by the kind of change.

/// A state of a plan, as people name it.
package enum PlanMoment: Sendable, Hashable {
    case version(Int)
    /// What was proposed and is not validated yet.
    case candidate
    /// The plan as it stands.
    case present
}

/// What became of an action; several may have, but `other` is for none of them.
package enum PlanChangeKind: String, CaseIterable, Codable, Sendable {
    case added, archived, stopped, done, moved, redated, reassigned, other
}

/// An action that is not the same in two states of its plan.
package struct ActionDifference: Sendable, Equatable {
    package let number: Int
    /// As it was called last.
    package let label: String
    package let kinds: [PlanChangeKind]
    /// Field by field; none of an action that came or went whole.
    package let changes: [Change]
    package let before: FrozenAction?
    package let after: FrozenAction?

    /// Nothing when both say the same; an action is never deleted, so that one of them is always there.
    package init?(from before: FrozenAction?, to after: FrozenAction?) {
        guard let named = after ?? before else { return nil }
        number = named.number
        label = named.label
        self.before = before
        self.after = after
        let was = before.flatMap { $0.archived ? nil : $0 }
        let stands = after.flatMap { $0.archived ? nil : $0 }
        switch (was, stands) {
        case (nil, nil): return nil
        case (nil, _?): (kinds, changes) = ([.added], [])
        case (_?, nil): (kinds, changes) = ([.archived], [])
        case (let was?, let stands?):
            changes = was.changes(to: stands)
            guard !changes.isEmpty else { return nil }
            var found: [PlanChangeKind] = []
            if stands.isStopped, !was.isStopped { found.append(.stopped) }
            if stands.isInForce, !was.isInForce { found.append(.done) }
            if stands.current.level != was.current.level { found.append(.moved) }
            if stands.due != was.due { found.append(.redated) }
            if stands.pilot?.id != was.pilot?.id { found.append(.reassigned) }
            kinds = found.isEmpty ? [.other] : found
        }
    }
}

extension FrozenPlan {
    /// What the plan says of itself; its life is told elsewhere.
    package func changes(to later: FrozenPlan) -> [Change] {
        JalonDomain.changes(from: fields, to: later.fields)
    }

    private var fields: [Field: String] {
        [
            .title: title, .from: from.iso, .to: to.iso, .purpose: purpose, .commonObjectives: commonObjectives, .catalogue: catalogue,
            .axes: axes.map { "\($0.number). \($0.title)\($0.theme.map { " (\($0))" } ?? "")" }.joined(separator: "\n"),
        ]
    }
}

extension FrozenAction {
    /// Someone who only changed names is the same, and so is an axis.
    package func changes(to later: FrozenAction) -> [Change] {
        let names = Dictionary(later.parties.map { ($0.id, $0.name) }) { first, _ in first }
        let axis = axis?.number == later.axis?.number ? later.axis : axis
        return JalonDomain.changes(from: fields(names, axis), to: later.fields([:], later.axis))
    }

    private func fields(_ names: [Int: String], _ axis: Axis?) -> [Field: String] {
        func name(_ party: FrozenParty?) -> String { party.map { names[$0.id] ?? $0.name } ?? "" }
        func list(_ parties: [FrozenParty]) -> String { parties.map(name).joined(separator: ", ") }
        let stage = current
        let decision = path.last { $0.decision != nil }?.decision
        return [
            .label: label, .description: description, .axis: axis?.title ?? "", .practices: practices.joined(separator: ", "),
            .pilot: name(pilot), .contributors: list(contributors),
            .perimeter: list(perimeter + stage.perimeter.filter { !perimeter.contains($0) }), .level: stage.level.rawValue,
            .progress: stage.progress.rawValue, .percent: stage.percent.map(String.init) ?? "",
            // The current stage's own fields stand apart.
            .path: path.filter { $0.phase == .planned }.map { planned in
                [planned.level.rawValue, name(planned.pilot), planned.plannedStart?.iso ?? "", planned.forecast?.iso ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: " · ")
            }.joined(separator: "\n"),
            .identifiedOn: identifiedOn?.iso ?? "", .plannedStart: stage.plannedStart?.iso ?? "", .due: due?.iso ?? "",
            .baseline: baseline?.iso ?? "", .reason: stage.slippageReason, .implementedOn: implementedOn?.iso ?? "",
            .startedOn: stage.startedOn?.iso ?? "", .doneOn: stage.doneOn?.iso ?? "",
            .milestones: milestones.map { "\($0.title) (\($0.due?.iso ?? "–"), \($0.reachedOn?.iso ?? "–"))" }.joined(separator: "\n"),
            .target: promised, .objectives: objectives.joined(separator: "\n"), .indicators: indicators.joined(separator: "\n"),
            .evidence: evidence.map { "\($0.title) \($0.link)" }.joined(separator: "\n"), .difficulty: difficulty?.rawValue ?? "",
            .impact: impact.map(String.init) ?? "", .effort: effort.map(String.init) ?? "", .cost: cost.map(String.init) ?? "",
            .visibility: visibility.rawValue, .tags: tags.joined(separator: ", "), .mobilised: stage.mobilised,
            .deliverable: stage.deliverable.title, .method: stage.deliverable.method, .result: stage.deliverable.result,
            .commitment: stage.commitment?.rawValue ?? "", .outcome: decision?.outcome.rawValue ?? "", .decidedBy: decision?.by ?? "",
            .decidedOn: decision?.on.iso ?? "", .meeting: decision?.meeting ?? "",
        ]
    }
}
