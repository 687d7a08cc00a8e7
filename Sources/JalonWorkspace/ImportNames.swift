/// Names in a table, found among those that the organisation knows; the others stand with a negative id until they are written.
import JalonDomain
import JalonExchange

struct ImportNames {
    private var known: [String: [Party]]
    /// Of everyone, those not known yet too.
    private(set) var names: [Int: String]
    private(set) var new: [ImportReading.NewParty] = []
    private var newByName: [String: Int] = [:]

    /// A name that a merged party left behind means the one that it became.
    init(_ parties: [Party], aliases: [(name: String, party: Int)]) {
        names = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) })
        known = Dictionary(grouping: parties) { $0.name.folded }
        let byID = Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0) })
        for alias in aliases {
            guard let party = byID[alias.party], known[alias.name]?.contains(party) != true else { continue }
            known[alias.name, default: []].append(party)
        }
        for name in known.keys { known[name]?.sort { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) } }
    }

    func knows(_ name: String) -> Bool { known[name.folded] != nil }

    /// As `PartyNames` resolves them.
    mutating func resolve(_ name: String, preferring kind: PartyKind) -> Int? {
        let folded = name.folded
        guard !folded.isEmpty else { return nil }
        if let parties = known[folded] { return PartyNames.meant(parties, preferring: kind)?.id }
        if let id = newByName[folded] { return id }
        let id = -(new.count + 1)
        newByName[folded] = id
        names[id] = name
        new.append(ImportReading.NewParty(id: id, name: name, kind: kind))
        return id
    }

    mutating func resolve(_ names: [String], preferring kind: PartyKind) -> [Int] {
        names.reduce(into: []) { ids, name in
            if let id = resolve(name, preferring: kind), !ids.contains(id) { ids.append(id) }
        }
    }

    /// The names of a cell: one that is known whole stays whole, whatever signs it holds.
    func pieces(_ text: String) -> [String] {
        if knows(text) { return [text] }
        return CellWords.items(text, between: ";").flatMap { piece -> [String] in
            if knows(piece) { return [piece] }
            return CellWords.items(piece.replacing(" / ", with: ","), between: ",/")
        }
    }
}
