/// Indicators as guides and plans word them, read into a type: « % des serveurs virtualisés », « Durée de vie moyenne (en mois) ». What is
/// read is a proposal, with how sure it is; people confirm it.
package import JalonDomain

package struct IndicatorReading: Sendable, Equatable {
    /// Without what only says the type, such as « : oui / non ».
    package let name: String
    package let type: IndicatorType
    package let unit: IndicatorUnit
    /// Whether the wording leaves the unit to be chosen, or names several.
    package let leavesUnitOpen: Bool
    /// From 0 to 1.
    package let confidence: Double

    /// The indicators that a wording holds, in its order: one, sometimes two or three.
    package static func all(in wording: String) -> [IndicatorReading] {
        let words = IndicatorWording(wording)
        return words.types.map { type, confidence in
            let (unit, isOpen) = words.unit(of: type)
            return IndicatorReading(
                name: words.name, type: type, unit: unit, leavesUnitOpen: isOpen,
                confidence: words.types.count > 1 ? min(confidence, 0.85) : confidence)
        }
    }
}

private struct IndicatorWording {
    let name: String
    /// Folded, its words between single spaces, with one at either end.
    private let text: String
    private let words: [String]
    /// The units in the wording, in its order.
    private let units: [MeasureUnit]

    init(_ wording: String) {
        var name = wording.trimmed
        while let last = name.last, "\"».;:,?".contains(last) || last.isWhitespace { name.removeLast() }
        for end in ["oui / non", "oui/non", "oui ou non", "yes / no", "yes/no", "(oui/non)", "(oui / non)"]
        where name.folded.hasSuffix(end) && name.count > end.count + 3 {
            name = String(name.dropLast(end.count))
            while let last = name.last, ":?,(-–—".contains(last) || last.isWhitespace { name.removeLast() }
            break
        }
        self.name = name.isEmpty ? wording.trimmed : name
        let plain = wording.folded.replacing("'", with: " ").replacing("₂", with: "2").replacing("²", with: "2")
        var words: [String] = []
        var word = ""
        for character in plain {
            if character.isLetter || character.isNumber || "%€°".contains(character) {
                word.append(character)
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                // Only these say something.
                if "/?():>".contains(character) { words.append(String(character)) }
            }
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
        text = " " + words.joined(separator: " ") + " "
        units = Self.units(in: words)
    }

    private func has(_ phrases: String...) -> Bool { phrases.contains { text.contains(" \($0) ") } }
    private func begins(_ stems: [String]) -> Bool { stems.contains { head.hasPrefix($0) } }

    /// The wording from its first word that says what is counted.
    private var head: Substring {
        var rest = text.dropFirst()
        let fillers = [
            "le ", "la ", "les ", "l ", "un ", "une ", "moyenne de la ", "moyenne du ", "moyenne des ", "moyenne de l ", "moyenne de ",
            "valeur de ", "valeur du ", "valeur de la ", "suivi de la ", "suivi du ", "suivi des ", "mesure de la ", "mesure du ",
            "evolution de la ", "evolution du ", "evolution des ", "calcul de la ", "calcul du ", "quantification de l ",
            "quantification de la ", "the ", "average ", "mean ", "total ", "median ", "annual ", "yearly ", "overall ",
        ]
        while let filler = fillers.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(filler.count) }
        return rest
    }

    // MARK: Types

    /// In the order of the words, each with how sure it is.
    var types: [(type: IndicatorType, confidence: Double)] {
        if words.isEmpty { return [(.text, 0)] }
        let (first, confidence) = main
        if first == .boolean,
            let place = text.firstRange(of: " si oui ") ?? text.firstRange(of: " if yes ") ?? text.firstRange(of: " if so ")
        {
            let rest = IndicatorWording(String(text[place.upperBound...]))
            return [(.boolean, confidence), (rest.words.first.map(Self.asksForWords) == true ? .text : rest.main.type, confidence)]
        }
        if first == .boolean { return [(first, confidence)] }
        let others = alternatives(to: first)
        return [(first, confidence)] + others.map { ($0, confidence) }
    }

    private static func asksForWords(_ word: String) -> Bool {
        ["lesquels", "lesquelles", "lequel", "laquelle", "preciser", "precisez", "which", "list", "citer"].contains(word)
    }

    /// « Nombre et / ou % de… », « Poids ou % des… », « % de… ou m² de… », « … (t éq. CO2) et … (kg éq. Sb) ».
    private func alternatives(to first: IndicatorType) -> [IndicatorType] {
        var found: [IndicatorType] = []
        for (index, word) in words.enumerated() where ["ou", "et", "or", "and"].contains(word) {
            var next = index + 1
            while next < words.count, ["/", "ou", "et", "or", "and", "(", "en"].contains(words[next]) { next += 1 }
            guard next < words.count, index > 0 else { continue }
            let type: IndicatorType? =
                switch words[next] {
                case "%", "pourcentage", "taux", "part", "percentage", "share": .percentage
                case "nombre", "nb", "number": .count
                case "poids", "masse", "weight": .quantity
                case "montant", "cout", "cost": .amount
                // « l’eau » is no litre.
                default:
                    first == .percentage && words[next].utf8.count > 1
                        && MeasureUnit(word: words[next]).map(IndicatorType.quantity.takes) == true ? .quantity : nil
                }
            guard let type, type != first || type == .quantity, found.last != type || type == .quantity else { continue }
            // A head such as « nombre » after « par mois et par » says what is divided, not another indicator.
            if index > 0, words[index - 1] == "par" || words[next] == "par" { continue }
            found.append(type)
        }
        if first == .quantity, found.isEmpty {
            let dimensions = units.map(\.dimension)
            if has("et", "and"), let one = dimensions.first, dimensions.contains(where: { $0 != one }) { found.append(.quantity) }
        }
        return found
    }

    private var main: (type: IndicatorType, confidence: Double) {
        if has("oui / non", "oui ou non", "oui non", "yes / no", "yes or no", "yes no", "vrai / faux", "o / n") { return (.boolean, 0.97) }
        if words.first == "%" || has("( % )", "( en % )", "en pourcentage", "in percent") { return (.percentage, 0.97) }
        if begins(["rapport ", "ratio "]) || Self.ratios.contains(where: { text.contains($0) }) { return (.ratio, 0.9) }
        if begins(Self.shares) { return (.percentage, 0.93) }
        if begins(["frequence", "periodicite", "rythme", "recurrence", "frequency", "how often"]) { return (.frequency, 0.93) }
        if begins(["indice", "score", "note ", "notation", "index", "rating", "mark", "niveau de satisfaction", "satisfaction"])
            || has("sur 10", "sur 5", "sur 20", "sur 100", "/ 10", "/ 5", "/ 20", "/ 100", "out of 10", "out of 5", "out of 100")
        {
            return (.score, 0.92)
        }
        let isCounted = begins(["nombre", "nb ", "nbre", "number", "count", "effectif", "how many", "n de "])
        if isCounted {
            if isPerHead || has("/ nombre", "/ nb", "/ number", "/ effectif", "/ total") { return (.ratio, 0.9) }
            if has("d heures", "de jours", "d h ", "of hours", "of days"), !has("de jours hommes") { return (.count, 0.7) }
            return (.count, 0.93)
        }
        if begins(Self.times) { return (.duration, 0.93) }
        if begins(Self.moneys) { return isPerHead ? (.ratio, 0.85) : (.amount, 0.85) }
        if begins(Self.presences) { return (.boolean, 0.85) }
        if begins([
            "liste", "list ", "voir ", "description", "descriptif", "preciser", "lesquels", "inventaire des", "typologie", "nature ",
        ]) {
            return (.text, 0.85)
        }
        if has("%"), !has("ou %", "or %", "et %", "and %") { return (.percentage, 0.9) }
        if begins(Self.amounts) { return isPerHead ? (.ratio, 0.88) : (.quantity, 0.88) }
        if let unit = units.first {
            if unit.dimension == .calendar || unit.dimension == .time { return (.duration, 0.8) }
            if unit.dimension == .money { return (.amount, 0.85) }
            return isPerHead ? (.ratio, 0.85) : (.quantity, 0.85)
        }
        if words.contains("€") { return (.amount, 0.85) }
        if has("tous les", "toutes les", "par an", "per year") && words.count < 8 { return (.frequency, 0.6) }
        if isPerHead { return (.ratio, 0.6) }
        if words.last == "?" { return (.boolean, 0.8) }
        if words.contains(where: Self.isPastParticiple) || has("en place", "a jour", "in place", "up to date") { return (.boolean, 0.55) }
        return (.text, 0.3)
    }

    /// « par agent », « ramené au nombre de collaborateurs », « pour une personne »: not « par type », « par an ».
    private var isPerHead: Bool {
        if has(
            "ramene au nombre", "ramenee au nombre", "rapporte au", "rapportee au", "rapporte a", "rapportee a", "ramene a", "ramenee a",
            "ramenees a", "par nombre d", "divided by", "pour une personne", "pour une imprimante", "par tete", "per capita", "per head")
        {
            return true
        }
        return zip(words, words.dropFirst()).contains { before, word in
            ["par", "per"].contains(before) && Self.heads.contains(where: word.hasPrefix)
        }
    }

    private static let heads = [
        "agent", "collabor", "utilisateur", "personne", "salarie", "employe", "usager", "imprimante", "habitant", "poste", "etp", "m2",
        "kwh", "user", "person", "employee", "staff", "member", "printer", "visit", "unite d", "eleve", "etudiant", "lit", "serveur",
        "server", "site", "requete", "page", "transaction", "boite", "mailbox", "equipement", "device", "ordinateur", "ecran",
    ]
    private static let ratios = [
        " pue ", " wue ", " cue ", " ref ", " cop ", " usage effectiveness ", " energy factor ", " coefficient of performance ",
        " ( ratio ) ", " ( rapport ) ",
    ]
    private static let shares = [
        "taux", "part ", "parts ", "pourcentage", "proportion", "share", "percentage", "percent", "rate ", "couverture",
    ]
    private static let times = [
        "duree", "temps", "age ", "delai", "anciennete", "longevite", "duration", "time", "lifespan", "lifetime", "length of",
        "observed lifespan", "response time", "warranty length", "minimum warranty",
    ]
    private static let moneys = [
        "economie", "montant", "cout", "budget", "depense", "investissement", "chiffre d affaires", "amount", "cost", "spending", "savings",
        "spend", "recette", "prix",
    ]
    private static let presences = [
        "existence", "presence", "mise en place", "maintien", "designation", "nomination", "adoption", "publication d", "integration d",
        "signature", "adhesion", "tenue d", "disponibilite d un", "realisation d un", "appointment",
        "formalisation", "validation d", "inscription d",
    ]
    private static let amounts = [
        "poids", "volume", "masse", "consommation", "emission", "empreinte", "trafic", "quantite", "temperature", "taille",
        "dimensionnement", "impact", "puissance", "surface", "evaluation de l impact", "weight", "mass ", "energy", "electricity",
        "water", "footprint", "size", "power", "tonnage", "energie", "electricite", "eau ", "gaz a effet", "capacite",
        "stockage", "espace", "evitement", "ges ", "bilan",
    ]

    private static func isPastParticiple(_ word: String) -> Bool {
        word.utf8.count > 4
            && ["ee", "es", "ees", "e", "ed"].contains { end in
                word.hasSuffix(end)
                    && ["realis", "valid", "adopt", "sign", "nomm", "design", "effectu", "form", "publi", "integr", "complet", "appoint"]
                        .contains { word.hasPrefix($0) }
            }
    }

    // MARK: Units

    private static func units(in words: [String]) -> [MeasureUnit] {
        var found: [MeasureUnit] = []
        var index = 0
        while index < words.count {
            // The longest run of words that names a unit: « kg eq CO2 », then « kg ».
            let run = (1...4).reversed().lazy.compactMap { length -> (MeasureUnit, Int)? in
                guard index + length <= words.count else { return nil }
                let joined = words[index..<(index + length)].joined()
                return measures(joined, alone: length == 1).map { ($0, length) }
            }.first
            if let (unit, length) = run { found.append(unit); index += length } else { index += 1 }
        }
        return found
    }

    /// Single letters, « jour », « an » are words before they are units.
    private static func measures(_ word: String, alone: Bool) -> MeasureUnit? {
        if word.hasSuffix("eqco2") || word.hasSuffix("co2eq") || word == "equivalentco2" || word == "equivalentcarbone" || word == "eqco2" {
            return word.hasPrefix("t") ? .tonneCarbon : .kilogramCarbon
        }
        guard let unit = MeasureUnit(word: word), unit.dimension != .frequency else { return nil }
        // Several words name only what one cannot: kilograms of CO₂ or of antimony.
        guard alone else { return [.carbon, .antimony].contains(unit.dimension) ? unit : nil }
        return word.utf8.count > 1 && !["an", "day", "jour", "mn"].contains(word) || word == "t" || word == "€" ? unit : nil
    }

    /// The unit that the wording gives a type, and whether it is left to be chosen.
    func unit(of type: IndicatorType) -> (unit: IndicatorUnit, isOpen: Bool) {
        let fitting = units.filter(type.takes)
        switch type {
        case .boolean, .text, .percentage, .count: return (.none, false)
        case .score:
            for scale in ["10", "5", "20", "100"] where has("sur \(scale)", "/ \(scale)", "out of \(scale)") {
                return (IndicatorUnit(nil, per: scale), false)
            }
            return (IndicatorUnit(nil, per: "10"), true)
        case .frequency: return (IndicatorUnit(.perYear), true)
        case .amount: return (IndicatorUnit(fitting.first ?? .euro), fitting.isEmpty)
        case .ratio: return (IndicatorUnit(units.first { ![.calendar, .time].contains($0.dimension) }, per: per ?? ""), false)
        case .quantity, .duration:
            guard let first = fitting.first else { return (usual(type), true) }
            return (IndicatorUnit(first), Set(fitting).count > 1)
        }
    }

    /// What a ratio is per: « agent », « kWh ».
    private var per: String? {
        if let place = words.indices.last(where: { ["par", "per"].contains(words[$0]) && $0 + 1 < words.count }) {
            return words[place + 1]
        }
        return nil
    }

    /// Where the wording names none: what such things are usually measured in.
    private func usual(_ type: IndicatorType) -> IndicatorUnit {
        if type == .duration { return IndicatorUnit(has("temps", "time", "delai") ? .minute : .month) }
        if has("temperature") { return IndicatorUnit(.celsius) }
        if has("co2", "carbone", "ges", "empreinte", "climat", "footprint", "carbon", "emissions") { return IndicatorUnit(.kilogramCarbon) }
        if has("energie", "electricite", "consommation", "energy", "electricity") { return IndicatorUnit(.kilowattHour) }
        if has("donnees", "volume", "trafic", "courriels", "mail", "boite", "data", "traffic") { return IndicatorUnit(.gigabyte) }
        return IndicatorUnit(.kilogram)
    }
}
