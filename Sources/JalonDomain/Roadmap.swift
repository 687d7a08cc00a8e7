/// The roadmap: when the stages of a plan run, and the days that those ahead ask of each direction against what it can give.

/// What the rows of a roadmap are grouped by.
package enum RoadmapGrouping: String, CaseIterable, Sendable {
    /// The plan's axes, its themes.
    case axis
    /// The directions of the pilots.
    case unit

    package init?(word: String) {
        switch word.folded {
        case "axis", "axe", "theme", "thematique": self = .axis
        case "unit", "direction": self = .unit
        default: return nil
        }
    }
}

/// A stage as a roadmap lays it out: what was planned beside what was.
package struct RoadmapStage: Sendable, Equatable {
    package let key: StageKey
    package let phase: Stage.Phase
    package let progress: Progress
    package let plannedStart: Day?
    package let startedOn: Day?
    /// The due date first promised.
    package let baseline: Day?
    package let forecast: Day?
    /// The day it was done, or decided.
    package let endedOn: Day?

    package init(
        key: StageKey, phase: Stage.Phase, progress: Progress, plannedStart: Day?, startedOn: Day?, baseline: Day?, forecast: Day?,
        endedOn: Day?
    ) {
        self.key = key
        self.phase = phase
        self.progress = progress
        self.plannedStart = plannedStart
        self.startedOn = startedOn
        self.baseline = baseline
        self.forecast = forecast
        self.endedOn = endedOn
    }

    package var level: EngagementLevel { key.level }
    /// The real day once there is one, the planned one until then.
    package var start: Day? { startedOn ?? plannedStart }
    package var end: Day? { endedOn ?? forecast }
    package var isBegun: Bool { phase == .ended || progress != .toDo }
    package var isOver: Bool { phase == .ended || progress == .done }

    /// The quarters it runs in: what is not begun cannot run before today, what is not over runs until today at least; a missing day follows
    /// from the other and the estimated duration.
    fileprivate func quarters(_ estimate: StageEstimate, today: Day) -> ClosedRange<Period>? {
        let now = Period(.quarter, of: today)
        let length = estimate.quarters.map { $0 - 1 }
        let (first, last) = (start.map { Period(.quarter, of: $0) }, end.map { Period(.quarter, of: $0) })
        guard var from = first ?? last.flatMap({ last in length.map { last.advanced(by: -$0) } }),
            let to = last ?? length.map(from.advanced(by:))
        else { return nil }
        if !isBegun { from = max(from, now) }
        return from...max(to, from, now)
    }
}

/// The people-days that stages ahead ask of each direction, quarter by quarter of what is left of the plan, as its dates stand.
package struct Workload: Sendable, Equatable {
    package struct Direction: Sendable, Equatable {
        package let id: Int
        /// In each quarter of the horizon.
        package fileprivate(set) var needed: [Double]
        /// `nil` where nobody said what it can give: unknown, not none.
        package let capacity: [Double]?

        package func lacks(in quarter: Int) -> Bool { capacity.map { needed[quarter] > $0[quarter] + 1e-9 } ?? false }

        /// How far the worst quarter goes, 1 where all that it can give is asked.
        package var strain: Double {
            guard let capacity else { return 0 }
            return zip(needed, capacity).map { $0 > 0 ? $0 / max($1, 1e-9) : 0 }.max() ?? 0
        }
    }

    package let horizon: PlanHorizon
    package private(set) var directions: [Direction]
    /// Stages ahead that are left out: nobody said when they run, or how many days they take.
    package private(set) var undated = 0
    package private(set) var notEstimated = 0

    /// Days of a direction that is not among those are left out.
    package init(
        _ stages: [(stage: RoadmapStage, estimate: StageEstimate)], of directions: [(id: Int, capacity: [Double]?)], _ horizon: PlanHorizon,
        today: Day
    ) {
        self.horizon = horizon
        self.directions = directions.map {
            Direction(id: $0.id, needed: Array(repeating: 0, count: horizon.count), capacity: $0.capacity)
        }
        let places = Dictionary(uniqueKeysWithValues: directions.enumerated().map { ($1.id, $0) })
        for (stage, estimate) in stages where !stage.isOver {
            guard !estimate.effort.isEmpty else {
                notEstimated += 1
                continue
            }
            guard let range = stage.quarters(estimate, today: today) else {
                undated += 1
                continue
            }
            let first = max(0, horizon.index(of: range.lowerBound))
            let last = min(horizon.count - 1, horizon.index(of: range.upperBound))
            for quarter in first..<max(first, last + 1) {
                for (direction, days) in estimate.effort {
                    if let place = places[direction] { self.directions[place].needed[quarter] += days }
                }
            }
        }
    }

    /// Whether anything is asked of anyone.
    package var isEmpty: Bool { directions.allSatisfy { $0.needed.allSatisfy { $0 == 0 } } }
}
