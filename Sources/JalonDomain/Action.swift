/// An action: what the organisation commits to, with its engagement path.

/// « 1/12 »: the twelfth action of plan 1.
package struct ActionID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let plan: Int
    package let number: Int

    package init(plan: Int, number: Int) {
        self.plan = plan
        self.number = number
    }

    package var description: String { "\(plan)/\(number)" }

    package static func < (left: Self, right: Self) -> Bool { (left.plan, left.number) < (right.plan, right.number) }
}

package struct Action: Sendable, Equatable {
    package let id: ActionID
    /// Grows by one with every change; a change says which it read.
    package var version: Int
    package var label: String
    /// Markdown.
    package var description: String
    package var axis: Int?
    /// Ids of the practices it answers, in the plan's catalogue.
    package var practices: [String]
    package var contributors: [Int]
    package var perimeter: [Int]
    package var identifiedOn: Day?
    /// The day it came in force.
    package var implementedOn: Day?
    package var milestones: [Milestone]
    /// Qualitative objectives, a sentence each.
    package var objectives: [String]
    package var indicators: [String]
    package var evidence: [Evidence]
    package var difficulty: Difficulty?
    /// 1…5, `nil` when not estimated.
    package var impact: Int?
    /// 1…5, `nil` when not estimated.
    package var effort: Int?
    /// In cents of euro.
    package var cost: Int?
    package var visibility: Visibility
    package var tags: [String]
    package var archived: Bool
    /// Never empty.
    package var path: [Stage]

    package init(
        id: ActionID, version: Int, label: String, description: String, axis: Int?, practices: [String], contributors: [Int],
        perimeter: [Int], identifiedOn: Day?, implementedOn: Day?, milestones: [Milestone], objectives: [String], indicators: [String],
        evidence: [Evidence], difficulty: Difficulty?, impact: Int?, effort: Int?, cost: Int?, visibility: Visibility, tags: [String],
        archived: Bool, path: [Stage]
    ) {
        self.id = id
        self.version = version
        self.label = label
        self.description = description
        self.axis = axis
        self.practices = practices
        self.contributors = contributors
        self.perimeter = perimeter
        self.identifiedOn = identifiedOn
        self.implementedOn = implementedOn
        self.milestones = milestones
        self.objectives = objectives
        self.indicators = indicators
        self.evidence = evidence
        self.difficulty = difficulty
        self.impact = impact
        self.effort = effort
        self.cost = cost
        self.visibility = visibility
        self.tags = tags
        self.archived = archived
        self.path = path
    }

    /// The stage that tells where the action is: the current one, else the last ended.
    package var currentIndex: Int { path.lastIndex { $0.phase != .planned } ?? 0 }
    package var current: Stage { path[currentIndex] }
    package var pilot: Int? { current.pilot }

    package var awaitsDecision: Bool { current.awaitsDecision }
    package var isStopped: Bool { current.decision?.outcome == .stop }
    package var isInForce: Bool { current.level == .implementation && current.progress == .done }
    package var isClosed: Bool { isStopped || isInForce }

    /// The current stage's due date, else its next planned one's.
    package var due: Day? { current.forecast ?? path.first { $0.phase == .planned && $0.forecast != nil }?.forecast }

    /// The forecast due date is before today and the stage is not done.
    package func isLate(on today: Day) -> Bool { lateness(on: today) > 0 }

    /// Days after the due date, 0 when not late.
    package func lateness(on today: Day) -> Int {
        guard current.progress != .done, let due, due < today else { return 0 }
        return today - due
    }
}

package struct Milestone: Sendable, Equatable, Codable {
    package var title: String
    package var due: Day?
    package var reachedOn: Day?

    package init(title: String, due: Day?, reachedOn: Day?) {
        self.title = title
        self.due = due
        self.reachedOn = reachedOn
    }
}

package struct Evidence: Sendable, Equatable, Codable {
    package var title: String
    package var link: String

    package init(title: String, link: String) {
        self.title = title
        self.link = link
    }
}
