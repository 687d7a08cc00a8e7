/// A plan as commands show it: its own data, and where it stands.
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

/// A plan without its axes, as in a list.
func planHeadJSON(_ plan: Plan, catalogue: String?) -> JSON {
    [
        "number": .number(plan.number), "version": .number(plan.version), "title": .text(plan.title), "from": .text(plan.from.iso),
        "to": .text(plan.to.iso), "purpose": .text(plan.purpose), "commonObjectives": .text(plan.commonObjectives),
        "catalogue": JSON(catalogue), "state": .text(plan.state.rawValue),
        "validation": plan.validation.map {
            ["on": .text($0.on.iso), "body": .text($0.body), "person": .text($0.person)]
        } ?? .null,
        "communication": plan.communication.map {
            ["on": .text($0.on.iso), "audience": .text($0.audience), "channels": .text($0.channels), "proof": .text($0.proof)]
        } ?? .null,
    ]
}

func planJSON(_ plan: Plan, catalogue: String?) -> JSON {
    planHeadJSON(plan, catalogue: catalogue).adding([
        "axes": .array(plan.axes.map { ["number": .number($0.number), "title": .text($0.title), "theme": JSON($0.theme)] })
    ])
}

/// Where the plan stands, with practice a.2's own indicators: computed, never typed in.
func overviewJSON(_ overview: PlanOverview, _ records: [ActionRecord], themes: [Theme], today: Day) -> JSON {
    let plan = overview.plan
    func number(_ part: KeyPath<Tally, Int>, where condition: (Tally) -> Bool = { _ in true }) -> JSON {
        .number(overview.count(part, where: condition))
    }
    let themeOfAxis = Dictionary(uniqueKeysWithValues: plan.axes.map { ($0.number, $0.theme) })
    return planJSON(plan, catalogue: overview.catalogue?.reference.description).adding([
        "today": .text(today.iso),
        "indicators": [
            "validated": .bool(plan.hasBeenValidated), "communicated": .bool(plan.communication != nil),
            "actions": .array(records.map { practiceA2JSON($0.action) }),
            "committeeFrequency": frequencyJSON(overview.committees, promised: overview.cadence),
        ],
        "total": .number(overview.total),
        "byLevel": .object(EngagementLevel.allCases.map { level in (level.rawValue, number(\.actions) { $0.level == level }) }),
        "byProgress": .object(Progress.allCases.map { progress in (progress.rawValue, number(\.actions) { $0.progress == progress }) }),
        "byTheme": .object(
            themes.map { theme in
                (theme.id, number(\.actions) { $0.axis.flatMap { themeOfAxis[$0] ?? nil } == theme.id })
            }),
        "byAxis": .array(
            plan.axes.map { axis in
                [
                    "axis": .number(axis.number), "title": .text(axis.title), "theme": JSON(axis.theme),
                    "actions": number(\.actions) { $0.axis == axis.number },
                    "finished": number(\.actions) { $0.axis == axis.number && $0.isFinished },
                    "late": number(\.late) { $0.axis == axis.number },
                ]
            }),
        "withoutAxis": number(\.actions) { $0.axis == nil },
        "stopped": number(\.actions) { $0.stopped },
        "late": number(\.late),
        "lateActions": .array(
            records.filter { $0.row.lateness(on: today) > 0 }.map {
                [
                    "number": .text($0.action.id.description), "label": .text($0.action.label), "due": JSON($0.row.due?.iso),
                    "days": .number($0.row.lateness(on: today)),
                ]
            }),
        "withoutPilot": number(\.withoutPilot),
        "withoutIndicator": number(\.withoutIndicator),
        "awaitingDecision": number(\.awaitingDecision),
        "uncovered": JSON(overview.uncovered),
    ])
}

/// Practice a.2's list of actions: label, level, progress and dates.
private func practiceA2JSON(_ action: Action) -> JSON {
    [
        "number": .text(action.id.description), "label": .text(action.label), "level": .text(action.current.level.rawValue),
        "progress": .text(action.current.progress.rawValue), "identifiedOn": JSON(action.identifiedOn?.iso),
        "implementedOn": JSON(action.implementedOn?.iso),
    ]
}

func overviewTable(_ overview: PlanOverview, _ words: Words) -> Table {
    let plan = overview.plan
    var rows: [(String, Cell)] = [
        (words.planNumber(plan.number), .text(plan.title)),
        (words.say("Période", "Period"), .text(words.period(plan.from, plan.to))),
        (words.field(.state), .text(words.planState(plan.state))),
        (words.field(.catalogue), Cell(overview.catalogue?.reference.description)),
        (words.field(.purpose), Cell(plan.purpose)),
        (words.field(.commonObjectives), Cell(plan.commonObjectives)),
        (words.planState(.validated), .text(plan.validation.map { said(words, $0.on, $0.body) } ?? words.no)),
        (words.planState(.communicated), .text(plan.communication.map { said(words, $0.on, $0.channels) } ?? words.no)),
        (
            words.say("Fréquence des comités", "Frequency of committees"),
            .text(
                overview.committees.isEmpty
                    ? overview.cadence.map(words.cadence) ?? words.say("pas encore fixée", "not yet set")
                    : overview.committees.map {
                        "\($0.name), \(words.cadenceOrChosen($0.cadence).lowercased())\u{A0}: \(words.heldOf($0.lastTwelveMonths))"
                    }
                    .joined(separator: "\n"))
        ),
        (words.say("Actions", "Actions"), .text(words.number(overview.total))),
    ]
    func add(_ label: String, _ part: KeyPath<Tally, Int>, where condition: (Tally) -> Bool = { _ in true }) {
        rows.append((label, .text(words.number(overview.count(part, where: condition)))))
    }
    for level in EngagementLevel.allCases { add("  " + words.level(level), \.actions) { $0.level == level } }
    for progress in Progress.allCases { add("  " + words.progress(progress), \.actions) { $0.progress == progress } }
    add("  " + words.stopped, \.actions) { $0.stopped }
    add(words.late, \.late)
    add(words.noPilot, \.withoutPilot)
    add(words.noIndicator, \.withoutIndicator)
    add(words.awaitingDecision, \.awaitingDecision)
    for axis in plan.axes {
        let all = overview.count(\.actions) { $0.axis == axis.number }
        let done = overview.count(\.actions) { $0.axis == axis.number && $0.isFinished }
        let finished = words.count(done, words.say("finie", "finished"), words.say("finies", "finished"))
        rows.append(("\(words.field(.axis)) \(axis.number)", .text("\(axis.title)\u{A0}: \(words.actions(all)), \(finished)")))
    }
    rows.append((words.say("Non couvertes", "Not covered"), Cell(overview.uncovered.joined(separator: " "))))
    return Table(labels: rows)
}

private func said(_ words: Words, _ day: Day, _ rest: String) -> String { "\(words.day(day)), \(rest)" }
