/// The decision that ends a stage: the ones that are open, who took it, and what the next stage is given.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct DecisionPage {
    private let context: PageContext
    private let words: Words
    private let sheet: ActionSheet
    private let form: DecisionForm
    private let violations: [Violation]
    private let meanwhile: Meanwhile?

    init(
        _ visit: Visit, _ seen: Seen<ActionSheet>, _ form: DecisionForm, violations: [Violation] = [], meanwhile: Meanwhile? = nil
    ) {
        context = visit.frame(about: seen)
        words = visit.words
        sheet = seen.model
        self.form = form
        self.violations = violations
        self.meanwhile = meanwhile
    }

    private var action: Action { sheet.action }
    private var stage: Stage { action.current }
    private var isClosed: Bool { stage.phase != .current }
    /// A réalisation can go back or stop at any time; the others are decided once they are done.
    private var isOpen: Bool { !isClosed && (stage.progress == .done || stage.level == .implementation) }

    var bytes: [UInt8] {
        page(context, title: words.decisionTitle, failed: !violations.isEmpty || meanwhile != nil) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.decisionTitle, over: action.label, lead: words.decisionLead(stage, isOpen: isOpen)) {
                html.ligne {
                    html.level(stage.level, words)
                    html.progress(stage.progress, percent: stage.percent, words)
                }
            }
            let fields = Fields(html, words, violations: violations, meanwhile: meanwhile)
            if isOpen || !violations.isEmpty || meanwhile != nil {
                fields.errorSummary()
                fields.meanwhile(meanwhile)
            }
            if isOpen { found(html) } else { notYet(html) }
            // What was typed stays in sight even when the decision is no longer open.
            if isOpen || meanwhile != nil || !violations.isEmpty { write(fields, html) }
        }
    }

    /// The evidence that the decision rests on.
    private func found(_ html: HTMLWriter) {
        let parts = [
            (Field.deliverable, stage.deliverable.title), (.method, stage.deliverable.method), (.result, stage.deliverable.result),
        ]
        .filter { !$0.1.isEmpty }
        guard !parts.isEmpty else { return }
        html.dl(.class("fiche carte")) {
            for (field, text) in parts { html.term(words.field(field), text) }
        }
    }

    private func notYet(_ html: HTMLWriter) {
        html.empty(isClosed ? words.rule(.actionClosed) : words.rule(.stageNotDone(stage.level))) {
            html.ligne {
                if !isClosed, sheet.mayReport { html.buttonLink(words.completeStage, Path.stage(context.slug, action.id)) }
                html.buttonLink(words.backToAction, Path.action(context.slug, action.id), secondary: true)
            }
        }
    }

    private func write(_ fields: Fields, _ html: HTMLWriter) {
        html.post(to: .decision(context.slug, action.id), context, .class("texte")) {
            html.hiddenInput("version", String(form.version ?? action.version))
            fields.radios(
                .outcome, form.outcome,
                among: stage.level.openOutcomes.map { Choice($0.rawValue, words.outcome($0), help: words.outcomeHelp($0)) },
                required: true)
            fields.text(.decidedBy, form.by, required: true, help: words.decidedByHelp, maxLength: 1000)
            fields.row {
                fields.day(.decidedOn, form.on, example: context.today, required: true)
                fields.text(.meeting, form.meeting, help: words.meetingHelp, maxLength: 1000)
            }
            fields.textarea(
                .reason, form.reason, help: words.reasonHelp(stage.level, planValidated: sheet.plan.hasBeenValidated), maxLength: 10_000)
            fields.group(words.nextStage) {
                html.p(words.nextStageHelp(planned), .class("aide"))
                fields.several(.perimeter, form.perimeter, list: Fields.partyList, help: words.nextPerimeterHelp)
                fields.party(.pilot, form.pilot, help: words.nextPilotHelp(stage.pilot.flatMap { sheet.names[$0] }))
                fields.row {
                    fields.day(.plannedStart, form.plannedStart, example: context.today + 30)
                    fields.day(.due, form.due, example: context.today + 210)
                }
            }
            fields.buttons(words.recordDecision, cancel: .action(context.slug, action.id))
            fields.partySuggestions(sheet.desk)
        }
    }

    private var planned: [EngagementLevel] { action.path.filter { $0.phase == .planned }.map(\.level) }
}

extension Words {
    fileprivate var decisionTitle: String { say("Enregistrer une décision", "Record a decision") }
    fileprivate func decisionLead(_ stage: Stage, isOpen: Bool) -> String {
        guard isOpen else { return say("Aucune décision n’est possible aujourd’hui.", "No decision is possible today.") }
        guard stage.level == .implementation else {
            return say(
                "L’étape est finie. La décision y met fin et ouvre la suite\u{A0}; elle ne se modifie plus ensuite.",
                "The stage is done. The decision ends it and opens what comes next; it cannot be edited afterwards.")
        }
        return say(
            "Une réalisation peut revenir à l’essai ou s’arrêter, avec sa raison.",
            "An implementation may go back to experiment or stop, with its reason.")
    }
    fileprivate var completeStage: String { say("Compléter l’étape", "Complete the stage") }
    fileprivate var recordDecision: String { say("Enregistrer la décision", "Record the decision") }
    fileprivate var decidedByHelp: String {
        say("L’instance ou la personne\u{A0}: comité de pilotage, direction générale.", "The body or the person: committee, management.")
    }
    fileprivate var meetingHelp: String {
        say("Si vous la connaissez\u{A0}: «\u{A0}Comité n°\u{A0}4\u{A0}».", "If known: “Committee no.\u{A0}4”.")
    }
    fileprivate func reasonHelp(_ level: EngagementLevel, planValidated: Bool) -> String {
        guard level != .implementation else { return say("Obligatoire ici.", "Required here.") }
        guard planValidated else { return say("Obligatoire pour ne pas poursuivre.", "Required if the action is not pursued.") }
        return say(
            "Obligatoire pour ne pas poursuivre, ou pour changer une échéance déjà promise.",
            "Required if the action is not pursued, or if a promised due date changes.")
    }
    fileprivate var nextStage: String { say("L’étape qui s’ouvre", "The stage that opens") }
    fileprivate func nextStageHelp(_ planned: [EngagementLevel]) -> String {
        let rest = say("Laissez vide si l’action s’arrête.", "Leave empty if the action stops.")
        guard !planned.isEmpty else { return rest }
        let levels = list(planned.map { quote(level($0)) })
        return say(
            "Déjà prévu\u{A0}: \(levels)\u{A0}; un champ vide garde ce qui est prévu. ", "Planned: \(levels); an empty field keeps it. ")
            + rest
    }
    fileprivate var nextPerimeterHelp: String {
        say("Pour une expérimentation\u{A0}: où essaie-t-on\u{A0}? Un nom par case.", "For an experiment: where? One name in each box.")
    }
    fileprivate func nextPilotHelp(_ name: String?) -> String {
        guard let name else { return say("Personne ou fonction.", "A person or a position.") }
        return say("Vide, \(quote(name)) continue.", "Empty, \(quote(name)) goes on.")
    }
}
