/// A practice: what the guide says of it, and what the open plan does about it.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct PracticePage {
    let context: PageContext
    let sheet: PracticeSheet

    private var words: Words { context.words }
    private var practice: Practice { sheet.practice }
    private var language: Language { words.language }

    func render() -> [UInt8] {
        let title = practice.title.text(language)
        return page(context, title: "\(practice.id) \(title)") { html in
            html.breadcrumb(
                words, (words.cataloguesTitle, .catalogues(context.slug)),
                (sheet.entry.title.text(language), .catalogue(context.slug, sheet.entry.id)))
            html.heading("\(practice.id) \(title)", over: sheet.theme.map { words.themeTitle($0) }, lead: lead)
            html.div(.class("g g21")) {
                html.div(.class("texte")) { text(html) }
                html.div {
                    html.div(.class("carte")) { facts(html) }
                    assessments(html)
                    if let plan = sheet.plan { answers(html, plan) }
                }
            }
        }
    }

    private var lead: String? { practice.summary?.text(language) }

    private func text(_ html: HTMLWriter) {
        if !practice.indicators.items(language).isEmpty {
            html.h2(words.suggestedIndicators)
            html.ul {
                for indicator in practice.indicators.items(language) {
                    html.li {
                        html.text(indicator)
                        if context.may(.editPlan) {
                            html.text(" ")
                            html.a(
                                .class("lien"),
                                .href(Path.indicators(context.slug, .new, ["name": indicator, "practice": practice.id]))
                            ) {
                                html.text(words.indicatorToMeasure)
                                html.span(" – " + indicator, .class("lu"))
                            }
                        }
                    }
                }
            }
        }
        if let text = practice.text, !text.isEmpty {
            html.h2(words.guideText)
            // The guide is written in French, whatever the page's language.
            html.div(.when(language != .fr, .lang(Language.fr.rawValue))) { html.raw(Markdown.render(text)) }
        } else if practice.indicators.items(language).isEmpty {
            html.p(words.noGuideText)
        }
    }

    private func facts(_ html: HTMLWriter) {
        html.h2(words.inShort)
        html.dl(.class("fiche")) {
            html.term(words.practicePriority, words.priority(practice.priority))
            html.term(words.field(.difficulty), practice.difficulty.map { words.difficulty($0) } ?? words.notEstimated)
            html.term(words.suggestedPilots, practice.pilots.items(language).joined(separator: ", "))
            html.term(words.field(.catalogue), sheet.entry.reference.description)
        }
        if let link = practice.link.flatMap({ ExternalLink($0) }) {
            html.p { html.a(words.seeSource, .class("lien"), .href(link), .rel(.external)) }
        }
    }

    private func assessments(_ html: HTMLWriter) {
        html.section {
            html.h2(words.assessmentTitle)
            if sheet.assessments.isEmpty {
                html.p(words.practiceState(nil))
            } else {
                html.assessments(sheet.assessments, edition: sheet.entry.version, words)
            }
            if context.may(.manageCatalogues) {
                html.p { html.a(words.assessPractice, .class("lien"), .href(assessment)) }
            }
        }
    }

    private var assessment: Path { .themeAssessment(context.slug, practice.theme, ["guide": sheet.entry.reference.description]) }

    private func answers(_ html: HTMLWriter, _ plan: PlanTitle) {
        html.section {
            html.h2(words.answeringActions)
            if sheet.actions.isEmpty {
                html.p(words.noAnsweringAction(plan.title))
            } else {
                html.ul(.class("liste")) {
                    for action in sheet.actions {
                        html.li {
                            html.a(
                                action.label, .href(Path.action(context.slug, ActionID(plan: plan.number, number: action.number))))
                            html.br()
                            html.small {
                                html.level(action.level, words)
                                html.text(" · ")
                                html.progress(action.progress, percent: action.percent, words)
                            }
                        }
                    }
                }
            }
            if context.may(.editPlan) {
                let proposal = Path.buildReview(context.slug, plan.number, ["practice": practice.id])
                html.ligne { html.buttonLink(words.createAction, proposal, secondary: !sheet.actions.isEmpty) }
            }
        }
    }
}

extension Words {
    var suggestedIndicators: String { say("Indicateurs suggérés", "Suggested indicators") }
    var suggestedPilots: String { say("Pilotes suggérés", "Suggested pilots") }
    var guideText: String { say("Texte du guide", "The guide’s text") }
    var noGuideText: String { say("Ce guide n’en dit pas plus.", "This guide says no more of it.") }
    var inShort: String { say("En bref", "In short") }
    var seeSource: String { say("Voir la page d’origine", "See the original") }
    var answeringActions: String { say("Dans le plan", "In the plan") }
    func noAnsweringAction(_ plan: String) -> String {
        say("Aucune action de \(quote(plan)) n’y répond.", "No action of \(quote(plan)) answers it.")
    }
    var assessPractice: String { say("Évaluer cette thématique", "Assess this theme") }
    var createAction: String { say("Créer une action", "Create an action") }
}
