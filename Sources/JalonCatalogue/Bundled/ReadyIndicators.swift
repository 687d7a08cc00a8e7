/// Indicators that the law or the guide asks for, ready to be followed. Their thresholds are dated data, never constants of a rule: a later
/// text adds a date.
package import JalonDomain

package struct ReadyIndicator: Sendable, Equatable {
    package let key: String
    package let name: LocalisedText
    package let type: IndicatorType
    package let direction: IndicatorDirection
    package let level: IndicatorLevel
    package let cadence: Cadence
    package let meaning: LocalisedText
    package let method: LocalisedText
    /// The text that asks for it.
    package let source: LocalisedText
    package let practices: [String]
    /// What is asked from a day on.
    package let thresholds: [IndicatorTarget]
    /// Counted by Jalon itself from the plan.
    package let operation: IndicatorOperation?

    package func definition(_ language: Language, plan: Int?) -> IndicatorDefinition {
        IndicatorDefinition(
            name: name.text(language), type: type, direction: direction, level: level, meaning: meaning.text(language),
            method: method.text(language), source: source.text(language), cadence: operation == nil ? cadence : nil, practices: practices,
            formula: operation.flatMap { operation in plan.map { IndicatorFormula(operation, plan: $0) } })
    }

    package static let all: [ReadyIndicator] = [
        ReadyIndicator(
            key: "reuse-spending",
            name: LocalisedText(fr: "Part des dépenses consacrée à du matériel réemployé", en: "Share of spending on re-used equipment"),
            type: .percentage, direction: .higher, level: .strategic, cadence: .yearly,
            meaning: LocalisedText(
                fr: "Sur une année, ce que l’organisation dépense en matériel reconditionné ou issu du réemploi.",
                en: "Over a year, what the organisation spends on refurbished or re-used equipment."),
            method: LocalisedText(
                fr: "Dépenses hors taxes de matériel réemployé ou reconditionné, rapportées à toutes les dépenses hors taxes de matériel.",
                en: "Spending excluding tax on re-used or refurbished equipment, over all spending excluding tax on equipment."),
            source: LocalisedText(fr: "Loi AGEC, article 58", en: "French AGEC law, article 58"), practices: ["e.1"],
            thresholds: on((2023, 20)), operation: nil),
        ReadyIndicator(
            key: "reuse-giving",
            name: LocalisedText(
                fr: "Part du matériel réformé orientée vers le réemploi", en: "Share of withdrawn equipment given to re-use"),
            type: .percentage, direction: .higher, level: .strategic, cadence: .yearly,
            meaning: LocalisedText(
                fr: "Le matériel retiré qui sert encore, par le don ou la vente, plutôt que de devenir un déchet.",
                en: "Withdrawn equipment that goes on serving, given or sold, rather than becoming waste."),
            method: LocalisedText(
                fr:
                    "A / B × 100. A : biens orientés vers le réemploi dans l’année. B : biens réformés en stock au 1er janvier, sans ceux de plus de dix ans.",
                en:
                    "A / B × 100. A: items given to re-use over the year. B: withdrawn items in stock on 1 January, those over ten years old left out."
            ),
            source: LocalisedText(fr: "Décret 2023-266", en: "French decree 2023-266"), practices: ["i.2", "i.3"],
            thresholds: on((2023, 25), (2024, 35), (2025, 50)), operation: nil),
        ReadyIndicator(
            key: "pue", name: LocalisedText(fr: "PUE de la salle serveur", en: "PUE of the server room"), type: .ratio, direction: .lower,
            level: .operational, cadence: .quarterly,
            meaning: LocalisedText(
                fr: "Ce que la salle consomme en tout, rapporté à ce que consomment ses machines. 1 serait parfait.",
                en: "What the room uses in all, over what its machines use. 1 would be perfect."),
            method: LocalisedText(
                fr: "Électricité totale de la salle, divisée par celle des équipements informatiques, sur la même période.",
                en: "All the room’s electricity over that of its computing equipment, over the same period."),
            source: LocalisedText(fr: "Compteurs de la salle", en: "The room’s meters"), practices: ["h.7"], thresholds: [], operation: nil),
        ReadyIndicator(
            key: "plan-done", name: LocalisedText(fr: "Part des actions en vigueur", en: "Share of actions in force"), type: .percentage,
            direction: .higher, level: .strategic, cadence: .quarterly,
            meaning: LocalisedText(fr: "Ce que le plan a mené au bout.", en: "What the plan has carried through."),
            method: LocalisedText(
                fr: "Compté par Jalon : réalisations finies, sur toutes les actions du plan.",
                en: "Counted by Jalon: implementations done, over all the plan’s actions."),
            source: LocalisedText(fr: "Plan d’action", en: "Action plan"), practices: ["a.2"], thresholds: [], operation: .actionsDone),
        ReadyIndicator(
            key: "plan-late", name: LocalisedText(fr: "Part des actions en retard", en: "Share of actions late"), type: .percentage,
            direction: .lower, level: .strategic, cadence: .quarterly,
            meaning: LocalisedText(fr: "Ce que le plan n’a pas fait à temps.", en: "What the plan has not done in time."),
            method: LocalisedText(
                fr: "Compté par Jalon : actions dont l’échéance revue est passée, sur toutes celles du plan.",
                en: "Counted by Jalon: actions whose forecast due date is past, over all the plan’s."),
            source: LocalisedText(fr: "Plan d’action", en: "Action plan"), practices: ["a.2"], thresholds: [], operation: .actionsLate),
        ReadyIndicator(
            key: "committees",
            name: LocalisedText(fr: "Part des séances prévues qui furent tenues", en: "Share of planned meetings that were held"),
            type: .percentage, direction: .higher, level: .strategic, cadence: .quarterly,
            meaning: LocalisedText(
                fr: "Le rythme promis des comités, tenu ou non sur les douze derniers mois.",
                en: "The promised cadence of committees, kept or not over the last twelve months."),
            method: LocalisedText(
                fr: "Compté par Jalon : séances tenues, sur celles que la fréquence des comités prévoyait.",
                en: "Counted by Jalon: meetings held, over those that the committees’ cadence planned."),
            source: LocalisedText(fr: "Calendrier des comités", en: "The committees’ calendar"), practices: ["a.2"], thresholds: [],
            operation: .meetingsHeld),
    ]

    private static func on(_ steps: (year: Int, value: Double)...) -> [IndicatorTarget] {
        steps.compactMap { step in
            Day(year: step.year, month: 12, day: 31).map { IndicatorTarget(on: $0, value: step.value) }
        }
    }
}
