/// The rows of a table on its way in: what each would do, what was understood, what is to mend.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct ImportRows {
    let page: ImportPage

    /// Of a longer table, what is to mend comes first.
    private static let most = 100

    private var words: Words { page.words }
    private var reading: ImportReading { page.reading }

    private var shown: [ImportedRow] {
        guard reading.rows.count > Self.most else { return reading.rows }
        let toMend = reading.toMend
        return Array((toMend.isEmpty ? reading.rows : toMend).prefix(Self.most))
    }

    func write(_ html: HTMLWriter) {
        let shown = shown
        let numbers = Set(shown.map(\.row))
        for row in page.choices.skipped.subtracting(numbers).sorted() { html.hiddenInput("leave", String(row)) }
        html.section {
            html.h2(words.importRows)
            if shown.count < reading.rows.count { html.p(words.importShown(shown.count, of: reading.rows.count), .class("note")) }
            html.cards(words.importRowsCaption) {
                html.column(words.importRow)
                html.column(words.importWill)
                html.column(words.field(.label))
                html.column(words.importUnderstood)
                html.column(words.importToMendColumn)
            } rows: {
                for row in shown { self.row(html, row) }
            }
        }
    }

    private func row(_ html: HTMLWriter, _ row: ImportedRow) {
        let isLeft = page.choices.skipped.contains(row.row)
        html.row {
            html.cell(label: words.importRow) {
                html.label(.class("choix")) {
                    html.text("\(row.row) ")
                    html.input(
                        .type(.checkbox), .name("leave"), .value(row.row), .checked(isLeft), .ariaLabel(words.importLeave(row.row)))
                }
            }
            html.cell(words.importWill(row, isLeft: isLeft))
            html.rowHead {
                html.text(words.importClipped(row.label))
                if let twin = row.twin {
                    html.br()
                    html.small(words.importTwin(twin), .class("vg"))
                }
            }
            html.cell(label: words.importUnderstood) { understood(html, row) }
            html.cell(label: words.importToMendColumn) { toMend(html, row) }
        }
    }

    private func understood(_ html: HTMLWriter, _ row: ImportedRow) {
        if row.will == .create, let action = row.action {
            html.level(action.current.level, words)
            html.text(" ")
            html.progress(action.current.progress, percent: action.current.percent, words)
            let facts = [
                action.pilot.flatMap { reading.names[$0] }, action.due.map { words.shortDay($0) },
                action.axis.flatMap { axis in page.plan.axes.first { $0.number == axis }?.title },
            ].compactMap { $0 }
            for fact in facts {
                html.br()
                html.text(fact)
            }
        }
        let journal = JournalWords(words, zone: page.zone)
        // The path repeats what its current stage says of itself.
        for (index, change) in row.changes.filter({ $0.field != .path || row.changes.count == 1 }).enumerated() {
            if index > 0 { html.br() }
            html.text(journal.change(change))
        }
        for cell in row.readAs {
            guard case .readAs(let meaning) = cell.sense else { continue }
            html.br()
            // An answer chosen in a list is said as it was chosen.
            let chosen = words.importAnswers(cell.column, page.plan).first { $0.value == meaning }?.label
            html.small(words.importReadAs(cell, chosen ?? words.meaning(meaning, of: cell.column)))
        }
    }

    private func toMend(_ html: HTMLWriter, _ row: ImportedRow) {
        var isFirst = true
        func line(_ text: String) {
            if !isFirst { html.br() }
            isFirst = false
            html.span(text, .class("hc"))
        }
        for cell in row.notUnderstood {
            guard case .notUnderstood(let rule) = cell.sense else { continue }
            line(words.labelled(cell.name, words.rule(rule)))
        }
        for violation in row.violations { line(words.violation(violation)) }
        if isFirst { html.text("–") }
    }
}
