/// How far due dates are from what was first promised, over a plan, by axis and by direction.

/// A stage, ended ones left aside, that was promised for a day and is expected on another.
package struct SlippedStage: Sendable, Equatable {
    package let action: Int
    package let label: String
    package let axis: Int?
    /// The unit that the pilot is, or belongs to.
    package let direction: String?
    package let level: EngagementLevel
    package let baseline: Day
    package let forecast: Day
    package let reason: String

    package init(
        action: Int, label: String, axis: Int?, direction: String?, level: EngagementLevel, baseline: Day, forecast: Day, reason: String
    ) {
        self.action = action
        self.label = label
        self.axis = axis
        self.direction = direction
        self.level = level
        self.baseline = baseline
        self.forecast = forecast
        self.reason = reason
    }

    /// Negative when ahead.
    package var days: Int { forecast - baseline }
}

package struct SlippageTally: Sendable, Equatable {
    /// Stages with a due date.
    package private(set) var dated = 0
    package private(set) var later = 0
    package private(set) var earlier = 0
    /// Of all of them, those that did not move included.
    package private(set) var days = 0

    package init() {}

    fileprivate mutating func add(_ stage: SlippedStage) {
        dated += 1
        later += stage.days > 0 ? 1 : 0
        earlier += stage.days < 0 ? 1 : 0
        days += stage.days
    }

    /// Rounded, 0 without a due date.
    package var meanDays: Int { dated == 0 ? 0 : (abs(days) + dated / 2) / dated * days.signum() }
}

package struct PlanSlippage: Sendable, Equatable {
    package private(set) var whole = SlippageTally()
    package private(set) var byAxis: [Int?: SlippageTally] = [:]
    package private(set) var byDirection: [String?: SlippageTally] = [:]
    /// Those that moved, the furthest first.
    package let moved: [SlippedStage]

    package init(of stages: [SlippedStage]) {
        for stage in stages {
            whole.add(stage)
            byAxis[stage.axis, default: SlippageTally()].add(stage)
            byDirection[stage.direction, default: SlippageTally()].add(stage)
        }
        moved = stages.filter { $0.days != 0 }.sorted { (-$0.days, $0.action) < (-$1.days, $1.action) }
    }
}
