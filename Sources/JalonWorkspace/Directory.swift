/// The directory: units as a tree, positions and persons in them; named, placed, put away, merged.
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

/// Which party is meant: by its number, or by its name, of a kind when several bear it.
package enum PartyHandle: Sendable {
    case id(Int)
    case named(String, PartyKind?)
}

/// The directory with what each party carries.
package struct Directory: Sendable {
    package let parties: [Party]
    package let uses: [Int: PartyUse]
    /// The persons who have an account here.
    package let members: Set<Int>
}

/// What a merge gave: the party that is no more, the one that it became, and how many actions now name that one.
package struct Merged: Sendable {
    package let gone: Party
    package let kept: Party
    package let actions: Int
}

extension Workspace {
    package func directory(_ visitor: Visitor) async throws -> Seen<Directory> {
        try await look(visitor, needs: .editPlan) { scene in
            Directory(
                parties: try scene.parties.all(), uses: try scene.parties.uses(),
                members: Set(try scene.accounts.members(organisation: scene.organisation.id).map(\.party.id)))
        }
    }

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

    /// Renames and places; `reading` is the version that was read, and a name that is `nil` stays.
    package func editParty(
        _ handle: PartyHandle, reading: Int? = nil, name: String? = nil, _ place: PartyPlace, as visitor: Visitor
    ) async throws -> Party {
        try await change(visitor, needs: .administer) { scene in
            let party = try scene.party(handle)
            if let reading, reading != party.version { throw DomainError.conflict(read: reading, current: party.version) }
            var names = PartyNames(scene)
            return try scene.put(party, named: name, place, &names)
        }
    }

    /// Puts away what nothing depends on, or takes it back.
    package func setArchived(_ archived: Bool, _ handle: PartyHandle, as visitor: Visitor) async throws -> Party {
        try await change(visitor, needs: .administer) { scene in try scene.setArchived(archived, try scene.party(handle)) }
    }

    /// Two become one: whatever named the first names the second, and the name of the first means the second from then on.
    package func mergeParty(_ handle: PartyHandle, into other: PartyHandle, as visitor: Visitor) async throws -> Merged {
        try await change(visitor, needs: .administer) { scene in
            let gone = try scene.party(handle)
            let kept = try scene.party(other, .into)
            let members = Set(try scene.accounts.members(organisation: scene.organisation.id).map(\.party.id))
            try gone.requireMerge(
                into: kept, isAbove: try gone.kind == .unit && scene.parties.unit(kept.id, isWithin: gone.id),
                areMembers: members.isSuperset(of: [gone.id, kept.id]))
            let actions = try scene.replace(gone.id, by: kept.id)
            var heir = kept
            heir.inherit(from: gone)
            heir.archived = false
            heir.version += 1
            guard try scene.parties.save(heir, replacing: kept) else {
                throw DomainError.conflict(read: kept.version, current: heir.version)
            }
            try scene.parties.merge(gone.id, into: kept.id)
            try scene.journal(.partyMerged, heir, [Change(field: .name, before: gone.name, after: kept.name)])
            return Merged(gone: gone, kept: heir, actions: actions)
        }
    }
}

extension Scene {
    /// The only party that is meant; `field` is where what was typed is to be mended.
    fileprivate func party(_ handle: PartyHandle, _ field: Field = .name) throws -> Party {
        switch handle {
        case .id(let id):
            guard let party = try parties.find(id) else { throw DomainError.notFound(.party) }
            return party
        case .named(let name, let kind):
            let known = try parties.named(name).filter { kind == nil || $0.kind == kind }
            guard let party = known.first else { throw DomainError.notFound(.party) }
            guard known.count == 1 else { throw DomainError.invalid(field, .ambiguous(name, known.map(\.kind.rawValue))) }
            return party
        }
    }

    /// Those that forms propose.
    func proposedParties() throws -> [Party] { try parties.all().filter { !$0.archived } }

    /// Names and moves a party; a unit never comes to stand below itself.
    func put(_ party: Party, named newName: String? = nil, _ place: PartyPlace, _ names: inout PartyNames) throws -> Party {
        var moved = party
        if let newName { try moved.rename(newName) }
        if let unit = place.unit { moved.unit = try names.resolve(unit, preferring: .unit, only: true) }
        if let position = place.position {
            guard party.kind == .person else { throw DomainError.invalid(.position, .notAChoice(position, among: [])) }
            moved.position = try names.resolve(position, preferring: .position, only: true)
        }
        if party.kind == .unit, let unit = moved.unit, try parties.unit(unit, isWithin: party.id) {
            throw DomainError.invalid(.unit, .ownAncestor)
        }
        guard moved != party else { return party }
        guard try parties.named(moved.name).allSatisfy({ $0.kind != moved.kind || $0.id == moved.id }) else {
            throw DomainError.invalid(.name, .alreadyTaken(moved.name))
        }
        let known = try partyNames()
        func name(_ id: Int?) -> String { id.flatMap { known[$0] } ?? "" }
        let differences = changes(
            from: [.unit: name(party.unit), .position: name(party.position)],
            to: [.unit: name(moved.unit), .position: name(moved.position)])
        let saved = try save(moved, replacing: party, .partyChanged, differences)
        if saved.name != party.name { try repeatName(of: saved) }
        return saved
    }

    func setArchived(_ archived: Bool, _ party: Party) throws -> Party {
        guard party.archived != archived else { return party }
        var changed = party
        changed.archived = false
        if archived {
            try changed.archive(
                below: try parties.all().count { !$0.archived && ($0.unit == party.id || $0.position == party.id) },
                isMember: try accounts.members(organisation: organisation.id).contains { $0.party.id == party.id },
                openActions: try parties.uses()[party.id]?.open ?? 0)
        }
        return try save(changed, replacing: party, archived ? .archived : .restored, [])
    }

    private func save(_ changed: Party, replacing party: Party, _ verb: JournalVerb, _ differences: [Change]) throws -> Party {
        var saved = changed
        saved.version += 1
        guard try parties.save(saved, replacing: party) else {
            throw DomainError.conflict(read: party.version, current: saved.version)
        }
        try journal(verb, saved, [Change(field: .name, before: party.name, after: saved.name)] + differences)
        return saved
    }

    fileprivate func journal(_ verb: JournalVerb, _ party: Party, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "party \(party.id)", plan: nil, action: nil, version: party.version, changes: changes, by: actor, at: now)
    }

    /// Lists are sorted by the pilot's name and searched by it: the actions that the party pilots say it anew.
    private func repeatName(of party: Party) throws {
        var guides: [Int: PlanGuide] = [:]
        for id in try actions.piloted(by: party.id) {
            let guide = try guides[id.plan] ?? PlanGuide(plan(id.plan), self)
            guides[id.plan] = guide
            try actions.repeatPilot(of: id, guide.summary(of: action(id), [party.id: party.name], at: now))
        }
    }

    /// Every action that names the one names the other, closed and archived ones too, each change in its journal; how many they are.
    fileprivate func replace(_ gone: Int, by kept: Int) throws -> Int {
        let names = try partyNames()
        var count = 0
        for number in try plans.all().map(\.number) {
            let naming = try actions.all(plan: number).filter { $0.names(gone) }
            guard !naming.isEmpty else { continue }
            let guide = try PlanGuide(plan(number), self)
            for before in naming {
                var after = before
                after.replace(gone, by: kept)
                after.version += 1
                guard try actions.save(after, summary: guide.summary(of: after, names, at: now)) else {
                    throw DomainError.conflict(read: before.version, current: after.version)
                }
                try journal(
                    .edited, after, changes(from: ActionFields.of(before, guide, names), to: ActionFields.of(after, guide, names)))
                count += 1
            }
        }
        return count
    }
}
