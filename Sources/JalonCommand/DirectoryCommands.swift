/// The directory: units as a tree, positions and persons in them.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: say("L’annuaire\u{A0}: directions, fonctions et personnes.", "The directory: units, positions and persons."),
        discussion: example("jalon directory list"),
        subcommands: [
            DirectoryAdd.self, DirectoryPlace.self, DirectoryRename.self, DirectoryMerge.self, DirectoryArchive.self,
            DirectoryRestore.self, DirectoryList.self,
        ])
}

extension PartyKind: ExpressibleByArgument {
    package init?(argument: String) {
        switch argument.folded {
        case "person", "personne": self = .person
        case "position", "fonction": self = .position
        case "unit", "direction", "service": self = .unit
        default: return nil
        }
    }
}

/// Where a party is put.
struct PlaceInDirectory: ParsableArguments {
    @Option(
        help: help(
            "La direction où elle se place\u{A0}; vide pour n’en avoir aucune.", "The unit it stands in; empty for none.", value: "name"))
    var unit: String?
    @Option(help: help("La fonction de la personne.", "The position that the person holds.", value: "name"))
    var position: String?

    var place: PartyPlace { PartyPlace(unit: unit, position: position) }
}

struct DirectoryAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Ajouter à l’annuaire.", "Add to the directory."),
        discussion: example("jalon directory add direction \"Service achats\" --unit \"Direction des finances\""))

    @Argument(help: help("direction, fonction ou personne.", "unit, position or person.", value: "kind"))
    var kind: PartyKind
    @Argument(help: help("Le nom.", "The name.", value: "name"))
    var name: String
    @OptionGroup var standing: PlaceInDirectory
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            try await answer(desk, desk.workspace.addParty(kind, name: name, standing.place, as: desk.visitor))
        }
    }
}

struct DirectoryPlace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place", abstract: say("Placer dans l’arbre des directions.", "Place in the tree of units."),
        discussion: example("jalon directory place \"Responsable produit\" --unit \"Direction du numérique\""), aliases: ["move"])

    @Argument(help: help("Le nom.", "The name.", value: "name"))
    var name: String
    @Option(
        help: help(
            "direction, fonction ou personne, si plusieurs portent ce nom.", "unit, position or person, when several bear that name."))
    var kind: PartyKind?
    @OptionGroup var standing: PlaceInDirectory
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            try await answer(desk, desk.workspace.editParty(.named(name, kind), standing.place, as: desk.visitor))
        }
    }
}

struct DirectoryList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister l’annuaire.", "List the directory."),
        discussion: example("jalon directory list --format csv"))

    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .read) { desk in
            let words = desk.words
            let parties = try await desk.workspace.parties(desk.visitor).model.filter { !$0.archived }
            let names = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) })
            try desk.output.answer(
                Table(
                    headers: [words.say("Sorte", "Kind")] + [.name, .unit, .position].map(words.field),
                    rows: parties.map { party in
                        [
                            .text(words.partyKind(party.kind)), .text(party.name), Cell(party.unit.flatMap { names[$0] }),
                            Cell(party.position.flatMap { names[$0] }),
                        ]
                    }),
                .array(parties.map { directoryJSON($0, names) }))
        }
    }
}

func answer(_ desk: Desk, _ party: Party) async throws {
    let names = Dictionary(uniqueKeysWithValues: try await desk.workspace.parties(desk.visitor).model.map { ($0.id, $0.name) })
    let place = [party.unit, party.position].compactMap { $0.flatMap { names[$0] } }
    let kind = desk.words.partyKind(party.kind)
    try desk.output.answer(
        desk.words.labelled("\(party.name) (\(kind))", place.isEmpty ? "–" : place.joined(separator: ", ")),
        directoryJSON(party, names))
}

private func directoryJSON(_ party: Party, _ names: [Int: String]) -> JSON {
    [
        "kind": .text(party.kind.rawValue), "name": .text(party.name), "unit": JSON(party.unit.flatMap { names[$0] }),
        "position": JSON(party.position.flatMap { names[$0] }),
    ]
}
