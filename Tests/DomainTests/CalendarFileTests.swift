// The format of calendars: lines of 75 octets, CRLF, and texts that come back as they were.

import Foundation
import JalonDomain
import JalonExchange
import Testing

@Suite struct CalendarFileTests {
    private func event(_ summary: String, place: String = "") -> CalendarEvent {
        CalendarEvent(
            uid: "meeting-1@valmont.jalon", when: .time(Instant(seconds: 1_782_979_200), minutes: 90), summary: summary, description: "",
            location: place, url: "https://jalon.example/valmont", status: .confirmed, sequence: 3,
            changedAt: Instant(seconds: 1_780_000_000))
    }

    @Test func linesAreFoldedBetweenSigns() {
        let long = String(repeating: "é👩‍🚀 ", count: 60)
        let bytes = ICalendar.write(name: "COPIL", [event(long)])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(Array(text.utf8) == bytes, "no sign is cut")
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\r") })
        // As bytes: a space after a fold may join the sign that follows it.
        let unfolded = Array(bytes).split(separator: Array("\r\n ".utf8)).joined()
        #expect(Array(unfolded).firstRange(of: Array("SUMMARY:\(long)\r\n".utf8)) != nil)
    }

    @Test func textsAreEscaped() {
        let text = String(
            decoding: ICalendar.write(name: "A;B", [event("Un, deux; trois \\ quatre\nEND:VEVENT", place: "Salle\r2\u{7}")]), as: UTF8.self)
        #expect(text.contains("SUMMARY:Un\\, deux\\; trois \\\\ quatre\\nEND:VEVENT\r\n") && text.contains("X-WR-CALNAME:A\\;B\r\n"))
        #expect(text.contains("LOCATION:Salle2\r\n"))
        #expect(text.components(separatedBy: "\r\n").filter { $0 == "END:VEVENT" }.count == 1)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.contains("DTSTART:20260702T080000Z\r\nDTEND:20260702T093000Z\r\n") && text.contains("SEQUENCE:3\r\n"))
    }
}
