/// A plan's versions on the command line: those that were validated, and what changed between two states.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct PlanVersionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: say("Lister les versions validées d’un plan.", "List the validated versions of a plan."),
        discussion: example("jalon plan versions 1", "jalon plan versions 1 --format json"))
    @OptionGroup var plan: PlanNumber

    func run() async throws {
        try await atDesk(plan.options, needs: .read) { desk in
            let words = desk.words
            let sheet = try await desk.workspace.versions(of: try await desk.plan(plan.number).plan.number, desk.visitor).model
            let versions = sheet.versions.reversed()
            try desk.output.answer(
                Table(
                    headers: [
                        words.subject(.version), words.say("Validée le", "Validated on"), words.field(.body), words.field(.person),
                        words.say("Communiquée à", "Communicated to"),
                    ],
                    rows: versions.map { version in
                        [
                            .integer(version.number), .day(version.validation.on), Cell(version.validation.body),
                            Cell(version.validation.person),
                            Cell(
                                sheet.communications.filter { $0.version == version.number }.map(\.communication.audience)
                                    .joined(separator: " | ")),
                        ]
                    }), .array(versions.map { versionJSON($0, communications: sheet.communications) }))
        }
    }
}

struct PlanDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: say("Dire ce qui a changé entre deux états d’un plan.", "Say what changed between two states of a plan."),
        discussion: example("jalon plan diff 1 --from 1 --to 2", "jalon plan diff 1 --markdown"))
    @OptionGroup var plan: PlanNumber
    @Option(
        help: help(
            "La version de départ\u{A0}; celle en vigueur par défaut.", "The version to start from; the one in force by default.",
            value: "version"))
    var from: String?
    @Option(
        help: help(
            "La version d’arrivée, proposition, ou présent (par défaut).", "The version to end at, candidate, or present (by default).",
            value: "version"))
    var to: String?
    @Flag(help: help("En Markdown.", "In Markdown."))
    var markdown = false

    func run() async throws {
        var typed = Typed()
        let moments = (from: moment(from, .from, &typed), to: moment(to, .to, &typed))
        try typed.check()
        try await atDesk(plan.options, needs: .read) { desk in
            let number = try await desk.plan(plan.number).plan.number
            let changes = try await desk.workspace.planChanges(
                of: number, from: moments.from, to: moments.to ?? .present, desk.visitor
            ).model
            if markdown { return try desk.output.write(changesMarkdown(changes, desk.words)) }
            try desk.output.answer(table(changes, desk.words), changesJSON(changes))
        }
    }

    private func moment(_ text: String?, _ field: Field, _ typed: inout Typed) -> PlanMoment? {
        guard let text, !text.isEmpty else { return nil }
        switch text.folded {
        case "present": return .present
        case "candidate", "proposition", "proposal": return .candidate
        default:
            guard let number = Int(text), number > 0 else {
                typed.refuse(field, .notANumber(text))
                return nil
            }
            return .version(number)
        }
    }

    private func table(_ changes: PlanChanges, _ words: Words) -> Table {
        func said(_ text: String, _ field: Field) -> Cell { Cell(words.value(text, of: field)) }
        func row(_ change: Change, _ number: Cell, _ label: String) -> [Cell] {
            [
                number, Cell(label), .text(words.field(change.field)), said(change.before, change.field),
                said(change.after, change.field),
            ]
        }
        let actions = changes.difference.actions.flatMap { action -> [[Cell]] in
            if action.changes.isEmpty {
                return [
                    [.integer(action.number), Cell(action.label), .text(words.list(action.kinds.map(words.changeKind))), .empty, .empty]
                ]
            }
            return action.changes.map { row($0, .integer(action.number), action.label) }
        }
        return Table(
            headers: [
                words.subject(.action), words.field(.label), words.say("Changement", "Change"), words.say("Avant", "Before"),
                words.say("Après", "After"),
            ], rows: changes.difference.head.map { row($0, .empty, changes.difference.plan.title) } + actions)
    }
}
