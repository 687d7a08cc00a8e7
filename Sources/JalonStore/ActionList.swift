/// The list of a plan's actions: filtered, sorted, paged by key.
package import JalonDomain
import SQL

package enum ActionSort: String, CaseIterable, Sendable {
    case due, label, axis, level, progress, pilot, direction, priority, number
}

package struct ActionFilter: Sendable, Equatable {
    package var axis: Int?
    package var level: EngagementLevel?
    package var progress: Progress?
    package var pilot: Int?
    /// Part of the pilot's name, where there are too many to choose from.
    package var pilotName = ""
    /// A unit and all below it: the actions whose pilot belongs there.
    package var unit: Int?
    /// Part of the unit's name, where there are too many to choose from.
    package var unitName = ""
    package var priority: PracticePriority?
    package var practice: String?
    package var late = false
    package var withoutPilot = false
    package var withoutIndicator = false
    package var awaitsDecision = false
    /// Closed actions apart: `true` only those, `false` none of them.
    package var closed: Bool?
    package var archived = false
    package var text = ""
    /// Actions whose pilot is one of these: what a person, their position and their unit carry.
    package var pilots: [Int] = []

    /// Every action that is not archived.
    package init() {}
}

/// A place in a sorted list, just before or just after which the page lies.
package struct ActionCursor: Sendable, Equatable {
    package var key: String
    package var number: Int
    package var backward: Bool

    package init(key: String, number: Int, backward: Bool) {
        self.key = key
        self.number = number
        self.backward = backward
    }
}

package struct ActionQuery: Sendable, Equatable {
    package var filter = ActionFilter()
    package var sort = ActionSort.due
    package var descending = false
    package var cursor: ActionCursor?
    /// In the order of `ActionColumn`.
    package var columns = ActionColumn.usual
    /// The list is then sorted by the groups' own key.
    package var group: ActionGroup?

    /// The first page of all actions, the most urgent first.
    package init() {}
}

/// One row of the list.
package struct ActionRow: Sendable {
    package let number: Int
    package let version: Int
    package let label: String
    package let axis: Int?
    package let level: EngagementLevel
    package let progress: Progress
    package let percent: Int?
    package let pilot: Int?
    package let pilotName: String?
    package let baseline: Day?
    package let due: Day?
    package let priority: PracticePriority?
    package let awaitsDecision: Bool
    package let stopped: Bool
    package let closed: Bool
    /// Where the row stands in the order of the list; rows of a group share it.
    package let key: String
    /// `nil` unless the query asks for some of it.
    package let details: ActionDetails?

    /// Days after the due date, 0 when not late.
    package func lateness(on today: Day) -> Int {
        guard progress != .done, !stopped, let due, due < today else { return 0 }
        return today - due
    }
}

package struct ActionPage: Sendable {
    package let rows: [ActionRow]
    package let previous: ActionCursor?
    package let next: ActionCursor?
}

extension ActionStore {
    /// A page of `size` rows, found by key: the deepest costs what the first does.
    package func list(plan: Int, _ query: ActionQuery, today: Day, size: Int) throws -> ActionPage {
        let backward = query.cursor?.backward ?? false
        let falling = query.descending != backward
        let key = Self.key(of: query.sort)
        var conditions = conditions(plan: plan, query.filter, today: today)
        let few = few(plan: plan, query.filter)
        let source: SQLQuery = few.map { "(\($0)) few CROSS JOIN action a" } ?? "action a"
        if few != nil { conditions.append("a.number = few.action") }
        if let cursor = query.cursor {
            let value: SQLQuery = Self.isNumeric(query.sort) ? "\(Int(cursor.key) ?? 0)" : "\(cursor.key)"
            conditions.append(
                falling ? "(\(key), a.number) < (\(value), \(cursor.number))" : "(\(key), a.number) > (\(value), \(cursor.number))")
        }
        let order: SQLQuery = falling ? "\(key) DESC, a.number DESC" : "\(key), a.number"
        let details = query.asksDetails
        let columns: SQLQuery = details ? "\(Self.rowColumns), \(key), \(Self.detailColumns)" : "\(Self.rowColumns), \(key)"
        let direction: SQLQuery =
            details
            ? """
            LEFT JOIN party d ON d.organisation_id = p.organisation_id AND d.id = CASE p.kind WHEN 'unit' THEN p.id ELSE p.unit_id END
            """ : .empty
        var rows = try sql.all(
            """
            SELECT \(columns)
            FROM \(source) LEFT JOIN party p ON p.organisation_id = a.organisation_id AND p.id = a.pilot_id \(direction)
            WHERE \(SQLQuery.joined(conditions, by: " AND ")) ORDER BY \(order) LIMIT \(size + 1)
            """
        ) { try Self.decode(&$0, numericKey: Self.isNumeric(query.sort), details: details) }
        let more = rows.count > size
        if more { rows.removeLast() }
        if backward { rows.reverse() }
        let hasPrevious = backward ? more : query.cursor != nil
        let hasNext = backward || more
        return ActionPage(
            rows: rows,
            previous: hasPrevious ? rows.first.map { ActionCursor(key: $0.key, number: $0.number, backward: true) } : nil,
            next: hasNext ? rows.last.map { ActionCursor(key: $0.key, number: $0.number, backward: false) } : nil)
    }

    /// How many actions answer a filter, counted up to `limit`.
    package func count(plan: Int, _ filter: ActionFilter, today: Day, limit: Int) throws -> Int {
        try sql.count(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM action a
            WHERE \(SQLQuery.joined(conditions(plan: plan, filter, today: today), by: " AND ")) LIMIT \(limit)) counted
            """)
    }

    /// How many actions answer a filter at each level or each progress, by rank; what the filter asks of these is left aside.
    package func counts(plan: Int, _ filter: ActionFilter, by sort: ActionSort, today: Day) throws -> [Int: Int] {
        var others = filter
        if sort == .level { others.level = nil } else { others.progress = nil }
        let key = Self.key(of: sort)
        let counts = try sql.all(
            """
            SELECT \(key), COUNT(*) FROM action a
            WHERE \(SQLQuery.joined(conditions(plan: plan, others, today: today), by: " AND ")) GROUP BY \(key)
            """
        ) { ($0.next(Int.self), $0.next(Int.self)) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// How many actions that answer a filter stand in each group, or in these, named by the keys of their rows.
    package func counts(
        plan: Int, _ filter: ActionFilter, by group: ActionGroup, among keys: [String]?, today: Day
    ) throws -> [String: Int] {
        let key = Self.key(of: group.sort)
        let isNumeric = Self.isNumeric(group.sort)
        var conditions = conditions(plan: plan, filter, today: today)
        if let keys {
            let these: [SQLQuery] = keys.map { isNumeric ? "\(Int($0) ?? 0)" : "\($0)" }
            conditions.append("\(key) IN (\(SQLQuery.joined(these, by: ", ")))")
        }
        let counts = try sql.all(
            "SELECT \(key), COUNT(*) FROM action a WHERE \(SQLQuery.joined(conditions, by: " AND ")) GROUP BY \(key)"
        ) { (isNumeric ? String($0.next(Int.self)) : $0.next(String.self), $0.next(Int.self)) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// The numbers among which all that a filter keeps is found, where these are few. The list is then read from them on: its order
    /// would have SQLite walk the whole plan.
    private func few(plan: Int, _ filter: ActionFilter) -> SQLQuery? {
        if let practice = filter.practice {
            return """
                SELECT action FROM action_practice
                WHERE organisation_id = \(organisation) AND plan = \(plan) AND practice = \(practice)
                """
        }
        guard !filter.pilots.isEmpty else { return nil }
        return """
            SELECT number AS action FROM action
            WHERE organisation_id = \(organisation) AND plan = \(plan) AND pilot_id IN (\(filter.pilots.bindings))
            """
    }

    /// What the filter asks of `action a`.
    func conditions(plan: Int, _ filter: ActionFilter, today: Day) -> [SQLQuery] {
        var all: [SQLQuery] = [
            "a.organisation_id = \(organisation)", "a.plan = \(plan)", "a.archived = \(filter.archived)",
        ]
        if let axis = filter.axis { all.append("a.axis = \(axis)") }
        // The plus keeps SQLite to the index that the list is sorted by: a third of the rows is too many to gather, then sort.
        if let level = filter.level { all.append("+a.level = \(level.rank)") }
        if let progress = filter.progress { all.append("+a.progress = \(progress.rank)") }
        if let pilot = filter.pilot { all.append("a.pilot_id = \(pilot)") }
        if !filter.pilots.isEmpty {
            all.append("a.pilot_id IN (\(filter.pilots.bindings))")
        }
        if let name = Self.part(filter.pilotName) { all.append("a.pilot_key LIKE \(name) ESCAPE '!'") }
        let unit: SQLQuery? =
            filter.unit.map { "id = \($0)" } ?? Self.part(filter.unitName).map { "kind = 'unit' AND name_key LIKE \($0) ESCAPE '!'" }
        if let unit {
            all.append(
                """
                a.pilot_id IN (
                    WITH RECURSIVE below (id) AS (
                        SELECT id FROM party WHERE organisation_id = \(organisation) AND \(unit)
                        UNION SELECT p.id FROM party p JOIN below ON p.unit_id = below.id WHERE p.organisation_id = \(organisation))
                    SELECT id FROM below)
                """)
        }
        if let priority = filter.priority.flatMap({ PracticePriority.allCases.firstIndex(of: $0) }) {
            all.append("+a.priority = \(priority)")
        }
        if let practice = filter.practice {
            all.append(
                """
                a.number IN (SELECT x.action FROM action_practice x
                    WHERE x.organisation_id = \(organisation) AND x.plan = \(plan) AND x.practice = \(practice))
                """)
        }
        // The key of a closed action, stopped or in force, comes after every date.
        if filter.late { all.append("a.due_key < \(today) AND +a.progress < 2") }
        if filter.withoutPilot { all.append("a.pilot_id IS NULL AND NOT a.closed") }
        if filter.withoutIndicator { all.append("NOT a.has_indicator AND NOT a.stopped") }
        if filter.awaitsDecision { all.append("a.awaits_decision") }
        if let closed = filter.closed { all.append("a.closed = \(closed)") }
        if let number = Int(filter.text.folded) {
            all.append("a.number = \(number)")
        } else if let words = Self.part(filter.text) {
            all.append("a.search LIKE \(words) ESCAPE '!'")
        }
        return all
    }

    /// What `LIKE` finds a folded text by, anywhere in another; nothing for no text.
    private static func part(_ text: String) -> String? {
        let folded = text.folded
        return folded.isEmpty ? nil : pattern(folded)
    }

    /// What `LIKE` finds a word by, anywhere in a text.
    static func pattern(_ folded: String) -> String { "%" + escapedForLike(folded) + "%" }

    private static func escapedForLike(_ text: String) -> String {
        var result = ""
        for character in text {
            if "!%_".contains(character) { result.append("!") }
            result.append(character)
        }
        return result
    }

    private static func key(of sort: ActionSort) -> SQLQuery {
        switch sort {
        case .due: "a.due_key"
        case .label: "a.label_key"
        case .pilot: "a.pilot_key"
        case .direction: "a.direction_key"
        case .axis: "a.axis_key"
        case .level: "a.level"
        case .progress: "a.progress"
        case .priority: "a.priority"
        case .number: "a.number"
        }
    }

    private static func isNumeric(_ sort: ActionSort) -> Bool {
        switch sort {
        case .due, .label, .pilot, .direction: false
        case .axis, .level, .progress, .priority, .number: true
        }
    }

    private static let rowColumns = SQLColumns<Void>(
        """
        a.number, a.version, a.label, a.axis, a.level, a.progress, a.percent, a.pilot_id, p.name, a.baseline, a.due, a.priority,
        a.awaits_decision, a.stopped, a.closed
        """
    ) { _ in }

    private static let detailColumns = SQLColumns<ActionDetails>("d.name, a.impact, a.effort, a.visibility") {
        ActionDetails(direction: $0.next(), impact: $0.next(), effort: $0.next(), visibility: try $0.choice())
    }

    /// Reads `rowColumns`, then the sort key, then the details.
    private static func decode(_ row: inout SQLRow, numericKey: Bool, details: Bool) throws -> ActionRow {
        let number = row.next(Int.self)
        let version = row.next(Int.self)
        let label = row.next(String.self)
        let axis = row.next(Int?.self)
        let level = try row.ranked(EngagementLevel.self)
        let progress = try row.ranked(Progress.self)
        let percent = row.next(Int?.self)
        let pilot = row.next(Int?.self)
        let pilotName = row.next(String?.self)
        let baseline = try row.optionalDay()
        let due = try row.optionalDay()
        let rank = row.next(Int.self)
        let priority = PracticePriority.allCases.indices.contains(rank) ? PracticePriority.allCases[rank] : nil
        return ActionRow(
            number: number, version: version, label: label, axis: axis, level: level, progress: progress, percent: percent,
            pilot: pilot, pilotName: pilotName, baseline: baseline, due: due, priority: priority, awaitsDecision: row.next(),
            stopped: row.next(), closed: row.next(), key: numericKey ? String(row.next(Int.self)) : row.next(String.self),
            details: details ? try detailColumns.decode(&row) : nil)
    }
}
