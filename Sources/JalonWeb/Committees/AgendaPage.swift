/// The agenda of a meeting: as it writes itself from the plan, and the form that puts it in order.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum AgendaController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.meeting()
        return visit.answer(AgendaPage(visit.frame(seen, of: seen.model.plan), seen.model, AgendaForm(seen.model)).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.meetingID()
        let form = AgendaForm(visit.form)
        func again(_ violations: [Violation], crossed: Bool) async throws -> [UInt8] {
            let seen = try await visit.meeting()
            return AgendaPage(
                visit.frame(seen, of: seen.model.plan), seen.model, form, violations: violations, crossed: crossed
            ).bytes
        }
        do {
            _ = try await visit.workspace.setAgenda(form.items, of: id, reading: visit.reading, as: visit.visitor)
            return visit.redirect(to: .meeting(visit.slug, id), saying: visit.words.agendaSaved)
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await again(violations, crossed: false), status: .unprocessableContent)
        } catch DomainError.conflict {
            return visit.answer(try await again([], crossed: true), status: .conflict)
        }
    }
}

/// The points as typed, each with its rank; those not kept are left out.
struct AgendaForm: Sendable {
    struct Line: Sendable {
        var item: AgendaItem
        var rank: String
        var isKept: Bool
    }

    var lines: [Line]
    /// One free point a line.
    var added: [String]

    /// What is written, then what would come with it today, to be ticked.
    init(_ sheet: MeetingSheet) {
        lines = (sheet.agenda.map { ($0, true) } + sheet.proposed.map { ($0, false) }).enumerated().map {
            Line(item: $1.0, rank: String($0 + 1), isKept: $1.1)
        }
        added = []
    }

    init(_ form: FormBody) {
        let kept = Set(form.all("kept"))
        let titles = form.all("title")
        let comments = form.all("comment")
        let actions = form.all("action")
        let indicators = form.all("indicator")
        let ranks = form.all("rank")
        lines = form.all("kind").enumerated().compactMap { index, code in
            guard let kind = AgendaKind(rawValue: code) else { return nil }
            func cell(_ column: [String]) -> String { index < column.count ? column[index] : "" }
            return Line(
                item: AgendaItem(
                    kind, action: Int(cell(actions)), indicator: Int(cell(indicators)), title: cell(titles), comment: cell(comments)),
                rank: cell(ranks), isKept: kept.contains(String(index)))
        }
        added = form.lines("added")
    }

    /// Equal ranks keep the order they stand in.
    var items: [AgendaItem] {
        let kept = lines.enumerated().filter(\.element.isKept)
            .sorted { (Int($0.element.rank) ?? .max, $0.offset) < (Int($1.element.rank) ?? .max, $1.offset) }
        return kept.map(\.element.item) + added.map { AgendaItem(.free, title: $0) }
    }
}

struct AgendaPage {
    private let context: PageContext
    private let words: Words
    private let sheet: MeetingSheet
    private let form: AgendaForm
    private let violations: [Violation]
    private let crossed: Bool

    init(_ context: PageContext, _ sheet: MeetingSheet, _ form: AgendaForm, violations: [Violation] = [], crossed: Bool = false) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.form = form
        self.violations = violations
        self.crossed = crossed
    }

    var bytes: [UInt8] {
        page(context, title: words.field(.agenda), failed: crossed || !violations.isEmpty) { html in
            html.meetingBreadcrumb(context, sheet)
            html.heading(
                words.field(.agenda), over: words.meeting(sheet.committee.name, sheet.meeting.id.number), lead: words.agendaLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if crossed { html.div(.class("note al"), .role(.alert)) { html.p(words.meetingCrossed) } }
            guard sheet.meeting.state == .planned || !violations.isEmpty else { return html.notNow(context, sheet, needs: .planned) }
            html.post(to: .meeting(context.slug, sheet.meeting.id, .agenda), context) {
                html.hiddenInput("version", String(sheet.meeting.version))
                html.cards(words.agendaCaption, id: "agenda") {
                    html.tickColumn(words.agendaKeep)
                    html.column(words.planAxisRank)
                    html.column(words.agendaPoint)
                    html.column(words.field(.comment))
                } rows: {
                    for (index, line) in form.lines.enumerated() { html.row { self.line(html, index, line) } }
                }
                fields.textarea(
                    .agenda, form.added.joined(separator: "\n"), label: words.agendaAdd, name: "added", help: words.agendaAddHelp)
                fields.buttons(words.agendaSave, cancel: .meeting(context.slug, sheet.meeting.id))
            }
        }
    }

    private func line(_ html: HTMLWriter, _ index: Int, _ line: AgendaForm.Line) {
        let item = line.item
        let subject = sheet.subject(of: item)
        let name = subject.isEmpty && item.kind != .free ? words.agenda(item.kind) : subject
        html.cell(.class("c")) {
            html.label {
                html.input(.type(.checkbox), .name("kept"), .value(index), .checked(line.isKept), .ariaLabel(words.agendaKeepThis(name)))
            }
        }
        html.cell(label: words.planAxisRank) {
            html.hiddenInput("kind", item.kind.rawValue)
            html.hiddenInput("action", item.action.map { String($0) } ?? "")
            html.hiddenInput("indicator", item.indicator.map { String($0) } ?? "")
            html.input(
                .name("rank"), .value(line.rank), .inputMode(.numeric), .maxLength(3), .ariaLabel(words.planAxisRankOf(name)))
        }
        html.rowHead {
            if item.kind == .free {
                html.input(.name("title"), .value(item.title), .maxLength(1000), .ariaLabel(words.agendaPoint))
            } else {
                html.hiddenInput("title", "")
                html.text(name)
                if item.action != nil || item.indicator != nil {
                    html.br()
                    html.small(words.agenda(item.kind))
                }
            }
        }
        html.cell(label: words.field(.comment)) {
            html.input(.name("comment"), .value(item.comment), .maxLength(1000), .ariaLabel(words.agendaCommentOn(name)))
        }
    }
}

extension MeetingPage {
    /// Point by point, its actions below each.
    func agenda(_ html: HTMLWriter) {
        html.section {
            html.h2(words.field(.agenda))
            // Once held, what was said of each action is in its pack.
            let isAhead = [.planned, .convened].contains(meeting.state)
            html.agenda(
                sheet.agenda, sheet.actions, sheet.indicators, on: isAhead ? context.today : nil, sheet.tallies, next: sheet.next?.on, words
            ) { $0.destination(context.slug, plan: sheet.plan.number) }
        }
    }
}

extension AgendaItem {
    /// The page of what it is about.
    func destination(_ slug: String, plan: Int) -> Path? {
        action.map { .action(slug, ActionID(plan: plan, number: $0)) } ?? indicator.map { .indicator(slug, $0) }
    }
}

extension HTMLWriter {
    func agenda(
        _ items: [AgendaItem], _ actions: [Int: AgendaAction], _ indicators: [Int: AgendaIndicator], on today: Day?, _ tallies: [Tally],
        next: Day?, _ words: Words, link: (AgendaItem) -> Path?
    ) {
        var points: [(kind: AgendaKind, items: [AgendaItem])] = []
        for item in items {
            // Free points stand each by themselves.
            if item.kind != .free, points.last?.kind == item.kind {
                points[points.count - 1].items.append(item)
            } else {
                points.append((item.kind, [item]))
            }
        }
        ol(.class("liste")) {
            for point in points {
                li {
                    b(point.kind == .free ? point.items[0].title : words.agenda(point.kind))
                    switch point.kind {
                    case .progress where today != nil: small(" " + words.dashboardLead(DashboardCounts(tallies)))
                    case .nextDate: small(" " + (next.map { words.weekday($0) } ?? words.agendaNoNext))
                    default: break
                    }
                    if point.items.contains(where: { $0.action != nil || $0.indicator != nil || !$0.comment.isEmpty }) {
                        ul { for item in point.items { li { self.item(item, actions, indicators, on: today, words, link: link) } } }
                    }
                }
            }
        }
    }

    private func item(
        _ item: AgendaItem, _ actions: [Int: AgendaAction], _ indicators: [Int: AgendaIndicator], on today: Day?, _ words: Words,
        link: (AgendaItem) -> Path?
    ) {
        func named(_ name: String) { if let path = link(item) { a(name, .href(path)) } else { text(name) } }
        if let number = item.indicator {
            let indicator = indicators[number]
            named(indicator?.name ?? "")
            if let indicator, today != nil {
                br()
                small(words.agendaFacts(indicator))
            }
        }
        if let number = item.action {
            let action = actions[number]
            named("\(words.actionNumber(number)), \(action?.label ?? "")")
            if let action, let today {
                br()
                small(words.agendaFacts(action, on: today))
            }
        }
        if !item.comment.isEmpty {
            if item.action != nil || item.indicator != nil { br() }
            text(item.comment)
        }
    }
}

extension Words {
    fileprivate var agendaSaved: String { say("L’ordre du jour est enregistré.", "The agenda is saved.") }
    fileprivate var agendaLead: String {
        say(
            "Écrit à partir du plan. Changez l’ordre, décochez, commentez, ajoutez des points.",
            "Written from the plan. Change the order, untick, comment, add points.")
    }
    fileprivate var agendaCaption: String { say("Points de l’ordre du jour", "Points of the agenda") }
    fileprivate var agendaKeep: String { say("Garder", "Keep") }
    fileprivate func agendaKeepThis(_ name: String) -> String { say("Garder \(quote(name))", "Keep \(quote(name))") }
    fileprivate var agendaPoint: String { say("Point", "Point") }
    fileprivate func agendaCommentOn(_ name: String) -> String { say("Commentaire sur \(quote(name))", "Comment on \(quote(name))") }
    fileprivate var agendaAdd: String { say("Autres points", "Other points") }
    fileprivate var agendaAddHelp: String { say("Un point par ligne.", "One point a line.") }
    fileprivate var agendaSave: String { say("Enregistrer l’ordre du jour", "Save the agenda") }
    fileprivate var agendaNoNext: String { say("à fixer", "to be set") }
}
