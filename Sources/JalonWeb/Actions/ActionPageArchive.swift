/// Before an action is archived: what it means, and the way out.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionPageArchive {
    private let context: PageContext
    private let sheet: ActionSheet

    init(_ visit: Visit, _ seen: Seen<ActionSheet>) {
        context = visit.frame(about: seen)
        sheet = seen.model
    }

    var bytes: [UInt8] {
        let words = context.words
        let action = sheet.action
        return page(context, title: words.archiveTitle) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.archiveTitle, over: words.actionNumber(action.id.number), lead: action.label)
            html.p(words.archiveMeans)
            html.p(words.archiveInstead)
            html.post(to: .archive(context.slug, action.id), context) {
                html.ligne {
                    html.button(words.archiveButton, .class("grave"))
                    html.text(" ")
                    html.buttonLink(words.cancel, Path.action(context.slug, action.id), secondary: true)
                }
            }
        }
    }
}

extension Words {
    fileprivate var archiveTitle: String { say("Archiver cette action\u{A0}?", "Archive this action?") }
    fileprivate var archiveMeans: String {
        say(
            "Elle quitte les listes et le tableau de bord. Rien n’est effacé\u{A0}: sa fiche et son journal restent, et elle peut être restaurée.",
            "It leaves the lists and the dashboard. Nothing is erased: its page and its journal stay, and it can be restored.")
    }
    fileprivate var archiveInstead: String {
        say(
            "Pour ne pas poursuivre une action, enregistrez plutôt la décision et sa raison\u{A0}: elle garde sa place dans le plan.",
            "If an action will not be pursued, record the decision and its reason instead: it keeps its place in the plan.")
    }
    fileprivate var archiveButton: String { say("Archiver l’action", "Archive the action") }
}
