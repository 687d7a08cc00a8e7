/// Bulk changes: the form, what it would change, the change, and its undoing.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum BulkController {
    static func form(_ visit: Visit) async throws -> Response {
        try await chosen(visit) { choice in visit.answer(try await page(visit, choice, BulkForm(visit.query))) }
    }

    /// What would change stands in the address: it can be left and come back to.
    static func preview(_ visit: Visit) async throws -> Response {
        try await chosen(visit) { choice in
            let form = BulkForm(visit.query)
            do {
                let seen = try await visit.workspace.previewBulk(of: visit.plan(), choice.selection, form.input(), visit.visitor)
                return visit.answer(BulkPreviewPage(visit.frame(bulk: seen, seen.model.desk.plan), seen.model, choice, form).bytes)
            } catch DomainError.invalid(let violations) where !violations.contains(where: { $0.field == .label }) {
                return visit.answer(try await page(visit, choice, form, violations), status: .unprocessableContent)
            }
        }
    }

    /// Only what the preview showed, as it was read then.
    static func change(_ visit: Visit) async throws -> Response {
        let plan = try visit.plan()
        let form = BulkForm(visit.form)
        let targets = visit.form.all("action").compactMap(BulkTarget.init(typed:))
        let choice = BulkChoice(numbers: targets.map(\.number))
        return try await chosen(visit, choice) { choice in
            do {
                let made = try await visit.workspace.bulkChange(
                    targets, of: plan, form.input(), once: visit.form["once"], as: visit.visitor)
                return visit.redirect(
                    to: .bulkChange(visit.slug, plan, made.id), saying: visit.words.bulkMade + visit.words.created(made.created))
            } catch DomainError.conflict {
                let seen = try await visit.workspace.previewBulk(of: plan, choice.selection, form.input(), reading: targets, visit.visitor)
                return visit.answer(
                    BulkPreviewPage(visit.frame(bulk: seen, seen.model.desk.plan), seen.model, choice, form).bytes, status: .conflict)
            } catch DomainError.invalid(let violations) where !violations.contains(where: { $0.field == .label }) {
                return visit.answer(try await page(visit, choice, form, violations), status: .unprocessableContent)
            }
        }
    }

    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.bulkChanges(of: visit.plan(), visit.visitor)
        return visit.answer(
            bulkChangesPage(visit.frame(bulk: seen, seen.model.plan), seen.model.plan, seen.model.records, zone: seen.zone))
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.bulkChange(visit.number("bulk", .bulkChange), of: visit.plan(), visit.visitor)
        return visit.answer(bulkChangePage(visit.frame(bulk: seen, seen.model.plan), seen.model, zone: seen.zone))
    }

    static func undo(_ visit: Visit) async throws -> Response {
        let (plan, id) = (try visit.plan(), try visit.number("bulk", .bulkChange))
        try await visit.workspace.undoBulk(id, of: plan, as: visit.visitor)
        return visit.redirect(to: .bulkChange(visit.slug, plan, id), saying: visit.words.bulkUndone)
    }

    // MARK: What they share

    /// Back to the list when nothing is chosen, or too much.
    private static func chosen(
        _ visit: Visit, _ typed: BulkChoice? = nil, _ body: (BulkChoice) async throws -> Response
    ) async throws -> Response {
        do {
            return try await body(typed ?? BulkChoice(visit.query))
        } catch DomainError.invalid(let violations) {
            guard let rule = violations.first(where: { $0.field == .label })?.rule else { throw DomainError.invalid(violations) }
            return visit.redirect(to: .actions(visit.slug, try visit.plan()), saying: visit.words.rule(rule))
        }
    }

    private static func page(
        _ visit: Visit, _ choice: BulkChoice, _ form: BulkForm, _ violations: [Violation] = []
    ) async throws -> [UInt8] {
        let seen = try await visit.workspace.bulkDesk(of: visit.plan(), choice.selection, visit.visitor)
        return BulkPage(visit.frame(bulk: seen, seen.model.desk.plan), seen.model, choice, form, violations).bytes
    }
}

extension BulkTarget {
    /// « 12~3 »: action 12, read at its version 3.
    fileprivate init?(typed: String) {
        let parts = typed.split(separator: "~").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        self.init(number: parts[0], version: parts[1])
    }

    var typed: String { "\(number)~\(version)" }
}

extension Visit {
    fileprivate func frame<Model>(bulk seen: Seen<Model>, _ plan: Plan) -> PageContext {
        frame(seen, menu: .actions, plan: plan)
    }
}

extension Words {
    fileprivate var bulkMade: String {
        say("Changement enregistré. Vous pouvez l’annuler ici.", "Change saved. You can undo it here.")
    }
    fileprivate var bulkUndone: String { say("Changement annulé.", "Change undone.") }
}
