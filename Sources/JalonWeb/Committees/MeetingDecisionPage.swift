/// A decision recorded in a meeting, in a short form for the phone of whoever keeps the minutes; and its follow-up.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MeetingDecisionController {
    static func form(_ visit: Visit) async throws -> Response {
        let seen = try await visit.meeting()
        var form = MeetingDecisionForm(FormBody([:]))
        // From a point of the agenda, or from a decision to come back on.
        form.action = visit.query["action"]
        form.kind = visit.query["kind"]
        form.supersedes = visit.query["supersedes"]
        return visit.answer(MeetingDecisionPage(visit.frame(seen, of: seen.model.plan), seen.model, form).bytes)
    }

    /// Comes back to the form's meeting, ready for the next one.
    static func record(_ visit: Visit) async throws -> Response {
        let id = try visit.meetingID()
        let form = MeetingDecisionForm(visit.form)
        do {
            let (decision, created) = try await visit.workspace.decide(try form.note(), in: id, as: visit.visitor)
            return visit.redirect(
                to: .meeting(visit.slug, id), saying: visit.words.decisionRecorded(decision.id.short) + visit.words.created(created))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.meeting()
            let page = MeetingDecisionPage(visit.frame(seen, of: seen.model.plan), seen.model, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    static func follow(_ visit: Visit) async throws -> Response {
        let id = try visit.meetingID()
        do {
            guard let decision = DecisionID(visit.form["decision"], of: id.committee) else {
                throw DomainError.invalid(.decision, .required)
            }
            let today = try await visit.meeting().today
            _ = try await visit.workspace.carryOut(decision, on: visit.form["done"] == "1" ? today : nil, as: visit.visitor)
            return visit.redirect(to: .meeting(visit.slug, id), saying: visit.words.decisionFollowed(decision.short))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.meeting()
            let page = MeetingPage(visit.frame(seen, of: seen.model.plan), seen.model, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }
}

/// A decision as typed.
struct MeetingDecisionForm: Sendable {
    var kind: String
    var action: String
    var words: String
    var bearer: String
    var due: String
    var value: String
    var reason: String
    var perimeter: [String]
    var supersedes: String

    init(_ form: FormBody) {
        kind = form["kind"]
        action = form["actions"]
        words = form["decision"]
        bearer = form["bearer"]
        due = form["due"]
        value = form["value"]
        reason = form["reason"]
        perimeter = form.all("perimeter").filter { !$0.isEmpty }
        supersedes = form["supersedes"]
    }

    func note() throws -> DecisionNote {
        var reader = ActionFormReader()
        guard let kind = DecisionKind(rawValue: kind) else { throw DomainError.invalid(.outcome, .required) }
        var note = DecisionNote(kind)
        if kind.subject == .action {
            // « 12 », or « 12 Acheter reconditionné » as it is suggested.
            note.action = Int(action.prefix { $0.isNumber })
            if note.action == nil { reader.fail(.actions, action.isEmpty ? .required : .unknown(action)) }
        }
        note.words = words
        note.bearer = bearer
        note.due = reader.day(due, .due)
        switch kind {
        case .impact: note.value = reader.number(value, .impact)
        case .cost: note.value = reader.money(value, .cost)
        default: break
        }
        note.reason = reason
        note.perimeter = perimeter
        note.supersedes = supersedes
        try reader.require()
        return note
    }
}

struct MeetingDecisionPage {
    private let context: PageContext
    private let words: Words
    private let sheet: MeetingSheet
    private let form: MeetingDecisionForm
    private let violations: [Violation]

    init(_ context: PageContext, _ sheet: MeetingSheet, _ form: MeetingDecisionForm, violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.form = form
        self.violations = violations
    }

    var bytes: [UInt8] {
        page(context, title: words.decisionTitle, failed: !violations.isEmpty) { html in
            html.meetingBreadcrumb(context, sheet)
            html.heading(
                words.decisionTitle, over: words.meeting(sheet.committee.name, sheet.meeting.id.number), lead: words.decisionLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            guard sheet.meeting.state == .held || !violations.isEmpty else { return html.notNow(context, sheet, needs: .held) }
            html.post(to: .meeting(context.slug, sheet.meeting.id, .decisions), context, .class("etroit")) {
                kind(html, fields)
                fields.text(
                    .actions, form.action, label: words.subject(.action), help: words.decisionActionHelp, maxLength: 250,
                    suggestions: sheet.agenda.compactMap(\.action).map { "\($0) \(sheet.labels[$0] ?? "")" })
                fields.text(.decision, form.words, label: words.decisionWords, help: words.decisionWordsHelp, maxLength: 2000)
                fields.row {
                    fields.party(.bearer, form.bearer, help: words.decisionBearerHelp)
                    fields.day(.due, form.due, example: context.today + 90, label: words.decisionFor, help: words.decisionDueHelp)
                }
                fields.textarea(.reason, form.reason, rows: 2, help: words.decisionReasonHelp, maxLength: 2000)
                rest(html, fields)
                fields.buttons(words.decisionRecord, cancel: .meeting(context.slug, sheet.meeting.id))
                html.datalist(.id(Fields.partyList)) {
                    for party in sheet.parties.prefix(120) { html.option("", .value(party.name)) }
                }
            }
        }
    }

    private func kind(_ html: HTMLWriter, _ fields: Fields) {
        let broken = violations.filter { $0.field == .outcome }
        html.div(.class("champ")) {
            html.label(.for("outcome")) {
                html.text(words.subject(.decision) + " ")
                html.small(words.required)
            }
            html.select(
                .id("outcome"), .name("kind"), .required(true), fields.describedBy("outcome", help: nil, broken: broken),
                .invalid(!broken.isEmpty)
            ) {
                html.option("", .value(""))
                for subject in DecisionKind.Subject.allCases {
                    html.optgroup(.optionsLabel(words.decisionSubject(subject))) {
                        for kind in DecisionKind.allCases where kind.subject == subject {
                            html.option(words.decisionKind(kind), .value(kind.rawValue), .selected(kind.rawValue == form.kind))
                        }
                    }
                }
            }
            fields.errors(broken, id: "outcome")
        }
    }

    /// What few decisions need, out of the way until then.
    private func rest(_ html: HTMLWriter, _ fields: Fields) {
        let asked: [Field] = [.impact, .cost, .perimeter]
        let isOpen =
            !form.value.isEmpty || !form.perimeter.isEmpty || !form.supersedes.isEmpty
            || violations.contains { asked.contains($0.field) }
        html.details(.class("plis champ"), .open(isOpen)) {
            html.summary(words.decisionMore)
            let field = violations.contains { $0.field == .cost } ? Field.cost : .impact
            fields.text(field, form.value, label: words.decisionValue, name: "value", help: words.decisionValueHelp, maxLength: 20)
            fields.several(.perimeter, form.perimeter, list: Fields.partyList, spare: 1, help: words.decisionPerimeterHelp)
            html.div(.class("champ")) {
                html.label(words.decisionSupersedesLabel, .for("supersedes"))
                html.input(.id("supersedes"), .name("supersedes"), .value(form.supersedes), .maxLength(9))
            }
        }
    }
}

extension Words {
    fileprivate var decisionTitle: String { say("Consigner une décision", "Record a decision") }
    fileprivate var decisionLead: String {
        say(
            "Elle agit tout de suite sur le plan, signée de la séance. On ne la modifie plus\u{A0}: une autre la remplace.",
            "It acts on the plan at once, signed with the meeting. It is not edited afterwards: another one supersedes it.")
    }
    fileprivate func decisionRecorded(_ id: String) -> String { say("Décision \(id) consignée.", "Decision \(id) recorded.") }
    fileprivate func decisionFollowed(_ id: String) -> String {
        say("Suite de la décision \(id) enregistrée.", "Follow-up of decision \(id) saved.")
    }
    fileprivate func decisionSubject(_ subject: DecisionKind.Subject) -> String {
        switch subject {
        case .action: say("Sur une action", "On an action")
        case .plan: say("Sur le plan", "On the plan")
        case .free: say("Autre", "Other")
        }
    }
    fileprivate var decisionActionHelp: String {
        say("Son numéro, pour une décision sur une action.", "Its number, for a decision on an action.")
    }
    fileprivate var decisionWords: String { say("En clair", "In words") }
    fileprivate var decisionWordsHelp: String {
        say("Obligatoire pour une décision libre. Une phrase, verbe d’abord.", "Required for a free decision. One sentence, verb first.")
    }
    fileprivate var decisionBearerHelp: String {
        say("Le pilote, si la décision en change.", "The pilot, if the decision changes it.")
    }
    fileprivate var decisionDueHelp: String {
        say("L’échéance nouvelle, ou celle de l’étape qui s’ouvre.", "The new due date, or that of the stage that opens.")
    }
    fileprivate var decisionReasonHelp: String {
        say(
            "Obligatoire pour arrêter, revenir en arrière ou changer une échéance promise.",
            "Required to stop, to go back or to change a promised due date.")
    }
    fileprivate var decisionMore: String { say("Priorité, budget, périmètre, remplacement", "Priority, budget, perimeter, superseding") }
    fileprivate var decisionValue: String { say("Priorité ou budget", "Priority or budget") }
    fileprivate var decisionValueHelp: String {
        say("L’effet attendu, de 1 à 5, ou un montant en euros.", "The impact, from 1 to 5, or an amount in euros.")
    }
    fileprivate var decisionPerimeterHelp: String { say("Où l’on expérimente.", "Where the experiment runs.") }
    fileprivate var decisionSupersedesLabel: String { say("Remplace la décision n°", "Supersedes decision no.") }
    fileprivate var decisionRecord: String { say("Consigner", "Record") }
}
