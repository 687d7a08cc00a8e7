// Improves a plan exactly where the search is stuck: a few actions are set free, all others stay, and branch and bound
// finds what is best for those.

struct Neighbourhood {
    private let tree: BoundTree
    private let actions: [Int]
    private let layout: Layout

    enum Outcome {
        /// By action of the whole layout.
        case better([Int: [Int]])
        case none
        case tooLong
    }

    /// Sets free these actions and all that wait for them.
    init(_ schedule: borrowing Schedule, freeing chosen: [Int]) {
        let whole = schedule.layout
        var isFree = [Bool](repeating: false, count: whole.actionCount)
        var pending = chosen
        while let action = pending.popLast() {
            guard !isFree[action] else { continue }
            isFree[action] = true
            pending += whole.successors[action]
        }
        actions = isFree.indices.filter { isFree[$0] && !whole.isExcluded[$0] }
        var left = schedule.left
        var open = whole.open
        var value = 0.0
        for action in actions {
            for stage in whole.stages(action) where schedule.start[stage] >= 0 {
                whole.take(stage, at: schedule.start[stage], from: &left, sign: -1)
            }
            if schedule.depth[action] == .all { value += whole.worth(action, end: schedule.end[action]) }
            let last = whole.firstStage[action + 1] - 1
            for predecessor in whole.predecessors[action] where !isFree[predecessor] {
                open[last] &= schedule.depth[predecessor] == .all ? ~0 << UInt64(schedule.end[predecessor]) : 0
            }
        }
        for action in actions {
            for stage in whole.stages(action) {
                for start in 0..<whole.quarters where open[stage] >> UInt64(start) & 1 == 1 {
                    if !whole.isEnough(left, for: stage, at: start) { open[stage] &= ~(1 << UInt64(start)) }
                }
            }
        }
        layout = Layout(whole, keeping: actions, capacity: left.map { max(0, $0) }, open: open)
        var tree = BoundTree(layout)
        tree.raise(cutoff: value + 1e-6 * max(1, value))
        self.tree = tree
    }

    /// Adds to `steps` what it took, at most about `limit`.
    func solve(limit: Int, steps: inout Int, shouldStop: () -> Bool) -> Outcome {
        var tree = tree
        var plan: [[Int]]?
        while tree.phase != .done {
            tree.advance { shouldStop() }
            if let found = tree.takeFound() {
                plan = found
                tree.raise(cutoff: tree.worth(found))
            }
            if shouldStop() || tree.work > limit { break }
        }
        steps += tree.work
        guard let plan else { return tree.phase == .done ? .none : .tooLong }
        return .better(Dictionary(uniqueKeysWithValues: zip(actions, plan)))
    }
}

extension Layout {
    func isEnough(_ left: [Double], for stage: Int, at start: Int) -> Bool {
        guard cost[stage] <= left[euros(start)] + Layout.slack else { return false }
        return uses(stage).allSatisfy { use in
            (start..<min(start + length[stage], quarters)).allSatisfy { useDays[use] <= left[days(useDirection[use], $0)] + Layout.slack }
        }
    }
}
