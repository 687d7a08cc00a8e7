/// The page of the first start, and the one of a link that no longer opens.
import HTML
import JalonDomain

func setupPage(_ context: PageContext, _ token: String, _ form: SetupForm, _ violations: [Violation]) -> [UInt8] {
    let words = context.words
    return page(context, title: words.setupTitle, failed: !violations.isEmpty) { html in
        html.heading(words.setupTitle, lead: words.setupLead)
        html.div(.class("etroit")) {
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            html.post(to: .setup(token: token), context) {
                fields.group(words.yourOrganisation) {
                    fields.text(
                        .name, form.name, label: words.organisationName, required: true, help: words.organisationNameHelp,
                        maxLength: 200, autocomplete: .organization)
                    fields.text(
                        .timeZone, form.timeZone, required: true, help: words.timeZoneHelp, maxLength: 60, suggestions: timeZones)
                }
                fields.group(words.yourself) {
                    fields.text(.person, form.person, label: words.yourName, required: true, maxLength: 200, autocomplete: .name)
                    fields.text(.email, form.email, type: .email, required: true, maxLength: 254, autocomplete: .username)
                    // A password that was typed is never sent back.
                    fields.text(
                        .password, "", type: .password, required: true, help: words.passwordRule, maxLength: 200,
                        autocomplete: .newPassword)
                }
                fields.buttons(words.createOrganisation)
            }
        }
    }
}

func expiredLinkPage(_ context: PageContext) -> [UInt8] {
    let words = context.words
    return page(context, title: words.expiredLinkTitle, failed: true) { html in
        html.heading(words.expiredLinkTitle, lead: words.expiredLink)
        html.ligne { html.buttonLink(words.signIn, Path.signIn) }
    }
}

/// France first, its neighbours next; any other name of the time zone database may be typed.
let timeZones = [
    "Europe/Paris", "America/Cayenne", "America/Guadeloupe", "America/Martinique", "America/Miquelon", "Indian/Mayotte",
    "Indian/Reunion", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Wallis", "Europe/Brussels", "Europe/Luxembourg", "Europe/Zurich",
]

extension Words {
    var setupTitle: String { say("Créer votre organisation", "Create your organisation") }
    var setupLead: String {
        say(
            "Deux minutes\u{A0}: l’organisation, puis la personne qui l’administre.",
            "Two minutes: the organisation, then who administers it.")
    }
    var yourOrganisation: String { say("L’organisation", "The organisation") }
    var organisationName: String { say("Nom de l’organisation", "Name of the organisation") }
    var organisationNameHelp: String { say("Tel qu’il s’écrit en tête du plan.", "As written at the head of the plan.") }
    var timeZoneHelp: String {
        say("Il dit quand un jour finit, donc quand une action est en retard.", "It says when a day ends, hence when an action is late.")
    }
    var yourself: String { say("Vous, qui l’administrez", "You, its administrator") }
    var yourName: String { say("Votre nom", "Your name") }
    var passwordRule: String {
        say(
            "12\u{A0}signes au moins. Une phrase se retient mieux qu’un mot compliqué.",
            "At least 12 characters. A sentence is easier to remember than a complicated word.")
    }
    var createOrganisation: String { say("Créer l’organisation", "Create the organisation") }
    var expiredLinkTitle: String { say("Ce lien ne s’ouvre plus", "This link no longer opens") }
    var expiredLink: String {
        say(
            "Il a déjà servi, ou date de plus d’un jour. Si l’organisation n’est pas encore créée, redémarrez le programme\u{A0}: il en écrit un autre.",
            "It has been used, or is more than a day old. If the organisation is not created yet, restart the program: it writes another one."
        )
    }
}
