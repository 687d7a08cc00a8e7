/// What someone has to carry over time: how many stages run in each quarter, as far as their dates are known.

/// When a stage runs: a day that nobody gave is unknown, not absent.
package struct StageSpan: Sendable, Equatable {
    package let start: Day?
    package let end: Day?

    /// `endedOn` is the day it was done or decided. What is not begun cannot run before today, what is not done runs until today at least.
    package init(progress: Progress, plannedStart: Day?, startedOn: Day?, endedOn: Day?, forecast: Day?, today: Day) {
        switch progress {
        case .done:
            start = startedOn ?? plannedStart
            end = endedOn ?? forecast
        case .inProgress:
            start = startedOn ?? plannedStart
            end = endedOn ?? forecast.map { max($0, today) }
        case .toDo:
            start = plannedStart.map { max($0, today) }
            end = endedOn ?? forecast.map { max($0, today) }
        }
    }
}

package struct Load: Sendable, Equatable {
    package struct Quarter: Sendable, Equatable {
        package let period: Period
        /// Stages that run then, both their days known.
        package var known = 0
        /// Stages that run then whose start or end is unknown: they may run in other quarters too.
        package var atLeast = 0

        package var stages: Int { known + atLeast }
    }

    package private(set) var quarters: [Quarter]
    /// Stages with neither start nor end: they run nobody knows when.
    package private(set) var undated = 0
    /// Stages with one of the two.
    package private(set) var halfDated = 0

    /// Two quarters back, this one and the five that follow.
    package init(_ spans: [StageSpan], today: Day) {
        let current = Period(.quarter, of: today)
        quarters = (-2...5).map { Quarter(period: current.advanced(by: $0)) }
        for span in spans {
            switch (span.start, span.end) {
            case (nil, nil): undated += 1
            case (let start?, let end?): add(\.known, from: start, to: end)
            // It runs until today at least.
            case (let start?, nil):
                halfDated += 1
                add(\.atLeast, from: start, to: max(start, today))
            // It runs on its last day at least.
            case (nil, let end?):
                halfDated += 1
                add(\.atLeast, from: end, to: end)
            }
        }
    }

    private mutating func add(_ part: WritableKeyPath<Quarter, Int>, from start: Day, to end: Day) {
        for index in quarters.indices where quarters[index].period.first <= max(start, end) && start <= quarters[index].period.last {
            quarters[index][keyPath: part] += 1
        }
    }

    package var largest: Int { quarters.map(\.stages).max() ?? 0 }
}
