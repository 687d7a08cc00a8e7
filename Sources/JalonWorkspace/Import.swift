/// A plan that exists in a spreadsheet: read and shown row by row, then written in one transaction, or not at all.
package import JalonDomain
package import JalonExchange
import JalonStore

/// What an import wrote.
package struct Imported: Sendable {
    package let created: [ActionID]
    package let updated: [ActionID]
    package let parties: [Party]
}

extension Workspace {
    /// What the table would make of the plan; nothing is written.
    package func readTable(
        _ table: CSVTable, _ choices: ImportChoices, into number: Int, _ visitor: Visitor
    ) async throws -> Seen<ImportReading> {
        try await look(visitor, needs: .editPlan) { try $0.reading(of: table, choices, into: number) }
    }

    /// Every row, or none: `standing` is that of the reading that was seen, `nil` takes the actions as they stand.
    package func importTable(
        _ table: CSVTable, named file: String, _ choices: ImportChoices, into number: Int, standing: Int?, as visitor: Visitor
    ) async throws -> Imported {
        try await change(visitor, needs: .editPlan) { scene in
            let reading = try scene.reading(of: table, choices, into: number)
            if let standing, standing != reading.standing { throw DomainError.conflict(read: standing, current: reading.standing) }
            guard reading.violations.isEmpty else { throw DomainError.invalid(reading.violations) }
            guard reading.toMend.isEmpty else { throw DomainError.invalid(.file, .rowsToMend(reading.toMend.count)) }
            guard reading.isReady else { throw DomainError.invalid(.file, .emptySelection) }
            return try scene.write(reading, file)
        }
    }
}

extension Scene {
    fileprivate func reading(of table: CSVTable, _ choices: ImportChoices, into number: Int) throws -> ImportReading {
        var plan = try plan(number)
        try plan.requireOpen()
        let columns = try table.columns(choices)
        let newAxes = choices.addsAxes ? table.axes(columns, choices, unknownTo: plan) : []
        plan.axes += newAxes
        let reader = ImportReader(
            plan: plan, newAxes: newAxes, guide: try PlanGuide(plan, self), choices: choices, columns: columns,
            actions: try actions.all(plan: number), records: try records(of: plan, ActionQuery()), parties: try parties.all(),
            aliases: try parties.aliases(),
            notes: try journal.notes(plan: number), next: try actions.nextNumber(plan: number), today: today)
        return reader.read(table)
    }

    fileprivate func write(_ reading: ImportReading, _ file: String) throws -> Imported {
        if !reading.newAxes.isEmpty { try save(reading.plan, was: try plan(reading.plan.number), .axesEdited) }
        var names = PartyNames(self)
        var ids: [Int: Int] = [:]
        for party in reading.newParties { ids[party.id] = try names.add(party.name, party.kind) }
        let known = try partyNames()
        let guide = try PlanGuide(reading.plan, self)
        var created: [ActionID] = []
        var updated: [ActionID] = []
        for row in reading.rows where row.will != .skip {
            guard var action = row.action?.withParties(ids) else { continue }
            if row.will == .create {
                try actions.insert(action, summary: guide.summary(of: action, known, at: now))
                try journal(.created, action, changes(from: [:], to: ActionFields.of(action, guide, known)))
                created.append(action.id)
            } else {
                if !row.changes.isEmpty {
                    action.version += 1
                    guard try actions.save(action, summary: guide.summary(of: action, known, at: now)) else {
                        throw DomainError.conflict(read: action.version - 1, current: action.version)
                    }
                    try journal(.edited, action, row.changes)
                }
                updated.append(action.id)
            }
            try note(row.note, about: today, on: action.id)
        }
        try journal.write(
            .tableImported, subject: "plan \(reading.plan.number)", plan: reading.plan.number, action: nil, version: nil,
            changes: file.isEmpty ? [] : [Change(field: .file, before: "", after: file)], by: actor, at: now)
        return Imported(created: created, updated: updated, parties: names.created)
    }
}
