/// An action as commands show it: every field and the whole path, in code names for programs and in words for people.
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

func actionJSON(_ record: ActionRecord, today: Day) -> JSON {
    actionJSON(
        record.action, axis: record.axis, priority: record.row.priority, direction: record.direction, names: record.names, today: today)
}

func actionJSON(
    _ action: Action, axis: String, priority: PracticePriority?, direction: String, names: [Int: String], today: Day
) -> JSON {
    let stage = action.current
    func named(_ ids: [Int]) -> JSON { JSON(ids.compactMap { names[$0] }) }
    return [
        "number": .text(action.id.description), "plan": .number(action.id.plan), "version": .number(action.version),
        "label": .text(action.label), "description": .text(action.description), "level": .text(stage.level.rawValue),
        "progress": .text(stage.progress.rawValue), "percent": JSON(stage.percent), "awaitingDecision": .bool(action.awaitsDecision),
        "closed": .bool(action.isClosed), "archived": .bool(action.archived), "axis": axis.isEmpty ? nil : .text(axis),
        "practices": JSON(action.practices), "priority": JSON(priority?.rawValue), "pilot": JSON(action.pilot.flatMap { names[$0] }),
        "direction": direction.isEmpty ? nil : .text(direction), "contributors": named(action.contributors),
        "perimeter": named(action.perimeter), "identifiedOn": JSON(action.identifiedOn?.iso),
        "implementedOn": JSON(action.implementedOn?.iso), "plannedStart": JSON(stage.plannedStart?.iso), "due": JSON(action.due?.iso),
        "baseline": JSON(stage.baseline?.iso), "forecast": JSON(stage.forecast?.iso), "slippageDays": JSON(stage.slippage),
        "slippageReason": .text(stage.slippageReason), "lateDays": .number(action.isStopped ? 0 : action.lateness(on: today)),
        "difficulty": JSON(action.difficulty?.rawValue), "impact": JSON(action.impact), "effort": JSON(action.effort),
        "costCents": JSON(action.cost), "indicators": JSON(action.indicators), "objectives": JSON(action.objectives),
        "milestones": .array(action.milestones.map(milestoneJSON)),
        "evidence": .array(action.evidence.map { ["title": .text($0.title), "link": .text($0.link)] }),
        "tags": JSON(action.tags), "visibility": .text(action.visibility.rawValue),
        "path": .array(action.path.map { stageJSON($0, names) }),
    ]
}

func milestoneJSON(_ milestone: Milestone) -> JSON {
    ["title": .text(milestone.title), "due": JSON(milestone.due?.iso), "reachedOn": JSON(milestone.reachedOn?.iso)]
}

func noteJSON(_ note: Note) -> JSON {
    ["on": .text(note.on.iso), "at": .text(note.at.iso), "author": .text(note.author), "words": .text(note.words)]
}

private func stageJSON(_ stage: Stage, _ names: [Int: String]) -> JSON {
    [
        "level": .text(stage.level.rawValue), "phase": .text(stage.phase.rawValue), "progress": .text(stage.progress.rawValue),
        "percent": JSON(stage.percent), "pilot": JSON(stage.pilot.flatMap { names[$0] }), "plannedStart": JSON(stage.plannedStart?.iso),
        "baseline": JSON(stage.baseline?.iso), "forecast": JSON(stage.forecast?.iso), "slippageReason": .text(stage.slippageReason),
        "startedOn": JSON(stage.startedOn?.iso), "doneOn": JSON(stage.doneOn?.iso), "mobilised": .text(stage.mobilised),
        "deliverable": [
            "title": .text(stage.deliverable.title), "method": .text(stage.deliverable.method), "result": .text(stage.deliverable.result),
        ],
        "perimeter": JSON(stage.perimeter.compactMap { names[$0] }), "commitment": JSON(stage.commitment?.rawValue),
        "decision": stage.decision.map {
            [
                "outcome": .text($0.outcome.rawValue), "by": .text($0.by), "on": .text($0.on.iso), "meeting": .text($0.meeting),
                "reason": .text($0.reason),
            ]
        } ?? .null,
    ]
}

/// One action in full: fields, path, notes and journal.
func sheetTable(_ sheet: ActionSheet, today: Day, zone: Zone, _ words: Words) -> Table {
    let action = sheet.action
    let stage = action.current
    func named(_ ids: [Int]) -> Cell { Cell(ids.compactMap { sheet.names[$0] }.joined(separator: ", ")) }
    func day(_ day: Day?) -> Cell { day.map { .text(words.day($0)) } ?? .empty }
    func lines(_ items: [String]) -> Cell { Cell(items.joined(separator: "\n")) }
    let late = action.isStopped ? 0 : action.lateness(on: today)
    let axis = sheet.plan.axes.first { $0.number == action.axis }
    var rows: [(String, Cell)] = [
        ("Action \(action.id)", .text(action.label)),
        (words.field(.level), .text(words.level(stage.level))),
        (words.field(.progress), .text(words.progress(stage.progress, percent: stage.percent))),
        (words.field(.outcome), action.awaitsDecision ? .text(words.awaitingDecision) : .empty),
        (words.field(.state), action.isStopped ? .text(words.stopped) : action.isInForce ? .text(words.inForce) : .empty),
        (words.field(.archived), action.archived ? .text(words.archived) : .empty),
        (words.field(.axis), .text(axis?.title ?? words.noAxis)),
        (words.field(.practices), lines(sheet.practices.map { "\($0.id) \($0.title.text(words.language))" })),
        (words.field(.pilot), .text(action.pilot.flatMap { sheet.names[$0] } ?? words.noPilot)),
        (words.say("Direction", "Unit"), Cell(sheet.direction)),
        (words.field(.contributors), named(action.contributors)), (words.field(.perimeter), named(action.perimeter)),
        (words.field(.identifiedOn), day(action.identifiedOn)), (words.field(.plannedStart), day(stage.plannedStart)),
        (words.field(.due), .text(action.due.map { words.day($0) } ?? words.noDue)),
        (words.late, late > 0 ? .text(words.late(days: late)) : .empty),
        (words.field(.baseline), stage.slippage == 0 ? .empty : day(stage.baseline)), (words.field(.reason), Cell(stage.slippageReason)),
        (words.field(.implementedOn), day(action.implementedOn)), (words.field(.description), Cell(action.description)),
        (words.field(.difficulty), .text(action.difficulty.map(words.difficulty) ?? words.notEstimated)),
        (words.field(.impact), .text(words.estimate(action.impact))), (words.field(.effort), .text(words.estimate(action.effort))),
        (words.field(.cost), action.cost.map { .text(words.money(cents: $0)) } ?? .empty),
    ]
    rows += [
        (words.field(.indicators), lines(action.indicators + sheet.indicators.map { said($0, words) })),
        (words.field(.objectives), lines(action.objectives.map { said($0, sheet.assessments, words) })),
        (words.field(.milestones), lines(action.milestones.map { words.sentence(of: $0) })),
        (words.field(.evidence), lines(action.evidence.map { $0.title.isEmpty ? $0.link : "\($0.title), \($0.link)" })),
        (words.field(.tags), Cell(action.tags.joined(separator: ", "))),
        (words.field(.visibility), .text(words.visibility(action.visibility))),
    ]
    rows += action.path.map { (words.phase($0.phase), lines(said($0, sheet.names, words))) }
    rows += sheet.links.map { link in
        let name = "\(action.id.plan)/\(link.number) \(link.label)"
        return (words.link(link.kind, isOwn: link.isOwn), .text(link.archived ? "\(name), \(words.archived.lowercased())" : name))
    }
    rows += (sheet.notes ?? []).map { (words.field(.note), .text("\(words.day($0.on)), \($0.author)\n\($0.words)")) }
    rows += (sheet.journal ?? []).map { entry in
        let fields = entry.changes.map { words.field($0.field).lowercased() }
        return (
            words.say("Journal", "Journal"),
            .text("\(words.moment(entry.at, in: zone)), \(entry.author)\u{A0}: \(words.list(fields))")
        )
    }
    return Table(labels: rows)
}

/// « 1. Durée d’usage : 59 mois, sur la cible ».
private func said(_ row: IndicatorRow, _ words: Words) -> String {
    let value = row.last?.value.map { words.figure($0, of: row.indicator.definition) }
    let status = words.indicatorStatus(row.status).lowercased()
    return words.labelled("\(row.indicator.number). \(row.indicator.name)", [value, status].compactMap { $0 }.joined(separator: ", "))
}

/// With what was judged of it last.
private func said(_ objective: String, _ assessments: [ObjectiveAssessment], _ words: Words) -> String {
    guard let last = assessments.first(where: { $0.objective == objective }) else { return objective }
    return "\(objective) (\(words.verdict(last.verdict).lowercased()), \(words.day(last.on)))"
}

private func said(_ stage: Stage, _ names: [Int: String], _ words: Words) -> [String] {
    var lines = ["\(words.level(stage.level)), \(words.progress(stage.progress, percent: stage.percent).lowercased())"]
    func add(_ field: Field, _ text: String?) {
        if let text, !text.isEmpty { lines.append(words.labelled(words.field(field), text)) }
    }
    add(.pilot, stage.pilot.flatMap { names[$0] })
    add(.due, stage.forecast.map { words.day($0) })
    add(.commitment, stage.commitment.map(words.commitment))
    add(.mobilised, stage.mobilised)
    add(.perimeter, stage.perimeter.compactMap { names[$0] }.joined(separator: ", "))
    add(.deliverable, stage.deliverable.title)
    add(.method, stage.deliverable.method)
    add(.result, stage.deliverable.result)
    if let decision = stage.decision {
        let parts = [words.outcome(decision.outcome), decision.by, words.day(decision.on), decision.meeting, decision.reason]
        add(.outcome, parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    return lines
}
