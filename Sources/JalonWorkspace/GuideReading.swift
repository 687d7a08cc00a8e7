/// What the pages of a guide read: a guide, a practice and what the open plan makes of them.
package import JalonDomain
package import JalonStore
import SQL

/// The guides of an organisation and the plans that answer to them.
package struct GuideShelf: Sendable {
    package let guides: [CatalogueEntry]
    package let plans: [Plan]
}

/// A guide; with the open plan when it answers to this one.
package struct GuideSheet: Sendable {
    package let entry: CatalogueEntry
    package let catalogue: Catalogue
    package let plan: PlanTitle?
    /// Practices that an action of that plan answers.
    package let covered: Set<String>
}

/// A practice; with the open plan's actions that answer it.
package struct PracticeSheet: Sendable {
    package let entry: CatalogueEntry
    package let theme: Theme?
    package let practice: Practice
    /// The open plan, when it answers to this guide.
    package let plan: PlanTitle?
    package let actions: [ActionRow]
}

/// Practices about to become actions.
package struct BuildReview: Sendable {
    package let plan: Plan
    package let catalogue: CatalogueEntry
    /// The practices chosen, in the guide's order; those it does not have are left out.
    package let practices: [Practice]
    package let covered: Set<String>
    /// Names to suggest for pilots.
    package let parties: [Party]
}

extension Workspace {
    package func guides(_ visitor: Visitor) async throws -> Seen<GuideShelf> {
        try await look(visitor, needs: .read) { GuideShelf(guides: try $0.catalogues.all(), plans: try $0.plans.all()) }
    }

    package func guide(_ id: Int, _ visitor: Visitor) async throws -> Seen<GuideSheet> {
        try await look(visitor, needs: .read) { scene in
            guard let entry = try scene.catalogues.find(id), let catalogue = try scene.catalogues.whole(id) else {
                throw DomainError.notFound(.catalogue)
            }
            let plan = try scene.openPlan(answeringTo: id)
            let uncovered = try plan.map { try scene.uncovered(by: $0.number, of: id) }
            return GuideSheet(
                entry: entry, catalogue: catalogue, plan: plan,
                covered: uncovered.map { Set(catalogue.practices.map(\.id)).subtracting($0) } ?? [])
        }
    }

    package func guidePractice(_ id: String, of guide: Int, _ visitor: Visitor) async throws -> Seen<PracticeSheet> {
        try await look(visitor, needs: .read) { scene in
            guard let entry = try scene.catalogues.find(guide) else { throw DomainError.notFound(.catalogue) }
            guard let practice = try scene.catalogues.practice(id, catalogue: guide) else { throw DomainError.notFound(.practice) }
            let plan = try scene.openPlan(answeringTo: guide)
            var answering = ActionQuery()
            answering.filter.practice = id
            return PracticeSheet(
                entry: entry, theme: try scene.catalogues.themes(guide).first { $0.id == practice.theme }, practice: practice, plan: plan,
                actions: try plan.map {
                    try scene.actions.list(plan: $0.number, answering, today: scene.today, size: 50).rows
                } ?? [])
        }
    }

    /// What those practices of the plan's guide would give.
    package func buildReview(plan number: Int, _ chosen: Set<String>, _ visitor: Visitor) async throws -> Seen<BuildReview> {
        try await look(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(number)
            guard let entry = try scene.catalogues.find(plan.catalogue), let catalogue = try scene.catalogues.whole(plan.catalogue) else {
                throw DomainError.notFound(.catalogue)
            }
            let uncovered = try scene.uncovered(by: number, of: plan.catalogue)
            return BuildReview(
                plan: plan, catalogue: entry, practices: catalogue.practices.filter { chosen.contains($0.id) },
                covered: chosen.subtracting(uncovered), parties: try scene.parties.all())
        }
    }
}

extension Scene {
    fileprivate func openPlan(answeringTo catalogue: Int) throws -> PlanTitle? {
        guard let open = try plans.open(), try plan(open.number).catalogue == catalogue else { return nil }
        return open
    }
}
