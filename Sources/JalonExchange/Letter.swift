/// A message as mail servers carry it: RFC 5322 and MIME, plain text beside light HTML, a calendar attached when there is one.
import Foundation
package import JalonDomain

package struct Letter: Sendable, Equatable {
    package struct Address: Sendable, Equatable {
        package let name: String
        package let email: String

        package init(name: String, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// The same at each attempt: a server or a reader that has it already knows it again.
    package let id: String
    package let date: Instant
    package let to: Address
    package let subject: String
    package let text: String
    /// A whole document.
    package let html: String
    /// iCalendar, attached as `jalon.ics`.
    package let calendar: [UInt8]?
    package let language: Language

    package init(
        id: String, date: Instant, to: Address, subject: String, text: String, html: String, calendar: [UInt8]?, language: Language
    ) {
        self.id = id
        self.date = date
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.calendar = calendar
        self.language = language
    }

    /// Its bytes, lines ended by CRLF, ready for a server.
    package func written(from sender: Address) -> [UInt8] {
        // Drawn from what is inside: no part can hold it.
        let mark =
            "jalon-" + String(id.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }, radix: 36)
        var lines = [
            "Date: \(Self.date(date))", "From: \(Self.address(sender))", "To: \(Self.address(to))", "Subject: \(Self.encoded(subject))",
            "Message-ID: <\(id)>", "Auto-Submitted: auto-generated", "Content-Language: \(language.rawValue)", "MIME-Version: 1.0",
        ]
        func part(_ type: String, _ bytes: some Sequence<UInt8>, more: [String] = []) {
            lines += ["Content-Type: \(type)", "Content-Transfer-Encoding: base64"] + more + [""]
            lines += Self.base64(Array(bytes))
        }
        lines += ["Content-Type: multipart/mixed; boundary=\"\(mark)\"", "", "--\(mark)"]
        lines += ["Content-Type: multipart/alternative; boundary=\"\(mark)-text\"", "", "--\(mark)-text"]
        part("text/plain; charset=utf-8", text.utf8)
        lines.append("--\(mark)-text")
        part("text/html; charset=utf-8", html.utf8)
        lines.append("--\(mark)-text--")
        if let calendar {
            lines.append("--\(mark)")
            part(
                "text/calendar; charset=utf-8; method=PUBLISH", calendar,
                more: ["Content-Disposition: attachment; filename=\"jalon.ics\""])
        }
        lines.append("--\(mark)--")
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// « Tue, 16 Jun 2026 08:00:00 +0000 ».
    private static func date(_ instant: Instant) -> String {
        let day = instant.day(offset: 0)
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = day.iso.split(separator: "-")
        // Day 0 was a Thursday.
        let weekday = weekdays[(day.ordinal % 7 + 7) % 7]
        let time = instant.iso.split(separator: "T").last?.prefix(8) ?? "00:00:00"
        return "\(weekday), \(parts[2]) \(months[(Int(parts[1]) ?? 1) - 1]) \(parts[0]) \(time) +0000"
    }

    private static func address(_ address: Address) -> String {
        address.name.isEmpty ? "<\(clean(address.email))>" : "\(encoded(address.name)) <\(clean(address.email))>"
    }

    /// Nothing in a header may end its line.
    private static func clean(_ text: String) -> String { String(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }) }

    /// RFC 2047: what is not plain ASCII goes in words of 75 signs at most, no character cut in two.
    static func encoded(_ text: String) -> String {
        let text = clean(text)
        let plain = text.unicodeScalars.allSatisfy { $0.isASCII && !"\"()<>@,;:\\[]".unicodeScalars.contains($0) }
        if plain && text.count <= 60 { return text }
        var words: [String] = []
        var bytes: [UInt8] = []
        for character in text {
            let more = Array(String(character).utf8)
            if bytes.count + more.count > 42, !bytes.isEmpty {
                words.append(word(bytes))
                bytes = []
            }
            bytes += more
        }
        words.append(word(bytes))
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }

    private static func base64(_ bytes: [UInt8]) -> [String] {
        let text = Array(Data(bytes).base64EncodedString().utf8)
        return stride(from: 0, to: text.count, by: 76).map { String(decoding: text[$0..<min($0 + 76, text.count)], as: UTF8.self) }
    }
}
