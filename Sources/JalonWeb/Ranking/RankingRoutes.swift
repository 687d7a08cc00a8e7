/// The routes of priorities: the ranking, the workshop's grid, and the weights.
import JalonDomain

let rankingRoutes: [Route] = [
    .get("/:org/plans/:plan/ranking", .member(.read), RankingController.show),
    .get("/:org/plans/:plan/workshop", .member(.read), WorkshopController.show),
    .post("/:org/plans/:plan/workshop", .member(.editPlan), WorkshopController.save),
    .get("/:org/settings/weights", .member(.read), WeightsController.show),
    .post("/:org/settings/weights", .member(.administer), WeightsController.save),
]
