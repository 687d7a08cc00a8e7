/// What versions promise, on both engines.
import JalonDomain
import JalonExchange
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct VersionContractTests {
    private func due(_ s: Setting, _ number: Int, _ day: String, reason: String = "") async throws {
        let id = ActionID(plan: 1, number: number)
        let action = try await s.workspace.action(id, s.administrator).model.action
        var input = ActionInput(edit: ActionEdit(of: action), pilot: "DSI", contributors: [], perimeter: [])
        input.edit.due = s.day(day)
        input.edit.slippageReason = reason
        _ = try await s.workspace.edit(id, reading: nil, input, as: s.visitor(.coordinator))
    }

    @Test(arguments: Engine.allCases) func whatIsValidatedIsWhatWasProposed(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.plan()
        _ = try await s.add("Garder les postes", pilot: "DSI") { $0.due = s.day("2026-12-31") }
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        // Moved while it was being read: what is validated is the candidate.
        try await due(s, 1, "2027-03-31")
        let before = try await s.workspace.versions(of: 1, coordinator).model
        #expect(before.versions.isEmpty && before.candidate != nil && before.revision?.since == .candidate)
        #expect(before.revision?.tally == [.redated: 1])
        let validation = Validation(on: s.day("2026-03-12"), body: "COPIL", person: "Direction générale")
        #expect(try await s.workspace.validate(1, reading: nil, validation, as: coordinator) == 1)

        let sheet = try await s.workspace.version(1, of: 1, s.visitor(.reader)).model
        #expect(sheet.version.validation == validation && sheet.version.recordedBy == "Inès Coord")
        #expect(sheet.actions.map(\.due) == [s.day("2026-12-31")])
        let after = try await s.workspace.versions(of: 1, coordinator).model
        #expect(after.candidate == nil && after.revision?.since == .version(1) && after.revision?.isUnderWay == true)

        // The promise is what was read.
        let promised = try await s.workspace.action(ActionID(plan: 1, number: 1), coordinator).model.action.current
        #expect(promised.baseline == s.day("2026-12-31") && promised.forecast == s.day("2027-03-31"))

        // The version stays in force until the next validation, and whole after it.
        try await due(s, 1, "2027-06-30", reason: "Marché relancé")
        _ = try await s.add("Nouvelle")
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        #expect(try await s.workspace.versions(of: 1, coordinator).model.versions.map(\.number) == [1])
        let second = Validation(on: s.day("2026-06-10"), body: "COPIL", person: "")
        #expect(try await s.workspace.validate(1, reading: nil, second, as: coordinator) == 2)
        #expect(try await s.workspace.version(1, of: 1, coordinator).model.actions == sheet.actions)
        #expect(try await s.workspace.versions(of: 1, coordinator).model.revision?.isUnderWay == false)

        let changes = try await s.workspace.planChanges(of: 1, from: .version(1), to: .version(2), coordinator).model
        #expect(changes.difference.tally == [.added: 1, .redated: 1])
        let json = changesJSON(changes).written
        #expect(json.contains("\"number\": 1,\n      \"field\": \"due\",\n      \"from\": \"2026-12-31\",\n      \"to\": \"2027-06-30\""))
        #expect(changesMarkdown(changes, Words(.fr)).contains("- Échéance\u{A0}: 31 décembre 2026 → 30 juin 2027"))
        await #expect(throws: DomainError.invalid(.to, .before(.from))) {
            _ = try await s.workspace.planChanges(of: 1, from: .version(2), to: .version(1), coordinator)
        }
        await #expect(throws: DomainError.notFound(.version)) { _ = try await s.workspace.version(3, of: 1, coordinator) }
        // Baseline dates are those of the first promise.
        let slippage = try await s.workspace.slippage(of: 1, coordinator).model.slippage
        #expect(slippage.moved.map(\.days) == [181] && slippage.moved.first?.reason == "Marché relancé" && slippage.whole.later == 1)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aPlanIsToldSeveralTimes(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.plan()
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        _ = try await s.workspace.validate(
            1, reading: nil, Validation(on: s.day("2026-03-12"), body: "COPIL", person: ""), as: coordinator)
        let told = [("Tous les agents", "2026-03-20"), ("Communes membres", "2026-04-02")].map { audience, day in
            Communication(on: s.day(day), audience: audience, channels: "intranet", proof: "https://intranet.example.org/plan")
        }
        for communication in told + [told[1]] { try await s.workspace.communicate(1, reading: nil, communication, as: coordinator) }
        let sheet = try await s.workspace.versions(of: 1, s.visitor(.auditor)).model
        #expect(sheet.communications.map(\.communication) == told.reversed() && sheet.communications.allSatisfy { $0.version == 1 })
        #expect(sheet.plan.state == .communicated && sheet.plan.communication == told[1])
        #expect(try await s.workspace.verify() == [])
    }

    /// All or nothing: what is refused, or stops half-way, leaves neither a freeze nor a version.
    @Test(arguments: Engine.allCases) func whatIsRefusedFreezesNothing(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("Garder les postes")
        func freezes() async throws -> Int {
            try await s.workspace.database.read {
                try $0.count("SELECT COUNT(*) FROM frozen_plan") + $0.count("SELECT COUNT(*) FROM plan_version")
            }
        }
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { try await s.workspace.propose(1, reading: nil, as: s.visitor(role)) }
        }
        await #expect(throws: DomainError.self) { try await s.workspace.propose(1, reading: 7, as: s.visitor(.coordinator)) }
        #expect(try await freezes() == 0)
        try await s.workspace.propose(1, reading: nil, as: s.visitor(.coordinator))
        await #expect(throws: DomainError.self) {
            _ = try await s.workspace.validate(
                1, reading: nil, Validation(on: s.day("2026-06-17"), body: "COPIL", person: ""), as: s.visitor(.coordinator))
        }
        struct Crash: Error {}
        let organisation = s.organisation.id
        await #expect(throws: Crash.self) {
            try await s.workspace.database.write(lock: organisation) { sql in
                let plan = try #require(try PlanStore(sql, organisation: organisation).find(1))
                _ = try SnapshotStore(sql, organisation: organisation).insert(
                    FrozenPlan(of: plan, catalogue: ""), [], for: .proposal, by: "", at: s.clock.now)
                throw Crash()
            }
        }
        #expect(try await freezes() == 1)
    }
}
