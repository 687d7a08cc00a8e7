/// The page of an action: where it stands, what it promises, how it got there; the form that gives news comes first on a phone.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionPage {
    let context: PageContext
    let words: Words
    let sheet: ActionSheet
    let zone: Zone
    private let form: ReportForm
    let violations: [Violation]
    private let meanwhile: Meanwhile?
    /// A milestone as typed, when there is something to mend there.
    let milestone: MilestoneForm?

    /// `form` is what was typed, when there is something to mend.
    init(
        _ visit: Visit, _ seen: Seen<ActionSheet>, form: ReportForm? = nil, milestone: MilestoneForm? = nil, violations: [Violation] = [],
        meanwhile: Meanwhile? = nil
    ) {
        context = visit.frame(about: seen)
        words = visit.words
        sheet = seen.model
        zone = seen.zone
        self.form = form ?? ReportForm(of: seen.model.action, names: seen.model.names, visit.words)
        self.milestone = milestone
        self.violations = violations
        self.meanwhile = meanwhile
    }

    var action: Action { sheet.action }
    var plan: Plan { sheet.plan }
    var stage: Stage { action.current }
    var id: ActionID { action.id }
    private var mayChange: Bool { plan.state != .closed && !action.archived }
    var mayEdit: Bool { context.may(.editPlan) && mayChange }
    private var mayReport: Bool { sheet.mayReport && stage.phase == .current || isAgain }
    /// Something was typed and not saved.
    private var isAgain: Bool { !violations.isEmpty && milestone == nil || meanwhile != nil }
    private var mayDecide: Bool {
        context.may(.decide) && mayChange && stage.phase == .current && (action.awaitsDecision || stage.level == .implementation)
    }

    var bytes: [UInt8] {
        page(context, title: action.label, failed: isAgain || !violations.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, id.plan)))
            heading(html)
            fields(html).errorSummary()
            html.div(.class(mayReport ? "g g21 gm" : "g g21")) {
                if mayReport { news(html) }
                html.div { main(html) }
                html.div { side(html) }
            }
            // Wide, below both: what happened is long to tell.
            html.div(.class("g g21")) {
                html.div { journal(html) }
                html.div { deeds(html) }
            }
        }
    }

    // MARK: Heading

    private func heading(_ html: HTMLWriter) {
        let axis = action.axis.flatMap { number in plan.axes.first { $0.number == number }?.title }
        let over = [words.actionNumber(id.number), axis].compactMap { $0 }.joined(separator: " · ")
        html.heading(action.label, over: over, lead: words.situation(of: action, names: sheet.names, today: context.today)) {
            html.ligne {
                html.level(stage.level, words)
                html.progress(stage.progress, percent: stage.percent, words)
                if action.awaitsDecision { html.awaitingDecision(words) }
                if let priority = sheet.practices.map(\.priority).min() { html.span(words.priority(priority)) }
                if let due = action.due {
                    html.span {
                        html.text("\(words.field(.due)) ")
                        html.day(due, words)
                    }
                }
                html.lateness(action.lateness(on: context.today), words)
                if action.archived { html.span(words.archived, .class("mot")) }
            }
            buttons(html)
        }
    }

    private func buttons(_ html: HTMLWriter) {
        let restores = action.archived && context.may(.editPlan) && plan.state != .closed
        guard mayReport || mayEdit || mayDecide || restores else { return }
        html.div(.class("ligne ecran")) {
            // What awaits its decision has little news to give.
            let decides = mayDecide && action.awaitsDecision
            if decides { html.buttonLink(words.decideNow, Path.decision(context.slug, id)) }
            if mayReport { html.a(words.giveNews, .class(decides ? "b sec" : "b"), .href(Fragment("nouvelles"))) }
            if mayEdit { html.buttonLink(words.editSheet, Path.editAction(context.slug, id), secondary: true) }
            if restores {
                html.post(to: .restore(context.slug, id), context) { html.button(words.restoreAction) }
            }
        }
    }

    // MARK: News

    private func fields(_ html: HTMLWriter) -> Fields { Fields(html, words, violations: violations, meanwhile: meanwhile) }

    private func news(_ html: HTMLWriter) {
        html.section(.class("carte ecran"), .id("nouvelles")) {
            html.h2(words.giveNews)
            html.p(words.giveNewsHelp, .class("aide"))
            html.post(to: .report(context.slug, id), context) {
                html.hiddenInput("version", String(form.version ?? action.version))
                html.read(form.read, only: ReportForm.shortNames)
                fields(html).meanwhile(meanwhile)
                fields(html).reportBasics(form, stage, planValidated: plan.hasBeenValidated, today: context.today)
                html.ligne {
                    html.button(words.save)
                    html.a(words.wholeStage, .class("lien"), .href(Path.stage(context.slug, id)))
                }
            }
        }
    }

    // MARK: Main column

    private func main(_ html: HTMLWriter) {
        objectives(html)
        ActionPagePath(page: self, mayDecide: mayDecide, mayReport: mayReport, mayPlan: mayEdit && !action.isClosed).write(html)
        if !action.description.isEmpty {
            html.section {
                html.h2(words.field(.description))
                html.div(.class("texte")) { html.raw(Markdown.render(action.description)) }
            }
        }
        ActionPageIndicators(page: self).write(html)
        gains(html)
        practices(html)
        evidence(html)
        milestones(html)
        links(html)
        notes(html)
    }

    private func practices(_ html: HTMLWriter) {
        html.section {
            html.h2(words.practicesAnswered)
            if sheet.practices.isEmpty {
                html.p(words.noPracticeYet, .class("aide"))
            } else {
                html.ul(.class("liste")) {
                    for practice in sheet.practices {
                        html.li {
                            html.a(
                                "\(practice.id) \(practice.title.text(words.language))",
                                .href(Path.practice(context.slug, plan.catalogue, practice.id)))
                            html.text(" ")
                            html.small(words.priority(practice.priority))
                        }
                    }
                }
            }
        }
    }

    private func evidence(_ html: HTMLWriter) {
        html.section {
            html.h2(words.field(.evidence))
            if action.evidence.isEmpty {
                html.p(mayEdit ? words.noEvidenceYet : words.noEvidence, .class("aide"))
            } else {
                html.ul(.class("liste")) {
                    for piece in action.evidence {
                        html.li {
                            if let link = ExternalLink(piece.link) {
                                html.a(piece.title, .href(link), .rel(.external))
                            } else {
                                html.text(piece.title)
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Side column

    private func side(_ html: HTMLWriter) {
        if mayReport || mayEdit { html.quality(sheet.findings, words, place: place) }
        facts(html)
    }

    /// Where the remedy of a rule is applied, for who may apply it.
    private func place(of rule: QualityRule) -> Fragment? {
        let edit = Path.editAction(context.slug, id)
        let stage = Path.stage(context.slug, id)
        switch rule {
        case .withoutPilot: return mayEdit ? edit.at(Field.pilot.rawValue) : nil
        case .withoutDue: return mayEdit ? edit.at(Field.due.rawValue) : nil
        case .withoutIndicator: return mayEdit ? edit.at(Field.indicators.rawValue) : nil
        case .withoutObjective: return mayEdit ? edit.at(Field.objectives.rawValue) : nil
        case .withoutImpact: return mayEdit ? edit.at(Field.impact.rawValue) : nil
        case .withoutEvidence: return mayEdit ? edit.at(Field.evidence.rawValue) : nil
        case .overdue: return mayReport ? stage.at(Field.forecast.rawValue) : nil
        case .withoutDeliverable: return mayReport ? stage.at(Field.deliverable.rawValue) : nil
        case .withoutPerimeter: return mayReport ? stage.at(Field.perimeter.rawValue) : nil
        case .decisionAwaited: return mayDecide ? Path.decision(context.slug, id).at(Field.outcome.rawValue) : nil
        case .indicatorAlert:
            return sheet.indicators.first { $0.status == .offTarget || $0.status == .stale }.map {
                Path.indicator(context.slug, $0.indicator.number).at("contenu")
            }
        case .withoutNews: return nil
        }
    }

    private func journal(_ html: HTMLWriter) {
        guard let entries = sheet.journal, !entries.isEmpty else { return }
        html.section {
            html.h2(words.journalTitle)
            html.actionJournal(entries, JournalWords(words, zone: zone), atMost: 3)
            html.p { html.a(words.wholeJournal, .class("lien"), .href(Path.actionJournal(context.slug, id))) }
        }
    }
}

extension Words {
    var actionsCrumb: String { say("Actions", "Actions") }
    var giveNews: String { say("Donner des nouvelles", "Give news") }
    var save: String { say("Enregistrer", "Save") }
    fileprivate var giveNewsHelp: String {
        say("Moins d’une minute\u{A0}: changez seulement ce qui a bougé.", "Under a minute: change only what moved.")
    }
    fileprivate var wholeStage: String { say("Toute l’étape", "The whole stage") }
    fileprivate var decideNow: String { say("Enregistrer la décision", "Record the decision") }
    fileprivate var editSheet: String { say("Modifier la fiche", "Edit the action") }
    fileprivate var restoreAction: String { say("Restaurer l’action", "Restore the action") }
    var objective: String { say("Objectif", "Objective") }
    fileprivate var practicesAnswered: String { say("Bonnes pratiques suivies", "Practices answered") }
    fileprivate var wholeJournal: String { say("Tout le journal de l’action", "The action’s whole journal") }
    var noObjective: String { say("Aucun objectif écrit.", "No objective written.") }
    fileprivate var noEvidence: String { say("Aucune preuve.", "No evidence.") }
    var noObjectiveYet: String {
        say(
            "Aucun objectif écrit. Un bon objectif dit un résultat que l’on peut constater, une quantité et une date.",
            "No objective written. A good one names a result that can be seen, a quantity and a date.")
    }
    fileprivate var noPracticeYet: String {
        say("Cette action ne répond à aucune bonne pratique du guide.", "This action answers no practice of the guide.")
    }
    fileprivate var noEvidenceYet: String {
        say(
            "Aucune preuve. Un lien vers un document, un relevé ou un compte rendu suffit.",
            "No evidence. A link to a document, a reading or minutes is enough.")
    }

    /// Where the action stands, in a sentence.
    fileprivate func situation(of action: Action, names: [Int: String], today: Day) -> String {
        if action.archived { return say("Cette action est archivée\u{A0}: elle se lit, elle ne change plus.", "This action is archived.") }
        if action.isStopped, let decision = action.current.decision {
            return say(
                "L’organisation a décidé de ne pas poursuivre, le \(day(decision.on)).",
                "The organisation decided not to pursue it, on \(day(decision.on)).")
        }
        if action.isInForce {
            return action.implementedOn.map { say("En vigueur depuis le \(day($0)).", "In force since \(day($0)).") } ?? "\(inForce)."
        }
        if action.awaitsDecision {
            return say(
                "L’étape \(quote(level(action.current.level))) est finie\u{A0}: une décision dira la suite.",
                "The stage \(quote(level(action.current.level))) is done: a decision will say what comes next.")
        }
        guard let pilot = action.pilot.flatMap({ names[$0] }) else {
            return say("Personne ne la porte encore\u{A0}: donnez-lui un pilote.", "Nobody carries it yet: give it a pilot.")
        }
        guard let due = action.due else { return say("Portée par \(pilot), sans échéance.", "Carried by \(pilot), with no due date.") }
        return due < today
            ? say("Portée par \(pilot), attendue depuis le \(day(due)).", "Carried by \(pilot), expected since \(day(due)).")
            : say("Portée par \(pilot), attendue pour le \(day(due)).", "Carried by \(pilot), expected for \(day(due)).")
    }
}
