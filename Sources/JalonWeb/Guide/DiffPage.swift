/// What changed between two editions of a guide: the practices that did, side by side, and each of them at length.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct DiffPage {
    let context: PageContext
    let sheet: DiffSheet
    let filter: DiffFilter
    private static let size = 20

    private var words: Words { context.words }
    private var diff: CatalogueDiff { sheet.diff }

    var bytes: [UInt8] {
        let kept = diff.entries.filter(filter.accepts)
        let start = filter.after.flatMap { after in kept.firstIndex { $0.key == after } }.map { $0 + 1 } ?? 0
        let shown = kept[start...].prefix(Self.size)
        return page(context, title: words.diffTitle(diff)) { html in
            html.breadcrumb(words, (words.cataloguesTitle, .catalogues(context.slug)))
            html.heading(words.diffTitle(diff), over: sheet.to.title.text(words.language), lead: words.diffLead(diff))
            guard !diff.entries.isEmpty else { return nothing(html, words.diffSame, words.diffOthers, .catalogues(context.slug)) }
            filters(html)
            if filter.change != nil || filter.theme != nil { html.p(words.diffKept(kept.count), .role(.status)) }
            if kept.isEmpty { return nothing(html, words.diffNothingKept, words.diffSeeAll, path(.empty)) }
            table(html, shown)
            if start > 0 || start + shown.count < kept.count {
                let previous = kept[..<start].dropLast(Self.size).last
                html.pages(
                    words, previous: start > 0 ? path(filter.query(after: previous?.key)) : nil,
                    next: start + shown.count < kept.count ? path(filter.query(after: shown.last?.key)) : nil)
            }
        }
    }

    private func path(_ query: Query) -> Path { .catalogueDiff(context.slug, sheet.from.id, sheet.to.id, query) }

    private func filters(_ html: HTMLWriter) {
        let fields = Fields(html, words)
        html.search(path(.empty), label: words.diffFilter) {
            let changes = PracticeChange.allCases.filter { diff.count($0) > 0 }
            fields.select(
                .state, filter.change?.rawValue ?? "",
                among: changes.map { Choice($0.rawValue, "\(words.change($0)) (\(words.number(diff.count($0))))") },
                blank: words.diffAll, label: words.diffChange, name: "change")
            let concerned = Set(diff.entries.flatMap { [$0.before?.theme, $0.after?.theme] })
            fields.select(
                .practices, filter.theme ?? "",
                among: sheet.themes.filter { concerned.contains($0.id) }.map { Choice($0.id, words.themeTitle($0)) },
                blank: words.allThemes, label: words.theme, name: "theme")
            html.div { html.button(words.filter, .class("sec")) }
        }
    }

    private func nothing(_ html: HTMLWriter, _ sentence: String, _ label: String, _ path: Path) {
        html.empty(sentence) { html.p { html.a(label, .class("lien"), .href(path)) } }
    }

    private func table(_ html: HTMLWriter, _ entries: some Sequence<CatalogueDiff.Entry>) {
        html.cards(words.diffCaption) {
            html.column(words.subject(.practice))
            html.column(diff.from.description)
            html.column(diff.to.description)
        } rows: {
            for entry in entries { html.row { row(html, entry) } }
        }
    }

    private func row(_ html: HTMLWriter, _ entry: CatalogueDiff.Entry) {
        let lines = words.lines(of: entry, themes: sheet.themes, atLength: false)
        html.rowHead {
            if let practice = entry.after ?? entry.before {
                html.a(words.practiceTitle(practice), .href(path(["practice": entry.key])))
            }
            html.small(words.changes(of: entry))
        }
        html.cell(label: diff.from.description) {
            if let gone = entry.before, entry.after == nil { html.del(words.marks(of: gone)) } else { html.side(lines, \.before) }
        }
        html.cell(label: diff.to.description) {
            if let new = entry.after, entry.before == nil { html.ins(words.marks(of: new)) } else { html.side(lines, \.after) }
        }
    }

    // MARK: One practice

    func bytes(of entry: CatalogueDiff.Entry) -> [UInt8] {
        let title = (entry.after ?? entry.before).map(words.practiceTitle) ?? ""
        return page(context, title: title) { html in
            html.breadcrumb(words, (words.cataloguesTitle, .catalogues(context.slug)), (words.diffTitle(diff), path(.empty)))
            html.heading(title, over: words.diffTitle(diff), lead: words.changes(of: entry))
            html.dl(.class("avant")) {
                whole(html, entry.before, sheet.from)
                whole(html, entry.after, sheet.to)
            }
            for line in words.lines(of: entry, themes: sheet.themes, atLength: true) {
                html.section {
                    html.h2(line.label)
                    html.dl(.class("avant texte")) {
                        side(html, diff.from, line.before)
                        side(html, diff.to, line.after)
                    }
                }
            }
            html.p { html.a(words.diffSeeAll, .href(path(.empty))) }
        }
    }

    private func whole(_ html: HTMLWriter, _ practice: Practice?, _ guide: CatalogueEntry) {
        html.div {
            html.term(guide.reference.description) {
                guard let practice else { return html.text(words.diffAbsent) }
                html.a(words.practiceTitle(practice), .href(Path.practice(context.slug, guide.id, practice.id)))
                html.br()
                html.small(words.marks(of: practice))
            }
        }
    }

    private func side(_ html: HTMLWriter, _ guide: CatalogueReference, _ items: [[WordRun]]) {
        html.div {
            html.term(guide.description) {
                if items.isEmpty { html.text("–") }
                for item in items { html.blockquote { html.runs(item) } }
            }
        }
    }
}

extension Words {
    func diffTitle(_ diff: CatalogueDiff) -> String {
        say("De \(diff.from) à \(diff.to)", "From \(diff.from) to \(diff.to)")
    }

    /// « 7 pratiques ont changé, 2 sont nouvelles ; 49 restent les mêmes. »
    func diffLead(_ diff: CatalogueDiff) -> String {
        let (new, gone) = (diff.count(.new), diff.count(.gone))
        let changed = diff.entries.count - new - gone
        let parts = [
            say(
                count(changed, "pratique a changé", "pratiques ont changé"),
                "\(count(changed, "practice has", "practices have")) changed"),
            new == 0 ? "" : say(count(new, "est nouvelle", "sont nouvelles"), "\(count(new, "is", "are")) new"),
            gone == 0 ? "" : say(count(gone, "est retirée", "sont retirées"), "\(count(gone, "is", "are")) gone"),
        ]
        let same = say(count(diff.unchanged, "reste la même", "restent les mêmes"), "\(count(diff.unchanged, "is", "are")) the same")
        return parts.filter { !$0.isEmpty }.joined(separator: ", ") + say("\u{A0}; ", "; ") + same + "."
    }
    fileprivate var diffCaption: String { say("Ce qui change, pratique par pratique", "What changes, practice by practice") }
    fileprivate var diffFilter: String { say("Filtrer les changements", "Filter changes") }
    fileprivate var diffAll: String { say("Tous", "All") }
    fileprivate var diffChange: String { say("Changement", "Change") }
    fileprivate func diffKept(_ number: Int) -> String {
        say("\(count(number, "pratique affichée", "pratiques affichées")).", "\(count(number, "practice", "practices")) shown.")
    }
    fileprivate var diffNothingKept: String {
        say("Aucun changement ne répond à ces critères. Retirez-en un.", "No change fits these criteria. Remove one.")
    }
    fileprivate var diffSeeAll: String { say("Voir tous les changements", "See all changes") }
    fileprivate var diffSame: String {
        say("Ces deux guides disent la même chose de chaque pratique.", "These two guides say the same of every practice.")
    }
    fileprivate var diffOthers: String { say("Comparer d’autres guides", "Compare other guides") }
    fileprivate var diffAbsent: String { say("Absente de ce guide", "Not in this guide") }
}
