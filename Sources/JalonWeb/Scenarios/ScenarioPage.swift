/// One scenario: how far its search is, then what it proposes, why, what is scarce, and what is left out for want of what.
import HTML
import JalonDomain
import JalonWorkspace

struct ScenarioPage {
    /// Actions drawn: the table has them all.
    private static let mostDrawn = 32

    let context: PageContext
    let sheet: ScenarioSheet

    private var words: Words { context.words }
    private var scenario: Scenario { sheet.scenario }
    private var plan: Plan { sheet.plan }
    private var mayEdit: Bool { context.may(.editPlan) && plan.state != .closed }

    var bytes: [UInt8] {
        page(context, title: scenario.settings.name) { html in
            html.breadcrumb(words, (words.scenariosTitle, .planning(context.slug, plan.number, .scenarios)))
            html.heading(
                scenario.settings.name, over: words.scenarioNumber(scenario.number), lead: words.scenarioAsked(scenario.settings)
            ) { buttons(html) }
            if let adoption = scenario.adoption { html.p(words.scenarioAdoptedBy(adoption), .class("note")) }
            if let outcome = scenario.outcome {
                result(html, outcome)
            } else {
                waiting(html)
            }
        }
    }

    private func buttons(_ html: HTMLWriter) {
        guard mayEdit, scenario.outcome != nil else { return }
        html.ligne {
            html.buttonLink(
                words.scenarioAdopt, Path.scenario(context.slug, plan.number, scenario.number, .adoption),
                secondary: scenario.adoption != nil)
        }
    }

    private func waiting(_ html: HTMLWriter) {
        if let progress = sheet.progress {
            html.div(.class("note"), .role(.status)) {
                html.p(words.scenarioShare(progress))
                html.p { html.a(words.scenarioLookAgain, .class("b"), .href(Path.scenario(context.slug, plan.number, scenario.number))) }
            }
            if mayEdit, !progress.isCancelled {
                html.post(to: .scenario(context.slug, plan.number, scenario.number, .cancellation), context) {
                    html.button(words.scenarioStop, .class("sec"))
                }
            }
        } else if scenario.state == .failed {
            html.div(.class("note al")) {
                html.h2(words.scenarioState(.failed))
                html.ul(.class("liste")) { for flaw in scenario.flaws { html.li(words.scenarioFlaw(flaw, sheet.names)) } }
                html.p {
                    html.a(words.scenariosGiveMeans, .href(Path.planning(context.slug, plan.number, .means)))
                }
            }
            remove(html)
        } else {
            html.p(words.scenarioInterrupted, .class("note"))
            remove(html)
        }
    }

    private func result(_ html: HTMLWriter, _ outcome: ScenarioOutcome) {
        // Once adopted, it is a decision of its day.
        if sheet.isStale, scenario.adoption == nil {
            html.p(words.scenarioStale, .class("note"))
        }
        html.p(words.proposal(outcome), .class("chapo"))
        if outcome.isCancelled { html.p(words.scenarioWasStopped, .class("aide")) }
        planned(html, outcome)
        out(html, outcome)
        scarce(html, outcome)
        if mayEdit { remove(html) }
    }

    private func planned(_ html: HTMLWriter, _ outcome: ScenarioOutcome) {
        html.section {
            html.h2(words.scenarioPlanned)
            if outcome.planned.isEmpty { return html.p(words.scenarioPlansNothing) }
            let planned = outcome.planned.sorted(by: {
                ($0.stages.first?.start ?? 0, $0.number) < ($1.stages.first?.start ?? 0, $1.number)
            })
            drawing(html, outcome, planned)
            html.cards(words.scenarioPlannedCaption) {
                for title in [words.subject(.action), words.scenarioStages, words.scenarioInForceFrom, words.scenarioWhy] {
                    html.column(title)
                }
            } rows: {
                for action in planned {
                    html.row {
                        html.rowHead { link(html, action.number, action.label) }
                        html.cell {
                            for (index, stage) in action.stages.enumerated() {
                                if index > 0 { html.br() }
                                html.level(stage.level, words)
                                html.text(
                                    " " + (stage.isBegun ? words.scenarioUntil(outcome, stage) : words.scenarioFrom(outcome, stage)))
                                if !stage.isBegun { html.small(words.scenarioDecision(opening(outcome.quarter(stage.start)))) }
                            }
                        }
                        html.cell(
                            action.inForce.map { words.period(outcome.quarter($0)) } ?? words.scenarioPartly,
                            label: words.scenarioInForceFrom)
                        html.cell(words.scenarioWhy(action, outcome, sheet.names))
                    }
                }
            }
        }
    }

    /// The committee that can open a stage in a quarter: the last one before it, else the first within it.
    private func opening(_ quarter: Period) -> Day? {
        sheet.meetings.last { $0 < quarter.first } ?? sheet.meetings.first { Period(.quarter, of: $0) == quarter }
    }

    /// The roadmap that it would make, over the quarters that are left.
    private func drawing(_ html: HTMLWriter, _ outcome: ScenarioOutcome, _ planned: [ScenarioOutcome.Planned]) {
        let rows = planned.prefix(Self.mostDrawn).map { action in
            Gantt.Row(
                number: action.number, label: action.label,
                bars: action.stages.map { stage in
                    let days = outcome.days(of: stage)
                    return Gantt.Bar(level: stage.level, start: days.start, end: days.due, isBegun: stage.isBegun)
                })
        }
        let axis = TimeAxis(from: outcome.quarter(0), to: outcome.quarter(max(0, outcome.quarters - 1)))
        Gantt(words, axis, [Gantt.Group(title: "", rows: rows)], today: context.today, committees: sheet.meetings)
            .write(html, title: words.scenarioPlanned) {
                html.text(words.scenarioDrawn(isCut: planned.count > Self.mostDrawn, most: Self.mostDrawn))
            }
    }

    private func out(_ html: HTMLWriter, _ outcome: ScenarioOutcome) {
        guard !outcome.out.isEmpty else { return }
        html.section {
            html.h2(words.scenarioOutTitle)
            html.p(words.scenarioOutLead, .class("aide"))
            html.ul(.class("liste")) {
                for action in outcome.out {
                    html.li {
                        link(html, action.number, action.label)
                        html.br()
                        html.small(words.scenarioReason(action.reason, outcome, sheet.names))
                    }
                }
            }
        }
    }

    private func scarce(_ html: HTMLWriter, _ outcome: ScenarioOutcome) {
        html.section {
            html.h2(words.scenarioScarce)
            html.p(words.scenarioScarceLead, .class("aide"))
            html.cards(words.scenarioScarceCaption) {
                for title in [words.scenarioMeans, words.scenarioUse, words.scenarioOneMore] { html.column(title) }
            } rows: {
                for load in outcome.loads.sorted(by: { ($0.worth, $1.direction) > ($1.worth, $0.direction) }) {
                    html.row {
                        html.rowHead { html.text(sheet.names[load.direction] ?? "?") }
                        html.cell(words.scenarioUse(load, outcome))
                        html.cell(words.scenarioWorth(load, outcome))
                    }
                }
                for year in outcome.money {
                    html.row {
                        html.rowHead { html.text(words.scenarioBudget(year.year)) }
                        html.cell(words.scenarioUse(year))
                        html.cell(words.scenarioWorth(year))
                    }
                }
            }
        }
    }

    private func link(_ html: HTMLWriter, _ number: Int, _ label: String) {
        html.a("\(number). \(label)", .href(Path.action(context.slug, ActionID(plan: plan.number, number: number))))
    }

    private func remove(_ html: HTMLWriter) {
        guard mayEdit else { return }
        html.details {
            html.summary(words.scenarioRemove)
            html.post(to: .scenario(context.slug, plan.number, scenario.number, .removal), context) {
                html.p(words.scenarioRemoveHelp, .class("aide"))
                html.button(words.scenarioRemove, .class("sec"))
            }
        }
    }
}
