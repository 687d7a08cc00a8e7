/// What people say an action would bring and ask for, on steps of 1 to 5, and the workshops where they say it together.

package enum JudgedCriterion: String, CaseIterable, Codable, Sendable {
    case impact
    /// 1 is light, 5 is heavy.
    case effort, difficulty, cost

    package static let steps = 1...5
    package static let ofFeasibility: [JudgedCriterion] = [.effort, .difficulty, .cost]

    /// What the journal and the messages call it.
    package var field: Field {
        switch self {
        case .impact: .impact
        case .effort: .effort
        case .difficulty: .difficultyStep
        case .cost: .costStep
        }
    }
}

package enum JudgementOrigin: String, CaseIterable, Codable, Sendable {
    case workshop
    /// By one person, apart from a workshop.
    case person
    /// Written in the action itself: by its form, a table, a guide or a committee.
    case action
}

package struct Judgement: Sendable, Equatable {
    package let criterion: JudgedCriterion
    package let step: Int
    package let on: Day
    package let author: String
    package let origin: JudgementOrigin
    /// The number of the workshop, once it is closed.
    package let workshop: Int?

    package init(criterion: JudgedCriterion, step: Int, on: Day, author: String, origin: JudgementOrigin, workshop: Int?) {
        self.criterion = criterion
        self.step = step
        self.on = on
        self.author = author
        self.origin = origin
        self.workshop = workshop
    }
}

/// The steps of an action by criterion; one that nobody judged is missing, it is not a 3.
package typealias JudgedSteps = [JudgedCriterion: Int]

extension Difficulty {
    /// Where the guide's three words stand on five steps.
    package var step: Int {
        switch self {
        case .easy: 2
        case .medium: 3
        case .hard: 4
        }
    }

    package init(step: Int) {
        self = step < 3 ? .easy : step == 3 ? .medium : .hard
    }
}

extension JudgedCriterion {
    /// Impact, effort and difficulty are the action's own, so that its form and its judgements never disagree; a step of difficulty stands
    /// as long as the action's word agrees with it.
    package static func steps(impact: Int?, effort: Int?, difficulty: Difficulty?, _ judged: JudgedSteps) -> JudgedSteps {
        var steps: JudgedSteps = [:]
        steps[.impact] = impact
        steps[.effort] = effort
        if let step = judged[.difficulty], Difficulty(step: step) == difficulty {
            steps[.difficulty] = step
        } else {
            steps[.difficulty] = difficulty?.step
        }
        steps[.cost] = judged[.cost]
        return steps
    }
}

extension Action {
    /// Takes a step, or none, for one criterion; the cost in steps stands beside the action.
    package mutating func judge(_ criterion: JudgedCriterion, _ step: Int?) throws(DomainError) {
        if let step, !JudgedCriterion.steps.contains(step) {
            throw .invalid(criterion.field, .outOfRange(JudgedCriterion.steps.lowerBound, JudgedCriterion.steps.upperBound))
        }
        switch criterion {
        case .impact: impact = step
        case .effort: effort = step
        case .difficulty: difficulty = step.map(Difficulty.init(step:))
        case .cost: break
        }
    }
}

/// A workshop that is over: what was judged in it carries its number and its day.
package struct Workshop: Sendable, Equatable {
    package let number: Int
    package let on: Day
    package let participants: [String]
    package let judgements: Int
    package let author: String

    package init(number: Int, on: Day, participants: [String], judgements: Int, author: String) {
        self.number = number
        self.on = on
        self.participants = participants
        self.judgements = judgements
        self.author = author
    }
}

/// Who took part in a workshop and when, as typed.
package struct WorkshopClosing: Sendable, Equatable {
    package static let mostParticipants = 100

    package var on: Day
    package var participants: [String]

    package init(on: Day, participants: [String]) {
        self.on = on
        self.participants = participants
    }

    package func check(today: Day) throws(DomainError) {
        var found: [Violation] = []
        if on > today { found.append(Violation(.on, .inTheFuture)) }
        if participants.isEmpty { found.append(Violation(.participants, .required)) }
        if participants.count > Self.mostParticipants {
            found.append(Violation(.participants, .tooMany(.names, participants.count, max: Self.mostParticipants)))
        }
        if participants.contains(where: { $0.count > 200 }) { found.append(Violation(.participants, .tooLong(max: 200))) }
        guard found.isEmpty else { throw .invalid(found) }
    }
}
