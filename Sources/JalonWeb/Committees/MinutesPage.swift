/// The minutes of a meeting: generated, completed, approved; as a page to print, Markdown and HTML.
import HTML
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

enum MinutesController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.meeting()
        return visit.answer(minutesPage(visit.frame(seen, of: seen.model.plan), seen.model, text: seen.model.meeting.minutes))
    }

    static func write(_ visit: Visit) async throws -> Response {
        let id = try visit.meetingID()
        let text = visit.form["minutes"]
        func again(_ violations: [Violation], crossed: Bool) async throws -> [UInt8] {
            let seen = try await visit.meeting()
            return minutesPage(visit.frame(seen, of: seen.model.plan), seen.model, text: text, violations, crossed: crossed)
        }
        do {
            _ = try await visit.workspace.writeMinutes(text, of: id, reading: visit.reading, as: visit.visitor)
            return visit.redirect(to: .meeting(visit.slug, id, .minutes), saying: visit.words.minutesSaved)
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await again(violations, crossed: false), status: .unprocessableContent)
        } catch DomainError.conflict {
            return visit.answer(try await again([], crossed: true), status: .conflict)
        }
    }

    static func approve(_ visit: Visit) async throws -> Response {
        let id = try visit.meetingID()
        do {
            var reader = SteeringReader()
            let day = reader.day(visit.form["on"], .on)
            try reader.check()
            _ = try await visit.workspace.approveMinutes(of: id, on: day, as: visit.visitor)
            return visit.redirect(to: .meeting(visit.slug, id, .minutes), saying: visit.words.minutesApproved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.meeting()
            let page = minutesPage(
                visit.frame(seen, of: seen.model.plan), seen.model, text: seen.model.meeting.minutes, on: visit.form["on"], violations)
            return visit.answer(page, status: .unprocessableContent)
        }
    }

    static func markdown(_ visit: Visit) async throws -> Response {
        let sheet = try await held(visit)
        return file(visit, Array(sheet.minutesText(visit.words).utf8), "text/markdown; charset=utf-8", sheet, "md")
    }

    /// A page by itself, that opens without this site.
    static func document(_ visit: Visit) async throws -> Response {
        let sheet = try await held(visit)
        let title = visit.words.meeting(sheet.committee.name, sheet.meeting.id.number)
        let bytes = HTMLWriter.render { html in
            html.doctype()
            html.html(.lang(visit.words.language.rawValue)) {
                html.head {
                    html.meta(.charset("utf-8"))
                    html.meta(.name("viewport"), .content("width=device-width,initial-scale=1"))
                    html.title(title)
                }
                html.body { html.main { html.raw(Markdown.render(sheet.minutesText(visit.words), from: 1)) } }
            }
        }
        return file(visit, bytes, "text/html; charset=utf-8", sheet, "html")
    }

    private static func held(_ visit: Visit) async throws -> MeetingSheet {
        let sheet = try await visit.meeting().model
        guard sheet.meeting.state.wasHeld else { throw DomainError.notFound(.meeting) }
        return sheet
    }

    private static func file(_ visit: Visit, _ bytes: [UInt8], _ type: String, _ sheet: MeetingSheet, _ suffix: String) -> Response {
        let name = "releve-\(sheet.plan.number)-\(sheet.committee.id.number)-\(sheet.meeting.id.number).\(suffix)"
        return visit.file(bytes, type, named: name)
    }
}

func minutesPage(
    _ context: PageContext, _ sheet: MeetingSheet, text: String, on: String? = nil, _ violations: [Violation] = [], crossed: Bool = false
) -> [UInt8] {
    let words = context.words
    let meeting = sheet.meeting
    let mayWrite = context.may(.decide) && meeting.state == .held && !sheet.committee.archived && sheet.plan.state != .closed
    return page(context, title: words.minutesTitle(sheet), failed: crossed || !violations.isEmpty) { html in
        html.meetingBreadcrumb(context, sheet)
        html.heading(words.field(.minutes), over: words.meeting(sheet.committee.name, meeting.id.number), lead: words.minutesLead(meeting))
        let fields = Fields(html, words, violations: violations)
        fields.errorSummary()
        guard meeting.state.wasHeld else { return }
        html.p(.class("ligne ecran")) {
            html.a(words.minutesAs("Markdown"), .class("lien"), .href(Path.meeting(context.slug, meeting.id, .markdown)))
            html.a(words.minutesAs("HTML"), .class("lien"), .href(Path.meeting(context.slug, meeting.id, .document)))
        }
        html.div(.class("texte")) { html.raw(Markdown.render(sheet.minutesText(words), from: 2)) }
        guard mayWrite else { return }
        html.section(.class("ecran")) {
            html.h2(words.minutesComplete)
            if crossed {
                html.div(.class("note al"), .role(.alert)) {
                    html.p(words.meetingCrossed)
                    html.p(meeting.minutes)
                }
            }
            html.post(to: .meeting(context.slug, meeting.id, .minutes), context, .class("texte")) {
                html.hiddenInput("version", String(meeting.version))
                fields.textarea(.minutes, text, label: words.minutesText, rows: 8, help: words.minutesHelp, maxLength: 20_000)
                fields.buttons(words.minutesSave)
            }
        }
        html.section(.class("ecran")) {
            html.h2(words.minutesApprove)
            html.p(words.minutesApproveHelp, .class("texte"))
            html.post(to: .meeting(context.slug, meeting.id, .approval), context, .class("etroit")) {
                fields.day(.on, on ?? words.typedDay(context.today), example: context.today, required: true)
                fields.buttons(words.minutesApproveButton)
            }
        }
    }
}

extension MeetingSheet {
    /// As it was approved, else as it stands.
    func minutesText(_ words: Words) -> String { approved ?? minutesMarkdown(minutes(words, approvedOn: nil), words) }
}

extension Words {
    fileprivate func minutesTitle(_ sheet: MeetingSheet) -> String {
        "\(field(.minutes)), \(meeting(sheet.committee.name, sheet.meeting.id.number))"
    }
    fileprivate func minutesLead(_ meeting: Meeting) -> String {
        guard meeting.state.wasHeld else { return say("La séance n’est pas encore tenue.", "The meeting is not held yet.") }
        guard let day = meeting.approvedOn else {
            return say("Écrit à partir de la séance. Complétez, puis approuvez.", "Written from the meeting. Complete it, then approve.")
        }
        return say("Approuvé le \(self.day(day))\u{A0}: il ne change plus.", "Approved on \(self.day(day)): it no longer changes.")
    }
    fileprivate func minutesAs(_ format: String) -> String { say("Télécharger en \(format)", "Download as \(format)") }
    fileprivate var minutesComplete: String { say("Compléter le relevé", "Complete the minutes") }
    fileprivate var minutesText: String { say("Ce qui s’est dit", "What was said") }
    fileprivate var minutesHelp: String { say("Mise en forme Markdown possible.", "Markdown may be used.") }
    fileprivate var minutesSave: String { say("Enregistrer le texte", "Save the text") }
    fileprivate var minutesSaved: String { say("Le relevé est enregistré.", "The minutes are saved.") }
    fileprivate var minutesApprove: String { say("Approuver le relevé", "Approve the minutes") }
    fileprivate var minutesApproveHelp: String {
        say(
            "Approuvé, le relevé ne change plus\u{A0}: ni le texte, ni les présences, ni les décisions. Leur suite se note encore.",
            "Once approved, the minutes no longer change: neither text, attendance nor decisions. Their follow-up is still noted.")
    }
    fileprivate var minutesApproveButton: String { say("Approuver", "Approve") }
    fileprivate var minutesApproved: String { say("Le relevé est approuvé.", "The minutes are approved.") }
}
