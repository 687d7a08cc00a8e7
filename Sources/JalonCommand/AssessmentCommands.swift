/// The état des lieux: say where the organisation stands on a practice, show what was said; and what a plan makes of it.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct AssessmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessment",
        abstract: say("L’état des lieux, bonne pratique par bonne pratique.", "The assessment, practice by practice."),
        discussion: example(
            "jalon assessment set a.2 --state partly --comment \"Plan écrit, pas encore suivi\" --on 2026-02-01", "jalon assessment show"),
        subcommands: [AssessmentSet.self, AssessmentShow.self])
}

/// Which guide is assessed.
struct AssessedGuideOptions: ParsableArguments {
    @Option(
        help: help(
            "Le guide évalué\u{A0}; par défaut, celui du plan ouvert, sinon le dernier importé.",
            "The guide assessed; by default, the open plan’s, else the last imported.", value: "name@version"))
    var catalogue: String?
}

struct AssessmentSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say(
            "Dire où en est une bonne pratique\u{A0}; ce qui a été dit avant reste.", "Say where a practice stands; what was said stays."),
        discussion: example(
            "jalon assessment set a.2 --state partly --comment \"Plan écrit, pas encore suivi\" --on 2026-02-01",
            "jalon assessment set h.3 --state \"non applicable\" --comment \"Aucune salle serveur\""))

    @Argument(help: help("La bonne pratique, comme a.2.", "The practice, such as a.2."))
    var practice: String
    @Option(
        help: help(
            "inPlace, partly, notInPlace ou notApplicable\u{A0}; ou en place, en partie, pas en place, non applicable.",
            "inPlace, partly, notInPlace or notApplicable."))
    var state: String
    @Option(help: help("Ce qui est là, ce qui manque\u{A0}; ou la raison.", "What is there, what is missing; or the reason."))
    var comment: String?
    @Option(help: help("Le lien vers une preuve.", "The link to evidence.", value: "link"))
    var proof: String?
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?
    @OptionGroup var guide: AssessedGuideOptions
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let state = typed.practiceState(state)
        let day = typed.day(on, .on)
        if state == nil { typed.require(.state) }
        try typed.check()
        guard let state else { return }
        try await atDesk(options, needs: .manageCatalogues) { desk in
            let today = try await desk.workspace.catalogues(desk.visitor).today
            let said = Assessment(state: state, on: day ?? today, comment: comment ?? "", link: proof ?? "")
            let written = try await desk.workspace.assess(
                [AssessmentInput(practice: practice, reading: nil, assessment: said)], of: guide.catalogue, as: desk.visitor)
            let sheet = try await desk.workspace.assessment(of: guide.catalogue, desk.visitor).model
            guard let entry = written.first ?? sheet.standing[practice], let found = sheet.practices.first(where: { $0.id == practice })
            else {
                throw DomainError.notFound(.practice)
            }
            let words = desk.words
            let title = "\(practice) \(found.title.text(words.language))"
            try desk.output.answer(
                words.labelled(title, "\(words.practiceState(entry.assessment.state)) (\(words.day(entry.assessment.on)))")
                    + (entry.stands ? "" : "\n" + words.keptAsHistory([practice])),
                practiceJSON(found, words.language).adding(assessmentJSON(entry)))
        }
    }
}

struct AssessmentShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Montrer l’état des lieux, ou tout ce qui a été dit d’une bonne pratique.",
            "Show the assessment, or all that was said of a practice."),
        discussion: example("jalon assessment show --format json", "jalon assessment show a.2"))

    @Argument(help: help("Une bonne pratique, comme a.2.", "A practice, such as a.2."))
    var practice: String?
    @OptionGroup var guide: AssessedGuideOptions
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            if let practice { try await showHistory(of: practice, desk) } else { try await showAll(desk) }
        }
    }

    private func showAll(_ desk: Desk) async throws {
        let words = desk.words
        let sheet = try await desk.workspace.assessment(of: guide.catalogue, desk.visitor).model
        func number(in state: PracticeState) -> Int { sheet.standing.values.count { $0.assessment.state == state } }
        try desk.output.answer(
            Table(
                headers: ["", words.field(.title), words.say("Priorité", "Priority")] + assessmentHeaders(words),
                rows: sheet.practices.map { practice in
                    let entry = sheet.standing[practice.id]
                    return [
                        .text(practice.id), .text(practice.title.text(words.language)), .text(words.priority(practice.priority)),
                    ] + assessmentCells(entry, words)
                }),
            [
                "catalogue": .text(sheet.entry.reference.description), "total": .number(sheet.practices.count),
                "assessed": .number(sheet.practices.count { sheet.standing[$0.id] != nil }),
                "byState": .object(PracticeState.allCases.map { ($0.rawValue, .number(number(in: $0))) }),
                "practices": .array(
                    sheet.practices.map { practiceJSON($0, words.language).adding(assessmentJSON(sheet.standing[$0.id])) }),
            ])
    }

    private func showHistory(of practice: String, _ desk: Desk) async throws {
        let history = try await desk.workspace.assessments(of: practice, in: guide.catalogue, desk.visitor).model
        try desk.output.answer(
            Table(headers: assessmentHeaders(desk.words), rows: history.map { assessmentCells($0, desk.words) }),
            .array(history.map { JSON.object([("practice", .text($0.practice))]).adding(assessmentJSON($0)) }))
    }
}

struct PlanCoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: say(
            "Montrer ce qu’un plan fait de chaque bonne pratique de son guide.", "Show what a plan makes of each practice of its guide."),
        discussion: example("jalon plan coverage 1", "jalon plan coverage 1 --format json"))

    @OptionGroup var plan: PlanNumber

    func run() async throws {
        try await atDesk(plan.options, needs: .read) { desk in
            let words = desk.words
            let plan = try await desk.plan(self.plan.number).plan
            let model = try await desk.workspace.coverage(of: plan.number, answers: .max, desk.visitor).model
            func answers(_ practice: PracticeEntry) -> [Answer] { model.answers[practice.id] ?? [] }
            try desk.output.answer(
                Table(
                    headers: ["", words.field(.title), words.say("Priorité", "Priority"), words.field(.state), words.subject(.action)],
                    rows: model.practices.map { practice in
                        [
                            .text(practice.id), .text(practice.title.text(words.language)), .text(words.priority(practice.priority)),
                            .text(words.coverage(model.coverage(of: practice))),
                            Cell(answers(practice).map { "\(plan.number)/\($0.number) \(words.level($0.level))" }.joined(separator: "\n")),
                        ]
                    }),
                .array(
                    model.practices.map { practice in
                        practiceJSON(practice, words.language).adding([
                            "state": .text(model.coverage(of: practice).rawValue),
                            "answeredBy": .array(
                                answers(practice).map {
                                    [
                                        "number": .text("\(plan.number)/\($0.number)"), "label": .text($0.label),
                                        "level": .text($0.level.rawValue), "progress": .text($0.progress.rawValue),
                                    ]
                                }),
                            "assessment": .object([]).adding(assessmentJSON(model.standing[practice.id])),
                        ])
                    }))
        }
    }
}

// MARK: What these answers share

private let notAssessed = "notAssessed"

private func practiceJSON(_ practice: PracticeEntry, _ language: Language) -> JSON {
    [
        "practice": .text(practice.id), "title": .text(practice.title.text(language)), "theme": .text(practice.theme),
        "priority": .text(practice.priority.rawValue),
    ]
}

private func assessmentJSON(_ entry: AssessmentEntry?) -> KeyValuePairs<String, JSON> {
    let said = entry?.assessment
    return [
        "state": .text(said?.state.rawValue ?? notAssessed), "on": JSON(said?.on.iso), "author": JSON(entry?.author),
        "comment": JSON(said?.comment), "proof": JSON(said?.link), "edition": JSON(entry?.catalogueVersion),
        "stands": entry.map { .bool($0.stands) } ?? .null,
    ]
}

private func assessmentHeaders(_ words: Words) -> [String] {
    [words.field(.state), words.field(.on), words.say("Par", "By"), words.field(.comment), words.field(.proof)]
}

private func assessmentCells(_ entry: AssessmentEntry?, _ words: Words) -> [Cell] {
    [
        .text(words.practiceState(entry?.assessment.state)), Cell(entry?.assessment.on), Cell(entry?.author),
        Cell(entry?.assessment.comment),
        Cell(entry?.assessment.link),
    ]
}
