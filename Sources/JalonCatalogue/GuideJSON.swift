/// The guide's JSON export: `thematiques`, each with its `bonnesPratiques`; other references and Jalon's own document are read as well.

import JalonDomain

enum GuideJSON {
    static func draft(of bytes: [UInt8], file: String) throws(CatalogueError) -> CatalogueDraft {
        let root = try JSONSource.parse(try SourceText.decode(bytes, file: file), file: file)
        guard let themes = root["thematiques"] else {
            if let criteria = EcodesignJSON.draft(of: root, file: file) { return criteria }
            return try JalonDocument.draft(of: root, file: file)
        }
        var draft = CatalogueDraft()
        draft.title = root["titre", "title"]?.localisedText
        draft.version = root["version"]?.word?.text
        draft.date = root["updated_at", "date"]?.word
        for theme in themes.children {
            if let id = theme["id"]?.word {
                draft.themes.append(ThemeDraft(file: file, id: id, title: theme["titre", "title"]?.localisedText))
            }
            for node in theme["bonnespratiques", "practices"]?.children ?? [] {
                guard case .map = node else {
                    draft.problems.append(.init(file: file, line: node.line, reason: CatalogueReason.notAPractice))
                    continue
                }
                var practice = PracticeDraft(node, file: file, firstLine: node.line, onPair: { _ in })
                practice.themeID = theme["id"]?.word?.text ?? practice.themeID
                practice.themeTitle = theme["titre", "title"]?.word?.text
                draft.practices.append(practice)
            }
        }
        return draft
    }
}
