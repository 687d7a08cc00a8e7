/// Actions as a table: practice a.2's own list first (label, level, progress, dates), then every other field.
package import JalonDomain
package import JalonExchange
import JalonStore

/// For people, headers and values in words; for programs (`machine`), in code names, and nothing for what is unknown.
package func actionTable(
    _ records: [ActionRecord], words: Words, today: Day, machine: Bool
) -> (headers: [String], rows: [[Cell]]) {
    let columns = TableColumn.exported
    let headers = columns.map { machine ? $0.rawValue : $0.header(words) }
    return (headers, records.map { record in columns.map { $0.cell(of: record, words, today: today, machine: machine) } })
}

/// What a table says of an action: written by the export, read by the import.
package enum TableColumn: String, CaseIterable, Sendable {
    case number, label, level, progress, percent, identifiedOn, implementedOn
    case axis, practices, priority, pilot, direction, contributors, perimeter
    case plannedStart, baseline, forecast, slippage, reason, lateness, awaitingDecision, closed
    case description, difficulty, impact, effort, cost, indicators, objectives, milestones, evidence, tags, visibility
    case startedOn, doneOn, mobilised, deliverable, method, result, commitment, outcome, decidedBy, decidedOn, meeting, planned
    case decisionReason, note

    /// Notes stand beside an action: they are read, not written.
    static let exported = allCases.filter { $0 != .note }

    package func header(_ words: Words) -> String {
        switch self {
        case .number: words.say("Numéro", "Number")
        case .priority: words.say("Priorité", "Priority")
        case .direction: words.say("Direction", "Unit")
        case .slippage: words.say("Décalage (jours)", "Slippage (days)")
        case .reason: words.say("Raison du décalage", "Reason for slippage")
        case .lateness: words.say("Retard (jours)", "Days late")
        case .awaitingDecision: words.awaitingDecision
        case .closed: words.say("Clôture", "Closing")
        case .cost: words.say("Coût (euros)", "Cost (euros)")
        case .planned: words.say("Étapes prévues", "Planned stages")
        case .decisionReason: words.say("Raison de la décision", "Reason for the decision")
        case .note: words.field(.note)
        case .label: words.field(.label)
        case .level: words.field(.level)
        case .progress: words.field(.progress)
        case .percent: words.field(.percent)
        case .identifiedOn: words.field(.identifiedOn)
        case .implementedOn: words.field(.implementedOn)
        case .axis: words.field(.axis)
        case .practices: words.field(.practices)
        case .pilot: words.field(.pilot)
        case .contributors: words.field(.contributors)
        case .perimeter: words.field(.perimeter)
        case .plannedStart: words.field(.plannedStart)
        case .baseline: words.field(.baseline)
        case .forecast: words.field(.forecast)
        case .description: words.field(.description)
        case .difficulty: words.field(.difficulty)
        case .impact: words.field(.impact)
        case .effort: words.field(.effort)
        case .indicators: words.field(.indicators)
        case .objectives: words.field(.objectives)
        case .milestones: words.field(.milestones)
        case .evidence: words.field(.evidence)
        case .tags: words.field(.tags)
        case .visibility: words.field(.visibility)
        case .startedOn: words.field(.startedOn)
        case .doneOn: words.field(.doneOn)
        case .mobilised: words.field(.mobilised)
        case .deliverable: words.field(.deliverable)
        case .method: words.field(.method)
        case .result: words.field(.result)
        case .commitment: words.field(.commitment)
        case .outcome: words.field(.outcome)
        case .decidedBy: words.field(.decidedBy)
        case .decidedOn: words.field(.decidedOn)
        case .meeting: words.field(.meeting)
        }
    }

    func cell(of record: ActionRecord, _ words: Words, today: Day, machine: Bool) -> Cell {
        let action = record.action
        let stage = action.current
        let decision = action.path.last { $0.decision != nil }?.decision
        func word(_ code: String, _ said: String) -> Cell { .text(machine ? code : said) }
        func list(_ items: [String]) -> Cell { Cell(items.joined(separator: " | ")) }
        func names(_ ids: [Int]) -> Cell { list(ids.compactMap { record.names[$0] }) }
        /// Unknown is not low: people read it in words.
        func estimate(_ value: Int?) -> Cell { value.map(Cell.integer) ?? (machine ? .empty : .text(words.notEstimated)) }
        switch self {
        // « 1/12 » would be read as a day by spreadsheets.
        case .number: return .integer(action.id.number)
        case .label: return Cell(action.label)
        case .level: return word(stage.level.rawValue, words.level(stage.level))
        case .progress: return word(stage.progress.rawValue, words.progress(stage.progress))
        case .percent: return Cell(stage.percent)
        case .identifiedOn: return Cell(action.identifiedOn)
        case .implementedOn: return Cell(action.implementedOn)
        case .axis: return Cell(record.axis)
        case .practices: return list(action.practices)
        case .priority: return record.row.priority.map { word($0.rawValue, words.priority($0)) } ?? .empty
        case .pilot: return Cell(record.row.pilotName)
        case .direction: return Cell(record.direction)
        case .contributors: return names(action.contributors)
        case .perimeter: return names(action.perimeter + stage.perimeter.filter { !action.perimeter.contains($0) })
        case .plannedStart: return Cell(stage.plannedStart)
        case .baseline: return Cell(stage.baseline)
        case .forecast: return Cell(action.due)
        case .slippage: return Cell(stage.slippage)
        case .reason: return Cell(stage.slippageReason)
        case .lateness: return .integer(action.isStopped ? 0 : action.lateness(on: today))
        case .awaitingDecision:
            return action.awaitsDecision
                ? word("true", words.say("oui", "yes")) : word("false", words.say("non", "no"))
        case .closed:
            if action.isStopped { return word("stopped", words.stopped) }
            return action.isInForce ? word("inForce", words.inForce) : .empty
        case .description: return Cell(action.description)
        case .difficulty:
            return action.difficulty.map { word($0.rawValue, words.difficulty($0)) } ?? (machine ? .empty : .text(words.notEstimated))
        case .impact: return estimate(action.impact)
        case .effort: return estimate(action.effort)
        case .cost: return action.cost.map(Cell.cents) ?? .empty
        case .indicators: return list(action.indicators)
        case .objectives: return list(action.objectives)
        case .milestones:
            return list(
                action.milestones.map { milestone in
                    ([milestone.title] + [milestone.due?.iso, milestone.reachedOn.map { "→ \($0.iso)" }].compactMap { $0 })
                        .joined(separator: ", ")
                })
        case .evidence: return list(action.evidence.map { $0.title.isEmpty ? $0.link : "\($0.title) : \($0.link)" })
        case .tags: return list(action.tags)
        case .visibility: return word(action.visibility.rawValue, words.visibility(action.visibility))
        case .startedOn: return Cell(stage.startedOn)
        case .doneOn: return Cell(stage.doneOn)
        case .mobilised: return Cell(stage.mobilised)
        case .deliverable: return Cell(stage.deliverable.title)
        case .method: return Cell(stage.deliverable.method)
        case .result: return Cell(stage.deliverable.result)
        case .commitment: return stage.commitment.map { word($0.rawValue, words.commitment($0)) } ?? .empty
        case .outcome: return decision.map { word($0.outcome.rawValue, words.outcome($0.outcome)) } ?? .empty
        case .decidedBy: return Cell(decision?.by)
        case .decidedOn: return Cell(decision?.on)
        case .meeting: return Cell(decision?.meeting)
        case .planned:
            return list(action.path.filter { $0.phase == .planned }.map { machine ? $0.level.rawValue : words.level($0.level) })
        case .decisionReason: return Cell(decision?.reason)
        case .note: return .empty
        }
    }
}
