/// A plan's move to another edition of its guide: what changed for the practices that it answers, and what becomes of each link.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum EditionController {
    static func show(_ visit: Visit) async throws -> Response {
        try await answer(visit, to: visit.query["to"], nil)
    }

    static func move(_ visit: Visit) async throws -> Response {
        let number = try visit.plan()
        let target = visit.form["to"]
        do {
            guard let catalogue = Int(target) else { throw DomainError.invalid(.catalogue, .required) }
            let seen = try await visit.workspace.planEdition(number, to: catalogue, visit.visitor)
            let form = EditionForm(visit.form)
            let changed = try await visit.workspace.movePlan(
                number, reading: visit.reading, toCatalogue: target, form.move(seen.model, visit.words.language), as: visit.visitor)
            let name = seen.model.to?.reference.description ?? target
            return visit.redirect(to: .plan(visit.slug, number), saying: visit.words.editionMoved(name, actions: changed))
        } catch DomainError.invalid(let violations) {
            return try await answer(visit, to: target, EditionForm(visit.form), violations, status: .unprocessableContent)
        } catch DomainError.conflict {
            return try await answer(visit, to: target, EditionForm(visit.form), status: .conflict)
        }
    }

    private static func answer(
        _ visit: Visit, to target: String, _ form: EditionForm?, _ violations: [Violation] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let seen = try await visit.workspace.planEdition(try visit.plan(), to: Int(target), visit.visitor)
        let frame = visit.frame(seen, plan: seen.model.plan)
        let page = EditionPage(
            context: frame, sheet: seen.model, form: form ?? EditionForm(), violations: violations, crossed: status == .conflict)
        return visit.answer(page.bytes, status: status)
    }
}

/// What was chosen for each link, as it is typed.
struct EditionForm: Sendable, Equatable {
    /// « link-12-a.2 » for one action, « link--a.2 » for all that answer the practice: follow, keep or drop.
    private var links: [String: String] = [:]
    /// « 12 a.2 0 »: the action takes the first new indicator of that practice.
    private var added: Set<String> = []
    private var read: [String] = []

    init() {}

    init(_ form: FormBody) {
        for name in form.names where name.hasPrefix("link-") { links[name] = form[name] }
        added = Set(form.all("add"))
        read = form.all("read")
    }

    static func linkName(_ action: Int?, _ practice: String) -> String { "link-\(action.map(String.init) ?? "")-\(practice)" }
    static func tick(_ action: Int, _ practice: String, _ index: Int) -> String { "\(action) \(practice) \(index)" }

    func link(_ name: String) -> EditionLink? { links[name].flatMap(EditionLink.init(rawValue:)) }
    func isTicked(_ tick: String) -> Bool { added.contains(tick) }

    func move(_ sheet: EditionSheet, _ language: Language) -> EditionMove {
        var move = EditionMove()
        for answered in sheet.answered {
            guard let practice = answered.entry.before?.id else { continue }
            move.links[practice] = link(Self.linkName(nil, practice))
            let suggested = answered.entry.indicators.added.items(language)
            for action in answered.actions {
                let number = action.id.number
                if let link = link(Self.linkName(number, practice)) { move.linksOfActions[number, default: [:]][practice] = link }
                move.indicators[number, default: []] += suggested.indices.filter { isTicked(Self.tick(number, practice, $0)) }
                    .map { suggested[$0] }
            }
        }
        let pairs = read.map { $0.split(separator: ":").compactMap { Int($0) } }.filter { $0.count == 2 }
        if !pairs.isEmpty { move.reading = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first } }
        return move
    }
}
