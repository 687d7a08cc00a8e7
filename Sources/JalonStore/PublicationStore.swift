/// Publications: what was chosen, who was told not to be a person, and what the public reads, kept whole so that nothing else is read for it.
import Foundation
package import JalonDomain
package import SQL

let publications = SQLMigration(
    "publications",
    [
        """
        CREATE TABLE publication_choice (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, version BIGINT NOT NULL, fields TEXT NOT NULL, lessons TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan), FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        """
        CREATE TABLE publication_clearance (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, hit TEXT NOT NULL, found TEXT NOT NULL, cleared_at TEXT NOT NULL,
            cleared_by TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, hit), FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        """
        CREATE TABLE publication (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, id BIGINT NOT NULL, version BIGINT NOT NULL, snapshot BIGINT NOT NULL,
            published_at TEXT NOT NULL, published_by TEXT NOT NULL, withdrawn_at TEXT, content TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, id), FOREIGN KEY (organisation_id, plan, version) REFERENCES plan_version,
            FOREIGN KEY (organisation_id, plan, snapshot) REFERENCES frozen_plan)
        """,
    ])

package struct Publication: Sendable, Equatable {
    package let id: Int
    package let version: Int
    package let at: Instant
    package let by: String
}

package struct PublicationStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    // MARK: What was chosen

    package func choice(plan: Int) throws -> PublicationChoice {
        try sql.first(
            "SELECT version, fields, lessons FROM publication_choice WHERE organisation_id = \(organisation) AND plan = \(plan)"
        ) { row in
            PublicationChoice(
                version: row.next(),
                fields: Set(row.next(String.self).split(separator: " ").compactMap { PublicField(rawValue: String($0)) }),
                lessons: Set(try JSONDecoder().decode([LessonKey].self, from: Data(row.next(String.self).utf8))))
        } ?? .usual
    }

    /// Replaces the choice whose version is the one before; answers whether it still was.
    package func save(_ choice: PublicationChoice, plan: Int) throws -> Bool {
        let fields = PublicField.allCases.filter(choice.fields.contains).map(\.rawValue).joined(separator: " ")
        let lessons = String(decoding: try JSONEncoder().encode(choice.lessons.sorted()), as: UTF8.self)
        guard choice.version > 1 else {
            return try sql.execute(
                """
                INSERT INTO publication_choice (organisation_id, plan, version, fields, lessons)
                VALUES (\(organisation), \(plan), \(choice.version), \(fields), \(lessons)) ON CONFLICT DO NOTHING
                """) == 1
        }
        return try sql.execute(
            """
            UPDATE publication_choice SET version = \(choice.version), fields = \(fields), lessons = \(lessons)
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND version = \(choice.version - 1)
            """) == 1
    }

    package func cleared(plan: Int) throws -> Set<String> {
        Set(
            try sql.all("SELECT hit FROM publication_clearance WHERE organisation_id = \(organisation) AND plan = \(plan)") {
                $0.next(String.self)
            })
    }

    package func clear(_ hit: PersonHit, plan: Int, by author: String, at now: Instant) throws {
        try sql.execute(
            """
            INSERT INTO publication_clearance (organisation_id, plan, hit, found, cleared_at, cleared_by)
            VALUES (\(organisation), \(plan), \(hit.key), \(hit.found), \(now), \(author)) ON CONFLICT DO NOTHING
            """)
    }

    /// The names of all persons that the organisation knows or knew: of its directory, of its members, of its workshops.
    package func personNames() throws -> Set<String> {
        Set(
            try sql.all(
                """
                SELECT name FROM party WHERE organisation_id = \(organisation) AND kind = 'person'
                UNION SELECT a.name FROM member m JOIN account a ON a.id = m.account_id WHERE m.organisation_id = \(organisation)
                UNION SELECT w.name FROM workshop_participant w WHERE w.organisation_id = \(organisation) AND NOT EXISTS (
                    SELECT 1 FROM party p WHERE p.organisation_id = w.organisation_id AND p.kind <> 'person' AND p.name_key = w.name_key)
                """
            ) { $0.next(String.self) })
    }

    // MARK: What the public reads

    private static let columns = SQLColumns<Publication>("id, version, published_at, published_by") {
        Publication(id: $0.next(), version: $0.next(), at: try $0.instant(), by: $0.next())
    }

    /// The one that the public reads now.
    package func current(plan: Int) throws -> Publication? {
        try sql.first(
            """
            SELECT \(Self.columns) FROM publication WHERE organisation_id = \(organisation) AND plan = \(plan) AND withdrawn_at IS NULL
            ORDER BY id DESC LIMIT 1
            """, as: Self.columns)
    }

    package func content(plan: Int, _ id: Int) throws -> PublicPlan? {
        try sql.first(
            "SELECT content FROM publication WHERE organisation_id = \(organisation) AND plan = \(plan) AND id = \(id)"
        ) { try JSONDecoder().decode(PublicPlan.self, from: Data($0.next(String.self).utf8)) }
    }

    /// Takes the place of the one before.
    package func publish(_ content: PublicPlan, snapshot: Int, by author: String, at now: Instant) throws -> Publication {
        try withdraw(plan: content.plan, at: now)
        let id = try sql.count(
            "SELECT COALESCE(MAX(id), 0) + 1 FROM publication WHERE organisation_id = \(organisation) AND plan = \(content.plan)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try sql.execute(
            """
            INSERT INTO publication (organisation_id, plan, id, version, snapshot, published_at, published_by, content)
            VALUES (\(organisation), \(content.plan), \(id), \(content.version), \(snapshot), \(now), \(author),
                \(String(decoding: try encoder.encode(content), as: UTF8.self)))
            """)
        return Publication(id: id, version: content.version, at: now, by: author)
    }

    package func withdraw(plan: Int, at now: Instant) throws {
        try sql.execute(
            """
            UPDATE publication SET withdrawn_at = \(now)
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND withdrawn_at IS NULL
            """)
    }

    // MARK: What studies and experiments taught

    /// Across plans, the latest first, from the one after `cursor` on; all the words asked in the label, the method or the result.
    package func lessons(_ asked: SearchWords, plan: Int? = nil, after cursor: Int = 0, limit: Int) throws -> [Lesson] {
        var these: SQLQuery = ""
        if let plan { these += " AND s.plan = \(plan)" }
        let all = try sql.all(
            """
            SELECT s.plan, s.action, s.position, a.label, s.level, s.method, s.result, s.started_on, s.done_on, s.outcome, s.decided_by,
                s.decided_on, a.visibility
            FROM stage s JOIN action a ON a.organisation_id = s.organisation_id AND a.plan = s.plan AND a.number = s.action
            WHERE s.organisation_id = \(organisation) AND s.level <> 'implementation' AND s.result <> '' AND NOT a.archived\(these)
            ORDER BY COALESCE(s.decided_on, s.done_on, '') DESC, s.plan DESC, s.action DESC, s.position DESC
            """
        ) { row in
            Lesson(
                plan: row.next(), key: LessonKey(action: row.next(), stage: row.next()), label: row.next(), level: try row.choice(),
                method: row.next(), result: row.next(), startedOn: try row.optionalDay(), doneOn: try row.optionalDay(),
                outcome: try row.optionalChoice(), decidedBy: row.next(), decidedOn: try row.optionalDay(),
                visibility: try row.choice(), perimeter: [])
        }
        let kept = asked.words.isEmpty ? all : all.filter { asked.areAll(in: "\($0.label)\n\($0.method)\n\($0.result)") }
        var page = Array(kept.dropFirst(cursor).prefix(limit))
        guard !page.isEmpty else { return [] }
        let places = Dictionary(uniqueKeysWithValues: page.enumerated().map { ([$1.plan, $1.key.action, $1.key.stage], $0) })
        _ = try sql.all(
            """
            SELECT x.plan, x.action, x.stage, p.name FROM action_party x
                JOIN party p ON p.organisation_id = x.organisation_id AND p.id = x.party_id
            WHERE x.organisation_id = \(organisation) AND x.stage >= 0 ORDER BY x.plan, x.action, x.stage, x.position
            """
        ) { row in
            if let index = places[[row.next(), row.next(), row.next()]] { page[index].perimeter.append(row.next()) }
        }
        return page
    }
}

/// A study or an experiment whose result was written down.
package struct Lesson: Sendable, Equatable {
    package let plan: Int
    package let key: LessonKey
    package let label: String
    package let level: EngagementLevel
    package let method: String
    package let result: String
    package let startedOn: Day?
    package let doneOn: Day?
    package let outcome: Outcome?
    package let decidedBy: String?
    package let decidedOn: Day?
    package let visibility: Visibility
    package fileprivate(set) var perimeter: [String]
}
