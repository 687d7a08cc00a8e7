/// Indicators at a glance: strategic ones first, what is off target, what nobody measured, whom to ask.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct IndicatorsPage {
    private let context: PageContext
    private let words: Words
    private let listing: IndicatorListing
    private let from: Int
    private let size: Int

    init(_ context: PageContext, _ listing: IndicatorListing, from: Int, size: Int) {
        self.context = context
        words = context.words
        self.listing = listing
        self.from = from
        self.size = size
    }

    private var filter: IndicatorFilter { listing.filter }
    private var isEmpty: Bool { listing.counts.isEmpty && filter == IndicatorFilter() }

    var bytes: [UInt8] {
        page(context, title: words.indicatorsTitle) { html in
            html.heading(words.indicatorsTitle, over: listing.plan?.title, lead: words.indicatorsLead(listing.counts)) { buttons(html) }
            if isEmpty { return html.empty(context.may(.editPlan) ? words.indicatorsEmptyForEditors : words.indicatorsEmpty) }
            figures(html)
            filters(html)
            table(html)
        }
    }

    private func buttons(_ html: HTMLWriter) {
        html.ligne {
            if context.may(.reportOnOwn), !isEmpty { html.buttonLink(words.dueTitle, Path.indicators(context.slug, .due)) }
            if context.may(.editPlan) { html.buttonLink(words.indicatorNew, Path.indicators(context.slug, .new), secondary: !isEmpty) }
            guard !isEmpty else { return }
            if context.may(.reportOnOwn) { html.a(words.measuresImport, .class("lien"), .href(Path.indicators(context.slug, .importing))) }
            html.a(words.indicatorsDefinitions, .class("lien"), .href(Path.indicators(context.slug, .definitions)))
            html.a(words.indicatorsMeasures, .class("lien"), .href(Path.indicators(context.slug, .csv)))
            html.a("JSON", .class("lien"), .href(Path.indicators(context.slug, .json)))
        }
    }

    private func figures(_ html: HTMLWriter) {
        html.dl(.class("reperes")) {
            for status in [IndicatorStatus.offTarget, .atRisk, .stale, .onTarget] {
                let number = listing.counts[status] ?? 0
                html.div(.class(status.isAlert && number > 0 ? "vu" : "")) {
                    html.dt(words.indicatorStatus(status))
                    html.dd { html.text(words.number(number)) }
                    html.dd {
                        if number > 0, filter.status != status {
                            html.a(words.indicatorsSee(number), .href(address(status: status)))
                        }
                    }
                }
            }
        }
    }

    private func address(status: IndicatorStatus?, from: Int = 0) -> Path {
        var query = Query()
        query.add("q", filter.words)
        query.add("plan", filter.plan.map { String($0) })
        query.add("status", status?.rawValue)
        query.add("level", filter.level?.rawValue)
        query.add("responsible", filter.responsible.map { String($0) })
        query.add("by", filter.group?.rawValue)
        query.add("archived", filter.archived ? "1" : nil)
        query.add("from", from > 0 ? String(from) : nil)
        return .indicators(context.slug, .list, query)
    }

    private func filters(_ html: HTMLWriter) {
        html.search(.indicators(context.slug), label: words.indicatorsFilter) {
            html.filterSearch("q", words.indicatorsWords, filter.words)
            html.filterSelect("status", words.indicatorsStatus, words.allOfThemFeminine, filter.status, named: words.indicatorStatus)
            html.filterSelect("level", words.indicatorsLevel, words.allOfThem, filter.level, named: words.indicatorLevel)
            let people = listing.responsibles.compactMap { id in listing.names[id].map { (value: String(id), label: $0) } }
            if !people.isEmpty {
                html.filterSelect(
                    "responsible", words.field(.responsible), words.allOfThem, filter.responsible.map { String($0) }, people)
            }
            html.filterSelect("by", words.indicatorsBy, words.indicatorsByLevel, filter.group, named: words.indicatorGroup)
            if let plan = filter.plan { html.hiddenInput("plan", String(plan)) }
            html.button(words.indicatorsShow, .class("sec"))
        }
        if filter != IndicatorFilter() { html.p { html.a(words.indicatorsAll, .class("lien"), .href(Path.indicators(context.slug))) } }
    }

    /// Rows that follow one another under one title: their level's, and that of their theme or direction.
    private var groups: [(title: String?, rows: [IndicatorRow])] {
        var groups: [(title: String?, rows: [IndicatorRow])] = []
        for row in listing.rows {
            let level = filter.level == nil ? words.indicatorsOf(row.indicator.definition.level) : nil
            let group =
                filter.group == nil
                ? nil : listing.groups[row.indicator.number]?.text(words.language) ?? words.indicatorsElsewhere(filter.group)
            let titles = [level, group].compactMap { $0 }
            let title = titles.isEmpty ? nil : titles.joined(separator: " – ")
            if let last = groups.last, last.title == title {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((title, [row]))
            }
        }
        return groups
    }

    private func table(_ html: HTMLWriter) {
        guard !listing.rows.isEmpty else { return html.empty(words.indicatorsNone) }
        html.cards(words.indicatorsCaption(listing.total)) {
            html.indicatorColumns(words)
            html.column(words.field(.responsible))
        } bodies: {
            for (title, rows) in groups {
                html.tbody(.role(.rowgroup)) {
                    if let title { html.groupHead(columns: 6) { html.text(title) } }
                    for row in rows {
                        html.row {
                            html.indicatorCells(row, listing.figures[row.indicator.number] ?? [], context)
                            let responsible = row.indicator.definition.responsible.flatMap { listing.names[$0] }
                            html.cell(responsible ?? "–", label: words.field(.responsible))
                        }
                    }
                }
            }
        }
        let next = from + size < listing.total ? address(status: filter.status, from: from + size) : nil
        let previous = from > 0 ? address(status: filter.status, from: max(0, from - size)) : nil
        if next != nil || previous != nil { html.pages(words, previous: previous, next: next) }
    }
}

extension HTMLWriter {
    /// Of the cells of `indicatorCells`.
    func indicatorColumns(_ words: Words) {
        column(words.subject(.indicator))
        column(words.indicatorLast, number: true)
        column(words.field(.target), number: true)
        column(words.indicatorsStatus)
        column(words.indicatorTrend)
    }

    /// What an indicator says in a row of a table.
    func indicatorCells(_ row: IndicatorRow, _ figures: [IndicatorTarget], _ context: PageContext) {
        let words = context.words
        let indicator = row.indicator
        let definition = indicator.definition
        rowHead { a(definition.name, .href(Path.indicator(context.slug, indicator.number))) }
        cell(label: words.indicatorLast, .class("n")) {
            guard let last = row.last else { return text("–") }
            b(last.value.map { words.figure($0, of: definition) } ?? words.indicatorInWords)
            br()
            small { day(last.on, words, short: true) }
        }
        cell(label: words.field(.target), .class("n")) {
            if let aim = indicator.aim(today: context.today) {
                text(words.figure(aim.value, of: definition))
                br()
                small { day(aim.on, words, short: true) }
            } else if let low = definition.low, let high = definition.high {
                text("\(words.figure(low, decimals: definition.decimals))–\(words.figure(high, of: definition))")
            } else {
                text("–")
            }
        }
        cell { status(row.status, words) }
        cell(label: words.indicatorTrend) { trend(figures, of: indicator, words) }
    }

    func status(_ status: IndicatorStatus, _ words: Words) {
        let mark: StaticString =
            switch status {
            case .onTarget: "s2"
            case .atRisk, .stale: "vg"
            case .offTarget: "rt"
            case .notStarted: "s0"
            case .noTarget: "s1"
            }
        span(words.indicatorStatus(status), .class(mark))
    }
}

extension Words {
    var indicatorsTitle: String { say("Indicateurs", "Indicators") }
    var indicatorNew: String { say("Créer un indicateur", "Create an indicator") }
    var measuresImport: String { say("Importer des mesures", "Import measures") }
    var indicatorsLevel: String { say("Niveau", "Level") }
    var indicatorsStatus: String { say("Situation", "Status") }
    var indicatorLast: String { say("Dernière mesure", "Last measure") }
    var indicatorTrend: String { say("Tendance", "Trend") }
    func dashboardIndicators(_ number: Int, _ status: IndicatorStatus) -> String {
        let many = count(number, say("indicateur", "indicator"), say("indicateurs", "indicators"))
        return say("\(many) \(indicatorStatus(status).lowercased())", "\(many) \(indicatorStatus(status).lowercased())")
    }
    fileprivate var indicatorInWords: String { say("en toutes lettres", "in words") }

    fileprivate func indicatorsLead(_ counts: [IndicatorStatus: Int]) -> String? {
        let all = counts.values.reduce(0, +)
        guard all > 0 else { return nil }
        let alerts = counts.filter { $0.key.isAlert }.values.reduce(0, +)
        let many = count(all, say("indicateur", "indicator"), say("indicateurs", "indicators"))
        if alerts == 0 { return say("\(many), aucun ne demande attention.", "\(many), none asks for attention.") }
        return say(
            "\(many), dont \(number(alerts)) à regarder de près.", "\(many), \(number(alerts)) to look at closely.")
    }
    fileprivate var indicatorsEmptyForEditors: String {
        say(
            "Aucun indicateur. Créez-en un\u{A0}: une unité, une cible datée, et qui le mesure.",
            "No indicator. Create one: a unit, a dated target, and who measures it.")
    }
    fileprivate var indicatorsEmpty: String { say("Aucun indicateur n’est suivi.", "No indicator is followed.") }
    fileprivate func indicatorsSee(_ number: Int) -> String {
        say("Voir \(plural(number, "cet indicateur", "ces indicateurs"))", "See \(plural(number, "this indicator", "these indicators"))")
    }
    fileprivate var indicatorsDefinitions: String { say("Définitions (CSV)", "Definitions (CSV)") }
    fileprivate var indicatorsMeasures: String { say("Mesures (CSV)", "Measures (CSV)") }
    fileprivate var indicatorsFilter: String { say("Filtrer les indicateurs", "Filter indicators") }
    fileprivate var indicatorsWords: String { say("Mots du nom", "Words of the name") }
    fileprivate var indicatorsShow: String { say("Afficher", "Show") }
    fileprivate var indicatorsAll: String { say("Tous les indicateurs", "All indicators") }
    fileprivate var indicatorsNone: String { say("Aucun indicateur ne répond à ce filtre.", "No indicator answers this filter.") }
    fileprivate func indicatorsCaption(_ total: Int) -> String {
        say(
            "\(count(total, "indicateur", "indicateurs"))\u{A0}: ce qui demande attention d’abord",
            "\(count(total, "indicator", "indicators")): what asks for attention first")
    }
    fileprivate var indicatorsBy: String { say("Regrouper", "Group") }
    fileprivate var indicatorsByLevel: String { say("Par niveau", "By level") }
    fileprivate func indicatorGroup(_ group: IndicatorGroup) -> String {
        switch group {
        case .theme: say("Par thématique", "By theme")
        case .direction: say("Par direction", "By unit")
        }
    }
    fileprivate func indicatorsElsewhere(_ group: IndicatorGroup?) -> String {
        group == .theme ? say("Hors du guide", "Outside the guide") : say("Sans direction", "No unit")
    }
    fileprivate func indicatorsOf(_ level: IndicatorLevel) -> String {
        switch level {
        case .strategic: say("Stratégiques", "Strategic")
        case .operational: say("Opérationnels", "Operational")
        }
    }
}
