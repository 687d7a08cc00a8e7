/// The list of a plan's actions, as a page and as a file of the same rows.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

enum ActionListController {
    /// Rows of a page.
    static let pageSize = 50

    static func list(_ visit: Visit) async throws -> Response {
        let asked = ActionListQuery(visit.query)
        let seen = try await visit.workspace.actions(of: try visit.plan(), asked.query, size: pageSize, visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: plan)
        return visit.answer(ActionListPage(frame, seen.model, ignored: asked.ignored, ticksAll: visit.query["tick"] == "all").bytes)
    }

    /// Exactly what the list shows with the same address, in its order, every page of it.
    static func csv(_ visit: Visit) async throws -> Response {
        let number = try visit.plan()
        let seen = try await visit.workspace.export(of: number, ActionListQuery(visit.query).query, visit.visitor)
        let table = actionTable(seen.model, words: visit.words, today: seen.today, machine: false)
        let bytes = CSVWriter(visit.words.language).write(headers: table.headers, rows: table.rows)
        return visit.file(
            bytes, "text/csv; charset=utf-8", named: "\(seen.organisation.slug)-plan-\(number)-actions-\(seen.today.iso).csv")
    }
}
