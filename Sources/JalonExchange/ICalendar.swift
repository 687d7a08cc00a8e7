/// Calendars that other programs subscribe to: RFC 5545, times in UTC, which every client turns into its own.
package import JalonDomain

package struct CalendarEvent: Sendable, Equatable {
    package enum Status: String, Sendable { case tentative = "TENTATIVE", confirmed = "CONFIRMED", cancelled = "CANCELLED" }

    package enum When: Sendable, Equatable {
        case day(Day)
        /// From an instant, for so many minutes.
        case time(Instant, minutes: Int)
    }

    /// The same for ever.
    package let uid: String
    package let when: When
    package let summary: String
    package let description: String
    package let location: String
    /// Where it is read in full; empty for nowhere.
    package let url: String
    package let status: Status
    /// Grows with each change.
    package let sequence: Int
    package let changedAt: Instant

    package init(
        uid: String, when: When, summary: String, description: String, location: String, url: String, status: Status, sequence: Int,
        changedAt: Instant
    ) {
        self.uid = uid
        self.when = when
        self.summary = summary
        self.description = description
        self.location = location
        self.url = url
        self.status = status
        self.sequence = sequence
        self.changedAt = changedAt
    }
}

package enum ICalendar {
    /// The bytes of a calendar; nothing in them changes unless an event does.
    package static func write(name: String, _ events: [CalendarEvent]) -> [UInt8] {
        var bytes: [UInt8] = []
        func line(_ text: String) { fold(text, into: &bytes) }
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//Jalon//Jalon//FR")
        line("CALSCALE:GREGORIAN")
        line("METHOD:PUBLISH")
        line("X-WR-CALNAME:\(escaped(name))")
        line("REFRESH-INTERVAL;VALUE=DURATION:PT12H")
        for event in events {
            line("BEGIN:VEVENT")
            line("UID:\(escaped(event.uid))")
            line("DTSTAMP:\(utc(event.changedAt))")
            line("LAST-MODIFIED:\(utc(event.changedAt))")
            switch event.when {
            case .day(let day):
                // The end of a day-long event is the day after it.
                line("DTSTART;VALUE=DATE:\(digits(day.iso))")
                line("DTEND;VALUE=DATE:\(digits((day + 1).iso))")
                line("TRANSP:TRANSPARENT")
            case .time(let start, let minutes):
                line("DTSTART:\(utc(start))")
                line("DTEND:\(utc(start + minutes * 60))")
            }
            line("SUMMARY:\(escaped(event.summary))")
            if !event.description.isEmpty { line("DESCRIPTION:\(escaped(event.description))") }
            if !event.location.isEmpty { line("LOCATION:\(escaped(event.location))") }
            if !event.url.isEmpty { line("URL:\(event.url)") }
            line("STATUS:\(event.status.rawValue)")
            line("SEQUENCE:\(event.sequence)")
            line("END:VEVENT")
        }
        line("END:VCALENDAR")
        return bytes
    }

    /// `2026-07-02T08:00:00Z` as `20260702T080000Z`.
    private static func utc(_ instant: Instant) -> String { instant.iso.filter { $0 != "-" && $0 != ":" } }
    private static func digits(_ day: String) -> String { day.filter { $0 != "-" } }

    /// Commas, semicolons, backslashes and newlines, as texts write them; other control signs are left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Lines end in CRLF and hold 75 octets at most, the first space of a continued one among them; no sign is cut in two.
    private static func fold(_ text: String, into bytes: inout [UInt8]) {
        var room = 75
        for scalar in text.unicodeScalars {
            let sign = UTF8.encode(scalar).map(Array.init) ?? []
            if sign.count > room {
                bytes += [13, 10, 32]
                room = 74
            }
            bytes += sign
            room -= sign.count
        }
        bytes += [13, 10]
    }
}
