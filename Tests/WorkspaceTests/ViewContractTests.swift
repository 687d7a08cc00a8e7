/// Other ways to look at a plan, on both engines: columns, calendar, who carries what.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct ViewContractTests {
    /// Today is 16 June 2026.
    private func filled(_ engine: Engine, _ test: String = #function) async throws -> Setting {
        let s = try await Setting(engine, test)
        _ = try await s.plan()
        _ = try await s.workspace.addParty(
            .position, name: "Responsable des achats", PartyPlace(unit: "Service achats", position: nil), as: s.administrator)
        _ = try await s.workspace.editParty(
            .named("Service achats", .unit), PartyPlace(unit: "Direction du numérique", position: nil), as: s.administrator)
        var study = s.new("Étudier", pilot: "Karim Pilote", level: .reflection) {
            $0.due = s.day("2026-06-10")
            $0.milestones = [
                Milestone(title: "Réunion", due: s.day("2026-06-03"), reachedOn: s.day("2026-06-03")),
                Milestone(title: "Sans date", due: nil, reachedOn: nil),
            ]
        }
        study.start.then = [.implementation]
        study.input.contributors = ["Direction du numérique"]
        var archived = s.new("Oubliée", pilot: "Karim Pilote") { $0.due = s.day("2026-06-20") }
        archived.input.perimeter = ["Direction du numérique"]
        let new = [
            study, s.new("Acheter", pilot: "Responsable des achats") { $0.due = s.day("2026-06-30") },
            s.new("Mesurer", level: .experimentation) { $0.due = s.day("2027-01-31") }, archived,
            s.new("Publier", pilot: "Direction du numérique"),
        ]
        _ = try await s.workspace.addActions(new, to: 1, as: s.visitor(.coordinator))
        _ = try await s.workspace.setArchived(true, ActionID(plan: 1, number: 4), as: s.visitor(.coordinator))
        var report = StageReport()
        report.progress = .done
        _ = try await s.workspace.report(
            ActionID(plan: 1, number: 5), reading: nil, ReportInput(report: report, perimeter: nil), as: s.visitor(.coordinator))
        return s
    }

    private func party(_ s: Setting, _ name: String) async throws -> Party {
        try #require(try await s.workspace.parties(s.administrator).model.first { $0.name == name })
    }

    @Test(arguments: Engine.allCases) func theBoardShowsWhatTheListShows(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let byLevel = try await s.workspace.board(of: 1, by: .level, ActionFilter(), s.visitor(.pilot)).model
        #expect(byLevel.columns.map(\.count) == [1, 1, 2])
        #expect(byLevel.columns.map { $0.rows.map(\.number) } == [[1], [3], [2, 5]])
        // A pilot gives news of their own, not of what is closed.
        #expect(byLevel.reportable == [1])
        let byProgress = try await s.workspace.board(of: 1, by: .progress, ActionFilter(), s.visitor(.coordinator)).model
        #expect(byProgress.columns.map { $0.rows.map(\.number) } == [[1, 2, 3], [], [5]])
        #expect(byProgress.reportable == [1, 2, 3])
        #expect(try await s.workspace.board(of: 1, by: .level, ActionFilter(), s.visitor(.reader)).model.reportable.isEmpty)
        var late = ActionFilter()
        late.late = true
        #expect(try await s.workspace.board(of: 1, by: .level, late, s.administrator).model.columns.map(\.count) == [1, 0, 0])
        // Each column's count is that of the list it leads to.
        for column in byLevel.columns {
            var query = ActionQuery()
            query.filter = column.filter
            #expect(try await s.workspace.actions(of: 1, query, size: 50, s.administrator).model.count == column.count)
        }
    }

    @Test(arguments: Engine.allCases) func theCalendarHoldsDueDatesMilestonesAndThePlansOwnDays(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let june = try await s.workspace.calendar(of: 1, nil, ActionFilter(), s.visitor(.reader)).model
        #expect(june.period.code == "2026-06")
        #expect(june.entries.map(\.day.iso) == ["2026-06-03", "2026-06-10", "2026-06-30"])
        #expect(june.entries.map(\.kind)[0] == .milestone("Réunion", reached: true))
        #expect(june.entries.map(\.isLate) == [false, true, false])
        #expect(june.entries.map(\.pilotName) == ["Karim Pilote", "Karim Pilote", "Responsable des achats"])
        let start = try await s.workspace.calendar(of: 1, Period(.quarter, code: "2026-Q1"), ActionFilter(), s.administrator).model
        #expect(start.entries.map(\.kind) == [.planStart])
        var axis = ActionFilter()
        axis.pilotName = "achats"
        #expect(try await s.workspace.calendar(of: 1, nil, axis, s.administrator).model.entries.map(\.action) == [2])
        let year = try await s.workspace.calendar(of: 1, Period(.year, code: "2026"), ActionFilter(), s.administrator).model
        #expect(year.months.keys.sorted() == ["2026-06"])
        #expect(year.months["2026-06"]?.dues == 2 && year.months["2026-06"]?.late == 1 && year.months["2026-06"]?.milestones == 1)
    }

    @Test(arguments: Engine.allCases) func aUnitCarriesWhatIsBelowIt(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let directory = try await s.workspace.carryingDirectory(s.visitor(.reader)).model
        let units = directory.units.filter { ["Direction du numérique", "Service achats"].contains($0.party.name) }
        #expect(units.map(\.party.name) == ["Direction du numérique", "Service achats"])
        #expect(units.map(\.depth) == [0, 1])
        #expect(units.map(\.carried.open) == [2, 1] && units.map(\.carried.late) == [1, 0] && units.map(\.carried.closed) == [1, 0])
        #expect(directory.pilots.map(\.party.name) == ["Direction du numérique", "Karim Pilote", "Responsable des achats"])

        let unit = try await party(s, "Direction du numérique")
        let sheet = try await s.workspace.carrying(unit.id, isUnit: true, s.visitor(.reader)).model
        #expect(sheet.carried == Carried(open: 2, late: 1, awaitingDecision: 0, closed: 1))
        #expect(sheet.open.map(\.id.number) == [1, 2])
        #expect(sheet.contributions.map(\.id.number) == [1])
        // What is archived is left aside.
        #expect(sheet.perimeters.isEmpty)
        #expect(sheet.members.map(\.name) == ["Karim Pilote", "Service achats"])
        // Two stages are due and of unknown start; the second of the study has no date at all.
        #expect(sheet.load.halfDated >= 2)

        let karim = try await party(s, "Karim Pilote")
        let own = try await s.workspace.carrying(karim.id, isUnit: false, s.visitor(.reader)).model
        #expect(own.carried == Carried(open: 1, late: 1, awaitingDecision: 0, closed: 0))
        #expect(own.load.quarters.map(\.stages) == [0, 0, 1, 0, 0, 0, 0, 0])
        await #expect(throws: DomainError.notFound(.party)) {
            _ = try await s.workspace.carrying(karim.id, isUnit: true, s.visitor(.reader))
        }
        await #expect(throws: DomainError.notFound(.party)) { _ = try await s.workspace.carrying(999, isUnit: false, s.visitor(.reader)) }
    }
}
