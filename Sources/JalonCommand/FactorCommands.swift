/// The library of factors of gains: list, add, import.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct FactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "factor",
        abstract: say(
            "Les facteurs de gain\u{A0}: ce qu’apporte une unité de chaque levier.", "Factors of gains: what one unit of a lever brings."),
        discussion: example("jalon factor list", "jalon factor import facteurs.csv --dry-run"),
        subcommands: [FactorList.self, FactorAdd.self, FactorImport.self])
}

struct FactorList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les facteurs en vigueur.", "List the factors that stand."),
        discussion: example("jalon factor list --format csv"))

    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let words = desk.words
            let factors = try await desk.workspace.factors(desk.visitor).model
            try desk.output.answer(
                Table(
                    headers: FactorColumn.allCases.filter { $0 != .per }.map { words.field($0.field) } + [words.field(.version)],
                    rows: factors.map { factor in
                        [
                            .text(factor.key), .text(factor.lever), .text(factor.counted), .text(words.gainIndicator(factor.indicator)),
                            .text(factor.indicator.unit.rawValue), .text(words.plain(factor.value.low)),
                            .text(words.plain(factor.value.central)), .text(words.plain(factor.value.high)),
                            .text(words.gainScope(factor.scope)), .text(words.gainRhythm(factor.rhythm)),
                            Cell(factor.year.map(String.init)),
                            .text(factor.source), Cell(factor.licence), Cell(factor.note), .integer(factor.version),
                        ]
                    }), .array(factors.map(factorJSON)))
        }
    }
}

struct FactorAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Ajouter un facteur, ou en remplacer un.", "Add a factor, or supersede one."),
        discussion: example(
            "jalon factor add 54,9 --lever \"Portable reconditionné\" --counted ordinateurs --indicator climat --unit kgCO2e --source \"MiNumEco\" --year 2022"
        ))

    @Argument(help: help("Sa valeur centrale, pour une unité.", "Its central value, for one unit."))
    var value: String
    @Option(help: help("Ce qui est fait.", "What is done."))
    var lever: String
    @Option(help: help("Ce que l’on compte, au pluriel.", "What is counted, in the plural."))
    var counted: String
    @Option(help: help("climat, ressources, énergie, eau, argent, ou un autre.", "climate, resources, energy, water, money, or another."))
    var indicator: String
    @Option(help: help("L’unité de la valeur\u{A0}; kgCO2e/an pour un gain annuel.", "The value’s unit; kgCO2e/year for a yearly gain."))
    var unit: String
    @Option(help: help("D’où vient le chiffre.", "Where the figure comes from."))
    var source: String
    @Option(help: help("La plus petite valeur.", "The least value."))
    var low: String?
    @Option(help: help("La plus grande valeur.", "The greatest value."))
    var high: String?
    @Option(help: help("fabrication ou usage.", "manufacture or use."))
    var scope: String?
    @Option(help: help("une fois ou par an.", "once or yearly."))
    var rhythm: String?
    @Option(help: help("L’année du chiffre.", "The figure’s year."))
    var year: String?
    @Option(help: help("La licence de la source.", "The source’s licence."))
    var licence: String?
    @Option(help: help("Une précision.", "A remark."))
    var note: String?
    @Option(help: help("Sa clé\u{A0}; tirée du levier par défaut.", "Its key; made from the lever by default."))
    var key: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let texts: [FactorColumn: String?] = [
                .value: value, .lever: lever, .counted: counted, .indicator: indicator, .unit: unit, .source: source, .low: low,
                .high: high, .scope: scope, .rhythm: rhythm, .year: year, .licence: licence, .note: note, .key: key,
            ]
            let today = try await desk.workspace.factors(desk.visitor).today
            let factor = try await desk.workspace.addFactor(
                try GainFactor(of: { (texts[$0] ?? nil) ?? "" }, on: today), as: desk.visitor)
            let words = desk.words
            try desk.output.answer(
                words.labelled(
                    words.say("Facteur enregistré, version \(factor.version)", "Factor saved, version \(factor.version)"),
                    "\(factor.lever), \(words.gain(factor.value, in: factor.indicator.unit))"), factorJSON(factor))
        }
    }
}

struct FactorImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: say("Importer des facteurs d’un tableau CSV.", "Import factors from a CSV table."),
        discussion: example("jalon factor import facteurs.csv --dry-run"))

    @Argument(help: help("Le fichier, ou - pour l’entrée standard.", "The file, or - for standard input."))
    var file: String
    @Flag(help: help("Montrer ce qui serait écrit, sans rien écrire.", "Show what would be written, and write nothing."))
    var dryRun = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let words = desk.words
            func lines(_ reading: FactorReading) -> [String] {
                reading.problems.flatMap { problem in
                    problem.violations.map { words.labelled(words.say("Ligne \(problem.row)", "Row \(problem.row)"), words.violation($0)) }
                }
            }
            let reading: FactorReading
            do {
                reading = try await desk.workspace.importFactors(try readTable(file), commit: !dryRun, as: desk.visitor)
            } catch let refusal as FactorTableRefusal {
                let wrong = refusal.reading.problems.count
                throw Failure(.data, lines(refusal.reading) + [words.violation(Violation(.file, .rowsToMend(wrong)))])
            }
            for line in lines(reading) { say(onStandardError: line) }
            try desk.output.answer(
                words.say(
                    "\(words.count(reading.added.count, "facteur ajouté", "facteurs ajoutés")), \(words.number(reading.superseding.count)) remplacés, \(words.number(reading.known)) déjà là.",
                    "\(words.count(reading.added.count, "factor", "factors")) added, \(words.number(reading.superseding.count)) superseded, \(words.number(reading.known)) there already."
                ),
                [
                    "added": .array(reading.added.map(factorJSON)), "superseding": .array(reading.superseding.map(factorJSON)),
                    "known": .number(reading.known), "written": .bool(!dryRun),
                    "problems": .array(
                        reading.problems.map { problem in
                            [
                                "row": .number(problem.row),
                                "errors": .array(
                                    problem.violations.map { ["field": .text($0.field.rawValue), "message": .text(words.rule($0.rule))] }),
                            ]
                        }),
                ])
        }
    }
}

func factorJSON(_ factor: GainFactor) -> JSON {
    [
        "key": .text(factor.key), "lever": .text(factor.lever), "counted": .text(factor.counted),
        "indicator": .text(factor.indicator.key), "unit": .text(factor.indicator.unit.rawValue), "low": .decimal(factor.value.low),
        "central": .decimal(factor.value.central), "high": .decimal(factor.value.high), "scope": .text(factor.scope.rawValue),
        "rhythm": .text(factor.rhythm.rawValue), "year": JSON(factor.year), "source": .text(factor.source),
        "licence": .text(factor.licence), "note": .text(factor.note), "version": .number(factor.version), "since": .text(factor.since.iso),
    ]
}
