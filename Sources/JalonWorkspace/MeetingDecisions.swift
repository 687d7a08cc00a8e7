/// Decisions of a meeting: each acts on the plan in the transaction that records it, signed with the meeting, through the same verbs as
/// anyone's act; then it is followed until done.
package import JalonDomain
import JalonStore
import SQL

/// A decision as typed, in a line: what is decided, of what, carried by whom, for when.
package struct DecisionNote: Sendable, Equatable {
    package var kind: DecisionKind
    package var action: Int?
    package var words = ""
    /// Of a change of pilot, the pilot; of a stage that opens, its pilot; else who carries it out.
    package var bearer = ""
    /// Of a change of due date, the date; of a stage that opens, its due date; else when it is to be carried out.
    package var due: Day?
    /// An impact (1…5), or a budget in cents.
    package var value: Int?
    package var reason = ""
    package var perimeter: [String] = []
    /// « 2.1 », the decision that it takes the place of.
    package var supersedes = ""

    package init(_ kind: DecisionKind) {
        self.kind = kind
    }
}

extension Workspace {
    package func decide(
        _ note: DecisionNote, in id: MeetingID, as visitor: Visitor
    ) async throws -> (decision: MeetingDecision, created: [Party]) {
        try await change(visitor, needs: .decide) { scene in
            var names = PartyNames(scene)
            let decision = try scene.record(note, in: id, &names)
            return (decision, names.created)
        }
    }

    /// `on` is the day it was done; `nil` opens it again.
    package func carryOut(_ id: DecisionID, on day: Day?, as visitor: Visitor) async throws -> MeetingDecision {
        try await change(visitor, needs: .decide) { scene in
            _ = try scene.committee(id.meeting.committee)
            guard var decision = try scene.meetings.find(id) else { throw DomainError.notFound(.decision) }
            let before = decision
            try decision.carryOut(on: day, today: scene.today)
            guard decision != before else { return decision }
            try scene.meetings.follow(decision)
            try scene.journal.write(
                day == nil ? .reopened : .carriedOut, subject: "decision \(id)", plan: id.meeting.plan, action: nil, version: nil,
                changes: [Change(field: .on, before: before.doneOn?.iso ?? "", after: day?.iso ?? "")], by: scene.actor, at: scene.now)
            return decision
        }
    }
}

extension Scene {
    fileprivate func record(_ note: DecisionNote, in id: MeetingID, _ names: inout PartyNames) throws -> MeetingDecision {
        let words = Words(try settings().language)
        var recorded: MeetingDecision?
        // The plan may be closed by what is decided: the meeting is loaded before, and saved after.
        _ = try change(id, nil, .decisionRecorded, telling: recorded.map { [told($0, words)] } ?? []) { meeting, committee, _ in
            try meeting.requireRecording()
            for (field, text) in [(Field.decision, note.words), (.reason, note.reason)] where text.count > 2000 {
                throw DomainError.invalid(field, .tooLong(max: 2000))
            }
            let decisionID = DecisionID(id, number: try meetings.nextDecision(of: id))
            let superseded = try superseded(by: decisionID, note)
            let sign = Signature(body: committee.name, number: id.number, on: meeting.on, decision: decisionID.short, words: words)
            let (before, after) = try act(note, in: id, sign, superseding: superseded, &names)
            let decision = MeetingDecision(
                id: decisionID, kind: note.kind, action: note.kind.subject == .action ? note.action : nil, words: note.words,
                before: before, after: after, reason: note.reason, bearer: try names.resolve(note.bearer, preferring: .position),
                due: note.due, doneOn: note.kind == .free ? nil : meeting.on, supersedes: superseded?.id, supersededBy: nil)
            try meetings.insert(decision, at: now)
            if let superseded { try meetings.follow(superseded) }
            recorded = decision
        }
        guard let recorded else { throw DomainError.notFound(.decision) }
        return recorded
    }

    /// What the meeting's journal says of it, in the organisation's language.
    private func told(_ decision: MeetingDecision, _ words: Words) -> Change {
        let action = decision.action.map { words.actionNumber($0) + ", " } ?? ""
        return Change(field: .decision, before: "", after: "\(decision.id.short) \(action)\(words.decision(decision, showsCost: false))")
    }

    /// The decision that gives way, already told so.
    private func superseded(by id: DecisionID, _ note: DecisionNote) throws -> MeetingDecision? {
        guard !note.supersedes.isEmpty else { return nil }
        guard let other = DecisionID(note.supersedes, of: id.meeting.committee), var found = try meetings.find(other) else {
            throw DomainError.invalid(.decision, .unknown(note.supersedes))
        }
        try found.giveWay(to: id, of: note.kind, action: note.kind.subject == .action ? note.action : nil)
        return found
    }

    /// What changes, from what to what.
    private func act(
        _ note: DecisionNote, in id: MeetingID, _ sign: Signature, superseding superseded: MeetingDecision?, _ names: inout PartyNames
    ) throws -> (before: String, after: String) {
        switch note.kind.subject {
        case .free:
            guard !note.words.isEmpty else { throw DomainError.invalid(.decision, .required) }
            return ("", "")
        case .plan:
            let before = try plan(id.plan).state
            try lead(note.kind, id.plan, sign)
            return (before.rawValue, try plan(id.plan).state.rawValue)
        case .action:
            guard let number = note.action else { throw DomainError.invalid(.actions, .required) }
            let action = ActionID(plan: id.plan, number: number)
            guard try actions.find(action) != nil else { throw DomainError.invalid(.actions, .unknown(String(number))) }
            guard let outcome = note.kind.outcome else { return try amend(action, note, sign, &names) }
            let input = DecisionInput(
                decision: Decision(outcome: outcome, by: sign.body, on: sign.on, meeting: sign.meeting, reason: note.reason),
                perimeter: note.perimeter, pilot: note.bearer, plannedStart: nil, due: note.due)
            var before = ""
            let changed = try change(action, nil, .decided, &names) { action, plan, _, names in
                before = action.current.level.rawValue
                let edit = try names.decision(input)
                if superseded?.kind.outcome != nil {
                    try action.supersede(edit, planValidated: plan.hasBeenValidated, today: today)
                } else {
                    try action.decide(edit, planValidated: plan.hasBeenValidated, today: today)
                }
            }
            return (before, changed.isStopped ? "" : changed.current.level.rawValue)
        }
    }

    /// A due date, a pilot, an impact or a budget.
    private func amend(
        _ id: ActionID, _ note: DecisionNote, _ sign: Signature, _ names: inout PartyNames
    ) throws -> (before: String, after: String) {
        let known = try partyNames()
        var told = ("", "")
        _ = try change(id, nil, .edited, &names, telling: [Change(field: .meeting, before: "", after: "\(sign.meeting), \(sign.decision)")])
        {
            action, plan, _, names in
            var edit = ActionEdit(of: action)
            switch note.kind {
            case .due:
                guard let due = note.due else { throw DomainError.invalid(.due, .required) }
                guard !action.isClosed else { throw DomainError.invalid(.actions, .actionClosed) }
                told = (action.current.forecast?.iso ?? "", due.iso)
                edit.due = due
                // Two committees may give the same reason: the meeting tells them apart.
                if !note.reason.isEmpty { edit.slippageReason = "\(note.reason) (\(sign.meeting))" }
            case .pilot:
                guard let pilot = try names.resolve(note.bearer, preferring: .position) else {
                    throw DomainError.invalid(.bearer, .required)
                }
                told = (action.pilot.flatMap { known[$0] } ?? "", note.bearer)
                edit.pilot = pilot
            case .impact:
                guard let value = note.value else { throw DomainError.invalid(.impact, .required) }
                told = (action.impact.map(String.init) ?? "", String(value))
                edit.impact = value
            default:
                guard let value = note.value else { throw DomainError.invalid(.cost, .required) }
                told = (action.cost.map(String.init) ?? "", String(value))
                edit.cost = value
            }
            guard told.0 != told.1 else { throw DomainError.invalid(.decision, .nothingToChange) }
            try action.apply(edit, planValidated: plan.hasBeenValidated, today: today)
        }
        return told
    }

    /// Through the verbs of the plan's life.
    private func lead(_ kind: DecisionKind, _ number: Int, _ sign: Signature) throws {
        switch kind {
        case .validate:
            _ = try changePlan(number, nil, .validated) {
                try validate(&$0, Validation(on: sign.on, body: sign.meeting, person: ""))
            }
        case .revise: try changePlan(number, nil, .proposed) { try propose(&$0) }
        default: try changePlan(number, nil, .closed) { try $0.close() }
        }
    }
}

/// What a decision is signed with.
private struct Signature {
    let body: String
    let number: Int
    let on: Day
    let decision: String
    let words: Words

    var meeting: String { words.meeting(body, number) }
}
