/// How each suggested indicator of the bundled catalogue is measured: its type, its unit and which way is better.
package import JalonDomain

package struct SuggestedMeasure: Sendable, Equatable {
    package let type: IndicatorType
    package let unit: IndicatorUnit
    package let direction: IndicatorDirection
}

package enum SuggestedMeasures {
    /// Of the suggestions of a practice of the bundled catalogue, in their order.
    package static func of(_ practice: String, _ language: Language) -> [SuggestedMeasure] {
        (measures[practice] ?? []).map { line in
            var words = line.split(separator: " ").map(String.init)
            let direction: IndicatorDirection =
                switch words.last {
                case "-": .lower
                case "=": .none
                default: .higher
                }
            if ["-", "="].contains(words.last) { words.removeLast() }
            let type = IndicatorType(rawValue: words.removeFirst()) ?? .text
            var unit = words.joined(separator: " ")
            if language == .en { for (fr, en) in nouns { unit = unit.replacing(fr, with: en) } }
            return SuggestedMeasure(type: type, unit: unit.isEmpty ? type.usualUnit : IndicatorUnit(unit), direction: direction)
        }
    }

    /// What a suggestion of the bundled catalogue measures, by its own words in either language, and the practice that suggests it.
    package static func of(wording: String) -> (practice: String, measure: SuggestedMeasure)? { byWording[wording] }

    private static let byWording: [String: (practice: String, measure: SuggestedMeasure)] = {
        guard let catalogue = try? BundledCatalogue.load() else { return [:] }
        var found: [String: (practice: String, measure: SuggestedMeasure)] = [:]
        for practice in catalogue.practices {
            for language in Language.allCases {
                for (wording, measure) in zip(practice.indicators.items(language), of(practice.id, language)) {
                    found[wording] = (practice.id, measure)
                }
            }
        }
        return found
    }()

    private static let nouns = [
        ("personnes/imprimante", "people/printer"), ("écrans/", "screens/"), ("appareils/", "devices/"), ("courriels/", "e-mails/"),
        ("personne et par mois", "person and per month"), ("/personne", "/person"),
    ]

    /// A dash for the lower the better, an equals sign where neither is.
    private static let measures: [String: [String]] = [
        "a.1": ["boolean"], "a.2": ["boolean", "percentage", "frequency 1/year"], "a.3": ["boolean"], "a.4": ["percentage"],
        "a.5": ["percentage", "amount EUR"], "a.6": ["boolean", "boolean"],
        "a.7": ["percentage", "percentage", "percentage", "boolean", "percentage -", "boolean"],
        "a.8": ["percentage", "quantity kgCO2e -"],
        "b.1": ["percentage", "boolean", "count"], "b.2": ["boolean", "percentage"], "b.3": ["percentage", "percentage"],
        "c.1": ["percentage", "percentage"], "c.2": ["boolean", "ratio kgCO2e/personne -"], "c.3": ["boolean", "quantity tCO2e"],
        "d.1": ["boolean", "ratio écrans/personne -", "percentage =", "ratio personnes/imprimante", "percentage"],
        "d.2": ["percentage", "duration month", "score /10"], "d.3": ["duration month", "percentage"], "d.4": ["percentage"],
        "d.5": ["count", "percentage", "duration year"], "d.6": ["percentage", "percentage -"],
        "e.1": ["percentage", "percentage", "duration year", "percentage"], "e.2": ["score /10", "duration year"],
        "e.3": ["percentage", "percentage"], "e.4": ["boolean", "count"], "e.5": ["boolean", "boolean"],
        "f.1": ["duration year", "percentage =", "ratio appareils/personne -"], "f.2": ["percentage", "percentage"],
        "f.3": ["ratio GB/personne et par mois -", "quantity GB -"], "f.4": ["percentage", "percentage", "percentage", "percentage"],
        "f.5": ["quantity TB -", "ratio GB/personne -"],
        "f.6": ["ratio courriels/personne et par mois -", "quantity kB -", "quantity GB -", "quantity GB -"],
        "f.7": ["percentage", "percentage", "ratio kg/personne -", "percentage"], "f.8": ["quantity MWh", "quantity MWh"],
        "g.1": ["percentage"], "g.2": ["boolean", "boolean"], "g.3": ["percentage", "percentage", "percentage", "percentage"],
        "g.4": ["boolean", "boolean"], "g.5": ["boolean"], "g.6": ["boolean", "boolean"], "g.7": ["boolean"],
        "g.8": ["duration min -", "duration min -", "percentage"], "g.9": ["boolean"], "g.10": ["duration year", "percentage"],
        "g.11": ["boolean"], "h.1": ["boolean", "percentage", "percentage"], "h.2": ["percentage", "percentage"],
        "h.3": ["percentage", "percentage", "percentage", "percentage", "percentage", "quantity °C", "percentage"],
        "h.4": ["percentage", "count -"], "h.5": ["percentage", "percentage -"], "h.6": ["boolean", "count"],
        "h.7": ["ratio -", "ratio L/kWh -", "ratio kgCO2e/kWh -", "percentage", "ratio", "percentage"], "i.1": ["count", "duration year"],
        "i.2": ["count =", "count", "count"], "i.3": ["count =", "count", "count"],
        "i.4": ["quantity kg =", "ratio kg/personne =", "percentage"], "i.5": ["percentage ="], "i.6": ["percentage -"], "i.7": ["boolean"],
        "i.8": ["boolean"],
    ]
}
