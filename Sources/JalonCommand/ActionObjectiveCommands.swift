/// The objectives of an action, and what became of them.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct ActionObjective: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "objective",
        abstract: say("Les objectifs d’une action, et s’ils sont atteints.", "An action’s objectives, and whether they are achieved."),
        discussion: example("jalon action objective assess 1/12 1 --verdict partiellement --comment \"Deux directions sur cinq\""),
        subcommands: [ObjectiveAssess.self, ObjectiveList.self])
}

struct ObjectiveAssess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: say("Dire si un objectif est atteint.", "Say whether an objective is achieved."),
        discussion: example("jalon action objective assess 1/12 1 --verdict atteint --on 2026-12-15"))

    @OptionGroup var meant: ActionMeant
    @Argument(help: help("Son numéro dans l’action, ou ses mots.", "Its number in the action, or its words.", value: "objective"))
    var objective: String
    @Option(help: help("atteint, partiellement ou non atteint.", "achieved, partly or not achieved."))
    var verdict: String
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?
    @Option(help: help("Pourquoi.", "Why."))
    var comment: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let judged = typed.verdict(verdict)
        let day = typed.day(on, .on)
        if judged == nil { typed.require(.verdict) }
        try typed.check()
        guard let judged else { return }
        try await atDesk(options, needs: .reportOnOwn) { desk in
            let id = try await desk.action(meant).id
            let assessment = try await desk.workspace.assessObjective(
                objective, of: id, judged, comment: comment ?? "", on: day, as: desk.visitor)
            try desk.output.answer(
                desk.words.labelled("Action \(id)", "\(assessment.objective) (\(desk.words.verdict(judged).lowercased()))"),
                objectiveJSON(assessment.objective, assessment))
        }
    }
}

struct ObjectiveList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les objectifs d’une action.", "List an action’s objectives."),
        discussion: example("jalon action objective list 1/12"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let words = desk.words
            let sheet = try await desk.workspace.action(try await desk.action(meant).id, desk.visitor).model
            let judged = sheet.action.objectives.map { objective in (objective, sheet.assessments.first { $0.objective == objective }) }
            try desk.output.answer(
                Table(
                    headers: [
                        words.say("N°", "No."), words.say("Objectif", "Objective"), words.field(.verdict), words.field(.on),
                        words.field(.comment),
                    ],
                    rows: judged.enumerated().map { index, one in
                        [
                            .integer(index + 1), .text(one.0), Cell(one.1.map { words.verdict($0.verdict) }), Cell(one.1?.on),
                            Cell(one.1?.comment),
                        ]
                    }),
                .array(judged.map { objectiveJSON($0, $1) }))
        }
    }
}

private func objectiveJSON(_ objective: String, _ assessment: ObjectiveAssessment?) -> JSON {
    [
        "objective": .text(objective), "verdict": JSON(assessment?.verdict.rawValue), "on": JSON(assessment?.on.iso),
        "comment": JSON(assessment?.comment), "author": JSON(assessment?.author),
    ]
}
