/// What one action brings: each figure with its formula, its range and its source; how much was realised; what was superseded since.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum ActionGainsController {
    static func show(_ visit: Visit) async throws -> Response {
        visit.answer(try await page(visit, nil, []))
    }

    static func add(_ visit: Visit) async throws -> Response {
        try await answering(visit, saying: visit.words.gainAdded) { id in
            var reader = SteeringReader()
            let quantity = try figure(visit.form[Field.quantity.rawValue], .quantity)
            let from = reader.day(visit.form[Field.from.rawValue], .from, required: false)
            let to = reader.day(visit.form[Field.to.rawValue], .to, required: false)
            try reader.check()
            _ = try await visit.workspace.addGain(
                visit.form[Field.lever.rawValue], quantity: quantity, from: from, to: to, note: visit.form[Field.note.rawValue], on: id,
                as: visit.visitor)
        }
    }

    static func realise(_ visit: Visit) async throws -> Response {
        try await answering(visit, saying: visit.words.gainRealised) { id in
            let quantity = try figure(visit.form[Field.realised.rawValue], .realised)
            _ = try await visit.workspace.realise(number(visit), at: quantity, on: id, as: visit.visitor)
        }
    }

    static func recompute(_ visit: Visit) async throws -> Response {
        try await answering(visit, saying: visit.words.gainRecomputed) { id in
            _ = try await visit.workspace.recompute(number(visit), on: id, as: visit.visitor)
        }
    }

    static func remove(_ visit: Visit) async throws -> Response {
        try await answering(visit, saying: visit.words.gainRemoved) { id in
            _ = try await visit.workspace.removeGain(number(visit), on: id, as: visit.visitor)
        }
    }

    /// None that is there, where none is named: who may is asked first.
    private static func number(_ visit: Visit) -> Int { Int(visit.form["gain"]) ?? 0 }

    private static func figure(_ text: String, _ field: Field) throws(DomainError) -> Double {
        if text.isEmpty { throw .invalid(field, .required) }
        switch Figure.reading(text) {
        case .success(let number): return number
        case .failure(let rule): throw .invalid(field, .figure(rule))
        }
    }

    private static func answering(_ visit: Visit, saying said: String, _ body: (ActionID) async throws -> Void) async throws -> Response {
        let id = try visit.actionID()
        do {
            try await body(id)
            return visit.redirect(to: .actionGains(visit.slug, id), saying: said)
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await page(visit, visit.form, violations), status: .unprocessableContent)
        }
    }

    private static func page(_ visit: Visit, _ typed: FormBody?, _ violations: [Violation]) async throws -> [UInt8] {
        let seen = try await visit.workspace.gains(of: visit.actionID(), visit.visitor)
        let frame = visit.frame(seen, menu: .actions, plan: seen.model.plan)
        return ActionGainsPage(context: frame, sheet: seen.model, typed: typed, violations: violations).bytes
    }
}

private struct ActionGainsPage {
    let context: PageContext
    let sheet: ActionGains
    /// The form that was refused.
    let typed: FormBody?
    let violations: [Violation]

    private var words: Words { context.words }
    private var id: ActionID { sheet.action.id }
    private var mayEdit: Bool { context.may(.editPlan) && sheet.plan.state != .closed }
    /// Of the gain whose form was refused; `nil` where it was that of a new one.
    private var failed: Int? { typed.flatMap { Int($0["gain"]) } }

    var bytes: [UInt8] {
        page(context, title: words.gainsTitle, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, id.plan)), (sheet.action.label, .action(context.slug, id)))
            html.heading(words.gainsTitle, over: words.actionNumber(id.number), lead: words.gainsLead)
            Fields(html, words, violations: violations, prefix: failed.map { "g\($0)-" } ?? "").errorSummary()
            if sheet.gains.isEmpty { html.empty(words.gainsNone) }
            for gain in sheet.gains { one(html, gain) }
            if !sheet.groups.isEmpty {
                html.p(.class("note")) {
                    html.text(words.gainsOverlap(sheet.groups.map(\.name)) + " ")
                    html.a(words.planGainsTitle, .href(Path.gains(context.slug, id.plan)))
                }
            }
            if mayEdit { new(html) }
        }
    }

    private func one(_ html: HTMLWriter, _ gain: Gain) {
        let factor = gain.factor
        html.section(.id("g\(gain.id)")) {
            html.h2("\(factor.lever), \(words.gainIndicator(factor.indicator).lowercased())")
            html.p(words.formula(gain))
            html.dl(.class("fiche")) {
                html.term(words.gainExpected) { html.gain(gain.expected, factor.indicator, words) }
                html.term(words.gainAchieved) {
                    if let achieved = gain.achieved {
                        html.gain(achieved, factor.indicator, words)
                        if let share = gain.realisedShare { html.small(" " + words.gainShare(share)) }
                    } else {
                        html.text(words.gainNotYetRealised)
                    }
                }
                html.term(words.field(.scope), words.gainScope(factor.scope) + ", " + words.gainRhythm(factor.rhythm).lowercased())
                if let from = gain.from, let to = gain.to { html.term(words.gainPeriod, words.gainPeriod(from, to)) }
                html.term(words.field(.source)) {
                    html.text(words.gainSource(factor))
                    if !factor.note.isEmpty { html.small(" " + factor.note) }
                }
                if !gain.note.isEmpty { html.term(words.field(.note), gain.note) }
                html.term(words.gainWrittenBy, gain.author)
            }
            if let newer = gain.newer { superseded(html, gain, newer) }
            if sheet.mayReport, sheet.isRealisable { realise(html, gain) }
            if mayEdit {
                html.details {
                    html.summary(words.gainRemove)
                    html.post(to: .actionGains(context.slug, id, .removal), context) {
                        html.hiddenInput("gain", String(gain.id))
                        html.p(words.gainRemoveHelp, .class("aide"))
                        html.button(words.gainRemove, .class("sec"))
                    }
                }
            }
        }
    }

    private func superseded(_ html: HTMLWriter, _ gain: Gain, _ newer: GainFactor) {
        html.div(.class("note")) {
            html.p(words.gainSuperseded(newer))
            guard mayEdit else { return }
            html.post(to: .actionGains(context.slug, id, .recomputation), context) {
                html.hiddenInput("gain", String(gain.id))
                html.button(words.gainRecompute, .class("sec"))
            }
        }
    }

    private func realise(_ html: HTMLWriter, _ gain: Gain) {
        let form = failed == gain.id ? typed : nil
        html.details(.open(form != nil)) {
            html.summary(words.gainRealise)
            html.post(to: .actionGains(context.slug, id, .realised), context, .class("etroit")) {
                html.hiddenInput("gain", String(gain.id))
                let fields = Fields(html, words, violations: form == nil ? [] : violations, prefix: "g\(gain.id)-")
                fields.text(
                    .realised, form?[Field.realised.rawValue] ?? gain.realised.map { words.plain($0) } ?? "",
                    label: words.gainHowMany(gain.factor.counted), name: Field.realised.rawValue, required: true, maxLength: 30,
                    inputMode: .decimal)
                html.ligne { html.button(words.save) }
            }
        }
    }

    private func new(_ html: HTMLWriter) {
        let form = failed == nil ? typed : nil
        html.section(.id("nouveau")) {
            html.h2(words.gainNew)
            html.post(to: .actionGains(context.slug, id), context) {
                let fields = Fields(html, words, violations: form == nil ? [] : violations)
                fields.select(
                    .lever, form?[Field.lever.rawValue] ?? "",
                    among: sheet.levers.map { Choice($0.key, words.gainLever($0.lever, $0.counted)) },
                    blank: words.gainChoose, required: true, help: words.gainLeverHelp)
                fields.text(
                    .quantity, form?[Field.quantity.rawValue] ?? "", required: true, help: words.gainQuantityHelp, maxLength: 30,
                    inputMode: .decimal)
                fields.group(words.gainYearly) {
                    fields.row {
                        fields.day(
                            .from, form?[Field.from.rawValue] ?? words.typedDay(sheet.plan.from), example: sheet.plan.from)
                        fields.day(.to, form?[Field.to.rawValue] ?? words.typedDay(sheet.plan.to), example: sheet.plan.to)
                    }
                }
                fields.textarea(.note, form?[Field.note.rawValue] ?? "", rows: 2, help: words.gainNoteHelp, maxLength: 2000)
                html.ligne {
                    html.button(words.gainAdd)
                    html.a(words.factorsTitle, .class("lien"), .href(Path.factors(context.slug)))
                }
            }
        }
    }
}

extension HTMLWriter {
    /// « 11 t éq. CO₂ (entre 10 et 12 t éq. CO₂), soit 1,4 habitant européen pendant un an ».
    func gain(_ range: GainRange, _ indicator: GainIndicator, _ words: Words) {
        b(words.gain(range.central, in: indicator.unit))
        if range.low != range.high { text(" " + words.gainBetween(range, in: indicator.unit)) }
        if let inhabitants = GainEquivalent.inhabitants(range.central, in: indicator), inhabitants != 0 {
            br()
            small(words.gainInhabitants(inhabitants))
        }
    }
}

extension ActionPage {
    /// What it brings, a line for each lever and indicator.
    func gains(_ html: HTMLWriter) {
        html.section {
            html.h2(words.planGainsTitle)
            if sheet.gains.isEmpty {
                html.p(words.gainNotEstimated, .class("aide"))
            } else {
                html.ul(.class("liste")) {
                    for gain in sheet.gains {
                        html.li {
                            html.b(words.gain(gain.expected.central, in: gain.factor.indicator.unit))
                            html.text(", " + gain.factor.lever)
                            if gain.newer != nil { html.small(" " + words.gainHasNewer) }
                        }
                    }
                }
            }
            if mayEdit || !sheet.gains.isEmpty {
                html.p {
                    html.a(
                        sheet.gains.isEmpty ? words.gainEstimate : words.gainSee, .class("lien"), .href(Path.actionGains(context.slug, id)))
                }
            }
        }
    }
}
