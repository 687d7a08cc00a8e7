/// The means of a plan: the people-days that each direction can give in a quarter, what each civil year can spend, and when nothing starts.

package struct Means: Sendable, Equatable {
    /// What a direction can give.
    package struct Capacity: Sendable, Equatable {
        /// A unit of the directory.
        package let direction: Int
        /// People-days in a quarter of which nothing else is said.
        package var usual: Double
        /// The quarters that differ.
        package var quarters: [Period: Double]

        package init(direction: Int, usual: Double, quarters: [Period: Double]) {
            self.direction = direction
            self.usual = usual
            self.quarters = quarters
        }

        package func days(in quarter: Period) -> Double { quarters[quarter] ?? usual }
    }

    /// Days in which nothing can start, both included: what runs already goes on.
    package struct Closure: Sendable, Equatable {
        package var from: Day
        package var to: Day
        package var reason: String

        package init(from: Day, to: Day, reason: String) {
            self.from = from
            self.to = to
            self.reason = reason
        }
    }

    /// Grows by one with every change; 0 while nothing was said.
    package var version: Int
    /// By the names of their directions.
    package var capacities: [Capacity]
    /// In cents, by civil year; a year of which nothing was said is unknown, not empty.
    package var budgets: [Int: Int]
    package var closures: [Closure]

    package init(version: Int, capacities: [Capacity], budgets: [Int: Int], closures: [Closure]) {
        self.version = version
        self.capacities = capacities
        self.budgets = budgets
        self.closures = closures
    }

    package static let none = Means(version: 0, capacities: [], budgets: [:], closures: [])

    package var isEmpty: Bool { capacities.isEmpty && budgets.isEmpty && closures.isEmpty }
}

/// The means as someone writes them, directions by their names: a form, a command or a file.
package struct MeansEdit: Sendable, Equatable {
    package struct Capacity: Sendable, Equatable {
        package var direction: String
        package var usual: Double
        package var quarters: [Period: Double]

        package init(direction: String, usual: Double, quarters: [Period: Double] = [:]) {
            self.direction = direction
            self.usual = usual
            self.quarters = quarters
        }
    }

    package static let mostDirections = 40
    package static let mostClosures = 40
    /// People-days of a direction in a quarter: what is beyond is a slip of the finger.
    package static let mostDays = 100_000.0
    /// In cents.
    package static let mostMoney = 100_000_000_000_000

    package var capacities: [Capacity]
    package var budgets: [Int: Int]
    package var closures: [Means.Closure]

    package init(capacities: [Capacity] = [], budgets: [Int: Int] = [:], closures: [Means.Closure] = []) {
        self.capacities = capacities
        self.budgets = budgets
        self.closures = closures
    }

    /// What stands, to be changed.
    package init(of means: Means, names: [Int: String]) {
        capacities = means.capacities.map { Capacity(direction: names[$0.direction] ?? "", usual: $0.usual, quarters: $0.quarters) }
        budgets = means.budgets
        closures = means.closures
    }

    /// All that cannot be, each where it stands. Whether directions are known is for who knows them.
    package func violations(from: Day, to: Day) -> [Violation] {
        var violations: [Violation] = []
        func refuse(_ place: MeansPlace, _ rule: Rule) { violations.append(place.violation(rule)) }
        let (first, last) = (Period(.quarter, of: from), Period(.quarter, of: to))
        if capacities.count > Self.mostDirections { refuse(.directions, .tooManyKept(max: Self.mostDirections)) }
        if closures.count > Self.mostClosures { refuse(.closures, .tooManyKept(max: Self.mostClosures)) }
        var named: Set<String> = []
        for capacity in capacities {
            let name = capacity.direction
            if name.isEmpty { refuse(.direction(name), .required) }
            if !named.insert(name.folded).inserted { refuse(.direction(name), .alreadyTaken(name)) }
            if let rule = Self.refuses(days: capacity.usual) { refuse(.direction(name), rule) }
            for (quarter, days) in capacity.quarters.sorted(by: { $0.key < $1.key }) {
                if quarter < first || last < quarter { refuse(.quarter(name, quarter), .planning(.outsidePlan(from, to))) }
                if let rule = Self.refuses(days: days) { refuse(.quarter(name, quarter), rule) }
            }
        }
        for (year, cents) in budgets.sorted(by: { $0.key < $1.key }) {
            if !(first.year...last.year).contains(year) { refuse(.budget(year), .planning(.outsidePlan(from, to))) }
            if cents < 0 { refuse(.budget(year), .figure(.negative)) }
            if cents > Self.mostMoney { refuse(.budget(year), .figure(.tooLarge)) }
        }
        for (index, closure) in closures.enumerated() {
            if closure.to < closure.from { refuse(.closure(index), .before(.from)) }
            if closure.to < from || to < closure.from { refuse(.closure(index), .planning(.outsidePlan(from, to))) }
            if closure.reason.isEmpty { refuse(.closure(index), .planning(.closureNeedsReason)) }
            if closure.reason.count > 200 { refuse(.closure(index), .tooLong(max: 200)) }
        }
        return violations
    }

    /// Why no direction can give so many days, if so.
    package static func refuses(days: Double) -> Rule? {
        guard days.isFinite else { return .figure(.notANumber(String(days))) }
        return days < 0 ? .figure(.negative) : days > mostDays ? .figure(.tooLarge) : nil
    }
}

/// Where something stands in the means, so that a form leads to its field and a file's reader to its line.
package enum MeansPlace: Hashable, Sendable {
    case directions, closures
    case direction(String)
    case quarter(String, Period)
    case budget(Int)
    /// By its rank, from 0.
    case closure(Int)
    /// What a file says where nothing is expected, as it names it.
    case key(String)

    package var field: Field {
        switch self {
        case .directions, .direction, .quarter: .capacity
        case .budget: .budget
        case .closures, .closure: .closures
        case .key: .file
        }
    }

    package func violation(_ rule: Rule) -> Violation { Violation(field, .planning(.inMeans(self, rule))) }
}

/// What planning refuses.
package indirect enum PlanningRule: Equatable, Sendable {
    case inMeans(MeansPlace, Rule)
    /// In a file, on that line.
    case onLine(Int, Rule)
    case outsidePlan(Day, Day)
    case notAQuarter(String)
    case closureNeedsReason
    case unknownKey(String, among: [String])
    /// Neither a text nor a number where one is expected.
    case notAValue
    case yaml(String)
    /// Only a unit of the directory gives days.
    case notADirection(String)
    case obligationNeedsReason
    case exclusionNeedsReason
    case excludedObligation
    /// A stage that the action's path does not have ahead.
    case stageNotAhead(EngagementLevel)
    /// A scenario without result.
    case notComputed
    /// What was previewed is no longer what stands.
    case changedMeanwhile
    case planOver
    case savedWithOtherMeans
    /// What counts in a scenario, among the indicators that the plan's gains are counted in.
    case unknownAim(String, among: [String])
    case twoActionsNeeded
    /// The action, and the name of the overlap that holds it.
    case overlapsAlready(Int, String)
    case notInForce
}

/// The quarters that are left of a plan: the first is that of today, or of the plan's start when it is to come; the last that of its end.
package struct PlanHorizon: Sendable, Equatable {
    package let first: Period
    /// 0 once the plan is over.
    package let count: Int

    package init(from: Day, to: Day, today: Day) {
        first = Period(.quarter, of: max(from, today))
        count = max(0, Period(.quarter, of: to).distance(from: first) + 1)
    }

    package var quarters: [Period] { (0..<count).map(first.advanced(by:)) }
    package func quarter(_ index: Int) -> Period { first.advanced(by: index) }

    /// Its place from 0; negative for a quarter that is past, `count` or more for one after the plan.
    package func index(of quarter: Period) -> Int { quarter.distance(from: first) }

    /// The civil years that its quarters stand in.
    package var years: [Int] { count == 0 ? [] : Array(first.year...quarter(count - 1).year) }

    /// How many quarters of its first civil year come before it: where years are cut every four quarters from the first one, so many are to
    /// be put before for them to be civil years.
    package var quartersBeforeInYear: Int { first.rank - 1 }

    /// The places of the quarters in which nothing can start: those that closures cover for half of their days at least. A stage that starts
    /// in a quarter may start on any day of it.
    package func closed(by closures: [Means.Closure]) -> [Int] {
        (0..<count).filter { index in
            let quarter = quarter(index)
            let covered = (quarter.first.ordinal...quarter.last.ordinal).count { day in
                closures.contains { $0.from.ordinal <= day && day <= $0.to.ordinal }
            }
            return covered * 2 >= quarter.last - quarter.first + 1
        }
    }
}

extension Period {
    /// A quarter as people write it: `2026-Q3`, `2026-T3`, « T3 2026 », “Q3 2026”.
    package init?(quarter text: String) {
        let parts = text.uppercased().split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\u{A0}" }).map(String.init)
        guard parts.count == 2 else { return nil }
        let (year, rank) = parts[0].count == 4 ? (parts[0], parts[1]) : (parts[1], parts[0])
        guard rank.count == 2, rank.first == "Q" || rank.first == "T" else { return nil }
        self.init(.quarter, code: "\(year)-Q\(rank.dropFirst())")
    }
}
