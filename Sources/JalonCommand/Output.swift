/// Writes answers on standard output, in the form asked; messages never go there.
import Foundation
import JalonDomain
import JalonExchange

struct Table {
    /// Empty for a list of labels and what they say.
    var headers: [String]
    var rows: [[Cell]]

    init(headers: [String], rows: [[Cell]]) {
        self.headers = headers
        self.rows = rows
    }

    /// A label and what it says on each row; rows that say nothing are left out.
    init(labels: [(String, Cell)]) {
        headers = []
        rows = labels.filter { $0.1 != .empty }.map { [.text($0.0), $0.1] }
    }
}

struct Output {
    let format: OutputFormat?

    /// A table for people, JSON for programs, CSV for spreadsheets.
    func answer(_ table: @autoclosure () -> Table, _ json: @autoclosure () -> JSON) throws {
        switch format ?? .table {
        case .table:
            let table = table()
            if table.rows.isEmpty { say(onStandardError: say("Aucune ligne.", "No rows.")) } else { try write(TextTable.write(table)) }
        case .json: try write(json().written)
        case .csv: try write(csv(table()))
        }
    }

    /// What a change gave: a sentence for people, JSON for programs.
    func answer(_ sentence: String, _ json: @autoclosure () -> JSON) throws {
        switch format ?? .table {
        case .table, .csv: try write(printable(sentence) + "\n")
        case .json: try write(json().written)
        }
    }

    func csv(_ table: Table) -> [UInt8] {
        CSVWriter(Speech.words.language).write(
            headers: table.headers.isEmpty ? [say("Champ", "Field"), say("Valeur", "Value")] : table.headers, rows: table.rows)
    }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            throw Failure(.inputOutput, say("La sortie ne peut pas être écrite.", "The output cannot be written."))
        }
    }
}
