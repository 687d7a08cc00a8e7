/// Scenarios of a plan: asked for, computed, adopted.
import Foundation
package import JalonDomain
package import SQL

let scenarios = SQLMigration(
    "scenarios",
    [
        """
        CREATE TABLE scenario (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, number BIGINT NOT NULL, settings TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')), outcome TEXT NOT NULL, failure TEXT NOT NULL,
            adoption TEXT NOT NULL, author TEXT NOT NULL, written_at TEXT NOT NULL, removed BOOLEAN NOT NULL,
            PRIMARY KEY (organisation_id, plan, number), FOREIGN KEY (organisation_id, plan) REFERENCES plan,
            CHECK ((state = 'done') = (outcome <> '')))
        """
    ])

package struct ScenarioStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// The latest first.
    package func all(plan: Int) throws -> [Scenario] { try read(plan, "ORDER BY number DESC") }

    package func find(_ number: Int, plan: Int) throws -> Scenario? { try read(plan, "AND number = \(number)").first }

    private func read(_ plan: Int, _ rest: SQLQuery) throws -> [Scenario] {
        try sql.all(
            """
            SELECT number, settings, state, outcome, failure, adoption, author, written_at FROM scenario
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND NOT removed \(rest)
            """
        ) { row in
            let number: Int = row.next()
            let settings = try Self.decode(ScenarioSettings.self, row.next())
            let state: ScenarioState = try row.choice()
            let outcome: String = row.next()
            let failure: String = row.next()
            let adoption: String = row.next()
            return Scenario(
                number: number, settings: settings, state: state,
                outcome: outcome.isEmpty ? nil : try Self.decode(ScenarioOutcome.self, outcome),
                flaws: failure.isEmpty ? [] : try Self.decode([ScenarioFlaw].self, failure),
                adoption: adoption.isEmpty ? nil : try Self.decode(ScenarioAdoption.self, adoption), author: row.next(),
                at: try row.instant())
        }
    }

    package func insert(_ settings: ScenarioSettings, plan: Int, by author: String, at now: Instant) throws -> Int {
        let number = try sql.count(
            "SELECT COALESCE(MAX(number), 0) + 1 FROM scenario WHERE organisation_id = \(organisation) AND plan = \(plan)")
        try sql.execute(
            """
            INSERT INTO scenario (organisation_id, plan, number, settings, state, outcome, failure, adoption, author, written_at, removed)
            VALUES (\(organisation), \(plan), \(number), \(try Self.encode(settings)), 'running', '', '', '', \(author), \(now), FALSE)
            """)
        return number
    }

    package func finish(_ number: Int, plan: Int, _ outcome: ScenarioOutcome) throws {
        try sql.execute(
            """
            UPDATE scenario SET state = 'done', outcome = \(try Self.encode(outcome)), failure = ''
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND number = \(number)
            """)
    }

    package func fail(_ number: Int, plan: Int, _ flaws: [ScenarioFlaw]) throws {
        try sql.execute(
            """
            UPDATE scenario SET state = 'failed', outcome = '', failure = \(try Self.encode(flaws))
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND number = \(number)
            """)
    }

    package func adopt(_ number: Int, plan: Int, _ adoption: ScenarioAdoption) throws {
        try sql.execute(
            """
            UPDATE scenario SET adoption = \(try Self.encode(adoption))
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND number = \(number)
            """)
    }

    package func remove(_ number: Int, plan: Int) throws {
        try sql.execute(
            "UPDATE scenario SET removed = TRUE WHERE organisation_id = \(organisation) AND plan = \(plan) AND number = \(number)")
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func decode<Value: Decodable>(_: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
