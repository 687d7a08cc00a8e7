/// What is kept of people, said plainly.
import HTML
import JalonDomain

func helpPrivacyPage(_ context: PageContext) -> [UInt8] {
    let words = context.words
    return page(context, title: words.privacy) { html in
        html.heading(words.privacy, lead: words.privacyLead)
        html.div(.class("texte")) {
            html.h2(words.privacyKeptTitle)
            html.ul { for line in words.privacyKept { html.li(line) } }
            html.h2(words.privacyCookiesTitle)
            html.dl(.class("fiche")) {
                for (name, purpose) in words.privacyCookies { html.term(name, purpose) }
            }
            html.h2(words.privacyAbsentTitle)
            html.p(words.privacyAbsent)
            html.h2(words.privacyRightsTitle)
            html.p(words.privacyRights)
        }
    }
}

extension Words {
    var privacyLead: String {
        say("Ce que cette installation garde de vous, et pourquoi.", "What this installation keeps of you, and why.")
    }
    var privacyKeptTitle: String { say("Ce qui est gardé", "What is kept") }
    var privacyKept: [String] {
        language == .fr
            ? [
                "Votre nom, votre adresse électronique, votre rôle, votre fonction et votre service, donnés par l’administration.",
                "Votre mot de passe, sous une forme qui ne permet pas de le retrouver (scrypt).",
                "Vos sessions ouvertes\u{A0}: une empreinte, le jour, le navigateur et le réseau, sans la machine. Une session se ferme douze heures après sa dernière utilisation.",
                "Une invitation en attente\u{A0}: le nom, l’adresse, le rôle, qui invite, et l’empreinte du lien. Elle vaut sept jours.",
                "Un lien de nouveau mot de passe, sous forme d’empreinte, un jour.",
                "Le journal\u{A0}: qui a changé quoi, et quand, vos changements de nom et d’adresse compris. Il ne s’efface pas, car un plan validé doit pouvoir se vérifier.",
                "Votre présence aux ateliers de priorisation, notée par qui les clôt\u{A0}: pour l’organisation, jamais pour le public.",
                "Après un mot de passe refusé, l’empreinte de l’adresse électronique et de l’adresse du réseau, pour ralentir les essais.",
            ]
            : [
                "Your name, e-mail address, role, position and unit, given by the administrator.",
                "Your password, in a form it cannot be read back from (scrypt).",
                "Your open sessions: a digest, the day, the browser and the network, without the machine. A session ends twelve hours after its last use.",
                "A pending invitation: the name, address, role, who invites, and a digest of the link. It is valid for seven days.",
                "A link for a new password, as a digest, for a day.",
                "The journal: who changed what, and when, your own changes of name and address included. It is not erased, since a validated plan must be open to verification.",
                "Your presence at priorities workshops, noted by who closes them: for the organisation, never for the public.",
                "After a refused password, digests of the e-mail address and of the network address, to slow further attempts down.",
            ]
    }
    var privacyCookiesTitle: String { say("Les témoins (cookies)", "Cookies") }
    var privacyCookies: [(name: String, purpose: String)] {
        [
            (Cookies.session, say("vous reconnaît une fois la connexion faite", "knows you once you are signed in")),
            (Cookies.visit, say("protège les formulaires avant la connexion", "protects forms before signing in")),
            (Cookies.language, say("retient la langue choisie, un an", "remembers the language chosen, for a year")),
            (Cookies.flash, say("porte un message jusqu’à la page suivante", "carries a message to the next page")),
        ]
    }
    var privacyAbsentTitle: String { say("Ce qui ne l’est pas", "What is not") }
    var privacyAbsent: String {
        say(
            "Ni mesure d’audience, ni publicité, ni appel à un autre site\u{A0}: rien ne sort de ce serveur.",
            "No audience measurement, no advertising, no call to another site: nothing leaves this server.")
    }
    var privacyRightsTitle: String { say("Vos droits", "Your rights") }
    var privacyRights: String {
        say(
            "Pour voir, corriger ou faire retirer ce qui vous concerne, adressez-vous à votre organisation, responsable de ce traitement. "
                + "Sans réponse, saisissez la CNIL.",
            "To see, correct or remove what concerns you, turn to your organisation, which is responsible for this processing. "
                + "Without an answer, turn to your data protection authority (in France, the CNIL).")
    }
}
