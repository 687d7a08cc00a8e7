/// The cells of a CSV, row after row, as places in its bytes: nothing is copied before it is asked for.
import JalonDomain

struct CSVScanner {
    struct Cell {
        let range: Range<Int>
        let isQuoted: Bool
    }

    /// A row of more cells than that is no table of actions, and would fill the memory with nothing.
    static let mostColumns = 500

    private let bytes: [UInt8]
    private let separator: UInt8
    private let end: Int
    private var position: Int
    /// Of the row read last, as a spreadsheet counts, from 1.
    private(set) var row = 0

    init(_ bytes: [UInt8], from start: Int, to end: Int, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        self.end = end
        position = start
    }

    var isAtEnd: Bool { position >= end }

    /// The next row, an empty one too.
    mutating func next() throws(DomainError) -> [Cell] {
        row += 1
        var cells: [Cell] = []
        while true {
            cells.append(try cell())
            guard cells.count <= Self.mostColumns else {
                throw .invalid(.file, .tooMany(.columns, cells.count, max: Self.mostColumns))
            }
            guard position < end else { return cells }
            let byte = bytes[position]
            position += 1
            if byte == separator { continue }
            if byte == 0x0D, position < end, bytes[position] == 0x0A { position += 1 }
            return cells
        }
    }

    private mutating func cell() throws(DomainError) -> Cell {
        if position < end, bytes[position] == UInt8(ascii: "\"") { return try quoted() }
        let start = position
        while position < end, bytes[position] != separator, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        return Cell(range: start..<position, isQuoted: false)
    }

    /// A quote that is neither doubled nor before a separator or the row's end belongs to the text.
    private mutating func quoted() throws(DomainError) -> Cell {
        let start = position + 1
        var index = start
        while index < end {
            if bytes[index] != UInt8(ascii: "\"") {
                index += 1
            } else if index + 1 < end, bytes[index + 1] == UInt8(ascii: "\"") {
                index += 2
            } else if let after = endOfCell(after: index + 1) {
                position = after
                return Cell(range: start..<index, isQuoted: true)
            } else {
                index += 1
            }
        }
        throw .invalid(.file, .quoteLeftOpen(row: row))
    }

    /// Where the cell ends when only blanks stand before a separator, the row's end or the file's.
    private func endOfCell(after start: Int) -> Int? {
        var index = start
        while index < end, bytes[index] == 0x20 { index += 1 }
        return index >= end || bytes[index] == separator || bytes[index] == 0x0A || bytes[index] == 0x0D ? index : nil
    }
}
