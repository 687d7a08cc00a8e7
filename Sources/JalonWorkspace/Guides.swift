/// Catalogues, and the plan built from them.
package import JalonDomain
package import JalonStore
import SQL

/// Which practices to propose.
package struct PracticeFilter: Sendable, Equatable {
    package var theme: String?
    package var priority: PracticePriority?
    package var difficulty: Difficulty?
    /// A suggested pilot, as the catalogue writes it in French.
    package var role: String?
    package var uncoveredOnly = false

    /// Every practice.
    package init() {}

    package func accepts(_ practice: Practice) -> Bool {
        (theme == nil || practice.theme == theme) && (priority == nil || practice.priority == priority)
            && (difficulty == nil || practice.difficulty == difficulty)
            && (role == nil || practice.pilots.fr.contains { $0.folded == role?.folded })
    }
}

package struct BuildChoice: Sendable {
    package let plan: Plan
    package let catalogue: Catalogue
    /// Those that the filter keeps.
    package let practices: [Practice]
    /// Practices that an action answers already.
    package let answered: Set<String>
    /// What the état des lieux says of each.
    package let standing: [String: PracticeState]

    /// What is worth an action, as the état des lieux has it: neither in place nor not applicable, and not in the plan yet.
    package func isWanting(_ practice: String) -> Bool {
        guard let state = standing[practice] else { return false }
        return !state.isSettled && !answered.contains(practice)
    }
}

/// A catalogue with the id it is addressed by.
package struct CatalogueSheet: Sendable {
    package let entry: CatalogueEntry
    package let catalogue: Catalogue
}

extension Workspace {
    package func catalogues(_ visitor: Visitor) async throws -> Seen<[CatalogueEntry]> {
        try await look(visitor, needs: .read) { try $0.catalogues.all() }
    }

    /// By id, `name@version` or name; the last imported for `nil`.
    package func catalogue(_ name: String?, _ visitor: Visitor) async throws -> Seen<CatalogueSheet> {
        try await look(visitor, needs: .read) { scene in
            let entry = try scene.catalogue(named: name)
            return CatalogueSheet(entry: entry, catalogue: try scene.catalogue(entry.id))
        }
    }

    /// A new version stands beside the others; the same name and version twice is refused.
    package func importCatalogue(_ catalogue: Catalogue, as visitor: Visitor) async throws -> CatalogueEntry {
        try await change(visitor, needs: .manageCatalogues) { scene in
            let reference = catalogue.reference
            try scene.requireNew(reference)
            let id = try scene.catalogues.insert(catalogue, at: scene.now)
            try scene.journal.write(
                .imported, subject: "catalogue \(id)", plan: nil, action: nil, version: 1,
                changes: [Change(field: .catalogue, before: "", after: reference.description)], by: scene.actor, at: scene.now)
            guard let entry = try scene.catalogues.find(id) else { throw DomainError.notFound(.catalogue) }
            return entry
        }
    }

    /// The practices to choose from, and which of them the plan answers already.
    package func buildChoice(plan number: Int, _ filter: PracticeFilter, _ visitor: Visitor) async throws -> Seen<BuildChoice> {
        try await look(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(number)
            let catalogue = try scene.catalogue(plan.catalogue)
            let unanswered = try scene.overview.unansweredPractices(plan: number, catalogue: plan.catalogue)
            let uncovered = Set(unanswered.filter(\.isUncovered).map(\.id))
            let practices = catalogue.practices.filter {
                filter.accepts($0) && (!filter.uncoveredOnly || uncovered.contains($0.id))
            }
            return BuildChoice(
                plan: plan, catalogue: catalogue, practices: practices,
                answered: Set(catalogue.practices.map(\.id)).subtracting(unanswered.map(\.id)),
                standing: try scene.assessments.standing(catalogue.name).mapValues(\.assessment.state))
        }
    }
}

extension Scene {
    func requireNew(_ reference: CatalogueReference) throws {
        guard try catalogues.all().allSatisfy({ $0.reference != reference }) else {
            throw DomainError.invalid(.catalogue, .alreadyTaken(reference.description))
        }
    }
}

extension NewAction {
    /// What Jalon proposes for a practice: its label, axis, suggested pilot and indicators; studied first when difficult, tried when
    /// of medium difficulty, carried out when easy. What the état des lieux says is where it starts from: one step further when it is
    /// partly there, followed up when it is in place.
    package static func proposed(
        for practice: Practice, in plan: Plan, from assessment: Assessment?, _ language: Language, today: Day
    ) -> NewAction {
        var edit = ActionEdit(label: practice.title.text(language), identifiedOn: today)
        if let assessment {
            let words = Words(language)
            edit.description = words.startingSituation(assessment)
            if !assessment.link.isEmpty { edit.evidence = [Evidence(title: words.assessmentOf(assessment.on), link: assessment.link)] }
        }
        edit.axis = plan.axes.first { $0.theme == practice.theme }?.number
        edit.practices = [practice.id]
        edit.indicators = practice.indicators.items(language)
        edit.difficulty = practice.difficulty
        let level: EngagementLevel =
            switch (practice.difficulty, assessment?.state) {
            case (_, .inPlace), (.easy, _), (.medium, .partly), (nil, .partly): .implementation
            case (.medium, _), (nil, _), (.hard, .partly): .experimentation
            case (.hard, _): .reflection
            }
        return NewAction(
            input: ActionInput(edit: edit, pilot: practice.pilots.items(language).first ?? "", contributors: [], perimeter: []),
            start: ActionStart(level: level, commitment: assessment?.state == .inPlace ? .monitoring : nil, then: []))
    }
}

extension Words {
    package func assessmentOf(_ day: Day) -> String { say("État des lieux du \(self.day(day))", "Assessment of \(self.day(day))") }

    /// « Situation de départ, au 1er février 2026 : en partie. Deux services sur sept. »
    fileprivate func startingSituation(_ assessment: Assessment) -> String {
        let start = say("Situation de départ, au \(day(assessment.on))", "Starting situation, as of \(day(assessment.on))")
        let state = labelled(start, practiceState(assessment.state).lowercased() + ".")
        return assessment.comment.isEmpty ? state : "\(state) \(assessment.comment)"
    }
}
