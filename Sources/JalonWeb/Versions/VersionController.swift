/// A plan's versions: their list, one as it was validated, what changed between two states, and how far due dates moved.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

enum VersionController {
    /// Actions of a page.
    static let size = 50

    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.versions(of: try visit.plan(), visit.visitor)
        return visit.answer(VersionsPage(frame(visit, seen, seen.model.plan), seen.model).bytes)
    }

    static func show(_ visit: Visit) async throws -> Response {
        let after = max(0, Int(visit.query["after"]) ?? 0)
        let seen = try await visit.workspace.version(
            try visit.number("version", .version), of: try visit.plan(), after: after, limit: size, visit.visitor)
        return visit.answer(VersionPage(context: frame(visit, seen, seen.model.plan), sheet: seen.model, after: after).bytes)
    }

    static func action(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.action(
            try visit.actionID(), inVersion: try visit.number("version", .version), visit.visitor)
        guard let action = seen.model.actions.first else { throw DomainError.notFound(.action) }
        return visit.answer(VersionPage(context: frame(visit, seen, seen.model.plan), sheet: seen.model, after: 0).bytes(of: action))
    }

    static func json(_ visit: Visit) async throws -> Response {
        let seen = try await whole(visit)
        return visit.document(versionJSON(seen.model).written, .json, name(visit, seen, "version-\(seen.model.version.number)"))
    }

    static func markdown(_ visit: Visit) async throws -> Response {
        let seen = try await whole(visit)
        return visit.document(
            versionMarkdown(seen.model, visit.words), .markdown, name(visit, seen, "version-\(seen.model.version.number)"))
    }

    private static func whole(_ visit: Visit) async throws -> Seen<VersionSheet> {
        try await visit.workspace.version(try visit.number("version", .version), of: try visit.plan(), visit.visitor)
    }

    // MARK: What changed

    static func changes(_ visit: Visit) async throws -> Response {
        let filter = ChangesFilter(visit.query)
        let seen: Seen<PlanChanges>
        do {
            seen = try await visit.workspace.planChanges(
                of: try visit.plan(), from: filter.from, to: filter.to, kind: filter.kind, after: filter.after, limit: ChangesPage.size,
                visit.visitor)
        } catch DomainError.invalid {
            // Two states in the wrong order: what changed is read forwards.
            return visit.redirect(to: .changes(visit.slug, try visit.plan(), ChangesFilter(from: filter.to, to: filter.from).query))
        }
        let page = ChangesPage(
            context: frame(visit, seen, seen.model.difference.plan), changes: seen.model, filter: filter,
            journal: JournalWords(visit.words, zone: seen.zone))
        return visit.answer(page.bytes)
    }

    static func changesJSON(_ visit: Visit) async throws -> Response {
        let seen = try await allChanges(visit)
        return visit.document(JalonWorkspace.changesJSON(seen.model).written, .json, name(visit, seen, "changes"))
    }

    static func changesMarkdown(_ visit: Visit) async throws -> Response {
        let seen = try await allChanges(visit)
        return visit.document(JalonWorkspace.changesMarkdown(seen.model, visit.words), .markdown, name(visit, seen, "changes"))
    }

    private static func allChanges(_ visit: Visit) async throws -> Seen<PlanChanges> {
        let filter = ChangesFilter(visit.query)
        return try await visit.workspace.planChanges(of: try visit.plan(), from: filter.from, to: filter.to, visit.visitor)
    }

    static func slippage(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.slippage(of: try visit.plan(), visit.visitor)
        let page = SlippagePage(
            context: frame(visit, seen, seen.model.plan), sheet: seen.model, start: max(0, Int(visit.query["start"]) ?? 0))
        return visit.answer(page.bytes)
    }

    private static func frame<Model>(_ visit: Visit, _ seen: Seen<Model>, _ plan: Plan) -> PageContext {
        visit.frame(seen, plan: plan)
    }

    private static func name<Model>(_ visit: Visit, _ seen: Seen<Model>, _ what: String) -> String {
        "\(seen.organisation.slug)-plan-\(visit.context.parameters.get("plan") ?? "")-\(what)"
    }
}

/// A form that a document is downloaded in.
package enum DocumentForm: Sendable {
    case json, markdown, csv

    var type: String {
        switch self {
        case .json: "application/json; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        }
    }

    var suffix: String {
        switch self {
        case .json: "json"
        case .markdown: "md"
        case .csv: "csv"
        }
    }
}

extension Visit {
    /// A file to keep, of that name without its suffix.
    func document(_ text: String, _ form: DocumentForm, _ name: String) -> Response {
        file(Array(text.utf8), form.type, named: "\(name).\(form.suffix)")
    }
}

/// Which two states to compare and which changes to show, as the address says it.
struct ChangesFilter: Sendable, Equatable {
    var from: PlanMoment?
    var to: PlanMoment
    var kind: PlanChangeKind?
    /// The number of the last action of the page before.
    var after: Int

    init(from: PlanMoment?, to: PlanMoment?, kind: PlanChangeKind? = nil, after: Int = 0) {
        self.from = from
        self.to = to ?? .present
        self.kind = kind
        self.after = after
    }

    init(_ query: FormBody) {
        self.init(
            from: Self.moment(query["from"]), to: Self.moment(query["to"]), kind: PlanChangeKind(rawValue: query["kind"]),
            after: max(0, Int(query["after"]) ?? 0))
    }

    private static func moment(_ text: String) -> PlanMoment? {
        text == "candidate" ? .candidate : text == "present" ? .present : Int(text).map { .version($0) }
    }

    static func code(_ moment: PlanMoment?) -> String {
        switch moment {
        case .version(let number): String(number)
        case .candidate: "candidate"
        case .present, nil: ""
        }
    }

    var query: Query {
        [
            "from": Self.code(from), "to": Self.code(to), "kind": kind?.rawValue ?? "", "after": after > 0 ? String(after) : "",
        ]
    }

    func with(kind: PlanChangeKind?, after: Int = 0) -> ChangesFilter { ChangesFilter(from: from, to: to, kind: kind, after: after) }
}
