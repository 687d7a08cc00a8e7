/// Calendars that people subscribe to at a secret address: the database knows its hash alone.
package import JalonDomain
package import SQL

let feeds = SQLMigration(
    "feeds",
    [
        // Committee 0 of plan 0 is one's own calendar: not every engine takes NULL in a key.
        """
        CREATE TABLE calendar_feed (
            organisation_id BIGINT NOT NULL REFERENCES organisation, account_id BIGINT NOT NULL REFERENCES account, plan BIGINT NOT NULL,
            committee BIGINT NOT NULL, token_hash TEXT NOT NULL UNIQUE, made_at TEXT NOT NULL, language TEXT NOT NULL
                CHECK (language IN ('fr', 'en')),
            PRIMARY KEY (organisation_id, account_id, plan, committee))
        """
    ])

/// What a calendar shows.
package enum FeedSubject: Hashable, Sendable {
    /// What concerns a person: their committees, what they pilot.
    case person
    case committee(CommitteeID)
}

package struct Feed: Sendable, Equatable {
    package let organisation: Organisation
    package let account: Int
    package let subject: FeedSubject
    package let language: Language
}

package struct FeedStore {
    let sql: SQLConnection

    package init(_ sql: SQLConnection) {
        self.sql = sql
    }

    /// A new address takes the place of the one before.
    package func make(
        _ subject: FeedSubject, organisation: Int, account: Int, tokenHash: String, _ language: Language, at now: Instant
    ) throws {
        try revoke(subject, organisation: organisation, account: account)
        let (plan, committee) = Self.key(subject)
        try sql.execute(
            """
            INSERT INTO calendar_feed (organisation_id, account_id, plan, committee, token_hash, made_at, language)
            VALUES (\(organisation), \(account), \(plan), \(committee), \(tokenHash), \(now), \(language))
            """)
    }

    /// Answers whether there was one.
    @discardableResult
    package func revoke(_ subject: FeedSubject, organisation: Int, account: Int) throws -> Bool {
        let (plan, committee) = Self.key(subject)
        return try sql.execute(
            """
            DELETE FROM calendar_feed WHERE organisation_id = \(organisation) AND account_id = \(account) AND plan = \(plan)
                AND committee = \(committee)
            """) == 1
    }

    /// Those of an account, and when each was made.
    package func all(organisation: Int, account: Int) throws -> [FeedSubject: Instant] {
        let rows = try sql.all(
            "SELECT plan, committee, made_at FROM calendar_feed WHERE organisation_id = \(organisation) AND account_id = \(account)"
        ) { (subject: Self.subject($0.next(), $0.next()), at: try $0.instant()) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.subject, $0.at) })
    }

    /// The one that an address opens, while who made it is a member.
    package func find(tokenHash: String) throws -> Feed? {
        try sql.first(
            """
            SELECT o.id, o.slug, o.name, o.time_zone, f.account_id, f.plan, f.committee, f.language
            FROM calendar_feed f JOIN organisation o ON o.id = f.organisation_id
            JOIN member m ON m.organisation_id = f.organisation_id AND m.account_id = f.account_id
            WHERE f.token_hash = \(tokenHash)
            """
        ) {
            Feed(
                organisation: Organisation(id: $0.next(), slug: $0.next(), name: $0.next(), timeZone: $0.next()), account: $0.next(),
                subject: Self.subject($0.next(), $0.next()), language: try $0.choice())
        }
    }

    private static func key(_ subject: FeedSubject) -> (plan: Int, committee: Int) {
        switch subject {
        case .person: (0, 0)
        case .committee(let id): (id.plan, id.number)
        }
    }

    private static func subject(_ plan: Int, _ committee: Int) -> FeedSubject {
        plan == 0 ? .person : .committee(CommitteeID(plan: plan, number: committee))
    }
}

/// A due date or a milestone that is ahead or not reached yet, with what a calendar says of it.
package struct DatedThing: Sendable {
    package let action: ActionID
    /// Of its milestone; nothing for the action's due date.
    package let milestone: (title: String, position: Int)?
    package let day: Day
    package let label: String
    package let version: Int
    package let changedAt: Instant
}

extension ActionStore {
    /// The due dates and milestones of open actions of open plans, from that day on, the first `limit` of each: of a plan, of those that
    /// some parties pilot, or of both.
    package func dated(plan: Int?, pilots: [Int]?, from first: Day, limit: Int) throws -> [DatedThing] {
        var conditions: [SQLQuery] = [
            "a.organisation_id = \(organisation)", "a.archived = \(false)", "NOT a.closed", "p.state <> 'closed'",
        ]
        if let plan { conditions.append("a.plan = \(plan)") }
        if let pilots {
            conditions.append(
                pilots.isEmpty ? "1 = 0" : "a.pilot_id IN (\(pilots.bindings))")
        }
        let these = SQLQuery.joined(conditions, by: " AND ")
        let dues = try sql.all(
            """
            SELECT a.plan, a.number, a.due, a.label, a.version, a.changed_at
            FROM action a JOIN plan p ON p.organisation_id = a.organisation_id AND p.number = a.plan
            WHERE \(these) AND a.due >= \(first) ORDER BY a.due, a.plan, a.number LIMIT \(limit)
            """
        ) {
            DatedThing(
                action: ActionID(plan: $0.next(), number: $0.next()), milestone: nil, day: try $0.day(), label: $0.next(),
                version: $0.next(), changedAt: try $0.instant())
        }
        let milestones = try sql.all(
            """
            SELECT a.plan, a.number, m.title, m.position, m.due, a.label, a.version, a.changed_at
            FROM action a JOIN plan p ON p.organisation_id = a.organisation_id AND p.number = a.plan
            JOIN milestone m ON m.organisation_id = a.organisation_id AND m.plan = a.plan AND m.action = a.number
            WHERE \(these) AND m.reached_on IS NULL AND m.due >= \(first) ORDER BY m.due, a.plan, a.number, m.position LIMIT \(limit)
            """
        ) {
            DatedThing(
                action: ActionID(plan: $0.next(), number: $0.next()), milestone: ($0.next(), $0.next()), day: try $0.day(),
                label: $0.next(), version: $0.next(), changedAt: try $0.instant())
        }
        return dues + milestones
    }
}
