/// The rules of quality as an organisation sets them: how much each weighs, and the days that some of them count.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum QualityRulesController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.qualityRules(visit.visitor)
        return visit.answer(
            QualityRulesPage(context: visit.frame(seen, menu: .settings), form: QualityRulesForm(seen.model), standing: seen.model).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let form = QualityRulesForm(visit.form)
        do {
            try await visit.workspace.setQualityRules(try form.rules(), reading: form.read, as: visit.visitor)
            return visit.redirect(to: .qualityRules(visit.slug), saying: visit.words.qualityRulesSaved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.qualityRules(visit.visitor)
            let page = QualityRulesPage(
                context: visit.frame(seen, menu: .settings), form: form, standing: seen.model, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await visit.workspace.qualityRules(visit.visitor)
            let page = QualityRulesPage(context: visit.frame(seen, menu: .settings), form: form, standing: seen.model, isCrossed: true)
            return visit.answer(page.bytes, status: .conflict)
        }
    }
}

/// The rules as typed, each under its code name, with those that the form was made from.
struct QualityRulesForm: Sendable, Equatable {
    var levels: [QualityRule: QualityLevel] = [:]
    var days: [QualityRule: String] = [:]
    var read: QualityRules?

    init(_ rules: QualityRules) {
        for rule in QualityRule.allCases {
            levels[rule] = rules[rule].level
            days[rule] = rules[rule].days.map(String.init)
        }
        read = rules
    }

    init(_ form: FormBody) {
        var read: [QualityRule: QualitySetting] = [:]
        for rule in QualityRule.allCases {
            levels[rule] = QualityLevel(rawValue: form[rule.rawValue])
            if rule.hasDays { days[rule] = form["\(rule.rawValue)-days"] }
            let was = form["\(rule.rawValue)-was"].split(separator: " ")
            if let level = was.first.flatMap({ QualityLevel(rawValue: String($0)) }) {
                read[rule] = QualitySetting(level: level, days: was.dropFirst().first.flatMap { Int($0) })
            }
        }
        self.read = read.count == QualityRule.allCases.count ? QualityRules(read) : nil
    }

    func rules() throws(DomainError) -> QualityRules {
        var rules = QualityRules([:])
        for rule in QualityRule.allCases {
            guard let level = levels[rule] else { throw .invalid(.rule, .required) }
            let days = days[rule].map { Int($0) } ?? nil
            if rule.hasDays, days == nil { throw .invalid(.days, .outOfRange(1, 1000)) }
            rules[rule] = QualitySetting(level: level, days: days)
        }
        try rules.check()
        return rules
    }
}

struct QualityRulesPage {
    let context: PageContext
    let form: QualityRulesForm
    /// As they are stored now.
    let standing: QualityRules
    var violations: [Violation] = []
    var isCrossed = false

    private var words: Words { context.words }

    var bytes: [UInt8] {
        page(context, title: words.qualityRulesTitle, failed: isCrossed || !violations.isEmpty) { html in
            html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)))
            html.heading(words.qualityRulesTitle, over: context.organisation?.name, lead: words.qualityRulesLead)
            Fields(html, words, violations: violations).errorSummary()
            if isCrossed { html.p(words.qualityRulesCrossed, .class("note al"), .role(.alert)) }
            html.post(to: .qualityRules(context.slug), context) {
                html.cards(words.qualityRulesCaption, id: Field.rule.rawValue) {
                    html.column(words.field(.rule))
                    html.column(words.qualityRulesLevel)
                    html.column(words.field(.days))
                } rows: {
                    for rule in QualityRule.allCases { html.row { line(html, rule) } }
                }
                html.ligne { html.button(words.save) }
            }
        }
    }

    private func line(_ html: HTMLWriter, _ rule: QualityRule) {
        let now = standing[rule]
        let typed = form.levels[rule]
        html.rowHead {
            html.text(words.quality(rule))
            html.hiddenInput(
                "\(rule.rawValue)-was", [now.level.rawValue, now.days.map(String.init)].compactMap { $0 }.joined(separator: " "))
            if isCrossed, typed != now.level || form.days[rule] != now.days.map(String.init) {
                html.br()
                html.small(words.qualityRulesNow(now, rule), .class("vg"))
            }
        }
        html.cell {
            html.select(.name(rule.rawValue), .ariaLabel(words.qualityRulesLevelOf(rule))) {
                for level in QualityLevel.allCases {
                    html.option(words.quality(level), .value(level.rawValue), .selected(level == typed))
                }
            }
        }
        html.cell {
            guard rule.hasDays else { return }
            let days = form.days[rule] ?? ""
            let isBroken = !violations.isEmpty && Int(days).map { !(1...1000).contains($0) } ?? true
            html.input(
                .when(isBroken, .id(Field.days.rawValue)), .name("\(rule.rawValue)-days"), .value(days), .inputMode(.numeric),
                .maxLength(4), .ariaLabel("\(words.quality(rule))\u{A0}: \(words.qualityDays(rule))"), .invalid(isBroken))
            html.text(" ")
            html.small(words.qualityDays(rule))
        }
    }
}

extension Words {
    var qualityRulesTitle: String { say("Règles de qualité", "Quality rules") }
    var qualityRulesLead: String {
        say(
            "Ce que Jalon relit dans chaque action, et ce que cela pèse dans le score du plan.",
            "What Jalon checks in every action, and how much it weighs in the plan’s score.")
    }
    fileprivate var qualityRulesCaption: String {
        say("À corriger pèse 3 points, à surveiller 2, conseil 1", "To correct weighs 3 points, to watch 2, advice 1")
    }
    fileprivate var qualityRulesLevel: String { say("Importance", "Weight") }
    fileprivate func qualityRulesLevelOf(_ rule: QualityRule) -> String {
        labelled(say("Importance", "Weight"), quality(rule))
    }
    fileprivate var qualityRulesSaved: String { say("Les règles de qualité sont enregistrées.", "The quality rules are saved.") }
    fileprivate var qualityRulesCrossed: String {
        say(
            "Quelqu’un a modifié ces règles entre-temps. Rien n’est perdu\u{A0}: votre saisie est ci-dessous, avec ce qui est enregistré. Relisez, puis enregistrez.",
            "Someone changed these rules in the meantime. Nothing is lost: what you typed is below, with what is saved. Read it again, then save."
        )
    }
    fileprivate func qualityRulesNow(_ setting: QualitySetting, _ rule: QualityRule) -> String {
        let days = setting.days.map { ", \(number($0)) \(qualityDays(rule))" } ?? ""
        return labelled(say("Enregistré", "Saved"), quality(setting.level) + days)
    }
}
