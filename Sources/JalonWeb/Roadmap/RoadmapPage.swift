/// The roadmap: the plan's years drawn, whether directions can carry what is ahead, and the same in tables; what has no date apart.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct RoadmapPage {
    /// Actions of a page, dated or not: what the weight of a page allows.
    private static let size = 20

    private let context: PageContext
    private let words: Words
    private let map: Roadmap
    private let ignored: [ActionListQuery.Ignored]
    private let number: Int
    private let pages: Int
    /// The part of the groups, and of what has no date, that stands on this page.
    private let groups: [Roadmap.Group]
    private let undated: ArraySlice<RoadmapRow>
    private let axis: TimeAxis

    init(_ context: PageContext, _ map: Roadmap, ignored: [ActionListQuery.Ignored], page: Int) {
        self.context = context
        words = context.words
        self.map = map
        self.ignored = ignored
        let dated = map.rows.count
        pages = max(1, (dated + map.undated.count + Self.size - 1) / Self.size)
        number = min(page, pages)
        var skipped = (number - 1) * Self.size
        var room = Self.size
        var groups: [Roadmap.Group] = []
        for group in map.groups {
            let rows = Array(group.rows.dropFirst(skipped).prefix(room))
            skipped = max(0, skipped - group.rows.count)
            room -= rows.count
            if !rows.isEmpty { groups.append(Roadmap.Group(title: group.title, rows: rows)) }
        }
        self.groups = groups
        undated = map.undated.dropFirst(skipped).prefix(room)
        axis = Self.axis(of: map)
    }

    /// The plan's quarters, and at most a year more on either side for what is dated there.
    private static func axis(of map: Roadmap) -> TimeAxis {
        let (from, to) = (Period(.quarter, of: map.plan.from), Period(.quarter, of: map.plan.to))
        let days = map.rows.compactMap(\.days)
        let first = days.map(\.lowerBound).min().map { Period(.quarter, of: $0) } ?? from
        let last = days.map(\.upperBound).max().map { Period(.quarter, of: $0) } ?? to
        return TimeAxis(from: max(min(from, first), from.advanced(by: -4)), to: min(max(to, last), to.advanced(by: 4)))
    }

    private var plan: Plan { map.plan }
    private var mayEdit: Bool { context.may(.editPlan) && plan.state != .closed }
    private var address: Query { map.filter.address.adding("group", map.grouping == .axis ? nil : map.grouping.rawValue) }
    private func path(_ query: Query) -> Path { .planning(context.slug, plan.number, .roadmap, query) }
    private func turned(to page: Int) -> Path { path(address.adding("page", page > 1 ? String(page) : nil)) }

    var bytes: [UInt8] {
        page(context, title: words.roadmapTitle) { html in html.div(.class("large")) { content(html) } }
    }

    private func content(_ html: HTMLWriter) {
        html.heading(words.roadmapTitle, over: plan.title, lead: words.roadmapLead(map)) {
            html.ligne {
                html.a(words.roadmapFile, .class("lien ecran"), .href(Path.planning(context.slug, plan.number, .roadmapCSV, address)))
            }
        }
        html.planViews(context, plan.number, current: .roadmap, filter: map.filter.address)
        grouping(html)
        html.planFilters(
            context, to: path(.empty), plan, map.filter, map.choices,
            extra: map.grouping == .axis ? [] : [("group", map.grouping.rawValue)])
        html.ignored(ignored, words)
        if map.rows.isEmpty {
            nothing(html)
        } else if !groups.isEmpty {
            drawing(html)
        }
        if number == 1 { workload(html) }
        if !groups.isEmpty { html.section { table(html) } }
        if !undated.isEmpty { html.section { withoutDate(html) } }
        if pages > 1 {
            html.pages(
                words, previous: number > 1 ? turned(to: number - 1) : nil, next: number < pages ? turned(to: number + 1) : nil
            ) {
                let first = (number - 1) * Self.size
                html.text(
                    words.rankingPart(
                        first + 1, first + groups.reduce(0) { $0 + $1.rows.count } + undated.count,
                        of: map.rows.count + map.undated.count))
            }
        }
    }

    private func grouping(_ html: HTMLWriter) {
        html.nav(.class("vues"), .ariaLabel(words.roadmapGroups)) {
            html.ul {
                for grouping in RoadmapGrouping.allCases {
                    let query = map.filter.address.adding("group", grouping == .axis ? nil : grouping.rawValue)
                    html.li {
                        html.a(words.roadmapGrouping(grouping), .href(path(query)), .when(grouping == map.grouping, .current(.true)))
                    }
                }
            }
        }
    }

    private func nothing(_ html: HTMLWriter) {
        if !map.undated.isEmpty {
            html.empty(words.roadmapNoDates)
        } else if map.filter == ActionFilter() {
            html.empty(words.roadmapNothing) {
                html.p { html.a(words.planView(.list), .href(Path.actions(context.slug, plan.number))) }
            }
        } else {
            html.empty(words.roadmapNoneFits) { html.p { html.a(words.roadmapAll, .href(path(.empty))) } }
        }
    }

    // MARK: The drawing

    private func drawing(_ html: HTMLWriter) {
        html.section {
            html.h2(words.roadmapQuestion)
            Gantt(
                words, axis,
                groups.map { group in
                    Gantt.Group(title: words.roadmapGroup(group.title, map.grouping), rows: group.rows.map(row))
                }, today: map.today, committees: map.committees.map(\.day)
            ).write(html, title: words.roadmapTitle) { html.ganttLegend(words) }
        }
    }

    private func row(_ row: RoadmapRow) -> Gantt.Row {
        let days = row.lateness(on: map.today)
        return Gantt.Row(
            number: row.number, label: row.label,
            bars: row.stages.map { stage in
                // Of what was in place already, only the day it came in force may be known.
                let end = stage.end ?? (stage.level == .implementation ? row.implementedOn : nil)
                return Gantt.Bar(level: stage.level, start: stage.start, end: end, isBegun: stage.isBegun)
            },
            milestones: row.milestones.compactMap { milestone in
                (milestone.reachedOn ?? milestone.due).map { ($0, milestone.reachedOn != nil) }
            },
            late: days > 0 ? (map.today + -days, words.late(days: days)) : nil,
            over: row.stopped ? words.stopped : row.closed ? words.inForce : nil, after: map.after[row.number] ?? [])
    }

    // MARK: Load against capacity

    private func workload(_ html: HTMLWriter) {
        let load = map.workload
        guard load.horizon.count > 0, !map.rows.isEmpty || !map.undated.isEmpty else { return }
        html.section {
            html.h2(words.workloadTitle)
            if !map.hasCapacity {
                html.empty(words.workloadNoMeans) {
                    html.p { html.a(words.scenariosGiveMeans, .href(Path.planning(context.slug, plan.number, .means))) }
                }
            } else if load.isEmpty {
                html.empty(words.workloadNothing)
            } else {
                let picture = WorkloadPicture(words: words, axis: axis, load: load, names: map.names, today: map.today)
                html.p(words.workloadLead(load, map.names))
                picture.write(html)
                html.details {
                    html.summary(words.engagementAsTable)
                    picture.table(html)
                }
            }
            if let left = words.workloadLeftOut(load) {
                html.p(.class("aide")) {
                    html.text(left)
                    if context.may(.editPlan) {
                        html.text(" ")
                        html.a(words.workloadEstimate, .href(Path.planning(context.slug, plan.number, .needs)))
                    }
                }
            }
        }
    }

    // MARK: The same as a table

    private func table(_ html: HTMLWriter) {
        let links = ActionLinks(context.slug, plan.number)
        html.h2(words.roadmapAsTable)
        if let told = words.roadmapCommittees(map.committees) { html.p(told, .class("aide")) }
        html.cards(words.roadmapCaption) {
            html.column(words.subject(.action))
            html.column(words.roadmapStages)
            html.column(words.roadmapMilestones)
            html.column(words.roadmapWhere)
        } bodies: {
            for group in groups {
                html.tbody(.role(.rowgroup)) {
                    html.groupHead(columns: 4) { html.text(words.roadmapGroup(group.title, map.grouping)) }
                    for row in group.rows { write(html, row, links) }
                }
            }
        }
    }

    private func write(_ html: HTMLWriter, _ row: RoadmapRow, _ links: ActionLinks) {
        html.row {
            html.rowHead { html.a("\(row.number). \(row.label)", .href(links[row.number])) }
            html.cell {
                for (index, stage) in row.stages.enumerated() {
                    if index > 0 { html.br() }
                    html.level(stage.level, words)
                    html.text(" " + words.roadmapDays(stage))
                }
            }
            html.cell(label: row.milestones.isEmpty ? nil : words.roadmapMilestones) {
                for (index, milestone) in row.milestones.enumerated() {
                    if index > 0 { html.br() }
                    html.text(words.roadmapDays(milestone, today: map.today))
                }
            }
            html.cell {
                state(html, row)
                if let after = map.after[row.number] {
                    html.br()
                    html.small(words.roadmapAfter(after))
                }
            }
        }
    }

    private func state(_ html: HTMLWriter, _ row: RoadmapRow) {
        let days = row.lateness(on: map.today)
        if row.stopped {
            html.text(words.stopped)
        } else if row.closed {
            html.span(words.roadmapInForce(row.implementedOn), .class("s2"))
        } else if days > 0 {
            html.lateness(days, words)
        } else {
            html.progress(row.progress, words)
        }
    }

    // MARK: What has no date

    private func withoutDate(_ html: HTMLWriter) {
        let links = ActionLinks(context.slug, plan.number)
        html.h2(words.roadmapUndated(map.undated.count))
        html.p(words.roadmapUndatedWhy)
        html.ul(.class("liste")) {
            for row in undated {
                html.li {
                    html.a("\(row.number). \(row.label)", .href(links[row.number]))
                    if mayEdit, !row.closed {
                        html.text(" ")
                        html.small {
                            html.a(.href(Path.editAction(context.slug, ActionID(plan: plan.number, number: row.number)))) {
                                html.text(words.roadmapGiveDates)
                                html.span(" (\(row.number))", .class("lu"))
                            }
                        }
                    }
                }
            }
        }
    }
}
