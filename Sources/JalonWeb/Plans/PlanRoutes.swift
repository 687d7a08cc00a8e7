/// The routes of plans: their list, dashboard, life and axes, the list of actions, one's own actions, the journal.
import JalonDomain

let planRoutes: [Route] = [
    .get("/:org", .member(.read), PlanController.home),
    .get("/:org/mine", .member(.read), MineController.show),
    .get("/:org/journal", .member(.readInternal), JournalController.organisation),
    .get("/:org/plans", .member(.read), PlanController.list),
    .get("/:org/plans/new", .member(.editPlan), PlanController.new),
    .post("/:org/plans/new", .member(.editPlan), PlanController.create),
    .get("/:org/plans/:plan", .member(.read), DashboardController.show),
    .get("/:org/plans/:plan/edit", .member(.editPlan), PlanController.edit),
    .post("/:org/plans/:plan/edit", .member(.editPlan), PlanController.save),
    .get("/:org/plans/:plan/edition", .member(.editPlan), EditionController.show),
    .post("/:org/plans/:plan/edition", .member(.editPlan), EditionController.move),
    .get("/:org/plans/:plan/axes", .member(.editPlan), PlanAxesController.show),
    .post("/:org/plans/:plan/axes", .member(.editPlan), PlanAxesController.save),
    .get("/:org/plans/:plan/life", .member(.decide), PlanLifeController.show),
    .post("/:org/plans/:plan/life/proposal", .member(.decide), PlanLifeController.propose),
    .post("/:org/plans/:plan/life/withdrawal", .member(.decide), PlanLifeController.withdraw),
    .post("/:org/plans/:plan/life/validation", .member(.decide), PlanLifeController.validate),
    .post("/:org/plans/:plan/life/communication", .member(.decide), PlanLifeController.communicate),
    .post("/:org/plans/:plan/life/closure", .member(.decide), PlanLifeController.close),
    .get("/:org/plans/:plan/journal", .member(.readInternal), JournalController.plan),
    .get("/:org/plans/:plan/actions", .member(.read), ActionListController.list),
    .get("/:org/plans/:plan/actions.csv", .member(.read), ActionListController.csv),
]
