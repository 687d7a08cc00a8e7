/// One committee: when it meets, who sits in it, how often it was held.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct CommitteePage {
    let context: PageContext
    let words: Words
    let sheet: CommitteeSheet
    private let typed: FormBody
    private let violations: [Violation]

    init(_ context: PageContext, _ sheet: CommitteeSheet, typed: FormBody = FormBody([:]), violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.typed = typed
        self.violations = violations
    }

    var committee: Committee { sheet.committee }
    private var mayChange: Bool { context.may(.decide) && !committee.archived && sheet.plan.state != .closed }

    var bytes: [UInt8] {
        page(context, title: committee.name, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.committeesTitle, .committees(context.slug, sheet.plan.number)))
            html.heading(committee.name, over: sheet.plan.title, lead: committee.purpose.isEmpty ? nil : committee.purpose) {
                html.ligne {
                    if committee.archived { html.span(words.archived, .class("mot")) }
                    html.text(words.labelled(words.committeeCadence, words.cadenceOrChosen(committee.cadence)))
                    if mayChange {
                        html.a(words.committeeEdit, .class("lien"), .href(Path.committee(context.slug, committee.id, .edit)))
                    }
                }
            }
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            frequency(html)
            html.div(.class("g g21")) {
                meetings(html, fields)
                members(html, fields)
            }
            if context.may(.decide), sheet.plan.state != .closed { shelf(html) }
        }
    }

    // MARK: Practice a.2's third indicator

    private func frequency(_ html: HTMLWriter) {
        let frequency = sheet.frequency
        html.dl(.class("reperes")) {
            figure(html, words.committeeLastTwelve, frequency.lastTwelveMonths)
            figure(html, words.committeeLife, frequency.life)
            html.div {
                html.dt(words.committeeNext)
                html.dd {
                    if let next = sheet.meetings.first(where: { $0.on == frequency.next && $0.state != .cancelled }) {
                        html.a(.href(Path.meeting(context.slug, next.id))) { html.day(next.on, words, short: true) }
                    } else {
                        html.text("–")
                    }
                }
            }
        }
        if let since = frequency.lateSince {
            html.p(.class("note al")) { html.span(words.committeeSlips(frequency, since), .class("vg")) }
        }
    }

    private func figure(_ html: HTMLWriter, _ label: String, _ count: MeetingCount) {
        html.div(.class(count.held < count.planned ? "vu" : "")) {
            html.dt(label)
            html.dd(words.dashboardOutOf(count.held, count.planned))
            html.dd(words.committeeHeldOnPlanned)
        }
    }

    // MARK: Meetings

    private func meetings(_ html: HTMLWriter, _ fields: Fields) {
        html.section {
            html.h2(words.committeeMeetings)
            if sheet.meetings.isEmpty { html.empty(words.committeeNoMeeting) } else { table(html) }
            guard mayChange else { return }
            if !sheet.proposedDays.isEmpty {
                html.ligne {
                    html.buttonLink(
                        words.committeeCalendarLink(sheet.proposedDays.count), Path.committee(context.slug, committee.id, .calendar),
                        secondary: !sheet.meetings.isEmpty)
                }
            }
            let broken = violations.contains { [.on, .time, .place].contains($0.field) }
            html.details(.class("plis"), .open(broken)) {
                html.summary(words.meetingAdd)
                let form = broken ? MeetingForm(typed) : MeetingForm(on: nil, time: committee.time, place: committee.place, words)
                html.post(to: .committee(context.slug, committee.id, .meetings), context) {
                    fields.row {
                        fields.day(.on, form.on, example: context.today + 30, required: true)
                        fields.text(.time, form.time, help: words.labelled(words.example, words.say("14 h", "14:00")), maxLength: 8)
                    }
                    fields.text(.place, form.place, maxLength: 500)
                    fields.buttons(words.meetingAdd)
                }
            }
        }
    }

    private func table(_ html: HTMLWriter) {
        html.cards(words.committeeMeetingsCaption) {
            html.column(words.subject(.meeting))
            html.column(words.field(.on))
            html.column(words.field(.state))
            html.column(words.field(.place))
        } rows: {
            for meeting in sheet.meetings {
                html.row {
                    html.rowHead { link(html, meeting) }
                    html.cell(label: words.field(.on)) {
                        html.day(meeting.on, words, short: true)
                        if let time = meeting.time { html.text(", " + words.clock(time)) }
                    }
                    html.cell { html.meetingState(meeting, today: context.today, words) }
                    html.cell(meeting.place.isEmpty ? "–" : meeting.place, label: words.field(.place))
                }
            }
        }
    }

    private func link(_ html: HTMLWriter, _ meeting: Meeting) {
        html.a(words.meeting(committee.name, meeting.id.number), .href(Path.meeting(context.slug, meeting.id)))
    }

    // MARK: Members

    private func members(_ html: HTMLWriter, _ fields: Fields) {
        html.section {
            html.h2(words.field(.members))
            if committee.members.isEmpty {
                html.empty(words.committeeNoMember)
            } else {
                html.ul(.class("liste")) {
                    for member in committee.members { html.li(.class("ligne")) { self.member(html, member) } }
                }
            }
            guard mayChange else { return }
            let broken = violations.contains { [.name, .role, .members].contains($0.field) }
            html.details(.class("plis"), .open(broken)) {
                html.summary(words.committeeAdmit)
                html.post(to: .committee(context.slug, committee.id, .members), context) {
                    let names = sheet.parties.filter { $0.kind == .person } + sheet.parties.filter { $0.kind != .person }
                    fields.text(
                        .name, broken ? typed["name"] : "", required: true, help: words.committeeAdmitHelp, maxLength: 200,
                        suggestions: names.prefix(120).map(\.name))
                    fields.select(
                        .role, broken ? typed["role"] : CommitteeRole.member.rawValue,
                        among: CommitteeRole.allCases.map { Choice($0.rawValue, words.committeeRole($0)) }, required: true)
                    fields.buttons(words.committeeAdmitButton)
                }
            }
        }
    }

    private func member(_ html: HTMLWriter, _ member: CommitteeMember) {
        let name = sheet.names[member.party] ?? ""
        html.span {
            html.text(name)
            html.br()
            html.small(words.committeeRole(member.role))
        }
        guard mayChange else { return }
        html.post(to: .committee(context.slug, committee.id, .memberRemoval), context) {
            html.hiddenInput("party", String(member.party))
            html.button(.class("lien")) {
                html.text(words.committeeDismiss)
                html.span(" " + name, .class("lu"))
            }
        }
    }

    private func shelf(_ html: HTMLWriter) {
        html.section(.class("ecran")) {
            html.details(.class("plis"), .open(violations.contains { $0.field == .archived })) {
                html.summary(committee.archived ? words.committeeRestore : words.committeeArchive)
                html.p(words.committeeArchiveHelp)
                html.post(to: .committee(context.slug, committee.id, committee.archived ? .restore : .archive), context) {
                    html.ligne { html.button(committee.archived ? words.committeeRestore : words.committeeArchive, .class("sec")) }
                }
            }
        }
    }
}

extension HTMLWriter {
    /// A circle empty, half or full; a warning where the day of a meeting went by without it.
    func meetingState(_ meeting: Meeting, today: Day, _ words: Words) {
        let name = words.meetingState(meeting.state)
        switch meeting.state {
        case .planned, .convened:
            if meeting.on < today {
                span(words.meetingMissed, .class("vg"))
            } else {
                span(name, .progress(meeting.state == .planned ? .toDo : .inProgress))
            }
        case .held, .approved: span(name, .progress(.done))
        case .cancelled: text(name)
        }
    }
}

extension Words {
    var committeeLife: String { say("Depuis le début du plan", "Since the plan began") }
    var committeeHeldOnPlanned: String { say("séances tenues, sur celles prévues", "meetings held, of those planned") }
    var committeeMeetings: String { say("Séances", "Meetings") }
    var committeeMeetingsCaption: String { say("Dans l’ordre des dates", "By date") }
    fileprivate var committeeNoMeeting: String {
        say("Aucune séance. Inscrivez des dates au calendrier.", "No meeting. Put dates in the calendar.")
    }
    fileprivate func committeeCalendarLink(_ number: Int) -> String {
        say("Voir les \(count(number, "date proposée", "dates proposées"))", "See \(count(number, "proposed date", "proposed dates"))")
    }
    fileprivate var meetingAdd: String { say("Ajouter une séance", "Add a meeting") }
    var meetingMissed: String { say("Date passée, séance non tenue", "Date past, not held") }
    fileprivate var committeeNoMember: String {
        say("Personne ne siège encore. Ajoutez d’abord la présidence.", "Nobody sits here yet. Add the chair first.")
    }
    fileprivate var committeeAdmit: String { say("Ajouter ou changer un membre", "Add or change a member") }
    fileprivate var committeeAdmitButton: String { say("Enregistrer ce membre", "Save this member") }
    fileprivate var committeeAdmitHelp: String {
        say(
            "Une personne ou une fonction de l’annuaire, avec ou sans compte. Un nom nouveau y est ajouté.",
            "A person or a position of the directory, with or without an account. A new name is added there.")
    }
    fileprivate var committeeDismiss: String { say("Retirer", "Remove") }
    fileprivate var committeeArchive: String { say("Archiver ce comité", "Archive this committee") }
    fileprivate var committeeRestore: String { say("Restaurer ce comité", "Restore this committee") }
    fileprivate var committeeArchiveHelp: String {
        say(
            "Un comité archivé se lit, avec ses séances. Sa fréquence ne compte plus.",
            "An archived committee can be read, with its meetings. Its cadence no longer counts.")
    }
}
