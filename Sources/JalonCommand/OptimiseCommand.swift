/// The best sequence that the means of a plan can carry, or those of a bare instance.
import ArgumentParser
import Dispatch
import Foundation
import JalonDomain
import JalonExchange
import JalonPlanning
import JalonWorkspace
import Synchronization

struct PlanOptimise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "optimise",
        abstract: say(
            "Proposer la meilleure suite d’actions que les moyens permettent, et dire à quelle distance du mieux possible elle est.",
            "Propose the best sequence of actions that the means allow, and say how far from the best possible it is."),
        discussion: example(
            "jalon plan optimise --plan 1 --time 10", "jalon plan optimise --plan 1 --means moyens.yaml --budget 120 --format json",
            "jalon plan optimise --plan 1 --prefer rapide --save \"Résultats rapides\"",
            "jalon plan optimise --instance instance.json --time 20 --format json"))

    @OptionGroup var plan: PlanOption
    @Option(help: help("Un problème seul, en JSON, au lieu d’un plan.", "A bare instance, as JSON, instead of a plan.", value: "file"))
    var instance: String?
    @Option(help: help("Le temps de recherche, en secondes\u{A0}; 10 par défaut.", "How long to search, in seconds; 10 by default."))
    var time: Double = 10
    @Option(
        help: help(
            "La quantité de travail, au lieu du temps\u{A0}: la même donne la même réponse.",
            "An amount of work, instead of a time: the same gives the same answer."))
    var work: Int?
    @Option(help: help("D’autres moyens que ceux du plan (YAML).", "Other means than the plan’s (YAML).", value: "file"))
    var means: String?
    @Option(
        help: help(
            "Ce qui compte\u{A0}: score, ou l’indicateur d’un gain (climate).", "What counts: score, or the indicator of a gain (climate).")
    )
    var aim: String = ScenarioSettings.score
    @Option(help: help("rapide, équilibré ou durable.", "quick, balanced or lasting."))
    var prefer: String?
    @Option(help: help("Les jours, en % de ceux du plan.", "The people-days, in % of the plan’s."))
    var people: Int = 100
    @Option(help: help("Le budget, en % de celui du plan.", "The budget, in % of the plan’s."))
    var budget: Int = 100
    @Option(help: help("Garder le résultat comme scénario, sous ce nom.", "Keep the result as a scenario, by that name.", value: "name"))
    var save: String?
    @OptionGroup var options: DeskOptions

    private var effort: PlanningEffort { work.map(PlanningEffort.work) ?? .seconds(time) }

    func run() async throws {
        var typed = Typed()
        let preference = typed.preference(prefer) ?? .balanced
        if !time.isFinite || !(0.1...3600).contains(time) { typed.refuse(.seconds, .outOfRange(1, 3600)) }
        if let work, !(1...1_000_000).contains(work) { typed.refuse(.work, .outOfRange(1, 1_000_000)) }
        // What is kept says that it comes from the plan's means.
        if means != nil, save != nil { typed.refuse(.scenario, .planning(.savedWithOtherMeans)) }
        try typed.check()
        if let instance { return try await bare(instance) }
        try await atDesk(options, needs: .editPlan) { desk in
            let number = try await desk.plan(plan.plan).plan.number
            let settings = ScenarioSettings(
                name: save ?? desk.words.say("Proposition", "Proposal"), aim: aim, preference: preference, people: people, budget: budget,
                seconds: min(ScenarioSettings.longest, max(1, Int(time))))
            try settings.check()
            let edit = try means.map { try MeansFile(yaml: String(decoding: try readTable($0), as: UTF8.self)).edit }
            let reporter = ProposalReporter()
            let (problem, outcome): (ScenarioProblem, ScenarioOutcome)
            do {
                (problem, outcome) = try await desk.workspace.proposal(
                    settings, of: number, means: edit, effort, desk.visitor, isCancelled: { reporter.isInterrupted }
                ) {
                    reporter.report($0)
                }
            } catch let refusal as ScenarioRefusal {
                throw Failure(.data, refusal.flaws.map { desk.words.scenarioFlaw($0, refusal.names) })
            }
            let kept = save == nil ? nil : try await desk.workspace.keep(settings, outcome, of: number, as: desk.visitor)
            let names = problem.needs.names
            try desk.output.answer(
                scenarioTable(outcome, names, desk.words), scenarioJSON(outcome, names).adding(["scenario": JSON(kept?.number)]))
            say(onStandardError: desk.words.proposal(outcome))
        }
    }

    private func bare(_ path: String) async throws {
        let words = Speech.words
        do {
            let instance = try PlanningInstance(decoding: Data(try readTable(path)))
            let reporter = ProposalReporter()
            let effort = effort
            let result: Result<PlanningProposal, PlanningFlaws> = await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(
                        returning: Result { () throws(PlanningFlaws) in
                            try Planner(instance).propose(
                                effort, progress: { reporter.report($0) }, isCancelled: { reporter.isInterrupted })
                        })
                }
            }
            let proposal = try result.get()
            try Output(format: options.output.format).answer(
                Table(
                    headers: [words.subject(.action), words.say("Débuts", "Starts")],
                    rows: proposal.starts.sorted { $0.key < $1.key }.map {
                        [.integer($0.key), Cell($0.value.map(String.init).joined(separator: ", "))]
                    }),
                [
                    "value": .decimal(proposal.value), "bound": .decimal(proposal.bound), "gap": .decimal(proposal.gap),
                    "optimal": .bool(proposal.isOptimal), "seconds": .decimal(proposal.seconds), "work": .number(proposal.work),
                    "starts": .object(
                        proposal.starts.sorted { $0.key < $1.key }.map { (key: String($0.key), value: .array($0.value.map(JSON.number))) }),
                ])
            say(onStandardError: words.worth(proposal))
        } catch let flaws as PlanningFlaws {
            throw Failure(.data, flaws.flaws.map { words.flaw($0) })
        }
    }
}

/// Says how far a proposal is, once a second, where someone reads it; the first Ctrl-C ends the search with the best plan so far.
private final class ProposalReporter: Sendable {
    private let last = Mutex(-1)
    private let begin = ContinuousClock.now
    private let interrupted = Mutex(false)
    // Touched by `init` and `deinit` alone.
    nonisolated(unsafe) private let signals = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())

    var isInterrupted: Bool { interrupted.withLock(\.self) }

    init() {
        signal(SIGINT, SIG_IGN)
        signals.setEventHandler { [weak self] in
            self?.interrupted.withLock { $0 = true }
            // The second one ends the program, as ever.
            signal(SIGINT, SIG_DFL)
        }
        signals.resume()
    }

    deinit {
        signals.cancel()
        signal(SIGINT, SIG_DFL)
    }

    func report(_ progress: PlanningProgress) {
        let second = Int((ContinuousClock.now - begin) / .seconds(1))
        let isNew = last.withLock { last in
            defer { last = second }
            return last != second
        }
        guard isNew, isatty(2) == 1 else { return }
        let words = Speech.words
        let parts = [words.percent(Int(progress.share * 100)), progress.gap.map(words.below)].compactMap(\.self)
        say(onStandardError: parts.joined(separator: ", "))
    }
}

extension Words {
    fileprivate func below(_ gap: Double) -> String {
        say("au plus \(share(gap)) sous le mieux possible", "at most \(share(gap)) below the best possible")
    }

    /// « Valeur 5 415,7 ; prouvé : rien de mieux. »
    fileprivate func worth(_ proposal: PlanningProposal) -> String {
        let value = figure(proposal.value, decimals: 1)
        return proposal.isOptimal
            ? say("Valeur\u{A0}: \(value). Prouvé\u{A0}: rien n’est mieux.", "Value: \(value). Proved: nothing is better.")
            : say(
                "Valeur\u{A0}: \(value), borne\u{A0}: \(figure(proposal.bound, decimals: 1)), \(below(proposal.gap)).",
                "Value: \(value), bound: \(figure(proposal.bound, decimals: 1)), \(below(proposal.gap)).")
    }

    /// What is wrong in a bare instance, by its own names.
    fileprivate func flaw(_ flaw: PlanningFlaw) -> String {
        func quantity(_ quantity: PlanningFlaw.Quantity) -> String {
            switch quantity {
            case .creditQuarters: "creditQuarters"
            case .capacity(let direction, let quarter): "capacity.\(direction)[\(quarter)]"
            case .budget(let year): "budgetPerYear[\(year)]"
            case .value(let id): say("action \(id), value", "action \(id), value")
            case .effort(let id, let stage, let direction): "action \(id), stages[\(stage)].effort.\(direction)"
            case .cost(let id, let stage): "action \(id), stages[\(stage)].cost"
            }
        }
        func means(_ means: MissingMeans) -> String {
            switch means {
            case .days(let direction, let quarter, let days):
                say(
                    "\(figure(days, decimals: 2)) jours de \(direction) au trimestre \(quarter)",
                    "\(figure(days, decimals: 2)) days of \(direction) in quarter \(quarter)")
            case .euros(let year, let euros):
                say("\(figure(euros, decimals: 2)) € l’année \(year)", "€\(figure(euros, decimals: 2)) in year \(year)")
            }
        }
        switch flaw {
        case .unreadable(let path, let reason):
            return labelled(
                path.isEmpty ? say("Le problème est illisible", "The instance cannot be read") : path,
                reason == "missing" ? say("manque", "missing") : reason)
        case .quarters(let number, let most):
            return say("quarters\u{A0}: \(number), de 1 à \(most).", "quarters: \(number), from 1 to \(most).")
        case .quartersOfCapacity(let direction, let expected, let found):
            return say(
                "capacity.\(direction)\u{A0}: \(found) nombres, un par trimestre en demande \(expected).",
                "capacity.\(direction): \(found) numbers, one a quarter makes \(expected).")
        case .yearsOfBudget(let expected, let found):
            return say(
                "budgetPerYear\u{A0}: \(found) nombres, un par année en demande \(expected).",
                "budgetPerYear: \(found) numbers, one a year makes \(expected).")
        case .number(let what, let value):
            return say(
                "\(quantity(what))\u{A0}: \(value) n’est pas un nombre positif ou nul.",
                "\(quantity(what)): \(value) is not a number of zero or more.")
        case .tooLarge(let what, let value, let most):
            return say(
                "\(quantity(what))\u{A0}: \(value) est trop grand, \(most) au plus.",
                "\(quantity(what)): \(value) is too large, \(most) at most.")
        case .duplicate(let id): return say("Deux actions ont le numéro \(id).", "Two actions have the id \(id).")
        case .withoutStage(let id): return say("L’action \(id) n’a pas d’étape.", "Action \(id) has no stage.")
        case .stageWithoutLength(let id, let stage, let quarters):
            return say(
                "Action \(id), étape \(stage)\u{A0}: elle dure \(quarters) trimestre, il en faut un au moins.",
                "Action \(id), stage \(stage): it lasts \(quarters) quarters, at least one is needed.")
        case .unknownDirection(let id, let stage, let direction):
            return say(
                "Action \(id), étape \(stage)\u{A0}: la direction \(quote(direction)) n’a pas de moyens dans capacity.",
                "Action \(id), stage \(stage): the direction \(quote(direction)) has no means in capacity.")
        case .unknownPredecessor(let id, let after):
            return say("L’action \(id) dépend de \(after), qui n’existe pas.", "Action \(id) depends on \(after), which does not exist.")
        case .cycle(let ids):
            let circle = (ids + ids.prefix(1)).map(String.init).joined(separator: " → ")
            return say(
                "Ces actions dépendent les unes des autres en rond\u{A0}: \(circle).",
                "These actions depend on each other in a circle: \(circle).")
        case .impossibleObligation(let id, _, let lacking):
            return lacking.isEmpty
                ? say("L’obligation \(id) ne peut commencer dans sa fenêtre.", "Obligation \(id) cannot start within its window.")
                : say(
                    "Les moyens ne portent pas l’obligation \(id)\u{A0}: il manque \(list(lacking.map(means))).",
                    "The means do not carry obligation \(id): \(list(lacking.map(means))) missing.")
        case .obligationsTogether(let ids, let isProved):
            let which = list(ids.map(String.init))
            return isProved
                ? say("Les obligations \(which) ne tiennent pas ensemble.", "The obligations \(which) do not fit together.")
                : say(
                    "Aucun plan trouvé qui commence les obligations \(which)\u{A0}: donnez plus de temps.",
                    "No plan found that starts the obligations \(which): give more time.")
        }
    }
}
