/// A form that could not be taken, because the session ended or is another: what was typed goes along in hidden fields, through the door
/// when need be, and back into the form. Nothing is sent by itself.
import HTML
import HTTPTypes
import Hummingbird
import JalonStore
import JalonDomain
import JalonWorkspace

struct HeldForm: Sendable {
    /// Where the form goes.
    let path: LocalPath
    let fields: [(name: String, value: String)]

    /// The field of a form that comes back to be shown, not taken.
    static let resuming = "resume"
    private static let prefix = "held-"
    private static let pathName = "heldPath"
    /// In bytes of what was typed; more is left to the browser's way back.
    static let largest = 200 * 1024

    /// What a visit sent; nothing where nothing was typed, where passwords are, or from another site.
    init?(of visit: Visit) {
        guard case .member = visit.access, let path = LocalPath(visit.path), !visit.comesFromElsewhere else { return nil }
        self.init(path, visit.form.fields)
    }

    /// What the form of the door carries.
    init?(carriedBy form: FormBody) {
        guard let path = LocalPath(form[Self.pathName]), let held = form.under(Self.prefix) else { return nil }
        self.init(path, held.fields)
    }

    private init?(_ path: LocalPath, _ fields: [(name: String, value: String)]) {
        self.path = path
        self.fields = fields.filter { field in
            field.name != FormToken.fieldName && field.name != Self.resuming && !field.name.lowercased().contains("password")
        }
        let size = self.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard !self.fields.isEmpty, size <= Self.largest else { return nil }
    }

    /// Inside the form of the door.
    func carry(_ html: HTMLWriter) {
        html.hiddenInput(Self.pathName, path.url)
        for (name, value) in fields { html.hiddenInput(Self.prefix + name, value) }
    }
}

/// The way back to a filled form, on a button.
func heldFormPage(_ context: PageContext, _ held: HeldForm, title: String, lead: String) -> [UInt8] {
    let words = context.words
    return page(context, title: title) { html in
        html.heading(title, lead: lead)
        html.form(.method(.post), .action(held.path)) {
            html.formToken(context)
            html.hiddenInput(HeldForm.resuming, "1")
            for (name, value) in held.fields { html.hiddenInput(name, value) }
            html.ligne {
                html.button(words.formBack)
                html.buttonLink(words.backHome, Path.home, secondary: true)
            }
        }
    }
}

extension Visit {
    /// Whether the browser says that another site's page sent this.
    fileprivate var comesFromElsewhere: Bool {
        guard let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] else { return false }
        return site != "same-origin" && site != "none"
    }

    /// Instead of a form that cannot be taken: the door, or the form again for who is signed in; what was typed goes along.
    func offerAgain(isStale: Bool) async throws -> Response {
        guard let held = HeldForm(of: self) else { throw isStale ? StaleForm() as any Error : DomainError.unauthenticated }
        let guest = try await workspace.guest(session)
        guard let guest else {
            return answer(
                signInPage(frame(guest: nil), email: "", back: LocalPath(path: .home), held: held),
                status: isStale ? .forbidden : .unauthorized)
        }
        let bytes = heldFormPage(frame(guest: guest), held, title: words.staleFormTitle, lead: words.staleForm)
        return answer(bytes, status: .forbidden)
    }
}

extension Words {
    var formHeld: String {
        say(
            "Votre session est finie, et rien n’a été enregistré. Connectez-vous\u{A0}: ce que vous avez écrit vous attend.",
            "Your session has ended, and nothing was saved. Sign in: what you wrote is waiting.")
    }
    var formWaits: String { say("Votre saisie vous attend", "What you wrote is waiting") }
    var formWaitsLead: String {
        say(
            "Rien n’est encore enregistré. Retrouvez le formulaire, relisez, puis enregistrez.",
            "Nothing is saved yet. Go back to the form, read it again, then save.")
    }
    var formBack: String { say("Retrouver le formulaire", "Back to the form") }
    var formResumed: String {
        say(
            "Voici votre saisie. Elle n’est pas encore enregistrée\u{A0}: relisez, puis enregistrez.",
            "Here is what you wrote. It is not saved yet: read it again, then save.")
    }
    var formNotResumed: String {
        say(
            "Rien n’a été enregistré. Refaites ce geste si vous le voulez toujours.", "Nothing was saved. Do it again if you still want to."
        )
    }
}
