/// A month, a quarter or a year: what calendars and loads are cut into.

package struct Period: Hashable, Comparable, Sendable {
    /// Its length in months.
    package enum Unit: Int, CaseIterable, Sendable { case month = 1, quarter = 3, year = 12 }

    package let unit: Unit
    /// How many of them came before, since the year 0.
    private let index: Int

    package init(_ unit: Unit, of day: Day) {
        let (year, month, _) = day.civil
        self.init(unit, index: (year * 12 + month - 1) / unit.rawValue)
    }

    private init(_ unit: Unit, index: Int) {
        self.unit = unit
        self.index = index
    }

    /// Reads `2026-03`, `2026-Q1` or `2026`, by the unit; years outside 1900…2199 are none.
    package init?(_ unit: Unit, code: String) {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == (unit == .year ? 1 : 2), let first = parts.first, let last = parts.last,
            let year = Self.number(first, digits: 4), (1900...2199).contains(year)
        else { return nil }
        let rank: Int?
        switch unit {
        case .year: rank = 1
        case .quarter: rank = last.first == "Q" ? Self.number(last.dropFirst(), digits: 1) : nil
        case .month: rank = Self.number(last, digits: 2)
        }
        let each = 12 / unit.rawValue
        guard let rank, (1...each).contains(rank) else { return nil }
        self.init(unit, index: year * each + rank - 1)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    package var code: String {
        let text = String(year)
        switch unit {
        case .year: return text
        case .quarter: return "\(text)-Q\(rank)"
        case .month: return "\(text)-\(rank < 10 ? "0" : "")\(rank)"
        }
    }

    package var year: Int { index * unit.rawValue / 12 }
    /// Its place in the year, from 1.
    package var rank: Int { index % (12 / unit.rawValue) + 1 }

    package var first: Day { Day(ordinal: Day.ordinal(year: year, month: (rank - 1) * unit.rawValue + 1, day: 1)) }
    package var last: Day { advanced(by: 1).first + -1 }

    package func advanced(by periods: Int) -> Period { Period(unit, index: index + periods) }

    /// How many periods of its unit separate it from an earlier one.
    package func distance(from other: Period) -> Int { index - other.index }

    package static func < (left: Self, right: Self) -> Bool { left.first < right.first }
}

extension Words {
    /// « mars 2026 », « T1 2026 », « 2026 ».
    package func period(_ period: Period) -> String {
        switch period.unit {
        case .month: "\(monthName(period.rank)) \(period.year)"
        case .quarter: say("T\(period.rank)", "Q\(period.rank)") + " \(period.year)"
        case .year: String(period.year)
        }
    }
}
