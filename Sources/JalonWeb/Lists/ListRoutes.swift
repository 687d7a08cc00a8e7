/// What surrounds the list of actions: its saved views, and changes to several actions at once.
import JalonDomain

let listRoutes: [Route] = [
    .get("/:org/plans/:plan/actions/bulk", .member(.editPlan), BulkController.form),
    .get("/:org/plans/:plan/actions/bulk/preview", .member(.editPlan), BulkController.preview),
    .post("/:org/plans/:plan/actions/bulk", .member(.editPlan), BulkController.change),
    .get("/:org/plans/:plan/bulk", .member(.editPlan), BulkController.list),
    .get("/:org/plans/:plan/bulk/:bulk", .member(.editPlan), BulkController.show),
    .post("/:org/plans/:plan/bulk/:bulk/undo", .member(.editPlan), BulkController.undo),
    .get("/:org/plans/:plan/views", .member(.read), SavedViewController.list),
    .post("/:org/plans/:plan/views", .member(.read), SavedViewController.save),
    .get("/:org/plans/:plan/views/:view", .member(.read), SavedViewController.show),
    .post("/:org/plans/:plan/views/:view", .member(.read), SavedViewController.edit),
    .get("/:org/plans/:plan/views/:view/delete", .member(.read), SavedViewController.confirmDeletion),
    .post("/:org/plans/:plan/views/:view/delete", .member(.read), SavedViewController.delete),
]
