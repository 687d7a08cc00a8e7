/// The words of scenarios: how good one is, why an action is in, when, or out.

extension Words {
    package func preference(_ preference: ScenarioPreference) -> String {
        switch preference {
        case .quick: say("Résultats rapides d’abord", "Quick results first")
        case .balanced: say("Équilibré", "Balanced")
        case .lasting: say("Plus grand impact d’abord", "Greatest impact first")
        }
    }

    package func preferenceMeaning(_ preference: ScenarioPreference) -> String {
        switch preference {
        case .quick: say("Seul compte le temps en vigueur pendant le plan.", "Only the time in force within the plan counts.")
        case .balanced:
            say(
                "Ce qui reste en vigueur à la fin du plan compte deux ans de plus.",
                "What is in force at the plan’s end counts two more years.")
        case .lasting:
            say(
                "Ce qui reste en vigueur à la fin du plan compte quatre ans de plus.",
                "What is in force at the plan’s end counts four more years.")
        }
    }

    package func scenarioState(_ state: ScenarioState) -> String {
        switch state {
        case .running: say("En cours de calcul", "Being computed")
        case .done: say("Calculé", "Computed")
        case .failed: say("Rien ne peut être proposé", "Nothing can be proposed")
        }
    }

    package func aim(_ aim: String) -> String {
        aim == ScenarioSettings.score
            ? say("Les priorités", "Priorities")
            : labelled(say("Un gain", "A gain"), gainIndicator(GainIndicator(key: aim, unit: .kilogram)))
    }

    /// « 2,3 % », to the tenth, never 0 % of what is not nothing.
    package func share(_ share: Double) -> String {
        let percent = figure(max(share * 100, share > 0 ? 0.1 : 0), decimals: 1)
        return say("\(percent)\u{A0}%", "\(percent)%")
    }

    /// « Au plus 2,3 % sous la meilleure possible. »
    package func proposal(_ outcome: ScenarioOutcome) -> String {
        let actions = count(outcome.inForce, say("action en vigueur", "action in force"), say("actions en vigueur", "actions in force"))
        let far =
            outcome.isOptimal
            ? say("Prouvé\u{A0}: rien de mieux ne tient dans ces moyens.", "Proved: nothing better fits these means.")
            : say(
                "Au plus \(share(outcome.gap)) sous la meilleure proposition possible.",
                "At most \(share(outcome.gap)) below the best possible proposal.")
        let without = outcome.obligationsOut
        let missing =
            without.isEmpty
            ? ""
            : say(
                " Obligatoire et sans place\u{A0}: \(numbered(without)).", " Obligations without a place: \(numbered(without)).")
        return say("\(actions) à la fin du plan. \(far)", "\(actions) at the plan’s end. \(far)") + missing
    }

    package var scenarioStale: String {
        say(
            "Le plan, ses moyens ou ses priorités ont changé depuis ce calcul. Demandez-en un nouveau avant de décider.",
            "The plan, its means or its priorities changed since. Ask for another one before deciding.")
    }

    private func days(_ days: Double, of direction: Int, _ names: [Int: String]) -> String {
        let (many, whom) = (staffDays(days, decimals: 1), names[direction] ?? "?")
        return say("\(many) de \(whom)", "\(many) of \(whom)")
    }

    private func euros(_ euros: Double, in year: Int) -> String {
        euros == 0
            ? say("du budget en \(year)", "budget in \(year)")
            : say("\(figure(euros, decimals: 0))\u{A0}€ en \(year)", "€\(figure(euros, decimals: 0)) in \(year)")
    }

    package func shortage(_ shortage: Shortage, _ outcome: ScenarioOutcome, _ names: [Int: String]) -> String {
        switch shortage {
        case .days(let direction, let quarter, let days):
            let (told, when) = (self.days(days, of: direction, names), period(outcome.quarter(quarter)))
            return say("\(told) au \(when)", "\(told) in \(when)")
        case .euros(let year, let euros): return self.euros(euros, in: year)
        }
    }

    /// « 8 jours de Direction du numérique au T3 2027, 3 au T1 2028 ; 2 500 € en 2027 ».
    private func shortages(_ shortages: [Shortage], _ outcome: ScenarioOutcome, _ names: [Int: String]) -> String {
        var groups: [[String]] = []
        var last: Int?
        for one in shortages {
            if case .days(let direction, let quarter, let days) = one, direction == last {
                let (many, when) = (figure(days, decimals: 1), period(outcome.quarter(quarter)))
                groups[groups.count - 1].append(say("\(many) au \(when)", "\(many) in \(when)"))
            } else {
                groups.append([shortage(one, outcome, names)])
            }
            last = if case .days(let direction, _, _) = one { direction } else { nil }
        }
        return groups.map { $0.joined(separator: ", ") }.joined(separator: say("\u{A0}; ", "; "))
    }

    package func scenarioReason(_ reason: ScenarioOutcome.Reason, _ outcome: ScenarioOutcome, _ names: [Int: String]) -> String {
        switch reason {
        case .lacks(let shortages, let others):
            let missing = self.shortages(shortages, outcome, names)
            let more =
                others.isEmpty
                ? "" : say(" Elle suppose aussi \(numbered(others)).", " It also needs \(numbered(others)).")
            return say("Il manque \(missing).\(more)", "It lacks \(missing).\(more)")
        case .fits:
            return say(
                "La place est libre\u{A0}: elle n’apporterait rien de compté, ou la recherche était trop courte.",
                "There is room: it would bring nothing that counts, or the search was too short.")
        case .notEstimated:
            return say(
                "Durée, jours ou coût non estimés\u{A0}: elle ne peut pas être placée.",
                "Length, days or cost not estimated: it cannot be placed.")
        case .notRanked:
            return say(
                "Effet ou faisabilité non estimés\u{A0}: rien ne dit ce qu’elle vaut.",
                "Impact or feasibility not estimated: nothing says what it is worth.")
        case .noImplementation:
            return say(
                "Son chemin s’arrête avant une réalisation\u{A0}: rien n’entrerait en vigueur.",
                "Its path ends before an implementation: nothing would come in force.")
        case .awaitsDecision: return say("Une décision est attendue avant toute suite.", "A decision is awaited before anything else.")
        case .excluded(let why): return labelled(say("Écartée des propositions", "Left out of proposals"), why)
        case .dependsOn(let number):
            return say(
                "Elle dépend de l’action \(number), qui n’est pas dans la proposition.",
                "It depends on action \(number), which is not in the proposal.")
        case .window: return say("Sa fenêtre de départ ne laisse pas le temps.", "Its window of start leaves no time.")
        case .tooLong: return say("Elle ne tient plus avant la fin du plan.", "It no longer fits before the plan’s end.")
        case .closed: return say("Les périodes fermées ne lui laissent aucun départ.", "Closed periods leave it no start.")
        }
    }

    /// « Pas un trimestre plus tôt : il manque… », and why it does not come in force; nothing where nothing holds it.
    package func scenarioWhy(_ action: ScenarioOutcome.Planned, _ outcome: ScenarioOutcome, _ names: [Int: String]) -> String {
        let unfinished = action.unfinished.map {
            say("Pas en vigueur dans le plan. ", "Not in force within the plan. ") + scenarioReason($0, outcome, names)
        }
        return [scenarioHold(action.holds, outcome, names), unfinished].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func scenarioHold(_ holds: [ScenarioOutcome.Hold], _ outcome: ScenarioOutcome, _ names: [Int: String]) -> String {
        let parts = holds.map { hold in
            switch hold {
            case .lacks(let lacking): say("il manque \(shortage(lacking, outcome, names))", "it lacks \(shortage(lacking, outcome, names))")
            case .notBefore: say("son départ est fixé après", "its start is set later")
            case .closed: say("rien ne peut commencer ce trimestre-là", "nothing can start in that quarter")
            case .predecessor(let number): say("l’action \(number) n’est pas finie", "action \(number) is not over")
            case .stageBefore: say("l’étape d’avant n’est pas finie", "the stage before is not over")
            case .nothing: say("rien ne l’empêche, d’autres y gagnent", "nothing keeps it, others gain more")
            }
        }
        return parts.isEmpty ? "" : say("Pas un trimestre plus tôt\u{A0}: \(list(parts)).", "Not a quarter earlier: \(list(parts)).")
    }

    package func scenarioFlaw(_ flaw: ScenarioFlaw, _ names: [Int: String]) -> String {
        switch flaw {
        case .obligation(let number, let lacking):
            // In all its quarters together.
            var days: [(direction: Int, sum: Double)] = []
            var missing: [String] = []
            for shortage in lacking {
                switch shortage {
                case .days(let direction, _, let more):
                    if let known = days.firstIndex(where: { $0.direction == direction }) {
                        days[known].sum += more
                    } else {
                        days.append((direction, more))
                    }
                case .euros(let year, let euros):
                    missing.append(self.euros(euros, in: year))
                }
            }
            missing =
                days.map { self.days($0.sum, of: $0.direction, names) } + missing
            return missing.isEmpty
                ? say(
                    "L’action \(number) est obligatoire et ne peut commencer dans sa fenêtre. Élargissez-la.",
                    "Action \(number) is an obligation and cannot start within its window. Widen it.")
                : say(
                    "L’action \(number) est obligatoire et les moyens ne la portent pas\u{A0}: il manque \(list(missing)).",
                    "Action \(number) is an obligation that the means do not carry: \(list(missing)) missing.")
        case .obligations(let numbers):
            return say(
                "Avec les étapes en cours, les moyens ne portent pas toutes les obligations (\(numbered(numbers))). Donnez plus de moyens, ou levez une obligation.",
                "With the stages under way, the means do not carry all obligations (\(numbered(numbers))). Give more means, or lift an obligation."
            )
        case .cycle(let numbers):
            return say(
                "Ces actions dépendent les unes des autres en rond\u{A0}: \(numbered(numbers)).",
                "These actions depend on each other in a circle: \(numbered(numbers)).")
        case .other(let what):
            return say("Un nombre ne convient pas\u{A0}: \(what).", "A number does not fit: \(what).")
        }
    }

    /// « Réalisation : du 1er avril au 30 septembre 2027 (échéance : 17 mars 2027) ».
    package func move(_ level: EngagementLevel, from: (start: Day?, due: Day?), to: (start: Day?, due: Day?)) -> String {
        func told(_ dates: (start: Day?, due: Day?)) -> String {
            switch dates {
            case (nil, nil): say("sans date", "no date")
            case (let start?, nil): say("dès le \(shortDay(start))", "from \(shortDay(start))")
            case (nil, let due?): say("pour le \(shortDay(due))", "by \(shortDay(due))")
            case (let start?, let due?): say("du \(shortDay(start)) au \(shortDay(due))", "\(shortDay(start)) to \(shortDay(due))")
            }
        }
        return labelled(self.level(level), say("\(told(to)), au lieu de\u{A0}: \(told(from))", "\(told(to)), instead of: \(told(from))"))
    }

    package func numbered(_ numbers: [Int]) -> String {
        say(
            "\(plural(numbers.count, "l’action", "les actions")) \(list(numbers.map { number($0) }))",
            "\(plural(numbers.count, "action", "actions")) \(list(numbers.map { number($0) }))")
    }
}
