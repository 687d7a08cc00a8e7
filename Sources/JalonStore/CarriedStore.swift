/// What people, positions and units carry over the plans that are not closed; archived actions are left aside.
package import JalonDomain
package import SQL

/// How many actions someone carries, by where these stand.
package struct Carried: Sendable, Equatable {
    package var open = 0
    package var late = 0
    package var awaitingDecision = 0
    package var closed = 0

    package init() {}

    package init(open: Int, late: Int, awaitingDecision: Int, closed: Int) {
        self.open = open
        self.late = late
        self.awaitingDecision = awaitingDecision
        self.closed = closed
    }

    package static func + (left: Self, right: Self) -> Self {
        Carried(
            open: left.open + right.open, late: left.late + right.late,
            awaitingDecision: left.awaitingDecision + right.awaitingDecision, closed: left.closed + right.closed)
    }
}

/// An action in a few words, wherever it stands among those of several plans.
package struct ActionGlance: Sendable, Equatable {
    package let id: ActionID
    package let label: String
    package let level: EngagementLevel
    package let progress: Progress
    package let percent: Int?
    package let pilotName: String?
    package let due: Day?
    package let awaitsDecision: Bool
    package let stopped: Bool
    package let archived: Bool

    /// Days after the due date, 0 when not late.
    package func lateness(on today: Day) -> Int {
        guard progress != .done, !stopped, let due, due < today else { return 0 }
        return today - due
    }

    /// Of `action a` and its pilot, `party p`.
    static let columns = SQLColumns<ActionGlance>(
        """
        a.plan, a.number, a.label, a.level, a.progress, a.percent, p.name, a.due, a.awaits_decision, a.stopped, a.archived
        """
    ) {
        ActionGlance(
            id: ActionID(plan: $0.next(), number: $0.next()), label: $0.next(), level: try $0.ranked(), progress: try $0.ranked(),
            percent: $0.next(), pilotName: $0.next(), due: try $0.optionalDay(), awaitsDecision: $0.next(), stopped: $0.next(),
            archived: $0.next())
    }
}

package struct CarriedStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    /// By the one who pilots.
    package func byPilot(today: Day) throws -> [Int: Carried] {
        try tally("a.pilot_id", "a.pilot_id IS NOT NULL", today)
    }

    /// By plan, of a party itself; of a unit, with all below it.
    package func byPlan(of party: Party, today: Day) throws -> [Int: Carried] {
        try tally("a.plan", "a.pilot_id IN (\(within(party)))", today)
    }

    /// By plan, of these together.
    package func byPlan(of parties: [Int], today: Day) throws -> [Int: Carried] {
        try tally("a.plan", "a.pilot_id IN (\(parties.bindings))", today)
    }

    private func tally(_ key: SQLQuery, _ condition: SQLQuery, _ today: Day) throws -> [Int: Carried] {
        let rows = try sql.all(
            """
            SELECT \(key), COUNT(*) FILTER (WHERE NOT a.closed), COUNT(*) FILTER (WHERE a.due_key < \(today) AND a.progress < 2),
                COUNT(*) FILTER (WHERE a.awaits_decision), COUNT(*) FILTER (WHERE a.closed)
            FROM action a WHERE a.organisation_id = \(organisation) AND \(condition) AND \(isFollowed) GROUP BY \(key)
            """
        ) { ($0.next(Int.self), Carried(open: $0.next(), late: $0.next(), awaitingDecision: $0.next(), closed: $0.next())) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// The open actions that are due first.
    package func open(of party: Party, limit: Int) throws -> [ActionGlance] {
        try sql.all(
            """
            SELECT \(ActionGlance.columns)
            FROM action a LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE a.organisation_id = \(organisation) AND a.pilot_id IN (\(within(party))) AND NOT a.closed AND \(isFollowed)
            ORDER BY a.due_key, a.plan, a.number LIMIT \(limit)
            """, as: ActionGlance.columns)
    }

    /// The open actions of these together that are due by then, those due first before.
    package func open(of parties: [Int], until last: Day, limit: Int) throws -> [ActionGlance] {
        try sql.all(
            """
            SELECT \(ActionGlance.columns)
            FROM action a LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE a.organisation_id = \(organisation) AND a.pilot_id IN (\(parties.bindings)) AND NOT a.closed
                AND a.due_key <= \(last) AND \(isFollowed)
            ORDER BY a.due_key, a.plan, a.number LIMIT \(limit)
            """, as: ActionGlance.columns)
    }

    /// Those whose stage is done and waits for what comes next.
    package func awaitingDecision(limit: Int) throws -> [ActionGlance] {
        try sql.all(
            """
            SELECT \(ActionGlance.columns)
            FROM action a LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE a.organisation_id = \(organisation) AND a.awaits_decision AND NOT a.closed AND \(isFollowed)
            ORDER BY a.due_key, a.plan, a.number LIMIT \(limit)
            """, as: ActionGlance.columns)
    }

    /// When the stages that they pilot run; those of actions that were stopped are left aside.
    package func spans(of party: Party, today: Day) throws -> [StageSpan] {
        try sql.all(
            """
            SELECT s.progress, s.planned_start, s.started_on, COALESCE(s.done_on, s.decided_on), s.forecast
            FROM stage s JOIN action a ON a.organisation_id = s.organisation_id AND a.plan = s.plan AND a.number = s.action
            WHERE s.organisation_id = \(organisation) AND s.pilot_id IN (\(within(party))) AND NOT a.stopped AND \(isFollowed)
            """
        ) {
            StageSpan(
                progress: try $0.choice(), plannedStart: try $0.optionalDay(), startedOn: try $0.optionalDay(),
                endedOn: try $0.optionalDay(), forecast: try $0.optionalDay(), today: today)
        }
    }

    /// The actions that they contribute to, or whose perimeter they are (`contributor`, `perimeter`), open ones first.
    package func actions(with party: Int, as part: String, limit: Int) throws -> [ActionGlance] {
        try sql.all(
            """
            SELECT \(ActionGlance.columns)
            FROM (SELECT DISTINCT plan, action FROM action_party
                WHERE organisation_id = \(organisation) AND party_id = \(party) AND part = \(part)) x
                JOIN action a ON a.organisation_id = \(organisation) AND a.plan = x.plan AND a.number = x.action
                LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id
            WHERE \(isFollowed)
            ORDER BY a.closed, a.due_key, a.plan, a.number LIMIT \(limit)
            """, as: ActionGlance.columns)
    }

    private var isFollowed: SQLQuery {
        """
        a.archived = \(false) AND a.plan IN (SELECT number FROM plan WHERE organisation_id = \(organisation) AND state <> 'closed')
        """
    }

    private func within(_ party: Party) -> SQLQuery {
        guard party.kind == .unit else { return "\(party.id)" }
        return """
            WITH RECURSIVE below (id) AS (
                SELECT id FROM party WHERE organisation_id = \(organisation) AND id = \(party.id)
                UNION SELECT p.id FROM party p JOIN below ON p.unit_id = below.id WHERE p.organisation_id = \(organisation))
            SELECT id FROM below
            """
    }
}
