/// The messages of an organisation, for who administers it: what left, what waits, what failed, each as it reads.
import Hummingbird
import JalonDomain
import JalonWorkspace

/// What can be done with a message.
package enum MailDeed: String, Sendable { case again, delivered }

enum MailController {
    static func list(_ visit: Visit) async throws -> Response {
        let state = MailState(rawValue: visit.query["state"])
        let seen = try await visit.workspace.mails(state, before: Int(visit.query["before"]), visit.visitor)
        let page = MailsPage(context: visit.frame(seen, menu: .settings), listing: seen.model, state: state, zone: seen.zone)
        return visit.answer(page.bytes)
    }

    static func show(_ visit: Visit) async throws -> Response {
        let writer = LetterWriter(root: visit.root)
        let seen = try await visit.workspace.mail(visit.number("mail", .mail), writer.links, visit.visitor)
        let letter = seen.model.sheet.map { writer.letter($0, at: visit.workspace.clock()) }
        let page = MailPage(context: visit.frame(seen, menu: .settings), reading: seen.model, letter: letter, zone: seen.zone)
        return visit.answer(page.bytes)
    }

    static func sendAgain(_ visit: Visit) async throws -> Response {
        try await settle(visit, saying: visit.words.mailWillLeave) { try await visit.workspace.sendMailAgain($0, as: visit.visitor) }
    }

    static func markSent(_ visit: Visit) async throws -> Response {
        try await settle(visit, saying: visit.words.mailMarked) { try await visit.workspace.markMailSent($0, as: visit.visitor) }
    }

    private static func settle(_ visit: Visit, saying flash: String, _ verb: (Int) async throws -> Mail) async throws -> Response {
        let id = try visit.number("mail", .mail)
        do {
            _ = try await verb(id)
            return visit.redirect(to: .mail(visit.slug, id), saying: flash)
        } catch DomainError.invalid(let violations) where !violations.isEmpty {
            return visit.redirect(to: .mail(visit.slug, id), saying: visit.words.rule(violations[0].rule))
        }
    }
}
