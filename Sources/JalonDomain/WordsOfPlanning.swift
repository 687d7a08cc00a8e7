/// The words of means and needs.

extension Words {
    package func obligation(_ obligation: Obligation) -> String {
        switch obligation {
        case .legal: say("Obligation légale", "Legal obligation")
        case .committed: say("Déjà engagée", "Already committed")
        }
    }

    /// « 12,5 jours ».
    package func staffDays(_ days: Double, decimals: Int = 2) -> String {
        let number = figure(days, decimals: decimals)
        return say(days < 2 ? "\(number)\u{A0}jour" : "\(number)\u{A0}jours", days == 1 ? "\(number) day" : "\(number) days")
    }

    /// « 3 trimestres ».
    package func quarters(_ quarters: Int) -> String { count(quarters, say("trimestre", "quarter"), say("trimestres", "quarters")) }

    /// « Expérimentation », « Expérimentation (2e) ».
    package func stage(_ key: StageKey) -> String {
        key.rank == 1 ? level(key.level) : say("\(level(key.level)) (\(key.rank)e)", "\(level(key.level)) (no. \(key.rank))")
    }

    /// Where something stands in the means.
    package func place(_ place: MeansPlace) -> String {
        switch place {
        case .directions: field(.capacity)
        case .closures: field(.closures)
        case .direction(let name): name
        case .quarter(let name, let quarter): "\(name), \(period(quarter))"
        case .budget(let year): say("Budget \(year)", "Budget \(year)")
        case .closure(let index): say("période \(index + 1)", "period \(index + 1)")
        case .key(let key): key
        }
    }

    package func rule(_ rule: PlanningRule) -> String {
        switch rule {
        case .inMeans(let place, let rule):
            labelled(self.place(place), lowered(self.rule(rule)))
        case .onLine(let line, let rule): say("Ligne \(number(line)), ", "Line \(number(line)), ") + lowered(self.rule(rule))
        case .outsidePlan(let from, let to):
            say(
                "C’est hors du plan, qui va \(period(from, to)). Corrigez, ou retirez-le.",
                "This is outside of the plan, which runs \(period(from, to)). Correct it, or remove it.")
        case .notAQuarter(let text):
            say(
                "\(quote(text)) n’est pas un trimestre. Écrivez-le ainsi\u{A0}: 2026-T3.",
                "\(quote(text)) is not a quarter. Write it like this: 2026-Q3.")
        case .closureNeedsReason:
            say("Dites pourquoi rien ne peut démarrer alors.", "Say why nothing can start then.")
        case .unknownKey(let text, let among):
            say(
                "\(quote(text)) n’est pas attendu ici. Écrivez \(choice(among)).",
                "\(quote(text)) is not expected here. Write \(choice(among)).")
        case .planOver:
            say("Le plan est terminé\u{A0}: il ne reste aucun trimestre à planifier.", "The plan is over: no quarter is left to plan.")
        case .savedWithOtherMeans:
            say(
                "Un scénario se garde avec les moyens du plan. Enregistrez ces moyens d’abord, ou n’en gardez pas le résultat.",
                "A scenario is kept with the plan’s means. Save those means first, or do not keep the result.")
        case .unknownAim(let text, let among):
            say(
                "\(quote(text)) ne compte dans aucun gain du plan. Écrivez \(choice(among)).",
                "\(quote(text)) counts in no gain of the plan. Write \(choice(among)).")
        case .twoActionsNeeded:
            say("Nommez au moins deux actions\u{A0}: une seule ne recoupe rien.", "Name at least two actions: one alone overlaps nothing.")
        case .overlapsAlready(let action, let name):
            say(
                "L’action \(action) est déjà dans le recoupement \(quote(name)). Retirez-la de l’un des deux.",
                "Action \(action) is in the overlap \(quote(name)) already. Take it out of one of the two.")
        case .notInForce:
            say(
                "Ce qui est réalisé se dit d’une action en vigueur, et celle-ci ne l’est pas encore.",
                "What was realised is told of an action in force, and this one is not yet.")
        case .notComputed:
            say("Ce scénario n’a pas de résultat. Demandez-en un nouveau.", "This scenario has no result. Ask for another one.")
        case .changedMeanwhile:
            say(
                "Une action a changé depuis cet aperçu. Voici ce qui changerait maintenant\u{A0}: relisez, puis confirmez.",
                "An action changed since this preview. Here is what would change now: read it again, then confirm.")
        case .notAValue:
            say("Donnez ici une seule valeur, sur cette ligne.", "Give a single value here, on this line.")
        case .yaml(let problem):
            say("Ce n’est pas du YAML\u{A0}: \(problem).", "This is not YAML: \(problem).")
        case .notADirection(let text):
            say(
                "\(quote(text)) n’est pas une direction ou un service de l’annuaire. Vérifiez ce nom, ou ajoutez-le à l’annuaire.",
                "\(quote(text)) is not a unit of the directory. Check that name, or add it to the directory.")
        case .obligationNeedsReason:
            say(
                "Dites ce qui l’impose\u{A0}: le texte de loi, ou l’engagement pris.", "Say what requires it: the law, or the promise made."
            )
        case .exclusionNeedsReason:
            say("Dites pourquoi les propositions la laissent de côté.", "Say why proposals leave it aside.")
        case .excludedObligation:
            say(
                "Une obligation ne se laisse pas de côté. Gardez l’une des deux réponses.",
                "An obligation is not left aside. Keep one of the two answers.")
        case .stageNotAhead(let level):
            say(
                "L’action n’a pas d’étape \(quote(self.level(level))) devant elle. Prévoyez-la d’abord dans son chemin.",
                "The action has no stage \(quote(self.level(level))) ahead. Plan it in its path first.")
        }
    }

    private func lowered(_ sentence: String) -> String { sentence.prefix(1).lowercased() + sentence.dropFirst() }
}
