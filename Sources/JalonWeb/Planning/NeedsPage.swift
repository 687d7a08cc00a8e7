/// What one action needs: its stages ahead, when it may start, whether it must.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum NeedsController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.needs(of: visit.actionID(), visit.visitor)
        return visit.answer(page(visit, seen, NeedsForm(seen.model, visit.words)).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let seen = try await visit.workspace.needs(of: id, visit.visitor)
        let form = NeedsForm(visit.form, seen.model)
        var (edit, flaws) = form.edit(seen.model, decides: seen.actor.role.grants(.editPlan), visit.words)
        // A form that lost its fields on the way would empty everything.
        if visit.reading == nil { flaws.append(Flaw(id: "contenu", label: visit.words.field(.needs), rule: .required)) }
        guard flaws.isEmpty else { return visit.answer(page(visit, seen, form, flaws: flaws).bytes, status: .unprocessableContent) }
        do {
            _ = try await visit.workspace.setNeeds(of: id, reading: visit.reading, edit, as: visit.visitor)
            return visit.redirect(to: .needs(visit.slug, id), saying: visit.words.needsSaved)
        } catch DomainError.invalid(let violations) {
            let flaws = violations.map { Flaw(id: $0.field.rawValue, label: visit.words.field($0.field), rule: $0.rule) }
            return visit.answer(page(visit, seen, form, flaws: flaws).bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            return visit.answer(page(visit, seen, form, crossed: true).bytes, status: .conflict)
        }
    }

    private static func page(
        _ visit: Visit, _ seen: Seen<NeedsSheet>, _ form: NeedsForm, flaws: [Flaw] = [], crossed: Bool = false
    ) -> NeedsPage {
        let plan = seen.model.plan
        return NeedsPage(
            visit.frame(seen, menu: .actions, plan: plan), seen.model, form, flaws: flaws, crossed: crossed)
    }
}

struct NeedsPage {
    private let context: PageContext
    private let words: Words
    private let sheet: NeedsSheet
    private let form: NeedsForm
    private let flaws: [Flaw]
    private let crossed: Bool

    init(_ context: PageContext, _ sheet: NeedsSheet, _ form: NeedsForm, flaws: [Flaw], crossed: Bool) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.form = form
        self.flaws = flaws
        self.crossed = crossed
    }

    private var action: Action { sheet.action }
    private var mayDecide: Bool { context.may(.editPlan) }

    var bytes: [UInt8] {
        page(context, title: words.field(.needs), failed: crossed || !flaws.isEmpty) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.field(.needs), over: "\(words.actionNumber(action.id.number)) · \(action.label)", lead: lead) {
                html.ligne {
                    if context.may(.reportOnOwn) {
                        html.a(words.needsTitle, .class("lien"), .href(Path.planning(context.slug, action.id.plan, .needs)))
                    }
                    if mayDecide { html.a(words.needsDependencies, .class("lien"), .href(Path.links(context.slug, action.id))) }
                }
            }
            if sheet.mayEstimate, !sheet.remaining.isEmpty { edit(html) } else { read(html) }
        }
    }

    private var lead: String {
        if sheet.remaining.isEmpty {
            return action.awaitsDecision ? words.needsAwaitDecision : words.needsNothingAhead
        }
        let lacking = sheet.remaining.filter { !$0.isEstimated }
        return lacking.isEmpty ? words.needsAllSaid : words.needsLacking(lacking.map { words.stage($0.key) })
    }

    // MARK: To be read

    private func read(_ html: HTMLWriter) {
        let names = Dictionary(uniqueKeysWithValues: (sheet.directions + sheet.others).map { ($0.id, $0.name) })
        if !sheet.remaining.isEmpty {
            html.ul(.class("liste")) {
                for stage in sheet.remaining {
                    html.li {
                        html.span(words.stage(stage.key), .level(stage.level))
                        html.br()
                        html.text(words.need(of: stage, names, showsCost: sheet.readsInternal))
                    }
                }
            }
        }
        let said = words.standing(sheet.needs)
        if !said.isEmpty { html.ul(.class("liste")) { for line in said { html.li(line) } } }
    }

    // MARK: To be changed

    private func edit(_ html: HTMLWriter) {
        let fields = FigureFields(html: html, words: words, flaws: flaws)
        fields.summary()
        if crossed { standing(html) }
        html.post(to: .needs(context.slug, action.id), context) {
            html.hiddenInput("version", String(sheet.needs.version))
            html.p(words.needsHelp, .class("aide"))
            for (stage, typed) in zip(sheet.remaining, form.stages) { self.stage(fields, stage, typed) }
            whole(fields)
            Fields(html, words).buttons(words.needsSave, cancel: .action(context.slug, action.id))
        }
    }

    private func stage(_ fields: FigureFields, _ stage: RemainingStage, _ typed: StageForm) {
        let html = fields.html
        html.fieldset(.class("grand")) {
            html.legend(words.stage(stage.key))
            html.p(words.needsStage(stage, action.path[stage.position]), .class("aide"))
            html.div(.class("champs")) {
                fields.input(typed.quartersID, typed.quarters, label: words.field(.quarters))
                if sheet.readsInternal { fields.input(typed.costID, typed.cost, label: words.needsCost) }
            }
            html.fieldset {
                html.legend(words.field(.staffDays))
                html.div(.class("champs")) {
                    for direction in sheet.directions {
                        fields.input(typed.daysID(direction.id), typed.days[direction.id] ?? "", label: direction.name)
                    }
                }
                guard !sheet.others.isEmpty else { return }
                html.details(.open(sheet.directions.isEmpty || !typed.other.isEmpty || !typed.otherDays.isEmpty)) {
                    html.summary {
                        html.text(words.needsOther)
                        html.span(" – " + words.stage(stage.key), .class("lu"))
                    }
                    html.div(.class("champs")) {
                        fields.select(
                            typed.otherID, typed.other, among: sheet.others.map { Choice(String($0.id), $0.name) },
                            blank: words.needsNobody,
                            label: words.needsOther)
                        fields.input(typed.otherDaysID, typed.otherDays, label: words.field(.staffDays))
                    }
                }
            }
        }
    }

    private func whole(_ fields: FigureFields) {
        let html = fields.html
        html.fieldset(.class("grand")) {
            html.legend(words.needsWhen)
            html.p(words.needsWindowHelp(next: sheet.remaining.first.map { words.stage($0.key) } ?? ""), .class("aide"))
            html.div(.class("champs")) {
                for (field, value) in [(Field.notBefore, form.notBefore), (.notAfter, form.notAfter)] {
                    fields.select(
                        field.rawValue, value, among: quarters(with: value), blank: words.needsAnyTime, label: words.field(field))
                }
            }
            windowFlaws(html)
        }
        guard mayDecide else {
            let said = words.standing(sheet.needs)
            return said.isEmpty ? () : html.p(said.joined(separator: " "), .class("note"))
        }
        let violations = flaws.compactMap { flaw in Field(rawValue: flaw.id).map { Violation($0, flaw.rule) } }
        let plain = Fields(html, words, violations: violations)
        plain.group(words.needsPlace) {
            plain.radios(
                .obligation, form.obligation,
                among: [Choice("", words.needsNoObligation)] + Obligation.allCases.map { Choice($0.rawValue, words.obligation($0)) })
            plain.checkbox(Field.excluded.rawValue, words.field(.excluded), checked: form.isExcluded, help: words.needsExcludedHelp)
            plain.errors(violations.filter { $0.field == .excluded }, id: Field.excluded.rawValue)
            plain.text(.reason, form.reason, help: words.needsReasonHelp, maxLength: 500)
        }
    }

    private func windowFlaws(_ html: HTMLWriter) {
        for flaw in flaws where [Field.notBefore.rawValue, Field.notAfter.rawValue].contains(flaw.id) {
            html.p(.class("err")) { html.span(words.rule(flaw.rule), .class("hc")) }
        }
    }

    /// Those of the horizon, and the one that was chosen when it is past.
    private func quarters(with value: String) -> [Choice] {
        var quarters = sheet.horizon.quarters
        if let chosen = Period(.quarter, code: value), !quarters.contains(chosen) { quarters.insert(chosen, at: 0) }
        return quarters.map { Choice($0.code, words.period($0)) }
    }

    private func standing(_ html: HTMLWriter) {
        html.div(.class("note al"), .role(.alert)) {
            html.h2(words.planCrossed)
            html.p(words.planCrossedHelp)
            read(html)
        }
    }
}

extension Words {
    fileprivate var needsSave: String { say("Enregistrer les estimations", "Save the estimates") }
    fileprivate var needsDependencies: String { say("Ce dont elle dépend", "What it depends on") }
    fileprivate var needsNothingAhead: String {
        say("Cette action n’a plus d’étape devant elle.", "This action has no stage ahead any more.")
    }
    fileprivate var needsAwaitDecision: String {
        say(
            "L’étape est finie et attend sa décision\u{A0}: prévoyez la suite dans le chemin pour l’estimer.",
            "The stage is done and awaits its decision: plan what follows in the path to estimate it.")
    }
    fileprivate var needsAllSaid: String { say("Toutes les étapes à venir sont estimées.", "Every stage ahead is estimated.") }
    fileprivate func needsLacking(_ stages: [String]) -> String {
        say(
            "À estimer\u{A0}: \(list(stages)). Sans cela, aucune proposition ne place cette action.",
            "To estimate: \(list(stages)). Without it, no proposal places this action.")
    }
    fileprivate var needsHelp: String {
        say(
            "Vide\u{A0}: non estimé. 0\u{A0}: rien à prévoir. Les jours valent pour chaque trimestre où l’étape court.",
            "Empty: not estimated. 0: nothing needed. Days are for each quarter that the stage runs.")
    }
    var needsCost: String { say("Coût en euros", "Cost in euros") }
    fileprivate var needsNobody: String { say("Choisir", "Choose") }
    fileprivate var needsWhen: String { say("Quand démarrer", "When to start") }
    fileprivate func needsWindowHelp(next: String) -> String {
        say("Pour l’étape qui vient\u{A0}: \(next.lowercased()).", "For the next stage: \(next.lowercased()).")
    }
    fileprivate var needsAnyTime: String { say("Sans limite", "No limit") }
    fileprivate var needsPlace: String { say("Dans les propositions", "In proposals") }
    fileprivate var needsNoObligation: String { say("Aucune", "None") }
    fileprivate var needsExcludedHelp: String {
        say("Elle reste dans le plan, aucune proposition ne la place.", "It stays in the plan, no proposal places it.")
    }
    fileprivate var needsReasonHelp: String {
        say("Le texte qui l’impose, l’engagement pris, ou pourquoi la laisser.", "What requires it, what was promised, or why to leave it.")
    }

    /// What is known of a stage before it is estimated.
    func needsStage(_ stage: RemainingStage, _ own: Stage) -> String {
        var parts: [String] = []
        if let begun = stage.begun {
            parts.append(
                say(
                    "Commencée au \(period(begun))\u{A0}: comptez la durée depuis ce début.",
                    "Begun in \(period(begun)): count its length from then."))
        }
        if let quarters = own.quartersByDates {
            parts.append(
                say(
                    "D’après ses dates\u{A0}: \(self.quarters(quarters)), pris si la durée reste vide.",
                    "By its dates: \(self.quarters(quarters)), taken if the length stays empty."))
        } else if stage.begun == nil {
            parts.append(say("Aucune date ne dit sa durée.", "No date tells its length."))
        }
        return parts.joined(separator: " ")
    }

    /// « 2 trimestres (d’après ses dates), Achats 5 jours par trimestre, 12 000 € ».
    func need(of stage: RemainingStage, _ names: [Int: String], showsCost: Bool) -> String {
        let length = stage.quarters.map { quarters($0) + (stage.isFromDates ? say(" (d’après ses dates)", " (by its dates)") : "") }
        let effort = stage.effort.map { (names[$0.key] ?? "", $0.value) }.sorted { $0.0 < $1.0 }
            .map { say("\($0.0) \(staffDays($0.1)) par trimestre", "\($0.0) \(staffDays($0.1)) a quarter") }
        func unknown(_ field: Field) -> String { "\(self.field(field)): \(notEstimated.lowercased())" }
        var parts = [length ?? unknown(.quarters)] + (effort.isEmpty ? [unknown(.staffDays)] : effort)
        if showsCost { parts.append(stage.cost.map { money(cents: $0) } ?? unknown(.cost)) }
        return parts.joined(separator: ", ")
    }

    /// Window, obligation and exclusion, a sentence each.
    func standing(_ needs: ActionNeeds) -> [String] {
        var lines: [String] = []
        if let notBefore = needs.notBefore { lines.append(labelled(field(.notBefore), period(notBefore))) }
        if let notAfter = needs.notAfter { lines.append(labelled(field(.notAfter), period(notAfter))) }
        if let obligation = needs.obligation { lines.append(labelled(self.obligation(obligation), needs.reason)) }
        if needs.isExcluded { lines.append(labelled(field(.excluded), needs.reason)) }
        return lines
    }
}
