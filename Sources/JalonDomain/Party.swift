/// Who can answer for something: a person, a position or a unit of the organisation, with or without an account.

package enum PartyKind: String, CaseIterable, Codable, Sendable {
    case person, position, unit
}

package struct Party: Sendable, Equatable {
    package let id: Int
    package var kind: PartyKind
    package var name: String
    /// For a unit, the unit above; for a person or a position, the unit they belong to.
    package var unit: Int?
    /// For a person, the position held.
    package var position: Int?
    /// No longer proposed; what it did still names it.
    package var archived: Bool
    package var version: Int

    package init(id: Int, kind: PartyKind, name: String, unit: Int?, position: Int?, archived: Bool, version: Int) {
        self.id = id
        self.kind = kind
        self.name = name
        self.unit = unit
        self.position = position
        self.archived = archived
        self.version = version
    }

    /// The direction that answers for what this party pilots.
    package var direction: Int? { kind == .unit ? id : unit }
}
