/// The two languages Jalon speaks, and texts that exist in one or both of them.

package enum Language: String, Sendable, CaseIterable, Codable {
    case fr, en
}

/// A text in French, with its English where someone wrote it.
package struct LocalisedText: Sendable, Codable, Equatable {
    package var fr: String
    package var en: String?

    package init(fr: String, en: String?) {
        self.fr = fr
        self.en = en
    }

    /// The text in that language, else in French: a missing translation is better read in French than not at all.
    package func text(_ language: Language) -> String {
        language == .en ? en ?? fr : fr
    }
}

/// A list of short texts in French, with its English where someone wrote it.
package struct LocalisedList: Sendable, Codable, Equatable {
    package var fr: [String]
    package var en: [String]?

    package init(fr: [String], en: [String]?) {
        self.fr = fr
        self.en = en
    }

    /// The items in that language, else in French.
    package func items(_ language: Language) -> [String] {
        language == .en ? en ?? fr : fr
    }
}
