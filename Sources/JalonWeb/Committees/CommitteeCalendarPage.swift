/// The calendar that a committee's cadence proposes: adjusted by hand, then written in one go.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CommitteeCalendarController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.committee(try visit.committeeID(), visit.visitor)
        let lines = seen.model.proposedDays.map { CommitteeCalendarPage.Line(text: visit.words.typedDay($0), isKept: true) }
        return visit.answer(CommitteeCalendarPage(visit.frame(seen, of: seen.model.plan), seen.model, lines).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.committeeID()
        let kept = Set(visit.form.all("kept").compactMap { Int($0) })
        let lines = visit.form.all("on").enumerated().map { CommitteeCalendarPage.Line(text: $1, isKept: kept.contains($0)) }
        do {
            let seen = try await visit.workspace.committee(id, visit.visitor)
            let committee = seen.model.committee
            let edits = try lines.filter { $0.isKept && !$0.text.isEmpty }.map {
                try MeetingForm(FormBody(["on": $0.text, "time": committee.time?.iso ?? "", "place": committee.place])).edit()
            }
            let made = try await visit.workspace.planMeetings(edits, of: id, as: visit.visitor)
            return visit.redirect(to: .committee(visit.slug, id), saying: visit.words.meetingsPlanned(made.count))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.committee(id, visit.visitor)
            let page = CommitteeCalendarPage(visit.frame(seen, of: seen.model.plan), seen.model, lines, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }
}

struct CommitteeCalendarPage {
    struct Line: Sendable {
        let text: String
        let isKept: Bool
    }

    private let context: PageContext
    private let words: Words
    private let sheet: CommitteeSheet
    private let lines: [Line]
    private let violations: [Violation]

    init(_ context: PageContext, _ sheet: CommitteeSheet, _ lines: [Line], violations: [Violation] = []) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.lines = lines
        self.violations = violations
    }

    var bytes: [UInt8] {
        let committee = sheet.committee
        return page(context, title: words.committeeCalendar, failed: !violations.isEmpty) { html in
            html.breadcrumb(
                words, (words.committeesTitle, .committees(context.slug, sheet.plan.number)),
                (committee.name, .committee(context.slug, committee.id)))
            html.heading(
                words.committeeCalendar, over: committee.name,
                lead: lines.isEmpty ? nil : words.committeeCalendarLead(committee.cadence, lines.count))
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            guard !lines.isEmpty else {
                return html.empty(words.committeeCalendarNothing) {
                    html.ligne { html.buttonLink(words.committeeCalendarBack, Path.committee(context.slug, committee.id)) }
                }
            }
            html.post(to: .committee(context.slug, committee.id, .calendar), context, .class("etroit")) {
                html.fieldset(.class("champ"), .id("on")) {
                    html.legend(words.committeeMeetings)
                    html.p(words.committeeCalendarHelp, .class("aide"))
                    fields.errors(violations.filter { $0.field == .on }, id: "on")
                    html.ul(.class("liste")) { for (rank, line) in lines.enumerated() { html.li { self.line(html, rank, line) } } }
                }
                fields.buttons(words.committeeCalendarSave, cancel: .committee(context.slug, committee.id))
            }
        }
    }

    private func line(_ html: HTMLWriter, _ rank: Int, _ line: Line) {
        let day = Day(line.text)
        html.div(.class("champs choix")) {
            html.label {
                html.input(.type(.checkbox), .name("kept"), .value(rank), .checked(line.isKept))
                html.text(day.map { words.weekday($0).capitalisedFirst } ?? line.text)
            }
            html.input(
                .name("on"), .value(line.text), .maxLength(10), .ariaLabel(words.committeeCalendarDay(rank + 1)),
                .invalid(day == nil && line.isKept))
        }
    }
}

extension Words {
    fileprivate var committeeCalendar: String { say("Calendrier des séances", "Calendar of meetings") }
    fileprivate func committeeCalendarLead(_ cadence: Cadence?, _ number: Int) -> String {
        say(
            "\(cadenceOrChosen(cadence)), jusqu’à la fin du plan\u{A0}: \(count(number, "date", "dates")). Rien n’est encore écrit.",
            "\(cadenceOrChosen(cadence)), to the end of the plan: \(count(number, "date", "dates")). Nothing is written yet.")
    }
    fileprivate var committeeCalendarHelp: String {
        say(
            "Des jours ouvrés, hors jours fériés. Changez une date, décochez celles à ne pas garder.",
            "Worked days, public holidays apart. Change a date, untick those not to keep.")
    }
    fileprivate var committeeCalendarNothing: String {
        say(
            "Aucune date à proposer\u{A0}: le calendrier est complet, ou les dates de ce comité se choisissent une à une.",
            "No date to propose: the calendar is complete, or this committee’s dates are chosen one by one.")
    }
    fileprivate var committeeCalendarBack: String { say("Revenir au comité", "Back to the committee") }
    fileprivate var committeeCalendarSave: String { say("Inscrire ces séances", "Put these meetings in the calendar") }
    fileprivate func committeeCalendarDay(_ rank: Int) -> String { say("Date de la ligne \(rank)", "Date of line \(rank)") }
}
