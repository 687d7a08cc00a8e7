/// The addresses of one action: read it, write it, give news of it, decide, plan what follows, put it away.
import JalonDomain

let actionRoutes: [Route] = [
    .get("/:org/plans/:plan/actions/new", .member(.editPlan), ActionController.new),
    .post("/:org/plans/:plan/actions/new", .member(.editPlan), ActionController.add),
    .get("/:org/plans/:plan/actions/:action", .member(.read), ActionController.show),
    .get("/:org/plans/:plan/actions/:action/journal", .member(.read), ActionController.journal),
    .get("/:org/plans/:plan/actions/:action/edit", .member(.editPlan), ActionController.edit),
    .post("/:org/plans/:plan/actions/:action/edit", .member(.editPlan), ActionController.save),
    .post("/:org/plans/:plan/actions/:action/report", .member(.reportOnOwn), ActionPathController.report),
    .get("/:org/plans/:plan/actions/:action/stage", .member(.reportOnOwn), ActionPathController.stage),
    .post("/:org/plans/:plan/actions/:action/stage", .member(.reportOnOwn), ActionPathController.saveStage),
    .get("/:org/plans/:plan/actions/:action/decision", .member(.decide), ActionPathController.decision),
    .post("/:org/plans/:plan/actions/:action/decision", .member(.decide), ActionPathController.decide),
    .get("/:org/plans/:plan/actions/:action/path", .member(.editPlan), ActionPathController.path),
    .post("/:org/plans/:plan/actions/:action/path", .member(.editPlan), ActionPathController.savePath),
    .get("/:org/plans/:plan/actions/:action/archive", .member(.editPlan), ActionController.confirmArchive),
    .post("/:org/plans/:plan/actions/:action/archive", .member(.editPlan), ActionController.archive),
    .post("/:org/plans/:plan/actions/:action/restore", .member(.editPlan), ActionController.restore),
]
