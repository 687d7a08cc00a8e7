/// What an action is followed by: its indicators with where each stands, and those that are still words.
import HTML
import JalonDomain
import JalonWorkspace

struct ActionPageIndicators {
    let page: ActionPage

    private var words: Words { page.words }
    private var slug: String { page.context.slug }

    func write(_ html: HTMLWriter) {
        html.section {
            html.h2(words.field(.indicators))
            if page.sheet.indicators.isEmpty, page.action.indicators.isEmpty {
                html.p(page.mayEdit ? words.noIndicatorYet : words.noIndicator, .class("aide"))
            }
            if !page.sheet.indicators.isEmpty {
                html.cards(words.indicatorsOfAction) {
                    html.indicatorColumns(words)
                    if page.sheet.mayReport { html.column(words.indicatorMeasure) }
                } rows: {
                    for row in page.sheet.indicators {
                        html.row {
                            html.indicatorCells(row, page.sheet.figures[row.indicator.number] ?? [], page.context)
                            if page.sheet.mayReport { html.cell { measure(html, row.indicator) } }
                        }
                    }
                }
            }
            inWords(html)
            if page.mayEdit { html.p { html.a(words.indicatorNew, .class("lien"), .href(new(""))) } }
        }
    }

    /// A step away from its form; nothing for one that others give.
    private func measure(_ html: HTMLWriter, _ indicator: Indicator) {
        guard indicator.definition.formula == nil else { return }
        html.a(.class("lien"), .href(Path.indicator(slug, indicator.number).at("mesurer"))) {
            html.text(words.indicatorMeasure)
            html.span(" – " + indicator.name, .class("lu"))
        }
    }

    /// Wordings that nothing measures yet: each a step away from an indicator whose type is proposed.
    private func inWords(_ html: HTMLWriter) {
        guard !page.action.indicators.isEmpty else { return }
        html.ul(.class("liste")) {
            for wording in page.action.indicators {
                html.li {
                    html.text(wording)
                    if page.mayEdit {
                        html.text(" ")
                        html.a(.class("lien"), .href(new(wording))) {
                            html.text(words.indicatorToMeasure)
                            html.span(" – " + wording, .class("lu"))
                        }
                    }
                }
            }
        }
    }

    private func new(_ wording: String) -> Path {
        let id = page.action.id
        var query: Query = ["plan": String(id.plan), "action": String(id.number)]
        query.add("name", wording)
        return .indicators(slug, .new, query)
    }
}

extension Words {
    fileprivate var indicatorMeasure: String { say("Saisir", "Record") }
    fileprivate var indicatorsOfAction: String { say("Ce qui mesure cette action", "What measures this action") }
    var indicatorToMeasure: String { say("À mesurer", "Measure it") }
    fileprivate var noIndicatorYet: String {
        say(
            "Aucun indicateur. Un à trois suffisent pour dire si l’action tient sa promesse.",
            "No indicator. One to three are enough to tell whether the action keeps its promise.")
    }
}
