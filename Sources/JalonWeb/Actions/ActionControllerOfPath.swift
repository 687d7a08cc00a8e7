/// What moves an action along its path: news of the current stage, a decision, the stages planned next.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum ActionPathController {
    // MARK: News

    /// The short form of the action's page.
    static func report(_ visit: Visit) async throws -> Response {
        try await send(visit) { seen, form, violations, meanwhile in
            // What the short form does not ask for is asked where it is.
            guard violations.contains(where: { ReportForm.stageOnly.contains($0.field) }) else {
                return ActionPage(visit, seen, form: form, violations: violations, meanwhile: meanwhile).bytes
            }
            let whole = form.completed(from: seen.model.action, names: seen.model.names, visit.words)
            return StagePage(visit, seen, whole, violations: violations, meanwhile: meanwhile).bytes
        }
    }

    static func stage(_ visit: Visit) async throws -> Response {
        let seen = try await visit.stageToReport()
        return visit.answer(StagePage(visit, seen, ReportForm(of: seen.model.action, names: seen.model.names, visit.words)).bytes)
    }

    static func saveStage(_ visit: Visit) async throws -> Response {
        try await send(visit) { seen, form, violations, meanwhile in
            let whole = form.completed(from: seen.model.action, names: seen.model.names, visit.words)
            return StagePage(visit, seen, whole, violations: violations, meanwhile: meanwhile).bytes
        }
    }

    private static func send(
        _ visit: Visit, again: (Seen<ActionSheet>, ReportForm, [Violation], Meanwhile?) -> [UInt8]
    ) async throws -> Response {
        let id = try visit.actionID()
        let (form, unanswered) = ReportForm.settled(visit.form)
        do {
            try ReportForm.require(unanswered)
            return try await saved(form, on: id, visit)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.stageAgain()
            let asked = visit.unanswered(form, unanswered, seen) { $0.answers(visit.words) }
            return visit.answer(again(seen, form, violations, asked), status: .unprocessableContent)
        } catch DomainError.conflict(let read, _) {
            let seen = try await visit.stageAgain()
            let standing = ReportForm(of: seen.model.action, names: seen.model.names, visit.words)
            let (merge, meanwhile) = visit.merge(form, standing, since: read, seen) {
                $0.completed(from: seen.model.action, names: seen.model.names, visit.words).answers(visit.words)
            }
            var merged = merge.form
            merged.version = seen.model.action.version
            // News that cross nobody's are saved at once: a pilot is not asked to read again what others wrote elsewhere.
            if merge.asked.isEmpty, let saved = try? await saved(merged, on: id, visit, beside: meanwhile) { return saved }
            return visit.answer(again(seen, merged, [], meanwhile), status: .conflict)
        }
    }

    private static func saved(
        _ form: ReportForm, on id: ActionID, _ visit: Visit, beside meanwhile: Meanwhile? = nil
    ) async throws -> Response {
        let saved = try await visit.workspace.report(id, reading: form.version, form.input(), as: visit.visitor)
        let kept = meanwhile.map { visit.words.keptBeside($0.differences.map(\.field)) } ?? ""
        return visit.redirect(
            to: .action(visit.slug, id), saying: visit.words.reported(saved.action) + kept + visit.words.created(saved.created))
    }

    // MARK: Decide

    static func decision(_ visit: Visit) async throws -> Response {
        let seen = try await visit.actionToChange()
        let form = DecisionForm(of: seen.model.action, today: seen.today, visit.words)
        return visit.answer(DecisionPage(visit, seen, form).bytes)
    }

    static func decide(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        var form = DecisionForm(visit.form)
        do {
            let saved = try await visit.workspace.decide(id, reading: form.version, form.input(), as: visit.visitor)
            return visit.redirect(to: .action(visit.slug, id), saying: visit.words.decided + visit.words.created(saved.created))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.actionAgain()
            return visit.answer(DecisionPage(visit, seen, form, violations: violations).bytes, status: .unprocessableContent)
        } catch DomainError.conflict(let read, _) {
            let seen = try await visit.actionAgain()
            let meanwhile = Meanwhile(
                seen, since: read, typed: form.answers(visit.words), stored: DecisionForm.stored(seen.model.action, visit.words),
                visit.words)
            form.version = seen.model.action.version
            return visit.answer(DecisionPage(visit, seen, form, meanwhile: meanwhile).bytes, status: .conflict)
        }
    }

    // MARK: Plan what follows

    static func path(_ visit: Visit) async throws -> Response {
        let seen = try await visit.actionToChange()
        return visit.answer(PathPage(visit, seen, PathForm(of: seen.model.action, names: seen.model.names, visit.words)).bytes)
    }

    static func savePath(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let (form, unanswered) = PathForm.settled(visit.form)
        do {
            try PathForm.require(unanswered)
            let saved = try await visit.workspace.planPath(id, reading: form.version, form.input(), reason: form.reason, as: visit.visitor)
            return visit.redirect(to: .action(visit.slug, id), saying: visit.words.pathSaved + visit.words.created(saved.created))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.actionAgain()
            let again = visit.unanswered(form, unanswered, seen) { $0.answers(visit.words) }
            return visit.answer(
                PathPage(visit, seen, form, violations: violations, meanwhile: again).bytes, status: .unprocessableContent)
        } catch DomainError.conflict(let read, _) {
            let seen = try await visit.actionAgain()
            let standing = PathForm(of: seen.model.action, names: seen.model.names, visit.words)
            let (merge, meanwhile) = visit.merge(form, standing, since: read, seen) { $0.answers(visit.words) }
            var merged = merge.form
            merged.version = seen.model.action.version
            return visit.answer(PathPage(visit, seen, merged, meanwhile: meanwhile).bytes, status: .conflict)
        }
    }
}

extension Visit {
    /// The action in the address, whose current stage this visitor reports on.
    fileprivate func stageToReport() async throws -> Seen<ActionSheet> {
        let seen = try await actionToChange()
        guard seen.model.mayReport else { throw DomainError.forbidden }
        guard seen.model.action.current.phase == .current else { throw DomainError.invalid(.progress, .actionClosed) }
        return seen
    }

    /// The same to show a form again, whatever became of the stage; who reports on an action reads its internal notes too.
    fileprivate func stageAgain() async throws -> Seen<ActionSheet> {
        let seen = try await actionAgain()
        guard seen.model.readsInternal else { throw DomainError.forbidden }
        return seen
    }
}

extension Words {
    fileprivate func reported(_ action: Action) -> String {
        if action.awaitsDecision {
            return say(
                "Nouvelles enregistrées. L’étape est finie\u{A0}: une décision est attendue.",
                "News saved. The stage is done: a decision is awaited.")
        }
        return say("Nouvelles enregistrées, merci.", "News saved, thank you.")
    }
    /// What someone else changed while the news were written, and that stays.
    fileprivate func keptBeside(_ fields: [Field]) -> String {
        let names = list(fields.map { field($0).lowercased() })
        return names.isEmpty ? "" : say(" Changé entre-temps et gardé\u{A0}: \(names).", " Changed meanwhile, and kept: \(names).")
    }
    fileprivate var decided: String { say("Décision enregistrée.", "Decision recorded.") }
    fileprivate var pathSaved: String { say("Étapes prévues enregistrées.", "Planned stages saved.") }
}
