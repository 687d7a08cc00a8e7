// Statements inside a transaction, and the rows of their results.

import CPostgres
import Foundation
import SQL

final class PostgresSession: SQLSession {
    let dialect = SQLDialect.postgres
    private let connection: PostgresConnection
    /// The server refuses all that follows a refused statement; kept because the closure may have caught it.
    private(set) var refusal: PostgresRefusal?

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    func run(_ text: String, _ bindings: [SQLValue], row: (any SQLCells) throws -> Bool) throws -> Int {
        if let refusal { throw refusal.error }
        let result: OpaquePointer?
        do {
            result = try connection.result(text, bindings)
        } catch let refusal as PostgresRefusal {
            self.refusal = refusal
            throw refusal.error
        }
        defer { PQclear(result) }
        let cells = PostgresCells(result)
        for number in 0..<PQntuples(result) {
            cells.row = number
            guard try row(cells) else { break }
        }
        return rowsChanged(result)
    }

    /// The server counts the rows that a SELECT gives as well.
    private func rowsChanged(_ result: OpaquePointer?) -> Int {
        guard let status = PQcmdStatus(result), strncmp(status, "SELECT", 6) != 0, let count = PQcmdTuples(result) else { return 0 }
        return atol(count)
    }
}

/// A row of a result, in the text format.
private final class PostgresCells: SQLCells {
    private let result: OpaquePointer?
    var row: Int32 = 0

    init(_ result: OpaquePointer?) {
        self.result = result
    }

    func isNull(_ column: Int32) -> Bool { PQgetisnull(result, row, column) != 0 }
    func integer(_ column: Int32) -> Int64 { value(column).map { Int64(atoll($0)) } ?? 0 }
    func real(_ column: Int32) -> Double { value(column).map { strtod($0, nil) } ?? 0 }
    func boolean(_ column: Int32) -> Bool { value(column)?.pointee == CChar(UInt8(ascii: "t")) }

    func text(_ column: Int32) -> String {
        guard let start = value(column) else { return "" }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Nil where libpq has no such column; a NULL is an empty text.
    private func value(_ column: Int32) -> UnsafePointer<CChar>? {
        UnsafePointer(PQgetvalue(result, row, column))
    }
}
