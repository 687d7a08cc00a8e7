// Looks for good plans: takes a few actions out of the plan and puts back what is worth most, again and again, with a
// tolerance for worse plans that cools down (ruin and recreate, simulated annealing).

struct Search {
    let layout: Layout
    private var current: Schedule
    private var candidate: Schedule
    private(set) var best: Schedule
    private var random: RandomSource
    /// By stage and quarter of start, what it takes from others; by action, its worth less that, at its best place.
    private var prices: [Double]
    private var profit: [Double]
    /// The typical size of such a profit.
    private var scale = 1.0
    private var candidates: [Int] = []
    private var keys: [Double] = []

    init(_ layout: Layout, seed: UInt64) {
        self.layout = layout
        current = Schedule(layout)
        candidate = current
        best = current
        random = RandomSource(seed)
        prices = []
        profit = []
        follow(prices: Search.plainPrices(layout))
        fill()
        best.copy(current)
    }

    var steps: Int { candidate.steps }

    /// What must start counts before all value.
    static func isBetter(_ one: borrowing Schedule, than other: borrowing Schedule) -> Bool {
        one.unplacedCount != other.unplacedCount ? one.unplacedCount < other.unplacedCount : one.value > other.value
    }

    /// Guides by these prices from now on.
    mutating func follow(prices: [Double]) {
        guard prices.count == layout.stageCount * layout.quarters, prices != self.prices else { return }
        self.prices = prices
        profit = (0..<layout.actionCount).map { layout.bestProfit($0, prices: prices) }
        let sizes = profit.filter { $0 > -.infinity }.map { abs($0) }.sorted()
        scale = sizes.isEmpty ? 1 : max(1e-9, sizes[sizes.count / 2])
    }

    /// Goes on from this plan, if it is better than the best one.
    mutating func adopt(_ starts: [[Int]]) {
        candidate.copy(current)
        for action in 0..<layout.actionCount { candidate.remove(action) }
        var waiting = (0..<layout.actionCount).filter { !starts[$0].isEmpty }
        waiting.sort { (starts[$0].last ?? 0, $0) < (starts[$1].last ?? 0, $1) }
        for action in waiting { _ = candidate.place(action, at: starts[action]) }
        if Search.isBetter(candidate, than: best) {
            best.copy(candidate)
            current.copy(candidate)
        }
    }

    /// Goes on for about so many steps, cooling down; `share`: of all that may be spent, what is.
    mutating func run(steps: Int, share: Double) {
        let heat = 1 - share
        let end = candidate.steps + steps
        let inPlan = max(1, layout.actionCount - current.depth.count { $0 == .none })
        let typical = max(current.value, 1e-9) / Double(inPlan)
        let temperature = typical * 0.1 * (heat * heat * heat + 0.002)
        while candidate.steps < end {
            let before = candidate.steps
            step(temperature)
            if candidate.steps == before { break }
        }
    }

    private mutating func step(_ temperature: Double) {
        candidate.copy(current)
        ruin()
        recreate()
        let isAccepted =
            if candidate.unplacedCount != current.unplacedCount { candidate.unplacedCount < current.unplacedCount } else {
                candidate.value >= current.value + temperature * random.logarithm()
            }
        guard isAccepted else { return }
        current.copy(candidate)
        if Search.isBetter(current, than: best) { best.copy(current) }
    }

    private mutating func ruin() {
        let count = layout.actionCount
        guard count > 0 else { return }
        if random.below(3) == 0 {
            // Make room for one that is out.
            candidates.removeAll(keepingCapacity: true)
            for action in 0..<count where candidate.depth[action] != .all && !layout.isExcluded[action] { candidates.append(action) }
            guard var chosen = candidates.isEmpty ? nil : candidates[random.below(candidates.count)] else { return removeAround() }
            for _ in 0..<2 {
                let other = candidates[random.below(candidates.count)]
                if profit[other] > profit[chosen] { chosen = other }
            }
            removeFor(chosen)
        } else {
            removeAround()
        }
    }

    /// Takes out a few actions that use the same direction about the same time, or are paid in the same year.
    private mutating func removeAround() {
        var remaining = 1 + random.below(random.below(4) == 0 ? 14 : 6)
        let quarter = random.below(layout.quarters)
        if layout.directions.isEmpty || random.below(4) == 0 {
            removeSome(&remaining) { layout, schedule, stage in layout.cost[stage] > 0 && schedule.start[stage] / 4 == quarter / 4 }
        } else {
            let direction = random.below(layout.directions.count)
            removeSome(&remaining) { layout, schedule, stage in
                schedule.start[stage] <= quarter && quarter < schedule.start[stage] + layout.length[stage]
                    && layout.uses(stage).contains { layout.useDirection[$0] == direction }
            }
        }
        while remaining > 0 {
            remaining -= 1
            candidate.remove(random.below(layout.actionCount))
        }
    }

    private mutating func removeSome(_ remaining: inout Int, _ isConcerned: (Layout, borrowing Schedule, Int) -> Bool) {
        candidates.removeAll(keepingCapacity: true)
        for stage in 0..<layout.stageCount where candidate.start[stage] >= 0 && isConcerned(layout, candidate, stage) {
            candidates.append(layout.actionOf[stage])
        }
        while remaining > 0, !candidates.isEmpty {
            remaining -= 1
            let index = random.below(candidates.count)
            candidate.remove(candidates[index])
            candidates.swapAt(index, candidates.count - 1)
            candidates.removeLast()
        }
    }

    /// Takes out what stands in the way of this action at one of its places, the least profitable first; puts it there.
    private mutating func removeFor(_ action: Int) {
        candidate.remove(action)
        let later = random.below(3) == 0 ? random.below(layout.quarters) : 0
        let barred: UInt64 = (1 << UInt64(later)) - 1
        for _ in 0..<12 {
            if candidate.place(action, prices: prices, greed: 0, barred: barred) && candidate.depth[action] == .all { return }
            candidate.remove(action)
            var chosen = -1
            for _ in 0..<6 {
                let stage = random.below(layout.stageCount)
                let other = layout.actionOf[stage]
                guard candidate.start[stage] >= 0, other != action, layout.shares(other, action) else { continue }
                if chosen < 0 || profit[other] < profit[chosen] { chosen = other }
            }
            if chosen >= 0 { candidate.remove(chosen) }
        }
    }

    private mutating func recreate() {
        candidates.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        let manner = random.below(8)
        let noise = scale * (manner < 3 ? 0.3 : manner < 6 ? 1 : 4)
        for action in 0..<layout.actionCount where candidate.depth[action] == .none && profit[action] > -.infinity {
            guard candidate.hasPlace(action) else { continue }
            var key = profit[action] + noise * (random.unit() - 0.5) * 2
            if layout.mustStart[action] { key += 1e18 }
            candidates.append(action)
            keys.append(-key)
        }
        sortCandidates()
        let greed = random.unit() < 0.3 ? 0 : random.unit() < 0.3 ? 0.2 : 0.5 + random.unit()
        for action in candidates where candidate.depth[action] == .none {
            let barred: UInt64 = random.below(20) == 0 ? 1 << UInt64(random.below(layout.quarters)) : 0
            _ = candidate.place(action, prices: prices, greed: greed, barred: barred)
        }
    }

    private mutating func sortCandidates() {
        var order = Array(candidates.indices)
        order.sort { keys[$0] < keys[$1] }
        candidates = order.map { candidates[$0] }
    }

    /// The first plan: all by their profit.
    private mutating func fill() {
        let order = (0..<layout.actionCount).filter { profit[$0] > -.infinity }.sorted {
            (layout.mustStart[$0] ? 0 : 1, -profit[$0], $0) < (layout.mustStart[$1] ? 0 : 1, -profit[$1], $1)
        }
        for action in order where current.depth[action] == .none { _ = current.place(action, prices: prices) }
    }

    /// Before the relaxation has told better: the share that a stage takes of what there is, at the mean worth of it.
    private static func plainPrices(_ layout: Layout) -> [Double] {
        let horizon = layout.quarters
        var whole = 0.0
        for action in 0..<layout.actionCount { whole += layout.worth(action, end: horizon) }
        let perResource = whole / Double(max(1, layout.resourceCount))
        return (0..<layout.stageCount).flatMap { stage in
            (0..<horizon).map { start in
                var share = 0.0
                for use in layout.uses(stage) {
                    for quarter in start..<min(start + layout.length[stage], horizon) {
                        share += layout.useDays[use] / max(1, layout.capacity[layout.days(layout.useDirection[use], quarter)])
                    }
                }
                share += layout.cost[stage] / max(1, layout.capacity[layout.euros(start)])
                return share * perResource
            }
        }
    }
}

/// Small, quick, the same everywhere (SplitMix64).
struct RandomSource {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Of a uniform number, by its exponent and a rational approximation of the rest: always negative.
    mutating func logarithm() -> Double {
        let number = max(unit(), 0x1p-60)
        let rest = number.significand
        let ratio = (rest - 1) / (rest + 1)
        let square = ratio * ratio
        let logarithm = 2 * ratio * (1 + square * (1.0 / 3 + square * (0.2 + square / 7)))
        return Double(number.exponent) * 0.693_147_180_559_945_3 + logarithm
    }
}
