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
            html.pathWords(words)
        }
        html.section {
            html.h2(words.rightsQuestion)
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
    var helpCommands: String { say("En ligne de commande", "On the command line") }
    var helpCommandsSentence: String {
        say(
            "Importer un guide, ajouter un compte, exporter, sauvegarder\u{A0}: le programme le fait aussi, sur le serveur.",
            "Import a guide, add an account, export, back up: the program does these too, on the server.")
    }
}
