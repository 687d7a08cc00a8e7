/// Bulk changes: choose actions, see exactly what would change, change them all or none, undo it.
package import JalonDomain
package import JalonStore
import SQL

/// Which actions are changed.
package enum BulkSelection: Sendable, Equatable {
    case these([Int])
    /// All those that answer a filter.
    case all(ActionFilter)
}

/// A bulk change as typed: the pilot by name.
package struct BulkInput: Sendable, Equatable {
    package var change: BulkChange
    package var pilot: String

    package init(change: BulkChange, pilot: String) {
        self.change = change
        self.pilot = pilot
    }
}

/// An action that a bulk change is asked for, as it was read.
package struct BulkTarget: Sendable, Equatable {
    package let number: Int
    package let version: Int

    package init(number: Int, version: Int) {
        self.number = number
        self.version = version
    }
}

/// What stands around the form: the actions chosen, by number.
package struct BulkDesk: Sendable {
    package let desk: ActionDesk
    package let actions: [(number: Int, label: String)]
}

/// What a bulk change would do, action by action.
package struct BulkPreview: Sendable {
    package struct Line: Sendable {
        package enum Outcome: Sendable {
            case changes([Change])
            case same
            case refused([Violation])
        }

        package let target: BulkTarget
        package let label: String
        package let outcome: Outcome
        /// Someone saved it after it was read.
        package let changedMeanwhile: Bool
    }

    package let desk: ActionDesk
    package let lines: [Line]
    /// The name of a pilot whom nobody knows yet.
    package let unknownPilot: String?
    /// What makes the change that is confirmed from here happen once.
    package let once: String

    /// Those that would change.
    package var targets: [BulkTarget] {
        lines.compactMap { if case .changes = $0.outcome { $0.target } else { nil } }
    }
}

/// A bulk change that was made.
package struct BulkSheet: Sendable {
    package let plan: Plan
    package let record: BulkRecord
    package let rows: [BulkRow]
}

extension Workspace {
    package func bulkDesk(of plan: Int, _ selection: BulkSelection, _ visitor: Visitor) async throws -> Seen<BulkDesk> {
        try await look(visitor, needs: .editPlan, menu: false) { scene in
            let (plan, actions) = try scene.chosen(selection, of: plan)
            return BulkDesk(desk: try scene.desk(plan), actions: actions.map { ($0.id.number, $0.label) })
        }
    }

    /// `reading` are the versions that were read, for those that may have changed since.
    package func previewBulk(
        of plan: Int, _ selection: BulkSelection, _ input: BulkInput, reading: [BulkTarget] = [], _ visitor: Visitor
    ) async throws -> Seen<BulkPreview> {
        let once = fresh()
        return try await look(visitor, needs: .editPlan, menu: false) { scene in
            let (plan, actions) = try scene.chosen(selection, of: plan)
            var known = try scene.partyNames()
            var change = input.change
            var unknownPilot: String?
            if !input.pilot.isEmpty {
                let party = try PartyNames(scene).known(input.pilot, preferring: .position)
                // Nobody has that number: it stands for who would be made known.
                change.pilot = party?.id ?? 0
                if party == nil { (unknownPilot, known[0]) = (input.pilot, input.pilot) }
            }
            let guide = try PlanGuide(plan, scene)
            try change.check(plan, guide)
            let read = Dictionary(reading.map { ($0.number, $0.version) }) { first, _ in first }
            return BulkPreview(
                desk: try scene.desk(plan),
                lines: try actions.map { action in
                    BulkPreview.Line(
                        target: BulkTarget(number: action.id.number, version: action.version), label: action.label,
                        outcome: try scene.outcome(of: change, on: action, plan, guide, known),
                        changedMeanwhile: read[action.id.number].map { $0 != action.version } ?? false)
                }, unknownPilot: unknownPilot, once: once)
        }
    }

    /// All of them or none: an action that was saved meanwhile, or that a rule keeps as it is, stops the whole. Answers the number of the
    /// change, how many actions it changed and the parties that it made known; the same form sent twice changes nothing more.
    package func bulkChange(
        _ targets: [BulkTarget], of plan: Int, _ input: BulkInput, once: String, as visitor: Visitor
    ) async throws -> (id: Int, created: [Party]) {
        let once = once.isEmpty ? fresh() : once
        return try await change(visitor, needs: .editPlan) { scene in
            if let made = try scene.bulks.made(plan: plan, once: once) { return (made, []) }
            let (plan, actions) = try scene.chosen(.these(targets.map(\.number)), of: plan)
            var names = PartyNames(scene)
            var change = input.change
            if let pilot = try names.resolve(input.pilot, preferring: .position) { change.pilot = pilot }
            let guide = try PlanGuide(plan, scene)
            try change.check(plan, guide)
            let known = try scene.partyNames()
            let read = Dictionary(targets.map { ($0.number, $0.version) }) { first, _ in first }
            let id = try scene.bulks.insert(plan: plan.number, once: once, by: scene.actor.name, at: scene.now)
            var changed = 0
            for before in actions {
                if let version = read[before.id.number], version != before.version {
                    throw DomainError.conflict(read: version, current: before.version)
                }
                var after = before
                try after.apply(change, planValidated: plan.hasBeenValidated, today: scene.today)
                guard after != before else { continue }
                try scene.save(&after, insteadOf: before, change.verb, guide, known)
                try scene.bulks.add(after, was: BulkParts(of: before), to: id)
                changed += 1
            }
            guard changed > 0 else { throw DomainError.invalid(.pilot, .nothingToChange) }
            return (id, names.created)
        }
    }

    private func fresh() -> String { chance(16).map { String($0, radix: 16) }.joined(separator: "-") }

    /// The latest of a plan.
    package func bulkChanges(of plan: Int, _ visitor: Visitor) async throws -> Seen<(plan: Plan, records: [BulkRecord])> {
        try await look(visitor, needs: .editPlan, menu: false) { scene in
            (try scene.plan(plan), try scene.bulks.latest(plan: plan, limit: 50))
        }
    }

    package func bulkChange(_ id: Int, of plan: Int, _ visitor: Visitor) async throws -> Seen<BulkSheet> {
        try await look(visitor, needs: .editPlan, menu: false) { scene in
            BulkSheet(plan: try scene.plan(plan), record: try scene.bulk(id, of: plan), rows: try scene.bulks.rows(plan: plan, id))
        }
    }

    /// Gives back what the change replaced, where nobody changed it since; what was changed since is kept, and said. Once.
    package func undoBulk(_ id: Int, of plan: Int, as visitor: Visitor) async throws {
        try await change(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(plan)
            guard try scene.bulk(id, of: plan.number).undoneAt == nil else { return }
            try plan.requireOpen()
            let guide = try PlanGuide(plan, scene)
            let known = try scene.partyNames()
            let rows = try scene.bulks.rows(plan: plan.number, id)
            let actions = Dictionary(
                uniqueKeysWithValues: try scene.actions.these(rows.map(\.action), plan: plan.number).map { ($0.id.number, $0) })
            var kept: [Int: [Field]] = [:]
            for row in rows {
                guard let before = actions[row.action] else { continue }
                var after = before
                kept[row.action] = after.restore(row.before, from: row.after, parties: Set(known.keys), axes: Set(guide.axes.keys))
                if after != before { try scene.save(&after, insteadOf: before, .undone, guide, known) }
            }
            try scene.bulks.markUndone(plan: plan.number, id, kept: kept, by: scene.actor.name, at: scene.now)
        }
    }
}

extension BulkChange {
    /// Its own rules, and what stands in other tables.
    fileprivate func check(_ plan: Plan, _ guide: PlanGuide) throws {
        try check(planValidated: plan.hasBeenValidated)
        if let axis, guide.axes[axis] == nil { throw DomainError.invalid(.axis, .unknown(String(axis))) }
    }

    /// Archiving is said as such when it is all that is done.
    fileprivate var verb: JournalVerb {
        var alone = BulkChange()
        alone.archived = archived
        guard self == alone, let archived else { return .edited }
        return archived ? .archived : .restored
    }
}

extension Scene {
    var bulks: BulkStore { BulkStore(sql, organisation: organisation.id) }

    fileprivate func bulk(_ id: Int, of plan: Int) throws -> BulkRecord {
        guard let record = try bulks.find(plan: plan, id) else { throw DomainError.notFound(.bulkChange) }
        return record
    }

    fileprivate func desk(_ plan: Plan) throws -> ActionDesk { ActionDesk(plan: plan, guide: [], parties: try parties.all()) }

    /// The plan, open, and the actions chosen, by number: not too many, and every one of them exists.
    fileprivate func chosen(_ selection: BulkSelection, of number: Int) throws -> (plan: Plan, actions: [Action]) {
        let plan = try plan(number)
        try plan.requireOpen()
        let numbers: Set<Int>
        switch selection {
        case .these(let these): numbers = Set(these)
        case .all(let filter):
            var query = ActionQuery()
            query.filter = try following(filter)
            numbers = Set(try actions.list(plan: number, query, today: today, size: BulkChange.mostActions + 1).rows.map(\.number))
        }
        guard !numbers.isEmpty else { throw DomainError.invalid(.label, .emptySelection) }
        guard numbers.count <= BulkChange.mostActions else { throw DomainError.invalid(.label, .tooManyKept(max: BulkChange.mostActions)) }
        let found = try actions.these(numbers.sorted(), plan: number)
        guard found.count == numbers.count else { throw DomainError.notFound(.action) }
        return (plan, found)
    }

    fileprivate func outcome(
        of change: BulkChange, on action: Action, _ plan: Plan, _ guide: PlanGuide, _ known: [Int: String]
    ) throws -> BulkPreview.Line.Outcome {
        var after = action
        do {
            try after.apply(change, planValidated: plan.hasBeenValidated, today: today)
        } catch DomainError.invalid(let violations) {
            return .refused(violations)
        }
        let differences = changes(from: ActionFields.of(action, guide, known), to: ActionFields.of(after, guide, known))
        return differences.isEmpty ? .same : .changes(differences)
    }
}
