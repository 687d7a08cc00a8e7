// Means of a plan and needs of its actions, on both engines; and the one read that proposals are made from.

import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

private func quarter(_ code: String) -> Period { Period(.quarter, code: code) ?? Period(.quarter, of: Day(ordinal: 0)) }

@Suite struct PlanningContractTests {
    private func unit(_ name: String, _ s: Setting) async throws -> Int {
        try await s.workspace.addParty(.unit, name: name, PartyPlace(unit: nil, position: nil), as: s.administrator).id
    }

    private func edit(_ s: Setting) -> MeansEdit {
        MeansEdit(
            capacities: [
                .init(direction: "direction du numerique", usual: 40, quarters: [quarter("2026-Q4"): 12.5, quarter("2027-Q1"): 40])
            ],
            budgets: [2026: 20_000_00, 2027: 30_000_00],
            closures: [.init(from: s.day("2027-07-01"), to: s.day("2027-08-31"), reason: "Été")])
    }

    @Test(arguments: Engine.allCases) func meansAreSetWholeAndJournaled(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        #expect(try await s.workspace.means(of: 1, coordinator).model.means == .none)
        let means = try await s.workspace.setMeans(of: 1, reading: 0, edit(s), as: coordinator)
        // The usual number said again of a quarter says nothing.
        #expect(means.version == 1 && means.capacities.map(\.usual) == [40] && means.capacities[0].quarters == [quarter("2026-Q4"): 12.5])
        let sheet = try await s.workspace.means(of: 1, coordinator).model
        #expect(sheet.means == means && sheet.edit.capacities.first?.direction == "Direction du numérique")
        #expect(sheet.horizon.count == 11 && sheet.horizon.first == quarter("2026-Q2"))
        // Said again, it is no change; someone else's change is seen.
        #expect(try await s.workspace.setMeans(of: 1, reading: 1, edit(s), as: coordinator) == means)
        await #expect(throws: DomainError.conflict(read: 0, current: 1)) {
            _ = try await s.workspace.setMeans(of: 1, reading: 0, MeansEdit(), as: coordinator)
        }
        let changed = try await s.workspace.changeMeans(of: 1, as: coordinator) { standing in
            var edit = standing
            edit.budgets[2027] = nil
            return edit
        }
        #expect(changed.version == 2 && changed.budgets == [2026: 20_000_00] && changed.closures == means.closures)
        let entry = try await s.workspace.journal(plan: 1, before: nil, coordinator).model.first
        #expect(entry?.verb == .meansSet && entry?.changes.map(\.field) == [.budget])
        // Who may not read costs does not read budgets.
        for role in [Role.pilot, .reader] {
            let seen = try await s.workspace.means(of: 1, s.visitor(role)).model
            #expect(seen.means.budgets.isEmpty && !seen.readsBudgets && seen.means.capacities == means.capacities)
        }
        #expect(try await s.workspace.means(of: 1, s.visitor(.auditor)).model.means == changed)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func meansThatCannotBeAreRefused(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        func refused(as visitor: Visitor? = nil, _ change: (inout MeansEdit) -> Void) async throws -> DomainError? {
            var edit = edit(s)
            change(&edit)
            do {
                _ = try await s.workspace.setMeans(of: 1, reading: nil, edit, as: visitor ?? coordinator)
                return nil
            } catch let error as DomainError {
                return error
            }
        }
        func told(_ place: MeansPlace, _ rule: Rule) -> DomainError { .invalid([place.violation(rule)]) }
        let outside = Rule.planning(.outsidePlan(s.day("2026-01-01"), s.day("2028-12-31")))
        let place = MeansPlace.quarter("direction du numerique", quarter("2030-Q1"))
        let unknown = try await refused { $0.capacities[0].direction = "Ailleurs" }
        #expect(unknown == told(.direction("Ailleurs"), .planning(.notADirection("Ailleurs"))))
        // A person gives no days of a direction.
        let person = try await refused { $0.capacities[0].direction = "Karim Pilote" }
        #expect(person == told(.direction("Karim Pilote"), .planning(.notADirection("Karim Pilote"))))
        let negative = try await refused { $0.capacities[0].usual = -1 }
        #expect(negative == told(.direction("direction du numerique"), .figure(.negative)))
        let late = try await refused { $0.capacities[0].quarters = [quarter("2030-Q1"): 3] }
        #expect(late == told(place, outside))
        for role in [Role.pilot, .reader, .auditor] {
            let error = try await refused(as: s.visitor(role)) { _ in }
            #expect(error == .forbidden)
        }
        #expect(try await s.workspace.means(of: 1, coordinator).model.means == .none)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func needsAreSaidStageByStage(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let unit = try await unit("Achats", s)
        let action = try await s.add("Portables", pilot: "Karim Pilote").id
        let other = try await s.add("Ailleurs", pilot: "Quelqu’un").id
        let (coordinator, pilot) = (s.visitor(.coordinator), s.visitor(.pilot))
        let key = StageKey(.implementation, 1)
        let estimate = StageEstimate(quarters: 3, effort: [unit: 2.5], cost: 120_000)
        let needs = try await s.workspace.setNeeds(of: action, reading: 0, ActionNeedsEdit(stages: [key: estimate]), as: pilot)
        #expect(needs.version == 1 && needs.stages == [key: estimate])
        let sheet = try await s.workspace.needs(of: action, pilot).model
        #expect(sheet.needs == needs && sheet.remaining.map(\.isEstimated) == [true] && sheet.mayEstimate)
        // The pilot's own direction comes first, then those that are asked for.
        #expect(sheet.directions.map(\.name) == ["Direction du numérique", "Achats"])
        // The window is the pilot's; what must be, and what is left aside, is the coordinator's.
        var whole = ActionNeedsEdit(window: .init(notBefore: quarter("2026-Q4"), notAfter: quarter("2027-Q4")))
        _ = try await s.workspace.setNeeds(of: action, reading: 1, whole, as: pilot)
        whole.standing = .init(obligation: .legal, isExcluded: false, reason: "Loi")
        let forced = whole
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.setNeeds(of: action, reading: nil, forced, as: pilot)
        }
        let standing = try await s.workspace.setNeeds(of: action, reading: 2, forced, as: coordinator)
        #expect(standing.version == 3 && standing.obligation == .legal && standing.stages == needs.stages)
        await #expect(throws: DomainError.conflict(read: 1, current: 3)) {
            _ = try await s.workspace.setNeeds(of: action, reading: 1, ActionNeedsEdit(), as: pilot)
        }
        for (id, visitor) in [(other, pilot), (action, s.visitor(.reader)), (action, s.visitor(.auditor))] {
            await #expect(throws: DomainError.forbidden) {
                _ = try await s.workspace.setNeeds(of: id, reading: nil, ActionNeedsEdit(stages: [key: estimate]), as: visitor)
            }
        }
        await #expect(throws: DomainError.invalid(.needs, .planning(.stageNotAhead(.reflection)))) {
            _ = try await s.workspace.setNeeds(
                of: action, reading: nil, ActionNeedsEdit(stages: [StageKey(.reflection, 1): estimate]), as: coordinator)
        }
        // Emptied, it is not estimated again.
        let emptied = try await s.workspace.setNeeds(
            of: action, reading: nil, ActionNeedsEdit(stages: [key: StageEstimate()]), as: coordinator)
        #expect(emptied.stages.isEmpty && emptied.notBefore == quarter("2026-Q4"))
        #expect(try await s.workspace.needs(of: action, s.visitor(.reader)).model.readsInternal == false)
        let told = try await s.workspace.action(action, coordinator).model.journal?.prefix(4).map(\.verb)
        #expect(told == [.needsEstimated, .needsEstimated, .needsEstimated, .needsEstimated])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func severalActionsAreEstimatedOrNone(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let unit = try await unit("Achats", s)
        for label in ["Une", "Deux", "Trois"] { _ = try await s.add(label, pilot: "Karim Pilote") }
        let coordinator = s.visitor(.coordinator)
        let key = StageKey(.implementation, 1)
        func input(_ number: Int, quarters: Int, reading: Int? = nil) -> NeedsInput {
            NeedsInput(
                number: number, reading: reading,
                edit: ActionNeedsEdit(stages: [key: StageEstimate(quarters: quarters, effort: [unit: 1], cost: 0)]))
        }
        let refusal = await #expect(throws: NeedsRefusal.self) {
            try await s.workspace.setNeeds(
                [input(1, quarters: 2), input(2, quarters: 99), input(3, quarters: 1, reading: 4)], of: 1, as: coordinator)
        }
        #expect(refusal?.errors == [2: .invalid(.quarters, .outOfRange(1, 40)), 3: .conflict(read: 4, current: 0)])
        var grid = try await s.workspace.needsGrid(of: 1, ActionFilter(), at: nil, coordinator).model
        #expect(grid.open == 3 && grid.notEstimated == 3 && grid.lines.map(\.needs.version) == [0, 0, 0])
        try await s.workspace.setNeeds([input(1, quarters: 2), input(2, quarters: 3)], of: 1, as: coordinator)
        grid = try await s.workspace.needsGrid(of: 1, ActionFilter(), at: nil, coordinator).model
        #expect(grid.notEstimated == 1 && grid.lines.map(\.action.label) == ["Une", "Deux", "Trois"])
        #expect(grid.directions.map(\.id) == [unit])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func oneReadHasAllThatAProposalNeeds(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let (digital, purchases) = (
            try await s.workspace.parties(s.administrator).model.first { $0.name == "Direction du numérique" }?.id ?? 0,
            try await unit("Achats", s)
        )
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.setMeans(of: 1, reading: nil, edit(s), as: coordinator)
        let key = StageKey(.implementation, 1)
        let begun = try await s.add("En cours", pilot: "Karim Pilote").id
        var report = StageReport()
        report.progress = .inProgress
        report.on = s.day("2026-02-10")
        _ = try await s.workspace.report(begun, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        let dependent = try await s.add("Attend") {
            $0.plannedStart = s.day("2026-09-01")
            $0.due = s.day("2027-02-01")
        }.id
        let unknown = try await s.add("Non estimée").id
        let closed = try await s.add("Faite").id
        report.progress = .done
        _ = try await s.workspace.report(closed, reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        for other in [begun, closed, unknown] { try await s.workspace.link(dependent, .dependsOn, to: other.number, as: coordinator) }
        _ = try await s.workspace.setNeeds(
            of: begun, reading: nil, ActionNeedsEdit(stages: [key: StageEstimate(quarters: 4, effort: [digital: 5], cost: 100_000)]),
            as: coordinator)
        _ = try await s.workspace.setNeeds(
            of: dependent, reading: nil,
            ActionNeedsEdit(
                stages: [key: StageEstimate(effort: [purchases: 2], cost: 0)],
                window: .init(notBefore: quarter("2026-Q3"), notAfter: quarter("2027-Q2")),
                standing: .init(obligation: .committed, isExcluded: false, reason: "Promis")), as: coordinator)

        let needs = try await s.workspace.planNeeds(of: 1, coordinator).model
        #expect(needs.horizon.first == quarter("2026-Q2") && needs.horizon.count == 11)
        #expect(needs.directions.map(\.id) == [digital, purchases])
        // T2, T3, then the one that differs; what nobody said of the other is unknown.
        #expect(needs.directions[0].capacity?.prefix(4) == [40, 40, 12.5, 40] && needs.directions[1].capacity == nil)
        #expect(needs.closed == [5] && needs.budgets == [2026: 20_000_00, 2027: 30_000_00])
        #expect(needs.committed == [2026: 100_000] && needs.left(of: 2026) == 1_900_000 && needs.left(of: 2028) == nil)
        #expect(needs.actions.map(\.number) == [begun, dependent, unknown].map(\.number))
        let (first, second, third) = (needs.actions[0], needs.actions[1], needs.actions[2])
        // Begun in the first quarter for four: three are left, this one included.
        #expect(first.isBegun && first.readiness == .ready && first.stages[0].quartersLeft(from: needs.horizon.first) == 3)
        #expect(second.readiness == .ready && second.stages[0].quarters == 3 && second.stages[0].isFromDates && !second.isBegun)
        #expect(second.after == [begun, unknown].map(\.number) && second.notBefore == 1 && second.notAfter == 4)
        #expect(second.obligation == .committed && second.reason == "Promis" && second.endsInForce)
        #expect(third.readiness == .notEstimated && third.stages[0].missing == [.quarters, .staffDays, .cost])
        // Other means, as a file gives them, without being saved.
        let given = try await s.workspace.planNeeds(
            of: 1, means: MeansEdit(capacities: [.init(direction: "Achats", usual: 3)]), coordinator
        ).model
        #expect(given.directions.map(\.capacity?.first) == [3, nil] && given.budgets.isEmpty && given.closed.isEmpty)
        #expect(try await s.workspace.means(of: 1, coordinator).model.means.version == 1)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func twoDirectionsThatBecomeOneGiveAndAskTogether(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        let (kept, gone) = (try await unit("Achats", s), try await unit("Achat", s))
        let action = try await s.add("Portables").id
        _ = try await s.workspace.setMeans(
            of: 1, reading: nil,
            MeansEdit(capacities: [
                .init(direction: "Achats", usual: 10, quarters: [quarter("2027-Q1"): 4]),
                .init(direction: "Achat", usual: 3, quarters: [quarter("2027-Q2"): 0]),
            ]), as: coordinator)
        let key = StageKey(.implementation, 1)
        _ = try await s.workspace.setNeeds(
            of: action, reading: nil, ActionNeedsEdit(stages: [key: StageEstimate(quarters: 1, effort: [kept: 2, gone: 1], cost: 0)]),
            as: coordinator)
        _ = try await s.workspace.mergeParty(.id(gone), into: .id(kept), as: s.administrator)
        let means = try await s.workspace.means(of: 1, coordinator).model.means
        #expect(means.capacities == [.init(direction: kept, usual: 13, quarters: [quarter("2027-Q1"): 7, quarter("2027-Q2"): 10])])
        #expect(try await s.workspace.needs(of: action, coordinator).model.needs.stages[key]?.effort == [kept: 3])
        #expect(try await s.workspace.verify() == [])
    }
}
