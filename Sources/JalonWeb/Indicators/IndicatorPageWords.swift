/// The words of an indicator's page.
import JalonDomain
import JalonWorkspace

extension Words {
    func indicatorLevelLong(_ level: IndicatorLevel) -> String {
        switch level {
        case .strategic: say("Indicateur stratégique", "Strategic indicator")
        case .operational: say("Indicateur opérationnel", "Operational indicator")
        }
    }

    /// Where it stands, in a sentence.
    func situation(of sheet: IndicatorSheet) -> String {
        let definition = sheet.indicator.definition
        guard let last = sheet.measures.first else {
            return say("Rien n’est encore mesuré.", "Nothing is measured yet.")
        }
        let value = measured(last.value, of: definition)
        let now = say("\(value) au \(day(last.on))", "\(value) on \(day(last.on))")
        guard let aim = sheet.indicator.aim(today: sheet.today) else { return now + "." }
        return say(
            "\(now), \(figure(aim.value, of: definition)) promis pour le \(day(aim.on)).",
            "\(now), \(figure(aim.value, of: definition)) promised for \(day(aim.on)).")
    }

    /// Where the trend leads on the day of the target; nothing without enough measures.
    func ahead(_ sheet: IndicatorSheet) -> String? {
        guard let trend = sheet.trend, let aim = sheet.indicator.targets.last, let last = sheet.measures.first,
            aim.on > last.on
        else { return nil }
        let definition = sheet.indicator.definition
        let range = trend.range(on: aim.on)
        let (low, high) = (figure(range.lowerBound, of: definition), figure(range.upperBound, of: definition))
        let middle = figure(trend.value(on: aim.on), of: definition)
        return say(
            "Si la tendance dure\u{A0}: \(middle) le \(day(aim.on)), entre \(low) et \(high) neuf fois sur dix (droite de Theil-Sen, \(number(sheet.measures.count)) mesures).",
            "If the trend lasts: \(middle) on \(day(aim.on)), from \(low) to \(high) nine times out of ten (Theil–Sen line, \(number(sheet.measures.count)) measures)."
        )
    }

    func valueLabel(_ definition: IndicatorDefinition) -> String {
        let unit =
            definition.type == .percentage
            ? "%" : definition.type == .score ? say("sur \(definition.unit.per)", "out of \(definition.unit.per)") : unit(definition.unit)
        return unit.isEmpty ? field(.value) : "\(field(.value)) (\(unit))"
    }

    func valueHelp(_ definition: IndicatorDefinition) -> String? {
        switch definition.type {
        case .percentage: say("62,5, ou 34/250 pour une part d’un total.", "62.5, or 34/250 for a part of a whole.")
        case .ratio: say("Le rapport, ou ses deux nombres\u{A0}: 120/40.", "The ratio, or its two numbers: 120/40.")
        default: nil
        }
    }

    var indicatorEdit: String { say("Modifier l’indicateur", "Edit the indicator") }
    var measureNow: String { say("Saisir une mesure", "Record a measure") }
    var measureSave: String { say("Enregistrer la mesure", "Record the measure") }
    var measureCorrect: String { say("Corriger la mesure", "Correct the measure") }
    var measureNext: String { say("Prochaine mesure", "Next measure") }
    var measureDay: String { say("Date", "Date") }
    var measureFrom: String { say("Début de la période, si c’en est une", "Start of the period, if it is one") }
    var measureReason: String { say("Pourquoi corriger", "Why correct it") }
    var measureReasonHelp: String {
        say("L’ancienne valeur est gardée, avec cette raison.", "The old value is kept, with this reason.")
    }
    var measureSourceHelp: String { say("D’où vient ce chiffre.", "Where the figure comes from.") }
    var measureMore: String { say("Commentaire, preuve, période…", "Comment, evidence, period…") }
    var measureEvidence: String { say("Preuve", "Evidence") }
    var measureEvidenceHelp: String { say("Le lien d’un relevé ou d’un document.", "The link of a reading or a document.") }
    var measureEvidenceShort: String { say("Preuve", "Evidence") }
    var measureEstimated: String { say("C’est une estimation", "This is an estimate") }
    var measureEstimatedShort: String { say("estimation", "estimate") }
    var measureSeveral: String { say("Coller plusieurs mesures", "Paste several measures") }
    var measureComputed: String { say("Calculé", "Computed") }
    func planNumber(_ number: Int) -> String { say("plan n°\u{A0}\(number)", "plan no.\u{A0}\(number)") }
    var measureCadence: String { say("À mesurer", "To be measured") }
    var chartHeading: String { say("Évolution", "Over time") }
    var measuresHeading: String { say("Mesures", "Measures") }
    var measuresCaption: String { say("La plus récente d’abord", "The latest first") }
    var measuresNone: String { say("Aucune mesure.", "No measure.") }
    func measuresAll(_ number: Int) -> String {
        say("Les \(self.number(number)) mesures, dans un fichier CSV", "All \(self.number(number)) measures, in a CSV file")
    }
    func correctedTitle(_ number: Int) -> String {
        count(number, say("valeur corrigée", "corrected value"), say("valeurs corrigées", "corrected values"))
    }
    func correctedLine(_ old: Measurement, _ definition: IndicatorDefinition, reason: String) -> String {
        let value = measured(old.value, of: definition)
        let why = reason.isEmpty ? "" : say(" Raison\u{A0}: \(reason)", " Reason: \(reason)")
        return say(
            "\(day(old.on))\u{A0}: \(value), écrit par \(old.author).\(why)", "\(day(old.on)): \(value), written by \(old.author).\(why)")
    }
    var targetsHeading: String { say("Cibles", "Targets") }
    var targetsNone: String { say("Aucune cible datée.", "No dated target.") }
    var targetAdd: String { say("Fixer une cible", "Set a target") }
    var targetDay: String { say("Pour le", "For") }
    var targetSave: String { say("Fixer la cible", "Set the target") }
    var targetWithdraw: String { say("Retirer", "Withdraw") }
    func targetDone(_ share: Double) -> String {
        say("\(percent(Int((share * 100).rounded()))) du chemin", "\(percent(Int((share * 100).rounded()))) of the way")
    }
    var baselineTerm: String { say("Départ", "Start") }
    var baselineEdit: String { say("Dire d’où l’on part", "Say where it starts from") }
    var baselineDay: String { say("Au", "On") }
    var baselineSave: String { say("Enregistrer le départ", "Save the start") }
    var servedHeading: String { say("Actions suivies", "Actions followed") }
    var servedNone: String { say("Cet indicateur ne suit encore aucune action.", "This indicator follows no action yet.") }
    var indicatorArchive: String { say("Archiver l’indicateur", "Archive the indicator") }
    var indicatorRestore: String { say("Restaurer l’indicateur", "Restore the indicator") }
    var indicatorArchiveHelp: String {
        say(
            "Il se lit encore, et ne se mesure plus. On peut le restaurer.",
            "It can still be read and is no longer measured. It can be restored.")
    }
}
