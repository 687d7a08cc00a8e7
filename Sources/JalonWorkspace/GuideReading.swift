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
    package let answered: Set<String>
}

/// A practice; with the open plan's actions that answer it.
package struct PracticeSheet: Sendable {
    package let entry: CatalogueEntry
    package let theme: Theme?
    package let practice: Practice
    /// The open plan, when it answers to this guide.
    package let plan: PlanTitle?
    package let actions: [ActionRow]
    /// What was said of it in the état des lieux, the latest first.
    package let assessments: [AssessmentEntry]
}

/// Practices about to become actions.
package struct BuildReview: Sendable {
    package let plan: Plan
    package let catalogue: CatalogueEntry
    /// The practices chosen, in the guide's order; those it does not have are left out.
    package let practices: [Practice]
    /// Practices that an action answers already.
    package let answered: Set<String>
    /// What the état des lieux says of each.
    package let standing: [String: AssessmentEntry]
    /// Names to suggest for pilots.
    package let parties: [Party]
    /// How many actions the plan was given, archived ones too.
    package let actions: Int
    /// Practices that actions added since the form was made answer.
    package let answeredSince: Set<String>
}

extension Workspace {
    package func guides(_ visitor: Visitor) async throws -> Seen<GuideShelf> {
        try await look(visitor, needs: .read) { GuideShelf(guides: try $0.catalogues.all(), plans: try $0.plans.all()) }
    }

    package func guide(_ id: Int, _ visitor: Visitor) async throws -> Seen<GuideSheet> {
        try await look(visitor, needs: .read) { scene in
            guard let entry = try scene.catalogues.find(id) else { throw DomainError.notFound(.catalogue) }
            let catalogue = try scene.catalogue(id)
            let plan = try scene.openPlan(answeringTo: id)
            let unanswered = try plan.map { try scene.overview.unansweredPractices(plan: $0.number, catalogue: id) }
            return GuideSheet(
                entry: entry, catalogue: catalogue, plan: plan,
                answered: unanswered.map { Set(catalogue.practices.map(\.id)).subtracting($0.map(\.id)) } ?? [])
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
                } ?? [], assessments: try scene.assessments.histories([id], of: entry.name)[id] ?? [])
        }
    }

    /// What those practices of the plan's guide would give; `after` is how many actions the plan had when a form was made of it.
    package func buildReview(
        plan number: Int, _ chosen: Set<String>, after read: Int? = nil, _ visitor: Visitor
    ) async throws -> Seen<BuildReview> {
        try await look(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(number)
            guard let entry = try scene.catalogues.find(plan.catalogue) else { throw DomainError.notFound(.catalogue) }
            let catalogue = try scene.catalogue(plan.catalogue)
            let unanswered = try scene.overview.unansweredPractices(plan: number, catalogue: plan.catalogue).map(\.id)
            let actions = try scene.actions.nextNumber(plan: number) - 1
            return BuildReview(
                plan: plan, catalogue: entry, practices: catalogue.practices.filter { chosen.contains($0.id) },
                answered: chosen.subtracting(unanswered), standing: try scene.assessments.standing(entry.name),
                parties: try scene.proposedParties(), actions: actions,
                answeredSince: try scene.overview.practicesAnswered(plan: number, after: read ?? actions))
        }
    }
}

extension Scene {
    func openPlan(answeringTo catalogue: Int) throws -> PlanTitle? {
        guard let open = try plans.open(), try plan(open.number).catalogue == catalogue else { return nil }
        return open
    }
}
