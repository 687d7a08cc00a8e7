/// The routes of publications: where they are made, and what anyone reads without an account.
import JalonDomain

let publicationRoutes: [Route] = [
    .get("/public/:org/plans/:plan", .publication, PublicController.show),
    .get("/public/:org/plans/:plan/actions/:action", .publication, PublicController.action),
    .get("/public/:org/plans/:plan/plan.csv", .publication, PublicController.csv),
    .get("/public/:org/plans/:plan/plan.json", .publication, PublicController.json),
    .get("/public/:org/plans/:plan/plan.md", .publication, PublicController.markdown),
    .get("/:org/plans/:plan/publication", .member(.decide), PublicationController.show),
    .post("/:org/plans/:plan/publication", .member(.decide), PublicationController.publish),
    .get("/:org/plans/:plan/publication/preview", .member(.decide), PublicationController.preview),
    .post("/:org/plans/:plan/publication/choices", .member(.decide), PublicationController.choose),
    .post("/:org/plans/:plan/publication/clearance", .member(.decide), PublicationController.clear),
    .post("/:org/plans/:plan/publication/withdrawal", .member(.decide), PublicationController.withdraw),
    .get("/:org/lessons", .member(.read), LessonsController.show),
]
