/// One's own account: its password.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonWorkspace

enum AccountController {
    static func show(_ visit: Visit) async throws -> Response {
        guard let guest = try await visit.workspace.guest(visit.session) else { throw DomainError.unauthenticated }
        return visit.answer(accountPage(visit.frame(guest: guest), guest, refusal: nil))
    }

    static func changePassword(_ visit: Visit) async throws -> Response {
        do {
            try await visit.workspace.changePassword(
                visit.session, from: visit.form.untouched("current"), to: visit.form.untouched("password"))
            return visit.redirect(to: .password, saying: visit.words.passwordChanged)
        } catch DomainError.invalid(let violations) {
            guard let guest = try await visit.workspace.guest(visit.session) else { throw DomainError.unauthenticated }
            let bytes = accountPage(visit.frame(guest: guest), guest, refusal: violations.first?.rule)
            return visit.answer(bytes, status: .unprocessableContent)
        }
    }
}

extension Words {
    fileprivate var passwordChanged: String {
        say("Mot de passe changé. Vos autres sessions sont fermées.", "Password changed. Your other sessions are closed.")
    }
}
