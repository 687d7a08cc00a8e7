/// The routes of what a plan is fitted with: its means, what its actions need.
import JalonDomain

let planningRoutes: [Route] = [
    .get("/:org/plans/:plan/means", .member(.read), MeansController.show),
    .post("/:org/plans/:plan/means", .member(.editPlan), MeansController.save),
    .get("/:org/plans/:plan/needs", .member(.reportOnOwn), NeedsGridController.show),
    .post("/:org/plans/:plan/needs", .member(.reportOnOwn), NeedsGridController.save),
    .get("/:org/plans/:plan/actions/:action/needs", .member(.read), NeedsController.show),
    .post("/:org/plans/:plan/actions/:action/needs", .member(.reportOnOwn), NeedsController.save),
]
