// What is wrong with an instance, each case with all that is needed to say it in words.

package enum PlanningFlaw: Error, Equatable, Sendable {
    /// The JSON is not an instance; `path` is where, as in `actions.3.stages.0.cost` (empty: the whole text).
    case unreadable(path: String, reason: String)
    case quarters(Int, atMost: Int)
    case quartersOfCapacity(direction: String, expected: Int, found: Int)
    case yearsOfBudget(expected: Int, found: Int)
    /// Negative, infinite or not a number.
    case number(Quantity, Double)
    /// More than can be reckoned with.
    case tooLarge(Quantity, Double, atMost: Double)
    case duplicate(id: Int)
    case withoutStage(id: Int)
    case stageWithoutLength(id: Int, stage: Int, quarters: Int)
    case unknownDirection(id: Int, stage: Int, direction: String)
    case unknownPredecessor(id: Int, after: Int)
    /// Each is after the next one, the last after the first.
    case cycle(ids: [Int])
    /// An obligation none of whose starts is possible, were it alone; `lacking` is empty when it is not for want of means.
    case impossibleObligation(id: Int, obstacle: Obstacle?, lacking: [MissingMeans])
    /// No plan starts all of them. `isProved` is false when the time was too short to tell.
    case obligationsTogether(ids: [Int], isProved: Bool)

    package enum Quantity: Equatable, Sendable {
        case creditQuarters
        case capacity(direction: String, quarter: Int)
        case budget(year: Int)
        case value(id: Int)
        case effort(id: Int, stage: Int, direction: String)
        case cost(id: Int, stage: Int)
    }
}

package struct PlanningFlaws: Error, Equatable, Sendable {
    package let flaws: [PlanningFlaw]

    package init(_ flaws: [PlanningFlaw]) {
        self.flaws = flaws
    }
}

/// Means that a plan would need beyond those that it has.
package enum MissingMeans: Equatable, Sendable {
    case days(direction: String, quarter: Int, days: Double)
    case euros(year: Int, euros: Double)
}

/// Why an action cannot be complete in time whatever the means.
package enum Obstacle: Equatable, Sendable {
    case unknown(id: Int)
    case excluded(id: Int)
    /// Its stages need more quarters than remain from its first possible start.
    case horizon(id: Int)
    /// It may not start late enough or early enough.
    case window(id: Int)
    /// The closed quarters leave no start for one of its stages.
    case closed(id: Int)
    /// The predecessor does not end in time for the last stage of the action.
    case predecessor(id: Int, of: Int)
}

extension PlanningFlaw {
    static func unreadable(_ error: DecodingError) -> PlanningFlaw {
        func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
            (context.codingPath + (key.map { [$0] } ?? [])).map { $0.intValue.map { String($0) } ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): return .unreadable(path: path(context, key), reason: "missing")
        case .valueNotFound(_, let context), .typeMismatch(_, let context):
            return .unreadable(path: path(context), reason: context.debugDescription)
        case .dataCorrupted(let context):
            // What the parser says of the place, a line and a column, is in the underlying error.
            let reason = context.underlyingError.map { "\(context.debugDescription) \($0)" } ?? context.debugDescription
            return .unreadable(path: path(context), reason: reason)
        @unknown default: return .unreadable(path: "", reason: "\(error)")
        }
    }
}
