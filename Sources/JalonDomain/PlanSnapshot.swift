/// A plan as it was read one day, whole, by names rather than by reference: what versions, packs of meetings and publications hold.
/// Once kept it never changes. What is written is read for ever: a field added later is optional.

/// What a plan was frozen for.
package enum FreezeOccasion: String, CaseIterable, Sendable {
    case proposal, meeting, publication
}

/// The plan's own part.
package struct FrozenPlan: Sendable, Equatable, Codable {
    /// Grows when what is written could no longer be read by an earlier program.
    package let format: Int
    package let number: Int
    package let title: String
    package let from: Day
    package let to: Day
    package let purpose: String
    package let commonObjectives: String
    package let axes: [Axis]
    /// The catalogue that it answered, `name@version`.
    package let catalogue: String
    package let state: PlanState
    package let validation: Validation?
    package let communication: Communication?

    package init(of plan: Plan, catalogue: String) {
        format = 1
        number = plan.number
        title = plan.title
        from = plan.from
        to = plan.to
        purpose = plan.purpose
        commonObjectives = plan.commonObjectives
        axes = plan.axes
        self.catalogue = catalogue
        state = plan.state
        validation = plan.validation
        communication = plan.communication
    }
}

/// Whom an action named, as the directory knew them.
package struct FrozenParty: Sendable, Equatable, Codable {
    package let id: Int
    package let kind: PartyKind
    package let name: String
    /// The unit that they are, or belong to.
    package let direction: String?
    /// The position that a person held.
    package let position: String?

    package init(id: Int, kind: PartyKind, name: String, direction: String?, position: String?) {
        self.id = id
        self.kind = kind
        self.name = name
        self.direction = direction
        self.position = position
    }

    /// A directory, by number.
    package static func all(_ parties: [Party]) -> [Int: FrozenParty] {
        let names = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) })
        return Dictionary(
            uniqueKeysWithValues: parties.map { party in
                let frozen = FrozenParty(
                    id: party.id, kind: party.kind, name: party.name, direction: party.direction.flatMap { names[$0] },
                    position: party.position.flatMap { names[$0] })
                return (party.id, frozen)
            })
    }
}

package struct FrozenStage: Sendable, Equatable, Codable {
    package let level: EngagementLevel
    package let phase: Stage.Phase
    package let pilot: FrozenParty?
    package let plannedStart: Day?
    package let baseline: Day?
    package let forecast: Day?
    package let slippageReason: String
    package let progress: Progress
    package let percent: Int?
    package let startedOn: Day?
    package let doneOn: Day?
    package let mobilised: String
    package let deliverable: Deliverable
    package let perimeter: [FrozenParty]
    package let commitment: Commitment?
    package let decision: Decision?

    package init(of stage: Stage, _ parties: [Int: FrozenParty]) {
        level = stage.level
        phase = stage.phase
        pilot = stage.pilot.flatMap { parties[$0] }
        plannedStart = stage.plannedStart
        baseline = stage.baseline
        forecast = stage.forecast
        slippageReason = stage.slippageReason
        progress = stage.progress
        percent = stage.percent
        startedOn = stage.startedOn
        doneOn = stage.doneOn
        mobilised = stage.mobilised
        deliverable = stage.deliverable
        perimeter = stage.perimeter.compactMap { parties[$0] }
        commitment = stage.commitment
        decision = stage.decision
    }

    /// Days that the forecast was after the baseline.
    package var slippage: Int? {
        guard let baseline, let forecast else { return nil }
        return forecast - baseline
    }
}

/// An indicator of an action, with what it promised.
package struct FrozenIndicator: Sendable, Equatable, Codable {
    package struct Promise: Sendable, Equatable, Codable {
        package let on: Day
        package let value: Double
    }

    package let number: Int
    package let name: String
    package let type: IndicatorType
    /// As `IndicatorUnit` writes it.
    package let unit: String
    package let decimals: Int
    package let targets: [Promise]

    package init(of indicator: Indicator) {
        number = indicator.number
        name = indicator.name
        type = indicator.type
        unit = indicator.definition.unit.description
        decimals = indicator.definition.decimals
        targets = indicator.targets.map { Promise(on: $0.on, value: $0.value) }
    }

    /// « Usage : 58 2026-12-31, 72 2028-12-31 », to be compared.
    fileprivate var plain: String {
        name + ": " + targets.map { "\(Figure.plain($0.value)) \($0.on.iso)" }.joined(separator: ", ")
    }
}

extension [FrozenIndicator] {
    /// What they promise, to be compared.
    package var promised: String { map(\.plain).joined(separator: "\n") }
}

package struct FrozenAction: Sendable, Equatable, Codable {
    package let number: Int
    package let label: String
    package let description: String
    package let axis: Axis?
    package let practices: [String]
    package let contributors: [FrozenParty]
    package let perimeter: [FrozenParty]
    package let identifiedOn: Day?
    package let implementedOn: Day?
    package let milestones: [Milestone]
    package let objectives: [String]
    package let indicators: [String]
    /// The indicators that follow it; `nil` in what was frozen before there were any.
    package let promises: [FrozenIndicator]?
    package let evidence: [Evidence]
    package let difficulty: Difficulty?
    package let impact: Int?
    package let effort: Int?
    /// In cents of euro.
    package var cost: Int?
    package let visibility: Visibility
    package let tags: [String]
    package let archived: Bool
    package let path: [FrozenStage]

    package init(of action: Action, _ parties: [Int: FrozenParty], _ axes: [Int: Axis], promises: [FrozenIndicator]? = nil) {
        self.promises = promises
        number = action.id.number
        label = action.label
        description = action.description
        axis = action.axis.flatMap { axes[$0] }
        practices = action.practices
        contributors = action.contributors.compactMap { parties[$0] }
        perimeter = action.perimeter.compactMap { parties[$0] }
        identifiedOn = action.identifiedOn
        implementedOn = action.implementedOn
        milestones = action.milestones
        objectives = action.objectives
        indicators = action.indicators
        evidence = action.evidence
        difficulty = action.difficulty
        impact = action.impact
        effort = action.effort
        cost = action.cost
        visibility = action.visibility
        tags = action.tags
        archived = action.archived
        path = action.path.map { FrozenStage(of: $0, parties) }
    }

    /// What its indicators promised, to be compared.
    package var promised: String { (promises ?? []).promised }

    /// As of an action: the current stage, else the last ended.
    package var current: FrozenStage { path[path.lastIndex { $0.phase != .planned } ?? 0] }
    package var pilot: FrozenParty? { current.pilot }
    package var due: Day? { current.forecast ?? path.first { $0.phase == .planned && $0.forecast != nil }?.forecast }
    /// The due date first promised of the stage that `due` is of.
    package var baseline: Day? {
        current.forecast != nil ? current.baseline : path.first { $0.phase == .planned && $0.forecast != nil }?.baseline
    }
    package var isStopped: Bool { current.decision?.outcome == .stop }
    package var isInForce: Bool { current.level == .implementation && current.progress == .done }
    package var awaitsDecision: Bool { current.phase == .current && current.progress == .done && current.level != .implementation }

    /// Days after the due date on a day, 0 when not late.
    package func lateness(on day: Day) -> Int {
        guard current.progress != .done, !isStopped, let due, due < day else { return 0 }
        return day - due
    }

    /// Everyone it names.
    package var parties: [FrozenParty] {
        contributors + perimeter + path.flatMap { ($0.pilot.map { [$0] } ?? []) + $0.perimeter }
    }
}

extension Action {
    /// The stages that go on take the due dates of a frozen state as what was first promised.
    package mutating func keepPromises(of frozen: FrozenAction) {
        for (index, stage) in frozen.path.enumerated() where path.indices.contains(index) {
            guard path[index].level == stage.level, path[index].phase != .ended, let baseline = stage.baseline else { continue }
            path[index].baseline = baseline
        }
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "« \(text) » is not a day")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
