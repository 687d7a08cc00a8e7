/// One's own account: its name, language, e-mail, password and open sessions.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum AccountController {
    static func show(_ visit: Visit) async throws -> Response {
        let (guest, open, current) = try await visit.workspace.sessions(visit.session)
        let form = (name: guest.name, language: guest.language?.rawValue ?? "")
        let refused = try await visit.workspace.mailRefusals(visit.session)
        return visit.answer(AccountPage(visit.frame(guest: guest), guest, open, current: current, refused: refused, form: form).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let form = (name: visit.form["name"], language: visit.form["language"])
        let language = Language(rawValue: form.language)
        do {
            try await visit.workspace.editAccount(visit.session, name: form.name, language: language)
            var response = visit.redirect(to: .account, saying: (language.map { Words($0) } ?? visit.words).accountSaved)
            if let language { response.setCookie(Cookies.language(language, secure: visit.configuration.isSecure)) }
            return response
        } catch DomainError.invalid(let violations) {
            let (guest, open, current) = try await visit.workspace.sessions(visit.session)
            let page = AccountPage(
                visit.frame(guest: guest), guest, open, current: current,
                refused: try await visit.workspace.mailRefusals(visit.session), form: form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    /// `others`, `all`, or one by its id.
    static func endSessions(_ visit: Visit) async throws -> Response {
        switch visit.form["end"] {
        case "others":
            try await visit.workspace.endOtherSessions(visit.session)
            return visit.redirect(to: .account, saying: visit.words.otherSessionsEnded)
        case "all":
            try await visit.workspace.endEverySession(visit.session)
            var response = visit.redirect(to: .signIn, saying: visit.words.everySessionEnded)
            response.setCookie(Cookies.endSession(secure: visit.configuration.isSecure))
            return response
        case let id:
            try await visit.workspace.endSession(id, visit.session)
            return visit.redirect(to: .account, saying: id.isEmpty ? nil : visit.words.sessionEnded)
        }
    }

    /// A box that comes unticked is a kind that is not wanted.
    static func chooseMail(_ visit: Visit) async throws -> Response {
        let refused = MailKind.allCases.filter { visit.form[$0.rawValue] != "1" }
        try await visit.workspace.refuseMail(Set(refused), visit.session)
        return visit.redirect(to: .account, saying: visit.words.mailChoicesSaved)
    }

    // MARK: What asks the password

    static func email(_ visit: Visit) async throws -> Response {
        guard let guest = try await visit.workspace.guest(visit.session) else { throw DomainError.unauthenticated }
        return visit.answer(emailPage(visit.frame(guest: guest), guest, "", []))
    }

    static func changeEmail(_ visit: Visit) async throws -> Response {
        let email = visit.form["email"]
        do {
            try await visit.workspace.changeEmail(visit.session, password: visit.form.untouched("password"), to: email)
            return visit.redirect(to: .account, saying: visit.words.emailChanged(email))
        } catch DomainError.invalid(let violations) {
            guard let guest = try await visit.workspace.guest(visit.session) else { throw DomainError.unauthenticated }
            return visit.answer(emailPage(visit.frame(guest: guest), guest, email, violations), status: .unprocessableContent)
        }
    }

    static func password(_ visit: Visit) async throws -> Response {
        guard let guest = try await visit.workspace.guest(visit.session) else { throw DomainError.unauthenticated }
        return visit.answer(passwordPage(visit.frame(guest: guest), guest, refusal: nil))
    }

    static func changePassword(_ visit: Visit) async throws -> Response {
        do {
            try await visit.workspace.changePassword(
                visit.session, from: visit.form.untouched("current"), to: visit.form.untouched("password"))
            return visit.redirect(to: .account, saying: visit.words.passwordChanged)
        } catch DomainError.invalid(let violations) {
            guard let guest = try await visit.workspace.guest(visit.session) else { throw DomainError.unauthenticated }
            let bytes = passwordPage(visit.frame(guest: guest), guest, refusal: violations.first?.rule)
            return visit.answer(bytes, status: .unprocessableContent)
        }
    }
}

extension Words {
    fileprivate var accountSaved: String { say("Votre compte est à jour.", "Your account is up to date.") }
    fileprivate func emailChanged(_ email: String) -> String {
        say("Vous vous connectez désormais avec \(email).", "From now on you sign in with \(email).")
    }
    fileprivate var passwordChanged: String {
        say("Mot de passe changé. Vos autres sessions sont fermées.", "Password changed. Your other sessions are closed.")
    }
    fileprivate var sessionEnded: String { say("Cette session est fermée.", "That session is closed.") }
    fileprivate var otherSessionsEnded: String { say("Vos autres sessions sont fermées.", "Your other sessions are closed.") }
    fileprivate var everySessionEnded: String { say("Toutes vos sessions sont fermées.", "All your sessions are closed.") }
}
