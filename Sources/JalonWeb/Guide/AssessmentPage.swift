/// The état des lieux as a whole: the themes as bands with their table, how much is assessed, and what to do next.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct AssessmentPage {
    let context: PageContext
    let sheet: AssessmentSheet
    /// Which guide, when the address names one.
    let query: Query

    private var words: Words { context.words }
    private var all: AssessmentCounts { AssessmentCounts(sheet.practices, sheet.standing) }
    private var mayAssess: Bool { context.may(.manageCatalogues) }

    func render() -> [UInt8] {
        let all = all
        return page(context, title: words.assessmentTitle) { html in
            html.heading(
                words.assessmentTitle, over: sheet.entry.title.text(words.language), lead: words.assessmentLead(all.assessed, of: all.total)
            ) {
                if all.assessed > 0 { html.ligne { steps(html) } }
            }
            if all.assessed == 0 { start(html) } else { figures(html, all) }
            themes(html)
            others(html)
        }
    }

    // MARK: What to do next

    private func start(_ html: HTMLWriter) {
        html.empty(mayAssess ? words.assessmentStart : words.assessmentNotStarted) {
            if mayAssess, let first = sheet.themes.first { html.ligne { html.buttonLink(words.assessTheme(first), path(first)) } }
        }
    }

    private func steps(_ html: HTMLWriter) {
        let next = mayAssess ? sheet.next(after: nil) : nil
        if let next { html.buttonLink(words.assessTheme(next), path(next)) }
        if let plan = sheet.plan {
            if context.may(.editPlan) {
                html.buttonLink(
                    words.buildFromAssessment, Path.build(context.slug, plan.number, ["tick": "assessment"]), secondary: next != nil)
            }
            html.a(words.coverageLink, .class("lien"), .href(Path.coverage(context.slug, plan.number)))
        } else if context.plan == nil, context.may(.editPlan) {
            html.buttonLink(words.createPlanFromAssessment, Path.newPlan(context.slug), secondary: next != nil)
        }
    }

    private func path(_ theme: Theme) -> Path { .themeAssessment(context.slug, theme.id, query) }

    // MARK: Figures, bands and table

    private func figures(_ html: HTMLWriter, _ all: AssessmentCounts) {
        html.dl(.class("reperes")) {
            figure(html, words.assessedColumn, all.assessed, words.outOf(all.total))
            figure(html, words.practiceState(.inPlace), all.inPlace, words.outOf(all.assessed))
            figure(html, words.practiceState(.partly), all.partly, words.outOf(all.assessed))
            figure(html, words.practiceState(.notInPlace), all.notInPlace, words.outOf(all.assessed))
        }
    }

    private func figure(_ html: HTMLWriter, _ label: String, _ number: Int, _ detail: String) {
        html.div {
            html.dt(label)
            html.dd(words.number(number))
            html.dd(detail)
        }
    }

    private func themes(_ html: HTMLWriter) {
        html.section {
            html.h2(words.assessmentByTheme)
            html.cards(words.assessmentBands) {
                html.column(words.theme)
                html.column(words.practicesColumn)
                for state in PracticeState.allCases { html.column(words.practiceState(state), number: true) }
                html.column(words.assessedColumn, number: true)
            } rows: {
                for theme in sheet.themes { html.row { row(html, theme) } }
            }
            html.p(.class("aide ligne bd")) {
                html.span(words.practiceState(.inPlace), .class("s2"))
                html.text(" ")
                html.span(words.practiceState(.partly), .class("s1"))
                html.text(" ")
                html.span(words.practiceState(.notInPlace), .class("s0"))
                html.text(" ")
                html.text(words.assessmentBandsHelp)
            }
        }
    }

    private func row(_ html: HTMLWriter, _ theme: Theme) {
        let counts = AssessmentCounts(sheet.practices(of: theme), sheet.standing)
        html.rowHead { html.a(words.themeTitle(theme), .href(path(theme))) }
        html.cell {
            html.bands(
                Bands(
                    full: counts.inPlace, half: counts.partly, open: counts.notInPlace, dashed: counts.total - counts.assessed,
                    low: counts.notApplicable), title: words.assessmentFigures(counts), description: words.assessmentBands,
                room: sheet.longest)
        }
        for state in PracticeState.allCases { html.number(counts[state], label: words.practiceState(state), words) }
        html.cell(words.dashboardOutOf(counts.assessed, counts.total), label: words.assessedColumn, .class("n"))
    }

    private func others(_ html: HTMLWriter) {
        guard !sheet.others.isEmpty else { return }
        html.section {
            html.h2(words.otherGuides)
            html.ul(.class("liste")) {
                for other in sheet.others {
                    html.li {
                        html.a(other.title.text(words.language), .href(Path.assessment(context.slug, ["guide": other.name])))
                    }
                }
            }
        }
    }
}

/// How many practices stand in each state.
struct AssessmentCounts: Sendable, Equatable {
    let total: Int
    private let states: [PracticeState: Int]

    init(_ practices: [PracticeEntry], _ standing: [String: AssessmentEntry]) {
        total = practices.count
        states = practices.reduce(into: [:]) { states, practice in
            if let state = standing[practice.id]?.assessment.state { states[state, default: 0] += 1 }
        }
    }

    subscript(_ state: PracticeState) -> Int { states[state] ?? 0 }

    var inPlace: Int { self[.inPlace] }
    var partly: Int { self[.partly] }
    var notInPlace: Int { self[.notInPlace] }
    var notApplicable: Int { self[.notApplicable] }
    var assessed: Int { states.values.reduce(0, +) }
}

extension Words {
    var assessmentTitle: String { say("État des lieux", "Assessment") }
    func assessmentLead(_ assessed: Int, of all: Int) -> String {
        switch assessed {
        case 0: say("Où en est l’organisation sur chaque bonne pratique\u{A0}?", "Where does the organisation stand on each practice?")
        case all: say("Les \(number(all)) bonnes pratiques sont évaluées.", "All \(number(all)) practices are assessed.")
        default:
            say(
                "\(count(assessed, "bonne pratique évaluée", "bonnes pratiques évaluées")) sur \(number(all)).",
                "\(count(assessed, "practice", "practices")) assessed out of \(number(all)).")
        }
    }
    var assessmentStart: String {
        say(
            "Commencez ici\u{A0}: pour chaque bonne pratique, dites si elle est en place, en partie, pas du tout, ou si elle ne vous concerne pas. Une thématique à la fois, quelques minutes chacune. Vous en tirerez ensuite un premier plan.",
            "Start here: for each practice, say whether it is in place, partly, not at all, or does not apply to you. One theme at a time, a few minutes each. It then gives you a first plan."
        )
    }
    var assessmentNotStarted: String {
        say(
            "Aucune bonne pratique n’est encore évaluée. La coordination du plan s’en charge.",
            "No practice is assessed yet. The plan’s coordinator takes care of it.")
    }
    func assessTheme(_ theme: Theme) -> String {
        say("Évaluer \(quote(theme.title.text(language)))", "Assess \(quote(theme.title.text(language)))")
    }
    var buildFromAssessment: String { say("Proposer des actions d’après l’état des lieux", "Propose actions from the assessment") }
    var createPlanFromAssessment: String { say("Créer le plan", "Create the plan") }
    var coverageLink: String { say("Voir la couverture du guide", "See the coverage of the guide") }
    var assessedColumn: String { say("Évaluées", "Assessed") }
    func outOf(_ all: Int) -> String { say("sur \(number(all))", "out of \(number(all))") }
    var assessmentByTheme: String { say("Par thématique", "By theme") }
    var assessmentBands: String { say("Une bande par bonne pratique", "One band for each practice") }
    var assessmentBandsHelp: String {
        say(
            "Bande basse\u{A0}: non applicable. Pointillés\u{A0}: pas encore évaluée.",
            "Low band: not applicable. Dashes: not assessed yet.")
    }
    func assessmentFigures(_ counts: AssessmentCounts) -> String {
        let states = PracticeState.allCases.map { "\(number(counts[$0])) \(practiceState($0).lowercased())" }
        let rest = counts.total - counts.assessed
        let missing = count(rest, say("non évaluée", "not assessed"), say("non évaluées", "not assessed"))
        return (states + [missing]).joined(separator: ", ")
    }
    var otherGuides: String { say("Autres guides", "Other guides") }
}
