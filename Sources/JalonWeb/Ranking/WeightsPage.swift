/// The weights of priorities: what counts how much in a score, as the organisation sets it.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum WeightsController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.rankingWeights(visit.visitor)
        return answer(visit, seen, WeightsForm(seen.model, visit.words))
    }

    static func save(_ visit: Visit) async throws -> Response {
        let standing = try await visit.workspace.rankingWeights(visit.visitor)
        var form = WeightsForm(visit.form, indicators: standing.model.indicators)
        do {
            let weights = try form.weights()
            try await visit.workspace.setRankingWeights(weights, reading: visit.reading, as: visit.visitor)
            return visit.redirect(to: .weights(visit.slug), saying: visit.words.weightsSaved)
        } catch DomainError.invalid(let violations) {
            form.violations = violations
            return answer(visit, standing, form, .unprocessableContent)
        } catch DomainError.conflict {
            form.isCrossed = true
            return answer(visit, try await visit.workspace.rankingWeights(visit.visitor), form, .conflict)
        }
    }

    private static func answer(
        _ visit: Visit, _ seen: Seen<WeightsSheet>, _ form: WeightsForm, _ status: HTTPResponse.Status = .ok
    ) -> Response {
        visit.answer(weightsPage(visit.frame(seen, menu: .settings), seen.model, form), status: status)
    }
}

/// Weights as typed, by their names.
struct WeightsForm {
    let criteria: [RankingCriterion: String]
    let indicators: [String: String]
    var violations: [Violation] = []
    var isCrossed = false

    init(_ sheet: WeightsSheet, _ words: Words) {
        criteria = Dictionary(uniqueKeysWithValues: RankingCriterion.allCases.map { ($0, words.typedWeight(sheet.weights[$0])) })
        indicators = Dictionary(
            uniqueKeysWithValues: sheet.indicators.map { ($0, words.typedWeight(sheet.weights.indicators[$0] ?? 0)) })
    }

    init(_ form: FormBody, indicators names: [String]) {
        criteria = Dictionary(uniqueKeysWithValues: RankingCriterion.allCases.map { ($0, form[$0.rawValue]) })
        indicators = Dictionary(uniqueKeysWithValues: names.map { ($0, form[Self.name($0)]) })
    }

    static func name(_ indicator: String) -> String { "i-\(indicator)" }

    /// Nothing for what is not a number from 0 on; an empty box is 0.
    static func weight(_ text: String) -> Double? {
        guard !text.isEmpty else { return 0 }
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite, (0...RankingWeights.most).contains(value) else {
            return nil
        }
        return value
    }

    func weights() throws(DomainError) -> RankingWeights {
        if let text = (Array(criteria.values) + Array(indicators.values)).first(where: { Self.weight($0) == nil }) {
            throw .invalid(
                .weights, Double(text.replacing(",", with: ".")).map { $0.isFinite } == true ? .outOfRange(0, 1000) : .notANumber(text))
        }
        let weights = RankingWeights(
            criteria: criteria.compactMapValues(Self.weight), indicators: indicators.compactMapValues(Self.weight))
        try weights.check()
        return weights
    }
}

private func weightsPage(_ context: PageContext, _ sheet: WeightsSheet, _ form: WeightsForm) -> [UInt8] {
    let words = context.words
    return page(context, title: words.weightsTitle, failed: form.isCrossed || !form.violations.isEmpty) { html in
        html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)))
        html.heading(words.weightsTitle, over: context.organisation?.name, lead: words.weightsLead)
        guard context.may(.administer) else {
            html.weights(sheet, words)
            return html.p(words.settingsOfAdministrators, .class("aide"))
        }
        Fields(html, words, violations: form.violations).errorSummary()
        if form.isCrossed { html.p(words.weightsCrossed, .class("note al"), .role(.alert)) }
        html.p(words.weightsHelp)
        html.post(to: .weights(context.slug), context, .class("etroit")) {
            html.hiddenInput("version", String(sheet.version))
            html.fieldset(.class("grand"), .id(Field.weights.rawValue)) {
                html.legend(words.weightsOfScore)
                for criterion in RankingCriterion.allCases {
                    html.weight(
                        criterion.rawValue, words.criterion(criterion), form.criteria[criterion] ?? "",
                        share: sheet.weights.share(of: criterion),
                        stored: form.isCrossed ? words.typedWeight(sheet.weights[criterion]) : nil, words)
                }
            }
            html.fieldset(.class("grand")) {
                html.legend(words.weightsOfIndicators)
                html.p(words.weightsOfIndicatorsHelp, .class("aide"))
                for indicator in sheet.indicators {
                    html.weight(
                        WeightsForm.name(indicator), words.rankingIndicator(indicator), form.indicators[indicator] ?? "",
                        share: sheet.weights.share(of: indicator),
                        stored: form.isCrossed ? words.typedWeight(sheet.weights.indicators[indicator] ?? 0) : nil, words)
                }
            }
            html.ligne { html.button(words.save) }
        }
        html.p(words.weightsUsual, .class("aide"))
    }
}

extension HTMLWriter {
    fileprivate func weight(_ name: String, _ label: String, _ typed: String, share: Double, stored: String?, _ words: Words) {
        let isBroken = WeightsForm.weight(typed) == nil
        div(.class("champ")) {
            self.label(label, .for(name))
            p(words.weightsShare(share), .class("aide"), .id("\(name)-a"))
            input(
                .id(name), .name(name), .value(typed), .inputMode(.decimal), .maxLength(8), .describedBy("\(name)-a"), .invalid(isBroken))
            if let stored, stored != typed { p(words.storedNow(stored, by: nil), .class("aide")) }
        }
    }

    /// All of them, in parts of the whole.
    fileprivate func weights(_ sheet: WeightsSheet, _ words: Words) {
        h2(words.weightsOfScore)
        weightsSaid(sheet.weights, words)
        h2(words.weightsOfIndicators)
        dl(.class("fiche texte")) {
            for indicator in sheet.indicators {
                term(words.rankingIndicator(indicator), words.percent(Int((sheet.weights.share(of: indicator) * 100).rounded())))
            }
        }
    }
}

extension Words {
    var weightsTitle: String { say("Poids des priorités", "Weights of priorities") }
    var weightsLead: String {
        say("Ce qui compte, et combien, quand Jalon classe les actions.", "What counts, and how much, when Jalon ranks actions.")
    }
    fileprivate var weightsHelp: String {
        say(
            "Seules les proportions comptent\u{A0}: 50 et 25 reviennent à 2 et 1. Zéro écarte un critère.",
            "Only proportions matter: 50 and 25 are the same as 2 and 1. Zero sets a criterion aside.")
    }
    fileprivate var weightsOfScore: String { say("Dans la note d’une action", "In an action’s score") }
    fileprivate var weightsOfIndicators: String { say("Dans un effet chiffré", "In a counted impact") }
    fileprivate var weightsOfIndicatorsHelp: String {
        say(
            "Pour les actions qui ont des gains. Les autres ont leur jugement.",
            "For actions that have gains. The others have their judgement.")
    }
    fileprivate var weightsUsual: String {
        say(
            "Au départ\u{A0}: effet 50, effort 20, difficulté, coût et dépendances 10 chacun\u{A0}; climat 50, ressources 20, énergie, eau et argent 10 chacun.",
            "At first: impact 50, effort 20, difficulty, cost and dependencies 10 each; climate 50, resources 20, energy, water and money 10 each."
        )
    }
    fileprivate var weightsSaved: String { say("Les poids sont enregistrés.", "The weights are saved.") }
    fileprivate var weightsCrossed: String {
        say(
            "Quelqu’un a changé ces poids entre-temps. Votre saisie est ci-dessous, avec ce qui est enregistré. Relisez, puis enregistrez.",
            "Someone changed these weights in the meantime. What you typed is below, with what is saved. Read it again, then save.")
    }
    fileprivate func weightsShare(_ share: Double) -> String {
        let part = percent(Int((share * 100).rounded()))
        return say("Enregistré\u{A0}: \(part) du tout", "Saved: \(part) of the whole")
    }
    func typedWeight(_ weight: Double) -> String { plain(weight) }
}
