/// A committee that steers a plan: who sits in it, and how often it promised to meet.

package enum CommitteeRole: String, CaseIterable, Codable, Sendable {
    case chair, secretary, member, guest

    package init?(word: String) {
        switch word.folded {
        case "chair", "presidence", "president", "presidente": self = .chair
        case "secretary", "secretariat", "secretaire": self = .secretary
        case "member", "membre": self = .member
        case "guest", "invite", "invitee": self = .guest
        default: return nil
        }
    }
}

package struct CommitteeMember: Sendable, Equatable {
    package let party: Int
    package var role: CommitteeRole

    package init(party: Int, role: CommitteeRole) {
        self.party = party
        self.role = role
    }
}

/// « 1/2 »: the second committee of plan 1.
package struct CommitteeID: Hashable, Sendable, Codable, CustomStringConvertible {
    package let plan: Int
    package let number: Int

    package init(plan: Int, number: Int) {
        self.plan = plan
        self.number = number
    }

    package var description: String { "\(plan)/\(number)" }
}

package struct Committee: Sendable, Equatable {
    package static let mostMembers = 60

    package let id: CommitteeID
    /// Grows by one with every change; a change says which it read.
    package var version: Int
    package var name: String
    package var purpose: String
    /// `nil` where its dates are chosen one by one.
    package var cadence: Cadence?
    /// The day that the cadence counts from.
    package var from: Day
    /// A room or a link, usually.
    package var place: String
    package var time: ClockTime?
    /// How long it usually lasts, in minutes.
    package var length: Int
    package var archived: Bool
    /// The chair first, guests last.
    package var members: [CommitteeMember]

    package init(
        id: CommitteeID, version: Int, name: String, purpose: String, cadence: Cadence?, from: Day, place: String, time: ClockTime?,
        length: Int, archived: Bool, members: [CommitteeMember]
    ) {
        self.id = id
        self.version = version
        self.name = name
        self.purpose = purpose
        self.cadence = cadence
        self.from = from
        self.place = place
        self.time = time
        self.length = length
        self.archived = archived
        self.members = members
    }

    package mutating func apply(_ edit: CommitteeEdit, among others: [Committee]) throws(DomainError) {
        try requireActive()
        try edit.check(among: others)
        name = edit.name
        purpose = edit.purpose
        cadence = edit.cadence
        from = edit.from
        place = edit.place
        time = edit.time
        length = edit.length
    }

    /// A party that sits already takes the role; a committee has one chair.
    package mutating func admit(_ party: Int, as role: CommitteeRole) throws(DomainError) {
        try requireActive()
        if role == .chair, let chair = members.firstIndex(where: { $0.role == .chair && $0.party != party }) {
            members[chair].role = .member
        }
        members.removeAll { $0.party == party }
        guard members.count < Self.mostMembers else { throw .invalid(.members, .tooManyKept(max: Self.mostMembers)) }
        members.append(CommitteeMember(party: party, role: role))
        let order = CommitteeRole.allCases
        let places = members.enumerated().sorted {
            (order.firstIndex(of: $0.element.role) ?? 0, $0.offset) < (order.firstIndex(of: $1.element.role) ?? 0, $1.offset)
        }
        members = places.map(\.element)
    }

    package mutating func dismiss(_ party: Int) throws(DomainError) {
        try requireActive()
        members.removeAll { $0.party == party }
    }

    /// An archived committee is read, no longer changed: neither it nor its meetings.
    package func requireActive() throws(DomainError) {
        guard !archived else { throw .invalid(.archived, .committeeArchived) }
    }
}

/// What a person writes of a committee.
package struct CommitteeEdit: Sendable, Equatable {
    package var name: String
    package var purpose: String
    package var cadence: Cadence?
    package var from: Day
    package var place: String
    package var time: ClockTime?
    package var length: Int

    package init(name: String, purpose: String, cadence: Cadence?, from: Day, place: String, time: ClockTime?, length: Int) {
        self.name = name
        self.purpose = purpose
        self.cadence = cadence
        self.from = from
        self.place = place
        self.time = time
        self.length = length
    }

    package init(of committee: Committee) {
        self.init(
            name: committee.name, purpose: committee.purpose, cadence: committee.cadence, from: committee.from, place: committee.place,
            time: committee.time, length: committee.length)
    }

    /// `others` are the plan's other committees.
    package func check(among others: [Committee]) throws(DomainError) {
        var violations: [Violation] = []
        if name.isEmpty { violations.append(Violation(.name, .required)) }
        if name.count > 100 { violations.append(Violation(.name, .tooLong(max: 100))) }
        if let taken = others.first(where: { !$0.archived && $0.name.folded == name.folded }) {
            violations.append(Violation(.name, .alreadyTaken(taken.name)))
        }
        if purpose.count > 10_000 { violations.append(Violation(.purpose, .tooLong(max: 10_000))) }
        if place.count > 500 { violations.append(Violation(.place, .tooLong(max: 500))) }
        if !(15...720).contains(length) { violations.append(Violation(.length, .outOfRange(15, 720))) }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

extension Words {
    package func committeeRole(_ role: CommitteeRole) -> String {
        switch role {
        case .chair: say("Présidence", "Chair")
        case .secretary: say("Secrétariat", "Secretary")
        case .member: say("Membre", "Member")
        case .guest: say("Personne invitée", "Guest")
        }
    }

    /// « Dates choisies » for none.
    package func cadenceOrChosen(_ cadence: Cadence?) -> String {
        cadence.map { self.cadence($0) } ?? say("Dates choisies", "Chosen dates")
    }
}
