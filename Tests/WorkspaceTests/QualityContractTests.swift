/// The quality of a plan through its verbs, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct QualityContractTests {
    private func report(_ s: Setting) async throws -> QualityReport {
        try await s.workspace.quality(of: 1, s.visitor(.reader)).model.report
    }

    private func rules(_ s: Setting, of number: Int) async throws -> [QualityRule] {
        try await report(s).findings.filter { $0.number == number }.map(\.rule)
    }

    @Test(arguments: Engine.allCases) func whatAnActionLacksIsFoundAndMended(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        #expect(try await report(s).score == nil)
        let bare = try await s.add("Mesurer")
        let study = try await s.add("Étudier", pilot: "Karim Pilote", level: .reflection) {
            $0.due = s.day("2026-07-01")
            $0.impact = 3
            $0.objectives = ["Savoir quoi garder"]
            $0.indicators = ["Postes étudiés"]
        }
        #expect(
            try await rules(s, of: bare.id.number) == [.withoutPilot, .withoutDue, .withoutIndicator, .withoutObjective, .withoutImpact])
        #expect(try await rules(s, of: study.id.number) == [.withoutDeliverable])
        // Said on the action's own page as on the plan's.
        let sheet = try await s.workspace.action(study.id, s.visitor(.pilot)).model
        #expect(sheet.findings.map(\.rule) == [.withoutDeliverable])

        var done = StageReport()
        (done.deliverableTitle, done.method, done.result) = ("Étude", "Inventaire", "612 postes")
        done.mobilised = "Achats, numérique"
        done.progress = .done
        _ = try await s.workspace.report(study.id, reading: nil, ReportInput(report: done, perimeter: nil), as: s.visitor(.pilot))
        #expect(try await rules(s, of: study.id.number) == [.withoutEvidence])
        // What was counted does not outlive the day, nor a change.
        s.clock.advance(days: 31)
        #expect(try await rules(s, of: study.id.number) == [.decisionAwaited, .withoutEvidence])
        _ = try await s.workspace.setArchived(true, study.id, as: s.visitor(.coordinator))
        #expect(try await rules(s, of: study.id.number) == [])
    }

    @Test(arguments: Engine.allCases) func rulesAreTheOrganisations(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("Mesurer")
        let read = try await s.workspace.qualityRules(s.administrator).model
        var rules = read
        rules[.withoutPilot].level = .off
        rules[.withoutNews].days = 90
        try await s.workspace.setQualityRules(rules, reading: read, as: s.administrator)
        #expect(try await s.workspace.qualityRules(s.administrator).model == rules)
        #expect(try await report(s).findings.allSatisfy { $0.rule != .withoutPilot })
        let journal = try await s.workspace.journal(plan: nil, before: nil, s.administrator).model
        let entry = try #require(journal.first)
        #expect(entry.verb == .rulesSet)
        #expect(
            entry.changes == [
                Change(field: .rule, before: "withoutPilot mend", after: "withoutPilot off"),
                Change(field: .rule, before: "withoutNews watch 60", after: "withoutNews watch 90"),
            ])
        // Whoever read them before does not set them back unseen.
        await #expect(throws: DomainError.conflict(read: 0, current: 1)) {
            try await s.workspace.setQualityRules(read, reading: read, as: s.administrator)
        }
        #expect(try await s.workspace.qualityRules(s.administrator).model == rules)
        let impossible = QualityRules([.withoutNews: QualitySetting(level: .watch, days: 0)])
        await #expect(throws: DomainError.invalid(.days, .outOfRange(1, 1000))) {
            try await s.workspace.setQualityRules(impossible, reading: nil, as: s.administrator)
        }
        await #expect(throws: DomainError.forbidden) {
            try await s.workspace.setQualityRules(read, reading: nil, as: s.visitor(.coordinator))
        }
    }
}
