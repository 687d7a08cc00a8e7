/// The quality of a plan, as a command: the rules that its actions break, with their remedy.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct PlanCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Relire un plan\u{A0}: les règles que ses actions ne tiennent pas.", "Check a plan: the rules that its actions break."),
        discussion: example("jalon plan check 1", "jalon plan check 1 --format json"))

    @Argument(help: help("Son numéro\u{A0}; par défaut, le seul qui soit ouvert.", "Its number; by default, the only one that is open."))
    var number: Int?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .read) { desk in
            let (plan, today) = try await desk.plan(number)
            let report = try await desk.workspace.quality(of: plan.number, desk.visitor).model.report
            try desk.output.answer(table(report, desk.words), json(report, plan: plan.number, today: today, desk.words))
            if desk.output.format ?? .table == .table, let score = report.score {
                say(onStandardError: desk.words.say("Score\u{A0}: \(score) sur 100.", "Score: \(score) out of 100."))
            }
        }
    }

    private func table(_ report: QualityReport, _ words: Words) -> Table {
        Table(
            headers: [
                words.say("Importance", "Weight"), words.field(.rule), words.subject(.action), words.field(.label), words.field(.days),
                words.say("Remède", "Remedy"),
            ],
            rows: report.findings.map {
                [
                    .text(words.quality($0.level)), .text(words.quality($0.rule)), .integer($0.number), .text($0.label),
                    $0.days.map { .integer($0) } ?? .empty, .text(words.remedy($0.rule)),
                ]
            })
    }

    private func json(_ report: QualityReport, plan: Int, today: Day, _ words: Words) -> JSON {
        [
            "plan": .number(plan), "today": .text(today.iso), "score": JSON(report.score), "possible": .number(report.possible),
            "lost": .number(report.lost),
            "rules": .array(
                report.lines.map { line in
                    [
                        "rule": .text(line.rule.rawValue), "level": .text(line.setting.level.rawValue), "days": JSON(line.setting.days),
                        "label": .text(words.quality(line.rule)), "remedy": .text(words.remedy(line.rule)),
                        "concerned": .number(line.concerned),
                        "broken": .array(
                            line.broken.map {
                                [
                                    "number": .text(ActionID(plan: plan, number: $0.number).description), "label": .text($0.label),
                                    "days": JSON($0.days),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
