/// The scenarios of a plan: what each gives, and the form of another one; several side by side.
import HTML
import JalonDomain
import JalonWorkspace

struct ScenariosPage {
    private static let mostUnready = 12

    let context: PageContext
    let listing: ScenarioListing
    let typed: FormBody?
    let violations: [Violation]

    private var words: Words { context.words }
    private var plan: Plan { listing.plan }
    private var mayEdit: Bool { context.may(.editPlan) && plan.state != .closed }

    var bytes: [UInt8] {
        page(context, title: words.scenariosTitle, failed: !violations.isEmpty) { html in
            html.heading(words.scenariosTitle, over: plan.title, lead: words.scenariosLead)
            html.planViews(context, plan.number, current: .scenarios)
            Fields(html, words, violations: violations).errorSummary()
            if !listing.hasMeans {
                html.div(.class("note")) {
                    html.p(words.scenariosWithoutMeans)
                    if mayEdit { html.p { html.a(words.scenariosGiveMeans, .href(Path.planning(context.slug, plan.number, .means))) } }
                }
            }
            if listing.scenarios.isEmpty { html.empty(words.scenariosNone) } else { table(html) }
            if mayEdit { new(html) }
            unready(html)
        }
    }

    private func table(_ html: HTMLWriter) {
        let comparable = listing.scenarios.count { $0.outcome != nil } > 1
        html.form(.method(.get), .action(Path.planning(context.slug, plan.number, .scenarioComparison))) {
            html.cards(words.scenariosTitle) {
                if comparable { html.tickColumn(words.scenarioCompare) }
                for title in [words.subject(.scenario), words.scenarioQuestion, words.scenarioResult] { html.column(title) }
            } rows: {
                for scenario in listing.scenarios { row(html, scenario, ticks: comparable) }
            }
            if comparable { html.ligne { html.button(words.scenarioCompareChosen, .class("sec")) } }
        }
    }

    private func row(_ html: HTMLWriter, _ scenario: Scenario, ticks: Bool) {
        html.row {
            if ticks {
                html.cell(.class("c")) {
                    if scenario.outcome != nil {
                        html.label {
                            html.input(.type(.checkbox), .name("of"), .value(String(scenario.number)))
                            html.span(" " + words.scenarioCompareOne(scenario.settings.name), .class("lu"))
                        }
                    }
                }
            }
            html.rowHead {
                html.a(scenario.settings.name, .href(Path.scenario(context.slug, plan.number, scenario.number)))
                if let adoption = scenario.adoption { html.small(" " + words.scenarioAdoptedOn(adoption)) }
            }
            html.cell(words.scenarioAsked(scenario.settings))
            html.cell {
                if let outcome = scenario.outcome {
                    html.text(words.proposal(outcome))
                } else if let progress = listing.progress[scenario.number] {
                    html.text(words.scenarioShare(progress))
                } else {
                    html.text(scenario.state == .running ? words.scenarioInterrupted : words.scenarioState(scenario.state))
                }
            }
        }
    }

    private func new(_ html: HTMLWriter) {
        html.section(.id("nouveau")) {
            html.h2(words.scenarioNew)
            html.post(to: .planning(context.slug, plan.number, .scenarios), context) {
                let fields = Fields(html, words, violations: violations)
                fields.text(
                    .name, typed?[Field.name.rawValue] ?? "", required: true, help: words.scenarioNameHelp, maxLength: 200)
                fields.radios(
                    .preference, typed?[Field.preference.rawValue] ?? ScenarioPreference.balanced.rawValue,
                    among: ScenarioPreference.allCases.map {
                        Choice($0.rawValue, words.preference($0), help: words.preferenceMeaning($0))
                    })
                fields.select(
                    .aim, typed?[Field.aim.rawValue] ?? ScenarioSettings.score,
                    among: ([ScenarioSettings.score] + listing.indicators.map(\.key)).map { Choice($0, words.aim($0)) })
                fields.row {
                    fields.text(
                        .people, typed?[Field.people.rawValue] ?? "100", help: words.scenarioPeopleHelp, maxLength: 4, inputMode: .numeric)
                    fields.text(
                        .money, typed?[Field.money.rawValue] ?? "100", help: words.scenarioMoneyHelp, maxLength: 4, inputMode: .numeric)
                    fields.text(
                        .seconds, typed?[Field.seconds.rawValue] ?? "10", help: words.scenarioSecondsHelp, maxLength: 4, inputMode: .numeric
                    )
                }
                html.ligne { html.button(words.scenarioCompute) }
            }
        }
    }

    private func unready(_ html: HTMLWriter) {
        guard !listing.unready.isEmpty else { return }
        html.section {
            html.h2(words.scenarioUnready)
            html.p(words.scenarioUnreadyLead(listing.unready.count), .class("aide"))
            html.ul(.class("liste")) {
                for one in listing.unready.prefix(Self.mostUnready) {
                    html.li {
                        html.a(
                            "\(one.number). \(one.label)", .href(Path.action(context.slug, ActionID(plan: plan.number, number: one.number)))
                        )
                        html.br()
                        html.small(words.scenarioUnready(one.reason))
                    }
                }
            }
            let more = listing.unready.count - Self.mostUnready
            if more > 0 { html.p(words.gainMore(more)) }
        }
    }
}

/// The same actions as each scenario places them; what they use and give.
func scenarioComparison(
    _ context: PageContext, _ plan: Plan, _ scenarios: [Scenario], left: Int, readsMoney: Bool
) -> [UInt8] {
    let words = context.words
    let outcomes = scenarios.compactMap(\.outcome)
    return page(context, title: words.scenarioComparison) { html in
        html.breadcrumb(words, (words.scenariosTitle, .planning(context.slug, plan.number, .scenarios)))
        html.heading(words.scenarioComparison, over: plan.title, lead: words.scenarioComparisonLead)
        guard outcomes.count > 1 else { return html.empty(words.scenarioCompareTwo) }
        if left > 0 { html.p(words.scenarioCompareCut(left), .class("note")) }
        html.cards(words.scenarioInShort) {
            html.column(words.scenarioQuestion)
            for scenario in scenarios { html.column(scenario.settings.name) }
        } rows: {
            func line(_ title: String, _ cell: (Scenario, ScenarioOutcome) -> String) {
                html.row {
                    html.rowHead { html.text(title) }
                    for (scenario, outcome) in zip(scenarios, outcomes) {
                        html.cell(cell(scenario, outcome), label: scenario.settings.name)
                    }
                }
            }
            line(words.scenarioQuestion) { scenario, _ in words.scenarioAsked(scenario.settings) }
            line(words.scenarioInForce) { _, outcome in words.number(outcome.inForce) }
            line(words.scenarioQuarters) { _, outcome in
                words.number(outcome.planned.reduce(0) { sum, one in sum + (one.inForce.map { max(0, outcome.quarters - $0) } ?? 0) })
            }
            line(words.scenarioFar) { _, outcome in
                outcome.isOptimal ? words.scenarioProved : words.scenarioAtMost(outcome.gap)
            }
            for year in readsMoney ? Set(outcomes.flatMap { $0.money.map(\.year) }).sorted() : [] {
                line(words.scenarioBudget(year)) { _, outcome in
                    outcome.money.first { $0.year == year }.map { words.scenarioUse($0) } ?? ""
                }
            }
            line(words.scenarioDays) { _, outcome in words.figure(outcome.loads.reduce(0) { $0 + $1.used.reduce(0, +) }, decimals: 0) }
        }
        html.section {
            html.h2(words.scenarioByAction)
            let numbers = Set(outcomes.flatMap { $0.planned.map(\.number) }).sorted()
            let labels = Dictionary(outcomes.flatMap { $0.planned.map { ($0.number, $0.label) } }) { first, _ in first }
            html.cards(words.scenarioByActionCaption) {
                html.column(words.subject(.action))
                for scenario in scenarios { html.column(scenario.settings.name) }
            } rows: {
                for number in numbers {
                    let told = outcomes.map { outcome in
                        outcome.planned.first { $0.number == number }.map { one in
                            one.inForce.map { words.period(outcome.quarter($0)) } ?? words.scenarioPartly
                        } ?? words.scenarioOut
                    }
                    let isSame = Set(told).count == 1
                    html.row {
                        html.rowHead {
                            html.a(
                                "\(number). \(labels[number] ?? "")",
                                .href(Path.action(context.slug, ActionID(plan: plan.number, number: number))))
                        }
                        for (scenario, text) in zip(scenarios, told) {
                            html.cell(label: scenario.settings.name) { if isSame { html.text(text) } else { html.b(text) } }
                        }
                    }
                }
            }
        }
    }
}
