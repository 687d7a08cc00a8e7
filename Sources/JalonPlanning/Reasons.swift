// Why an action that is in does not start earlier.

/// A quarter before that in which the stage starts, and all that stands against it there, the rest of the plan as it is.
/// Without a reason it could start there: the plan is then worth no more for it, or is not the best.
package struct EarlierStart: Equatable, Sendable {
    package let stage: Int
    package let quarter: Int
    package let reasons: [Reason]
}

package enum Reason: Equatable, Sendable {
    /// What is wanting there beyond what the rest of the plan leaves.
    case means(MissingMeans)
    case notBefore(Int)
    case closed
    /// The previous stage of the action ends then.
    case stage(ends: Int)
    /// The predecessor ends then.
    case predecessor(id: Int, ends: Int)
}

extension Planner {
    /// For each stage that starts, in order, and each earlier quarter; nothing for what has begun, which cannot move.
    package func reasons(for id: Int, in starts: [Int: [Int]]) -> [EarlierStart] {
        guard let action = layout.positionOf[id], let own = starts[id] else { return [] }
        let calendar = Calendar(layout)
        let isBegun = instance.actions[action].begun
        var used = layout.capacity
        for (position, other) in layout.ids.enumerated() {
            for (stage, start) in zip(layout.stages(position), starts[other] ?? []) where start >= 0 && start < layout.quarters {
                layout.take(stage, at: start, from: &used)
            }
        }
        return zip(layout.stages(action), own).enumerated().flatMap { number, place -> [EarlierStart] in
            let (stage, start) = place
            guard start >= 0, start < layout.quarters, !(isBegun && number == 0) else { return [] }
            var left = used
            layout.take(stage, at: start, from: &left, sign: -1)
            let previous = number == 0 ? 0 : own[number - 1] + layout.length[stage - 1]
            let isLast = number == layout.stages(action).count - 1
            return (0..<start).map { quarter in
                var reasons: [Reason] = []
                if number == 0, quarter < layout.window[action].earliest { reasons.append(.notBefore(layout.window[action].earliest)) }
                if instance.closed.contains(quarter) { reasons.append(.closed) }
                if quarter < previous { reasons.append(.stage(ends: previous)) }
                for predecessor in isLast ? layout.predecessors[action] : [] {
                    let end = calendar.end(of: predecessor, starts[layout.ids[predecessor]] ?? [])
                    if end > quarter { reasons.append(.predecessor(id: layout.ids[predecessor], ends: end)) }
                }
                reasons += layout.lacking(stage, at: quarter, left).map { .means($0) }
                return EarlierStart(stage: number, quarter: quarter, reasons: reasons)
            }
        }
    }
}
