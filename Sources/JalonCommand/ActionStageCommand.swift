/// A step on an action's engagement path: a report on its current stage, a decision, or both at once.
import ArgumentParser
import JalonDomain
import JalonWorkspace

struct ActionStage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: say(
            "Faire avancer une action\u{A0}: rendre compte de son étape, décider de la suite.",
            "Move an action on: report on its stage, decide what comes next."),
        discussion: example(
            "jalon action stage 1/12 --start --percent 20 --note \"Premiers entretiens\"",
            "jalon action stage 1/12 --forecast 2026-09-30 --reason \"Marché relancé\"",
            "jalon action stage 1 --done --deliverable \"Étude v1\" --method \"Entretiens\" --result \"612 postes sur 840\" "
                + "--outcome experimenter --perimeter \"Direction des achats\" --by \"COPIL\" --on 2026-05-12"))

    @Argument(help: help("Son numéro, comme 1/12 ou 12.", "Its number, such as 1/12 or 12."))
    var action: String
    @OptionGroup var plan: PlanOption
    @Flag(help: help("L’étape commence.", "The stage starts."))
    var start = false
    @Flag(help: help("L’étape est finie.", "The stage is done."))
    var done = false
    @Option(help: help("L’avancement, à la place de --start et --done.", "The progress, instead of --start and --done."))
    var progress: String?
    @Option(help: help("Le pourcentage, pendant l’avancement.", "The percentage, while in progress.", value: "0…100"))
    var percent: Int?
    @Option(help: help("Une note interne.", "An internal note."))
    var note: String?
    @Option(help: help("L’échéance revue.", "The forecast due date.", value: "day"))
    var forecast: String?
    @Option(
        help: help("La raison\u{A0}: d’un décalage, d’un arrêt ou d’un retour.", "The reason: of a slippage, of stopping or of going back.")
    )
    var reason: String?
    @Option(help: help("Qui a été mobilisé.", "Who was mobilised."))
    var mobilised: String?
    @Option(help: help("Le titre du livrable.", "The deliverable’s title."))
    var deliverable: String?
    @Option(help: help("La méthode.", "The method."))
    var method: String?
    @Option(help: help("Le résultat.", "The result."))
    var result: String?
    @Option(
        help: help(
            "Une direction ou un site de l’expérimentation\u{A0}; plusieurs fois possible.",
            "A unit or site of the experiment; may be repeated.", value: "name"))
    var perimeter: [String] = []
    @Option(
        help: help(
            "Pour ce qui est déjà en place\u{A0}: suivi, developpement ou amelioration.",
            "For what is already in place: monitoring, development or improvement."))
    var commitment: String?
    @Option(
        help: help(
            "La décision\u{A0}: generaliser, experimenter, prolonger, «\u{A0}ne pas poursuivre\u{A0}» ou revenir.",
            "The decision: generalise, experiment, extend, stop or goBack."))
    var outcome: String?
    @Option(help: help("Qui décide.", "Who decides.", value: "body"))
    var by: String?
    @Option(
        help: help("Le jour du compte rendu ou de la décision\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?
    @Option(help: help("La réunion où c’est décidé.", "The meeting where it was decided."))
    var meeting: String?
    @Option(help: help("Qui pilote l’étape qui s’ouvre.", "Who pilots the stage that opens.", value: "name"))
    var pilot: String?
    @Option(help: help("Le début prévu de l’étape qui s’ouvre.", "The planned start of the stage that opens.", value: "day"))
    var plannedStart: String?
    @Option(help: help("L’échéance de l’étape qui s’ouvre.", "The due date of the stage that opens.", value: "day"))
    var due: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [start, done, progress != nil].filter({ $0 }).count < 2 else {
            throw ValidationError(
                say(
                    "Choisissez --start, --done ou --progress, un seul des trois.",
                    "Choose --start, --done or --progress, only one of them."))
        }
        if outcome == nil,
            let lonely = [("--by", by), ("--meeting", meeting), ("--pilot", pilot), ("--planned-start", plannedStart), ("--due", due)]
                .first(where: { $0.1 != nil })?.0
        {
            throw ValidationError(
                say(
                    "\(lonely) accompagne une décision\u{A0}: ajoutez --outcome.", "\(lonely) goes with a decision: add --outcome."))
        }
        guard reports || outcome != nil || !perimeter.isEmpty || reason != nil else { throw nothingToChange() }
    }

    /// Whether something is said of the current stage.
    private var reports: Bool {
        start || done || percent != nil
            || [progress, note, forecast, mobilised, deliverable, method, result, commitment].contains { $0 != nil }
    }

    func run() async throws {
        var typed = Typed()
        var report = StageReport()
        report.progress = start ? .inProgress : done ? .done : typed.progress(progress)
        report.percent = percent
        report.forecast = typed.day(forecast, .forecast)
        report.mobilised = mobilised
        report.deliverableTitle = deliverable
        report.method = method
        report.result = result
        report.commitment = typed.commitment(commitment)
        report.note = note
        let outcome = typed.outcome(outcome)
        let day = typed.day(on, outcome == nil ? .on : .decidedOn)
        let opening = (start: typed.day(plannedStart, .plannedStart), due: typed.day(due, .due))
        report.on = day
        // A decision has its own reason; a slippage said at the same time shares it.
        report.slippageReason = outcome == nil || forecast != nil ? reason : nil
        if outcome == nil, self.outcome != nil { typed.require(.outcome) }
        try typed.check()

        try await atDesk(place, actor, output, needs: outcome == nil ? .reportOnOwn : .decide) { [report] desk in
            let (id, _, today) = try await desk.action(action, plan: plan.plan)
            // With a decision that opens an experiment, the perimeter is the one it opens on.
            let perimeterOfNext = outcome.map { [.experiment, .extend, .goBack].contains($0) } ?? false
            let reported = ReportInput(
                report: report, perimeter: perimeterOfNext || perimeter.isEmpty ? nil : perimeter.filter { !$0.isEmpty })
            guard let outcome else {
                try await desk.answer(try await desk.workspace.report(id, reading: nil, reported, as: desk.visitor))
                return
            }
            let decision = DecisionInput(
                decision: Decision(outcome: outcome, by: by ?? "", on: day ?? today, meeting: meeting ?? "", reason: reason ?? ""),
                perimeter: perimeterOfNext ? perimeter.filter { !$0.isEmpty } : [], pilot: pilot ?? "", plannedStart: opening.start,
                due: opening.due)
            let changed =
                reports || reported.perimeter != nil
                ? try await desk.workspace.report(id, reported, thenDecide: decision, as: desk.visitor)
                : try await desk.workspace.decide(id, reading: nil, decision, as: desk.visitor)
            try await desk.answer(changed)
        }
    }
}
