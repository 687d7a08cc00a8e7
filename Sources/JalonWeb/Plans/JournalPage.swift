/// The journal: what changed, the latest first, of the organisation or of a plan.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum JournalController {
    static func organisation(_ visit: Visit) async throws -> Response { try await show(visit, plan: nil) }

    static func plan(_ visit: Visit) async throws -> Response { try await show(visit, plan: try visit.plan()) }

    private static func show(_ visit: Visit, plan: Int?) async throws -> Response {
        let cursor = Int(visit.query["before"])
        let seen = try await visit.workspace.journal(plan: plan, before: cursor, visit.visitor)
        return visit.answer(journalPage(visit.frame(seen), seen.model, zone: seen.zone, plan: plan, isFirst: cursor == nil))
    }
}

/// As many entries as the workspace gives at once: a shorter page is the last.
private let pageSize = 50

private func journalPage(_ context: PageContext, _ entries: [JournalEntry], zone: Zone, plan: Int?, isFirst: Bool) -> [UInt8] {
    let words = context.words
    func path(_ query: Query = .empty) -> Path {
        plan.map { .planJournal(context.slug, $0, query) } ?? .journal(context.slug, query)
    }
    return page(context, title: words.journalTitle) { html in
        html.heading(words.journalTitle, over: plan.map(words.planNumber) ?? context.organisation?.name, lead: words.journalLead)
        if entries.isEmpty {
            html.empty(isFirst ? words.journalEmpty : words.journalNoMore)
        } else {
            html.journal(entries, JournalWords(words, zone: zone), slug: context.slug)
        }
        html.nav(.class("pages ligne"), .ariaLabel(words.resultPages)) {
            if !isFirst { html.a(words.journalLatest, .href(path()), .rel(.prev)) }
            if entries.count == pageSize, let last = entries.last {
                html.a(words.journalOlder, .href(path(["before": String(last.id)])), .rel(.next))
            }
            if let plan, context.may(.editPlan) { html.a(words.bulkChangesTitle, .href(Path.bulkChanges(context.slug, plan))) }
        }
    }
}

extension HTMLWriter {
    /// Entries as a list; each names its author, its moment and, linked, what it changed.
    func journal(_ entries: [JournalEntry], _ journal: JournalWords, slug: String) {
        ul(.class("liste")) {
            for entry in entries { li { self.entry(entry, journal, slug: slug) } }
        }
    }

    private func entry(_ entry: JournalEntry, _ journal: JournalWords, slug: String) {
        let deed = journal.deed(entry)
        b(entry.author)
        text(" \(deed.verb) ")
        if let destination = Self.subject(of: entry, slug: slug) { a(deed.subject, .href(destination)) } else { text(deed.subject) }
        text(" ")
        time(.datetime(entry.at.iso)) { small(journal.moment(entry)) }
        for change in journal.changes(entry) {
            br()
            text(change)
        }
    }

    private static func subject(of entry: JournalEntry, slug: String) -> Path? {
        guard let plan = entry.plan else { return nil }
        return entry.action.map { .action(slug, ActionID(plan: plan, number: $0)) } ?? .plan(slug, plan)
    }
}

extension Words {
    var journalTitle: String { say("Journal", "Journal") }
    var journalLead: String {
        say("Chaque changement, qui l’a fait et quand, le plus récent d’abord.", "Every change, who made it and when, the latest first.")
    }
    var journalEmpty: String {
        say(
            "Rien n’a encore changé ici. Chaque création, modification ou décision y laissera une ligne.",
            "Nothing has changed here yet. Every creation, edit or decision will leave a line.")
    }
    var journalNoMore: String { say("Aucun changement plus ancien.", "No older change.") }
    var journalLatest: String { say("Changements les plus récents", "Latest changes") }
    var journalOlder: String { say("Changements plus anciens", "Older changes") }
}
