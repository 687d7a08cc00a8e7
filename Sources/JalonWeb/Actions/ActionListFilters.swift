/// The filters above the list: a choice where there are few, a search where there are many.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionListFilters {
    private let context: PageContext
    private let words: Words
    private let listing: ActionListing
    private let filter: ActionFilter

    init(_ context: PageContext, _ listing: ActionListing) {
        self.context = context
        words = context.words
        self.listing = listing
        filter = listing.query.filter
    }

    func write(_ html: HTMLWriter) {
        html.search(.actions(context.slug, listing.plan.number), label: words.actionListFilter) {
            html.div {
                html.label(words.actionListWord, .for("q"))
                html.input(.id("q"), .name("q"), .type(.search), .value(filter.text))
            }
            axis(html)
            select(html, "level", words.actionListColumn(.level), words.allOfThem, filter.level?.rawValue) { option in
                for level in EngagementLevel.allCases { option(level.rawValue, words.level(level)) }
            }
            select(html, "progress", words.field(.progress), words.allOfThem, filter.progress?.rawValue) { option in
                for progress in Progress.allCases { option(progress.rawValue, words.progress(progress)) }
            }
            parties(html, "pilot", .pilot, listing.pilots, chosen: filter.pilot, name: filter.pilotName)
            more(html)
            layout(html)
            kept(html)
            html.div { html.button(words.actionListShow) }
        }
    }

    private func axis(_ html: HTMLWriter) {
        let axes = listing.plan.axes
        guard axes.count <= ActionListing.mostChoices else {
            return input(html, "axis", words.actionListAxisNumber, filter.axis.map { String($0) } ?? "")
        }
        select(html, "axis", words.field(.axis), words.allOfThem, filter.axis.map { String($0) }) { option in
            for axis in axes { option(String(axis.number), axis.title) }
        }
    }

    private func parties(_ html: HTMLWriter, _ id: String, _ field: Field, _ parties: [Party], chosen: Int?, name: String) {
        if parties.isEmpty, chosen == nil, name.isEmpty { return }
        let label = words.field(field)
        if parties.count > ActionListing.mostChoices || !name.isEmpty {
            return input(html, id, words.actionListPartOfName(label), name)
        }
        select(html, id, label, field == .unit ? words.allOfThemFeminine : words.allOfThem, chosen.map { String($0) }) { option in
            for party in parties { option(String(party.id), party.name) }
        }
    }

    private func input(_ html: HTMLWriter, _ id: String, _ label: String, _ value: String) {
        html.div {
            html.label(label, .for(id))
            html.input(.id(id), .name(id), .type(.search), .value(value))
        }
    }

    private func select(
        _ html: HTMLWriter, _ id: String, _ label: String, _ all: String, _ chosen: String?,
        options: (_ option: (_ value: String, _ label: String) -> Void) -> Void
    ) {
        html.div {
            html.label(label, .for(id))
            html.select(.id(id), .name(id)) {
                html.option(all, .value(""))
                options { value, label in html.option(label, .value(value), .selected(value == chosen)) }
            }
        }
    }

    // MARK: What is asked less often, out of the way until it is in use

    private func more(_ html: HTMLWriter) {
        let flags: [(name: String, label: String, isOn: Bool)] = [
            ("late", words.late, filter.late), ("withoutPilot", words.noPilot, filter.withoutPilot),
            ("withoutIndicator", words.noIndicator, filter.withoutIndicator),
            ("awaitsDecision", words.awaitingDecision, filter.awaitsDecision), ("archived", words.actionListArchived, filter.archived),
        ]
        let asksUnit = filter.unit != nil || !filter.unitName.isEmpty
        let isInUse = asksUnit || filter.priority != nil || filter.closed != nil || flags.contains { $0.isOn }
        html.details(.open(isInUse)) {
            html.summary(words.actionListMore)
            html.div(.class("champs")) {
                parties(html, "unit", .unit, listing.units, chosen: filter.unit, name: filter.unitName)
                select(html, "priority", words.actionListColumn(.priority), words.allOfThemFeminine, filter.priority?.rawValue) { option in
                    for priority in PracticePriority.allCases { option(priority.rawValue, words.priority(priority)) }
                }
                select(html, "closed", words.actionListClosing, words.allOfThemFeminine, filter.closed.map { $0 ? "1" : "0" }) { option in
                    option("0", words.actionListOpen)
                    option("1", words.actionListClosed)
                }
            }
            html.fieldset(.class("choix ligne")) {
                html.legend(words.actionListSituation, .class("lu"))
                for flag in flags {
                    html.label {
                        html.input(.type(.checkbox), .name(flag.name), .value("1"), .checked(flag.isOn))
                        html.text(flag.label)
                    }
                }
            }
        }
    }

    /// Groups and columns, out of the way until they are not the usual ones.
    private func layout(_ html: HTMLWriter) {
        let query = listing.query
        html.details(.open(query.group != nil || query.columns != ActionColumn.usual)) {
            html.summary(words.actionListLayout)
            html.div(.class("champs")) {
                select(html, "group", words.actionListGroups, words.actionListUngrouped, query.group?.rawValue) { option in
                    for group in ActionGroup.allCases { option(group.rawValue, words.actionListGroup(group)) }
                }
            }
            html.fieldset(.class("choix ligne")) {
                html.legend(words.actionListColumns)
                for column in ActionColumn.allCases {
                    html.label {
                        html.input(
                            .type(.checkbox), .name("columns"), .value(column.rawValue), .checked(query.columns.contains(column)))
                        html.text(words.actionListColumn(column))
                    }
                }
            }
        }
    }

    /// What the form does not ask stays as it is: the practice that led here, and the order.
    private func kept(_ html: HTMLWriter) {
        if let practice = filter.practice { html.hiddenInput("practice", practice) }
        if let order = listing.query.orderName { html.hiddenInput("sort", order) }
    }
}

extension Words {
    var actionListFilter: String { say("Filtrer les actions", "Filter actions") }
    var actionListWord: String { say("Mot ou numéro", "Word or number") }
    var actionListAxisNumber: String { say("Numéro de l’axe", "Axis number") }
    var actionListShow: String { say("Afficher", "Show") }
    var actionListMore: String { say("Autres filtres", "Other filters") }
    var actionListSituation: String { say("Situation", "Situation") }
    var actionListLayout: String { say("Colonnes et groupes", "Columns and groups") }
    var actionListColumns: String { say("Colonnes", "Columns") }
    var actionListGroups: String { say("Groupes", "Groups") }
    var actionListUngrouped: String { say("Aucun", "None") }
    var actionListArchived: String { say("Archivées", "Archived") }
    var actionListClosing: String { say("Ouvertes ou closes", "Open or closed") }
    var actionListOpen: String { say("Ouvertes", "Open") }
    var actionListClosed: String { say("Closes", "Closed") }
    var allOfThem: String { say("Tous", "All") }
    var allOfThemFeminine: String { say("Toutes", "All") }
    func actionListPartOfName(_ label: String) -> String {
        say("\(label), nom ou partie du nom", "\(label), name or part of it")
    }
}
