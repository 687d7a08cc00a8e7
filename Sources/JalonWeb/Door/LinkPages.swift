/// The pages that one-time links open: an invitation, a new password, and a link that no longer opens.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct InvitationPage {
    private let context: PageContext
    private let words: Words
    private let sheet: InvitationSheet
    private let token: String
    private let guest: Guest?
    private let name: String
    private let violations: [Violation]

    init(_ context: PageContext, _ sheet: InvitationSheet, _ token: String, _ guest: Guest?, name: String, violations: [Violation]) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.token = token
        self.guest = guest
        self.name = name
        self.violations = violations
    }

    var bytes: [UInt8] {
        page(context, title: words.invitationTitle(sheet.organisation.name), failed: !violations.isEmpty) { html in
            html.heading(
                words.invitationTitle(sheet.organisation.name), over: words.invitationOver,
                lead: words.invitationLead(by: sheet.by, as: sheet.invitation.role))
            html.div(.class("etroit")) {
                let fields = Fields(html, words, violations: violations)
                fields.errorSummary()
                html.p(words.roleHelp(sheet.invitation.role))
                if let guest { known(html, guest) } else if sheet.hasAccount { signIn(html) } else { new(html, fields) }
            }
        }
    }

    private func known(_ html: HTMLWriter, _ guest: Guest) {
        guard guest.email == sheet.invitation.email else {
            html.p(words.rule(.invitationForAnother(sheet.invitation.email)), .class("note al"))
            return html.post(to: .signOut, context) { html.ligne { html.button(words.signOut) } }
        }
        html.p(words.invitationWithAccount(guest.email))
        html.post(to: .invitation(token: token), context) { html.ligne { html.button(words.invitationJoin) } }
    }

    private func signIn(_ html: HTMLWriter) {
        html.p(words.invitationSignIn(sheet.invitation.email))
        html.ligne { html.buttonLink(words.signIn, SignInBack(Path.invitation(token: token))) }
    }

    private func new(_ html: HTMLWriter, _ fields: Fields) {
        html.post(to: .invitation(token: token), context) {
            fields.text(.person, name, label: words.yourName, required: true, maxLength: 200, autocomplete: .name)
            html.p(words.invitationEmail(sheet.invitation.email))
            // A password manager needs the account's name beside its password.
            html.input(.type(.text), .name("username"), .value(sheet.invitation.email), .autocomplete(.username), .readonly, .hidden)
            fields.text(
                .password, "", type: .password, required: true, help: words.passwordRule, maxLength: 200, autocomplete: .newPassword)
            fields.buttons(words.invitationJoin)
        }
    }
}

/// The sign-in page, which then leads to a page of this site.
private struct SignInBack: Destination {
    let url: String

    init(_ path: Path) {
        url = Path.signIn.url + Query(["back": path.url]).suffix
    }
}

func resetPage(_ context: PageContext, _ token: String, _ guest: Guest, _ violations: [Violation]) -> [UInt8] {
    let words = context.words
    return page(context, title: words.newPassword, failed: !violations.isEmpty) { html in
        html.heading(words.newPassword, over: guest.email, lead: words.resetLead)
        html.div(.class("etroit")) {
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            html.post(to: .reset(token: token), context) {
                html.input(.type(.text), .name("username"), .value(guest.email), .autocomplete(.username), .readonly, .hidden)
                fields.text(
                    .password, "", label: words.newPassword, type: .password, required: true, help: words.passwordRule, maxLength: 200,
                    autocomplete: .newPassword)
                fields.buttons(words.planSave)
            }
        }
    }
}

func closedLinkPage(_ context: PageContext, _ rule: Rule) -> [UInt8] {
    let words = context.words
    return page(context, title: words.expiredLinkTitle, failed: true) { html in
        html.heading(words.expiredLinkTitle, lead: words.rule(rule))
        html.ligne { html.buttonLink(context.member == nil ? words.signIn : words.backHome, context.member == nil ? Path.signIn : .home) }
    }
}

extension Words {
    func invitationTitle(_ organisation: String) -> String { say("Rejoindre \(organisation)", "Join \(organisation)") }
    var invitationOver: String { say("Invitation", "Invitation") }
    func invitationLead(by name: String, as role: Role) -> String {
        say(
            "\(name) vous invite à suivre le plan d’action, avec le rôle \(quote(self.role(role))).",
            "\(name) invites you to follow the action plan, in the role \(quote(self.role(role))).")
    }
    func invitationWithAccount(_ email: String) -> String {
        say("Votre session est ouverte avec \(email)\u{A0}: un clic suffit.", "You are signed in with \(email): one click is enough.")
    }
    func invitationSignIn(_ email: String) -> String {
        say(
            "Vous avez déjà un compte, \(email). Connectez-vous\u{A0}: cette page vous attend ensuite.",
            "You have an account already, \(email). Sign in: this page will be waiting for you.")
    }
    func invitationEmail(_ email: String) -> String {
        say("Vous vous connecterez avec \(email).", "You will sign in with \(email).")
    }
    var invitationJoin: String { say("Rejoindre", "Join") }
    var resetLead: String {
        say("Choisissez-le, vous entrez aussitôt. Ce lien ne sert qu’une fois.", "Choose it, and you are in. This link works only once.")
    }
}
