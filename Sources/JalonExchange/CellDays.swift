/// Days as spreadsheets and people write them: « 14/12/2028 », « 30 juin 2026 », 47727, « T3 2026 », « fin 2026 ».
package import JalonDomain

package struct CellDay: Sendable, Equatable {
    package let day: Day
    /// Whether the cell names that day itself, rather than a period that it begins or ends.
    package let isExact: Bool

    /// `atEnd` tells which end of a period is meant. `nil` for what may be read in two ways, as 01/02/28.
    package init?(_ text: String, atEnd: Bool) {
        let words = text.folded
        if let day = Day(words) ?? Self.dated(words) ?? Self.written(words) {
            self.init(day: day, isExact: true)
        } else if let day = Self.serial(words) ?? Self.period(words, atEnd: atEnd) {
            self.init(day: day, isExact: false)
        } else {
            return nil
        }
    }

    private init(day: Day, isExact: Bool) {
        self.day = day
        self.isExact = isExact
    }

    /// With the midnight that spreadsheets add.
    private static func dated(_ words: String) -> Day? {
        let parts = words.split { $0 == " " || $0 == "t" }
        guard parts.count == 2, parts[1].allSatisfy({ $0 == ":" || $0 == "0" || $0 == "." || $0 == "z" }) else { return nil }
        return Day(String(parts[0]))
    }

    /// The number of a day in a spreadsheet, where 25569 is 1970-01-01.
    private static func serial(_ words: String) -> Day? {
        guard words.utf8.count == 5, let number = Int(words), (20_000...80_000).contains(number) else { return nil }
        return Day(ordinal: number - 25_569)
    }

    /// « 1er juin 2026 », “June 30, 2026”.
    private static func written(_ words: String) -> Day? {
        let parts = words.split { $0 == " " || $0 == "," }.map(String.init)
        guard parts.count == 3, let year = year(parts[2]) else { return nil }
        for (number, name) in [(parts[0], parts[1]), (parts[1], parts[0])] {
            if let month = month(name), let day = Int(number.hasSuffix("er") ? String(number.dropLast(2)) : number) {
                return Day(year: year, month: month, day: day)
            }
        }
        return nil
    }

    private static func period(_ words: String, atEnd: Bool) -> Day? {
        var atEnd = atEnd
        var parts = words.split { $0 == " " || $0 == "-" || $0 == "/" }.map(String.init).filter { !["de", "of", "the"].contains($0) }
        switch parts.first {
        case "fin", "end": atEnd = true
        case "debut", "start", "beginning": atEnd = false
        default: parts.insert("", at: 0)
        }
        parts.removeFirst()
        // « 2026-06 » and « 2026 T3 » say the year first.
        if parts.count > 1, let first = parts.first, year(first) != nil { parts = Array(parts.dropFirst()) + [first] }
        guard let last = parts.last, let year = year(last) else { return nil }
        let months: ClosedRange<Int>
        switch parts.count {
        case 1: months = 1...12
        case 2:
            if let quarter = number(parts[0], after: ["t", "q"], atMost: 4) {
                months = quarter * 3 - 2...quarter * 3
            } else if let half = number(parts[0], after: ["s", "h"], atMost: 2) {
                months = half * 6 - 5...half * 6
            } else if let month = month(parts[0]) ?? Int(parts[0]).flatMap({ (1...12).contains($0) ? $0 : nil }) {
                months = month...month
            } else {
                return nil
            }
        case 3 where parts[1] == "trimestre" || parts[1] == "quarter":
            guard let quarter = parts[0].first.flatMap({ Int(String($0)) }), (1...4).contains(quarter) else { return nil }
            months = quarter * 3 - 2...quarter * 3
        default: return nil
        }
        guard let first = Day(year: year, month: atEnd ? months.upperBound : months.lowerBound, day: 1) else { return nil }
        guard atEnd else { return first }
        return (28...31).reversed().lazy.compactMap { Day(year: year, month: months.upperBound, day: $0) }.first
    }

    private static func year(_ text: String) -> Int? {
        text.utf8.count == 4 ? Int(text).flatMap { (1990...2199).contains($0) ? $0 : nil } : nil
    }

    /// « t3 » as 3.
    private static func number(_ text: String, after letters: [String], atMost most: Int) -> Int? {
        guard text.utf8.count == 2, letters.contains(String(text.prefix(1))), let number = Int(text.dropFirst()) else { return nil }
        return (1...most).contains(number) ? number : nil
    }

    /// By its name in either language, whole or cut to three letters or more, when it can be no other's.
    private static func month(_ name: String) -> Int? {
        let name = name.hasSuffix(".") ? String(name.dropLast()) : name
        guard name.count >= 3, Int(name) == nil else { return nil }
        let found = Set(
            (1...12).filter { month in
                Language.allCases.contains { Words($0).monthName(month).folded.hasPrefix(name) }
            })
        return found.count == 1 ? found.first : nil
    }
}
