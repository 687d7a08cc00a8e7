// The bound: the linear program over all ways to carry out each action (Dantzig-Wolfe), its columns found as they pay,
// and tightened by cuts on single resources. Any prices give a bound: what the resources are worth at them, and the best
// profit of each action; that one is safe from the rounding of the linear program.

final class Relaxation {
    let layout: Layout
    let program = LinearProgram()
    private(set) var columns: [Column] = []
    private var known: Set<Column> = []
    private(set) var cuts: [Cut] = []
    /// By stage, the cuts in which it counts.
    private var cutsOfStage: [[(cut: Int, factor: Double)]]
    private let pairs: [(before: Int, after: Int)]
    private let pairsBefore: [[Int]]
    private let pairsAfter: [[Int]]
    /// What an action that must have a place and finds none costs: more than all actions together are worth. The program's
    /// first columns stand for that, one an action.
    let penalty: Double
    /// Where the stages may start, and which actions must be complete or may not, in the part of the tree that is solved.
    var scope: Scope
    /// In that part; the least of all evaluations since `scope` was last entered.
    private(set) var bound = Double.infinity
    /// At the last optimum.
    private(set) var prices: [Double] = []
    private(set) var actionPrices: [Double] = []
    private(set) var profits: [Double]
    private(set) var lastBound = Double.infinity
    private(set) var lastDuals: [Double] = []
    private(set) var solution: [Double] = []
    /// Work of pricing, in steps like those of the search.
    private(set) var steps = 0

    private var resourceRows: Int { layout.resourceCount }
    private var pairRows: Int { resourceRows + layout.actionCount }
    private var cutRows: Int { pairRows + pairs.count * layout.quarters }

    init(_ layout: Layout) {
        self.layout = layout
        var pairs: [(before: Int, after: Int)] = []
        var pairsBefore = [[Int]](repeating: [], count: layout.actionCount)
        var pairsAfter = pairsBefore
        for (after, predecessors) in layout.predecessors.enumerated() where !layout.isExcluded[after] {
            for before in predecessors {
                pairsBefore[before].append(pairs.count)
                pairsAfter[after].append(pairs.count)
                pairs.append((before, after))
            }
        }
        self.pairs = pairs
        self.pairsBefore = pairsBefore
        self.pairsAfter = pairsAfter
        cutsOfStage = Array(repeating: [], count: layout.stageCount)
        scope = Scope(layout)
        profits = Array(repeating: 0, count: layout.actionCount)
        penalty = 1 + (0..<layout.actionCount).reduce(0) { $0 + layout.worth($1, end: 0) }

        var rows = layout.capacity.map { LinearProgram.Row(lower: -.infinity, upper: $0) }
        rows += layout.mustStart.map { LinearProgram.Row(lower: $0 ? 1 : -.infinity, upper: 1) }
        rows += Array(repeating: LinearProgram.Row(lower: -.infinity, upper: 0), count: pairs.count * layout.quarters)
        program.add(rows)
        let firstRow = layout.resourceCount
        program.add(
            layout.mustStart.enumerated().map {
                LinearProgram.Column(value: -penalty, upper: $1 ? .infinity : 0, rows: [Int32(firstRow + $0)], factors: [1])
            })
        let plain = [Double](repeating: 0, count: layout.stageCount * layout.quarters)
        add((0..<layout.actionCount).compactMap { layout.bestColumn($0, scope, prices: plain)?.column })
    }

    /// Goes to another part of the tree.
    func enter(_ scope: Scope) {
        self.scope = scope
        bound = .infinity
        var uppers = (0..<layout.actionCount).map { scope.needs($0, layout) ? Double.infinity : 0 }
        uppers += columns.map { scope.allows($0, isComplete: isComplete($0), layout) ? .infinity : 0 }
        program.setUpper(uppers)
        var lowers = [Double](repeating: -.infinity, count: program.rowCount)
        for action in 0..<layout.actionCount where scope.needs(action, layout) { lowers[resourceRows + action] = 1 }
        program.setRowLower(lowers)
    }

    /// Of each column, its part in the solution.
    var parts: ArraySlice<Double> { solution.dropFirst(layout.actionCount) }

    func isComplete(_ column: Column) -> Bool { column.starts.count == layout.stages(column.action).count }

    func end(_ column: Column) -> Int {
        guard isComplete(column), let last = column.starts.last else { return layout.quarters + 1 }
        return last + layout.length[layout.firstStage[column.action + 1] - 1]
    }

    func worth(_ column: Column) -> Double { isComplete(column) ? layout.worth(column.action, end: end(column)) : 0 }

    /// By resource and stage, how much of the stage uses the resource in the solution.
    func stageParts() -> [[Double]] {
        var sums = [[Double]](repeating: [Double](repeating: 0, count: layout.stageCount), count: layout.resourceCount)
        for (column, part) in zip(columns, parts) where part > 1e-9 {
            for (stage, start) in zip(layout.stages(column.action), column.starts) {
                for use in layout.uses(stage) {
                    for quarter in start..<min(start + layout.length[stage], layout.quarters) {
                        sums[layout.days(layout.useDirection[use], quarter)][stage] += part
                    }
                }
                sums[layout.euros(start)][stage] += part
            }
        }
        return sums
    }

    /// The columns that are not yet there.
    func add(_ new: [Column]) {
        let fresh = new.filter { known.insert($0).inserted }
        program.add(
            fresh.map { column in
                var factors: [Int32: Double] = [Int32(resourceRows + column.action): 1]
                for (stage, start) in zip(layout.stages(column.action), column.starts) {
                    for use in layout.uses(stage) {
                        for quarter in start..<min(start + layout.length[stage], layout.quarters) {
                            factors[Int32(layout.days(layout.useDirection[use], quarter)), default: 0] += layout.useDays[use]
                        }
                    }
                    if layout.cost[stage] > 0 { factors[Int32(layout.euros(start)), default: 0] += layout.cost[stage] }
                    for (cut, factor) in cutsOfStage[stage] where layout.isUsed(cuts[cut].resource, by: stage, from: start) {
                        factors[Int32(cutRows + cut), default: 0] += factor
                    }
                }
                if isComplete(column), let last = column.starts.last {
                    for pair in pairsAfter[column.action] {
                        for quarter in last..<layout.quarters { factors[Int32(pairRows + pair * layout.quarters + quarter)] = 1 }
                    }
                    let end = end(column)
                    for pair in pairsBefore[column.action] where end < layout.quarters {
                        for quarter in end..<layout.quarters { factors[Int32(pairRows + pair * layout.quarters + quarter)] = -1 }
                    }
                }
                let entries = factors.sorted { $0.key < $1.key }
                return LinearProgram.Column(value: worth(column), rows: entries.map(\.key), factors: entries.map(\.value))
            })
        columns += fresh
    }

    func add(_ new: [Cut]) {
        for cut in new {
            for (stage, factor) in cut.factors { cutsOfStage[stage].append((cuts.count, factor)) }
            cuts.append(cut)
        }
        var rows = new.map { LinearProgram.Row(lower: -.infinity, upper: $0.limit) }
        for (index, cut) in new.enumerated() {
            let factorOf = Dictionary(uniqueKeysWithValues: cut.factors)
            for (position, column) in columns.enumerated() {
                var sum = 0.0
                for (stage, start) in zip(layout.stages(column.action), column.starts) {
                    if let factor = factorOf[stage], layout.isUsed(cut.resource, by: stage, from: start) { sum += factor }
                }
                if sum != 0 {
                    rows[index].columns.append(Int32(layout.actionCount + position))
                    rows[index].factors.append(sum)
                }
            }
        }
        program.add(rows)
    }

    /// Leaves out the cuts that do not bind, so that the program stays small.
    func dropLooseCuts() {
        let duals = program.duals
        let loose = cuts.indices.filter { duals[cutRows + $0] < 1e-9 }
        program.removeRows(loose.map { cutRows + $0 })
        let gone = Set(loose)
        cuts = cuts.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
        cutsOfStage = Array(repeating: [], count: layout.stageCount)
        for (index, cut) in cuts.enumerated() {
            for (stage, factor) in cut.factors { cutsOfStage[stage].append((index, factor)) }
        }
    }

    /// Solves to optimality over all columns, finding those that pay; `bound` is then the value. False when interrupted.
    func solve(dual: Bool, shouldStop: () -> Bool) -> Bool {
        var isFirst = true
        while true {
            guard program.solve(dual: dual && isFirst, shouldStop: shouldStop) == .optimal else { return false }
            isFirst = false
            let found = price()
            if found.isEmpty {
                solution = program.solution
                return true
            }
            add(found)
            if shouldStop() { return false }
        }
    }

    /// Takes over the prices; answers the columns that pay at them. Each evaluation gives a bound.
    private func price() -> [Column] {
        let duals = program.duals
        lastDuals = duals
        var safe = 0.0
        for resource in 0..<resourceRows { safe += max(0, duals[resource]) * layout.capacity[resource] }
        for (index, cut) in cuts.enumerated() { safe += max(0, duals[cutRows + index]) * cut.limit }
        prices = stagePrices(duals)
        actionPrices = (0..<layout.actionCount).map { duals[resourceRows + $0] }
        var found: [Column] = []
        for action in 0..<layout.actionCount {
            let (credits, charges) = pairPrices(action, duals)
            let best = layout.bestColumn(action, scope, prices: prices, endCredits: credits, startCharges: charges)
            let profit = max(best?.profit ?? -.infinity, scope.needs(action, layout) ? -penalty : 0)
            profits[action] = profit
            safe += profit
            if let best, best.profit > actionPrices[action] + 1e-6 * max(1, abs(best.profit)), !known.contains(best.column) {
                found.append(best.column)
            }
        }
        steps += layout.stageCount * layout.quarters * 8
        lastBound = safe
        bound = min(bound, safe)
        return found
    }

    private func stagePrices(_ duals: [Double]) -> [Double] {
        let horizon = layout.quarters
        var prices = [Double](repeating: 0, count: layout.stageCount * horizon)
        for stage in 0..<layout.stageCount {
            for start in 0..<horizon {
                var price = max(0, duals[layout.euros(start)]) * layout.cost[stage]
                for use in layout.uses(stage) {
                    for quarter in start..<min(start + layout.length[stage], horizon) {
                        price += max(0, duals[layout.days(layout.useDirection[use], quarter)]) * layout.useDays[use]
                    }
                }
                for (cut, factor) in cutsOfStage[stage] where layout.isUsed(cuts[cut].resource, by: stage, from: start) {
                    price += max(0, duals[cutRows + cut]) * factor
                }
                prices[stage * horizon + start] = price
            }
        }
        return prices
    }

    /// By quarter of the end, what the action earns for those that wait for it; by quarter of the last start, what it pays.
    func pairPrices(_ action: Int, _ duals: [Double]) -> (credits: [Double]?, charges: [Double]?) {
        func sums(_ pairs: [Int]) -> [Double]? {
            guard !pairs.isEmpty else { return nil }
            var sums = [Double](repeating: 0, count: layout.quarters + 2)
            for quarter in stride(from: layout.quarters - 1, through: 0, by: -1) {
                sums[quarter] = sums[quarter + 1]
                for pair in pairs { sums[quarter] += max(0, duals[pairRows + pair * layout.quarters + quarter]) }
            }
            return sums
        }
        return (sums(pairsBefore[action]), sums(pairsAfter[action]))
    }
}

extension Layout {
    /// Whether a stage started there uses it.
    func isUsed(_ resource: Int, by stage: Int, from start: Int) -> Bool {
        let days = directions.count * quarters
        if resource >= days { return start / 4 == resource - days }
        let quarter = resource % quarters
        return start <= quarter && quarter < start + length[stage]
    }
}
