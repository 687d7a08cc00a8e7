/// The page that asks who is there.
import HTML
import JalonDomain

/// `held` is a form that waits for who signs in.
func signInPage(
    _ context: PageContext, email: String, back: LocalPath, refusal: Rule? = nil, held: HeldForm? = nil
) -> [UInt8] {
    let words = context.words
    return page(context, title: words.signIn, failed: refusal != nil) { html in
        html.heading(words.signIn, lead: words.signInLead)
        html.div(.class("etroit")) {
            if let refusal {
                html.div(.class("note al"), .role(.alert)) {
                    html.h2(words.signInRefused)
                    html.p(words.rule(refusal))
                }
            }
            if held != nil { html.p(words.formHeld, .class("note"), .role(.status)) }
            html.post(to: .signIn, context) {
                html.hiddenInput("back", back.url)
                held?.carry(html)
                let fields = Fields(html, words)
                fields.text(.email, email, type: .email, required: true, maxLength: 254, autocomplete: .username)
                fields.text(.password, "", type: .password, required: true, maxLength: 200, autocomplete: .currentPassword)
                fields.buttons(words.signIn)
            }
            html.p(words.forgottenPassword, .class("aide"))
        }
    }
}

extension Words {
    var signInLead: String { say("Le plan d’action se lit et se met à jour ici.", "The action plan is read and kept up to date here.") }
    var signInRefused: String { say("Connexion refusée", "Sign-in refused") }
    var forgottenPassword: String {
        say(
            "Mot de passe oublié ou pas encore de compte\u{A0}: demandez à la personne qui administre Jalon dans votre organisation.",
            "Forgotten password, or no account yet: ask whoever administers Jalon in your organisation.")
    }
}
