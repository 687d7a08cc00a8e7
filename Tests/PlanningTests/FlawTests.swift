/// What cannot be planned is named, all of it, before anything is.
import Foundation
import JalonPlanning
import Testing

@Suite struct FlawTests {
    private let stage = PlanningInstance.Stage(quarters: 2, effort: ["nord": 10], cost: 500)

    private func instance(_ actions: [PlanningInstance.Action], capacity: Double = 10, budget: Double = 1000) -> PlanningInstance {
        PlanningInstance(
            quarters: 4, capacity: ["nord": Array(repeating: capacity, count: 4)], budgetPerYear: [budget], actions: actions)
    }

    private func flaws(_ instance: PlanningInstance) -> [PlanningFlaw] {
        do {
            _ = try Planner(instance).propose(.seconds(10))
            return []
        } catch {
            return error.flaws
        }
    }

    @Test func whatIsWrongIsNamed() {
        var one = PlanningInstance.Action(id: 1, value: 1, stages: [stage])
        var two = PlanningInstance.Action(id: 2, value: 1, stages: [stage], after: [1])
        one.after = [2]
        guard case .cycle(let ids)? = flaws(instance([one, two])).first else {
            Issue.record("A cycle is not planned.")
            return
        }
        #expect(Set(ids) == [1, 2])
        one.after = [1]
        #expect(flaws(instance([one])) == [.cycle(ids: [1])])
        one.after = [9]
        one.value = -1
        one.stages[0].effort = ["nord": -3, "ouest": 1]
        one.stages[0].cost = .nan
        two.stages = []
        two.id = 1
        let found = flaws(instance([one, two], capacity: -10, budget: .infinity))
        for expected: PlanningFlaw in [
            .number(.value(id: 1), -1), .number(.effort(id: 1, stage: 0, direction: "nord"), -3),
            .unknownDirection(id: 1, stage: 0, direction: "ouest"), .unknownPredecessor(id: 1, after: 9), .duplicate(id: 1),
            .withoutStage(id: 1), .number(.capacity(direction: "nord", quarter: 3), -10), .number(.budget(year: 0), .infinity),
        ] { #expect(found.contains(expected), "\(expected)") }
        #expect(found.contains { if case .number(.cost(id: 1, stage: 0), _) = $0 { true } else { false } })
        var odd = instance([])
        odd.quarters = 5
        #expect(flaws(odd).contains(.quartersOfCapacity(direction: "nord", expected: 5, found: 4)))
        #expect(flaws(odd).contains(.yearsOfBudget(expected: 2, found: 1)))
        odd.quarters = -1
        #expect(flaws(odd) == [.quarters(-1, atMost: PlanningInstance.mostQuarters)])
        var long = PlanningInstance.Action(id: 1, value: 1, stages: [stage])
        long.stages[0].quarters = 0
        #expect(flaws(instance([long])) == [.stageWithoutLength(id: 1, stage: 0, quarters: 0)])
        long.stages[0].quarters = .max
        #expect(flaws(instance([long])) == [])
        long.value = 1e300
        #expect(flaws(instance([long])) == [.tooLarge(.value(id: 1), 1e300, atMost: PlanningInstance.greatest)])
    }

    @Test func anObligationThatCannotFitIsNamedWithWhatItLacks() {
        let must = PlanningInstance.Action(id: 1, value: 0, stages: [stage], obligation: true)
        #expect(
            flaws(instance([must], capacity: 4)) == [
                .impossibleObligation(
                    id: 1, obstacle: nil,
                    lacking: [.days(direction: "nord", quarter: 3, days: 6)])
            ])
        #expect(
            flaws(instance([must], budget: 200)).contains {
                if case .impossibleObligation(1, nil, let lacking) = $0 { lacking.contains(.euros(year: 0, euros: 300)) } else { false }
            })
        var late = must
        late.notBefore = 7
        #expect(flaws(instance([late])) == [.impossibleObligation(id: 1, obstacle: .horizon(id: 1), lacking: [])])
        late.notBefore = 2
        late.notAfter = 1
        #expect(flaws(instance([late])) == [.impossibleObligation(id: 1, obstacle: .window(id: 1), lacking: [])])
        var closed = instance([must])
        closed.closed = [0, 1, 2, 3]
        #expect(flaws(closed) == [.impossibleObligation(id: 1, obstacle: .closed(id: 1), lacking: [])])
        var excluded = must
        excluded.excluded = true
        #expect(flaws(instance([excluded])) == [.impossibleObligation(id: 1, obstacle: .excluded(id: 1), lacking: [])])
        // Each fits, together they do not: one quarter is left to three that take two.
        let three = (1...3).map { PlanningInstance.Action(id: $0, value: 1, stages: [stage], obligation: true, notAfter: 1) }
        #expect(flaws(instance(three, budget: 9000)) == [.obligationsTogether(ids: [1, 2, 3], isProved: true)])
    }

    @Test func whatIsNotAnInstanceIsRefusedWithItsPlace() throws {
        func flaw(_ text: String) -> PlanningFlaw? {
            do {
                _ = try PlanningInstance(decoding: Data(text.utf8))
                return nil
            } catch {
                return error.flaws.first
            }
        }
        #expect(flaw(#"{"quarters": 4}"#) == .unreadable(path: "capacity", reason: "missing"))
        let text = #"{"quarters":4,"capacity":{},"budgetPerYear":[0],"actions":[{"id":1,"value":2,"stages":[{"quarters":"x"}]}]}"#
        guard case .unreadable("actions.0.stages.0.quarters", _)? = flaw(text) else {
            Issue.record("\(String(describing: flaw(text)))")
            return
        }
        for broken in ["", "{", "[1]", "{\"quarters\":1e99}", "null"] { #expect(flaw(broken) != nil, "\(broken)") }
    }
}
