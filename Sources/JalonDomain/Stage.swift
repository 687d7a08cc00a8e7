/// A stage: one level of an action's engagement path, with its pilot, its dates, its progress and, once ended, its decision.

package struct Stage: Sendable, Equatable {
    /// Ended stages come first in a path, then at most one current, then the planned ones.
    package enum Phase: String, CaseIterable, Codable, Sendable { case ended, current, planned }

    package var level: EngagementLevel
    package var phase: Phase
    package var pilot: Int?
    package var plannedStart: Day?
    /// The due date first promised; it moves with `forecast` until the plan's first validation.
    package var baseline: Day?
    /// The due date as expected today.
    package var forecast: Day?
    package var slippageReason: String
    package var progress: Progress
    /// 0…100, only while in progress.
    package var percent: Int?
    package var startedOn: Day?
    package var doneOn: Day?
    /// Who took part in a réflexion.
    package var mobilised: String
    package var deliverable: Deliverable
    /// The units or sites of an expérimentation.
    package var perimeter: [Int]
    /// Set when a réalisation records something already in place.
    package var commitment: Commitment?
    package var decision: Decision?

    package init(
        level: EngagementLevel, phase: Phase, pilot: Int?, plannedStart: Day?, baseline: Day?, forecast: Day?, slippageReason: String,
        progress: Progress, percent: Int?, startedOn: Day?, doneOn: Day?, mobilised: String, deliverable: Deliverable,
        perimeter: [Int], commitment: Commitment?, decision: Decision?
    ) {
        self.level = level
        self.phase = phase
        self.pilot = pilot
        self.plannedStart = plannedStart
        self.baseline = baseline
        self.forecast = forecast
        self.slippageReason = slippageReason
        self.progress = progress
        self.percent = percent
        self.startedOn = startedOn
        self.doneOn = doneOn
        self.mobilised = mobilised
        self.deliverable = deliverable
        self.perimeter = perimeter
        self.commitment = commitment
        self.decision = decision
    }

    /// A stage not begun.
    package static func opening(
        _ level: EngagementLevel, phase: Phase, pilot: Int?, plannedStart: Day?, due: Day?, perimeter: [Int], commitment: Commitment?
    ) -> Stage {
        Stage(
            level: level, phase: phase, pilot: pilot, plannedStart: plannedStart, baseline: due, forecast: due, slippageReason: "",
            progress: .toDo, percent: nil, startedOn: nil, doneOn: nil, mobilised: "", deliverable: .empty, perimeter: perimeter,
            commitment: commitment, decision: nil)
    }

    /// Before the plan's first validation a due date moves baseline and forecast alike; afterwards the forecast alone, with a reason that
    /// an earlier slippage did not give. A stage never promised for a day takes its first one as baseline.
    package mutating func move(due: Day?, reason: String, planValidated: Bool) -> Rule? {
        guard due != forecast else {
            if !reason.isEmpty { slippageReason = reason }
            return nil
        }
        if planValidated, baseline != nil {
            guard !reason.isEmpty, reason != slippageReason else { return .reasonOfSlippageNeeded }
        } else {
            baseline = due
        }
        forecast = due
        slippageReason = reason
        return nil
    }

    /// Days that the forecast is after the baseline; negative when ahead.
    package var slippage: Int? {
        guard let baseline, let forecast else { return nil }
        return forecast - baseline
    }

    package var awaitsDecision: Bool {
        phase == .current && progress == .done && level != .implementation
    }
}

/// The final document of a réflexion; of an expérimentation, its method and results.
package struct Deliverable: Sendable, Equatable, Codable {
    package var title: String
    package var method: String
    package var result: String

    package init(title: String, method: String, result: String) {
        self.title = title
        self.method = method
        self.result = result
    }

    package static let empty = Deliverable(title: "", method: "", result: "")
}

/// Who decided what, and when. Never edited: a later decision supersedes it.
package struct Decision: Sendable, Equatable, Codable {
    package let outcome: Outcome
    /// The body or the person that decided.
    package let by: String
    package let on: Day
    package let meeting: String
    package let reason: String

    package init(outcome: Outcome, by: String, on: Day, meeting: String, reason: String) {
        self.outcome = outcome
        self.by = by
        self.on = on
        self.meeting = meeting
        self.reason = reason
    }
}
