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

    @discardableResult
    private func write(_ a: Action, _ s: ActionSummary, isNew: Bool) throws -> Bool {
        let current = a.current
        if isNew {
            try sql.execute(
                """
                INSERT INTO action (organisation_id, plan, number, version, label, description, axis, identified_on, implemented_on,
                    difficulty, impact, effort, cost, visibility, archived, level, progress, percent, pilot_id, planned_start, baseline,
                    due, priority, awaits_decision, stopped, closed, has_indicator, changed_at, due_key, label_key, pilot_key, axis_key,
                    search)
                VALUES (\(organisation), \(a.id.plan), \(a.id.number), \(a.version), \(a.label), \(a.description), \(a.axis),
                    \(a.identifiedOn), \(a.implementedOn), \(a.difficulty), \(a.impact), \(a.effort), \(a.cost), \(a.visibility),
                    \(a.archived), \(current.level.rank), \(current.progress.rank), \(current.percent), \(current.pilot),
                    \(current.plannedStart), \(current.baseline), \(a.due), \(s.priorityRank), \(a.awaitsDecision), \(a.isStopped),
                    \(a.isClosed), \(!a.indicators.isEmpty), \(s.changedAt), \(s.dueKey), \(s.labelKey), \(s.pilotKey), \(s.axisKey),
                    \(s.search))
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
                    has_indicator = \(!a.indicators.isEmpty), changed_at = \(s.changedAt), due_key = \(s.dueKey),
                    label_key = \(s.labelKey), pilot_key = \(s.pilotKey), axis_key = \(s.axisKey), search = \(s.search)
                WHERE organisation_id = \(organisation) AND plan = \(a.id.plan) AND number = \(a.id.number)
                    AND version = \(a.version - 1)
                """)
            guard changed == 1 else { return false }
            let these: SQLQuery = "WHERE organisation_id = \(organisation) AND plan = \(a.id.plan) AND action = \(a.id.number)"
            for table: SQLQuery in ["stage ", "action_party ", "action_practice ", "milestone ", "evidence ", "action_line "] {
                try sql.execute("DELETE FROM \(table) \(these)")
            }
        }
        try writeChildren(of: a)
        return true
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
        guard
            var action = try sql.first(
                "SELECT \(Self.columns) FROM action WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND number = \(id.number)",
                as: Self.columns)
        else { return nil }
        let these: SQLQuery = "WHERE organisation_id = \(organisation) AND plan = \(id.plan) AND action = \(id.number)"
        action.path = try sql.all("SELECT \(Self.stageColumns) FROM stage \(these) ORDER BY position", as: Self.stageColumns)
        let parties = try sql.all("SELECT stage, part, party_id FROM action_party \(these) ORDER BY stage, part, position") {
            (stage: $0.next(Int.self), part: $0.next(String.self), party: $0.next(Int.self))
        }
        for row in parties {
            switch (row.stage, row.part) {
            case (-1, "contributor"): action.contributors.append(row.party)
            case (-1, _): action.perimeter.append(row.party)
            default: action.path[row.stage].perimeter.append(row.party)
            }
        }
        action.practices = try sql.all("SELECT practice FROM action_practice \(these) ORDER BY position") { $0.next() }
        action.milestones = try sql.all("SELECT title, due, reached_on FROM milestone \(these) ORDER BY position") {
            Milestone(title: $0.next(), due: try $0.optionalDay(), reachedOn: try $0.optionalDay())
        }
        action.evidence = try sql.all("SELECT title, link FROM evidence \(these) ORDER BY position") {
            Evidence(title: $0.next(), link: $0.next())
        }
        let lines = try sql.all("SELECT part, words FROM action_line \(these) ORDER BY part, position") {
            (part: $0.next(String.self), words: $0.next(String.self))
        }
        action.objectives = lines.filter { $0.part == "objective" }.map(\.words)
        action.indicators = lines.filter { $0.part == "indicator" }.map(\.words)
        action.tags = lines.filter { $0.part == "tag" }.map(\.words)
        return action
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

    package init(of action: Action, priority: PracticePriority?, pilotName: String?, changedAt: Instant) {
        priorityRank = priority.flatMap { PracticePriority.allCases.firstIndex(of: $0) } ?? Self.noPriority
        self.changedAt = changedAt
        // Open actions by due date, those without one after them, closed ones last.
        dueKey = (action.isClosed ? "z" : "") + (action.due?.iso ?? "9999")
        labelKey = String(action.label.folded.prefix(120))
        pilotKey = pilotName.map { String($0.folded.prefix(120)) } ?? "~"
        axisKey = action.axis ?? 9999
        search = ([action.label, action.description] + action.tags + [pilotName ?? ""]).joined(separator: "\n").folded
    }
}
