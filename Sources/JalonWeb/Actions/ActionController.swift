/// An action's page, its sheet, its journal and its archive.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum ActionController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.action(visit.actionID(), visit.visitor)
        return visit.answer(ActionPage(visit, seen).bytes)
    }

    static func journal(_ visit: Visit) async throws -> Response {
        let before = Int(visit.query["before"])
        let seen = try await visit.workspace.action(visit.actionID(), visit.visitor, journal: ActionPageJournal.size, before: before)
        guard let entries = seen.model.journal else { throw DomainError.forbidden }
        return visit.answer(ActionPageJournal(visit, seen, entries, isFirst: before == nil).bytes)
    }

    // MARK: Write the sheet

    static func new(_ visit: Visit) async throws -> Response {
        if let template = Int(visit.query["template"]) { return try await new(visit, from: template) }
        let seen = try await visit.workspace.actionDesk(visit.plan(), visit.visitor)
        try seen.model.plan.requireOpen()
        return visit.answer(ActionPageEdit(visit, seen, ActionForm(identifiedOn: seen.today, visit.words)).bytes)
    }

    private static func new(_ visit: Visit, from template: Int) async throws -> Response {
        let seen = try await visit.workspace.actionDesk(visit.plan(), from: template, visit.visitor)
        let desk = seen.map { $0.desk }
        try desk.model.plan.requireOpen()
        let new = NewAction.proposed(from: seen.model.template, in: desk.model.plan, today: seen.today)
        let form = ActionForm(of: new.input, visit.words)
        return visit.answer(ActionPageEdit(visit, desk, form).bytes)
    }

    static func add(_ visit: Visit) async throws -> Response {
        let plan = try visit.plan()
        let form = ActionForm(visit.form)
        do {
            let added = try await visit.workspace.addAction(form.new(), to: plan, as: visit.visitor)
            return visit.redirect(
                to: .action(visit.slug, added.action.id),
                saying: visit.words.actionAdded(added.action.id.number) + visit.words.created(added.created))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.actionDesk(plan, visit.visitor)
            return visit.answer(ActionPageEdit(visit, seen, form, violations: violations).bytes, status: .unprocessableContent)
        }
    }

    static func edit(_ visit: Visit) async throws -> Response {
        let seen = try await visit.actionToChange()
        let form = ActionForm(of: seen.model.action, names: seen.model.names, visit.words)
        return visit.answer(ActionPageEdit(visit, seen, form).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let (form, unanswered) = ActionForm.settled(visit.form)
        do {
            try ActionForm.require(unanswered)
            let saved = try await visit.workspace.edit(id, reading: form.version, form.input(), as: visit.visitor)
            return visit.redirect(
                to: .action(visit.slug, id), saying: visit.words.actionSaved + visit.words.created(saved.created))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.actionAgain()
            let again = visit.unanswered(form, unanswered, seen) { $0.answers(seen.model.desk, visit.words) }
            let page = ActionPageEdit(visit, seen, form, violations: violations, meanwhile: again)
            return visit.answer(page.bytes, status: .unprocessableContent)
        } catch DomainError.conflict(let read, _) {
            let seen = try await visit.actionAgain()
            let standing = ActionForm(of: seen.model.action, names: seen.model.names, visit.words)
            let (merge, meanwhile) = visit.merge(form, standing, since: read, seen) { $0.answers(seen.model.desk, visit.words) }
            var merged = merge.form
            merged.version = seen.model.action.version
            return visit.answer(ActionPageEdit(visit, seen, merged, meanwhile: meanwhile).bytes, status: .conflict)
        }
    }

    // MARK: Put away

    static func confirmArchive(_ visit: Visit) async throws -> Response {
        let seen = try await visit.actionToChange()
        return visit.answer(ActionPageArchive(visit, seen).bytes)
    }

    static func archive(_ visit: Visit) async throws -> Response { try await setArchived(true, visit) }

    static func restore(_ visit: Visit) async throws -> Response { try await setArchived(false, visit) }

    private static func setArchived(_ archived: Bool, _ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        _ = try await visit.workspace.setArchived(archived, id, as: visit.visitor)
        return visit.redirect(to: .action(visit.slug, id), saying: archived ? visit.words.actionArchived : visit.words.actionRestored)
    }
}

extension Visit {
    /// The action in the address, only while it may still change.
    func actionToChange() async throws -> Seen<ActionSheet> {
        let seen = try await actionAgain()
        try seen.model.plan.requireOpen()
        guard !seen.model.action.archived else { throw DomainError.invalid(.archived, .actionArchived) }
        return seen
    }

    /// The same to show a form again, whatever became of the action: what was typed is not lost. With enough of its journal to tell
    /// what changed meanwhile.
    func actionAgain() async throws -> Seen<ActionSheet> { try await workspace.action(actionID(), visitor, journal: 50) }

    /// What was typed put together with what stands, and what is to be said of it.
    func merge<Form: MergedForm>(
        _ typed: Form, _ standing: Form, since read: Int, _ seen: Seen<ActionSheet>, answers: (Form) -> [FormAnswer]
    ) -> (merge: FormMerge<Form>, meanwhile: Meanwhile) {
        let merge = FormMerge(typed: typed, standing: standing)
        let meanwhile = Meanwhile(
            merge, typed: answers(typed), stored: answers(standing), journal: seen.model.journal(since: read), words, zone: seen.zone)
        return (merge, meanwhile)
    }

    /// The questions that a form left without a choice, to be asked again; nothing when there are none.
    func unanswered<Form: MergedForm>(
        _ form: Form, _ unanswered: [Field], _ seen: Seen<ActionSheet>, answers: (Form) -> [FormAnswer]
    ) -> Meanwhile? {
        guard !unanswered.isEmpty, let read = form.read else { return nil }
        return Meanwhile(unanswered: unanswered, typed: answers(form), stored: answers(Form(read)), zone: seen.zone)
    }

    /// The frame of a page about that action.
    func frame(about seen: Seen<ActionSheet>) -> PageContext {
        frame(seen, menu: .actions, plan: seen.model.plan)
    }
}

extension Words {
    fileprivate func actionAdded(_ number: Int) -> String {
        say("\(actionNumber(number)) ajoutée.", "\(actionNumber(number)) added.")
    }
    fileprivate var actionSaved: String { say("Fiche enregistrée.", "Action saved.") }
    fileprivate var actionArchived: String { say("Action archivée.", "Action archived.") }
    fileprivate var actionRestored: String { say("Action restaurée.", "Action restored.") }
}
