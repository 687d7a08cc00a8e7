/// Help in one page: where to start, the words, who may do what.
import HTML
import JalonDomain

func helpPage(_ context: PageContext) -> [UInt8] {
    let words = context.words
    return page(context, title: words.help) { html in
        html.heading(words.help, lead: words.helpLead)
        html.div(.class("g g2")) {
            html.section(.class("texte")) {
                html.h2(words.helpCoordinator)
                html.ol { for step in words.helpCoordinatorSteps { html.li(step) } }
            }
            html.section(.class("texte")) {
                html.h2(words.helpPilot)
                html.ol { for step in words.helpPilotSteps { html.li(step) } }
            }
        }
        html.section(.class("texte")) {
            html.h2(words.helpWords)
            html.dl(.class("fiche")) {
                for level in EngagementLevel.allCases {
                    html.dt { html.level(level, words) }
                    html.dd(words.helpLevel(level))
                }
                html.dt { html.awaitingDecision(words) }
                html.dd(words.helpAwaiting)
                html.dt { html.span(words.late, .class("rt")) }
                html.dd(words.helpLate)
                html.term(words.notEstimated, words.helpNotEstimated)
            }
        }
        html.section {
            html.h2(words.helpRights)
            html.rights(words)
        }
        html.section(.class("texte")) {
            html.h2(words.helpCommands)
            html.p {
                html.text(words.helpCommandsSentence)
                html.text(" ")
                html.code("jalon --help")
            }
        }
    }
}

extension HTMLWriter {
    fileprivate func rights(_ words: Words) {
        cards(words.helpRightsCaption) {
            column(words.field(.role))
            column(words.helpReads)
            column(words.helpWrites)
        } rows: {
            for role in Role.allCases {
                row {
                    rowHead { text(words.role(role)) }
                    cell(words.helpReads(role), label: words.helpReads)
                    cell(words.helpWrites(role), label: words.helpWrites)
                }
            }
        }
    }
}

extension Words {
    var helpLead: String {
        say(
            "Jalon tient le plan d’action numérique responsable\u{A0}: qui fait quoi, pour quand, et où on en est.",
            "Jalon keeps the responsible-digital action plan: who does what, by when, and where it stands.")
    }
    var helpCoordinator: String { say("Vous coordonnez le plan", "You coordinate the plan") }
    var helpCoordinatorSteps: [String] {
        language == .fr
            ? [
                "Créez un plan\u{A0}: un titre, une période, un guide.",
                "Construisez-le depuis le guide\u{A0}: cochez des bonnes pratiques, Jalon propose une action pour chacune.",
                "Donnez à chaque action un pilote, une échéance, un indicateur.",
                "Proposez le plan, notez sa validation, puis sa communication.",
                "Chaque semaine, ouvrez le tableau de bord\u{A0}: retards et décisions attendues s’y voient d’abord.",
            ]
            : [
                "Create a plan: a title, a period, a guide.",
                "Build it from the guide: tick practices, Jalon proposes an action for each.",
                "Give each action a pilot, a due date, an indicator.",
                "Propose the plan, record its validation, then its communication.",
                "Every week, open the dashboard: late actions and awaited decisions show first.",
            ]
    }
    var helpPilot: String { say("Vous pilotez une action", "You pilot an action") }
    var helpPilotSteps: [String] {
        language == .fr
            ? [
                "Ouvrez «\u{A0}Mes actions\u{A0}».",
                "Sur une action, choisissez «\u{A0}Donner des nouvelles\u{A0}»\u{A0}: avancement, note, échéance revue.",
                "Quand une étape est finie, écrivez ce qu’elle a donné\u{A0}: la décision se prend sur pièces.",
            ]
            : [
                "Open “My actions”.",
                "On an action, choose “Give news”: progress, a note, a forecast due date.",
                "When a stage is done, write what came of it: the decision is taken on evidence.",
            ]
    }
    var helpWords: String { say("Les mots", "The words") }
    func helpLevel(_ level: EngagementLevel) -> String {
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
    var helpAwaiting: String {
        say(
            "L’étape est finie\u{A0}: généraliser, expérimenter encore, ou ne pas poursuivre, avec sa raison.",
            "The stage is done: roll out, experiment further, or do not pursue, with its reason.")
    }
    var helpLate: String {
        say(
            "L’échéance revue est passée et l’étape n’est pas finie. Jalon le calcule, personne ne le saisit.",
            "The forecast due date has passed and the stage is not done. Jalon works it out, nobody types it.")
    }
    var helpNotEstimated: String {
        say("Effet ou effort inconnu. Inconnu ne veut pas dire faible.", "Unknown impact or effort. Unknown does not mean low.")
    }
    var helpRights: String { say("Qui peut quoi", "Who can do what") }
    var helpRightsCaption: String { say("Chaque rôle, dans son organisation seulement", "Each role, in its organisation only") }
    var helpReads: String { say("Lit", "Reads") }
    var helpWrites: String { say("Écrit", "Writes") }
    func helpReads(_ role: Role) -> String {
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
    func helpWrites(_ role: Role) -> String {
        switch role {
        case .administrator: say("Tout, et les comptes", "Everything, and accounts")
        case .coordinator: say("Plans, actions, décisions, guides", "Plans, actions, decisions, guides")
        case .pilot: say("L’avancement de ses actions", "The progress of their own actions")
        case .reader, .auditor: say("Rien", "Nothing")
        }
    }
    var helpCommands: String { say("En ligne de commande", "On the command line") }
    var helpCommandsSentence: String {
        say(
            "Importer un guide, ajouter un compte, exporter, sauvegarder\u{A0}: le programme le fait aussi, sur le serveur.",
            "Import a guide, add an account, export, back up: the program does these too, on the server.")
    }
}
