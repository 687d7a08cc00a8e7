/// The routes of the guides, of the état des lieux, and of the plan built from them.
import JalonDomain

let guideRoutes: [Route] = [
    .get("/:org/catalogues", .member(.read), CatalogueController.list),
    .get("/:org/catalogues/import", .member(.manageCatalogues), CatalogueImportController.show),
    .post("/:org/catalogues/import", .member(.manageCatalogues), CatalogueImportController.read),
    .get("/:org/catalogues/diff", .member(.read), DiffController.choose),
    .get("/:org/catalogues/:catalogue", .member(.read), CatalogueController.show),
    .get("/:org/catalogues/:catalogue/diff/:edition", .member(.read), DiffController.show),
    .get("/:org/catalogues/:catalogue/practices/:practice", .member(.read), PracticeController.show),
    .get("/:org/assessment", .member(.read), AssessmentController.show),
    .get("/:org/assessment/:theme", .member(.read), AssessmentController.theme),
    .post("/:org/assessment/:theme", .member(.manageCatalogues), AssessmentController.save),
    .get("/:org/plans/:plan/coverage", .member(.read), CoverageController.show),
    .get("/:org/plans/:plan/build", .member(.editPlan), BuildController.choose),
    .get("/:org/plans/:plan/build/review", .member(.editPlan), BuildController.review),
    .post("/:org/plans/:plan/build/review", .member(.editPlan), BuildController.add),
]
