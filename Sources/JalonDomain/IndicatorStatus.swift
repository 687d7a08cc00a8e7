/// Where an indicator stands, computed one way everywhere: against what was promised for its days, its thresholds and its cadence.

package enum IndicatorStatus: String, CaseIterable, Codable, Sendable {
    case offTarget, atRisk, stale, notStarted, onTarget
    /// Measured, with nothing promised to hold it to.
    case noTarget

    package init?(word: String) {
        guard let status = Self.allCases.first(where: { $0.rawValue.folded == word.folded }) else { return nil }
        self = status
    }

    /// What asks for someone's attention.
    package var isAlert: Bool { self == .offTarget || self == .atRisk || self == .stale }
}

/// The last figure of an indicator: all that its status needs of its measures.
package struct LastMeasure: Sendable, Equatable {
    package let on: Day
    /// `nil` for words.
    package let value: Double?

    package init(on: Day, value: Double?) {
        self.on = on
        self.value = value
    }
}

extension Indicator {
    /// Days that a measure may come after its turn.
    package static let grace = 15

    /// The last day that the cadence gives the next measure; `nil` without a cadence, and before the first.
    package func nextMeasure(after last: LastMeasure?) -> Day? {
        guard let cadence = definition.cadence, let last else { return nil }
        // After the last day of a month comes the last of another.
        return (last.on + 1).civil.day == 1 ? (last.on + 1).adding(months: cadence.months) + -1 : last.on.adding(months: cadence.months)
    }

    /// A figure too old for its cadence says nothing, however good. Then the worst of what the thresholds, the promises whose day is past
    /// and the way to the next one say: a promise whose day is past and that is not kept is missed, a figure behind the way is a risk.
    package func status(_ last: LastMeasure?, today: Day) -> IndicatorStatus {
        guard let last else { return .notStarted }
        if let next = nextMeasure(after: last), next + Self.grace < today { return .stale }
        guard let value = last.value else { return .noTarget }
        if definition.direction == .within, let low = definition.low, let high = definition.high {
            return (low...high).contains(value) ? .onTarget : .offTarget
        }
        let limits = [definition.alert, definition.warning]
        guard definition.direction != .none, !targets.isEmpty || limits.contains(where: { $0 != nil }) else { return .noTarget }
        if let alert = definition.alert, !meets(value, alert) { return .offTarget }
        if let due = targets.last(where: { $0.on <= today }), !meets(value, due.value) { return .offTarget }
        if let warning = definition.warning, !meets(value, warning) { return .atRisk }
        guard let next = targets.first(where: { $0.on > today }), !meets(value, next.value) else { return .onTarget }
        // Without a start there is no way to be on, only a target that is not reached yet.
        guard let expected = expected(on: last.on) else { return .atRisk }
        return meets(value, expected) ? .onTarget : .atRisk
    }

    /// Whether a figure is as good as another, or better. What differs by rounding alone is as good.
    package func meets(_ value: Double, _ aim: Double) -> Bool {
        let slack = max(abs(value), abs(aim)) * 1e-9
        return definition.direction == .lower ? value <= aim + slack : value >= aim - slack
    }

    /// The way from the start through the targets, straight from one to the next.
    package var trajectory: [IndicatorTarget] { (baseline.map { [$0] } ?? []) + targets }

    /// What the way asks for on a day; `nil` before it begins.
    package func expected(on day: Day) -> Double? {
        let way = trajectory
        guard let after = way.firstIndex(where: { $0.on >= day }) else { return way.count > 1 ? way.last?.value : nil }
        let next = way[after]
        if next.on == day { return next.value }
        guard after > 0 else { return nil }
        let before = way[after - 1]
        return before.value + (next.value - before.value) * Double(day - before.on) / Double(next.on - before.on)
    }

    /// The target that is being walked to: the next, else the last.
    package func aim(today: Day) -> IndicatorTarget? { targets.first { $0.on > today } ?? targets.last }

    /// How much of the way from the start to a target is done, from 0 to 1; `nil` without a start.
    package func done(_ value: Double, of target: IndicatorTarget) -> Double? {
        guard let baseline, baseline.value != target.value else { return nil }
        return min(max((value - baseline.value) / (target.value - baseline.value), 0), 1)
    }
}

/// A robust line through measures: the median of the slopes of all pairs of points (Theil 1950, Sen 1968), which a few wild measures do
/// not move, and the range of slopes that holds the true one nine times out of ten (Sen 1968, by the variance of Kendall's tau).
package struct Trend: Sendable, Equatable {
    /// So many points before a line is drawn.
    package static let fewest = 5
    /// Of the normal law, for nine times out of ten.
    private static let z = 1.6448536269514722

    /// In units a day.
    package let slope: Double
    package let lowSlope: Double
    package let highSlope: Double
    /// The median point, that the lines go through.
    private let day: Double
    private let value: Double

    /// Points by day, each day once; `nil` for too few.
    package init?(_ points: some Sequence<(on: Day, value: Double)>) {
        let points = Array(points)
        guard points.count >= Self.fewest else { return nil }
        var slopes: [Double] = []
        slopes.reserveCapacity(points.count * (points.count - 1) / 2)
        for (index, left) in points.enumerated() {
            for right in points[(index + 1)...] where right.on != left.on {
                slopes.append((right.value - left.value) / Double(right.on - left.on))
            }
        }
        guard !slopes.isEmpty else { return nil }
        slopes.sort()
        slope = Self.median(slopes)
        func weight(_ number: Int) -> Double { Double(number * (number - 1) * (2 * number + 5)) }
        let ties = Dictionary(grouping: points, by: \.value).values.reduce(0) { $0 + weight($1.count) }
        let spread = Self.z * (max(weight(points.count) - ties, 0) / 18).squareRoot()
        let count = Double(slopes.count)
        func ranked(_ rank: Double) -> Double { slopes[min(max(Int(rank.rounded()), 0), slopes.count - 1)] }
        lowSlope = ranked((count - spread) / 2 - 1)
        highSlope = ranked((count + spread) / 2)
        day = Self.median(points.map { Double($0.on.ordinal) }.sorted())
        value = Self.median(points.map(\.value).sorted())
    }

    package func value(on day: Day) -> Double { value + slope * (Double(day.ordinal) - self.day) }

    /// Where the value of a day is expected.
    package func range(on day: Day) -> ClosedRange<Double> {
        let far = Double(day.ordinal) - self.day
        let ends = [value + lowSlope * far, value + highSlope * far]
        return min(ends[0], ends[1])...max(ends[0], ends[1])
    }

    private static func median(_ sorted: [Double]) -> Double {
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
