/// Priorities: impact against feasibility as a picture and as a list in order, what is not estimated apart, and whether the order holds.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum RankingController {
    static func show(_ visit: Visit) async throws -> Response {
        let asked = ActionListQuery(visit.query)
        let seen = try await visit.workspace.ranking(of: try visit.plan(), asked.query.filter, visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: plan)
        return visit.answer(
            RankingPage(frame, seen.model, ignored: asked.ignored, page: max(1, Int(visit.query["page"]) ?? 1)).bytes)
    }
}

struct RankingPage {
    /// Rows of the table on a page, and actions listed of those that cannot be ranked.
    private static let size = 40
    private static let mostUnknown = 20

    private let context: PageContext
    private let words: Words
    private let sheet: RankingSheet
    private let ignored: [ActionListQuery.Ignored]
    private let number: Int
    private let ranked: [RankedAction]
    private let unknown: [RankedAction]

    init(_ context: PageContext, _ sheet: RankingSheet, ignored: [ActionListQuery.Ignored], page: Int) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.ignored = ignored
        ranked = sheet.ranking.ranked.filter { sheet.kept.contains($0.number) }
        unknown = sheet.ranking.unknown.filter { sheet.kept.contains($0.number) }
        number = min(page, max(1, (ranked.count + Self.size - 1) / Self.size))
    }

    private var plan: Plan { sheet.plan }
    private var ranking: Ranking { sheet.ranking }
    private var mayJudge: Bool { context.may(.editPlan) && plan.state != .closed }

    var bytes: [UInt8] {
        page(context, title: words.rankingTitle) { html in
            html.heading(words.rankingTitle, over: plan.title, lead: words.rankingLead(ranked.count, unknown.count)) {
                html.ligne {
                    html.buttonLink(
                        mayJudge ? words.rankingToWorkshop : words.workshopTitle,
                        Path.workshop(context.slug, plan.number, sheet.filter.address), secondary: !mayJudge)
                    html.a(words.weightsTitle, .class("lien"), .href(Path.weights(context.slug)))
                }
            }
            html.planViews(context, plan.number, current: .ranking, filter: sheet.filter.address)
            html.rankingFilters(
                context, to: .ranking(context.slug, plan.number), plan, sheet.filter, sheet.choices)
            html.ignored(ignored, words)
            if ranked.isEmpty, unknown.isEmpty {
                html.empty(words.rankingNothing)
            } else if ranked.isEmpty {
                html.empty(words.rankingNoneRanked)
            } else if number == 1 {
                html.div(.class("g g21")) {
                    html.section {
                        html.h2(words.rankingQuestion)
                        RankingMatrix(words, ranked).write(html)
                    }
                    html.section { firmness(html) }
                }
            }
            if !ranked.isEmpty { html.section { order(html) } }
            if !unknown.isEmpty, number == 1 { html.section { unknowns(html) } }
            html.section { rule(html) }
        }
    }

    private func label(_ number: Int) -> String { sheet.ranked.rows[number]?.label ?? "" }

    // MARK: Does the order hold?

    private func firmness(_ html: HTMLWriter) {
        let firm = ranking.ranked.count(where: \.isFirm)
        html.h2(words.firmnessTitle)
        html.p(words.firmnessRule, .class("aide"))
        html.p(words.firmness(firm, of: ranking.ranked.count))
        html.p(words.firmTop(ranking.firmTop.map(\.number), of: ranking.top))
        if !ranking.looseTop.isEmpty { html.p(words.looseTop(ranking.looseTop.map(\.number), of: ranking.top)) }
        if let widest = ranking.ranked.max(by: { ($0.ranks?.count ?? 0) < ($1.ranks?.count ?? 0) }), let ranks = widest.ranks,
            ranks.count > 1
        {
            html.p(words.firmnessWidest(widest.number, ranks))
        }
        html.h3(words.quadrantsTitle)
        html.dl(.class("fiche")) {
            for quadrant in RankingQuadrant.allCases { html.term(words.quadrant(quadrant), words.meaning(of: quadrant)) }
        }
    }

    // MARK: In order

    private func order(_ html: HTMLWriter) {
        let links = ActionLinks(context.slug, plan.number)
        let first = (number - 1) * Self.size
        html.h2(words.rankingOrder)
        html.cards(words.rankingCaption) {
            html.column(words.rankingRank, number: true)
            html.column(words.subject(.action))
            html.column(words.field(.impact))
            html.column(words.feasibility)
            html.column(words.rankingScore)
            html.column(words.rankingMoves)
        } rows: {
            for action in ranked.dropFirst(first).prefix(Self.size) {
                html.row {
                    html.number(action.rank ?? 0, label: words.rankingRank, words)
                    html.rowHead {
                        html.a("\(action.number). \(label(action.number))", .href(links[action.number]))
                    }
                    html.cell(label: words.field(.impact)) {
                        html.text(action.impact.span.map(words.span) ?? words.notEstimated)
                        html.text(" ")
                        html.small(words.impactOrigin(action.impact))
                    }
                    html.cell(action.feasibility.map(words.span) ?? words.notEstimated, label: words.feasibility)
                    html.cell(action.score.map(words.span) ?? "", label: words.rankingScore)
                    html.cell(action.ranks.map { words.moves(action.rank ?? 0, $0) } ?? "", label: words.rankingMoves)
                }
            }
        }
        let pages = (ranked.count + Self.size - 1) / Self.size
        if pages > 1 {
            html.pages(words, previous: number > 1 ? path(number - 1) : nil, next: number < pages ? path(number + 1) : nil) {
                html.text(words.rankingPart(first + 1, min(first + Self.size, ranked.count), of: ranked.count))
            }
        }
    }

    private func path(_ number: Int) -> Path {
        .ranking(context.slug, plan.number, sheet.filter.address.adding("page", number > 1 ? String(number) : nil))
    }

    // MARK: What is not known

    private func unknowns(_ html: HTMLWriter) {
        let links = ActionLinks(context.slug, plan.number)
        html.h2(words.rankingUnknown(unknown.count))
        html.p(words.rankingUnknownWhy)
        html.ul(.class("liste")) {
            for action in unknown.prefix(Self.mostUnknown) {
                html.li {
                    html.a("\(action.number). \(label(action.number))", .href(links[action.number]))
                    html.text(" ")
                    html.small(words.rankingMissing(action.unknowns))
                }
            }
        }
        if unknown.count > Self.mostUnknown {
            html.p(words.carryingOthers(unknown.count - Self.mostUnknown), .class("aide"))
        }
    }

    // MARK: The rule

    private func rule(_ html: HTMLWriter) {
        html.details {
            html.summary(words.rankingRuleTitle)
            html.p(words.rankingRule)
            html.weightsSaid(ranking.weights, words)
        }
    }
}

extension HTMLWriter {
    /// What counts how much, in parts of the whole.
    func weightsSaid(_ weights: RankingWeights, _ words: Words) {
        dl(.class("fiche texte")) {
            for criterion in RankingCriterion.allCases {
                term(words.criterion(criterion), words.percent(Int((weights.share(of: criterion) * 100).rounded())))
            }
        }
    }

    /// Axis, level, pilot and unit; what else the address asks stays as it is.
    func rankingFilters(_ context: PageContext, to path: Path, _ plan: Plan, _ filter: ActionFilter, _ choices: FilterChoices) {
        let words = context.words
        let asked = ["axis", "level", "pilot", "unit"]
        search(path, label: words.actionListFilter) {
            filterAxis(plan, filter.axis, words)
            filterSelect("level", words.actionListColumn(.level), words.allOfThem, filter.level, named: words.level)
            filterParties(.pilot, choices.pilots, chosen: filter.pilot, name: filter.pilotName, words)
            filterParties(.unit, choices.units, chosen: filter.unit, name: filter.unitName, words)
            for (name, value) in filter.pairs where !asked.contains(name) { hiddenInput(name, value) }
            div { button(words.actionListShow) }
        }
    }
}
