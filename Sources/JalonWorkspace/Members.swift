/// Members and their roles; an organisation always keeps an administrator.
package import JalonDomain
package import JalonStore

/// The members, the names of where they stand, and those who are invited.
package struct MemberList: Sendable {
    package let members: [Member]
    package let names: [Int: String]
    package let invitations: [PendingInvitation]
}

package struct PendingInvitation: Sendable {
    package let invitation: Invitation
    /// Who invited.
    package let by: String
    package let hasExpired: Bool
}

extension Workspace {
    package func members(_ visitor: Visitor) async throws -> Seen<[Member]> {
        try await look(visitor, needs: .administer) { try $0.accounts.members(organisation: $0.organisation.id) }
    }

    package func memberList(_ visitor: Visitor) async throws -> Seen<MemberList> {
        try await look(visitor, needs: .administer) { scene in
            MemberList(
                members: try scene.accounts.members(organisation: scene.organisation.id), names: try scene.partyNames(),
                invitations: try scene.handedLinks.invitations(to: scene.organisation.id).map {
                    PendingInvitation(invitation: $0.invitation, by: $0.by, hasExpired: $0.invitation.expiresAt <= scene.now)
                })
        }
    }

    /// The member whose account has that number.
    package func member(_ account: Int, _ visitor: Visitor) async throws -> Seen<Member> {
        try await look(visitor, needs: .administer) { scene in
            guard let member = try scene.accounts.member(account: account, organisation: scene.organisation.id) else {
                throw DomainError.notFound(.member)
            }
            return member
        }
    }

    package func setRole(_ role: Role, of email: String, as visitor: Visitor) async throws -> Member {
        try await change(visitor, needs: .administer) { scene in
            let member = try scene.member(email, losing: role != .administrator)
            if member.role != role {
                try scene.accounts.setRole(role, account: member.account, organisation: scene.organisation.id)
                try scene.journal(.memberChanged, member, [Change(field: .role, before: member.role.rawValue, after: role.rawValue)])
            }
            return Member(account: member.account, email: member.email, name: member.name, role: role, party: member.party)
        }
    }

    /// Takes the rights away; the person, and what they signed, stay.
    package func removeMember(_ email: String, as visitor: Visitor) async throws -> Member {
        try await change(visitor, needs: .administer) { scene in
            let member = try scene.member(email, losing: true)
            try scene.accounts.removeMember(account: member.account, organisation: scene.organisation.id)
            try scene.journal(.memberRemoved, member, [Change(field: .role, before: member.role.rawValue, after: "")])
            return member
        }
    }
}

extension Scene {
    func member(_ email: String, losing administration: Bool) throws -> Member {
        let members = try accounts.members(organisation: organisation.id)
        guard let member = members.first(where: { $0.email == email.folded }) else { throw DomainError.notFound(.member) }
        if administration, member.role == .administrator, members.count(where: { $0.role == .administrator }) == 1 {
            throw DomainError.invalid(.role, .lastAdministrator)
        }
        return member
    }

    func journal(_ verb: JournalVerb, _ member: Member, _ changes: [Change]) throws {
        try journal.write(
            verb, subject: "member \(member.account)", plan: nil, action: nil, version: nil,
            changes: [Change(field: .person, before: member.name, after: member.name)] + changes, by: actor, at: now)
    }
}
