/// The words of the workshop and of the ranking.

extension Words {
    package func criterion(_ criterion: JudgedCriterion) -> String {
        switch criterion {
        case .impact: field(.impact)
        case .effort: field(.effort)
        case .difficulty: field(.difficulty)
        case .cost: field(.cost)
        }
    }

    package func criterion(_ criterion: RankingCriterion) -> String {
        if let judged = JudgedCriterion(rawValue: criterion.rawValue) { return self.criterion(judged) }
        return say("Dépendances", "Dependencies")
    }

    /// What a workshop asks about each.
    package func question(_ criterion: JudgedCriterion) -> String {
        switch criterion {
        case .impact: say("Qu’est-ce que cela change, une fois fait\u{A0}?", "What does it change, once done?")
        case .effort: say("Combien de travail\u{A0}?", "How much work?")
        case .difficulty: say("Qu’est-ce qui résiste\u{A0}?", "What stands in the way?")
        case .cost: say("Que faut-il dépenser\u{A0}?", "What must be spent?")
        }
    }

    /// The plain meaning of a step.
    package func anchor(_ criterion: JudgedCriterion, _ step: Int) -> String {
        switch (criterion, step) {
        case (.impact, 1): say("Presque rien ne change", "Hardly anything changes")
        case (.impact, 2): say("Un petit effet, à un endroit", "A small effect, in one place")
        case (.impact, 3): say("Un effet net, dans plusieurs directions", "A clear effect, in several units")
        case (.impact, 4): say("Un fort effet, partout", "A strong effect, everywhere")
        case (.impact, _): say("Parmi ce que le plan fait de plus utile", "Among the most useful things of the plan")
        case (.effort, 1): say("Quelques heures", "A few hours")
        case (.effort, 2): say("Quelques jours", "A few days")
        case (.effort, 3): say("Quelques semaines", "A few weeks")
        case (.effort, 4): say("Plusieurs mois, à plusieurs", "Several months, for several people")
        case (.effort, _): say("Une équipe pendant un an ou plus", "A team for a year or more")
        case (.difficulty, 1): say("On sait faire, personne ne s’y oppose", "We know how, nobody objects")
        case (.difficulty, 2): say("On sait faire, il faut s’organiser", "We know how, it takes organising")
        case (.difficulty, 3): say("Il faut apprendre, ou convaincre", "We must learn, or convince")
        case (.difficulty, 4): say("Plusieurs accords à obtenir", "Several agreements to obtain")
        case (.difficulty, _):
            say("On ne sait pas encore comment, ou cela dépend d’autres", "We do not know how yet, or it is up to others")
        case (.cost, 1): say("Rien", "Nothing")
        case (.cost, 2): say("Le budget courant suffit", "The running budget will do")
        case (.cost, 3): say("Une ligne à prévoir au budget", "A line to plan in the budget")
        case (.cost, 4): say("Un investissement à faire voter", "An investment to be voted")
        case (.cost, _): say("L’un des plus gros budgets du plan", "One of the largest budgets of the plan")
        }
    }

    package func judgementOrigin(_ origin: JudgementOrigin) -> String {
        switch origin {
        case .workshop: say("en atelier", "in a workshop")
        case .person: say("par une personne", "by one person")
        case .action: say("dans l’action", "in the action")
        }
    }

    /// « 4 sur 5, le 3 juin 2026, par Camille Ostrowski, en atelier ».
    package func judged(_ judgement: Judgement) -> String {
        "\(estimate(judgement.step)), \(judgedBy(judgement))"
    }

    /// « le 3 juin 2026, par Camille Ostrowski, en atelier ».
    package func judgedBy(_ judgement: Judgement) -> String {
        let origin = judgementOrigin(judgement.origin)
        return say(
            "le \(day(judgement.on)), par \(judgement.author), \(origin)", "on \(day(judgement.on)), by \(judgement.author), \(origin)")
    }

    package func quadrant(_ quadrant: RankingQuadrant) -> String {
        switch quadrant {
        case .first: say("À faire d’abord", "Do first")
        case .major: say("Grands chantiers", "Major works")
        case .passing: say("À saisir au passage", "Take in passing")
        case .discuss: say("À discuter", "To discuss")
        }
    }

    package func meaning(of quadrant: RankingQuadrant) -> String {
        switch quadrant {
        case .first:
            say("Beaucoup d’effet, peu d’obstacles\u{A0}: rien ne justifie d’attendre.", "Much impact, little in the way: why wait.")
        case .major:
            say(
                "Beaucoup d’effet, mais lourdes\u{A0}: à préparer, à découper, à porter haut.",
                "Much impact, but heavy: to prepare, split and carry high.")
        case .passing:
            say("Peu d’effet, mais légères\u{A0}: quand l’occasion se présente.", "Little impact, but light: when the chance comes.")
        case .discuss:
            say("Peu d’effet et lourdes\u{A0}: les garder demande une raison.", "Little impact and heavy: keeping them takes a reason.")
        }
    }

    package var rankingTitle: String { say("Priorités", "Priorities") }
    package var feasibility: String { say("Faisabilité", "Feasibility") }
    package var rankingScore: String { say("Note", "Score") }
    package var rankingRank: String { say("Rang", "Rank") }

    package func impactOrigin(_ impact: RankedImpact) -> String {
        switch impact {
        case .gains(_, let counted):
            counted > 0.995
                ? say("gains chiffrés", "counted gains")
                : say("gains chiffrés pour \(percent(part(counted)))", "gains counted for \(percent(part(counted)))")
        case .judged: say("jugé", "judged")
        case .unknown: notEstimated
        }
    }

    /// « 72 » or « 72 (60 à 85) ».
    package func span(_ span: Span) -> String {
        let central = number(Int(span.central.rounded()))
        guard !span.isExact else { return central }
        let (low, high) = (number(Int(span.low.rounded())), number(Int(span.high.rounded())))
        return say("\(central) (\(low)\u{A0}à\u{A0}\(high))", "\(central) (\(low)\u{A0}to\u{A0}\(high))")
    }

    /// « 3 » or « 2 à 5 ».
    package func ranks(_ ranks: ClosedRange<Int>) -> String {
        guard ranks.count > 1 else { return number(ranks.lowerBound) }
        return say(
            "\(number(ranks.lowerBound)) à \(number(ranks.upperBound))", "\(number(ranks.lowerBound)) to \(number(ranks.upperBound))")
    }

    private func part(_ share: Double) -> Int { Int((share * 100).rounded()) }
}

extension Words {
    /// An indicator that gains are counted in; one of the organisation's own under its own name.
    package func rankingIndicator(_ indicator: String) -> String {
        gainIndicator(GainIndicator(key: indicator, unit: .euro))
    }
}
