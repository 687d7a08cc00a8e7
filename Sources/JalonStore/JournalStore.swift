/// The journal: append-only, written in the transaction of what it tells; and the notes that people write.
import Foundation
package import JalonDomain
package import SQL

package enum JournalVerb: String, CaseIterable, Sendable {
    case created, edited, reported, decided, pathPlanned, archived, restored, noted
    case duplicated, split, merged, linked, unlinked
    case proposed, withdrawn, validated, communicated, closed, axesEdited, catalogueMoved
    case rulesSet, assessed
    case imported, memberAdded, memberChanged, memberRemoved, passwordChanged, partyAdded, partyChanged
    case viewSaved, viewEdited, viewDeleted, undone
    case tableImported, templateKept, templateRenamed, templateArchived, templateRestored
    case publicationChosen, personCleared, published, unpublished
    case partyMerged, invited, invitationRevoked, resetLinkMade, accountChanged
    case admitted, dismissed
    case moved, cancelled, convened, held, decisionRecorded, carriedOut, reopened, minutesApproved
    case feedMade, feedRevoked
    case mailSentAgain, mailMarkedSent
    case targeted, measured, measureCorrected, objectiveAssessed
    case scenarioProposed, scenarioRemoved, scenarioAdopted
    case factorAdded, gainAdded, gainRealised, gainRecomputed, gainRemoved, overlapSet
    case meansSet, needsEstimated
    case judged, workshopClosed, weightsSet
}

package struct JournalEntry: Sendable, Equatable {
    package let id: Int
    package let at: Instant
    package let author: String
    package let door: String
    package let verb: JournalVerb
    package let subject: String
    package let plan: Int?
    package let action: Int?
    package let changes: [Change]
}

package struct Note: Sendable, Equatable {
    package let id: Int
    /// The day it tells of.
    package let on: Day
    /// When it was written.
    package let at: Instant
    package let author: String
    package let words: String
}

package struct JournalStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// `version` is the version that the change gave its subject; one entry stands for each.
    package func write(
        _ verb: JournalVerb, subject: String, plan: Int?, action: Int?, version: Int?, changes: [Change], by actor: Actor, at now: Instant
    ) throws {
        let text = String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
        try sql.execute(
            """
            INSERT INTO journal (organisation_id, id, written_at, account_id, author, door, verb, subject, plan, action, version, changes)
            VALUES (\(organisation), (SELECT COALESCE(MAX(id), 0) + 1 FROM journal WHERE organisation_id = \(organisation)), \(now),
                \(actor.account), \(actor.name), \(actor.door.rawValue), \(verb.rawValue), \(subject), \(plan), \(action), \(version),
                \(text))
            """)
    }

    private static let columns = SQLColumns<JournalEntry>("id, written_at, author, door, verb, subject, plan, action, changes") { row in
        JournalEntry(
            id: row.next(), at: try row.instant(), author: row.next(), door: row.next(), verb: try row.choice(), subject: row.next(),
            plan: row.next(), action: row.next(),
            changes: try JSONDecoder().decode([Change].self, from: Data(row.next(String.self).utf8)))
    }

    /// The number of the last entry, 0 before the first: what was read at it holds while it is the last.
    package func last() throws -> Int {
        try sql.count("SELECT COALESCE(MAX(id), 0) FROM journal WHERE organisation_id = \(organisation)")
    }

    /// The latest first; before `cursor` when given.
    package func latest(plan: Int?, action: Int?, before cursor: Int?, limit: Int) throws -> [JournalEntry] {
        var conditions: [SQLQuery] = ["organisation_id = \(organisation)"]
        if let plan { conditions.append("plan = \(plan)") }
        if let action { conditions.append("action = \(action)") }
        if let cursor { conditions.append("id < \(cursor)") }
        return try sql.all(
            """
            SELECT \(Self.columns) FROM journal WHERE \(SQLQuery.joined(conditions, by: " AND "))
            ORDER BY id DESC LIMIT \(limit)
            """, as: Self.columns)
    }

    package func writeNote(_ words: String, about day: Day, on action: ActionID, by actor: Actor, at now: Instant) throws {
        try sql.execute(
            """
            INSERT INTO note (organisation_id, plan, action, id, noted_on, written_at, author, words, search)
            VALUES (\(organisation), \(action.plan), \(action.number),
                (SELECT COALESCE(MAX(id), 0) + 1 FROM note WHERE organisation_id = \(organisation) AND plan = \(action.plan)
                    AND action = \(action.number)), \(day), \(now), \(actor.name), \(words),
                \(words.folded))
            """)
    }

    /// By day, the latest first; before that note when given.
    package func notes(on action: ActionID, before note: (day: Day, id: Int)? = nil, limit: Int) throws -> [Note] {
        let earlier: SQLQuery = note.map { "AND (noted_on, id) < (\($0.day), \($0.id))" } ?? ""
        return try sql.all(
            """
            SELECT id, noted_on, written_at, author, words FROM note
            WHERE organisation_id = \(organisation) AND plan = \(action.plan) AND action = \(action.number) \(earlier)
            ORDER BY noted_on DESC, id DESC LIMIT \(limit)
            """
        ) { Note(id: $0.next(), on: try $0.day(), at: try $0.instant(), author: $0.next(), words: $0.next()) }
    }

    /// The words of every note of a plan, by action.
    package func notes(plan: Int) throws -> [Int: Set<String>] {
        var notes: [Int: Set<String>] = [:]
        _ = try sql.all("SELECT action, words FROM note WHERE organisation_id = \(organisation) AND plan = \(plan)") { row in
            notes[row.next(Int.self), default: []].insert(row.next())
        }
        return notes
    }

    /// Subjects whose version and number of journal entries differ: a change was written without its entry, or the reverse.
    package func incomplete() throws -> [String] {
        try sql.all(
            """
            SELECT subject FROM (
                SELECT 'plan ' || p.number AS subject, p.version AS version
                FROM plan p WHERE p.organisation_id = \(organisation)
                UNION ALL
                SELECT 'action ' || a.plan || '/' || a.number, a.version
                FROM action a WHERE a.organisation_id = \(organisation)
                UNION ALL
                SELECT 'practice ' || s.catalogue || ' ' || s.practice, s.number
                FROM assessment s WHERE s.organisation_id = \(organisation) AND s.stands
                UNION ALL
                SELECT 'template ' || t.number, t.version
                FROM action_template t WHERE t.organisation_id = \(organisation)
                UNION ALL
                SELECT 'committee ' || c.plan || '/' || c.number, c.version
                FROM committee c WHERE c.organisation_id = \(organisation)
                UNION ALL
                SELECT 'meeting ' || m.plan || '/' || m.committee || '/' || m.number, m.version
                FROM meeting m WHERE m.organisation_id = \(organisation)
                UNION ALL
                SELECT 'means ' || e.plan, e.version
                FROM plan_means e WHERE e.organisation_id = \(organisation)
                UNION ALL
                SELECT 'needs ' || n.plan || '/' || n.action, n.version
                FROM action_needs n WHERE n.organisation_id = \(organisation)) things
            WHERE version <> (SELECT COUNT(*) FROM journal j
                WHERE j.organisation_id = \(organisation) AND j.subject = things.subject AND j.version BETWEEN 1 AND things.version)
            ORDER BY subject
            """
        ) { $0.next(String.self) }
    }
}
