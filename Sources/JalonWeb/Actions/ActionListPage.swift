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
    private let filterAddress: Query
    private let address: Query

    init(_ context: PageContext, _ listing: ActionListing, ignored: [ActionListQuery.Ignored]) {
        self.context = context
        words = context.words
        self.listing = listing
        self.ignored = ignored
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
            if listing.page.rows.isEmpty { nothing(html) } else { rows(html) }
            foot(html)
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
            }
        }
    }

    private func views(_ html: HTMLWriter) {
        html.nav(.class("vues"), .ariaLabel(words.actionListViews)) {
            html.ul {
                for view in ActionListView.allCases {
                    html.li {
                        html.a(
                            words.actionListView(view), .href(Path.actions(context.slug, plan.number, view.filter.address)),
                            .when(view.filter == query.filter, .current(.page)))
                    }
                }
                html.li { html.a(MenuEntry.mine.label(words), .href(Path.mine(context.slug))) }
            }
        }
    }

    private func nothing(_ html: HTMLWriter) {
        if query.cursor != nil {
            html.empty(words.actionListPastTheEnd) { html.p { html.a(words.actionListFirst, .href(list(address))) } }
        } else if query.filter == ActionFilter() {
            html.empty(mayAdd ? words.actionListEmptyForEditors : words.actionListEmpty) {
                guard mayAdd else { return }
                html.ligne { html.buttonLink(words.actionListBuild, Path.build(context.slug, plan.number)) }
            }
        } else {
            html.empty(words.actionListNoneFits(query.filter)) { html.p { html.a(words.actionListAll, .href(list())) } }
        }
    }

    // MARK: The rows, where the time of this page goes: all that two rows share is said once, before them

    private func rows(_ html: HTMLWriter) {
        let links = ActionLinks(context.slug, plan.number)
        let axes = Dictionary(plan.axes.map { ($0.number, $0.title) }) { first, _ in first }
        let levels = EngagementLevel.allCases.map { (words.level($0), $0.mark) }
        let progresses = Progress.allCases.map { (words.progress($0), $0.mark) }
        let priorities = PracticePriority.allCases.map { ($0, words.priority($0)) }
        let pilot = words.field(.pilot)
        let due = Attribute.label(words.field(.due))
        let number = words.actionListNumber
        let (stopped, awaiting, noPilot) = (words.stopped, words.awaitingDecision, words.noPilot)
        let ofDelay = words.actionListOfDelay
        // Rows sorted by date share it with their neighbours.
        var lastDay: (day: Day, text: String, iso: String)?

        html.cards(words.actionListCaption(query), id: "liste") {
            for column in Self.columns { head(html, column) }
        } rows: {
            for row in listing.page.rows {
                html.row {
                    html.rowHead { html.a(row.label, .href(links[row.number])) }
                    html.tableCell(row.axis.flatMap { axes[$0] } ?? "")
                    let level = levels[row.level.rank]
                    html.tableCell(level.0, level.1)
                    let progress = progresses[row.progress.rank]
                    if row.stopped {
                        html.tableCell(stopped, progress.1)
                    } else if row.awaitsDecision {
                        html.cell { html.span(awaiting, .class("vg")) }
                    } else if let percent = row.percent {
                        html.tableCell(words.progress(row.progress, percent: percent), progress.1)
                    } else {
                        html.tableCell(progress.0, progress.1)
                    }
                    html.tableCell(row.pilotName ?? noPilot, label: pilot)
                    html.td(.role(.cell), due) {
                        guard let day = row.due else { return }
                        if lastDay?.day != day { lastDay = (day, words.shortDay(day), day.iso) }
                        if let lastDay { html.time(lastDay.text, .datetime(lastDay.iso)) }
                        let lateness = row.lateness(on: context.today)
                        if lateness > 0 {
                            html.text(" ")
                            html.span(.class("rt")) {
                                html.text(words.lateShort(days: lateness))
                                html.span(ofDelay, .class("lu"))
                            }
                        }
                    }
                    html.tableCell(row.priority.flatMap { priority in priorities.first { $0.0 == priority }?.1 } ?? "")
                    html.tableCell(String(row.number), "n", label: number)
                }
            }
        }
    }

    private static let columns: [ActionSort] = [.label, .axis, .level, .progress, .pilot, .due, .priority, .number]

    private func head(_ html: HTMLWriter, _ column: ActionSort) {
        let order: Attribute.Sort? = column == query.sort ? (query.descending ? .descending : .ascending) : nil
        html.column(
            words.actionListColumn(column), sortedBy: list(query.sorted(by: column, in: filterAddress)), order: order,
            number: column == .number)
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
    var actionListBuild: String { say("Construire à partir du guide", "Build from the guide") }
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

    func actionListColumn(_ sort: ActionSort) -> String {
        switch sort {
        case .due: field(.due)
        case .label: field(.label)
        case .axis: field(.axis)
        case .level: say("Engagement", "Engagement")
        case .progress: field(.progress)
        case .pilot: field(.pilot)
        case .priority: say("Priorité", "Priority")
        case .number: actionListNumber
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

    func actionListCaption(_ query: ActionQuery) -> String {
        let column = actionListColumn(query.sort).lowercased()
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
                "No action is archived. An archived action is found here, and restored from its sheet.")
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
