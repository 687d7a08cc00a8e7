/// Days on which people meet: neither weekends nor the public holidays of France.

extension Day {
    package var isWorked: Bool { weekday < 5 && !isFrenchHoliday }

    /// This day, else the next one on which people work.
    package var nextWorked: Day {
        var day = self
        while !day.isWorked { day = day + 1 }
        return day
    }

    package var isFrenchHoliday: Bool {
        let (year, month, number) = civil
        switch (month, number) {
        case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
        default: break
        }
        // Easter Monday, Ascension, Whit Monday.
        return [1, 39, 50].contains(self - Day.easter(of: year))
    }

    /// Meeus’s computation, in the Gregorian calendar.
    package static func easter(of year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return Day(ordinal: ordinal(year: year, month: sum / 31, day: sum % 31 + 1))
    }

    /// So many months later: the same day of the month, or its last one.
    package func adding(months: Int) -> Day { DueMove.months(months).day(from: self) ?? self }
}

extension Cadence {
    /// The days to meet on, from that one on and not after the other: each so many months after the first, moved on to a worked day.
    package func days(from first: Day, to last: Day) -> [Day] {
        var days: [Day] = []
        var months = 0
        while case let day = first.adding(months: months).nextWorked, day <= last, days.count < 200 {
            days.append(day)
            months += self.months
        }
        return days
    }
}

/// A time of the day on the clocks of the organisation, to the minute.
package struct ClockTime: Hashable, Comparable, Sendable, Codable {
    /// 0…1439.
    package let minutes: Int

    package init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `10:30`, `10h30`, `10 h` and `9`.
    package init?(_ text: String) {
        let plain = text.lowercased().filter { !$0.isWhitespace }
        let parts = plain.split(separator: plain.contains("h") ? "h" : ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), plain.utf8.count <= 5, let hours = Int(parts[0]), (0..<24).contains(hours) else { return nil }
        let rest = parts.count == 2 && !parts[1].isEmpty ? Int(parts[1]) : 0
        guard let rest, (0..<60).contains(rest), parts.count == 1 || parts[1].isEmpty || parts[1].count == 2 else { return nil }
        minutes = hours * 60 + rest
    }

    /// `10:30`, the form of tables and of English.
    package var iso: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    package static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

extension Words {
    /// « 10 h 30 », “10:30”.
    package func clock(_ time: ClockTime) -> String {
        guard language == .fr else { return time.iso }
        return "\(time.minutes / 60)\u{A0}h" + (time.minutes % 60 == 0 ? "" : "\u{A0}" + time.iso.suffix(2))
    }

    /// « jeudi 2 juillet 2026 ».
    package func weekday(_ day: Day) -> String {
        let names = say("lundi mardi mercredi jeudi vendredi samedi dimanche", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
        return "\(names.split(separator: " ")[day.weekday]) \(self.day(day))"
    }
}
