/// A meeting: what is to be decided, who comes, what was decided, and the next step.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct MeetingPage {
    let context: PageContext
    let words: Words
    let sheet: MeetingSheet
    private let reason: String
    private let violations: [Violation]

    init(_ context: PageContext, _ sheet: MeetingSheet, reason: String = "", violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.reason = reason
        self.violations = violations
    }

    var meeting: Meeting { sheet.meeting }
    var mayChange: Bool { context.may(.decide) && !sheet.committee.archived && sheet.plan.state != .closed }
    private var title: String { words.weekday(meeting.on).capitalisedFirst + (meeting.time.map { ", " + words.clock($0) } ?? "") }

    var bytes: [UInt8] {
        page(
            context, title: "\(words.meeting(sheet.committee.name, meeting.id.number)), \(words.day(meeting.on))",
            failed: !violations.isEmpty
        ) { html in
            html.breadcrumb(
                words, (words.committeesTitle, .committees(context.slug, sheet.plan.number)),
                (sheet.committee.name, .committee(context.slug, sheet.committee.id)))
            html.heading(title, over: words.meeting(sheet.committee.name, meeting.id.number), lead: lead) {
                html.ligne {
                    html.meetingState(meeting, today: context.today, words)
                    if !meeting.place.isEmpty { html.text(meeting.place) }
                }
                if meeting.state == .cancelled || (!meeting.reason.isEmpty && !meeting.state.wasHeld) {
                    html.p(words.labelled(words.field(.reason), meeting.reason))
                }
            }
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            step(html)
            if meeting.state.wasHeld { decisions(html) }
            agenda(html)
            html.div(.class("g g21")) {
                followUps(html)
                attendance(html)
            }
            if mayChange, [.planned, .convened].contains(meeting.state) { otherwise(html, fields) }
        }
    }

    private var lead: String {
        switch meeting.state {
        case .planned: words.meetingLeadPlanned
        case .convened: words.meetingLeadConvened
        case .held: words.meetingLeadHeld(sheet.decisions.count)
        case .approved: words.meetingLeadApproved(sheet.decisions.count)
        case .cancelled: words.meetingLeadCancelled
        }
    }

    // MARK: The next step

    private func step(_ html: HTMLWriter) {
        let slug = context.slug
        html.div(.class("ligne ecran")) {
            switch meeting.state {
            case .planned where mayChange:
                html.post(to: .meeting(slug, meeting.id, .convocation), context) { html.button(words.meetingConvene) }
                html.buttonLink(words.meetingEditAgenda, Path.meeting(slug, meeting.id, .agenda), secondary: true)
            case .convened where mayChange:
                html.post(to: .meeting(slug, meeting.id, .session), context) {
                    html.button(words.meetingOpen, .class(meeting.on > context.today ? "sec" : ""))
                }
            case .held where mayChange:
                html.buttonLink(words.meetingDecide, Path.meeting(slug, meeting.id, .decisions))
                html.buttonLink(words.meetingCall, Path.meeting(slug, meeting.id, .attendance), secondary: true)
            default: break
            }
            if sheet.hasPack { html.buttonLink(words.packLink, Path.meeting(slug, meeting.id, .pack), secondary: true) }
            if meeting.state.wasHeld {
                html.buttonLink(words.field(.minutes), Path.meeting(slug, meeting.id, .minutes), secondary: true)
            }
        }
    }

    // MARK: What was decided, here and before

    private func decisions(_ html: HTMLWriter) {
        html.section {
            html.h2(words.meetingDecisions)
            if sheet.decisions.isEmpty { return html.empty(words.meetingNoDecision) }
            table(html, sheet.decisions, words.meetingDecisionsCaption)
        }
    }

    private func followUps(_ html: HTMLWriter) {
        html.section {
            html.h2(words.agenda(.followUp))
            if sheet.followUps.isEmpty { return html.empty(words.meetingNothingOpen) }
            table(html, sheet.followUps, words.meetingFollowUpsCaption)
        }
    }

    private func table(_ html: HTMLWriter, _ decisions: [MeetingDecision], _ caption: String) {
        html.cards(caption) {
            html.column(words.say("N°", "No."))
            html.column(words.subject(.decision))
            html.column(words.field(.bearer))
            html.column(words.decisionFor)
            html.column(words.decisionFate)
        } rows: {
            for decision in decisions { html.row { row(html, decision) } }
        }
    }

    private func row(_ html: HTMLWriter, _ decision: MeetingDecision) {
        html.cell(decision.id.short, label: words.say("N°", "No."))
        html.rowHead {
            html.text(words.decision(decision, showsCost: sheet.showsCost))
            if let action = decision.action {
                html.br()
                html.small {
                    html.a(
                        "\(words.actionNumber(action)), \(sheet.labels[action] ?? "")",
                        .href(Path.action(context.slug, ActionID(plan: sheet.plan.number, number: action))))
                }
            }
            if !decision.reason.isEmpty {
                html.br()
                html.small(words.labelled(words.field(.reason), decision.reason))
            }
            if let other = decision.supersedes {
                html.br()
                html.small(words.decisionSupersedes(other.short))
            }
        }
        html.cell(decision.bearer.flatMap { sheet.names[$0] } ?? "–", label: words.field(.bearer))
        html.cell(label: words.decisionFor) { if let due = decision.due { html.day(due, words, short: true) } else { html.text("–") } }
        html.cell { fate(html, decision) }
    }

    private func fate(_ html: HTMLWriter, _ decision: MeetingDecision) {
        if let other = decision.supersededBy { return html.text(words.decisionSupersededBy(other.short)) }
        if decision.isOpen {
            let days = decision.lateness(on: context.today)
            if days > 0 { html.lateness(days, words) } else { html.span(words.decisionOpen, .class("s1")) }
        } else {
            html.span(words.decisionDone, .class("s2"))
        }
        guard mayChange, decision.kind == .free else { return }
        html.post(to: .meeting(context.slug, meeting.id, .followUp), context) {
            html.hiddenInput("decision", decision.id.short)
            html.hiddenInput("done", decision.isOpen ? "1" : "")
            html.button(.class("lien")) {
                html.text(decision.isOpen ? words.decisionCarryOut : words.decisionReopen)
                html.span(" " + decision.id.short, .class("lu"))
            }
        }
    }

    // MARK: Who comes

    private func attendance(_ html: HTMLWriter) {
        html.section {
            html.h2(words.field(.attendance))
            if sheet.committee.members.isEmpty { return html.empty(words.rule(.nobodySits)) }
            html.ul(.class("liste")) {
                for member in sheet.committee.members {
                    let here = sheet.attendance[member.party]
                    html.li {
                        html.text(sheet.names[member.party] ?? "")
                        html.br()
                        html.small(words.committeeRole(member.role))
                        if let here {
                            html.small {
                                html.span(words.presence(here.presence), .progress(here.presence.mark))
                                if !here.by.isEmpty { html.text(", " + here.by) }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Another day, or none

    private func otherwise(_ html: HTMLWriter, _ fields: Fields) {
        html.section(.class("ecran")) {
            html.p { html.a(words.meetingMove, .class("lien"), .href(Path.meeting(context.slug, meeting.id, .edit))) }
            html.details(.class("plis"), .open(violations.contains { $0.field == .reason })) {
                html.summary(words.meetingCancel)
                html.post(to: .meeting(context.slug, meeting.id, .cancellation), context, .class("etroit")) {
                    fields.text(.reason, reason, required: true, maxLength: 1000)
                    html.ligne { html.button(words.meetingCancelButton, .class("grave")) }
                }
            }
        }
    }
}

extension Presence {
    var mark: Progress {
        switch self {
        case .present: .done
        case .represented: .inProgress
        case .excused, .absent: .toDo
        }
    }
}

extension Words {
    fileprivate var meetingLeadPlanned: String {
        say(
            "L’ordre du jour s’écrit à partir du plan. Relisez-le, puis convoquez.",
            "The agenda writes itself from the plan. Read it, then convene.")
    }
    fileprivate var meetingLeadConvened: String {
        say("La séance est convoquée, avec son dossier.", "The meeting is convened, with its pack.")
    }
    fileprivate func meetingLeadHeld(_ number: Int) -> String {
        say(
            "Séance tenue, \(count(number, "décision consignée", "décisions consignées")). Le relevé reste à approuver.",
            "Held, \(count(number, "decision", "decisions")) recorded. The minutes are to be approved.")
    }
    fileprivate func meetingLeadApproved(_ number: Int) -> String {
        say(
            "Relevé approuvé, \(count(number, "décision", "décisions")). Plus rien n’y change.",
            "Minutes approved, \(count(number, "decision", "decisions")). Nothing there changes any more.")
    }
    fileprivate var meetingLeadCancelled: String { say("Cette séance est annulée.", "This meeting is cancelled.") }
    fileprivate var meetingConvene: String { say("Convoquer", "Convene") }
    fileprivate var meetingEditAgenda: String { say("Modifier l’ordre du jour", "Edit the agenda") }
    fileprivate var meetingOpen: String { say("Ouvrir la séance", "Open the session") }
    fileprivate var meetingDecide: String { say("Consigner une décision", "Record a decision") }
    fileprivate var meetingCall: String { say("Faire l’appel", "Take attendance") }
    fileprivate var meetingDecisions: String { say("Décisions de la séance", "Decisions of the meeting") }
    fileprivate var meetingDecisionsCaption: String { say("Dans l’ordre où elles furent prises", "In the order they were taken") }
    fileprivate var meetingNoDecision: String { say("Aucune décision consignée.", "No decision recorded.") }
    fileprivate var meetingFollowUpsCaption: String { say("Décisions à mener à bien", "Decisions to carry out") }
    fileprivate var meetingNothingOpen: String {
        say("Toutes les décisions des autres séances sont faites.", "All decisions of other meetings are carried out.")
    }
    var decisionFor: String { say("Pour le", "By") }
    var decisionFate: String { say("Suite", "Outcome") }
    var decisionOpen: String { say("En cours", "Under way") }
    var decisionDone: String { say("Faite", "Done") }
    fileprivate var decisionCarryOut: String { say("Marquer faite", "Mark as done") }
    fileprivate var decisionReopen: String { say("Rouvrir", "Reopen") }
    func decisionSupersedes(_ id: String) -> String { say("Remplace la décision \(id)", "Supersedes decision \(id)") }
    func decisionSupersededBy(_ id: String) -> String { say("Remplacée par \(id)", "Superseded by \(id)") }
    fileprivate var meetingMove: String { say("Changer la date ou le lieu", "Change the day or place") }
    fileprivate var meetingCancel: String { say("Annuler la séance", "Cancel the meeting") }
    fileprivate var meetingCancelButton: String { say("Annuler cette séance", "Cancel this meeting") }
}
