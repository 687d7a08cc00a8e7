// A plan under construction: what starts when, and what is left of each resource. Always feasible, but for obligations
// that have found no place yet.

struct Schedule {
    let layout: Layout
    /// By stage; -1 when it does not start.
    private(set) var start: [Int]
    /// By action; nothing, the first stage alone, all of it.
    private(set) var depth: [Depth]
    /// By action, when its last stage ends; beyond the horizon when it does not.
    private(set) var end: [Int]
    /// By resource.
    private(set) var left: [Double]
    /// By amount of days, one bit a quarter: where so much is left; bits beyond the horizon are set. By direction and
    /// quarter, how many of the amounts that is.
    private var enough: [UInt64]
    private var level: [Int]
    private(set) var value = 0.0
    private(set) var unplacedCount: Int
    /// Places looked for, since the beginning, and choices among them: the measure of work.
    private(set) var steps = 0

    enum Depth: UInt8 {
        case none, first, all
    }

    /// Where `place` puts an action: for each stage and quarter, the least price of it and of those before, and its start.
    private var price: [Double]
    private var choice: [Int]
    private var openings: [UInt64]

    init(_ layout: Layout) {
        self.layout = layout
        start = Array(repeating: -1, count: layout.stageCount)
        depth = Array(repeating: .none, count: layout.actionCount)
        end = Array(repeating: layout.quarters + 1, count: layout.actionCount)
        left = layout.capacity
        enough = Array(repeating: ~0 << UInt64(layout.quarters), count: layout.amounts.count)
        level = Array(repeating: 0, count: layout.directions.count * layout.quarters)
        unplacedCount = layout.mustStart.count { $0 }
        let longest = (0..<layout.actionCount).map { layout.stages($0).count }.max() ?? 0
        price = Array(repeating: 0, count: longest * layout.quarters)
        choice = Array(repeating: 0, count: longest * layout.quarters)
        openings = Array(repeating: 0, count: longest)
        for direction in layout.directions.indices {
            for quarter in 0..<layout.quarters { setLevel(direction, quarter) }
        }
    }

    /// Takes over the other plan, in the storage of this one.
    mutating func copy(_ other: borrowing Schedule) {
        for index in other.start.indices { start[index] = other.start[index] }
        for index in other.depth.indices { depth[index] = other.depth[index] }
        for index in other.end.indices { end[index] = other.end[index] }
        for index in other.left.indices { left[index] = other.left[index] }
        for index in other.enough.indices { enough[index] = other.enough[index] }
        for index in other.level.indices { level[index] = other.level[index] }
        value = other.value
        unplacedCount = other.unplacedCount
    }

    /// In the order of the instance's actions.
    var starts: [[Int]] {
        (0..<layout.actionCount).map { action in
            switch depth[action] {
            case .none: []
            case .first: [start[layout.firstStage[action]]]
            case .all: Array(start[layout.stages(action)])
            }
        }
    }

    /// Takes the action out, and before it all whose last stage waits for it.
    mutating func remove(_ action: Int) {
        guard depth[action] != .none else { return }
        if depth[action] == .all {
            for successor in layout.successors[action] where depth[successor] == .all { remove(successor) }
            value -= layout.worth(action, end: end[action])
        }
        if layout.mustStart[action] { unplacedCount += 1 }
        for stage in layout.stages(action) where start[stage] >= 0 {
            use(stage, at: start[stage], sign: 1)
            start[stage] = -1
        }
        depth[action] = .none
        end[action] = layout.quarters + 1
    }

    /// Puts an action that is out where its worth less the prices of its stages is greatest; the predecessors that it needs
    /// first. `prices`: by stage and quarter of start. `barred`: starts to be overlooked this time, by quarter. Answers
    /// whether the action is in; if it must start, that may be its first stage alone.
    mutating func place(_ action: Int, prices: [Double], greed: Double = 1, barred: UInt64 = 0) -> Bool {
        guard depth[action] == .none, !layout.isExcluded[action] else { return depth[action] != .none }
        var earliest = 0
        var mayComplete = true
        for predecessor in layout.predecessors[action] {
            if depth[predecessor] == .none { _ = place(predecessor, prices: prices, greed: greed, barred: barred) }
            if depth[predecessor] == .all { earliest = max(earliest, end[predecessor]) } else { mayComplete = false }
        }
        guard mayComplete || layout.mustStart[action] else { return false }
        let stages = layout.stages(action)
        guard hasPlace(action, from: mayComplete ? earliest : layout.quarters, barred: barred) else { return false }
        // Costs of two stages in one year may be too much together, which the choice does not see: that start is then closed.
        for _ in 0..<8 {
            guard let depth = choose(stages, prices, greed, mayComplete ? earliest : layout.quarters) else { return false }
            guard let refused = put(action, stages, depth) else { return true }
            openings[refused] &= ~(1 << UInt64(start[stages.lowerBound + refused]))
            start[stages.lowerBound + refused] = -1
        }
        return false
    }

    /// Puts an action exactly there, if there is room; for plans that come from elsewhere.
    mutating func place(_ action: Int, at starts: [Int]) -> Bool {
        let stages = layout.stages(action)
        guard depth[action] == .none, !starts.isEmpty else { return false }
        for (number, quarter) in starts.enumerated() {
            openings[number] = findOpenings(stages.lowerBound + number)
            choice[number * layout.quarters + quarter] = quarter
            guard openings[number] >> UInt64(quarter) & 1 == 1 else { return false }
        }
        for (number, quarter) in starts.enumerated() { start[stages.lowerBound + number] = quarter }
        if let refused = put(action, stages, starts.count == stages.count ? .all : .first) {
            start[stages.lowerBound + refused] = -1
            return false
        }
        return true
    }

    /// Quarters in which the stage may start and what is left suffices for it.
    private func findOpenings(_ stage: Int) -> UInt64 {
        var starts = layout.open[stage]
        var fits: UInt64 = ~0
        for use in layout.uses(stage) { fits &= enough[layout.useAmount[use]] }
        for shift in 0..<min(layout.length[stage], layout.quarters) { starts &= fits >> UInt64(shift) | ~(~0 >> UInt64(shift)) }
        let cost = layout.cost[stage] - Layout.slack
        if cost > 0 && starts != 0 {
            let base = layout.directions.count * layout.quarters
            for year in 0..<layout.years where left[base + year] < cost { starts &= ~(15 << UInt64(4 * year)) }
        }
        return starts
    }

    /// Finds the openings of its stages; whether there is a place for the action, complete or (if it must start) begun.
    mutating func hasPlace(_ action: Int, from earliest: Int = 0, barred: UInt64 = 0) -> Bool {
        let first = layout.firstStage[action]
        let count = layout.firstStage[action + 1] - first
        var free = 0
        steps += 1
        for number in 0..<count {
            openings[number] = findOpenings(first + number) & ~barred
            let from = number == count - 1 ? max(free, earliest) : free
            let later = from < layout.quarters ? openings[number] & (~0 << UInt64(from)) : 0
            if later == 0 {
                guard layout.mustStart[action] && count > 1 else { return false }
                for other in number + 1..<max(count, number + 1) { openings[other] = 0 }
                return openings[0] != 0
            }
            free = later.trailingZeroBitCount + layout.length[first + number]
        }
        return free <= layout.quarters || layout.mustStart[action]
    }

    /// After a change of what is left then.
    private mutating func setLevel(_ direction: Int, _ quarter: Int) {
        let first = layout.firstAmount[direction]
        let count = layout.firstAmount[direction + 1] - first
        let slot = direction * layout.quarters + quarter
        let days = left[slot] + Layout.slack
        var here = level[slot]
        while here < count, layout.amounts[first + here] <= days {
            enough[first + here] |= 1 << UInt64(quarter)
            here += 1
        }
        while here > 0, layout.amounts[first + here - 1] > days {
            here -= 1
            enough[first + here] &= ~(1 << UInt64(quarter))
        }
        level[slot] = here
    }

    /// Sets the starts of the stages; nil when there is no place.
    private mutating func choose(_ stages: Range<Int>, _ prices: [Double], _ greed: Double, _ earliest: Int) -> Depth? {
        let horizon = layout.quarters
        let action = layout.actionOf[stages.lowerBound]
        let last = stages.count - 1
        steps += 8 * stages.count
        var best = -Double.infinity
        var bestStart = -1
        var depth = Depth.all
        if layout.mustStart[action] && last > 0 {
            for quarter in 0..<horizon where openings[0] >> UInt64(quarter) & 1 == 1 {
                let profit = -greed * prices[stages.lowerBound * horizon + quarter]
                if profit > best { (best, bestStart, depth) = (profit, quarter, .first) }
            }
        }
        for number in 0...last {
            let stage = stages.lowerBound + number
            let delay = number == 0 ? 0 : layout.length[stage - 1]
            var least = Double.infinity
            var leastStart = -1
            let from = number == last ? max(earliest, delay) : delay
            guard from < horizon else { break }
            for quarter in 0..<horizon {
                if quarter >= from, openings[number] >> UInt64(quarter) & 1 == 1 {
                    let before = number == 0 ? 0 : price[(number - 1) * horizon + quarter - delay]
                    let here = before + prices[stage * horizon + quarter]
                    if number == last {
                        let end = quarter + layout.length[stage]
                        // Beyond the horizon it is worth nothing, but an obligation of one stage has started.
                        if before < .infinity, end <= horizon || last == 0 && layout.mustStart[action] {
                            let profit = layout.worth(action, end: end) - greed * here
                            if profit > best { (best, bestStart, depth) = (profit, quarter, .all) }
                        }
                    } else if here < least {
                        (least, leastStart) = (here, quarter)
                    }
                }
                price[number * horizon + quarter] = least
                choice[number * horizon + quarter] = leastStart
            }
        }
        guard bestStart >= 0 else { return nil }
        if depth == .first {
            start[stages.lowerBound] = bestStart
        } else {
            start[stages.lowerBound + last] = bestStart
            for number in stride(from: last - 1, through: 0, by: -1) {
                let stage = stages.lowerBound + number
                start[stage] = choice[number * horizon + start[stage + 1] - layout.length[stage]]
            }
        }
        return depth
    }

    /// Uses what the chosen stages need. When a year cannot pay one of them, nothing is done but for that stage's start,
    /// and its number is answered.
    private mutating func put(_ action: Int, _ stages: Range<Int>, _ depth: Depth) -> Int? {
        let count = depth == .first ? 1 : stages.count
        for number in 0..<count {
            let stage = stages.lowerBound + number
            if left[layout.euros(start[stage])] >= layout.cost[stage] - Layout.slack {
                use(stage, at: start[stage], sign: -1)
            } else {
                for earlier in stages.lowerBound..<stage {
                    use(earlier, at: start[earlier], sign: 1)
                    start[earlier] = -1
                }
                for later in stage + 1..<max(stages.upperBound, stage + 1) { start[later] = -1 }
                return number
            }
        }
        self.depth[action] = depth
        if layout.mustStart[action] { unplacedCount -= 1 }
        if depth == .all {
            end[action] = start[stages.upperBound - 1] + layout.length[stages.upperBound - 1]
            value += layout.worth(action, end: end[action])
        }
        return nil
    }

    private mutating func use(_ stage: Int, at quarter: Int, sign: Double) {
        let horizon = layout.quarters
        for use in layout.uses(stage) {
            let base = layout.useDirection[use] * horizon
            for running in quarter..<min(quarter + layout.length[stage], horizon) {
                left[base + running] += sign * layout.useDays[use]
                setLevel(layout.useDirection[use], running)
            }
        }
        left[layout.euros(quarter)] += sign * layout.cost[stage]
    }
}
