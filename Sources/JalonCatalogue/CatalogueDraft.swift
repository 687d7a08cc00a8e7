/// What a reader found, before anything is believed: each form of the guide is turned into this, and only this is checked.

import JalonDomain

struct CatalogueDraft {
    var name: String?
    var version: String?
    var date: Located?
    var title: LocalisedText?
    var themes: [ThemeDraft] = []
    var practices: [PracticeDraft] = []
    var problems: [CatalogueProblem] = []
    var notes: [CatalogueProblem] = []
    /// Nothing in this source says priorities: each practice is then recommended.
    var assumesPriority = false
}

struct ThemeDraft {
    var file: String
    var id: Located
    var title: LocalisedText?
}

struct PracticeDraft {
    var file: String
    var line: Int
    var id: Located?
    /// The theme that the practice's place says (its folder, its parent), for an id that is a bare number.
    var themeID: String?
    /// A title for that theme, from the same place, for when no page declares it.
    var themeTitle: String?
    var title: LocalisedText?
    var priority: Located?
    var difficulty: Located?
    var pilots: LocalisedList
    var indicators: LocalisedList
    var link: Located?
    var summary: LocalisedText?
    var text: String?
}

extension PracticeDraft {
    /// A practice from a YAML or JSON mapping, under the names that the guide and Jalon give to its parts.
    init(_ node: SourceNode, file: String, firstLine: Int, onPair: (Int) -> Void) {
        let none = LocalisedList(fr: [], en: nil)
        self.init(
            file: file,
            line: firstLine,
            id: node["id", "idbp"]?.word,
            themeID: node["theme"]?.word?.text,
            themeTitle: nil,
            title: node["title", "titre"]?.localisedText,
            priority: node["priority", "priorite"]?.word,
            difficulty: node["difficulty", "difficulte"]?.word,
            pilots: node["pilots", "who", "pilotes"]?.localisedList(onPair: onPair) ?? none,
            indicators: node["indicators", "indicateurs"]?.localisedList(onPair: onPair) ?? none,
            link: node["link", "url", "lien"]?.word,
            summary: node["summary", "resume"]?.localisedText,
            text: node["text", "texte"]?.body)
    }
}
