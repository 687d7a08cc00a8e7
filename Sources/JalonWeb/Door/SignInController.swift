/// Signing in and out.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonWorkspace

enum SignInController {
    static func show(_ visit: Visit) async throws -> Response {
        if try await visit.workspace.guest(visit.session) != nil { return visit.redirect(toAddress: visit.back.url) }
        if try await visit.workspace.isEmpty() { return visit.redirect(to: .home) }
        return visit.answer(signInPage(visit.frame(guest: nil), email: "", back: visit.back))
    }

    static func signIn(_ visit: Visit) async throws -> Response {
        let email = visit.form["email"]
        let session: String
        do {
            session = try await visit.workspace.signIn(
                email: email, password: visit.form.untouched("password"), from: visit.address, browser: visit.browser)
        } catch DomainError.invalid(let violations) {
            return refusal(visit, email, violations)
        }
        guard let held = HeldForm(carriedBy: visit.form) else {
            return try await visit.enter(session, visit.redirect(toAddress: visit.back.url))
        }
        var frame = visit.frame(guest: try await visit.workspace.guest(session))
        frame.formToken = FormToken.issue(for: session)
        let page = heldFormPage(frame, held, title: visit.words.formWaits, lead: visit.words.formWaitsLead)
        return try await visit.enter(session, visit.answer(page))
    }

    static func signOut(_ visit: Visit) async throws -> Response {
        if let session = visit.session { try await visit.workspace.signOut(session) }
        var response = visit.redirect(to: .signIn, saying: visit.words.signedOut)
        response.setCookie(Cookies.endSession(secure: visit.configuration.isSecure))
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\"" }
        return response
    }

    /// The same page with the e-mail typed; neither the page nor its status says whether the account exists.
    private static func refusal(_ visit: Visit, _ email: String, _ violations: [Violation]) -> Response {
        let rule = violations.first?.rule ?? .wrongCredentials
        let bytes = signInPage(
            visit.frame(guest: nil), email: email, back: visit.back, refusal: rule, held: HeldForm(carriedBy: visit.form))
        guard case .tryAgainIn(let seconds) = rule else { return visit.answer(bytes, status: .unprocessableContent) }
        var response = visit.answer(bytes, status: .tooManyRequests)
        response.headers[.retryAfter] = String(seconds)
        return response
    }
}

extension Visit {
    /// Opens the session in this browser, in place of the one before. The language chosen here wins over the account's.
    func enter(_ token: String, _ answer: Response) async throws -> Response {
        if let session { try await workspace.signOut(session) }
        var response = answer
        response.setCookie(Cookies.session(token, secure: configuration.isSecure))
        if request.cookies[Cookies.language] == nil, let language = try await workspace.guest(token)?.language {
            response.setCookie(Cookies.language(language, secure: configuration.isSecure))
        }
        return response
    }
}

extension Words {
    fileprivate var signedOut: String { say("La session est fermée.", "Your session is closed.") }
}
