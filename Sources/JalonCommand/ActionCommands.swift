/// Actions: add, list, show, update, archive, restore.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct ActionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: say("Les actions d’un plan.", "The actions of a plan."),
        discussion: example("jalon action list --plan 1 --late", "jalon action stage 12 --start"),
        subcommands: [
            ActionAdd.self, ActionList.self, ActionShow.self, ActionUpdate.self, ActionStage.self, ActionDuplicate.self, ActionSplit.self,
            ActionMerge.self, ActionLinkCommand.self, ActionMilestone.self, ActionNote.self, ActionObjective.self, ActionGain.self,
            ActionJudge.self, ActionNeedsCommand.self, ActionArchive.self, ActionRestore.self,
        ])
}

struct PlanOption: ParsableArguments {
    @Option(
        help: help(
            "Le plan\u{A0}; par défaut, le seul qui soit ouvert.", "The plan; by default, the only one that is open.", value: "number"))
    var plan: Int?
}

/// Which action is meant.
struct ActionMeant: ParsableArguments {
    @Argument(help: help("Son numéro, comme 1/12 ou 12.", "Its number, such as 1/12 or 12."))
    var action: String
    @OptionGroup var plan: PlanOption
}

struct ActionAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: say(
            "Ajouter une action, d’après une bonne pratique, un modèle ou rien.", "Add an action, from a practice, a template or nothing."),
        discussion: example(
            "jalon action add --plan 1 --practice a.2 --pilot \"Direction générale\" --level reflexion --due 2026-06-30",
            "jalon action add --plan 1 --template \"Garder six ans\" --level realisation"))

    @OptionGroup var plan: PlanOption
    @Option(
        help: help(
            "Le niveau d’engagement\u{A0}: reflexion, experimentation ou realisation.",
            "The engagement level: reflection, experimentation or implementation."))
    var level: String?
    @Option(
        help: help(
            "Pour ce qui est déjà en place\u{A0}: suivi, developpement ou amelioration.",
            "For what is already in place: monitoring, development or improvement."))
    var commitment: String?
    @Option(
        help: help(
            "Le niveau d’une étape prévue ensuite\u{A0}; plusieurs fois possible.", "The level of a stage planned next; may be repeated.",
            value: "level"))
    var then: [String] = []
    @Option(
        help: help(
            "Le modèle dont l’action part\u{A0}: son nom ou son numéro.", "The template that it starts from: its name or its number."))
    var template: String?
    @OptionGroup var fields: ActionFieldOptions
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let (plan, today) = try await desk.plan(self.plan.plan)
            var new = try await proposal(desk, plan, today)
            var typed = Typed()
            fields.apply(to: &new.input, axes: plan.axes, &typed)
            new.start.commitment = typed.commitment(commitment)
            new.start.then = then.compactMap { typed.level($0, .path) }
            if let level = typed.level(level) {
                new.start.level = level
            } else if new.start.commitment != nil, level == nil {
                new.start.level = .implementation
            } else if fields.practice.isEmpty {
                typed.require(.level)
            }
            if new.input.edit.label.isEmpty { typed.require(.label) }
            try typed.check()
            let changed = try await desk.workspace.addAction(new, to: plan.number, as: desk.visitor)
            try await desk.answer(changed)
        }
    }

    /// What the template or else the first practice suggests, but for its pilot: on the command line, nobody is named who was not typed.
    private func proposal(_ desk: Desk, _ plan: Plan, _ today: Day) async throws -> NewAction {
        if let template { return .proposed(from: try await desk.template(template), in: plan, today: today) }
        if let first = fields.practice.first, let practice = try await desk.catalogue(of: plan).practice(first) {
            var new = NewAction.proposed(for: practice, in: plan, from: nil, desk.words.language, today: today)
            new.input.pilot = ""
            return new
        }
        return NewAction(
            input: ActionInput(
                // A practice that does not exist is refused by its own rule, not for the label it would have given.
                edit: ActionEdit(label: fields.practice.first ?? "", identifiedOn: today), pilot: "", contributors: [], perimeter: []),
            start: ActionStart(level: .reflection, commitment: nil, then: []))
    }
}

extension Desk {
    /// What a change gave: the action in a sentence, or in full as JSON.
    func answer(_ changed: Changed) async throws {
        sayCreated(changed.created)
        try await answer(words.sentence(of: changed.action), about: changed.action.id)
    }

    /// The same where the sentence is another.
    func answer(_ sentence: String, about id: ActionID) async throws {
        switch output.format ?? .table {
        case .table, .csv: try output.answer(sentence, nil)
        case .json: try output.write(try await json(of: id).written)
        }
    }

    func json(of id: ActionID) async throws -> JSON {
        let seen = try await workspace.action(id, visitor)
        let sheet = seen.model
        return actionJSON(
            sheet.action, axis: sheet.plan.axes.first { $0.number == sheet.action.axis }?.title ?? "",
            priority: sheet.practices.map(\.priority).min(), direction: sheet.direction ?? "", names: sheet.names, today: seen.today
        ).adding([
            "measures": .array(
                sheet.indicators.map { row in
                    [
                        "id": .number(row.indicator.number), "name": .text(row.indicator.name), "status": .text(row.status.rawValue),
                        "last": JSON(row.last?.value), "lastOn": JSON(row.last?.on.iso),
                    ]
                }),
            "objectiveAssessments": .array(
                sheet.assessments.map { assessment in
                    [
                        "objective": .text(assessment.objective), "verdict": .text(assessment.verdict.rawValue),
                        "on": .text(assessment.on.iso), "comment": .text(assessment.comment),
                    ]
                }),
        ])
    }
}

struct ActionShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer une action.", "Show an action."),
        discussion: example("jalon action show 1/12", "jalon action show 12 --format json"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let id = try await desk.action(meant).id
            switch desk.output.format ?? .table {
            case .json:
                let sheet = try await desk.workspace.action(id, desk.visitor).model
                let notes = sheet.notes.map { JSON.array($0.map(noteJSON)) }
                let links = JSON.array(
                    sheet.links.map {
                        [
                            "kind": .text($0.kind.rawValue), "from": .bool($0.isOwn), "action": .text("\(id.plan)/\($0.number)"),
                            "label": .text($0.label), "closed": .bool($0.closed), "archived": .bool($0.archived),
                        ]
                    })
                try desk.output.write(try await desk.json(of: id).adding(["notes": notes ?? .null, "links": links]).written)
            case .table, .csv:
                let seen = try await desk.workspace.action(id, desk.visitor)
                try desk.output.answer(sheetTable(seen.model, today: seen.today, zone: seen.zone, desk.words), nil)
            }
        }
    }
}

struct ActionUpdate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: say(
            "Modifier une action\u{A0}; ce qui n’est pas donné reste, un texte vide vide.",
            "Update an action; what is not given stays, an empty text empties."),
        discussion: example("jalon action update 1/12 --pilot \"Direction des achats\" --impact 4 --cost 38000"))

    @OptionGroup var meant: ActionMeant
    @Option(help: help("Pourquoi l’échéance change, une fois le plan validé.", "Why the due date changes, once the plan is validated."))
    var reason: String?
    @Option(
        help: help(
            "Le niveau d’une étape prévue ensuite, à la place de celles qui le sont\u{A0}; plusieurs fois possible.",
            "The level of a stage planned next, instead of those that are; may be repeated.", value: "level"))
    var then: [String] = []
    @OptionGroup var fields: ActionFieldOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard !fields.isEmpty || reason != nil || !then.isEmpty else { throw nothingToChange() }
    }

    func run() async throws {
        var levels = Typed()
        let planned = then.filter { !$0.isEmpty }.compactMap { levels.level($0, .path) }
        try levels.check()
        try await atDesk(options, needs: .editPlan) { desk in
            let (id, _, _) = try await desk.action(meant)
            let sheet = try await desk.workspace.action(id, desk.visitor).model
            let names = sheet.names
            var input = ActionInput(of: sheet.action, names: names)
            var typed = Typed()
            fields.apply(to: &input, axes: sheet.plan.axes, &typed)
            if let reason { input.edit.slippageReason = reason }
            try typed.check()
            // A stage that was planned already keeps what was planned of it.
            var known = sheet.action.path.filter { $0.phase == .planned }
            let stages = planned.map { level in
                let kept = known.firstIndex { $0.level == level }.map { known.remove(at: $0) }
                return PlannedStageInput(
                    level: level, pilot: kept.map { $0.pilot.flatMap { names[$0] } ?? "" } ?? input.pilot, plannedStart: kept?.plannedStart,
                    due: kept?.forecast, perimeter: kept?.perimeter.compactMap { names[$0] } ?? [])
            }
            let changed = try await desk.workspace.edit(
                id, reading: sheet.action.version, input, then: then.isEmpty ? nil : stages, as: desk.visitor)
            try await desk.answer(changed)
        }
    }
}

struct ActionArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: say("Archiver une action\u{A0}: rien n’est perdu.", "Archive an action: nothing is lost."),
        discussion: example("jalon action archive 1/12"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let id = try await desk.action(meant).id
            try await desk.answer(try await desk.workspace.setArchived(true, id, as: desk.visitor))
        }
    }
}

struct ActionRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: say("Restaurer une action archivée.", "Restore an archived action."),
        discussion: example("jalon action restore 1/12"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .editPlan) { desk in
            let id = try await desk.action(meant).id
            try await desk.answer(try await desk.workspace.setArchived(false, id, as: desk.visitor))
        }
    }
}
