/// What pages, exports and commands read of actions.
package import JalonDomain
package import JalonStore
import SQL

package struct ActionListing: Sendable {
    /// More pilots or units than this are searched for, not chosen: there are then one more here, which says so.
    package static let mostChoices = 50

    package let plan: Plan
    package let page: ActionPage
    package let pilots: [Party]
    package let units: [Party]
    package let query: ActionQuery
    /// How many actions answer the filter; `nil` where counting would cost more than the page.
    package let count: Int?
    /// How many of them stand in each group that the page shows, by the key of its rows; empty without groups, and where counting would
    /// cost more than the page.
    package let groupCounts: [String: Int]
    /// The visitor's own views and those that are shared.
    package let views: [SavedView]
    /// What follows each action of the page first, with its latest figures, by the number of the action; read for the column that shows it.
    package let indicators: [Int: (row: IndicatorRow, figures: [IndicatorTarget])]
}

package struct ActionSheet: Sendable {
    /// Its notes are the latest that many, and one more when there are others.
    package static let latestNotes = 5
    package static let mostIndicators = 20

    package let plan: Plan
    /// Without its cost for who may not read it.
    package let action: Action
    package let names: [Int: String]
    package let direction: String?
    package let practices: [PracticeEntry]
    /// `nil` for who may not read internal notes and the journal.
    package let notes: [Note]?
    package let journal: [JournalEntry]?
    package let links: [LinkedAction]
    /// What follows it, with the latest figures of each.
    package let indicators: [IndicatorRow]
    package let figures: [Int: [IndicatorTarget]]
    /// What was judged of its objectives, the latest first.
    package let assessments: [ObjectiveAssessment]
    /// Who said what it would bring and ask for, and when.
    package let judgements: [JudgedCriterion: Judgement]
    package let readsInternal: Bool
    package let mayReport: Bool
    package let gains: [Gain]
    /// The rules of quality that it breaks, the heaviest first.
    package let findings: [QualityFinding]
    package let desk: ActionDesk
}

/// An action and a page of its notes.
package struct ActionNotes: Sendable {
    package let sheet: ActionSheet
    package let notes: [Note]
}

/// What someone carries in a plan: the open actions that are due first, and how many there are.
package struct OwnActions: Sendable {
    package static let most = 100

    package let plan: Plan
    package let rows: [ActionRow]
    package let carried: Carried
}

/// What a form about an action proposes: the plan's axes, the practices of its guide, the names that people know.
package struct ActionDesk: Sendable {
    package let plan: Plan
    package let guide: [PracticeEntry]
    package let parties: [Party]
}

/// An action as it is exported: every field that practice a.2 lists, and the others.
package struct ActionRecord: Sendable {
    package let row: ActionRow
    package let axis: String
    package let action: Action
    package let direction: String
    package let names: [Int: String]
}

extension Workspace {
    /// Lists are paged; `size` rows at most.
    package func actions(of number: Int, _ query: ActionQuery, size: Int, _ visitor: Visitor) async throws -> Seen<ActionListing> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            var query = query
            query.filter = try scene.following(query.filter)
            let page = try scene.actions.list(plan: number, query, today: scene.today, size: size)
            let choices = try scene.filterChoices()
            return ActionListing(
                plan: plan, page: page, pilots: choices.pilots, units: choices.units, query: query,
                count: try scene.count(query, page, plan: number), groupCounts: try scene.groupCounts(query, page, plan: number),
                views: try scene.views.all(for: scene.actor.account),
                indicators: query.columns.contains(.indicator) ? try scene.firstIndicators(of: page.rows.map(\.number), plan: number) : [:])
        }
    }

    /// What the visitor carries: actions they pilot themselves, by their position or by their unit, over the open plans.
    package func ownActions(_ visitor: Visitor) async throws -> Seen<[OwnActions]> {
        try await look(visitor, needs: .read) { scene in
            var query = ActionQuery()
            query.filter.pilots = [scene.actor.person?.id, scene.actor.person?.position, scene.actor.person?.unit].compactMap { $0 }
            guard !query.filter.pilots.isEmpty else { return [] }
            query.filter.closed = false
            let carried = try scene.carried.byPlan(of: query.filter.pilots, today: scene.today)
            return try scene.plans.all().filter { $0.state != .closed }.map { plan in
                OwnActions(
                    plan: plan, rows: try scene.actions.list(plan: plan.number, query, today: scene.today, size: OwnActions.most).rows,
                    carried: carried[plan.number] ?? Carried())
            }
        }
    }

    /// What stands around an action that is not written yet.
    package func actionDesk(_ plan: Int, _ visitor: Visitor) async throws -> Seen<ActionDesk> {
        try await look(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(plan)
            return ActionDesk(plan: plan, guide: try scene.catalogues.practices(plan.catalogue), parties: try scene.proposedParties())
        }
    }

    /// With its latest entries of the journal, or those before `cursor`.
    package func action(
        _ id: ActionID, _ visitor: Visitor, journal limit: Int = 8, before cursor: Int? = nil
    ) async throws -> Seen<ActionSheet> {
        try await look(visitor, needs: .read) { try $0.sheet(id, journal: limit, before: cursor) }
    }

    /// Its notes alone, by day, before one of them when given; for who reads internal notes.
    package func notes(
        on id: ActionID, before note: (day: Day, id: Int)?, limit: Int, _ visitor: Visitor
    ) async throws -> Seen<ActionNotes> {
        try await look(visitor, needs: .readInternal) { scene in
            let sheet = try scene.sheet(id, journal: 0, before: nil)
            guard sheet.readsInternal else { throw DomainError.forbidden }
            return ActionNotes(sheet: sheet, notes: try scene.journal.notes(on: id, before: note, limit: limit))
        }
    }

    /// All that the filter keeps, in the order of the query, with every field.
    package func export(of number: Int, _ query: ActionQuery, _ visitor: Visitor) async throws -> Seen<[ActionRecord]> {
        try await look(visitor, needs: .read) { scene in
            var all = query
            all.cursor = nil
            all.filter = try scene.following(query.filter)
            return try scene.records(of: try scene.plan(number), all)
        }
    }

    /// The plan's or the organisation's journal, the latest first, from an entry on.
    package func journal(plan: Int?, before cursor: Int?, _ visitor: Visitor) async throws -> Seen<[JournalEntry]> {
        try await look(visitor, needs: .readInternal) { scene in
            // A pilot reads the journal beside their own actions, not the whole.
            guard scene.actor.role != .pilot else { throw DomainError.forbidden }
            if let plan { _ = try scene.plan(plan) }
            return try scene.remembered("journal before \(cursor ?? 0)", plan: plan ?? 0) {
                try scene.journal.latest(plan: plan, action: nil, before: cursor, limit: 50)
            }
        }
    }

    /// Names that can pilot, contribute or be a perimeter, for suggestions.
    package func parties(_ visitor: Visitor) async throws -> Seen<[Party]> {
        try await look(visitor, needs: .read) { try $0.parties.all() }
    }

    /// Those that a name means, whatever the accents and case; that of one that was merged means the one that it became.
    package func parties(named name: String, _ visitor: Visitor) async throws -> Seen<[Party]> {
        try await look(visitor, needs: .read) { try $0.parties.named(name) }
    }
}

extension Scene {
    /// An action with all that its page says, with its latest entries of the journal, or those before `cursor`.
    func sheet(_ id: ActionID, journal limit: Int, before cursor: Int?) throws -> ActionSheet {
        let plan = try plan(id.plan)
        var action = try action(id)
        let readsInternal = actor.readsInternal(pilot: action.pilot)
        if !readsInternal { action.cost = nil }
        let parties = try parties.all()
        let names = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) })
        let direction = parties.first { $0.id == action.pilot }?.direction.flatMap { names[$0] }
        let answered = Set(action.practices)
        let guide = try catalogues.practices(plan.catalogue)
        let followed = try standing(try indicators.serving(id, limit: ActionSheet.mostIndicators))
        return ActionSheet(
            plan: plan, action: action, names: names, direction: direction, practices: guide.filter { answered.contains($0.id) },
            notes: readsInternal ? try journal.notes(on: id, limit: ActionSheet.latestNotes + 1) : nil,
            journal: readsInternal ? try journal.latest(plan: id.plan, action: id.number, before: cursor, limit: limit) : nil,
            links: try links.around(id), indicators: followed,
            figures: try indicators.figures(of: followed.map(\.indicator.number), limit: 12),
            assessments: action.objectives.isEmpty ? [] : try objectives.assessments(of: id),
            judgements: try judgements(of: action), readsInternal: readsInternal,
            mayReport: mayReport(on: action, of: plan), gains: try allGains(plan: id.plan, action: id.number),
            findings: try findings(of: id),
            desk: ActionDesk(plan: plan, guide: guide, parties: parties.filter { !$0.archived }))
    }

    func mayReport(on action: Action, of plan: Plan) -> Bool {
        actor.role.grants(.reportOnOwn) && (actor.role != .pilot || actor.owns(pilot: action.pilot)) && plan.state != .closed
            && !action.archived
    }

    /// The same of those whom the ones it names became: an address, or a view that was saved, goes on after a merge.
    func following(_ filter: ActionFilter) throws -> ActionFilter {
        var followed = filter
        followed.pilot = try filter.pilot.map(parties.heir(of:))
        followed.unit = try filter.unit.map(parties.heir(of:))
        return followed
    }

    /// The actions that the query keeps, with every field.
    func records(of plan: Plan, _ query: ActionQuery) throws -> [ActionRecord] {
        let axes = Dictionary(uniqueKeysWithValues: plan.axes.map { ($0.number, $0.title) })
        let parties = try parties.all()
        let names = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) })
        let byID = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0) })
        let whole = Dictionary(uniqueKeysWithValues: try actions.all(plan: plan.number).map { ($0.id.number, $0) })
        let rows = try actions.list(plan: plan.number, query, today: today, size: 1_000_000).rows
        return try rows.map { row in
            guard var action = whole[row.number] else { throw DomainError.notFound(.action) }
            if !actor.readsInternal(pilot: action.pilot) { action.cost = nil }
            return ActionRecord(
                row: row, axis: row.axis.flatMap { axes[$0] } ?? "", action: action,
                direction: row.pilot.flatMap { byID[$0]?.direction }.flatMap { names[$0] } ?? "", names: names)
        }
    }

    /// So many are counted whatever is asked.
    private static let fewActions = 1000

    /// Of the groups on the page alone: without a filter, from the index that they are sorted by.
    fileprivate func groupCounts(_ query: ActionQuery, _ page: ActionPage, plan: Int) throws -> [String: Int] {
        guard let group = query.group, !page.rows.isEmpty else { return [:] }
        let isWhole = query.filter == ActionFilter()
        guard try isWhole || actions.nextNumber(plan: plan) - 1 <= Self.fewActions else { return [:] }
        let keys = Set(page.rows.map(\.key))
        guard isWhole else {
            return try actions.counts(plan: plan, query.filter, by: group, among: keys.sorted(), today: today)
        }
        let all = try remembered("counts by \(group.rawValue)", plan: plan) {
            try actions.counts(plan: plan, query.filter, by: group, among: nil, today: today)
        }
        return all.filter { keys.contains($0.key) }
    }

    /// Exact without a filter, in a plan of up to a thousand actions, and where one page shows them all.
    fileprivate func count(_ query: ActionQuery, _ page: ActionPage, plan: Int) throws -> Int? {
        if page.previous == nil, page.next == nil { return page.rows.count }
        // Numbers have no holes: all that are given, less those archived.
        let given = try actions.nextNumber(plan: plan) - 1
        if query.filter == ActionFilter() {
            var archived = ActionFilter()
            archived.archived = true
            return given - (try actions.count(plan: plan, archived, today: today, limit: given))
        }
        return given <= Self.fewActions ? try actions.count(plan: plan, query.filter, today: today, limit: given) : nil
    }
}
