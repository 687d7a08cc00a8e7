/// Plans: where an organisation's address leads, their list, and the forms that create and change one.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum PlanController {
    /// The open plan's dashboard, or for pilots their own actions; the list where none is open.
    static func home(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.plans(visit.visitor)
        let slug = seen.organisation.slug
        guard let plan = seen.openPlan else { return visit.redirect(to: .plans(slug)) }
        return visit.redirect(to: seen.actor.role == .pilot ? .mine(slug) : .plan(slug, plan.number))
    }

    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.planListing(visit.visitor)
        return visit.answer(planListPage(visit.frame(seen, menu: .plans), seen.model))
    }

    // MARK: A new plan

    static func new(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.catalogues(visit.visitor)
        var form = PlanForm(startingOn: seen.today, visit.words)
        form.catalogue = try await visit.workspace.catalogueOfNewPlans(visit.visitor).map { String($0) } ?? ""
        return visit.answer(PlanFormPage(visit.frame(seen, menu: .plans), form, .creation(seen.model)).bytes)
    }

    static func create(_ visit: Visit) async throws -> Response {
        let form = PlanForm(visit.form)
        do {
            let plan = try await visit.workspace.createPlan(try form.edit(), catalogue: form.catalogue, as: visit.visitor)
            return visit.redirect(to: .plan(visit.slug, plan.number), saying: visit.words.planCreated)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.catalogues(visit.visitor)
            let page = PlanFormPage(visit.frame(seen, menu: .plans), form, .creation(seen.model), violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    // MARK: An existing one

    static func edit(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.plan(try visit.plan(), visit.visitor, needs: .editPlan)
        return visit.answer(PlanFormPage(frame(visit, seen), PlanForm(seen.model.plan, visit.words), .change(seen.model)).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let number = try visit.plan()
        let (form, unanswered) = PlanForm.settled(visit.form)
        do {
            try PlanForm.require(unanswered)
            try await visit.workspace.editPlan(number, reading: visit.reading, try form.edit(), as: visit.visitor)
            return visit.redirect(to: .plan(visit.slug, number), saying: visit.words.planSaved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.plan(number, visit.visitor, needs: .editPlan)
            var occasion = PlanFormPage.Occasion.change(seen.model)
            if let read = form.read, !unanswered.isEmpty {
                let again = Meanwhile(unanswered: unanswered, typed: form.answers, stored: PlanForm(read).answers, zone: seen.zone)
                occasion = .conflict(seen.model, again)
            }
            let page = PlanFormPage(frame(visit, seen), form, occasion, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await visit.workspace.plan(number, visit.visitor, needs: .editPlan)
            let standing = PlanForm(seen.model.plan, visit.words)
            let merge = FormMerge(typed: form, standing: standing)
            let meanwhile = Meanwhile(
                merge, typed: form.answers, stored: standing.answers, journal: nil, visit.words, zone: seen.zone)
            return visit.answer(PlanFormPage(frame(visit, seen), merge.form, .conflict(seen.model, meanwhile)).bytes, status: .conflict)
        }
    }

    private static func frame(_ visit: Visit, _ seen: Seen<PlanSheet>) -> PageContext {
        visit.frame(seen, plan: seen.model.plan)
    }
}
