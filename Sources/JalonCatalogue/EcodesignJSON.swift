/// The State's eco-design reference (RGESN) in JSON: `criteres`, each with its number, theme and question; or a bare list of them.

import JalonDomain

enum EcodesignJSON {
    /// `nil` when the document is something else.
    static func draft(of root: SourceNode, file: String) -> CatalogueDraft? {
        var criteria = root["criteres", "criteria"]?.children ?? []
        if criteria.isEmpty, case .list(let nodes, _) = root { criteria = nodes }
        guard !criteria.isEmpty else { return nil }
        var draft = CatalogueDraft()
        draft.title = (root["title", "titre"]?.word?.text).map { LocalisedText(fr: plain($0), en: nil) }
        draft.version = root["version"]?.word?.text
        draft.date = root["updated_at", "date"]?.word
        for node in criteria {
            guard case .map = node else {
                draft.problems.append(.init(file: file, line: node.line, reason: CatalogueReason.notAPractice))
                continue
            }
            take(node, file: file, into: &draft)
        }
        // Its first editions rate nothing.
        if draft.practices.allSatisfy({ $0.priority == nil }) {
            draft.assumesPriority = true
            draft.notes.append(.init(file: file, line: nil, reason: CatalogueReason.priorityAssumed))
        }
        return draft
    }

    private static func take(_ node: SourceNode, file: String, into draft: inout CatalogueDraft) {
        let id = node["id", "numero", "code"]?.word
        let named = node["thematique", "theme", "theme_label"]
        let theme = CatalogueTheme(
            named?.word?.text ?? named?["titre", "title", "nom", "label"]?.word?.text ?? "",
            id: named?["id", "numero"]?.word?.text ?? node["theme_code"]?.word?.text)
        if let id { draft.themes += theme.drafts(of: id, file: file) }
        let parts = [
            ("Mise en œuvre", node["miseenoeuvre", "mise_en_oeuvre"]), ("Moyen de test ou de contrôle", node["controle", "moyen_test"]),
        ]
        let text = parts.compactMap { title, part in part?.body.map { "## \(title)\n\n\($0)" } }.joined(separator: "\n\n")
        draft.practices.append(
            PracticeDraft(
                file: file, line: node.line, id: id, themeID: theme.id(for: id), themeTitle: theme.title.isEmpty ? nil : theme.title,
                title: node["critere", "libelle", "question", "titre", "title"]?.localisedText,
                priority: node["priorite", "priority"]?.word,
                difficulty: node["difficulte", "difficulty"]?.word, pilots: trades(node["metiers", "pilotes"]),
                indicators: node["indicateurs", "indicators"]?.localisedList(onPair: { _ in }) ?? LocalisedList(fr: [], en: nil),
                link: node["url", "lien", "link"]?.word, summary: node["objectif", "objective"]?.localisedText,
                text: text.isEmpty ? nil : text))
    }

    /// A list, or names between commas.
    private static func trades(_ node: SourceNode?) -> LocalisedList {
        let names = node?.word.map { $0.text.split(separator: ",").map(\.trimmed) } ?? node?.words(onPair: { _ in }) ?? []
        return LocalisedList(fr: names.filter { !$0.isEmpty }, en: nil)
    }

    /// The reference's export writes its own title as a page would.
    private static func plain(_ html: String) -> String {
        html.replacing("&#39;", with: "’").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
