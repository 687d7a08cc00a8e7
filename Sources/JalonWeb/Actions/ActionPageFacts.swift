/// The facts of an action, as terms and values: who, where, when, how much.
import HTML
import JalonDomain
import JalonWorkspace

extension ActionPage {
    func facts(_ html: HTMLWriter) {
        html.section {
            html.h2(words.factsTitle)
            html.dl(.class("fiche")) {
                html.term(words.field(.pilot)) { party(html, action.pilot) }
                if let direction = direction, direction != action.pilot { html.term(words.field(.unit)) { party(html, direction) } }
                if !action.contributors.isEmpty { html.term(words.field(.contributors), names(action.contributors)) }
                html.term(words.field(.perimeter), action.perimeter.isEmpty ? words.everywhere : names(action.perimeter))
                judged(html, .impact, words.estimate(action.impact))
                judged(html, .effort, words.estimate(action.effort))
                judged(html, .difficulty, difficulty)
                if let cost = sheet.judgements[.cost] { judged(html, .cost, words.estimate(cost.step)) }
                if sheet.readsInternal { html.term(words.field(.cost), action.cost.map { words.money(cents: $0) } ?? words.notEstimated) }
                dates(html)
                html.term(words.field(.visibility), words.visibility(action.visibility))
                if !action.tags.isEmpty {
                    html.term(words.field(.tags)) {
                        for tag in action.tags {
                            html.span(tag, .class("mot"))
                            html.text(" ")
                        }
                    }
                }
            }
        }
    }

    /// With who said it and when.
    private func judged(_ html: HTMLWriter, _ criterion: JudgedCriterion, _ said: String) {
        html.term(criterion == .cost ? words.field(.costStep) : words.criterion(criterion)) {
            html.text(said)
            if let judgement = sheet.judgements[criterion] {
                html.br()
                html.small(words.judgedBy(judgement))
            }
        }
    }

    /// The guide's word, with the step that it was judged to be.
    private var difficulty: String {
        guard let word = action.difficulty.map(words.difficulty) else { return words.notEstimated }
        guard let judgement = sheet.judgements[.difficulty], judgement.origin != .action else { return word }
        return "\(word), \(words.estimate(judgement.step))"
    }

    private var direction: Int? { sheet.desk.parties.first { $0.id == action.pilot }?.direction }

    /// Leads to what they carry besides.
    private func party(_ html: HTMLWriter, _ id: Int?) {
        guard let party = sheet.desk.parties.first(where: { $0.id == id }) else { return html.text(words.noPilot) }
        html.a(party.name, .href(Path.party(context.slug, party)))
    }

    private func dates(_ html: HTMLWriter) {
        for (field, day) in [
            (Field.identifiedOn, action.identifiedOn), (.plannedStart, stage.plannedStart), (.implementedOn, action.implementedOn),
        ] {
            if let day { html.term(words.field(field)) { html.day(day, words) } }
        }
        guard let baseline = stage.baseline, let forecast = stage.forecast, let slippage = stage.slippage, slippage != 0 else { return }
        html.term(words.field(.baseline)) { html.day(baseline, words) }
        html.term(words.field(.forecast)) {
            html.day(forecast, words)
            html.br()
            html.small(words.slippage(days: slippage))
            if !stage.slippageReason.isEmpty {
                html.br()
                html.text(stage.slippageReason)
            }
        }
    }

    func name(_ id: Int) -> String { sheet.names[id] ?? "?" }
    func names(_ ids: [Int]) -> String { words.list(ids.map(name)) }
}

extension Words {
    fileprivate var factsTitle: String { say("Fiche", "Details") }
    fileprivate var everywhere: String { say("Toute l’organisation", "The whole organisation") }
}
