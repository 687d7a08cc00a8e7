/// What goes wrong, as pages: each error of the domain has its status and its sentence; the rest is logged and says nothing of the inside.
import HTML
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace
import Logging

struct ErrorPages: RouterMiddleware {
    let workspace: Workspace
    let configuration: WebConfiguration

    func handle(
        _ request: Request, context: JalonContext, next: (Request, JalonContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let failure {
            let isNowhere = (failure as? any HTTPResponseError)?.status == .notFound
            let allowed = isNowhere ? otherMethods(than: request.method, at: request.uri.path) : []
            let error: any Error = allowed.isEmpty ? failure : HTTPError(.methodNotAllowed)
            let visit = try Visit(request, context, .everyone, workspace, configuration)
            // Whoever must sign in first comes back to the page afterwards.
            if let error = error as? DomainError, error == .unauthenticated, request.method == .get {
                return visit.redirect(toAddress: Path.signIn.url + Query(["back": visit.path]).suffix)
            }
            let (status, title, sentence) = description(
                of: error, visit.words, context.logger, isImport: request.uri.path.hasSuffix("/import"))
            let guest = try? await workspace.guest(visit.session)
            let frame = visit.frame(guest: guest)
            let bytes = page(frame, title: title, failed: true) { html in
                html.heading(title, lead: sentence)
                html.ligne {
                    if let (label, path) = wayBack(from: request, status, visit) {
                        html.buttonLink(label, path)
                        html.buttonLink(visit.words.backHome, Path.home, secondary: true)
                    } else {
                        html.buttonLink(visit.words.backHome, Path.home)
                    }
                    if status == .notFound, let organisation = frame.organisation {
                        html.buttonLink(visit.words.search, Path.search(organisation.slug), secondary: true)
                    }
                    if guest == nil { html.buttonLink(visit.words.signIn, Path.signIn, secondary: true) }
                }
            }
            var response = visit.answer(bytes, status: status)
            if !allowed.isEmpty { response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ") }
            // The page has a form, to change the language: it must be taken back.
            if visit.newVisit { response.setCookie(Cookies.visit(visit.formSecret, secure: configuration.isSecure)) }
            return response
        }
    }

    /// The nearest page that stands: the form that was too much, else the action or the plan that the address is about.
    private func wayBack(from request: Request, _ status: HTTPResponse.Status, _ visit: Visit) -> (label: String, path: Path)? {
        let parts = request.uri.path.split(separator: "/").map(String.init)
        guard parts.count > 2, parts[1] == "plans", let plan = Int(parts[2]), visit.session != nil else { return nil }
        if parts.last == "import" { return (visit.words.backToForm, .importTable(parts[0], plan)) }
        if status != .notFound, parts.count > 5, parts[3] == "actions", let action = Int(parts[4]) {
            return (visit.words.backToAction, .action(parts[0], ActionID(plan: plan, number: action)))
        }
        return parts.count > 3 ? (visit.words.backToPlan, .plan(parts[0], plan)) : nil
    }

    private func description(
        of error: any Error, _ words: Words, _ logger: Logger, isImport: Bool
    ) -> (status: HTTPResponse.Status, title: String, sentence: String) {
        switch error {
        case let error as DomainError: return (status(of: error), words.title(of: error), words.error(error))
        case is StaleForm: return (.forbidden, words.staleFormTitle, words.staleForm)
        case let error as any HTTPResponseError:
            switch error.status {
            case .notFound: return (.notFound, words.title(of: .notFound(.page)), words.error(.notFound(.page)))
            case .contentTooLarge: return (.contentTooLarge, words.tooLargeTitle, isImport ? words.tooLargeImport : words.tooLarge)
            case .methodNotAllowed: return (.methodNotAllowed, words.otherMethodTitle, words.otherMethod)
            default: return (error.status, words.badRequestTitle, words.badRequest)
            }
        default:
            logger.error("request failed", metadata: ["error": "\(error)"])
            return (.internalServerError, words.failureTitle, words.failure)
        }
    }

    private func status(of error: DomainError) -> HTTPResponse.Status {
        switch error {
        case .invalid: .unprocessableContent
        case .notFound: .notFound
        case .conflict: .conflict
        case .forbidden: .forbidden
        case .unauthenticated: .unauthorized
        }
    }
}

extension Words {
    fileprivate var backToForm: String { say("Revenir au formulaire", "Back to the form") }
    fileprivate var backToPlan: String { say("Revenir au plan", "Back to the plan") }
    var backHome: String { say("Revenir à l’accueil", "Back to the home page") }
    func title(of error: DomainError) -> String {
        switch error {
        case .invalid: say("Demande à corriger", "Request to correct")
        case .notFound: say("Rien à cette adresse", "Nothing at this address")
        case .conflict: say("Modifié entre-temps", "Changed in the meantime")
        case .forbidden: say("Réservé à d’autres rôles", "Reserved for other roles")
        case .unauthenticated: say("Connexion nécessaire", "Please sign in")
        }
    }
    var staleFormTitle: String { say("Formulaire périmé", "Form out of date") }
    var staleForm: String {
        say(
            "Cette page a été ouverte avant votre connexion, ou dans une autre session\u{A0}: rien n’a été enregistré.",
            "This page was opened before you signed in, or in another session: nothing was saved.")
    }
    var tooLargeTitle: String { say("Envoi trop volumineux", "Too much at once") }
    var tooLarge: String {
        say("Un formulaire ne peut pas dépasser 1\u{A0}Mo. Rien n’a été enregistré.", "A form cannot exceed 1 MB. Nothing was saved.")
    }
    var tooLargeImport: String {
        say(
            "Cette page lit des tableaux d’1\u{A0}Mo au plus. Pour un plus grand, sur le serveur\u{A0}: jalon import fichier.csv. Rien n’a été enregistré.",
            "This page reads tables of 1 MB at most. For a bigger one, on the server: jalon import file.csv. Nothing was saved.")
    }
    var otherMethodTitle: String { say("Rien à ouvrir ici", "Nothing to open here") }
    var otherMethod: String {
        say(
            "Cette adresse répond à un formulaire ou à un lien de l’application. Revenez à la page d’où vous venez.",
            "This address answers a form or a link of the application. Go back to the page you came from.")
    }
    var badRequestTitle: String { say("Demande incomprise", "Request not understood") }
    var badRequest: String { say("Revenez en arrière et réessayez.", "Go back and try again.") }
    var failureTitle: String { say("Erreur interne", "Internal error") }
    var failure: String {
        say(
            "L’erreur est notée dans le journal du serveur. Rien n’a été enregistré\u{A0}; vous pouvez réessayer.",
            "The error is in the server’s log. Nothing was saved; you may try again.")
    }
}
