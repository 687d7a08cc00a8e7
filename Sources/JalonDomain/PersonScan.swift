/// Finds persons in what is to be published: their names in any order, accents and case left aside, and every e-mail address.

/// A text that the public would read, and where it stands.
package struct PublicText: Sendable, Equatable {
    /// `nil` for the plan's own.
    package let action: Int?
    package let field: Field
    package let text: String

    package init(action: Int?, field: Field, text: String) {
        self.action = action
        self.field = field
        self.text = text
    }
}

/// A person who seems to be named: the text is to be mended, or the person told not to be that one.
package struct PersonHit: Sendable, Equatable {
    package let action: Int?
    package let field: Field
    /// The name as it is known, or the address.
    package let found: String
    /// A passage around it.
    package let excerpt: String
    /// The same for the same words in the same text: a text that changes is asked about again.
    package let key: String
}

package struct PersonScan: Sendable {
    private struct Pattern {
        let words: [String]
        let name: String
    }

    private static let titles = [
        "m", "mr", "mme", "mlle", "mrs", "ms", "monsieur", "madame", "mademoiselle", "dr", "docteur", "me", "maitre",
    ]
    private var patterns: [String: [Pattern]] = [:]

    /// The names of all known persons, with or without an account.
    package init(names: Set<String>) {
        for name in names.sorted() {
            let words = Self.words(name)
            guard let first = words.first, let last = words.last, words.joined().count > 2 else { continue }
            var sequences: [[String]] = words.indices.map { Array(words[$0...] + words[..<$0]) }
            if words.count > 1 {
                let initials = words.dropLast().map { String($0.prefix(1)) }
                for ways in [[String(first.prefix(1))], initials] { sequences += [ways + [last], [last] + ways] }
                sequences += Self.titles.map { [$0, last] }
            }
            for sequence in sequences { patterns[sequence[0], default: []].append(Pattern(words: sequence, name: name)) }
        }
    }

    package func hits(in texts: [PublicText]) -> [PersonHit] {
        var keys: Set<String> = []
        return texts.flatMap { place in
            (Self.addresses(in: place.text) + names(in: place.text)).compactMap { name in
                let key = Self.key(place, name)
                guard keys.insert(key).inserted else { return nil }
                let around = Snippet(place.text, SearchWords(Self.words(name).last ?? name), length: 160)?.text
                return PersonHit(
                    action: place.action, field: place.field, found: name, excerpt: around ?? String(place.text.prefix(160)), key: key)
            }
        }
    }

    private func names(in text: String) -> [String] {
        let words = Self.words(text)
        var found: [String] = []
        for (index, word) in words.enumerated() {
            for pattern in patterns[word] ?? []
            where words[index...].starts(with: pattern.words) && !found.contains(pattern.name) { found.append(pattern.name) }
        }
        return found
    }

    /// Runs of letters and digits, folded.
    private static func words(_ text: String) -> [String] {
        text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whoever they are of.
    private static func addresses(in text: String) -> [String] {
        let parts = text.folded.split { $0.isWhitespace || "<>()[]{}\"',;:|?&=".contains($0) }
        var found: [String] = []
        for part in parts {
            let sides = part.split(separator: "@", omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty, sides[1].dropLast().contains(".") else { continue }
            var address = String(part)
            while address.last == "." || address.last == "!" { address.removeLast() }
            if !found.contains(address) { found.append(address) }
        }
        return found
    }

    /// FNV-1a of all that the answer depends on.
    private static func key(_ place: PublicText, _ found: String) -> String {
        let whole = "\(place.action ?? 0)|\(place.field.rawValue)|\(found.folded)|\(place.text.folded)"
        return String(whole.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }
}

extension PublicPlan {
    /// Everything in it that someone wrote.
    package var texts: [PublicText] {
        var texts: [PublicText] = []
        func add(_ action: Int?, _ field: Field, _ items: [String?]) {
            for case let text? in items where !text.isEmpty { texts.append(PublicText(action: action, field: field, text: text)) }
        }
        add(nil, .title, [title])
        add(nil, .purpose, [purpose])
        add(nil, .commonObjectives, [commonObjectives])
        add(nil, .body, [body])
        add(nil, .axes, axes.map(\.title))
        for action in actions {
            add(action.number, .label, [action.label])
            add(action.number, .description, [action.description])
            add(action.number, .pilot, [action.pilot])
            add(action.number, .perimeter, action.perimeter ?? [])
            add(action.number, .reason, [action.reason])
            add(action.number, .objectives, action.objectives ?? [])
            add(action.number, .indicators, action.indicators ?? [])
            add(action.number, .indicators, action.promises?.map(\.name) ?? [])
            add(action.number, .milestones, action.milestones?.map(\.title) ?? [])
            add(action.number, .evidence, action.evidence?.flatMap { [$0.title, $0.link] } ?? [])
            add(action.number, .tags, action.tags ?? [])
        }
        for lesson in lessons {
            add(lesson.action, .label, [lesson.label])
            add(lesson.action, .method, [lesson.method])
            add(lesson.action, .result, [lesson.result])
            add(lesson.action, .perimeter, lesson.perimeter)
        }
        let told = Set(actions.map(\.label))
        add(nil, .label, changes.flatMap(\.labels).filter { !told.contains($0) })
        return texts
    }
}
