/// A guide: its themes and practices, filtered by the address.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct CataloguePage {
    let context: PageContext
    let sheet: GuideSheet
    let filter: PracticeFilter

    private var words: Words { context.words }
    private var catalogue: Catalogue { sheet.catalogue }
    private var kept: [Practice] {
        catalogue.practices.filter { filter.accepts($0) && !(filter.uncoveredOnly && sheet.answered.contains($0.id)) }
    }

    func render() -> [UInt8] {
        let title = catalogue.title.text(words.language)
        return page(context, title: title) { html in
            html.breadcrumb(words, (words.cataloguesTitle, .catalogues(context.slug)))
            html.heading(title, over: catalogue.reference.description, lead: lead) {
                if let plan = sheet.plan, context.may(.editPlan) {
                    html.ligne { html.buttonLink(words.buildFromGuide, Path.build(context.slug, plan.number)) }
                }
            }
            filters(html)
            let kept = kept
            if !filter.isEmpty { html.p(words.practicesShown(kept.count, of: catalogue.practices.count), .role(.status)) }
            if kept.isEmpty { nothing(html) }
            for theme in catalogue.themes {
                let practices = kept.filter { $0.theme == theme.id }
                if !practices.isEmpty { section(html, theme, practices) }
            }
        }
    }

    private var lead: String {
        var sentence = words.catalogueLead(themes: catalogue.themes.count, practices: catalogue.practices.count)
        if let plan = sheet.plan { sentence += " " + words.catalogueCoverage(sheet.answered.count, plan: plan.title) }
        return sentence
    }

    private func filters(_ html: HTMLWriter) {
        let fields = Fields(html, words)
        html.search(.catalogue(context.slug, sheet.entry.id), label: words.filterPractices) {
            html.practiceFilters(fields, filter, catalogue)
            html.div { html.button(words.filter, .class("sec")) }
        }
    }

    private func nothing(_ html: HTMLWriter) {
        html.empty(words.noPracticeKept) {
            html.p { html.a(words.seeAllPractices, .class("lien"), .href(Path.catalogue(context.slug, sheet.entry.id))) }
        }
    }

    private func section(_ html: HTMLWriter, _ theme: Theme, _ practices: [Practice]) {
        html.section {
            html.h2(words.themeTitle(theme))
            html.ul(.class("liste")) {
                for practice in practices {
                    html.li {
                        html.a(
                            "\(practice.id) \(practice.title.text(words.language))",
                            .href(Path.practice(context.slug, sheet.entry.id, practice.id)))
                        html.br()
                        html.small(words.marks(of: practice))
                        if sheet.answered.contains(practice.id) { html.small(words.inThePlan, .class("mot")) }
                    }
                }
            }
        }
    }
}

extension HTMLWriter {
    /// The choices that a guide's list and the plan's construction share.
    func practiceFilters(_ fields: Fields, _ filter: PracticeFilter, _ catalogue: Catalogue) {
        let words = fields.words
        fields.select(
            .practices, filter.theme ?? "", among: catalogue.themes.map { Choice($0.id, words.themeTitle($0)) }, blank: words.allThemes,
            label: words.theme, name: "theme")
        fields.select(
            .practices, filter.priority?.rawValue ?? "", among: PracticePriority.allCases.map { Choice($0.rawValue, words.priority($0)) },
            blank: words.allPriorities, label: words.practicePriority, name: "priority")
        fields.select(
            .difficulty, filter.difficulty?.rawValue ?? "", among: Difficulty.allCases.map { Choice($0.rawValue, words.difficulty($0)) },
            blank: words.allDifficulties)
        fields.select(
            .role, filter.role ?? "", among: roles(of: catalogue, words.language), blank: words.allRoles, label: words.suggestedPilot)
    }

    /// Every pilot that the guide suggests, once.
    private func roles(of catalogue: Catalogue, _ language: Language) -> [Choice] {
        var labels: [String: Choice] = [:]
        for practice in catalogue.practices {
            let french = practice.pilots.fr
            let shown = practice.pilots.items(language)
            for (index, role) in french.enumerated() where labels[role.folded] == nil {
                labels[role.folded] = Choice(role, shown.count == french.count ? shown[index] : role)
            }
        }
        return labels.values.sorted { $0.label.folded < $1.label.folded }
    }
}

extension Words {
    func themeTitle(_ theme: Theme) -> String { "\(theme.id). \(theme.title.text(language))" }

    /// « Prioritaire · Facile · Direction générale ».
    func marks(of practice: Practice) -> String {
        let difficulty = practice.difficulty.map { labelled(field(.difficulty), self.difficulty($0).lowercased()) }
        return ([priority(practice.priority)] + [difficulty].compactMap { $0 } + [list(practice.pilots.items(language))])
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func catalogueLead(themes: Int, practices: Int) -> String {
        say(
            "\(count(practices, "bonne pratique", "bonnes pratiques")) en \(count(themes, "thématique", "thématiques")).",
            "\(count(practices, "practice", "practices")) in \(count(themes, "theme", "themes")).")
    }
    func catalogueCoverage(_ covered: Int, plan: String) -> String {
        say(
            "\(quote(plan)) répond à \(count(covered, "d’entre elles", "d’entre elles")).",
            "\(quote(plan)) answers \(number(covered)) of them.")
    }
    var buildFromGuide: String { say("Construire le plan depuis ce guide", "Build the plan from this guide") }
    var filterPractices: String { say("Filtrer les bonnes pratiques", "Filter practices") }
    var filter: String { say("Filtrer", "Filter") }
    var theme: String { say("Thématique", "Theme") }
    var practicePriority: String { say("Priorité", "Priority") }
    var suggestedPilot: String { say("Pilote suggéré", "Suggested pilot") }
    var allThemes: String { say("Toutes", "All") }
    var allPriorities: String { say("Toutes", "All") }
    var allDifficulties: String { say("Toutes", "All") }
    var allRoles: String { say("Tous", "All") }
    func practicesShown(_ shown: Int, of all: Int) -> String {
        say(
            "\(count(shown, "pratique affichée", "pratiques affichées")) sur \(number(all)).",
            "\(count(shown, "practice", "practices")) out of \(number(all)).")
    }
    var noPracticeKept: String {
        say("Aucune pratique ne répond à ces critères. Retirez-en un.", "No practice fits these criteria. Remove one.")
    }
    var seeAllPractices: String { say("Voir toutes les pratiques", "See all practices") }
    var inThePlan: String { say("Dans le plan", "In the plan") }
}
