/// The état des lieux: where the organisation stands on the practices of a guide, how that is said, and what a plan makes of it.
package import JalonDomain
package import JalonStore
import SQL

/// What is said of a practice. `reading` is the number of the assessment that was read, 0 for none: the same answer as that one is left
/// alone; `nil` takes the practice as it stands.
package struct AssessmentInput: Sendable, Equatable {
    package var practice: String
    package var reading: Int?
    package var assessment: Assessment

    package init(practice: String, reading: Int?, assessment: Assessment) {
        self.practice = practice
        self.reading = reading
        self.assessment = assessment
    }
}

/// Where the organisation stands on a guide.
package struct AssessmentSheet: Sendable {
    package let entry: CatalogueEntry
    package let themes: [Theme]
    package let practices: [PracticeEntry]
    /// By practice; none where it was not assessed.
    package let standing: [String: AssessmentEntry]
    /// The last edition of each other guide.
    package let others: [CatalogueEntry]
    /// The open plan, when it answers to this edition.
    package let plan: PlanTitle?

    package func practices(of theme: Theme) -> [PracticeEntry] { practices.filter { $0.theme == theme.id } }

    /// How many practices the theme that has most of them has.
    package var longest: Int { themes.map { practices(of: $0).count }.max() ?? 0 }

    package func isAssessed(_ theme: Theme) -> Bool { practices(of: theme).allSatisfy { standing[$0.id] != nil } }

    /// The first theme after that one, from the first again, where a practice is not assessed.
    package func next(after theme: Theme?) -> Theme? {
        let place = themes.firstIndex { $0.id == theme?.id }.map { $0 + 1 } ?? 0
        return (themes[place...] + themes[..<place]).first { !isAssessed($0) }
    }
}

/// One theme, with all that was said of its practices.
package struct ThemeAssessment: Sendable {
    package let sheet: AssessmentSheet
    package let theme: Theme
    /// By practice, the latest first.
    package let histories: [String: [AssessmentEntry]]

    package var practices: [PracticeEntry] { sheet.practices(of: theme) }
}

/// What a plan makes of the practices of its guide.
package struct PlanCoverage: Sendable {
    /// A page shows so many actions of a practice, and counts the others.
    package static let mostAnswers = 3

    package let plan: Plan
    package let entry: CatalogueEntry
    package let themes: [Theme]
    package let practices: [PracticeEntry]
    package let answers: [String: [Answer]]
    package let standing: [String: AssessmentEntry]

    package func coverage(of practice: PracticeEntry) -> Coverage {
        Coverage(answered: answers[practice.id] != nil, standing[practice.id]?.assessment.state)
    }
}

extension Workspace {
    /// Of the guide named; without a name, of the one that the open plan answers to, else of the last imported.
    package func assessment(of guide: String?, _ visitor: Visitor) async throws -> Seen<AssessmentSheet> {
        try await look(visitor, needs: .read) { try $0.assessmentSheet(try $0.assessedGuide(guide)) }
    }

    package func assessment(of guide: String?, theme id: String, _ visitor: Visitor) async throws -> Seen<ThemeAssessment> {
        try await look(visitor, needs: .read) { scene in
            let entry = try scene.assessedGuide(guide)
            let sheet = try scene.assessmentSheet(entry)
            guard let theme = sheet.themes.first(where: { $0.id == id }) else { throw DomainError.notFound(.theme) }
            return ThemeAssessment(
                sheet: sheet, theme: theme,
                histories: try scene.assessments.histories(sheet.practices(of: theme).map(\.id), of: entry.name))
        }
    }

    /// All that was said of a practice, the latest first.
    package func assessments(of practice: String, in guide: String?, _ visitor: Visitor) async throws -> Seen<[AssessmentEntry]> {
        try await look(visitor, needs: .read) { scene in
            let entry = try scene.assessedGuide(guide)
            let histories = try scene.assessments.histories([practice], of: entry.name)
            guard try histories[practice] != nil || scene.catalogues.practice(practice, catalogue: entry.id) != nil else {
                throw DomainError.notFound(.practice)
            }
            return histories[practice] ?? []
        }
    }

    /// All of them or none; answers those that were written, without those that say nothing new.
    package func assess(_ inputs: [AssessmentInput], of guide: String?, as visitor: Visitor) async throws -> [AssessmentEntry] {
        try await change(visitor, needs: .manageCatalogues) { scene in
            let entry = try scene.assessedGuide(guide)
            let known = Set(try scene.catalogues.practices(entry.id).map(\.id))
            if let unknown = inputs.first(where: { !known.contains($0.practice) }) {
                throw DomainError.invalid(.practices, .unknown(unknown.practice))
            }
            let histories = try scene.assessments.histories(inputs.map(\.practice), of: entry.name)
            return try inputs.compactMap { try scene.assess($0, histories[$0.practice] ?? [], in: entry) }
        }
    }

    /// Practice by practice: what the plan answers, with `limit` actions of each at most, and what the état des lieux says of the rest.
    package func coverage(
        of number: Int, answers limit: Int = PlanCoverage.mostAnswers, _ visitor: Visitor
    ) async throws -> Seen<PlanCoverage> {
        try await look(visitor, needs: .read) { scene in
            let plan = try scene.plan(number)
            guard let entry = try scene.catalogues.find(plan.catalogue) else { throw DomainError.notFound(.catalogue) }
            return PlanCoverage(
                plan: plan, entry: entry, themes: try scene.catalogues.themes(entry.id),
                practices: try scene.catalogues.practices(entry.id),
                answers: try scene.remembered("answers \(limit)", plan: number) {
                    try scene.overview.answers(plan: number, limit: limit)
                },
                standing: try scene.assessments.standing(entry.name))
        }
    }
}

extension Scene {
    fileprivate func assessedGuide(_ name: String?) throws -> CatalogueEntry {
        if name?.isEmpty ?? true, let open = try plans.open(), let entry = try catalogues.find(try plan(open.number).catalogue) {
            return entry
        }
        return try catalogue(named: name)
    }

    fileprivate func assessmentSheet(_ entry: CatalogueEntry) throws -> AssessmentSheet {
        var others: [CatalogueEntry] = []
        for other in try catalogues.all() where other.name != entry.name && !others.contains(where: { $0.name == other.name }) {
            others.append(other)
        }
        return AssessmentSheet(
            entry: entry, themes: try catalogues.themes(entry.id), practices: try catalogues.practices(entry.id),
            standing: try assessments.standing(entry.name), others: others, plan: try openPlan(answeringTo: entry.id))
    }

    /// Nothing where nothing new is said.
    fileprivate func assess(
        _ input: AssessmentInput, _ history: [AssessmentEntry], in guide: CatalogueEntry
    ) throws -> AssessmentEntry? {
        let last = history.first
        // What is learnt late of an earlier day completes the history, and leaves what stands.
        let isPast = last.map { input.assessment.on < $0.assessment.on } ?? false
        if let reading = input.reading {
            let read = history.first { $0.number == reading }
            if input.assessment.agrees(with: read?.assessment) || input.assessment.agrees(with: last?.assessment) { return nil }
            if reading != last?.number ?? 0 { throw DomainError.conflict(read: reading, current: last?.number ?? 0) }
        } else if (isPast ? history[...] : history.prefix(1)).contains(where: { $0.assessment == input.assessment }) {
            return nil
        }
        let violations = input.assessment.violations(today: today)
        guard violations.isEmpty else { throw DomainError.invalid(violations) }
        let entry = AssessmentEntry(
            practice: input.practice, number: (history.map(\.number).max() ?? 0) + 1, catalogueVersion: guide.version,
            assessment: input.assessment, author: actor.name, stands: !isPast)
        try assessments.insert(entry, of: guide.name, at: now)
        try journal.write(
            .assessed, subject: "practice \(guide.name) \(entry.practice)", plan: nil, action: nil, version: entry.number,
            changes: changes(
                from: isPast ? [:] : last.map { AssessmentFields.of($0.assessment) } ?? [:], to: AssessmentFields.of(entry.assessment)),
            by: actor, at: now)
        return entry
    }
}

extension Words {
    package func keptAsHistory(_ practices: [String]) -> String {
        say(
            "Une réponse plus récente fait foi pour \(list(practices))\u{A0}: celle-ci rejoint l’historique.",
            "A later answer stands for \(list(practices)): this one joins its history.")
    }
}

enum AssessmentFields {
    /// What the journal compares.
    static func of(_ assessment: Assessment) -> [Field: String] {
        [
            .state: assessment.state.rawValue, .on: assessment.on.iso, .comment: assessment.comment, .proof: assessment.link,
        ]
    }
}
