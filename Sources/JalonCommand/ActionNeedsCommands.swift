/// What an action needs, by command.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct ActionNeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "needs",
        abstract: say("Les moyens qu’il faut à une action, étape par étape.", "The means that an action needs, stage by stage."),
        discussion: example(
            "jalon action needs set 1/12 --stage experimentation --quarters 2 --days \"Direction du numérique=5\" --cost 12000",
            "jalon action needs show 1/12"),
        subcommands: [ActionNeedsShow.self, ActionNeedsSet.self])
}

struct ActionNeedsShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer ce qu’il faut à une action.", "Show what an action needs."),
        discussion: example("jalon action needs show 1/12 --format json"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            try await desk.answerNeeds(of: try await desk.action(meant).id)
        }
    }
}

struct ActionNeedsSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("Estimer une étape, ou dire quand l’action peut démarrer.", "Estimate a stage, or say when the action may start."),
        discussion: example(
            "jalon action needs set 1/12 --stage realisation --quarters 3 --days \"Achats=4\" --days \"Direction du numérique=10\" --cost 0",
            "jalon action needs set 1/12 --not-before 2027-T1 --not-after 2027-T4",
            "jalon action needs set 1/12 --obligation legale --reason \"Décret tertiaire\""))

    @OptionGroup var meant: ActionMeant
    @Option(
        help: help(
            "L’étape à venir\u{A0}: reflexion, experimentation ou realisation\u{A0}; la seule par défaut.",
            "The stage ahead: reflection, experimentation or implementation; the only one by default."))
    var stage: String?
    @Option(help: help("Combien de trimestres elle dure.", "How many quarters it lasts.", value: "number"))
    var quarters: String?
    @Option(
        help: help(
            "Jours d’une direction, pour chaque trimestre où elle court\u{A0}; plusieurs fois possible.",
            "Days of a unit, in each quarter that it runs; may be repeated.", value: "name=days"))
    var days: [String] = []
    @Option(help: help("Son coût en euros, payé l’année où elle démarre.", "Its cost in euros, paid in the year it starts."))
    var cost: String?
    @Option(
        name: .customLong("not-before"),
        help: help("Le premier trimestre possible, comme 2027-T1.", "The first quarter possible, such as 2027-Q1."))
    var notBefore: String?
    @Option(name: .customLong("not-after"), help: help("Le dernier trimestre possible.", "The last quarter possible."))
    var notAfter: String?
    @Option(help: help("legale, engagee ou aucune.", "legal, committed or none."))
    var obligation: String?
    @Flag(inversion: .prefixedNo, help: help("Les propositions la laissent de côté.", "Proposals leave it aside."))
    var exclude: Bool?
    @Option(help: help("Ce qui l’impose, ou pourquoi la laisser de côté.", "What requires it, or why to leave it aside."))
    var reason: String?
    @OptionGroup var options: DeskOptions

    private var estimates: Bool { quarters != nil || cost != nil || !days.isEmpty }

    func validate() throws {
        let others = [notBefore, notAfter, obligation, reason].contains { $0 != nil }
        guard estimates || others || exclude != nil else { throw nothingToChange() }
    }

    func run() async throws {
        var typed = Typed()
        let level = typed.level(stage, .needs)
        let length = typed.count(quarters, .quarters)
        let money = typed.cents(cost, .cost)
        let efforts = days.compactMap { typed.effort($0) }
        let first = typed.quarter(notBefore, .notBefore)
        let last = typed.quarter(notAfter, .notAfter)
        let duty = typed.obligation(obligation)
        try typed.check()
        try await atDesk(options, needs: .reportOnOwn) { desk in
            let id = try await desk.action(meant).id
            let sheet = try await desk.workspace.needs(of: id, desk.visitor).model
            var edit = ActionNeedsEdit()
            if estimates {
                let key = try stageMeant(level, among: sheet)
                var estimate = sheet.needs.stages[key] ?? StageEstimate()
                if quarters != nil { estimate.quarters = length }
                if cost != nil { estimate.cost = money }
                for (name, days) in efforts {
                    let unit = (sheet.directions + sheet.others).first { $0.name.folded == name.folded }
                    guard let unit else { throw DomainError.invalid(.staffDays, .planning(.notADirection(name))) }
                    estimate.effort[unit.id] = days
                }
                edit.stages[key] = estimate
            }
            if notBefore != nil || notAfter != nil {
                edit.window = .init(
                    notBefore: notBefore == nil ? sheet.needs.notBefore : first, notAfter: notAfter == nil ? sheet.needs.notAfter : last)
            }
            if obligation != nil || exclude != nil || reason != nil {
                let excluded = exclude ?? sheet.needs.isExcluded
                let standing = obligation == nil ? sheet.needs.obligation : duty
                edit.standing = .init(
                    obligation: standing, isExcluded: excluded, reason: reason ?? (standing == nil && !excluded ? "" : sheet.needs.reason))
            }
            _ = try await desk.workspace.setNeeds(of: id, reading: sheet.needs.version, edit, as: desk.visitor)
            try await desk.answerNeeds(of: id)
        }
    }

    /// The next stage of that level, or the only one ahead.
    private func stageMeant(_ level: EngagementLevel?, among sheet: NeedsSheet) throws -> StageKey {
        if let level {
            guard let found = sheet.remaining.first(where: { $0.level == level }) else {
                throw DomainError.invalid(.needs, .planning(.stageNotAhead(level)))
            }
            return found.key
        }
        guard let only = sheet.remaining.first else { throw DomainError.invalid(.needs, .actionClosed) }
        guard sheet.remaining.count == 1 else {
            throw DomainError.invalid(.needs, .ambiguous("--stage", sheet.remaining.map { Speech.words.stage($0.key) }))
        }
        return only.key
    }
}

extension Typed {
    fileprivate mutating func count(_ text: String?, _ field: Field) -> Int? {
        guard let text, !text.isEmpty else { return nil }
        if let number = Int(text) { return number }
        refuse(field, .notANumber(text))
        return nil
    }

    fileprivate mutating func quarter(_ text: String?, _ field: Field) -> Period? {
        guard let text, !text.isEmpty else { return nil }
        if let quarter = Period(quarter: text) { return quarter }
        refuse(field, .planning(.notAQuarter(text)))
        return nil
    }

    /// Nothing for « aucune ».
    fileprivate mutating func obligation(_ text: String?) -> Obligation? {
        guard let text, !text.isEmpty, !["aucune", "none"].contains(text.folded) else { return nil }
        if let obligation = Obligation(word: text) { return obligation }
        refuse(.obligation, .notAChoice(text, among: Obligation.allCases.map { Speech.words.obligation($0) } + ["aucune"]))
        return nil
    }

    /// « Achats=4 »; without a number, it is not estimated any more.
    fileprivate mutating func effort(_ text: String) -> (name: String, days: Double?)? {
        guard let mark = text.lastIndex(of: "="), mark > text.startIndex else {
            refuse(.staffDays, .planning(.unknownKey(text, among: ["Direction=5"])))
            return nil
        }
        let figure = String(text[text.index(after: mark)...])
        guard !figure.isEmpty else { return (String(text[..<mark]), nil) }
        switch Figure.reading(figure) {
        case .success(let days): return (String(text[..<mark]), days)
        case .failure(let rule):
            refuse(.staffDays, .figure(rule))
            return nil
        }
    }
}

extension Desk {
    fileprivate func answerNeeds(of id: ActionID) async throws {
        let sheet = try await workspace.needs(of: id, visitor).model
        let names = Dictionary(uniqueKeysWithValues: (sheet.directions + sheet.others).map { ($0.id, $0.name) })
        let unknown = words.notEstimated.lowercased()
        func efforts(_ stage: RemainingStage) -> [(String, Double)] {
            stage.effort.map { (names[$0.key] ?? "", $0.value) }.sorted { $0.0 < $1.0 }
        }
        let stages = sheet.remaining
        try output.answer(
            Table(
                headers: [words.say("Étape", "Stage")] + [.quarters, .staffDays, .cost].map(words.field),
                rows: stages.map { stage in
                    let length = stage.quarters.map { words.quarters($0) + (stage.isFromDates ? words.say(" (dates)", " (dates)") : "") }
                    let days = efforts(stage).map { "\($0.0) \(words.figure($0.1, decimals: 2))" }.joined(separator: "\n")
                    let cost = sheet.readsInternal ? stage.cost.map { words.money(cents: $0) } ?? unknown : ""
                    return [.text(words.stage(stage.key)), .text(length ?? unknown), .text(days.isEmpty ? unknown : days), Cell(cost)]
                }),
            [
                "action": .text(id.description), "estimated": .bool(!stages.isEmpty && stages.allSatisfy(\.isEstimated)),
                "stages": .array(
                    stages.map { stage in
                        [
                            "level": .text(stage.level.rawValue), "rank": .number(stage.key.rank), "begun": JSON(stage.begun?.code),
                            "quarters": JSON(stage.quarters), "fromDates": .bool(stage.isFromDates),
                            "days": .object(efforts(stage).map { (key: $0.0, value: .decimal($0.1)) }),
                            "cost": sheet.readsInternal ? JSON(stage.cost.map { Double($0) / 100 }) : nil,
                        ]
                    }),
                "notBefore": JSON(sheet.needs.notBefore?.code), "notAfter": JSON(sheet.needs.notAfter?.code),
                "obligation": JSON(sheet.needs.obligation?.rawValue), "excluded": .bool(sheet.needs.isExcluded),
                "reason": .text(sheet.needs.reason),
            ])
    }
}
