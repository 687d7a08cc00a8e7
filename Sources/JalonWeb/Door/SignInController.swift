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
                email: email, password: visit.form.untouched("password"), from: visit.address)
        } catch DomainError.invalid(let violations) {
            return refusal(visit, email, violations)
        }
        if let former = visit.session { try await visit.workspace.signOut(former) }
        var response: Response
        if let held = HeldForm(carriedBy: visit.form) {
            var frame = visit.frame(guest: try await visit.workspace.guest(session))
            frame.formToken = FormToken.issue(for: session)
            response = visit.answer(heldFormPage(frame, held, title: visit.words.formWaits, lead: visit.words.formWaitsLead))
        } else {
            response = visit.redirect(toAddress: visit.back.url)
        }
        response.setCookie(Cookies.session(session, secure: visit.configuration.isSecure))
        return response
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

extension Words {
    fileprivate var signedOut: String { say("La session est fermée.", "Your session is closed.") }
}
