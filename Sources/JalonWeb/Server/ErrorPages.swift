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
        } catch {
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
                    html.buttonLink(visit.words.backHome, Path.home)
                    if status == .notFound, let organisation = frame.organisation {
                        html.buttonLink(visit.words.search, Path.search(organisation.slug), secondary: true)
                    }
                    if guest == nil { html.buttonLink(visit.words.signIn, Path.signIn, secondary: true) }
                }
            }
            var response = visit.answer(bytes, status: status)
            // The page has a form, to change the language: it must be taken back.
            if visit.newVisit { response.setCookie(Cookies.visit(visit.formSecret, secure: configuration.isSecure)) }
            return response
        }
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
            case .methodNotAllowed: return (.methodNotAllowed, words.title(of: .notFound(.page)), words.error(.notFound(.page)))
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
    var badRequestTitle: String { say("Demande incomprise", "Request not understood") }
    var badRequest: String { say("Revenez en arrière et réessayez.", "Go back and try again.") }
    var failureTitle: String { say("Erreur interne", "Internal error") }
    var failure: String {
        say(
            "L’erreur est notée dans le journal du serveur. Rien n’a été enregistré\u{A0}; vous pouvez réessayer.",
            "The error is in the server’s log. Nothing was saved; you may try again.")
    }
}
