/// The routes of other ways to look: board, calendar, who carries what, search.
import JalonDomain

let viewRoutes: [Route] = [
    .get("/:org/plans/:plan/board", .member(.read), BoardController.show),
    .get("/:org/plans/:plan/calendar", .member(.read), CalendarController.show),
    .get("/:org/directory", .member(.read), DirectoryController.show),
    .get("/:org/units/:unit", .member(.read), CarryingController.unit),
    .get("/:org/people/:party", .member(.read), CarryingController.person),
    .get("/:org/search", .member(.read), SearchController.show),
]
