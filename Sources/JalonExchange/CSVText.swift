/// The text of a cell: UTF-8 or Windows-1252, each cell in its own where a file mixes them; without what a spreadsheet was protected by.

/// The bytes of a table in UTF-8, whatever a spreadsheet wrote them in.
package func tableInUTF8(_ bytes: [UInt8]) -> [UInt8] {
    if let text = CSVTable.utf16(bytes) { return text }
    guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
    var text = CSVText(bytes)
    return text.recoded()
}

struct CSVText {
    private let bytes: [UInt8]
    private let isUTF8: Bool
    /// Cells with accents, read in each encoding.
    private(set) var inUTF8 = 0
    private(set) var inWindows1252 = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    }

    var encoding: CSVTable.Encoding { isUTF8 ? .utf8 : inUTF8 > 0 ? .mixed : .windows1252 }

    /// The whole, with what stands between separators read in its own encoding.
    fileprivate mutating func recoded() -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var start = 0
        for index in 0...bytes.count where index == bytes.count || ";,|\t\n\"".utf8.contains(bytes[index]) {
            text += decoded(Array(bytes[start..<index])).utf8
            if index < bytes.count { text.append(bytes[index]) }
            start = index + 1
        }
        return text
    }

    /// Trimmed, with one kind of newline, without signs that no text holds.
    mutating func text(of cell: CSVScanner.Cell) -> String {
        guard !cell.range.isEmpty else { return "" }
        let raw = cell.isQuoted ? unquoted(cell.range) : Array(bytes[cell.range])
        let text = Self.isPlain(raw) ? Self.trimmed(decoded(raw)) : Self.trimmed(Self.tidied(decoded(raw)))
        // Behind its apostrophe, a text that a spreadsheet would have run (see `CSVWriter`).
        guard text.first == "'", let second = text.dropFirst().first, "=+-@\t＝＋－＠".contains(second) else { return text }
        return String(text.dropFirst())
    }

    private func unquoted(_ range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            text.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") && index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "\"") ? 2 : 1
        }
        return text
    }

    private mutating func decoded(_ cell: [UInt8]) -> String {
        guard cell.contains(where: { $0 >= 0x80 }) else { return String(decoding: cell, as: UTF8.self) }
        if let text = String(validating: cell, as: UTF8.self), isUTF8 || !text.unicodeScalars.contains(where: Self.isChance) {
            inUTF8 += 1
            return text
        }
        inWindows1252 += 1
        return String(String.UnicodeScalarView(cell.map(Self.windows1252)))
    }

    /// In a file that is not UTF-8, an ideogram is « é » before a closing quotation mark.
    private static func isChance(_ scalar: Unicode.Scalar) -> Bool { (0x2E80...0xD7FF).contains(scalar.value) }

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let scalars: [Unicode.Scalar] = [
            "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
            "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
        ]
        return scalars[Int(byte) - 0x80]
    }

    private static func tidied(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0D: scalars.append("\n")
            case 0x0A where afterReturn: break
            case 0x09, 0x0A, 0x20...0x7E, 0xA0...: if scalar != "\u{FEFF}" { scalars.append(scalar) }
            default: break
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(scalars)
    }

    /// Whether nothing has to be taken out of a text: a cell of megabytes is not read sign by sign.
    private static func isPlain(_ cell: [UInt8]) -> Bool {
        // 0xC2 begins the controls of Latin-1, 0xEF the mark of UTF-8.
        for byte in cell where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF { return false }
        return true
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest.utf8.count == text.utf8.count ? text : String(rest)
    }
}
