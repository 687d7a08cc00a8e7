/// Instances drawn from a seed, and the best plan of small ones by trying them all.
import JalonPlanning

/// SplitMix64.
struct Draw: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func happens(_ percent: Int) -> Bool { within(1...100) <= percent }
}

extension PlanningInstance {
    /// Of everything that an instance may hold: dependencies, obligations, windows, closed quarters, what has begun or is excluded.
    static func random(_ seed: Int, actions count: Int, quarters: Int, stages most: Int = 3) -> PlanningInstance {
        var draw = Draw(seed)
        let directions = ["nord", "sud"]
        let actions = (1...count).map { id in
            let stages = (0..<draw.within(1...most)).map { _ in
                var effort: [String: Double] = [:]
                for direction in directions where draw.happens(65) { effort[direction] = Double(draw.within(1...8)) }
                return Stage(quarters: draw.within(1...3), effort: effort, cost: Double(draw.within(0...4)) * 1000)
            }
            return Action(
                id: id, value: draw.happens(10) ? 0 : Double(draw.within(1...400)) / 10, stages: stages,
                after: id > 1 && draw.happens(25) ? [draw.within(1...id - 1)] : [], obligation: draw.happens(8),
                notBefore: draw.happens(20) ? draw.within(1...2) : 0, notAfter: draw.happens(10) ? draw.within(2...max(2, quarters)) : nil,
                begun: draw.happens(6), excluded: draw.happens(5))
        }
        // Tight means: about half of what all would take.
        let days = directions.map { direction in
            actions.flatMap(\.stages).reduce(0) { $0 + Double($1.quarters) * ($1.effort[direction] ?? 0) } / 2 / Double(quarters)
        }
        let euros = actions.flatMap(\.stages).reduce(0) { $0 + $1.cost } / 2 / Double((quarters + 3) / 4)
        return PlanningInstance(
            quarters: quarters, creditQuarters: Double(draw.within(0...8)),
            capacity: Dictionary(
                uniqueKeysWithValues: zip(directions, days).map { name, mean in
                    (name, (0..<quarters).map { _ in Double(Int(max(8, mean) * Double(draw.within(60...140)) / 100)) })
                }),
            budgetPerYear: (0..<(quarters + 3) / 4).map { _ in Double(Int(max(4000, euros) * Double(draw.within(60...140)) / 100)) },
            closed: draw.happens(30) ? [draw.within(0...quarters - 1)] : [], actions: actions)
    }

    /// Every capacity and budget multiplied.
    func with(people: Double = 1, money: Double = 1) -> PlanningInstance {
        var other = self
        other.capacity = capacity.mapValues { $0.map { $0 * people } }
        other.budgetPerYear = budgetPerYear.map { $0 * money }
        return other
    }

    func granting(_ lacking: [MissingMeans]) -> PlanningInstance {
        var other = self
        for means in lacking {
            switch means {
            case .days(let direction, let quarter, let days): other.capacity[direction]?[quarter] += days
            case .euros(let year, let euros): other.budgetPerYear[year] += euros
            }
        }
        return other
    }

    /// The worth of the best plan by trying them all; nil when none starts all that must. For a handful of actions.
    var bestOfAll: Double? {
        var best: Double?
        var starts: [Int: [Int]] = [:]
        var days = capacity
        var euros = budgetPerYear
        let after = Dictionary(uniqueKeysWithValues: actions.map { ($0.id, $0) })

        func end(_ id: Int) -> Int? {
            guard let action = after[id], let own = starts[id], own.count == action.stages.count, let last = own.last else { return nil }
            return last + action.stages[own.count - 1].quarters
        }
        func isInOrder(_ action: Action) -> Bool {
            guard end(action.id) != nil, let last = starts[action.id]?.last else { return true }
            return action.after.allSatisfy { (end($0) ?? .max) <= last }
        }
        func take(_ stage: Stage, at start: Int, sign: Double) -> Bool {
            var fits = true
            for quarter in start..<min(quarters, start + stage.quarters) {
                for (direction, effort) in stage.effort {
                    days[direction]?[quarter] -= sign * effort
                    if (days[direction]?[quarter] ?? 0) < 0 { fits = false }
                }
            }
            euros[start / 4] -= sign * stage.cost
            return fits && euros[start / 4] >= 0
        }
        func place(_ index: Int) {
            guard index < actions.count else {
                guard actions.allSatisfy(isInOrder) else { return }
                let value = actions.reduce(0.0) { sum, action in
                    guard let end = end(action.id), end <= quarters else { return sum }
                    return sum + action.value * (Double(quarters - end) + creditQuarters)
                }
                best = max(best ?? value, value)
                return
            }
            let action = actions[index]
            func further(_ stage: Int, from free: Int) {
                if stage > 0 || !(action.obligation || action.begun) { place(index + 1) }
                guard stage < action.stages.count, !action.excluded else { return }
                for start in free..<max(free, quarters) {
                    if action.begun && stage == 0 {
                        guard start == 0 else { break }
                    } else if closed.contains(start)
                        || stage == 0 && (start < action.notBefore || start > action.notAfter ?? quarters)
                    {
                        continue
                    }
                    if take(action.stages[stage], at: start, sign: 1) {
                        starts[action.id, default: []].append(start)
                        further(stage + 1, from: start + action.stages[stage].quarters)
                        starts[action.id]?.removeLast()
                    }
                    _ = take(action.stages[stage], at: start, sign: -1)
                }
            }
            further(0, from: 0)
        }
        place(0)
        return best
    }
}
