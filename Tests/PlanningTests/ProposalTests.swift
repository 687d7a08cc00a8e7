/// What a proposal promises: feasible, worth what it says, bounded, the best where it says so, the same for the same work.
import Foundation
import JalonPlanning
import Testing

@Suite struct ProposalTests {
    /// Nil when the obligations do not fit.
    private func propose(_ instance: PlanningInstance, _ effort: PlanningEffort = .seconds(30)) throws -> PlanningProposal? {
        do {
            return try Planner(instance).propose(effort)
        } catch {
            for flaw in error.flaws {
                switch flaw {
                case .impossibleObligation, .obligationsTogether: continue
                default: throw error
                }
            }
            return nil
        }
    }

    @Test(arguments: 1...60) func theBestOfAFewActionsIsFound(_ seed: Int) throws {
        let instance = PlanningInstance.random(seed, actions: 4, quarters: 5, stages: 2)
        let best = instance.bestOfAll
        let found = try propose(instance)
        #expect((found == nil) == (best == nil))
        guard let found, let best else { return }
        #expect(found.isOptimal && abs(found.value - best) <= 1e-6 * max(1, best))
        #expect(found.bound == found.value && found.gap == 0 && found.rootBound >= best - 1e-6 * max(1, best))
        #expect(PlanCheck.violations(of: found.starts, in: instance) == [])
    }

    @Test(arguments: 1...12) func aPlanIsFeasibleWhateverTheMeans(_ seed: Int) throws {
        var draw = Draw(seed)
        let instance = PlanningInstance.random(1000 + seed, actions: draw.within(5...40), quarters: draw.within(1...16))
            .with(people: Double(draw.within(0...250)) / 100, money: Double(draw.within(0...250)) / 100)
        guard let found = try propose(instance, .seconds(0.5)) else { return }
        #expect(PlanCheck.violations(of: found.starts, in: instance) == [])
        #expect(abs(found.value - PlanCheck.value(of: found.starts, in: instance)) <= 1e-9 * max(1, found.value))
        #expect(found.value <= found.bound && found.bound <= found.rootBound * (1 + 1e-9))
        #expect(found.gap >= 0 && found.gap <= 1 && found.isOptimal == (found.value == found.bound))
    }

    @Test(arguments: 1...20) func moreMeansNeverWorsen(_ seed: Int) throws {
        var draw = Draw(seed)
        let instance = PlanningInstance.random(2000 + seed, actions: 6, quarters: 8)
        guard let before = try propose(instance) else { return }
        let more = instance.with(people: 1 + Double(draw.within(0...60)) / 100, money: 1 + Double(draw.within(0...60)) / 100)
        let after = try #require(try propose(more))
        #expect(before.isOptimal && after.isOptimal)
        #expect(after.value >= before.value * (1 - 1e-9))
        #expect(after.rootBound >= before.rootBound * (1 - 1e-6))
    }

    @Test func theSameWorkGivesTheSameAnswer() throws {
        let instance = PlanningInstance.random(7, actions: 40, quarters: 12)
        let planner = try Planner(instance)
        let (one, other) = (try planner.propose(.work(20)), try planner.propose(.work(20)))
        #expect(one.starts == other.starts && one.value == other.value && one.bound == other.bound)
        #expect(one.rootBound == other.rootBound && one.work == other.work && one.scarcity == other.scarcity)
        #expect(PlanCheck.violations(of: one.starts, in: instance) == [])
    }

    @Test func aSearchTellsHowFarItIsAndStopsWhenAsked() throws {
        var instance = PlanningInstance.random(8, actions: 60, quarters: 16)
        for index in instance.actions.indices { (instance.actions[index].obligation, instance.actions[index].begun) = (false, false) }
        var told: [PlanningProgress] = []
        let begin = ContinuousClock.now
        let found = try Planner(instance).propose(.seconds(60), progress: { told.append($0) }, isCancelled: { told.count >= 4 })
        #expect(found.isCancelled && ContinuousClock.now - begin < .seconds(30))
        #expect(told.count >= 4 && told.map(\.share) == told.map(\.share).sorted())
        #expect(PlanCheck.violations(of: found.starts, in: instance) == [] && found.value <= found.bound)
    }

    @Test func nothingToPlanIsAPlan() throws {
        let none = PlanningInstance(quarters: 4, capacity: [:], budgetPerYear: [0], actions: [])
        let empty = try Planner(none).propose(.seconds(1))
        #expect(empty.isOptimal && empty.value == 0 && empty.bound == 0 && empty.starts == [:])
        let poor = PlanningInstance.random(9, actions: 5, quarters: 6).with(people: 0, money: 0)
        if let found = try propose(poor) { #expect(PlanCheck.violations(of: found.starts, in: poor) == []) }
    }

    @Test func whatOneMoreUnitBringsIsSaid() throws {
        // One direction carries one of two equal actions at a time, and no money is wanting.
        let stage = PlanningInstance.Stage(quarters: 2, effort: ["nord": 10], cost: 0)
        let instance = PlanningInstance(
            quarters: 2, creditQuarters: 1, capacity: ["nord": [10, 10], "sud": [5, 5]], budgetPerYear: [1000],
            actions: [1, 2].map { PlanningInstance.Action(id: $0, value: 30, stages: [stage]) })
        let found = try Planner(instance).propose(.seconds(5))
        #expect(found.value == 30 && found.isOptimal)
        let prices = Dictionary(uniqueKeysWithValues: found.scarcity.directions.map { ($0.direction, $0.perDayInEachQuarter) })
        #expect(abs((prices["nord"] ?? 0) - 3) < 1e-6 && prices["sud"] == 0)
        #expect(found.scarcity.years.map(\.perThousandEuros) == [0])
    }

    @Test func aJSONInstanceIsReadAndWrittenAlike() throws {
        let instance = PlanningInstance.random(10, actions: 8, quarters: 8)
        #expect(try PlanningInstance(decoding: JSONEncoder().encode(instance)) == instance)
    }
}
