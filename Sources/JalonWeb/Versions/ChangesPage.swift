/// What changed between two states of a plan: counts by kind, the plan's own fields, then action by action, field by field.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ChangesPage {
    static let size = 30

    let context: PageContext
    let changes: PlanChanges
    let filter: ChangesFilter
    let journal: JournalWords

    private var words: Words { context.words }
    private var difference: PlanDifference { changes.difference }
    private var plan: Plan { difference.plan }
    private var title: String { words.changesTitle(changes.from, changes.to) }
    /// What was asked, with the state that was meant when none was said.
    private var asked: ChangesFilter {
        ChangesFilter(from: changes.from, to: changes.to, kind: filter.kind, after: filter.after)
    }

    var bytes: [UInt8] {
        page(context, title: title) { html in
            html.breadcrumb(
                words, (plan.title, .plan(context.slug, plan.number)), (words.versionsTitle, .versions(context.slug, plan.number)))
            html.heading(
                title, over: plan.title, lead: words.changesLead(difference.tally, head: difference.head.count).capitalisedFirst
            ) {
                html.ligne {
                    html.a("JSON", .class("lien"), .href(Path.changesJSON(context.slug, plan.number, asked.with(kind: nil).query)))
                    html.a(
                        "Markdown", .class("lien"), .href(Path.changesMarkdown(context.slug, plan.number, asked.with(kind: nil).query)))
                }
            }
            form(html)
            if !difference.head.isEmpty, filter.kind == nil, filter.after == 0 { head(html) }
            actions(html)
        }
    }

    private func form(_ html: HTMLWriter) {
        let fields = Fields(html, words)
        let candidate = changes.hasCandidate ? [PlanMoment.candidate] : []
        let earlier = candidate + changes.versions.map { PlanMoment.version($0.number) }
        html.search(.changes(context.slug, plan.number), label: words.changesForm) {
            fields.select(.from, ChangesFilter.code(changes.from), among: choices(earlier), label: words.changesFrom, name: "from")
            fields.select(
                .to, ChangesFilter.code(changes.to), among: choices(earlier), blank: words.moment(.present), label: words.changesTo,
                name: "to")
            fields.select(
                .state, filter.kind?.rawValue ?? "",
                among: PlanChangeKind.allCases.compactMap { kind in
                    difference.tally[kind].map { Choice(kind.rawValue, "\(words.changeKind(kind)) (\(words.number($0)))") }
                }, blank: words.changesAll, label: words.versionChanges, name: "kind")
            html.div { html.button(words.changesCompare, .class("sec")) }
        }
    }

    private func choices(_ moments: [PlanMoment]) -> [Choice] { moments.map { Choice(ChangesFilter.code($0), words.moment($0)) } }

    private func head(_ html: HTMLWriter) {
        html.section {
            html.h2(words.changesOfPlan)
            lines(html, difference.head)
        }
    }

    private func actions(_ html: HTMLWriter) {
        guard !difference.tally.isEmpty else { return }
        html.section {
            html.h2(filter.kind.map(words.changeKind) ?? words.actionListTitle)
            if difference.actions.isEmpty {
                return html.empty(words.changesNone) {
                    html.p { html.a(words.changesAll, .class("lien"), .href(path(asked.with(kind: nil)))) }
                }
            }
            html.cards(words.changesCaption) {
                html.column(words.subject(.action))
                html.column(words.versionChanges)
            } rows: {
                for action in difference.actions { html.row { row(html, action) } }
            }
            if filter.after > 0 || difference.next != nil {
                html.pages(words, previous: nil, next: difference.next.map { path(asked.with(kind: filter.kind, after: $0)) }) {
                    if filter.after > 0 { html.a(words.firstPage, .href(path(asked.with(kind: filter.kind)))) }
                }
            }
        }
    }

    private func path(_ filter: ChangesFilter) -> Path { .changes(context.slug, plan.number, filter.query) }

    private func row(_ html: HTMLWriter, _ action: ActionDifference) {
        html.rowHead {
            html.a(
                "\(words.number(action.number)). \(action.label)",
                .href(Path.action(context.slug, ActionID(plan: plan.number, number: action.number))))
            html.br()
            html.small(words.list(action.kinds.map(words.changeKind)))
        }
        html.cell {
            if action.changes.isEmpty {
                html.text(words.list(action.kinds.map(words.changeKind)))
            } else {
                lines(html, action.changes)
            }
        }
    }

    /// A line each; long texts are read side by side on demand.
    private func lines(_ html: HTMLWriter, _ changes: [Change]) {
        html.ul(.class("liste")) {
            for change in changes {
                html.li {
                    guard max(change.before.count, change.after.count) > 90 else { return html.text(journal.change(change)) }
                    html.details {
                        html.summary(journal.change(change))
                        html.dl(.class("avant")) {
                            for (label, text) in [(words.changesBefore, change.before), (words.changesAfter, change.after)] {
                                html.div { html.term(label, text.isEmpty ? "–" : text) }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Words {
    var changesForm: String { say("Comparer", "Compare") }
    var changesFrom: String { say("De", "From") }
    var changesTo: String { say("À", "To") }
    var changesAll: String { say("Tous les changements", "All changes") }
    var changesCompare: String { say("Comparer", "Compare") }
    var changesNone: String { say("Aucun changement de cette sorte.", "No change of that kind.") }
    var changesCaption: String { say("Par numéro d’action", "By action number") }
    var changesBefore: String { say("Avant", "Before") }
    var changesAfter: String { say("Après", "After") }
}
