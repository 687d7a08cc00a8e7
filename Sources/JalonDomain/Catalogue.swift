/// A guide of good practices, as the values every other room reads: themes, practices, and how their ids are ordered.

/// The guide's word for what comes first; an action's own rank is another thing.
package enum PracticePriority: String, Sendable, CaseIterable, Codable, Comparable {
    case priority, recommended, further

    /// Understands the code name and the French and English words, whatever their accents, case, gender or stray spaces.
    package init?(word: String) {
        switch word.folded {
        case "priority", "prioritaire", "prioritaires", "priorite": self = .priority
        case "recommended", "recommande", "recommandee", "recommandes", "recommandees": self = .recommended
        case "further", "aller plus loin", "pour aller plus loin", "go further", "going further": self = .further
        default: return nil
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .priority: 0
        case .recommended: 1
        case .further: 2
        }
    }
}

package enum Difficulty: String, Sendable, CaseIterable, Codable, Comparable {
    case easy, medium, hard

    /// Understands the code name and the French and English words, whatever their accents, case, gender or stray spaces.
    package init?(word: String) {
        switch word.folded {
        case "easy", "facile", "faciles": self = .easy
        case "medium", "moyen", "moyenne", "moyens", "moyennes", "moderate": self = .medium
        case "hard", "difficile", "difficiles", "difficult": self = .hard
        default: return nil
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .easy: 0
        case .medium: 1
        case .hard: 2
        }
    }
}

package struct Theme: Sendable, Equatable, Codable {
    package var id: String
    package var title: LocalisedText

    package init(id: String, title: LocalisedText) {
        self.id = id
        self.title = title
    }
}

package struct Practice: Sendable, Equatable, Codable {
    /// The theme's id, a dot and a number: `a.2`.
    package var id: String
    /// The id of its theme.
    package var theme: String
    package var title: LocalisedText
    package var priority: PracticePriority
    package var difficulty: Difficulty?
    package var pilots: LocalisedList
    package var indicators: LocalisedList
    package var link: String?
    package var summary: LocalisedText?
    /// The guide's own text, in Markdown.
    package var text: String?

    package init(
        id: String, theme: String, title: LocalisedText, priority: PracticePriority, difficulty: Difficulty?,
        pilots: LocalisedList, indicators: LocalisedList, link: String?, summary: LocalisedText?, text: String?
    ) {
        self.id = id
        self.theme = theme
        self.title = title
        self.priority = priority
        self.difficulty = difficulty
        self.pilots = pilots
        self.indicators = indicators
        self.link = link
        self.summary = summary
        self.text = text
    }
}

/// A versioned set of practices; themes and practices are always in the order of their ids.
package struct Catalogue: Sendable, Equatable, Codable {
    package var name: String
    package var version: String
    /// The day of this edition, as ISO text, where it is known.
    package var date: String?
    package var title: LocalisedText
    package var themes: [Theme]
    package var practices: [Practice]

    package init(name: String, version: String, date: String?, title: LocalisedText, themes: [Theme], practices: [Practice]) {
        self.name = name
        self.version = version
        self.date = date
        self.title = title
        self.themes = themes.sorted { Self.precedes($0.id, $1.id) }
        self.practices = practices.sorted { Self.precedes($0.id, $1.id) }
    }

    package var reference: CatalogueReference { CatalogueReference(name: name, version: version) }

    package func practice(_ id: String) -> Practice? { practices.first { $0.id == id } }

    package func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }

    /// Whether one id comes before another: letters by letter, numbers by number (g.9 before g.10).
    package static func precedes(_ left: String, _ right: String) -> Bool {
        let keys = (sortKey(left), sortKey(right))
        return keys.0 == keys.1 ? left < right : keys.0 < keys.1
    }

    /// A text that sorts as the id does, for a database column: `g.9` gives `g.000009`.
    package static func sortKey(_ id: String) -> String {
        var key = ""
        var digits = ""
        func flush() {
            guard !digits.isEmpty else { return }
            key += String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            digits = ""
        }
        for scalar in id.unicodeScalars {
            if (48...57).contains(scalar.value) {
                // Leading zeros say nothing: g.09 is as far as g.9.
                digits = digits == "0" ? String(scalar) : digits + String(scalar)
            } else {
                flush()
                key += scalar.properties.lowercaseMapping
            }
        }
        flush()
        return key
    }
}

/// How a catalogue is named everywhere: `name@version`.
package struct CatalogueReference: Sendable, Hashable, LosslessStringConvertible {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    /// Reads `name@version`; the last `@` separates, and neither part may be empty.
    package init?(_ description: String) {
        guard let mark = description.lastIndex(of: "@") else { return nil }
        let name = description[..<mark]
        let version = description[description.index(after: mark)...]
        guard !name.isEmpty, !version.isEmpty, !description.contains(where: \.isWhitespace) else { return nil }
        self.init(name: String(name), version: String(version))
    }

    package var description: String { "\(name)@\(version)" }
}
