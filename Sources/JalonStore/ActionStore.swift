/// Actions and their rows.
package import JalonDomain
package import SQL

package struct ActionStore {
    let sql: SQLConnection
    let organisation: Int

    package init(_ sql: SQLConnection, organisation: Int) {
        self.sql = sql
        self.organisation = organisation
    }

    package func nextNumber(plan: Int) throws -> Int {
        try sql.count("SELECT COALESCE(MAX(number), 0) + 1 FROM action WHERE organisation_id = \(organisation) AND plan = \(plan)")
    }

    package func insert(_ action: Action, summary: ActionSummary) throws {
        try write(action, summary, isNew: true)
    }

    /// Replaces the row whose version is the one before the action's; answers whether it still was.
    package func save(_ action: Action, summary: ActionSummary) throws -> Bool {
        try write(action, summary, isNew: false)
    }

    /// Whether an indicator serves the action of the row.
    private static let isFollowed: SQLQuery = """
        EXISTS (SELECT 1 FROM indicator_action i WHERE i.organisation_id = action.organisation_id AND i.plan = action.plan
            AND i.action = action.number)
        """

    /// Tells again whether an action has an indicator, and what those that follow it promise.
    package func refreshIndicators(of id: ActionID, promised: String) throws {
        try sql.execute(
            """
            UPDATE action SET promised = \(promised), has_indicator = \(Self.isFollowed) OR EXISTS (
                SELECT 1 FROM action_line l WHERE l.organisation_id = action.organisation_id AND l.plan = action.plan
                    AND l.action = action.number AND l.part = 'indicator')
            WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND number = \(id.number)
            """)
    }

    @discardableResult
    private func write(_ a: Action, _ s: ActionSummary, isNew: Bool) throws -> Bool {
        let current = a.current
        let directionKey = Self.directionKey(pilot: "\(current.pilot)", organisation: "\(organisation)")
        if isNew {
            try sql.execute(
                """
                INSERT INTO action (organisation_id, plan, number, version, label, description, axis, identified_on, implemented_on,
                    difficulty, impact, effort, cost, visibility, archived, level, progress, percent, pilot_id, planned_start, baseline,
                    due, priority, awaits_decision, stopped, closed, has_indicator, changed_at, due_key, label_key, pilot_key, axis_key,
                    search, direction_key)
                VALUES (\(organisation), \(a.id.plan), \(a.id.number), \(a.version), \(a.label), \(a.description), \(a.axis),
                    \(a.identifiedOn), \(a.implementedOn), \(a.difficulty), \(a.impact), \(a.effort), \(a.cost), \(a.visibility),
                    \(a.archived), \(current.level.rank), \(current.progress.rank), \(current.percent), \(current.pilot),
                    \(current.plannedStart), \(current.baseline), \(a.due), \(s.priorityRank), \(a.awaitsDecision), \(a.isStopped),
                    \(a.isClosed), \(!a.indicators.isEmpty), \(s.changedAt), \(s.dueKey), \(s.labelKey), \(s.pilotKey), \(s.axisKey),
                    \(s.search), \(directionKey))
                """)
        } else {
            let changed = try sql.execute(
                """
                UPDATE action SET version = \(a.version), label = \(a.label), description = \(a.description), axis = \(a.axis),
                    identified_on = \(a.identifiedOn), implemented_on = \(a.implementedOn), difficulty = \(a.difficulty),
                    impact = \(a.impact), effort = \(a.effort), cost = \(a.cost), visibility = \(a.visibility), archived = \(a.archived),
                    level = \(current.level.rank), progress = \(current.progress.rank), percent = \(current.percent),
                    pilot_id = \(current.pilot), planned_start = \(current.plannedStart), baseline = \(current.baseline), due = \(a.due),
                    priority = \(s.priorityRank), awaits_decision = \(a.awaitsDecision), stopped = \(a.isStopped), closed = \(a.isClosed),
                    has_indicator = \(!a.indicators.isEmpty) OR \(Self.isFollowed), changed_at = \(s.changedAt), due_key = \(s.dueKey),
                    label_key = \(s.labelKey), pilot_key = \(s.pilotKey), axis_key = \(s.axisKey), search = \(s.search),
                    direction_key = \(directionKey)
                WHERE organisation_id = \(organisation) AND plan = \(a.id.plan) AND number = \(a.id.number)
                    AND version = \(a.version - 1)
                """)
            guard changed == 1 else { return false }
            let these: SQLQuery = "WHERE organisation_id = \(organisation) AND plan = \(a.id.plan) AND action = \(a.id.number)"
            for table: SQLQuery in ["stage ", "action_party ", "action_practice ", "milestone ", "evidence ", "action_line "] {
                try sql.execute("DELETE FROM \(table) \(these)")
            }
        }
        if let pilot = a.pilot {
            try sql.execute(
                """
                UPDATE party SET has_piloted = \(true)
                WHERE organisation_id = \(organisation) AND id = \(pilot) AND has_piloted = \(false)
                """)
        }
        try writeChildren(of: a)
        return true
    }

    /// Whoever pilots an open action of a plan.
    package func pilotsOfOpen(plan: Int) throws -> [Int] {
        try sql.all(
            """
            SELECT DISTINCT pilot_id FROM action
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND NOT archived AND NOT closed AND pilot_id IS NOT NULL
            """
        ) { $0.next() }
    }

    /// The actions that a party pilots now.
    package func piloted(by party: Int) throws -> [ActionID] {
        try sql.all(
            "SELECT plan, number FROM action WHERE organisation_id = \(organisation) AND pilot_id = \(party) ORDER BY plan, number"
        ) { ActionID(plan: $0.next(), number: $0.next()) }
    }

    /// Writes again what the row repeats of its pilot's name: the action itself is as it was.
    package func repeatPilot(of id: ActionID, _ summary: ActionSummary) throws {
        try sql.execute(
            """
            UPDATE action SET pilot_key = \(summary.pilotKey), search = \(summary.search)
            WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND number = \(id.number)
            """)
    }

    /// Gives every action of the plan the best priority that the catalogue gives to the practices that it answers.
    package func rank(plan: Int, by catalogue: Int) throws {
        let ranks = PracticePriority.allCases.enumerated().map { rank, priority -> SQLQuery in
            "WHEN \(priority) THEN CAST(\(rank) AS BIGINT)"
        }
        try sql.execute(
            """
            UPDATE action SET priority = COALESCE((
                SELECT MIN(CASE p.priority \(SQLQuery.joined(ranks, by: " ")) END)
                FROM action_practice answered JOIN practice p ON p.organisation_id = answered.organisation_id
                    AND p.catalogue_id = \(catalogue) AND p.id = answered.practice
                WHERE answered.organisation_id = action.organisation_id AND answered.plan = action.plan
                    AND answered.action = action.number), \(ActionSummary.noPriority))
            WHERE organisation_id = \(organisation) AND plan = \(plan)
            """)
    }

    /// What lists are grouped by direction with: the name of the unit that the pilot is, or belongs to, folded; `~`, which comes last,
    /// for none. Computed where it is written: it follows the directory, not the action.
    static func directionKey(pilot: SQLQuery, organisation: SQLQuery) -> SQLQuery {
        """
        COALESCE((SELECT u.name_key FROM party p JOIN party u
            ON u.organisation_id = p.organisation_id AND u.id = CASE p.kind WHEN 'unit' THEN p.id ELSE p.unit_id END
            WHERE p.organisation_id = \(organisation) AND p.id = \(pilot)), '~')
        """
    }

    private func writeChildren(of a: Action) throws {
        let key: SQLQuery = "\(organisation), \(a.id.plan), \(a.id.number)"
        for (position, s) in a.path.enumerated() {
            let d = s.decision
            try sql.execute(
                """
                INSERT INTO stage (organisation_id, plan, action, position, level, phase, pilot_id, planned_start, baseline, forecast,
                    slippage_reason, progress, percent, started_on, done_on, mobilised, deliverable, method, result, commitment, outcome,
                    decided_by, decided_on, meeting, decision_reason)
                VALUES (\(key), \(position), \(s.level), \(s.phase), \(s.pilot), \(s.plannedStart), \(s.baseline), \(s.forecast),
                    \(s.slippageReason), \(s.progress), \(s.percent), \(s.startedOn), \(s.doneOn), \(s.mobilised),
                    \(s.deliverable.title), \(s.deliverable.method), \(s.deliverable.result), \(s.commitment), \(d?.outcome), \(d?.by),
                    \(d?.on), \(d?.meeting), \(d?.reason))
                """)
            try insert(s.perimeter, stage: position, part: "perimeter", key)
        }
        try insert(a.contributors, stage: -1, part: "contributor", key)
        try insert(a.perimeter, stage: -1, part: "perimeter", key)
        for (position, practice) in a.practices.enumerated() {
            try sql.execute(
                "INSERT INTO action_practice (organisation_id, plan, action, position, practice) VALUES (\(key), \(position), \(practice))")
        }
        for (position, m) in a.milestones.enumerated() {
            try sql.execute(
                """
                INSERT INTO milestone (organisation_id, plan, action, position, title, due, reached_on)
                VALUES (\(key), \(position), \(m.title), \(m.due), \(m.reachedOn))
                """)
        }
        for (position, e) in a.evidence.enumerated() {
            try sql.execute(
                """
                INSERT INTO evidence (organisation_id, plan, action, position, title, link)
                VALUES (\(key), \(position), \(e.title), \(e.link))
                """)
        }
        for (part, lines) in [("objective", a.objectives), ("indicator", a.indicators), ("tag", a.tags)] {
            for (position, words) in lines.enumerated() {
                try sql.execute(
                    """
                    INSERT INTO action_line (organisation_id, plan, action, part, position, words)
                    VALUES (\(key), \(part), \(position), \(words))
                    """)
            }
        }
    }

    private func insert(_ parties: [Int], stage: Int, part: String, _ key: SQLQuery) throws {
        for (position, party) in parties.enumerated() {
            try sql.execute(
                """
                INSERT INTO action_party (organisation_id, plan, action, stage, part, position, party_id)
                VALUES (\(key), \(stage), \(part), \(position), \(party))
                """)
        }
    }

    /// The whole action, in a fixed number of statements.
    package func find(_ id: ActionID) throws -> Action? {
        try load(plan: id.plan, [id.number]).first
    }

    /// Every action of a plan, archived ones too, by number, in the same number of statements.
    package func all(plan: Int) throws -> [Action] {
        try load(plan: plan, nil)
    }

    /// Those of these numbers that there are, by number, in the same number of statements.
    package func these(_ numbers: [Int], plan: Int) throws -> [Action] {
        numbers.isEmpty ? [] : try load(plan: plan, numbers)
    }

    private func load(plan: Int, _ numbers: [Int]?) throws -> [Action] {
        var here: SQLQuery = "organisation_id = \(organisation) AND plan = \(plan)"
        var these = here
        if let numbers {
            let list = numbers.bindings
            here += " AND number IN (\(list))"
            these += " AND action IN (\(list))"
        }
        var actions = try sql.all("SELECT \(Self.columns) FROM action WHERE \(here) ORDER BY number", as: Self.columns)
        let place = Dictionary(uniqueKeysWithValues: actions.enumerated().map { ($1.id.number, $0) })
        /// Gives each row, which starts with its action's number, to its action.
        func each(_ query: SQLQuery, _ take: (inout Action, inout SQLRow) throws -> Void) throws {
            _ = try sql.all(query) { row in
                if let index = place[row.next(Int.self)] { try take(&actions[index], &row) }
            }
        }
        try each("SELECT action, \(Self.stageColumns) FROM stage WHERE \(these) ORDER BY action, position") {
            $0.path.append(try Self.stageColumns.decode(&$1))
        }
        try each("SELECT action, stage, part, party_id FROM action_party WHERE \(these) ORDER BY action, stage, part, position") {
            let stage = $1.next(Int.self)
            let part = $1.next(String.self)
            let party = $1.next(Int.self)
            if stage >= 0 {
                $0.path[stage].perimeter.append(party)
            } else if part == "contributor" {
                $0.contributors.append(party)
            } else {
                $0.perimeter.append(party)
            }
        }
        try each("SELECT action, practice FROM action_practice WHERE \(these) ORDER BY action, position") {
            $0.practices.append($1.next())
        }
        try each("SELECT action, title, due, reached_on FROM milestone WHERE \(these) ORDER BY action, position") {
            $0.milestones.append(Milestone(title: $1.next(), due: try $1.optionalDay(), reachedOn: try $1.optionalDay()))
        }
        try each("SELECT action, title, link FROM evidence WHERE \(these) ORDER BY action, position") {
            $0.evidence.append(Evidence(title: $1.next(), link: $1.next()))
        }
        try each("SELECT action, part, words FROM action_line WHERE \(these) ORDER BY action, part, position") {
            let part = $1.next(String.self)
            let words = $1.next(String.self)
            switch part {
            case "objective": $0.objectives.append(words)
            case "indicator": $0.indicators.append(words)
            default: $0.tags.append(words)
            }
        }
        return actions
    }

    private static let columns = SQLColumns<Action>(
        """
        plan, number, version, label, description, axis, identified_on, implemented_on, difficulty, impact, effort, cost, visibility,
        archived
        """
    ) { row in
        Action(
            id: ActionID(plan: row.next(), number: row.next()), version: row.next(), label: row.next(), description: row.next(),
            axis: row.next(), practices: [], contributors: [], perimeter: [], identifiedOn: try row.optionalDay(),
            implementedOn: try row.optionalDay(), milestones: [], objectives: [], indicators: [], evidence: [],
            difficulty: try row.optionalChoice(), impact: row.next(), effort: row.next(), cost: row.next(),
            visibility: try row.choice(), tags: [], archived: row.next(), path: [])
    }

    private static let stageColumns = SQLColumns<Stage>(
        """
        level, phase, pilot_id, planned_start, baseline, forecast, slippage_reason, progress, percent, started_on, done_on, mobilised,
        deliverable, method, result, commitment, outcome, decided_by, decided_on, meeting, decision_reason
        """
    ) { row in
        var stage = Stage(
            level: try row.choice(), phase: try row.choice(), pilot: row.next(), plannedStart: try row.optionalDay(),
            baseline: try row.optionalDay(), forecast: try row.optionalDay(), slippageReason: row.next(), progress: try row.choice(),
            percent: row.next(), startedOn: try row.optionalDay(), doneOn: try row.optionalDay(), mobilised: row.next(),
            deliverable: Deliverable(title: row.next(), method: row.next(), result: row.next()), perimeter: [],
            commitment: try row.optionalChoice(), decision: nil)
        let outcome = try row.optionalChoice(Outcome.self)
        let by = row.next(String?.self)
        let on = try row.optionalDay()
        let meeting = row.next(String?.self)
        let reason = row.next(String?.self)
        if let outcome, let on {
            stage.decision = Decision(outcome: outcome, by: by ?? "", on: on, meeting: meeting ?? "", reason: reason ?? "")
        }
        return stage
    }
}

/// What a list row repeats of things outside the action, so that it reads one row each.
package struct ActionSummary: Sendable {
    package let priorityRank: Int
    package let changedAt: Instant
    package let dueKey: String
    package let labelKey: String
    package let pilotKey: String
    package let axisKey: Int
    package let search: String

    /// The rank of an action that answers no practice, and the keys of what is missing, come last.
    package static let noPriority = PracticePriority.allCases.count

    package init(of action: Action, priority: PracticePriority?, pilotName: String?, axisPlace: Int?, changedAt: Instant) {
        priorityRank = priority.flatMap { PracticePriority.allCases.firstIndex(of: $0) } ?? Self.noPriority
        self.changedAt = changedAt
        // Open actions by due date, those without one after them, closed ones last.
        dueKey = (action.isClosed ? "z" : "") + (action.due?.iso ?? "9999")
        labelKey = String(action.label.folded.prefix(120))
        pilotKey = pilotName.map { String($0.folded.prefix(120)) } ?? "~"
        axisKey = axisPlace ?? 9999
        search = ([action.label, action.description] + action.tags + [pilotName ?? ""]).joined(separator: "\n").folded
    }
}
