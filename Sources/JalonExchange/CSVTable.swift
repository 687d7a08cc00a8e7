/// A table as spreadsheets write or copy it: any separator, quotes, line breaks in cells, headings below a few titles.
package import JalonDomain

package struct CSVTable: Sendable {
    package struct Row: Sendable, Equatable {
        /// As a spreadsheet counts, from 1.
        package let number: Int
        private let cells: [String]

        init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }

        /// Empty beyond the row's own cells.
        package subscript(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
        var count: Int { cells.count }
        var filled: Int { cells.count { !$0.isEmpty } }
    }

    package enum Encoding: String, Sendable { case utf8, utf16, windows1252, mixed }

    /// In bytes.
    package static let largest = 64 * 1024 * 1024
    /// The headings are looked for among that many rows.
    private static let rowsBeforeHeadings = 20

    package let separator: String
    package let encoding: Encoding
    /// The row of the headings.
    package let headingRow: Int
    /// The headings, each once: « Montant », « Montant (2) »; « #3 » for a column without one.
    package let columns: [String]
    /// Those below the headings that hold something.
    package let rows: [Row]

    /// `isHeading` tells the headings that are known: the separator and the row that show most of them are the right ones.
    package init(_ source: [UInt8], atMost limit: Int, isHeading: (String) -> Bool) throws(DomainError) {
        guard source.count <= Self.largest else {
            throw .invalid(.file, .tooMany(.megabytes, source.count / 1_048_576 + 1, max: Self.largest / 1_048_576))
        }
        // XLSX and ODS are archives.
        guard !source.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw .invalid(.file, .workbook) }
        let utf16 = Self.utf16(source)
        let bytes = utf16 ?? source
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let separator = Self.separator(of: bytes, from: start, isHeading)
        var text = CSVText(bytes)
        var scanner = CSVScanner(bytes, from: start, to: bytes.count, separator: separator)
        var top: [Row] = []
        var rest: [Row] = []
        var count = 0
        while !scanner.isAtEnd {
            let cells = try scanner.next()
            if cells.allSatisfy({ $0.range.isEmpty }) { continue }
            // What is beyond the limit is counted, not kept.
            count += 1
            guard count <= limit + Self.rowsBeforeHeadings else { continue }
            let row = Row(number: scanner.row, cells: cells.map { text.text(of: $0) })
            guard row.filled > 0 else { continue }
            if top.count < Self.rowsBeforeHeadings { top.append(row) } else { rest.append(row) }
        }
        guard let place = Self.headings(among: top, isHeading) else { throw .invalid(.file, .emptyTable) }
        let rows = Array(top[(place + 1)...]) + rest
        let total = count > limit + Self.rowsBeforeHeadings ? count - place - 1 : rows.count
        guard total <= limit else { throw .invalid(.file, .tooMany(.rows, total, max: limit)) }
        guard !rows.isEmpty else { throw .invalid(.file, .emptyTable) }
        self.separator = String(UnicodeScalar(separator))
        encoding = utf16 != nil ? .utf16 : text.encoding
        headingRow = top[place].number
        columns = Self.names(of: top[place], rows)
        self.rows = rows
    }

    /// The same table, to be read again: its rows keep their numbers.
    package var text: String {
        var text = ""
        var line = 1
        func add(_ number: Int, _ cells: [String]) {
            text += String(repeating: "\n", count: number - line)
            text += cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
            line = number
        }
        add(headingRow, columns)
        for row in rows { add(row.number, columns.indices.map { row[$0] }) }
        return text
    }

    /// The row that holds most known headings; where none is known, the first that is filled most.
    private static func headings(among rows: [Row], _ isHeading: (String) -> Bool) -> Int? {
        func best(_ score: (Row) -> Int) -> Int? {
            let scores = rows.map(score)
            guard let most = scores.max(), most > 0 else { return nil }
            return scores.firstIndex(of: most)
        }
        return best { row in (0..<row.count).count { isHeading(row[$0]) } } ?? best(\.filled)
    }

    private static func names(of headings: Row, _ rows: [Row]) -> [String] {
        let width = rows.reduce(headings.count) { max($0, $1.count) }
        var seen: Set<String> = []
        return (0..<width).map { column in
            let heading = headings[column].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let base = heading.isEmpty ? "#\(column + 1)" : String(heading.prefix(120))
            var name = base
            var number = 1
            while !seen.insert(name).inserted {
                number += 1
                name = "\(base) (\(number))"
            }
            return name
        }
    }

    /// Of the four that are met: the one whose rows show most known headings, then that cuts most rows alike.
    private static func separator(of bytes: [UInt8], from start: Int, _ isHeading: (String) -> Bool) -> UInt8 {
        let sample = Array(bytes[start..<min(bytes.count, start + 65_536)])
        var best = (separator: UInt8(ascii: ";"), headings: -1, alike: -1)
        for separator in [UInt8(ascii: ";"), 0x09, UInt8(ascii: ","), UInt8(ascii: "|")] {
            var text = CSVText(sample)
            var scanner = CSVScanner(sample, from: 0, to: sample.count, separator: separator)
            var rows: [Row] = []
            // The sample may end within a quoted cell.
            while !scanner.isAtEnd, rows.count < 40, let cells = try? scanner.next() {
                let row = Row(number: scanner.row, cells: cells.map { text.text(of: $0) })
                if row.filled > 0 { rows.append(row) }
            }
            guard let place = headings(among: Array(rows.prefix(rowsBeforeHeadings)), isHeading) else { continue }
            let width = rows[place].count
            let known = (0..<width).count { isHeading(rows[place][$0]) }
            let alike = rows.count { $0.count == width } * (known > 0 ? 1 : width)
            if (known, alike) > (best.headings, best.alike) { best = (separator, known, alike) }
        }
        return best.separator
    }

    /// What spreadsheets call « Unicode text », as UTF-8; `nil` for anything else.
    static func utf16(_ bytes: [UInt8]) -> [UInt8]? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
