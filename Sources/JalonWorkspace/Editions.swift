/// Editions of a guide: what changed from one to another, and the move of a plan to another one.
package import JalonDomain
package import JalonStore
import SQL

/// Two guides side by side, most often two editions of one.
package struct DiffSheet: Sendable {
    package let from: CatalogueEntry
    package let to: CatalogueEntry
    /// The themes of both, the second's first.
    package let themes: [Theme]
    package let diff: CatalogueDiff
}

extension Workspace {
    /// Each by id, `name@version` or name.
    package func catalogueDiff(from: String, to: String, _ visitor: Visitor) async throws -> Seen<DiffSheet> {
        try await look(visitor, needs: .read) { scene in
            try scene.diff(from: try scene.catalogue(named: from), to: try scene.catalogue(named: to))
        }
    }

    package func catalogueDiff(from: Int, to: Int, _ visitor: Visitor) async throws -> Seen<DiffSheet> {
        try await look(visitor, needs: .read) { scene in
            guard let from = try scene.catalogues.find(from), let to = try scene.catalogues.find(to) else {
                throw DomainError.notFound(.catalogue)
            }
            return try scene.diff(from: from, to: to)
        }
    }
}

extension Scene {
    func diff(from: CatalogueEntry, to: CatalogueEntry) throws -> DiffSheet {
        let old = try catalogue(from.id)
        let new = try catalogue(to.id)
        let known = Set(new.themes.map(\.id))
        return DiffSheet(
            from: from, to: to, themes: new.themes + old.themes.filter { !known.contains($0.id) },
            diff: CatalogueDiff(from: old, to: new))
    }
}

/// A plan, the edition that it answers, another one, and what changed for the practices that its actions answer.
package struct EditionSheet: Sendable {
    /// A practice that changed, and the actions that answer it.
    package struct Answered: Sendable {
        package let entry: CatalogueDiff.Entry
        package let actions: [Action]
    }

    package let plan: Plan
    package let from: CatalogueEntry
    /// The one asked for, else the latest edition of the same guide; `nil` where the plan answers it already.
    package let to: CatalogueEntry?
    /// Every guide, the last imported first.
    package let guides: [CatalogueEntry]
    package let themes: [Theme]
    /// In the order of practices.
    package let answered: [Answered]
    /// What ids name in the edition to come.
    package let titles: [String: String]
}

extension CatalogueEntry {
    /// The latest edition of the same guide, when there is a later one.
    package func newer(among guides: [CatalogueEntry]) -> CatalogueEntry? {
        guides.filter { $0.name == name && Catalogue.precedes(version, $0.version) }.max { Catalogue.precedes($0.version, $1.version) }
    }
}

extension Workspace {
    /// What a move of the plan would change; to the latest edition of its guide unless another is asked for.
    package func planEdition(_ number: Int, to catalogue: Int?, _ visitor: Visitor) async throws -> Seen<EditionSheet> {
        try await look(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(number)
            let guides = try scene.catalogues.all()
            guard let from = guides.first(where: { $0.id == plan.catalogue }) else { throw DomainError.notFound(.catalogue) }
            var to = from.newer(among: guides)
            if let catalogue {
                guard let asked = guides.first(where: { $0.id == catalogue }) else { throw DomainError.notFound(.catalogue) }
                to = asked.id == from.id ? nil : asked
            }
            guard let to else {
                return EditionSheet(plan: plan, from: from, to: nil, guides: guides, themes: [], answered: [], titles: [:])
            }
            let both = try scene.diff(from: from, to: to)
            var actions: [String: [Action]] = [:]
            for action in try scene.actions.all(plan: number) {
                for practice in action.practices { actions[practice, default: []].append(action) }
            }
            return EditionSheet(
                plan: plan, from: from, to: to, guides: guides, themes: both.themes,
                answered: both.diff.entries.compactMap { entry in
                    entry.before.flatMap { actions[$0.id] }.map { EditionSheet.Answered(entry: entry, actions: $0) }
                },
                titles: Dictionary(
                    uniqueKeysWithValues: try scene.catalogues.practices(to.id).map { ($0.id, $0.title.fr) }))
        }
    }

    /// Makes the plan answer to another catalogue, and its actions follow as `move` says; without it they keep the ids of the practices
    /// they answer. Answers how many actions changed.
    @discardableResult
    package func movePlan(
        _ number: Int, reading: Int?, toCatalogue name: String, _ move: EditionMove? = nil, as visitor: Visitor
    ) async throws -> Int {
        try await change(number, reading, .catalogueMoved, needs: .editPlan, as: visitor) { plan, scene in
            try plan.requireOpen()
            let from = plan.catalogue
            let to = try scene.catalogue(named: name)
            plan.catalogue = to.id
            guard let move, let left = try scene.catalogues.find(from) else { return 0 }
            return try scene.follow(move, in: plan, along: try scene.diff(from: left, to: to).diff)
        }
    }
}

extension Scene {
    /// Every action that answers a practice which changed, archived ones too: restored, they name the right one.
    fileprivate func follow(_ move: EditionMove, in plan: Plan, along diff: CatalogueDiff) throws -> Int {
        let guide = try PlanGuide(plan, self)
        let known = try partyNames()
        var count = 0
        for action in try actions.all(plan: plan.number) where !action.entries(in: diff).isEmpty {
            if let reading = move.reading, reading[action.id.number] != action.version {
                throw DomainError.conflict(read: reading[action.id.number] ?? 0, current: action.version)
            }
            var moved = action
            try moved.follow(move, along: diff)
            guard moved != action else { continue }
            moved.version += 1
            guard try actions.save(moved, summary: guide.summary(of: moved, known, at: now)) else {
                throw DomainError.conflict(read: action.version, current: moved.version)
            }
            try journal(
                .edited, moved, changes(from: ActionFields.of(action, guide, known), to: ActionFields.of(moved, guide, known)))
            count += 1
        }
        return count
    }
}
