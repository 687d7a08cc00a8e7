/// Committees and meetings as programs read them.
import JalonDomain
import JalonExchange
import JalonWorkspace

func committeeJSON(_ committee: Committee, _ names: [Int: String], _ frequency: CommitteeFrequency?) -> JSON {
    [
        "number": .number(committee.id.number), "name": .text(committee.name), "purpose": .text(committee.purpose),
        "cadence": JSON(committee.cadence?.rawValue), "from": .text(committee.from.iso), "place": .text(committee.place),
        "time": JSON(committee.time?.iso), "length": .number(committee.length), "archived": .bool(committee.archived),
        "members": .array(committee.members.map { ["name": JSON(names[$0.party]), "role": .text($0.role.rawValue)] }),
        "frequency": frequency.map(frequencyJSON) ?? .null,
    ]
}

/// Practice a.2's third indicator: how often the organisation's committees are to meet, what was planned and held by all of the plan's
/// together, then by each; nothing before either is set.
func frequencyJSON(_ committees: [CommitteeFrequency], promised: Cadence?) -> JSON {
    guard promised != nil || !committees.isEmpty else { return .null }
    func sum(_ part: KeyPath<CommitteeFrequency, MeetingCount>) -> MeetingCount {
        MeetingCount(
            planned: committees.reduce(0) { $0 + $1[keyPath: part].planned }, held: committees.reduce(0) { $0 + $1[keyPath: part].held })
    }
    return [
        "cadence": JSON(promised?.rawValue), "lastTwelveMonths": countJSON(sum(\.lastTwelveMonths)),
        "sinceTheBeginning": countJSON(sum(\.life)),
        "slips": .bool(committees.contains { $0.lateSince != nil }),
        "committees": .array(
            committees.map { committee -> JSON in
                let head: JSON = ["number": .number(committee.committee.number), "name": .text(committee.name)]
                guard case .object(let own) = head, case .object(let rest) = frequencyJSON(committee) else { return head }
                return .object(own + rest)
            }),
    ]
}

func frequencyJSON(_ frequency: CommitteeFrequency) -> JSON {
    [
        "cadence": JSON(frequency.cadence?.rawValue), "lastTwelveMonths": countJSON(frequency.lastTwelveMonths),
        "sinceTheBeginning": countJSON(frequency.life), "lastHeldOn": JSON(frequency.lastHeld?.iso), "nextOn": JSON(frequency.next?.iso),
        "lateSince": JSON(frequency.lateSince?.iso),
    ]
}

private func countJSON(_ count: MeetingCount) -> JSON { ["planned": .number(count.planned), "held": .number(count.held)] }

func meetingJSON(_ meeting: Meeting) -> JSON {
    [
        "number": .number(meeting.id.number), "committee": .number(meeting.id.committee.number), "on": .text(meeting.on.iso),
        "time": JSON(meeting.time?.iso), "place": .text(meeting.place), "state": .text(meeting.state.rawValue),
        "approvedOn": JSON(meeting.approvedOn?.iso),
    ]
}

func meetingTable(_ sheet: MeetingSheet, _ words: Words, today: Day) -> Table {
    let meeting = sheet.meeting
    let agenda = sheet.agenda.map { item in
        if let indicator = item.indicator.flatMap({ sheet.indicators[$0] }) {
            return "\(words.agenda(item.kind))\u{A0}: \(indicator.name) (\(words.agendaFacts(indicator)))"
        }
        guard let number = item.action else { return item.kind == .free ? item.title : words.agenda(item.kind) }
        let facts = sheet.actions[number].map { words.agendaFacts($0, on: today) } ?? ""
        return "\(words.agenda(item.kind))\u{A0}: \(number) \(sheet.labels[number] ?? "") (\(facts))"
    }
    func lines(_ decisions: [MeetingDecision]) -> String {
        decisions.map {
            "\($0.id.short) \($0.action.map { words.actionNumber($0) + ", " } ?? "")\(words.decision($0, showsCost: sheet.showsCost))"
        }
        .joined(separator: "\n")
    }
    return Table(labels: [
        (words.subject(.meeting), .text(words.meeting(sheet.committee.name, meeting.id.number))),
        (words.field(.on), .day(meeting.on)), (words.field(.time), Cell(meeting.time.map(words.clock))),
        (words.field(.place), Cell(meeting.place)), (words.field(.state), .text(words.meetingState(meeting.state))),
        (words.field(.reason), Cell(meeting.reason)), (words.field(.agenda), Cell(agenda.joined(separator: "\n"))),
        (
            words.field(.attendance),
            Cell(
                sheet.attendance.values.sorted { $0.party < $1.party }
                    .map { "\(sheet.names[$0.party] ?? "") (\(words.presence($0.presence).lowercased()))" }.joined(separator: "\n"))
        ),
        (words.say("Décisions", "Decisions"), Cell(lines(sheet.decisions))),
        (words.agenda(.followUp), Cell(lines(sheet.followUps))),
    ])
}

func meetingSheetJSON(_ sheet: MeetingSheet, _ words: Words) -> JSON {
    meetingJSON(sheet.meeting).adding([
        "agenda": .array(
            sheet.agenda.map { item in
                [
                    "kind": .text(item.kind.rawValue), "action": JSON(item.action), "indicator": JSON(item.indicator),
                    "title": .text(sheet.subject(of: item)), "comment": .text(item.comment),
                ]
            }),
        "attendance": .array(
            sheet.committee.members.map { member in
                let here = sheet.attendance[member.party]
                return [
                    "name": JSON(sheet.names[member.party]), "role": .text(member.role.rawValue), "presence": JSON(here?.presence.rawValue),
                    "representedBy": JSON(here?.by),
                ]
            }),
        "decisions": .array(sheet.decisions.map { decisionJSON($0, sheet.names, showsCost: sheet.showsCost) }),
        "followUps": .array(sheet.followUps.map { decisionJSON($0, sheet.names, showsCost: sheet.showsCost) }),
    ])
}

func decisionJSON(_ decision: MeetingDecision, _ names: [Int: String], showsCost: Bool) -> JSON {
    let hides = decision.kind == .cost && !showsCost
    return [
        "number": .text(decision.id.short), "kind": .text(decision.kind.rawValue), "action": JSON(decision.action),
        "words": .text(decision.words), "before": hides ? .null : .text(decision.before), "after": hides ? .null : .text(decision.after),
        "reason": .text(decision.reason), "bearer": JSON(decision.bearer.flatMap { names[$0] }), "due": JSON(decision.due?.iso),
        "doneOn": JSON(decision.doneOn?.iso), "supersedes": JSON(decision.supersedes?.short),
        "supersededBy": JSON(decision.supersededBy?.short),
    ]
}
