/// The first start: whoever holds the one-time link creates the organisation and becomes its administrator.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum SetupController {
    static func show(_ visit: Visit) async throws -> Response {
        guard try await visit.workspace.setupLinkIsOpen(visit.setupToken) else { return expired(visit) }
        return visit.answer(setupPage(visit.frame(guest: nil), visit.setupToken, SetupForm.blank, []))
    }

    static func setUp(_ visit: Visit) async throws -> Response {
        let form = SetupForm(visit.form)
        do {
            let (organisation, session) = try await visit.workspace.setUp(form.organisation, link: visit.setupToken)
            var response = visit.redirect(to: .organisation(organisation.slug), saying: visit.words.isSetUp(organisation.name))
            response.setCookie(Cookies.session(session, secure: visit.configuration.isSecure))
            return response
        } catch DomainError.invalid(let violations) {
            if violations.contains(where: { $0.rule == .linkExpired }) { return expired(visit) }
            let bytes = setupPage(visit.frame(guest: nil), visit.setupToken, form, form.violations(violations))
            return visit.answer(bytes, status: .unprocessableContent)
        }
    }

    private static func expired(_ visit: Visit) -> Response {
        visit.answer(expiredLinkPage(visit.frame(guest: nil)), status: .gone)
    }
}

extension Visit {
    fileprivate var setupToken: String { context.parameters.get("token") ?? "" }
}

extension Words {
    func isSetUp(_ name: String) -> String {
        say(
            "\(name)\u{A0}: l’organisation est créée, avec son guide. Créez maintenant votre plan.",
            "\(name): the organisation is created, with its guide. Now create your plan.")
    }
}
