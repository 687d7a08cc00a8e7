// Obligations that cannot start even if nothing else does.

extension Layout {
    var impossibleObligations: [PlanningFlaw] {
        guard mustStart.contains(true) else { return [] }
        let calendar = Calendar(self)
        let alone = Calendar(self, mayStart: open)
        return (0..<actionCount).filter { mustStart[$0] }.compactMap { action in
            let first = firstStage[action]
            let isWhole = stages(action).count == 1
            if isExcluded[action] { return .impossibleObligation(id: ids[action], obstacle: .excluded(id: ids[action]), lacking: []) }
            guard quarters > 0 else { return .impossibleObligation(id: ids[action], obstacle: .horizon(id: ids[action]), lacking: []) }
            if self.calendar[first] == 0 {
                let (earliest, latest) = window[action]
                let obstacle: Obstacle =
                    earliest >= quarters
                    ? .horizon(id: ids[action]) : earliest > latest ? .window(id: ids[action]) : .closed(id: ids[action])
                return .impossibleObligation(id: ids[action], obstacle: obstacle, lacking: [])
            }
            // Its only stage is its last: it waits for the predecessors.
            let before = isWhole ? predecessors[action] : []
            func startsAfter(_ limit: Int, _ mask: UInt64) -> Bool { limit < quarters && mask >> UInt64(limit) != 0 }
            if let late = before.max(by: { calendar.earliestEnd[$0] < calendar.earliestEnd[$1] }),
                !startsAfter(calendar.earliestEnd[late], self.calendar[first])
            {
                let obstacle = calendar.obstacle(to: late) ?? .predecessor(id: ids[late], of: ids[action])
                return .impossibleObligation(id: ids[action], obstacle: obstacle, lacking: [])
            }
            let release = before.map { alone.earliestEnd[$0] }.max() ?? 0
            if startsAfter(release, open[first]) { return nil }
            // Itself, or the predecessor furthest up that has too little.
            let concerned =
                open[first] == 0
                ? action
                : (calendar.ancestors(of: action) + [action]).first { one in
                    stages(one).contains { open[$0] == 0 }
                }
            return .impossibleObligation(id: ids[action], obstacle: nil, lacking: concerned.map(leastLacking) ?? [])
        }
    }

    /// What the first stage without a place lacks at the start where it lacks least, were it alone.
    private func leastLacking(_ action: Int) -> [MissingMeans] {
        guard let stage = stages(action).first(where: { open[$0] == 0 }) else { return [] }
        let choices = (0..<quarters).filter { self.calendar[stage] >> UInt64($0) & 1 == 1 }.map { lacking(stage, at: $0, capacity) }
        return choices.min { $0.count < $1.count } ?? []
    }

    /// What is wanting of what is left for the stage to start there.
    func lacking(_ stage: Int, at start: Int, _ left: [Double]) -> [MissingMeans] {
        var missing: [MissingMeans] = []
        for use in uses(stage) {
            for quarter in start..<min(start + length[stage], quarters) {
                let days = useDays[use] - left[self.days(useDirection[use], quarter)]
                if days > Layout.slack { missing.append(.days(direction: directions[useDirection[use]], quarter: quarter, days: days)) }
            }
        }
        let euros = cost[stage] - left[self.euros(start)]
        if euros > Layout.slack { missing.append(.euros(year: start / 4, euros: euros)) }
        return missing
    }
}
