/// What stands at `/` when there is no single organisation to lead to: none yet, none of one's own, or several.
import HTML
import JalonDomain
import JalonStore

func emptyInstallationPage(_ context: PageContext) -> [UInt8] {
    let words = context.words
    return page(context, title: words.installationTitle) { html in
        html.heading(words.installationTitle, lead: words.installationLead)
        html.div(.class("texte")) {
            html.ol {
                html.li(words.installationLink)
                html.li {
                    html.text(words.installationCommand)
                    html.text(" ")
                    html.code("jalon init --organisation \"…\" --admin-email …")
                }
            }
        }
    }
}

func organisationsPage(_ context: PageContext, _ organisations: [Organisation]) -> [UInt8] {
    let words = context.words
    return page(context, title: words.organisationsTitle) { html in
        html.heading(words.organisationsTitle, lead: organisations.isEmpty ? nil : words.organisationsLead)
        guard !organisations.isEmpty else { return html.empty(words.noOrganisation) }
        html.ul(.class("liste texte")) {
            for organisation in organisations {
                html.li { html.a(organisation.name, .href(Path.organisation(organisation.slug))) }
            }
        }
    }
}

extension Words {
    var installationTitle: String { say("Jalon est installé", "Jalon is installed") }
    var installationLead: String { say("Il reste à créer votre organisation.", "What remains is to create your organisation.") }
    var installationLink: String {
        say(
            "Ouvrez le lien à usage unique que le programme a écrit en démarrant. Il vaut un jour\u{A0}; redémarrez le programme pour en obtenir un autre.",
            "Open the one-time link that the program wrote as it started. It lasts a day; restart the program for another one.")
    }
    var installationCommand: String { say("Ou, sur le serveur, lancez\u{A0}:", "Or, on the server, run:") }
    var organisationsTitle: String { say("Vos organisations", "Your organisations") }
    var organisationsLead: String { say("Choisissez celle où travailler.", "Choose the one to work in.") }
    var noOrganisation: String {
        say(
            "Votre compte n’appartient à aucune organisation. Demandez à la personne chargée de l’administration de vous y ajouter.",
            "Your account belongs to no organisation. Ask its administrator to add you.")
    }
}
