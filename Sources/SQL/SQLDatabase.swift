/// A database of either engine. Closures delimit transactions: they are synchronous and may be run again.
public protocol SQLDatabase: Sendable {
    /// « sqlite » or « postgres », for messages.
    var engine: String { get }

    /// One consistent view of the data.
    func read<Value: Sendable>(_ body: @escaping @Sendable (SQLConnection) throws -> Value) async throws -> Value

    /// One transaction, all or nothing. Writers with the same lock follow one another, on both engines. A statement that
    /// the engine refuses condemns the transaction, even when the closure catches its error.
    func write<Value: Sendable>(
        lock: Int, _ body: @escaping @Sendable (SQLConnection) throws -> Value
    ) async throws -> Value

    /// Problems that the engine itself finds (integrity, foreign keys); empty when sound.
    func check() async throws -> [String]

    /// A sound copy of the live database in a new file.
    func backup(to path: String) async throws

    func close() async
}

/// What an engine gives inside a transaction.
package protocol SQLSession: AnyObject {
    var dialect: SQLDialect { get }
    /// Runs a statement; gives each row to `row` until it answers `false`. Returns the number of rows changed.
    func run(_ text: String, _ bindings: [SQLValue], row: (any SQLCells) throws -> Bool) throws -> Int
}

/// The connection inside a transaction.
public struct SQLConnection {
    private let session: any SQLSession

    package init(_ session: any SQLSession) {
        self.session = session
    }

    /// Runs a statement that returns no row. Returns the number of rows changed.
    @discardableResult
    public func execute(_ query: SQLQuery) throws -> Int {
        let (text, bindings) = query.rendered(for: session.dialect)
        return try session.run(text, bindings) { _ in true }
    }

    /// All rows, decoded as they stream.
    public func all<Value>(_ query: SQLQuery, _ decode: (inout SQLRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        let (text, bindings) = query.rendered(for: session.dialect)
        _ = try session.run(text, bindings) { cells in
            var row = SQLRow(cells)
            values.append(try decode(&row))
            return true
        }
        return values
    }

    public func all<Value>(_ query: SQLQuery, as columns: SQLColumns<Value>) throws -> [Value] {
        try all(query, columns.decode)
    }

    /// The first row, if any.
    public func first<Value>(_ query: SQLQuery, _ decode: (inout SQLRow) throws -> Value) throws -> Value? {
        var value: Value?
        let (text, bindings) = query.rendered(for: session.dialect)
        _ = try session.run(text, bindings) { cells in
            var row = SQLRow(cells)
            value = try decode(&row)
            return false
        }
        return value
    }

    public func first<Value>(_ query: SQLQuery, as columns: SQLColumns<Value>) throws -> Value? {
        try first(query, columns.decode)
    }

    /// A single number, as of `SELECT COUNT(*)`; 0 without a row.
    public func count(_ query: SQLQuery) throws -> Int {
        try first(query) { $0.next() } ?? 0
    }
}

/// What an engine refuses, with its own words.
public struct SQLError: Error, CustomStringConvertible, Sendable {
    public enum Kind: Sendable { case constraint, unavailable, other }
    public let kind: Kind
    public let message: String
    public var description: String { message }

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Neither engine stores this character faithfully: both refuse it alike.
    package static let nulInText = SQLError(.other, "A text holds the character NUL.")
}
