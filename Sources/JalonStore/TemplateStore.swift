/// Templates of actions, which an organisation keeps from plan to plan.
import Foundation
package import JalonDomain
package import SQL

let templates = SQLMigration(
    "templates",
    [
        """
        CREATE TABLE action_template (
            organisation_id BIGINT NOT NULL REFERENCES organisation, number BIGINT NOT NULL, version BIGINT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''), name_key \(SQLQuery.sortableText) NOT NULL, archived BOOLEAN NOT NULL,
            document TEXT NOT NULL, PRIMARY KEY (organisation_id, number))
        """
    ])

package struct TemplateStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    private static let columns = SQLColumns<ActionTemplate>("number, version, name, archived, document") { row in
        ActionTemplate(
            number: row.next(), version: row.next(), name: row.next(), archived: row.next(),
            content: try JSONDecoder().decode(ActionTemplate.Content.self, from: Data(row.next(String.self).utf8)))
    }

    /// By name.
    package func all(archived: Bool) throws -> [ActionTemplate] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM action_template WHERE organisation_id = \(organisation) AND archived = \(archived)
            ORDER BY name_key, number
            """, as: Self.columns)
    }

    package func find(_ number: Int) throws -> ActionTemplate? {
        try sql.first(
            "SELECT \(Self.columns) FROM action_template WHERE organisation_id = \(organisation) AND number = \(number)", as: Self.columns)
    }

    package func nextNumber() throws -> Int {
        try sql.count("SELECT COALESCE(MAX(number), 0) + 1 FROM action_template WHERE organisation_id = \(organisation)")
    }

    package func insert(_ template: ActionTemplate) throws {
        let document = String(decoding: try JSONEncoder().encode(template.content), as: UTF8.self)
        try sql.execute(
            """
            INSERT INTO action_template (organisation_id, number, version, name, name_key, archived, document)
            VALUES (\(organisation), \(template.number), \(template.version), \(template.name), \(template.name.folded),
                \(template.archived), \(document))
            """)
    }

    /// Answers whether the row still had the version before the template's.
    package func save(_ template: ActionTemplate) throws -> Bool {
        try sql.execute(
            """
            UPDATE action_template SET version = \(template.version), name = \(template.name), name_key = \(template.name.folded),
                archived = \(template.archived)
            WHERE organisation_id = \(organisation) AND number = \(template.number) AND version = \(template.version - 1)
            """) == 1
    }
}
