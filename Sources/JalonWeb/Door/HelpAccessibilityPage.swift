/// What is known of accessibility, and what is not yet.
import HTML
import JalonDomain

func helpAccessibilityPage(_ context: PageContext) -> [UInt8] {
    let words = context.words
    return page(context, title: words.accessibilityTitle) { html in
        html.heading(words.accessibilityTitle, lead: words.accessibilityLead)
        html.div(.class("texte")) {
            html.h2(words.accessibilityDoneTitle)
            html.ul { for line in words.accessibilityDone { html.li(line) } }
            html.h2(words.accessibilityMissingTitle)
            html.ul { for line in words.accessibilityMissing { html.li(line) } }
            html.h2(words.accessibilityContactTitle)
            html.p(words.accessibilityContact)
        }
    }
}

extension Words {
    var accessibilityTitle: String { say("Accessibilité", "Accessibility") }
    var accessibilityLead: String {
        say(
            "L’audit de conformité (RGAA) reste à mener\u{A0}: ce site ne se dit pas conforme.",
            "The conformance audit (RGAA) is still to be carried out: this site does not claim to conform.")
    }
    var accessibilityDoneTitle: String { say("Ce qui est fait", "What is done") }
    var accessibilityDone: [String] {
        language == .fr
            ? [
                "Tout marche sans script, au clavier, à 200\u{A0}% et sur un écran de 320\u{A0}pixels.",
                "Chaque page est vérifiée par un outil automatique (axe-core, règles WCAG\u{A0}2.2\u{A0}AA), en clair et en sombre.",
                "Chaque dessin a un titre, une description chiffrée et son tableau.",
                "Aucune information n’est donnée par la couleur seule.",
            ]
            : [
                "Everything works without scripts, by keyboard, at 200% and on a screen 320 pixels wide.",
                "Every page is checked by an automatic tool (axe-core, WCAG 2.2 AA rules), light and dark.",
                "Every picture has a title, a description with its figures and its table.",
                "Nothing is told by colour alone.",
            ]
    }
    var accessibilityMissingTitle: String { say("Ce qui manque", "What is missing") }
    var accessibilityMissing: [String] {
        language == .fr
            ? [
                "Des essais avec des lecteurs d’écran et des personnes concernées.",
                "Un outil automatique ne trouve qu’une partie des obstacles.",
            ]
            : [
                "Tests with screen readers and the people concerned.",
                "An automatic tool finds only some of the obstacles.",
            ]
    }
    var accessibilityContactTitle: String { say("Un obstacle\u{A0}?", "An obstacle?") }
    var accessibilityContact: String {
        say(
            "Dites-le à la personne qui administre Jalon dans votre organisation, avec l’adresse de la page. Sans réponse, saisissez le Défenseur des droits.",
            "Tell whoever administers Jalon in your organisation, with the address of the page.")
    }
}
