/// A table of actions: given, read and shown, then written; each step sends the table again.
import Hummingbird
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

enum ImportController {
    static func start(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.plan(visit.plan(), visit.visitor, needs: .editPlan)
        try seen.model.plan.requireOpen()
        return visit.answer(ImportStartPage(visit.frame(about: seen), seen.model.plan, ImportForm()).bytes)
    }

    static func read(_ visit: Visit) async throws -> Response {
        let number = try visit.plan()
        let form = ImportForm(visit.form)
        let plan = try await visit.workspace.plan(number, visit.visitor, needs: .editPlan)
        let table: CSVTable
        do {
            guard !form.isEmpty else { throw DomainError.invalid(.file, .emptyTable) }
            table = try form.table()
        } catch DomainError.invalid(let violations) {
            let page = ImportStartPage(visit.frame(about: plan), plan.model.plan, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
        // A column that the table no longer has, since another was pasted, is forgotten.
        var choices = form.choices(visit.words.language)
        choices.columns = choices.columns.filter { table.columns.contains($0.key) }
        guard form.writes else { return try await show(visit, table, choices, form, status: .ok) }
        do {
            let imported = try await visit.workspace.importTable(
                table, named: form.name, choices, into: number, standing: form.standing, as: visit.visitor)
            return visit.redirect(
                to: .actions(visit.slug, number), saying: visit.words.imported(imported) + visit.words.made(known: imported.parties))
        } catch DomainError.invalid {
            return try await show(visit, table, choices, form, status: .unprocessableContent)
        } catch DomainError.conflict {
            return try await show(visit, table, choices, form, status: .conflict)
        }
    }

    private static func show(
        _ visit: Visit, _ table: CSVTable, _ choices: ImportChoices, _ form: ImportForm, status: HTTPResponse.Status
    ) async throws -> Response {
        let seen = try await visit.workspace.readTable(table, choices, into: visit.plan(), visit.visitor)
        let plan = seen.model.plan
        let page = ImportPage(
            context: visit.frame(seen, menu: .actions, plan: plan), reading: seen.model, table: table, form: form,
            choices: choices, zone: seen.zone, isRefused: status == .unprocessableContent, isCrossed: status == .conflict)
        return visit.answer(page.bytes, status: status)
    }
}

extension Visit {
    fileprivate func frame(about seen: Seen<PlanSheet>) -> PageContext {
        frame(seen, menu: .actions, plan: seen.model.plan)
    }
}
