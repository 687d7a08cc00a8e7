// Whether a plan is feasible and what it is worth, read straight from the rules; shares nothing with the search.

package enum PlanViolation: Equatable, Sendable {
    case unknownAction(id: Int)
    case tooManyStarts(id: Int)
    case outsideHorizon(id: Int, stage: Int, quarter: Int)
    case beforePreviousEnds(id: Int, stage: Int, quarter: Int)
    case outsideWindow(id: Int, quarter: Int)
    case inClosedQuarter(id: Int, stage: Int, quarter: Int)
    case begunElsewhere(id: Int, quarter: Int)
    case excluded(id: Int)
    case obligationNotStarted(id: Int)
    case predecessorNotEnded(id: Int, after: Int)
    case means(MissingMeans)
}

package enum PlanCheck {
    /// A sum of days or euros may exceed its limit by this share of it (of one, when it is less), for the rounding of sums.
    package static let tolerance = 1e-7

    package static func violations(of starts: [Int: [Int]], in instance: PlanningInstance) -> [PlanViolation] {
        let actions = Dictionary(instance.actions.map { ($0.id, $0) }) { first, _ in first }
        var violations = starts.keys.filter { actions[$0] == nil }.sorted().map { PlanViolation.unknownAction(id: $0) }
        for action in instance.actions {
            let own = starts[action.id] ?? []
            violations += timing(action, own, instance)
            guard own.count == action.stages.count, let last = own.last else { continue }
            for before in action.after {
                let isEnded = actions[before].flatMap { end(of: $0, starts[before] ?? []) }.map { $0 <= last } ?? false
                if !isEnded { violations.append(.predecessorNotEnded(id: action.id, after: before)) }
            }
        }
        return violations + excesses(of: starts, in: instance).map { .means($0) }
    }

    package static func value(of starts: [Int: [Int]], in instance: PlanningInstance) -> Double {
        instance.actions.reduce(0) { sum, action in
            guard let end = end(of: action, starts[action.id] ?? []), end <= instance.quarters else { return sum }
            return sum + action.value * (Double(instance.quarters - end) + instance.creditQuarters)
        }
    }

    /// The means that the plan needs and the instance has not.
    static func excesses(of starts: [Int: [Int]], in instance: PlanningInstance) -> [MissingMeans] {
        var days = instance.capacity.mapValues { [Double](repeating: 0, count: $0.count) }
        var euros = [Double](repeating: 0, count: instance.budgetPerYear.count)
        for action in instance.actions {
            for (stage, start) in zip(action.stages, starts[action.id] ?? []) where start >= 0 && start < instance.quarters {
                euros[start / 4] += stage.cost
                for quarter in start..<start + min(stage.quarters, instance.quarters - start) {
                    for (direction, effort) in stage.effort { days[direction]?[quarter] += effort }
                }
            }
        }
        var missing: [MissingMeans] = []
        for (direction, limits) in instance.capacity.sorted(by: { $0.key < $1.key }) {
            for (quarter, (limit, used)) in zip(limits, days[direction] ?? []).enumerated() where exceeds(used, limit) {
                missing.append(.days(direction: direction, quarter: quarter, days: used - limit))
            }
        }
        for (year, (limit, used)) in zip(instance.budgetPerYear, euros).enumerated() where exceeds(used, limit) {
            missing.append(.euros(year: year, euros: used - limit))
        }
        return missing
    }

    private static func exceeds(_ used: Double, _ limit: Double) -> Bool {
        used > limit + tolerance * max(1, limit)
    }

    /// When the last stage ends; nil unless all have started.
    private static func end(of action: PlanningInstance.Action, _ starts: [Int]) -> Int? {
        guard starts.count == action.stages.count, let start = starts.last, let stage = action.stages.last else { return nil }
        return start.addingReportingOverflow(stage.quarters).overflow ? Int.max : start + stage.quarters
    }

    private static func timing(_ action: PlanningInstance.Action, _ own: [Int], _ instance: PlanningInstance) -> [PlanViolation] {
        guard !own.isEmpty else { return action.obligation || action.begun ? [.obligationNotStarted(id: action.id)] : [] }
        guard own.count <= action.stages.count else { return [.tooManyStarts(id: action.id)] }
        var violations: [PlanViolation] = action.excluded ? [.excluded(id: action.id)] : []
        var free = 0
        for (number, (stage, start)) in zip(action.stages, own).enumerated() {
            guard start >= 0, start < instance.quarters else {
                violations.append(.outsideHorizon(id: action.id, stage: number, quarter: start))
                continue
            }
            if start < free { violations.append(.beforePreviousEnds(id: action.id, stage: number, quarter: start)) }
            free = start + min(stage.quarters, instance.quarters)
            if number == 0 && action.begun {
                if start != 0 { violations.append(.begunElsewhere(id: action.id, quarter: start)) }
                continue
            }
            if instance.closed.contains(start) { violations.append(.inClosedQuarter(id: action.id, stage: number, quarter: start)) }
            if number == 0 && (start < action.notBefore || start > action.notAfter ?? start) {
                violations.append(.outsideWindow(id: action.id, quarter: start))
            }
        }
        return violations
    }
}
