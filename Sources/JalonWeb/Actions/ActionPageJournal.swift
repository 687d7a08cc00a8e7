/// The whole journal of one action, the latest first.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionPageJournal {
    static let size = 50

    private let context: PageContext
    private let seen: Seen<ActionSheet>
    private let entries: [JournalEntry]
    private let isFirst: Bool

    init(_ visit: Visit, _ seen: Seen<ActionSheet>, _ entries: [JournalEntry], isFirst: Bool) {
        context = visit.frame(about: seen)
        self.seen = seen
        self.entries = entries
        self.isFirst = isFirst
    }

    var bytes: [UInt8] {
        let words = context.words
        let action = seen.model.action
        return page(context, title: words.journalTitle) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.journalTitle, over: words.actionNumber(action.id.number), lead: words.journalLead)
            if entries.isEmpty {
                html.empty(isFirst ? words.journalEmpty : words.journalNoMore)
            } else {
                html.actionJournal(entries, JournalWords(words, zone: seen.zone))
            }
            html.nav(.class("pages ligne"), .ariaLabel(words.resultPages)) {
                if !isFirst { html.a(words.journalLatest, .href(Path.actionJournal(context.slug, action.id)), .rel(.prev)) }
                if entries.count == Self.size, let last = entries.last {
                    html.a(
                        words.journalOlder, .href(Path.actionJournal(context.slug, action.id, ["before": String(last.id)])), .rel(.next))
                }
                html.a(words.backToAction, .href(Path.action(context.slug, action.id)))
            }
        }
    }
}

extension HTMLWriter {
    /// Entries that all tell of the action whose page this is; `limit` keeps the telling changes of each.
    func actionJournal(_ entries: [JournalEntry], _ journal: JournalWords, atMost limit: Int = .max) {
        ol(.class("liste")) {
            for entry in entries {
                li {
                    small {
                        time(journal.moment(entry), .datetime(entry.at.iso))
                        text(" · \(entry.author)")
                    }
                    for line in journal.lines(entry, atMost: limit) {
                        br()
                        text(line)
                    }
                }
            }
        }
    }
}

extension JournalWords {
    /// What changed, or the deed where nothing more is to be said.
    fileprivate func lines(_ entry: JournalEntry, atMost limit: Int) -> [String] {
        let all = changes(entry)
        guard entry.verb != .created, !all.isEmpty else {
            let deed = deed(entry)
            return ["\(deed.verb) \(deed.subject)"]
        }
        guard all.count > limit else { return all }
        // A decision moves half the sheet: what was decided says the rest.
        let decided = entry.changes.filter { entry.verb == .decided && [.outcome, .level, .decidedBy].contains($0.field) }.map(change)
        let kept = decided.isEmpty ? Array(all.prefix(limit)) : decided
        return kept.count == all.count ? kept : kept + [words.otherChanges(all.count - kept.count)]
    }
}

extension Words {
    fileprivate func otherChanges(_ number: Int) -> String {
        say("et \(count(number, "autre changement", "autres changements"))", "and \(count(number, "other change", "other changes"))")
    }
    var backToAction: String { say("Revenir à l’action", "Back to the action") }
}
