/// A scenario: what a plan would become with given means and a given aim. The optimiser proposes it; people compare it, and adopt it by a
/// decision.

/// Which results come first: how many quarters of credit an action in force at the plan's end is given beyond it.
package enum ScenarioPreference: String, CaseIterable, Codable, Sendable {
    /// Only the quarters in force within the plan count.
    case quick
    case balanced
    /// What lasts after the plan counts for four more years.
    case lasting

    package var creditQuarters: Double {
        switch self {
        case .quick: 0
        case .balanced: 8
        case .lasting: 16
        }
    }

    package init?(word: String) {
        switch word.folded {
        case "quick", "rapide", "rapides", "resultats rapides": self = .quick
        case "balanced", "equilibre", "equilibree": self = .balanced
        case "lasting", "durable", "durables", "impact", "plus grand impact": self = .lasting
        default: return nil
        }
    }
}

package struct ScenarioSettings: Sendable, Equatable, Codable {
    /// What is counted when priorities, and not one gain, give actions their value.
    package static let score = "score"
    package static let percents = 10...500
    package static let longest = 300

    package var name: String
    /// `score`, or the key of an indicator of gains: `climate`.
    package var aim: String
    package var preference: ScenarioPreference
    /// Of the plan's means, in hundredths.
    package var people: Int
    package var budget: Int
    /// How long the search may take.
    package var seconds: Int

    package init(
        name: String, aim: String = Self.score, preference: ScenarioPreference = .balanced, people: Int = 100, budget: Int = 100,
        seconds: Int = 10
    ) {
        self.name = name
        self.aim = aim
        self.preference = preference
        self.people = people
        self.budget = budget
        self.seconds = seconds
    }

    package func check() throws(DomainError) {
        var violations: [Violation] = []
        if name.isEmpty { violations.append(Violation(.name, .required)) }
        if name.count > 200 { violations.append(Violation(.name, .tooLong(max: 200))) }
        for (field, percent) in [(Field.people, people), (.money, budget)] where !Self.percents.contains(percent) {
            violations.append(Violation(field, .outOfRange(Self.percents.lowerBound, Self.percents.upperBound)))
        }
        if !(1...Self.longest).contains(seconds) { violations.append(Violation(.seconds, .outOfRange(1, Self.longest))) }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

/// What a plan lacks.
package enum Shortage: Sendable, Equatable, Codable {
    /// People-days of a direction, by its number in the directory, in a quarter of the horizon.
    case days(direction: Int, quarter: Int, days: Double)
    /// In euros; 0 for who may not read how much.
    case euros(year: Int, euros: Double)

    var withoutMoney: Shortage { if case .euros(let year, _) = self { .euros(year: year, euros: 0) } else { self } }
}

/// A proposal, kept as it was computed.
package struct ScenarioOutcome: Sendable, Equatable, Codable {
    package struct Placed: Sendable, Equatable, Codable {
        package let level: EngagementLevel
        /// In the action's path, from 0.
        package let position: Int
        package let isBegun: Bool
        /// In the horizon, from 0; the quarter of today for one that is begun.
        package let start: Int
        /// How many it runs from there.
        package let quarters: Int

        package init(level: EngagementLevel, position: Int, isBegun: Bool, start: Int, quarters: Int) {
            self.level = level
            self.position = position
            self.isBegun = isBegun
            self.start = start
            self.quarters = quarters
        }

        package var end: Int { start + quarters }
    }

    /// Why a stage does not start a quarter earlier.
    package enum Hold: Sendable, Equatable, Codable {
        case lacks(Shortage)
        case notBefore
        case closed
        case predecessor(Int)
        case stageBefore
        /// Nothing: the proposal has better to do with those means.
        case nothing
    }

    package struct Planned: Sendable, Equatable, Codable {
        package let number: Int
        package let label: String
        package let stages: [Placed]
        /// Whether all that is ahead of it is planned, and ends within the plan.
        package let isWhole: Bool
        /// Of a quarter in force.
        package let value: Double
        package let holds: [Hold]
        /// Why it is not whole, where it is not.
        package let unfinished: Reason?

        package init(
            number: Int, label: String, stages: [Placed], isWhole: Bool, value: Double, holds: [Hold], unfinished: Reason? = nil
        ) {
            self.number = number
            self.label = label
            self.stages = stages
            self.isWhole = isWhole
            self.value = value
            self.holds = holds
            self.unfinished = unfinished
        }

        /// The quarter at whose start it is in force.
        package var inForce: Int? { isWhole ? stages.last?.end : nil }
    }

    /// Why an action is not in the proposal.
    package enum Reason: Sendable, Equatable, Codable {
        /// With these it would be, and those others that it needs.
        case lacks([Shortage], with: [Int])
        /// Its place is free, and the search did not take it.
        case fits
        case notEstimated
        case notRanked
        /// Its path ends before a réalisation: nothing would come in force.
        case noImplementation
        case awaitsDecision
        case excluded(String)
        /// On an action that cannot be planned.
        case dependsOn(Int)
        case window
        case tooLong
        case closed
    }

    package struct Out: Sendable, Equatable, Codable {
        package let number: Int
        package let label: String
        package let reason: Reason
        /// Whether it must be carried out all the same.
        package let isObligation: Bool

        package init(number: Int, label: String, reason: Reason, isObligation: Bool) {
            self.number = number
            self.label = label
            self.reason = reason
            self.isObligation = isObligation
        }
    }

    package struct Load: Sendable, Equatable, Codable {
        package let direction: Int
        /// People-days in each quarter of the horizon.
        package let used: [Double]
        /// `nil` where nothing was said of its means.
        package let capacity: [Double]?
        /// What one more day in each quarter would bring at most, by the relaxation; and when it would bring the most.
        package let worth: Double
        package let scarcest: Int?

        package init(direction: Int, used: [Double], capacity: [Double]?, worth: Double, scarcest: Int?) {
            self.direction = direction
            self.used = used
            self.capacity = capacity
            self.worth = worth
            self.scarcest = scarcest
        }
    }

    package struct Money: Sendable, Equatable, Codable {
        package let year: Int
        /// In euros.
        package let used: Double
        package let budget: Double?
        /// What 1 000 € more would bring at most, by the relaxation.
        package let worth: Double

        package init(year: Int, used: Double, budget: Double?, worth: Double) {
            self.year = year
            self.used = used
            self.budget = budget
            self.worth = worth
        }
    }

    /// The code of the first quarter of the horizon, `2026-Q4`, and how many there are.
    package let first: String
    package let quarters: Int
    package let value: Double
    /// No plan that these means carry is worth more.
    package let bound: Double
    package let isOptimal: Bool
    package let isCancelled: Bool
    package let seconds: Double
    package let planned: [Planned]
    package let out: [Out]
    package let loads: [Load]
    package let money: [Money]
    /// Of all that it was computed from: another one now, and it is out of date.
    package let digest: String

    package init(
        first: String, quarters: Int, value: Double, bound: Double, isOptimal: Bool, isCancelled: Bool, seconds: Double, planned: [Planned],
        out: [Out], loads: [Load], money: [Money], digest: String
    ) {
        self.first = first
        self.quarters = quarters
        self.value = value
        self.bound = bound
        self.isOptimal = isOptimal
        self.isCancelled = isCancelled
        self.seconds = seconds
        self.planned = planned
        self.out = out
        self.loads = loads
        self.money = money
        self.digest = digest
    }

    /// How far from the best possible it is at most, as a share of the best.
    package var gap: Double { bound > 0 ? max(0, bound - value) / bound : 0 }
    package var obligationsOut: [Int] { out.filter(\.isObligation).map(\.number) }
    package var inForce: Int { planned.count(where: \.isWhole) }

    var withoutMoney: ScenarioOutcome {
        func spared(_ reason: Reason) -> Reason {
            guard case .lacks(let shortages, let others) = reason else { return reason }
            return .lacks(shortages.map(\.withoutMoney), with: others)
        }
        return ScenarioOutcome(
            first: first, quarters: quarters, value: value, bound: bound, isOptimal: isOptimal, isCancelled: isCancelled, seconds: seconds,
            planned: planned.map { one in
                Planned(
                    number: one.number, label: one.label, stages: one.stages, isWhole: one.isWhole, value: one.value,
                    holds: one.holds.map { if case .lacks(let shortage) = $0 { .lacks(shortage.withoutMoney) } else { $0 } },
                    unfinished: one.unfinished.map(spared))
            }, out: out.map { Out(number: $0.number, label: $0.label, reason: spared($0.reason), isObligation: $0.isObligation) },
            loads: loads, money: [], digest: digest)
    }

    package func quarter(_ index: Int) -> Period {
        (Period(.quarter, code: first) ?? Period(.quarter, of: Day(ordinal: 0))).advanced(by: index)
    }

    /// The days that a stage is given: from the first of its first quarter to the last of its last one.
    package func days(of stage: Placed) -> (start: Day, due: Day) { (quarter(stage.start).first, quarter(stage.end - 1).last) }
}

/// Why nothing could be proposed.
package enum ScenarioFlaw: Sendable, Equatable, Codable {
    /// It cannot start beside what runs and the other obligations; what lacks.
    case obligation(Int, lacking: [Shortage])
    /// They cannot all start.
    case obligations([Int])
    case cycle([Int])
    /// A number that cannot be, or that is too large.
    case other(String)
}

package enum ScenarioState: String, CaseIterable, Codable, Sendable { case running, done, failed }

/// Who decided that a scenario becomes the plan's dates, and when.
package struct ScenarioAdoption: Sendable, Equatable, Codable {
    package let by: String
    package let on: Day
    package let reason: String
    package let author: String

    package init(by: String, on: Day, reason: String, author: String) {
        self.by = by
        self.on = on
        self.reason = reason
        self.author = author
    }

    package func check(today: Day) throws(DomainError) {
        var violations: [Violation] = []
        if by.isEmpty { violations.append(Violation(.decidedBy, .required)) }
        if reason.isEmpty { violations.append(Violation(.reason, .required)) }
        if on > today { violations.append(Violation(.decidedOn, .inTheFuture)) }
        for (field, text) in [(Field.decidedBy, by), (.reason, reason)] where text.count > 1000 {
            violations.append(Violation(field, .tooLong(max: 1000)))
        }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

package struct Scenario: Sendable, Equatable {
    package let number: Int
    package let settings: ScenarioSettings
    package let state: ScenarioState
    package let outcome: ScenarioOutcome?
    /// Why it failed.
    package let flaws: [ScenarioFlaw]
    package let adoption: ScenarioAdoption?
    package let author: String
    package let at: Instant

    package init(
        number: Int, settings: ScenarioSettings, state: ScenarioState, outcome: ScenarioOutcome?, flaws: [ScenarioFlaw],
        adoption: ScenarioAdoption?, author: String, at: Instant
    ) {
        self.number = number
        self.settings = settings
        self.state = state
        self.outcome = outcome
        self.flaws = flaws
        self.adoption = adoption
        self.author = author
        self.at = at
    }
}

extension Scenario {
    /// For who may not read what things cost.
    package var withoutMoney: Scenario {
        Scenario(
            number: number, settings: settings, state: state, outcome: outcome?.withoutMoney,
            flaws: flaws.map { flaw in
                guard case .obligation(let action, let lacking) = flaw else { return flaw }
                return .obligation(action, lacking: lacking.map(\.withoutMoney))
            }, adoption: adoption, author: author, at: at)
    }
}

extension Action {
    /// Gives the stages that a scenario places its quarters: one that is not begun starts with its first, and each is due with its last. A day
    /// that stands in the right quarter already stays.
    package mutating func adopt(
        _ stages: [ScenarioOutcome.Placed], of outcome: ScenarioOutcome, reason: String, planValidated: Bool, today: Day
    ) throws(DomainError) {
        try requireNotArchived()
        guard !isClosed else { throw .invalid(.path, .actionClosed) }
        func isSame(_ day: Day?, _ other: Day) -> Bool { day.map { Period(.quarter, of: $0) == Period(.quarter, of: other) } ?? false }
        for placed in stages {
            // The path moved on since.
            guard path.indices.contains(placed.position), path[placed.position].level == placed.level,
                path[placed.position].phase != .ended, path[placed.position].progress != .done
            else { throw .invalid(.path, .planning(.stageNotAhead(placed.level))) }
            var stage = path[placed.position]
            let (start, due) = outcome.days(of: placed)
            if !placed.isBegun, stage.progress == .toDo, !isSame(stage.plannedStart, start) { stage.plannedStart = max(start, today) }
            if !isSame(stage.forecast, due), let rule = stage.move(due: due, reason: reason, planValidated: planValidated) {
                throw .invalid(.reason, rule)
            }
            path[placed.position] = stage
        }
    }
}
