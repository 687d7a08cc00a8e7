/// The roadmap of a plan: its page, and the same as a file.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

let roadmapRoutes: [Route] = [
    .get("/:org/plans/:plan/roadmap", .member(.read), RoadmapController.show),
    .get("/:org/plans/:plan/roadmap.csv", .member(.read), RoadmapController.csv),
]

enum RoadmapController {
    static func show(_ visit: Visit) async throws -> Response {
        let (seen, ignored) = try await read(visit)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: plan)
        return visit.answer(RoadmapPage(frame, seen.model, ignored: ignored, page: max(1, Int(visit.query["page"]) ?? 1)).bytes)
    }

    /// What the page shows with the same address, every page of it.
    static func csv(_ visit: Visit) async throws -> Response {
        let seen = try await read(visit).seen
        let table = roadmapTable(seen.model, visit.words)
        let name = "\(seen.organisation.slug)-plan-\(seen.model.plan.number)-roadmap-\(seen.today.iso).csv"
        return visit.file(
            CSVWriter(visit.words.language).write(headers: table.headers, rows: table.rows), "text/csv; charset=utf-8", named: name)
    }

    private static func read(_ visit: Visit) async throws -> (seen: Seen<Roadmap>, ignored: [ActionListQuery.Ignored]) {
        let asked = ActionListQuery(visit.query)
        let word = visit.query["group"]
        let grouping = RoadmapGrouping(word: word)
        let seen = try await visit.workspace.roadmap(of: try visit.plan(), by: grouping ?? .axis, asked.query.filter, visit.visitor)
        // « unit » is a group here, which the list calls « direction ».
        return (seen, asked.ignored.filter { grouping == nil || $0.field != .query || $0.value != word })
    }
}
