/// Two editions of a guide, chosen in the list of guides, then compared.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum DiffController {
    /// The form of the list chooses two; the address of their comparison can be kept.
    static func choose(_ visit: Visit) async throws -> Response {
        let numbers = [visit.query["from"], visit.query["to"]].compactMap { Int($0) }
        guard numbers.count == 2 else {
            _ = try await visit.workspace.guides(visit.visitor)
            return visit.redirect(to: .catalogues(visit.slug), saying: visit.words.twoEditionsNeeded)
        }
        let seen = try await visit.workspace.catalogueDiff(from: numbers[0], to: numbers[1], visit.visitor)
        return visit.redirect(to: .catalogueDiff(visit.slug, seen.model.from.id, seen.model.to.id))
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.catalogueDiff(
            from: visit.number("catalogue", .catalogue), to: visit.number("edition", .catalogue), visit.visitor)
        let page = DiffPage(context: visit.frame(seen, menu: .guide), sheet: seen.model, filter: DiffFilter(visit.query))
        let practice = visit.query["practice"]
        guard !practice.isEmpty else { return visit.answer(page.bytes) }
        guard let entry = seen.model.diff.entries.first(where: { $0.key == practice }) else { throw DomainError.notFound(.practice) }
        return visit.answer(page.bytes(of: entry))
    }
}

/// Which changes to show, as the address says it.
struct DiffFilter: Sendable, Equatable {
    var change: PracticeChange?
    var theme: String?
    /// The key of the last practice of the page before.
    var after: String?

    init(_ query: FormBody) {
        change = PracticeChange(rawValue: query["change"])
        theme = query["theme"].isEmpty ? nil : query["theme"]
        after = query["after"].isEmpty ? nil : query["after"]
    }

    func accepts(_ entry: CatalogueDiff.Entry) -> Bool {
        (change.map(entry.changes.contains) ?? true)
            && (theme == nil || [entry.before?.theme, entry.after?.theme].contains(theme))
    }

    func query(after key: String?) -> Query {
        ["change": change?.rawValue ?? "", "theme": theme ?? "", "after": key ?? ""]
    }
}

extension Words {
    fileprivate var twoEditionsNeeded: String {
        say("Choisissez deux éditions à comparer.", "Choose two editions to compare.")
    }
}
