/// The words of the pages of scenarios.
import JalonDomain
import JalonWorkspace

extension Words {
    var scenariosTitle: String { say("Scénarios", "Scenarios") }
    var scenariosLead: String {
        say(
            "Ce que les moyens permettent\u{A0}: la meilleure suite d’actions, ce qui la limite, et à quelle distance du mieux possible elle est.",
            "What the means allow: the best sequence of actions, what limits it, and how far from the best possible it is.")
    }
    var scenariosNone: String {
        say(
            "Aucun scénario. Demandez-en un\u{A0}: rien ne change dans le plan tant que vous ne l’adoptez pas.",
            "No scenario. Ask for one: nothing changes in the plan until you adopt it.")
    }
    var scenariosWithoutMeans: String {
        say(
            "Le plan n’a pas encore de moyens\u{A0}: rien ne limite une proposition, qui met tout au plus tôt.",
            "The plan has no means yet: nothing limits a proposal, which puts everything as early as it can.")
    }
    var scenariosGiveMeans: String { say("Dire les moyens du plan", "Tell the plan’s means") }
    var scenarioCompare: String { say("Comparer", "Compare") }
    var scenarioCompareChosen: String { say("Comparer ceux qui sont cochés", "Compare those ticked") }
    func scenarioCompareOne(_ name: String) -> String { say("Comparer \(name)", "Compare \(name)") }
    var scenarioCompareTwo: String { say("Cochez deux scénarios calculés au moins.", "Tick at least two computed scenarios.") }
    var scenarioQuestion: String { say("Ce qui est demandé", "What is asked") }
    var scenarioResult: String { say("Ce que cela donne", "What it gives") }
    func scenarioAsked(_ settings: ScenarioSettings) -> String {
        var parts = [preference(settings.preference)]
        if settings.aim != ScenarioSettings.score { parts.append(aim(settings.aim)) }
        if settings.people != 100 { parts.append(say("\(percent(settings.people)) des jours", "\(percent(settings.people)) of the days")) }
        if settings.budget != 100 {
            parts.append(say("\(percent(settings.budget)) du budget", "\(percent(settings.budget)) of the budget"))
        }
        if settings.people == 100, settings.budget == 100 { parts.append(say("moyens du plan", "the plan’s means")) }
        return parts.joined(separator: ", ")
    }
    func scenarioShare(_ progress: ScenarioProgress) -> String {
        if progress.isCancelled { return say("S’arrête…", "Stopping…") }
        guard progress.share > 0 else { return say("En attente de calcul.", "Waiting to be computed.") }
        let done = percent(Int(progress.share * 100))
        guard let value = progress.value, let bound = progress.bound, bound > 0 else {
            return say("Calcul en cours, \(done).", "Being computed, \(done).")
        }
        let gap = share(max(0, bound - value) / bound)
        return say(
            "Calcul en cours, \(done)\u{A0}: au plus \(gap) sous le mieux possible.",
            "Being computed, \(done): at most \(gap) below the best possible.")
    }
    var scenarioInterrupted: String {
        say(
            "Le calcul a été interrompu. Retirez ce scénario et demandez-le à nouveau.",
            "The computation was interrupted. Remove this scenario and ask for it again.")
    }
    func scenarioDecision(_ committee: Day?) -> String {
        committee.map { say(", à décider en comité le \(shortDay($0))", ", for the committee of \(shortDay($0)) to decide") }
            ?? say(", sans comité prévu d’ici là", ", no committee planned by then")
    }
    func scenarioAdoptedOn(_ adoption: ScenarioAdoption) -> String {
        say("adopté le \(shortDay(adoption.on))", "adopted on \(shortDay(adoption.on))")
    }
    func scenarioAdoptedBy(_ adoption: ScenarioAdoption) -> String {
        say(
            "Adopté par \(adoption.by) le \(day(adoption.on))\u{A0}: \(adoption.reason)",
            "Adopted by \(adoption.by) on \(day(adoption.on)): \(adoption.reason)")
    }
    var scenarioNew: String { say("Demander un scénario", "Ask for a scenario") }
    var scenarioNameHelp: String { say("Exemple\u{A0}: Un quart d’agents en moins.", "Example: A quarter less staff.") }
    var scenarioPeopleHelp: String { say("En % de ceux du plan.", "In % of the plan’s.") }
    var scenarioMoneyHelp: String { say("En % de celui du plan.", "In % of the plan’s.") }
    var scenarioSecondsHelp: String { say("Plus longtemps cherche mieux.", "A longer search does better.") }
    var scenarioCompute: String { say("Calculer", "Compute") }
    var scenarioUnready: String { say("Ce qui ne peut pas être placé", "What cannot be placed") }
    func scenarioUnreadyLead(_ number: Int) -> String {
        say(
            "\(count(number, "action reste", "actions restent")) hors de toute proposition, pour la raison dite.",
            "\(count(number, "action stays", "actions stay")) out of any proposal, for the reason told.")
    }
    func scenarioUnready(_ reason: ScenarioOutcome.Reason) -> String { scenarioReason(reason, .nothing, [:]) }

    // MARK: One

    func scenarioNumber(_ number: Int) -> String { say("Scénario n°\u{A0}\(self.number(number))", "Scenario no. \(self.number(number))") }
    var scenarioLookAgain: String { say("Où en est-il\u{A0}?", "How far is it?") }
    var scenarioStop: String { say("Arrêter et garder le meilleur trouvé", "Stop and keep the best found") }
    var scenarioStopping: String {
        say("Le calcul s’arrête\u{A0}; ce qui est trouvé est gardé.", "The computation stops; what is found is kept.")
    }
    var scenarioWasStopped: String { say("La recherche a été arrêtée avant son temps.", "The search was stopped before its time.") }
    var scenarioRemoved: String { say("Le scénario est retiré.", "The scenario is removed.") }
    var scenarioRemove: String { say("Retirer ce scénario", "Remove this scenario") }
    var scenarioRemoveHelp: String { say("Les dates du plan ne changent pas.", "The plan’s dates do not change.") }
    var scenarioPlanned: String { say("Ce qui est proposé", "What is proposed") }
    var scenarioPlannedCaption: String { say("Par date de départ", "By start") }
    func scenarioDrawn(isCut: Bool, most: Int) -> String {
        (isCut ? say("Les \(number(most)) premières actions. ", "The first \(number(most)) actions. ") : "")
            + say(
                "Barre basse\u{A0}: réflexion\u{A0}; moyenne\u{A0}: expérimentation\u{A0}; haute\u{A0}: réalisation. Triangle\u{A0}: comité.",
                "Low bar: reflection; middle: experimentation; high: implementation. Triangle: committee.")
    }
    var scenarioPlansNothing: String { say("Rien ne peut être placé.", "Nothing can be placed.") }
    var scenarioStages: String { say("Étapes", "Stages") }
    var scenarioInForceFrom: String { say("En vigueur", "In force") }
    var scenarioWhy: String { say("Pourquoi alors", "Why then") }
    var scenarioPartly: String { say("En partie", "Partly") }
    var scenarioOut: String { say("Non", "No") }
    func scenarioFrom(_ outcome: ScenarioOutcome, _ stage: ScenarioOutcome.Placed) -> String {
        let (first, last) = (period(outcome.quarter(stage.start)), period(outcome.quarter(stage.end - 1)))
        return first == last ? first : say("\(first) à \(last)", "\(first) to \(last)")
    }
    func scenarioUntil(_ outcome: ScenarioOutcome, _ stage: ScenarioOutcome.Placed) -> String {
        say("en cours, jusqu’au \(period(outcome.quarter(stage.end - 1)))", "under way, until \(period(outcome.quarter(stage.end - 1)))")
    }
    var scenarioOutTitle: String { say("Ce qui n’y est pas", "What is not in it") }
    var scenarioOutLead: String {
        say(
            "Avec les moyens dits, chacune entrerait sans rien retirer aux autres.",
            "With the means told, each would be in without taking anything from the others.")
    }
    var scenarioScarce: String { say("Ce qui manque le plus", "What is scarcest") }
    var scenarioScarceLead: String {
        say(
            "Ce qu’un peu plus apporterait au mieux, dans la mesure qui sert à comparer les actions.",
            "What a little more would bring at best, in the measure that compares actions.")
    }
    var scenarioScarceCaption: String {
        say("Moyens, ce qui en est pris, ce qu’un peu plus vaudrait", "Means, what is used, what a little more is worth")
    }
    var scenarioMeans: String { say("Moyens", "Means") }
    var scenarioUse: String { say("Pris", "Used") }
    var scenarioOneMore: String { say("Un peu plus", "A little more") }
    func scenarioBudget(_ year: Int) -> String { say("Budget \(year)", "Budget of \(year)") }
    func scenarioUse(_ load: ScenarioOutcome.Load, _ outcome: ScenarioOutcome) -> String {
        let used = load.used.reduce(0, +)
        let days = figure(used, decimals: 0)
        guard let capacity = load.capacity else { return say("\(days) jours, sans limite dite", "\(days) days, no limit told") }
        let all = capacity.reduce(0, +)
        return say("\(days) jours sur \(figure(all, decimals: 0))", "\(days) days of \(figure(all, decimals: 0))")
    }
    func scenarioWorth(_ load: ScenarioOutcome.Load, _ outcome: ScenarioOutcome) -> String {
        guard load.worth > 0.005 else { return say("Rien", "Nothing") }
        let when =
            load.scarcest.map { say(", surtout au \(period(outcome.quarter($0)))", ", above all in \(period(outcome.quarter($0)))") } ?? ""
        return say(
            "+\(figure(load.worth, decimals: 1)) pour un jour par trimestre\(when)",
            "+\(figure(load.worth, decimals: 1)) for a day a quarter\(when)")
    }
    func scenarioUse(_ year: ScenarioOutcome.Money) -> String {
        let used = figure(year.used, decimals: 0)
        guard let budget = year.budget else { return say("\(used)\u{A0}€, sans limite dite", "€\(used), no limit told") }
        return say("\(used)\u{A0}€ sur \(figure(budget, decimals: 0))", "€\(used) of \(figure(budget, decimals: 0))")
    }
    func scenarioWorth(_ year: ScenarioOutcome.Money) -> String {
        year.worth > 0.005
            ? say("+\(figure(year.worth, decimals: 1)) pour 1\u{A0}000\u{A0}€", "+\(figure(year.worth, decimals: 1)) for €1,000")
            : say("Rien", "Nothing")
    }

    // MARK: Several

    var scenarioComparison: String { say("Scénarios côte à côte", "Scenarios side by side") }
    var scenarioComparisonLead: String {
        say("Quand chaque action entre en vigueur, selon ce qui est demandé.", "When each action comes in force, by what is asked.")
    }
    var scenarioInShort: String { say("En bref", "In short") }
    var scenarioInForce: String { say("Actions en vigueur à la fin du plan", "Actions in force at the plan’s end") }
    var scenarioQuarters: String { say("Trimestres en vigueur pendant le plan", "Quarters in force within the plan") }
    var scenarioFar: String { say("Écart au mieux possible", "Distance from the best possible") }
    var scenarioProved: String { say("Aucun, prouvé", "None, proved") }
    func scenarioAtMost(_ gap: Double) -> String { say("Au plus \(share(gap))", "At most \(share(gap))") }
    var scenarioDays: String { say("Jours pris", "Days used") }
    var scenarioByAction: String { say("Action par action", "Action by action") }
    func scenarioCompareCut(_ number: Int) -> String {
        say(
            "Quatre scénarios se comparent à la fois\u{A0}: \(count(number, "autre est laissé", "autres sont laissés")) de côté.",
            "Four scenarios compare at a time: \(count(number, "other is left", "others are left")) aside.")
    }
    var scenarioByActionCaption: String {
        say(
            "Trimestre d’entrée en vigueur\u{A0}; en gras, ce qui diffère.", "Quarter when it comes in force; in bold, what differs.")
    }

    // MARK: Adopt

    var scenarioAdopt: String { say("Adopter ce scénario", "Adopt this scenario") }
    var adoptionTitle: String { say("Adopter le scénario", "Adopt the scenario") }
    func adoptionLead(_ number: Int, unchanged: Int) -> String {
        say(
            "\(count(number, "action changerait", "actions changeraient")) de dates, \(self.number(unchanged)) les \(plural(unchanged, "garde", "gardent")). Celles qui ne sont pas dans le scénario gardent les leurs.",
            "\(count(number, "action", "actions")) would change dates, \(self.number(unchanged)) would not. Those that are not in the scenario keep theirs."
        )
    }
    var adoptionNothing: String {
        say("Les dates du plan sont déjà celles du scénario.", "The plan’s dates are those of the scenario already.")
    }
    var adoptionCaption: String { say("Ce qui changerait", "What would change") }
    var adoptionChanges: String { say("Changements", "Changes") }
    var adoptionDecision: String { say("La décision", "The decision") }
    var adoptionByHelp: String { say("Exemple\u{A0}: Comité de pilotage.", "Example: Steering committee.") }
    var adoptionReasonHelp: String {
        say("Elle sera celle des échéances qui glissent.", "It will be that of the due dates that slip.")
    }
    func adoptionConfirm(_ number: Int) -> String {
        say(
            "J’ai lu ce qui change pour \(count(number, "action", "actions")).",
            "I have read what changes for \(count(number, "action", "actions")).")
    }
    func scenarioAdopted(_ number: Int) -> String {
        say(
            "Scénario adopté\u{A0}: \(count(number, "action change", "actions changent")) de dates.",
            "Scenario adopted: \(count(number, "action changes", "actions change")) dates.")
    }
}

extension ScenarioOutcome {
    /// Before anything is computed: for words that need no quarter.
    static let nothing = ScenarioOutcome(
        first: "", quarters: 0, value: 0, bound: 0, isOptimal: false, isCancelled: false, seconds: 0, planned: [], out: [], loads: [],
        money: [], digest: "")
}
