/// The catalogue that ships inside the program: the guide's ids and facts, with titles, summaries and indicators of our own.

package import JalonDomain

package enum BundledCatalogue {
    /// Read once, at its first use.
    package static func load() throws -> Catalogue {
        try loaded.get()
    }

    private static let loaded = Result { try read() }

    private static func read() throws(CatalogueError) -> Catalogue {
        var draft = CatalogueDraft()
        draft.name = "jalon"
        draft.version = "1"
        draft.date = Located(text: "2026-11-24", line: 1)
        draft.title = LocalisedText(
            fr: "Bonnes pratiques du numérique responsable, édition de Jalon", en: "Responsible digital practices, Jalon’s edition")
        for (letter, yaml) in documents {
            let theme = try JalonDocument.draft(of: Array(yaml.utf8), file: "theme-\(letter).yaml")
            draft.themes += theme.themes
            draft.practices += theme.practices.map(withFullLink)
            draft.problems += theme.problems
        }
        return try CatalogueReader.read(draft, source: "jalon", name: nil, version: nil, skipInvalid: false).catalogue
    }

    /// The documents write only the end of each link, which is the page's place in the guide.
    private static func withFullLink(_ practice: PracticeDraft) -> PracticeDraft {
        var practice = practice
        practice.link = practice.link.map { Located(text: MarkdownGuide.published + $0.text, line: $0.line) }
        return practice
    }

    private static let documents = [
        ("a", BundledTheme.a), ("b", BundledTheme.b), ("c", BundledTheme.c), ("d", BundledTheme.d), ("e", BundledTheme.e),
        ("f", BundledTheme.f), ("g", BundledTheme.g), ("h", BundledTheme.h), ("i", BundledTheme.i),
    ]
}

/// The YAML of each theme, one file each.
enum BundledTheme {}
