/// Progress by axis: one band for each action, or bars to one scale where the bands would be too many.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct DashboardProgress {
    private struct Line {
        let axis: Axis?
        let counts: DashboardCounts
    }

    private let context: PageContext
    private let words: Words
    private let plan: Int
    private let lines: [Line]
    private let largest: Int

    /// Beyond, an axis is a bar.
    private static let mostBands = 12
    private static let width = 274.0

    init(_ context: PageContext, _ overview: PlanOverview) {
        self.init(context, plan: overview.plan.number, overview.plan.axes, overview.tallies)
    }

    init(_ context: PageContext, plan: Int, _ axes: [Axis], _ tallies: [Tally]) {
        self.context = context
        words = context.words
        self.plan = plan
        let tallies = Dictionary(grouping: tallies, by: \.axis)
        // An axis without actions is shown: nothing done there is worth seeing.
        let axes = axes.map { Line(axis: $0, counts: DashboardCounts(tallies[$0.number] ?? [])) }
        lines = axes + (tallies[nil].map { [Line(axis: nil, counts: DashboardCounts($0))] } ?? [])
        largest = lines.map(\.counts.actions).max() ?? 0
    }

    private var isBanded: Bool { largest <= Self.mostBands }

    func write(_ html: HTMLWriter) {
        html.section {
            html.h2(words.dashboardByAxis)
            html.cards(isBanded ? words.dashboardBands : words.dashboardBars) {
                html.column(words.field(.axis))
                html.column(words.actionListTitle)
                html.column(words.dashboardFinishedShort, number: true)
                html.column(words.late, number: true)
            } rows: {
                for line in lines { html.row { row(html, line) } }
            }
            html.p(.class("aide ligne bd")) {
                html.span(words.dashboardFinishedOne, .class("s2"))
                html.text(" ")
                html.span(words.progress(.inProgress), .class("s1"))
                html.text(" ")
                html.span(words.progress(.toDo), .class("s0 tiret"))
                if isBanded {
                    html.text(" ")
                    html.span(words.stopped, .class("s0 bas"))
                    html.text(" ")
                    html.span(words.late, .class("rt"))
                }
            }
        }
    }

    private func row(_ html: HTMLWriter, _ line: Line) {
        let counts = line.counts
        html.rowHead {
            if let axis = line.axis { html.a(axis.title, .href(list(axis.number))) } else { html.text(words.noAxis) }
        }
        html.cell {
            if counts.actions == 0 {
                html.small(words.dashboardNoAction)
            } else if isBanded {
                bands(html, counts)
            } else {
                bar(html, counts)
            }
        }
        html.cell(words.dashboardOutOf(counts.finished, counts.actions), label: words.dashboardFinishedShort, .class("n"))
        html.cell(label: words.late, .class("n")) {
            if counts.late > 0 { html.span(words.number(counts.late), .class("rt")) } else { html.text(0) }
        }
    }

    // MARK: One band for each action

    /// Finished ones first, full; then half full, then dashed, then those not pursued, lying low; a flag for each late one.
    private func bands(_ html: HTMLWriter, _ counts: DashboardCounts) {
        html.bands(
            Bands(full: counts.finished, half: counts.underWay, dashed: counts.toDo, low: counts.stopped),
            title: words.dashboardBandsTitle(counts), description: words.dashboardBands, flags: counts.late)
    }

    // MARK: One bar for many, all axes to the same scale

    private func bar(_ html: HTMLWriter, _ counts: DashboardCounts) {
        let unit = (Self.width - 2) / Double(largest)
        // A few actions among ten thousand are still seen.
        func length(_ number: Int) -> Double { number == 0 ? 0 : max(Double(number) * unit, 1) }
        let underWay = 1 + Double(counts.finished) * unit
        html.picture(words.dashboardBandsTitle(counts), description: words.dashboardBars, width: Int(Self.width), height: 24) {
            html.rect(.class("d"), .x(1), .y(10), .width(max(length(counts.actions), 2)), .height(13))
            html.rect(.class("p"), .x(1), .y(10), .width(length(counts.finished)), .height(13))
            html.rect(.class("o"), .x(underWay), .y(10), .width(length(counts.underWay)), .height(13))
            html.rect(.class("p"), .x(underWay), .y(16.5), .width(length(counts.underWay)), .height(6.5))
        }
    }

    private func list(_ axis: Int) -> Path {
        var filter = ActionFilter()
        filter.axis = axis
        return .actions(context.slug, plan, filter.address)
    }
}

extension Words {
    var dashboardByAxis: String { say("Avancement par axe", "Progress by axis") }
    var dashboardBands: String { say("Une bande par action du plan", "One band for each action of the plan") }
    var dashboardBars: String {
        say("Longueur des barres\u{A0}: nombre d’actions, à la même échelle", "Length of bars: number of actions, to one scale")
    }
    var dashboardFinishedShort: String { say("Finies", "Finished") }
    var dashboardFinishedOne: String { say("Finie", "Finished") }
    var dashboardNoAction: String { say("Aucune action", "No action") }
    func dashboardOutOf(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "0" : say("\(number(part)) sur \(number(whole))", "\(number(part)) of \(number(whole))")
    }

    func dashboardBandsTitle(_ counts: DashboardCounts) -> String {
        var parts = [
            count(counts.finished, say("finie", "finished"), say("finies", "finished")),
            say("\(number(counts.underWay)) en cours", "\(number(counts.underWay)) in progress"),
            say("\(number(counts.toDo)) à faire", "\(number(counts.toDo)) to do"),
        ]
        if counts.stopped > 0 {
            parts.append(count(counts.stopped, say("non poursuivie", "not pursued"), say("non poursuivies", "not pursued")))
        }
        let text = parts.joined(separator: ", ")
        return counts.late == 0
            ? text : say("\(text), dont \(number(counts.late)) en retard", "\(text), \(number(counts.late)) of them late")
    }
}
