/// What may be done in the directory: rename, put away, merge two into one; and names so near that they may be one.

extension Party {
    package mutating func rename(_ name: String) throws(DomainError) {
        guard !name.isEmpty else { throw .invalid(.name, .required) }
        guard name.count <= 200 else { throw .invalid(.name, .tooLong(max: 200)) }
        self.name = name
    }

    /// Only what nothing depends on is put away: what stands in it, an account, an open action.
    package mutating func archive(below: Int, isMember: Bool, openActions: Int) throws(DomainError) {
        guard below == 0, !isMember, openActions == 0 else {
            throw .invalid(.archived, .stillInUse(below: below, isMember: isMember, openActions: openActions))
        }
        archived = true
    }

    /// Whether this party can become the other: `isAbove` when the other, a unit, stands somewhere below this one.
    package func requireMerge(into other: Party, isAbove: Bool, areMembers: Bool) throws(DomainError) {
        guard id != other.id else { throw .invalid(.into, .mergeWithItself) }
        guard kind == other.kind else { throw .invalid(.into, .mergeOfKinds(kind, other.kind)) }
        guard !areMembers else { throw .invalid(.into, .mergeOfMembers) }
        guard !isAbove else { throw .invalid(.into, .ownAncestor) }
    }

    /// What was known only of the party that becomes this one is known of this one: where a person or a position stands.
    package mutating func inherit(from gone: Party) {
        guard kind != .unit else { return }
        unit = unit ?? gone.unit
        position = position ?? gone.position
    }
}

extension Action {
    package func names(_ party: Int) -> Bool {
        contributors.contains(party) || perimeter.contains(party)
            || path.contains { $0.pilot == party || $0.perimeter.contains(party) }
    }

    /// Names one party wherever it named another, each once in a list.
    package mutating func replace(_ gone: Int, by kept: Int) {
        func replaced(_ parties: [Int]) -> [Int] {
            var seen: Set<Int> = []
            return parties.map { $0 == gone ? kept : $0 }.filter { seen.insert($0).inserted }
        }
        contributors = replaced(contributors)
        perimeter = replaced(perimeter)
        for place in path.indices {
            if path[place].pilot == gone { path[place].pilot = kept }
            path[place].perimeter = replaced(path[place].perimeter)
        }
    }
}

// MARK: Names that may be one

/// A name made comparable: its words in order of the alphabet, « Roux Anne » as « Anne ROUX », and its digits, which tell things apart.
private struct NearName {
    let key: String
    let words: String
    let letters: [UInt8]
    let digits: [UInt8]

    init(_ name: String) {
        key = name.folded
        words = key.split { !$0.isLetter && !$0.isNumber }.sorted().joined(separator: " ")
        letters = Array(words.utf8)
        digits = key.utf8.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    /// The same name but for the kind, the same words in another order, or a slip of the keyboard: a letter in six at most, two in all.
    func isNear(_ other: NearName) -> Bool {
        guard digits == other.digits else { return false }
        if key == other.key || letters == other.letters { return true }
        let most = min(2, min(letters.count, other.letters.count) / 6)
        return most > 0 && distance(to: other, most: most) <= most
    }

    /// Letters to add, drop or change, counted up to `most` and one more.
    private func distance(to other: NearName, most: Int) -> Int {
        guard abs(letters.count - other.letters.count) <= most else { return most + 1 }
        var row = Array(0...other.letters.count)
        for (i, letter) in letters.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            var least = row[0]
            for (j, otherLetter) in other.letters.enumerated() {
                let changed = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
                least = min(least, row[j + 1])
            }
            if least > most { return most + 1 }
        }
        return row[other.letters.count]
    }
}

/// Pairs of parties whose names are so near that they may be one, `limit` at most; archived ones are left alone.
///
/// Beyond three hundred parties only neighbours in the order of their words are compared: all pairs would cost more than the page.
package func nearParties(_ parties: [Party], limit: Int) -> [(Party, Party)] {
    let named = parties.filter { !$0.archived }.map { (party: $0, name: NearName($0.name)) }
        .sorted { ($0.name.words, $0.party.id) < ($1.name.words, $1.party.id) }
    let reach = named.count > 300 ? 20 : named.count
    var pairs: [(Party, Party)] = []
    for (place, one) in named.enumerated() {
        for other in named.dropFirst(place + 1).prefix(reach) where one.party.kind == other.party.kind || one.name.key == other.name.key {
            guard one.name.isNear(other.name) else { continue }
            pairs.append((one.party, other.party))
            if pairs.count == limit { return pairs }
        }
    }
    return pairs
}
