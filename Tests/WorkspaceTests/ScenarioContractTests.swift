/// Scenarios: proposed from means, needs and priorities, explained, compared, adopted by a decision; on both engines.
import JalonDomain
import JalonPlanning
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct ScenarioContractTests {
    /// A direction that carries one action at a time; today is in the second quarter of 2026.
    private func setting(_ engine: Engine, budgets: [Int: Int] = [2026: 50_000_00, 2027: 50_000_00, 2028: 50_000_00]) async throws
        -> Setting
    {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.workspace.setMeans(
            of: 1, reading: nil, MeansEdit(capacities: [.init(direction: "Direction du numérique", usual: 10)], budgets: budgets),
            as: s.visitor(.coordinator))
        return s
    }

    private func direction(_ s: Setting) async throws -> Int {
        try #require(try await s.workspace.parties(named: "Direction du numérique", s.visitor(.coordinator)).model.first).id
    }

    /// An action of one réalisation: how long, how many days a quarter, how much.
    private func add(
        _ label: String, impact: Int? = 4, quarters: Int = 2, days: Double = 10, cost: Int = 1_000_00,
        standing: ActionNeedsEdit.Standing? = nil, in s: Setting
    ) async throws -> ActionID {
        let id = try await s.add(label) {
            $0.impact = impact
            $0.effort = 2
        }.id
        let estimate = StageEstimate(quarters: quarters, effort: [try await direction(s): days], cost: cost)
        _ = try await s.workspace.setNeeds(
            of: id, reading: nil, ActionNeedsEdit(stages: [StageKey(.implementation, 1): estimate], standing: standing),
            as: s.visitor(.coordinator))
        return id
    }

    private func propose(_ s: Setting, _ settings: ScenarioSettings = ScenarioSettings(name: "Essai")) async throws -> ScenarioOutcome {
        try await s.workspace.proposal(settings, of: 1, means: nil, .work(20), s.visitor(.coordinator)) { _ in }.outcome
    }

    @Test(arguments: Engine.allCases) func aProposalFitsTheMeansAndExplainsItself(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let small = try await add("Petit effet", impact: 2, in: s)
        let great = try await add("Grand effet", impact: 5, in: s)
        let unknown = try await s.add("Sans estimation") { $0.impact = 5 }.id
        let after = try await add("Après", in: s)
        _ = try await s.workspace.link(after, .dependsOn, to: unknown.number, as: s.visitor(.coordinator))
        let unranked = try await add("Sans effet dit", impact: nil, in: s)
        let large = try await add("Trop grande", days: 30, in: s)
        let aside = try await add(
            "Écartée", standing: .init(obligation: nil, isExcluded: true, reason: "Plus tard"), in: s)
        let outcome = try await propose(s)
        // The greatest first, one at a time: nothing better can be, and it is proved.
        #expect(outcome.isOptimal && outcome.gap == 0 && outcome.first == "2026-Q2" && outcome.quarters == 11)
        let planned = Dictionary(uniqueKeysWithValues: outcome.planned.map { ($0.number, $0) })
        #expect(planned.keys.sorted() == [small.number, great.number] && outcome.inForce == 2)
        #expect(planned[great.number]?.stages.map(\.start) == [0] && planned[great.number]?.inForce == 2)
        #expect(planned[small.number]?.stages.map(\.start) == [2])
        let whom = try await direction(s)
        #expect(planned[small.number]?.holds == [.lacks(.days(direction: whom, quarter: 1, days: 10))])
        #expect(outcome.loads.first?.used.prefix(5) == [10, 10, 10, 10, 0] && outcome.loads.first?.capacity?.first == 10)
        #expect(outcome.money.map(\.used) == [2000, 0, 0])
        let reasons = Dictionary(uniqueKeysWithValues: outcome.out.map { ($0.number, $0.reason) })
        #expect(reasons[unknown.number] == .notEstimated && reasons[after.number] == .dependsOn(unknown.number))
        #expect(reasons[unranked.number] == .notRanked && reasons[aside.number] == .excluded("Plus tard"))
        guard case .lacks(let lacking, with: _)? = reasons[large.number] else {
            Issue.record("It lacks something: \(String(describing: reasons[large.number]))")
            return
        }
        #expect(lacking.allSatisfy { if case .days(whom, _, _) = $0 { true } else { false } })
        // With what is told, it is in, and the others stay.
        let granted = try await propose(s, ScenarioSettings(name: "Plus", people: 400))
        #expect(Set(granted.planned.map(\.number)) == [small.number, great.number, large.number] && granted.value > outcome.value)
        #expect(granted.bound >= outcome.bound)
        // The same work gives the same answer.
        let again = try await propose(s)
        #expect(again.planned == outcome.planned && again.out == outcome.out && again.value == outcome.value)
        // A gain in place of the priorities.
        _ = try await s.workspace.addGain("server-manufacture", quantity: 5, on: unranked, as: s.visitor(.coordinator))
        let climate = try await propose(s, ScenarioSettings(name: "Climat", aim: "climate"))
        #expect(climate.planned.map(\.number) == [unranked.number])
    }

    @Test(arguments: Engine.allCases) func whatRunsGoesOnAndYearsAreCivilOnes(_ engine: Engine) async throws {
        let s = try await setting(engine, budgets: [2026: 3_000_00, 2027: 2_000_00, 2028: 0])
        let begun = try await add("En cours", impact: 1, quarters: 4, cost: 3_000_00, in: s)
        var report = StageReport()
        report.progress = .inProgress
        report.on = s.day("2026-02-10")
        _ = try await s.workspace.report(begun, reading: nil, ReportInput(report: report, perimeter: nil), as: s.visitor(.coordinator))
        let next = try await add("Ensuite", impact: 5, cost: 1_500_00, in: s)
        let other = try await add("Autre", impact: 5, cost: 1_500_00, in: s)
        let outcome = try await propose(s)
        let planned = Dictionary(uniqueKeysWithValues: outcome.planned.map { ($0.number, $0) })
        // It began in the first quarter of 2026: three are left, and its cost is spent.
        #expect(planned[begun.number]?.stages.map(\.isBegun) == [true] && planned[begun.number]?.stages.first?.end == 3)
        // Nothing is left of 2026, and 2027 pays for one.
        #expect(outcome.planned.count == 2 && [next.number, other.number].contains { planned[$0]?.stages.first?.start == 3 })
        #expect(outcome.quarter(3).code == "2027-Q1" && outcome.money.map(\.used) == [0, 1500, 0])
        let left = try #require(outcome.out.first)
        guard case .lacks(let lacking, with: _) = left.reason else {
            Issue.record("\(left.reason)")
            return
        }
        #expect(lacking.contains(.euros(year: 2027, euros: 1000)))
        // An obligation that nothing carries is named.
        _ = try await add(
            "Obligatoire", days: 50, standing: .init(obligation: .legal, isExcluded: false, reason: "Loi"), in: s)
        do {
            _ = try await propose(s)
            Issue.record("Nothing carries it.")
        } catch let refusal as ScenarioRefusal {
            guard case .obligation(let number, let lacking)? = refusal.flaws.first else {
                Issue.record("\(refusal.flaws)")
                return
            }
            #expect(number == 4 && lacking.contains { if case .days(_, _, 40) = $0 { true } else { false } })
        }
    }

    @Test(arguments: Engine.allCases) func whatRunsTakesItsDaysAndObligationsAreNeverForgotten(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let coordinator = s.visitor(.coordinator)
        let begun = try await add("En cours", quarters: 4, days: 6, in: s)
        var report = StageReport()
        report.progress = .inProgress
        report.on = s.day("2026-05-10")
        _ = try await s.workspace.report(begun, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        _ = try await s.workspace.setNeeds(
            of: begun, reading: nil, ActionNeedsEdit(standing: .init(obligation: nil, isExcluded: true, reason: "Revoir")), as: coordinator)
        let must = try await s.add("Loi") { $0.impact = 5 }.id
        _ = try await s.workspace.setNeeds(
            of: must, reading: nil, ActionNeedsEdit(standing: .init(obligation: .legal, isExcluded: false, reason: "Loi")), as: coordinator)
        let outcome = try await propose(s)
        #expect(outcome.planned.isEmpty && outcome.loads.first?.used.prefix(5) == [6, 6, 6, 6, 0])
        #expect(outcome.out.map(\.reason) == [.excluded("Revoir"), .notEstimated] && outcome.obligationsOut == [must.number])
        #expect(Words(.fr).proposal(outcome).hasSuffix("Obligatoire et sans place\u{A0}: l’action \(must.number)."))
        await #expect(throws: DomainError.invalid(.aim, .planning(.unknownAim("toto", among: ["score"])))) {
            _ = try await propose(s, ScenarioSettings(name: "Rien", aim: "toto"))
        }
        s.clock.advance(days: 1200)
        await #expect(throws: DomainError.invalid(.to, .planning(.planOver))) { _ = try await propose(s) }
    }

    @Test func amountsAreForWhoReadsCosts() {
        let lacking: [Shortage] = [.days(direction: 1, quarter: 0, days: 3), .euros(year: 2026, euros: 12_000)]
        let scenario = Scenario(
            number: 1, settings: ScenarioSettings(name: "Essai"), state: .failed, outcome: nil, flaws: [.obligation(4, lacking: lacking)],
            adoption: nil, author: "", at: Instant(seconds: 0))
        let words = Words(.fr)
        #expect(words.scenarioFlaw(scenario.flaws[0], [1: "Achats"]).contains("12\u{202F}000\u{A0}€"))
        let spared = words.scenarioFlaw(scenario.withoutMoney.flaws[0], [1: "Achats"])
        #expect(spared.contains("3\u{A0}jours de Achats et du budget en 2026") && !spared.contains("12"))
    }

    @Test(arguments: Engine.allCases) func ofObligationsThatDoNotFitTogetherOneSaysWhatItLacks(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let now = Period(.quarter, of: s.day("2026-06-16"))
        for label in ["Loi", "Engagement"] {
            let id = try await add(label, standing: .init(obligation: .legal, isExcluded: false, reason: label), in: s)
            _ = try await s.workspace.setNeeds(
                of: id, reading: nil, ActionNeedsEdit(window: .init(notBefore: nil, notAfter: now)), as: s.visitor(.coordinator))
        }
        do {
            _ = try await propose(s)
            Issue.record("Both start in one quarter, with days for one.")
        } catch let refusal as ScenarioRefusal {
            guard refusal.flaws.count == 1, case .obligation(_, let lacking)? = refusal.flaws.first else {
                Issue.record("\(refusal.flaws)")
                return
            }
            let whom = try await direction(s)
            #expect(lacking == [.days(direction: whom, quarter: 0, days: 10), .days(direction: whom, quarter: 1, days: 10)])
        }
    }

    @Test(arguments: Engine.allCases) func aScenarioIsAdoptedByADecision(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let coordinator = s.visitor(.coordinator)
        let first = try await add("Première", impact: 5, in: s)
        let second = try await add("Seconde", impact: 3, in: s)
        let outcome = try await propose(s)
        let kept = try await s.workspace.keep(ScenarioSettings(name: "Essai"), outcome, of: 1, as: coordinator)
        #expect(kept.outcome == outcome && kept.number == 1)
        let listing = try await s.workspace.scenarios(of: 1, s.visitor(.reader)).model
        #expect(listing.scenarios == [kept.withoutMoney] && listing.hasMeans && listing.unready.isEmpty)
        #expect(try await s.workspace.scenarios(of: 1, coordinator).model.scenarios == [kept])
        let preview = try await s.workspace.previewAdoption(1, of: 1, coordinator).model
        #expect(preview.lines.map(\.target.number) == [first.number, second.number] && preview.unchanged == 0)
        #expect(preview.lines.allSatisfy { $0.violations.isEmpty && $0.moves.count == 1 })
        let decision = (by: "COPIL", on: s.day("2026-06-10"), reason: "Moyens confirmés")
        for (wrong, error) in [
            ((by: "", on: decision.on, reason: "x"), DomainError.invalid(.decidedBy, .required)),
            ((by: "x", on: s.day("2027-01-01"), reason: "x"), .invalid(.decidedOn, .inTheFuture)),
        ] {
            await #expect(throws: error) {
                _ = try await s.workspace.adopt(1, of: 1, preview.lines.map(\.target), wrong, as: coordinator)
            }
        }
        let old = BulkTarget(number: first.number, version: 99)
        await #expect(throws: DomainError.self) { _ = try await s.workspace.adopt(1, of: 1, [old], decision, as: coordinator) }
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) {
                _ = try await s.workspace.adopt(1, of: 1, preview.lines.map(\.target), decision, as: s.visitor(role))
            }
        }
        #expect(try await s.workspace.adopt(1, of: 1, preview.lines.map(\.target), decision, as: coordinator) == 2)
        let stage = try await s.workspace.action(first, coordinator).model.action.current
        #expect(stage.plannedStart == s.day("2026-06-16") && stage.forecast == s.day("2026-09-30"))
        let later = try await s.workspace.action(second, coordinator).model.action.current
        #expect(later.plannedStart == s.day("2026-10-01") && later.forecast == s.day("2027-03-31"))
        let sheet = try await s.workspace.scenario(1, of: 1, coordinator).model
        #expect(sheet.scenario.adoption?.by == "COPIL" && !sheet.isStale && sheet.readsMoney)
        #expect(try await s.workspace.previewAdoption(1, of: 1, coordinator).model.lines.isEmpty)
        #expect(try await !s.workspace.scenario(1, of: 1, s.visitor(.reader)).model.readsMoney)
        // What changes since makes it out of date.
        _ = try await add("Nouvelle", impact: 5, in: s)
        #expect(try await s.workspace.scenario(1, of: 1, coordinator).model.isStale)
        try await s.workspace.removeScenario(1, of: 1, as: coordinator)
        await #expect(throws: DomainError.notFound(.scenario)) { _ = try await s.workspace.scenario(1, of: 1, coordinator) }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aProposalIsComputedApartAndCanBeStopped(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let coordinator = s.visitor(.coordinator)
        for index in 1...4 { _ = try await add("Action \(index)", impact: index, in: s) }
        let scenario = try await s.workspace.propose(ScenarioSettings(name: "Long", seconds: 120), of: 1, as: coordinator)
        #expect(scenario.state == .running && scenario.outcome == nil)
        try await s.workspace.cancelScenario(scenario.number, of: 1, as: coordinator)
        var read = scenario
        for _ in 0..<600 where read.state == .running {
            try await Task.sleep(for: .milliseconds(50))
            read = try await s.workspace.scenario(scenario.number, of: 1, coordinator).model.scenario
        }
        #expect(read.state == .done && read.outcome != nil)
        await #expect(throws: DomainError.invalid([Violation(.name, .required), Violation(.people, .outOfRange(10, 500))])) {
            _ = try await s.workspace.propose(ScenarioSettings(name: "", people: 0), of: 1, as: coordinator)
        }
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.propose(ScenarioSettings(name: "Non"), of: 1, as: s.visitor(.pilot))
        }
    }
}
