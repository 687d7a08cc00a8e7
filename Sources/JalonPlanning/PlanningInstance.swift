// What is to be planned: actions in stages, the days of each direction and the money, as read from and written to JSON.

package import Foundation

package struct PlanningInstance: Codable, Equatable, Sendable {
    package struct Stage: Codable, Equatable, Sendable {
        package var level: String
        /// How long it lasts.
        package var quarters: Int
        /// Person-days of each direction, in each quarter that it runs.
        package var effort: [String: Double]
        /// Euros, paid in the year in which it starts.
        package var cost: Double

        package init(level: String = "", quarters: Int, effort: [String: Double] = [:], cost: Double = 0) {
            self.level = level
            self.quarters = quarters
            self.effort = effort
            self.cost = cost
        }
    }

    package struct Action: Codable, Equatable, Sendable {
        package var id: Int
        /// Worth of one quarter in force.
        package var value: Double
        package var stages: [Stage]
        /// Actions whose last stage has ended before the last stage of this one starts.
        package var after: [Int]
        /// Its first stage must start.
        package var obligation: Bool
        /// First and last quarter in which its first stage may start.
        package var notBefore: Int
        package var notAfter: Int?
        /// Its first stage is what is left of one that runs already: it starts in quarter 0, closed or not, and must.
        package var begun: Bool
        /// Nothing of it starts.
        package var excluded: Bool

        package init(
            id: Int, value: Double, stages: [Stage], after: [Int] = [], obligation: Bool = false, notBefore: Int = 0,
            notAfter: Int? = nil, begun: Bool = false, excluded: Bool = false
        ) {
            self.id = id
            self.value = value
            self.stages = stages
            self.after = after
            self.obligation = obligation
            self.notBefore = notBefore
            self.notAfter = notAfter
            self.begun = begun
            self.excluded = excluded
        }
    }

    /// How many quarters are planned; they are numbered from 0.
    package var quarters: Int
    /// Quarters in force credited beyond the horizon to each action that is complete within it.
    package var creditQuarters: Double
    /// Person-days of each direction, quarter by quarter.
    package var capacity: [String: [Double]]
    /// Euros of each year of four quarters.
    package var budgetPerYear: [Double]
    /// Quarters in which no stage may start.
    package var closed: [Int]
    package var actions: [Action]

    package init(
        quarters: Int, creditQuarters: Double = 0, capacity: [String: [Double]], budgetPerYear: [Double], closed: [Int] = [],
        actions: [Action]
    ) {
        self.quarters = quarters
        self.creditQuarters = creditQuarters
        self.capacity = capacity
        self.budgetPerYear = budgetPerYear
        self.closed = closed
        self.actions = actions
    }

    package init(decoding data: Data) throws(PlanningFlaws) {
        do {
            self = try JSONDecoder().decode(PlanningInstance.self, from: data)
        } catch let error as DecodingError {
            throw PlanningFlaws([.unreadable(error)])
        } catch {
            throw PlanningFlaws([.unreadable(path: "", reason: "\(error)")])
        }
    }
}

// What the shared format leaves out when it is the usual may be missing.

extension PlanningInstance {
    private enum CodingKeys: CodingKey {
        case quarters, creditQuarters, capacity, budgetPerYear, closed, actions
    }

    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            quarters: try keys.decode(Int.self, forKey: .quarters),
            creditQuarters: try keys.decodeIfPresent(Double.self, forKey: .creditQuarters) ?? 0,
            capacity: try keys.decode([String: [Double]].self, forKey: .capacity),
            budgetPerYear: try keys.decode([Double].self, forKey: .budgetPerYear),
            closed: try keys.decodeIfPresent([Int].self, forKey: .closed) ?? [],
            actions: try keys.decode([Action].self, forKey: .actions))
    }

    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(quarters, forKey: .quarters)
        try keys.encode(creditQuarters, forKey: .creditQuarters)
        try keys.encode(capacity, forKey: .capacity)
        try keys.encode(budgetPerYear, forKey: .budgetPerYear)
        if !closed.isEmpty { try keys.encode(closed, forKey: .closed) }
        try keys.encode(actions, forKey: .actions)
    }
}

extension PlanningInstance.Stage {
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            level: try keys.decodeIfPresent(String.self, forKey: .level) ?? "",
            quarters: try keys.decode(Int.self, forKey: .quarters),
            effort: try keys.decodeIfPresent([String: Double].self, forKey: .effort) ?? [:],
            cost: try keys.decodeIfPresent(Double.self, forKey: .cost) ?? 0)
    }
}

extension PlanningInstance.Action {
    private enum CodingKeys: CodingKey {
        case id, value, stages, after, obligation, notBefore, notAfter, begun, excluded
    }

    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try keys.decode(Int.self, forKey: .id),
            value: try keys.decode(Double.self, forKey: .value),
            stages: try keys.decode([PlanningInstance.Stage].self, forKey: .stages),
            after: try keys.decodeIfPresent([Int].self, forKey: .after) ?? [],
            obligation: try keys.decodeIfPresent(Bool.self, forKey: .obligation) ?? false,
            notBefore: try keys.decodeIfPresent(Int.self, forKey: .notBefore) ?? 0,
            notAfter: try keys.decodeIfPresent(Int.self, forKey: .notAfter),
            begun: try keys.decodeIfPresent(Bool.self, forKey: .begun) ?? false,
            excluded: try keys.decodeIfPresent(Bool.self, forKey: .excluded) ?? false)
    }

    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(id, forKey: .id)
        try keys.encode(value, forKey: .value)
        try keys.encode(stages, forKey: .stages)
        try keys.encode(after, forKey: .after)
        try keys.encode(obligation, forKey: .obligation)
        try keys.encode(notBefore, forKey: .notBefore)
        try keys.encodeIfPresent(notAfter, forKey: .notAfter)
        if begun { try keys.encode(begun, forKey: .begun) }
        if excluded { try keys.encode(excluded, forKey: .excluded) }
    }
}
