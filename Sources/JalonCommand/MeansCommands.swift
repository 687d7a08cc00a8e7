/// The means of a plan, by command: show them, change a few, take them all from a file.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct PlanMeansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "means",
        abstract: say(
            "Les moyens d’un plan\u{A0}: jours par direction et par trimestre, budget par année, périodes sans démarrage.",
            "The means of a plan: days by unit and quarter, budget by year, periods without a start."),
        discussion: example(
            "jalon plan means set --capacity \"Direction du numérique=60\" --budget 2027=60000",
            "jalon plan means show --yaml > means.yaml",
            "jalon plan means import means.yaml"),
        subcommands: [PlanMeansShow.self, PlanMeansSet.self, PlanMeansImport.self])
}

struct PlanMeansShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer les moyens d’un plan.", "Show the means of a plan."),
        discussion: example("jalon plan means show 1", "jalon plan means show 1 --yaml > means.yaml"))

    @Argument(help: help("Son numéro\u{A0}; par défaut, le seul qui soit ouvert.", "Its number; by default, the only one that is open."))
    var number: Int?
    @Flag(help: help("En YAML, que import relit.", "As YAML, which import reads back."))
    var yaml = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let sheet = try await desk.workspace.means(of: try await desk.plan(number).plan.number, desk.visitor).model
            if yaml { return try desk.output.write(sheet.edit.yaml) }
            try desk.answer(sheet.edit)
        }
    }
}

struct PlanMeansSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("Changer des moyens\u{A0}; ce qui n’est pas donné reste.", "Change means; what is not given stays."),
        discussion: example(
            "jalon plan means set --capacity \"Direction du numérique=60\" --capacity \"Direction du numérique:2027-T1=40\"",
            "jalon plan means set 1 --budget 2027=60000 --closed \"2027-07-15 | 2027-08-31 | Fermeture d’été\"",
            "jalon plan means set 1 --capacity \"Direction des achats=\" --no-closed"))

    @Argument(help: help("Son numéro\u{A0}; par défaut, le seul qui soit ouvert.", "Its number; by default, the only one that is open."))
    var number: Int?
    @Option(
        help: help(
            "Jours-personne par trimestre d’une direction, ou d’un de ses trimestres\u{A0}; sans nombre, n’en dit plus rien. Plusieurs fois possible.",
            "People-days a quarter of a unit, or of one of its quarters; without a number, nothing is said any more. May be repeated.",
            value: "name[:quarter]=days"))
    var capacity: [String] = []
    @Option(
        help: help(
            "Le budget d’une année civile, en euros. Plusieurs fois possible.", "The budget of a civil year, in euros. May be repeated.",
            value: "year=euros"))
    var budget: [String] = []
    @Option(
        help: help(
            "Une période sans démarrage, ajoutée. Plusieurs fois possible.", "A period without a start, added. May be repeated.",
            value: "from | to | reason"))
    var closed: [String] = []
    @Flag(
        name: .customLong("no-closed"), help: help("Retire d’abord les périodes sans démarrage.", "First removes periods without a start."))
    var noClosed = false
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard noClosed || [capacity, budget, closed].contains(where: { !$0.isEmpty }) else { throw nothingToChange() }
    }

    func run() async throws {
        var typed = Typed()
        let changes = MeansChanges(
            capacities: capacity.compactMap { typed.capacity($0) }, budgets: budget.compactMap { typed.budget($0) },
            closures: closed.compactMap { typed.closure($0) }, clearsClosures: noClosed)
        try typed.check()
        try await atDesk(options, needs: .editPlan) { desk in
            let number = try await desk.plan(number).plan.number
            _ = try await desk.workspace.changeMeans(of: number, as: desk.visitor) { try changes.applied(to: $0) }
            try desk.answer(try await desk.workspace.means(of: number, desk.visitor).model.edit)
        }
    }
}

struct PlanMeansImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Remplacer les moyens d’un plan par ceux d’un fichier YAML\u{A0}: tout, ou rien s’il y a une erreur.",
            "Replace the means of a plan by those of a YAML file: all, or nothing where something is wrong."),
        discussion: example("jalon plan means import means.yaml --plan 1") + "\n\n" + MeansHelp.file)

    @Argument(help: help("Le fichier, ou - pour l’entrée standard.", "The file, or - for standard input."))
    var file: String
    @OptionGroup var plan: PlanOption
    @Flag(
        name: .customLong("dry-run"),
        help: help("Dit ce qui serait enregistré, sans rien écrire.", "Says what would be saved, and writes nothing."))
    var dryRun = false
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let number = try await desk.plan(plan.plan).plan.number
            let read = try MeansFile(yaml: String(decoding: try readTable(file), as: UTF8.self))
            do {
                if dryRun {
                    _ = try await desk.workspace.planNeeds(of: number, means: read.edit, desk.visitor)
                    return try desk.answer(read.edit)
                }
                _ = try await desk.workspace.setMeans(of: number, reading: nil, read.edit, as: desk.visitor)
            } catch DomainError.invalid(let violations) {
                throw DomainError.invalid(read.located(violations))
            }
            try desk.answer(try await desk.workspace.means(of: number, desk.visitor).model.edit)
        }
    }
}

enum MeansHelp {
    static let file = say(
        """
        Le fichier :
          directions:
            Direction du numérique:
              usual: 60            # jours-personne par trimestre
              quarters:            # ceux qui diffèrent
                2027-Q1: 40
            Direction des achats: 25
          budgets:                 # euros, par année civile
            2027: 60000
          closures:                # rien n’y démarre
            - from: 2027-07-15
              to: 2027-08-31
              reason: Fermeture d’été
        """,
        """
        The file:
          directions:
            Direction du numérique:
              usual: 60            # people-days in a quarter
              quarters:            # those that differ
                2027-Q1: 40
            Direction des achats: 25
          budgets:                 # euros, by civil year
            2027: 60000
          closures:                # nothing starts in them
            - from: 2027-07-15
              to: 2027-08-31
              reason: Summer closing
        """)
}

/// What `set` changes of the means that stand.
private struct MeansChanges: Sendable {
    /// `nil` days take what was said away.
    let capacities: [(direction: String, quarter: Period?, days: Double?)]
    let budgets: [(year: Int, cents: Int?)]
    let closures: [Means.Closure]
    let clearsClosures: Bool

    func applied(to standing: MeansEdit) throws -> MeansEdit {
        var edit = standing
        for (name, quarter, days) in capacities {
            let place = edit.capacities.firstIndex { $0.direction.folded == name.folded }
            switch (place, quarter, days) {
            case (let place?, nil, let days?): edit.capacities[place].usual = days
            case (let place?, nil, nil): edit.capacities.remove(at: place)
            case (let place?, let quarter?, let days): edit.capacities[place].quarters[quarter] = days
            case (nil, nil, let days?): edit.capacities.append(.init(direction: name, usual: days))
            case (nil, let quarter?, _):
                throw DomainError.invalid([MeansPlace.quarter(name, quarter).violation(.planning(.inMeans(.direction(name), .required)))])
            case (nil, nil, nil): continue
            }
        }
        for (year, cents) in budgets { edit.budgets[year] = cents }
        edit.closures = (clearsClosures ? [] : edit.closures) + closures
        return edit
    }
}

extension Typed {
    /// « Direction du numérique=60 », « Direction du numérique:2027-T1=40 »; nothing after the mark takes away.
    fileprivate mutating func capacity(_ text: String) -> (direction: String, quarter: Period?, days: Double?)? {
        guard let mark = text.lastIndex(of: "="), mark > text.startIndex else {
            refuse(.capacity, .planning(.unknownKey(text, among: ["Direction=60", "Direction:2027-T1=40"])))
            return nil
        }
        var name = String(text[..<mark])
        let figure = String(text[text.index(after: mark)...])
        var quarter: Period?
        if let colon = name.lastIndex(of: ":"), let found = Period(quarter: String(name[name.index(after: colon)...])) {
            quarter = found
            name = String(name[..<colon])
        }
        guard !figure.isEmpty else { return (name, quarter, nil) }
        switch Figure.reading(figure) {
        case .success(let days): return (name, quarter, days)
        case .failure(let rule):
            refuse(.capacity, .figure(rule))
            return nil
        }
    }

    fileprivate mutating func budget(_ text: String) -> (year: Int, cents: Int?)? {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let year = Period(.year, code: parts[0])?.year else {
            refuse(.budget, .planning(.unknownKey(text, among: ["2027=60000"])))
            return nil
        }
        guard !parts[1].isEmpty else { return (year, nil) }
        guard let cents = cents(parts[1], .budget) else { return nil }
        return (year, cents)
    }

    fileprivate mutating func closure(_ text: String) -> Means.Closure? {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        guard parts.count == 3 else {
            refuse(.closures, .planning(.unknownKey(text, among: ["2027-07-15 | 2027-08-31 | Été"])))
            return nil
        }
        guard let from = day(parts[0], .closures), let to = day(parts[1], .closures) else {
            if parts[0].isEmpty || parts[1].isEmpty { refuse(.closures, .required) }
            return nil
        }
        return Means.Closure(from: from, to: to, reason: parts[2])
    }
}

extension Desk {
    func answer(_ edit: MeansEdit) throws {
        var rows: [[Cell]] = []
        for capacity in edit.capacities {
            rows.append([
                .text(capacity.direction), .text(words.say("chaque trimestre", "each quarter")), .text(words.staffDays(capacity.usual)),
                .empty,
            ])
            for (quarter, days) in capacity.quarters.sorted(by: { $0.key < $1.key }) {
                rows.append([.text(capacity.direction), .text(words.period(quarter)), .text(words.staffDays(days)), .empty])
            }
        }
        for (year, cents) in edit.budgets.sorted(by: { $0.key < $1.key }) {
            rows.append([.text(words.field(.budget)), .text(String(year)), .text(words.money(cents: cents)), .empty])
        }
        for closure in edit.closures {
            rows.append([
                .text(words.field(.closures)), .text("\(closure.from.iso) – \(closure.to.iso)"), .empty, .text(closure.reason),
            ])
        }
        let table = Table(
            headers: [words.say("Moyen", "Means"), words.say("Quand", "When"), words.say("Combien", "How much"), words.field(.reason)],
            rows: rows)
        try output.answer(
            table,
            [
                "directions": .array(
                    edit.capacities.map { capacity in
                        [
                            "direction": .text(capacity.direction), "usual": .decimal(capacity.usual),
                            "quarters": .object(
                                capacity.quarters.sorted { $0.key < $1.key }.map { (key: $0.key.code, value: .decimal($0.value)) }),
                        ]
                    }),
                "budgets": .object(
                    edit.budgets.sorted { $0.key < $1.key }.map { (key: String($0.key), value: .decimal(Double($0.value) / 100)) }),
                "closures": .array(
                    edit.closures.map { ["from": .text($0.from.iso), "to": .text($0.to.iso), "reason": .text($0.reason)] }),
            ])
    }
}
