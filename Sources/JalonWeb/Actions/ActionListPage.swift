/// The list of a plan's actions: saved views, filters, columns that sort, pages by key.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionListPage {
    private let context: PageContext
    private let words: Words
    private let listing: ActionListing
    private let ignored: [ActionListQuery.Ignored]
    private let ticks: ActionListRows.Ticks?
    private let filterAddress: Query
    private let address: Query

    init(_ context: PageContext, _ listing: ActionListing, ignored: [ActionListQuery.Ignored], ticksAll: Bool = false) {
        self.context = context
        words = context.words
        self.listing = listing
        self.ignored = ignored
        ticks = !context.may(.editPlan) || listing.plan.state == .closed ? nil : ticksAll ? .ticked : .empty
        filterAddress = listing.query.filter.address
        address = listing.query.address
    }

    var bytes: [UInt8] {
        page(context, title: words.actionListTitle) { html in
            heading(html)
            html.planViews(context, plan.number, current: .list, filter: filterAddress)
            views(html)
            ActionListFilters(context, listing).write(html)
            html.ignored(ignored, words)
            if listing.page.rows.isEmpty { nothing(html) } else if ticks != nil { selection(html) } else { rows(html) }
            foot(html)
            keep(html)
        }
    }

    private var plan: Plan { listing.plan }
    private var query: ActionQuery { listing.query }
    private var mayAdd: Bool { context.may(.editPlan) && plan.state != .closed }

    private func heading(_ html: HTMLWriter) {
        html.heading(words.actionListTitle, over: plan.title, lead: words.actionListLead(listing.count, query.filter)) {
            guard mayAdd else { return }
            html.ligne {
                html.buttonLink(words.actionListAdd, Path.newAction(context.slug, plan.number))
                html.buttonLink(words.actionListBuild, Path.build(context.slug, plan.number), secondary: true)
                html.a(words.importTable, .class("lien ecran"), .href(Path.importTable(context.slug, plan.number)))
            }
        }
    }

    private func views(_ html: HTMLWriter) {
        let saved = listing.views.prefix(Self.mostViews).map { (name: $0.name, address: $0.address) }
        let isSaved = saved.contains { $0.address == address }
        html.nav(.class("vues"), .ariaLabel(words.actionListViews)) {
            html.ul {
                for view in ActionListView.allCases {
                    html.li {
                        html.a(
                            words.actionListView(view), .href(list(view.filter.address)),
                            .when(!isSaved && view.filter == query.filter, .current(.page)))
                    }
                }
                html.li { html.a(MenuEntry.mine.label(words), .href(Path.mine(context.slug))) }
                for view in saved {
                    html.li { html.a(view.name, .href(list(view.address)), .when(view.address == address, .current(.page))) }
                }
                if !saved.isEmpty { html.li { html.a(words.viewsManage, .href(Path.views(context.slug, plan.number))) } }
            }
        }
    }

    /// More than that are on the page of views.
    private static let mostViews = 12

    /// The list as it stands, under a name.
    private func keep(_ html: HTMLWriter) {
        guard query != ActionQuery(), !listing.views.contains(where: { $0.address == address }) else { return }
        html.details {
            html.summary(words.viewsSave)
            html.post(to: .views(context.slug, plan.number), context, .class("texte")) {
                SavedViewForm(name: "", shared: false, query: address.suffix).write(Fields(html, words), context)
                html.button(words.save, .class("sec"))
            }
        }
    }

    private func nothing(_ html: HTMLWriter) {
        if query.cursor != nil {
            html.empty(words.actionListPastTheEnd) { html.p { html.a(words.actionListFirst, .href(list(address))) } }
        } else if query.filter == ActionFilter() {
            html.empty(mayAdd ? words.actionListEmptyForEditors : words.actionListEmpty) {
                guard mayAdd else { return }
                html.ligne {
                    html.buttonLink(words.actionListBuild, Path.build(context.slug, plan.number))
                    html.buttonLink(words.importTable, Path.importTable(context.slug, plan.number), secondary: true)
                }
            }
        } else {
            html.empty(words.actionListNoneFits(query.filter)) { html.p { html.a(words.actionListAll, .href(list())) } }
        }
    }

    // MARK: The rows

    /// Each row with its box, and what is done with those that are ticked.
    private func selection(_ html: HTMLWriter) {
        html.form(.method(.get), .action(Path.bulk(context.slug, plan.number, .empty)), .class("lot")) {
            rows(html)
            html.div(.class("carte ecran")) {
                html.ligne {
                    html.button(words.bulkTicked)
                    let here = query.cursor.map { query.page(at: $0, in: address) } ?? address
                    html.a(words.bulkTickPage, .class("lien"), .href(list(here.adding("tick", "all")).at("liste")))
                    if listing.count.map({ $0 <= BulkChange.mostActions }) ?? true {
                        let filter = filterAddress.suffix
                        html.a(
                            words.bulkAll(listing.count), .class("lien"),
                            .href(Path.bulk(context.slug, plan.number, ["all": filter.isEmpty ? "?" : filter])))
                    }
                    html.a(words.bulkChangesTitle, .class("lien"), .href(Path.bulkChanges(context.slug, plan.number)))
                }
            }
        }
    }

    private func rows(_ html: HTMLWriter) {
        var rows = ActionListRows(context, listing, ticks: ticks)
        html.cards(words.actionListCaption(query), id: "liste") {
            if ticks != nil { html.tickColumn(words.bulkTick) }
            head(html, words.field(.label), sortedBy: .label)
            for column in query.columns { head(html, words.actionListColumn(column), sortedBy: column.sort, number: column == .number) }
        } bodies: {
            guard let group = query.group else {
                return html.tbody(.role(.rowgroup)) { for row in listing.page.rows { rows.write(row, html) } }
            }
            for part in listing.page.rows.split(by: \.key) {
                html.tbody(.role(.rowgroup)) {
                    html.groupHead(columns: query.columns.count + (ticks == nil ? 1 : 2)) { groupTitle(html, group, part) }
                    for row in part { rows.write(row, html) }
                }
            }
        }
    }

    private func head(_ html: HTMLWriter, _ title: String, sortedBy sort: ActionSort?, number: Bool = false) {
        guard let sort else { return html.column(title, number: number) }
        let order: Attribute.Sort? = sort == query.sort ? (query.descending ? .descending : .ascending) : nil
        html.column(title, sortedBy: list(query.sorted(by: sort, in: filterAddress)), order: order, number: number)
    }

    /// The group's name, which leads to its actions alone where a filter says so, and how many they are.
    private func groupTitle(_ html: HTMLWriter, _ group: ActionGroup, _ rows: ArraySlice<ActionRow>) {
        guard let row = rows.first else { return }
        var filter = query.filter
        let title: String
        switch group {
        case .axis:
            title = plan.axes.first { $0.number == row.axis }?.title ?? words.noAxis
            filter.axis = row.axis
        case .direction:
            title = row.details?.direction ?? words.noDirection
        case .pilot:
            title = row.pilotName ?? words.noPilot
            filter.pilot = row.pilot
        case .level:
            title = words.level(row.level)
            filter.level = row.level
        }
        if filter == query.filter {
            html.text(title)
        } else {
            var apart = ActionQuery()
            apart.columns = query.columns
            html.a(title, .href(list(apart.address(of: filter))))
        }
        guard let count = listing.groupCounts[row.key] else { return }
        html.text(" ")
        html.small(words.count(count, "action", "actions"))
    }

    private func foot(_ html: HTMLWriter) {
        let page = listing.page
        html.pages(
            words, previous: page.previous.map { list(query.page(at: $0, in: address)) },
            next: page.next.map { list(query.page(at: $0, in: address)) }
        ) {
            guard listing.count != 0 else { return }
            html.a(words.actionListExport(listing.count), .href(Path.actionsCSV(context.slug, plan.number, address)))
        }
    }

    private func list(_ query: Query = .empty) -> Path { .actions(context.slug, plan.number, query) }
}

extension Words {
    var actionListTitle: String { say("Actions", "Actions") }
    var actionListAdd: String { say("Ajouter une action", "Add an action") }
    var actionListBuild: String { say("Construire depuis le guide", "Build from the guide") }
    var actionListViews: String { say("Listes courantes", "Usual lists") }
    var actionListNumber: String { say("N°", "No.") }
    /// After « 16 j », for who hears the page.
    var actionListOfDelay: String { say(" de retard", " late") }
    var actionListFirst: String { say("Revenir au début de la liste", "Back to the start of the list") }
    var actionListAll: String { say("Voir toutes les actions", "See all actions") }

    func actionListView(_ view: ActionListView) -> String {
        switch view {
        case .all: say("Toutes", "All")
        case .late: late
        case .withoutPilot: noPilot
        case .withoutIndicator: noIndicator
        case .awaitingDecision: awaitingDecision
        case .archived: actionListArchived
        }
    }

    func actionListColumn(_ column: ActionColumn) -> String {
        switch column {
        case .due: field(.due)
        case .axis: field(.axis)
        case .level: say("Engagement", "Engagement")
        case .progress: field(.progress)
        case .pilot: field(.pilot)
        case .direction: say("Direction", "Unit")
        case .baseline: field(.baseline)
        case .priority: say("Priorité", "Priority")
        case .impact: field(.impact)
        case .effort: field(.effort)
        case .visibility: field(.visibility)
        case .indicator: subject(.indicator)
        case .number: actionListNumber
        }
    }

    func actionListGroup(_ group: ActionGroup) -> String {
        switch group {
        case .axis: say("Par axe", "By axis")
        case .direction: say("Par direction", "By unit")
        case .pilot: say("Par pilote", "By pilot")
        case .level: say("Par niveau d’engagement", "By engagement level")
        }
    }

    /// Unknown in a long plan: counting would cost more than the page.
    func actionListCount(_ number: Int?) -> String {
        number.map { count($0, "action", "actions") } ?? say("plus de 50 actions", "more than 50 actions")
    }

    func actionListLead(_ number: Int?, _ filter: ActionFilter) -> String {
        let count = actionListCount(number)
        if filter == ActionFilter() { return say("Le plan compte \(count).", "The plan has \(count).") }
        if number == 0 { return say("Aucune action ne répond à ces filtres.", "No action fits these filters.") }
        let several = number ?? 51
        return say(
            "\(count) \(plural(several, "répond", "répondent")) à ces filtres.", "\(count) \(plural(several, "fits", "fit")) these filters."
        )
        .capitalisedFirst
    }

    var bulkTick: String { say("Choix", "Choice") }
    var bulkTicked: String { say("Modifier les actions cochées", "Change the ticked actions") }
    var bulkTickPage: String { say("Cocher toute la page", "Tick the whole page") }
    func bulkAll(_ number: Int?) -> String {
        guard let number else { return say("Modifier toutes celles de la liste", "Change all those in the list") }
        return say("Modifier les \(self.number(number)) de la liste", "Change all \(self.number(number)) in the list")
    }

    func actionListCaption(_ query: ActionQuery) -> String {
        if let group = query.group {
            return say("\(actionListGroup(group)), puis par numéro", "\(actionListGroup(group)), then by number")
        }
        let column = (ActionColumn(rawValue: query.sort.rawValue).map(actionListColumn) ?? field(.label)).lowercased()
        if query.sort == .due, !query.descending {
            return say("Par échéance, les actions closes en dernier", "By due date, closed actions last")
        }
        return query.descending
            ? say("Par \(column), en ordre inverse", "By \(column), in reverse") : say("Par \(column)", "By \(column)")
    }

    func actionListExport(_ number: Int?) -> String {
        guard let number else { return say("Exporter ces actions en CSV", "Export these actions as CSV") }
        return say("Exporter \(count(number, "action", "actions")) en CSV", "Export \(count(number, "action", "actions")) as CSV")
    }

    func actionListIgnored(_ part: ActionListQuery.Ignored) -> String {
        let name = part.field == .reason ? say("Tri", "Sort") : field(part.field)
        return say(
            "Filtre ignoré\u{A0}: \(quote(part.value)) n’est pas une valeur connue ici (\(name.lowercased())).",
            "Filter ignored: \(quote(part.value)) is not a value known here (\(name.lowercased())).")
    }

    var actionListEmpty: String {
        say("Ce plan n’a pas encore d’action. La coordination les ajoute.", "This plan has no action yet. Coordinators add them.")
    }
    var actionListEmptyForEditors: String {
        say(
            "Ce plan n’a pas encore d’action. Partez des bonnes pratiques du guide\u{A0}: cochez celles à retenir, chacune devient une action à compléter.",
            "This plan has no action yet. Start from the guide’s practices: tick those to keep, each becomes an action to complete.")
    }
    var actionListPastTheEnd: String { say("La liste s’arrête avant cette page.", "The list ends before this page.") }

    func actionListNoneFits(_ filter: ActionFilter) -> String {
        switch filter {
        case ActionListView.late.filter: say("Aucune action n’est en retard.", "No action is late.")
        case ActionListView.withoutPilot.filter: say("Chaque action ouverte a un pilote.", "Every open action has a pilot.")
        case ActionListView.withoutIndicator.filter: say("Chaque action a un indicateur.", "Every action has an indicator.")
        case ActionListView.awaitingDecision.filter: say("Aucune décision n’est attendue.", "No decision is awaited.")
        case ActionListView.archived.filter:
            say(
                "Aucune action n’est archivée. Une action archivée se retrouve ici, et se restaure depuis sa fiche.",
                "No action is archived. An archived action is found here, and restored from its page.")
        default:
            say(
                "Aucune action ne répond à ces filtres. Retirez-en un, ou cherchez un autre mot.",
                "No action fits these filters. Remove one, or search for another word.")
        }
    }
}

extension String {
    /// A sentence starts with a capital, whatever it is made of.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension SavedView {
    /// What its address means today, written as the list writes it.
    var address: Query {
        FormBody(encoded: query.utf8.drop { $0 == UInt8(ascii: "?") }).map { ActionListQuery($0).query.address } ?? .empty
    }
}

extension Array {
    /// Runs of neighbours that share a value.
    fileprivate func split<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice<Element>] {
        var parts: [ArraySlice<Element>] = []
        var start = startIndex
        for index in indices.dropFirst() where key(self[index]) != key(self[index - 1]) {
            parts.append(self[start..<index])
            start = index
        }
        return isEmpty ? [] : parts + [self[start...]]
    }
}
