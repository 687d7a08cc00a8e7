/// The words of the engagement path. Each reads its code name and the French word, with or without accents.

package enum EngagementLevel: String, CaseIterable, Codable, Sendable, Comparable {
    case reflection, experimentation, implementation

    package init?(word: String) {
        switch word.folded {
        case "reflection", "reflexion": self = .reflection
        case "experimentation": self = .experimentation
        case "implementation", "realisation": self = .implementation
        default: return nil
        }
    }

    /// 0, 1, 2 along the path.
    package var rank: Int {
        switch self {
        case .reflection: 0
        case .experimentation: 1
        case .implementation: 2
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// Where the current stage is. *Late* is not a progress: it is computed from dates.
package enum Progress: String, CaseIterable, Codable, Sendable {
    case toDo, inProgress, done

    package init?(word: String) {
        switch word.folded {
        case "todo", "a faire": self = .toDo
        case "inprogress", "en cours": self = .inProgress
        case "done", "fini", "finie": self = .done
        default: return nil
        }
    }

    package var rank: Int {
        switch self {
        case .toDo: 0
        case .inProgress: 1
        case .done: 2
        }
    }
}

/// What is decided of a stage that is done, or of a réalisation that must go back.
package enum Outcome: String, CaseIterable, Codable, Sendable {
    case generalise, experiment, extend, stop, goBack

    package init?(word: String) {
        switch word.folded {
        case "generalise", "generaliser": self = .generalise
        case "experiment", "experimenter": self = .experiment
        case "extend", "prolonger": self = .extend
        case "stop", "ne pas poursuivre", "ne-pas-poursuivre", "arreter": self = .stop
        case "goback", "go back", "go-back", "revenir": self = .goBack
        default: return nil
        }
    }

    /// The level of the stage that the decision opens; none when the action stops.
    package func opens(after level: EngagementLevel) -> EngagementLevel? {
        switch self {
        case .generalise: .implementation
        case .experiment, .extend, .goBack: .experimentation
        case .stop: nil
        }
    }
}

/// What an organisation commits to on something that is already in place.
package enum Commitment: String, CaseIterable, Codable, Sendable {
    case monitoring, development, improvement

    package init?(word: String) {
        switch word.folded {
        case "monitoring", "suivi": self = .monitoring
        case "development", "developpement": self = .development
        case "improvement", "amelioration": self = .improvement
        default: return nil
        }
    }
}

package enum Visibility: String, CaseIterable, Codable, Sendable {
    case `public`, `internal`

    package init?(word: String) {
        switch word.folded {
        case "public", "publique": self = .public
        case "internal", "interne": self = .internal
        default: return nil
        }
    }
}
