/// The routes of the guides, and of the plan built from them.
import JalonDomain

let guideRoutes: [Route] = [
    .get("/:org/catalogues", .member(.read), CatalogueController.list),
    .get("/:org/catalogues/:catalogue", .member(.read), CatalogueController.show),
    .get("/:org/catalogues/:catalogue/practices/:practice", .member(.read), PracticeController.show),
    .get("/:org/plans/:plan/build", .member(.editPlan), BuildController.choose),
    .get("/:org/plans/:plan/build/review", .member(.editPlan), BuildController.review),
    .post("/:org/plans/:plan/build/review", .member(.editPlan), BuildController.add),
]
