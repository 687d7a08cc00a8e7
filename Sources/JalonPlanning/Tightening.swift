// What cannot be part of a plan better than one in hand is left out: an option whose profit, in place of the best one of
// its action, would bring the bound down to that plan's value (reduced cost fixing).

extension Relaxation {
    /// The scope less the starts and modes without which nothing better than `cutoff` is lost; at the last prices.
    func tightened(cutoff: Double) -> Scope {
        var tight = scope
        let gap = lastBound - cutoff
        guard gap >= 0, gap < .infinity else { return tight }
        for action in 0..<layout.actionCount where !layout.isExcluded[action] {
            let least = profits[action] - gap - 1e-7 * max(1, abs(lastBound))
            tighten(action, least, &tight)
        }
        return tight
    }

    private func tighten(_ action: Int, _ least: Double, _ tight: inout Scope) {
        let horizon = layout.quarters
        let stages = layout.stages(action)
        let count = stages.count
        let (credits, charges) = pairPrices(action, lastDuals)
        // By stage and quarter: the price of the best beginning that ends with this start; the profit of the best rest.
        var before = [Double](repeating: .infinity, count: count * horizon)
        var rest = [Double](repeating: -.infinity, count: count * horizon)
        func isOpen(_ number: Int, _ start: Int) -> Bool { tight.open[stages.lowerBound + number] >> UInt64(start) & 1 == 1 }
        for number in 0..<count {
            let delay = number == 0 ? 0 : layout.length[stages.lowerBound + number - 1]
            var lowest = number == 0 ? 0.0 : .infinity
            for start in 0..<horizon where start >= delay {
                if number > 0 { lowest = min(lowest, before[(number - 1) * horizon + start - delay]) }
                if isOpen(number, start) {
                    before[number * horizon + start] = lowest + prices[(stages.lowerBound + number) * horizon + start]
                }
            }
        }
        for number in stride(from: count - 1, through: 0, by: -1) {
            let stage = stages.lowerBound + number
            if number == count - 1 {
                for start in 0..<horizon where isOpen(number, start) {
                    let end = start + layout.length[stage]
                    guard end <= horizon || count == 1 && layout.mustStart[action] else { continue }
                    rest[number * horizon + start] =
                        layout.worth(action, end: end) + (end <= horizon ? credits?[end] ?? 0 : 0) - (charges?[start] ?? 0)
                }
            } else {
                var highest = -Double.infinity
                for start in stride(from: horizon - 1 - layout.length[stage], through: 0, by: -1) {
                    let next = start + layout.length[stage]
                    highest = max(highest, rest[(number + 1) * horizon + next] - prices[(stage + 1) * horizon + next])
                    rest[number * horizon + start] = highest
                }
            }
        }
        let mayBeAlone = layout.mustStart[action] && count > 1 && tight.modes[action] != .complete
        var complete = -Double.infinity
        var incomplete = layout.mustStart[action] ? -penalty : 0
        for number in 0..<count {
            let stage = stages.lowerBound + number
            for start in 0..<horizon where isOpen(number, start) {
                let profit = rest[number * horizon + start] - before[number * horizon + start]
                if number == 0 { complete = max(complete, profit) }
                var best = tight.modes[action] == .incomplete ? -.infinity : profit
                if number == 0 && mayBeAlone {
                    best = max(best, -prices[stage * horizon + start])
                    incomplete = max(incomplete, -prices[stage * horizon + start])
                }
                if best < least || best.isNaN { tight.open[stage] &= ~(1 << UInt64(start)) }
            }
        }
        guard tight.modes[action] == .free else { return }
        if incomplete < least && complete >= least { tight.modes[action] = .complete }
        if complete < least { tight.modes[action] = .incomplete }
    }
}
