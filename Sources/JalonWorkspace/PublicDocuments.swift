/// What the public reads of a plan, as files: a table, JSON whose fields docs/publication.md tells, Markdown.
package import JalonDomain
package import JalonExchange

package func publicJSON(_ plan: PublicPlan, publishedAt: Instant) -> JSON {
    func day(_ day: Day?) -> JSON { JSON(day?.iso) }
    func list(_ items: [String]?) -> JSON { items.map { JSON($0) } ?? .null }
    return [
        "format": .number(plan.format), "organisation": .text(plan.organisation), "plan": .number(plan.plan), "title": .text(plan.title),
        "from": day(plan.from), "to": day(plan.to), "purpose": .text(plan.purpose), "commonObjectives": .text(plan.commonObjectives),
        "catalogue": .text(plan.catalogue), "version": .number(plan.version), "validatedOn": day(plan.validatedOn),
        "validatedBy": .text(plan.body), "progressAsOf": day(plan.asOf), "publishedAt": .text(publishedAt.iso),
        "committees": JSON(plan.cadence?.rawValue),
        "axes": .array(plan.axes.map { ["number": .number($0.number), "title": .text($0.title), "theme": JSON($0.theme)] }),
        "actions": .array(
            plan.actions.map { action in
                let milestones = action.milestones.map { milestones -> JSON in
                    .array(milestones.map { ["title": .text($0.title), "due": day($0.due), "reachedOn": day($0.reachedOn)] })
                }
                let evidence = action.evidence.map { evidence -> JSON in
                    .array(evidence.map { ["title": .text($0.title), "link": .text($0.link)] })
                }
                return [
                    "number": .number(action.number), "label": .text(action.label), "axis": JSON(action.axis),
                    "level": .text(action.level.rawValue), "progress": .text(action.progress.rawValue), "percent": JSON(action.percent),
                    "standing": JSON(action.standing?.rawValue), "description": JSON(action.description),
                    "practices": list(action.practices), "pilot": JSON(action.pilot), "perimeter": list(action.perimeter),
                    "due": day(action.due), "slippageReason": JSON(action.reason), "objectives": list(action.objectives),
                    "indicators": list(action.indicators), "measures": action.promises.map { .array($0.map(promiseJSON)) } ?? .null,
                    "milestones": milestones ?? .null,
                    "implementedOn": day(action.implementedOn), "decision": JSON(action.outcome?.rawValue),
                    "decidedOn": day(action.decidedOn),
                    "evidence": evidence ?? .null,
                    "difficulty": JSON(action.difficulty?.rawValue), "impact": JSON(action.impact), "effort": JSON(action.effort),
                    "cost": JSON(action.cost), "tags": list(action.tags),
                ]
            }),
        "previousVersion": JSON(plan.previous),
        "changes": .array(plan.changes.map { ["kind": .text($0.kind.rawValue), "actions": JSON($0.labels)] }),
        "lessons": .array(
            plan.lessons.map { lesson in
                [
                    "action": .number(lesson.action), "label": .text(lesson.label), "level": .text(lesson.level.rawValue),
                    "method": .text(lesson.method), "result": .text(lesson.result), "perimeter": JSON(lesson.perimeter),
                    "startedOn": day(lesson.startedOn), "doneOn": day(lesson.doneOn), "decision": JSON(lesson.outcome?.rawValue),
                    "decidedOn": day(lesson.decidedOn),
                ]
            }),
    ]
}

/// Only the columns that the publication says something in.
package func publicCSV(_ plan: PublicPlan, _ words: Words) -> [UInt8] {
    let axes = Dictionary(uniqueKeysWithValues: plan.axes.map { ($0.number, $0.title) })
    func list(_ items: [String]?) -> Cell { Cell((items ?? []).joined(separator: " | ")) }
    let columns: [(header: String, cell: (PublicAction) -> Cell)] = [
        (words.say("Numéro", "Number"), { .integer($0.number) }), (words.field(.label), { Cell($0.label) }),
        (words.field(.axis), { Cell($0.axis.flatMap { axes[$0] }) }), (words.field(.level), { .text(words.level($0.level)) }),
        (words.field(.progress), { .text(words.progress($0.progress)) }), (words.field(.percent), { Cell($0.percent) }),
        (words.field(.state), { Cell($0.standing.map(words.standing)) }), (words.field(.due), { Cell($0.due) }),
        (words.field(.pilot), { Cell($0.pilot) }), (words.field(.perimeter), { list($0.perimeter) }),
        (words.field(.practices), { list($0.practices) }), (words.field(.objectives), { list($0.objectives) }),
        (words.field(.indicators), { list(words.indicators($0.indicators, $0.promises)) }),
        (words.field(.milestones), { list($0.milestones?.map(\.title)) }),
        (words.field(.implementedOn), { Cell($0.implementedOn) }), (words.field(.outcome), { Cell($0.outcome.map(words.outcome)) }),
        (words.field(.decidedOn), { Cell($0.decidedOn) }), (words.field(.reason), { Cell($0.reason) }),
        (words.field(.difficulty), { Cell($0.difficulty.map(words.difficulty)) }), (words.field(.impact), { Cell($0.impact) }),
        (words.field(.effort), { Cell($0.effort) }), (words.say("Coût (euros)", "Cost (euros)"), { $0.cost.map(Cell.cents) ?? .empty }),
        (words.field(.evidence), { list($0.evidence?.map(\.link)) }), (words.field(.tags), { list($0.tags) }),
        (words.field(.description), { Cell($0.description) }),
    ]
    let kept = columns.filter { column in plan.actions.contains { column.cell($0) != .empty } }
    return CSVWriter(words.language).write(
        headers: kept.map(\.header), rows: plan.actions.map { action in kept.map { $0.cell(action) } })
}

package func publicMarkdown(_ plan: PublicPlan, _ words: Words) -> String {
    var text = MarkdownText()
    text.heading(1, plan.title)
    text.paragraph("\(plan.organisation). \(words.publicSituation(plan))")
    for (field, body) in [(Field.purpose, plan.purpose), (.commonObjectives, plan.commonObjectives)] where !body.isEmpty {
        text.heading(2, words.field(field))
        text.markdown(body)
    }
    for axis in plan.axes.map({ Optional($0) }) + [nil] {
        let actions = plan.actions.filter { $0.axis == axis?.number }
        guard !actions.isEmpty else { continue }
        text.heading(2, axis?.title ?? words.noAxis)
        for action in actions {
            text.heading(3, "\(action.number). \(action.label)")
            text.list(words.publicFacts(action).map { words.labelled($0.label, $0.text) })
            if let description = action.description { text.markdown(description) }
        }
    }
    if let previous = plan.previous, !plan.changes.isEmpty {
        text.heading(2, words.changesTitle(.version(previous), .present))
        text.list(plan.changes.map { words.labelled(words.changeKind($0.kind), $0.labels.joined(separator: "\u{A0}; ")) })
    }
    if !plan.lessons.isEmpty {
        text.heading(2, words.lessonsTitle)
        for lesson in plan.lessons {
            text.heading(3, lesson.label)
            text.list(words.lessonFacts(lesson).map { words.labelled($0.label, $0.text) })
        }
    }
    return text.written
}

extension Words {
    package func standing(_ standing: PublicAction.Standing) -> String {
        switch standing {
        case .inForce: inForce
        case .stopped: stopped
        case .withdrawn: say("Retirée depuis", "Withdrawn since")
        }
    }

    /// « Version 2, validée le 12 mars 2026 par : COPIL. Situation au 31 mai 2026. »
    package func publicSituation(_ plan: PublicPlan) -> String {
        let version = versionNumber(plan.version)
        return say(
            "\(version), validée le \(day(plan.validatedOn)) par\u{A0}: \(plan.body). Situation au \(day(plan.asOf)).",
            "\(version), validated on \(day(plan.validatedOn)) by: \(plan.body). As of \(day(plan.asOf)).")
    }

    /// What is said of an action, field by field, its description left aside.
    package func publicFacts(_ action: PublicAction) -> [(label: String, text: String)] {
        func list(_ items: [String]?) -> String? { items?.joined(separator: " · ") }
        let milestones = action.milestones?.map { milestone in
            [
                milestone.title,
                milestone.reachedOn.map { say("atteint le \(day($0))", "reached on \(day($0))") } ?? milestone.due.map { day($0) },
            ]
            .compactMap { $0 }.joined(separator: ", ")
        }
        let decision = action.outcome.map { outcome in
            [self.outcome(outcome), action.decidedOn.map { day($0) }].compactMap { $0 }.joined(separator: ", ")
        }
        let facts: [(Field, String?)] = [
            (.level, level(action.level)), (.progress, progress(action.progress, percent: action.percent)),
            (.state, action.standing.map(standing)), (.due, action.due.map { day($0) }), (.pilot, action.pilot),
            (.perimeter, list(action.perimeter)), (.practices, action.practices?.joined(separator: ", ")),
            (.objectives, list(action.objectives)), (.indicators, list(indicators(action.indicators, action.promises))),
            (.milestones, list(milestones)),
            (.implementedOn, action.implementedOn.map { day($0) }), (.outcome, decision), (.reason, action.reason),
            (.difficulty, action.difficulty.map(difficulty)), (.impact, action.impact.map { estimate($0) }),
            (.effort, action.effort.map { estimate($0) }), (.cost, action.cost.map { money(cents: $0) }), (.tags, list(action.tags)),
        ]
        return facts.compactMap { field, text in text.map { (self.field(field), $0) } }
    }

    package func lessonFacts(_ lesson: PublicLesson) -> [(label: String, text: String)] {
        let dates = [lesson.startedOn, lesson.doneOn].compactMap { $0 }.map { day($0) }
        let decision = lesson.outcome.map { outcome in
            [self.outcome(outcome), lesson.decidedOn.map { day($0) }].compactMap { $0 }.joined(separator: ", ")
        }
        let facts: [(label: String, text: String)] = [
            (field(.level), level(lesson.level)), (field(.method), lesson.method), (field(.result), lesson.result),
            (field(.outcome), decision ?? ""), (field(.perimeter), lesson.perimeter.joined(separator: " · ")),
            (say("Dates", "Dates"), dates.joined(separator: " – ")),
        ]
        return facts.filter { !$0.text.isEmpty }
    }

    package var lessonsTitle: String { say("Retours d’expérience", "Lessons learned") }
}
