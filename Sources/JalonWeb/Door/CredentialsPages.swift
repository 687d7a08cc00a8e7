/// The pages that change what one signs in with: the e-mail and the password, each asking the password in use.
import HTML
import JalonDomain
import JalonWorkspace

func emailPage(_ context: PageContext, _ guest: Guest, _ email: String, _ violations: [Violation]) -> [UInt8] {
    let words = context.words
    var context = context
    context.menu = .account
    return page(context, title: words.changeEmail, failed: !violations.isEmpty) { html in
        html.breadcrumb(words, (words.accountTitle, .account))
        html.heading(words.changeEmail, lead: words.accountLead(guest.name, guest.email))
        html.div(.class("etroit")) {
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            html.post(to: .email, context) {
                fields.text(.email, email, label: words.newEmail, type: .email, required: true, maxLength: 254, autocomplete: .email)
                fields.text(
                    .password, "", label: words.currentPassword, type: .password, required: true, help: words.whyPassword,
                    maxLength: 200, autocomplete: .currentPassword)
                fields.buttons(words.changeEmail, cancel: .account)
            }
        }
    }
}

func passwordPage(_ context: PageContext, _ guest: Guest, refusal: Rule?) -> [UInt8] {
    let words = context.words
    var context = context
    context.menu = .account
    return page(context, title: words.changePassword, failed: refusal != nil) { html in
        html.breadcrumb(words, (words.accountTitle, .account))
        html.heading(words.changePassword, lead: words.accountLead(guest.name, guest.email))
        html.div(.class("etroit")) {
            if let refusal { html.refusal(refusal, words) }
            html.post(to: .password, context) {
                // A password manager needs the account's name beside its password.
                html.input(
                    .type(.text), .name("username"), .value(guest.email), .autocomplete(.username), .readonly, .hidden)
                let isCurrent = refusal == .wrongCredentials
                html.password("current", words.currentPassword, .currentPassword, help: nil, refusal: isCurrent ? refusal : nil, words)
                html.password(
                    "password", words.newPassword, .newPassword, help: words.passwordRule, refusal: isCurrent ? nil : refusal, words)
                html.ligne {
                    html.button(words.changePassword)
                    html.text(" ")
                    html.buttonLink(words.cancel, Path.account, secondary: true)
                }
            }
            html.p(words.passwordChangeHelp, .class("aide"))
        }
    }
}

extension HTMLWriter {
    fileprivate func refusal(_ rule: Rule, _ words: Words) {
        div(.class("note al"), .role(.alert), .id("erreurs"), .tabindex(-1)) {
            h2(words.answersToMend(1))
            ul(.class("liste")) {
                li { a(words.passwordRefusal(rule), .href(Fragment(rule == .wrongCredentials ? "current" : "password"))) }
            }
        }
    }

    fileprivate func password(
        _ name: String, _ label: String, _ kind: Attribute.Autocomplete, help: String?, refusal: Rule?, _ words: Words
    ) {
        div(.class("champ")) {
            self.label(.for(name)) {
                text(label)
                text(" ")
                small(words.required)
            }
            if let help { p(help, .class("aide"), .id("\(name)-a")) }
            input(
                .id(name), .name(name), .type(.password), .required, .maxLength(200), .autocomplete(kind),
                .describedBy((help == nil ? [] : ["\(name)-a"]) + (refusal == nil ? [] : ["\(name)-e"])), .invalid(refusal != nil))
            if let refusal {
                p(.class("err"), .id("\(name)-e")) { span(words.passwordRefusal(refusal), .class("hc")) }
            }
        }
    }
}

extension Words {
    var changeEmail: String { say("Changer d’adresse", "Change the e-mail address") }
    var newEmail: String { say("Nouvelle adresse électronique", "New e-mail address") }
    var whyPassword: String {
        say("Il prouve que c’est bien vous qui changez d’adresse.", "It proves that you are the one who changes it.")
    }
    var changePassword: String { say("Changer le mot de passe", "Change the password") }
    var currentPassword: String { say("Mot de passe actuel", "Current password") }
    var newPassword: String { say("Nouveau mot de passe", "New password") }
    var passwordChangeHelp: String {
        say("Changer le mot de passe ferme vos autres sessions.", "Changing the password closes your other sessions.")
    }
    func passwordRefusal(_ rule: Rule) -> String {
        rule == .wrongCredentials
            ? say("Le mot de passe actuel ne correspond pas. Tapez-le de nouveau.", "The current password does not match. Type it again.")
            : self.rule(rule)
    }
}
