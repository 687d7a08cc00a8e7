// The embedded engine: GRDB's pool gives one writer and readers that never wait for it.

import Dispatch
import Foundation
import GRDB
package import SQL

package final class SQLiteDatabase: SQLDatabase {
    package let engine = "sqlite"
    package var path: String { pool.path }
    private let pool: DatabasePool
    /// Removed with the database: the folder of a temporary one.
    private let scratch: URL?

    /// Opens the file, or creates it.
    package convenience init(path: String) throws {
        try self.init(path: path, scratch: nil)
    }

    /// A new database that disappears with the returned object, for tests.
    package static func temporary() throws -> SQLiteDatabase {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try SQLiteDatabase(path: folder.appendingPathComponent("jalon.sqlite").path, scratch: folder)
    }

    private init(path: String, scratch: URL?) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(30)
        configuration.label = "jalon"
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // Only now: while opening, the pool sets NORMAL, which may lose the last commits when power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch {
            throw SQLError(.unavailable, "The database \(path) cannot be opened: \(SQLError(sqlite: error).message)")
        }
        self.scratch = scratch
    }

    deinit {
        if let scratch { try? FileManager.default.removeItem(at: scratch) }
    }

    package func read<Value: Sendable>(_ body: @escaping @Sendable (SQLConnection) throws -> Value) async throws -> Value {
        try await translatingErrors {
            // The pool's own `read` prepares BEGIN and COMMIT anew each time, which a page of eight statements feels.
            try await pool.unsafeRead { db in
                try db.cachedStatement(sql: "BEGIN").execute()
                do {
                    let value = try SQLiteSession.run(body, on: db)
                    try db.cachedStatement(sql: "COMMIT").execute()
                    return value
                } catch {
                    try? db.execute(sql: "ROLLBACK")
                    throw error
                }
            }
        }
    }

    /// There is one writer: every lock is the same one.
    package func write<Value: Sendable>(
        lock: Int, _ body: @escaping @Sendable (SQLConnection) throws -> Value
    ) async throws -> Value {
        try await translatingErrors {
            try await pool.write { try SQLiteSession.run(body, on: $0) }
        }
    }

    package func check() async throws -> [String] {
        try await read { sql in
            let integrity = try sql.all("PRAGMA integrity_check") { $0.next(String.self) }
            let orphans = try sql.all("PRAGMA foreign_key_check") { row in
                let (table, rowid, parent) = (row.next(String.self), row.next(Int.self), row.next(String.self))
                return "Row \(rowid) of \(table) refers to a row of \(parent) that does not exist."
            }
            return integrity.filter { $0 != "ok" } + orphans
        }
    }

    package func backup(to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw SQLError(.other, "\(path) exists already; a backup goes to a new file.")
        }
        try await offCooperativeThreads { [pool] in
            do {
                let copy = try DatabaseQueue(path: path)
                try pool.backup(to: copy)
                try copy.close()
            } catch {
                try? FileManager.default.removeItem(atPath: path)
                throw SQLError(.other, "The backup to \(path) failed: \(SQLError(sqlite: error).message)")
            }
        }
    }

    /// Waits for what is running, then folds the write-ahead log into the file.
    package func close() async {
        try? await offCooperativeThreads { [pool] in
            // Closes the readers. The log goes with the last connection only if that one may write.
            pool.releaseMemory()
            try pool.close()
        }
    }

    private func translatingErrors<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let error as DatabaseError {
            throw SQLError(sqlite: error)
        } catch is SQLError where Task.isCancelled {
            // GRDB interrupts the statement of a task that nobody waits for any more.
            throw CancellationError()
        }
    }

    private func offCooperativeThreads(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
