/// What judgements, workshops, weights and rankings promise, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct RankingContractTests {
    /// Three open actions of plan 1.
    private func setting(_ engine: Engine, _ test: String = #function) async throws -> Setting {
        let s = try await Setting(engine, test)
        _ = try await s.plan()
        for label in ["Garder six ans", "Louer", "Mesurer"] { _ = try await s.add(label) }
        return s
    }

    private func judge(
        _ s: Setting, _ action: Int, _ steps: [JudgedCriterion: Int?], reading: JudgedSteps? = nil, in origin: JudgementOrigin = .workshop,
        closing: WorkshopClosing? = nil, as role: Role = .coordinator
    ) async throws -> Judged {
        try await s.workspace.judge(
            [JudgementInput(action: action, reading: reading, steps: steps)], of: 1, in: origin, closing: closing, as: s.visitor(role))
    }

    private func steps(_ s: Setting, _ action: Int) async throws -> JudgedSteps {
        let rows = try await s.workspace.workshop(of: 1, ActionFilter(), s.visitor(.reader)).model.rows
        return try #require(rows.first { $0.number == action }).steps
    }

    @Test(arguments: Engine.allCases) func aJudgementKeepsWhoAndWhen(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let full: [JudgedCriterion: Int?] = [.impact: 4, .effort: 2, .difficulty: 5, .cost: 1]
        #expect(try await judge(s, 1, full, in: .person).count == 4)
        #expect(try await steps(s, 1) == [.impact: 4, .effort: 2, .difficulty: 5, .cost: 1])
        let action = try await s.workspace.action(ActionID(plan: 1, number: 1), s.visitor(.reader)).model.action
        #expect(action.impact == 4 && action.effort == 2 && action.difficulty == .hard && action.version == 2)

        let said = try await s.workspace.judgements(of: 1, s.visitor(.reader)).model[1]
        #expect(
            said?[.cost]
                == Judgement(criterion: .cost, step: 1, on: s.day("2026-06-16"), author: "Inès Coord", origin: .person, workshop: nil))
        // Said again as it stands, nothing is written.
        #expect(try await judge(s, 1, full, as: .administrator).count == 0)

        // A new one replaces it, the journal keeps the old.
        #expect(try await judge(s, 1, [.cost: 3, .impact: nil], as: .administrator).count == 2)
        #expect(try await steps(s, 1) == [.effort: 2, .difficulty: 5, .cost: 3])
        let entry = try #require(try await s.workspace.journal(plan: 1, before: nil, s.administrator).model.first)
        #expect(entry.verb == .judged && entry.action == 1)
        #expect(
            entry.changes == [
                Change(field: .impact, before: "4", after: ""), Change(field: .costStep, before: "1", after: "3"),
            ])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func whatIsWrittenInTheActionIsAJudgementToo(_ engine: Engine) async throws {
        let s = try await setting(engine)
        _ = try await s.add("Former") {
            $0.impact = 3
            $0.difficulty = .hard
        }
        _ = try await judge(s, 4, [.effort: 2])
        let said = try await s.workspace.judgements(of: 1, s.visitor(.reader)).model[4]
        #expect(said?[.impact]?.step == 3 && said?[.impact]?.origin == .action && said?[.impact]?.author == "Inès Coord")
        #expect(said?[.difficulty]?.step == 4 && said?[.effort]?.origin == .workshop && said?[.cost] == nil)

        // Its form changes it: who did stands, and a step of difficulty that the word contradicts does not.
        _ = try await judge(s, 4, [.difficulty: 5])
        s.clock.advance(days: 1)
        let id = ActionID(plan: 1, number: 4)
        let sheet = try await s.workspace.action(id, s.administrator).model
        var input = ActionInput(of: sheet.action, names: sheet.names)
        input.edit.effort = 5
        input.edit.difficulty = .easy
        _ = try await s.workspace.edit(id, reading: nil, input, as: s.administrator)
        let after = try await s.workspace.judgements(of: 1, s.visitor(.reader)).model[4]
        #expect(after?[.effort]?.step == 5 && after?[.effort]?.author == "Ada Min" && after?[.effort]?.on == s.day("2026-06-17"))
        #expect(after?[.difficulty]?.step == 2 && after?[.difficulty]?.origin == .action)
    }

    @Test(arguments: Engine.allCases) func aGridIsSavedAtOnceOrNotAtAll(_ engine: Engine) async throws {
        let s = try await setting(engine)
        await #expect(throws: DomainError.invalid(.effort, .outOfRange(1, 5))) {
            _ = try await s.workspace.judge(
                [
                    JudgementInput(action: 1, reading: [:], steps: [.impact: 4]),
                    JudgementInput(action: 2, reading: [:], steps: [.effort: 6]),
                ], of: 1, in: .workshop, as: s.administrator)
        }
        #expect(try await steps(s, 1) == [:])
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { _ = try await judge(s, 1, [.impact: 1], as: role) }
        }
        await #expect(throws: DomainError.notFound(.action)) { _ = try await judge(s, 9, [.impact: 1]) }
        _ = try await s.workspace.setArchived(true, ActionID(plan: 1, number: 3), as: s.administrator)
        await #expect(throws: DomainError.invalid(.archived, .actionArchived)) { _ = try await judge(s, 3, [.impact: 1]) }
    }

    @Test(arguments: Engine.allCases) func nobodyIsOverwrittenUnseen(_ engine: Engine) async throws {
        let s = try await setting(engine)
        _ = try await judge(s, 1, [.impact: 4, .effort: 2], reading: [:], as: .administrator)
        // What was left as it was read follows what stands; what both said alike is no conflict.
        #expect(try await judge(s, 1, [.impact: nil, .effort: 2, .cost: 3], reading: [:]).count == 1)
        #expect(try await steps(s, 1) == [.impact: 4, .effort: 2, .cost: 3])
        await #expect(throws: DomainError.conflict(read: 0, current: 4)) {
            _ = try await judge(s, 1, [.impact: 5, .effort: 2, .cost: 3], reading: [.cost: 3])
        }
        #expect(try await judge(s, 1, [.impact: 5], reading: [.impact: 4]).count == 1)
    }

    @Test(arguments: Engine.allCases) func aWorkshopClosesOnWhatWasJudgedInIt(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let closing = WorkshopClosing(on: s.day("2026-06-12"), participants: ["Lise Arnoux", "Direction des achats"])
        await #expect(throws: DomainError.invalid(.participants, .nothingJudged)) {
            _ = try await s.workspace.judge([], of: 1, in: .workshop, closing: closing, as: s.administrator)
        }
        _ = try await judge(s, 1, [.impact: 4, .effort: 2])
        _ = try await judge(s, 2, [.impact: 1], in: .person)
        #expect(try await s.workspace.workshop(of: 1, ActionFilter(), s.visitor(.reader)).model.waiting == 2)
        for bad in [
            WorkshopClosing(on: s.day("2026-06-17"), participants: ["Lise"]), WorkshopClosing(on: s.day("2026-06-12"), participants: []),
        ] {
            await #expect(throws: DomainError.self) { _ = try await judge(s, 3, [.impact: 2], closing: bad) }
        }
        #expect(try await steps(s, 3) == [:])
        let closed = try await judge(s, 3, [.impact: 2], closing: closing)
        #expect(closed.count == 1 && closed.workshop?.number == 1 && closed.workshop?.judgements == 3)

        let sheet = try await s.workspace.workshop(of: 1, ActionFilter(), s.visitor(.reader)).model
        #expect(sheet.waiting == 0 && sheet.workshops.map(\.participants) == [["Lise Arnoux", "Direction des achats"]])
        #expect(sheet.judgements[1]?[.impact]?.on == s.day("2026-06-12") && sheet.judgements[1]?[.impact]?.workshop == 1)
        #expect(sheet.judgements[2]?[.impact]?.workshop == nil)
        let entry = try #require(try await s.workspace.journal(plan: 1, before: nil, s.administrator).model.first)
        #expect(entry.verb == .workshopClosed && entry.changes.last?.after == "Lise Arnoux, Direction des achats")
        #expect(try await s.workspace.verify() == [])
    }

    /// Who took part is a person of the organisation: looked for in what is to be published, and in nothing that is.
    @Test(arguments: Engine.allCases) func whoTookPartIsNotPublic(_ engine: Engine) async throws {
        let s = try await setting(engine)
        _ = try await s.add("Appeler Lise Arnoux", change: { $0.visibility = .public })
        _ = try await s.workspace.addParty(
            .unit, name: "Direction des achats", PartyPlace(unit: nil, position: nil), as: s.administrator)
        _ = try await judge(
            s, 1, [.impact: 4],
            closing: WorkshopClosing(on: s.day("2026-06-12"), participants: ["Lise Arnoux", "direction des achats"]))
        let names = try await s.workspace.database.read { try PublicationStore($0, organisation: 1).personNames() }
        #expect(names.contains("Lise Arnoux") && !names.contains("direction des achats"))
    }

    @Test(arguments: Engine.allCases) func theRankingFollowsLinksFiltersAndWeights(_ engine: Engine) async throws {
        let s = try await setting(engine)
        for (action, impact) in [(1, 5), (2, 3), (3, 1)] {
            _ = try await judge(s, action, [.impact: impact, .effort: 2, .difficulty: 2, .cost: 2])
        }
        _ = try await s.add("Former", pilot: "Direction du numérique")
        func ranking(_ filter: ActionFilter = ActionFilter()) async throws -> RankingSheet {
            try await s.workspace.ranking(of: 1, filter, s.visitor(.reader)).model
        }
        var sheet = try await ranking()
        #expect(sheet.ranking.ranked.map(\.number) == [1, 2, 3] && sheet.ranking.unknown.map(\.number) == [4])
        #expect(sheet.ranking[1]?.feasibility?.central == 80)

        // What it waits for weighs, until that is stopped or done.
        _ = try await s.workspace.link(ActionID(plan: 1, number: 1), .dependsOn, to: 4, as: s.administrator)
        #expect(try await ranking().ranking[1]?.feasibility?.central == 75)
        _ = try await s.workspace.setArchived(true, ActionID(plan: 1, number: 4), as: s.administrator)
        sheet = try await ranking()
        #expect(sheet.ranking[1]?.facts.dependencies == 0 && sheet.ranking.unknown.isEmpty)

        // Ranks are those of the plan, whatever is shown of it.
        var filter = ActionFilter()
        filter.text = "louer"
        sheet = try await ranking(filter)
        #expect(sheet.kept == [2] && sheet.ranking[2]?.rank == 2)

        let weights = try await s.workspace.rankingWeights(s.visitor(.reader)).model
        #expect(weights.version == 0 && weights.weights == .usual)
        var changed = weights.weights
        changed.criteria[.impact] = 0
        changed.indicators["climate"] = 12.5
        await #expect(throws: DomainError.forbidden) {
            try await s.workspace.setRankingWeights(changed, reading: 0, as: s.visitor(.coordinator))
        }
        try await s.workspace.setRankingWeights(changed, reading: 0, as: s.administrator)
        #expect(try await s.workspace.rankingWeights(s.administrator).model.weights == changed)
        #expect(Set(try await ranking().ranking.ranked.map(\.rank)) == [1])
        await #expect(throws: DomainError.conflict(read: 0, current: 1)) {
            try await s.workspace.setRankingWeights(.usual, reading: 0, as: s.administrator)
        }
        changed.criteria[.effort] = -1
        await #expect(throws: DomainError.self) { try await s.workspace.setRankingWeights(changed, reading: 1, as: s.administrator) }
        #expect(try await s.workspace.journal(plan: nil, before: nil, s.administrator).model.first?.verb == .weightsSet)
        await #expect(throws: DomainError.notFound(.plan)) {
            _ = try await s.workspace.ranking(of: 9, ActionFilter(), s.administrator)
        }
    }
}
