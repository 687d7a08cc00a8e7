/// Committees: their list, each one's page, and the forms that create, change and people one.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum CommitteeController {
    static func list(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.committees(of: try visit.plan(), visit.visitor)
        return visit.answer(committeesPage(visit.frame(seen, of: seen.model.plan), seen.model))
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.committee(try visit.committeeID(), visit.visitor)
        return visit.answer(CommitteePage(visit.frame(seen, of: seen.model.plan), seen.model).bytes)
    }

    // MARK: A new one, or a change

    static func new(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.committees(of: try visit.plan(), visit.visitor)
        let form = CommitteeForm(of: seen.model.plan, cadence: seen.model.cadence, today: seen.today, visit.words)
        return visit.answer(CommitteeFormPage(visit.frame(seen, of: seen.model.plan), seen.model.plan, nil, form).bytes)
    }

    /// Leads to the calendar that its cadence proposes.
    static func add(_ visit: Visit) async throws -> Response {
        let form = CommitteeForm(visit.form)
        do {
            let committee = try await visit.workspace.addCommittee(try form.edit(), to: try visit.plan(), as: visit.visitor)
            return visit.redirect(
                to: .committee(visit.slug, committee.id, committee.cadence == nil ? .page : .calendar),
                saying: visit.words.committeeAdded(committee.name))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.committees(of: try visit.plan(), visit.visitor)
            let page = CommitteeFormPage(visit.frame(seen, of: seen.model.plan), seen.model.plan, nil, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    static func edit(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.committee(try visit.committeeID(), visit.visitor)
        return visit.answer(formPage(visit, seen, CommitteeForm(seen.model.committee, visit.words)).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let id = try visit.committeeID()
        let (form, unanswered) = CommitteeForm.settled(visit.form)
        do {
            try CommitteeForm.require(unanswered)
            _ = try await visit.workspace.editCommittee(id, reading: visit.reading, try form.edit(), as: visit.visitor)
            return visit.redirect(to: .committee(visit.slug, id), saying: visit.words.committeeSaved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.committee(id, visit.visitor)
            var again: Meanwhile?
            if let read = form.read, !unanswered.isEmpty {
                again = Meanwhile(
                    unanswered: unanswered, typed: form.answers(visit.words), stored: CommitteeForm(read).answers(visit.words),
                    zone: seen.zone)
            }
            return visit.answer(
                formPage(visit, seen, form, violations: violations, meanwhile: again).bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await visit.workspace.committee(id, visit.visitor)
            let standing = CommitteeForm(seen.model.committee, visit.words)
            let merge = FormMerge(typed: form, standing: standing)
            let meanwhile = Meanwhile(
                merge, typed: form.answers(visit.words), stored: standing.answers(visit.words), journal: nil, visit.words,
                zone: seen.zone)
            return visit.answer(formPage(visit, seen, merge.form, meanwhile: meanwhile).bytes, status: .conflict)
        }
    }

    private static func formPage(
        _ visit: Visit, _ seen: Seen<CommitteeSheet>, _ form: CommitteeForm, violations: [Violation] = [], meanwhile: Meanwhile? = nil
    ) -> CommitteeFormPage {
        CommitteeFormPage(
            visit.frame(seen, of: seen.model.plan), seen.model.plan, seen.model.committee, form, violations: violations,
            meanwhile: meanwhile)
    }

    // MARK: Small resources of its page

    static func archive(_ visit: Visit) async throws -> Response {
        try await small(visit) { id in
            visit.words.committeeArchived(try await visit.workspace.setCommitteeArchived(true, id, as: visit.visitor).name)
        }
    }

    static func restore(_ visit: Visit) async throws -> Response {
        try await small(visit) { id in
            visit.words.committeeRestored(try await visit.workspace.setCommitteeArchived(false, id, as: visit.visitor).name)
        }
    }

    static func admit(_ visit: Visit) async throws -> Response {
        try await small(visit) { id in
            guard let role = CommitteeRole(rawValue: visit.form["role"]) else {
                throw DomainError.invalid((visit.form["name"].isEmpty ? [Violation(.name, .required)] : []) + [Violation(.role, .required)])
            }
            let (_, created) = try await visit.workspace.admit(visit.form["name"], as: role, to: id, as: visit.visitor)
            return visit.words.committeeMemberAdded + visit.words.created(created)
        }
    }

    static func dismiss(_ visit: Visit) async throws -> Response {
        try await small(visit) { id in
            guard let party = Int(visit.form["party"]) else { throw DomainError.invalid(.name, .required) }
            _ = try await visit.workspace.dismiss(party, from: id, as: visit.visitor)
            return visit.words.committeeMemberRemoved
        }
    }

    static func addMeeting(_ visit: Visit) async throws -> Response {
        try await small(visit) { id in
            let edit = try MeetingForm(visit.form).edit()
            _ = try await visit.workspace.planMeetings([edit], of: id, as: visit.visitor)
            return visit.words.meetingsPlanned(1)
        }
    }

    private static func small(_ visit: Visit, _ verb: (CommitteeID) async throws -> String) async throws -> Response {
        let id = try visit.committeeID()
        do {
            let said = try await verb(id)
            return visit.redirect(to: .committee(visit.slug, id), saying: said)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.committee(id, visit.visitor)
            let page = CommitteePage(visit.frame(seen, of: seen.model.plan), seen.model, typed: visit.form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }
}

extension Visit {
    func committeeID() throws -> CommitteeID { CommitteeID(plan: try plan(), number: try number("committee", .committee)) }

    /// The frame of a page of committees.
    func frame<Model>(_ seen: Seen<Model>, of plan: Plan) -> PageContext {
        frame(seen, menu: .committees, plan: plan)
    }
}

extension Words {
    fileprivate func committeeAdded(_ name: String) -> String { say("Le comité \(name) est créé.", "The committee \(name) is created.") }
    fileprivate var committeeSaved: String { say("Le comité est enregistré.", "The committee is saved.") }
    fileprivate func committeeArchived(_ name: String) -> String { say("\(name) est archivé.", "\(name) is archived.") }
    fileprivate func committeeRestored(_ name: String) -> String { say("\(name) est restauré.", "\(name) is restored.") }
    fileprivate var committeeMemberAdded: String { say("La composition est enregistrée.", "The members are saved.") }
    fileprivate var committeeMemberRemoved: String { say("Cette personne ne siège plus.", "This person no longer sits.") }
    func meetingsPlanned(_ number: Int) -> String {
        say(
            "\(count(number, "séance inscrite", "séances inscrites")) au calendrier.",
            "\(count(number, "meeting", "meetings")) put in the calendar.")
    }
}
