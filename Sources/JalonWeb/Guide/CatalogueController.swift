/// The guides that an organisation keeps.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CatalogueController {
    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.guides(visit.visitor)
        return visit.answer(cataloguesPage(visit.frame(seen, menu: .guide), seen.model, zone: seen.zone))
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.guide(visit.number("catalogue", .catalogue), visit.visitor)
        let filter = PracticeFilter(visit.query)
        return visit.answer(CataloguePage(context: visit.frame(seen, menu: .guide), sheet: seen.model, filter: filter).render())
    }
}

extension PracticeFilter {
    /// As the address says it; what it does not know is left aside.
    init(_ query: FormBody) {
        self.init()
        theme = query["theme"].isEmpty ? nil : query["theme"]
        priority = PracticePriority(rawValue: query["priority"])
        difficulty = Difficulty(rawValue: query["difficulty"])
        role = query["role"].isEmpty ? nil : query["role"]
        uncoveredOnly = query.has("uncovered")
    }

    var isEmpty: Bool { self == PracticeFilter() }
}
