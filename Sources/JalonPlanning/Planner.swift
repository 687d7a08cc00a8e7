// Proposes the plan of greatest value that the means can carry: a search on the calling thread, the proof on another.

import Dispatch
import Foundation
import Synchronization

/// How much may be spent on a proposal.
package enum PlanningEffort: Equatable, Sendable {
    case seconds(Double)
    /// Units of about a millisecond of each of two cores; the same work gives the same answer, whatever the load.
    case work(Int)
}

package struct PlanningProgress: Equatable, Sendable {
    /// Nil while there is no plan that starts all obligations.
    package let value: Double?
    package let bound: Double?
    package let gap: Double?
    /// Of the time or work that may be spent, from 0 to 1.
    package let share: Double
}

package struct PlanningProposal: Equatable, Sendable {
    /// By action's id, when its stages start; empty when nothing of it does.
    package let starts: [Int: [Int]]
    package let value: Double
    /// No plan is worth more.
    package let bound: Double
    /// The bound of the linear relaxation alone: more means never lower it.
    package let rootBound: Double
    package let isOptimal: Bool
    package let seconds: Double
    package let work: Int
    package let isCancelled: Bool
    package let scarcity: Scarcity

    /// By how much the bound exceeds the value, as a share of the bound.
    package var gap: Double { PlanningProposal.gap(value, bound) }

    static func gap(_ value: Double, _ bound: Double) -> Double {
        bound > 0 ? max(0, bound - value) / bound : 0
    }
}

package struct Planner: Sendable {
    package let instance: PlanningInstance
    let layout: Layout

    /// Refuses an instance with flaws.
    package init(_ instance: PlanningInstance) throws(PlanningFlaws) {
        let flaws = instance.flaws
        if !flaws.isEmpty { throw PlanningFlaws(flaws) }
        self.instance = instance
        layout = Layout(instance)
    }

    /// Steps of the search in a unit of work.
    static let unit = 25_000
    /// Units of work after which search and proof hear of each other.
    static let epoch = 20

    /// Blocks its thread and uses another. Both closures are called on this thread, several times a second.
    package func propose(
        _ effort: PlanningEffort = .seconds(10), progress: (PlanningProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) throws(PlanningFlaws) -> PlanningProposal {
        let clock = ContinuousClock()
        let begin = clock.now
        func elapsed() -> Double { (clock.now - begin) / .seconds(1) }
        let exchange = Exchange(isPaced: effort.isPaced)
        let proof = ProofThread(layout, effort, exchange)
        var isOver = false
        var wasCancelled = false
        var lastReport = -1.0
        var search = Search(layout, seed: 20_260_101)
        var bound = Double.infinity
        var epoch = 0
        var share = 0.0

        func attend() {
            let now = elapsed()
            guard now - lastReport > 0.05 else { return }
            lastReport = now
            if !wasCancelled && isCancelled() {
                wasCancelled = true
                isOver = true
                exchange.stop()
            }
            let value = search.best.unplacedCount == 0 ? search.best.value : nil
            let isKnown = bound < .infinity
            progress(
                PlanningProgress(
                    value: value, bound: isKnown ? bound : nil,
                    gap: isKnown ? value.map { PlanningProposal.gap($0, bound) } : nil, share: share))
        }

        while !isOver {
            search.run(steps: Planner.unit * (effort.isPaced ? Planner.epoch : 1), share: share)
            share = effort.share(seconds: elapsed(), work: search.steps / Planner.unit)
            isOver = share >= 1
            let post = Exchange.Post(value: search.best.unplacedCount == 0 ? search.best.value : -.infinity, isLast: isOver)
            attend()
            if let answer = exchange.tell(post, from: .search, epoch: epoch, whileWaiting: attend) {
                bound = min(bound, answer.value)
                if let plan = answer.plan { search.adopt(plan) }
                if answer.isLast { isOver = true } else { search.follow(prices: answer.prices) }
            }
            epoch += 1
        }
        if !effort.isPaced { exchange.stop() }
        let outcome = proof.wait(whileWaiting: attend)
        if let plan = outcome.plan { search.adopt(plan) }
        guard search.best.unplacedCount == 0 else {
            let ids = layout.ids.indices.filter { layout.mustStart[$0] }.map { layout.ids[$0] }
            throw PlanningFlaws([.obligationsTogether(ids: ids, isProved: outcome.isProved)])
        }
        let starts = settled(Dictionary(uniqueKeysWithValues: zip(layout.ids, search.best.starts)))
        let value = PlanCheck.value(of: starts, in: instance)
        // A bound that the plan reaches is a proof, to the rounding of sums.
        let isProved = outcome.isProved || outcome.bound <= value * (1 + 1e-9)
        return PlanningProposal(
            starts: starts, value: value, bound: isProved ? value : max(value, outcome.bound),
            rootBound: max(value, outcome.rootBound), isOptimal: isProved, seconds: elapsed(),
            work: search.steps / Planner.unit + outcome.work, isCancelled: wasCancelled, scarcity: outcome.scarcity)
    }
}

extension PlanningEffort {
    var isPaced: Bool {
        if case .work = self { true } else { false }
    }

    func share(seconds: Double, work: Int) -> Double {
        switch self {
        case .seconds(let limit): limit > 0 ? min(1, seconds / limit) : 1
        case .work(let limit): limit > 0 ? min(1, Double(work) / Double(limit)) : 1
        }
    }
}

/// The proof, on a thread of its own.
private final class ProofThread: Sendable {
    struct Outcome: Sendable {
        var bound: Double
        var rootBound: Double
        var isProved: Bool
        var work: Int
        var scarcity: Scarcity
        var plan: [[Int]]?
    }

    private let done = DispatchSemaphore(value: 0)
    private let outcome: Mutex<Outcome>

    init(_ layout: Layout, _ effort: PlanningEffort, _ exchange: Exchange) {
        outcome = Mutex(Outcome(bound: .infinity, rootBound: .infinity, isProved: false, work: 0, scarcity: .unknown))
        let thread = Thread { [self] in
            let result = ProofThread.run(layout, effort, exchange)
            outcome.withLock { $0 = result }
            done.signal()
        }
        thread.name = "planning-proof"
        thread.stackSize = 8 << 20
        thread.start()
    }

    func wait(whileWaiting: () -> Void) -> Outcome {
        while done.wait(timeout: .now() + .milliseconds(50)) == .timedOut { whileWaiting() }
        return outcome.withLock { $0 }
    }

    private static func run(_ layout: Layout, _ effort: PlanningEffort, _ exchange: Exchange) -> Outcome {
        var tree = BoundTree(layout)
        var epoch = 0
        var plan: [[Int]]?
        while tree.phase != .done && !exchange.isStopped {
            tree.advance { exchange.isStopped }
            let work = tree.work / Planner.unit
            let isLast = tree.phase == .done || effort.isPaced && effort.share(seconds: 0, work: work) >= 1
            plan = tree.takeFound() ?? plan
            let reached = work / Planner.epoch
            guard !effort.isPaced || reached > epoch || isLast else { continue }
            epoch = max(epoch, reached)
            let post = Exchange.Post(value: tree.bound, prices: tree.relaxation.prices, plan: plan, isLast: isLast)
            if let answer = exchange.tell(post, from: .proof, epoch: epoch) { tree.raise(cutoff: answer.value) }
            if isLast { break }
        }
        return Outcome(
            bound: tree.bound, rootBound: tree.rootBound, isProved: tree.phase == .done, work: tree.work / Planner.unit,
            scarcity: Scarcity(layout, duals: tree.rootDuals), plan: plan)
    }
}
