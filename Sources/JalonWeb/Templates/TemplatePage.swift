/// An action about to be kept as a template: what is kept of it, and its name.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct TemplatePage {
    private let context: PageContext
    private let action: Action
    private let name: String
    private let violations: [Violation]

    init(_ visit: Visit, _ seen: Seen<ActionSheet>, name: String, violations: [Violation] = []) {
        context = visit.frame(about: seen)
        action = seen.model.action
        self.name = name
        self.violations = violations
    }

    var bytes: [UInt8] {
        let words = context.words
        return page(context, title: words.keepAsTemplate, failed: !violations.isEmpty) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.keepAsTemplate, over: words.actionNumber(action.id.number), lead: words.keepAsTemplateLead)
            html.post(to: .keepTemplate(context.slug, action.id), context, .class("etroit")) {
                let fields = Fields(html, words, violations: violations)
                fields.errorSummary()
                fields.text(.name, name, required: true, help: words.templateNameHelp, maxLength: 200)
                fields.buttons(words.keepTemplate, cancel: .action(context.slug, action.id))
            }
        }
    }
}

extension Words {
    var keepAsTemplate: String { say("Garder comme modèle", "Keep as a template") }
    fileprivate var keepAsTemplateLead: String {
        say(
            "Tout ce que dit la fiche est gardé, sauf ce qui est propre à cette action\u{A0}: dates, pilote, étapes et preuves.",
            "All that the action says is kept, except what belongs to this action alone: dates, pilot, stages and evidence.")
    }
    fileprivate var templateNameHelp: String {
        say("Celui sous lequel vous la retrouverez.", "The one that you will find it by.")
    }
    fileprivate var keepTemplate: String { say("Garder le modèle", "Keep the template") }
}
