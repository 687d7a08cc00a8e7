/// Searching from the command line, as the page does.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Chercher dans les actions, les bonnes pratiques, les notes, les plans et l’annuaire.",
            "Search actions, practices, notes, plans and the directory."),
        discussion: example("jalon search ordinateurs reconditionnés", "jalon search 1/12 --format json"))

    @Argument(
        help: help(
            "Les mots, tous nécessaires, ou le numéro d’une action.", "The words, all needed, or an action’s number.", value: "words"))
    var words: [String]
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let seen = try await desk.workspace.search(words.joined(separator: " "), size: Workspace.searchMost, desk.visitor)
            try desk.output.answer(searchTable(seen.model, desk.words), searchJSON(seen.model, desk.words))
        }
    }
}

private func searchTable(_ results: SearchResults, _ words: Words) -> Table {
    func action(_ found: FoundAction) -> (String, String, String) {
        (found.action.id.description, found.action.label, passage([found.description, found.tags.joined(separator: ", ")], results))
    }
    let groups: [(SearchGroup, [(String, String, String)])] = [
        (.actions, results.actions.map(action)),
        (
            .practices,
            results.practices.map {
                (
                    $0.practice.id, $0.practice.title.text(words.language),
                    passage($0.practice.passages(words.language), results)
                )
            }
        ),
        (.notes, results.notes.map { ($0.action.description, $0.label, passage([$0.note.words], results)) }),
        (.plans, results.plans.map { (String($0.number), $0.title, passage([$0.purpose, $0.commonObjectives], results)) }),
        (.parties, results.parties.map { ("", $0.name, words.partyKind($0.kind)) }),
        (.archived, results.archived.map(action)),
    ]
    return Table(
        headers: [words.say("Où", "Where"), words.say("Numéro", "Number"), words.field(.label), words.say("Passage", "Passage")],
        rows: groups.flatMap { group, found in
            found.map { one -> [Cell] in [.text(words.searchGroup(group)), .text(one.0), .text(one.1), .text(one.2)] }
        })
}

private func searchJSON(_ results: SearchResults, _ words: Words) -> JSON {
    func action(_ found: FoundAction) -> JSON {
        [
            "number": .text(found.action.id.description), "label": .text(found.action.label), "level": .text(found.action.level.rawValue),
            "progress": .text(found.action.progress.rawValue), "awaitingDecision": .bool(found.action.awaitsDecision),
            "pilot": JSON(found.action.pilotName), "due": JSON(found.action.due?.iso),
            "passage": .text(passage([found.description, found.tags.joined(separator: ", ")], results)),
        ]
    }
    return [
        "query": .text(results.asked.text),
        "actions": .array(results.actions.map(action)),
        "practices": .array(
            results.practices.map {
                [
                    "id": .text($0.practice.id), "catalogue": .text($0.reference.description),
                    "title": .text($0.practice.title.text(words.language)),
                    "passage": .text(passage($0.practice.passages(words.language), results)),
                ]
            }),
        "notes": .array(
            results.notes.map {
                [
                    "action": .text($0.action.description), "label": .text($0.label), "on": .text($0.note.on.iso),
                    "author": .text($0.note.author), "passage": .text(passage([$0.note.words], results)),
                ]
            }),
        "plans": .array(results.plans.map { ["number": .number($0.number), "title": .text($0.title)] }),
        "directory": .array(results.parties.map { ["kind": .text($0.kind.rawValue), "name": .text($0.name)] }),
        "archived": .array(results.archived.map(action)),
        "more": JSON(SearchGroup.allCases.filter { results.more.contains($0) }.map(\.rawValue)),
    ]
}

/// Where the words are in the first of the texts that has one.
private func passage(_ texts: [String], _ results: SearchResults) -> String {
    texts.lazy.compactMap { Snippet($0, results.asked) }.first?.text ?? ""
}
