// What an action is worth at its best place, when each stage has a price at each start; and the column of such a place.

/// One way to carry out an action: the starts of its stages, in quarters.
struct Column: Hashable, Sendable {
    let action: Int
    let starts: [Int]
}

/// A part of the tree: where each stage may start, and for each action whether it must be complete, or may not.
struct Scope: Sendable {
    enum Mode: UInt8 {
        case free, complete, incomplete
    }

    var open: [UInt64]
    var modes: [Mode]

    init(_ layout: Layout) {
        open = layout.open
        modes = Array(repeating: .free, count: layout.actionCount)
    }

    /// Whether the action must have a column.
    func needs(_ action: Int, _ layout: Layout) -> Bool {
        modes[action] == .complete || layout.mustStart[action]
    }

    func allows(_ column: Column, isComplete: Bool, _ layout: Layout) -> Bool {
        switch modes[column.action] {
        case .free: break
        case .complete: if !isComplete { return false }
        case .incomplete: if isComplete { return false }
        }
        let first = layout.firstStage[column.action]
        for (number, start) in column.starts.enumerated() where open[first + number] >> UInt64(start) & 1 == 0 { return false }
        return true
    }
}

extension Layout {
    /// `prices`: by stage and quarter of start.
    func bestProfit(_ action: Int, prices: [Double]) -> Double {
        bestColumn(action, Scope(self), prices: prices)?.profit ?? -.infinity
    }

    /// The place of greatest profit; nil when there is none. Ended at quarter e it also earns `endCredits[e]`; its last
    /// stage started at s it also pays `startCharges[s]`. For an obligation, that may be its first stage alone.
    func bestColumn(
        _ action: Int, _ scope: borrowing Scope, prices: [Double], endCredits: [Double]? = nil, startCharges: [Double]? = nil
    ) -> (profit: Double, column: Column)? {
        let horizon = quarters
        let stages = stages(action)
        guard !isExcluded[action], !stages.isEmpty, horizon > 0 else { return nil }
        var best = -Double.infinity
        var bestStart = -1
        if mustStart[action] && stages.count > 1 && scope.modes[action] != .complete {
            for start in 0..<horizon where scope.open[stages.lowerBound] >> UInt64(start) & 1 == 1 {
                let profit = -prices[stages.lowerBound * horizon + start]
                if profit > best { (best, bestStart) = (profit, start) }
            }
        }
        var bestLast = -1
        var choices = [Int](repeating: -1, count: horizon * stages.count)
        if scope.modes[action] != .incomplete {
            var least = [Double](repeating: 0, count: horizon)
            var next = least
            for (number, stage) in stages.enumerated() {
                let isLast = number == stages.count - 1
                let delay = number == 0 ? 0 : length[stage - 1]
                var lowest = Double.infinity
                var choice = -1
                for start in 0..<horizon {
                    if start >= delay, scope.open[stage] >> UInt64(start) & 1 == 1 {
                        let here = least[start - delay] + prices[stage * horizon + start]
                        let end = start + length[stage]
                        if isLast {
                            if here < .infinity, end <= horizon || stages.count == 1 && mustStart[action] {
                                let profit =
                                    worth(action, end: end) - here + (end <= horizon ? endCredits?[end] ?? 0 : 0)
                                    - (startCharges?[start] ?? 0)
                                if profit > best { (best, bestLast) = (profit, start) }
                            }
                        } else if here < lowest {
                            (lowest, choice) = (here, start)
                        }
                    }
                    next[start] = lowest
                    choices[number * horizon + start] = choice
                }
                swap(&least, &next)
            }
        }
        guard bestLast >= 0 else { return bestStart < 0 ? nil : (best, Column(action: action, starts: [bestStart])) }
        var starts = [Int](repeating: bestLast, count: stages.count)
        for number in stride(from: stages.count - 2, through: 0, by: -1) {
            starts[number] = choices[number * horizon + starts[number + 1] - length[stages.lowerBound + number]]
        }
        return (best, Column(action: action, starts: starts))
    }

    /// Whether they need days of the same direction, or both money.
    func shares(_ one: Int, _ other: Int) -> Bool {
        directionMask[one] & directionMask[other] != 0
    }
}
