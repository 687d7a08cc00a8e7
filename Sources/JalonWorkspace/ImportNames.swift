/// Names in a table, found among those that the organisation knows; the others stand with a negative id until they are written.
import JalonDomain
import JalonExchange

struct ImportNames {
    private var known: [String: [Party]]
    private(set) var new: [ImportReading.NewParty] = []
    private var newByName: [String: Int] = [:]

    init(_ parties: [Party]) {
        known = Dictionary(grouping: parties) { $0.name.folded }
    }

    func knows(_ name: String) -> Bool { known[name.folded] != nil }

    /// As `PartyNames` resolves them.
    mutating func resolve(_ name: String, preferring kind: PartyKind) -> Int? {
        let folded = name.folded
        guard !folded.isEmpty else { return nil }
        if let parties = known[folded] { return (parties.first { $0.kind == kind } ?? parties.first)?.id }
        if let id = newByName[folded] { return id }
        let id = -(new.count + 1)
        newByName[folded] = id
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
