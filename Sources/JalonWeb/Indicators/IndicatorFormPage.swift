/// The form of an indicator, new or known: what it measures, in what unit, who answers for it, what it is held to.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct IndicatorFormPage {
    private let context: PageContext
    private let words: Words
    private let desk: IndicatorDesk
    private let indicator: Indicator?
    private let form: IndicatorForm
    private let violations: [Violation]
    private let meanwhile: Meanwhile?

    /// `indicator` is the one that changes; nothing for a new one.
    init(
        _ context: PageContext, _ desk: IndicatorDesk, _ indicator: Indicator?, _ form: IndicatorForm, violations: [Violation] = [],
        meanwhile: Meanwhile? = nil
    ) {
        self.context = context
        words = context.words
        self.desk = desk
        self.indicator = indicator
        self.form = form
        self.violations = violations
        self.meanwhile = meanwhile
    }

    private var title: String { indicator == nil ? words.indicatorNew : words.indicatorEdit }

    var bytes: [UInt8] {
        page(context, title: title, failed: !violations.isEmpty || meanwhile != nil) { html in
            html.breadcrumb(words, (words.indicatorsTitle, .indicators(context.slug)))
            html.heading(title, over: indicator?.name, lead: words.formLead(desk.confidence, isNew: indicator == nil))
            let fields = Fields(html, words, violations: violations, meanwhile: meanwhile)
            fields.errorSummary()
            if indicator == nil, form.name.isEmpty, violations.isEmpty { ready(html) }
            let path = indicator.map { Path.indicator(context.slug, $0.number, .edit) } ?? .indicators(context.slug, .new)
            html.post(to: path, context, .class("texte")) {
                fields.meanwhile(meanwhile)
                if !form.ready.isEmpty { html.hiddenInput("ready", form.ready) }
                if !desk.thresholds.isEmpty {
                    html.p(words.formThresholds(desk.thresholds, desk.proposal), .class("note"))
                }
                if let indicator {
                    html.hiddenInput("version", String(indicator.version))
                    html.read(form.read)
                }
                what(fields)
                fields.group(words.formPromise) { promise(fields) }
                fields.group(words.formMeasure) { measure(fields) }
                fields.group(words.formLinks) { links(fields) }
                fields.group(words.formCompute) {
                    fields.select(
                        .formula, form.operation,
                        among: IndicatorOperation.allCases.map { Choice($0.rawValue, words.indicatorOperation($0)) },
                        blank: words.formNoFormula, help: words.formComputeHelp)
                    fields.text(.formula, form.terms, label: words.formTerms, name: "terms", help: words.formTermsHelp, maxLength: 500)
                }
                fields.buttons(
                    indicator == nil ? words.indicatorNew : words.formSave,
                    cancel: indicator.map { .indicator(context.slug, $0.number) } ?? .indicators(context.slug))
            }
        }
    }

    private func ready(_ html: HTMLWriter) {
        html.hint(words.formReady) {
            html.ul {
                for one in desk.ready {
                    html.li { html.a(one.name.text(words.language), .href(Path.indicators(context.slug, .new, ["ready": one.key]))) }
                }
            }
        }
    }

    private func what(_ fields: Fields) {
        fields.text(.name, form.name, required: true, help: words.formNameHelp, maxLength: 300)
        let isLike = violations.contains {
            if case .figure(.likeAnother) = $0.rule { true } else { false }
        }
        if isLike || form.isAnother { fields.checkbox("another", words.formAnother, checked: form.isAnother) }
        fields.html.div(.class("champs hautes")) {
            fields.select(
                .type, form.type, among: IndicatorType.allCases.map { Choice($0.rawValue, words.indicatorType($0)) }, required: true)
            fields.text(.measureUnit, form.unit, help: words.formUnitHelp, maxLength: 100, suggestions: words.formUnits)
            fields.text(.decimals, form.decimals, maxLength: 1, inputMode: .numeric)
        }
        fields.radios(
            .level, form.level, among: IndicatorLevel.allCases.map { Choice($0.rawValue, words.indicatorLevel($0)) },
            label: words.indicatorsLevel, required: true,
            help: words.formLevelHelp)
        fields.textarea(.meaning, form.meaning, rows: 2, help: words.formMeaningHelp, maxLength: 5000)
    }

    private func promise(_ fields: Fields) {
        fields.select(
            .direction, form.direction, among: IndicatorDirection.allCases.map { Choice($0.rawValue, words.indicatorDirection($0)) },
            required: true, help: words.formDirectionHelp)
        fields.row {
            fields.text(.warning, form.warning, help: words.formWarningHelp, maxLength: 40, inputMode: .decimal)
            fields.text(.alert, form.alert, help: words.formAlertHelp, maxLength: 40, inputMode: .decimal)
        }
        fields.row {
            fields.text(.low, form.low, help: words.formRangeHelp, maxLength: 40, inputMode: .decimal)
            fields.text(.high, form.high, help: words.formRangeHelp, maxLength: 40, inputMode: .decimal)
        }
    }

    private func measure(_ fields: Fields) {
        fields.row {
            fields.select(
                .cadence, form.cadence, among: Cadence.allCases.map { Choice($0.rawValue, words.cadence($0)) }, blank: words.formNoCadence,
                label: words.formCadence)
            fields.text(.responsible, form.responsible, maxLength: 200, suggestions: desk.parties.prefix(200).map(\.name))
        }
        fields.textarea(.method, form.method, rows: 2, help: words.formMethodHelp, maxLength: 5000)
        fields.text(.source, form.source, help: words.formSourceHelp, maxLength: 1000)
        fields.textarea(.categories, form.categories, rows: 3, help: words.formCategoriesHelp, maxLength: 3000)
    }

    private func links(_ fields: Fields) {
        fields.text(.actions, form.actions, help: words.formActionsHelp, maxLength: 1000)
        fields.text(.practices, form.practices, help: words.formPracticesHelp, maxLength: 300)
    }
}

extension Words {
    fileprivate func formLead(_ confidence: Double?, isNew: Bool) -> String? {
        guard isNew else { return nil }
        guard let confidence else {
            return say("Un nom, un type, une unité\u{A0}: le reste peut attendre.", "A name, a type, a unit: the rest can wait.")
        }
        let sure = percent(Int((confidence * 100).rounded()))
        return say(
            "Type et unité sont proposés d’après les mots (confiance\u{A0}: \(sure)). Vérifiez-les.",
            "Type and unit are proposed from the words (confidence: \(sure)). Check them.")
    }
    fileprivate func formThresholds(_ thresholds: [IndicatorTarget], _ definition: IndicatorDefinition) -> String {
        let steps = thresholds.map { target in
            say(
                "\(figure(target.value, of: definition)) le \(day(target.on))",
                "\(figure(target.value, of: definition)) on \(day(target.on))")
        }
        return say(
            "Les seuils demandés deviennent ses cibles\u{A0}: \(list(steps)). Vous pourrez les changer.",
            "The thresholds that are asked for become its targets: \(list(steps)). You can change them.")
    }
    fileprivate var formReady: String {
        say("Partir d’un indicateur que la loi ou le guide demande", "Start from an indicator that the law or the guide asks for")
    }
    fileprivate var formSave: String { say("Enregistrer l’indicateur", "Save the indicator") }
    fileprivate var formNameHelp: String {
        say("Ce qui est mesuré. Exemple\u{A0}: durée d’usage des portables.", "What is measured. Example: time laptops are in use.")
    }
    fileprivate var formAnother: String { say("C’est bien un autre indicateur", "It is indeed another indicator") }
    fileprivate var formUnitHelp: String {
        say("mois, kg, kWh, postes, kg/personne, /10 pour une note.", "months, kg, kWh, devices, kg/person, /10 for a score.")
    }
    fileprivate var formUnits: [String] { MeasureUnit.allCases.map { unit($0) } }
    fileprivate var formLevelHelp: String {
        say("Un indicateur stratégique se montre à la direction.", "A strategic indicator is shown to management.")
    }
    fileprivate var formMeaningHelp: String { say("Ce qu’il dit, en une phrase.", "What it says, in a sentence.") }
    fileprivate var formPromise: String { say("Ce qui est bien, ce qui alerte", "What is good, what is a warning") }
    fileprivate var formDirectionHelp: String { say("Une cible datée se fixe ensuite.", "A dated target is set next.") }
    fileprivate var formWarningHelp: String { say("Au-delà, à surveiller.", "Beyond it, to be watched.") }
    fileprivate var formAlertHelp: String { say("Au-delà, hors cible.", "Beyond it, off target.") }
    fileprivate var formRangeHelp: String { say("Pour un intervalle.", "For a range.") }
    fileprivate var formMeasure: String { say("Comment il se mesure", "How it is measured") }
    fileprivate var formCadence: String { say("Rythme de mesure", "How often it is measured") }
    fileprivate var formNoCadence: String { say("Sans rythme", "No cadence") }
    fileprivate var formMethodHelp: String { say("Comment se calcule la valeur.", "How the value is worked out.") }
    fileprivate var formSourceHelp: String { say("Exemple\u{A0}: inventaire du parc, factures.", "Example: equipment inventory, bills.") }
    fileprivate var formCategoriesHelp: String {
        say("Une par ligne, pour détailler chaque mesure\u{A0}: portables, écrans…", "One a line, to split each measure: laptops, screens…")
    }
    fileprivate var formCompute: String { say("Calculé à partir d’autres", "Computed from others") }
    fileprivate var formNoFormula: String { say("Mesuré, pas calculé", "Measured, not computed") }
    fileprivate var formComputeHelp: String {
        say("Un indicateur calculé ne se saisit pas.", "A computed indicator is not typed in.")
    }
    fileprivate var formTerms: String { say("À partir de", "From") }
    fileprivate var formTermsHelp: String {
        say(
            "Les numéros des indicateurs\u{A0}: 3, 5. Avec un poids\u{A0}: 3:2,5. Pour une part des actions, le numéro du plan.",
            "The numbers of the indicators: 3, 5. With a weight: 3:2.5. For a share of actions, the plan’s number.")
    }
    fileprivate var formLinks: String { say("Ce qu’il suit", "What it follows") }
    fileprivate var formActionsHelp: String {
        say("Les numéros des actions, séparés par des virgules\u{A0}: 3, 12.", "The numbers of the actions, between commas: 3, 12.")
    }
    fileprivate var formPracticesHelp: String { say("Exemple\u{A0}: d.2, i.1.", "Example: d.2, i.1.") }
}
