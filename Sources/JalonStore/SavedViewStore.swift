/// Saved views of the list of actions, and the key that it is grouped by direction with.
package import JalonDomain
package import SQL

let savedViews = SQLMigration(
    "saved views",
    [
        "ALTER TABLE action ADD COLUMN direction_key \(SQLQuery.sortableText) NOT NULL DEFAULT '~'",
        "UPDATE action SET direction_key = \(ActionStore.directionKey(pilot: "action.pilot_id", organisation: "action.organisation_id"))",
        "CREATE INDEX action_by_direction ON action (organisation_id, plan, archived, direction_key, number)",
        """
        CREATE TABLE saved_view (
            organisation_id BIGINT NOT NULL REFERENCES organisation, id BIGINT NOT NULL, version BIGINT NOT NULL,
            account_id BIGINT NOT NULL REFERENCES account, name TEXT NOT NULL CHECK (name <> ''),
            name_key \(SQLQuery.sortableText) NOT NULL, query TEXT NOT NULL, shared BOOLEAN NOT NULL,
            PRIMARY KEY (organisation_id, id), UNIQUE (organisation_id, account_id, name_key))
        """,
    ])

package struct SavedViewStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private static let columns = SQLColumns<SavedView>("id, version, account_id, name, query, shared") {
        SavedView(id: $0.next(), version: $0.next(), owner: $0.next(), name: $0.next(), query: $0.next(), shared: $0.next())
    }

    /// Those of an account and those that are shared, by name.
    package func all(for account: Int) throws -> [SavedView] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM saved_view
            WHERE organisation_id = \(organisation) AND (account_id = \(account) OR shared) ORDER BY name_key, id
            """, as: Self.columns)
    }

    package func find(_ id: Int) throws -> SavedView? {
        try sql.first("SELECT \(Self.columns) FROM saved_view WHERE organisation_id = \(organisation) AND id = \(id)", as: Self.columns)
    }

    package func insert(owner: Int, name: String, query: String, shared: Bool) throws -> SavedView {
        let id = try sql.count("SELECT COALESCE(MAX(id), 0) + 1 FROM saved_view WHERE organisation_id = \(organisation)")
        try sql.execute(
            """
            INSERT INTO saved_view (organisation_id, id, version, account_id, name, name_key, query, shared)
            VALUES (\(organisation), \(id), 1, \(owner), \(name), \(name.folded), \(query), \(shared))
            """)
        return SavedView(id: id, version: 1, owner: owner, name: name, query: query, shared: shared)
    }

    package func save(_ view: SavedView) throws {
        try sql.execute(
            """
            UPDATE saved_view SET version = \(view.version), name = \(view.name), name_key = \(view.name.folded), query = \(view.query),
                shared = \(view.shared)
            WHERE organisation_id = \(organisation) AND id = \(view.id)
            """)
    }

    package func delete(_ id: Int) throws {
        try sql.execute("DELETE FROM saved_view WHERE organisation_id = \(organisation) AND id = \(id)")
    }
}
