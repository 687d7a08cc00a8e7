/// Members: their list, their rights, a new password for one, and those who are invited.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MemberController {
    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.memberList(visit.visitor)
        return visit.answer(
            membersPage(
                visit.frame(seen, menu: .settings), seen.model, zone: seen.zone, text: visit.query["q"], after: Int(visit.query["after"])))
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.member(try visit.member(), visit.visitor)
        return visit.answer(MemberPage(visit.frame(seen, menu: .settings), seen.model, isSelf: isSelf(seen)).bytes)
    }

    static func setRole(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.member(try visit.member(), visit.visitor)
        do {
            guard let role = Role(rawValue: visit.form["role"]) else { throw DomainError.invalid(.role, .required) }
            let member = try await visit.workspace.setRole(role, of: seen.model.email, as: visit.visitor)
            return visit.redirect(
                to: isSelf(seen) && role != .administrator ? .organisation(visit.slug) : .members(visit.slug),
                saying: visit.words.memberRoleSet(member.name, role))
        } catch DomainError.invalid(let violations) {
            return refusal(visit, seen, violations)
        }
    }

    /// The box that says so must be ticked.
    static func remove(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.member(try visit.member(), visit.visitor)
        do {
            guard visit.form["confirmed"] == "1" else { throw DomainError.invalid(.confirmed, .notConfirmed) }
            let member = try await visit.workspace.removeMember(seen.model.email, as: visit.visitor)
            return visit.redirect(to: isSelf(seen) ? .home : .members(visit.slug), saying: visit.words.memberRemoved(member.name))
        } catch DomainError.invalid(let violations) {
            return refusal(visit, seen, violations)
        }
    }

    /// Answers the page itself, not a redirection: the link is shown this once.
    static func makeResetLink(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.member(try visit.member(), visit.visitor)
        do {
            let link = try await visit.workspace.makeResetLink(of: seen.model.email, as: visit.visitor)
            let address = visit.link(to: .reset(token: link.token))
            return visit.answerOnce(
                handedLinkPage(visit.frame(seen, menu: .settings), link, address, kind: .reset, zone: seen.zone))
        } catch DomainError.invalid(let violations) {
            return refusal(visit, seen, violations)
        }
    }

    private static func refusal(_ visit: Visit, _ seen: Seen<Member>, _ violations: [Violation]) -> Response {
        let page = MemberPage(visit.frame(seen, menu: .settings), seen.model, isSelf: isSelf(seen), violations: violations)
        return visit.answer(page.bytes, status: .unprocessableContent)
    }

    private static func isSelf(_ seen: Seen<Member>) -> Bool { seen.model.account == seen.actor.account }
}

enum InvitationController {
    static func new(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.directory(visit.visitor)
        return visit.answer(
            invitePage(visit.frame(seen, menu: .settings), seen.model, InvitationForm(FormBody(["role": "pilot"])), []))
    }

    /// Answers the page itself, not a redirection: the link is shown this once.
    static func invite(_ visit: Visit) async throws -> Response {
        let form = InvitationForm(visit.form)
        let seen = try await visit.workspace.directory(visit.visitor)
        do {
            let link = try await visit.workspace.invite(try form.invitation(), as: visit.visitor)
            let address = visit.link(to: .invitation(token: link.token))
            return visit.answerOnce(
                handedLinkPage(visit.frame(seen, menu: .settings), link, address, kind: .invitation, zone: seen.zone))
        } catch DomainError.invalid(let violations) {
            let bytes = invitePage(visit.frame(seen, menu: .settings), seen.model, form, violations)
            return visit.answer(bytes, status: .unprocessableContent)
        }
    }

    static func revoke(_ visit: Visit) async throws -> Response {
        let email = visit.form["email"]
        try await visit.workspace.revokeInvitation(email, as: visit.visitor)
        return visit.redirect(to: .members(visit.slug), saying: visit.words.invitationRevoked(email))
    }
}

/// Who is invited, as typed.
struct InvitationForm: Sendable, Equatable {
    let name: String
    let email: String
    let role: String
    let unit: String
    let position: String

    init(_ form: FormBody) {
        name = form["name"]
        email = form["email"]
        role = form["role"]
        unit = form["unit"]
        position = form["position"]
    }

    func invitation() throws(DomainError) -> NewInvitation {
        guard let role = Role(rawValue: role) else {
            let missing = [(Field.name, name), (.email, email)].filter { $0.1.isEmpty }.map { Violation($0.0, .required) }
            throw .invalid(missing + [Violation(.role, .required)])
        }
        return NewInvitation(name: name, email: email, role: role, unit: unit, position: position)
    }
}

extension Visit {
    fileprivate func member() throws -> Int { try number("member", .member) }
}

extension Words {
    fileprivate func memberRoleSet(_ name: String, _ role: Role) -> String {
        say("\(labelled(name, self.role(role).lowercased())).", "\(labelled(name, self.role(role).lowercased())).")
    }
    fileprivate func memberRemoved(_ name: String) -> String {
        say("\(name) n’est plus membre. Ce qui porte sa signature reste.", "\(name) is no longer a member. What they signed stays.")
    }
    fileprivate func invitationRevoked(_ email: String) -> String {
        say("L’invitation de \(email) est annulée.", "The invitation for \(email) is revoked.")
    }
}
