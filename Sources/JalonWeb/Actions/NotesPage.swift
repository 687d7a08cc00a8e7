/// The notes of an action by date, and the form that adds one, for today or an earlier day.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum NotesController {
    static func show(_ visit: Visit) async throws -> Response {
        try await answer(visit, words: "", on: "", [])
    }

    static func add(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let (words, on) = (visit.form[Field.note.rawValue], visit.form[Field.on.rawValue])
        do {
            var reader = ActionFormReader()
            let day = reader.day(on, .on)
            try reader.require(and: words.isEmpty ? [Violation(.note, .required)] : [])
            try await visit.workspace.addNote(words, about: day, on: id, as: visit.visitor)
            return visit.redirect(to: .notes(visit.slug, id), saying: visit.words.noteSaved)
        } catch DomainError.invalid(let violations) {
            return try await answer(visit, words: words, on: on, violations, status: .unprocessableContent)
        }
    }

    private static func answer(
        _ visit: Visit, words: String, on: String, _ violations: [Violation], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let seen = try await visit.workspace.notes(on: visit.actionID(), before: before(visit), limit: NotesPage.size, visit.visitor)
        let frame = visit.frame(
            seen, menu: .actions, plan: seen.model.sheet.plan)
        return visit.answer(NotesPage(frame, seen, words: words, on: on, violations, isFirst: before(visit) == nil).bytes, status: status)
    }

    /// `2026-05-12~3`: the day and the number of the last note seen.
    private static func before(_ visit: Visit) -> (day: Day, id: Int)? {
        let parts = visit.query["before"].split(separator: "~").map(String.init)
        guard parts.count == 2, let day = Day(parts[0]), let id = Int(parts[1]) else { return nil }
        return (day, id)
    }
}

struct NotesPage {
    static let size = 50

    private let context: PageContext
    private let words: Words
    private let sheet: ActionSheet
    private let notes: [Note]
    private let zone: Zone
    private let typed: (words: String, on: String)
    private let violations: [Violation]
    private let isFirst: Bool

    init(
        _ context: PageContext, _ seen: Seen<ActionNotes>, words typed: String, on: String, _ violations: [Violation], isFirst: Bool
    ) {
        self.context = context
        words = context.words
        sheet = seen.model.sheet
        notes = seen.model.notes
        zone = seen.zone
        self.typed = (typed, on)
        self.violations = violations
        self.isFirst = isFirst
    }

    var bytes: [UInt8] {
        let id = sheet.action.id
        return page(context, title: words.notesTitle, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, id.plan)), (sheet.action.label, .action(context.slug, id)))
            html.heading(words.notesTitle, over: words.actionNumber(id.number), lead: words.notesLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if sheet.mayReport, isFirst || !violations.isEmpty {
                html.post(to: .notes(context.slug, id), context, .class("texte")) {
                    fields.textarea(.note, typed.words, required: true, maxLength: 10_000)
                    fields.day(.on, typed.on, example: context.today + -7, help: words.noteDayHelp)
                    fields.buttons(words.addNote, cancel: .action(context.slug, id))
                }
            }
            if notes.isEmpty {
                html.empty(isFirst ? words.noNoteYet : words.noOlderNote)
            } else {
                html.section(.class("texte")) {
                    html.h2(words.notesByDate)
                    html.notes(notes, words, zone)
                }
            }
            html.nav(.class("pages ligne"), .ariaLabel(words.resultPages)) {
                if !isFirst { html.a(words.latestNotes, .href(Path.notes(context.slug, id)), .rel(.prev)) }
                if notes.count == Self.size, let last = notes.last {
                    html.a(words.olderNotes, .href(Path.notes(context.slug, id, ["before": "\(last.on.iso)~\(last.id)"])), .rel(.next))
                }
                html.a(words.backToAction, .href(Path.action(context.slug, id)))
            }
        }
    }
}

extension Words {
    fileprivate var noteSaved: String { say("Note enregistrée.", "Note saved.") }
    fileprivate var notesLead: String {
        say("Elles restent internes, avec leur auteur et leur date.", "They stay internal, with their author and date.")
    }
    fileprivate var noteDayHelp: String {
        say("Aujourd’hui, sauf si le fait date d’un autre jour.", "Today, unless it happened on another day.")
    }
    fileprivate var addNote: String { say("Ajouter la note", "Add the note") }
    fileprivate var noNoteYet: String {
        say("Aucune note. Écrivez ici un fait que l’on voudra retrouver.", "No note. Write here a fact worth finding again.")
    }
    fileprivate var noOlderNote: String { say("Il n’y a pas de note plus ancienne.", "There is no older note.") }
    fileprivate var notesByDate: String { say("Par date, les dernières d’abord", "By date, the latest first") }
    fileprivate var latestNotes: String { say("Dernières notes", "Latest notes") }
    fileprivate var olderNotes: String { say("Notes plus anciennes", "Older notes") }
}
