/// The sheet of an action to fill or to change, with everything that was typed when something is to be mended.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionPageEdit {
    private let context: PageContext
    private let words: Words
    private let desk: ActionDesk
    /// `nil` for a new action.
    private let action: Action?
    private let form: ActionForm
    private let violations: [Violation]
    private let meanwhile: Meanwhile?

    init(
        _ visit: Visit, _ seen: Seen<ActionSheet>, _ form: ActionForm, violations: [Violation] = [], meanwhile: Meanwhile? = nil
    ) {
        context = visit.frame(about: seen)
        words = visit.words
        desk = seen.model.desk
        action = seen.model.action
        self.form = form
        self.violations = violations
        self.meanwhile = meanwhile
    }

    init(_ visit: Visit, _ seen: Seen<ActionDesk>, _ form: ActionForm, violations: [Violation] = []) {
        context = visit.frame(seen, menu: .actions, plan: seen.model.plan)
        words = visit.words
        desk = seen.model
        action = nil
        self.form = form
        self.violations = violations
        meanwhile = nil
    }

    /// Whether there is a day since when to write: what was typed stays in sight.
    private var takesImplementation: Bool {
        guard let action else { return false }
        return action.isInForce || action.current.commitment != nil || !form.implementedOn.isEmpty
    }

    private var back: Path { action.map { .action(context.slug, $0.id) } ?? .actions(context.slug, desk.plan.number) }

    var bytes: [UInt8] {
        let title = action == nil ? words.newActionTitle : words.editSheetTitle
        return page(context, title: title, failed: !violations.isEmpty || meanwhile != nil) { html in
            let list = (label: words.actionsCrumb, path: Path.actions(context.slug, desk.plan.number))
            if let action {
                html.breadcrumb(words, list, (action.label, back))
                html.heading(title, over: words.actionNumber(action.id.number))
            } else {
                html.breadcrumb(words, list)
                html.heading(title, over: desk.plan.title, lead: words.newActionLead) {
                    html.ligne { html.a(words.startFromTemplate, .class("lien"), .href(Path.templates(context.slug))) }
                }
            }
            let here: Path = action.map { .editAction(context.slug, $0.id) } ?? .newAction(context.slug, desk.plan.number)
            html.post(to: here, context, .class("texte")) {
                if action != nil { html.hiddenInput("version", String(form.version ?? 0)) }
                html.read(form.read)
                let fields = Fields(html, words, violations: violations, meanwhile: meanwhile)
                fields.errorSummary()
                fields.meanwhile(meanwhile)
                essentials(fields)
                if action == nil { start(fields) }
                carrying(fields)
                promise(fields, html)
                weight(fields)
                sharing(fields)
                fields.buttons(words.save, cancel: back)
                fields.partySuggestions(desk)
                html.datalist(.id("pratiques")) {
                    for practice in desk.guide { html.option(practice.title.text(words.language), .value(practice.id)) }
                }
            }
        }
    }

    // MARK: Parts

    private func essentials(_ fields: Fields) {
        fields.group(words.essentials) {
            fields.text(.label, form.label, required: true, help: words.labelHelp, maxLength: 200)
            fields.textarea(.objectives, form.objectives, rows: 3, help: words.objectivesHelp)
            fields.textarea(.description, form.description, rows: 5, help: words.descriptionHelp, maxLength: 20_000)
            fields.several(.practices, form.practices, list: "pratiques", spare: 4, areShort: true, help: words.practicesHelp)
            fields.select(
                .axis, form.axis, among: desk.plan.axes.map { Choice(String($0.number), $0.title) }, blank: words.axisOfPractice)
        }
    }

    private func start(_ fields: Fields) {
        fields.group(words.howItStarts) {
            fields.radios(
                .level, form.level,
                among: EngagementLevel.allCases.map { Choice($0.rawValue, words.level($0), help: words.promise(of: $0)) }, required: true)
            fields.select(
                .commitment, form.commitment, among: Commitment.allCases.map { Choice($0.rawValue, words.commitment($0)) },
                blank: words.notYetInPlace, label: words.alreadyInPlace, help: words.alreadyInPlaceHelp)
            fields.day(.implementedOn, form.implementedOn, example: context.today + -365, help: words.sinceWhenHelp)
        }
    }

    private func carrying(_ fields: Fields) {
        fields.group(words.carrying) {
            fields.party(.pilot, form.pilot, help: words.pilotHelp)
            fields.several(.contributors, form.contributors, list: Fields.partyList, help: words.oneNameEach)
            fields.several(.perimeter, form.perimeter, list: Fields.partyList, help: words.perimeterHelp)
            fields.row {
                fields.day(.plannedStart, form.plannedStart, example: context.today)
                fields.day(.due, form.due, example: context.today + 180, label: words.dueOfStage)
            }
            if action != nil, desk.plan.hasBeenValidated {
                fields.text(
                    .reason, form.reason, label: words.slippageReason, help: words.slippageReasonHelp(action?.current.slippageReason ?? ""),
                    maxLength: 1000)
            }
            fields.row {
                fields.day(.identifiedOn, form.identifiedOn, example: context.today)
                if takesImplementation { fields.day(.implementedOn, form.implementedOn, example: context.today) }
            }
        }
    }

    private func promise(_ fields: Fields, _ html: HTMLWriter) {
        fields.group(words.followUp) {
            fields.textarea(.indicators, form.indicators, rows: 3, help: words.indicatorsHelp)
            milestones(fields, html)
            fields.textarea(.evidence, form.evidence, rows: 3, help: words.evidenceHelp)
        }
    }

    private func milestones(_ fields: Fields, _ html: HTMLWriter) {
        html.fieldset {
            html.legend(words.field(.milestones))
            html.p(words.milestonesHelp(context.today), .class("aide"))
            let lines = form.milestones + Array(repeating: ActionForm.MilestoneLine(), count: 3)
            for (index, line) in lines.enumerated() {
                let number = index + 1
                func broken(_ text: String, _ isTitle: Bool) -> [Violation] {
                    violations.filter { violation in
                        guard violation.field == .milestones else { return false }
                        if case .notADay(let typed) = violation.rule { return !isTitle && typed == text }
                        return isTitle && text.isEmpty && !line.isEmpty
                    }
                }
                html.div(.class("champs hautes")) {
                    fields.cell(
                        .milestones, id: index == 0 ? Field.milestones.rawValue : "jalon-\(number)", line.title,
                        label: words.milestone(number), broken: broken(line.title, true))
                    fields.cell(
                        .milestones, name: "milestoneDue", id: "jalon-\(number)-d", line.due, label: words.milestoneDue(number),
                        broken: broken(line.due, false))
                    fields.cell(
                        .milestones, name: "milestoneReached", id: "jalon-\(number)-r", line.reached, label: words.milestoneReached(number),
                        broken: broken(line.reached, false))
                }
            }
        }
    }

    private func weight(_ fields: Fields) {
        let estimates = (1...5).map { Choice(String($0), words.estimate($0)) }
        fields.group(words.weight) {
            fields.row {
                fields.select(.impact, form.impact, among: estimates, blank: words.notEstimated)
                fields.select(.effort, form.effort, among: estimates, blank: words.notEstimated)
                fields.select(
                    .difficulty, form.difficulty, among: Difficulty.allCases.map { Choice($0.rawValue, words.difficulty($0)) },
                    blank: words.notEstimated)
                fields.text(.cost, form.cost, label: words.costInEuros, maxLength: 20, inputMode: .decimal)
            }
        }
    }

    private func sharing(_ fields: Fields) {
        fields.group(words.sharing) {
            fields.radios(
                .visibility, form.visibility,
                among: Visibility.allCases.map { Choice($0.rawValue, words.visibility($0), help: words.visibilityHelp($0)) })
            fields.text(.tags, form.tags, help: words.tagsHelp)
        }
    }
}

extension Words {
    fileprivate var newActionTitle: String { say("Ajouter une action", "Add an action") }
    fileprivate var editSheetTitle: String { say("Modifier la fiche", "Edit the action") }
    fileprivate var newActionLead: String {
        say(
            "Un libellé suffit pour commencer\u{A0}; le reste peut venir plus tard.", "A label is enough to start; the rest can come later."
        )
    }
    fileprivate var essentials: String { say("L’essentiel", "The essentials") }
    fileprivate var labelHelp: String {
        say("Commencez par un verbe. 80 signes au plus, si possible.", "Start with a verb; keep it short.")
    }
    fileprivate var objectivesHelp: String {
        say(
            "Un par ligne\u{A0}: un résultat que l’on peut constater, une quantité, une date.",
            "One per line: a result, a quantity, a date.")
    }
    fileprivate var descriptionHelp: String {
        say("Markdown admis\u{A0}: titres, listes, liens, tableaux.", "Markdown is welcome: headings, lists, links, tables.")
    }
    fileprivate var practicesHelp: String {
        say("Leurs numéros dans le guide\u{A0}: a.2, d.1.", "Their numbers in the guide: a.2, d.1.")
    }
    fileprivate var axisOfPractice: String {
        say("Celui de la première bonne pratique", "That of the first practice")
    }
    fileprivate var howItStarts: String { say("Comment elle commence", "How it starts") }
    fileprivate func promise(of level: EngagementLevel) -> String {
        switch level {
        case .reflection: say("On promet une étude et ses conclusions.", "A study and its conclusions are promised.")
        case .experimentation: say("On promet un essai limité, raconté et mesuré.", "A limited trial, described and measured, is promised.")
        case .implementation:
            say("On promet de généraliser et de suivre dans la durée.", "Rolling out and following up are promised.")
        }
    }
    fileprivate var notYetInPlace: String { say("Non, tout est à faire", "No, all is still to do") }
    fileprivate var alreadyInPlaceHelp: String {
        say("Pour une réalisation seulement\u{A0}: à quoi s’engage-t-on\u{A0}?", "For an implementation only: what do you commit to?")
    }
    fileprivate var sinceWhenHelp: String {
        say("Si c’est déjà en place, et si vous le savez.", "If it is in place already, and if known.")
    }
    fileprivate var carrying: String { say("Pilotage et calendrier", "Who and when") }
    fileprivate var pilotHelp: String {
        say(
            "Une fonction, un service ou une personne. Un nom inconnu devient une fonction.",
            "A position, a unit or a person. An unknown name becomes a position.")
    }
    fileprivate var oneNameEach: String {
        say("Un nom par case. Un nom inconnu devient une direction ou un service.", "One name in each box. An unknown name becomes a unit.")
    }
    fileprivate var perimeterHelp: String {
        say("Directions, services ou sites concernés\u{A0}; vide, toute l’organisation.", "Units or sites; empty, the whole organisation.")
    }
    fileprivate var dueOfStage: String { say("Échéance de l’étape", "Due date of the stage") }
    var slippageReason: String { say("Raison du changement d’échéance", "Reason for the new due date") }
    /// With the reason of the last move, if there was one.
    func slippageReasonHelp(_ former: String = "") -> String {
        let rule = say(
            "Le plan est validé\u{A0}: une nouvelle date s’explique.", "The plan is validated: a new date comes with its reason.")
        return former.isEmpty ? rule : "\(rule) \(labelled(say("La dernière fois", "Last time"), quote(former)))"
    }
    fileprivate var followUp: String { say("Suivi", "Follow-up") }
    fileprivate var indicatorsHelp: String {
        say(
            "Un par ligne. Un à trois suffisent\u{A0}; préférez une valeur absolue à un pourcentage.",
            "One per line; one to three are enough.")
    }
    fileprivate func milestonesHelp(_ today: Day) -> String {
        let example = labelled(self.example, typedDay(today))
        return say("Les points de passage datés qui montrent que l’on avance. \(example)", "The dated steps that show progress. \(example)")
    }
    fileprivate func milestone(_ number: Int) -> String { say("Jalon \(number)", "Milestone \(number)") }
    fileprivate func milestoneDue(_ number: Int) -> String { say("Jalon \(number), prévu le", "Milestone \(number), due on") }
    fileprivate func milestoneReached(_ number: Int) -> String { say("Jalon \(number), atteint le", "Milestone \(number), reached on") }
    fileprivate var evidenceHelp: String {
        say("Une par ligne\u{A0}: titre | lien. Exemple\u{A0}: Bilan | https://exemple.fr/bilan", "One per line: title | link.")
    }
    fileprivate var weight: String { say("Effet, effort, coût", "Impact, effort, cost") }
    fileprivate var costInEuros: String { say("Coût, en euros", "Cost, in euros") }
    fileprivate var sharing: String { say("Publication", "Publication") }
    fileprivate func visibilityHelp(_ visibility: Visibility) -> String {
        switch visibility {
        case .public: say("Figurera dans le plan publié, sans nom de personne.", "Will be in the published plan, without personal names.")
        case .internal: say("Reste dans l’organisation.", "Stays in the organisation.")
        }
    }
    fileprivate var tagsHelp: String { say("Séparées par des virgules.", "Separated by commas.") }
}
