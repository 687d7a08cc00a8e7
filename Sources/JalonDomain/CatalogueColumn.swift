/// The columns of a table that can stand as a catalogue, whatever its own headings are.

package enum CatalogueColumn: String, CaseIterable, Sendable {
    case id, title, theme, priority, difficulty, pilots, indicators, link, summary, text

    /// Understands the code name and the French word.
    package init?(word: String) {
        switch word.folded {
        case "id", "numero", "identifiant": self = .id
        case "title", "titre": self = .title
        case "theme", "thematique": self = .theme
        case "priority", "priorite": self = .priority
        case "difficulty", "difficulte": self = .difficulty
        case "pilots", "pilotes", "pilote": self = .pilots
        case "indicators", "indicateurs", "indicateur": self = .indicators
        case "link", "lien", "url": self = .link
        case "summary", "resume": self = .summary
        case "text", "texte": self = .text
        default: return nil
        }
    }

    /// The headings that tell it without being told, folded.
    package var headings: [String] {
        switch self {
        case .id: ["id", "identifiant", "idbp", "numero"]
        case .title: ["titre", "title", "critere"]
        case .theme: ["thematique", "theme"]
        case .priority: ["priorite", "priority"]
        case .difficulty: ["difficulte", "difficulty"]
        case .pilots: ["exemples pilotes", "pilotes", "pilots"]
        case .indicators: ["exemples indicateurs", "indicateurs", "indicators"]
        case .link: ["url", "lien", "link"]
        case .summary: ["resume", "summary", "objectif"]
        case .text: ["texte", "text"]
        }
    }
}

extension Words {
    package func column(_ column: CatalogueColumn) -> String {
        switch column {
        case .id: say("Numéro", "Number")
        case .title: say("Titre", "Title")
        case .theme: say("Thématique", "Theme")
        case .priority: say("Priorité", "Priority")
        case .difficulty: say("Difficulté", "Difficulty")
        case .pilots: say("Pilotes", "Pilots")
        case .indicators: say("Indicateurs", "Indicators")
        case .link: say("Lien", "Link")
        case .summary: say("Résumé", "Summary")
        case .text: say("Texte", "Text")
        }
    }
}
