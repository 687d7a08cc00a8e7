// All that is wrong with an instance, before anything is planned.

extension PlanningInstance {
    /// The longest horizon, in quarters.
    package static let mostQuarters = 60
    /// The greatest effort, cost or value that can be reckoned with; capacities and budgets may be greater.
    package static let greatest = 1e12

    /// In the order of the instance; empty when it can be planned.
    package var flaws: [PlanningFlaw] {
        let flaws = formFlaws
        return flaws.isEmpty ? Layout(self).impossibleObligations : flaws
    }

    private var formFlaws: [PlanningFlaw] {
        guard (0...PlanningInstance.mostQuarters).contains(quarters) else {
            return [.quarters(quarters, atMost: PlanningInstance.mostQuarters)]
        }
        var flaws = PlanningInstance.flaw(.creditQuarters, creditQuarters)
        for (direction, days) in capacity.sorted(by: { $0.key < $1.key }) {
            if days.count != quarters { flaws.append(.quartersOfCapacity(direction: direction, expected: quarters, found: days.count)) }
            for (quarter, number) in days.enumerated() where !(number >= 0 && number < .infinity) {
                flaws.append(.number(.capacity(direction: direction, quarter: quarter), number))
            }
        }
        let years = (quarters + 3) / 4
        if budgetPerYear.count != years { flaws.append(.yearsOfBudget(expected: years, found: budgetPerYear.count)) }
        for (year, euros) in budgetPerYear.enumerated() where !(euros >= 0 && euros < .infinity) {
            flaws.append(.number(.budget(year: year), euros))
        }
        let ids = Set(actions.map(\.id))
        var seen: Set<Int> = []
        for action in actions {
            if !seen.insert(action.id).inserted { flaws.append(.duplicate(id: action.id)) }
            flaws += flawsOfForm(action, ids)
        }
        let cycle = cycle
        return cycle.isEmpty ? flaws : flaws + [.cycle(ids: cycle)]
    }

    private func flawsOfForm(_ action: Action, _ ids: Set<Int>) -> [PlanningFlaw] {
        var flaws = PlanningInstance.flaw(.value(id: action.id), action.value)
        if action.stages.isEmpty { flaws.append(.withoutStage(id: action.id)) }
        for (number, stage) in action.stages.enumerated() {
            if stage.quarters < 1 { flaws.append(.stageWithoutLength(id: action.id, stage: number, quarters: stage.quarters)) }
            flaws += PlanningInstance.flaw(.cost(id: action.id, stage: number), stage.cost)
            for (direction, days) in stage.effort.sorted(by: { $0.key < $1.key }) {
                flaws += PlanningInstance.flaw(.effort(id: action.id, stage: number, direction: direction), days)
                if capacity[direction] == nil { flaws.append(.unknownDirection(id: action.id, stage: number, direction: direction)) }
            }
        }
        return flaws + action.after.filter { !ids.contains($0) }.map { .unknownPredecessor(id: action.id, after: $0) }
    }

    private static func flaw(_ quantity: PlanningFlaw.Quantity, _ number: Double) -> [PlanningFlaw] {
        if !(number >= 0 && number < .infinity) { return [.number(quantity, number)] }
        return number > greatest ? [.tooLarge(quantity, number, atMost: greatest)] : []
    }

    /// Ids of which each is after the next one and the last after the first; the first such ring.
    private var cycle: [Int] {
        let after = Dictionary(actions.map { ($0.id, $0.after) }) { first, _ in first }
        var isDone: Set<Int> = []
        for action in actions where !isDone.contains(action.id) {
            // The way down, and for each on it the predecessors that remain to be followed.
            var way = [action.id]
            var remaining = [after[action.id] ?? []]
            while let last = way.last {
                guard let next = remaining[way.count - 1].popLast() else {
                    isDone.insert(last)
                    way.removeLast()
                    remaining.removeLast()
                    continue
                }
                if let start = way.firstIndex(of: next) { return Array(way[start...]) }
                guard !isDone.contains(next), let predecessors = after[next] else { continue }
                way.append(next)
                remaining.append(predecessors)
            }
        }
        return []
    }
}
