/// The routes of a plan's versions and of what changed between its states.
import JalonDomain

let versionRoutes: [Route] = [
    .get("/:org/plans/:plan/versions", .member(.read), VersionController.list),
    .get("/:org/plans/:plan/versions/:version", .member(.read), VersionController.show),
    .get("/:org/plans/:plan/versions/:version/plan.json", .member(.read), VersionController.json),
    .get("/:org/plans/:plan/versions/:version/plan.md", .member(.read), VersionController.markdown),
    .get("/:org/plans/:plan/versions/:version/actions/:action", .member(.read), VersionController.action),
    .get("/:org/plans/:plan/changes", .member(.read), VersionController.changes),
    .get("/:org/plans/:plan/changes.json", .member(.read), VersionController.changesJSON),
    .get("/:org/plans/:plan/changes.md", .member(.read), VersionController.changesMarkdown),
    .get("/:org/plans/:plan/slippage", .member(.read), VersionController.slippage),
]
