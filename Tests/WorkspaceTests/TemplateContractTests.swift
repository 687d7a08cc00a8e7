/// What templates of actions promise, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct TemplateContractTests {
    @Test(arguments: Engine.allCases) func aTemplateKeepsWhatIsNotOfOneTime(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        var new = s.new("Garder les postes six ans", pilot: "DSI") { edit in
            edit.description = "**Six ans**"
            edit.practices = ["f.1"]
            edit.due = s.day("2026-12-31")
            edit.milestones = [Milestone(title: "Inventaire", due: s.day("2026-05-12"), reachedOn: s.day("2026-05-10"))]
            edit.objectives = ["De 60 à 72 mois"]
            edit.evidence = [Evidence(title: "Note", link: "https://example.org/")]
            (edit.difficulty, edit.impact, edit.effort, edit.cost, edit.visibility) = (.medium, 5, 2, 100, .internal)
            edit.tags = ["postes"]
        }
        new.input.contributors = ["Achats"]
        new.input.perimeter = ["Site nord"]
        _ = try await s.workspace.addAction(new, to: 1, as: s.visitor(.coordinator))
        let kept = try await s.workspace.keepTemplate(of: ActionID(plan: 1, number: 1), named: "Durée", as: s.visitor(.coordinator))
        // The action goes on; the template does not follow it.
        _ = try await s.workspace.setArchived(true, ActionID(plan: 1, number: 1), as: s.administrator)
        let plan = try await s.plan()
        let desk = try await s.workspace.actionDesk(plan.number, from: kept.number, s.visitor(.coordinator)).model
        #expect(desk.template == kept && desk.desk.plan.number == 2)
        let content = desk.template.content
        #expect(content.label == "Garder les postes six ans" && content.description == "**Six ans**" && content.tags == ["postes"])
        #expect(content.contributors == ["Achats"] && content.perimeter == ["Site nord"] && content.milestones == ["Inventaire"])
        #expect(content.difficulty == .medium && content.impact == 5 && content.effort == 2 && content.cost == 100)
        #expect(plan.axes.first { $0.number == kept.axis(in: plan) }?.theme == "f")
        let journal = try await s.workspace.journal(plan: nil, before: nil, s.visitor(.auditor)).model
        #expect(journal.contains { $0.verb == .templateKept && $0.subject == "template 1" })
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func templatesAreNamedAndPutAway(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let id = try await s.add("Trier").id
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.keepTemplate(of: id, named: "Un", as: coordinator)
        let two = try await s.workspace.keepTemplate(of: id, named: "Deux", as: coordinator)
        await #expect(throws: DomainError.invalid(.name, .required)) {
            _ = try await s.workspace.keepTemplate(of: id, named: "", as: coordinator)
        }
        await #expect(throws: DomainError.invalid(.name, .alreadyTaken("DEUX"))) {
            _ = try await s.workspace.renameTemplate(1, reading: 1, "DEUX", as: coordinator)
        }
        #expect(try await s.workspace.renameTemplate(2, reading: two.version, "Élan", as: coordinator).version == 2)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.renameTemplate(2, reading: 1, "Autre", as: coordinator)
        }
        #expect(try await s.workspace.templates(archived: false, coordinator).model.map(\.name) == ["Élan", "Un"])
        _ = try await s.workspace.setTemplateArchived(true, 2, as: coordinator)
        #expect(try await s.workspace.templates(archived: false, coordinator).model.map(\.name) == ["Un"])
        #expect(try await s.workspace.templates(archived: true, coordinator).model.map(\.name) == ["Élan"])
        _ = try await s.workspace.setTemplateArchived(false, 2, as: coordinator)
        await #expect(throws: DomainError.notFound(.template)) { _ = try await s.workspace.setTemplateArchived(true, 9, as: coordinator) }
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.templates(archived: false, s.visitor(role)) }
        }
        #expect(try await s.workspace.verify() == [])
    }
}
