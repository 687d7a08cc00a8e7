/// A roadmap as other programs read it: a row for each stage and each milestone, or the whole as JSON.
package import JalonDomain
package import JalonExchange
import JalonStore

/// An action without any date has one row, which says so.
package func roadmapTable(_ roadmap: Roadmap, _ words: Words) -> (headers: [String], rows: [[Cell]]) {
    let headers = [
        words.roadmapGrouping(roadmap.grouping), words.say("N°", "No."), words.subject(.action), words.say("Quoi", "What"),
        words.say("Étape ou jalon", "Stage or milestone"), words.field(.plannedStart), words.field(.startedOn), words.field(.baseline),
        words.field(.forecast), words.field(.doneOn), words.field(.state), words.say("Retard (jours)", "Days late"),
        words.say("Dépend de", "Depends on"),
    ]
    func rows(_ row: RoadmapRow, _ group: String) -> [[Cell]] {
        let head: [Cell] = [.text(group), .integer(row.number), .text(row.label)]
        let after = Cell(roadmap.after[row.number]?.map { String($0) }.joined(separator: ", "))
        let late = Cell(row.lateness(on: roadmap.today) > 0 ? row.lateness(on: roadmap.today) : nil)
        if row.days == nil {
            return [head + Array(repeating: .empty, count: 7) + [.text(words.say("Sans date", "No date")), late, after]]
        }
        let stages = row.stages.map { stage in
            head + [
                .text(words.roadmapStage), .text(words.level(stage.level)), Cell(stage.plannedStart), Cell(stage.startedOn),
                Cell(stage.baseline), Cell(stage.forecast), Cell(stage.endedOn), .text(words.roadmapState(stage)),
                stage.phase == .current ? late : .empty, after,
            ]
        }
        let milestones = row.milestones.map { milestone in
            head + [
                .text(words.roadmapMilestone), .text(milestone.title), .empty, .empty, .empty, Cell(milestone.due),
                Cell(milestone.reachedOn), .text(words.roadmapState(milestone, today: roadmap.today)), .empty, after,
            ]
        }
        return stages + milestones
    }
    let dated = roadmap.groups.flatMap { group in
        group.rows.flatMap { rows($0, words.roadmapGroup(group.title, roadmap.grouping)) }
    }
    return (headers, dated + roadmap.undated.flatMap { rows($0, roadmap.title(of: $0, words)) })
}

extension Roadmap {
    /// The group that an action without date would stand in.
    fileprivate func title(of row: RoadmapRow, _ words: Words) -> String {
        let title = grouping == .unit ? row.unitName : plan.axes.first { $0.number == row.axis }?.title
        return words.roadmapGroup(title, grouping)
    }
}

/// Keys: `plan`, `today`, `from`, `to` and `group` (`axis` or `unit`); `groups`, each a `title` (null for what has none) and its `actions`;
/// `undated`, the actions without any date; `committees`; and `workload`, people-days by quarter, `capacity` null where it is unknown.
package func roadmapJSON(_ roadmap: Roadmap) -> JSON {
    [
        "plan": .number(roadmap.plan.number), "today": .text(roadmap.today.iso), "from": .text(roadmap.plan.from.iso),
        "to": .text(roadmap.plan.to.iso), "group": .text(roadmap.grouping.rawValue),
        "groups": .array(
            roadmap.groups.map { group in
                ["title": JSON(group.title), "actions": .array(group.rows.map { actionJSON($0, roadmap) })]
            }),
        "undated": .array(roadmap.undated.map { actionJSON($0, roadmap) }),
        "committees": .array(
            roadmap.committees.map { ["on": .text($0.day.iso), "committee": .text($0.committee), "held": .bool($0.wasHeld)] }),
        "workload": workloadJSON(roadmap),
    ]
}

private func actionJSON(_ row: RoadmapRow, _ roadmap: Roadmap) -> JSON {
    func id(_ number: Int) -> JSON { .text(ActionID(plan: roadmap.plan.number, number: number).description) }
    return [
        "number": id(row.number), "label": .text(row.label), "axis": JSON(row.axis), "unit": JSON(row.unitName),
        "lateness": .number(row.lateness(on: roadmap.today)), "inForceOn": JSON(row.implementedOn?.iso), "stopped": .bool(row.stopped),
        "dependsOn": .array((roadmap.after[row.number] ?? []).map(id)),
        "stages": .array(
            row.stages.map { stage in
                [
                    "level": .text(stage.level.rawValue), "phase": .text(stage.phase.rawValue), "progress": .text(stage.progress.rawValue),
                    "plannedStart": JSON(stage.plannedStart?.iso), "startedOn": JSON(stage.startedOn?.iso),
                    "baseline": JSON(stage.baseline?.iso), "due": JSON(stage.forecast?.iso), "endedOn": JSON(stage.endedOn?.iso),
                ]
            }),
        "milestones": .array(
            row.milestones.map {
                ["title": .text($0.title), "due": JSON($0.due?.iso), "reachedOn": JSON($0.reachedOn?.iso)]
            }),
    ]
}

private func workloadJSON(_ roadmap: Roadmap) -> JSON {
    let load = roadmap.workload
    return [
        "quarters": JSON(load.horizon.quarters.map(\.code)),
        "directions": .array(
            load.directions.map { direction in
                [
                    "name": JSON(roadmap.names[direction.id]), "needed": .array(direction.needed.map { .decimal($0) }),
                    "capacity": direction.capacity.map { .array($0.map { .decimal($0) }) } ?? .null,
                ]
            }),
        "undatedStages": .number(load.undated), "notEstimatedStages": .number(load.notEstimated),
    ]
}
