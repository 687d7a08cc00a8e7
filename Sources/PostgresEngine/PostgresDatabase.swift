// The engine for an organisation that outgrows one machine: a few connections, each with its own thread, share a queue of jobs.

import Dispatch
import Foundation
package import SQL

package final class PostgresDatabase: SQLDatabase {
    package let engine = "postgres"
    private let jobs = JobQueue()
    private let threads = DispatchGroup()

    /// Tries the address once, so that a wrong one is told at the start; the connections open when first used.
    package init(url: String, connections: Int = 4) throws {
        try PostgresConnection(url).open()
        for number in 1...max(1, connections) {
            threads.enter()
            let thread = Thread { [jobs, threads] in
                let connection = PostgresConnection(url)
                while let job = jobs.take() {
                    job.work(connection)
                    jobs.finish(job)
                }
                connection.close()
                threads.leave()
            }
            thread.name = "postgres-\(number)"
            thread.start()
        }
    }

    deinit {
        jobs.close()
    }

    package func read<Value: Sendable>(_ body: @escaping @Sendable (SQLConnection) throws -> Value) async throws -> Value {
        try await perform { try $0.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body) }
    }

    /// Read committed: what follows the lock sees all that the previous holder wrote.
    package func write<Value: Sendable>(
        lock: Int, _ body: @escaping @Sendable (SQLConnection) throws -> Value
    ) async throws -> Value {
        try await perform(lock: lock) {
            try $0.transaction("BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(\(lock))", body)
        }
    }

    package func check() async throws -> [String] {
        try await read { sql in
            try sql.all(
                """
                SELECT conrelid::regclass::text, conname FROM pg_constraint
                WHERE NOT convalidated AND contype IN ('c', 'f') ORDER BY 1, 2
                """
            ) { "The rows of \($0.next(String.self)) were never checked against \($0.next(String.self))." }
        }
    }

    package func backup(to path: String) async throws {
        throw SQLError(.other, "This database is on PostgreSQL: use pg_dump --format=custom --file=\(path) with the same address.")
    }

    package func close() async {
        jobs.close()
        await withCheckedContinuation { continuation in
            threads.notify(queue: .global()) { continuation.resume() }
        }
    }

    /// An empty database on the same server, for tests.
    package func createDatabase(named name: String) async throws {
        try await perform { try $0.execute("CREATE DATABASE \(try $0.quoted(name)) TEMPLATE template0 ENCODING 'UTF8'") }
    }

    private func perform<Value: Sendable>(
        lock: Int? = nil, _ work: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(lock: lock) { connection in
                continuation.resume(
                    with: Result {
                        do { return try work(connection) } catch let refusal as PostgresRefusal { throw refusal.error }
                    })
            }
            if !jobs.put(job) { continuation.resume(throwing: SQLError(.unavailable, "The database is closed.")) }
        }
    }
}
