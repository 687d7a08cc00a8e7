/// A meeting of a committee: set, convened, held, its minutes approved; or cancelled.

package enum MeetingState: String, CaseIterable, Codable, Sendable {
    case planned, convened, held, approved, cancelled

    package var wasHeld: Bool { self == .held || self == .approved }
}

/// « 1/2/3 »: the third meeting of the second committee of plan 1.
package struct MeetingID: Hashable, Sendable, Codable, CustomStringConvertible {
    package let committee: CommitteeID
    package let number: Int

    package init(_ committee: CommitteeID, number: Int) {
        self.committee = committee
        self.number = number
    }

    package var plan: Int { committee.plan }
    package var description: String { "\(committee)/\(number)" }
}

package struct Meeting: Sendable, Equatable {
    /// Of a committee.
    package static let most = 200

    package let id: MeetingID
    /// Grows by one with every change; calendars are told so.
    package var version: Int
    package var on: Day
    package var time: ClockTime?
    package var place: String
    package var state: MeetingState
    /// Why it was last put off or cancelled.
    package var reason: String
    /// What the secretary adds to the decisions, in Markdown.
    package var minutes: String
    package var approvedOn: Day?
    /// When it last changed.
    package var changedAt: Instant

    package init(
        id: MeetingID, version: Int, on: Day, time: ClockTime?, place: String, state: MeetingState, reason: String, minutes: String,
        approvedOn: Day?, changedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.on = on
        self.time = time
        self.place = place
        self.state = state
        self.reason = reason
        self.minutes = minutes
        self.approvedOn = approvedOn
        self.changedAt = changedAt
    }

    /// Set for a day, not yet convened.
    package static func planned(_ id: MeetingID, _ edit: MeetingEdit, at now: Instant) throws(DomainError) -> Meeting {
        try edit.check()
        return Meeting(
            id: id, version: 1, on: edit.on, time: edit.time, place: edit.place, state: .planned, reason: "", minutes: "",
            approvedOn: nil, changedAt: now)
    }
}

/// When and where.
package struct MeetingEdit: Sendable, Equatable {
    package var on: Day
    package var time: ClockTime?
    package var place: String

    package init(on: Day, time: ClockTime?, place: String) {
        self.on = on
        self.time = time
        self.place = place
    }

    package func check() throws(DomainError) {
        guard place.count <= 500 else { throw .invalid(.place, .tooLong(max: 500)) }
    }
}

/// How many meetings were to be held by today, and how many were.
package struct MeetingCount: Sendable, Equatable {
    package let planned: Int
    package let held: Int

    package init(planned: Int, held: Int) {
        self.planned = planned
        self.held = held
    }
}

/// Practice a.2's third indicator, of one committee: meetings planned and actually held.
package struct CommitteeFrequency: Sendable, Equatable {
    /// Days that a meeting may come after its turn before the cadence is said to slip.
    package static let grace = 15

    package let committee: CommitteeID
    package let name: String
    package let cadence: Cadence?
    package let lastTwelveMonths: MeetingCount
    /// Since the plan's first day, or the committee's where it is earlier.
    package let life: MeetingCount
    package let lastHeld: Day?
    package let next: Day?
    /// The day that the cadence asked a meeting for, once it is past by more than the grace.
    package let lateSince: Day?

    /// What the cadence promised counts as planned, even where no day was set.
    package init(_ committee: Committee, _ meetings: [Meeting], of plan: Plan, today: Day) {
        let end = min(today + -1, plan.to)
        func count(since first: Day) -> MeetingCount {
            // Today's is not missed yet.
            let these = meetings.filter { first <= $0.on && ($0.on < today || $0.on == today && $0.state.wasHeld) }
            let promised = committee.cadence?.days(from: committee.from, to: end).filter { $0 >= first }.count ?? 0
            return MeetingCount(
                planned: max(these.count, committee.archived ? 0 : promised), held: these.filter(\.state.wasHeld).count)
        }
        self.committee = committee.id
        name = committee.name
        cadence = committee.cadence
        lastTwelveMonths = count(since: today.adding(months: -12) + 1)
        life = count(since: min(plan.from, committee.from))
        lastHeld = meetings.filter(\.state.wasHeld).map(\.on).max()
        next = meetings.filter { [.planned, .convened].contains($0.state) && $0.on >= today }.map(\.on).min()
        let expected = committee.cadence.map { [lastHeld] in lastHeld?.adding(months: $0.months) ?? committee.from }
        lateSince = expected.flatMap {
            committee.archived || plan.state == .closed || $0 > plan.to || $0 + Self.grace >= today ? nil : $0
        }
    }
}

extension Words {
    package func meetingState(_ state: MeetingState) -> String {
        switch state {
        case .planned: say("Prévue", "Planned")
        case .convened: say("Convoquée", "Convened")
        case .held: say("Tenue", "Held")
        case .approved: say("Relevé approuvé", "Minutes approved")
        case .cancelled: say("Annulée", "Cancelled")
        }
    }

    /// « COPIL n° 3 », what a decision is signed with.
    package func meeting(_ committee: String, _ number: Int) -> String {
        say("\(committee) n°\u{A0}\(number)", "\(committee) no.\u{A0}\(number)")
    }

    /// « 3 séances tenues sur 4 prévues ».
    package func heldOf(_ count: MeetingCount) -> String {
        say(
            "\(self.count(count.held, "séance tenue", "séances tenues")) sur \(number(count.planned)) prévue\(count.planned > 1 ? "s" : "")",
            "\(number(count.held)) of \(self.count(count.planned, "planned meeting", "planned meetings")) held")
    }
}
