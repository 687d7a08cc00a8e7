/// The addresses of the templates of actions.
import JalonDomain

let templateRoutes: [Route] = [
    .get("/:org/templates", .member(.editPlan), TemplateController.list),
    .post("/:org/templates/:template/name", .member(.editPlan), TemplateController.rename),
    .post("/:org/templates/:template/archive", .member(.editPlan), TemplateController.archive),
    .post("/:org/templates/:template/restore", .member(.editPlan), TemplateController.restore),
    .get("/:org/plans/:plan/actions/:action/template", .member(.editPlan), TemplateController.propose),
    .post("/:org/plans/:plan/actions/:action/template", .member(.editPlan), TemplateController.keep),
]
