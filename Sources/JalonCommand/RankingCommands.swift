/// Priorities as commands: the ranking of a plan, the weights that make it, what is judged of an action, and workshops.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct PlanRank: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: say("Classer les actions par effet et faisabilité.", "Rank actions by impact and feasibility."),
        discussion: example("jalon plan rank --plan 1", "jalon plan rank --plan 1 --format csv"))

    @OptionGroup var plan: PlanOption
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let (plan, today) = try await desk.plan(plan.plan)
            let sheet = try await desk.workspace.ranking(of: plan.number, ActionFilter(), desk.visitor).model
            let judgements = try await desk.workspace.judgements(of: plan.number, desk.visitor).model
            try desk.output.answer(
                rankingTable(sheet, judgements, desk.words), rankingJSON(sheet, judgements, plan: plan.number, today: today))
            if desk.output.format ?? .table == .table, !sheet.ranking.unknown.isEmpty {
                say(onStandardError: desk.words.rankingUnranked(sheet.ranking.unknown.count))
            }
        }
    }
}

private func rankingTable(
    _ sheet: RankingSheet, _ judgements: [Int: [JudgedCriterion: Judgement]], _ words: Words
) -> Table {
    func bounds(_ span: Span?) -> [Cell] {
        [\Span.central, \.low, \.high].map { side in span.map { .integer(Int($0[keyPath: side].rounded())) } ?? .empty }
    }
    let (low, high) = (words.say("au moins", "at least"), words.say("au plus", "at most"))
    return Table(
        headers: [
            words.rankingRank, words.subject(.action), words.field(.label), words.rankingScore, low, high, words.field(.impact), low, high,
            words.say("D’où vient l’effet", "Where impact comes from"), words.feasibility, low, high, words.say("Coin", "Corner"),
            words.say("Rangs possibles", "Possible ranks"), words.say("Manque", "Missing"), words.say("Effet jugé par", "Impact judged by"),
            words.say("Effet jugé le", "Impact judged on"),
        ],
        rows: (sheet.ranking.ranked + sheet.ranking.unknown).map { action in
            let judgement = judgements[action.number]?[.impact]
            return [Cell(action.rank), .integer(action.number), Cell(sheet.ranked.rows[action.number]?.label)] + bounds(action.score)
                + bounds(action.impact.span) + [.text(words.impactOrigin(action.impact))] + bounds(action.feasibility) + [
                    Cell(action.quadrant.map(words.quadrant)), Cell(action.ranks.map(words.ranks)),
                    .text(action.unknowns.map(words.criterion).joined(separator: ", ")), Cell(judgement?.author), Cell(judgement?.on),
                ]
        })
}

private func rankingJSON(
    _ sheet: RankingSheet, _ judgements: [Int: [JudgedCriterion: Judgement]], plan: Int, today: Day
) -> JSON {
    func span(_ span: Span?) -> JSON {
        guard let span else { return .null }
        return ["low": .decimal(span.low), "central": .decimal(span.central), "high": .decimal(span.high)]
    }
    func one(_ action: RankedAction) -> JSON {
        let origin: (name: String, counted: JSON) =
            switch action.impact {
            case .gains(_, let counted): ("gains", .decimal(counted))
            case .judged: ("judgement", .null)
            case .unknown: ("unknown", .null)
            }
        return [
            "number": .text(ActionID(plan: plan, number: action.number).description),
            "label": JSON(sheet.ranked.rows[action.number]?.label), "rank": JSON(action.rank),
            "ranks": action.ranks.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null, "score": span(action.score),
            "impact": span(action.impact.span), "impactFrom": .text(origin.name), "impactCounted": origin.counted,
            "feasibility": span(action.feasibility), "quadrant": JSON(action.quadrant?.rawValue),
            "dependencies": .number(action.facts.dependencies), "unknown": .array(action.unknowns.map { .text($0.rawValue) }),
            "judgements": .array(
                JudgedCriterion.allCases.compactMap { criterion in judgements[action.number]?[criterion].map(judgementJSON) }),
        ]
    }
    return [
        "plan": .number(plan), "today": .text(today.iso), "weights": weightsJSON(sheet.ranking.weights),
        "ranked": .array(sheet.ranking.ranked.map(one)), "unknown": .array(sheet.ranking.unknown.map(one)),
        "top": .number(sheet.ranking.top), "firmTop": .array(sheet.ranking.firmTop.map { .number($0.number) }),
        "looseTop": .array(sheet.ranking.looseTop.map { .number($0.number) }),
    ]
}

private func judgementJSON(_ judgement: Judgement) -> JSON {
    [
        "criterion": .text(judgement.criterion.rawValue), "step": .number(judgement.step), "on": .text(judgement.on.iso),
        "author": .text(judgement.author), "origin": .text(judgement.origin.rawValue), "workshop": JSON(judgement.workshop),
    ]
}

private func weightsJSON(_ weights: RankingWeights) -> JSON {
    .array(
        RankingCriterion.allCases.map {
            ["name": .text($0.rawValue), "weight": .decimal(weights[$0]), "share": .decimal(weights.share(of: $0))]
        }
            + weights.indicators.keys.sorted().map {
                [
                    "name": .text($0), "weight": .decimal(weights.indicators[$0] ?? 0), "share": .decimal(weights.share(of: $0)),
                    "indicator": .bool(true),
                ]
            })
}

struct PlanWeights: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weights",
        abstract: say("Montrer ou changer les poids des priorités.", "Show or change the weights of priorities."),
        discussion: example("jalon plan weights", "jalon plan weights --weight impact=60 --weight climate=70"))

    @Option(
        help: help(
            "Un poids, de 0 à 1000\u{A0}: impact, effort, difficulty, cost, dependencies, ou un indicateur\u{A0}; plusieurs fois possible.",
            "A weight, from 0 to 1000: impact, effort, difficulty, cost, dependencies, or an indicator; may be repeated.",
            value: "name=number"))
    var weight: [String] = []
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: weight.isEmpty ? .read : .administer) { desk in
            let sheet = try await desk.workspace.rankingWeights(desk.visitor).model
            if !weight.isEmpty {
                var typed = Typed()
                var weights = sheet.weights
                for text in weight { typed.weight(text, &weights, sheet.indicators) }
                try typed.check()
                try await desk.workspace.setRankingWeights(weights, reading: sheet.version, as: desk.visitor)
            }
            let words = desk.words
            let standing = try await desk.workspace.rankingWeights(desk.visitor).model
            let weights = standing.weights
            func row(_ group: String, _ name: String, _ weight: Double, _ share: Double) -> [Cell] {
                [.text(group), .text(name), .text(words.plain(weight)), .text(words.percent(Int((share * 100).rounded())))]
            }
            try desk.output.answer(
                Table(
                    headers: ["", words.field(.name), words.say("Poids", "Weight"), words.say("Part", "Share")],
                    rows: RankingCriterion.allCases.map {
                        row(words.say("Note", "Score"), words.criterion($0), weights[$0], weights.share(of: $0))
                    }
                        + standing.indicators.map {
                            row(
                                words.say("Effet chiffré", "Counted impact"), words.rankingIndicator($0), weights.indicators[$0] ?? 0,
                                weights.share(of: $0))
                        }), weightsJSON(weights))
        }
    }
}

extension Typed {
    /// « impact=60 », put in its place among weights.
    fileprivate mutating func weight(_ text: String, _ weights: inout RankingWeights, _ indicators: [String]) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let value = Double(parts[1].replacing(",", with: ".")) else {
            return refuse(.weights, .notANumber(text))
        }
        if let criterion = RankingCriterion(rawValue: parts[0]) {
            weights.criteria[criterion] = value
        } else if indicators.contains(parts[0]) {
            weights.indicators[parts[0]] = value
        } else {
            refuse(
                .weights,
                .notAChoice(parts[0], among: RankingCriterion.allCases.map(\.rawValue) + indicators))
        }
    }
}

struct ActionJudge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: say("Dire ce qu’une action apporterait et demanderait.", "Say what an action would bring and ask for."),
        discussion: example(
            "jalon action judge 12 --impact 4 --effort 2 --difficulty 3 --cost 1", "jalon action judge 1/12 --clear cost"))

    @OptionGroup var meant: ActionMeant
    @Option(help: help("Son effet, de 1 à 5.", "Its impact, 1 to 5."))
    var impact: Int?
    @Option(help: help("Son effort, de 1, léger, à 5.", "Its effort, from 1, light, to 5."))
    var effort: Int?
    @Option(help: help("Sa difficulté, de 1, légère, à 5.", "Its difficulty, from 1, light, to 5."))
    var difficulty: Int?
    @Option(help: help("Son coût, de 1, léger, à 5.", "Its cost, from 1, light, to 5."))
    var cost: Int?
    @Option(
        help: help(
            "Ce qui n’est plus estimé\u{A0}: impact, effort, difficulty ou cost\u{A0}; plusieurs fois possible.",
            "What is no longer estimated: impact, effort, difficulty or cost; may be repeated.", value: "name"))
    var clear: [String] = []
    @Flag(help: help("Dans un atelier, qui se clôt ensuite.", "In a workshop, which then closes."))
    var workshop = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var steps: [JudgedCriterion: Int?] = [:]
        for (criterion, step) in [(JudgedCriterion.impact, impact), (.effort, effort), (.difficulty, difficulty), (.cost, cost)] {
            if let step { steps[criterion] = .some(step) }
        }
        var typed = Typed()
        for name in clear {
            if let criterion = JudgedCriterion(rawValue: name) {
                steps[criterion] = .some(nil)
            } else {
                typed.refuse(.query, .notAChoice(name, among: JudgedCriterion.allCases.map(\.rawValue)))
            }
        }
        if steps.isEmpty { typed.require(.impact) }
        try typed.check()
        let said = steps
        try await atDesk(options, needs: .editPlan) { desk in
            let id = try await desk.action(meant).id
            _ = try await desk.workspace.judge(
                [JudgementInput(action: id.number, reading: nil, steps: said)], of: id.plan, in: workshop ? .workshop : .person,
                as: desk.visitor)
            let judgements = try await desk.workspace.action(id, desk.visitor).model.judgements
            let words = desk.words
            try desk.output.answer(
                Table(
                    labels: JudgedCriterion.allCases.map { criterion in
                        (words.criterion(criterion), .text(judgements[criterion].map(words.judged) ?? words.notEstimated))
                    }),
                [
                    "number": .text(id.description),
                    "judgements": .array(JudgedCriterion.allCases.compactMap { judgements[$0].map(judgementJSON) }),
                ])
        }
    }
}

struct PlanWorkshop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workshop", abstract: say("Les ateliers de priorisation.", "Priorities workshops."),
        discussion: example("jalon plan workshop close --plan 1 --participant \"Direction des achats\" --on 2026-06-12"),
        subcommands: [WorkshopClose.self, WorkshopList.self])
}

struct WorkshopClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: say(
            "Clore l’atelier sur ce qui a été jugé depuis le précédent.", "Close the workshop on what was judged since the one before."),
        discussion: example("jalon plan workshop close --participant \"Camille Ostrowski\" --participant \"Direction des achats\""))

    @OptionGroup var plan: PlanOption
    @Option(help: help("Qui a participé\u{A0}; plusieurs fois possible.", "Who took part; may be repeated.", value: "name"))
    var participant: [String] = []
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        try typed.check()
        try await atDesk(options, needs: .editPlan) { desk in
            let (plan, today) = try await desk.plan(plan.plan)
            let judged = try await desk.workspace.judge(
                [], of: plan.number, in: .workshop, closing: WorkshopClosing(on: day ?? today, participants: participant),
                as: desk.visitor)
            guard let workshop = judged.workshop else { return }
            try desk.output.answer(desk.words.workshopLine(workshop), workshopJSON(workshop))
        }
    }
}

struct WorkshopList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les ateliers tenus.", "List the workshops that were held."),
        discussion: example("jalon plan workshop list --plan 1"))

    @OptionGroup var plan: PlanOption
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let plan = try await desk.plan(plan.plan).plan
            let workshops = try await desk.workspace.workshop(of: plan.number, ActionFilter(), desk.visitor).model.workshops
            let words = desk.words
            try desk.output.answer(
                Table(
                    headers: [
                        words.say("N°", "No."), words.field(.on), words.field(.participants), words.say("Jugements", "Judgements"),
                        words.say("Clos par", "Closed by"),
                    ],
                    rows: workshops.map {
                        [
                            .integer($0.number), Cell($0.on), .text($0.participants.joined(separator: ", ")), .integer($0.judgements),
                            .text($0.author),
                        ]
                    }), .array(workshops.map(workshopJSON)))
        }
    }
}

private func workshopJSON(_ workshop: Workshop) -> JSON {
    [
        "number": .number(workshop.number), "on": .text(workshop.on.iso), "participants": .array(workshop.participants.map { .text($0) }),
        "judgements": .number(workshop.judgements), "closedBy": .text(workshop.author),
    ]
}

extension Words {
    fileprivate func rankingUnranked(_ unknown: Int) -> String {
        say(
            "\(count(unknown, "action n’est pas classée", "actions ne sont pas classées"))\u{A0}: trop peu est estimé.",
            "\(count(unknown, "action is", "actions are")) not ranked: too little is estimated.")
    }
    fileprivate func workshopLine(_ workshop: Workshop) -> String {
        say(
            "Atelier n°\u{A0}\(number(workshop.number)) du \(day(workshop.on))\u{A0}: \(count(workshop.judgements, "jugement", "jugements")).",
            "Workshop no.\u{A0}\(number(workshop.number)) on \(day(workshop.on)): \(count(workshop.judgements, "judgement", "judgements"))."
        )
    }
}
