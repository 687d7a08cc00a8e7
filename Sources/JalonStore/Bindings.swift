/// How the domain's values stand in a row: days and instants as ISO text, enumerations as their code names.
package import JalonDomain
package import SQL

extension Day: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }
extension Instant: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }

extension SQLBindable where Self: RawRepresentable, RawValue == String {
    package var sqlValue: SQLValue { .text(rawValue) }
}

extension EngagementLevel: SQLBindable {}
extension Progress: SQLBindable {}
extension Outcome: SQLBindable {}
extension Commitment: SQLBindable {}
extension Visibility: SQLBindable {}
extension Difficulty: SQLBindable {}
extension PracticePriority: SQLBindable {}
extension PlanState: SQLBindable {}
extension PartyKind: SQLBindable {}
extension PracticeState: SQLBindable {}
extension Role: SQLBindable {}
extension Language: SQLBindable {}
extension Stage.Phase: SQLBindable {}
extension QualityRule: SQLBindable {}
extension QualityLevel: SQLBindable {}
extension ActionLinkKind: SQLBindable {}
extension FreezeOccasion: SQLBindable {}
extension Cadence: SQLBindable {}
extension CommitteeRole: SQLBindable {}
extension MeetingState: SQLBindable {}
extension AgendaKind: SQLBindable {}
extension Presence: SQLBindable {}
extension DecisionKind: SQLBindable {}
extension MailKind: SQLBindable {}
extension MailState: SQLBindable {}
extension IndicatorType: SQLBindable {}
extension IndicatorDirection: SQLBindable {}
extension IndicatorLevel: SQLBindable {}
extension IndicatorOperation: SQLBindable {}
extension ObjectiveVerdict: SQLBindable {}
extension MeasureUnit: SQLBindable {}
extension GainScope: SQLBindable {}
extension ScenarioState: SQLBindable {}
extension GainRhythm: SQLBindable {}
extension JudgedCriterion: SQLBindable {}
extension JudgementOrigin: SQLBindable {}
extension ClockTime: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }

extension Sequence where Element: SQLBindable {
    /// « 1, 2, 3 », each bound: what `IN` takes.
    var bindings: SQLQuery { SQLQuery.joined(map { "\($0)" }, by: ", ") }
}

/// A row that holds what no migration allows.
package struct RowError: Error, CustomStringConvertible {
    package let description: String
}

extension SQLRow {
    mutating func day() throws -> Day {
        let text = next(String.self)
        guard let day = Day(text) else { throw RowError(description: "« \(text) » is not a day") }
        return day
    }

    mutating func optionalDay() throws -> Day? {
        guard let text = next(String?.self) else { return nil }
        guard let day = Day(text) else { throw RowError(description: "« \(text) » is not a day") }
        return day
    }

    mutating func optionalClock() throws -> ClockTime? {
        guard let text = next(String?.self) else { return nil }
        guard let time = ClockTime(text) else { throw RowError(description: "« \(text) » is not a time") }
        return time
    }

    mutating func instant() throws -> Instant {
        let text = next(String.self)
        guard let instant = Instant(iso: text) else { throw RowError(description: "« \(text) » is not an instant") }
        return instant
    }

    mutating func choice<Value: RawRepresentable>(_: Value.Type = Value.self) throws -> Value where Value.RawValue == String {
        let text = next(String.self)
        guard let value = Value(rawValue: text) else { throw RowError(description: "« \(text) » is not a \(Value.self)") }
        return value
    }

    mutating func optionalChoice<Value: RawRepresentable>(_: Value.Type = Value.self) throws -> Value? where Value.RawValue == String {
        guard let text = next(String?.self) else { return nil }
        guard let value = Value(rawValue: text) else { throw RowError(description: "« \(text) » is not a \(Value.self)") }
        return value
    }

    /// A value stored as its rank in the order of its cases.
    mutating func ranked<Value: CaseIterable>(_: Value.Type = Value.self) throws -> Value where Value.AllCases.Index == Int {
        let rank = next(Int.self)
        guard Value.allCases.indices.contains(rank) else { throw RowError(description: "\(rank) is not a rank of \(Value.self)") }
        return Value.allCases[rank]
    }
}
