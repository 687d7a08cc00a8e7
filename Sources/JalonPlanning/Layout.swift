// An instance laid out in flat arrays, as the search and the relaxation read it. Actions and stages go by their position;
// a resource is the days of one direction in one quarter, or the euros of one year.

final class Layout: Sendable {
    let quarters: Int
    let directions: [String]
    let years: Int
    let ids: [Int]
    let positionOf: [Int: Int]

    /// By action: its stages, worth of a quarter in force, whether its first stage must start, whether nothing may.
    let firstStage: [Int]
    let value: [Double]
    let credit: Double
    let mustStart: [Bool]
    let isExcluded: [Bool]
    /// First and last quarter in which the first stage may start.
    let window: [(earliest: Int, latest: Int)]
    let predecessors: [[Int]]
    let successors: [[Int]]

    /// By stage: its action, its length (beyond the horizon counts as one more), what it uses.
    let actionOf: [Int]
    let length: [Int]
    let cost: [Double]
    let firstUse: [Int]
    let useDirection: [Int]
    let useDays: [Double]
    /// By action, one bit a direction (directions 63 apart share it) and one for euros.
    let directionMask: [UInt64]
    /// The amounts of days that stages use of each direction, in order, and which of them each use is.
    let firstAmount: [Int]
    let amounts: [Double]
    let useAmount: [Int]
    /// By stage, one bit a quarter: where it may start by the calendar; and there is enough for it alone.
    let calendar: [UInt64]
    let open: [UInt64]

    /// By resource; what exceeds the whole demand is cut down to it, so that all sums stay ordinary numbers.
    let capacity: [Double]

    var actionCount: Int { ids.count }
    var stageCount: Int { actionOf.count }
    var resourceCount: Int { directions.count * quarters + years }

    func stages(_ action: Int) -> Range<Int> { firstStage[action]..<firstStage[action + 1] }
    func uses(_ stage: Int) -> Range<Int> { firstUse[stage]..<firstUse[stage + 1] }
    func days(_ direction: Int, _ quarter: Int) -> Int { direction * quarters + quarter }
    func euros(_ start: Int) -> Int { directions.count * quarters + start / 4 }

    /// What an action that is complete at this quarter is worth.
    func worth(_ action: Int, end: Int) -> Double {
        end <= quarters ? value[action] * (Double(quarters - end) + credit) : 0
    }

    /// The instance has no flaws of form.
    init(_ instance: PlanningInstance) {
        let horizon = instance.quarters
        quarters = horizon
        directions = instance.capacity.keys.sorted()
        years = (horizon + 3) / 4
        credit = instance.creditQuarters
        ids = instance.actions.map(\.id)
        positionOf = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        value = instance.actions.map(\.value)
        mustStart = instance.actions.map { $0.obligation || $0.begun }
        isExcluded = instance.actions.map(\.excluded)
        window = instance.actions.map { $0.begun ? (0, 0) : (max(0, $0.notBefore), $0.notAfter ?? Int.max) }
        predecessors = instance.actions.map { [positionOf] action in Set(action.after).compactMap { positionOf[$0] }.sorted() }
        var successors = [[Int]](repeating: [], count: ids.count)
        for (action, before) in predecessors.enumerated() {
            for predecessor in before { successors[predecessor].append(action) }
        }
        self.successors = successors

        let all = instance.actions.enumerated().flatMap { position, action in action.stages.map { (position, $0) } }
        actionOf = all.map(\.0)
        length = all.map { min($0.1.quarters, horizon + 1) }
        cost = all.map(\.1.cost)
        var firstStage = [0]
        for action in instance.actions { firstStage.append(firstStage[firstStage.count - 1] + action.stages.count) }
        self.firstStage = firstStage
        let directionOf = Dictionary(uniqueKeysWithValues: directions.enumerated().map { ($1, $0) })
        var firstUse = [0]
        var useDirection: [Int] = []
        var useDays: [Double] = []
        for (_, stage) in all {
            for (direction, days) in stage.effort.sorted(by: { $0.key < $1.key }) where days > 0 {
                guard let position = directionOf[direction] else { continue }
                useDirection.append(position)
                useDays.append(days)
            }
            firstUse.append(useDirection.count)
        }
        self.firstUse = firstUse
        self.useDirection = useDirection
        self.useDays = useDays

        (firstAmount, amounts, useAmount) = Layout.amounts(directions.count, useDirection, useDays)

        var directionMask = [UInt64](repeating: 0, count: ids.count)
        for (stage, (action, _)) in all.enumerated() {
            if cost[stage] > 0 { directionMask[action] |= 1 << 63 }
            for use in firstUse[stage]..<firstUse[stage + 1] { directionMask[action] |= 1 << UInt64(useDirection[use] % 63) }
        }
        self.directionMask = directionMask

        var demand = [Double](repeating: 1, count: directions.count)
        for (direction, days) in zip(useDirection, useDays) { demand[direction] += days }
        let euros = cost.reduce(1, +)
        capacity =
            directions.enumerated().flatMap { position, name in (instance.capacity[name] ?? []).map { min($0, demand[position]) } }
            + instance.budgetPerYear.map { min($0, euros) }

        let closed = Set(instance.closed)
        var calendar = [UInt64](repeating: 0, count: all.count)
        var open = calendar
        for (position, action) in instance.actions.enumerated() where !action.excluded {
            for stage in firstStage[position]..<firstStage[position + 1] {
                let isFirst = stage == firstStage[position]
                for start in 0..<horizon {
                    if isFirst && (start < window[position].earliest || start > window[position].latest) { continue }
                    if closed.contains(start) && !(isFirst && action.begun) { continue }
                    calendar[stage] |= 1 << UInt64(start)
                    let fits = (firstUse[stage]..<firstUse[stage + 1]).allSatisfy { [capacity, length] use in
                        (start..<min(start + length[stage], horizon)).allSatisfy {
                            useDays[use] <= capacity[useDirection[use] * horizon + $0] + Layout.slack
                        }
                    }
                    let isAffordable = cost[stage] <= capacity[directions.count * horizon + start / 4] + Layout.slack
                    if fits && isAffordable { open[stage] |= 1 << UInt64(start) }
                }
            }
        }
        self.calendar = calendar
        self.open = open
    }

    private static func amounts(_ directions: Int, _ useDirection: [Int], _ useDays: [Double]) -> ([Int], [Double], [Int]) {
        var distinct = [Set<Double>](repeating: [], count: directions)
        for (direction, days) in zip(useDirection, useDays) { distinct[direction].insert(days) }
        let sorted = distinct.map { $0.sorted() }
        let first = sorted.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        let positions = sorted.enumerated().map { direction, amounts in
            Dictionary(uniqueKeysWithValues: amounts.enumerated().map { ($1, first[direction] + $0) })
        }
        return (first, sorted.flatMap { $0 }, zip(useDirection, useDays).map { positions[$0][$1] ?? 0 })
    }

    /// What sums of days or euros may exceed by, for their rounding; far below what the check allows.
    static let slack = 1e-9
}
