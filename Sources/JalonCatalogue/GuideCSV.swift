/// The guide's CSV export, or any table, as rows of practices: columns are found by their names, lists in whatever way a cell holds them.

import JalonDomain
import JalonExchange

enum GuideCSV {
    /// `named` says which heading each column has, where it is not the guide's.
    static func draft(of bytes: [UInt8], file: String, _ named: [CatalogueColumn: String] = [:]) throws(CatalogueError) -> CatalogueDraft {
        let text = try SourceText.decode(tableInUTF8(bytes), file: file)
        var scanner = GuideCSVScanner(text)
        var draft = CatalogueDraft()
        guard let header = try? scanner.next() else { throw .invalid(file, 1, CatalogueReason.noHeader) }
        let columns = try Columns(header, named, file: file)
        if columns[.priority] == nil {
            draft.assumesPriority = true
            draft.notes.append(.init(file: file, line: header.line, reason: CatalogueReason.priorityAssumed))
        }
        while !scanner.isAtEnd {
            do throws(JSONSource.Failure) {
                guard let row = try scanner.next() else { break }
                guard row.cells.count <= columns.count else {
                    let reason = CatalogueReason.tooManyCells(row.cells.count, columns.count)
                    draft.problems.append(.init(file: file, line: row.line, reason: reason))
                    continue
                }
                take(row, columns: columns, file: file, into: &draft)
            } catch {
                draft.problems.append(.init(file: file, line: error.line, reason: error.reason))
                scanner.skipLine()
            }
        }
        return draft
    }

    private static func take(_ row: GuideCSVScanner.Row, columns: Columns, file: String, into draft: inout CatalogueDraft) {
        func word(_ name: CatalogueColumn) -> Located? {
            guard let column = columns[name], column < row.cells.count, case .text(let text, let line) = row.cells[column] else {
                return nil
            }
            return text.trimmed.isEmpty ? nil : Located(text: text.trimmed, line: line)
        }
        func list(_ name: CatalogueColumn) -> LocalisedList {
            guard let column = columns[name], column < row.cells.count else { return LocalisedList(fr: [], en: nil) }
            return LocalisedList(fr: items(row.cells[column]), en: nil)
        }
        func text(_ name: CatalogueColumn) -> LocalisedText? { word(name).map { LocalisedText(fr: $0.text, en: nil) } }
        let id = word(.id)
        // The guide's form names themes without their ids: the practice's own id tells which.
        let theme = word(.theme).map { CatalogueTheme($0.text) }
        if let id, let theme { draft.themes += theme.drafts(of: id, file: file) }
        draft.practices.append(
            PracticeDraft(
                file: file, line: row.line, id: id, themeID: theme?.id(for: id), themeTitle: theme?.title, title: text(.title),
                priority: word(.priority), difficulty: word(.difficulty), pilots: list(.pilots), indicators: list(.indicators),
                link: word(.link), summary: text(.summary), text: word(.text)?.text))
    }

    /// A bare JSON array, the same kept as text by a spreadsheet, or lines and bars between items.
    private static func items(_ cell: SourceNode) -> [String] {
        guard case .text(let text, let line) = cell else { return cell.words(onPair: { _ in }) }
        if text.trimmed.hasPrefix("[") {
            var source = JSONSource(text.trimmed, line: line)
            if let node = try? source.value(depth: 0), source.isAtEnd { return node.words(onPair: { _ in }) }
        }
        return text.split { $0 == "\n" || $0 == "|" }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    private struct Columns {
        private var places: [CatalogueColumn: Int] = [:]
        let count: Int

        subscript(column: CatalogueColumn) -> Int? { places[column] }

        /// Each where it is said to be, else under the headings it is known by.
        init(_ header: GuideCSVScanner.Row, _ named: [CatalogueColumn: String], file: String) throws(CatalogueError) {
            let names = header.cells.map { $0.word?.text ?? "" }
            count = names.count
            for column in CatalogueColumn.allCases {
                guard let name = named[column] else {
                    places[column] = names.firstIndex { column.headings.contains($0.folded) }
                    continue
                }
                guard let place = names.firstIndex(where: { $0.folded == name.folded }) else {
                    throw .invalid(file, header.line, CatalogueReason.noColumn(name, among: names.filter { !$0.isEmpty }))
                }
                places[column] = place
            }
            guard places[.id] != nil, places[.title] != nil else { throw .invalid(file, 1, CatalogueReason.noHeader) }
        }
    }
}
