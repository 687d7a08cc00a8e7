/// The routes of scenarios: asked for, followed, compared, adopted.
import JalonDomain

let scenarioRoutes: [Route] = [
    .get("/:org/plans/:plan/scenarios", .member(.read), ScenarioController.list),
    .post("/:org/plans/:plan/scenarios", .member(.editPlan), ScenarioController.propose),
    .get("/:org/plans/:plan/scenarios/compare", .member(.read), ScenarioController.compare),
    .get("/:org/plans/:plan/scenarios/:scenario", .member(.read), ScenarioController.show),
    .post("/:org/plans/:plan/scenarios/:scenario/cancellation", .member(.editPlan), ScenarioController.cancel),
    .post("/:org/plans/:plan/scenarios/:scenario/removal", .member(.editPlan), ScenarioController.remove),
    .get("/:org/plans/:plan/scenarios/:scenario/adoption", .member(.editPlan), AdoptionController.show),
    .post("/:org/plans/:plan/scenarios/:scenario/adoption", .member(.editPlan), AdoptionController.adopt),
]
