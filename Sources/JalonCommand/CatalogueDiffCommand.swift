/// Two editions of a guide compared, as a command: each practice that changed, and how.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct CatalogueDiffing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: say("Comparer deux éditions d’un guide.", "Compare two editions of a guide."),
        discussion: example("jalon catalogue diff guide-nr@1 guide-nr@2", "jalon catalogue diff guide-nr@1 guide-nr@2 --format json"))

    @Argument(help: help("La première édition.", "The first edition.", value: "name@version"))
    var from: String
    @Argument(help: help("La seconde.", "The second.", value: "name@version"))
    var to: String
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let diff = try await desk.workspace.catalogueDiff(from: from, to: to, desk.visitor).model.diff
            guard !diff.entries.isEmpty else {
                return try desk.output.answer(say("Aucune différence.", "No difference."), json(diff, desk.words.language))
            }
            try desk.output.answer(table(diff, desk.words), json(diff, desk.words.language))
        }
    }

    private func table(_ diff: CatalogueDiff, _ words: Words) -> Table {
        func title(_ practice: Practice?) -> Cell { Cell(practice.map { "\($0.id) \($0.title.text(words.language))" }) }
        return Table(
            headers: [diff.from.description, diff.to.description, say("Changements", "Changes")],
            rows: diff.entries.map { [title($0.before), title($0.after), .text(words.changes(of: $0))] })
    }

    private func json(_ diff: CatalogueDiff, _ language: Language) -> JSON {
        func list(_ difference: ListDiff) -> JSON {
            ["added": JSON(difference.added.items(language)), "removed": JSON(difference.removed.items(language))]
        }
        return [
            "from": .text(diff.from.description), "to": .text(diff.to.description), "unchanged": .number(diff.unchanged),
            "practices": .array(
                diff.entries.map { entry in
                    [
                        "practice": JSON(entry.after?.id ?? entry.before?.id), "changes": JSON(entry.changes.map(\.rawValue)),
                        "before": entry.before.map { practiceJSON($0, language) } ?? .null,
                        "after": entry.after.map { practiceJSON($0, language) } ?? .null, "indicators": list(entry.indicators),
                        "pilots": list(entry.pilots),
                    ]
                }),
        ]
    }
}
