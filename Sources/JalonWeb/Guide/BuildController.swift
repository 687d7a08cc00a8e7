/// Building a plan from its guide: choose practices, look at the actions proposed, add them in one go.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum BuildController {
    static func choose(_ visit: Visit) async throws -> Response {
        let filter = PracticeFilter(visit.query)
        let seen = try await visit.workspace.buildChoice(plan: visit.plan(), filter, visit.visitor)
        try seen.model.plan.requireOpen()
        let page = BuildChoicePage(
            context: visit.frame(seen, menu: .actions, plan: seen.model.plan), choice: seen.model, filter: filter,
            ticked: Set(visit.query.all("practice")), ticking: BuildChoicePage.Ticking(rawValue: visit.query["tick"]))
        return visit.answer(page.render())
    }

    /// The choice stands in the address: the page can be left and come back to.
    static func review(_ visit: Visit) async throws -> Response {
        let chosen = Set(visit.query.all("practice"))
        guard !chosen.isEmpty else {
            // Asked of someone who may: the refusal comes first for who may not.
            _ = try await visit.workspace.plan(visit.plan(), visit.visitor, needs: .editPlan)
            return visit.redirect(to: .build(visit.slug, try visit.plan()), saying: visit.words.rule(.emptySelection))
        }
        let seen = try await visit.workspace.buildReview(plan: visit.plan(), chosen, visit.visitor)
        try seen.model.plan.requireOpen()
        guard !seen.model.practices.isEmpty else { throw DomainError.notFound(.practice) }
        let form = BuildForm(proposing: seen.model, visit.words, today: seen.today)
        return visit.answer(review(visit, seen, form, []))
    }

    static func add(_ visit: Visit) async throws -> Response {
        let form = BuildForm(visit.form)
        let number = try visit.plan()
        let seen = try await visit.workspace.buildReview(plan: number, form.practices, visit.visitor)
        do {
            let new = try form.actions(seen.model, visit.words.language, today: seen.today)
            let added = try await visit.workspace.addActions(new, to: number, after: form.actions, as: visit.visitor)
            return visit.redirect(
                to: .actions(visit.slug, number), saying: visit.words.built(added.actions.count, created: added.created))
        } catch DomainError.invalid(let violations) {
            return visit.answer(review(visit, seen, form, violations), status: .unprocessableContent)
        } catch DomainError.conflict(let read, _) {
            let seen = try await visit.workspace.buildReview(plan: number, form.practices, after: read, visit.visitor)
            return visit.answer(review(visit, seen, form.rebased(on: seen.model), []), status: .conflict)
        }
    }

    private static func review(
        _ visit: Visit, _ seen: Seen<BuildReview>, _ form: BuildForm, _ violations: [Violation]
    ) -> [UInt8] {
        BuildReviewPage(
            context: visit.frame(seen, menu: .actions, plan: seen.model.plan), review: seen.model, form: form,
            violations: violations
        ).render()
    }
}

extension Words {
    /// « 6 actions ajoutées au plan. Fonctions et services créés : … »
    func built(_ actions: Int, created: [Party]) -> String {
        let added = say(
            "\(count(actions, "action ajoutée", "actions ajoutées")) au plan.",
            "\(count(actions, "action", "actions")) added to the plan.")
        return added + made(known: created)
    }

    /// « Créés parce que Jalon ne les connaissait pas : … », after another sentence; the first six.
    func made(known created: [Party]) -> String {
        guard !created.isEmpty else { return "" }
        let shown = created.prefix(6).map(\.name)
        let more = created.count - shown.count
        let names = list(shown + (more > 0 ? [say("\(more) de plus", "\(more) more")] : []))
        return " " + labelled(say("Créés parce que Jalon ne les connaissait pas", "Created, as Jalon did not know them"), names + ".")
    }
}
