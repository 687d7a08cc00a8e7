/// Indicators, their figures and their rules in words.

extension Words {
    package func indicatorType(_ type: IndicatorType) -> String {
        switch type {
        case .boolean: say("Oui ou non", "Yes or no")
        case .count: say("Nombre", "Count")
        case .percentage: say("Pourcentage", "Percentage")
        case .ratio: say("Rapport", "Ratio")
        case .quantity: say("Quantité avec unité", "Quantity with unit")
        case .duration: say("Durée", "Duration")
        case .frequency: say("Fréquence", "Frequency")
        case .amount: say("Montant", "Amount")
        case .score: say("Note", "Score")
        case .text: say("Texte", "Text")
        }
    }

    package func indicatorDirection(_ direction: IndicatorDirection) -> String {
        switch direction {
        case .higher: say("Plus haut, c’est mieux", "Higher is better")
        case .lower: say("Plus bas, c’est mieux", "Lower is better")
        case .within: say("Dans un intervalle", "Inside a range")
        case .none: say("Ni l’un ni l’autre", "Neither")
        }
    }

    package func indicatorLevel(_ level: IndicatorLevel) -> String {
        switch level {
        case .strategic: say("Stratégique", "Strategic")
        case .operational: say("Opérationnel", "Operational")
        }
    }

    package func indicatorStatus(_ status: IndicatorStatus) -> String {
        switch status {
        case .onTarget: say("Sur la cible", "On target")
        case .atRisk: say("À risque", "At risk")
        case .offTarget: say("Hors cible", "Off target")
        case .stale: say("Sans mesure récente", "No recent measure")
        case .notStarted: say("Pas encore mesuré", "Not measured yet")
        case .noTarget: say("Suivi sans cible", "Followed, no target")
        }
    }

    /// « 1 234,50 »: so many decimals at most, none when there is nothing after the mark.
    package func figure(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) <= Figure.largest else { return "–" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        guard abs(value) * scale < 9e17 else { return number(Int(value.rounded())) }
        let scaled = Int((abs(value) * scale).rounded())
        var rest = String(scaled % Int(scale))
        rest = decimals == 0 ? "" : String(repeating: "0", count: decimals - rest.count) + rest
        while rest.hasSuffix("0") { rest.removeLast() }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + number(scaled / Int(scale)) + (rest.isEmpty ? "" : say(",", ".") + rest)
    }

    /// As a spreadsheet of the reader's language reads it back, with all its decimals.
    package func plain(_ value: Double) -> String { Figure.plain(value).replacing(".", with: say(",", ".")) }

    /// A figure with its unit: « 54 mois », « 62,5 % », « 7,2 / 10 », « 12 kg par personne », « Oui ».
    package func figure(_ value: Double, of indicator: IndicatorDefinition) -> String {
        let number = figure(value, decimals: indicator.decimals)
        switch indicator.type {
        case .boolean: return value == 1 ? yes : no
        case .percentage: return say("\(number)\u{A0}%", "\(number)%")
        case .score: return "\(number)\u{A0}/\u{A0}\(indicator.unit.per)"
        case .amount where language == .en:
            let unit = unit(indicator.unit.measure ?? .euro)
            return value < 0 ? "-\(unit)\(number.dropFirst())" : "\(unit)\(number)"
        default:
            let after = unit(indicator.unit, for: value)
            return after.isEmpty ? number : "\(number)\u{A0}\(after)"
        }
    }

    /// « kg par personne », « postes ».
    package func unit(_ unit: IndicatorUnit, for value: Double = 2) -> String {
        let amount = unit.measure.map { self.unit($0, for: value) } ?? unit.noun
        guard !unit.per.isEmpty else { return amount }
        let per = say("par \(unit.per)", "per \(unit.per)")
        return amount.isEmpty ? per : "\(amount) \(per)"
    }

    /// What was measured, a fraction with its parts: « 13,6 % (34 sur 250) ».
    package func measured(_ value: MeasuredValue, of indicator: IndicatorDefinition) -> String {
        switch value {
        case .words(let words): return words
        case .number(let number): return figure(number, of: indicator)
        case .fraction(let part, let whole):
            let parts = say(
                "\(figure(part, decimals: 6)) sur \(figure(whole, decimals: 6))",
                "\(figure(part, decimals: 6)) of \(figure(whole, decimals: 6))")
            return value.figure(indicator.type).map { "\(figure($0, of: indicator)) (\(parts))" } ?? parts
        }
    }

    /// « Durée d’usage des portables (58 mois le 31 décembre 2026) ».
    package func promise(_ indicator: FrozenIndicator) -> String {
        let definition = IndicatorDefinition(
            name: indicator.name, type: indicator.type, unit: IndicatorUnit(indicator.unit), decimals: indicator.decimals)
        let targets = indicator.targets.map { target in
            say(
                "\(figure(target.value, of: definition)) le \(day(target.on))",
                "\(figure(target.value, of: definition)) on \(day(target.on))")
        }
        return indicator.name + (targets.isEmpty ? "" : " (\(targets.joined(separator: ", ")))")
    }

    /// An action's indicators in words and those that measure it.
    package func indicators(_ wordings: [String]?, _ promises: [FrozenIndicator]?) -> [String] {
        (wordings ?? []) + (promises ?? []).map(promise)
    }

    package func rule(_ rule: FigureRule) -> String {
        switch rule {
        case .notANumber(let text):
            say(
                "\(quote(text)) n’est pas un nombre. Écrivez-le ainsi\u{A0}: 1234,5.",
                "\(quote(text)) is not a number. Write it like this: 1234.5.")
        case .twoReadings(let text):
            say(
                "\(quote(text)) se lit de deux façons. Écrivez \(text.replacing(",", with: "")), ou \(text.replacing(",", with: ".")) pour des décimales.",
                "\(quote(text)) can be read in two ways. Write \(text.replacing(",", with: "")), or \(text.replacing(",", with: ".")) for decimals."
            )
        case .tooLarge:
            say("Ce nombre est trop grand. Choisissez une plus grande unité.", "This number is too large. Choose a larger unit.")
        case .notYesOrNo(let text):
            say("\(quote(text)) n’est ni oui ni non. Écrivez l’un des deux.", "\(quote(text)) is neither yes nor no. Write one of them.")
        case .negative: say("Donnez un nombre positif ou nul.", "Give a number of zero or more.")
        case .notWhole: say("Donnez un nombre entier\u{A0}: cet indicateur compte.", "Give a whole number: this indicator counts.")
        case .isText: say("Cet indicateur se renseigne avec des mots.", "This indicator is filled in with words.")
        case .unitNotTaken: say("Ce type d’indicateur ne prend pas cette unité.", "This type of indicator does not take that unit.")
        case .unknownUnit(let text, let type):
            say(
                "L’unité \(quote(text)) n’est pas connue pour ce type. Choisissez \(choice(units(type))).",
                "The unit \(quote(text)) is not known for this type. Choose \(choice(units(type))).")
        case .otherUnit(let text, let unit):
            say(
                "\(quote(text)) ne se convertit pas dans l’unité de l’indicateur (\(unit == .none ? "aucune" : self.unit(unit))).",
                "\(quote(text)) does not convert to the indicator’s unit (\(unit == .none ? "none" : self.unit(unit))).")
        case .scaleNeeded: say("Dites sur combien la note est donnée, comme /10.", "Say what the score is out of, such as /10.")
        case .columnMissing: say("Il manque une colonne de ce nom dans le tableau.", "The table lacks a column of that name.")
        case .measuredAlready:
            say(
                "Des mesures existent\u{A0}: le type et l’unité ne changent plus. Créez un autre indicateur, et archivez celui-ci.",
                "There are measures: its type and unit no longer change. Create another indicator and archive this one.")
        case .noDirection:
            say(
                "Dites d’abord si plus haut ou plus bas est mieux\u{A0}: une cible se compare.",
                "Say first whether higher or lower is better: a target is compared.")
        case .textHasNoDirection: say("Un texte n’a ni haut ni bas.", "A text is neither high nor low.")
        case .indicatorArchived: say("Cet indicateur est archivé. Restaurez-le d’abord.", "This indicator is archived. Restore it first.")
        case .above(let field):
            say(
                "Donnez un nombre plus grand que celui-ci\u{A0}: \(quote(self.field(field))).",
                "Give a number above this one: \(quote(self.field(field))).")
        case .below(let field):
            say(
                "Donnez un nombre plus petit que celui-ci\u{A0}: \(quote(self.field(field))).",
                "Give a number below this one: \(quote(self.field(field))).")
        case .zeroDenominator: say("On ne divise pas par zéro. Donnez le total.", "Nothing is divided by zero. Give the total.")
        case .aboveDenominator:
            say("La partie dépasse le total. Vérifiez les deux nombres.", "The part exceeds the whole. Check both numbers.")
        case .dayTaken(let on):
            say(
                "Une mesure existe déjà au \(day(on)). Corrigez-la, avec une raison\u{A0}: l’ancienne valeur sera gardée.",
                "There is a measure on \(day(on)) already. Correct it, with a reason: the old value is kept.")
        case .nothingMeasured(let on): say("Il n’y a pas de mesure au \(day(on)).", "There is no measure on \(day(on)).")
        case .correctionNeedsReason: say("Dites pourquoi la valeur est corrigée.", "Say why the value is corrected.")
        case .unknownCategory(let text):
            say("\(quote(text)) n’est pas une catégorie de cet indicateur.", "\(quote(text)) is not a category of this indicator.")
        case .isComputed:
            say(
                "Cet indicateur se calcule à partir d’autres\u{A0}: mesurez ceux-là.",
                "This indicator is computed from others: measure those.")
        case .severalTerms: say("Donnez deux indicateurs au moins, chacun une fois.", "Give at least two indicators, each once.")
        case .twoTerms: say("Un rapport se fait entre deux indicateurs.", "A ratio is made between two indicators.")
        case .weightsNeeded: say("Donnez à chacun un poids positif, comme 1:2,5.", "Give each a positive weight, such as 1:2.5.")
        case .givesPercentage:
            say("Ce calcul donne un pourcentage\u{A0}: choisissez ce type.", "This gives a percentage: choose that type.")
        case .cycle(let numbers):
            say(
                "Ce calcul tourne en rond\u{A0}: \(numbers.map(String.init).joined(separator: " → ")).",
                "This computation goes round: \(numbers.map(String.init).joined(separator: " → ")).")
        case .namedTwice(let text): say("\(quote(text)) est cité deux fois.", "\(quote(text)) is named twice.")
        case .likeAnother(let name, let number):
            say(
                "L’indicateur \(number) s’appelle presque ainsi\u{A0}: \(quote(name)). Reliez-le, ou confirmez que celui-ci en est un autre.",
                "Indicator \(number) is called almost that: \(quote(name)). Link it, or confirm that this is another one.")
        }
    }

    package func units(_ type: IndicatorType) -> [String] { MeasureUnit.allCases.filter(type.takes).map { unit($0) } }

    package var yes: String { say("Oui", "Yes") }
    package var no: String { say("Non", "No") }
}
