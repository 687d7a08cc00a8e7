/// Committees of a plan: create, edit, seat members, set a calendar of meetings; and how often they met.
package import JalonDomain
import JalonStore
import SQL

/// A committee with its meetings, by day.
package struct CommitteeSheet: Sendable {
    package let plan: Plan
    package let committee: Committee
    package let meetings: [Meeting]
    package let frequency: CommitteeFrequency
    package let names: [Int: String]
    /// The names that forms propose.
    package let parties: [Party]

    /// The days that the cadence proposes and that have no meeting yet, in the plan's period.
    package var proposedDays: [Day] {
        let known = meetings.filter { $0.state != .cancelled }.map(\.on)
        return committee.cadence?.days(from: max(committee.from, plan.from), to: plan.to).filter { day in
            // Set by hand a few days before or after, a meeting is the same one.
            !known.contains { abs($0 - day) <= CommitteeFrequency.grace }
        } ?? []
    }
}

package struct CommitteeListing: Sendable {
    package let plan: Plan
    /// The archived ones last.
    package let committees: [Committee]
    package let frequencies: [CommitteeID: CommitteeFrequency]
    package let names: [Int: String]
    /// The one that the organisation set, which a new committee starts from.
    package let cadence: Cadence?
}

extension Workspace {
    package func committees(of plan: Int, _ visitor: Visitor) async throws -> Seen<CommitteeListing> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(plan)
            let committees = try scene.committees.all(plan: plan.number)
            let frequencies = try scene.frequencies(of: plan, committees)
            return CommitteeListing(
                plan: plan, committees: committees.filter { !$0.archived } + committees.filter(\.archived),
                frequencies: Dictionary(uniqueKeysWithValues: frequencies.map { ($0.committee, $0) }), names: try scene.partyNames(),
                cadence: try scene.settings().cadence)
        }
    }

    package func committee(_ id: CommitteeID, _ visitor: Visitor) async throws -> Seen<CommitteeSheet> {
        try await look(visitor, needs: .read, menu: false) { try $0.committeeSheet(id) }
    }

    /// `meetings` says whether the calendar that its cadence proposes is written with it.
    package func addCommittee(
        _ edit: CommitteeEdit, to plan: Int, meetings: Bool = false, as visitor: Visitor
    ) async throws -> Committee {
        try await change(visitor, needs: .decide) { scene in
            let plan = try scene.plan(plan)
            try plan.requireOpen()
            try edit.check(among: try scene.committees.all(plan: plan.number))
            let id = CommitteeID(plan: plan.number, number: try scene.committees.nextNumber(plan: plan.number))
            let committee = Committee(
                id: id, version: 1, name: edit.name, purpose: edit.purpose, cadence: edit.cadence, from: edit.from, place: edit.place,
                time: edit.time, length: edit.length, archived: false, members: [])
            try scene.committees.insert(committee)
            try scene.journal(.created, committee, changes(from: [:], to: CommitteeFields.of(committee, [:])))
            if meetings {
                let days = try scene.committeeSheet(id).proposedDays
                try scene.plan(days.map { MeetingEdit(on: $0, time: edit.time, place: edit.place) }, for: committee)
            }
            return committee
        }
    }

    /// `reading` is the version that was read; `nil` takes the committee as it stands.
    package func editCommittee(_ id: CommitteeID, reading: Int?, _ edit: CommitteeEdit, as visitor: Visitor) async throws -> Committee {
        try await change(id, reading, .edited, as: visitor) { committee, scene in
            try committee.apply(edit, among: try scene.committees.all(plan: id.plan).filter { $0.id != id })
        }
    }

    package func setCommitteeArchived(_ archived: Bool, _ id: CommitteeID, as visitor: Visitor) async throws -> Committee {
        try await change(id, nil, archived ? .archived : .restored, as: visitor) { committee, scene in
            committee.archived = archived
            // A name may have been taken meanwhile.
            if !archived { try CommitteeEdit(of: committee).check(among: try scene.committees.all(plan: id.plan).filter { $0.id != id }) }
        }
    }

    /// By name: a party of the directory, with or without an account; an unknown one is made known as a person.
    package func admit(
        _ name: String, as role: CommitteeRole, to id: CommitteeID, as visitor: Visitor
    ) async throws -> (committee: Committee, created: [Party]) {
        try await change(visitor, needs: .decide) { scene in
            var names = PartyNames(scene)
            guard let party = try names.resolve(name, preferring: .person) else { throw DomainError.invalid(.name, .required) }
            let committee = try scene.change(id, nil, .admitted) { try $0.admit(party, as: role) }
            return (committee, names.created)
        }
    }

    package func dismiss(_ party: Int, from id: CommitteeID, as visitor: Visitor) async throws -> Committee {
        try await change(id, nil, .dismissed, as: visitor) { committee, _ in try committee.dismiss(party) }
    }

    /// Days are set for meetings, all of them or none.
    package func planMeetings(_ edits: [MeetingEdit], of id: CommitteeID, as visitor: Visitor) async throws -> [Meeting] {
        try await change(visitor, needs: .decide) { scene in
            guard !edits.isEmpty else { throw DomainError.invalid(.on, .required) }
            let committee = try scene.committee(id)
            try scene.plan(id.plan).requireOpen()
            return try scene.plan(edits, for: committee)
        }
    }

    private func change(
        _ id: CommitteeID, _ reading: Int?, _ verb: JournalVerb, as visitor: Visitor,
        _ body: @escaping @Sendable (inout Committee, Scene) throws -> Void
    ) async throws -> Committee {
        try await change(visitor, needs: .decide) { scene in
            try scene.change(id, reading, verb) { try body(&$0, scene) }
        }
    }
}

extension Scene {
    var committees: CommitteeStore { CommitteeStore(sql, organisation: organisation.id) }

    func committee(_ id: CommitteeID) throws -> Committee {
        guard let committee = try committees.find(id) else { throw DomainError.notFound(.committee) }
        return committee
    }

    func committeeSheet(_ id: CommitteeID) throws -> CommitteeSheet {
        let plan = try plan(id.plan)
        let committee = try committee(id)
        let meetings = try committees.meetings(of: id)
        return CommitteeSheet(
            plan: plan, committee: committee, meetings: meetings,
            frequency: CommitteeFrequency(committee, meetings, of: plan, today: today), names: try partyNames(),
            parties: try proposedParties())
    }

    /// Of committees that are not archived.
    func frequencies(of plan: Plan, _ committees: [Committee]? = nil) throws -> [CommitteeFrequency] {
        let active = try (committees ?? self.committees.all(plan: plan.number)).filter { !$0.archived }
        let meetings = active.isEmpty ? [:] : Dictionary(grouping: try self.committees.meetings(plan: plan.number), by: \.id.committee)
        return active.map { CommitteeFrequency($0, meetings[$0.id] ?? [], of: plan, today: today) }
    }

    @discardableResult
    fileprivate func plan(_ edits: [MeetingEdit], for committee: Committee) throws -> [Meeting] {
        try committee.requireActive()
        let known = try committees.meetings(of: committee.id)
        guard known.count + edits.count <= Meeting.most else { throw DomainError.invalid(.on, .tooManyKept(max: Meeting.most)) }
        var days = Set(known.filter { $0.state != .cancelled }.map(\.on))
        var number = try committees.nextMeeting(of: committee.id)
        return try edits.sorted { $0.on < $1.on }.map { edit in
            guard days.insert(edit.on).inserted else { throw DomainError.invalid(.on, .alreadyTaken(edit.on.iso)) }
            let meeting = try Meeting.planned(MeetingID(committee.id, number: number), edit, at: now)
            number += 1
            try committees.insert(meeting)
            try journal(.created, meeting, [Change(field: .on, before: "", after: meeting.on.iso)])
            return meeting
        }
    }

    fileprivate func change(
        _ id: CommitteeID, _ reading: Int?, _ verb: JournalVerb, _ body: (inout Committee) throws -> Void
    ) throws -> Committee {
        try plan(id.plan).requireOpen()
        let before = try committee(id)
        if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
        var after = before
        try body(&after)
        guard after != before else { return before }
        after.version += 1
        guard try committees.save(after) else { throw DomainError.conflict(read: before.version, current: after.version) }
        let names = try partyNames()
        try journal(verb, after, changes(from: CommitteeFields.of(before, names), to: CommitteeFields.of(after, names)))
        return after
    }

    fileprivate func journal(_ verb: JournalVerb, _ committee: Committee, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "committee \(committee.id)", plan: committee.id.plan, action: nil, version: committee.version, changes: changes,
            by: actor, at: now)
    }

    func journal(_ verb: JournalVerb, _ meeting: Meeting, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "meeting \(meeting.id)", plan: meeting.id.plan, action: nil, version: meeting.version, changes: changes,
            by: actor, at: now)
    }
}

private enum CommitteeFields {
    /// What the journal compares.
    static func of(_ committee: Committee, _ names: [Int: String]) -> [Field: String] {
        [
            .name: committee.name, .purpose: committee.purpose, .cadence: committee.cadence?.rawValue ?? "", .from: committee.from.iso,
            .place: committee.place, .time: committee.time?.iso ?? "", .length: String(committee.length),
            .archived: committee.archived ? "true" : "false",
            .members: committee.members.map { "\(names[$0.party] ?? "?") (\($0.role.rawValue))" }.joined(separator: ", "),
        ]
    }
}
