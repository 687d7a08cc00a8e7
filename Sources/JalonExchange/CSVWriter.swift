/// CSV that opens right in a spreadsheet and never runs there: typed cells, quoted where needed, formulas neutralised.
package import JalonDomain

package struct CSVWriter: Sendable {
    private let separator: UInt8
    private let decimalMark: String

    /// French spreadsheets expect `;` between cells and a comma in numbers.
    package init(_ language: Language) {
        separator = language == .fr ? UInt8(ascii: ";") : UInt8(ascii: ",")
        decimalMark = language == .fr ? "," : "."
    }

    /// UTF-8 with its mark, without which spreadsheets take it for another encoding; lines end as RFC 4180 says.
    package func write(headers: [String], rows: [[Cell]]) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        append(headers.map { .text($0) }, to: &bytes)
        for row in rows { append(row, to: &bytes) }
        return bytes
    }

    private func append(_ cells: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(separator) }
            if case .text(let text) = cell { append(text, to: &bytes) } else { bytes += text(cell).utf8 }
        }
        bytes += "\r\n".utf8
    }

    /// What a cell says, before it is quoted and protected.
    package func text(_ cell: Cell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .cents(let cents): amount(cents)
        case .day(let day): day.iso
        }
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        let safe = Self.neutralised(text)
        guard mustBeQuoted(safe) else {
            bytes += safe.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in safe.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func mustBeQuoted(_ text: String) -> Bool {
        text.utf8.first == 0x20 || text.utf8.last == 0x20
            || text.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// A spreadsheet would run a text that begins so; behind an apostrophe it shows it (OWASP, « CSV injection »).
    private static func neutralised(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + text
        default: text
        }
    }

    private func amount(_ cents: Int) -> String {
        let rest = cents.magnitude % 100
        let decimals = rest == 0 ? "" : decimalMark + (rest < 10 ? "0" : "") + String(rest)
        return (cents < 0 ? "-" : "") + String(cents.magnitude / 100) + decimals
    }
}
