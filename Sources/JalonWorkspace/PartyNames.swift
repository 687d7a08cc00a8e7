/// Names that people type, resolved to parties: a person, a position or a unit; an unknown one is created, and said so.
import JalonDomain
import JalonStore

struct PartyNames {
    private let scene: Scene
    private(set) var created: [Party] = []

    init(_ scene: Scene) {
        self.scene = scene
    }

    /// The party of that name, of the preferred kind where several bear it; nothing for an empty name.
    mutating func resolve(_ name: String, preferring kind: PartyKind) throws -> Int? {
        guard !name.isEmpty else { return nil }
        guard name.count <= 200 else { throw DomainError.invalid(.name, .tooLong(max: 200)) }
        let known = try scene.parties.named(name)
        if let party = known.first(where: { $0.kind == kind }) ?? known.first { return party.id }
        let party = try scene.parties.insert(kind: kind, name: name, unit: nil, position: nil)
        try scene.journal.write(
            .partyAdded, subject: "party \(party.id)", plan: nil, action: nil, version: 1,
            changes: [Change(field: kind == .unit ? .unit : .position, before: "", after: name)], by: scene.actor, at: scene.now)
        created.append(party)
        return party.id
    }

    mutating func resolve(_ names: [String], preferring kind: PartyKind) throws -> [Int] {
        var ids: [Int] = []
        for name in names {
            if let id = try resolve(name, preferring: kind), !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
