/// The calendar of a plan: which month, quarter or year its address asks.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CalendarController {
    static func show(_ visit: Visit) async throws -> Response {
        let asked = ActionListQuery(visit.query)
        let seen = try await visit.workspace.calendar(of: try visit.plan(), period(visit.query), asked.query.filter, visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: (plan.number, plan.title))
        return visit.answer(CalendarPage(frame, seen.model, ignored: asked.ignored).bytes)
    }

    private static func period(_ query: FormBody) -> Period? {
        Period.Unit.allCases.lazy.compactMap { Period($0, code: query[$0.name]) }.first
    }
}

extension Period.Unit {
    /// As addresses name it.
    var name: String {
        switch self {
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
}
