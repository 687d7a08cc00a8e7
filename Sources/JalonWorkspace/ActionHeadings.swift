/// The headings by which a table names what it says of actions, in both languages: Jalon's own, and those of plans in use.
import JalonDomain

extension TableColumn {
    /// As a heading or an option names it; `nil` for what is not known.
    package init?(heading: String) {
        guard let known = Self.rank(heading) else { return nil }
        self = known.column
    }

    /// The lower, the surer: Jalon's own heading, then the others in the order of `others`.
    static func rank(_ heading: String) -> (column: TableColumn, rank: Int)? {
        let folded = heading.folded.replacing("*", with: "").folded
        // « Axe (x) », « Pilote : ».
        let bare = (folded.prefix { $0 != "(" && $0 != ":" }).description.folded
        return byHeading[folded] ?? byHeading[bare]
    }

    private static let byHeading: [String: (column: TableColumn, rank: Int)] = {
        var all: [String: (column: TableColumn, rank: Int)] = [:]
        for column in allCases {
            let own = [column.rawValue, column.header(Words(.fr)), column.header(Words(.en))]
            for (rank, heading) in (own.map { (0, $0) } + column.others.enumerated().map { ($0 + 1, $1) }) {
                if all[heading.folded] == nil || rank == 0 { all[heading.folded] = (column, rank) }
            }
        }
        return all
    }()

    /// Whether an import reads it; the others follow from what is read, or stand elsewhere.
    package var isRead: Bool {
        switch self {
        case .priority, .direction, .slippage, .lateness, .awaitingDecision: false
        default: true
        }
    }

    /// Folded. Neither « N° » nor « Id » is Jalon's number of an action: those of another file are its own.
    private var others: [String] {
        switch self {
        case .label:
            [
                "titre de l'action", "titre de la fiche action", "intitule de l'action", "libelle de l'action", "nom de l'action", "action",
                "titre", "title", "intitule", "nom", "name", "fiche action", "actions", "actions envisagees",
            ]
        case .level: ["niveau", "level", "engagement"]
        case .progress: ["statut", "etat", "etat d'avancement", "status", "state", "statut de l'action"]
        case .percent: ["%", "% d'avancement", "taux d'avancement", "avancement en %", "% realise", "percent complete"]
        case .identifiedOn: ["identifiee le", "date d'inscription"]
        case .implementedOn: ["en vigueur depuis", "mise en oeuvre le", "date de mise en service", "implemented on"]
        case .axis: ["axe strategique", "thematique", "theme", "volet"]
        case .practices: ["bonne pratique", "pratiques", "pratique", "practice", "fiche du guide", "reference du guide"]
        case .pilot:
            [
                "pilote de l'action", "personne pilote", "direction ou service pilote", "service pilote", "direction pilote",
                "personne responsable", "responsable", "porteur", "porteur de l'action", "structure pilote", "owner", "lead", "responsible",
            ]
        case .contributors:
            ["contributeur", "contributeurs", "partenaires", "services associes", "acteurs", "partners", "contributor"]
        case .perimeter: ["directions concernees", "services concernes", "sites concernes", "perimetre concerne", "scope"]
        case .plannedStart: ["date de debut", "debut", "start date", "start", "date de lancement", "lancement"]
        case .forecast:
            [
                "echeance", "due date", "due", "date d'echeance", "date de fin", "fin", "date limite", "deadline", "end date", "fin prevue",
                "date butoir",
            ]
        case .description: ["descriptif", "description de l'action", "detail", "details", "contenu", "presentation", "objet"]
        case .difficulty: ["niveau de difficulte", "complexite"]
        case .impact: ["impact", "impact attendu", "niveau d'impact"]
        case .effort: ["charge", "niveau d'effort"]
        case .cost:
            [
                "cout", "cost", "budget", "montant", "cout estime", "budget previsionnel", "budget previsionnel total € ht",
                "budget previsionnel total", "budget estime",
            ]
        case .indicators: ["indicateur", "indicateurs de suivi", "indicateurs lies", "indicator", "kpi", "indicateurs de pilotage"]
        case .objectives: ["objectif", "objective", "objectif vise", "cible", "cibles", "target", "resultats attendus"]
        case .milestones: ["jalon", "etapes de l'action", "etapes de la fiche action"]
        case .evidence: ["preuve", "documents et liens", "liens", "lien", "documents", "links"]
        case .tags: ["etiquette", "mots-cles", "mots cles", "keywords", "tag"]
        case .startedOn: ["date de demarrage", "demarree le"]
        case .doneOn: ["terminee le", "date de realisation", "date de fin reelle", "realisee le"]
        case .method: ["methodologie"]
        case .result: ["resultats", "results"]
        case .note:
            ["notes", "commentaire", "commentaires", "comment", "comments", "remarque", "remarques", "observations", "notes de suivi"]
        default: []
        }
    }
}
