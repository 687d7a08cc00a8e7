/// One practice of a guide.
import Hummingbird
import JalonDomain
import JalonWorkspace

enum PracticeController {
    static func show(_ visit: Visit) async throws -> Response {
        let id = visit.context.parameters.get("practice") ?? ""
        let seen = try await visit.workspace.guidePractice(id, of: visit.number("catalogue", .catalogue), visit.visitor)
        return visit.answer(PracticePage(context: visit.frame(seen, menu: .guide), sheet: seen.model).render())
    }
}
