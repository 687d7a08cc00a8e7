/// The état des lieux: where the organisation stands on a practice, as someone said it on a day; and what a plan then leaves to do.

package enum PracticeState: String, CaseIterable, Codable, Sendable {
    case inPlace, partly, notInPlace, notApplicable

    /// Understands the code name and the French and English words, whatever their accents, case, hyphens or gender.
    package init?(word: String) {
        switch String(word.folded.map { $0 == "-" ? " " : $0 }) {
        case "inplace", "in place", "en place": self = .inPlace
        case "partly", "en partie", "partiel", "partielle", "partiellement": self = .partly
        case "notinplace", "not in place", "pas en place", "absent", "absente": self = .notInPlace
        case "notapplicable", "not applicable", "non applicable", "sans objet": self = .notApplicable
        default: return nil
        }
    }

    /// Nothing is left to do about it.
    package var isSettled: Bool { self == .inPlace || self == .notApplicable }
}

/// Never edited: the one of the latest day stands, those before it are its history.
package struct Assessment: Sendable, Equatable {
    package var state: PracticeState
    package var on: Day
    /// What is there and what is missing; of what is not applicable, the reason.
    package var comment: String
    /// Where the evidence is; empty without.
    package var link: String

    package init(state: PracticeState, on: Day, comment: String, link: String) {
        self.state = state
        self.on = on
        self.comment = comment
        self.link = link
    }

    /// The same answer, whenever it was given.
    package func agrees(with other: Assessment?) -> Bool {
        guard let other else { return false }
        return state == other.state && comment == other.comment && link == other.link
    }

    /// Every rule that it breaks.
    package func violations(today: Day) -> [Violation] {
        var found: [Violation] = []
        if on > today { found.append(Violation(.on, .inTheFuture)) }
        if state == .notApplicable, comment.isEmpty { found.append(Violation(.comment, .reasonNotApplicableNeeded)) }
        if comment.count > 4000 { found.append(Violation(.comment, .tooLong(max: 4000))) }
        if !link.isEmpty, !isLink(link) { found.append(Violation(.proof, .notALink(link))) }
        return found
    }
}

/// What a plan makes of a practice: the actions that answer it come first, then what the état des lieux says of it.
package enum Coverage: String, CaseIterable, Codable, Sendable {
    case answered, inPlace, notApplicable, uncovered

    package init(answered: Bool, _ state: PracticeState?) {
        switch state {
        case _ where answered: self = .answered
        case .inPlace: self = .inPlace
        case .notApplicable: self = .notApplicable
        case .partly, .notInPlace, nil: self = .uncovered
        }
    }
}
