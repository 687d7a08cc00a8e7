/// A version of a plan, and what changed between two of its states, as documents: JSON for programs, Markdown for people.
package import JalonDomain
package import JalonExchange
package import JalonStore

// MARK: What changed

/// `removed` are the actions put away; those that were stopped changed, with their decision.
package func changesJSON(_ changes: PlanChanges) -> JSON {
    func moment(_ moment: PlanMoment) -> JSON {
        switch moment {
        case .version(let number): .number(number)
        case .candidate: "candidate"
        case .present: "present"
        }
    }
    func named(_ kind: PlanChangeKind) -> JSON {
        .array(
            changes.difference.actions.filter { $0.kinds.contains(kind) }.map { ["number": .number($0.number), "label": .text($0.label)] })
    }
    func pair(_ change: Change) -> [(key: String, value: JSON)] {
        [("field", .text(change.field.rawValue)), ("from", said(change.before)), ("to", said(change.after))]
    }
    func said(_ text: String) -> JSON { text.isEmpty ? .null : .text(text) }
    return [
        "from": moment(changes.from), "to": moment(changes.to),
        "plan": .array(changes.difference.head.map { .object(pair($0)) }), "added": named(.added), "removed": named(.archived),
        "changed": .array(
            changes.difference.actions.flatMap { action in
                action.changes.map { .object([("number", .number(action.number))] + pair($0)) }
            }),
    ]
}

package func changesMarkdown(_ changes: PlanChanges, _ words: Words) -> String {
    let difference = changes.difference
    var text = MarkdownText()
    text.heading(1, words.changesTitle(changes.from, changes.to))
    text.paragraph("\(difference.plan.title). \(words.changesLead(difference.tally, head: difference.head.count))")
    func lines(_ changes: [Change]) -> [String] {
        changes.map { change in
            let values = [change.before, change.after].map { $0.isEmpty ? "–" : words.value($0, of: change.field) }
            return words.labelled(words.field(change.field), "\(values[0]) → \(values[1])")
        }
    }
    if !difference.head.isEmpty {
        text.heading(2, words.changesOfPlan)
        text.list(lines(difference.head))
    }
    for kind in PlanChangeKind.allCases {
        let actions = difference.actions.filter { $0.kinds.first == kind }
        guard !actions.isEmpty else { continue }
        text.heading(2, words.changeKind(kind))
        if [.added, .archived].contains(kind) {
            text.list(actions.map { "\(words.actionNumber($0.number)), \($0.label)" })
            continue
        }
        for action in actions {
            text.heading(3, "\(words.actionNumber(action.number)), \(action.label)")
            text.list(lines(action.changes))
        }
    }
    return text.written
}

// MARK: Versions

package func versionJSON(_ version: PlanVersion, communications: [CommunicationRecord] = []) -> JSON {
    [
        "version": .number(version.number), "validatedOn": .text(version.validation.on.iso), "by": .text(version.validation.body),
        "person": .text(version.validation.person),
        "communications": .array(
            communications.filter { $0.version == version.number }.map(\.communication).map {
                ["on": .text($0.on.iso), "to": .text($0.audience), "channels": .text($0.channels), "proof": .text($0.proof)]
            }),
    ]
}

package func versionJSON(_ sheet: VersionSheet) -> JSON {
    let plan = sheet.freeze.plan
    return versionJSON(sheet.version).adding([
        "plan": [
            "number": .number(plan.number), "title": .text(plan.title), "from": .text(plan.from.iso), "to": .text(plan.to.iso),
            "purpose": .text(plan.purpose), "commonObjectives": .text(plan.commonObjectives), "catalogue": .text(plan.catalogue),
            "axes": .array(plan.axes.map { ["number": .number($0.number), "title": .text($0.title), "theme": JSON($0.theme)] }),
        ],
        "actions": .array(sheet.actions.map(frozenJSON)),
    ])
}

private func frozenJSON(_ action: FrozenAction) -> JSON {
    func party(_ party: FrozenParty) -> JSON {
        ["kind": .text(party.kind.rawValue), "name": .text(party.name), "direction": JSON(party.direction)]
    }
    func day(_ day: Day?) -> JSON { JSON(day?.iso) }
    return [
        "number": .number(action.number), "label": .text(action.label), "description": .text(action.description),
        "axis": JSON(action.axis?.title), "practices": JSON(action.practices), "pilot": action.pilot.map(party) ?? .null,
        "contributors": .array(action.contributors.map(party)), "perimeter": .array(action.perimeter.map(party)),
        "level": .text(action.current.level.rawValue), "progress": .text(action.current.progress.rawValue),
        "percent": JSON(action.current.percent), "identifiedOn": day(action.identifiedOn), "implementedOn": day(action.implementedOn),
        "baseline": day(action.baseline), "due": day(action.due),
        "path": .array(
            action.path.map { stage in
                [
                    "level": .text(stage.level.rawValue), "phase": .text(stage.phase.rawValue), "pilot": stage.pilot.map(party) ?? .null,
                    "plannedStart": day(stage.plannedStart), "baseline": day(stage.baseline), "forecast": day(stage.forecast),
                    "slippageReason": .text(stage.slippageReason), "progress": .text(stage.progress.rawValue),
                    "startedOn": day(stage.startedOn), "doneOn": day(stage.doneOn), "mobilised": .text(stage.mobilised),
                    "deliverable": .text(stage.deliverable.title), "method": .text(stage.deliverable.method),
                    "result": .text(stage.deliverable.result), "perimeter": .array(stage.perimeter.map(party)),
                    "commitment": JSON(stage.commitment?.rawValue),
                    "decision": stage.decision.map {
                        [
                            "outcome": .text($0.outcome.rawValue), "by": .text($0.by), "on": .text($0.on.iso), "meeting": .text($0.meeting),
                            "reason": .text($0.reason),
                        ]
                    } ?? .null,
                ]
            }),
        "milestones": .array(
            action.milestones.map { ["title": .text($0.title), "due": day($0.due), "reachedOn": day($0.reachedOn)] }),
        "objectives": JSON(action.objectives), "indicators": JSON(action.indicators),
        "measures": .array((action.promises ?? []).map(promiseJSON)),
        "evidence": .array(action.evidence.map { ["title": .text($0.title), "link": .text($0.link)] }),
        "difficulty": JSON(action.difficulty?.rawValue), "impact": JSON(action.impact), "effort": JSON(action.effort),
        "cost": JSON(action.cost), "visibility": .text(action.visibility.rawValue), "tags": JSON(action.tags),
    ]
}

/// An indicator and what it promised, by day.
func promiseJSON(_ indicator: FrozenIndicator) -> JSON {
    [
        "id": .number(indicator.number), "name": .text(indicator.name), "type": .text(indicator.type.rawValue),
        "unit": .text(indicator.unit),
        "targets": .array(indicator.targets.map { ["on": .text($0.on.iso), "value": .decimal($0.value)] }),
    ]
}

package func versionMarkdown(_ sheet: VersionSheet, _ words: Words) -> String {
    let plan = sheet.freeze.plan
    var text = MarkdownText()
    text.heading(1, "\(plan.title), \(words.versionNumber(sheet.version.number).lowercased())")
    text.paragraph("\(words.validated(sheet.version.validation)) \(words.period(plan.from, plan.to)).")
    for (title, body) in [(Field.purpose, plan.purpose), (.commonObjectives, plan.commonObjectives)] where !body.isEmpty {
        text.heading(2, words.field(title))
        text.markdown(body)
    }
    for axis in plan.axes.map({ Optional($0) }) + [nil] {
        let actions = sheet.actions.filter { $0.axis?.number == axis?.number }
        guard !actions.isEmpty else { continue }
        text.heading(2, axis?.title ?? words.noAxis)
        for action in actions {
            let stage = action.current
            text.heading(3, "\(action.number). \(action.label)")
            let facts: [(field: Field, text: String)] = [
                (.level, words.level(stage.level)), (.progress, words.progress(stage.progress, percent: stage.percent)),
                (.pilot, action.pilot?.name ?? words.noPilot), (.due, action.due.map { words.day($0) } ?? words.noDue),
                (.practices, action.practices.joined(separator: ", ")), (.objectives, action.objectives.joined(separator: " · ")),
                (.indicators, words.indicators(action.indicators, action.promises).joined(separator: " · ")),
            ]
            text.list(facts.filter { !$0.text.isEmpty }.map { words.labelled(words.field($0.field), $0.text) })
            text.markdown(action.description)
        }
    }
    return text.written
}
