/// What people judged of actions, the workshops where they did, the weights of the organisation, and what a ranking reads of a plan.
import Foundation
package import JalonDomain
package import SQL

let ranking = SQLMigration(
    "ranking",
    [
        // The latest of each criterion: those before it are in the journal. Impact and effort repeat the action's own.
        """
        CREATE TABLE judgement (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, action BIGINT NOT NULL,
            criterion TEXT NOT NULL CHECK (criterion IN ('impact', 'effort', 'difficulty', 'cost')),
            step BIGINT NOT NULL CHECK (step BETWEEN 1 AND 5), judged_on TEXT NOT NULL, author TEXT NOT NULL,
            origin TEXT NOT NULL CHECK (origin IN ('workshop', 'person')), workshop BIGINT,
            PRIMARY KEY (organisation_id, plan, action, criterion), FOREIGN KEY (organisation_id, plan, action) REFERENCES action)
        """,
        """
        CREATE TABLE workshop (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, number BIGINT NOT NULL, held_on TEXT NOT NULL,
            judgements BIGINT NOT NULL, author TEXT NOT NULL, written_at TEXT NOT NULL,
            PRIMARY KEY (organisation_id, plan, number), FOREIGN KEY (organisation_id, plan) REFERENCES plan)
        """,
        """
        CREATE TABLE workshop_participant (
            organisation_id BIGINT NOT NULL, plan BIGINT NOT NULL, workshop BIGINT NOT NULL, position BIGINT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''), name_key TEXT NOT NULL, PRIMARY KEY (organisation_id, plan, workshop, position),
            FOREIGN KEY (organisation_id, plan, workshop) REFERENCES workshop)
        """,
        """
        CREATE TABLE ranking_weights (
            organisation_id BIGINT PRIMARY KEY REFERENCES organisation, version BIGINT NOT NULL, weights TEXT NOT NULL)
        """,
    ])

/// An action that a ranking places, in a few words, with what is estimated of it.
package struct RankingRow: Sendable {
    package let number: Int
    package let label: String
    package let axis: Int?
    package let level: EngagementLevel
    package let pilotName: String?
    package let steps: JudgedSteps
    package let dependencies: Int
}

package struct RankingStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    // MARK: Judgements

    /// Of a plan, or of one of its actions, by action.
    package func judgements(plan: Int, action: Int? = nil) throws -> [Int: [JudgedCriterion: Judgement]] {
        let one: SQLQuery = action.map { "AND action = \($0)" } ?? ""
        var found: [Int: [JudgedCriterion: Judgement]] = [:]
        _ = try sql.all(
            """
            SELECT action, criterion, step, judged_on, author, origin, workshop FROM judgement
            WHERE organisation_id = \(organisation) AND plan = \(plan) \(one)
            """
        ) { row in
            let action = row.next(Int.self)
            let judgement = Judgement(
                criterion: try row.choice(), step: row.next(), on: try row.day(), author: row.next(), origin: try row.choice(),
                workshop: row.next())
            found[action, default: [:]][judgement.criterion] = judgement
        }
        return found
    }

    package func save(_ judgement: Judgement, of id: ActionID) throws {
        try sql.execute(
            """
            INSERT INTO judgement (organisation_id, plan, action, criterion, step, judged_on, author, origin, workshop)
            VALUES (\(organisation), \(id.plan), \(id.number), \(judgement.criterion), \(judgement.step), \(judgement.on),
                \(judgement.author), \(judgement.origin), \(judgement.workshop))
            ON CONFLICT (organisation_id, plan, action, criterion) DO UPDATE SET step = excluded.step, judged_on = excluded.judged_on,
                author = excluded.author, origin = excluded.origin, workshop = excluded.workshop
            """)
    }

    package func delete(_ criterion: JudgedCriterion, of id: ActionID) throws {
        try sql.execute(
            """
            DELETE FROM judgement
            WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND action = \(id.number) AND criterion = \(criterion)
            """)
    }

    /// What the journal says of steps that were written in actions: who wrote the latest and when.
    package func written(plan: Int, action: Int?) throws -> [(action: Int, at: Instant, author: String, changes: [Change])] {
        let one: SQLQuery = action.map { "AND action = \($0)" } ?? "AND action IS NOT NULL"
        return try sql.all(
            """
            SELECT action, written_at, author, changes FROM journal
            WHERE organisation_id = \(organisation) AND plan = \(plan) \(one)
                AND (changes LIKE '%"impact"%' OR changes LIKE '%"effort"%' OR changes LIKE '%"difficulty"%')
            ORDER BY id
            """
        ) { row in
            (
                action: row.next(), at: try row.instant(), author: row.next(),
                changes: try JSONDecoder().decode([Change].self, from: Data(row.next(String.self).utf8))
            )
        }
    }

    // MARK: Workshops

    /// How many judgements were made in a workshop that is not closed yet.
    package func waiting(plan: Int) throws -> Int {
        try sql.count(
            """
            SELECT COUNT(*) FROM judgement WHERE organisation_id = \(organisation) AND plan = \(plan) AND origin = 'workshop'
                AND workshop IS NULL
            """)
    }

    /// What was judged since the workshop before now carries this one's day and number.
    package func close(_ workshop: Workshop, plan: Int, at now: Instant) throws {
        try sql.execute(
            """
            INSERT INTO workshop (organisation_id, plan, number, held_on, judgements, author, written_at)
            VALUES (\(organisation), \(plan), \(workshop.number), \(workshop.on), \(workshop.judgements), \(workshop.author), \(now))
            """)
        for (place, name) in workshop.participants.enumerated() {
            try sql.execute(
                """
                INSERT INTO workshop_participant (organisation_id, plan, workshop, position, name, name_key)
                VALUES (\(organisation), \(plan), \(workshop.number), \(place), \(name), \(name.folded))
                """)
        }
        try sql.execute(
            """
            UPDATE judgement SET workshop = \(workshop.number), judged_on = \(workshop.on)
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND origin = 'workshop' AND workshop IS NULL
            """)
    }

    /// The latest first.
    package func workshops(plan: Int) throws -> [Workshop] {
        var names: [Int: [String]] = [:]
        _ = try sql.all(
            """
            SELECT workshop, name FROM workshop_participant WHERE organisation_id = \(organisation) AND plan = \(plan)
            ORDER BY workshop, position
            """
        ) { names[$0.next(Int.self), default: []].append($0.next()) }
        return try sql.all(
            """
            SELECT number, held_on, judgements, author FROM workshop WHERE organisation_id = \(organisation) AND plan = \(plan)
            ORDER BY number DESC
            """
        ) {
            let number = $0.next(Int.self)
            return Workshop(
                number: number, on: try $0.day(), participants: names[number] ?? [], judgements: $0.next(), author: $0.next())
        }
    }

    // MARK: Weights

    /// With the version that the next change is made from, 0 before the first.
    package func weights() throws -> (version: Int, weights: RankingWeights) {
        try sql.first("SELECT version, weights FROM ranking_weights WHERE organisation_id = \(organisation)") { row in
            (row.next(), try JSONDecoder().decode(RankingWeights.self, from: Data(row.next(String.self).utf8)))
        } ?? (0, .usual)
    }

    package func save(_ weights: RankingWeights, version: Int) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(weights), as: UTF8.self)
        try sql.execute(
            """
            INSERT INTO ranking_weights (organisation_id, version, weights) VALUES (\(organisation), \(version), \(text))
            ON CONFLICT (organisation_id) DO UPDATE SET version = excluded.version, weights = excluded.weights
            """)
    }

    // MARK: What is ranked

    /// The actions of a plan that are still to be carried out, by number.
    package func rows(plan: Int) throws -> [RankingRow] {
        let judgements = try judgements(plan: plan).mapValues { $0.mapValues(\.step) }
        return try sql.all(
            """
            SELECT a.number, a.label, a.axis, a.level, p.name, a.impact, a.effort, a.difficulty,
                (SELECT COUNT(*) FROM action_link l
                    JOIN action o ON o.organisation_id = l.organisation_id AND o.plan = l.plan AND o.number = l.other
                    WHERE l.organisation_id = a.organisation_id AND l.plan = a.plan AND l.action = a.number AND l.kind = 'dependsOn'
                        AND NOT o.closed AND NOT o.archived)
            FROM action a LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE a.organisation_id = \(organisation) AND a.plan = \(plan) AND a.archived = \(false) AND NOT a.closed
            ORDER BY a.number
            """
        ) {
            let number = $0.next(Int.self)
            return RankingRow(
                number: number, label: $0.next(), axis: $0.next(), level: try $0.ranked(), pilotName: $0.next(),
                steps: JudgedCriterion.steps(
                    impact: $0.next(), effort: $0.next(), difficulty: try $0.optionalChoice(), judgements[number] ?? [:]),
                dependencies: $0.next())
        }
    }
}

extension ActionStore {
    /// The numbers of the actions that a filter keeps.
    package func numbers(plan: Int, _ filter: ActionFilter, today: Day) throws -> Set<Int> {
        Set(
            try sql.all(
                "SELECT a.number FROM action a WHERE \(SQLQuery.joined(conditions(plan: plan, filter, today: today), by: " AND "))"
            ) { $0.next(Int.self) })
    }
}
