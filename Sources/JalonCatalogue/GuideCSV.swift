/// The guide's CSV export as rows of practices: columns are found by their names, lists in whatever way a cell holds them.

import JalonDomain

enum GuideCSV {
    static func draft(of bytes: [UInt8], file: String) throws(CatalogueError) -> CatalogueDraft {
        let text = try SourceText.decode(bytes, file: file)
        var scanner = GuideCSVScanner(text)
        var draft = CatalogueDraft()
        guard let header = try? scanner.next(), let columns = Columns(header) else {
            throw .invalid(file, 1, CatalogueReason.noHeader)
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
        func word(_ column: Int?) -> Located? {
            guard let column, column < row.cells.count, case .text(let text, let line) = row.cells[column] else { return nil }
            return text.trimmed.isEmpty ? nil : Located(text: text.trimmed, line: line)
        }
        func list(_ column: Int?) -> LocalisedList {
            guard let column, column < row.cells.count else { return LocalisedList(fr: [], en: nil) }
            return LocalisedList(fr: items(row.cells[column]), en: nil)
        }
        let id = word(columns.id)
        let theme = word(columns.theme)
        // This form names themes without their ids: the practice's own id tells which.
        if let id, let theme, case .success(let read) = PracticeID.read(id.text, theme: nil) {
            draft.themes.append(
                ThemeDraft(file: file, id: Located(text: read.theme, line: id.line), title: LocalisedText(fr: theme.text, en: nil)))
        }
        draft.practices.append(
            PracticeDraft(
                file: file, line: row.line, id: id, themeID: nil, themeTitle: theme?.text,
                title: word(columns.title).map { LocalisedText(fr: $0.text, en: nil) },
                priority: word(columns.priority), difficulty: word(columns.difficulty), pilots: list(columns.pilots),
                indicators: list(columns.indicators), link: word(columns.link), summary: nil, text: nil))
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
        var id: Int
        var title: Int
        var theme, priority, difficulty, pilots, indicators, link: Int?
        var count: Int

        init?(_ header: GuideCSVScanner.Row) {
            let names = header.cells.map { $0.word?.text.folded ?? "" }
            func column(_ choices: String...) -> Int? { names.firstIndex(where: choices.contains) }
            guard let id = column("id", "identifiant", "idbp"), let title = column("titre", "title") else { return nil }
            self.id = id
            self.title = title
            theme = column("thematique", "theme")
            priority = column("priorite", "priority")
            difficulty = column("difficulte", "difficulty")
            pilots = column("exemples pilotes", "pilotes", "pilots")
            indicators = column("exemples indicateurs", "indicateurs", "indicators")
            link = column("url", "lien", "link")
            count = names.count
        }
    }
}
