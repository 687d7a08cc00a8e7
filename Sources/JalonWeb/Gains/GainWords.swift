/// The words of gains and of their factors.
import JalonDomain
import JalonWorkspace

extension Words {
    var gainsTitle: String { say("Gains de l’action", "Gains of the action") }
    var gainsLead: String {
        say(
            "Ce que l’action apporte\u{A0}: une quantité, un facteur sourcé, un ordre de grandeur. Ce qui ne se compte pas reste «\u{A0}non estimé\u{A0}».",
            "What the action brings: a quantity, a factor with its source, an order of magnitude. What cannot be counted stays “not estimated”."
        )
    }
    var gainsNone: String { say("Gain non estimé.", "Gain not estimated.") }
    var gainNotEstimated: String { say("Non estimé", "Not estimated") }
    var gainEstimate: String { say("Estimer le gain", "Estimate the gain") }
    var gainSee: String { say("Voir le calcul", "See the computation") }
    var gainExpected: String { say("Attendu", "Expected") }
    var gainAchieved: String { say("Réalisé", "Realised") }
    var gainNotYetRealised: String { say("Pas encore", "Not yet") }
    var gainPeriod: String { say("Période", "Period") }
    func gainPeriod(_ from: Day, _ to: Day) -> String { say("du \(day(from)) au \(day(to))", "\(day(from)) to \(day(to))") }
    var gainWrittenBy: String { say("Estimé par", "Estimated by") }
    var gainRealise: String { say("Dire ce qui est réalisé", "Tell what was realised") }
    func gainHowMany(_ counted: String) -> String { say("Combien de \(counted) en tout", "How many \(counted) in all") }
    var gainRemove: String { say("Retirer ce gain", "Remove this gain") }
    var gainRemoveHelp: String {
        say("Il ne comptera plus\u{A0}; le journal en garde la trace.", "It no longer counts; the journal keeps its trace.")
    }
    func gainSuperseded(_ newer: GainFactor) -> String {
        let now = "\(gain(newer.value, in: newer.indicator.unit)), \(gainSource(newer))"
        return say(
            "Le facteur a changé le \(day(newer.since))\u{A0}: \(now). Ce gain garde l’ancien tant que personne ne le recalcule.",
            "The factor changed on \(day(newer.since)): \(now). This gain keeps the former one until someone recomputes it.")
    }
    var gainHasNewer: String { say("Facteur remplacé depuis.", "Factor superseded since.") }
    var gainRecompute: String { say("Recalculer avec le nouveau facteur", "Recompute with the new factor") }
    var gainNew: String { say("Estimer un gain", "Estimate a gain") }
    var gainChoose: String { say("Choisir un levier", "Choose a lever") }
    func gainLever(_ lever: String, _ counted: String) -> String { say("\(lever) (en \(counted))", "\(lever) (in \(counted))") }
    var gainLeverHelp: String {
        say(
            "Un gain est écrit pour chaque indicateur que ce levier sait compter.",
            "A gain is written for each indicator that this lever can be counted in.")
    }
    var gainQuantityHelp: String {
        say("Combien, sur toute la durée du plan. Exemple\u{A0}: 200.", "How many, over the whole plan. Example: 200.")
    }
    var gainYearly: String { say("Pour un gain de chaque année", "For a gain of every year") }
    var gainNoteHelp: String { say("D’où vient la quantité, par exemple.", "Where the quantity comes from, for instance.") }
    var gainAdd: String { say("Enregistrer le gain", "Save the gain") }
    var gainAdded: String { say("Le gain est enregistré.", "The gain is saved.") }
    var gainRealised: String { say("Ce qui est réalisé est enregistré.", "What was realised is saved.") }
    var gainRecomputed: String { say("Le gain est recalculé.", "The gain is recomputed.") }
    var gainRemoved: String { say("Le gain est retiré.", "The gain is removed.") }
    func gainShare(_ share: Double) -> String {
        let share = percent(Int((share * 100).rounded()))
        return say("(\(share) de l’attendu)", "(\(share) of what was expected)")
    }
    func gainsOverlap(_ names: [String]) -> String {
        say(
            "Cette action se recoupe avec d’autres (\(list(names)))\u{A0}: leurs gains ne s’ajoutent pas dans le total.",
            "This action overlaps with others (\(list(names))): their gains are not added in the total.")
    }

    // MARK: A plan

    var planGainsTitle: String { say("Gains", "Gains") }
    var planGainsLead: String {
        say(
            "Des ordres de grandeur, chacun avec sa source. Ce qui se recoupe n’est compté qu’une fois\u{A0}; ce qui n’est pas estimé reste visible.",
            "Orders of magnitude, each with its source. What overlaps counts once; what is not estimated stays visible.")
    }
    var planGainsNone: String {
        say(
            "Aucun gain n’est encore estimé. Commencez par l’action dont vous attendez le plus\u{A0}: une quantité et un levier suffisent.",
            "No gain is estimated yet. Begin with the action you expect most of: a quantity and a lever are enough.")
    }
    var gainTotals: String { say("Ce que le plan apporte", "What the plan brings") }
    var gainLeftOut: String { say("Écarté du total", "Left out of the total") }
    func gainStopped(_ actions: [Int]) -> String {
        say(
            "Hors des totaux, car non poursuivie\(actions.count < 2 ? "" : "s")\u{A0}: \(numbered(actions)).",
            "In no total, since stopped: \(numbered(actions)).")
    }
    var gainNothingLeftOut: String { say("Rien", "Nothing") }
    var gainUnestimated: String { say("Non estimé", "Not estimated") }
    func gainUnestimatedLead(_ number: Int) -> String {
        say(
            "\(count(number, "action ouverte n’a", "actions ouvertes n’ont")) pas de gain estimé. Cela ne veut pas dire qu’\(plural(number, "elle n’apporte", "elles n’apportent")) rien.",
            "\(count(number, "open action has", "open actions have")) no estimated gain, which does not mean that \(plural(number, "it brings", "they bring")) nothing."
        )
    }
    func gainMore(_ number: Int) -> String { say("Et \(count(number, "autre", "autres")).", "And \(count(number, "other", "others")).") }
    var gainByAction: String { say("Gain par action", "Gain by action") }
    var gainByActionCaption: String { say("Quantité × facteur, pour chaque levier", "Quantity × factor, for each lever") }
    var gainHow: String { say("Calcul", "Computation") }

    var overlapTitle: String { say("Ce qui se recoupe", "What overlaps") }
    var overlapLead: String {
        say(
            "Des actions qui agissent sur les mêmes équipements ne s’ajoutent pas\u{A0}: le total n’en retient que la plus grande, ou une part de leur somme.",
            "Actions on the same equipment do not add up: the total counts the largest only, or a share of their sum.")
    }
    func overlapSaid(_ group: OverlapGroup) -> String {
        let actions = list(group.actions.map { number($0) })
        let rule =
            group.share.map {
                say("\(percent(Int($0.rounded()))) de la somme", "\(percent(Int($0.rounded()))) of the sum")
            } ?? say("la plus grande seulement", "the largest only")
        return say("\u{A0}: actions \(actions), \(rule). ", ": actions \(actions), \(rule). ")
    }
    var overlapNew: String { say("Déclarer un recoupement", "Declare an overlap") }
    var overlapNameHelp: String {
        say("Ce qu’elles ont en commun. Exemple\u{A0}: les portables.", "What they share. Example: the laptops.")
    }
    var overlapActionsHelp: String { say("Leurs numéros. Exemple\u{A0}: 3, 12.", "Their numbers. Example: 3, 12.") }
    var overlapLargest: String { say("Compter la plus grande seulement", "Count the largest only") }
    var overlapShare: String { say("Compter une part de leur somme, en %", "Count a share of their sum, in %") }
    var overlapRemove: String { say("Retirer", "Remove") }
    var overlapSaved: String { say("Les recoupements sont enregistrés.", "The overlaps are saved.") }

    // MARK: Factors

    var factorsTitle: String { say("Facteurs de gain", "Factors of gains") }
    var factorsLead: String {
        say(
            "Ce qu’apporte une unité de chaque levier, avec sa source et son année. Un facteur n’est jamais modifié\u{A0}: un autre le remplace, daté.",
            "What one unit of each lever brings, with its source and year. A factor is never changed: a dated one supersedes it.")
    }
    var factorNew: String { say("Ajouter ou remplacer un facteur", "Add or supersede a factor") }
    var factorNewHelp: String {
        say(
            "Le même levier et le même indicateur remplacent le facteur qui existe\u{A0}; les gains déjà calculés le signalent et ne changent pas.",
            "The same lever and indicator supersede the factor that stands; gains computed already say so, and do not change.")
    }
    var factorForOne: String { say("Pour une unité", "For one unit") }
    func factorVersion(_ factor: GainFactor) -> String {
        say("version \(factor.version), depuis le \(day(factor.since))", "version \(factor.version), since \(day(factor.since))")
    }
    var factorCountedHelp: String { say("Au pluriel. Exemple\u{A0}: ordinateurs.", "In the plural. Example: computers.") }
    var factorIndicatorHelp: String {
        say("Climat, Énergie, Eau… ou un indicateur à vous.", "Climate, Energy, Water… or one of your own.")
    }
    var factorUnitHelp: String { say("Exemple\u{A0}: kgCO2e, kWh, €.", "Example: kgCO2e, kWh, €.") }
    var factorValueHelp: String {
        say(
            "Pour une seule unité. Minimum et maximum si la source en donne.",
            "For a single unit. Minimum and maximum if the source gives them.")
    }
    var factorAdd: String { say("Enregistrer le facteur", "Save the factor") }
    func factorAdded(_ factor: GainFactor) -> String {
        factor.version == 1
            ? say("Le facteur est ajouté.", "The factor is added.")
            : say(
                "Le facteur remplace le précédent (version \(factor.version)).",
                "The factor supersedes the former one (version \(factor.version)).")
    }
    func factorsAdded(_ number: Int) -> String {
        say("\(count(number, "facteur enregistré", "facteurs enregistrés")).", "\(count(number, "factor", "factors")) saved.")
    }
    var factorsImport: String { say("Importer des facteurs", "Import factors") }
    var factorsImportLead: String {
        say(
            "Une ligne par levier et par indicateur. Rien n’est écrit avant que tout soit compris.",
            "One row for each lever and indicator. Nothing is written before all is understood.")
    }
    var factorsTable: String { say("Coller le tableau", "Paste the table") }
    var factorsTableHelp: String {
        say(
            "En-têtes\u{A0}: clé, levier, on compte, indicateur, minimum, valeur, maximum, unité, portée, rythme, année, source, licence, note.",
            "Headings: key, lever, counted, indicator, low, value, high, unit, scope, rhythm, year, source, licence, note.")
    }
    var factorsFile: String { say("Ou choisir un fichier CSV", "Or choose a CSV file") }
    var factorsRead: String { say("Lire le tableau", "Read the table") }
    func factorsRecord(_ number: Int) -> String {
        say("Enregistrer \(count(number, "facteur", "facteurs"))", "Save \(count(number, "factor", "factors"))")
    }
    func factorsUnderstood(_ reading: FactorReading) -> String {
        say(
            "Tout est compris\u{A0}: \(count(reading.added.count, "facteur à ajouter", "facteurs à ajouter")), \(number(reading.superseding.count)) à remplacer, \(number(reading.known)) déjà là.",
            "All is understood: \(count(reading.added.count, "factor", "factors")) to add, \(number(reading.superseding.count)) to supersede, \(number(reading.known)) there already."
        )
    }
    func factorSaid(_ factor: GainFactor) -> String {
        "\(factor.lever), \(gainIndicator(factor.indicator).lowercased())\(say("\u{A0}: ", ": "))\(gain(factor.value, in: factor.indicator.unit))"
    }
    func factorsWrong(_ number: Int) -> String {
        say("\(count(number, "ligne est à corriger", "lignes sont à corriger"))", "\(count(number, "row", "rows")) to correct")
    }
    func factorRow(_ number: Int) -> String { say("Ligne \(self.number(number))", "Row \(self.number(number))") }
}
