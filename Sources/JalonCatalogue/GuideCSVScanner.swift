/// The guide's CSV, cell by cell: quoted texts, bare JSON arrays between the commas, and a comma at the end of each line.
///
/// A valid CSV (doubled quotes, semicolons, cells over several lines) is read just as well.

import JalonDomain

struct GuideCSVScanner {
    struct Row {
        var cells: [SourceNode]
        var line: Int
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    /// The guide's export quotes every text and ends its lines with a comma, but leaves the quotes of a text as they are:
    /// there, a quote closes a cell only when another cell, or the line's end, starts right after the comma.
    private let isGuides: Bool
    private var position = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        let header = bytes.prefix { $0 != 0x0A }
        separator = Self.separator(of: header)
        isGuides = header.first == UInt8(ascii: "\"") && header.last == UInt8(ascii: ",")
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The next line that holds anything, without the empty cells that final commas leave.
    mutating func next() throws(JSONSource.Failure) -> Row? {
        while !isAtEnd {
            let start = line
            var cells: [SourceNode] = []
            while true {
                cells.append(try cell())
                if peek() == separator {
                    position += 1
                    continue
                }
                if peek() == 0x0A {
                    position += 1
                    line += 1
                }
                break
            }
            while let last = cells.last, case .null = last { cells.removeLast() }
            if !cells.isEmpty { return Row(cells: cells, line: start) }
        }
        return nil
    }

    /// After a line that cannot be read, the next one starts afresh.
    mutating func skipLine() {
        while let byte = peek() {
            position += 1
            if byte == 0x0A {
                line += 1
                return
            }
        }
    }

    private mutating func cell() throws(JSONSource.Failure) -> SourceNode {
        skipBlanks()
        switch peek() {
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return try quoted()
        default: return bare()
        }
    }

    private mutating func array() throws(JSONSource.Failure) -> SourceNode {
        // An array that is never closed takes its own line down, not the next ones.
        let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
        var source = JSONSource(bytes: bytes, position: position, line: line, end: end)
        let node = try source.value(depth: 0)
        position = source.position
        try expectEnd()
        return node
    }

    /// `""` and `\"` are a quote; a quote that nothing follows but a separator closes the cell; any other is part of the text.
    private mutating func quoted() throws(JSONSource.Failure) -> SourceNode {
        let start = (position: position, line: line)
        position += 1
        var text: [UInt8] = []
        while let byte = peek() {
            if byte == UInt8(ascii: "\""), closes(before: position + 1) {
                position += 1
                try expectEnd()
                return .text(String(decoding: text, as: UTF8.self), line: start.line)
            }
            if byte == UInt8(ascii: "\""), peek(1) == UInt8(ascii: "\"") {
                position += 1
            } else if byte == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\""), !closes(before: position + 2) {
                position += 1
            }
            if byte == 0x0A {
                // The guide's texts hold on one line: a quote forgotten there must not swallow the practices below.
                if isGuides { break }
                line += 1
            }
            text.append(bytes[position])
            position += 1
        }
        // Only the line that opened it is given up, not all that follows.
        (position, line) = start
        throw JSONSource.Failure(line: start.line, reason: CatalogueReason.csv("guillemet jamais refermé", "a quote is never closed"))
    }

    private mutating func bare() -> SourceNode {
        let start = position
        while let byte = peek(), byte != separator, byte != 0x0A { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return text.trimmed.isEmpty ? .null(line: line) : .text(text, line: line)
    }

    private mutating func expectEnd() throws(JSONSource.Failure) {
        skipBlanks()
        guard isEnd(after: position) else {
            let reason = CatalogueReason.csv("du texte suit la fin d’une cellule", "text follows a cell’s end")
            throw JSONSource.Failure(line: line, reason: reason)
        }
    }

    /// Whether only blanks stand between this place and a separator, the line's end or the file's.
    private func isEnd(after start: Int) -> Bool {
        var index = start
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
        return index >= bytes.count || bytes[index] == separator || bytes[index] == 0x0A
    }

    private func closes(before start: Int) -> Bool {
        guard isEnd(after: start) else { return false }
        guard isGuides, let comma = bytes[start...].firstIndex(of: separator), !bytes[start..<comma].contains(0x0A) else { return true }
        switch comma + 1 < bytes.count ? bytes[comma + 1] : 0x0A {
        case UInt8(ascii: "\""), UInt8(ascii: "["), separator, 0x0A: return true
        default: return false
        }
    }

    /// A tab that separates is no blank.
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte == 0x09 && separator != 0x09) }

    private mutating func skipBlanks() {
        while let byte = peek(), isBlank(byte) { position += 1 }
    }

    private func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    /// French spreadsheets write semicolons, and copy tabs: the first line tells what separates.
    private static func separator(of header: ArraySlice<UInt8>) -> UInt8 {
        var best = (separator: UInt8(ascii: ","), count: header.count { $0 == UInt8(ascii: ",") })
        for separator in [UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
            let count = header.count { $0 == separator }
            if count > best.count { best = (separator, count) }
        }
        return best.separator
    }
}
