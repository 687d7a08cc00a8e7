/// The état des lieux: where the organisation stands, theme by theme, and the form of each theme.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum AssessmentController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.assessment(of: visit.guide, visit.visitor)
        let frame = visit.frame(seen, menu: .assessment)
        return visit.answer(AssessmentPage(context: frame, sheet: seen.model, query: visit.guideQuery).render())
    }

    static func theme(_ visit: Visit) async throws -> Response {
        let seen = try await read(visit)
        return visit.answer(page(visit, seen, AssessmentForm(seen.model, visit.words, today: seen.today)))
    }

    static func save(_ visit: Visit) async throws -> Response {
        let seen = try await read(visit)
        let form = AssessmentForm(visit.form).checked(seen.model, today: seen.today)
        guard form.isSound else { return visit.answer(page(visit, seen, form), status: .unprocessableContent) }
        do {
            let inputs = form.inputs(seen.model)
            let saved = try await visit.workspace.assess(inputs, of: seen.model.sheet.entry.reference.description, as: visit.visitor)
            return try await redirect(visit, saying: visit.words.assessmentSaved(saved))
        } catch DomainError.conflict {
            let seen = try await read(visit)
            return visit.answer(page(visit, seen, form.rebased(on: seen.model)), status: .conflict)
        }
    }

    /// On to the next theme that lacks an answer, when asked; else back to the same.
    private static func redirect(_ visit: Visit, saying flash: String) async throws -> Response {
        let seen = try await read(visit).model
        guard visit.form["then"] == "next" else {
            return visit.redirect(to: .themeAssessment(visit.slug, seen.theme.id, visit.guideQuery), saying: flash)
        }
        let next = seen.sheet.next(after: seen.theme)
        return visit.redirect(
            to: next.map { .themeAssessment(visit.slug, $0.id, visit.guideQuery) } ?? .assessment(visit.slug, visit.guideQuery),
            saying: flash)
    }

    private static func read(_ visit: Visit) async throws -> Seen<ThemeAssessment> {
        try await visit.workspace.assessment(of: visit.guide, theme: visit.context.parameters.get("theme") ?? "", visit.visitor)
    }

    private static func page(_ visit: Visit, _ seen: Seen<ThemeAssessment>, _ form: AssessmentForm) -> [UInt8] {
        AssessmentThemePage(
            context: visit.frame(seen, menu: .assessment), model: seen.model, form: form, query: visit.guideQuery
        ).render()
    }
}

extension Visit {
    /// The guide that the address names, where there are several.
    fileprivate var guide: String? { query.has("guide") ? query["guide"] : nil }
    fileprivate var guideQuery: Query { ["guide": query["guide"]] }
}

extension Words {
    fileprivate func assessmentSaved(_ entries: [AssessmentEntry]) -> String {
        guard !entries.isEmpty else { return say("Rien n’a changé.", "Nothing changed.") }
        let saved = say(
            "\(count(entries.count, "pratique évaluée", "pratiques évaluées")).",
            "\(count(entries.count, "practice", "practices")) assessed.")
        let past = entries.filter { !$0.stands }.map(\.practice)
        return past.isEmpty ? saved : "\(saved) \(keptAsHistory(past))"
    }
}
