// Statements inside a transaction, straight on SQLite's own functions: a row is read where it lies.

import GRDB
import GRDBSQLite
import SQL

final class SQLiteSession: SQLSession {
    let dialect = SQLDialect.sqlite
    private let database: Database
    private let handle: OpaquePointer
    /// As on PostgreSQL, a refused statement condemns its transaction even when the error is caught.
    private var refusal: SQLError?

    static func run<Value>(_ body: (SQLConnection) throws -> Value, on database: Database) throws -> Value {
        guard let handle = database.sqliteConnection else { throw SQLError(.unavailable, "The database is closed.") }
        let session = SQLiteSession(database, handle)
        let value = try body(SQLConnection(session))
        if let refusal = session.refusal { throw refusal }
        return value
    }

    private init(_ database: Database, _ handle: OpaquePointer) {
        self.database = database
        self.handle = handle
    }

    func run(_ text: String, _ bindings: [SQLValue], row: (any SQLCells) throws -> Bool) throws -> Int {
        if let refusal { throw refusal }
        // Kept alive here: GRDB's cache may forget the statement when the schema changes.
        let prepared = try statement(text)
        return try withExtendedLifetime(prepared) {
            let statement = prepared.sqliteStatement
            // So that a statement is never kept in the middle of its rows, nor holds on to texts.
            defer {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
            try bind(bindings, to: statement)
            return try step(statement, row: row)
        }
    }

    /// From the connection's cache, except when a row of the same statement is being read right now.
    private func statement(_ text: String) throws -> Statement {
        do {
            let cached = try database.cachedStatement(sql: text)
            return sqlite3_stmt_busy(cached.sqliteStatement) == 0 ? cached : try database.makeStatement(sql: text)
        } catch {
            throw refuse(SQLError(sqlite: error))
        }
    }

    private func bind(_ bindings: [SQLValue], to statement: OpaquePointer) throws {
        guard sqlite3_bind_parameter_count(statement) == bindings.count else {
            throw refuse(SQLError(.other, "The statement has \(sqlite3_bind_parameter_count(statement)) bindings, not \(bindings.count)."))
        }
        for (index, value) in zip(Int32(1)..., bindings) {
            let code =
                switch value {
                case .null: sqlite3_bind_null(statement, index)
                case .integer(let number): sqlite3_bind_int64(statement, index, number)
                case .real(let number): sqlite3_bind_double(statement, index, number)
                case .boolean(let flag): sqlite3_bind_int(statement, index, flag ? 1 : 0)
                case .text(let text): try bind(text, at: index, to: statement)
                }
            guard code == SQLITE_OK else { throw refuse(lastError(code)) }
        }
    }

    private func bind(_ text: String, at index: Int32, to statement: OpaquePointer) throws -> Int32 {
        var text = text
        return try text.withUTF8 { bytes in
            guard !bytes.contains(0) else { throw refuse(.nulInText) }
            // An empty buffer may have no address, which SQLite would take for NULL.
            guard let start = bytes.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, copied) }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text64(statement, index, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    private func step(_ statement: OpaquePointer, row: (any SQLCells) throws -> Bool) throws -> Int {
        let cells = SQLiteCells(statement)
        let before = sqlite3_total_changes64(handle)
        var wanted = true
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { break }
            guard code == SQLITE_ROW else { throw refuse(lastError(code)) }
            if wanted { wanted = try row(cells) }
            // A change goes to its end, where its foreign keys are checked; a question may stop.
            if !wanted, sqlite3_stmt_readonly(statement) != 0 { break }
        }
        // SQLite keeps the number of the last statement that changed rows: it is not about a question or a table made.
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    private func lastError(_ code: Int32) -> SQLError {
        SQLError(sqlite: DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(handle))))
    }

    private func refuse(_ error: SQLError) -> SQLError {
        refusal = error
        return error
    }
}

/// Tells SQLite to copy the text: its address is ours only during the call.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// The row that a statement stands on.
private final class SQLiteCells: SQLCells {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }
    func boolean(_ column: Int32) -> Bool { sqlite3_column_int(statement, column) != 0 }

    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension SQLError {
    init(sqlite error: any Error) {
        guard let error = error as? DatabaseError else {
            self = error as? SQLError ?? SQLError(.other, "\(error)")
            return
        }
        let kind: Kind =
            switch error.resultCode {
            case .SQLITE_CONSTRAINT: .constraint
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_NOTADB, .SQLITE_CORRUPT: .unavailable
            // What GRDB answers once the pool is closed.
            case .SQLITE_MISUSE: .unavailable
            default: .other
            }
        self.init(kind, error.message ?? "SQLite answers \(error.resultCode).")
    }
}
