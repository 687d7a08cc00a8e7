/// Priorities: a plan's actions in the order of impact and feasibility, and the weights that make it.
package import JalonDomain
package import JalonStore
import SQL

/// A ranking with the words of its actions.
package struct RankedPlan: Sendable {
    package let ranking: Ranking
    package let rows: [Int: RankingRow]
}

package struct RankingSheet: Sendable {
    package let plan: Plan
    package let ranked: RankedPlan
    package let filter: ActionFilter
    /// The numbers that the filter keeps; ranks are those of the whole plan.
    package let kept: Set<Int>
    package let choices: FilterChoices
    package let waiting: Int

    package var ranking: Ranking { ranked.ranking }
}

package struct WeightsSheet: Sendable {
    package let version: Int
    package let weights: RankingWeights
    /// What gains may be counted in, by key: those that Jalon knows, then the organisation's own.
    package let indicators: [String]
}

extension Workspace {
    package func ranking(of number: Int, _ filter: ActionFilter, _ visitor: Visitor) async throws -> Seen<RankingSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let filter = try scene.following(filter)
            let ranked = try scene.ranking(of: number)
            return RankingSheet(
                plan: plan, ranked: ranked, filter: filter,
                kept: filter == ActionFilter()
                    ? Set(ranked.rows.keys) : try scene.actions.numbers(plan: number, filter, today: scene.today),
                choices: try scene.filterChoices(), waiting: try scene.rankings.waiting(plan: number))
        }
    }

    package func rankingWeights(_ visitor: Visitor) async throws -> Seen<WeightsSheet> {
        try await look(visitor, needs: .read) { scene in
            let (version, weights) = try scene.rankings.weights()
            let known = GainIndicator.known.map(\.key)
            let own = Set(try scene.factors().map(\.indicator.key)).union(weights.indicators.keys).subtracting(known)
            return WeightsSheet(version: version, weights: weights, indicators: known + own.sorted())
        }
    }

    /// `reading` is the version that was read; `nil` takes them as they stand.
    package func setRankingWeights(_ weights: RankingWeights, reading: Int?, as visitor: Visitor) async throws {
        try await change(visitor, needs: .administer) { scene in
            try weights.check()
            let (version, before) = try scene.rankings.weights()
            guard weights != before else { return }
            if let reading, reading != version { throw DomainError.conflict(read: reading, current: version) }
            try scene.rankings.save(weights, version: version + 1)
            try scene.journal.write(
                .weightsSet, subject: "weights", plan: nil, action: nil, version: version + 1,
                changes: [Change(field: .weights, before: before.journaled, after: weights.journaled)], by: scene.actor, at: scene.now)
        }
    }
}

extension RankingWeights {
    /// « impact 50, effort 20 »: what weighs nothing is left out.
    fileprivate var journaled: String {
        let all =
            RankingCriterion.allCases.map { ($0.rawValue, self[$0]) } + indicators.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return all.filter { $0.1 > 0 }.map { "\($0.0) \(Words(.en).figure($0.1, decimals: 2))" }.joined(separator: ", ")
    }
}

extension Scene {
    var rankings: RankingStore { RankingStore(sql, organisation: organisation.id) }

    /// Of the actions of a plan that are still to be carried out; the score is also what a proposal of plan counts as an action's value.
    func ranking(of plan: Int) throws -> RankedPlan {
        try remembered("ranking", plan: plan) {
            let rows = try rankings.rows(plan: plan)
            let gains = RankingFacts.gains(try allGains(plan: plan))
            let facts = rows.map {
                RankingFacts(number: $0.number, gains: gains[$0.number] ?? [:], steps: $0.steps, dependencies: $0.dependencies)
            }
            return RankedPlan(
                ranking: Ranking(of: facts, try rankings.weights().weights),
                rows: Dictionary(uniqueKeysWithValues: rows.map { ($0.number, $0) }))
        }
    }
}
