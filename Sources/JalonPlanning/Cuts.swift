// Cuts on one resource: the stages that use it together are a knapsack, and what is fractional outside the hull of its
// whole fillings is cut off along a facet (a linear program whose rows are fillings, found by dynamic programming).
// Boyd, Fenchel cutting planes for integer programs, Operations Research 42 (1994).

struct Cut: Sendable {
    let resource: Int
    /// By stage that uses the resource.
    let factors: [(Int, Double)]
    let limit: Double
}

/// The stages that use one resource, as whole weights; of each group at most one.
struct Knapsack {
    struct Item {
        let stage: Int
        let weight: Int
        var part = 0.0
        var factor = 0.0
    }

    let resource: Int
    let capacity: Int
    /// By action for days, as its stages do not run together; by stage for euros.
    var groups: [[Item]]

    /// Nil when all fit together.
    init?(_ layout: Layout, resource: Int) {
        let days = layout.directions.count * layout.quarters
        var stages: [(stage: Int, weight: Double)] = []
        for stage in 0..<layout.stageCount where !layout.isExcluded[layout.actionOf[stage]] {
            if resource >= days {
                if layout.cost[stage] > 0 { stages.append((stage, layout.cost[stage])) }
            } else if let use = layout.uses(stage).first(where: { layout.useDirection[$0] == resource / layout.quarters }) {
                stages.append((stage, layout.useDays[use]))
            }
        }
        stages.removeAll { entry in
            !(0..<layout.quarters).contains {
                layout.open[entry.stage] >> UInt64($0) & 1 == 1 && layout.isUsed(resource, by: entry.stage, from: $0)
            }
        }
        let limit = layout.capacity[resource]
        let unit = Knapsack.unit(stages.map(\.weight), limit)
        guard unit > 0 else { return nil }
        capacity = Int(limit / unit + 1e-7)
        self.resource = resource
        groups = []
        var groupOf: [Int: Int] = [:]
        var whole = 0
        for (stage, weight) in stages {
            // Rounded down: no whole filling is lost.
            let item = Item(stage: stage, weight: Int(weight / unit + 1e-7))
            guard item.weight > 0 else { continue }
            let key = resource >= days ? stage : layout.actionOf[stage]
            if let group = groupOf[key] {
                groups[group].append(item)
            } else {
                groupOf[key] = groups.count
                groups.append([item])
            }
        }
        for group in groups { whole += group.map(\.weight).max() ?? 0 }
        if whole <= capacity { return nil }
    }

    /// The greatest unit of which all weights are multiples, unless that makes too many.
    private static func unit(_ weights: [Double], _ limit: Double) -> Double {
        guard limit > 0, !weights.isEmpty else { return 0 }
        let scale = limit < 1e6 ? 1000.0 : 1
        var divisor = 0
        for weight in weights {
            let scaled = (weight * scale).rounded()
            guard scaled < 1e15, abs(scaled - weight * scale) < 1e-7 * scaled else { return limit / 1000 }
            var (one, other) = (divisor, Int(scaled))
            while other != 0 { (one, other) = (other, one % other) }
            divisor = one
        }
        let unit = Double(divisor) / scale
        return limit / unit > 2000 ? limit / 1000 : unit
    }

    /// A facet that cuts off the parts (by stage), lifted to all stages; nil when none is found. Adds to `steps`. What is whole
    /// is left aside first: the parts are outside the hull exactly when they are so on that face.
    mutating func separate(_ parts: [Double], steps: inout Int) -> Cut? {
        var load = 0.0
        var room = capacity
        var whole: [(group: Int, item: Int)] = []
        var support: [Int] = []
        for group in groups.indices {
            var isSupported = false
            for item in groups[group].indices {
                groups[group][item].part = parts[groups[group][item].stage]
                groups[group][item].factor = 0
                load += groups[group][item].part * Double(groups[group][item].weight)
                if groups[group][item].part > 1 - 1e-6 {
                    whole.append((group, item))
                    room -= groups[group][item].weight
                } else if groups[group][item].part > 1e-6 {
                    isSupported = true
                }
            }
            if isSupported { support.append(group) }
        }
        guard !support.isEmpty, load > 0.7 * Double(capacity) else { return nil }
        // Room is kept for the heaviest of the others: what never fits on the face could not be told from what does.
        let heaviest = support.flatMap { groups[$0] }.filter { $0.part > 1e-6 }.map(\.weight).max() ?? 0
        whole.sort { groups[$0.group][$0.item].weight > groups[$1.group][$1.item].weight }
        while room < heaviest, let (group, item) = whole.popLast() {
            support.append(group)
            room += groups[group][item].weight
        }
        support.sort()
        guard let limit = facet(support, room, &steps) else { return nil }
        return lift(support, whole, room, limit, &steps)
    }

    /// Sets the factors of the fractional items: those of an inequality that the parts violate most, with this limit.
    private mutating func facet(_ support: [Int], _ room: Int, _ steps: inout Int) -> Double? {
        let items = support.flatMap { group in
            groups[group].indices.filter { groups[group][$0].part > 1e-6 && groups[group][$0].weight <= room }.map { (group, $0) }
        }
        let program = LinearProgram()
        program.add(items.map { LinearProgram.Column(value: groups[$0.0][$0.1].part, upper: 1) })
        for (group, item) in items { groups[group][item].factor = Double(groups[group][item].weight) / Double(max(1, room)) }
        var greatest = 1.0
        for _ in 0..<150 {
            var filling: [(Int, Int)] = []
            greatest = fill(support, room, filling: &filling)
            steps += support.count * room
            if greatest <= 1 + 1e-7 && program.rowCount > 0 { break }
            let chosen = Set(filling.map { $0.0 * 4096 + $0.1 })
            let row = items.indices.filter { chosen.contains(items[$0].0 * 4096 + items[$0].1) }
            program.add([
                LinearProgram.Row(
                    lower: -.infinity, upper: 1, columns: row.map { Int32($0) }, factors: Array(repeating: 1, count: row.count))
            ])
            guard program.solve(dual: true, shouldStop: { false }) == .optimal, program.value > 1 + 1e-4 else { return nil }
            let solution = program.solution
            for (index, (group, item)) in items.enumerated() { groups[group][item].factor = solution[index] > 1e-7 ? solution[index] : 0 }
        }
        steps += program.iterations * 50
        // An item too heavy for the room left is not in any filling, and its whole part is outside.
        var violation = -max(1, greatest)
        for (group, item) in items { violation += groups[group][item].part * groups[group][item].factor }
        return violation > 2e-3 ? max(1, greatest) : nil
    }

    /// The greatest sum of factors that fits, and by what.
    private func fill(_ order: [Int], _ capacity: Int, filling: inout [(Int, Int)]) -> Double {
        var best = [Double](repeating: 0, count: capacity + 1)
        var choice = [Int16](repeating: -1, count: order.count * (capacity + 1))
        for (row, group) in order.enumerated() {
            let base = row * (capacity + 1)
            let items = groups[group]
            if items.count == 1 {
                let (weight, factor) = (items[0].weight, items[0].factor)
                guard factor > 0, weight <= capacity else { continue }
                for sum in stride(from: capacity, through: weight, by: -1) where best[sum - weight] + factor > best[sum] + 1e-12 {
                    best[sum] = best[sum - weight] + factor
                    choice[base + sum] = 0
                }
                continue
            }
            for sum in stride(from: capacity, through: 0, by: -1) {
                var here = best[sum]
                for index in items.indices where items[index].weight <= sum && items[index].factor > 0 {
                    let other = best[sum - items[index].weight] + items[index].factor
                    if other > here + 1e-12 {
                        here = other
                        choice[base + sum] = Int16(truncatingIfNeeded: index)
                    }
                }
                best[sum] = here
            }
        }
        var weight = capacity
        for row in order.indices.reversed() {
            let index = Int(choice[row * (capacity + 1) + weight])
            if index >= 0 {
                filling.append((order[row], index))
                weight -= groups[order[row]][index].weight
            }
        }
        return best[capacity]
    }

    private func add(_ group: [Item], to best: inout [Double]) {
        if group.count == 1 {
            let (weight, factor) = (group[0].weight, group[0].factor)
            guard factor > 0, weight <= capacity else { return }
            for sum in stride(from: capacity, through: weight, by: -1) { best[sum] = max(best[sum], best[sum - weight] + factor) }
            return
        }
        for sum in stride(from: capacity, through: 0, by: -1) {
            for item in group where item.weight <= sum && item.factor > 0 {
                best[sum] = max(best[sum], best[sum - item.weight] + item.factor)
            }
        }
    }

    /// Gives each stage without a factor the greatest that no filling exceeds: first those left aside as whole, which raise
    /// the limit, then the others.
    private mutating func lift(
        _ support: [Int], _ whole: [(group: Int, item: Int)], _ start: Int, _ first: Double, _ steps: inout Int
    ) -> Cut {
        var limit = first
        var room = start
        var best = [Double](repeating: 0, count: capacity + 1)
        for group in support { add(groups[group], to: &best) }
        for (group, item) in whole {
            room += groups[group][item].weight
            let raised = best[room]
            groups[group][item].factor = raised - limit > 1e-9 ? raised - limit : 0
            limit = max(limit, raised)
            add(groups[group], to: &best)
        }
        let lifted = support + whole.map(\.group)
        for group in lifted where groups[group].contains(where: { $0.factor == 0 && $0.weight <= capacity }) {
            var others = [Double](repeating: 0, count: capacity + 1)
            for other in lifted where other != group { add(groups[other], to: &others) }
            raise(group, others, limit)
            steps += lifted.count * capacity
        }
        best = [Double](repeating: 0, count: capacity + 1)
        for group in lifted { add(groups[group], to: &best) }
        let known = Set(lifted)
        for group in groups.indices where !known.contains(group) {
            raise(group, best, limit)
            add(groups[group], to: &best)
        }
        steps += (groups.count + 2 * lifted.count) * capacity
        let factors = groups.flatMap { $0 }.filter { $0.factor > 1e-9 }.map { ($0.stage, $0.factor) }
        // By the rounding of sums, and should a factor have been lifted too far.
        return Cut(resource: resource, factors: factors, limit: max(limit, best[capacity]) * (1 + 1e-9))
    }

    private mutating func raise(_ group: Int, _ best: [Double], _ limit: Double) {
        for item in groups[group].indices where groups[group][item].factor == 0 && groups[group][item].weight <= capacity {
            let factor = limit - best[capacity - groups[group][item].weight]
            groups[group][item].factor = factor > 1e-9 ? factor : 0
        }
    }
}
