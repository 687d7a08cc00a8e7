// What is possible by the quarters alone, whatever the means.

struct Calendar {
    let layout: Layout
    /// By action, the earliest that it can be complete after its predecessors; beyond the horizon when it cannot.
    private(set) var earliestEnd: [Int]
    /// Those that nobody waits for come last.
    private let order: [Int]
    private let mayStart: [UInt64]

    /// `mayStart`: by stage, one bit a quarter; by default as the calendar has it.
    init(_ layout: Layout, mayStart: [UInt64]? = nil) {
        self.layout = layout
        self.mayStart = mayStart ?? layout.calendar
        var order: [Int] = []
        var waiting = layout.predecessors.map(\.count)
        order = waiting.indices.filter { waiting[$0] == 0 }
        var next = 0
        while next < order.count {
            for successor in layout.successors[order[next]] {
                waiting[successor] -= 1
                if waiting[successor] == 0 { order.append(successor) }
            }
            next += 1
        }
        self.order = order
        earliestEnd = Array(repeating: layout.quarters + 1, count: layout.actionCount)
        for action in order {
            let release = layout.predecessors[action].map { earliestEnd[$0] }.max() ?? 0
            earliestEnd[action] = earliestEnd(of: action, from: release)
        }
    }

    /// With its last stage no earlier than `release`.
    func earliestEnd(of action: Int, from release: Int) -> Int {
        var free = 0
        let stages = layout.stages(action)
        for stage in stages {
            let from = stage == stages.upperBound - 1 ? max(free, release) : free
            guard let start = (0..<layout.quarters).first(where: { $0 >= from && mayStart[stage] >> UInt64($0) & 1 == 1 }) else {
                return layout.quarters + 1
            }
            free = start + layout.length[stage]
        }
        return min(free, layout.quarters + 1)
    }

    /// The latest quarter in which its last stage may start, so as to end by then.
    func latestLastStart(of action: Int, endingBy bound: Int) -> Int? {
        let last = layout.firstStage[action + 1] - 1
        guard let own = (0..<layout.quarters).last(where: { $0 + layout.length[last] <= bound && mayStart[last] >> UInt64($0) & 1 == 1 })
        else { return nil }
        return earliestEnd(of: action, from: own) <= bound ? own : nil
    }

    /// When the last stage ends; beyond the horizon when not all have started.
    func end(of action: Int, _ starts: [Int]) -> Int {
        guard starts.count == layout.stages(action).count, let last = starts.last else { return layout.quarters + 1 }
        return last + layout.length[layout.firstStage[action + 1] - 1]
    }

    /// All that the action waits for, directly or not, each after its own predecessors.
    func ancestors(of action: Int) -> [Int] {
        var found: Set<Int> = []
        var pending = layout.predecessors[action]
        while let next = pending.popLast() {
            if found.insert(next).inserted { pending += layout.predecessors[next] }
        }
        return order.filter { found.contains($0) }
    }

    /// Why the action cannot be complete within the horizon; nil when it can.
    func obstacle(to action: Int) -> Obstacle? {
        guard earliestEnd[action] > layout.quarters else { return nil }
        let ids = layout.ids
        if let excluded = ([action] + ancestors(of: action)).first(where: { layout.isExcluded[$0] }) { return .excluded(id: ids[excluded]) }
        if earliestEnd(of: action, from: 0) > layout.quarters { return ownObstacle(of: action) }
        let blocked = layout.predecessors[action].first { obstacle(to: $0) != nil }
        if let blocked { return obstacle(to: blocked) }
        let last = layout.predecessors[action].max { earliestEnd[$0] < earliestEnd[$1] } ?? action
        return .predecessor(id: ids[last], of: ids[action])
    }

    /// Of an action that is not excluded and cannot be complete, were it alone.
    func ownObstacle(of action: Int) -> Obstacle {
        let horizon = layout.quarters
        let id = layout.ids[action]
        let total = layout.stages(action).reduce(0) { min(horizon + 1, $0 + layout.length[$1]) }
        let (earliest, latest) = layout.window[action]
        if min(earliest, horizon) + total > horizon { return .horizon(id: id) }
        return earliest > latest ? .window(id: id) : .closed(id: id)
    }
}
