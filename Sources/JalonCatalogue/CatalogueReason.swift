/// Why something could not be read and how to mend it, in both languages: every sentence of this room is here.

import JalonDomain

enum CatalogueReason {
    static func advice(count: Int, canSkip: Bool) -> LocalisedText {
        let fr =
            count == 1
            ? "Rien n’a été importé\u{A0}: un problème à corriger." : "Rien n’a été importé\u{A0}: \(count) problèmes à corriger."
        let en = count == 1 ? "Nothing was imported: one problem to correct." : "Nothing was imported: \(count) problems to correct."
        return LocalisedText(
            fr: canSkip ? fr + " Avec --skip-invalid, le reste est importé sans eux." : fr,
            en: canSkip ? en + " With --skip-invalid, the rest is imported without them." : en)
    }

    // MARK: The file

    static let missing = LocalisedText(fr: "ce fichier ou dossier n’existe pas", en: "this file or folder does not exist")
    static let unreadable = LocalisedText(
        fr: "ce fichier ne peut pas être lu\u{A0}: vérifiez ses droits", en: "this file cannot be read: check its permissions")
    static let tooLarge = LocalisedText(
        fr: "ce fichier dépasse 20\u{A0}Mo\u{A0}: ce n’est sans doute pas un guide",
        en: "this file is over 20 MB: it is probably not a guide")
    static let notUTF8 = LocalisedText(
        fr: "ce texte n’est pas en UTF-8\u{A0}: enregistrez-le en UTF-8", en: "this text is not in UTF-8: save it as UTF-8")
    static let unknownForm = LocalisedText(
        fr: "forme inconnue\u{A0}: donnez un dossier de fichiers Markdown, ou un fichier .json, .csv, .yaml ou .yml",
        en: "unknown form: give a folder of Markdown files, or a .json, .csv, .yaml or .yml file")
    static let noPractice = LocalisedText(fr: "aucune bonne pratique trouvée ici", en: "no practice found here")

    static func badName(_ name: String) -> LocalisedText {
        LocalisedText(
            fr: "«\u{A0}\(name)\u{A0}» ne peut pas être un nom ou une version de guide\u{A0}: ni vide, ni espace, ni @",
            en: "“\(name)” cannot be a guide’s name or version: not empty, no space, no @")
    }

    static func badDate(_ date: String) -> LocalisedText {
        LocalisedText(
            fr: "la date «\u{A0}\(date)\u{A0}» n’est pas un jour comme 2026-11-24\u{A0}: elle est laissée de côté",
            en: "the date “\(date)” is not a day such as 2026-11-24: it is left out")
    }

    // MARK: A practice

    static let noID = LocalisedText(
        fr: "cette bonne pratique n’a pas d’identifiant\u{A0}: ajoutez-en un, comme a.2",
        en: "this practice has no id: add one, such as a.2")
    static let noTitle = LocalisedText(fr: "cette bonne pratique n’a pas de titre", en: "this practice has no title")
    static let noPriority = LocalisedText(
        fr: "cette bonne pratique n’a pas de priorité\u{A0}: Prioritaire, Recommandée ou Aller plus loin",
        en: "this practice has no priority: priority, recommended or further")
    static let notAPractice = LocalisedText(fr: "une bonne pratique est attendue ici", en: "a practice is expected here")

    static func badID(_ id: String) -> LocalisedText {
        LocalisedText(
            fr: "identifiant «\u{A0}\(id)\u{A0}»\u{A0}: il faut celui de la thématique, un point et un nombre, comme a.2",
            en: "id “\(id)”: it must be the theme’s id, a dot and a number, such as a.2")
    }

    static func idWithoutTheme(_ id: String) -> LocalisedText {
        LocalisedText(
            fr: "identifiant «\u{A0}\(id)\u{A0}»\u{A0}: rien ne dit de quelle thématique\u{A0}; écrivez-le comme a.\(id)",
            en: "id “\(id)”: nothing says which theme; write it as a.\(id)")
    }

    static func duplicate(_ id: String, first: String) -> LocalisedText {
        LocalisedText(
            fr: "l’identifiant \(id) est déjà celui de \(first)\u{A0}: chaque bonne pratique a le sien",
            en: "id \(id) is already that of \(first): each practice has its own")
    }

    static func badPriority(_ word: String) -> LocalisedText {
        LocalisedText(
            fr: "priorité «\u{A0}\(word)\u{A0}» inconnue\u{A0}: Prioritaire, Recommandée ou Aller plus loin",
            en: "unknown priority “\(word)”: priority, recommended or further")
    }

    static func badDifficulty(_ word: String) -> LocalisedText {
        LocalisedText(
            fr: "difficulté «\u{A0}\(word)\u{A0}» inconnue\u{A0}: Facile, Moyenne ou Difficile",
            en: "unknown difficulty “\(word)”: easy, medium or hard")
    }

    // MARK: Words of other references

    static let priorityAssumed = LocalisedText(
        fr: "aucune priorité n’est dite ici\u{A0}: «\u{A0}Recommandée\u{A0}» en tient lieu pour toutes",
        en: "no priority is said here: “Recommended” stands for all")

    /// The eco-design reference's third rank.
    static func priority(ofReference word: String) -> PracticePriority? {
        ["modere", "moderee"].contains(word.folded) ? .further : nil
    }

    /// The eco-design reference rates difficulty by its strength.
    static func difficulty(ofReference word: String) -> Difficulty? {
        switch word.folded {
        case "faible": .easy
        case "modere", "moderee": .medium
        case "fort", "forte", "eleve", "elevee": .hard
        default: nil
        }
    }

    static func read(priority word: String, as priority: PracticePriority) -> LocalisedText {
        LocalisedText(
            fr: "priorité «\u{A0}\(word)\u{A0}» lue comme «\u{A0}\(Words(.fr).priority(priority))\u{A0}»",
            en: "priority “\(word)” read as “\(Words(.en).priority(priority))”")
    }

    static func read(difficulty word: String, as difficulty: Difficulty) -> LocalisedText {
        LocalisedText(
            fr: "difficulté «\u{A0}\(word)\u{A0}» lue comme «\u{A0}\(Words(.fr).difficulty(difficulty))\u{A0}»",
            en: "difficulty “\(word)” read as “\(Words(.en).difficulty(difficulty))”")
    }

    static func badLink(_ link: String) -> LocalisedText {
        LocalisedText(
            fr: "lien «\u{A0}\(link)\u{A0}»\u{A0}: il doit commencer par https:// ou http:// et ne contenir aucun espace",
            en: "link “\(link)”: it must start with https:// or http:// and hold no space")
    }

    // MARK: A theme

    static func badTheme(_ id: String) -> LocalisedText {
        LocalisedText(
            fr: "identifiant de thématique «\u{A0}\(id)\u{A0}»\u{A0}: des lettres ou un nombre sont attendus, comme a",
            en: "theme id “\(id)”: letters or a number are expected, such as a")
    }

    static func themeAgain(_ id: String, kept: String, other: String) -> LocalisedText {
        LocalisedText(
            fr: "la thématique \(id) s’appelle «\u{A0}\(kept)\u{A0}» puis «\u{A0}\(other)\u{A0}»\u{A0}: le premier titre est gardé",
            en: "theme \(id) is called “\(kept)” then “\(other)”: the first title is kept")
    }

    static func themeUnnamed(_ id: String, kept: String) -> LocalisedText {
        LocalisedText(
            fr: "aucune page ne donne le titre de la thématique \(id)\u{A0}: «\u{A0}\(kept)\u{A0}» en tient lieu",
            en: "no page gives the title of theme \(id): “\(kept)” stands for it")
    }

    static func otherTheme(_ id: String, folder: String) -> LocalisedText {
        LocalisedText(
            fr: "\(id) est rangée sous la thématique \(folder)\u{A0}: la thématique de son identifiant est gardée",
            en: "\(id) is filed under theme \(folder): the theme of its id is kept")
    }

    // MARK: Forms

    static let notClosed = LocalisedText(
        fr: "l’en-tête ouvert par --- n’est pas refermé\u{A0}: ajoutez --- après sa dernière ligne",
        en: "the front matter opened by --- is not closed: add --- after its last line")
    static let textFromPair = LocalisedText(
        fr: "un texte sans guillemets contient deux-points\u{A0}: il a été lu comme un seul texte",
        en: "an unquoted text holds a colon: it was read as one text")
    static let noType = LocalisedText(
        fr: "pas de «\u{A0}type: bpnr\u{A0}», mais un idbp\u{A0}: lue comme une bonne pratique",
        en: "no “type: bpnr” but an idbp: read as a practice")
    static let noHeader = LocalisedText(
        fr: "la première ligne doit nommer les colonnes, dont Id et Titre",
        en: "the first line must name the columns, among them Id and Titre")
    static let onlyTables = LocalisedText(
        fr: "seul un fichier .csv a des colonnes à nommer", en: "only a .csv file has columns to name")

    static func noColumn(_ name: String, among names: [String]) -> LocalisedText {
        let (french, english) = (Words(.fr).list(names), Words(.en).list(names))
        return LocalisedText(
            fr: "la première ligne n’a pas de colonne «\u{A0}\(name)\u{A0}»\u{A0}; elle a \(french)",
            en: "the first line has no column “\(name)”; it has \(english)")
    }

    static let tooDeep = LocalisedText(fr: "trop de niveaux imbriqués", en: "too many nested levels")
    static let notCatalogue = LocalisedText(
        fr: "ni thématiques ni bonnes pratiques dans ce document", en: "neither themes nor practices in this document")

    static func tooManyCells(_ found: Int, _ expected: Int) -> LocalisedText {
        LocalisedText(
            fr: "\(found) cellules pour \(expected) colonnes\u{A0}: vérifiez les guillemets et les virgules de cette ligne",
            en: "\(found) cells for \(expected) columns: check this line’s quotes and commas")
    }

    static func csv(_ fr: String, _ en: String) -> LocalisedText { LocalisedText(fr: fr, en: en) }

    static func json(_ fr: String, _ en: String) -> LocalisedText {
        LocalisedText(fr: "JSON invalide\u{A0}: \(fr)", en: "invalid JSON: \(en)")
    }

    static func yaml(_ problem: String) -> LocalisedText {
        LocalisedText(fr: "YAML invalide\u{A0}: \(frenchYAML(problem))", en: "invalid YAML: \(problem)")
    }

    static func yamlTwice(_ keys: [String]) -> LocalisedText {
        let list = keys.joined(separator: ", ")
        return LocalisedText(fr: "YAML invalide\u{A0}: clé en double (\(list))", en: "invalid YAML: duplicate key (\(list))")
    }

    /// The parser's commonest complaints, with their usual cure; the others stay in its own words.
    private static func frenchYAML(_ problem: String) -> String {
        switch problem {
        case "mapping values are not allowed in this context":
            "deux-points inattendus\u{A0}; mettez le texte entre guillemets"
        case "found unexpected end of stream": "guillemet ou crochet jamais refermé"
        case "could not find expected ':'": "il manque les deux-points après une clé"
        case "found character that cannot start any token":
            "caractère interdit ici (tabulation, @ ou `)\u{A0}; mettez le texte entre guillemets"
        case "did not find expected key": "clé attendue\u{A0}; vérifiez les guillemets et le retrait de la ligne"
        case "did not find expected '-' indicator": "tiret de liste attendu\u{A0}; vérifiez le retrait de la ligne"
        case "did not find expected ',' or ']'": "virgule ou crochet fermant attendu"
        case "did not find expected ',' or '}'": "virgule ou accolade fermante attendue"
        case "block sequence entries are not allowed in this context": "tiret de liste inattendu ici"
        case "control characters are not allowed": "caractère de contrôle interdit"
        default: problem
        }
    }
}
