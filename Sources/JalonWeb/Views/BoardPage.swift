/// The board: a plan's actions in columns, by engagement level or by progress. Nothing is dragged: each card leads to its action.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum BoardController {
    static func show(_ visit: Visit) async throws -> Response {
        let asked = ActionListQuery(visit.query)
        let side = BoardSide(rawValue: visit.query["by"]) ?? .level
        let seen = try await visit.workspace.board(of: try visit.plan(), by: side, asked.query.filter, visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: plan)
        return visit.answer(BoardPage(frame, seen.model, ignored: asked.ignored).bytes)
    }
}

struct BoardPage {
    private let context: PageContext
    private let words: Words
    private let board: Board
    private let ignored: [ActionListQuery.Ignored]

    init(_ context: PageContext, _ board: Board, ignored: [ActionListQuery.Ignored]) {
        self.context = context
        words = context.words
        self.board = board
        self.ignored = ignored
    }

    private var plan: Plan { board.plan }
    private var total: Int { board.columns.reduce(0) { $0 + $1.count } }

    var bytes: [UInt8] {
        page(context, title: words.boardTitle) { html in
            html.heading(words.boardTitle, over: plan.title, lead: words.boardLead(total, by: board.side, board.filter))
            html.planViews(context, plan.number, current: .board, filter: board.filter.address)
            sides(html)
            html.planFilters(
                context, to: .board(context.slug, plan.number), plan, board.filter, board.choices,
                extra: board.side == .level ? [] : [("by", board.side.rawValue)])
            html.ignored(ignored, words)
            if total == 0 { nothing(html) } else { columns(html) }
            html.hint(words.pathQuestion) { html.pathWords(words) }
        }
    }

    private func sides(_ html: HTMLWriter) {
        html.nav(.class("vues"), .ariaLabel(words.boardSides)) {
            html.ul {
                for side in BoardSide.allCases {
                    html.li { html.a(words.boardSide(side), .href(path(side)), .when(side == board.side, .current(.page))) }
                }
            }
        }
    }

    /// What the columns leave aside does not follow from one side to the other.
    private func path(_ side: BoardSide) -> Path {
        .board(context.slug, plan.number, board.filter.address.adding("by", side == .level ? nil : side.rawValue))
    }

    private func nothing(_ html: HTMLWriter) {
        let filtered = board.filter != ActionFilter()
        let mayAdd = context.may(.editPlan) && plan.state != .closed
        html.empty(filtered ? words.actionListNoneFits(board.filter) : mayAdd ? words.actionListEmptyForEditors : words.actionListEmpty) {
            if filtered {
                html.p { html.a(words.actionListAll, .href(Path.board(context.slug, plan.number))) }
            } else if mayAdd {
                html.ligne { html.buttonLink(words.actionListBuild, Path.build(context.slug, plan.number)) }
            }
        }
    }

    // MARK: Columns

    private func columns(_ html: HTMLWriter) {
        // On a narrow screen columns stand one below the other: these lead to each.
        html.p(.class("ligne sauts ecran")) {
            for column in board.columns {
                html.a(words.boardColumn(title(column), column.count), .class("lien"), .href(Fragment(id(column))))
            }
        }
        html.div(.class("g g3")) {
            for column in board.columns {
                html.section(.labelledBy(id(column))) {
                    html.h2(.id(id(column))) {
                        html.span(title(column), mark(column))
                        html.text(" ")
                        html.small(words.number(column.count))
                    }
                    if column.rows.isEmpty { html.p(words.boardNone, .class("aide")) } else { cards(html, column) }
                }
            }
        }
    }

    private func cards(_ html: HTMLWriter, _ column: Board.Column) {
        let links = ActionLinks(context.slug, plan.number)
        html.ul(.class("liste")) { for row in column.rows { html.li { card(html, row, links[row.number]) } } }
        if column.count > column.rows.count {
            html.p {
                html.a(
                    words.boardAll(column.count, title(column)), .class("lien"),
                    .href(Path.actions(context.slug, plan.number, column.filter.address)))
            }
        }
    }

    private func card(_ html: HTMLWriter, _ row: ActionRow, _ link: ActionLinks.Link) {
        html.a(row.label, .href(link))
        html.br()
        html.small(row.pilotName ?? words.noPilot)
        html.br()
        html.small {
            if board.side == .level { situation(html, row) } else { html.level(row.level, words) }
            if let due = row.due {
                html.text(" · ")
                html.day(due, words, short: true)
            }
            html.text(" ")
            html.shortLateness(row.lateness(on: context.today), words)
            if board.side == .progress, row.awaitsDecision { html.awaitingDecision(words) }
            if board.side == .progress, row.stopped { html.text(words.stopped) }
        }
        guard board.reportable.contains(row.number) else { return }
        html.br()
        html.a(.class("lien ecran"), .href(link.at("nouvelles"))) {
            html.small(words.mineNews)
            html.span(" – " + row.label, .class("lu"))
        }
    }

    private func situation(_ html: HTMLWriter, _ row: ActionRow) {
        if row.stopped {
            html.span(words.stopped, .progress(row.progress))
        } else if row.awaitsDecision {
            html.awaitingDecision(words)
        } else {
            html.progress(row.progress, percent: row.percent, words)
        }
    }

    private func id(_ column: Board.Column) -> String {
        (board.side == .level ? column.filter.level?.rawValue : column.filter.progress?.rawValue) ?? ""
    }

    private func title(_ column: Board.Column) -> String {
        (board.side == .level ? column.filter.level.map { words.level($0) } : column.filter.progress.map { words.progress($0) }) ?? ""
    }

    private func mark(_ column: Board.Column) -> Attribute {
        (board.side == .level ? column.filter.level.map { .level($0) } : column.filter.progress.map { .progress($0) }) ?? .none
    }
}

extension Words {
    var boardTitle: String { say("Tableau des actions", "Board of actions") }
    var boardSides: String { say("Colonnes", "Columns") }
    var boardNone: String { say("Aucune action ici.", "No action here.") }

    func boardSide(_ side: BoardSide) -> String {
        switch side {
        case .level: say("Par niveau d’engagement", "By engagement level")
        case .progress: say("Par avancement", "By progress")
        }
    }

    func boardLead(_ number: Int, by side: BoardSide, _ filter: ActionFilter) -> String {
        let lead = actionListLead(number, filter)
        guard number > 0 else { return lead }
        return lead + " " + say("Les échéances les plus proches sont en haut.", "What is due first is at the top.")
    }

    func boardColumn(_ title: String, _ number: Int) -> String { "\(title) (\(self.number(number)))" }

    func boardAll(_ number: Int, _ title: String) -> String {
        say(
            "Voir les \(self.number(number)) actions\u{A0}: \(title.lowercased())",
            "See the \(self.number(number)) actions: \(title.lowercased())")
    }
}
