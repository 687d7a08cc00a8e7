// What an action that is out would need to be in: a place in the plan as it stands, and the means that lack there.

package enum Inclusion: Equatable, Sendable {
    case alreadyIn
    /// The whole plan with the action and those of its predecessors that had to be placed or moved for it (`added`); it is
    /// feasible once the instance has what is lacking, which may be nothing.
    case possible(starts: [Int: [Int]], added: [Int], lacking: [MissingMeans])
    /// Whatever the means.
    case impossible(Obstacle)
}

extension Planner {
    /// Where the action, complete within the horizon, lacks least in this feasible plan, the rest of which stays as it is.
    /// Amounts are compared as shares of what its direction has in a quarter, or of a year's budget, on average.
    package func means(toInclude id: Int, in starts: [Int: [Int]]) -> Inclusion {
        guard let target = layout.positionOf[id] else { return .impossible(.unknown(id: id)) }
        let calendar = Calendar(layout)
        if calendar.end(of: target, starts[id] ?? []) <= layout.quarters { return .alreadyIn }
        if let obstacle = calendar.obstacle(to: target) { return .impossible(obstacle) }
        let ancestors = calendar.ancestors(of: target)
        // Predecessors that are in stay where they are, unless they end too late.
        let isEnded = ancestors.map { calendar.end(of: $0, starts[layout.ids[$0]] ?? []) <= layout.quarters }
        let missing = zip(ancestors, isEnded).filter { !$0.1 }.map(\.0)
        for moved in [missing, ancestors] {
            guard let plan = insertion(of: moved + [target], in: starts, calendar) else { continue }
            return .possible(
                starts: plan, added: (moved + [target]).map { layout.ids[$0] }, lacking: PlanCheck.excesses(of: plan, in: instance))
        }
        let last = layout.predecessors[target].max { calendar.earliestEnd[$0] < calendar.earliestEnd[$1] } ?? target
        return .impossible(.predecessor(id: layout.ids[last], of: id))
    }

    /// Places the actions (each after its predecessors) where they lack least; nil when the calendar leaves no place.
    private func insertion(of moved: [Int], in starts: [Int: [Int]], _ calendar: Calendar) -> [Int: [Int]]? {
        var plan = starts
        for action in moved { plan[layout.ids[action]] = [] }
        var left = layout.capacity
        for (position, id) in layout.ids.enumerated() {
            for (stage, start) in zip(layout.stages(position), plan[id] ?? []) { layout.take(stage, at: start, from: &left) }
        }
        // By action, the latest that its last stage may end, for those that wait for it; those moved end no later than before.
        var deadline: [Int: Int] = [:]
        for action in moved.reversed() {
            var latest = min(layout.quarters, calendar.end(of: action, starts[layout.ids[action]] ?? []))
            for successor in layout.successors[action] {
                if let bound = deadline[successor] {
                    guard let start = calendar.latestLastStart(of: successor, endingBy: bound) else { return nil }
                    latest = min(latest, start)
                } else if let own = plan[layout.ids[successor]], own.count == layout.stages(successor).count, let last = own.last {
                    latest = min(latest, last)
                }
            }
            deadline[action] = latest
        }
        for action in moved {
            let release = layout.predecessors[action].map { calendar.end(of: $0, plan[layout.ids[$0]] ?? []) }.max() ?? 0
            guard let own = cheapest(action, from: release, to: deadline[action] ?? layout.quarters, left) else { return nil }
            plan[layout.ids[action]] = own
            for (stage, start) in zip(layout.stages(action), own) { layout.take(stage, at: start, from: &left) }
        }
        return plan
    }

    /// Starts of the stages that lack least, the earliest of them.
    private func cheapest(_ action: Int, from release: Int, to deadline: Int, _ left: [Double]) -> [Int]? {
        let horizon = layout.quarters
        let stages = Array(layout.stages(action))
        var least = [(cost: Double, starts: [Int])?](repeating: (0, []), count: horizon + 1)
        for (number, stage) in stages.enumerated() {
            let isLast = number == stages.count - 1
            var next = [(cost: Double, starts: [Int])?](repeating: nil, count: horizon + 1)
            var best: (cost: Double, starts: [Int])?
            for start in 0..<horizon {
                // What is at `start` in `least` had ended by then.
                let end = start + layout.length[stage]
                if layout.calendar[stage] >> UInt64(start) & 1 == 1, let before = least[start],
                    !isLast || start >= release && end <= deadline
                {
                    let cost = before.cost + layout.shortage(stage, at: start, left)
                    if isLast {
                        if cost < (best?.cost ?? .infinity) - 1e-12 { best = (cost, before.starts + [start]) }
                    } else if end <= horizon, cost < (next[end]?.cost ?? .infinity) {
                        next[end] = (cost, before.starts + [start])
                    }
                }
            }
            if isLast { return best?.starts }
            for quarter in 1...horizon where (next[quarter - 1]?.cost ?? .infinity) <= (next[quarter]?.cost ?? .infinity) {
                next[quarter] = next[quarter - 1]
            }
            least = next
        }
        return nil
    }
}

extension Layout {
    /// What lacks for the stage there, as shares of what there is on average.
    fileprivate func shortage(_ stage: Int, at start: Int, _ left: [Double]) -> Double {
        var sum = 0.0
        for use in uses(stage) {
            let all = days(useDirection[use], 0)..<days(useDirection[use], 0) + quarters
            let mean = max(1, capacity[all].reduce(0, +) / Double(quarters))
            for quarter in start..<min(start + length[stage], quarters) {
                sum += max(0, useDays[use] - left[days(useDirection[use], quarter)]) / mean
            }
        }
        let mean = max(1, capacity[(directions.count * quarters)...].reduce(0, +) / Double(years))
        return sum + max(0, cost[stage] - left[euros(start)]) / mean
    }

    func take(_ stage: Int, at start: Int, from left: inout [Double], sign: Double = 1) {
        for use in uses(stage) {
            for quarter in start..<min(start + length[stage], quarters) { left[days(useDirection[use], quarter)] -= sign * useDays[use] }
        }
        left[euros(start)] -= sign * cost[stage]
    }
}
