/// What changed between two editions of a guide, or between two guides, practice by practice.

/// One way in which a practice differs from an edition to the next.
package enum PracticeChange: String, CaseIterable, Sendable {
    /// Only in the second, only in the first.
    case new, gone
    /// Another number or another theme.
    case moved
    /// Another title, summary or text.
    case reworded
    case priority, difficulty, indicators, pilots
}

package struct CatalogueDiff: Sendable, Equatable {
    /// A practice that changed: before, after, or both.
    package struct Entry: Sendable, Equatable {
        package let before: Practice?
        package let after: Practice?
        /// In the order of `PracticeChange`; never empty.
        package let changes: [PracticeChange]

        /// Names it among the entries: the id in the second edition, with a hyphen before it the id of one that is gone.
        package var key: String { after?.id ?? "-\(before?.id ?? "")" }
        package var indicators: ListDiff { ListDiff(before?.indicators, after?.indicators) }
        package var pilots: ListDiff { ListDiff(before?.pilots, after?.pilots) }
    }

    package let from: CatalogueReference
    package let to: CatalogueReference
    /// In the order of ids.
    package let entries: [Entry]
    /// How many practices are the same in both.
    package let unchanged: Int

    package init(from old: Catalogue, to new: Catalogue) {
        from = old.reference
        to = new.reference
        var entries: [Entry] = []
        var unchanged = 0
        for pair in PracticeMatching(old.practices, new.practices).pairs {
            let changes = Self.changes(pair.before, pair.after)
            if changes.isEmpty { unchanged += 1 } else { entries.append(Entry(before: pair.before, after: pair.after, changes: changes)) }
        }
        self.entries = entries
        self.unchanged = unchanged
    }

    package func count(_ change: PracticeChange) -> Int { entries.count { $0.changes.contains(change) } }

    /// What became of a practice of the first edition; `nil` when it is the same.
    package func entry(of practice: String) -> Entry? { entries.first { $0.before?.id == practice } }

    private static func changes(_ before: Practice?, _ after: Practice?) -> [PracticeChange] {
        guard let before else { return [.new] }
        guard let after else { return [.gone] }
        return PracticeChange.allCases.filter { change in
            switch change {
            case .new, .gone: false
            case .moved: before.id != after.id || before.theme != after.theme
            case .reworded:
                before.title.fr != after.title.fr || differ(before.title.en, after.title.en)
                    || differ(before.summary?.fr, after.summary?.fr) || differ(before.text, after.text)
            case .priority: before.priority != after.priority
            case .difficulty: before.difficulty != after.difficulty
            case .indicators: !ListDiff(before.indicators, after.indicators).isEmpty
            case .pilots: !ListDiff(before.pilots, after.pilots).isEmpty
            }
        }
    }

    /// The guide's exports lack its texts: what one of the two does not say has not changed.
    private static func differ(_ before: String?, _ after: String?) -> Bool {
        guard let before, let after else { return false }
        return before.split(whereSeparator: \.isWhitespace) != after.split(whereSeparator: \.isWhitespace)
    }
}

/// What a list gained and lost, whatever the order, accents, case and spaces.
package struct ListDiff: Sendable, Equatable {
    package let added: LocalisedList
    package let removed: LocalisedList

    package var isEmpty: Bool { added.fr.isEmpty && removed.fr.isEmpty }

    init(_ before: LocalisedList?, _ after: LocalisedList?) {
        added = Self.less(after, before)
        removed = Self.less(before, after)
    }

    private static func less(_ list: LocalisedList?, _ other: LocalisedList?) -> LocalisedList {
        guard let list else { return LocalisedList(fr: [], en: nil) }
        let known = Set(other?.fr.map(\.folded) ?? [])
        let kept = list.fr.indices.filter { !known.contains(list.fr[$0].folded) }
        let english = list.en.flatMap { $0.count == list.fr.count ? $0 : nil }
        return LocalisedList(fr: kept.map { list.fr[$0] }, en: english.map { words in kept.map { words[$0] } })
    }
}

/// Which practice of one edition is which of the other: by id and title, then by title alone, then by id alone.
///
/// An edition that inserts a practice renumbers those below it: were ids matched whatever they name, each would seem to be reworded.
private struct PracticeMatching {
    private var old: [Practice]
    private var new: [Practice]
    /// In the order of ids, the second edition's first.
    private(set) var pairs: [(before: Practice?, after: Practice?)] = []

    init(_ old: [Practice], _ new: [Practice]) {
        self.old = old
        self.new = new
        let words = Dictionary((old + new).map { ($0.title.fr, Self.words($0.title.fr)) }) { first, _ in first }
        func alike(_ a: Practice, _ b: Practice) -> Bool { Self.areAlike(words[a.title.fr] ?? [], words[b.title.fr] ?? []) }
        take { $0.id == $1.id && ($0.title.fr.folded == $1.title.fr.folded || alike($0, $1)) }
        take { $0.title.fr.folded == $1.title.fr.folded }
        take(alike)
        take { $0.id == $1.id }
        for practice in self.old { pairs.append((practice, nil)) }
        for practice in self.new { pairs.append((nil, practice)) }
        pairs.sort { left, right in
            let (a, b) = (left.after ?? left.before, right.after ?? right.before)
            guard let a, let b else { return false }
            return a.id == b.id ? left.after != nil && right.after == nil : Catalogue.precedes(a.id, b.id)
        }
    }

    private mutating func take(_ isSame: (Practice, Practice) -> Bool) {
        for practice in old {
            guard let index = new.firstIndex(where: { isSame(practice, $0) }) else { continue }
            pairs.append((practice, new.remove(at: index)))
            old.removeAll { $0.id == practice.id }
        }
    }

    /// Eight tenths of the words that matter in common.
    private static func areAlike(_ left: Set<Substring>, _ right: Set<Substring>) -> Bool {
        guard left.count > 1, right.count > 1 else { return false }
        return left.intersection(right).count * 10 >= (left.count + right.count) * 4
    }

    /// Words of more than three letters, singular or plural.
    private static func words(_ title: String) -> Set<Substring> {
        Set(
            title.folded.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map { word in
                word.last == "s" || word.last == "x" ? word.dropLast() : word
            })
    }
}

/// A run of words, in both texts or in one of them.
package struct WordRun: Sendable, Equatable {
    package enum Place: Sendable { case both, before, after }

    package let place: Place
    package let text: String

    package init(place: Place, text: String) {
        self.place = place
        self.text = text
    }

    /// The two texts put together, what was taken out before what was put in.
    package static func runs(from before: String, to after: String) -> [WordRun] {
        let (old, new) = (words(before), words(after))
        // The last word of a text has no blank after it, and is the same word.
        let difference = new.difference(from: old) { bare($0) == bare($1) }
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var runs: [WordRun] = []
        func add(_ place: Place, _ words: ArraySlice<Substring>) {
            if !words.isEmpty { runs.append(WordRun(place: place, text: words.joined())) }
        }
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let (startOld, startNew) = (i, j)
            while removed.contains(i) { i += 1 }
            while added.contains(j) { j += 1 }
            add(.before, old[startOld..<i])
            add(.after, new[startNew..<j])
            var same: [Substring] = []
            while i < old.count, j < new.count, !removed.contains(i), !added.contains(j) {
                // With the blank that one of the two has after it.
                same.append(old[i].utf8.count > new[j].utf8.count ? old[i] : new[j])
                i += 1
                j += 1
            }
            add(.both, same[...])
        }
        return runs
    }

    private static func bare(_ word: Substring) -> Substring { word.prefix { !$0.isWhitespace } }

    /// Each word with the blanks after it.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index].isWhitespace, next < text.endIndex, !text[next].isWhitespace {
                words.append(text[start..<next])
                start = next
            }
            index = next
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }
}

extension Words {
    package func change(_ change: PracticeChange) -> String {
        switch change {
        case .new: say("Nouvelle", "New")
        case .gone: say("Retirée", "Gone")
        case .moved: say("Déplacée", "Moved")
        case .reworded: say("Reformulée", "Reworded")
        case .priority: say("Priorité changée", "Priority changed")
        case .difficulty: say("Difficulté changée", "Difficulty changed")
        case .indicators: say("Indicateurs changés", "Indicators changed")
        case .pilots: say("Pilotes changés", "Pilots changed")
        }
    }

    /// « Déplacée, priorité changée ».
    package func changes(of entry: CatalogueDiff.Entry) -> String {
        let all = entry.changes.map(change)
        return ([all.first].compactMap(\.self) + all.dropFirst().map { $0.lowercased() }).joined(separator: ", ")
    }
}
