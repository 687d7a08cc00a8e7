/// A day of the calendar, not an instant: what due dates, decisions and periods are made of.

package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01 in the proleptic Gregorian calendar.
    package let ordinal: Int

    package init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// `nil` when the calendar has no such day (31 April, 29 February 2027) or the year is outside 1900…2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year) else { return nil }
        self.init(ordinal: Day.ordinal(year: year, month: month, day: day))
    }

    /// Reads `2026-06-30`, and `30/06/2026` or `30.6.2026` as French writes it. Lists read a hundred of them a page: no text is cut.
    package init?(_ text: String) {
        var text = text
        let parts: (Int, Int, Int, digits: (Int, Int, Int), separator: UInt8)? = text.withUTF8 { bytes in
            var numbers = (0, 0, 0)
            var digits = (0, 0, 0)
            var separator: UInt8 = 0
            var part = 0
            for byte in bytes {
                if byte >= 48, byte <= 57 {
                    let digit = Int(byte) - 48
                    switch part {
                    case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
                    case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
                    default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
                    }
                    guard max(digits.0, digits.1, digits.2) <= 4 else { return nil }
                } else {
                    guard part < 2, part == 0 || byte == separator, byte == 45 || byte == 46 || byte == 47 else { return nil }
                    separator = byte
                    part += 1
                }
            }
            return part == 2 ? (numbers.0, numbers.1, numbers.2, digits, separator) : nil
        }
        guard let parts, parts.digits.1 > 0 else { return nil }
        if parts.separator == UInt8(ascii: "-") {
            guard parts.digits.0 == 4, parts.digits.2 > 0 else { return nil }
            self.init(year: parts.0, month: parts.1, day: parts.2)
        } else {
            guard parts.digits.2 == 4, parts.digits.0 > 0 else { return nil }
            self.init(year: parts.2, month: parts.1, day: parts.0)
        }
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Year, month 1…12 and day 1…31 (Howard Hinnant's days-to-civil algorithm).
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = ordinal + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }

    /// `2026-06-30`, the form of files and tables.
    package var iso: String {
        let (year, month, day) = civil
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// 0 for Monday to 6 for Sunday.
    package var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 }

    package static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
    package static func + (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal + days) }
    /// Days from `right` to `left`.
    package static func - (left: Day, right: Day) -> Int { left.ordinal - right.ordinal }

    static func ordinal(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// A moment, to the second, in UTC: what the journal and sessions are dated with.
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// Reads what `iso` writes.
    package init?(iso: String) {
        guard iso.utf8.count == 20, let day = Day(String(iso.prefix(10))) else { return nil }
        let clock = iso.dropFirst(11).dropLast().split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        seconds = day.ordinal * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    /// `2026-06-30T14:05:09Z`.
    package var iso: String {
        let (day, rest) = dayAndRest(offset: 0)
        return "\(day.iso)T\(Self.clock(rest)):\(Self.two(rest % 60))Z"
    }

    /// The day at a place whose clocks are `offset` seconds ahead of UTC.
    package func day(offset: Int) -> Day { dayAndRest(offset: offset).day }

    /// `14:05` at a place whose clocks are `offset` seconds ahead of UTC.
    package func clock(offset: Int) -> String { Self.clock(dayAndRest(offset: offset).rest) }

    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
    package static func + (instant: Instant, seconds: Int) -> Instant { Instant(seconds: instant.seconds + seconds) }

    private func dayAndRest(offset: Int) -> (day: Day, rest: Int) {
        let local = seconds + offset
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return (Day(ordinal: day), local - day * 86_400)
    }

    private static func clock(_ rest: Int) -> String { "\(two(rest / 3600)):\(two(rest / 60 % 60))" }
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
