/// What a YAML or JSON document holds, with the line of each thing: readers look things up by name and never by type.

import JalonDomain

indirect enum SourceNode {
    case null(line: Int)
    /// Any scalar, as it was written: `1.10` stays 1.10 and a date stays a text.
    case text(String, line: Int)
    case list([SourceNode], line: Int)
    case map([(key: String, value: SourceNode)], line: Int)

    var line: Int {
        switch self {
        case .null(let line), .text(_, let line), .list(_, let line), .map(_, let line): line
        }
    }

    /// The value under the first of these keys that is there, whatever the accents, case and spaces of the keys.
    subscript(names: String...) -> SourceNode? {
        guard case .map(let pairs, _) = self else { return nil }
        for name in names {
            if let pair = pairs.first(where: { $0.key.folded == name }) { return pair.value }
        }
        return nil
    }

    var children: [SourceNode] {
        if case .list(let nodes, _) = self { nodes } else { [] }
    }

    /// The scalar, trimmed; nothing when it is absent, empty or not a scalar.
    var word: Located? {
        guard case .text(let text, let line) = self else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : Located(text: trimmed, line: line)
    }

    /// A Markdown text: without blank lines around, its first line's indentation kept, since it means something there.
    var body: String? {
        guard case .text(let text, _) = self else { return nil }
        let body = MarkdownPage.body(text.split(separator: "\n", omittingEmptySubsequences: false)[...])
        return body.isEmpty ? nil : body
    }

    /// One text, or one per language under `fr` and `en`.
    var localisedText: LocalisedText? {
        if let word { return LocalisedText(fr: word.text, en: nil) }
        guard let french = self["fr"]?.word else { return nil }
        return LocalisedText(fr: french.text, en: self["en"]?.word?.text)
    }

    /// A scalar or a list of them; an unquoted « text : more », which YAML takes for a pair, is put back together.
    func words(onPair: (Int) -> Void) -> [String] {
        switch self {
        case .null: return []
        case .text: return word.map { [$0.text] } ?? []
        case .list(let nodes, _): return nodes.flatMap { $0.words(onPair: onPair) }
        case .map(let pairs, let line):
            onPair(line)
            return pairs.map { pair in
                let value = pair.value.words(onPair: { _ in }).joined(separator: ", ")
                return value.isEmpty ? "\(pair.key.trimmed) :" : "\(pair.key.trimmed) : \(value)"
            }
        }
    }

    /// A list, or one per language under `fr` and `en`.
    func localisedList(onPair: (Int) -> Void) -> LocalisedList {
        if let french = self["fr"] {
            return LocalisedList(fr: french.words(onPair: onPair), en: self["en"]?.words(onPair: onPair))
        }
        return LocalisedList(fr: words(onPair: onPair), en: nil)
    }
}

/// A text and the line it was found on.
struct Located: Equatable {
    var text: String
    var line: Int
}
