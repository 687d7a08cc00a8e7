/// What publishing promises, on both engines.
import JalonDomain
import JalonExchange
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct PublicationContractTests {
    private func validated(_ s: Setting) async throws {
        let coordinator = s.visitor(.coordinator)
        _ = try await s.plan()
        _ = try await s.workspace.editParty(
            .named("Karim Pilote", .person), PartyPlace(unit: "Direction du numérique", position: "Responsable des postes"),
            as: s.administrator)
        var study = s.new("Étudier la location", pilot: "Karim Pilote", level: .reflection)
        study.input.edit.description = "Avec Inès Coord, voir coordinator@example.org."
        _ = try await s.workspace.addAction(study, to: 1, as: coordinator)
        _ = try await s.add("Garder les postes", pilot: "Karim Pilote") { $0.due = s.day("2026-12-31") }
        _ = try await s.add("Action interne") { $0.visibility = .internal }
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        try await s.workspace.validate(
            1, reading: nil, Validation(on: s.day("2026-03-12"), body: "COPIL", person: "Ada Min"), as: coordinator)
    }

    @Test(arguments: Engine.allCases) func nobodyIsNamed(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        try await validated(s)
        let desk = try await s.workspace.publicationDesk(of: 1, coordinator).model
        #expect(desk.hits.map(\.found) == ["coordinator@example.org", "Inès Coord"] && desk.hits.allSatisfy { $0.action == 1 })
        #expect(desk.preview?.actions.map(\.number) == [1, 2] && desk.preview?.actions[1].pilot == "Responsable des postes")
        await #expect(
            throws: DomainError.invalid(desk.hits.map { Violation(.description, .namesAPerson($0.found, action: 1)) })
        ) { _ = try await s.workspace.publish(1, as: coordinator) }
        await #expect(throws: DomainError.notFound(.page)) { _ = try await s.workspace.published(s.organisation.slug, 1) }

        // One is told not to be that person; the other goes with its field.
        try await s.workspace.clear(hit: desk.hits[0].key, of: 1, as: coordinator)
        await #expect(throws: DomainError.self) { _ = try await s.workspace.publish(1, as: coordinator) }
        let fields = PublicField.usual.subtracting([.description])
        try await s.workspace.setPublicationChoice(of: 1, reading: 0, fields: fields, lessons: [], as: coordinator)
        await #expect(throws: DomainError.conflict(read: 0, current: 1)) {
            try await s.workspace.setPublicationChoice(of: 1, reading: 0, fields: [], lessons: [], as: coordinator)
        }
        let published = try await s.workspace.publish(1, as: coordinator)
        let content = try await s.workspace.published(s.organisation.slug, 1).content
        #expect(content == published.content && content.version == 1 && content.asOf == s.day("2026-06-16") && content.body == "COPIL")
        let said =
            publicJSON(content, publishedAt: published.publication.at).written + publicMarkdown(content, Words(.fr))
            + String(decoding: publicCSV(content, Words(.fr)), as: UTF8.self)
        for name in ["Karim", "Pilote", "Inès", "Ada Min", "@example.org", "interne"] {
            #expect(!said.replacing("Pilote\u{A0}:", with: "").replacing(";Pilote", with: "").contains(name), "\(name)")
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func commitmentsStayAndProgressMovesByAnAct(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        try await validated(s)
        try await s.workspace.setPublicationChoice(of: 1, reading: nil, fields: [.due, .pilot], lessons: [], as: coordinator)
        _ = try await s.workspace.publish(1, as: coordinator)
        func action(_ number: Int) async throws -> PublicAction? {
            try await s.workspace.published(s.organisation.slug, 1).content.actions.first { $0.number == number }
        }
        var report = StageReport()
        (report.progress, report.forecast, report.slippageReason) = (.inProgress, s.day("2027-06-30"), "Marché relancé")
        let id = ActionID(plan: 1, number: 2)
        _ = try await s.workspace.report(id, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        #expect(try await action(2)?.progress == .toDo)
        s.clock.advance(days: 1)
        _ = try await s.workspace.publish(1, as: coordinator)
        let now = try await action(2)
        #expect(now?.progress == .inProgress && now?.due == s.day("2026-12-31") && now?.reason == nil)
        #expect(try await s.workspace.published(s.organisation.slug, 1).content.asOf == s.day("2026-06-17"))

        // What a study taught is told when it is chosen.
        report = StageReport()
        (report.progress, report.deliverableTitle, report.method, report.result) = (.done, "Note", "Trois devis", "Trop cher")
        let study = ActionID(plan: 1, number: 1)
        _ = try await s.workspace.report(study, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        let lesson = try #require(try await s.workspace.lessons("devis", from: 0, s.visitor(.reader)).model.lessons.first)
        #expect(lesson.key == LessonKey(action: 1, stage: 0) && lesson.result == "Trop cher")
        try await s.workspace.setPublicationChoice(of: 1, reading: nil, fields: [.due], lessons: [lesson.key], as: coordinator)
        _ = try await s.workspace.publish(1, as: coordinator)
        #expect(try await s.workspace.published(s.organisation.slug, 1).content.lessons.map(\.method) == ["Trois devis"])

        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.publish(1, as: s.visitor(role)) }
            await #expect(throws: DomainError.forbidden) { try await s.workspace.withdrawPublication(of: 1, as: s.visitor(role)) }
        }
        try await s.workspace.withdrawPublication(of: 1, as: coordinator)
        await #expect(throws: DomainError.notFound(.page)) { _ = try await s.workspace.published(s.organisation.slug, 1) }
        await #expect(throws: DomainError.invalid(.state, .notPublished)) {
            try await s.workspace.withdrawPublication(of: 1, as: coordinator)
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aDraftIsNotPublished(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        await #expect(throws: DomainError.invalid(.state, .noVersion)) { _ = try await s.workspace.publish(1, as: s.administrator) }
        await #expect(throws: DomainError.notFound(.page)) { _ = try await s.workspace.published(s.organisation.slug, 1) }
        await #expect(throws: DomainError.notFound(.page)) { _ = try await s.workspace.published("ailleurs", 1) }
    }
}
