/// The addresses of what becomes of an action beside its sheet and its path: notes, milestones, links, copies, parts, merges.
import JalonDomain

let actionLifeRoutes: [Route] = [
    .get("/:org/plans/:plan/actions/:action/notes", .member(.readInternal), NotesController.show),
    .post("/:org/plans/:plan/actions/:action/notes", .member(.reportOnOwn), NotesController.add),
    .get("/:org/plans/:plan/actions/:action/objectives", .member(.read), ObjectivesController.show),
    .post("/:org/plans/:plan/actions/:action/objectives", .member(.reportOnOwn), ObjectivesController.assess),
    .post("/:org/plans/:plan/actions/:action/milestones", .member(.reportOnOwn), MilestonesController.save),
    .get("/:org/plans/:plan/actions/:action/links", .member(.editPlan), LinksController.show),
    .post("/:org/plans/:plan/actions/:action/links", .member(.editPlan), LinksController.add),
    .post("/:org/plans/:plan/actions/:action/links/removal", .member(.editPlan), LinksController.remove),
    .get("/:org/plans/:plan/actions/:action/copy", .member(.editPlan), CopyController.show),
    .post("/:org/plans/:plan/actions/:action/copy", .member(.editPlan), CopyController.copy),
    .get("/:org/plans/:plan/actions/:action/split", .member(.editPlan), SplitController.show),
    .post("/:org/plans/:plan/actions/:action/split", .member(.editPlan), SplitController.split),
    .get("/:org/plans/:plan/actions/:action/merge", .member(.editPlan), MergeController.show),
    .post("/:org/plans/:plan/actions/:action/merge", .member(.editPlan), MergeController.merge),
]
