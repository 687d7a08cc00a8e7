/// What became of a qualitative objective, judged on a day: a sentence cannot be measured, someone says whether it is reached.

package enum ObjectiveVerdict: String, CaseIterable, Codable, Sendable {
    case achieved, partly, notAchieved

    package init?(word: String) {
        switch word.folded {
        case "achieved", "atteint", "atteints", "reached": self = .achieved
        case "partly", "partiellement", "en partie", "partiellement atteint": self = .partly
        case "notachieved", "not achieved", "non atteint", "pas atteint": self = .notAchieved
        default: return nil
        }
    }
}

package struct ObjectiveAssessment: Sendable, Equatable {
    /// The objective as it was worded then: another wording is another objective.
    package let objective: String
    package let verdict: ObjectiveVerdict
    package let on: Day
    package let comment: String
    package let author: String
    package let at: Instant

    package init(objective: String, verdict: ObjectiveVerdict, on: Day, comment: String, author: String, at: Instant) {
        self.objective = objective
        self.verdict = verdict
        self.on = on
        self.comment = comment
        self.author = author
        self.at = at
    }
}

extension Action {
    /// The objective of that number, from 1, or of that wording.
    package func objective(_ text: String) throws(DomainError) -> String {
        if let number = Int(text), objectives.indices.contains(number - 1) { return objectives[number - 1] }
        guard let found = objectives.first(where: { $0.folded == text.folded }) else { throw .invalid(.objectives, .unknown(text)) }
        return found
    }
}

extension Words {
    package func verdict(_ verdict: ObjectiveVerdict) -> String {
        switch verdict {
        case .achieved: say("Atteint", "Achieved")
        case .partly: say("Partiellement atteint", "Partly achieved")
        case .notAchieved: say("Non atteint", "Not achieved")
        }
    }
}
