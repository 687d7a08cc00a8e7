// The proof: the root relaxation, rounds of cuts, then branch and bound over which actions are complete and when their
// stages start, best bound first. Goes on in small pieces, so that it can be told of better plans and be stopped.

struct BoundTree {
    let relaxation: Relaxation
    private var layout: Layout { relaxation.layout }
    private var knapsacks: [Knapsack] = []
    private var resting: [Int] = []
    private(set) var phase = Phase.root
    /// Of the relaxation without cuts; the best that any plan may be worth; the worth of the best known plan.
    private(set) var rootBound = Double.infinity
    private(set) var bound = Double.infinity
    private(set) var cutoff: Double
    /// A whole solution of the relaxation, better than the cutoff, not yet taken.
    private(set) var found: [[Int]]?
    private(set) var rootDuals: [Double] = []
    private var nodes: [Node] = []
    private var history: [Pseudocost]
    private(set) var nodeCount = 0
    private var round = 0
    private var steps = 0
    /// Plans' values are multiples of it.
    private let grain: Double

    enum Phase {
        case root, cuts, tree, done
    }

    private struct Node {
        var scope: Scope
        var basis: LinearProgram.Basis
        var bound: Double
        var depth: Int
    }

    private struct Pseudocost {
        var gain = [0.0, 0.0]
        var count = [0.0, 0.0]
    }

    private struct Branch {
        var action: Int
        /// Nil: complete or not.
        var split: (stage: Int, after: Int)?
        var part: Double
    }

    init(_ layout: Layout) {
        relaxation = Relaxation(layout)
        cutoff = -0.5
        history = Array(repeating: Pseudocost(), count: layout.actionCount)
        grain = BoundTree.grain(layout)
    }

    /// Work done, in steps like those of the search.
    var work: Int { (steps + relaxation.steps) / 10 + relaxation.program.iterations * (relaxation.program.rowCount + 50) }

    mutating func raise(cutoff value: Double) {
        cutoff = max(cutoff, value)
        if bound <= limit { finish() }
    }

    /// A node whose bound is not above it holds no better plan.
    private var limit: Double {
        cutoff + max(grain * 0.999, 1e-9 * abs(cutoff))
    }

    private mutating func finish() {
        phase = .done
        nodes = []
        bound = max(cutoff, 0)
    }

    /// One piece of the proof.
    mutating func advance(shouldStop: () -> Bool) {
        switch phase {
        case .root:
            guard relaxation.solve(dual: false, shouldStop: shouldStop) else { return noteBound(relaxation.bound) }
            rootBound = relaxation.bound
            rootDuals = relaxation.lastDuals
            noteBound(rootBound)
            knapsacks = (0..<layout.resourceCount).compactMap { Knapsack(layout, resource: $0) }
            resting = Array(repeating: 0, count: knapsacks.count)
            phase = .cuts
            if noteWhole() { finishWhole() }
        case .cuts: cut(shouldStop)
        case .tree: visit(shouldStop)
        case .done: break
        }
        if phase != .done && bound <= limit { finish() }
    }

    private mutating func noteBound(_ value: Double) {
        bound = min(bound, value)
    }

    /// If the solution is whole, it is a plan and nothing in its scope is better.
    private mutating func noteWhole() -> Bool {
        var starts = [[Int]](repeating: [], count: layout.actionCount)
        for part in relaxation.solution.prefix(layout.actionCount) where part > 1e-6 { return false }
        for (column, part) in zip(relaxation.columns, relaxation.parts) where part > 1e-6 {
            if part < 1 - 1e-6 { return false }
            starts[column.action] = column.starts
        }
        if relaxation.bound > cutoff { found = starts }
        return true
    }

    mutating func takeFound() -> [[Int]]? {
        defer { found = nil }
        return found
    }

    // MARK: - Cuts

    private mutating func separate(_ shouldStop: () -> Bool, patience: Int) -> [Cut] {
        let parts = relaxation.stageParts()
        var cuts: [Cut] = []
        for index in knapsacks.indices {
            if resting[index] > 0 {
                resting[index] -= 1
                continue
            }
            if shouldStop() { break }
            if let cut = knapsacks[index].separate(parts[knapsacks[index].resource], steps: &steps) {
                cuts.append(cut)
            } else {
                resting[index] = patience
            }
        }
        return cuts
    }

    private mutating func cut(_ shouldStop: () -> Bool) {
        let before = relaxation.bound
        let cuts = separate(shouldStop, patience: 2)
        round += 1
        if !cuts.isEmpty {
            relaxation.dropLooseCuts()
            relaxation.add(cuts)
            guard relaxation.solve(dual: true, shouldStop: shouldStop) else { return noteBound(relaxation.bound) }
            noteBound(relaxation.bound)
            if noteWhole() { return finishWhole() }
        }
        let gap = max(relaxation.bound - max(cutoff, 0), 0)
        let isWorthMore = before - relaxation.bound > 0.003 * gap && round < 40
        if !isWorthMore && resting.allSatisfy({ $0 == 0 }) || cuts.isEmpty && resting.allSatisfy({ $0 == 0 }) || round >= 40 {
            startTree()
        } else if !isWorthMore {
            resting = resting.map { _ in 0 }
        }
    }

    private mutating func finishWhole() {
        cutoff = max(cutoff, relaxation.bound)
        finish()
    }

    // MARK: - Tree

    private mutating func startTree() {
        phase = .tree
        push(Node(scope: relaxation.tightened(cutoff: limit), basis: relaxation.program.basis, bound: bound, depth: 0))
    }

    private mutating func push(_ node: Node) {
        nodes.append(node)
        var index = nodes.count - 1
        while index > 0, nodes[(index - 1) / 2].bound < nodes[index].bound {
            nodes.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func pop() -> Node {
        nodes.swapAt(0, nodes.count - 1)
        let top = nodes.removeLast()
        var index = 0
        while true {
            var largest = index
            for child in [2 * index + 1, 2 * index + 2] where child < nodes.count && nodes[child].bound > nodes[largest].bound {
                largest = child
            }
            if largest == index { return top }
            nodes.swapAt(index, largest)
            index = largest
        }
    }

    private mutating func visit(_ shouldStop: () -> Bool) {
        guard let top = nodes.first, top.bound > limit else { return finish() }
        noteBound(top.bound)
        let node = pop()
        relaxation.enter(node.scope)
        relaxation.program.start(from: node.basis)
        guard relaxation.solve(dual: true, shouldStop: shouldStop) else { return push(node) }
        nodeCount += 1
        var value = min(node.bound, relaxation.bound)
        guard value > limit, !noteWhole() else { return }
        if node.depth < 4 || nodeCount % 8 == 0 {
            let cuts = separate(shouldStop, patience: 1)
            if !cuts.isEmpty {
                relaxation.add(cuts)
                guard relaxation.solve(dual: true, shouldStop: shouldStop) else { return push(node) }
                value = min(value, relaxation.bound)
                guard value > limit, !noteWhole() else { return }
            }
        }
        let basis = relaxation.program.basis
        let scope = relaxation.tightened(cutoff: limit)
        guard let branch = choose(scope, basis, shouldStop) else { return push(node) }
        for child in children(branch, of: scope) {
            push(Node(scope: child, basis: basis, bound: value, depth: node.depth + 1))
        }
    }

    private func children(_ branch: Branch, of scope: Scope) -> [Scope] {
        var one = scope
        var other = scope
        if let (stage, after) = branch.split {
            let early: UInt64 = (2 << UInt64(after)) - 1
            one.open[stage] &= early
            other.open[stage] &= ~early
        } else {
            one.modes[branch.action] = .incomplete
            other.modes[branch.action] = .complete
        }
        return [one, other]
    }

    private func branches() -> [Branch] {
        let horizon = layout.quarters
        var complete = [Double](repeating: 0, count: layout.actionCount)
        var at = [Double](repeating: 0, count: layout.stageCount * horizon)
        for (column, part) in zip(relaxation.columns, relaxation.parts) where part > 1e-9 {
            if relaxation.isComplete(column) { complete[column.action] += part }
            for (stage, start) in zip(layout.stages(column.action), column.starts) { at[stage * horizon + start] += part }
        }
        var branches: [Branch] = []
        for action in 0..<layout.actionCount {
            if complete[action] > 1e-6, complete[action] < 1 - 1e-6, relaxation.scope.modes[action] == .free {
                branches.append(Branch(action: action, part: complete[action]))
                continue
            }
            var best: Branch?
            for stage in layout.stages(action) {
                let whole = at[stage * horizon..<(stage + 1) * horizon].reduce(0, +)
                var sum = 0.0
                for start in 0..<horizon - 1 {
                    sum += at[stage * horizon + start]
                    if sum > 1e-6, sum < whole - 1e-6, abs(sum - whole / 2) < abs((best?.part ?? 0) - whole / 2) {
                        best = Branch(action: action, split: (stage, start), part: sum)
                    }
                }
            }
            if let best { branches.append(best) }
        }
        return branches
    }

    /// The one that brings both sides down most, by trying a few with few iterations.
    private mutating func choose(_ scope: Scope, _ basis: LinearProgram.Basis, _ shouldStop: () -> Bool) -> Branch? {
        let value = relaxation.program.value
        let ranked = branches().map { branch in (branch, guess(branch)) }.sorted { $0.1 > $1.1 }
        var best: (branch: Branch, score: Double)?
        var failures = 0
        for (branch, _) in ranked.prefix(12) {
            if failures > 5 { break }
            let gains = children(branch, of: scope).map { child in
                relaxation.enter(child)
                relaxation.program.start(from: basis)
                let outcome = relaxation.program.solve(dual: true, atMost: 60, shouldStop: { true })
                return outcome == .infeasible ? value : max(0, value - relaxation.program.value)
            }
            if branch.split == nil {
                history[branch.action].gain[0] += gains[0] / branch.part
                history[branch.action].gain[1] += gains[1] / (1 - branch.part)
                history[branch.action].count[0] += 1
                history[branch.action].count[1] += 1
            }
            let score = max(gains[0], 1e-6) * max(gains[1], 1e-6)
            if score > best?.score ?? -1 { (best, failures) = ((branch, score), 0) } else { failures += 1 }
            if shouldStop() { return nil }
        }
        return best?.branch
    }

    private func guess(_ branch: Branch) -> Double {
        let record = history[branch.action]
        guard branch.split == nil, record.count[0] > 0 else {
            return min(branch.part, 1 - branch.part) * layout.worth(branch.action, end: layout.quarters / 2) * 0.3
        }
        let down = record.gain[0] / record.count[0] * branch.part
        let up = record.gain[1] / record.count[1] * (1 - branch.part)
        return (max(down, 1e-6) * max(up, 1e-6)).squareRoot()
    }

    private static func grain(_ layout: Layout) -> Double {
        guard layout.credit == layout.credit.rounded() else { return 0 }
        for grain in [1, 0.1, 0.01] {
            let isMultiple = layout.value.allSatisfy { value in
                let scaled = value / grain
                return scaled < 1e9 && abs(scaled - scaled.rounded()) < 1e-6
            }
            if isMultiple { return grain }
        }
        return 0
    }
}
