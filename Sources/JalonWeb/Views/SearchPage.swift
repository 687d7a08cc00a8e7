/// Searching: one field, and what was found by kind, each match marked where it stands.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum SearchController {
    static func show(_ visit: Visit) async throws -> Response {
        let group = SearchGroup(rawValue: visit.query["in"])
        let seen = try await visit.workspace.search(visit.query["q"], only: group, visit.visitor)
        let page = SearchPage(context: visit.frame(seen, menu: .search), results: seen.model, only: group)
        return visit.answer(page.bytes)
    }
}

struct SearchPage {
    let context: PageContext
    let results: SearchResults
    let only: SearchGroup?

    private var words: Words { context.words }
    private var asked: SearchWords { results.asked }

    var bytes: [UInt8] {
        page(context, title: asked.words.isEmpty ? words.search : words.searchTitle(asked.text)) { html in
            html.heading(words.search, over: context.organisation?.name, lead: asked.words.isEmpty ? nil : words.searchLead(results))
            form(html)
            if let only, !asked.words.isEmpty {
                html.p { html.a(words.searchEverywhere, .class("lien"), .href(path(nil))) }
                if results.more.contains(only) { html.p(words.searchCut, .class("note")) }
            }
            if asked.words.isEmpty {
                html.p(words.searchHelp, .class("aide"))
            } else if results.count == 0 {
                html.empty(words.searchNothing)
            } else {
                groups(html)
            }
        }
    }

    private func form(_ html: HTMLWriter) {
        html.search(.search(context.slug), label: words.search) {
            html.div {
                html.label(words.searchWords, .for("q"))
                html.input(.id("q"), .name("q"), .type(.search), .value(asked.text), .maxLength(200))
            }
            html.div { html.button(words.search) }
        }
    }

    private func path(_ group: SearchGroup?) -> Path {
        .search(context.slug, ["q": asked.text, "in": group?.rawValue ?? ""])
    }

    // MARK: What was found

    private func groups(_ html: HTMLWriter) {
        group(html, .actions, results.actions) { action(html, $0) }
        group(html, .practices, results.practices) { practice(html, $0) }
        group(html, .notes, results.notes) { note(html, $0) }
        group(html, .plans, results.plans) { plan in
            html.a(.href(Path.plan(context.slug, plan.number))) { mark(html, plan.title) }
            passage(html, [plan.purpose, plan.commonObjectives])
        }
        group(html, .parties, results.parties) { party in
            html.a(.href(Path.party(context.slug, party))) { mark(html, party.name) }
            html.text(" ")
            html.small(words.partyKind(party.kind))
        }
        group(html, .archived, results.archived) { action(html, $0) }
    }

    private func group<Found>(_ html: HTMLWriter, _ group: SearchGroup, _ found: [Found], item: (Found) -> Void) {
        guard !found.isEmpty else { return }
        html.section {
            html.h2(words.searchGroup(group))
            html.ul(.class("liste")) { for one in found { html.li { item(one) } } }
            if only == nil, results.more.contains(group) { html.p { html.a(words.searchAll(group), .class("lien"), .href(path(group))) } }
        }
    }

    private func action(_ html: HTMLWriter, _ found: FoundAction) {
        let action = found.action
        html.a(.href(Path.action(context.slug, action.id))) { mark(html, action.label) }
        html.br()
        html.small {
            html.text("\(action.id) · ")
            html.level(action.level, words)
            html.text(" · ")
            mark(html, action.pilotName ?? words.noPilot)
            if let due = action.due {
                html.text(" · ")
                html.day(due, words, short: true)
            }
            html.text(" ")
            html.shortLateness(action.lateness(on: context.today), words)
        }
        passage(html, [found.description, found.tags.joined(separator: ", ")])
    }

    private func practice(_ html: HTMLWriter, _ found: FoundPractice) {
        let practice = found.practice
        html.a(.href(Path.practice(context.slug, found.catalogue, practice.id))) {
            mark(html, "\(practice.id) \(practice.title.text(words.language))")
        }
        html.text(" ")
        html.small(found.reference.description)
        passage(html, practice.passages(words.language))
    }

    private func note(_ html: HTMLWriter, _ found: FoundNote) {
        html.a(found.label, .href(Path.notes(context.slug, found.action)))
        html.br()
        html.small("\(found.note.author), \(words.day(found.note.on))")
        passage(html, [found.note.words])
    }

    // MARK: Marks

    /// A short text whole.
    private func mark(_ html: HTMLWriter, _ text: String) {
        guard let snippet = Snippet(text, asked, length: nil) else { return html.text(text) }
        parts(html, snippet)
    }

    /// Where the words are in the first of the texts that has one.
    private func passage(_ html: HTMLWriter, _ texts: [String]) {
        guard let snippet = texts.lazy.compactMap({ Snippet($0, asked) }).first else { return }
        html.br()
        html.small { parts(html, snippet) }
    }

    private func parts(_ html: HTMLWriter, _ snippet: Snippet) {
        for part in snippet.parts { if part.isMatch { html.mark(part.text) } else { html.text(part.text) } }
    }
}

extension Words {
    package var search: String { say("Rechercher", "Search") }
    var searchWords: String { say("Mots, ou numéro d’une action", "Words, or an action’s number") }
    func searchTitle(_ text: String) -> String { say("Recherche\u{A0}: \(text)", "Search: \(text)") }
    var searchHelp: String {
        say(
            "Cherchez dans les actions, les bonnes pratiques, les notes que vous pouvez lire, les plans et l’annuaire. Sans accents ni majuscules. Plusieurs mots\u{A0}: tous doivent s’y trouver.",
            "Search actions, practices, the notes that you may read, plans and the directory. Accents and case do not matter. Several words: all must be there."
        )
    }
    var searchEverywhere: String { say("Chercher partout", "Search everywhere") }
    var searchNothing: String {
        say(
            "Rien ne contient tous ces mots. Retirez-en un, ou raccourcissez-le.",
            "Nothing holds all these words. Remove one, or shorten it.")
    }
    var searchCut: String {
        say(
            "Il y en a plus de \(number(Workspace.searchMost)). Ajoutez un mot pour préciser.",
            "There are more than \(number(Workspace.searchMost)). Add a word to narrow them.")
    }

    func searchLead(_ results: SearchResults) -> String {
        let quoted = quote(results.asked.text)
        if results.count == 0 { return say("Aucun résultat pour \(quoted).", "No result for \(quoted).") }
        let number = count(results.count, say("résultat", "result"), say("résultats", "results"))
        return results.more.isEmpty
            ? say("\(number) pour \(quoted).", "\(number) for \(quoted).")
            : say("Plus de \(number) pour \(quoted).", "More than \(number) for \(quoted).")
    }

    func searchAll(_ group: SearchGroup) -> String {
        labelled(say("Voir tout", "See all"), searchGroup(group).lowercased())
    }
}
