/// The explanations hold: what is told to lack, once granted, makes a plan; what is told to stand against a start does.
import JalonPlanning
import Testing

@Suite struct ExplanationTests {
    @Test(arguments: 1...15) func withTheNamedMeansAPlanIncludesTheAction(_ seed: Int) throws {
        let instance = PlanningInstance.random(3000 + seed, actions: 12, quarters: 8)
        guard let planner = try? Planner(instance), let found = try? planner.propose(.seconds(20)) else { return }
        for action in instance.actions {
            switch planner.means(toInclude: action.id, in: found.starts) {
            case .alreadyIn:
                #expect(found.starts[action.id]?.count == action.stages.count)
            case .possible(let starts, let added, let lacking):
                #expect(PlanCheck.violations(of: starts, in: instance.granting(lacking)) == [])
                #expect(starts[action.id]?.count == action.stages.count && added.contains(action.id))
                #expect(PlanCheck.value(of: starts, in: instance) >= found.value - 1e-6)
                // What fits as things are and would bring something is in already, in the best plan.
                if lacking.isEmpty && found.isOptimal && action.value > 0 && instance.creditQuarters > 0 {
                    Issue.record("Action \(action.id) fits and would bring something.")
                }
                // No named means is too many: without it, the same plan does not fit.
                for index in lacking.indices {
                    var others = lacking
                    others.remove(at: index)
                    #expect(PlanCheck.violations(of: starts, in: instance.granting(others)) != [])
                }
            case .impossible(let obstacle):
                // Whatever the means, no plan of it: as an obligation worth all, with means without limit, it stays out.
                var rich = instance.with(people: 1e6, money: 1e6)
                for index in rich.actions.indices where rich.actions[index].id == action.id { rich.actions[index].value = 1e6 }
                let plan = try? Planner(rich).propose(.seconds(20))
                let own = plan?.starts[action.id] ?? []
                let isWhole = own.count == action.stages.count && (own.last ?? 0) + (action.stages.last?.quarters ?? 0) <= rich.quarters
                #expect(!isWhole, "\(obstacle)")
            }
        }
        #expect(planner.means(toInclude: 99, in: found.starts) == .impossible(.unknown(id: 99)))
    }

    @Test(arguments: 1...15) func whatStandsAgainstAnEarlierStartDoes(_ seed: Int) throws {
        let instance = PlanningInstance.random(4000 + seed, actions: 10, quarters: 8)
        guard let planner = try? Planner(instance), let found = try? planner.propose(.seconds(20)) else { return }
        func check(_ starts: [Int: [Int]], each: (EarlierStart) -> Void) {
            for (id, own) in starts where !own.isEmpty {
                for earlier in planner.reasons(for: id, in: starts) {
                    #expect(earlier.quarter < own[earlier.stage])
                    var moved = starts
                    moved[id]?[earlier.stage] = earlier.quarter
                    #expect(PlanCheck.violations(of: moved, in: instance).isEmpty == earlier.reasons.isEmpty)
                    each(earlier)
                }
            }
        }
        // A proposal keeps nothing waiting without a reason.
        check(found.starts) { #expect(!$0.reasons.isEmpty) }
        // Where an action leaves, others could start sooner.
        for action in instance.actions where !action.obligation && !action.begun {
            if instance.actions.contains(where: { $0.after.contains(action.id) }) { continue }
            var without = found.starts
            without[action.id] = []
            check(without) { _ in }
        }
    }
}
