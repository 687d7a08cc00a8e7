/// Numbers, days and plurals, as each language writes them: by hand, because ICU costs more than the page it serves.

extension Words {
    /// `1 200` with narrow no-break spaces, `1,200` in English.
    package func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude).utf8)
        guard digits.count > 3 else { return String(number) }
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language == .fr ? "\u{202F}" : "," }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }

    /// At most two decimals, none when there is nothing after the mark.
    package func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "–" }
        let hundredths = Int((value * 100).rounded())
        let whole = number(abs(hundredths) / 100)
        var rest = String(abs(hundredths) % 100)
        if rest.count == 1 { rest = "0" + rest }
        while rest.hasSuffix("0") { rest.removeLast() }
        return (hundredths < 0 ? "-" : "") + (rest.isEmpty ? whole : whole + say(",", ".") + rest)
    }

    /// « 62 % », “62%”.
    package func percent(_ percent: Int) -> String { say("\(number(percent))\u{A0}%", "\(number(percent))%") }

    /// « 38 000 € », “€38,000”; cents only where there are some.
    package func money(cents: Int) -> String {
        let rest = abs(cents) % 100
        let decimals = rest == 0 ? "" : say(",", ".") + (rest < 10 ? "0" : "") + String(rest)
        let amount = number(abs(cents) / 100) + decimals
        return (cents < 0 ? "-" : "") + say("\(amount)\u{A0}€", "€\(amount)")
    }

    /// `one` for 1, and in French for 0 as well.
    package func plural(_ count: Int, _ one: String, _ many: String) -> String {
        count == 1 || (count == 0 && language == .fr) ? one : many
    }

    /// The number and its noun: « 0 action », “0 actions”.
    package func count(_ count: Int, _ one: String, _ many: String) -> String { "\(number(count)) \(plural(count, one, many))" }

    /// « 16 juin 2026 », « 1er janvier 2027 », “16 June 2026”.
    package func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(ordinal(number)) \(monthName(month)) \(year)"
    }

    /// « 30 avr. 2026 », “30 Apr 2026”.
    package func shortDay(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(ordinal(number)) \(shortMonthName(month)) \(year)"
    }

    /// « du 1er janvier 2026 au 31 décembre 2028 ».
    package func period(_ from: Day, _ to: Day) -> String {
        say("du \(day(from)) au \(day(to))", "from \(day(from)) to \(day(to))")
    }

    /// « 3 juin 2026 à 14:05 », at a place whose clocks are `offset` seconds ahead of UTC.
    package func moment(_ instant: Instant, offset: Int) -> String {
        let day = day(instant.day(offset: offset))
        return say("\(day) à \(instant.clock(offset: offset))", "\(day) at \(instant.clock(offset: offset))")
    }

    /// How a form wants a day: « 30/06/2026 » in French, “2026-06-30” in English; both are read everywhere.
    package func typedDay(_ day: Day) -> String {
        guard language == .fr else { return day.iso }
        let parts = day.iso.split(separator: "-")
        return "\(parts[2])/\(parts[1])/\(parts[0])"
    }

    /// « a », « a et b », « a, b et c ».
    package func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + say(" et ", " and ") + last
    }

    /// « a », « a ou b », « a, b ou c ».
    package func choice(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + say(" ou ", " or ") + last
    }

    /// « texte », “text”.
    package func quote(_ text: String) -> String { say("«\u{A0}\(text)\u{A0}»", "“\(text)”") }

    /// A label and what it says: « Pilote : Anne », “Pilot: Anne”.
    /// « 16 jours ».
    package func days(_ days: Int) -> String { count(days, say("jour", "day"), say("jours", "days")) }

    package func labelled(_ label: String, _ text: String) -> String { say("\(label)\u{A0}: \(text)", "\(label): \(text)") }

    private func ordinal(_ day: Int) -> String { day == 1 && language == .fr ? "1er" : String(day) }

    package func monthName(_ month: Int) -> String {
        switch month {
        case 1: say("janvier", "January")
        case 2: say("février", "February")
        case 3: say("mars", "March")
        case 4: say("avril", "April")
        case 5: say("mai", "May")
        case 6: say("juin", "June")
        case 7: say("juillet", "July")
        case 8: say("août", "August")
        case 9: say("septembre", "September")
        case 10: say("octobre", "October")
        case 11: say("novembre", "November")
        default: say("décembre", "December")
        }
    }

    private func shortMonthName(_ month: Int) -> String {
        switch month {
        case 1: say("janv.", "Jan")
        case 2: say("févr.", "Feb")
        case 3: say("mars", "Mar")
        case 4: say("avr.", "Apr")
        case 5: say("mai", "May")
        case 6: say("juin", "Jun")
        case 7: say("juil.", "Jul")
        case 8: say("août", "Aug")
        case 9: say("sept.", "Sep")
        case 10: say("oct.", "Oct")
        case 11: say("nov.", "Nov")
        default: say("déc.", "Dec")
        }
    }
}
