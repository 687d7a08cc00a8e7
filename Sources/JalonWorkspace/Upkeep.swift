/// Upkeep of an installation: backup and verification.
import JalonDomain
import JalonStore
import SQL

extension Workspace {
    /// A copy of the live database; only an administrator takes one.
    package func backup(to path: String, as visitor: Visitor) async throws {
        _ = try await look(visitor, needs: .administer) { _ in true }
        try await database.backup(to: path)
    }

    /// What is wrong, in a line each; nothing when the database is sound and the journal complete.
    package func verify() async throws -> [String] {
        let engine = try await database.check()
        let journal = try await database.read { sql in
            try OrganisationStore(sql).all().flatMap { organisation in
                try JournalStore(sql, organisation: organisation.id).incomplete().map {
                    "journal: \(organisation.slug): \($0): changes without an entry, or entries without a change"
                }
            }
        }
        return engine + journal
    }
}
