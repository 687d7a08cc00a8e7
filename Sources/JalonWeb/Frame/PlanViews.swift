/// The ways to look at a plan's actions: one row of links that its pages share, and the filters that they keep from one to the other.

import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

/// A page joins with a case.
enum PlanView: CaseIterable {
    case list, board, calendar, roadmap, ranking, gains, scenarios, directory, coverage, quality

    /// The filter goes along where the page has one.
    func path(_ slug: String, _ plan: Int, _ filter: Query) -> Path {
        switch self {
        case .list: .actions(slug, plan, filter)
        case .board: .board(slug, plan, filter)
        case .calendar: .calendar(slug, plan, filter)
        case .roadmap: .planning(slug, plan, .roadmap, filter)
        case .ranking: .ranking(slug, plan, filter)
        case .directory: .directory(slug)
        case .coverage: .coverage(slug, plan)
        case .quality: .quality(slug, plan)
        case .gains: .gains(slug, plan)
        case .scenarios: .planning(slug, plan, .scenarios)
        }
    }
}

extension HTMLWriter {
    func planViews(_ context: PageContext, _ plan: Int, current: PlanView, filter: Query = .empty) {
        nav(.class("vues"), .ariaLabel(context.words.planViews)) {
            ul {
                for view in PlanView.allCases {
                    li {
                        a(
                            context.words.planView(view), .href(view.path(context.slug, plan, filter)),
                            .when(view == current, .current(.page)))
                    }
                }
            }
        }
    }

    /// Axis, pilot, unit and lateness; what else the address asks stays as it is, `extra` with it.
    func planFilters(
        _ context: PageContext, to path: Path, _ plan: Plan, _ filter: ActionFilter, _ choices: FilterChoices,
        extra: [(name: String, value: String)]
    ) {
        let words = context.words
        let asked = ["axis", "pilot", "unit", "late"]
        search(path, label: words.actionListFilter) {
            filterAxis(plan, filter.axis, words)
            filterParties(.pilot, choices.pilots, chosen: filter.pilot, name: filter.pilotName, words)
            filterParties(.unit, choices.units, chosen: filter.unit, name: filter.unitName, words)
            div(.class("choix")) {
                label {
                    input(.type(.checkbox), .name("late"), .value("1"), .checked(filter.late))
                    text(words.late)
                }
            }
            for (name, value) in filter.pairs + extra where !asked.contains(name) { hiddenInput(name, value) }
            div { button(words.actionListShow) }
        }
    }

    /// What an address asks that means nothing here.
    func ignored(_ parts: [ActionListQuery.Ignored], _ words: Words) {
        guard !parts.isEmpty else { return }
        div(.class("note")) { for part in parts { p(words.actionListIgnored(part)) } }
    }
}

extension Words {
    var planViews: String { say("Façons de voir le plan", "Ways to see the plan") }

    func planView(_ view: PlanView) -> String {
        switch view {
        case .list: say("Liste", "List")
        case .board: say("Tableau", "Board")
        case .calendar: say("Calendrier", "Calendar")
        case .roadmap: roadmapTitle
        case .ranking: rankingTitle
        case .directory: say("Qui porte quoi", "Who carries what")
        case .coverage: say("Couverture du guide", "Coverage of the guide")
        case .quality: qualityTitle
        case .gains: planGainsTitle
        case .scenarios: scenariosTitle
        }
    }
}
