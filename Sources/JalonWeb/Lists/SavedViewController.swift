/// Saved views: their list, and the small forms that save, rename, share and delete one.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum SavedViewController {
    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.savedViews(plan: visit.plan(), visit.visitor)
        return visit.answer(savedViewsPage(visit.frame(seen, menu: .actions, plan: seen.model.plan), seen.model, seen.actor))
    }

    /// The list as its address said it, under a name.
    static func save(_ visit: Visit) async throws -> Response {
        let plan = try visit.plan()
        let form = SavedViewForm(visit.form)
        do {
            let view = try await visit.workspace.saveView(form.edit, query: form.query, replacing: form.replaces, as: visit.visitor)
            return visit.redirect(to: .actions(visit.slug, plan, view.address), saying: visit.words.viewSaved(view.name))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.savedViews(plan: plan, visit.visitor)
            let frame = visit.frame(seen, menu: .actions, plan: seen.model.plan)
            return visit.answer(SavedViewPage(frame, seen.model.plan, .new, form, violations).bytes, status: .unprocessableContent)
        }
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.view()
        return visit.answer(page(visit, seen, SavedViewForm(seen.model.view)).bytes)
    }

    static func edit(_ visit: Visit) async throws -> Response {
        let form = SavedViewForm(visit.form)
        do {
            let view = try await visit.workspace.editView(
                visit.number("view", .view), reading: visit.reading, form.edit, as: visit.visitor)
            return visit.redirect(to: .views(visit.slug, try visit.plan()), saying: visit.words.viewSaved(view.name))
        } catch DomainError.invalid(let violations) {
            return visit.answer(page(visit, try await visit.view(), form, violations).bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            return visit.answer(page(visit, try await visit.view(), form, changedMeanwhile: true).bytes, status: .conflict)
        }
    }

    static func confirmDeletion(_ visit: Visit) async throws -> Response {
        let seen = try await visit.view()
        return visit.answer(savedViewDeletionPage(visit.frame(seen, menu: .actions, plan: seen.model.plan), seen.model))
    }

    static func delete(_ visit: Visit) async throws -> Response {
        // The plan only says where to come back, but it must be one.
        let seen = try await visit.view()
        let view = try await visit.workspace.deleteView(seen.model.view.id, as: visit.visitor)
        return visit.redirect(to: .views(visit.slug, seen.model.plan.number), saying: visit.words.viewDeleted(view.name))
    }

    private static func page(
        _ visit: Visit, _ seen: Seen<SavedViewDesk>, _ form: SavedViewForm, _ violations: [Violation] = [], changedMeanwhile: Bool = false
    ) -> SavedViewPage {
        let frame = visit.frame(seen, menu: .actions, plan: seen.model.plan)
        return SavedViewPage(frame, seen.model.plan, .existing(seen.model.view), form, violations, changedMeanwhile: changedMeanwhile)
    }
}

extension Visit {
    /// The view in the address, which this visitor may change.
    fileprivate func view() async throws -> Seen<SavedViewDesk> {
        try await workspace.savedView(number("view", .view), plan: plan(), visitor)
    }
}

extension Words {
    fileprivate func viewSaved(_ name: String) -> String { say("Vue \(quote(name)) enregistrée.", "View \(quote(name)) saved.") }
    fileprivate func viewDeleted(_ name: String) -> String { say("Vue \(quote(name)) supprimée.", "View \(quote(name)) deleted.") }
}
