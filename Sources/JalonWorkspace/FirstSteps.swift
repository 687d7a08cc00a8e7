/// The first steps of an organisation: five, in their order, shown until its first plan is validated.
package import JalonDomain
import JalonStore

package struct FirstSteps: Sendable, Equatable {
    package enum Step: CaseIterable, Sendable { case assess, createPlan, chooseActions, namePilots, validate }

    package let done: Set<Step>
    /// The plan that is being made, once there is one.
    package let plan: Int?

    package var next: Step? { Step.allCases.first { !done.contains($0) } }
}

/// The plans, and what is left to begin with.
package struct PlanListing: Sendable {
    package let plans: [Plan]
    package let firstSteps: FirstSteps?
}

extension Workspace {
    package func planListing(_ visitor: Visitor) async throws -> Seen<PlanListing> {
        try await look(visitor, needs: .read) { scene in
            let plans = try scene.plans.all()
            return PlanListing(plans: plans, firstSteps: try scene.firstSteps(plans))
        }
    }
}

extension Scene {
    /// `nil` for who does not lead the plan, and once a plan was validated: what follows is no longer first use.
    func firstSteps(_ plans: [Plan]) throws -> FirstSteps? {
        guard actor.role.grants(.editPlan), plans.allSatisfy({ !$0.hasBeenValidated && $0.state != .closed }) else { return nil }
        var done: Set<FirstSteps.Step> = []
        if try assessments.exist() { done.insert(.assess) }
        guard let plan = plans.first?.number else { return FirstSteps(done: done, plan: nil) }
        done.insert(.createPlan)
        var withoutPilot = ActionFilter()
        withoutPilot.withoutPilot = true
        if try actions.count(plan: plan, ActionFilter(), today: today, limit: 1) > 0 {
            done.insert(.chooseActions)
            if try actions.count(plan: plan, withoutPilot, today: today, limit: 1) == 0 { done.insert(.namePilots) }
        }
        return FirstSteps(done: done, plan: plan)
    }
}
