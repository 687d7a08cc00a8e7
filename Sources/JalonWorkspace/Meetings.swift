/// Meetings: set, moved, convened, held; their agenda, who came, their minutes.
package import JalonDomain
package import JalonExchange
package import JalonStore
import SQL

/// A meeting and all that is about it.
package struct MeetingSheet: Sendable {
    package let plan: Plan
    package let committee: Committee
    package let meeting: Meeting
    /// As it was written, else as it writes itself.
    package let agenda: [AgendaItem]
    /// Points that would come with it today and that were not written in it.
    package let proposed: [AgendaItem]
    /// What the agenda says of its actions, by number.
    package let actions: [Int: AgendaAction]
    /// And of its indicators.
    package let indicators: [Int: AgendaIndicator]
    package let attendance: [Int: Attendance]
    /// What it decided.
    package let decisions: [MeetingDecision]
    /// Decisions of the committee's other meetings that are not carried out.
    package let followUps: [MeetingDecision]
    package let names: [Int: String]
    package let labels: [Int: String]
    package let parties: [Party]
    package let tallies: [Tally]
    package let next: Meeting?
    /// The minutes as they were approved.
    package let approved: String?
    package let hasPack: Bool
    /// Whether amounts are shown to the reader.
    package let showsCost: Bool
}

extension Workspace {
    package func meeting(_ id: MeetingID, _ visitor: Visitor) async throws -> Seen<MeetingSheet> {
        try await look(visitor, needs: .read, menu: false) { try $0.meetingSheet(id) }
    }

    /// A convened meeting that goes to another day says why, and is to be convened again.
    package func moveMeeting(
        _ id: MeetingID, reading: Int?, _ edit: MeetingEdit, reason: String, as visitor: Visitor
    ) async throws -> Meeting {
        try await change(id, reading, .moved, as: visitor) { meeting, _, scene in
            try meeting.move(edit, reason: reason)
            let others = try scene.committees.meetings(of: id.committee).filter { $0.id != id && $0.state != .cancelled }
            guard others.allSatisfy({ $0.on != edit.on }) else { throw DomainError.invalid(.on, .alreadyTaken(edit.on.iso)) }
        }
    }

    package func cancelMeeting(_ id: MeetingID, reason: String, as visitor: Visitor) async throws -> Meeting {
        try await change(id, nil, .cancelled, as: visitor) { meeting, _, _ in try meeting.cancel(reason: reason) }
    }

    package func setAgenda(_ items: [AgendaItem], of id: MeetingID, reading: Int?, as visitor: Visitor) async throws -> Meeting {
        try await change(id, reading, .edited, as: visitor) { meeting, _, scene in
            try meeting.requireDrafting()
            try AgendaItem.check(items)
            let known = Set(try scene.meetings.agendaActions(items.compactMap(\.action), plan: id.plan).map(\.number))
            if let lost = items.compactMap(\.action).first(where: { !known.contains($0) }) {
                throw DomainError.invalid(.agenda, .unknown(String(lost)))
            }
            let asked = items.compactMap(\.indicator)
            let found = Set(try scene.indicators.these(asked).map(\.indicator.number))
            if let lost = asked.first(where: { !found.contains($0) }) { throw DomainError.invalid(.agenda, .unknown(String(lost))) }
            try scene.meetings.setAgenda(items, of: id)
        }
    }

    /// Freezes what each member reads.
    package func convene(_ id: MeetingID, as visitor: Visitor) async throws -> Meeting {
        try await change(id, nil, .convened, as: visitor) { meeting, committee, scene in
            try meeting.convene(committee)
            let sheet = try scene.meetingSheet(id)
            if try scene.meetings.agenda(of: id).isEmpty { try scene.meetings.setAgenda(sheet.agenda, of: id) }
            try scene.freezePack(of: sheet)
        }
    }

    /// Opens the session; attendance may be corrected until the minutes are approved.
    package func hold(_ id: MeetingID, as visitor: Visitor) async throws -> Meeting {
        try await change(id, nil, .held, as: visitor) { meeting, _, scene in try meeting.hold(today: scene.today) }
    }

    package func setAttendance(_ attendance: [Attendance], of id: MeetingID, as visitor: Visitor) async throws -> Meeting {
        try await change(id, nil, .edited, as: visitor) { meeting, committee, scene in
            try meeting.requireRecording()
            let seated = Set(committee.members.map(\.party))
            guard attendance.allSatisfy({ seated.contains($0.party) }) else { throw DomainError.notFound(.party) }
            for one in attendance {
                if one.presence == .represented, one.by.isEmpty { throw DomainError.invalid(.attendance, .required) }
                if one.by.count > 200 { throw DomainError.invalid(.attendance, .tooLong(max: 200)) }
            }
            try scene.meetings.setAttendance(attendance, of: id)
        }
    }

    package func writeMinutes(_ text: String, of id: MeetingID, reading: Int?, as visitor: Visitor) async throws -> Meeting {
        try await change(id, reading, .edited, as: visitor) { meeting, _, _ in try meeting.write(minutes: text) }
    }

    /// Freezes the minutes, in the language of the organisation.
    package func approveMinutes(of id: MeetingID, on day: Day?, as visitor: Visitor) async throws -> Meeting {
        try await change(id, nil, .minutesApproved, as: visitor) { meeting, _, scene in
            try meeting.approve(on: day ?? scene.today, today: scene.today)
            let words = Words(try scene.settings().language)
            let text = minutesMarkdown(try scene.meetingSheet(id).minutes(words, approvedOn: meeting.approvedOn), words)
            try scene.meetings.freeze(.minutes, of: id, text, freeze: nil, at: scene.now)
        }
    }

    private func change(
        _ id: MeetingID, _ reading: Int?, _ verb: JournalVerb, as visitor: Visitor,
        _ body: @escaping @Sendable (inout Meeting, Committee, Scene) throws -> Void
    ) async throws -> Meeting {
        try await change(visitor, needs: .decide) { try $0.change(id, reading, verb, body) }
    }
}

extension Scene {
    var meetings: MeetingStore { MeetingStore(sql, organisation: organisation.id) }

    func meeting(_ id: MeetingID) throws -> Meeting {
        guard let meeting = try committees.find(id) else { throw DomainError.notFound(.meeting) }
        return meeting
    }

    /// One change of a meeting or of what is about it: its version grows with each.
    func change(
        _ id: MeetingID, _ reading: Int?, _ verb: JournalVerb, telling told: @autoclosure () -> [Change] = [],
        _ body: (inout Meeting, Committee, Scene) throws -> Void
    ) throws -> Meeting {
        try plan(id.plan).requireOpen()
        let committee = try committee(id.committee)
        try committee.requireActive()
        let before = try meeting(id)
        if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
        var after = before
        try body(&after, committee, self)
        after.version += 1
        after.changedAt = now
        guard try committees.save(after) else { throw DomainError.conflict(read: before.version, current: after.version) }
        try journal(verb, after, changes(from: MeetingFields.of(before), to: MeetingFields.of(after)) + told())
        return after
    }

    func meetingSheet(_ id: MeetingID) throws -> MeetingSheet {
        let plan = try plan(id.plan)
        let committee = try committee(id.committee)
        let meeting = try meeting(id)
        let all = try committees.meetings(of: id.committee)
        let decisions = try meetings.decisions(of: id.committee)
        let written = try meetings.agenda(of: id)
        var candidates: [AgendaAction] = []
        var indicators: [AgendaIndicator] = []
        var composed: [AgendaItem] = []
        let followUps = decisions.filter { $0.isOpen && $0.id.meeting != id }
        if meeting.state == .planned {
            candidates = try meetings.agendaActions(plan: plan.number, today: today, limit: AgendaItem.most * 2)
            indicators = try agendaIndicators(try self.indicators.serving(plan: plan.number)).filter(\.comesBeforeCommittees)
            composed = composeAgenda(candidates, indicators, hasFollowUp: !followUps.isEmpty, today: today)
        }
        let agenda = written.isEmpty ? composed : written
        let missing = Set(agenda.compactMap(\.indicator)).subtracting(indicators.map(\.number))
        indicators += try agendaIndicators(try self.indicators.these(missing.sorted()))
        let named = agenda.compactMap(\.action) + (decisions + followUps).compactMap(\.action)
        let known = Set(candidates.map(\.number))
        let actions = candidates + (try meetings.agendaActions(Set(named).subtracting(known).sorted(), plan: plan.number))
        return MeetingSheet(
            plan: plan, committee: committee, meeting: meeting, agenda: agenda,
            proposed: composed.filter { item in
                !written.isEmpty && !written.contains { $0.kind == item.kind && $0.action == item.action && $0.indicator == item.indicator }
            },
            actions: Dictionary(uniqueKeysWithValues: actions.map { ($0.number, $0) }),
            indicators: Dictionary(uniqueKeysWithValues: indicators.map { ($0.number, $0) }),
            attendance: Dictionary(uniqueKeysWithValues: try meetings.attendance(of: id).map { ($0.party, $0) }),
            decisions: decisions.filter { $0.id.meeting == id }, followUps: followUps, names: try partyNames(),
            labels: Dictionary(uniqueKeysWithValues: actions.map { ($0.number, $0.label) }), parties: try proposedParties(),
            tallies: try overview.tallies(plan: plan.number, today: today),
            next: all.first { $0.on > meeting.on && [.planned, .convened].contains($0.state) },
            approved: meeting.state == .approved ? try meetings.document(.minutes, of: id)?.content : nil,
            hasPack: try meetings.document(.pack, of: id) != nil,
            showsCost: actor.role.grants(.readInternal) && actor.role != .pilot)
    }
}

extension Scene {
    fileprivate func agendaIndicators(_ followed: [FollowedIndicator]) throws -> [AgendaIndicator] {
        guard !followed.isEmpty else { return [] }
        let names = try partyNames()
        return followed.map { one in
            AgendaIndicator(
                one.indicator, one.last, responsible: one.indicator.definition.responsible.flatMap { names[$0] }, today: today)
        }
    }
}

/// An agenda as it writes itself; so many actions and indicators of each kind.
private func composeAgenda(_ actions: [AgendaAction], _ indicators: [AgendaIndicator], hasFollowUp: Bool, today: Day) -> [AgendaItem] {
    let mostOfAKind = 20
    let byKind = Dictionary(grouping: actions) { $0.kind(on: today) }
    return AgendaKind.allCases.flatMap { kind -> [AgendaItem] in
        switch kind {
        case .followUp: hasFollowUp ? [AgendaItem(kind)] : []
        case .progress, .nextDate: [AgendaItem(kind)]
        case .free: []
        case .indicators: indicators.prefix(mostOfAKind).map { AgendaItem(kind, indicator: $0.number) }
        case .awaitsDecision, .late, .undelivered, .withoutPilot:
            (byKind[kind] ?? []).prefix(mostOfAKind).map { AgendaItem(kind, action: $0.number) }
        }
    }
}

extension MeetingSheet {
    /// What a point is about; nothing for one that its kind says alone.
    package func subject(of item: AgendaItem) -> String {
        item.action.map { labels[$0] ?? "" } ?? item.indicator.map { indicators[$0]?.name ?? "" } ?? item.title
    }

    /// What its minutes say, as it stands.
    package func minutes(_ words: Words, approvedOn: Day?) -> MinutesText {
        func subject(_ decision: MeetingDecision) -> String {
            guard let action = decision.action else { return decision.kind.subject == .plan ? plan.title : "" }
            return "\(words.actionNumber(action)), \(labels[action] ?? "")"
        }
        return MinutesText(
            title: words.meeting(committee.name, meeting.id.number), plan: plan.title, on: meeting.on, time: meeting.time,
            place: meeting.place,
            attendance: committee.members.map { member in
                let attendance = self.attendance[member.party]
                return MinutesText.Seat(
                    name: names[member.party] ?? "", role: member.role, presence: attendance?.presence, by: attendance?.by ?? "")
            },
            agenda: agenda.map { item in
                MinutesText.Point(kind: item.kind, title: self.subject(of: item), comment: item.comment)
            },
            decisions: decisions.map { decision in
                MinutesText.Line(
                    number: decision.id.short, subject: subject(decision), words: words.decision(decision, showsCost: false),
                    reason: decision.reason, bearer: decision.bearer.flatMap { names[$0] }, due: decision.due,
                    supersedes: decision.supersedes?.short)
            },
            text: meeting.minutes, next: next?.on, approvedOn: approvedOn)
    }
}

private enum MeetingFields {
    /// What the journal compares.
    static func of(_ meeting: Meeting) -> [Field: String] {
        [
            .on: meeting.on.iso, .time: meeting.time?.iso ?? "", .place: meeting.place, .reason: meeting.reason, .minutes: meeting.minutes,
            .decidedOn: meeting.approvedOn?.iso ?? "",
        ]
    }
}
