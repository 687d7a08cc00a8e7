/// Tables for a terminal: columns aligned by the width that signs really take, numbers to the right, nothing a terminal would obey.
import JalonDomain
import JalonExchange

enum TextTable {
    static func write(_ table: Table) -> String {
        let header: [[Cell]] = table.headers.isEmpty ? [] : [table.headers.map { .text($0) }]
        let lines = (header + table.rows).map { row in row.map { Self.lines(of: $0) } }
        let columns = lines.map(\.count).max() ?? 0
        var widths = Array(repeating: 0, count: columns)
        for row in lines {
            // What is last in its row needs no room after it.
            for (column, cell) in row.enumerated() where column < row.count - 1 {
                widths[column] = max(widths[column], cell.map(width).max() ?? 0)
            }
        }
        let toRight = (0..<columns).map { column in
            table.rows.contains { column < $0.count && isNumber($0[column]) }
                && table.rows.allSatisfy { column >= $0.count || $0[column] == .empty || isNumber($0[column]) }
        }
        var text = ""
        for row in lines {
            for index in 0..<(row.map(\.count).max() ?? 0) {
                var line = ""
                for (column, cell) in row.enumerated() {
                    let part = index < cell.count ? cell[index] : ""
                    let room = String(repeating: " ", count: max(0, widths[column] - width(part)))
                    line += (column > 0 ? "  " : "") + (toRight[column] ? room + part : part + room)
                }
                while line.last == " " { line.removeLast() }
                text += line + "\n"
            }
        }
        return text
    }

    /// A text of several lines takes several lines of its row.
    private static func lines(of cell: Cell) -> [String] {
        switch cell {
        case .empty: [""]
        case .text(let text): text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { printable(String($0)) }
        case .integer(let number): [Speech.words.number(number)]
        case .cents(let cents): [Speech.words.money(cents: cents)]
        case .day(let day): [day.iso]
        }
    }

    private static func isNumber(_ cell: Cell) -> Bool {
        switch cell {
        case .integer, .cents: true
        case .empty, .text, .day: false
        }
    }

    /// Columns of a terminal that a text takes.
    static func width(_ text: String) -> Int {
        text.reduce(0) { $0 + ($1.unicodeScalars.map(width).max() ?? 0) }
    }

    /// Marks above another sign take none; ideograms and pictures take two.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}

/// Without the signs that command a terminal or turn the direction of its text: what people typed is only shown.
func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x0A: result.unicodeScalars.append(scalar)
        case 0x09: result += " "
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
