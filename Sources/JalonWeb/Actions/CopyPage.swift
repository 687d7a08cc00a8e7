/// An action made again: what its copy takes along, and how it is called.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CopyController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.actionAgain()
        try seen.model.plan.requireOpen()
        return visit.answer(CopyPage(visit, seen, label: visit.words.copy(of: seen.model.action.label), []).bytes)
    }

    static func copy(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let label = visit.form[Field.label.rawValue]
        do {
            let copy = try await visit.workspace.duplicate(id, label: label, as: visit.visitor).action
            return visit.redirect(to: .editAction(visit.slug, copy.id), saying: visit.words.copied(copy.id.number))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.actionAgain()
            return visit.answer(CopyPage(visit, seen, label: label, violations).bytes, status: .unprocessableContent)
        }
    }
}

struct CopyPage {
    private let context: PageContext
    private let sheet: ActionSheet
    private let label: String
    private let violations: [Violation]

    init(_ visit: Visit, _ seen: Seen<ActionSheet>, label: String, _ violations: [Violation]) {
        context = visit.frame(about: seen)
        sheet = seen.model
        self.label = label
        self.violations = violations
    }

    var bytes: [UInt8] {
        let words = context.words
        let id = sheet.action.id
        return page(context, title: words.copyThis, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, id.plan)), (sheet.action.label, .action(context.slug, id)))
            html.heading(words.copyThis, over: words.actionNumber(id.number), lead: words.copyLead)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            html.post(to: .copy(context.slug, id), context, .class("texte")) {
                fields.text(.label, label, label: words.copyLabel, required: true, maxLength: 200)
                html.p(words.copyMeans)
                fields.buttons(words.copyButton, cancel: .action(context.slug, id))
            }
        }
    }
}

extension Words {
    fileprivate var copyLead: String {
        say(
            "Une nouvelle action reprend la fiche de celle-ci\u{A0}; son chemin repart de sa première étape.",
            "A new action takes up this one’s details; its path starts again at its first stage.")
    }
    fileprivate var copyLabel: String { say("Libellé de la copie", "Label of the copy") }
    fileprivate var copyMeans: String {
        say(
            "Décisions, preuves, notes et dates passées restent avec l’action d’origine, qui ne change pas.",
            "Decisions, evidence, notes and past dates stay with the original action, which does not change.")
    }
    fileprivate var copyButton: String { say("Dupliquer", "Duplicate") }
    fileprivate func copied(_ number: Int) -> String {
        say("\(actionNumber(number)) créée. Ajustez sa fiche.", "\(actionNumber(number)) created. Adjust its details.")
    }
}
