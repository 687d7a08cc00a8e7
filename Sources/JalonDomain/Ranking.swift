/// Impact against feasibility: one score for each action, by a formula that docs/decisions/0022 explains. What is not estimated stays so.

/// Bounds of what is not known exactly.
package struct Span: Sendable, Equatable {
    package let low: Double
    package let central: Double
    package let high: Double

    package init(low: Double, central: Double, high: Double) {
        self.low = low
        self.central = central
        self.high = high
    }

    package init(_ value: Double) {
        self.init(low: value, central: value, high: value)
    }

    package var isExact: Bool { high - low < 0.5 }

    fileprivate func within(_ bounds: ClosedRange<Double>) -> Span {
        func clamped(_ value: Double) -> Double { min(max(value, bounds.lowerBound), bounds.upperBound) }
        return Span(low: clamped(low), central: clamped(central), high: clamped(high))
    }
}

package enum RankingCriterion: String, CaseIterable, Codable, Sendable {
    case impact, effort, difficulty, cost, dependencies

    package static let ofFeasibility: [RankingCriterion] = [.effort, .difficulty, .cost, .dependencies]
}

/// What counts how much, as the organisation sets it; only proportions matter.
package struct RankingWeights: Sendable, Equatable, Codable {
    /// Of the score. Impact counts the same whether it comes from gains or from a judgement.
    package var criteria: [RankingCriterion: Double]
    /// Of an impact that comes from gains, by indicator; one that is not named does not count.
    package var indicators: [String: Double]

    package init(criteria: [RankingCriterion: Double], indicators: [String: Double]) {
        self.criteria = criteria
        self.indicators = indicators
    }

    /// Impact weighs as much as all that feasibility is made of; half of it is the climate, where it is counted.
    package static let usual = RankingWeights(
        criteria: [.impact: 50, .effort: 20, .difficulty: 10, .cost: 10, .dependencies: 10],
        indicators: ["climate": 50, "abiotic": 20, "energy": 10, "water": 10, "money": 10])

    package static let most = 1000.0

    package subscript(_ criterion: RankingCriterion) -> Double { criteria[criterion] ?? 0 }

    package func check() throws(DomainError) {
        let all = Array(criteria.values) + Array(indicators.values)
        for weight in all where !weight.isFinite || weight < 0 || weight > Self.most {
            throw .invalid(.weights, .outOfRange(0, Int(Self.most)))
        }
        guard RankingCriterion.ofFeasibility.contains(where: { self[$0] > 0 }), indicators.values.contains(where: { $0 > 0 }) else {
            throw .invalid(.weights, .weightsNeeded)
        }
    }

    /// The part of the whole that a criterion is, between 0 and 1.
    package func share(of criterion: RankingCriterion) -> Double {
        let sum = RankingCriterion.allCases.reduce(0) { $0 + self[$1] }
        return sum > 0 ? self[criterion] / sum : 0
    }

    package func share(of indicator: String) -> Double {
        let sum = indicators.values.reduce(0, +)
        return sum > 0 ? (indicators[indicator] ?? 0) / sum : 0
    }

    /// Each weight in turn a quarter lighter and a quarter heavier.
    package var variants: [RankingWeights] {
        var variants: [RankingWeights] = []
        for factor in [0.75, 1.25] {
            for (criterion, weight) in criteria where weight > 0 {
                var other = self
                other.criteria[criterion] = weight * factor
                variants.append(other)
            }
            for (indicator, weight) in indicators where weight > 0 {
                var other = self
                other.indicators[indicator] = weight * factor
                variants.append(other)
            }
        }
        return variants
    }
}

/// What a ranking looks at in an action.
package struct RankingFacts: Sendable {
    package let number: Int
    /// By indicator, in its own unit; one that is not estimated is missing.
    package let gains: [String: GainRange]
    package let steps: JudgedSteps
    /// Actions that it depends on and that are neither in force nor stopped.
    package let dependencies: Int

    package init(number: Int, gains: [String: GainRange], steps: JudgedSteps, dependencies: Int) {
        self.number = number
        self.gains = gains
        self.steps = steps
        self.dependencies = dependencies
    }
}

extension RankingFacts {
    /// What the actions of a plan are expected to bring, by action and by the indicator's key, each in one unit.
    package static func gains(_ gains: [Gain]) -> [Int: [String: GainRange]] {
        var units = Dictionary(uniqueKeysWithValues: GainIndicator.known.map { ($0.key, $0.unit) })
        var sums: [Int: [String: GainRange]] = [:]
        for gain in gains {
            let indicator = gain.factor.indicator
            var key = indicator.key
            let unit = units[key] ?? indicator.unit
            // An indicator of one's own that is counted in two ways is two indicators.
            if unit.dimension != indicator.unit.dimension { key += " (\(indicator.unit.rawValue))" }
            units[key] = units[key] ?? indicator.unit
            let times = indicator.unit.convert(1, to: units[key] ?? indicator.unit) ?? 1
            sums[gain.action.number, default: [:]][key] = (sums[gain.action.number]?[key] ?? .zero) + gain.expected * times
        }
        return sums
    }
}

/// What an action would bring, from 0 to 100, and what says so.
package enum RankedImpact: Sendable, Equatable {
    /// `counted` is the part of the indicators' weight that is estimated, up to 1.
    case gains(Span, counted: Double)
    case judged(Span)
    case unknown

    package var span: Span? {
        switch self {
        case .gains(let span, _), .judged(let span): span
        case .unknown: nil
        }
    }
}

package enum RankingQuadrant: String, CaseIterable, Codable, Sendable {
    case first, major, passing, discuss

    /// What is worth half of the scale is on its better side.
    package init(impact: Double, feasibility: Double) {
        switch (impact >= 50, feasibility >= 50) {
        case (true, true): self = .first
        case (true, false): self = .major
        case (false, true): self = .passing
        case (false, false): self = .discuss
        }
    }
}

package struct RankedAction: Sendable {
    package let facts: RankingFacts
    package let impact: RankedImpact
    /// From 0, heavy, to 100, light; none where too little is estimated.
    package let feasibility: Span?
    /// From 0 to 100: what an action is worth, all criteria together; none where its impact or its feasibility is unknown.
    package let score: Span?
    /// Equal scores share one.
    package fileprivate(set) var rank: Int?
    /// The ranks that it takes when a weight moves by a quarter, its own included.
    package fileprivate(set) var ranks: ClosedRange<Int>?

    package var number: Int { facts.number }

    package var quadrant: RankingQuadrant? {
        guard let impact = impact.span, let feasibility else { return nil }
        return RankingQuadrant(impact: impact.central, feasibility: feasibility.central)
    }

    /// What nobody estimated.
    package var unknowns: [JudgedCriterion] {
        JudgedCriterion.allCases.filter { $0 == .impact ? impact == .unknown : facts.steps[$0] == nil }
    }

    package var isFirm: Bool { ranks?.count == 1 }
}

package struct Ranking: Sendable {
    package let weights: RankingWeights
    /// Those that have a score, the best first.
    package let ranked: [RankedAction]
    /// The others, by number.
    package let unknown: [RankedAction]

    /// The actions of one plan together: gains are scaled by the largest of them.
    package init(of all: [RankingFacts], _ weights: RankingWeights) {
        let scale = Self.scale(all, weights)
        let found = all.map { facts in
            let impact = Self.impact(of: facts, weights, scale)
            let feasibility = Self.feasibility(of: facts, weights)
            return RankedAction(
                facts: facts, impact: impact, feasibility: feasibility, score: Self.score(impact, feasibility, weights), rank: nil,
                ranks: nil)
        }
        var ranked = found.filter { $0.score != nil }
        let ranks = Self.ranks(ranked.map { $0.score?.central ?? 0 })
        var reached = ranks.map { $0...$0 }
        if !ranked.isEmpty {
            for variant in weights.variants {
                let moved = Self.ranks(ranked.map { Self.central(of: $0.facts, variant, scale) })
                for (index, rank) in moved.enumerated() {
                    reached[index] = min(reached[index].lowerBound, rank)...max(reached[index].upperBound, rank)
                }
            }
        }
        for index in ranked.indices { (ranked[index].rank, ranked[index].ranks) = (ranks[index], reached[index]) }
        self.weights = weights
        self.ranked = ranked.sorted { ($0.rank ?? 0, $0.number) < ($1.rank ?? 0, $1.number) }
        unknown = found.filter { $0.score == nil }.sorted { $0.number < $1.number }
    }

    package subscript(_ number: Int) -> RankedAction? {
        ranked.first { $0.number == number } ?? unknown.first { $0.number == number }
    }

    // MARK: Does the order hold?

    /// The first ten, or the first quarter where that is fewer.
    package var top: Int { min(10, max(1, (ranked.count + 3) / 4)) }

    /// They stay among the first, whatever weight moves by a quarter.
    package var firmTop: [RankedAction] { ranked.filter { $0.ranks.map { $0.upperBound <= top } ?? false } }

    /// They are among the first for some weights, not for others.
    package var looseTop: [RankedAction] {
        ranked.filter { $0.ranks.map { $0.lowerBound <= top && $0.upperBound > top } ?? false }
    }
}

// MARK: The formula

extension Ranking {
    /// The largest central gain of the plan, by indicator that counts; an indicator that no action gains on counts for none.
    private static func scale(_ all: [RankingFacts], _ weights: RankingWeights) -> [String: Double] {
        var scale: [String: Double] = [:]
        for facts in all {
            for (indicator, gain) in facts.gains where (weights.indicators[indicator] ?? 0) > 0 && gain.central > 0 {
                scale[indicator] = max(scale[indicator] ?? 0, gain.central)
            }
        }
        return scale
    }

    /// From the gains where the action has any that counts, else from its judgement.
    private static func impact(of facts: RankingFacts, _ weights: RankingWeights, _ scale: [String: Double]) -> RankedImpact {
        let counted = facts.gains.filter { scale[$0.key] != nil }
        guard !counted.isEmpty else {
            return facts.steps[.impact].map { .judged(Span(Double($0 - 1) * 25)) } ?? .unknown
        }
        let whole = scale.keys.reduce(0) { $0 + (weights.indicators[$1] ?? 0) }
        let parts = scale.keys.sorted().map { indicator in
            let span = facts.gains[indicator].map { gain in
                let unit = 100 / (scale[indicator] ?? 1)
                return Span(low: gain.low * unit, central: gain.central * unit, high: gain.high * unit).within(0...100)
            }
            return (weight: weights.indicators[indicator] ?? 0, span: span)
        }
        let known = parts.reduce(0) { $0 + ($1.span == nil ? 0 : $1.weight) }
        return mean(parts).map { .gains($0, counted: known / whole) } ?? .unknown
    }

    private static func feasibility(of facts: RankingFacts, _ weights: RankingWeights) -> Span? {
        let parts = parts(of: facts, weights)
        let whole = parts.reduce(0) { $0 + $1.weight }
        let known = parts.reduce(0) { $0 + ($1.span == nil ? 0 : $1.weight) }
        guard whole > 0, known * 2 >= whole else { return nil }
        return mean(parts)
    }

    /// 100 for the lightest step, 0 for the heaviest; a dependency weighs a step.
    private static func parts(of facts: RankingFacts, _ weights: RankingWeights) -> [(weight: Double, span: Span?)] {
        func ease(_ step: Int) -> Span { Span(Double(5 - step) * 25) }
        return JudgedCriterion.ofFeasibility.compactMap { criterion in
            RankingCriterion(rawValue: criterion.rawValue).map { (weights[$0], facts.steps[criterion].map(ease)) }
        } + [(weights[.dependencies], ease(min(5, 1 + max(0, facts.dependencies))))]
    }

    /// The weighted mean of what is known, between what it would be if all that is unknown were worth nothing, and were worth 100.
    private static func mean(_ parts: [(weight: Double, span: Span?)]) -> Span? {
        let whole = parts.reduce(0) { $0 + $1.weight }
        let known = parts.filter { $0.span != nil }
        let sum = known.reduce(0) { $0 + $1.weight }
        guard whole > 0, sum > 0 else { return nil }
        func total(_ side: (Span) -> Double) -> Double { known.reduce(0) { $0 + $1.weight * ($1.span.map(side) ?? 0) } }
        return Span(
            low: total(\.low) / whole, central: total(\.central) / sum, high: (total(\.high) + (whole - sum) * 100) / whole
        ).within(0...100)
    }

    private static func score(_ impact: RankedImpact, _ feasibility: Span?, _ weights: RankingWeights) -> Span? {
        guard let feasibility else { return nil }
        let share = weights.share(of: .impact)
        guard share > 0 else { return feasibility }
        guard let impact = impact.span else { return nil }
        func both(_ side: (Span) -> Double) -> Double { share * side(impact) + (1 - share) * side(feasibility) }
        return Span(low: both(\.low), central: both(\.central), high: both(\.high)).within(0...100)
    }

    /// Of an action that has a score, by weights a little different: what was known enough stays so.
    private static func central(of facts: RankingFacts, _ weights: RankingWeights, _ scale: [String: Double]) -> Double {
        score(impact(of: facts, weights, scale), mean(parts(of: facts, weights)), weights)?.central ?? 0
    }

    /// One more than how many are better; differences that no one could read do not count.
    private static func ranks(_ scores: [Double]) -> [Int] {
        let rounded = scores.map { ($0 * 1e6).rounded() }
        var places: [Double: Int] = [:]
        for (index, score) in rounded.sorted(by: >).enumerated() where places[score] == nil { places[score] = index + 1 }
        return rounded.map { places[$0] ?? 1 }
    }
}
