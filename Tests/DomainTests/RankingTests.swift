/// The score of priorities: its bounds, its monotony, what is unknown, quadrants, ranks and whether they hold.
import JalonDomain
import Testing

/// Numbers that look drawn and are the same at each run.
private struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    mutating func roll(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    mutating func real() -> Double { Double(roll(1_000_001)) / 1_000_000 }

    mutating func steps() -> JudgedSteps {
        var steps: JudgedSteps = [:]
        for criterion in JudgedCriterion.allCases where roll(4) > 0 { steps[criterion] = 1 + roll(5) }
        return steps
    }

    mutating func gains() -> [String: GainRange] {
        var gains: [String: GainRange] = [:]
        for indicator in ["climate", "water", "money"] where roll(3) == 0 {
            let central = real() * 1000
            gains[indicator] = GainRange(low: central * real(), central: central, high: central * (1 + real()))
        }
        return gains
    }

    mutating func facts(_ number: Int) -> RankingFacts {
        RankingFacts(number: number, gains: gains(), steps: steps(), dependencies: roll(6))
    }

    mutating func weights() -> RankingWeights {
        var weights = RankingWeights.usual
        for criterion in RankingCriterion.allCases { weights.criteria[criterion] = Double(roll(5)) }
        weights.criteria[.effort] = Double(1 + roll(5))
        for indicator in weights.indicators.keys { weights.indicators[indicator] = Double(roll(4)) }
        weights.indicators["climate"] = Double(1 + roll(4))
        return weights
    }
}

private func facts(
    _ number: Int, _ steps: JudgedSteps, gains: [String: GainRange] = [:], dependencies: Int = 0
) -> RankingFacts {
    RankingFacts(number: number, gains: gains, steps: steps, dependencies: dependencies)
}

@Suite struct RankingTests {
    @Test func theFormulaIsTheOneThatIsWritten() throws {
        let ranking = Ranking(of: [facts(1, [.impact: 4, .effort: 2, .difficulty: 3, .cost: 1])], .usual)
        let action = try #require(ranking[1])
        // Impact 75; feasibility (20 × 75 + 10 × 50 + 10 × 100 + 10 × 100) / 50 = 80; both weigh half.
        #expect(action.impact == .judged(Span(75)))
        #expect(action.feasibility == Span(80))
        #expect(action.score == Span(77.5))
        #expect(action.quadrant == .first && action.rank == 1 && action.unknowns == [])
    }

    @Test func gainsAreScaledByTheLargestOfThePlan() throws {
        let known: JudgedSteps = [.impact: 5, .effort: 3, .difficulty: 3, .cost: 3]
        let ranking = Ranking(
            of: [
                facts(
                    1, known,
                    gains: ["climate": GainRange(low: 80, central: 100, high: 150), "water": GainRange(low: 10, central: 10, high: 10)]),
                facts(2, known, gains: ["climate": GainRange(low: 10, central: 50, high: 60)]),
                facts(3, known),
            ], .usual)
        // Of water and climate, which alone are counted here, climate weighs five sixths.
        guard case .gains(let first, counted: 1) = ranking[1]?.impact else { return #expect(Bool(false), "no gains") }
        #expect(abs(first.low - (80 * 5 + 100.0) / 6) < 1e-9 && first.central == 100 && first.high == 100)
        guard case .gains(let span, let counted) = ranking[2]?.impact else { return #expect(Bool(false), "no gains") }
        #expect(span.central == 50 && abs(counted - 5.0 / 6) < 1e-9)
        // What is missing may be worth nothing, or everything.
        #expect(abs(span.low - 10 * 5 / 6) < 1e-9 && abs(span.high - (60 * 5 + 100) / 6) < 1e-9)
        #expect(ranking[3]?.impact == .judged(Span(100)))
        // An indicator that weighs nothing leaves the judgement.
        var weights = RankingWeights.usual
        weights.indicators = ["money": 1]
        #expect(
            Ranking(of: [facts(1, known, gains: ["climate": GainRange(low: 5, central: 5, high: 5)])], weights)[1]?.impact
                == .judged(Span(100)))
    }

    @Test func unknownStaysUnknown() throws {
        let ranking = Ranking(
            of: [
                facts(1, [:]), facts(2, [.impact: 5]), facts(3, [.effort: 1, .difficulty: 1, .cost: 1]),
                // Difficulty and dependencies are two fifths of feasibility: too little.
                facts(4, [.impact: 5, .difficulty: 1]),
                // With effort they are four fifths; the cost may be anything.
                facts(5, [.impact: 5, .difficulty: 1, .effort: 1]),
            ], .usual)
        #expect(ranking.unknown.map(\.number) == [1, 2, 3, 4] && ranking.ranked.map(\.number) == [5])
        #expect(ranking.unknown.allSatisfy { $0.score == nil && $0.rank == nil && $0.quadrant == nil })
        #expect(ranking[1]?.unknowns == [.impact, .effort, .difficulty, .cost] && ranking[3]?.unknowns == [.impact])
        #expect(ranking[5]?.feasibility == Span(low: 80, central: 100, high: 100) && ranking[5]?.unknowns == [.cost])
        #expect(Ranking(of: [], .usual).ranked.isEmpty)
    }

    @Test(arguments: 0..<200) func scoresStayWithinTheirBounds(_ seed: Int) {
        var dice = Dice(UInt64(seed) + 1)
        let all = (1...12).map { dice.facts($0) }
        let weights = dice.weights()
        let ranking = Ranking(of: all, weights)
        #expect(ranking.ranked.count + ranking.unknown.count == all.count)
        for action in ranking.ranked + ranking.unknown {
            for span in [action.score, action.feasibility, action.impact.span].compactMap({ $0 }) {
                #expect(0 <= span.low && span.low <= span.central + 1e-9 && span.central <= span.high + 1e-9 && span.high <= 100)
            }
            #expect((action.score == nil) == (action.rank == nil))
            if let rank = action.rank, let ranks = action.ranks {
                #expect(ranks.contains(rank) && ranks.upperBound <= ranking.ranked.count)
            }
            if weights.share(of: .impact) > 0, action.impact == .unknown { #expect(action.score == nil) }
        }
        let scores = ranking.ranked.compactMap { $0.score?.central }
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 - 1e-6 })
        // Only proportions of weights matter.
        var doubled = weights
        doubled.criteria = weights.criteria.mapValues { $0 * 2 }
        doubled.indicators = weights.indicators.mapValues { $0 * 2 }
        let again = Ranking(of: all.reversed(), doubled)
        #expect(again.ranked.map(\.number) == ranking.ranked.map(\.number))
        #expect(again.ranked.map(\.ranks) == ranking.ranked.map(\.ranks))
    }

    @Test(arguments: 0..<200) func moreImpactOrLessEffortNeverWorsensAScore(_ seed: Int) throws {
        var dice = Dice(UInt64(seed) + 1000)
        var all = (1...8).map { dice.facts($0) }
        let weights = dice.weights()
        let place = dice.roll(all.count)
        let before = Ranking(of: all, weights)[all[place].number]?.score
        let was = all[place]
        var steps = was.steps
        if let impact = steps[.impact] { steps[.impact] = min(5, impact + 1) }
        for criterion in JudgedCriterion.ofFeasibility { if let step = steps[criterion] { steps[criterion] = max(1, step - 1) } }
        all[place] = RankingFacts(
            number: was.number, gains: was.gains.mapValues { $0 * 1.5 },
            steps: steps, dependencies: max(0, was.dependencies - 1))
        let after = Ranking(of: all, weights)[was.number]?.score
        #expect((before == nil) == (after == nil))
        guard let before, let after else { return }
        #expect(after.low >= before.low - 1e-9 && after.central >= before.central - 1e-9 && after.high >= before.high - 1e-9)
    }

    @Test func anOrderHoldsOrNotWhenWeightsMove() {
        // One is better on all sides; the two others trade impact for effort, and are a point apart.
        let ranking = Ranking(
            of: [
                facts(1, [.impact: 5, .effort: 1, .difficulty: 1, .cost: 1]), facts(2, [.impact: 4, .effort: 5, .difficulty: 3, .cost: 3]),
                facts(3, [.impact: 2, .effort: 1, .difficulty: 3, .cost: 3]), facts(4, [.impact: 1, .effort: 5, .difficulty: 5, .cost: 5]),
            ], .usual)
        #expect(ranking.ranked.map(\.number) == [1, 2, 3, 4] || ranking.ranked.map(\.number) == [1, 3, 2, 4])
        #expect(ranking[1]?.isFirm == true && ranking[4]?.isFirm == true)
        #expect(ranking[2]?.ranks == 2...3 && ranking[3]?.ranks == 2...3)
        #expect(ranking.top == 1 && ranking.firmTop.map(\.number) == [1] && ranking.looseTop.isEmpty)
    }

    @Test func equalScoresShareARank() {
        let same: JudgedSteps = [.impact: 3, .effort: 3, .difficulty: 3, .cost: 3]
        let ranking = Ranking(of: [facts(7, same), facts(3, same), facts(5, [.impact: 1, .effort: 3, .difficulty: 3, .cost: 3])], .usual)
        #expect(ranking.ranked.map(\.number) == [3, 7, 5] && ranking.ranked.map(\.rank) == [1, 1, 3])
        #expect(ranking.ranked.map(\.isFirm) == [true, true, true])
    }

    @Test func cornersAreFour() {
        #expect(RankingQuadrant(impact: 50, feasibility: 50) == .first && RankingQuadrant(impact: 50, feasibility: 49) == .major)
        #expect(RankingQuadrant(impact: 49, feasibility: 50) == .passing && RankingQuadrant(impact: 0, feasibility: 0) == .discuss)
    }

    @Test func weightsThatMeanNothingAreRefused() throws {
        try RankingWeights.usual.check()
        for bad in [-1, Double.nan, .infinity, 1001] {
            var weights = RankingWeights.usual
            weights.criteria[.cost] = bad
            #expect(throws: DomainError.invalid(.weights, .outOfRange(0, 1000))) { try weights.check() }
            weights = .usual
            weights.indicators["climate"] = bad
            #expect(throws: DomainError.self) { try weights.check() }
        }
        let none = RankingWeights(criteria: [.impact: 1], indicators: ["climate": 1])
        #expect(throws: DomainError.invalid(.weights, .weightsNeeded)) { try none.check() }
        let zero = RankingWeights(criteria: [.effort: 1], indicators: ["climate": 0])
        #expect(throws: DomainError.invalid(.weights, .weightsNeeded)) { try zero.check() }
        // Without impact, the order is that of feasibility.
        let easy = RankingWeights(criteria: [.effort: 1], indicators: ["climate": 1])
        try easy.check()
        #expect(Ranking(of: [facts(1, [.effort: 4]), facts(2, [.effort: 2])], easy).ranked.map(\.number) == [2, 1])
        #expect(RankingWeights.usual.share(of: .impact) == 0.5 && RankingWeights.usual.share(of: "climate") == 0.5)
    }

    @Test func theGuidesWordStandsUntilItIsJudged() {
        let judged: JudgedSteps = [.difficulty: 5, .cost: 2]
        #expect(JudgedCriterion.steps(impact: nil, effort: 3, difficulty: .hard, judged) == [.effort: 3, .difficulty: 5, .cost: 2])
        #expect(JudgedCriterion.steps(impact: nil, effort: nil, difficulty: .easy, judged) == [.difficulty: 2, .cost: 2])
        #expect(JudgedCriterion.steps(impact: 1, effort: nil, difficulty: nil, judged) == [.impact: 1, .cost: 2])
        for step in JudgedCriterion.steps { #expect(Difficulty(step: step).step.distance(to: step).magnitude <= 1) }
    }

    @Test func everyStepHasItsMeaning() {
        for words in [Words(.fr), Words(.en)] {
            for criterion in JudgedCriterion.allCases {
                #expect(Set(JudgedCriterion.steps.map { words.anchor(criterion, $0) }).count == 5)
            }
        }
    }
}
