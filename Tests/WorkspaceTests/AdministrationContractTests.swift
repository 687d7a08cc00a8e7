/// Running an organisation: the directory mended, people invited, passwords given anew; on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct MergeContractTests {
    private let nowhere = PartyPlace(unit: nil, position: nil)

    @Test(arguments: Engine.allCases) func whatNamedTheOneNamesTheOther(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        // In every part of an action: pilot, contributor, perimeter of the action and of a stage, a planned stage's pilot.
        var new = s.new("Essayer", pilot: "DSI", level: .experimentation)
        new.input.contributors = ["DSI", "Direction informatique"]
        new.input.perimeter = ["DSI"]
        let first = try await s.workspace.addAction(new, to: 1, as: s.visitor(.coordinator)).action
        _ = try await s.workspace.planPath(
            first.id, reading: nil,
            [PlannedStageInput(level: .implementation, pilot: "DSI", plannedStart: nil, due: nil, perimeter: ["DSI"])], reason: "",
            as: s.visitor(.coordinator))
        _ = try await s.add("Étudier", pilot: "DSI", level: .reflection)
        _ = try await s.workspace.setArchived(true, ActionID(plan: 1, number: 2), as: s.visitor(.coordinator))
        _ = try await s.add("Ailleurs", pilot: "Direction générale")
        _ = try await s.workspace.addParty(.person, name: "Lou", PartyPlace(unit: nil, position: "DSI"), as: s.administrator)

        let merged = try await s.workspace.mergeParty(
            .named("dsi", .position), into: .named("Directeur informatique", .position),
            as: try await s.administrator(adding: "Directeur informatique"))
        #expect(merged.actions == 2)
        let action = try await s.workspace.action(first.id, s.administrator).model.action
        let kept = merged.kept.id
        #expect(action.pilot == kept && action.contributors.first == kept && action.perimeter == [kept])
        #expect(action.path.last?.pilot == kept && action.path.last?.perimeter == [kept])
        #expect(action.version == first.version + 2)
        let list = try await s.workspace.actions(of: 1, ActionQuery(), size: 50, s.administrator).model.page.rows
        #expect(list.first { $0.number == 1 }?.pilotName == "Directeur informatique")
        var archived = ActionQuery()
        archived.filter.archived = true
        #expect(try await s.workspace.actions(of: 1, archived, size: 50, s.administrator).model.page.rows.map(\.pilot) == [kept])

        let directory = try await s.workspace.directory(s.administrator).model
        #expect(!directory.parties.contains { $0.id == merged.gone.id })
        #expect(directory.parties.first { $0.name == "Lou" }?.position == kept)
        #expect(directory.uses[kept]?.actions == 2 && directory.uses[kept]?.open == 1)
        // The name that is no more means the one that stays, and may be taken back by it.
        #expect(try await s.add("Encore", pilot: "D.S.I").pilot != kept)
        #expect(try await s.add("Encore", pilot: "dsi").pilot == kept)
        #expect(try await s.workspace.editParty(.id(kept), name: "DSI", nowhere, as: s.administrator).name == "DSI")
        #expect(try await s.add("Toujours", pilot: "Directeur informatique").pilot == kept)
        let journal = try await s.workspace.journal(plan: nil, before: nil, s.administrator).model
        #expect(journal.contains { $0.verb == .partyMerged && $0.changes.first?.before == "DSI" })
        #expect(journal.contains { $0.verb == .edited && $0.action == 2 && $0.changes.contains { $0.field == .pilot } })
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aMemberFollowsAMergeAndTwoAreRefused(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.workspace.addParty(.person, name: "K. Pilote", nowhere, as: s.administrator)
        let merged = try await s.workspace.mergeParty(
            .named("Karim Pilote", .person), into: .named("K. Pilote", .person), as: s.administrator)
        let pilot = try await s.workspace.members(s.administrator).model.first { $0.role == .pilot }
        #expect(pilot?.party.id == merged.kept.id && pilot?.party.unit != nil)
        await #expect(throws: DomainError.invalid(.into, .mergeOfMembers)) {
            _ = try await s.workspace.mergeParty(.named("Rose Lit", nil), into: .named("Otto Audit", nil), as: s.administrator)
        }
        await #expect(throws: DomainError.invalid(.into, .mergeWithItself)) {
            _ = try await s.workspace.mergeParty(.named("Rose Lit", nil), into: .named("rose lit", nil), as: s.administrator)
        }
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.mergeParty(.named("Rose Lit", nil), into: .id(1), as: s.visitor(.coordinator))
        }
    }

    @Test(arguments: Engine.allCases) func aRenamedPilotIsFoundAndSortedByItsName(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("Zoom", pilot: "Zèle")
        _ = try await s.add("Bilan", pilot: "Mairie")
        let party = try await s.workspace.editParty(.named("Zèle", nil), name: "Accueil", nowhere, as: s.administrator)
        var query = ActionQuery()
        query.sort = .pilot
        #expect(try await s.workspace.actions(of: 1, query, size: 50, s.administrator).model.page.rows.map(\.number) == [1, 2])
        query.filter.text = "accueil"
        #expect(try await s.workspace.actions(of: 1, query, size: 50, s.administrator).model.page.rows.map(\.number) == [1])
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.editParty(.id(party.id), reading: 1, name: "Autre", nowhere, as: s.administrator)
        }
        await #expect(throws: DomainError.invalid(.name, .alreadyTaken("Mairie"))) {
            _ = try await s.workspace.editParty(.id(party.id), name: "Mairie", nowhere, as: s.administrator)
        }
    }

    @Test(arguments: Engine.allCases) func whatIsArchivedIsNoLongerProposedUntilItIsNamedAgain(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Mesurer", pilot: "Bureau")
        await #expect(throws: DomainError.invalid(.archived, .stillInUse(below: 0, isMember: false, openActions: 1))) {
            _ = try await s.workspace.setArchived(true, .named("Bureau", nil), as: s.administrator)
        }
        _ = try await s.workspace.setArchived(true, action.id, as: s.visitor(.coordinator))
        _ = try await s.workspace.setArchived(true, .named("Bureau", nil), as: s.administrator)
        let sheet = try await s.workspace.action(action.id, s.administrator).model
        #expect(sheet.names.values.contains("Bureau") && !sheet.desk.parties.contains { $0.name == "Bureau" })
        let again = try await s.add("Encore", pilot: "bureau")
        #expect(again.pilot == action.pilot)
        #expect(try await s.workspace.directory(s.administrator).model.parties.first { $0.name == "Bureau" }?.archived == false)
    }
}

extension Setting {
    /// As the administrator, once a position of that name is known.
    fileprivate func administrator(adding position: String) async throws -> Visitor {
        _ = try await workspace.addParty(.position, name: position, PartyPlace(unit: nil, position: nil), as: administrator)
        return administrator
    }
}

@Suite struct LinkContractTests {
    private func new(_ email: String = "zoe@example.org", _ name: String = "Zoé") -> NewInvitation {
        NewInvitation(name: name, email: email, role: .pilot, unit: "Ventes", position: "")
    }

    private func accept(_ token: String, _ s: Setting) async throws -> (organisation: Organisation, session: String) {
        try await s.workspace.acceptInvitation(token, name: "Zoé Neuve", password: Setting.password, from: "192.0.2.1", browser: "")
    }

    @Test(arguments: Engine.allCases) func anInvitationOpensOnceAndForSevenDays(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let expired = DomainError.invalid(.password, .linkExpired)
        let link = try await s.workspace.invite(new(), as: s.administrator)
        #expect(try await s.workspace.invitation(link.token, from: "192.0.2.1").by == "Ada Min")
        let (organisation, session) = try await accept(link.token, s)
        #expect(organisation.id == s.organisation.id)
        let visitor = Visitor.session(token: session, organisation: organisation.slug, needs: .read)
        #expect(try await s.workspace.plans(visitor).actor.role == .pilot)
        let member = try await s.workspace.members(s.administrator).model.first { $0.email == "zoe@example.org" }
        // The account has the name typed; the person in the directory the one that was invited.
        #expect(member?.name == "Zoé Neuve" && member?.party.name == "Zoé" && member?.party.unit != nil)
        await #expect(throws: expired) { _ = try await accept(link.token, s) }

        let late = try await s.workspace.invite(new("luc@example.org", "Luc"), as: s.administrator)
        let replaced = try await s.workspace.invite(new("luc@example.org", "Luc"), as: s.administrator)
        await #expect(throws: expired) { _ = try await s.workspace.invitation(late.token, from: "192.0.2.1") }
        s.clock.advance(days: 7)
        await #expect(throws: expired) { _ = try await s.workspace.invitation(replaced.token, from: "192.0.2.1") }
        #expect(try await s.workspace.memberList(s.administrator).model.invitations.map(\.hasExpired) == [true])
        let journal = try await s.workspace.journal(plan: nil, before: nil, s.administrator).model
        #expect(journal.contains { $0.verb == .memberAdded && $0.author == "Zoé Neuve" })
        #expect(
            !journal.contains { entry in entry.changes.contains { $0.after.contains(link.token) } || entry.subject.contains(link.token) })
    }

    @Test(arguments: Engine.allCases) func anInvitationIsRevokedAndEndsWithWhoMadeIt(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let expired = DomainError.invalid(.password, .linkExpired)
        let first = try await s.workspace.invite(new(), as: s.administrator)
        try await s.workspace.revokeInvitation("Zoe@example.org", as: s.administrator)
        await #expect(throws: expired) { _ = try await accept(first.token, s) }
        await #expect(throws: DomainError.notFound(.member)) {
            try await s.workspace.revokeInvitation("zoe@example.org", as: s.administrator)
        }

        _ = try await s.workspace.setRole(.administrator, of: "coordinator@example.org", as: s.administrator)
        let ada = Visitor.commandLine(email: "ada@example.org", organisation: nil)
        let second = try await s.workspace.invite(new(), as: s.visitor(.coordinator))
        _ = try await s.workspace.setRole(.coordinator, of: "coordinator@example.org", as: ada)
        await #expect(throws: expired) { _ = try await accept(second.token, s) }
        for role in [Role.coordinator, .pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.invite(new(), as: s.visitor(role)) }
        }
    }

    @Test(arguments: Engine.allCases) func anAccountJoinsAnotherOrganisationBySigningIn(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let other = try await s.workspace.create(
            NewOrganisation(
                name: "Autre", slug: "autre", timeZone: "Europe/Paris", administratorName: "", email: "ada@example.org", password: ""),
            door: .commandLine)
        let ada = Visitor.commandLine(email: nil, organisation: "autre")
        let here = Visitor.commandLine(email: "ada@example.org", organisation: s.organisation.slug)
        let link = try await s.workspace.invite(new("reader@example.org", "Rose Lit"), as: ada)
        #expect(try await s.workspace.invitation(link.token, from: "192.0.2.1").hasAccount)
        // With the account invited, and no other.
        let wrong = try await s.workspace.signIn(email: "pilot@example.org", password: Setting.password, from: "192.0.2.1")
        await #expect(throws: DomainError.invalid(.email, .invitationForAnother("reader@example.org"))) {
            _ = try await s.workspace.join(link.token, session: wrong, from: "192.0.2.1")
        }
        await #expect(throws: DomainError.unauthenticated) {
            _ = try await s.workspace.join(link.token, session: nil, from: "192.0.2.1")
        }
        let session = try await s.workspace.signIn(email: "reader@example.org", password: Setting.password, from: "192.0.2.1")
        #expect(try await s.workspace.join(link.token, session: session, from: "192.0.2.1").id == other.id)
        // There a pilot, here a reader still: and each page says that there is another organisation.
        let there = try await s.workspace.plans(.session(token: session, organisation: "autre", needs: .read))
        #expect(there.actor.role == .pilot && there.isOneOfSeveral)
        #expect(
            try await s.workspace.plans(.session(token: session, organisation: s.organisation.slug, needs: .read)).actor.role == .reader)

        // Whom another organisation counts on is given no new password by this one alone; the owner of the data may.
        let adaHere = try await s.workspace.signIn(email: "ada@example.org", password: Setting.password, from: "192.0.2.1")
        _ = try await s.workspace.setRole(.administrator, of: "coordinator@example.org", as: here)
        let coordinator = try await s.workspace.signIn(email: "coordinator@example.org", password: Setting.password, from: "192.0.2.1")
        func visitor(_ session: String) -> Visitor { .session(token: session, organisation: s.organisation.slug, needs: .administer) }
        await #expect(throws: DomainError.invalid(.email, .memberElsewhere)) {
            _ = try await s.workspace.makeResetLink(of: "reader@example.org", as: visitor(coordinator))
        }
        _ = try await s.workspace.makeResetLink(of: "reader@example.org", as: visitor(adaHere))
        _ = try await s.workspace.makeResetLink(of: "reader@example.org", as: here)
    }

    @Test(arguments: Engine.allCases) func aNewPasswordIsSetOnceAndEndsSessions(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let expired = DomainError.invalid(.password, .linkExpired)
        let before = try await s.workspace.signIn(email: "reader@example.org", password: Setting.password, from: "192.0.2.1")
        let link = try await s.workspace.makeResetLink(of: "reader@example.org", as: s.administrator)
        #expect(try await s.workspace.guest(before) == nil)
        // The old password opens until the new one is set.
        let meanwhile = try await s.workspace.signIn(email: "reader@example.org", password: Setting.password, from: "192.0.2.1")
        await #expect(throws: DomainError.invalid(.password, .tooShort(min: 12))) {
            _ = try await s.workspace.resetPassword(link.token, to: "court", from: "192.0.2.1", browser: "")
        }
        let new = "une autre phrase assez longue"
        let session = try await s.workspace.resetPassword(link.token, to: new, from: "192.0.2.1", browser: "Firefox, Linux")
        #expect(try await s.workspace.guest(session)?.email == "reader@example.org")
        #expect(try await s.workspace.guest(meanwhile) == nil)
        await #expect(throws: expired) {
            _ = try await s.workspace.resetPassword(link.token, to: new, from: "192.0.2.1", browser: "")
        }
        await #expect(throws: DomainError.invalid(.password, .wrongCredentials)) {
            _ = try await s.workspace.signIn(email: "reader@example.org", password: Setting.password, from: "192.0.2.1")
        }
        #expect(
            try await s.workspace.journal(plan: nil, before: nil, s.administrator).model.prefix(2).map(\.verb) == [
                .passwordChanged, .resetLinkMade,
            ])
        let late = try await s.workspace.makeResetLink(of: "reader@example.org", as: s.administrator)
        s.clock.advance(days: 1)
        await #expect(throws: expired) { _ = try await s.workspace.reset(late.token, from: "192.0.2.1") }
    }

    @Test(arguments: Engine.allCases) func whoTriesLinksIsSlowedDown(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let link = try await s.workspace.invite(new(), as: s.administrator)
        for number in 0..<20 {
            await #expect(throws: DomainError.invalid(.password, .linkExpired)) {
                _ = try await s.workspace.invitation("essai-\(number)", from: "192.0.2.1")
            }
        }
        await #expect(throws: DomainError.invalid(.password, .tryAgainIn(seconds: 2))) {
            _ = try await s.workspace.invitation(link.token, from: "192.0.2.1")
        }
        _ = try await s.workspace.invitation(link.token, from: "192.0.2.2")
    }
}

@Suite struct AccountContractTests {
    @Test(arguments: Engine.allCases) func sessionsAreListedAndEnded(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        func signIn(_ email: String, from address: String) async throws -> String {
            try await s.workspace.signIn(email: email, password: Setting.password, from: address, browser: "Firefox, Linux")
        }
        let mine = try await signIn("ada@example.org", from: "192.0.2.17")
        let phone = try await signIn("ada@example.org", from: "2001:db8:1:2::3")
        let theirs = try await signIn("reader@example.org", from: "192.0.2.17")
        let (_, open, current) = try await s.workspace.sessions(mine)
        #expect(Set(open.map(\.network)) == ["192.0.2.*", "2001:db8:1::"] && open.allSatisfy { $0.browser == "Firefox, Linux" })
        #expect(open.contains { $0.id == current })
        let other = try #require(open.first { $0.id != current })
        // Another's session is not ended by knowing its hash.
        try await s.workspace.endSession(other.id, theirs)
        #expect(try await s.workspace.guest(phone) != nil)
        try await s.workspace.endSession(other.id, mine)
        #expect(try await s.workspace.guest(phone) == nil)
        _ = try await signIn("ada@example.org", from: "192.0.2.17")
        try await s.workspace.endOtherSessions(mine)
        #expect(try await s.workspace.sessions(mine).open.count == 1)
        try await s.workspace.endEverySession(mine)
        #expect(try await s.workspace.guest(mine) == nil)
        #expect(try await s.workspace.guest(theirs) != nil)
    }

    @Test(arguments: Engine.allCases) func anEmailIsChangedWithThePassword(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let token = try await s.workspace.signIn(email: "reader@example.org", password: Setting.password, from: "192.0.2.1")
        await #expect(throws: DomainError.invalid(.password, .wrongCredentials)) {
            try await s.workspace.changeEmail(token, password: "faux", to: "rose@example.org")
        }
        await #expect(throws: DomainError.invalid(.email, .alreadyTaken("Ada@example.org"))) {
            try await s.workspace.changeEmail(token, password: Setting.password, to: "Ada@example.org")
        }
        try await s.workspace.changeEmail(token, password: Setting.password, to: "Rose@example.org")
        try await s.workspace.editAccount(token, name: "Rose Lue", language: .en)
        let guest = try await s.workspace.guest(token)
        #expect(guest?.email == "rose@example.org" && guest?.name == "Rose Lue" && guest?.language == .en)
        _ = try await s.workspace.signIn(email: "rose@example.org", password: Setting.password, from: "192.0.2.1")
        #expect(
            try await s.workspace.journal(plan: nil, before: nil, s.administrator).model.prefix(2).map(\.verb)
                == [.accountChanged, .accountChanged])
    }

    @Test(arguments: Engine.allCases) func anOrganisationChoosesForItself(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        var catalogue = try await s.workspace.catalogue(nil, s.administrator).model.catalogue
        catalogue.version = "autre"
        _ = try await s.workspace.importCatalogue(catalogue, as: s.administrator)
        func edit(_ zone: String, _ catalogue: Int?) -> OrganisationEdit {
            OrganisationEdit(name: "Aubrac", timeZone: zone, language: .en, catalogue: catalogue, cadence: .quarterly)
        }
        await #expect(throws: DomainError.invalid([Violation(.timeZone, .unknown("Mars/Olympus")), Violation(.catalogue, .unknown("9"))])) {
            try await s.workspace.editOrganisation(reading: 1, edit("Mars/Olympus", 9), as: s.administrator)
        }
        try await s.workspace.editOrganisation(reading: 1, edit("Pacific/Noumea", 1), as: s.administrator)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            try await s.workspace.editOrganisation(reading: 1, edit("Europe/Paris", nil), as: s.administrator)
        }
        let seen = try await s.workspace.plans(s.administrator)
        #expect(seen.organisation.name == "Aubrac" && seen.organisation.timeZone == "Pacific/Noumea")
        #expect(try await s.plan().catalogue == 1)
        #expect(try await s.workspace.overview(of: 1, s.administrator).model.cadence == .quarterly)
        // Who accepts an invitation reads first in the organisation's language.
        let link = try await s.workspace.invite(
            NewInvitation(name: "Zoé", email: "zoe@example.org", role: .reader, unit: "", position: ""), as: s.administrator)
        let session = try await s.workspace.acceptInvitation(
            link.token, name: "Zoé", password: Setting.password, from: "192.0.2.1", browser: ""
        ).session
        #expect(try await s.workspace.guest(session)?.language == .en)
        await #expect(throws: DomainError.forbidden) {
            try await s.workspace.editOrganisation(reading: nil, edit("Europe/Paris", nil), as: s.visitor(.coordinator))
        }
    }
}
