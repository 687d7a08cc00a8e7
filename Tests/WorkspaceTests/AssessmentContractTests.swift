/// What the état des lieux and the coverage of a plan promise, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct AssessmentContractTests {
    private func input(
        _ practice: String, _ state: PracticeState, on day: Day, comment: String = "", link: String = "", reading: Int? = nil
    ) -> AssessmentInput {
        AssessmentInput(
            practice: practice, reading: reading, assessment: Assessment(state: state, on: day, comment: comment, link: link))
    }

    @Test(arguments: Engine.allCases) func allThatWasSaidIsKeptAndTheLastStands(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let february = s.day("2026-02-01")
        let hostile = "L’« été » & 'co.'; DROP TABLE assessment; -- 🌱"
        let first = input("a.2", .partly, on: february, comment: hostile, link: "https://example.org/?a=b")
        #expect(try await s.workspace.assess([first], of: nil, as: s.visitor(.coordinator)).map(\.number) == [1])
        _ = try await s.workspace.assess([input("a.2", .inPlace, on: s.day("2026-05-03"))], of: nil, as: s.administrator)

        let history = try await s.workspace.assessments(of: "a.2", in: nil, s.visitor(.reader)).model
        #expect(history.map(\.assessment.state) == [.inPlace, .partly])
        #expect(history.last?.assessment == first.assessment && history.last?.author == "Inès Coord")
        let sheet = try await s.workspace.assessment(of: nil, s.visitor(.pilot)).model
        #expect(sheet.standing.mapValues(\.assessment.state) == ["a.2": .inPlace])
        #expect(sheet.next(after: nil)?.id == "a" && sheet.next(after: sheet.themes.last)?.id == "a")

        let journal = try await s.workspace.journal(plan: nil, before: nil, s.administrator).model
        let entry = try #require(journal.first)
        #expect(entry.verb == .assessed && entry.subject == "practice \(sheet.entry.name) a.2")
        #expect(entry.changes.first { $0.field == .state } == Change(field: .state, before: "partly", after: "inPlace"))
        #expect(try await s.workspace.verify() == [])
        // An entry taken away is found.
        _ = try await s.workspace.database.write(lock: 1) {
            try $0.execute("DELETE FROM journal WHERE verb = 'assessed' AND version = 1")
        }
        #expect(try await s.workspace.verify().count == 1)
    }

    @Test(arguments: Engine.allCases) func severalAreSaidTogetherOrNotAtAll(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let today = s.day("2026-06-16")
        await #expect(throws: DomainError.invalid(.comment, .reasonNotApplicableNeeded)) {
            _ = try await s.workspace.assess(
                [input("a.1", .inPlace, on: today), input("a.2", .notApplicable, on: today)], of: nil, as: s.administrator)
        }
        await #expect(throws: DomainError.invalid(.practices, .unknown("z.9"))) {
            _ = try await s.workspace.assess(
                [input("a.1", .inPlace, on: today), input("z.9", .partly, on: today)], of: nil, as: s.administrator)
        }
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.assess([input("a.1", .inPlace, on: today)], of: nil, as: s.visitor(.pilot))
        }
        #expect(try await s.workspace.assessment(of: nil, s.administrator).model.standing.isEmpty)
    }

    @Test(arguments: Engine.allCases) func whatIsLearntLateCompletesTheHistory(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.workspace.assess([input("a.1", .inPlace, on: s.day("2026-06-10"))], of: nil, as: s.administrator)
        let late = input("a.1", .partly, on: s.day("2026-02-01"))
        #expect(try await s.workspace.assess([late], of: nil, as: s.administrator).map(\.stands) == [false])
        #expect(try await s.workspace.assess([late], of: nil, as: s.administrator).isEmpty)
        let history = try await s.workspace.assessments(of: "a.1", in: nil, s.administrator).model
        #expect(history.map(\.assessment.state) == [.inPlace, .partly] && history.map(\.number) == [1, 2])
        #expect(try await s.workspace.assessment(of: nil, s.administrator).model.standing["a.1"] == history.first)
        // The next one of a later day stands in turn.
        let next = input("a.1", .notInPlace, on: s.day("2026-06-16"), reading: 1)
        #expect(try await s.workspace.assess([next], of: nil, as: s.administrator).map(\.number) == [3])
        #expect(try await s.workspace.assessment(of: nil, s.administrator).model.standing["a.1"]?.number == 3)
        #expect(try await s.workspace.verify().isEmpty)
    }

    @Test(arguments: Engine.allCases) func nobodyIsOverwrittenSilently(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let today = s.day("2026-06-16")
        _ = try await s.workspace.assess(
            [input("a.1", .partly, on: today), input("a.2", .partly, on: today)], of: nil, as: s.visitor(.coordinator))
        _ = try await s.workspace.assess([input("a.1", .inPlace, on: today, reading: 1)], of: nil, as: s.visitor(.coordinator))
        // Someone else's form, made before, says the same of a.1 as it read: that is no conflict.
        let others = try await s.workspace.assess(
            [input("a.1", .partly, on: today, reading: 1), input("a.2", .notInPlace, on: today, reading: 1)], of: nil, as: s.administrator)
        #expect(others.map(\.practice) == ["a.2"])
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.assess([input("a.1", .notInPlace, on: today, reading: 1)], of: nil, as: s.administrator)
        }
        #expect(
            try await s.workspace.assessment(of: nil, s.administrator).model.standing.mapValues(\.assessment.state)
                == ["a.1": .inPlace, "a.2": .notInPlace])
    }

    @Test(arguments: Engine.allCases) func aNewEditionKeepsWhatWasSaid(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.workspace.assess([input("a.2", .partly, on: s.day("2026-02-01"))], of: nil, as: s.administrator)
        var catalogue = try await s.workspace.catalogue(nil, s.administrator).model.catalogue
        let before = catalogue.version
        catalogue.version = "suivante"
        _ = try await s.workspace.importCatalogue(catalogue, as: s.administrator)
        catalogue.name = "autre"
        _ = try await s.workspace.importCatalogue(catalogue, as: s.administrator)
        let name = try await s.workspace.catalogues(s.administrator).model.first { $0.version == before }?.name ?? ""
        let sheet = try await s.workspace.assessment(of: name, s.administrator).model
        #expect(sheet.entry.version == "suivante" && sheet.standing["a.2"]?.catalogueVersion == before)
        #expect(sheet.others.map(\.name) == ["autre"])
        #expect(try await s.workspace.assessment(of: "autre", s.administrator).model.standing.isEmpty)
    }

    @Test(arguments: Engine.allCases) func coverageGoesPracticeByPractice(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let plan = try await s.plan()
        let today = s.day("2026-06-16")
        _ = try await s.workspace.assess(
            [
                input("a.1", .inPlace, on: today), input("a.2", .inPlace, on: today),
                input("a.3", .notApplicable, on: today, comment: "Non"),
                input("a.4", .partly, on: today),
            ], of: nil, as: s.administrator)
        for number in 1...5 { _ = try await s.add("Action \(number)", level: .experimentation) { $0.practices = ["a.2", "b.1"] } }
        let archived = try await s.add("Archivée") { $0.practices = ["a.5"] }
        _ = try await s.workspace.setArchived(true, archived.id, as: s.administrator)

        let model = try await s.workspace.coverage(of: plan.number, s.visitor(.reader)).model
        let states = Dictionary(uniqueKeysWithValues: model.practices.map { ($0.id, model.coverage(of: $0)) })
        #expect(
            ["a.1", "a.2", "a.3", "a.4", "a.5", "b.1"].map { states[$0] } == [
                .inPlace, .answered, .notApplicable, .uncovered, .uncovered, .answered,
            ])
        let answers = try #require(model.answers["a.2"])
        #expect(answers.map(\.number) == [1, 2, 3] && answers.allSatisfy { $0.total == 5 && $0.level == .experimentation })
        let overview = try await s.workspace.overview(of: plan.number, s.visitor(.reader)).model
        #expect(overview.uncovered == model.practices.filter { states[$0.id] == .uncovered }.map(\.id))
        #expect(overview.isAssessed)
    }

    @Test(arguments: Engine.allCases) func aFirstPlanStartsFromIt(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let plan = try await s.plan()
        let february = s.day("2026-02-01")
        _ = try await s.workspace.assess(
            [
                input("a.1", .inPlace, on: february, link: "https://example.org/lettre"),
                input("c.1", .partly, on: february, comment: "Sans les réseaux."), input("c.2", .notInPlace, on: february),
            ], of: nil, as: s.administrator)
        let choice = try await s.workspace.buildChoice(plan: 1, PracticeFilter(), s.visitor(.coordinator)).model
        #expect(choice.practices.map(\.id).filter(choice.isWanting) == ["c.1", "c.2"])

        let review = try await s.workspace.buildReview(plan: 1, ["a.1", "c.1", "c.2"], s.visitor(.coordinator)).model
        let new = review.practices.map {
            NewAction.proposed(for: $0, in: plan, from: review.standing[$0.id]?.assessment, .fr, today: s.day("2026-06-16"))
        }
        #expect(new.map(\.start.level) == [.implementation, .experimentation, .reflection])
        #expect(new.map(\.start.commitment) == [.monitoring, nil, nil])
        #expect(new[0].input.edit.evidence.map(\.link) == ["https://example.org/lettre"])
        #expect(
            new[1].input.edit.description
                == "Situation de départ, au 1er février 2026\u{A0}: en partie. Sans les réseaux.")

        // Sent twice, a form adds its actions once.
        _ = try await s.workspace.addActions(new, to: 1, after: review.actions, as: s.visitor(.coordinator))
        await #expect(throws: DomainError.conflict(read: 0, current: 3)) {
            _ = try await s.workspace.addActions(new, to: 1, after: review.actions, as: s.visitor(.coordinator))
        }
        let again = try await s.workspace.buildReview(plan: 1, ["c.1", "d.1"], after: review.actions, s.visitor(.coordinator)).model
        #expect(again.actions == 3 && again.answeredSince.contains("c.1") && !again.answeredSince.contains("d.1"))
    }
}
