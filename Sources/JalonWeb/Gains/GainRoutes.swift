/// The routes of gains: the library of factors, what an action brings, what a plan brings.
import JalonDomain

let gainRoutes: [Route] = [
    .get("/:org/factors", .member(.read), FactorController.list),
    .post("/:org/factors", .member(.editPlan), FactorController.add),
    .get("/:org/factors/import", .member(.editPlan), FactorController.start),
    .post("/:org/factors/import", .member(.editPlan), FactorController.read),
    .get("/:org/plans/:plan/gains", .member(.read), PlanGainsController.show),
    .post("/:org/plans/:plan/gains/overlap", .member(.editPlan), PlanGainsController.overlap),
    .get("/:org/plans/:plan/actions/:action/gains", .member(.read), ActionGainsController.show),
    .post("/:org/plans/:plan/actions/:action/gains", .member(.editPlan), ActionGainsController.add),
    .post("/:org/plans/:plan/actions/:action/gains/realised", .member(.reportOnOwn), ActionGainsController.realise),
    .post("/:org/plans/:plan/actions/:action/gains/recomputation", .member(.editPlan), ActionGainsController.recompute),
    .post("/:org/plans/:plan/actions/:action/gains/removal", .member(.editPlan), ActionGainsController.remove),
]
