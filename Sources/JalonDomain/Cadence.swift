/// How often committees are to meet: the frequency that practice a.2 asks for.
package enum Cadence: String, CaseIterable, Codable, Sendable {
    case monthly, everyTwoMonths, quarterly, halfYearly, yearly

    /// Understands the code name and the French and English words, whatever their accents, case, hyphens or gender.
    package init?(word: String) {
        switch String(word.folded.map { $0 == "-" ? " " : $0 }) {
        case "monthly", "mensuel", "mensuelle", "tous les mois", "every month": self = .monthly
        case "everytwomonths", "every two months", "bimestriel", "bimestrielle", "tous les deux mois": self = .everyTwoMonths
        case "quarterly", "trimestriel", "trimestrielle", "tous les trois mois", "every three months": self = .quarterly
        case "halfyearly", "half yearly", "semestriel", "semestrielle", "tous les six mois", "every six months": self = .halfYearly
        case "yearly", "annuel", "annuelle", "tous les ans", "every year", "annual": self = .yearly
        default: return nil
        }
    }

    /// Between two meetings.
    package var months: Int {
        switch self {
        case .monthly: 1
        case .everyTwoMonths: 2
        case .quarterly: 3
        case .halfYearly: 6
        case .yearly: 12
        }
    }
}

extension Words {
    package func cadence(_ cadence: Cadence) -> String {
        switch cadence {
        case .monthly: say("Tous les mois", "Every month")
        case .everyTwoMonths: say("Tous les deux mois", "Every two months")
        case .quarterly: say("Tous les trois mois", "Every three months")
        case .halfYearly: say("Tous les six mois", "Every six months")
        case .yearly: say("Tous les ans", "Every year")
        }
    }
}
