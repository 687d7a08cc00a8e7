// One connection through libpq, used by one thread: transactions, tried again when that is safe, and statements.

import CPostgres
import SQL

final class PostgresConnection {
    private let url: String
    private var handle: OpaquePointer?
    /// The server's name for each text prepared on this connection.
    private var prepared: [String: String] = [:]

    init(_ url: String) {
        self.url = url
    }

    deinit {
        close()
    }

    func close() {
        PQfinish(handle)
        handle = nil
        prepared = [:]
    }

    /// Does nothing when the connection is sound.
    func open() throws {
        if let handle, PQstatus(handle) == CONNECTION_OK { return }
        close()
        // In order: what the address may change, the address, what it may not.
        let parameters = [
            ("connect_timeout", "10"), ("fallback_application_name", "jalon"), ("dbname", url), ("client_encoding", "UTF8"),
        ]
        handle = withCStrings(parameters.map(\.0)) { keywords in
            withCStrings(parameters.map(\.1)) { values in PQconnectdbParams(keywords + [nil], values + [nil], 1) }
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = trimmed(PQerrorMessage(handle))
            close()
            throw SQLError(.unavailable, "PostgreSQL cannot be reached: \(reason)")
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    /// Runs the closure between BEGIN and COMMIT; again when the server gave the turn to another transaction (a deadlock, a
    /// serialization failure) or the connection was lost before COMMIT was sent.
    func transaction<Value>(_ begin: String, _ body: (SQLConnection) throws -> Value) throws -> Value {
        var attempt = 1
        while true {
            try open()
            let session = PostgresSession(self)
            do {
                try execute(begin)
                let value = try body(SQLConnection(session))
                if let refusal = session.refusal { throw refusal }
                try commit()
                return value
            } catch {
                rollback()
                let refusal = session.refusal ?? error as? PostgresRefusal
                guard let refusal, refusal.mayTryAgain, attempt < 5 else { throw error }
                attempt += 1
            }
        }
    }

    private func commit() throws {
        do {
            try execute("COMMIT")
        } catch let refusal as PostgresRefusal where refusal.error.kind == .unavailable {
            throw SQLError(.unavailable, "The connection was lost during COMMIT; the change may or may not be made. \(refusal.error)")
        }
    }

    private func rollback() {
        // Fails when the connection is lost: the server has then done it.
        try? execute("ROLLBACK")
        if PQtransactionStatus(handle) != PQTRANS_IDLE { close() }
    }

    /// A literal text, without bindings nor result.
    func execute(_ text: String) throws {
        PQclear(try accepted(PQexec(handle, text)))
    }

    /// The result of a statement; the caller clears it.
    func result(_ text: String, _ bindings: [SQLValue]) throws -> OpaquePointer? {
        if bindings.isEmpty { return try accepted(PQexec(handle, text)) }
        let name = try prepare(text)
        return try withParameters(bindings) { values in
            try accepted(PQexecPrepared(handle, name, Int32(values.count), values, nil, nil, 0))
        }
    }

    private func prepare(_ text: String) throws -> String {
        if let name = prepared[text] { return name }
        let name = "s\(prepared.count + 1)"
        PQclear(try accepted(PQprepare(handle, name, text, 0, nil)))
        prepared[text] = name
        return name
    }

    func quoted(_ name: String) throws -> String {
        try open()
        guard let escaped = PQescapeIdentifier(handle, name, name.utf8.count) else {
            throw SQLError(.other, trimmed(PQerrorMessage(handle)))
        }
        defer { PQfreemem(escaped) }
        return String(cString: escaped)
    }

    private func accepted(_ result: OpaquePointer?) throws -> OpaquePointer? {
        let status = PQresultStatus(result)
        if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
        defer { PQclear(result) }
        let isLost = PQstatus(handle) != CONNECTION_OK
        throw PostgresRefusal(
            state: field(result, .state),
            message: field(result, .primaryMessage) ?? trimmed(PQerrorMessage(handle)),
            isLost: isLost)
    }

    /// PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY: Swift does not import macros that are characters.
    private enum Field: UnicodeScalar {
        case state = "C"
        case primaryMessage = "M"
    }

    private func field(_ result: OpaquePointer?, _ field: Field) -> String? {
        PQresultErrorField(result, Int32(field.rawValue.value)).map { String(cString: $0) }
    }
}

/// What the server refuses, and whether the same transaction may succeed later.
struct PostgresRefusal: Error {
    let error: SQLError
    let mayTryAgain: Bool

    init(state: String?, message: String, isLost: Bool) {
        // https://www.postgresql.org/docs/current/errcodes-appendix.html
        let state = state ?? ""
        let kind: SQLError.Kind =
            if isLost || state.hasPrefix("08") || state.hasPrefix("53") || state.hasPrefix("57P") {
                .unavailable
            } else if state.hasPrefix("23") {
                .constraint
            } else {
                .other
            }
        error = SQLError(kind, message)
        mayTryAgain = isLost || state == "40001" || state == "40P01"
    }
}

/// libpq's messages end with a line break.
private func trimmed(_ message: UnsafePointer<CChar>?) -> String {
    guard let message else { return "" }
    return String(cString: message).split(separator: "\n").joined(separator: " ")
}
