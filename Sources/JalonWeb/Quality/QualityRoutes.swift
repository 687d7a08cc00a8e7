/// The routes of quality: what a plan breaks, and the rules as the organisation sets them.
import JalonDomain

let qualityRoutes: [Route] = [
    .get("/:org/plans/:plan/quality", .member(.read), QualityController.show),
    .get("/:org/settings/quality", .member(.administer), QualityRulesController.show),
    .post("/:org/settings/quality", .member(.administer), QualityRulesController.save),
]
