/// What freezing a plan promises, on both engines.
import Foundation
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct SnapshotContractTests {
    @Test(arguments: Engine.allCases) func whatIsFrozenStaysAsItWas(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.plan()
        var new = s.new("Garder les postes", pilot: "Karim Pilote", level: .experimentation) { edit in
            edit.practices = ["f.1"]
            edit.due = s.day("2026-12-31")
            edit.milestones = [Milestone(title: "Inventaire", due: s.day("2026-09-01"), reachedOn: nil)]
            edit.evidence = [Evidence(title: "Note", link: "https://example.org/")]
            edit.tags = ["postes"]
            edit.cost = 4200
        }
        new.input.contributors = ["Achats"]
        new.input.perimeter = ["Site nord"]
        let action = try await s.workspace.addAction(new, to: 1, as: coordinator).action
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        let before = try await kept(s)
        let frozen = try #require(before.first)
        #expect(frozen.label == "Garder les postes" && frozen.axis?.theme == "f" && frozen.practices == ["f.1"])
        #expect(
            frozen.pilot
                == FrozenParty(
                    id: action.pilot ?? 0, kind: .person, name: "Karim Pilote", direction: "Direction du numérique", position: nil))
        #expect(frozen.contributors.map(\.name) == ["Achats"] && frozen.current.perimeter.map(\.kind) == [.unit])
        #expect(frozen.due == s.day("2026-12-31") && frozen.baseline == frozen.due && frozen.cost == 4200 && !frozen.archived)
        #expect(frozen.milestones == action.milestones && frozen.evidence == action.evidence && frozen.tags == ["postes"])

        // Every door that changes the plan, its actions or its people.
        try await s.workspace.withdraw(1, reading: nil, as: coordinator)
        try await s.workspace.editPlan(
            1, reading: nil,
            PlanEdit(title: "Autre", from: s.day("2026-01-01"), to: s.day("2027-12-31"), purpose: "", commonObjectives: "Moins"),
            as: coordinator)
        _ = try await s.workspace.editParty(
            .named("Karim Pilote", .person), name: "Karim B.", PartyPlace(unit: "Achats", position: nil), as: s.administrator)
        _ = try await s.workspace.setArchived(true, action.id, as: coordinator)
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        #expect(try await kept(s) == before)
        #expect(try await s.workspace.verify() == [])
    }

    /// The stores hold all the statements there are.
    @Test func noStatementChangesWhatIsKept() throws {
        let stores = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/JalonStore")
        let files = try FileManager.default.contentsOfDirectory(at: stores, includingPropertiesForKeys: nil)
        let texts = try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
        #expect(texts.contains { $0.contains("INSERT INTO frozen_action") })
        for table in ["frozen_plan", "frozen_action", "plan_version", "plan_communication"] {
            for verb in ["UPDATE", "DELETE FROM", "REPLACE INTO", "DROP TABLE"] {
                #expect(texts.allSatisfy { !$0.contains("\(verb) \(table)") }, "\(verb) \(table)")
            }
            // A column that is added changes nothing of what stands in the others.
            let alterations = texts.flatMap { $0.split(separator: "ALTER TABLE \(table) ").dropFirst() }
            #expect(alterations.allSatisfy { $0.hasPrefix("ADD COLUMN") }, "\(table)")
        }
    }

    /// What the first freeze holds.
    private func kept(_ s: Setting) async throws -> [FrozenAction] {
        let organisation = s.organisation.id
        return try await s.workspace.database.read { try SnapshotStore($0, organisation: organisation).actions(plan: 1, 1) }
    }

    @Test(arguments: Engine.allCases) func twoStatesAreComparedByKind(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.plan()
        for number in 1...7 {
            _ = try await s.add("Action \(number)", pilot: "DSI", level: number == 4 ? .reflection : .implementation) {
                $0.due = s.day("2026-12-31")
            }
        }
        func id(_ number: Int) -> ActionID { ActionID(plan: 1, number: number) }
        _ = try await s.workspace.setArchived(true, id(7), as: coordinator)
        try await s.workspace.propose(1, reading: nil, as: coordinator)

        func edit(_ number: Int, _ change: (inout ActionInput) -> Void) async throws {
            let action = try await s.workspace.action(id(number), coordinator).model.action
            var input = ActionInput(edit: ActionEdit(of: action), pilot: "DSI", contributors: [], perimeter: [])
            change(&input)
            _ = try await s.workspace.edit(id(number), reading: nil, input, as: coordinator)
        }
        try await edit(1) { $0.edit.due = s.day("2027-03-31") }
        try await edit(2) { $0.pilot = "Achats" }
        _ = try await s.workspace.setArchived(true, id(3), as: coordinator)
        var report = StageReport()
        (report.progress, report.deliverableTitle, report.method, report.result) = (.done, "Note", "Essai", "Concluant")
        _ = try await s.workspace.report(id(4), reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        _ = try await s.workspace.decide(
            id(4), reading: nil,
            DecisionInput(
                decision: Decision(outcome: .stop, by: "COPIL", on: s.day("2026-06-16"), meeting: "", reason: "Trop cher"), perimeter: [],
                pilot: "", plannedStart: nil, due: nil), as: coordinator)
        report = StageReport()
        report.progress = .done
        _ = try await s.workspace.report(id(5), reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        try await edit(6) { $0.edit.cost = 100 }
        _ = try await s.workspace.setArchived(false, id(7), as: coordinator)
        _ = try await s.add("Nouvelle")

        let expected: [PlanChangeKind: Int] = [
            .redated: 1, .reassigned: 1, .archived: 1, .stopped: 1, .done: 1, .other: 1, .added: 2,
        ]
        func difference(_ later: PlanSide, kind: PlanChangeKind? = nil, after: Int = 0, limit: Int = 50, as role: Role = .coordinator)
            async throws -> PlanDifference
        {
            try await s.workspace.difference(of: 1, from: 1, to: later, kind: kind, after: after, limit: limit, s.visitor(role)).model
        }
        let present = try await difference(.present)
        #expect(present.tally == expected)
        #expect(present.actions.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8] && present.next == nil)
        // The columns and the domain say the same.
        let told = Dictionary(present.actions.flatMap(\.kinds).map { ($0, 1) }, uniquingKeysWith: +)
        #expect(told == expected)

        try await s.workspace.withdraw(1, reading: nil, as: coordinator)
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        let frozen = try await difference(.frozen(2))
        #expect(frozen.tally == expected && frozen.actions == present.actions && frozen.to?.id == 2)
        for kind in PlanChangeKind.allCases {
            let numbers = try await difference(.frozen(2), kind: kind).actions.map(\.number)
            #expect(numbers == present.actions.filter { $0.kinds.contains(kind) }.map(\.number), "\(kind)")
        }
        let page = try await difference(.frozen(2), limit: 3)
        #expect(page.actions.map(\.number) == [1, 2, 3] && page.next == 3)
        #expect(try await difference(.frozen(2), after: 3, limit: 5).actions.map(\.number) == [4, 5, 6, 7, 8])

        // Cost is not for readers: an action of which nothing else changed has nothing to say.
        #expect(present.actions.first { $0.number == 6 }?.changes.map(\.field) == [.cost])
        #expect(try await difference(.present, as: .reader).actions.contains { $0.number == 6 } == false)
        await #expect(throws: DomainError.notFound(.version)) { _ = try await difference(.frozen(9)) }
    }
}
