/// What a one-time link opens: an invitation to accept, a new password to choose.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum LinkController {
    // MARK: An invitation

    static func invitation(_ visit: Visit) async throws -> Response {
        try await opening(visit) {
            let sheet = try await visit.workspace.invitation(visit.token, from: visit.address)
            return try await page(visit, sheet, name: sheet.invitation.name)
        }
    }

    /// Joins with the account that is signed in; else with a new one.
    static func accept(_ visit: Visit) async throws -> Response {
        try await opening(visit) {
            let sheet = try await visit.workspace.invitation(visit.token, from: visit.address)
            do {
                if sheet.hasAccount {
                    let organisation = try await visit.workspace.join(visit.token, session: visit.session, from: visit.address)
                    return visit.redirect(to: .organisation(organisation.slug), saying: visit.words.invitationJoined(organisation.name))
                }
                let (organisation, session) = try await visit.workspace.acceptInvitation(
                    visit.token, name: visit.form["person"], password: visit.form.untouched("password"), from: visit.address,
                    browser: visit.browser)
                return try await visit.enter(
                    session,
                    visit.redirect(to: .organisation(organisation.slug), saying: visit.words.invitationJoined(organisation.name)))
            } catch DomainError.invalid(let violations) where !violations.contains(where: \.isOfLink) {
                return try await page(visit, sheet, name: visit.form["person"], violations, status: .unprocessableContent)
            }
        }
    }

    private static func page(
        _ visit: Visit, _ sheet: InvitationSheet, name: String, _ violations: [Violation] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let guest = try await visit.workspace.guest(visit.session)
        var context = visit.frame(guest: guest)
        // Who has not chosen a language is greeted in the organisation's.
        if visit.request.cookies[Cookies.language] == nil { context.words = Words(sheet.language) }
        return visit.answer(
            InvitationPage(context, sheet, visit.token, guest, name: name, violations: violations).bytes, status: status)
    }

    // MARK: A new password

    static func reset(_ visit: Visit) async throws -> Response {
        try await opening(visit) {
            let guest = try await visit.workspace.reset(visit.token, from: visit.address)
            return visit.answer(resetPage(visit.frame(guest: nil), visit.token, guest, []))
        }
    }

    static func setPassword(_ visit: Visit) async throws -> Response {
        try await opening(visit) {
            let guest = try await visit.workspace.reset(visit.token, from: visit.address)
            do {
                let session = try await visit.workspace.resetPassword(
                    visit.token, to: visit.form.untouched("password"), from: visit.address, browser: visit.browser)
                return try await visit.enter(session, visit.redirect(to: .home, saying: visit.words.passwordReset))
            } catch DomainError.invalid(let violations) where !violations.contains(where: \.isOfLink) {
                return visit.answer(resetPage(visit.frame(guest: nil), visit.token, guest, violations), status: .unprocessableContent)
            }
        }
    }

    // MARK: What both share

    /// A link that does not open says so: 410, or 429 to who tries many.
    private static func opening(_ visit: Visit, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch DomainError.invalid(let violations) {
            guard let rule = violations.first(where: \.isOfLink)?.rule else { throw DomainError.invalid(violations) }
            let bytes = closedLinkPage(visit.frame(guest: try await visit.workspace.guest(visit.session)), rule)
            guard case .tryAgainIn(let seconds) = rule else { return visit.answer(bytes, status: .gone) }
            var response = visit.answer(bytes, status: .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }
}

extension Violation {
    /// Said of the link itself rather than of what was typed.
    fileprivate var isOfLink: Bool {
        switch rule {
        case .linkExpired, .tryAgainIn: true
        default: false
        }
    }
}

extension Visit {
    fileprivate var token: String { context.parameters.get("token") ?? "" }
}

extension Words {
    fileprivate func invitationJoined(_ name: String) -> String {
        say("Bienvenue\u{A0}: vous êtes membre de \(name).", "Welcome: you are a member of \(name).")
    }
    fileprivate var passwordReset: String {
        say("Le nouveau mot de passe est enregistré, votre session est ouverte.", "The new password is saved, and you are signed in.")
    }
}
