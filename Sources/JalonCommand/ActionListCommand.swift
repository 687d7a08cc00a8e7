/// The list of a plan's actions: every filter of the web's list is an option.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct ActionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les actions d’un plan.", "List the actions of a plan."),
        discussion: example("jalon action list --plan 1 --format csv", "jalon action list --level experimentation --late --sort pilot"))

    @OptionGroup var plan: PlanOption
    @Option(help: help("L’axe\u{A0}: son numéro, son titre ou sa thématique.", "The axis: its number, its title or its theme."))
    var axis: String?
    @Option(help: help("Le niveau d’engagement.", "The engagement level."))
    var level: String?
    @Option(
        help: help("L’avancement\u{A0}: «\u{A0}a faire\u{A0}», «\u{A0}en cours\u{A0}» ou fini.", "The progress: toDo, inProgress or done."))
    var progress: String?
    @Option(help: help("Qui pilote.", "Who pilots.", value: "name"))
    var pilot: String?
    @Option(help: help("La direction ou le service, avec ce qui en dépend.", "The unit, with all below it.", value: "name"))
    var unit: String?
    @Option(
        help: help(
            "La priorité\u{A0}: prioritaire, recommandee ou «\u{A0}aller plus loin\u{A0}».",
            "The priority: priority, recommended or further."))
    var priority: String?
    @Option(help: help("La bonne pratique à laquelle l’action répond.", "The practice that the action answers.", value: "a.2"))
    var practice: String?
    @Flag(help: help("En retard.", "Late."))
    var late = false
    @Flag(help: help("Sans pilote.", "Without a pilot."))
    var withoutPilot = false
    @Flag(help: help("Sans indicateur.", "Without an indicator."))
    var withoutIndicator = false
    @Flag(help: help("En attente d’une décision.", "Awaiting a decision."))
    var awaiting = false
    @Flag(help: help("Closes\u{A0}: en vigueur ou non poursuivies.", "Closed: in force or not pursued."))
    var closed = false
    @Flag(help: help("Pas encore closes.", "Not closed yet."))
    var open = false
    @Flag(help: help("Archivées, au lieu des autres.", "Archived, instead of the others."))
    var archived = false
    @Option(help: help("Un texte à trouver.", "A text to find."))
    var text: String?
    @Option(
        help: help(
            "L’ordre\u{A0}: due, label, axis, level, progress, pilot, direction, priority ou number.",
            "The order: due, label, axis, level, progress, pilot, direction, priority or number."))
    var sort: ActionSort = .due
    @Flag(help: help("Dans l’ordre inverse.", "In reverse order."))
    var descending = false
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if closed && open {
            throw ValidationError(say("Choisissez --open ou --closed, pas les deux.", "Choose --open or --closed, not both."))
        }
    }

    func run() async throws {
        try await atDesk(place, actor, output, needs: .read) { desk in
            let (plan, today) = try await desk.plan(self.plan.plan)
            let query = try await query(desk, plan)
            switch output.format ?? .table {
            case .table:
                let rows = try await desk.workspace.actions(of: plan.number, query, size: 1_000_000, desk.visitor).model.page.rows
                try desk.output.answer(listTable(rows, plan: plan.number, today: today, desk.words), nil)
            case .csv:
                let records = try await desk.workspace.export(of: plan.number, query, desk.visitor).model
                let (headers, rows) = actionTable(records, words: desk.words, today: today, machine: false)
                try desk.output.answer(Table(headers: headers, rows: rows), nil)
            case .json:
                let records = try await desk.workspace.export(of: plan.number, query, desk.visitor).model
                try desk.output.write(JSON.array(records.map { actionJSON($0, today: today) }).written)
            }
        }
    }

    private func query(_ desk: Desk, _ plan: Plan) async throws -> ActionQuery {
        var typed = Typed()
        var query = ActionQuery()
        query.sort = sort
        query.descending = descending
        query.filter.axis = axis.flatMap { ActionFieldOptions.axis($0, among: plan.axes, &typed) }
        query.filter.level = typed.level(level)
        query.filter.progress = typed.progress(progress)
        query.filter.priority = try readPriority()
        query.filter.practice = practice
        query.filter.late = late
        query.filter.withoutPilot = withoutPilot
        query.filter.withoutIndicator = withoutIndicator
        query.filter.awaitsDecision = awaiting
        query.filter.closed = closed ? true : open ? false : nil
        query.filter.archived = archived
        query.filter.text = text ?? ""
        if pilot != nil || unit != nil {
            let parties = try await desk.workspace.parties(desk.visitor).model
            if let pilot {
                // A person and a position may bear the same name: both answer.
                query.filter.pilots = parties.filter { $0.name.folded == pilot.folded }.map(\.id)
                if query.filter.pilots.isEmpty { typed.refuse(.pilot, .unknown(pilot)) }
            }
            if let unit {
                query.filter.unit = parties.first { $0.kind == .unit && $0.name.folded == unit.folded }?.id
                if query.filter.unit == nil { typed.refuse(.unit, .unknown(unit)) }
            }
        }
        try typed.check()
        return query
    }

    private func readPriority() throws -> PracticePriority? {
        guard let priority else { return nil }
        if let read = PracticePriority(word: priority) { return read }
        let words = Speech.words
        let rule = words.rule(.notAChoice(priority, among: PracticePriority.allCases.map(words.priority)))
        throw Failure(.data, words.labelled("--priority", rule))
    }
}

extension ActionSort: ExpressibleByArgument {}

private func listTable(_ rows: [ActionRow], plan: Int, today: Day, _ words: Words) -> Table {
    Table(
        headers: [
            say("Numéro", "Number"), words.field(.label), words.field(.level), words.field(.progress), words.field(.pilot),
            words.field(.due), words.late, say("Priorité", "Priority"),
        ],
        rows: rows.map { row in
            let late = row.lateness(on: today)
            let progress = words.progress(row.progress, percent: row.percent)
            return [
                .text("\(plan)/\(row.number)"), .text(row.label), .text(words.level(row.level)),
                .text(row.stopped ? words.stopped : row.awaitsDecision ? words.awaitingDecision : progress),
                .text(row.pilotName ?? words.noPilot), Cell(row.due), late > 0 ? .text(words.lateShort(days: late)) : .empty,
                Cell(row.priority.map(words.priority)),
            ]
        })
}
