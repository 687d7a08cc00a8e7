/// The rows of the list, where the time of its page goes: all that two rows share is said once, before them.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionListRows {
    /// Whether rows come with a box to tick, ticked already or not.
    enum Ticks { case empty, ticked }

    private let words: Words
    private let today: Day
    private let columns: [ActionColumn]
    private let indicators: [Int: (row: IndicatorRow, figures: [IndicatorTarget])]
    private let ticks: Ticks?
    private let links: ActionLinks
    private let axes: [Int: String]
    private let levels: [(String, StaticString)]
    private let progresses: [(String, StaticString)]
    private let priorities: [(PracticePriority, String)]
    private let pilot: String
    private let due: Attribute
    private let number: String
    private let stopped: String
    private let awaiting: String
    private let noPilot: String
    private let ofDelay: String
    /// Rows sorted by date share it with their neighbours.
    private var lastDay: (day: Day, text: String, iso: String)?

    init(_ context: PageContext, _ listing: ActionListing, ticks: Ticks?) {
        self.ticks = ticks
        let words = context.words
        self.words = words
        today = context.today
        columns = listing.query.columns
        indicators = listing.indicators
        links = ActionLinks(context.slug, listing.plan.number)
        axes = Dictionary(listing.plan.axes.map { ($0.number, $0.title) }) { first, _ in first }
        levels = EngagementLevel.allCases.map { (words.level($0), $0.mark) }
        progresses = Progress.allCases.map { (words.progress($0), $0.mark) }
        priorities = PracticePriority.allCases.map { ($0, words.priority($0)) }
        pilot = words.field(.pilot)
        due = .label(words.field(.due))
        number = words.actionListNumber
        (stopped, awaiting, noPilot) = (words.stopped, words.awaitingDecision, words.noPilot)
        ofDelay = words.actionListOfDelay
    }

    mutating func write(_ row: ActionRow, _ html: HTMLWriter) {
        html.row {
            if let ticks { html.tickCell("action", row.number, label: row.label, checked: ticks == .ticked) }
            html.rowHead { html.a(row.label, .href(links[row.number])) }
            for column in columns { cell(column, row, html) }
        }
    }

    private mutating func cell(_ column: ActionColumn, _ row: ActionRow, _ html: HTMLWriter) {
        switch column {
        case .axis: html.tableCell(row.axis.flatMap { axes[$0] } ?? "")
        case .level:
            let level = levels[row.level.rank]
            html.tableCell(level.0, level.1)
        case .progress: progress(row, html)
        case .pilot: html.tableCell(row.pilotName ?? noPilot, label: pilot)
        case .direction: detail(column, row.details?.direction, html)
        case .baseline: detail(column, row.baseline.map(words.shortDay), html)
        case .due: due(row, html)
        case .priority: html.tableCell(row.priority.flatMap { priority in priorities.first { $0.0 == priority }?.1 } ?? "")
        case .impact: detail(column, words.estimate(row.details?.impact), html)
        case .effort: detail(column, words.estimate(row.details?.effort), html)
        case .visibility: detail(column, (row.details?.visibility).map(words.visibility), html)
        case .indicator: indicator(row, html)
        case .number: html.tableCell(String(row.number), "n", label: number)
        }
    }

    private func progress(_ row: ActionRow, _ html: HTMLWriter) {
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
    }

    private mutating func due(_ row: ActionRow, _ html: HTMLWriter) {
        html.td(.role(.cell), due) {
            guard let day = row.due else { return }
            if lastDay?.day != day { lastDay = (day, words.shortDay(day), day.iso) }
            if let lastDay { html.time(lastDay.text, .datetime(lastDay.iso)) }
            let lateness = row.lateness(on: today)
            if lateness > 0 {
                html.text(" ")
                html.span(.class("rt")) {
                    html.text(words.lateShort(days: lateness))
                    html.span(ofDelay, .class("lu"))
                }
            }
        }
    }

    private func indicator(_ row: ActionRow, _ html: HTMLWriter) {
        html.cell(label: words.actionListColumn(.indicator)) {
            guard let followed = indicators[row.number] else { return }
            let definition = followed.row.indicator.definition
            html.status(followed.row.status, words)
            if let value = followed.row.last?.value {
                html.br()
                html.small(words.figure(value, of: definition))
            }
            html.shortTrend(followed.figures, of: followed.row.indicator)
        }
    }

    /// A column that is asked for keeps its heading when its row becomes a card.
    private func detail(_ column: ActionColumn, _ text: String?, _ html: HTMLWriter) {
        html.tableCell(text ?? "", label: words.actionListColumn(column))
    }
}
