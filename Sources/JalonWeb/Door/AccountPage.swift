/// The page of one's own account.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

func accountPage(_ context: PageContext, _ guest: Guest, refusal: Rule?) -> [UInt8] {
    let words = context.words
    var context = context
    context.menu = .account
    return page(context, title: words.accountTitle, failed: refusal != nil) { html in
        html.heading(words.accountTitle, lead: words.accountLead(guest.name, guest.email))
        html.div(.class("etroit")) {
            if let refusal { html.refusal(refusal, words) }
            html.post(to: .password, context) {
                html.h2(words.changePassword)
                // A password manager needs the account's name beside its password.
                html.input(
                    .type(.text), .name("username"), .value(guest.email), .autocomplete(.username), .readonly, .hidden)
                let isCurrent = refusal == .wrongCredentials
                html.password("current", words.currentPassword, .currentPassword, help: nil, refusal: isCurrent ? refusal : nil, words)
                html.password(
                    "password", words.newPassword, .newPassword, help: words.passwordRule, refusal: isCurrent ? nil : refusal, words)
                html.ligne { html.button(words.changePassword) }
            }
            html.p(words.passwordChangeHelp, .class("aide"))
        }
        if guest.organisations.count > 1 {
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
    var accountTitle: String { say("Mon compte", "My account") }
    func accountLead(_ name: String, _ email: String) -> String {
        say("\(name), qui se connecte avec \(email).", "\(name), who signs in with \(email).")
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
