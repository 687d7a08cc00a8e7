/// One milestone of an action, added, changed or removed from the action's page.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MilestonesController {
    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let form = MilestoneForm(visit.form)
        do {
            _ = try await visit.workspace.setMilestone(id, form.was, to: try form.milestone(), as: visit.visitor)
            return visit.redirect(to: .action(visit.slug, id), saying: visit.words.milestonesSaved)
        } catch DomainError.invalid(let violations) {
            return try await again(visit, form, violations, .unprocessableContent)
        } catch DomainError.conflict {
            // What was typed comes back as a milestone to add, beside those that stand.
            return try await again(visit, form, [Violation(.milestones, .unknown(form.was?.title ?? form.title))], .conflict)
        }
    }

    private static func again(
        _ visit: Visit, _ form: MilestoneForm, _ violations: [Violation], _ status: HTTPResponse.Status
    ) async throws -> Response {
        let seen = try await visit.actionAgain()
        guard seen.model.readsInternal else { throw DomainError.forbidden }
        return visit.answer(ActionPage(visit, seen, milestone: form, violations: violations).bytes, status: status)
    }
}

/// A milestone as it is typed, with what was read of it.
struct MilestoneForm: Sendable {
    static let due = "milestoneDue"
    static let reached = "milestoneReached"
    static let removal = "remove"

    /// Nothing for a new one.
    var was: Milestone?
    var title = ""
    var due = ""
    var reachedOn = ""
    var isRemoved = false

    init() {}

    init(of milestone: Milestone, _ words: Words) {
        was = milestone
        title = milestone.title
        due = milestone.due.map(words.typedDay) ?? ""
        reachedOn = milestone.reachedOn.map(words.typedDay) ?? ""
    }

    /// What was typed.
    init(_ form: FormBody) {
        if form.has("was") { was = Milestone(title: form["was"], due: Day(form["wasDue"]), reachedOn: Day(form["wasReached"])) }
        title = form[Field.milestones.rawValue]
        due = form[Self.due]
        reachedOn = form[Self.reached]
        isRemoved = form[Self.removal] == "1"
    }

    func reached(on day: Day, _ words: Words) -> MilestoneForm {
        var form = self
        form.reachedOn = words.typedDay(day)
        return form
    }

    /// What it now is; nothing once removed.
    func milestone() throws -> Milestone? {
        if isRemoved { return nil }
        var reader = ActionFormReader()
        let milestone = Milestone(title: title, due: reader.day(due, .milestones), reachedOn: reader.day(reachedOn, .milestones))
        try reader.require(and: title.isEmpty ? [Violation(.milestones, .required)] : [])
        return milestone
    }

    var answers: [(name: String, value: String)] {
        [(Field.milestones.rawValue, title), (Self.due, due), (Self.reached, reachedOn)]
    }

    /// What was read, for a milestone that stands: it is known by it.
    var readAnswers: [(name: String, value: String)] {
        guard let was else { return [] }
        return [("was", was.title), ("wasDue", was.due?.iso ?? ""), ("wasReached", was.reachedOn?.iso ?? "")]
    }
}

extension Words {
    fileprivate var milestonesSaved: String { say("Jalons enregistrés.", "Milestones saved.") }
}
