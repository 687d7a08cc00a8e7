/// The address where a table of actions comes in.
import JalonDomain

let importRoutes: [Route] = [
    .get("/:org/plans/:plan/import", .member(.editPlan), ImportController.start),
    .post("/:org/plans/:plan/import", .member(.editPlan), ImportController.read),
]
