/// The directory: units as a tree, positions and persons in them, and the members' roles.
package import JalonDomain
package import JalonStore

/// Where a party stands, by name: for a unit, the unit above; an empty name takes it out, `nil` leaves it where it is.
package struct PartyPlace: Sendable, Equatable {
    package var unit: String?
    /// For a person, the position held.
    package var position: String?

    package init(unit: String?, position: String?) {
        self.unit = unit
        self.position = position
    }
}

extension Workspace {
    package func addParty(_ kind: PartyKind, name: String, _ place: PartyPlace, as visitor: Visitor) async throws -> Party {
        try await change(visitor, needs: .administer) { scene in
            guard !name.isEmpty else { throw DomainError.invalid(.name, .required) }
            guard try scene.parties.named(name).allSatisfy({ $0.kind != kind }) else {
                throw DomainError.invalid(.name, .alreadyTaken(name))
            }
            var names = PartyNames(scene)
            guard let party = try scene.parties.find(try names.add(name, kind)) else {
                throw DomainError.notFound(.party)
            }
            return try scene.put(party, place, &names)
        }
    }

    /// Of a kind when several parties bear the name.
    package func placeParty(_ kind: PartyKind?, name: String, _ place: PartyPlace, as visitor: Visitor) async throws -> Party {
        try await change(visitor, needs: .administer) { scene in
            let known = try scene.parties.named(name).filter { kind == nil || $0.kind == kind }
            guard let party = known.first else { throw DomainError.notFound(.party) }
            guard known.count == 1 else {
                throw DomainError.invalid(.name, .ambiguous(name, known.map(\.kind.rawValue)))
            }
            var names = PartyNames(scene)
            return try scene.put(party, place, &names)
        }
    }

    /// An organisation always keeps an administrator.
    package func setRole(_ role: Role, of email: String, as visitor: Visitor) async throws -> Member {
        try await change(visitor, needs: .administer) { scene in
            let member = try scene.member(email, losing: role != .administrator)
            if member.role != role {
                try scene.accounts.setRole(role, account: member.account, organisation: scene.organisation.id)
                try scene.journal(.memberChanged, member, [Change(field: .role, before: member.role.rawValue, after: role.rawValue)])
            }
            return Member(account: member.account, email: member.email, name: member.name, role: role, party: member.party)
        }
    }

    /// Takes the rights away; the person, and what they signed, stay.
    package func removeMember(_ email: String, as visitor: Visitor) async throws -> Member {
        try await change(visitor, needs: .administer) { scene in
            let member = try scene.member(email, losing: true)
            try scene.accounts.removeMember(account: member.account, organisation: scene.organisation.id)
            try scene.journal(.memberRemoved, member, [Change(field: .role, before: member.role.rawValue, after: "")])
            return member
        }
    }
}

extension Scene {
    fileprivate func member(_ email: String, losing administration: Bool) throws -> Member {
        let members = try accounts.members(organisation: organisation.id)
        guard let member = members.first(where: { $0.email == email.folded }) else { throw DomainError.notFound(.member) }
        if administration, member.role == .administrator, members.count(where: { $0.role == .administrator }) == 1 {
            throw DomainError.invalid(.role, .lastAdministrator)
        }
        return member
    }

    fileprivate func journal(_ verb: JournalVerb, _ member: Member, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "member \(member.account)", plan: nil, action: nil, version: nil,
            changes: [Change(field: .person, before: member.name, after: member.name)] + changes, by: actor, at: now)
    }

    /// Moves a party in the tree; a unit never comes to stand below itself.
    func put(_ party: Party, _ place: PartyPlace, _ names: inout PartyNames) throws -> Party {
        var moved = party
        if let unit = place.unit { moved.unit = try names.resolve(unit, preferring: .unit, only: true) }
        if let position = place.position {
            guard party.kind == .person else { throw DomainError.invalid(.position, .notAChoice(position, among: [])) }
            moved.position = try names.resolve(position, preferring: .position, only: true)
        }
        if party.kind == .unit, let unit = moved.unit, try parties.unit(unit, isWithin: party.id) {
            throw DomainError.invalid(.unit, .ownAncestor)
        }
        guard moved != party else { return party }
        try parties.save(moved)
        let known = try partyNames()
        func name(_ id: Int?) -> String { id.flatMap { known[$0] } ?? "" }
        let differences = changes(
            from: [.unit: name(party.unit), .position: name(party.position)],
            to: [.unit: name(moved.unit), .position: name(moved.position)])
        try journal.write(
            .partyChanged, subject: "party \(party.id)", plan: nil, action: nil, version: nil,
            changes: [Change(field: .name, before: party.name, after: party.name)] + differences, by: actor, at: now)
        return moved
    }
}
