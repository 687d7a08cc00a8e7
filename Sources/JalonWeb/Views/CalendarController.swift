/// The calendar of a plan: which month, quarter or year its address asks.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CalendarController {
    static func show(_ visit: Visit) async throws -> Response {
        var asked = ActionListQuery(visit.query)
        let period = asked.period(visit.query)
        let seen = try await visit.workspace.calendar(of: try visit.plan(), period, asked.query.filter, visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .actions, plan: plan)
        return visit.answer(CalendarPage(frame, seen.model, ignored: asked.ignored).bytes)
    }
}

extension ActionListQuery {
    fileprivate mutating func period(_ asked: FormBody) -> Period? {
        for unit in Period.Unit.allCases {
            if let period = read(asked, unit.name, .on, { Period(unit, code: $0) }) { return period }
        }
        return nil
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
