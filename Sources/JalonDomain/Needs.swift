/// What an action needs to be carried out: for each stage ahead of it how long, how many days of whom, how much; and for the whole when it
/// may start, whether it must, and whether proposals leave it out. What was not said is unknown, and stays so.

package enum Obligation: String, CaseIterable, Codable, Sendable {
    /// The law asks for it.
    case legal
    /// It is promised already.
    case committed

    package init?(word: String) {
        switch word.folded {
        case "legal", "legale", "loi", "law": self = .legal
        case "committed", "engagee", "engage", "deja engagee", "promise": self = .committed
        default: return nil
        }
    }
}

/// A stage of a path by its level and its rank among those of this level, from 1: it stays the same while stages before it end, and a
/// stage that a decision skips leaves the others theirs. A prolonged experiment is a second one, of which nothing was said yet.
package struct StageKey: Hashable, Comparable, Sendable {
    package let level: EngagementLevel
    package let rank: Int

    package init(_ level: EngagementLevel, _ rank: Int) {
        self.level = level
        self.rank = rank
    }

    package static func < (left: Self, right: Self) -> Bool { (left.level, left.rank) < (right.level, right.rank) }

    /// `experimentation`, `experimentation-2`: how forms name it.
    package var code: String { rank == 1 ? level.rawValue : "\(level.rawValue)-\(rank)" }

    package init?(code: String) {
        let parts = code.split(separator: "-").map(String.init)
        guard let level = parts.first.flatMap(EngagementLevel.init(rawValue:)), parts.count <= 2 else { return nil }
        guard let rank = parts.count == 1 ? 1 : Int(parts[1]), rank >= 1 else { return nil }
        self.init(level, rank)
    }
}

/// What someone said of a stage. `nil`, and a direction that is not there, are not estimated; 0 is none.
package struct StageEstimate: Sendable, Equatable {
    package static let mostQuarters = 40

    package var quarters: Int?
    /// People-days of each direction, in each quarter that the stage runs.
    package var effort: [Int: Double]
    /// In cents, paid in the year that the stage starts in.
    package var cost: Int?

    package init(quarters: Int? = nil, effort: [Int: Double] = [:], cost: Int? = nil) {
        self.quarters = quarters
        self.effort = effort
        self.cost = cost
    }

    package var isEmpty: Bool { self == StageEstimate() }
}

package struct ActionNeeds: Sendable, Equatable {
    /// Grows by one with every change; 0 while nothing was said.
    package var version: Int
    /// Also of stages that have ended since, and of those that were taken out of the path.
    package var stages: [StageKey: StageEstimate]
    /// The first quarter in which its next stage may start.
    package var notBefore: Period?
    /// The last one.
    package var notAfter: Period?
    package var obligation: Obligation?
    package var isExcluded: Bool
    /// Of the obligation, or of the exclusion.
    package var reason: String

    package init(
        version: Int, stages: [StageKey: StageEstimate], notBefore: Period?, notAfter: Period?, obligation: Obligation?, isExcluded: Bool,
        reason: String
    ) {
        self.version = version
        self.stages = stages
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.obligation = obligation
        self.isExcluded = isExcluded
        self.reason = reason
    }

    package static let none = ActionNeeds(
        version: 0, stages: [:], notBefore: nil, notAfter: nil, obligation: nil, isExcluded: false, reason: "")

    package func check() throws(DomainError) {
        var violations: [Violation] = []
        func refuse(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }
        for (_, stage) in stages.sorted(by: { $0.key < $1.key }) {
            if let quarters = stage.quarters, !(1...StageEstimate.mostQuarters).contains(quarters) {
                refuse(.quarters, .outOfRange(1, StageEstimate.mostQuarters))
            }
            for days in stage.effort.values { if let rule = MeansEdit.refuses(days: days) { refuse(.staffDays, rule) } }
            if let cost = stage.cost, cost < 0 { refuse(.cost, .figure(.negative)) }
            if let cost = stage.cost, cost > MeansEdit.mostMoney { refuse(.cost, .figure(.tooLarge)) }
        }
        if let notBefore, let notAfter, notAfter < notBefore { refuse(.notAfter, .before(.notBefore)) }
        if obligation != nil, isExcluded { refuse(.excluded, .planning(.excludedObligation)) }
        if reason.isEmpty, obligation != nil { refuse(.reason, .planning(.obligationNeedsReason)) }
        if reason.isEmpty, isExcluded { refuse(.reason, .planning(.exclusionNeedsReason)) }
        if reason.count > 500 { refuse(.reason, .tooLong(max: 500)) }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

/// A stage that is not done: the current one, or a planned one, with what is known of its needs.
package struct RemainingStage: Sendable, Equatable {
    package let key: StageKey
    /// In the action's path, from 0.
    package let position: Int
    /// The quarter in which it began; `nil` when it has not.
    package let begun: Period?
    /// How many quarters it lasts from its start, those past included.
    package let quarters: Int?
    /// Whether that comes from its planned dates, and was not estimated.
    package let isFromDates: Bool
    package let effort: [Int: Double]
    package let cost: Int?

    package var level: EngagementLevel { key.level }

    /// Whether duration, days of at least one direction and cost are all known.
    package var isEstimated: Bool { missing.isEmpty }

    /// What nobody said.
    package var missing: [Field] {
        (quarters == nil ? [.quarters] : []) + (effort.isEmpty ? [.staffDays] : []) + (cost == nil ? [.cost] : [])
    }

    /// How many quarters it still runs from `first` on: one at least, since it is not done.
    package func quartersLeft(from first: Period) -> Int? {
        guard let quarters, let begun else { return quarters }
        return max(1, begun.distance(from: first) + quarters)
    }
}

extension Action {
    /// The key of each stage of the path.
    package var stageKeys: [StageKey] {
        var ranks: [EngagementLevel: Int] = [:]
        return path.map { stage in
            ranks[stage.level, default: 0] += 1
            return StageKey(stage.level, ranks[stage.level] ?? 1)
        }
    }

    /// The current stage unless it is done, then the planned ones; none of an action that is closed or archived.
    package func remaining(_ needs: ActionNeeds, today: Day) -> [RemainingStage] {
        guard !isClosed, !archived else { return [] }
        return zip(path, stageKeys).enumerated().compactMap { position, pair in
            let (stage, key) = pair
            guard stage.phase != .ended, stage.progress != .done else { return nil }
            let said = needs.stages[key] ?? StageEstimate()
            let begun = stage.progress == .inProgress ? Period(.quarter, of: stage.startedOn ?? stage.plannedStart ?? today) : nil
            return RemainingStage(
                key: key, position: position, begun: begun, quarters: said.quarters ?? stage.quartersByDates,
                isFromDates: said.quarters == nil && stage.quartersByDates != nil, effort: said.effort, cost: said.cost)
        }
    }
}

extension Stage {
    /// How many quarters its dates touch; `nil` when one is missing.
    package var quartersByDates: Int? {
        guard let start = startedOn ?? plannedStart, let end = forecast, start <= end else { return nil }
        return Period(.quarter, of: end).distance(from: Period(.quarter, of: start)) + 1
    }
}
