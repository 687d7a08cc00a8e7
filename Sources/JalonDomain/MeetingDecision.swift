/// A decision of a committee: recorded in a meeting, acting on the plan at once, followed until done, superseded rather than edited.

package enum DecisionKind: String, CaseIterable, Codable, Sendable {
    case generalise, experiment, extend, stop, goBack
    case due, pilot, impact, cost
    case validate, revise, close
    case free

    package enum Subject: CaseIterable, Sendable { case action, plan, free }

    package init?(word: String) {
        if let outcome = Outcome(word: word) {
            self.init(outcome)
            return
        }
        switch word.folded {
        case "due", "echeance": self = .due
        case "pilot", "pilote": self = .pilot
        case "impact", "effet", "priorite", "priority": self = .impact
        case "cost", "cout", "budget": self = .cost
        case "validate", "valider": self = .validate
        case "revise", "reviser": self = .revise
        case "close", "clore": self = .close
        case "free", "libre": self = .free
        default: return nil
        }
    }

    private init(_ outcome: Outcome) {
        switch outcome {
        case .generalise: self = .generalise
        case .experiment: self = .experiment
        case .extend: self = .extend
        case .stop: self = .stop
        case .goBack: self = .goBack
        }
    }

    /// What it decides of an action's stage.
    package var outcome: Outcome? { Outcome(rawValue: rawValue) }

    package var subject: Subject {
        switch self {
        case .generalise, .experiment, .extend, .stop, .goBack, .due, .pilot, .impact, .cost: .action
        case .validate, .revise, .close: .plan
        case .free: .free
        }
    }
}

/// « 3.2 »: the second decision of a committee's third meeting.
package struct DecisionID: Hashable, Sendable, Codable, CustomStringConvertible {
    package let meeting: MeetingID
    package let number: Int

    package init(_ meeting: MeetingID, number: Int) {
        self.meeting = meeting
        self.number = number
    }

    /// Reads `3.2`, in that committee.
    package init?(_ text: String, of committee: CommitteeID) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let meeting = parts[0], let number = parts[1], meeting > 0, number > 0 else { return nil }
        self.init(MeetingID(committee, number: meeting), number: number)
    }

    /// Within its committee.
    package var short: String { "\(meeting.number).\(number)" }
    package var description: String { "\(meeting)/\(number)" }
}

package struct MeetingDecision: Sendable, Equatable, Codable {
    package let id: DecisionID
    package let kind: DecisionKind
    package let action: Int?
    package let words: String
    /// What changed, in words that do not change with the reader: a day, a name, a number.
    package let before: String
    package let after: String
    package let reason: String
    package let bearer: Int?
    package let due: Day?
    package var doneOn: Day?
    package let supersedes: DecisionID?
    package var supersededBy: DecisionID?

    package init(
        id: DecisionID, kind: DecisionKind, action: Int?, words: String, before: String, after: String, reason: String, bearer: Int?,
        due: Day?, doneOn: Day?, supersedes: DecisionID?, supersededBy: DecisionID?
    ) {
        self.id = id
        self.kind = kind
        self.action = action
        self.words = words
        self.before = before
        self.after = after
        self.reason = reason
        self.bearer = bearer
        self.due = due
        self.doneOn = doneOn
        self.supersedes = supersedes
        self.supersededBy = supersededBy
    }

    package var isOpen: Bool { doneOn == nil && supersededBy == nil }

    /// Days that its carrying out is late, 0 when not.
    package func lateness(on today: Day) -> Int {
        guard isOpen, let due, due < today else { return 0 }
        return today - due
    }

    /// Only what acts elsewhere is followed: what acted on the plan is done.
    package mutating func carryOut(on day: Day?, today: Day) throws(DomainError) {
        guard supersededBy == nil else { throw .invalid(.decision, .decisionSuperseded(id.short)) }
        guard kind == .free else { throw .invalid(.decision, .decisionActed(id.short)) }
        if let day, day > today { throw .invalid(.on, .inTheFuture) }
        doneOn = day
    }

    /// A later decision takes its place, on the same thing.
    package mutating func giveWay(to other: DecisionID, of kind: DecisionKind, action: Int?) throws(DomainError) {
        guard supersededBy == nil else { throw .invalid(.decision, .decisionSuperseded(id.short)) }
        guard kind.subject == self.kind.subject, action == self.action else { throw .invalid(.decision, .decisionOfAnother(id.short)) }
        supersededBy = other
    }
}

extension Action {
    /// Another decision takes the place of the last one, while the stage that it opened has not begun: that stage is no more, and the
    /// one that was decided is decided anew.
    package mutating func supersede(_ edit: DecisionEdit, planValidated: Bool, today: Day) throws(DomainError) {
        guard let decided = path.lastIndex(where: { $0.decision != nil }) else {
            throw .invalid(.decision, .unknown(edit.decision.meeting))
        }
        var again = self
        if let opened = path.indices.first(where: { $0 > decided && path[$0].phase == .current }) {
            guard path[opened].progress == .toDo else { throw .invalid(.decision, .stageBegun) }
            // What it was given stands where the same level opens again.
            if edit.decision.outcome.opens(after: path[decided].level) == path[opened].level {
                again.path[opened].phase = .planned
            } else {
                again.path.remove(at: opened)
            }
        }
        again.path[decided].phase = .current
        again.path[decided].decision = nil
        try again.decide(edit, planValidated: planValidated, today: today)
        self = again
    }
}

extension Words {
    package func decisionKind(_ kind: DecisionKind) -> String {
        if let outcome = kind.outcome { return self.outcome(outcome) }
        switch kind {
        case .due: return say("Changer l’échéance", "Change the due date")
        case .pilot: return say("Changer de pilote", "Change the pilot")
        case .impact: return say("Changer la priorité (effet attendu)", "Change the priority (impact)")
        case .cost: return say("Changer le budget", "Change the budget")
        case .validate: return say("Valider le plan", "Validate the plan")
        case .revise: return say("Mettre le plan en révision", "Revise the plan")
        case .close: return say("Clore le plan", "Close the plan")
        default: return say("Décision libre", "Free decision")
        }
    }

    /// What was decided, in a sentence; amounts only for who may read costs.
    package func decision(_ decision: MeetingDecision, showsCost: Bool) -> String {
        func day(_ text: String) -> String { Day(text).map { self.day($0) } ?? "–" }
        let act: String
        switch decision.kind {
        case .free: act = ""
        case .due:
            act = labelled(field(.due), decision.before.isEmpty ? day(decision.after) : fromTo(day(decision.before), day(decision.after)))
        case .pilot: act = labelled(field(.pilot), decision.before.isEmpty ? decision.after : fromTo(decision.before, decision.after))
        case .impact: act = labelled(field(.impact), fromTo(estimate(Int(decision.before)), estimate(Int(decision.after))))
        case .cost:
            act =
                showsCost
                ? labelled(say("Budget", "Budget"), Int(decision.after).map { money(cents: $0) } ?? notEstimated)
                : say("Budget revu", "Budget revised")
        default:
            act = decisionKind(decision.kind) + (decision.due.map { say(", pour le \(self.day($0))", ", by \(self.day($0))") } ?? "")
        }
        return [act, decision.words].filter { !$0.isEmpty }.joined(separator: ". ")
    }

    private func fromTo(_ before: String, _ after: String) -> String { say("de \(before) à \(after)", "from \(before) to \(after)") }
}
