// Means and needs: the arithmetic of quarters, what is refused and where, files of means, stages by their keys.

import JalonDomain
import JalonExchange
import Testing

private func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }
private func quarter(_ code: String) -> Period { Period(.quarter, code: code) ?? Period(.quarter, of: Day(ordinal: 0)) }

@Suite struct PlanningTests {
    private let from = day("2026-01-01")
    private let to = day("2028-12-31")

    // MARK: Quarters

    @Test(arguments: 0..<400) func quartersOfAHorizonFollowOneAnother(_ seed: Int) {
        let start = Day(ordinal: 20_000 + seed * 7)
        let end = start + (seed * 37 % 2000)
        let today = start + (seed * 53 % 3000 - 500)
        let horizon = PlanHorizon(from: start, to: end, today: today)
        let quarters = horizon.quarters
        #expect(quarters.count == horizon.count)
        #expect(horizon.count == 0 || quarters.first == Period(.quarter, of: max(start, today)))
        #expect(horizon.count == 0 || quarters.last == Period(.quarter, of: end))
        // None once the quarter of its end is past.
        #expect((horizon.count == 0) == (Period(.quarter, of: end) < Period(.quarter, of: max(start, today))))
        for (index, quarter) in quarters.enumerated() {
            #expect(horizon.index(of: quarter) == index && horizon.quarter(index) == quarter)
            #expect(quarter.last + 1 == quarter.advanced(by: 1).first)
        }
        #expect(horizon.years == Array(Set(quarters.map(\.year))).sorted())
        // With that many before, years cut every four quarters are civil ones.
        for (index, quarter) in quarters.enumerated() {
            #expect(quarter.year == horizon.first.year + (index + horizon.quartersBeforeInYear) / 4)
        }
    }

    @Test(arguments: 0..<200) func aQuarterIsClosedWhenHalfOfItIs(_ seed: Int) {
        let horizon = PlanHorizon(from: from, to: to, today: from)
        let start = from + (seed * 41 % 1000)
        let closure = Means.Closure(from: start, to: start + (seed * 13 % 200), reason: "Fermeture")
        let closed = horizon.closed(by: [closure])
        for index in 0..<horizon.count {
            let quarter = horizon.quarter(index)
            let common = min(quarter.last, closure.to) - max(quarter.first, closure.from) + 1
            #expect(closed.contains(index) == (max(0, common) * 2 >= quarter.last - quarter.first + 1))
        }
        // Saying it twice, or in two parts, changes nothing.
        let middle = start + (closure.to - start) / 2
        let parts = [Means.Closure(from: start, to: middle, reason: ""), Means.Closure(from: middle, to: closure.to, reason: "")]
        #expect(horizon.closed(by: parts + [closure]) == closed)
        #expect(horizon.closed(by: []) == [])
    }

    @Test func quartersAreReadAsPeopleWriteThem() {
        for text in ["2026-Q3", "2026-T3", "T3 2026", "q3 2026", "2026 t3"] { #expect(Period(quarter: text)?.code == "2026-Q3", "\(text)") }
        for text in ["", "2026", "2026-T5", "T0 2026", "2026-07", "T3", "3T 2026"] { #expect(Period(quarter: text) == nil, "\(text)") }
    }

    // MARK: Means

    @Test func whatCannotBeIsToldWhereItStands() {
        let edit = MeansEdit(
            capacities: [
                .init(direction: "Achats", usual: -1), .init(direction: "Numérique", usual: .nan),
                .init(direction: "RH", usual: 3, quarters: [quarter("2029-Q1"): 4, quarter("2027-Q1"): .infinity]),
                .init(direction: "rh", usual: 2),
            ], budgets: [2025: 100, 2027: -1],
            closures: [
                .init(from: day("2027-02-01"), to: day("2027-01-01"), reason: "À l’envers"),
                .init(from: day("2031-01-01"), to: day("2031-02-01"), reason: ""),
            ])
        let told = edit.violations(from: from, to: to)
        func at(_ place: MeansPlace) -> [Rule] {
            told.compactMap { violation in
                guard case .planning(.inMeans(place, let rule)) = violation.rule else { return nil }
                return rule
            }
        }
        #expect(at(.direction("Achats")) == [.figure(.negative)])
        #expect(at(.direction("Numérique")) == [.figure(.notANumber("nan"))])
        #expect(at(.direction("rh")) == [.alreadyTaken("rh")])
        #expect(at(.quarter("RH", quarter("2029-Q1"))) == [.planning(.outsidePlan(from, to))])
        #expect(at(.quarter("RH", quarter("2027-Q1"))) == [.figure(.notANumber("inf"))])
        #expect(at(.budget(2025)) == [.planning(.outsidePlan(from, to))] && at(.budget(2027)) == [.figure(.negative)])
        #expect(at(.closure(0)) == [.before(.from)])
        #expect(at(.closure(1)) == [.planning(.outsidePlan(from, to)), .planning(.closureNeedsReason)])
        for language in [Language.fr, .en] {
            for violation in told { #expect(Words(language).violation(violation).count > 20) }
        }
        #expect(MeansEdit().violations(from: from, to: to) == [])
    }

    @Test func aFileOfMeansComesBackAsItWasWritten() throws {
        let edit = MeansEdit(
            capacities: [
                .init(
                    direction: "Direction « \"du\" » : numérique # 1", usual: 62.5,
                    quarters: [quarter("2027-Q1"): 0, quarter("2026-Q4"): 40]),
                .init(direction: "Null", usual: 0), .init(direction: "2026-01-01", usual: 3),
            ], budgets: [2026: 1_234_50, 2027: 0],
            closures: [.init(from: day("2026-07-15"), to: day("2026-08-31"), reason: "Été : \\ \"congés\"\u{1}")])
        let read = try MeansFile(yaml: edit.yaml).edit
        #expect(read == edit)
        #expect(try MeansFile(yaml: "directions:\nbudgets: {}\n").edit == MeansEdit())
        let short = try MeansFile(yaml: "directions:\n  Achats: 25\n  RH: {habituel: 3, trimestres: {T1 2027: '1,5'}}\nfermetures:\n").edit
        #expect(
            short.capacities == [
                .init(direction: "Achats", usual: 25), .init(direction: "RH", usual: 3, quarters: [quarter("2027-Q1"): 1.5]),
            ])
    }

    @Test func aFileOfMeansSaysItsLines() throws {
        let file = """
            directions:
              Achats: beaucoup
              RH:
                quarters:
                  2027-5: 3
                couleur: bleu
            budgets:
              deux mille: 3
            closures:
              - from: 2026-02-30
                to: 2026-03-01
              - Noël
            autres: 1
            """
        let error = #expect(throws: DomainError.self) { _ = try MeansFile(yaml: file) }
        guard case .invalid(let violations) = error else { return }
        let lines = violations.compactMap { violation -> Int? in
            guard case .planning(.onLine(let line, _)) = violation.rule else { return nil }
            return line
        }
        #expect(lines == [2, 5, 6, 3, 8, 10, 12, 13], "\(violations)")
        #expect(
            Words(.fr).violation(violations[0])
                == "Jours par direction\u{A0}: ligne 2, achats\u{A0}: «\u{A0}beaucoup\u{A0}» n’est pas un nombre. Écrivez-le ainsi\u{A0}: 1234,5."
        )
        for wrong in [
            "", "directions: [", "- 1", "directions: 3", "a: 1\na: 2", "directions:\n  A: {usual: .nan}", "budgets:\n  2027: 1e400",
        ] {
            #expect(throws: DomainError.self, "\(wrong)") { _ = try MeansFile(yaml: wrong) }
        }
        // What the plan refuses is told on its line too.
        let read = try MeansFile(yaml: "directions:\n  Achats:\n    usual: 3\n    quarters:\n      2031-Q1: 4\n")
        let located = read.located(read.edit.violations(from: from, to: to))
        guard case .planning(.onLine(5, _)) = located.first?.rule else {
            Issue.record("\(located)")
            return
        }
    }

    // MARK: Needs

    private func stage(
        _ level: EngagementLevel, _ phase: Stage.Phase, _ progress: Progress = .toDo, start: String? = nil, due: String? = nil
    ) -> Stage {
        var stage = Stage.opening(
            level, phase: phase, pilot: nil, plannedStart: start.map(day), due: due.map(day), perimeter: [], commitment: nil)
        stage.progress = progress
        if progress != .toDo { stage.startedOn = start.map(day) }
        return stage
    }

    private func action(_ path: [Stage]) -> Action {
        Action(
            id: ActionID(plan: 1, number: 1), version: 1, label: "Essai", description: "", axis: nil, practices: [], contributors: [],
            perimeter: [], identifiedOn: nil, implementedOn: nil, milestones: [], objectives: [], indicators: [], evidence: [],
            difficulty: nil, impact: nil, effort: nil, cost: nil, visibility: .public, tags: [], archived: false, path: path)
    }

    @Test func stagesAheadKeepTheirEstimates() throws {
        var needs = ActionNeeds.none
        needs.stages = [
            StageKey(.experimentation, 1): StageEstimate(quarters: 2, effort: [1: 3], cost: 0),
            StageKey(.implementation, 1): StageEstimate(quarters: 4, effort: [1: 5], cost: 10_000),
        ]
        let today = day("2026-11-15")
        let before = action([stage(.reflection, .current, .done), stage(.experimentation, .planned), stage(.implementation, .planned)])
        #expect(before.remaining(needs, today: today).map(\.quarters) == [2, 4])
        // The experiment is skipped by a decision: the implementation's estimate stays its own.
        let skipped = action([stage(.reflection, .ended, .done), stage(.implementation, .current)])
        #expect(skipped.remaining(needs, today: today).map(\.quarters) == [4])
        #expect(skipped.remaining(needs, today: today).first?.isEstimated == true)
        // A prolonged experiment is another one.
        let prolonged = action([
            stage(.experimentation, .ended, .done), stage(.experimentation, .current, .inProgress, start: "2026-05-01"),
            stage(.implementation, .planned),
        ])
        let ahead = prolonged.remaining(needs, today: today)
        #expect(ahead.map(\.key.code) == ["experimentation-2", "implementation"])
        #expect(ahead.first?.missing == [.quarters, .staffDays, .cost] && ahead.first?.begun == quarter("2026-Q2"))
        for key in needs.stages.keys { #expect(StageKey(code: key.code) == key) }
        #expect(StageKey(code: "experimentation-2") == StageKey(.experimentation, 2) && StageKey(code: "experimentation-0") == nil)
    }

    @Test func aLengthComesFromDatesWhenNothingWasSaid() {
        let today = day("2026-11-15")
        let dated = action([stage(.implementation, .current, start: "2026-12-15", due: "2027-04-01")])
        let own = dated.remaining(.none, today: today)
        #expect(own.first?.quarters == 3 && own.first?.isFromDates == true && own.first?.isEstimated == false)
        #expect(action([stage(.implementation, .current, due: "2027-04-01")]).remaining(.none, today: today).first?.quarters == nil)
        // What is done, closed or ended is not ahead.
        #expect(action([stage(.implementation, .current, .done)]).remaining(.none, today: today).isEmpty)
        #expect(action([stage(.reflection, .current, .done)]).remaining(.none, today: today).isEmpty)
    }

    @Test(arguments: 0..<60) func aBegunStageRunsOnForWhatIsLeft(_ seed: Int) {
        let now = quarter("2026-Q4")
        let begun = now.advanced(by: -(seed % 6))
        let quarters = seed / 6 + 1
        var stage = action([stage(.implementation, .current, .inProgress, start: begun.first.iso)]).remaining(
            ActionNeeds(
                version: 1, stages: [StageKey(.implementation, 1): StageEstimate(quarters: quarters, effort: [1: 1], cost: 0)],
                notBefore: nil,
                notAfter: nil, obligation: nil, isExcluded: false, reason: ""), today: now.first)
        let left = stage.removeFirst().quartersLeft(from: now)
        // It ends when it was to, and in this quarter at the earliest.
        #expect(left == max(1, quarters - seed % 6))
    }

    @Test func needsThatContradictThemselvesAreRefused() {
        func refused(_ change: (inout ActionNeeds) -> Void) -> [Rule] {
            var needs = ActionNeeds.none
            change(&needs)
            do {
                try needs.check()
                return []
            } catch .invalid(let violations) {
                return violations.map(\.rule)
            } catch {
                return []
            }
        }
        #expect(refused { $0.obligation = .legal } == [.planning(.obligationNeedsReason)])
        #expect(refused { $0.isExcluded = true } == [.planning(.exclusionNeedsReason)])
        #expect(
            refused {
                ($0.obligation, $0.isExcluded, $0.reason) = (.legal, true, "Loi")
            } == [.planning(.excludedObligation)])
        #expect(
            refused {
                $0.notBefore = quarter("2027-Q2")
                $0.notAfter = quarter("2027-Q1")
            } == [.before(.notBefore)])
        let key = StageKey(.reflection, 1)
        #expect(refused { $0.stages[key] = StageEstimate(quarters: 0) } == [.outOfRange(1, 40)])
        #expect(refused { $0.stages[key] = StageEstimate(effort: [1: -2]) } == [.figure(.negative)])
        #expect(refused { $0.stages[key] = StageEstimate(cost: -2) } == [.figure(.negative)])
        #expect(refused { $0.stages[key] = StageEstimate(quarters: 1, effort: [1: 0], cost: 0) } == [])
    }
}
