// Both engines for the contract tests: each test asks for an empty database of its own.

import Foundation
import PostgresEngine
package import SQL
import SQLiteEngine

package enum Engine: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// Of each database: all the tests run at once, on one server.
    private static let connections = 2

    /// A new empty database: a temporary file, or one on the server that `JALON_TEST_POSTGRES_URL` names.
    package func database() async throws -> any SQLDatabase {
        switch self {
        case .sqlite: try SQLiteDatabase.temporary()
        case .postgres: try PostgresDatabase(url: try await newPostgresDatabase(), connections: Self.connections)
        }
    }

    /// One new empty database opened twice, as by two programs.
    package func sharedDatabase() async throws -> (any SQLDatabase, any SQLDatabase) {
        switch self {
        case .sqlite:
            let first = try SQLiteDatabase.temporary()
            return (first, try SQLiteDatabase(path: first.path))
        case .postgres:
            let url = try await newPostgresDatabase()
            return (
                try PostgresDatabase(url: url, connections: Self.connections), try PostgresDatabase(url: url, connections: Self.connections)
            )
        }
    }

    /// Opens a file of SQLite, as a backup.
    package static func file(at path: String) throws -> any SQLDatabase {
        try SQLiteDatabase(path: path)
    }

    /// Notes that a contract test runs on this engine: `script/test` compares the two lists.
    package func record(_ test: String) {
        guard let path = ProcessInfo.processInfo.environment["JALON_CONTRACT_LOG"] else { return }
        // Appended in one write: tests run at the same time.
        let log = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o644)
        guard log >= 0 else { return }
        let line = Array("\(rawValue) \(test)\n".utf8)
        _ = write(log, line, line.count)
        _ = close(log)
    }

    private func newPostgresDatabase() async throws -> String {
        guard let url = ProcessInfo.processInfo.environment["JALON_TEST_POSTGRES_URL"], var components = URLComponents(string: url) else {
            throw SQLError(.unavailable, "JALON_TEST_POSTGRES_URL is not set: script/test starts PostgreSQL and sets it")
        }
        let name = "jalon_\(UInt64.random(in: .min ... .max))"
        let server = try PostgresDatabase(url: url, connections: 1)
        try await server.createDatabase(named: name)
        await server.close()
        components.path = "/\(name)"
        return components.string ?? url
    }
}
