/// The words of the pages of priorities.
import JalonDomain

extension Words {
    func rankingLead(_ ranked: Int, _ unknown: Int) -> String {
        let known = say(
            "\(count(ranked, "action classée", "actions classées"))", "\(count(ranked, "action", "actions")) ranked")
        guard unknown > 0 else { return known + "." }
        return known + say(", \(number(unknown)) à estimer d’abord.", ", \(number(unknown)) to be estimated first.")
    }

    var rankingQuestion: String { say("Que faire d’abord\u{A0}?", "What to do first?") }
    var rankingToWorkshop: String { say("Remplir la grille de l’atelier", "Fill in the workshop’s grid") }
    var rankingNothing: String { say("Aucune action ouverte ici.", "No open action here.") }
    var rankingNoneRanked: String {
        say(
            "Aucune action n’est assez estimée pour être classée. Un atelier d’une heure suffit souvent.",
            "No action is estimated enough to be ranked. A workshop of an hour is often enough.")
    }

    var quadrantsTitle: String { say("Les quatre coins", "The four corners") }
    var rankingOrder: String { say("Dans l’ordre", "In order") }
    var rankingCaption: String {
        say(
            "Note, effet et faisabilité de 0 à 100\u{A0}; les rangs sont ceux de tout le plan",
            "Score, impact and feasibility from 0 to 100; ranks are those of the whole plan")
    }
    var rankingMoves: String { say("Si un poids bouge", "If a weight moves") }
    func moves(_ rank: Int, _ ranks: ClosedRange<Int>) -> String {
        ranks.count == 1 ? say("rang ferme", "firm") : self.ranks(ranks)
    }
    func rankingPart(_ first: Int, _ last: Int, of all: Int) -> String {
        say("\(number(first)) à \(number(last)) sur \(number(all))", "\(number(first)) to \(number(last)) of \(number(all))")
    }

    var firmnessTitle: String { say("L’ordre tient-il\u{A0}?", "Does the order hold?") }
    var firmnessRule: String {
        say(
            "Chaque poids est baissé, puis monté d’un quart, l’un après l’autre.",
            "Each weight is lowered, then raised by a quarter, one at a time.")
    }
    func firmness(_ firm: Int, of all: Int) -> String {
        if firm == all { return say("Aucun rang ne bouge.", "No rank moves.") }
        return say(
            "\(count(firm, "rang ne bouge pas", "rangs ne bougent pas")) sur \(number(all)).",
            "\(count(firm, "rank does", "ranks do")) not move, out of \(number(all)).")
    }
    func firmTop(_ numbers: [Int], of top: Int) -> String {
        guard !numbers.isEmpty else {
            return say(
                "Aucune action ne reste à coup sûr parmi les \(number(top)) premières.",
                "No action surely stays among the first \(number(top)).")
        }
        return say(
            "Toujours parmi les \(number(top)) premières\u{A0}: \(numbered(numbers)).",
            "Always among the first \(number(top)): \(numbered(numbers)).")
    }
    func looseTop(_ numbers: [Int], of top: Int) -> String {
        say(
            "Parfois seulement\u{A0}: \(numbered(numbers)). À départager en comité.",
            "Only at times: \(numbered(numbers)). For a committee to settle.")
    }
    func firmnessWidest(_ number: Int, _ ranks: ClosedRange<Int>) -> String {
        say(
            "La plus mobile\u{A0}: n°\u{A0}\(self.number(number)), du rang \(self.number(ranks.lowerBound)) au rang \(self.number(ranks.upperBound)).",
            "The one that moves most: no.\u{A0}\(self.number(number)), from rank \(self.number(ranks.lowerBound)) to \(self.number(ranks.upperBound))."
        )
    }
    private func numbered(_ numbers: [Int]) -> String {
        let said = list(numbers.map { number($0) })
        return say("n°\u{A0}\(said)", "no.\u{A0}\(said)")
    }

    func rankingUnknown(_ unknown: Int) -> String {
        say("À estimer\u{A0}: \(count(unknown, "action", "actions"))", "To be estimated: \(count(unknown, "action", "actions"))")
    }
    var rankingUnknownWhy: String {
        say(
            "Inconnu ne veut pas dire faible\u{A0}: ces actions n’ont pas de rang tant que leur effet ou l’essentiel de leur faisabilité manque.",
            "Unknown does not mean low: these actions have no rank while their impact or most of their feasibility is missing.")
    }
    func rankingMissing(_ unknowns: [JudgedCriterion]) -> String {
        labelled(say("manque", "missing"), list(unknowns.map { criterion($0).lowercased() }))
    }

    var rankingRuleTitle: String { say("Comment la note est calculée", "How the score is computed") }
    var rankingRule: String {
        say(
            "La note va de 0 à 100\u{A0}: moyenne de l’effet et de la faisabilité, selon les poids ci-dessous. L’effet vient des gains quand l’action en a\u{A0}: sa part du plus grand gain du plan, indicateur par indicateur. Sinon du jugement\u{A0}: 1 vaut 0, 5 vaut 100. La faisabilité vient de l’effort, de la difficulté et du coût (1 vaut 100, 5 vaut 0) et des dépendances (aucune vaut 100, quatre ou plus 0). Ce qui manque élargit la fourchette\u{A0}; s’il en manque plus de la moitié, l’action n’est pas classée.",
            "The score goes from 0 to 100: the mean of impact and feasibility, by the weights below. Impact comes from gains where the action has any: its part of the plan’s largest gain, indicator by indicator. Else from the judgement: 1 is worth 0, 5 is worth 100. Feasibility comes from effort, difficulty and cost (1 is worth 100, 5 is worth 0) and from dependencies (none is worth 100, four or more 0). What is missing widens the range; where more than half is missing, the action is not ranked."
        )
    }
}
