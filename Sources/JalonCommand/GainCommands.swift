/// Gains: what an action brings, what a plan brings, what overlaps.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct ActionGain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gain", abstract: say("Ce qu’une action apporte.", "What an action brings."),
        discussion: example("jalon action gain add 1/12 laptop-refurbished 200", "jalon action gain list 1/12"),
        subcommands: [GainAdd.self, GainList.self, GainRealise.self, GainRecompute.self, GainRemove.self])
}

struct GainAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Estimer ce qu’une action apporte par un levier.", "Estimate what an action brings by a lever."),
        discussion: example("jalon action gain add 1/12 laptop-refurbished 200 --note \"Marché 2026\""))

    @OptionGroup var meant: ActionMeant
    @Argument(help: help("La clé du levier, comme dans jalon factor list.", "The lever’s key, as in jalon factor list."))
    var lever: String
    @Argument(help: help("Combien.", "How many."))
    var quantity: String
    @Option(
        help: help(
            "Le premier jour d’un gain annuel\u{A0}; celui du plan par défaut.", "A yearly gain’s first day; the plan’s by default.",
            value: "day"))
    var from: String?
    @Option(help: help("Son dernier jour.", "Its last day.", value: "day"))
    var to: String?
    @Option(help: help("D’où vient la quantité.", "Where the quantity comes from."))
    var note: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let (first, last) = (typed.day(from, .from), typed.day(to, .to))
        let many = typed.number(quantity, .quantity)
        try typed.check()
        guard let many else { return }
        try await atDesk(options, needs: .editPlan) { desk in
            let id = try await desk.action(meant).id
            let gains = try await desk.workspace.addGain(
                lever, quantity: many, from: first, to: last, note: note ?? "", on: id, as: desk.visitor)
            try desk.answer(gains)
        }
    }
}

struct GainList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les gains d’une action.", "List the gains of an action."),
        discussion: example("jalon action gain list 1/12 --format json"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let id = try await desk.action(meant).id
            let gains = try await desk.workspace.gains(of: id, desk.visitor).model.gains
            try desk.output.answer(gainTable(gains, desk.words), .array(gains.map(gainJSON)))
        }
    }
}

/// Which gain of which action is meant.
struct GainMeant: ParsableArguments {
    @OptionGroup var action: ActionMeant
    @Argument(help: help("Le numéro du gain dans l’action.", "The gain’s number in the action."))
    var gain: Int
    @OptionGroup var options: DeskOptions
}

struct GainRealise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "realise", abstract: say("Dire ce qui est réalisé d’un gain.", "Tell what was realised of a gain."),
        discussion: example("jalon action gain realise 1/12 1 180"))

    @OptionGroup var meant: GainMeant
    @Argument(help: help("Combien, en tout.", "How many, in all."))
    var quantity: String

    func run() async throws {
        var typed = Typed()
        let many = typed.number(quantity, .realised)
        try typed.check()
        guard let many else { return }
        try await atDesk(meant.options, needs: .reportOnOwn) { desk in
            let id = try await desk.action(meant.action).id
            try desk.answer([try await desk.workspace.realise(meant.gain, at: many, on: id, as: desk.visitor)])
        }
    }
}

struct GainRecompute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recompute",
        abstract: say(
            "Recalculer un gain avec le facteur qui remplace le sien.", "Recompute a gain with the factor that supersedes its own."),
        discussion: example("jalon action gain recompute 1/12 1"))

    @OptionGroup var meant: GainMeant

    func run() async throws {
        try await atDesk(meant.options, needs: .editPlan) { desk in
            let id = try await desk.action(meant.action).id
            try desk.answer([try await desk.workspace.recompute(meant.gain, on: id, as: desk.visitor)])
        }
    }
}

struct GainRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: say("Retirer un gain.", "Remove a gain."), discussion: example("jalon action gain remove 1/12 1"))

    @OptionGroup var meant: GainMeant

    func run() async throws {
        try await atDesk(meant.options, needs: .editPlan) { desk in
            let id = try await desk.action(meant.action).id
            try desk.answer([try await desk.workspace.removeGain(meant.gain, on: id, as: desk.visitor)])
        }
    }
}

struct PlanGainsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gains", abstract: say("Ce qu’un plan apporte, action par action.", "What a plan brings, action by action."),
        discussion: example("jalon plan gains 1", "jalon plan gains 1 --format json"))

    @OptionGroup var plan: PlanNumber

    func run() async throws {
        try await atDesk(plan.options, needs: .read) { desk in
            let words = desk.words
            let number = try await desk.plan(plan.number).plan.number
            let listing = try await desk.workspace.gains(ofPlan: number, desk.visitor).model
            let totals = listing.totals.map { total -> [Cell] in
                [
                    .text(words.say("Total, sans double compte", "Total, nothing twice")), .text(words.gainIndicator(total.indicator)),
                    .text(words.gain(total.total, in: total.indicator.unit)),
                    Cell(total.achieved.map { words.gain($0, in: total.indicator.unit) }),
                    Cell(
                        total.excluded.central == 0
                            ? "" : words.say("écarté\u{A0}: ", "left out: ") + words.gain(total.excluded.central, in: total.indicator.unit)),
                ]
            }
            let unestimated = listing.unestimated.map { number -> [Cell] in
                [
                    .text("\(listing.plan.number)/\(number) \(listing.labels[number] ?? "")"), .empty,
                    .text(words.say("non estimé", "not estimated")), .empty, .empty,
                ]
            }
            try desk.output.answer(
                Table(
                    headers: [
                        words.subject(.action), words.field(.indicator), words.say("Attendu", "Expected"), words.say("Réalisé", "Realised"),
                        words.say("Calcul", "Computation"),
                    ],
                    rows: listing.gains.map { gainCells($0, "\($0.action) \(listing.labels[$0.action.number] ?? "")", words) } + unestimated
                        + totals),
                [
                    "totals": .array(
                        listing.totals.map { total in
                            [
                                "indicator": .text(total.indicator.key), "unit": .text(total.indicator.unit.rawValue),
                                "expected": rangeJSON(total.total), "realised": total.achieved.map(rangeJSON) ?? .null,
                                "excluded": rangeJSON(total.excluded),
                                "inhabitants": JSON(GainEquivalent.inhabitants(total.total.central, in: total.indicator)),
                            ]
                        }),
                    "gains": .array(listing.gains.map(gainJSON)),
                    "stopped": .array(listing.stopped.map { .text("\(listing.plan.number)/\($0)") }),
                    "notEstimated": .array(listing.unestimated.map { .text("\(listing.plan.number)/\($0)") }),
                    "overlaps": .array(
                        listing.groups.map { group in
                            [
                                "name": .text(group.name), "actions": .array(group.actions.map(JSON.number)), "share": JSON(group.share),
                            ]
                        }),
                ])
        }
    }
}

struct PlanOverlap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlap",
        abstract: say(
            "Déclarer des actions qui agissent sur les mêmes choses\u{A0}: leurs gains ne s’ajoutent pas.",
            "Declare actions on the same things: their gains do not add up."),
        discussion: example(
            "jalon plan overlap 1 \"Les portables\" --action 3 --action 12", "jalon plan overlap 1 \"Les portables\" --remove"))

    @OptionGroup var plan: PlanNumber
    @Argument(help: help("Ce qu’elles ont en commun.", "What they share."))
    var name: String
    @Option(help: help("Une action, plusieurs fois.", "An action, several times."))
    var action: [Int] = []
    @Option(
        help: help(
            "La part de leur somme qui compte, en %\u{A0}; par défaut la plus grande seulement.",
            "The share of their sum that counts, in %; the largest only by default."))
    var share: String?
    @Flag(help: help("Retirer ce recoupement.", "Remove this overlap."))
    var remove = false

    func run() async throws {
        var typed = Typed()
        let part = share.flatMap { typed.number($0.replacing("%", with: ""), .share) }
        if action.isEmpty, !remove { typed.require(.actions) }
        do {
            try typed.check()
            try await declare(part)
        } catch let error as DomainError {
            throw Failure(error, options: [.actions: "--action"])
        }
    }

    private func declare(_ part: Double?) async throws {
        try await atDesk(plan.options, needs: .editPlan) { desk in
            let number = try await desk.plan(plan.number).plan.number
            let groups = try await desk.workspace.overlap(name, remove ? [] : action, share: part, of: number, as: desk.visitor)
            try desk.output.answer(
                Table(
                    headers: [desk.words.field(.name), desk.words.field(.actions), desk.words.field(.share)],
                    rows: groups.map { group in
                        [
                            .text(group.name), .text(group.actions.map(String.init).joined(separator: ", ")),
                            Cell(group.share.map { desk.words.plain($0) }),
                        ]
                    }),
                .array(
                    groups.map { ["name": .text($0.name), "actions": .array($0.actions.map(JSON.number)), "share": JSON($0.share)] }))
        }
    }
}

extension Desk {
    fileprivate func answer(_ gains: [Gain]) throws {
        try output.answer(gainTable(gains, words), .array(gains.map(gainJSON)))
    }
}

private func gainTable(_ gains: [Gain], _ words: Words) -> Table {
    Table(
        headers: [
            words.say("N°", "No."), words.field(.indicator), words.say("Attendu", "Expected"), words.say("Réalisé", "Realised"),
            words.say("Calcul", "Computation"),
        ], rows: gains.map { gainCells($0, String($0.id), words) })
}

private func gainCells(_ gain: Gain, _ first: String, _ words: Words) -> [Cell] {
    let unit = gain.factor.indicator.unit
    return [
        .text(first), .text(words.gainIndicator(gain.factor.indicator)), .text(words.gain(gain.expected, in: unit)),
        Cell(gain.achieved.map { words.gain($0, in: unit) }),
        .text(
            words.formula(gain)
                + (gain.newer == nil
                    ? "" : words.say(" Ce facteur a été remplacé\u{A0}: gain recompute.", " This factor was superseded: gain recompute."))),
    ]
}

private func gainJSON(_ gain: Gain) -> JSON {
    [
        "id": .number(gain.id), "action": .text(gain.action.description), "factor": factorJSON(gain.factor),
        "quantity": .decimal(gain.quantity), "years": .decimal(gain.years), "expected": rangeJSON(gain.expected),
        "realisedQuantity": JSON(gain.realised), "realised": gain.achieved.map(rangeJSON) ?? .null, "from": JSON(gain.from?.iso),
        "to": JSON(gain.to?.iso), "newer": JSON(gain.newer?.version), "note": .text(gain.note), "author": .text(gain.author),
    ]
}

private func rangeJSON(_ range: GainRange) -> JSON {
    ["low": .decimal(range.low), "central": .decimal(range.central), "high": .decimal(range.high)]
}
