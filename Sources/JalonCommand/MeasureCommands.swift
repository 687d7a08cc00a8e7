/// Measures of indicators: one by one, from a table, to a table; and types proposed for the wordings of a guide or a plan.
import ArgumentParser
import Foundation
import JalonCatalogue
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct IndicatorMeasure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: say(
            "Enregistrer une mesure, ou en corriger une\u{A0}: l’ancienne valeur est gardée.",
            "Record a measure, or correct one: the old value is kept."),
        discussion: example(
            "jalon indicator measure 1 54 --on 2026-03-31 --source \"Inventaire du parc\"",
            "jalon indicator measure 2 34/250 --on 2026-03-31", "jalon indicator measure 1 55 --on 2026-03-31 --correct \"Parc recompté\""))

    @Argument(help: help("Le numéro de l’indicateur.", "The indicator’s number.", value: "number"))
    var number: Int
    @Argument(
        help: help("La valeur\u{A0}: 54, 1 234,5, oui, 34/250, « 1,2 t ».", "The value: 54, 1234.5, yes, 34/250, “1.2 t”.", value: "value"))
    var value: String
    @Option(help: help("La date, ou la fin de la période.", "The day, or the end of the period.", value: "day"))
    var on: String?
    @Option(help: help("Le début de la période.", "The start of the period.", value: "day"))
    var from: String?
    @Option(help: help("D’où vient la valeur.", "Where the value comes from."))
    var source: String?
    @Option(help: help("Un commentaire.", "A comment."))
    var comment: String?
    @Option(help: help("Le lien d’une preuve.", "The link of a piece of evidence."))
    var evidence: String?
    @Option(
        help: help(
            "La part d’une catégorie\u{A0}; plusieurs fois possible.", "A category’s share; may be repeated.", value: "category=value"))
    var part: [String] = []
    @Flag(help: help("La valeur est estimée, non mesurée.", "The value is estimated, not measured."))
    var estimated = false
    @Option(
        help: help(
            "Corriger la mesure de cette date, pour cette raison.", "Correct the measure of that day, for that reason.", value: "reason"))
    var correct: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .reportOnOwn) { desk in
            let seen = try await desk.workspace.indicator(number, desk.visitor)
            let definition = seen.model.indicator.definition
            var typed = Typed()
            let day = typed.day(on, .on)
            let start = typed.day(from, .from)
            let measured = typed.measured(value, definition)
            var parts: [String: Double] = [:]
            for text in part {
                let pieces = text.split(separator: "=", maxSplits: 1).map(String.init)
                if pieces.count == 2, let figure = typed.figure(pieces[1], .categories, definition) {
                    parts[pieces[0]] = figure
                } else {
                    typed.refuse(.categories, .figure(.notANumber(text)))
                }
            }
            try typed.check()
            guard let measured else { throw DomainError.invalid(.value, .required) }
            let edit = MeasurementEdit(
                on: day ?? seen.today, from: start, value: measured, parts: parts, source: source ?? "", comment: comment ?? "",
                evidence: evidence ?? "", isEstimated: estimated)
            _ = try await desk.workspace.measure(number, edit, correcting: correct, as: desk.visitor)
            try await desk.answer(indicator: number)
        }
    }
}

struct IndicatorDue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: say("Les mesures attendues de la personne qui agit.", "The measures awaited from who acts."),
        discussion: example("jalon indicator due --as bastien.lormeau@valmont.example"))

    @Flag(help: help("Toutes celles que l’on peut saisir, pas seulement les siennes.", "All that one may record, not one’s own only."))
    var all = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .reportOnOwn) { desk in
            let words = desk.words
            let seen = try await desk.workspace.ownIndicators(all: all, desk.visitor)
            let due = seen.model.filter(\.isDue)
            try desk.output.answer(
                Table(
                    headers: [
                        words.say("N°", "No."), words.field(.name), words.field(.measureUnit), words.field(.due),
                        words.say("Dernière valeur", "Last value"),
                    ],
                    rows: due.map { own in
                        let indicator = own.row.indicator
                        return [
                            .integer(indicator.number), .text(indicator.name), Cell(words.unit(indicator.definition.unit)), Cell(own.due),
                            Cell(own.row.last?.value.map { words.figure($0, of: indicator.definition) }),
                        ]
                    }),
                .array(due.map { indicatorJSON($0.row, [:]) }))
        }
    }
}

struct IndicatorImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Importer des mesures\u{A0}: un CSV avec indicateur, date et valeur\u{A0}; tout ou rien.",
            "Import measures: a CSV with indicator, date and value; all or nothing."),
        discussion: example("jalon indicator import mesures.csv --dry-run"))

    @Argument(help: help("Le fichier\u{A0}; - pour l’entrée standard.", "The file; - for standard input."))
    var file: String
    @Option(help: help("L’indicateur de toutes les lignes, par son numéro.", "The indicator of all rows, by number.", value: "number"))
    var indicator: Int?
    @Flag(help: help("Montrer ce qui serait écrit, sans rien écrire.", "Show what would be written, and write nothing."))
    var dryRun = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .reportOnOwn) { desk in
            let words = desk.words
            func lines(_ reading: MeasureReading) -> [String] {
                reading.problems.flatMap { problem in
                    problem.violations.map { words.labelled(words.say("Ligne \(problem.row)", "Row \(problem.row)"), words.violation($0)) }
                }
            }
            let reading: MeasureReading
            do {
                reading = try await desk.workspace.importMeasures(try readTable(file), of: indicator, commit: !dryRun, as: desk.visitor)
            } catch let refusal as MeasureTableRefusal {
                let more = refusal.reading.problemCount - refusal.reading.problems.count
                let rest = more > 0 ? [words.say("Et \(words.number(more)) autres lignes.", "And \(words.number(more)) other rows.")] : []
                throw Failure(
                    .data, lines(refusal.reading) + rest + [words.violation(Violation(.file, .rowsToMend(refusal.reading.problemCount)))])
            }
            for line in lines(reading) { say(onStandardError: line) }
            let total = reading.measures.values.reduce(0, +)
            let many = words.count(total, words.say("mesure", "measure"), words.say("mesures", "measures"))
            let said =
                dryRun
                ? words.say("\(many) à enregistrer", "\(many) to record") : words.say("\(many) enregistrées", "\(many) recorded")
            let wrong = words.count(
                reading.problemCount, words.say("ligne à corriger", "row to correct"), words.say("lignes à corriger", "rows to correct"))
            try desk.output.answer(
                "\(said), \(words.say("\(words.number(reading.known)) déjà connues", "\(words.number(reading.known)) known already"))"
                    + (reading.problemCount > 0 ? ", \(wrong)." : "."),
                [
                    "rows": .number(reading.rows), "measures": .number(total), "known": .number(reading.known),
                    "written": .bool(!dryRun),
                    "indicators": .array(
                        reading.measures.sorted { $0.key < $1.key }.map { ["id": .number($0.key), "measures": .number($0.value)] }),
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

struct IndicatorExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say(
            "Exporter les mesures en CSV, ou définitions et mesures en JSON.",
            "Export measures as CSV, or definitions and measures as JSON."),
        discussion: example(
            "jalon indicator export --format csv > mesures.csv", "jalon indicator export --definitions --format csv > indicateurs.csv"))

    @Flag(help: help("Les définitions, sans les mesures.", "The definitions, without the measures."))
    var definitions = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let words = desk.words
            if definitions {
                let listing = try await desk.workspace.indicators(IndicatorFilter(), desk.visitor).model
                let table = indicatorTable(listing.rows, listing.names, words)
                return try desk.output.answer(
                    Table(headers: table.headers, rows: table.rows), .array(listing.rows.map { indicatorJSON($0, listing.names) }))
            }
            let sheets = try await desk.workspace.indicatorRecords(desk.visitor).model
            try desk.output.answer(
                Table(
                    headers: measureHeaders(words),
                    rows: sheets.flatMap { sheet in sheet.measures.reversed().map { measureCells($0, of: sheet.indicator, words) } }),
                .array(sheets.map { indicatorSheetJSON($0) }))
        }
    }
}

struct IndicatorSuggest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: say(
            "Proposer un type pour des indicateurs écrits en toutes lettres, à confirmer.",
            "Propose a type for indicators written in words, to be confirmed."),
        discussion: example(
            "jalon indicator suggest \"% des serveurs virtualisés\" --format json", "jalon indicator suggest < indicateurs.txt"))

    @Argument(
        help: help(
            "Les indicateurs\u{A0}; sinon une ligne de l’entrée standard pour chacun.",
            "The indicators; else one a line of standard input.", value: "wording"))
    var wordings: [String] = []
    @OptionGroup var output: OutputOptions
    @Option(help: help("La langue, fr ou en (JALON_LANGUAGE).", "The language, fr or en (JALON_LANGUAGE)."))
    var language: Language?

    func run() async throws {
        var lines = wordings
        if lines.isEmpty { while let line = readLine() { lines.append(line) } }
        let read = lines.filter { !$0.trimmed.isEmpty }.flatMap { wording in
            IndicatorReading.all(in: wording).map { (wording: wording, reading: $0) }
        }
        let words = Speech.words
        try Output(format: output.format).answer(
            Table(
                headers: [
                    words.subject(.indicator), words.field(.type), words.field(.measureUnit), words.say("Confiance", "Confidence"),
                ],
                rows: read.map { wording, reading in
                    [
                        .text(reading.name), .text(words.indicatorType(reading.type)),
                        .text(words.unit(reading.unit) + (reading.leavesUnitOpen ? words.say(" (à choisir)", " (to choose)") : "")),
                        .text(words.percent(Int((reading.confidence * 100).rounded()))),
                    ]
                }),
            .array(
                read.map { wording, reading in
                    [
                        "wording": .text(wording), "name": .text(reading.name), "type": .text(reading.type.rawValue),
                        "unit": .text(reading.unit.description), "unitOpen": .bool(reading.leavesUnitOpen),
                        "confidence": .decimal(reading.confidence),
                    ]
                }))
    }
}
