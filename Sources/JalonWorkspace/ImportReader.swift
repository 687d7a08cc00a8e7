/// Reads a table into what it would make of a plan: pure, so that what is shown and what is written cannot differ.
import JalonDomain
import JalonExchange
import JalonStore

struct ImportReader {
    /// With the axes that the table adds.
    let plan: Plan
    let newAxes: [Axis]
    let guide: PlanGuide
    let choices: ImportChoices
    let columns: [ImportedColumn]
    /// Archived ones too.
    let actions: [Action]
    /// Those that an export writes.
    let records: [ActionRecord]
    let parties: [Party]
    let aliases: [(name: String, party: Int)]
    let notes: [Int: Set<String>]
    let next: Int
    let today: Day

    func read(_ table: CSVTable) -> ImportReading {
        let byNumber = Dictionary(uniqueKeysWithValues: actions.map { ($0.id.number, $0) })
        let written = Dictionary(uniqueKeysWithValues: records.map { ($0.action.id.number, $0) })
        let twins = Dictionary(actions.map { ($0.label.folded, $0.id.number) }) { first, _ in first }
        let number = columns.first { $0.isRead && $0.column == .number }
        let read = columns.filter { $0.isRead && $0.column != .number }
        var names = ImportNames(parties, aliases: aliases)
        var rowOfNumber: [Int: Int] = [:]
        var next = next
        var standing = 0
        let rows = table.rows.map { row -> ImportedRow in
            guard !choices.skipped.contains(row.number) else { return skipped(row) }
            let typed = number.map { row[$0.index] } ?? ""
            let existing = self.number(typed).flatMap { byNumber[$0] }
            var draft = ImportRow(choices, plan, guide, existing: existing, today: today)
            let texts = existing.flatMap { written[$0.id.number] }.map(exported) ?? [:]
            for column in read {
                guard let what = column.column else { continue }
                let text = row[column.index]
                // A cell that says what the export says changes nothing.
                if let same = texts[what], same.contains(text) { continue }
                draft.read(text, column, what, &names)
            }
            draft.finish()
            if let number, !typed.isEmpty {
                draft.check(typed, number, reads: self.number(typed), already: existing.flatMap { rowOfNumber[$0.id.number] })
            }
            if let existing {
                rowOfNumber[existing.id.number] = row.number
                standing += existing.version
            }
            let made = made(draft, row, ActionID(plan: plan.number, number: next), names.names, twins)
            if made.will == .create { next += 1 }
            return made
        }
        return ImportReading(
            plan: plan, newAxes: newAxes, encoding: table.encoding, headingRow: table.headingRow, columns: columns, rows: rows,
            newParties: names.new, violations: violations(names.new.count), standing: standing, names: names.names)
    }

    private func violations(_ names: Int) -> [Violation] {
        var found: [Violation] = []
        let hasLabel = columns.contains { $0.isRead && $0.column == .label }
        if !hasLabel, !columns.contains(where: { $0.isRead && $0.column == .number }) { found.append(Violation(.file, .noLabelColumn)) }
        if names > ImportReading.mostNames { found.append(Violation(.file, .tooMany(.names, names, max: ImportReading.mostNames))) }
        if newAxes.count > ImportReading.mostAxes {
            found.append(Violation(.file, .tooMany(.axes, newAxes.count, max: ImportReading.mostAxes)))
        }
        return found
    }

    /// « 12 », or « 1/12 » in plan 1.
    private func number(_ text: String) -> Int? {
        let parts = text.split(separator: "/").map { Int($0.filter { !$0.isWhitespace }) }
        guard let last = parts.last, parts.count == 1 || (parts.count == 2 && parts[0] == plan.number) else { return nil }
        return last
    }

    /// What the export writes of an action, in every language and form.
    private func exported(_ record: ActionRecord) -> [TableColumn: Set<String>] {
        var texts: [TableColumn: Set<String>] = [:]
        for column in columns.lazy.filter(\.isRead).compactMap(\.column) {
            texts[column] = Set(
                Language.allCases.flatMap { language in
                    [true, false].map { CSVWriter(language).text(column.cell(of: record, Words(language), today: today, machine: $0)) }
                })
        }
        return texts
    }

    private func skipped(_ row: CSVTable.Row) -> ImportedRow {
        let label = columns.first { $0.isRead && $0.column == .label }.map { row[$0.index] } ?? ""
        return ImportedRow(
            row: row.number, will: .skip, label: label, readAs: [], notUnderstood: [], violations: [], changes: [], twin: nil, action: nil,
            note: "")
    }

    private func made(
        _ draft: ImportRow, _ row: CSVTable.Row, _ id: ActionID, _ names: [Int: String], _ twins: [String: Int]
    ) -> ImportedRow {
        var violations: [Violation] = []
        var action: Action?
        do {
            let made = try draft.action(id, planValidated: plan.hasBeenValidated, today: today)
            violations = draft.unkept(by: made)
            action = made
        } catch {
            if case .invalid(let broken) = error { violations = broken }
        }
        let existing = draft.existing
        let before = existing.map { ActionFields.of($0, guide, names) } ?? [:]
        let changes =
            existing == nil ? [] : action.map { JalonDomain.changes(from: before, to: ActionFields.of($0, guide, names)) } ?? []
        let isNew = existing.map { !(notes[$0.id.number]?.contains(draft.note) ?? false) } ?? true
        let note = isNew ? draft.note : ""
        let isSame = existing != nil && changes.isEmpty && note.isEmpty && violations.isEmpty && draft.notUnderstood.isEmpty
        return ImportedRow(
            row: row.number, will: isSame ? .skip : existing == nil ? .create : .update, label: draft.edit.label, readAs: draft.readAs,
            notUnderstood: draft.notUnderstood, violations: violations, changes: changes,
            twin: existing == nil ? twins[draft.edit.label.folded] : nil, action: action, note: note)
    }
}
