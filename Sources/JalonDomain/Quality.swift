/// The quality of a plan: rules that its actions keep or break, each with its weight and its remedy, and a score that adds up.

package enum QualityRule: String, CaseIterable, Codable, Sendable {
    case withoutPilot, withoutDue, withoutIndicator, withoutObjective, withoutImpact
    case overdue, withoutNews, decisionAwaited, indicatorAlert
    case withoutDeliverable, withoutPerimeter, withoutEvidence

    /// How it stands until an organisation sets it otherwise. The delays are usual ones between two committees, not figures of the guide.
    package var standard: QualitySetting {
        switch self {
        case .withoutPilot, .overdue, .withoutPerimeter: QualitySetting(level: .mend, days: nil)
        case .withoutDue, .withoutIndicator, .withoutEvidence, .indicatorAlert: QualitySetting(level: .watch, days: nil)
        case .withoutNews: QualitySetting(level: .watch, days: 60)
        case .decisionAwaited, .withoutDeliverable: QualitySetting(level: .watch, days: 30)
        case .withoutObjective, .withoutImpact: QualitySetting(level: .advice, days: nil)
        }
    }

    /// Whether the rule counts days.
    package var hasDays: Bool { standard.days != nil }
}

/// How much a broken rule weighs.
package enum QualityLevel: String, CaseIterable, Codable, Sendable {
    case mend, watch, advice, off

    package init?(word: String) {
        switch word.folded {
        case "mend", "a corriger": self = .mend
        case "watch", "a surveiller": self = .watch
        case "advice", "conseil": self = .advice
        case "off", "sans objet": self = .off
        default: return nil
        }
    }

    /// Points that an action loses by breaking the rule.
    package var weight: Int {
        switch self {
        case .mend: 3
        case .watch: 2
        case .advice: 1
        case .off: 0
        }
    }
}

package struct QualitySetting: Sendable, Equatable {
    package var level: QualityLevel
    /// For a rule that counts them: since the last news or the end of the stage, or before the due date.
    package var days: Int?

    package init(level: QualityLevel, days: Int?) {
        self.level = level
        self.days = days
    }
}

/// The rules as an organisation set them.
package struct QualityRules: Sendable, Equatable {
    private var set: [QualityRule: QualitySetting]

    /// Those that are not given stand as they do for everyone.
    package init(_ given: [QualityRule: QualitySetting]) {
        set = Dictionary(uniqueKeysWithValues: QualityRule.allCases.map { ($0, given[$0] ?? $0.standard) })
    }

    package subscript(_ rule: QualityRule) -> QualitySetting {
        get { set[rule] ?? rule.standard }
        set { set[rule] = newValue }
    }

    package func check() throws(DomainError) {
        for rule in QualityRule.allCases where rule.hasDays {
            guard let days = self[rule].days, (1...1000).contains(days) else { throw .invalid(.days, .outOfRange(1, 1000)) }
        }
    }
}

/// What the rules look at in an action; where a list reads thousands of them, nothing more is read.
package struct QualityFacts: Sendable, Equatable {
    package let number: Int
    package let label: String
    package let level: EngagementLevel
    package let progress: Progress
    package let isStopped: Bool
    package let hasPilot: Bool
    package let plannedStart: Day?
    package let due: Day?
    package let doneOn: Day?
    package let hasIndicator: Bool
    package let hasObjective: Bool
    package let hasImpact: Bool
    package let hasEvidence: Bool
    /// Of the current stage.
    package let hasPerimeter: Bool
    /// Title, method and result.
    package let hasDeliverable: Bool
    /// The last report, note or decision, else the day it was written down.
    package let lastNews: Day
    /// Whether an indicator that follows it is off target or without a recent measure; `nil` where none does.
    package var indicatorAlert: Bool?

    package init(
        number: Int, label: String, level: EngagementLevel, progress: Progress, isStopped: Bool, hasPilot: Bool, plannedStart: Day?,
        due: Day?, doneOn: Day?, hasIndicator: Bool, hasObjective: Bool, hasImpact: Bool, hasEvidence: Bool, hasPerimeter: Bool,
        hasDeliverable: Bool, lastNews: Day
    ) {
        self.number = number
        self.label = label
        self.level = level
        self.progress = progress
        self.isStopped = isStopped
        self.hasPilot = hasPilot
        self.plannedStart = plannedStart
        self.due = due
        self.doneOn = doneOn
        self.hasIndicator = hasIndicator
        self.hasObjective = hasObjective
        self.hasImpact = hasImpact
        self.hasEvidence = hasEvidence
        self.hasPerimeter = hasPerimeter
        self.hasDeliverable = hasDeliverable
        self.lastNews = lastNews
    }

    private var isOpen: Bool { !isStopped && !(level == .implementation && progress == .done) }

    /// Whether the rule is kept; `nil` where it has nothing to say of this action. `days` is how long it has been broken, where time counts.
    func keeps(_ rule: QualityRule, _ setting: QualitySetting, today: Day) -> (kept: Bool, days: Int?)? {
        let limit = setting.days ?? 0
        switch rule {
        case .withoutPilot: return isStopped ? nil : (hasPilot, nil)
        case .withoutIndicator: return isStopped ? nil : (hasIndicator, nil)
        case .withoutObjective: return isOpen ? (hasObjective, nil) : nil
        case .withoutImpact: return isOpen ? (hasImpact, nil) : nil
        case .withoutDue: return isOpen && progress != .done ? (due != nil, nil) : nil
        case .overdue:
            guard isOpen, progress != .done, let due else { return nil }
            return (due >= today, due < today ? today - due : nil)
        case .withoutNews:
            // What is to begin later has no news to give.
            guard isOpen, progress == .inProgress || (progress == .toDo && plannedStart.map { $0 <= today } ?? false) else { return nil }
            let silence = today - lastNews
            return (silence <= limit, silence > limit ? silence : nil)
        case .decisionAwaited:
            guard isOpen, progress == .done, let doneOn else { return nil }
            let wait = today - doneOn
            return (wait <= limit, wait > limit ? wait : nil)
        case .indicatorAlert: return isStopped ? nil : indicatorAlert.map { (!$0, nil) }
        case .withoutDeliverable:
            guard isOpen, level == .reflection, progress != .done, let due, due - today <= limit else { return nil }
            return (hasDeliverable, nil)
        case .withoutPerimeter:
            guard isOpen, level == .experimentation else { return nil }
            return (hasPerimeter, nil)
        case .withoutEvidence:
            guard !isStopped, progress == .done else { return nil }
            return (hasEvidence, nil)
        }
    }
}

/// An action breaks a rule.
package struct QualityFinding: Sendable, Equatable {
    package let rule: QualityRule
    package let level: QualityLevel
    package let number: Int
    package let label: String
    package let engagement: EngagementLevel
    /// How long: of delay, of silence, of waiting.
    package let days: Int?
}

package struct QualityReport: Sendable, Equatable {
    /// What a rule says of the actions that it concerns.
    package struct Line: Sendable, Equatable {
        package let rule: QualityRule
        package let setting: QualitySetting
        package let concerned: Int
        package let broken: [QualityFinding]
    }

    /// The rules that are not off, the heaviest first.
    package let lines: [Line]

    package init(of actions: [QualityFacts], _ rules: QualityRules, today: Day) {
        let levels = QualityLevel.allCases
        lines = levels.flatMap { level in
            QualityRule.allCases.filter { level != .off && rules[$0].level == level }.map { rule in
                let setting = rules[rule]
                var concerned = 0
                var broken: [QualityFinding] = []
                for action in actions {
                    guard let (kept, days) = action.keeps(rule, setting, today: today) else { continue }
                    concerned += 1
                    if !kept {
                        broken.append(
                            QualityFinding(
                                rule: rule, level: setting.level, number: action.number, label: action.label, engagement: action.level,
                                days: days))
                    }
                }
                // What lasts longest first; actions come by number.
                broken.sort { ($0.days ?? 0, $1.number) > ($1.days ?? 0, $0.number) }
                return Line(rule: rule, setting: setting, concerned: concerned, broken: broken)
            }
        }
    }

    package var findings: [QualityFinding] { lines.flatMap(\.broken) }

    /// Points that all the actions together could have: the weight of each rule for each action that it concerns.
    package var possible: Int { lines.reduce(0) { $0 + $1.concerned * $1.setting.level.weight } }
    package var lost: Int { lines.reduce(0) { $0 + $1.broken.count * $1.setting.level.weight } }

    /// Points kept out of a hundred, rounded down: 100 is for a plan that breaks nothing. `nil` when no rule concerns anything.
    package var score: Int? { possible == 0 ? nil : (possible - lost) * 100 / possible }
}

// MARK: In words

extension Words {
    package func quality(_ level: QualityLevel) -> String {
        switch level {
        case .mend: say("À corriger", "To correct")
        case .watch: say("À surveiller", "To watch")
        case .advice: say("Conseil", "Advice")
        case .off: say("Sans objet", "Off")
        }
    }

    /// What is wrong when the rule is broken.
    package func quality(_ rule: QualityRule) -> String {
        switch rule {
        case .withoutPilot: say("Sans pilote", "Without a pilot")
        case .withoutDue: say("Sans échéance", "Without a due date")
        case .withoutIndicator: say("Sans indicateur", "Without an indicator")
        case .withoutObjective: say("Sans objectif", "Without an objective")
        case .withoutImpact: say("Effet attendu non estimé", "Impact not estimated")
        case .overdue: say("En retard", "Late")
        case .withoutNews: say("Sans nouvelles", "Without news")
        case .decisionAwaited: say("Décision attendue depuis longtemps", "Decision long awaited")
        case .indicatorAlert: say("Indicateur hors cible ou sans mesure récente", "Indicator off target or without a recent measure")
        case .withoutDeliverable: say("Réflexion sans livrable près de l’échéance", "Study near its due date without a deliverable")
        case .withoutPerimeter: say("Expérimentation sans périmètre", "Experiment without a perimeter")
        case .withoutEvidence: say("Finie sans preuve", "Done without evidence")
        }
    }

    /// What to do about it.
    package func remedy(_ rule: QualityRule) -> String {
        switch rule {
        case .withoutPilot: say("Nommez une personne, une fonction ou une direction.", "Name a person, a position or a unit.")
        case .withoutDue: say("Donnez une échéance, même lointaine.", "Give a due date, even a distant one.")
        case .withoutIndicator: say("Choisissez un indicateur que vous saurez mesurer.", "Choose an indicator that you can measure.")
        case .withoutObjective: say("Écrivez en une phrase ce qui aura changé.", "Write in one sentence what will have changed.")
        case .withoutImpact:
            say("Estimez l’effet attendu de 1 à 5, à dire de pilote.", "Estimate the impact from 1 to 5, in the pilot’s judgement.")
        case .overdue:
            say("Finissez l’étape, ou revoyez l’échéance avec sa raison.", "Finish the stage, or revise the due date with its reason.")
        case .withoutNews: say("Demandez des nouvelles à son pilote.", "Ask its pilot for news.")
        case .decisionAwaited:
            say("Inscrivez-la au prochain comité et notez la décision.", "Put it to the next committee and record the decision.")
        case .indicatorAlert:
            say("Mesurez-le, ou dites au comité ce qui manque.", "Measure it, or tell the committee what is missing.")
        case .withoutDeliverable:
            say("Écrivez le titre, la méthode et le résultat du livrable.", "Write the title, method and result of the deliverable.")
        case .withoutPerimeter: say("Choisissez où l’on essaie.", "Choose where it is tried.")
        case .withoutEvidence: say("Ajoutez le lien d’une preuve.", "Add a link to evidence.")
        }
    }

    /// « 72 jours », of what the rule counts.
    package func quality(_ finding: QualityFinding) -> String {
        let name = quality(finding.rule)
        guard let days = finding.days else { return name }
        return labelled(name, self.days(days))
    }

    package func qualityDays(_ rule: QualityRule) -> String {
        switch rule {
        case .withoutDeliverable: say("jours avant l’échéance", "days before the due date")
        case .decisionAwaited: say("jours après la fin de l’étape", "days after the end of the stage")
        default: say("jours sans nouvelles", "days without news")
        }
    }
}
