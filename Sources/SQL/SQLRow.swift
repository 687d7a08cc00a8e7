/// One row as it streams from the engine, read column after column: `next` always takes the following column, so a decoder
/// reads in the order of its column list.
public struct SQLRow {
    private let cells: any SQLCells
    private var column: Int32 = 0

    package init(_ cells: any SQLCells) {
        self.cells = cells
    }

    public mutating func next(_: Int.Type = Int.self) -> Int { Int(cells.integer(advance())) }
    public mutating func next(_: String.Type = String.self) -> String { cells.text(advance()) }
    public mutating func next(_: Bool.Type = Bool.self) -> Bool { cells.boolean(advance()) }
    public mutating func next(_: Double.Type = Double.self) -> Double { cells.real(advance()) }

    public mutating func next(_: Int?.Type = Int?.self) -> Int? { optional { Int($0.integer($1)) } }
    public mutating func next(_: String?.Type = String?.self) -> String? { optional { $0.text($1) } }
    public mutating func next(_: Double?.Type = Double?.self) -> Double? { optional { $0.real($1) } }

    private mutating func advance() -> Int32 {
        defer { column += 1 }
        return column
    }

    private mutating func optional<Value>(_ read: (any SQLCells, Int32) -> Value) -> Value? {
        let here = advance()
        return cells.isNull(here) ? nil : read(cells, here)
    }
}

/// The current row of an engine's statement, by position from 0.
package protocol SQLCells: AnyObject {
    func isNull(_ column: Int32) -> Bool
    func integer(_ column: Int32) -> Int64
    func real(_ column: Int32) -> Double
    func text(_ column: Int32) -> String
    func boolean(_ column: Int32) -> Bool
}

/// A list of columns and, beside it, what reads them: kept together so that positions cannot drift.
public struct SQLColumns<Value>: Sendable {
    package let list: StaticString
    package let decode: @Sendable (inout SQLRow) throws -> Value

    public init(_ list: StaticString, decode: @escaping @Sendable (inout SQLRow) throws -> Value) {
        self.list = list
        self.decode = decode
    }
}
