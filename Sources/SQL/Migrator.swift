/// A step of the schema. A shipped migration never changes.
public struct SQLMigration: Sendable {
    public let name: String
    public let statements: [SQLQuery]

    public init(_ name: String, _ statements: [SQLQuery]) {
        self.name = name
        self.statements = statements
    }
}

extension SQLDatabase {
    /// Applies the migrations not applied yet, in order, in one transaction. Refuses a database that knows migrations this
    /// program does not: it was written by a newer one.
    public func migrate(_ migrations: [SQLMigration]) async throws {
        let known = migrations.map(\.name)
        // Creating the table takes the writer; a start on a database already up to date only reads.
        if let applied = try? await appliedMigrations(), applied == known { return }
        try await write(lock: 0) { sql in
            try sql.execute("CREATE TABLE IF NOT EXISTS migration (position BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
            let applied = try sql.all("SELECT name FROM migration ORDER BY position") { $0.next(String.self) }
            guard Array(known.prefix(applied.count)) == applied else {
                throw SQLError(.other, "The database was written by a newer version of Jalon; it knows \(applied.joined(separator: ", ")).")
            }
            for (position, migration) in migrations.enumerated().dropFirst(applied.count) {
                for statement in migration.statements { try sql.execute(statement) }
                try sql.execute("INSERT INTO migration (position, name) VALUES (\(position), \(migration.name))")
            }
        }
    }

    private func appliedMigrations() async throws -> [String] {
        try await read { try $0.all("SELECT name FROM migration ORDER BY position") { $0.next(String.self) } }
    }
}
