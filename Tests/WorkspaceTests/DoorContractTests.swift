/// Doors, organisations, plans and catalogues, on both engines.
import JalonCatalogue
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct DoorContractTests {
    @Test(arguments: Engine.allCases) func sessionsOpenCloseAndExpire(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let token = try await s.workspace.signIn(email: "ADA@example.org", password: Setting.password, from: "192.0.2.1")
        let visitor = Visitor.session(token: token, organisation: s.organisation.slug, needs: .read)
        #expect(try await s.workspace.plans(visitor).actor.role == .administrator)
        // Used within twelve hours it lives on; left alone longer it ends.
        s.clock.advance(seconds: 11 * 3600)
        #expect(try await s.workspace.guest(token)?.email == "ada@example.org")
        _ = try await s.workspace.plans(visitor)
        s.clock.advance(seconds: 11 * 3600)
        _ = try await s.workspace.plans(visitor)
        s.clock.advance(seconds: 13 * 3600)
        await #expect(throws: DomainError.unauthenticated) { _ = try await s.workspace.plans(visitor) }

        let second = try await s.workspace.signIn(email: "ada@example.org", password: Setting.password, from: "192.0.2.1")
        try await s.workspace.signOut(second)
        #expect(try await s.workspace.guest(second) == nil)
    }

    @Test(arguments: Engine.allCases) func wrongPasswordsSlowDown(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        func attempt(_ password: String) async -> DomainError? {
            do {
                _ = try await s.workspace.signIn(email: "ada@example.org", password: password, from: "192.0.2.1")
                return nil
            } catch { return error as? DomainError }
        }
        for _ in 0..<3 { #expect(await attempt("faux") == .invalid(.password, .wrongCredentials)) }
        #expect(await attempt(Setting.password) == .invalid(.password, .tryAgainIn(seconds: 2)))
        s.clock.advance(seconds: 3)
        #expect(await attempt(Setting.password) == nil)
        #expect(await attempt("faux") == .invalid(.password, .wrongCredentials))
    }

    @Test(arguments: Engine.allCases) func guessesSentTogetherDoNotPassTogether(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let heard = await withTaskGroup(of: DomainError?.self) { group in
            for number in 0..<12 {
                group.addTask {
                    do {
                        _ = try await s.workspace.signIn(email: "ada@example.org", password: "faux \(number)", from: "192.0.2.1")
                        return nil
                    } catch { return error as? DomainError }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 == .invalid(.password, .wrongCredentials) ? 1 : 0 }
        }
        #expect(heard == 3)
    }

    @Test(arguments: Engine.allCases) func nothingIsHeldAgainstAnAddressForEver(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        func guess(_ number: Int) async throws {
            await #expect(throws: DomainError.invalid(.password, .wrongCredentials)) {
                _ = try await s.workspace.signIn(email: "stranger\(number)@example.org", password: "faux", from: "192.0.2.1")
            }
        }
        for number in 0..<20 { try await guess(number) }
        await #expect(throws: DomainError.invalid(.password, .tryAgainIn(seconds: 2))) {
            _ = try await s.workspace.signIn(email: "ada@example.org", password: Setting.password, from: "192.0.2.1")
        }
        // Another address is not concerned; and an hour later neither is this one.
        _ = try await s.workspace.signIn(email: "ada@example.org", password: Setting.password, from: "192.0.2.2")
        s.clock.advance(seconds: 3700)
        for number in 0..<20 { try await guess(100 + number) }
    }

    @Test(arguments: Engine.allCases) func aPasswordIsChangedUnderItsOwnSlowDownAndJournaled(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let token = try await s.workspace.signIn(email: "ada@example.org", password: Setting.password, from: "192.0.2.1")
        let other = try await s.workspace.signIn(email: "ada@example.org", password: Setting.password, from: "192.0.2.1")
        let new = "une autre phrase assez longue"
        for _ in 0..<3 {
            await #expect(throws: DomainError.invalid(.password, .wrongCredentials)) {
                try await s.workspace.changePassword(token, from: "faux", to: new)
            }
        }
        await #expect(throws: DomainError.invalid(.password, .tryAgainIn(seconds: 2))) {
            try await s.workspace.changePassword(token, from: Setting.password, to: new)
        }
        s.clock.advance(seconds: 3)
        try await s.workspace.changePassword(token, from: Setting.password, to: new)
        #expect(try await s.workspace.guest(other) == nil)
        #expect(try await s.workspace.guest(token) != nil)
        #expect(try await s.workspace.journal(plan: nil, before: nil, s.administrator).model.first?.verb == .passwordChanged)
        _ = try await s.workspace.signIn(email: "ada@example.org", password: new, from: "192.0.2.1")
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func anUnknownEmailAnswersAsAWrongPassword(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        await #expect(throws: DomainError.invalid(.password, .wrongCredentials)) {
            _ = try await s.workspace.signIn(email: "nobody@example.org", password: Setting.password, from: "192.0.2.1")
        }
    }

    @Test(arguments: Engine.allCases) func theFirstLinkOpensOnce(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let link = try await s.workspace.openSetupLink()
        let new = NewOrganisation(
            name: "Autre", slug: "", timeZone: "Europe/Paris", administratorName: "Bo", email: "bo@example.org",
            password: Setting.password)
        let (organisation, session) = try await s.workspace.setUp(new, link: link)
        #expect(organisation.slug == "autre")
        #expect(try await s.workspace.guest(session)?.organisations.map(\.slug) == ["autre"])
        await #expect(throws: DomainError.invalid(.email, .linkExpired)) { _ = try await s.workspace.setUp(new, link: link) }
    }

    @Test(arguments: Engine.allCases) func anOrganisationNeverSeesAnother(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("Mesurer")
        let other = try await s.workspace.create(
            NewOrganisation(
                name: "Autre", slug: "autre", timeZone: "Europe/Paris", administratorName: "Bo", email: "bo@example.org",
                password: Setting.password), door: .commandLine)
        let token = try await s.workspace.signIn(email: "bo@example.org", password: Setting.password, from: "192.0.2.1")
        await #expect(throws: DomainError.notFound(.organisation)) {
            _ = try await s.workspace.plans(.session(token: token, organisation: s.organisation.slug, needs: .read))
        }
        let visitor = Visitor.session(token: token, organisation: other.slug, needs: .read)
        await #expect(throws: DomainError.notFound(.plan)) { _ = try await s.workspace.overview(of: 1, visitor) }
        await #expect(throws: DomainError.notFound(.plan)) {
            _ = try await s.workspace.action(ActionID(plan: 1, number: 1), visitor)
        }
        #expect(try await s.workspace.plans(visitor).model.isEmpty)
    }

    @Test(arguments: Engine.allCases) func aRouteNeedsWhatItDeclares(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let token = try await s.workspace.signIn(email: "reader@example.org", password: Setting.password, from: "192.0.2.1")
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.plans(.session(token: token, organisation: s.organisation.slug, needs: .administer))
        }
    }

    @Test(arguments: Engine.allCases) func membersAreAddedByAdministratorsOnly(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let new = NewMember(name: "Zoé", email: "zoe@example.org", password: Setting.password, role: .pilot, unit: "DSI", position: "")
        for role in [Role.coordinator, .pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { try await s.workspace.addMember(new, as: s.visitor(role)) }
        }
        let member = try await s.workspace.addMember(new, as: s.administrator)
        #expect(member.party.unit != nil)
        await #expect(throws: DomainError.invalid(.email, .alreadyTaken("zoe@example.org"))) {
            try await s.workspace.addMember(new, as: s.administrator)
        }
        // Rights go with the person: a second of the same name is told apart.
        var homonym = new
        homonym.email = "zoe.bis@example.org"
        await #expect(throws: DomainError.invalid(.person, .alreadyTaken("Zoé"))) {
            try await s.workspace.addMember(homonym, as: s.administrator)
        }
        // A person known from the plan becomes a member as she stands, and her move is journaled.
        _ = try await s.workspace.addParty(.person, name: "Lou", PartyPlace(unit: "Ventes", position: nil), as: s.administrator)
        homonym.name = "Lou"
        #expect(try await s.workspace.addMember(homonym, as: s.administrator).party.unit == member.party.unit)
        #expect(
            try await s.workspace.journal(plan: nil, before: nil, s.administrator).model.prefix(2).map(\.verb)
                == [.memberAdded, .partyChanged])
        var weak = new
        weak.email = "pas une adresse"
        weak.password = "court"
        await #expect(
            throws: DomainError.invalid([Violation(.email, .notAnEmail("pas une adresse")), Violation(.password, .tooShort(min: 12))])
        ) {
            try await s.workspace.addMember(weak, as: s.administrator)
        }
    }

    @Test(arguments: Engine.allCases) func aPlanLivesItsLife(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        try await s.workspace.propose(1, reading: 1, as: coordinator)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            try await s.workspace.withdraw(1, reading: 1, as: coordinator)
        }
        await #expect(throws: DomainError.forbidden) {
            try await s.workspace.withdraw(1, reading: nil, as: s.visitor(.pilot))
        }
        try await s.workspace.validate(
            1, reading: 2, Validation(on: s.day("2026-06-10"), body: "Conseil", person: "La présidente"), as: coordinator)
        let communication = Communication(
            on: s.day("2026-06-12"), audience: "Agents", channels: "Intranet", proof: "https://example.org/plan")
        try await s.workspace.communicate(1, reading: nil, communication, as: coordinator)
        let plan = try await s.workspace.plan(1, s.visitor(.reader)).model.plan
        #expect(plan.state == .communicated)
        #expect(plan.validation?.body == "Conseil")
        #expect(plan.communication == communication)
        // A forecast now moves with its reason; the baseline stays.
        let action = try await s.add("Mesurer") { $0.due = s.day("2026-09-30") }
        var report = StageReport()
        report.forecast = s.day("2026-12-31")
        await #expect(throws: DomainError.invalid(.reason, .reasonOfSlippageNeeded)) {
            _ = try await s.workspace.report(action.id, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        }
        report.slippageReason = "Budget reporté"
        let slipped = try await s.workspace.report(action.id, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        #expect(slipped.action.current.slippage == 92)
        try await s.workspace.close(1, reading: nil, as: coordinator)
        await #expect(throws: DomainError.invalid(.state, .planClosed)) { _ = try await s.add("Trop tard") }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func axesAreEditedButNotLost(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let plan = try await s.plan()
        #expect(plan.axes.count == 9)
        _ = try await s.add("Mesurer") { $0.axis = 3 }
        let coordinator = s.visitor(.coordinator)
        await #expect(throws: DomainError.self) {
            try await s.workspace.setAxes(1, reading: nil, [(number: 1, title: "Gouverner", theme: "a")], as: coordinator)
        }
        try await s.workspace.setAxes(
            1, reading: nil,
            [
                (number: 1, title: "Gouverner", theme: "a"), (number: 3, title: "Mesurer", theme: "c"),
                (number: nil, title: "Neuf", theme: nil),
            ],
            as: coordinator)
        #expect(
            try await s.workspace.plan(1, coordinator).model.plan.axes
                == [
                    Axis(number: 1, title: "Gouverner", theme: "a"), Axis(number: 3, title: "Mesurer", theme: "c"),
                    Axis(number: 10, title: "Neuf", theme: nil),
                ])
    }

    @Test(arguments: Engine.allCases) func cataloguesStandSideBySide(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        var newer = try BundledCatalogue.load()
        newer.name = "guide-nr"
        newer.version = "2"
        newer.practices.removeAll { $0.id == "a.2" }
        let entry = try await s.workspace.importCatalogue(newer, as: s.visitor(.coordinator))
        #expect(entry.practices == 58)
        await #expect(throws: DomainError.invalid(.catalogue, .alreadyTaken("guide-nr@2"))) {
            _ = try await s.workspace.importCatalogue(newer, as: s.visitor(.coordinator))
        }
        await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.importCatalogue(newer, as: s.visitor(.pilot)) }
        // The plan built before answers to what it answered; the next one to the last imported.
        #expect(try await s.workspace.overview(of: 1, s.administrator).model.catalogue?.reference.description == "jalon@1")
        let next = try await s.plan()
        #expect(next.catalogue == entry.id)
        #expect(try await s.workspace.catalogue("guide-nr", s.visitor(.reader)).model.catalogue == newer)
        #expect(try await s.workspace.catalogue("jalon@1", s.visitor(.reader)).model.catalogue == BundledCatalogue.load())
        // Moved to another guide, a plan is sorted by what that one says; practices it no longer knows stay on the actions.
        _ = try await s.add("Piloter") { $0.practices = ["a.2"] }
        _ = try await s.add("Acheter") { $0.practices = ["a.1"] }
        func priorities() async throws -> [PracticePriority?] {
            let rows = try await s.workspace.actions(of: 1, ActionQuery(), size: 10, s.administrator).model.page.rows
            return rows.sorted { $0.number < $1.number }.map(\.priority)
        }
        let before = try await priorities()
        #expect(before.allSatisfy { $0 != nil })
        try await s.workspace.movePlan(1, reading: nil, toCatalogue: "guide-nr@2", as: s.visitor(.coordinator))
        #expect(try await s.workspace.overview(of: 1, s.administrator).model.catalogue?.id == entry.id)
        #expect(try await priorities() == [nil, before[1]])
        let read = try await s.workspace.action(ActionID(plan: 1, number: 1), s.administrator).model.action
        var edit = ActionEdit(of: read)
        edit.label = "Piloter encore"
        func input(_ edit: ActionEdit) -> ActionInput { ActionInput(edit: edit, pilot: "", contributors: [], perimeter: []) }
        #expect(try await s.workspace.edit(read.id, reading: nil, input(edit), as: s.administrator).action.practices == ["a.2"])
        edit.practices.append("z.9")
        await #expect(throws: DomainError.invalid(.practices, .unknown("z.9"))) {
            _ = try await s.workspace.edit(read.id, reading: nil, input(edit), as: s.administrator)
        }
    }

    @Test(arguments: Engine.allCases) func aPlanIsBuiltFromItsGuide(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let plan = try await s.plan()
        var filter = PracticeFilter()
        filter.theme = "d"
        let choice = try await s.workspace.buildChoice(plan: 1, filter, s.visitor(.coordinator)).model
        #expect(choice.practices.map(\.id) == ["d.1", "d.2", "d.3", "d.4", "d.5", "d.6"])
        let proposals = choice.practices.map { NewAction.proposed(for: $0, in: plan, from: nil, .fr, today: s.day("2026-06-16")) }
        let (actions, created) = try await s.workspace.addActions(proposals, to: 1, as: s.visitor(.coordinator))
        #expect(actions.count == 6)
        #expect(actions.allSatisfy { $0.axis == 4 && !$0.indicators.isEmpty && $0.pilot != nil })
        #expect(created.allSatisfy { $0.kind == .position })
        #expect(
            try await s.workspace.buildChoice(plan: 1, filter, s.visitor(.coordinator)).model.answered == Set(choice.practices.map(\.id)))
        filter.uncoveredOnly = true
        #expect(try await s.workspace.buildChoice(plan: 1, filter, s.visitor(.coordinator)).model.practices.isEmpty)
    }
}

@Suite struct DirectoryContractTests {
    @Test(arguments: Engine.allCases) func unitsFormATree(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let none = PartyPlace(unit: nil, position: nil)
        _ = try await s.workspace.addParty(.unit, name: "Ressources", none, as: s.administrator)
        let finance = try await s.workspace.addParty(
            .unit, name: "Finances", PartyPlace(unit: "Ressources", position: nil), as: s.administrator)
        _ = try await s.workspace.addParty(.unit, name: "Paie", PartyPlace(unit: "Finances", position: nil), as: s.administrator)
        await #expect(throws: DomainError.invalid(.unit, .ownAncestor)) {
            _ = try await s.workspace.editParty(
                .named("ressources", nil), PartyPlace(unit: "Paie", position: nil), as: s.administrator)
        }
        await #expect(throws: DomainError.invalid(.name, .alreadyTaken("finances"))) {
            _ = try await s.workspace.addParty(.unit, name: "finances", none, as: s.administrator)
        }
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.addParty(.unit, name: "Autre", none, as: s.visitor(.coordinator))
        }
        // What a position pilots is carried by the units above it.
        _ = try await s.plan()
        let action = try await s.add("Payer", pilot: "Responsable paie")
        _ = try await s.workspace.editParty(
            .named("Responsable paie", .position), PartyPlace(unit: "Paie", position: nil), as: s.administrator)
        var query = ActionQuery()
        query.filter.unit = finance.unit
        #expect(try await s.workspace.actions(of: 1, query, size: 50, s.administrator).model.page.rows.map(\.number) == [1])
        #expect(try await s.workspace.action(action.id, s.administrator).model.direction == "Paie")
    }

    @Test(arguments: Engine.allCases) func anOrganisationKeepsAnAdministrator(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        await #expect(throws: DomainError.invalid(.role, .lastAdministrator)) {
            _ = try await s.workspace.setRole(.reader, of: "ada@example.org", as: s.administrator)
        }
        await #expect(throws: DomainError.invalid(.role, .lastAdministrator)) {
            _ = try await s.workspace.removeMember("ada@example.org", as: s.administrator)
        }
        #expect(try await s.workspace.setRole(.administrator, of: "Reader@example.org", as: s.administrator).role == .administrator)
        let ada = Visitor.commandLine(email: "ada@example.org", organisation: nil)
        _ = try await s.workspace.removeMember("pilot@example.org", as: ada)
        await #expect(throws: DomainError.notFound(.member)) { _ = try await s.workspace.plans(s.visitor(.pilot)) }
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.setRole(.administrator, of: "auditor@example.org", as: s.visitor(.auditor))
        }
    }
}

@Suite struct NameTests {
    @Test(arguments: Engine.allCases) func aNameOfAnyLengthGivesASlug(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        // Its sixtieth character is a hyphen.
        let name = String(repeating: "a", count: 59) + " bcd"
        func create(_ name: String) async throws -> Organisation {
            try await s.workspace.create(
                NewOrganisation(
                    name: name, slug: "", timeZone: "Europe/Paris", administratorName: "Bo", email: "\(name.count)@example.org",
                    password: Setting.password), door: .commandLine)
        }
        #expect(try await create(name).slug == String(repeating: "a", count: 59))
        await #expect(throws: DomainError.self) { _ = try await create("Public") }
    }

    @Test func aMomentIsTheOneThatTheClocksShowed() {
        let paris = Zone("Europe/Paris")
        #expect(paris.offset(at: Instant(seconds: 1_768_471_200)) == 3600)  // 2026-01-15
        #expect(paris.offset(at: Instant(seconds: 1_784_109_600)) == 7200)  // 2026-07-15
        #expect(!Zone("Mars/Olympus").exists)
    }
}

@Suite struct ReturningMemberTests {
    @Test(arguments: Engine.allCases) func whoWasRemovedMayComeBack(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.workspace.removeMember("reader@example.org", as: s.administrator)
        let back = NewMember(name: "", email: "reader@example.org", password: "", role: .auditor, unit: "", position: "")
        #expect(try await s.workspace.addMember(back, as: s.administrator).name == "Rose Lit")
        #expect(try await s.workspace.plans(s.visitor(.reader)).actor.role == .auditor)
    }
}
