/// What a plan makes of its guide, practice by practice: answered, already in place, not applicable, or left uncovered.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CoverageController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.coverage(of: visit.plan(), visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: plan)
        return visit.answer(
            CoveragePage(context: frame, model: seen.model, priority: PracticePriority(rawValue: visit.query["priority"])).render())
    }
}

struct CoveragePage {
    let context: PageContext
    let model: PlanCoverage
    /// Only the practices of that priority.
    let priority: PracticePriority?

    private var words: Words { context.words }
    private var plan: Plan { model.plan }
    private var mayBuild: Bool { context.may(.editPlan) && plan.state != .closed }
    private var kept: [PracticeEntry] { model.practices.filter { priority == nil || $0.priority == priority } }

    private var longest: Int { model.themes.map { theme in model.practices.count { $0.theme == theme.id } }.max() ?? 0 }

    func render() -> [UInt8] {
        let kept = kept
        let counts = CoverageCounts(kept, model)
        return page(context, title: words.coverageTitle) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)))
            html.heading(words.coverageTitle, over: plan.title, lead: words.coverageLead(counts)) {
                html.ligne {
                    if mayBuild, counts[.uncovered] > 0 {
                        html.buttonLink(
                            words.coverMissing(counts[.uncovered]),
                            Path.build(context.slug, plan.number, ["uncovered": "1", "tick": "all", "priority": priority?.rawValue ?? ""]))
                    }
                    html.a(words.assessmentTitle, .class("lien"), .href(Path.assessment(context.slug)))
                }
            }
            html.planViews(context, plan.number, current: .coverage)
            filter(html)
            themes(html, kept)
            for theme in model.themes {
                let practices = kept.filter { $0.theme == theme.id }
                if !practices.isEmpty { section(html, theme, practices) }
            }
        }
    }

    private func filter(_ html: HTMLWriter) {
        html.nav(.class("vues"), .ariaLabel(words.coverageFilter)) {
            html.ul {
                for choice in [nil] + PracticePriority.allCases.map(Optional.some) {
                    html.li {
                        html.a(
                            choice.map(words.priority) ?? words.allPriorities,
                            .href(Path.coverage(context.slug, plan.number, Query.empty.adding("priority", choice?.rawValue))),
                            .when(choice == priority, .current(.page)))
                    }
                }
            }
        }
    }

    // MARK: The picture and its table

    private func themes(_ html: HTMLWriter, _ kept: [PracticeEntry]) {
        html.section {
            html.h2(words.assessmentByTheme)
            html.cards(words.assessmentBands) {
                html.column(words.theme)
                html.column(words.practicesColumn)
                for coverage in Coverage.allCases { html.column(words.coverage(coverage), number: true) }
            } rows: {
                for theme in model.themes { html.row { row(html, theme, CoverageCounts(kept.filter { $0.theme == theme.id }, model)) } }
            }
            html.p(.class("aide ligne bd")) {
                html.span(words.coverage(.answered), .class("s2"))
                html.text(" ")
                html.span(words.coverage(.inPlace), .class("s1"))
                html.text(" ")
                html.span(words.coverage(.uncovered), .class("s0"))
                html.text(" ")
                html.text(words.coverageBandsHelp)
            }
            html.hint(words.coverageQuestion, about: Coverage.allCases, words.coverage, words.meaning)
        }
    }

    private func row(_ html: HTMLWriter, _ theme: Theme, _ counts: CoverageCounts) {
        html.rowHead {
            if counts.total > 0 {
                html.a(words.themeTitle(theme), .href(Fragment("t-\(theme.id)")))
            } else {
                html.text(words.themeTitle(theme))
            }
        }
        html.cell {
            if counts.total == 0 {
                html.text("–")
            } else {
                html.bands(
                    Bands(full: counts[.answered], half: counts[.inPlace], open: counts[.uncovered], low: counts[.notApplicable]),
                    title: words.coverageFigures(counts), description: words.assessmentBands, room: longest)
            }
        }
        for coverage in Coverage.allCases { html.number(counts[coverage], label: words.coverage(coverage), words) }
    }

    // MARK: Practice by practice

    private func section(_ html: HTMLWriter, _ theme: Theme, _ practices: [PracticeEntry]) {
        html.section {
            html.h2(words.themeTitle(theme), .id("t-\(theme.id)"))
            html.ul(.class("liste")) {
                for practice in practices { html.li { self.practice(html, practice) } }
            }
        }
    }

    private func practice(_ html: HTMLWriter, _ practice: PracticeEntry) {
        html.a(
            "\(practice.id) \(practice.title.text(words.language))",
            .href(Path.practice(context.slug, model.entry.id, practice.id)))
        html.text(" ")
        html.small(words.priority(practice.priority))
        html.br()
        let said = model.standing[practice.id]?.assessment
        switch model.coverage(of: practice) {
        case .answered: answers(html, practice, model.answers[practice.id] ?? [])
        case .inPlace, .notApplicable:
            html.span(words.coverage(said?.state == .inPlace ? .inPlace : .notApplicable), .class("mot"))
            if let comment = said?.comment, !comment.isEmpty { html.text(" \(comment)") }
        case .uncovered:
            html.span(words.coverage(.uncovered), .class("vg"))
            html.text(" ")
            if let said { html.small(words.practiceState(said.state)) }
            if mayBuild {
                html.text(" ")
                html.a(
                    words.createActionFor(practice.id), .class("lien"),
                    .href(Path.buildReview(context.slug, plan.number, ["practice": practice.id])))
            }
        }
    }

    private func answers(_ html: HTMLWriter, _ practice: PracticeEntry, _ answers: [Answer]) {
        let links = ActionLinks(context.slug, plan.number)
        for (index, answer) in answers.enumerated() {
            if index > 0 { html.br() }
            html.level(answer.level, words)
            html.text(" ")
            html.a(answer.label, .href(links[answer.number]))
            html.text(" ")
            html.small { html.progress(answer.progress, words) }
        }
        if let total = answers.first?.total, total > answers.count {
            html.br()
            html.a(
                words.allAnswers(total), .href(Path.actions(context.slug, plan.number, ["practice": practice.id])))
        }
    }
}

/// How many practices the plan answers, and what becomes of the others.
struct CoverageCounts: Sendable, Equatable {
    let total: Int
    private let numbers: [Coverage: Int]

    init(_ practices: [PracticeEntry], _ model: PlanCoverage) {
        total = practices.count
        numbers = practices.reduce(into: [:]) { $0[model.coverage(of: $1), default: 0] += 1 }
    }

    subscript(_ coverage: Coverage) -> Int { numbers[coverage] ?? 0 }
}

extension Words {
    var coverageQuestion: String { say("Comment ces cas sont-ils distingués\u{A0}?", "How are these cases told apart?") }
    func meaning(of coverage: Coverage) -> String {
        switch coverage {
        case .answered: say("Au moins une action du plan répond à la pratique.", "At least one action of the plan answers the practice.")
        case .inPlace:
            say(
                "Aucune action, mais l’état des lieux dit la pratique en place.",
                "No action, but the état des lieux says that the practice is in place.")
        case .notApplicable:
            say(
                "Aucune action\u{A0}: l’état des lieux la dit sans objet, avec sa raison.",
                "No action: it does not concern you, for the reason given.")
        case .uncovered:
            say(
                "Ni action, ni réponse qui en dispense\u{A0}: Jalon la propose.",
                "No action, and nothing that excuses it: Jalon proposes it.")
        }
    }
    var coverageTitle: String { say("Couverture du guide", "Coverage of the guide") }
    func coverageLead(_ counts: CoverageCounts) -> String {
        let answered = say(
            "Le plan répond à \(number(counts[.answered])) pratiques sur \(number(counts.total)).",
            "The plan answers \(number(counts[.answered])) practices out of \(number(counts.total)).")
        guard counts[.uncovered] > 0 else {
            return answered + say(" Aucune n’est laissée de côté.", " None is left aside.")
        }
        return answered
            + say(
                " \(count(counts[.uncovered], "n’est pas couverte", "ne sont pas couvertes")).",
                " \(count(counts[.uncovered], "is", "are")) not covered.")
    }
    func coverMissing(_ number: Int) -> String {
        say(
            "Proposer \(plural(number, "l’action qui manque", "les \(self.number(number)) actions qui manquent"))",
            "Propose the \(plural(number, "missing action", "\(self.number(number)) missing actions"))")
    }
    var coverageFilter: String { say("Priorité des pratiques", "Priority of practices") }
    var coverageBandsHelp: String { say("Bande basse\u{A0}: non applicable.", "Low band: not applicable.") }
    func coverageFigures(_ counts: CoverageCounts) -> String {
        Coverage.allCases.map { labelled(coverage($0), number(counts[$0])) }.joined(separator: ", ")
    }
    func createActionFor(_ practice: String) -> String {
        say("Créer une action pour \(practice)", "Create an action for \(practice)")
    }
    func allAnswers(_ number: Int) -> String {
        say("Voir les \(self.number(number)) actions qui y répondent", "See the \(self.number(number)) actions that answer it")
    }
}
