/// The roadmap of a plan, on both engines: groups in order, stages planned and real, what has no date, committees, and the load.
import JalonDomain
import JalonExchange
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct RoadmapContractTests {
    private func setting(_ engine: Engine, _ test: String = #function) async throws -> Setting {
        let s = try await Setting(engine, test)
        _ = try await s.plan()
        try await s.workspace.setAxes(
            1, reading: nil, [(number: nil, title: "Usages", theme: nil), (number: nil, title: "Achats", theme: nil)],
            as: s.visitor(.coordinator))
        return s
    }

    /// « Usages », then « Achats ».
    private func axes(_ s: Setting) async throws -> [Int] {
        try await s.workspace.plan(1, s.visitor(.reader)).model.plan.axes.map(\.number)
    }

    private func roadmap(
        _ s: Setting, by grouping: RoadmapGrouping = .axis, _ role: Role = .reader, change: (inout ActionFilter) -> Void = { _ in }
    )
        async throws -> Roadmap
    {
        var filter = ActionFilter()
        change(&filter)
        return try await s.workspace.roadmap(of: 1, by: grouping, filter, s.visitor(role)).model
    }

    @Test(arguments: Engine.allCases) func actionsAreLaidOutByGroupAndDate(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let coordinator = s.visitor(.coordinator)
        let axes = try await axes(s)
        let later = try await s.add("Plus tard", pilot: "Karim Pilote") {
            $0.axis = axes[1]
            $0.plannedStart = s.day("2027-01-04")
            $0.due = s.day("2027-06-30")
        }.id
        let sooner = try await s.add("Plus tôt", pilot: "Karim Pilote", level: .reflection) {
            $0.axis = axes[1]
            $0.due = s.day("2026-05-31")
            $0.milestones = [Milestone(title: "Lancée", due: s.day("2026-02-01"), reachedOn: s.day("2026-02-03"))]
        }.id
        let without = try await s.add("Sans axe") { $0.due = s.day("2026-12-31") }.id
        let undated = try await s.add("Un jour") { $0.axis = axes[0] }.id
        let gone = try await s.add("Rangée") { $0.due = s.day("2026-12-31") }.id
        _ = try await s.workspace.setArchived(true, gone, as: coordinator)
        var report = StageReport()
        report.progress = .inProgress
        report.on = s.day("2026-03-02")
        _ = try await s.workspace.report(sooner, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        for other in [sooner, gone] { try await s.workspace.link(later, .dependsOn, to: other.number, as: coordinator) }
        _ = try await s.workspace.addCommittee(
            CommitteeEdit(
                name: "COPIL", purpose: "", cadence: .yearly, from: s.day("2026-09-01"), place: "", time: nil, length: 60), to: 1,
            meetings: true, as: coordinator)

        let map = try await roadmap(s)
        // An axis without dated action is not there; what has no axis comes last.
        #expect(map.groups.map(\.title) == ["Achats", nil])
        #expect(map.groups.map { $0.rows.map(\.number) } == [[sooner.number, later.number], [without.number]])
        #expect(map.undated.map(\.number) == [undated.number] && map.after == [later.number: [sooner.number]])
        let row = map.groups[0].rows[0]
        #expect(row.days == s.day("2026-02-01")...s.day("2026-05-31"))
        #expect(row.stages.map(\.start) == [s.day("2026-03-02")] && row.stages.map(\.end) == [s.day("2026-05-31")])
        #expect(row.stages[0].isBegun && !row.stages[0].isOver && row.lateness(on: map.today) == 16)
        #expect(row.milestones.map(\.title) == ["Lancée"])
        #expect(!map.committees.isEmpty && map.committees.allSatisfy { $0.committee == "COPIL" && !$0.wasHeld })
        // By direction; who has no pilot comes last.
        let units = try await roadmap(s, by: .unit)
        #expect(units.groups.map(\.title) == ["Direction du numérique", nil])
        #expect(units.groups.map { $0.rows.map(\.number) } == [[sooner.number, later.number], [without.number]])
        // The list's filter holds here too.
        #expect(try await roadmap(s) { $0.axis = axes[1] }.rows.map(\.number) == [sooner.number, later.number])
        #expect(try await roadmap(s) { $0.late = true }.rows.map(\.number) == [sooner.number])
        for role in Role.allCases { #expect(try await roadmap(s, role).rows.count == 3, "\(role)") }
        await #expect(throws: DomainError.notFound(.plan)) {
            _ = try await s.workspace.roadmap(of: 9, by: .axis, ActionFilter(), coordinator)
        }

        // As a file: a row for each stage and milestone, and one for what has no date.
        let table = roadmapTable(map, Words(.en))
        #expect(table.rows.count == 5 && table.rows.allSatisfy { $0.count == table.headers.count })
        #expect(table.rows.last?.contains(.text("No date")) == true)
        let json = roadmapJSON(map).written
        for text in ["\"group\": \"axis\"", "\"dependsOn\": [\"1/\(sooner.number)\"]", "\"undated\": [\n", "\"held\": false"] {
            #expect(json.contains(text), "\(text)")
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func whatIsAheadIsHeldAgainstTheMeans(_ engine: Engine) async throws {
        let s = try await setting(engine)
        let coordinator = s.visitor(.coordinator)
        let digital = try #require(try await s.workspace.parties(named: "Direction du numérique", coordinator).model.first).id
        let purchases = try await s.workspace.addParty(.unit, name: "Achats", PartyPlace(unit: nil, position: nil), as: s.administrator).id
        let action = try await s.add("Portables") {
            $0.plannedStart = s.day("2026-09-01")
            $0.due = s.day("2026-12-31")
        }.id
        let unknown = try await s.add("Sans estimation") { $0.due = s.day("2026-12-31") }.id
        let empty = try await roadmap(s)
        #expect(!empty.hasCapacity && empty.workload.isEmpty && empty.workload.notEstimated == 2)
        let key = StageKey(.implementation, 1)
        _ = try await s.workspace.setNeeds(
            of: action, reading: nil, ActionNeedsEdit(stages: [key: StageEstimate(effort: [digital: 12, purchases: 2])]), as: coordinator)
        _ = try await s.workspace.setMeans(
            of: 1, reading: nil, MeansEdit(capacities: [.init(direction: "Direction du numérique", usual: 10)], budgets: [2026: 1_000_00]),
            as: coordinator)
        let load = try await roadmap(s).workload
        #expect(load.horizon.first.code == "2026-Q2" && load.notEstimated == 1 && load.undated == 0)
        #expect(load.directions.map(\.id) == [digital, purchases] && load.directions.map { $0.capacity?.first } == [10, nil])
        #expect(load.directions[0].needed.prefix(4) == [0, 12, 12, 0] && load.directions[0].lacks(in: 1))
        // Of the whole plan, whatever the filter; and what is over asks for nothing more.
        #expect(try await roadmap(s) { $0.text = String(unknown.number) }.workload == load)
        var report = StageReport()
        report.progress = .done
        _ = try await s.workspace.report(action, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        let after = try await roadmap(s)
        #expect(after.workload.isEmpty && after.hasCapacity)
        // No money in any form of it.
        #expect(!roadmapJSON(after).written.contains("budget"))
        #expect(try await s.workspace.verify() == [])
    }
}
