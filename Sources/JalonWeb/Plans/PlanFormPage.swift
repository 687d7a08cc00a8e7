/// The form of a plan: a new one, a change, or a change that crossed someone else's.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct PlanFormPage {
    enum Occasion {
        /// With the catalogues that the plan may answer to, the last imported first.
        case creation([CatalogueEntry])
        case change(PlanSheet)
        /// Someone saved since the form was read: what they wrote is put together with what was typed here, or to be chosen.
        case conflict(PlanSheet, Meanwhile)
    }

    private let context: PageContext
    private let words: Words
    private let form: PlanForm
    private let occasion: Occasion
    private let violations: [Violation]

    init(_ context: PageContext, _ form: PlanForm, _ occasion: Occasion, violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.form = form
        self.occasion = occasion
        self.violations = violations
    }

    var bytes: [UInt8] {
        switch occasion {
        case .creation(let catalogues): creation(catalogues)
        case .change(let sheet): change(sheet, nil)
        case .conflict(let sheet, let meanwhile): change(sheet, meanwhile)
        }
    }

    private func creation(_ catalogues: [CatalogueEntry]) -> [UInt8] {
        page(context, title: words.planNew, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (MenuEntry.plans.label(words), .plans(context.slug)))
            html.heading(words.planNew, over: context.organisation?.name, lead: words.planNewLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            html.post(to: .newPlan(context.slug), context) {
                content(fields)
                fields.select(
                    .catalogue, form.catalogue, among: catalogues.map { Choice(String($0.id), words.planCatalogue($0)) },
                    required: true, help: words.planCatalogueHelp)
                fields.buttons(words.planCreate, cancel: .plans(context.slug))
            }
        }
    }

    private func change(_ sheet: PlanSheet, _ meanwhile: Meanwhile?) -> [UInt8] {
        let plan = sheet.plan
        return page(context, title: words.planEdit, failed: meanwhile != nil || !violations.isEmpty) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)))
            html.heading(words.planEdit, over: words.planNumber(plan.number), lead: words.planEditLead) {
                html.ligne {
                    html.a(words.planAxes, .class("lien"), .href(Path.axes(context.slug, plan.number)))
                    if context.may(.decide) { html.a(words.planLife, .class("lien"), .href(Path.life(context.slug, plan.number))) }
                }
            }
            if plan.state == .closed { html.p(words.rule(.planClosed), .class("note")) }
            let fields = Fields(html, words, violations: violations, meanwhile: meanwhile)
            fields.errorSummary()
            html.post(to: .editPlan(context.slug, plan.number), context) {
                html.hiddenInput("version", String(plan.version))
                html.read(form.read)
                fields.meanwhile(meanwhile)
                content(fields)
                fields.buttons(words.planSave, cancel: .plan(context.slug, plan.number))
            }
            if meanwhile == nil { catalogue(fields, sheet) }
        }
    }

    private func content(_ fields: Fields) {
        fields.text(.title, form.title, required: true, help: words.planTitleHelp, maxLength: 200)
        fields.row {
            fields.day(.from, form.from, example: context.today, required: true)
            fields.day(.to, form.to, example: context.today + 1095, required: true)
        }
        fields.textarea(.purpose, form.purpose, help: words.planPurposeHelp)
        fields.textarea(.commonObjectives, form.commonObjectives, rows: 5, help: words.planCommonObjectivesHelp)
    }

    private func catalogue(_ fields: Fields, _ sheet: PlanSheet) {
        let plan = sheet.plan
        guard sheet.catalogues.count > 1, plan.state != .closed else { return }
        fields.html.section {
            let html = fields.html
            html.h2(words.planMoveCatalogue)
            let guide = sheet.catalogues.first { $0.id == plan.catalogue }
            html.p(words.planMoveCatalogueHelp(guide))
            let newer = guide?.newer(among: sheet.catalogues)?.reference
            html.p {
                html.a(newer.map(words.newerEdition) ?? words.planMoveCatalogueSee, .href(Path.edition(context.slug, plan.number)))
            }
        }
    }
}

extension Words {
    var planNew: String { say("Nouveau plan", "New plan") }
    var planNewLead: String {
        say(
            "Un titre et une période suffisent\u{A0}: ses axes sont d’abord les thématiques du guide, à renommer ensuite.",
            "A title and a period are enough: its axes start as the guide’s themes, to be renamed later.")
    }
    var planCreate: String { say("Créer le plan", "Create the plan") }
    var planCreated: String {
        say("Le plan est créé. Ajoutez ses premières actions.", "The plan is created. Add its first actions.")
    }
    var planEdit: String { say("Modifier le plan", "Edit the plan") }
    var planEditLead: String {
        say("Ce que vise le plan, et sur quelle période.", "What the plan aims at, and over which period.")
    }
    var planSaved: String { say("Le plan est enregistré.", "The plan is saved.") }
    var planSave: String { say("Enregistrer", "Save") }
    var planAxes: String { say("Modifier les axes", "Edit the axes") }
    var planTitleHelp: String {
        say("Par exemple\u{A0}: Plan numérique responsable 2026-2028.", "For example: Responsible digital plan 2026-2028.")
    }
    var planPurposeHelp: String {
        say("Pourquoi ce plan\u{A0}? Deux phrases que chacun comprend.", "Why this plan? Two sentences that everyone understands.")
    }
    var planCommonObjectivesHelp: String {
        say(
            "Ce que toutes les actions servent ensemble, un objectif par ligne.", "What all actions serve together, one objective per line."
        )
    }
    var planCatalogueHelp: String {
        say("Les bonnes pratiques auxquelles le plan répond.", "The practices that the plan answers to.")
    }
    func planCatalogue(_ entry: CatalogueEntry) -> String {
        "\(entry.title.text(language)) (\(entry.version), \(count(entry.practices, say("pratique", "practice"), say("pratiques", "practices"))))"
    }
    var planCrossed: String { say("Quelqu’un d’autre a enregistré entre-temps", "Someone else saved in the meantime") }
    var planCrossedHelp: String {
        say(
            "Rien de ce que vous avez écrit n’est perdu\u{A0}: tout est encore dans le formulaire. Comparez, corrigez au besoin, puis enregistrez.",
            "Nothing you wrote is lost: it is all still in the form. Compare, correct if needed, then save.")
    }
    var planStanding: String { say("Enregistré entre-temps", "Saved in the meantime") }
    var planMoveCatalogue: String { say("Changer de guide", "Change guide") }
    func planMoveCatalogueHelp(_ guide: CatalogueEntry?) -> String {
        let name = guide?.reference.description ?? "–"
        return say(
            "Le plan répond à \(name). Avant d’en changer, vous voyez ce qui diffère et choisissez ce que devient chaque action.",
            "The plan answers to \(name). Before it moves, you see what differs and choose what becomes of each action.")
    }
    var planMoveCatalogueSee: String { say("Choisir un autre guide", "Choose another guide") }
}
