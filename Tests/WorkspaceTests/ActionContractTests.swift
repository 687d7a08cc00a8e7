/// What the verbs on plans and actions promise, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct ActionContractTests {
    @Test(arguments: Engine.allCases) func everyFieldOfAnActionComesBack(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let hostile = "<b>\"l’été\" & 'co.'</b>; DROP TABLE action; -- 🌱"
        var new = s.new(hostile, pilot: "Direction générale", level: .experimentation) { edit in
            edit.description = hostile
            edit.practices = ["d.2", "a.2"]
            edit.plannedStart = s.day("2026-03-01")
            edit.due = s.day("2026-12-31")
            edit.milestones = [Milestone(title: "Lots reçus", due: s.day("2026-05-12"), reachedOn: s.day("2026-05-10"))]
            edit.objectives = ["De 60 à 72 mois", hostile]
            edit.indicators = ["Durée de vie moyenne (mois)"]
            edit.evidence = [Evidence(title: hostile, link: "https://example.org/?a=b&c=d")]
            edit.difficulty = .medium
            edit.impact = 5
            edit.effort = 2
            edit.cost = 3_800_000
            edit.visibility = .internal
            edit.tags = ["postes", "réemploi"]
        }
        new.input.contributors = ["Achats", "Finances"]
        new.input.perimeter = ["Direction des achats"]
        new.start.then = [.implementation]
        let added = try await s.workspace.addAction(new, to: 1, as: s.visitor(.coordinator))
        #expect(added.created.map(\.name) == ["Direction générale", "Achats", "Finances", "Direction des achats"])
        #expect(added.created.map(\.kind) == [.position, .unit, .unit, .unit])
        let read = try await s.workspace.action(added.action.id, s.visitor(.auditor)).model
        #expect(read.action == added.action)
        #expect(read.action.label == hostile)
        #expect(read.action.path.map(\.level) == [.experimentation, .implementation])
        #expect(read.action.path[0].perimeter == read.action.perimeter)
        // Without an axis of its own, the action stands on its first practice's theme.
        #expect(read.plan.axes.first { $0.number == read.action.axis }?.theme == "d")
        #expect(read.practices.map(\.id) == ["a.2", "d.2"])
    }

    @Test(arguments: Engine.allCases) func everyChangeIsJournaledInItsTransaction(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Mesurer", pilot: "Karim Pilote")
        var report = StageReport()
        report.progress = .inProgress
        report.percent = 40
        report.note = "Atelier ouvert"
        _ = try await s.workspace.report(action.id, reading: 1, ReportInput(report: report, perimeter: nil), as: s.visitor(.pilot))
        let sheet = try await s.workspace.action(action.id, s.visitor(.auditor)).model
        let journal = try #require(sheet.journal)
        #expect(journal.map(\.verb) == [.reported, .noted, .created])
        #expect(journal[1].changes == [Change(field: .note, before: "", after: "Atelier ouvert")])
        #expect(journal[0].author == "Karim Pilote")
        #expect(
            journal[0].changes == [
                Change(field: .progress, before: "toDo", after: "inProgress"), Change(field: .percent, before: "", after: "40"),
                Change(field: .startedOn, before: "", after: "2026-06-16"),
            ])
        #expect(sheet.notes?.map(\.words) == ["Atelier ouvert"])
        #expect(try await s.workspace.verify() == [])
        // An entry taken away is found.
        _ = try await s.workspace.database.write(lock: 1) {
            try $0.execute("DELETE FROM journal WHERE subject = 'action 1/1' AND version = 2")
        }
        #expect(try await s.workspace.verify().count == 1)
    }

    @Test(arguments: Engine.allCases) func savingOverSomeoneElseIsRefused(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Mesurer")
        var first = ActionInput(edit: ActionEdit(of: action), pilot: "", contributors: [], perimeter: [])
        first.edit.label = "Mesurer chaque année"
        let changed = try await s.workspace.edit(action.id, reading: 1, first, as: s.visitor(.coordinator))
        #expect(changed.action.version == 2)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.edit(action.id, reading: 1, first, as: s.administrator)
        }
        // Saving the same again changes and journals nothing.
        #expect(try await s.workspace.edit(action.id, reading: 2, first, as: s.administrator).action.version == 2)
    }

    @Test(arguments: Engine.allCases) func aRefusedVerbLeavesNothing(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let good = s.new("Mesurer", pilot: "Inconnue")
        let bad = s.new("Acheter") { $0.practices = ["z.9"] }
        await #expect(throws: DomainError.invalid(.practices, .unknown("z.9"))) {
            _ = try await s.workspace.addActions([good, bad], to: 1, as: s.visitor(.coordinator))
        }
        #expect(try await s.workspace.actions(of: 1, ActionQuery(), size: 50, s.administrator).model.page.rows.isEmpty)
        #expect(try await s.workspace.parties(s.administrator).model.allSatisfy { $0.name != "Inconnue" })
    }

    @Test(arguments: Engine.allCases) func aPilotReportsOnOwnActionsOnly(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let own = try await s.add("Mesurer", pilot: "Karim Pilote")
        let unit = try await s.add("Trier", pilot: "Direction du numérique")
        let other = try await s.add("Acheter", pilot: "Direction des achats")
        var report = StageReport()
        report.progress = .inProgress
        let input = ReportInput(report: report, perimeter: nil)
        for id in [own.id, unit.id] { _ = try await s.workspace.report(id, reading: nil, input, as: s.visitor(.pilot)) }
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) {
                _ = try await s.workspace.report(other.id, reading: nil, input, as: s.visitor(role))
            }
        }
        // What is internal is read by whom it concerns.
        #expect(try await s.workspace.action(other.id, s.visitor(.pilot)).model.notes == nil)
        #expect(try await s.workspace.action(own.id, s.visitor(.pilot)).model.notes != nil)
        #expect(try await s.workspace.action(own.id, s.visitor(.reader)).model.journal == nil)
        #expect(try await s.workspace.ownActions(s.visitor(.pilot)).model.flatMap(\.rows).map(\.number) == [1, 2])
    }

    @Test(arguments: Engine.allCases) func writersAtTheSameTimeNumberWithoutHoles(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        try await withThrowingTaskGroup { group in
            for writer in 0..<8 {
                group.addTask {
                    for turn in 0..<5 { _ = try await s.add("Action \(writer)-\(turn)", pilot: "Pilote commun") }
                }
            }
            try await group.waitForAll()
        }
        var query = ActionQuery()
        query.sort = .number
        #expect(try await s.workspace.actions(of: 1, query, size: 50, s.administrator).model.page.rows.map(\.number) == Array(1...40))
        #expect(try await s.workspace.parties(s.administrator).model.count { $0.name == "Pilote commun" } == 1)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func pathRulesHoldFromTheVerbs(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Étudier", pilot: "Direction générale", level: .reflection)
        var report = StageReport()
        report.progress = .done
        await #expect(throws: DomainError.invalid(.deliverable, .deliverableNeeded([.deliverable, .method, .result]))) {
            _ = try await s.workspace.report(action.id, reading: nil, ReportInput(report: report, perimeter: nil), as: s.administrator)
        }
        report.deliverableTitle = "Étude v1"
        report.method = "Entretiens et inventaire"
        report.result = "612 postes sur 840"
        let decision = DecisionInput(
            decision: Decision(outcome: .experiment, by: "COPIL", on: s.day("2026-05-12"), meeting: "COPIL 1", reason: ""),
            perimeter: ["Direction des achats"], pilot: "", plannedStart: nil, due: nil)
        let changed = try await s.workspace.report(
            action.id, ReportInput(report: report, perimeter: nil), thenDecide: decision, as: s.visitor(.coordinator))
        #expect(changed.created.map(\.name) == ["Direction des achats"])
        let read = try await s.workspace.action(action.id, s.administrator).model.action
        #expect(read.path.map(\.level) == [.reflection, .experimentation])
        #expect(read.path[0].decision == decision.decision)
        #expect(read.path[0].deliverable.result == "612 postes sur 840")
        #expect(read.path[1].perimeter == changed.created.map(\.id))
    }

    @Test(arguments: Engine.allCases) func archivedActionsLeaveTheListAndComeBack(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Mesurer")
        _ = try await s.workspace.setArchived(true, action.id, as: s.visitor(.coordinator))
        #expect(try await s.workspace.actions(of: 1, ActionQuery(), size: 50, s.administrator).model.page.rows.isEmpty)
        await #expect(throws: DomainError.invalid(.archived, .actionArchived)) {
            _ = try await s.workspace.edit(
                action.id, reading: nil, ActionInput(edit: ActionEdit(of: action), pilot: "", contributors: [], perimeter: []),
                as: s.administrator)
        }
        _ = try await s.workspace.setArchived(false, action.id, as: s.visitor(.coordinator))
        #expect(try await s.workspace.actions(of: 1, ActionQuery(), size: 50, s.administrator).model.count == 1)
    }

    @Test(arguments: Engine.allCases) func nothingThatWasTypedIsDropped(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Étudier", level: .reflection)
        func stage(_ pilot: String, _ perimeter: [String]) -> [PlannedStageInput] {
            [PlannedStageInput(level: .experimentation, pilot: pilot, plannedStart: nil, due: nil, perimeter: perimeter)]
        }
        _ = try await s.workspace.planPath(action.id, reading: 1, stage("Zoé", ["Site A"]), reason: "", as: s.administrator)
        // Only the pilot and the perimeter of a planned stage change.
        let changed = try await s.workspace.planPath(
            action.id, reading: 2, stage("Karim Pilote", ["Site Z"]), reason: "", as: s.administrator)
        #expect(changed.action.version == 3)
        let read = try await s.workspace.action(action.id, s.administrator).model
        #expect(read.action.path == changed.action.path)
        #expect(read.journal?.first?.changes.map(\.field) == [.path])
        // The same again is no change.
        #expect(
            try await s.workspace.planPath(action.id, reading: 3, stage("Karim Pilote", ["Site Z"]), reason: "", as: s.administrator).action
                .version
                == 3)

        // The perimeter of an action, apart from its stage's.
        var tried = s.new("Essayer", level: .experimentation)
        tried.input.perimeter = ["Site A"]
        let added = try await s.workspace.addAction(tried, to: 1, as: s.administrator).action
        let emptied = ActionInput(edit: ActionEdit(of: added), pilot: "", contributors: [], perimeter: [])
        _ = try await s.workspace.edit(added.id, reading: 1, emptied, as: s.administrator)
        #expect(try await s.workspace.action(added.id, s.administrator).model.action.perimeter.isEmpty)

        // The theme alone of an axis.
        let axes = try await s.workspace.plan(1, s.administrator).model.plan.axes
        try await s.workspace.setAxes(
            1, reading: nil, axes.map { (number: $0.number, title: $0.title, theme: $0.number == 1 ? "b" : $0.theme) }, as: s.administrator)
        #expect(try await s.workspace.plan(1, s.administrator).model.plan.axes.first?.theme == "b")
        #expect(try await s.workspace.verify() == [])
    }
}
