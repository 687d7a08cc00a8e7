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
            html.filterSearch("q", words.actionListWord, filter.text)
            html.filterAxis(listing.plan, filter.axis, words)
            html.filterSelect("level", words.actionListColumn(.level), words.allOfThem, filter.level, named: words.level)
            html.filterSelect("progress", words.field(.progress), words.allOfThem, filter.progress) { words.progress($0) }
            html.filterParties(.pilot, listing.pilots, chosen: filter.pilot, name: filter.pilotName, words)
            more(html)
            layout(html)
            kept(html)
            html.div { html.button(words.actionListShow) }
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
                html.filterParties(.unit, listing.units, chosen: filter.unit, name: filter.unitName, words)
                html.filterSelect(
                    "priority", words.actionListColumn(.priority), words.allOfThemFeminine, filter.priority, named: words.priority)
                html.filterSelect(
                    "closed", words.actionListClosing, words.allOfThemFeminine, filter.closed.map { $0 ? "1" : "0" },
                    [("0", words.actionListOpen), ("1", words.actionListClosed)])
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
                html.filterSelect(
                    "group", words.actionListGroups, words.actionListUngrouped, query.group, named: words.actionListGroup)
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
}
