/// Guides: import one, list them, list and show their practices.
import ArgumentParser
import JalonCatalogue
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: say("Les guides de bonnes pratiques.", "The guides of good practices."),
        discussion: example("jalon catalogue import guide/markdown --name guide-nr --version 1", "jalon catalogue list"),
        subcommands: [CatalogueImport.self, CatalogueList.self, CatalogueShow.self, CatalogueDiffing.self])
}

struct CatalogueImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Importer un guide\u{A0}: dossier Markdown, ou fichier JSON, CSV ou YAML.",
            "Import a guide: a Markdown folder, or a JSON, CSV or YAML file."),
        discussion: example(
            "jalon catalogue import ../shared/guide/markdown --name guide-nr --version 1",
            "jalon catalogue import rgesn.json --name rgesn --version 2",
            "jalon catalogue import charte.csv --map id=Numéro --map title=Critère --map theme=Famille"))

    @Argument(help: help("Le dossier ou le fichier du guide.", "The guide’s folder or file."))
    var path: String
    @Option(help: help("Le nom à lui donner\u{A0}; par défaut, celui du fichier.", "The name to give it; by default, the file’s."))
    var name: String?
    @Option(help: help("Sa version.", "Its version."))
    var version: String?
    @Flag(help: help("Importer le reste quand des fichiers sont invalides.", "Import the rest when some files are invalid."))
    var skipInvalid = false
    @Option(
        help: help(
            "Pour un CSV, la colonne qui donne id, title, theme, priority, difficulty, pilots, indicators, link, summary ou text.",
            "For a CSV, the column that gives id, title, theme, priority, difficulty, pilots, indicators, link, summary or text.",
            value: "title=Critère"))
    var map: [String] = []
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { _ = try columns() }

    private func columns() throws -> [CatalogueColumn: String] {
        var columns: [CatalogueColumn: String] = [:]
        for pair in map {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let column = CatalogueColumn(word: parts[0]), columns[column] == nil else {
                let all = CatalogueColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    say(
                        "--map «\u{A0}\(pair)\u{A0}»\u{A0}: écrivez une seule fois chacun des noms \(all), puis = et le titre de sa colonne.",
                        "--map “\(pair)”: write each of the names \(all) once, then = and its column’s heading."))
            }
            columns[column] = parts[1]
        }
        return columns
    }

    func run() async throws {
        let columns = try columns()
        try await atDesk(place, actor, output, needs: .manageCatalogues) { desk in
            let words = desk.words
            let reading = try CatalogueReader.read(
                path: path, name: name, version: version, skipInvalid: skipInvalid, columns: columns)
            let entry = try await desk.workspace.importCatalogue(reading.catalogue, as: desk.visitor)
            for problem in reading.notes + reading.skipped { say(onStandardError: problem.text(words.language)) }
            let catalogue = reading.catalogue
            let skipped =
                reading.skipped.isEmpty
                ? ""
                : say(
                    ", \(words.count(reading.skipped.count, "laissée de côté", "laissées de côté"))", ", \(reading.skipped.count) set aside"
                )
            try desk.output.answer(
                words.labelled(
                    say("Guide importé", "Guide imported"),
                    "\(entry.reference) (\(words.practices(catalogue.practices.count)), \(words.themes(catalogue.themes.count))\(skipped))"),
                [
                    "catalogue": .text(entry.reference.description), "practices": .number(catalogue.practices.count),
                    "themes": .number(catalogue.themes.count), "skipped": JSON(reading.skipped.map { $0.text(words.language) }),
                    "notes": JSON(reading.notes.map { $0.text(words.language) }),
                ])
        }
    }
}

struct CatalogueList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say("Lister les guides, ou les bonnes pratiques de l’un d’eux.", "List the guides, or the practices of one."),
        discussion: example("jalon catalogue list", "jalon catalogue list --catalogue guide-nr@1 --format json"))

    @Option(help: help("Un guide, par son nom ou nom@version.", "A guide, by its name or name@version.", value: "name@version"))
    var catalogue: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .read) { desk in
            if let catalogue { try await listPractices(of: catalogue, desk) } else { try await listCatalogues(desk) }
        }
    }

    private func listCatalogues(_ desk: Desk) async throws {
        let words = desk.words
        let entries = try await desk.workspace.catalogues(desk.visitor).model
        try desk.output.answer(
            Table(
                headers: [words.field(.catalogue), words.field(.title), words.field(.on), words.field(.practices)],
                rows: entries.map {
                    [.text($0.reference.description), .text($0.title.text(words.language)), Cell($0.publishedOn), .integer($0.practices)]
                }),
            .array(
                entries.map { entry in
                    [
                        "catalogue": .text(entry.reference.description), "name": .text(entry.name), "version": .text(entry.version),
                        "title": .text(entry.title.text(words.language)), "date": JSON(entry.publishedOn?.iso),
                        "practices": .number(entry.practices),
                    ]
                }))
    }

    private func listPractices(of name: String, _ desk: Desk) async throws {
        let words = desk.words
        let catalogue = try await desk.workspace.catalogue(name, desk.visitor).model.catalogue
        try desk.output.answer(
            Table(
                headers: ["", words.field(.title), say("Priorité", "Priority"), words.field(.difficulty), words.field(.pilot)],
                rows: catalogue.practices.map { practice in
                    [
                        .text(practice.id), .text(practice.title.text(words.language)), .text(words.priority(practice.priority)),
                        Cell(practice.difficulty.map(words.difficulty)),
                        Cell(practice.pilots.items(words.language).joined(separator: ", ")),
                    ]
                }),
            .array(catalogue.practices.map { practiceJSON($0, words.language) }))
    }
}

struct CatalogueShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer une bonne pratique.", "Show a practice."),
        discussion: example("jalon catalogue show a.2", "jalon catalogue show a.2 --catalogue guide-nr@1 --format json"))

    @Argument(help: help("La bonne pratique, comme a.2.", "The practice, such as a.2."))
    var practice: String
    @Option(
        help: help("Son guide\u{A0}; le dernier importé par défaut.", "Its guide; the last imported by default.", value: "name@version"))
    var catalogue: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .read) { desk in
            let words = desk.words
            let language = words.language
            let catalogue = try await desk.workspace.catalogue(self.catalogue, desk.visitor).model.catalogue
            guard let found = catalogue.practice(practice) else { throw DomainError.notFound(.practice) }
            let theme = catalogue.theme(found.theme)?.title.text(language) ?? found.theme
            try desk.output.answer(
                Table(labels: [
                    (words.subject(.practice), .text(found.id)), (words.field(.title), .text(found.title.text(language))),
                    (say("Thématique", "Theme"), .text(theme)), (say("Priorité", "Priority"), .text(words.priority(found.priority))),
                    (words.field(.difficulty), Cell(found.difficulty.map(words.difficulty))),
                    (words.field(.pilot), Cell(found.pilots.items(language).joined(separator: "\n"))),
                    (words.field(.indicators), Cell(found.indicators.items(language).joined(separator: "\n"))),
                    (say("Lien", "Link"), Cell(found.link)), (say("Résumé", "Summary"), Cell(found.summary?.text(language))),
                    (say("Texte", "Text"), Cell(found.text)),
                ]),
                practiceJSON(found, language).adding([
                    "catalogue": .text(catalogue.reference.description), "themeTitle": .text(theme),
                    "summary": JSON(found.summary?.text(language)), "text": JSON(found.text),
                ]))
        }
    }
}

func practiceJSON(_ practice: Practice, _ language: Language) -> JSON {
    [
        "id": .text(practice.id), "theme": .text(practice.theme), "title": .text(practice.title.text(language)),
        "priority": .text(practice.priority.rawValue), "difficulty": JSON(practice.difficulty?.rawValue),
        "pilots": JSON(practice.pilots.items(language)), "indicators": JSON(practice.indicators.items(language)),
        "link": JSON(practice.link),
    ]
}
