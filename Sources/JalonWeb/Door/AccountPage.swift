/// The page of one's own account: who one is, what one signs in with, where one is signed in, the organisations one belongs to.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct AccountPage {
    private let context: PageContext
    private let words: Words
    private let guest: Guest
    private let sessions: [OpenSession]
    private let current: String
    private let refused: Set<MailKind>
    private let form: (name: String, language: String)
    private let violations: [Violation]

    init(
        _ context: PageContext, _ guest: Guest, _ sessions: [OpenSession], current: String, refused: Set<MailKind>,
        form: (name: String, language: String), violations: [Violation] = []
    ) {
        var context = context
        context.menu = .account
        self.context = context
        words = context.words
        self.guest = guest
        self.sessions = sessions
        self.current = current
        self.refused = refused
        self.form = form
        self.violations = violations
    }

    var bytes: [UInt8] {
        page(context, title: words.accountTitle, failed: !violations.isEmpty) { html in
            html.heading(words.accountTitle, lead: words.accountLead(guest.name, guest.email)) {
                html.ligne {
                    html.a(words.changeEmail, .class("lien"), .href(Path.email))
                    html.a(words.changePassword, .class("lien"), .href(Path.password))
                }
            }
            html.div(.class("etroit")) {
                let fields = Fields(html, words, violations: violations)
                fields.errorSummary()
                html.post(to: .account, context) {
                    fields.text(
                        .name, form.name, label: words.yourName, required: true, help: words.accountNameHelp, maxLength: 200,
                        autocomplete: .name)
                    fields.select(
                        .language, form.language, among: Language.allCases.map { Choice($0.rawValue, words.languageName($0)) },
                        blank: words.languageOfBrowser)
                    fields.buttons(words.planSave)
                }
            }
            html.section {
                html.h2(words.sessionsTitle)
                table(html)
            }
            html.mailChoices(context, refused)
            if guest.organisations.count > 1 { organisations(html) }
        }
    }

    private func table(_ html: HTMLWriter) {
        // The page is outside any organisation, whose clocks it would follow.
        let zone = Zone(guest.organisations.first?.timeZone ?? "Europe/Paris")
        html.post(to: .sessions, context) {
            html.cards(words.sessionsCaption) {
                html.column(words.sessionBrowser)
                html.column(words.sessionNetwork)
                html.column(words.sessionOpened)
                html.column(words.sessionSeen)
                html.column(words.sessionEnd)
            } rows: {
                for session in sessions {
                    let browser = session.browser.isEmpty ? words.unknownBrowser : session.browser
                    html.row {
                        html.rowHead { html.text(browser) }
                        html.cell(session.network.isEmpty ? "–" : session.network, label: words.sessionNetwork)
                        html.cell(words.moment(session.openedAt, in: zone), label: words.sessionOpened)
                        html.cell(words.moment(session.seenAt, in: zone), label: words.sessionSeen)
                        html.cell {
                            if session.id == current {
                                html.small(words.sessionCurrent)
                            } else {
                                html.button(.class("lien"), .name("end"), .value(session.id)) {
                                    html.text(words.sessionEnd)
                                    html.span(" – \(browser), \(words.moment(session.openedAt, in: zone))", .class("lu"))
                                }
                            }
                        }
                    }
                }
            }
            html.ligne {
                if sessions.count > 1 {
                    html.button(words.endOthers, .class("sec"), .name("end"), .value("others"))
                    html.text(" ")
                }
                html.button(words.endAll, .class("sec"), .name("end"), .value("all"))
            }
        }
    }

    private func organisations(_ html: HTMLWriter) {
        html.section {
            html.h2(words.organisationsTitle)
            html.ul(.class("liste etroit")) {
                for organisation in guest.organisations {
                    html.li { html.a(organisation.name, .href(Path.organisation(organisation.slug))) }
                }
            }
        }
    }
}

extension Words {
    var accountTitle: String { say("Mon compte", "My account") }
    func accountLead(_ name: String, _ email: String) -> String {
        say("\(name), qui se connecte avec \(email).", "\(name), who signs in with \(email).")
    }
    var accountNameHelp: String {
        say(
            "Il signe ce que vous faites. Seule l’administration change celui de l’annuaire.",
            "It signs what you do. Only administrators change the one in the directory.")
    }
    var languageOfBrowser: String { say("Celle du navigateur", "That of the browser") }
    var sessionsTitle: String { say("Sessions ouvertes", "Open sessions") }
    var sessionsCaption: String {
        say(
            "Là où votre compte est ouvert, la dernière utilisation d’abord, à une heure près",
            "Where you are signed in, the last use first, to within an hour")
    }
    var sessionBrowser: String { say("Navigateur", "Browser") }
    var sessionNetwork: String { say("Réseau", "Network") }
    var sessionOpened: String { say("Ouverte le", "Opened on") }
    var sessionSeen: String { say("Utilisée le", "Used on") }
    var sessionEnd: String { say("Fermer", "Close") }
    var sessionCurrent: String { say("Celle-ci", "This one") }
    var unknownBrowser: String { say("Navigateur inconnu", "Unknown browser") }
    var endOthers: String { say("Fermer les autres sessions", "Close the other sessions") }
    var endAll: String { say("Se déconnecter partout", "Sign out everywhere") }
}
