/// What mends the directory: rename, merge two into one, put away and take back.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

/// Which entry is meant.
struct PartyMeant: ParsableArguments {
    @Argument(help: help("Le nom.", "The name.", value: "name"))
    var name: String
    @Option(
        help: help(
            "direction, fonction ou personne, si plusieurs portent ce nom.", "unit, position or person, when several bear that name."))
    var kind: PartyKind?

    var handle: PartyHandle { .named(name, kind) }
}

struct DirectoryRename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: say("Renommer.", "Rename."),
        discussion: example("jalon directory rename DSI \"Direction du numérique\""))

    @OptionGroup var meant: PartyMeant
    @Argument(help: help("Le nouveau nom.", "The new name.", value: "new-name"))
    var newName: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            try await answer(
                desk,
                desk.workspace.editParty(meant.handle, name: newName, PartyPlace(unit: nil, position: nil), as: desk.visitor))
        }
    }
}

struct DirectoryMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: say(
            "Fusionner un doublon\u{A0}: ce qui le nommait nomme l’autre.", "Merge a duplicate: what named it names the other."),
        discussion: example("jalon directory merge DSI --into \"Direction du numérique\""))

    @OptionGroup var meant: PartyMeant
    @Option(help: help("L’entrée qui reste.", "The entry that stays.", value: "name"))
    var into: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            let merged = try await desk.workspace.mergeParty(meant.handle, into: .named(into, meant.kind), as: desk.visitor)
            let words = desk.words
            try desk.output.answer(
                words.labelled(
                    say(
                        "\(words.quote(merged.gone.name)) ne fait plus qu’un avec \(words.quote(merged.kept.name))",
                        "\(words.quote(merged.gone.name)) is now one with \(words.quote(merged.kept.name))"),
                    words.actions(merged.actions)),
                ["gone": .text(merged.gone.name), "kept": .text(merged.kept.name), "actions": .number(merged.actions)])
        }
    }
}

struct DirectoryArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: say("Archiver ce dont plus rien ne dépend.", "Archive what nothing depends on any more."),
        discussion: example("jalon directory archive \"Service télématique\""))

    @OptionGroup var meant: PartyMeant
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            try await answer(desk, desk.workspace.setArchived(true, meant.handle, as: desk.visitor))
        }
    }
}

struct DirectoryRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: say("Restaurer ce qui est archivé.", "Restore what is archived."),
        discussion: example("jalon directory restore \"Service télématique\""))

    @OptionGroup var meant: PartyMeant
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            try await answer(desk, desk.workspace.setArchived(false, meant.handle, as: desk.visitor))
        }
    }
}
