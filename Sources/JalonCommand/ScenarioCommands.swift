/// Scenarios of a plan: list, show, adopt, remove.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct PlanScenario: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: say("Les scénarios d’un plan.", "The scenarios of a plan."),
        discussion: example("jalon plan scenario list", "jalon plan scenario show 2 --format json"),
        subcommands: [ScenarioList.self, ScenarioShow.self, ScenarioAdopt.self, ScenarioRemove.self])
}

struct ScenarioList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les scénarios.", "List the scenarios."), discussion: example("jalon plan scenario list"))

    @OptionGroup var plan: PlanOption
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let words = desk.words
            let number = try await desk.plan(plan.plan).plan.number
            let scenarios = try await desk.workspace.scenarios(of: number, desk.visitor).model.scenarios
            try desk.output.answer(
                Table(
                    headers: [
                        words.say("N°", "No."), words.field(.name), words.field(.aim), words.field(.preference), words.field(.people),
                        words.field(.money), words.say("Résultat", "Result"), words.say("Adopté le", "Adopted on"),
                    ],
                    rows: scenarios.map { scenario in
                        let settings = scenario.settings
                        return [
                            .integer(scenario.number), .text(settings.name), .text(words.aim(settings.aim)),
                            .text(words.preference(settings.preference)), .text(words.percent(settings.people)),
                            .text(words.percent(settings.budget)),
                            .text(scenario.outcome.map(words.proposal) ?? words.scenarioState(scenario.state)),
                            Cell(scenario.adoption?.on),
                        ]
                    }),
                .array(scenarios.map { scenarioHeadJSON($0) }))
        }
    }
}

struct ScenarioMeant: ParsableArguments {
    @Argument(help: help("Le numéro du scénario.", "The scenario’s number."))
    var scenario: Int
    @OptionGroup var plan: PlanOption
    @OptionGroup var options: DeskOptions
}

struct ScenarioShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer un scénario, et ce qui l’explique.", "Show a scenario, and what explains it."),
        discussion: example("jalon plan scenario show 2"))

    @OptionGroup var meant: ScenarioMeant

    func run() async throws {
        try await atDesk(meant.options, needs: .read) { desk in
            let number = try await desk.plan(meant.plan.plan).plan.number
            let sheet = try await desk.workspace.scenario(meant.scenario, of: number, desk.visitor).model
            guard let outcome = sheet.scenario.outcome else {
                let words = desk.words
                return try desk.output.answer(
                    words.labelled(
                        words.scenarioState(sheet.scenario.state),
                        sheet.scenario.flaws.map { words.scenarioFlaw($0, sheet.names) }.joined(separator: " ")),
                    scenarioHeadJSON(sheet.scenario))
            }
            try desk.output.answer(
                scenarioTable(outcome, sheet.names, desk.words),
                scenarioJSON(outcome, sheet.names).adding(["stale": .bool(sheet.isStale)]))
            say(onStandardError: desk.words.proposal(outcome))
            if sheet.isStale, sheet.scenario.adoption == nil { say(onStandardError: desk.words.scenarioStale) }
        }
    }
}

struct ScenarioAdopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: say("Donner au plan les dates d’un scénario, par une décision.", "Give the plan the dates of a scenario, by a decision."),
        discussion: example(
            "jalon plan scenario adopt 2 --dry-run",
            "jalon plan scenario adopt 2 --by \"Comité de pilotage\" --on 2026-11-20 --reason \"Budget 2027 confirmé\""))

    @OptionGroup var meant: ScenarioMeant
    @Option(help: help("Qui a décidé.", "Who decided."))
    var by: String?
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?
    @Option(help: help("Pourquoi.", "Why."))
    var reason: String?
    @Flag(help: help("Montrer ce qui changerait, sans rien écrire.", "Show what would change, and write nothing."))
    var dryRun = false

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .decidedOn)
        try typed.check()
        try await atDesk(meant.options, needs: .editPlan) { desk in
            let words = desk.words
            let plan = try await desk.plan(meant.plan.plan)
            let preview = try await desk.workspace.previewAdoption(meant.scenario, of: plan.plan.number, desk.visitor).model
            if preview.sheet.isStale { say(onStandardError: words.scenarioStale) }
            if dryRun {
                return try desk.output.answer(
                    Table(
                        headers: [
                            words.subject(.action), words.field(.label), words.say("Change", "Changes"), words.say("À corriger", "To mend"),
                        ],
                        rows: preview.lines.map { line in
                            [
                                .integer(line.target.number), .text(line.label),
                                Cell(
                                    line.moves.map { words.move($0.level, from: ($0.start, $0.due), to: ($0.newStart, $0.newDue)) }
                                        .joined(separator: "\n")),
                                Cell(line.violations.map { words.violation($0) }.joined(separator: "\n")),
                            ]
                        }),
                    .array(
                        preview.lines.map { line in
                            [
                                "number": .number(line.target.number),
                                "moves": .array(
                                    line.moves.map {
                                        [
                                            "level": .text($0.level.rawValue), "start": JSON($0.start?.iso), "due": JSON($0.due?.iso),
                                            "newStart": JSON($0.newStart?.iso), "newDue": JSON($0.newDue?.iso),
                                        ]
                                    }),
                                "errors": .array(line.violations.map { .text(words.violation($0)) }),
                            ]
                        }))
            }
            let targets = preview.lines.filter(\.violations.isEmpty).map(\.target)
            let changed = try await desk.workspace.adopt(
                meant.scenario, of: plan.plan.number, targets, (by: by ?? "", on: day ?? plan.today, reason: reason ?? ""), as: desk.visitor
            )
            try desk.output.answer(
                words.say(
                    "Scénario \(meant.scenario) adopté\u{A0}: \(words.count(changed, "action change", "actions changent")) de dates.",
                    "Scenario \(meant.scenario) adopted: \(words.count(changed, "action changes", "actions change")) dates."),
                ["scenario": .number(meant.scenario), "changed": .number(changed)])
        }
    }
}

struct ScenarioRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: say("Retirer un scénario.", "Remove a scenario."),
        discussion: example("jalon plan scenario remove 2"))

    @OptionGroup var meant: ScenarioMeant

    func run() async throws {
        try await atDesk(meant.options, needs: .editPlan) { desk in
            let number = try await desk.plan(meant.plan.plan).plan.number
            try await desk.workspace.removeScenario(meant.scenario, of: number, as: desk.visitor)
            try desk.output.answer(
                desk.words.say("Scénario \(meant.scenario) retiré.", "Scenario \(meant.scenario) removed."),
                ["scenario": .number(meant.scenario), "removed": .bool(true)])
        }
    }
}

func scenarioTable(_ outcome: ScenarioOutcome, _ names: [Int: String], _ words: Words) -> Table {
    Table(
        headers: [
            words.say("N°", "No."), words.field(.label), words.say("Étapes", "Stages"), words.say("En vigueur", "In force"),
            words.say("Pourquoi", "Why"),
        ],
        rows: outcome.planned.map { action in
            [
                .integer(action.number), .text(action.label),
                .text(action.stages.map { "\(words.level($0.level)) \(words.period(outcome.quarter($0.start)))" }.joined(separator: ", ")),
                Cell(action.inForce.map { words.period(outcome.quarter($0)) }), Cell(words.scenarioWhy(action, outcome, names)),
            ]
        }
            + outcome.out.map { action in
                [.integer(action.number), .text(action.label), .empty, .empty, .text(words.scenarioReason(action.reason, outcome, names))]
            })
}

private func scenarioHeadJSON(_ scenario: Scenario) -> JSON {
    let settings = scenario.settings
    return [
        "number": .number(scenario.number), "name": .text(settings.name), "aim": .text(settings.aim),
        "preference": .text(settings.preference.rawValue), "people": .number(settings.people), "budget": .number(settings.budget),
        "state": .text(scenario.state.rawValue), "value": JSON(scenario.outcome?.value), "bound": JSON(scenario.outcome?.bound),
        "gap": JSON(scenario.outcome?.gap), "optimal": scenario.outcome.map { .bool($0.isOptimal) } ?? .null,
        "inForce": JSON(scenario.outcome?.inForce), "adoptedOn": JSON(scenario.adoption?.on.iso), "adoptedBy": JSON(scenario.adoption?.by),
        "author": .text(scenario.author), "at": .text(scenario.at.iso),
    ]
}
