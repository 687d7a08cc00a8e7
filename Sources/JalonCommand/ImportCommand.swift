/// A plan that exists in a spreadsheet, read from CSV: shown row by row, then written whole or not at all.
import ArgumentParser
import Foundation
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Importer un tableau d’actions\u{A0}: CSV de tout séparateur, en UTF-8 ou Windows-1252.",
            "Import a table of actions: CSV of any separator, in UTF-8 or Windows-1252."),
        discussion: example(
            "jalon import actions.csv --plan 1 --dry-run --format json",
            "jalon import actions.csv --plan 1 --map \"Fin=échéance\" --read \"en pause=en cours\" --skip 3"))

    @Argument(help: help("Le fichier\u{A0}; - pour l’entrée standard.", "The file; - for standard input."))
    var file: String
    @OptionGroup var plan: PlanOption
    @Flag(help: help("Montrer ce qui serait écrit, sans rien écrire.", "Show what would be written, and write nothing."))
    var dryRun = false
    @Option(
        help: help(
            "Ce qu’une colonne contient\u{A0}; rien après le signe = la laisse de côté. Plusieurs fois possible.",
            "What a column holds; nothing after the = leaves it out. May be repeated.", value: "column=field"))
    var map: [String] = []
    @Option(
        help: help(
            "Ce que veut dire une cellule non comprise. Plusieurs fois possible.",
            "What a cell that is not understood means. May be repeated.", value: "words=meaning"))
    var read: [String] = []
    @Option(help: help("Une ligne à laisser de côté\u{A0}; plusieurs fois possible.", "A row to leave out; may be repeated.", value: "row"))
    var skip: [Int] = []
    @Option(
        help: help(
            "Le niveau des nouvelles actions dont la ligne n’en dit pas\u{A0}; réflexion par défaut.",
            "The level of new actions whose row gives none; reflection by default."))
    var level: String?
    @Option(
        help: help(
            "Ce que sont les pilotes inconnus\u{A0}: personne, fonction (par défaut) ou direction.",
            "What unknown pilots are: person, position (by default) or unit.", value: "kind"))
    var pilotsAre: PartyKind?
    @Flag(
        help: help(
            "Quand une cellule nomme plusieurs pilotes, le premier pilote et les autres contribuent.",
            "When a cell names several pilots, the first pilots and the others contribute."))
    var firstPilot = false
    @Flag(
        help: help(
            "Ajouter au plan les axes que le tableau nomme et qu’il n’a pas.", "Add to the plan the axes that the table names and it lacks."
        ))
    var addAxes = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let (plan, _) = try await desk.plan(self.plan.plan)
            try plan.requireOpen()
            let table = try ImportReading.table(try readTable(file))
            let choices = try choices(for: table)
            let reading = try await desk.workspace.readTable(table, choices, into: plan.number, desk.visitor).model
            if let warning = desk.words.warning(of: reading) { say(onStandardError: warning) }
            for line in desk.words.understood(reading) { say(onStandardError: line) }
            if dryRun { return try desk.show(reading) }
            guard reading.violations.isEmpty, reading.toMend.isEmpty else { throw Failure(.data, desk.words.problems(of: reading)) }
            guard reading.isReady else { return try desk.output.answer(desk.words.nothingToImport, importJSON(reading, desk.words)) }
            let name = file == "-" ? "" : URL(fileURLWithPath: file).lastPathComponent
            let imported = try await desk.workspace.importTable(
                table, named: String(name.prefix(200)), choices, into: plan.number, standing: reading.standing, as: desk.visitor)
            for column in reading.columns { if let line = desk.words.setAside(column) { say(onStandardError: line) } }
            for row in reading.rows { for cell in row.readAs { say(onStandardError: desk.words.line(row, cell)) } }
            desk.sayCreated(imported.parties)
            try desk.output.answer(
                desk.words.imported(imported),
                importJSON(reading, desk.words).adding([
                    "created": .array(imported.created.map { .text($0.description) }),
                    "updated": .array(imported.updated.map { .text($0.description) }),
                ]))
        }
    }

    private func choices(for table: CSVTable) throws -> ImportChoices {
        var choices = ImportChoices(Speech.words.language)
        var typed = Typed()
        choices.skipped = Set(skip)
        choices.level = typed.level(level) ?? choices.level
        choices.firstPilots = firstPilot
        choices.addsAxes = addAxes
        choices.newPilots = pilotsAre ?? choices.newPilots
        for text in map {
            let (name, target) = try pair(text, "--map")
            let column = TableColumn(heading: target)
            guard target.isEmpty || column != nil else {
                throw Failure(
                    .usage,
                    say(
                        "--map\u{A0}: «\u{A0}\(target)\u{A0}» n’est pas un champ. Choisissez ", "--map: “\(target)” is not a field. Choose "
                    )
                        + Speech.words.choice(TableColumn.allCases.filter(\.isRead).map { $0.header(Speech.words) }) + ".")
            }
            choices.columns[table.columns.first { $0.folded == name.folded } ?? name] = .some(column)
        }
        choices.answers = try read.map { text in
            let (words, meaning) = try pair(text, "--read")
            return ImportAnswer(column: nil, text: words, meaning: meaning)
        }
        try typed.check()
        return choices
    }

    /// « Colonne=champ ».
    private func pair(_ text: String, _ option: String) throws -> (String, String) {
        guard let place = text.lastIndex(of: "="), place != text.startIndex else {
            throw Failure(.usage, say("\(option)\u{A0}: écrivez mot=sens.", "\(option): write word=meaning."))
        }
        return (String(text[..<place]), String(text[text.index(after: place)...]))
    }
}

/// The bytes of a file, or of standard input for `-`; one too big is refused before it fills the memory.
func readTable(_ path: String) throws -> [UInt8] {
    let limit = CSVTable.largest + 1
    do {
        let handle = path == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        var data = Data()
        // A pipe gives a part at a time.
        while data.count < limit, let part = try handle.read(upToCount: limit - data.count), !part.isEmpty { data += part }
        return [UInt8](data)
    } catch {
        throw Failure(
            .noInput,
            say(
                "«\u{A0}\(path)\u{A0}» ne peut pas être lu. Vérifiez son nom et ses droits.",
                "“\(path)” cannot be read. Check its name and its permissions."))
    }
}

extension Desk {
    fileprivate func show(_ reading: ImportReading) throws {
        if output.format != .json {
            for line in reading.violations.map({ words.violation($0, option: nil) }) { say(onStandardError: line) }
            for column in reading.columns { if let line = words.setAside(column) { say(onStandardError: line) } }
            if !reading.newAxes.isEmpty { say(onStandardError: words.axesToAdd(reading.newAxes)) }
            if !reading.newParties.isEmpty { say(onStandardError: words.toCreate(reading.newParties)) }
        }
        try output.answer(
            Table(
                headers: [
                    words.say("Ligne", "Row"), words.say("Ce qui sera fait", "What will be done"), words.field(.label),
                    words.say("Lu comme", "Read as"),
                    words.say("À corriger", "To correct"),
                ],
                rows: reading.rows.map { row in
                    [
                        .integer(row.row), .text(words.will(row.will)), Cell(words.clipped(row.label)),
                        Cell(row.readAs.map(words.cell).joined(separator: "\n")), Cell(words.problems(of: row).joined(separator: "\n")),
                    ]
                }), importJSON(reading, words))
    }
}

private func importJSON(_ reading: ImportReading, _ words: Words) -> JSON {
    [
        "rows": .array(
            reading.rows.map { row in
                [
                    "row": .number(row.row), "will": .text(row.will.rawValue), "label": .text(row.label),
                    "action": JSON(row.will == .create ? nil : row.action?.id.description), "sameLabelAs": JSON(row.twin),
                    "readAs": .array(row.readAs.map { cellJSON($0, words) }),
                    "notUnderstood": .array(row.notUnderstood.map { cellJSON($0, words) }),
                    "breaks": .array(
                        row.violations.map { ["field": .text($0.field.rawValue), "remedy": .text(words.rule($0.rule))] }),
                    "changes": JSON(row.changes.map(\.field.rawValue)),
                ]
            }),
        "columns": .object(reading.columns.map { (key: $0.name, value: JSON($0.isRead ? $0.column?.rawValue : nil)) }),
        "headingRow": .number(reading.headingRow), "encoding": .text(reading.encoding.rawValue),
        "newAxes": JSON(reading.newAxes.map(\.title)),
        "newParties": .array(reading.newParties.map { ["name": .text($0.name), "kind": .text($0.kind.rawValue)] }),
        "problems": JSON(reading.violations.map { words.rule($0.rule) }), "ready": .bool(reading.isReady),
    ]
}

private func cellJSON(_ cell: ImportedCell, _ words: Words) -> JSON {
    let said: (String, JSON) =
        switch cell.sense {
        case .readAs(let meaning): ("as", .text(meaning))
        case .notUnderstood(let rule): ("remedy", .text(words.rule(rule)))
        }
    return .object([
        (key: "column", value: .text(cell.name)), (key: "value", value: .text(cell.value)),
        (key: "field", value: .text(cell.column.rawValue)), (key: said.0, value: said.1),
    ])
}

extension Words {
    /// Everything that stands in the way, each line with its row and its remedy; the first forty.
    fileprivate func problems(of reading: ImportReading) -> [String] {
        // Without a label, each row would say again what the table lacks.
        if reading.violations.contains(where: { $0.rule == .noLabelColumn }), let first = reading.columns.first {
            return reading.violations.map { violation($0, option: nil) }
                + [say("Par exemple\u{A0}: --map \"\(first.name)=libellé\"", "For instance: --map \"\(first.name)=label\"")]
        }
        let lines =
            reading.violations.map { violation($0, option: nil) }
            + reading.toMend.flatMap { row in problems(of: row).map { labelled(rowNumber(row.row), $0) } }
        let rest = lines.count - 40
        return lines.prefix(40) + (rest > 0 ? [say("Et \(count(rest, "autre", "autres")).", "And \(number(rest)) more.")] : [])
            + (reading.toMend.isEmpty ? [] : [rule(.rowsToMend(reading.toMend.count))])
    }

    fileprivate func problems(of row: ImportedRow) -> [String] {
        row.notUnderstood.map(cell) + row.violations.map { violation($0, option: nil) }
    }

    fileprivate func line(_ row: ImportedRow, _ cell: ImportedCell) -> String { labelled(rowNumber(row.row), self.cell(cell)) }

    /// « Échéance, « fin mars » : … »
    fileprivate func cell(_ cell: ImportedCell) -> String {
        switch cell.sense {
        case .readAs(let meaning):
            say(
                "\(cell.name), \(quote(clipped(cell.value))) lu comme\u{A0}: \(self.meaning(meaning, of: cell.column))",
                "\(cell.name), \(quote(clipped(cell.value))) read as: \(self.meaning(meaning, of: cell.column))")
        case .notUnderstood(let rule): labelled(cell.name, self.rule(rule))
        }
    }

    /// What each column is read as, where it is not called that, the encoding that was taken, and labels that the plan has already.
    fileprivate func understood(_ reading: ImportReading) -> [String] {
        let columns = reading.columns.filter { column in
            column.isRead && column.column.map { $0.header(self).folded != column.name.folded } ?? false
        }
        var lines = columns.compactMap { column in
            column.column.map { labelled(say("Colonne \(quote(column.name))", "Column \(quote(column.name))"), $0.header(self)) }
        }
        if reading.encoding == .windows1252 { lines.append(say("Codage lu\u{A0}: Windows-1252.", "Encoding read: Windows-1252.")) }
        lines += reading.rows.compactMap { row in
            row.twin.map {
                labelled(
                    rowNumber(row.row),
                    say(
                        "le plan a déjà une action de ce libellé, n°\u{A0}\($0).",
                        "the plan has an action of that label already, no.\u{A0}\($0)."))
            }
        }
        return lines
    }

    fileprivate func setAside(_ column: ImportedColumn) -> String? {
        unread(column).map { labelled(say("Colonne \(quote(column.name))", "Column \(quote(column.name))"), $0) }
    }

    fileprivate func axesToAdd(_ axes: [Axis]) -> String {
        labelled(say("Axes ajoutés au plan", "Axes added to the plan"), list(axes.map(\.title)))
    }

    fileprivate func toCreate(_ parties: [ImportReading.NewParty]) -> String {
        let rest = parties.count - 20
        let shown = parties.prefix(20).map { "\($0.name) (\(partyKind($0.kind).lowercased()))" }
        return labelled(
            say("Seraient créés", "Would be created"),
            list(shown + (rest > 0 ? [count(rest, say("autre", "other"), say("autres", "others"))] : [])))
    }

    private func rowNumber(_ row: Int) -> String { say("Ligne \(row)", "Row \(row)") }
    fileprivate func clipped(_ text: String) -> String { text.count > 80 ? text.prefix(79) + "…" : text }
}
