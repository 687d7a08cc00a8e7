/// Help beside what it is about: folded, so that it costs one line to who knows.
import HTML
import JalonDomain

extension HTMLWriter {
    func hint(_ question: String, content: () -> Void) {
        details(.class("ecran")) {
            summary(question)
            content()
        }
    }

    /// A hint that gives each of some words its meaning.
    func hint<Subject>(
        _ question: String, about subjects: some Sequence<Subject>, _ name: (Subject) -> String, _ meaning: (Subject) -> String
    ) {
        hint(question) {
            dl(.class("fiche texte")) { for subject in subjects { term(name(subject), meaning(subject)) } }
        }
    }

    /// The words of the engagement path.
    func pathWords(_ words: Words) {
        dl(.class("fiche texte")) {
            for level in EngagementLevel.allCases {
                dt { self.level(level, words) }
                dd(words.meaning(of: level))
            }
            dt { awaitingDecision(words) }
            dd(words.meaningOfAwaiting)
            dt { span(words.late, .class("rt")) }
            dd(words.meaningOfLate)
            term(words.notEstimated, words.meaningOfNotEstimated)
        }
    }

    /// What each role reads and writes.
    func rights(_ words: Words) {
        cards(words.rightsCaption) {
            column(words.field(.role))
            column(words.rightsToRead)
            column(words.rightsToWrite)
        } rows: {
            for role in Role.allCases {
                row {
                    rowHead { text(words.role(role)) }
                    cell(words.reads(role), label: words.rightsToRead)
                    cell(words.writes(role), label: words.rightsToWrite)
                }
            }
        }
    }
}

extension Words {
    var pathQuestion: String { say("Que veulent dire ces mots\u{A0}?", "What do these words mean?") }
    func meaning(of level: EngagementLevel) -> String {
        switch level {
        case .reflection:
            say(
                "Étudier la faisabilité. Elle se finit par un livrable\u{A0}: un titre, une méthode, un résultat.",
                "Study whether it can be done. It ends with a deliverable: a title, a method, a result.")
        case .experimentation:
            say(
                "Essayer sur un périmètre choisi, puis écrire la méthode et les résultats.",
                "Try on a chosen perimeter, then write down the method and the results.")
        case .implementation:
            say(
                "Mettre en œuvre partout, puis suivre. Finie veut dire en vigueur.",
                "Carry out everywhere, then follow up. Done means in force.")
        }
    }
    var meaningOfAwaiting: String {
        say(
            "L’étape est finie\u{A0}: généraliser, expérimenter encore, ou ne pas poursuivre, avec sa raison.",
            "The stage is done: roll out, experiment further, or do not pursue, with its reason.")
    }
    var meaningOfLate: String {
        say(
            "L’échéance revue est passée et l’étape n’est pas finie. Jalon le calcule, personne ne le saisit.",
            "The forecast due date has passed and the stage is not done. Jalon works it out, nobody types it.")
    }
    var meaningOfNotEstimated: String {
        say("Effet ou effort inconnu. Inconnu ne veut pas dire faible.", "Unknown impact or effort. Unknown does not mean low.")
    }

    var rightsQuestion: String { say("Qui peut quoi", "Who can do what") }
    var rightsCaption: String { say("Chaque rôle, dans son organisation seulement", "Each role, in its organisation only") }
    var rightsToRead: String { say("Lit", "Reads") }
    var rightsToWrite: String { say("Écrit", "Writes") }
    func reads(_ role: Role) -> String {
        switch role {
        case .administrator, .coordinator, .auditor:
            say("Tout, avec les notes internes, les coûts et le journal", "Everything, with internal notes, costs and the journal")
        case .pilot:
            say(
                "Plans et actions\u{A0}; notes internes et coûts de ses actions",
                "Plans and actions; internal notes and costs of their own actions")
        case .reader: say("Plans et actions", "Plans and actions")
        }
    }
    func writes(_ role: Role) -> String {
        switch role {
        case .administrator: say("Tout, et les comptes", "Everything, and accounts")
        case .coordinator: say("Plans, actions, décisions, guides", "Plans, actions, decisions, guides")
        case .pilot: say("L’avancement de ses actions, leurs mesures", "The progress of their own actions, their measures")
        case .reader, .auditor: say("Rien", "Nothing")
        }
    }
}
