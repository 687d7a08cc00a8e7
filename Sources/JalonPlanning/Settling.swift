// Nothing waits without a reason: what the search left later than it needs to be starts sooner.

extension Planner {
    /// The same plan with each stage moved, in turn, to the first quarter where the rest leaves it room, those that must start first.
    /// Worth no less, and as feasible.
    func settled(_ plan: [Int: [Int]]) -> [Int: [Int]] {
        var starts = plan
        let order = layout.ids.indices.sorted {
            let (one, other) = (layout.mustStart[$0] ? 0 : 1, layout.mustStart[$1] ? 0 : 1)
            return (one, starts[layout.ids[$0]]?.first ?? .max, $0) < (other, starts[layout.ids[$1]]?.first ?? .max, $1)
        }
        // Each move makes the sum of the starts smaller: it ends.
        var isMoved = true
        while isMoved {
            isMoved = false
            for action in order {
                let id = layout.ids[action]
                while let sooner = reasons(for: id, in: starts).first(where: \.reasons.isEmpty) {
                    starts[id]?[sooner.stage] = sooner.quarter
                    isMoved = true
                }
            }
        }
        return starts
    }
}
