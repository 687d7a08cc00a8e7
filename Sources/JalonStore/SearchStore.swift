/// Searching by folded texts: on both engines `LIKE` on what was folded when it was written, all words needed.
package import JalonDomain
package import SQL

package struct FoundAction: Sendable {
    package let action: ActionGlance
    package let description: String
    package var tags: [String] = []
}

package struct FoundNote: Sendable {
    package let action: ActionID
    package let label: String
    package let note: Note
}

package struct FoundPractice: Sendable {
    package let catalogue: Int
    package let reference: CatalogueReference
    package let practice: Practice
}

package struct SearchStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// By label, description, tags, pilot or number; the number asked first, then open ones by due date.
    package func actions(_ asked: SearchWords, archived: Bool, limit: Int) throws -> [FoundAction] {
        var matches = all(asked, in: "a.search")
        var first: SQLQuery = ""
        if let number = asked.number {
            var isNumber: SQLQuery = "a.number = \(number.action)"
            if let plan = number.plan { isNumber += " AND a.plan = \(plan)" }
            matches = "((\(matches)) OR (\(isNumber)))"
            first = "CASE WHEN \(isNumber) THEN 0 ELSE 1 END, "
        }
        var found = try sql.all(
            """
            SELECT \(ActionGlance.columns), a.description
            FROM action a LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE a.organisation_id = \(organisation) AND a.archived = \(archived)
                AND a.plan IN (SELECT number FROM plan WHERE organisation_id = \(organisation)) AND \(matches)
            ORDER BY \(first)a.due_key, a.plan, a.number LIMIT \(limit)
            """
        ) { FoundAction(action: try ActionGlance.columns.decode(&$0), description: $0.next()) }
        guard !found.isEmpty else { return [] }
        let these = found.map { found -> SQLQuery in "plan = \(found.action.id.plan) AND action = \(found.action.id.number)" }
        let tags = try sql.all(
            """
            SELECT plan, action, words FROM action_line
            WHERE organisation_id = \(organisation) AND part = 'tag' AND (\(SQLQuery.joined(these, by: " OR ")))
            ORDER BY plan, action, position
            """
        ) { (ActionID(plan: $0.next(), number: $0.next()), $0.next(String.self)) }
        for index in found.indices { found[index].tags = tags.filter { $0.0 == found[index].action.id }.map(\.1) }
        return found
    }

    /// The latest first; of actions that one of `pilots` pilots, for who reads only their own.
    package func notes(_ asked: SearchWords, pilots: [Int]?, limit: Int) throws -> [FoundNote] {
        var own: SQLQuery = ""
        if let pilots {
            guard !pilots.isEmpty else { return [] }
            own = " AND a.pilot_id IN (\(pilots.bindings))"
        }
        return try sql.all(
            """
            SELECT n.plan, n.action, a.label, n.id, n.noted_on, n.written_at, n.author, n.words
            FROM note n JOIN action a ON a.organisation_id = n.organisation_id AND a.plan = n.plan AND a.number = n.action
            WHERE n.organisation_id = \(organisation) AND \(all(asked, in: "n.search"))\(own)
            ORDER BY n.noted_on DESC, n.written_at DESC, n.plan, n.action, n.id DESC LIMIT \(limit)
            """
        ) {
            FoundNote(
                action: ActionID(plan: $0.next(), number: $0.next()), label: $0.next(),
                note: Note(id: $0.next(), on: try $0.day(), at: try $0.instant(), author: $0.next(), words: $0.next()))
        }
    }

    /// Of the catalogues that open plans answer to; of the last imported where no plan is open.
    package func practices(_ asked: SearchWords, limit: Int) throws -> [FoundPractice] {
        try sql.all(
            """
            SELECT c.id, c.name, c.version, p.document
            FROM practice p JOIN catalogue c ON c.organisation_id = p.organisation_id AND c.id = p.catalogue_id
            WHERE p.organisation_id = \(organisation) AND \(all(asked, in: "p.search")) AND (
                p.catalogue_id IN (SELECT catalogue_id FROM plan WHERE organisation_id = \(organisation) AND state <> 'closed')
                OR p.catalogue_id = (SELECT MAX(id) FROM catalogue WHERE organisation_id = \(organisation))
                    AND NOT EXISTS (SELECT 1 FROM plan WHERE organisation_id = \(organisation) AND state <> 'closed'))
            ORDER BY c.id DESC, p.position LIMIT \(limit)
            """
        ) {
            FoundPractice(
                catalogue: $0.next(), reference: CatalogueReference(name: $0.next(), version: $0.next()),
                practice: try CatalogueStore.practice(&$0))
        }
    }

    package func parties(_ asked: SearchWords, limit: Int) throws -> [Party] {
        try sql.all(
            """
            SELECT \(PartyStore.columns) FROM party WHERE organisation_id = \(organisation) AND merged_into IS NULL
                AND \(all(asked, in: "name_key"))
            ORDER BY name_key, id LIMIT \(limit)
            """, as: PartyStore.columns)
    }

    private func all(_ asked: SearchWords, in column: SQLQuery) -> SQLQuery {
        .joined(asked.words.map { "\(column) LIKE \(ActionStore.pattern($0)) ESCAPE '!'" }, by: " AND ")
    }
}

extension SearchStore {
    /// Organisations with texts written before there was a search.
    package static func withUnfoldedTexts(_ sql: SQLConnection) throws -> [Int] {
        try sql.all(
            """
            SELECT DISTINCT organisation_id FROM note WHERE search IS NULL
            UNION SELECT DISTINCT organisation_id FROM practice WHERE search IS NULL
            """
        ) { $0.next(Int.self) }
    }

    package func fold() throws {
        let notes = try sql.all("SELECT plan, action, id, words FROM note WHERE organisation_id = \(organisation) AND search IS NULL") {
            (plan: $0.next(Int.self), action: $0.next(Int.self), id: $0.next(Int.self), words: $0.next(String.self))
        }
        for note in notes {
            try sql.execute(
                """
                UPDATE note SET search = \(note.words.folded)
                WHERE organisation_id = \(organisation) AND plan = \(note.plan) AND action = \(note.action) AND id = \(note.id)
                """)
        }
        let practices = try sql.all(
            "SELECT catalogue_id, document FROM practice WHERE organisation_id = \(organisation) AND search IS NULL"
        ) { (catalogue: $0.next(Int.self), practice: try CatalogueStore.practice(&$0)) }
        for (catalogue, practice) in practices {
            try sql.execute(
                """
                UPDATE practice SET search = \(practice.search)
                WHERE organisation_id = \(organisation) AND catalogue_id = \(catalogue) AND id = \(practice.id)
                """)
        }
    }
}
