/// Jalon's own form of a catalogue, read from YAML (or the same in JSON): texts in one language, or in two under `fr` and `en`.

import JalonDomain

enum JalonDocument {
    static func draft(of bytes: [UInt8], file: String) throws(CatalogueError) -> CatalogueDraft {
        let text = try SourceText.decode(bytes, file: file)
        guard let root = try YAMLSource.parse(text, file: file, firstLine: 1) else {
            throw .invalid(file, 1, CatalogueReason.notCatalogue)
        }
        return try draft(of: root, file: file)
    }

    static func draft(of root: SourceNode, file: String) throws(CatalogueError) -> CatalogueDraft {
        var draft = CatalogueDraft()
        guard let practices = root["practices", "bonnes pratiques"] else {
            throw .invalid(file, root.line, CatalogueReason.notCatalogue)
        }
        draft.name = root["catalogue", "name"]?.word?.text
        draft.version = root["version"]?.word?.text
        draft.date = root["date"]?.word
        draft.title = root["title", "titre"]?.localisedText
        // One theme of a bundled catalogue is a document of its own, with `theme` in the singular.
        for theme in (root["themes", "thematiques"]?.children ?? []) + [root["theme"]].compactMap(\.self) {
            guard let id = theme["id"]?.word else {
                draft.problems.append(.init(file: file, line: theme.line, reason: CatalogueReason.badTheme("")))
                continue
            }
            draft.themes.append(ThemeDraft(file: file, id: id, title: theme["title", "titre"]?.localisedText))
        }
        for node in practices.children {
            guard case .map = node else {
                draft.problems.append(.init(file: file, line: node.line, reason: CatalogueReason.notAPractice))
                continue
            }
            var notes: [CatalogueProblem] = []
            let onPair: (Int) -> Void = { notes.append(.init(file: file, line: $0, reason: CatalogueReason.textFromPair)) }
            draft.practices.append(PracticeDraft(node, file: file, firstLine: node.line, onPair: onPair))
            draft.notes += notes
        }
        return draft
    }
}
