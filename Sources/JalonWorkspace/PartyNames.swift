/// Names that people type, resolved to parties: a person, a position or a unit; an unknown one is created, and said so.
import JalonDomain
import JalonStore

struct PartyNames {
    private let scene: Scene
    private(set) var created: [Party] = []

    init(_ scene: Scene) {
        self.scene = scene
    }

    /// The party of that name, of the preferred kind where several bear it (`only` that kind where nothing else makes sense); nothing
    /// for an empty name.
    mutating func resolve(_ name: String, preferring kind: PartyKind, only: Bool = false) throws -> Int? {
        guard !name.isEmpty else { return nil }
        guard let party = try known(name, preferring: kind, only: only) else { return try add(name, kind) }
        // One that was put away comes back when it is named again.
        return party.archived ? try scene.setArchived(false, party).id : party.id
    }

    /// The same without making anyone known.
    func known(_ name: String, preferring kind: PartyKind, only: Bool = false) throws -> Party? {
        Self.meant(try scene.parties.named(name).filter { !only || $0.kind == kind }, preferring: kind)
    }

    /// Among those of one name, a person before a position before a unit.
    static func meant(_ known: [Party], preferring kind: PartyKind) -> Party? {
        let active = known.filter { !$0.archived }
        return active.first { $0.kind == kind } ?? active.first ?? known.first { $0.kind == kind } ?? known.first
    }

    mutating func resolve(_ names: [String], preferring kind: PartyKind) throws -> [Int] {
        var ids: [Int] = []
        for name in names {
            if let id = try resolve(name, preferring: kind), !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    mutating func add(_ name: String, _ kind: PartyKind) throws -> Int {
        guard name.count <= 200 else { throw DomainError.invalid(.name, .tooLong(max: 200)) }
        let party = try scene.parties.insert(kind: kind, name: name, unit: nil, position: nil)
        let field: Field =
            switch kind {
            case .person: .person
            case .position: .position
            case .unit: .unit
            }
        try scene.journal.write(
            .partyAdded, subject: "party \(party.id)", plan: nil, action: nil, version: 1,
            changes: [Change(field: field, before: "", after: name)], by: scene.actor, at: scene.now)
        created.append(party)
        return party.id
    }
}
