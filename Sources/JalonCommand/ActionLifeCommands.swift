/// The life of actions as things: duplicate, split, merge, link.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct ActionDuplicate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicate",
        abstract: say(
            "Dupliquer une action\u{A0}: la copie repart de sa première étape.",
            "Duplicate an action: the copy starts again at its first stage."
        ),
        discussion: example("jalon action duplicate 1/12 --label \"Garder les écrans huit ans\""))

    @Argument(help: help("Son numéro, comme 1/12 ou 12.", "Its number, such as 1/12 or 12."))
    var action: String
    @OptionGroup var plan: PlanOption
    @Option(help: help("Le libellé de la copie.", "The label of the copy."))
    var label: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .editPlan) { desk in
            let id = try await desk.action(action, plan: plan.plan).id
            let original = try await desk.workspace.action(id, desk.visitor).model.action.label
            let copied = try await desk.workspace.duplicate(id, label: label ?? desk.words.copy(of: original), as: desk.visitor)
            try await desk.answer(copied)
        }
    }
}

struct ActionSplit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: say("Diviser une action en plusieurs.", "Split an action into several."),
        discussion: example("jalon action split 1/12 --part \"Garder les portables\" --part \"Garder les écrans\" --move 2=a.2 --archive"))

    @Argument(help: help("Son numéro, comme 1/12 ou 12.", "Its number, such as 1/12 or 12."))
    var action: String
    @OptionGroup var plan: PlanOption
    @Option(
        help: help("Le libellé d’une partie\u{A0}; une option pour chacune.", "The label of a part; one option for each.", value: "label"))
    var part: [String] = []
    @Option(
        help: help(
            "Ce qu’une partie emporte\u{A0}: son rang, puis une bonne pratique, un objectif, un indicateur ou un jalon\u{A0}; plusieurs fois possible.",
            "What a part takes along: its rank, then a practice, objective, indicator or milestone; may be repeated.", value: "rank=what"))
    var move: [String] = []
    @Flag(help: help("L’action d’origine est archivée.", "The original action is archived."))
    var archive = false
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .editPlan) { desk in
            let id = try await desk.action(action, plan: plan.plan).id
            let original = try await desk.workspace.action(id, desk.visitor).model.action
            var parts = part.map { PartInput(part: ActionPart(label: $0, pilot: nil), pilot: "") }
            for move in move { try give(move, of: original, to: &parts) }
            let (made, created) = try await desk.workspace.split(
                id, reading: original.version, into: parts, staysOpen: !archive, as: desk.visitor)
            desk.sayCreated(created)
            switch output.format ?? .table {
            case .table, .csv: for action in made { try desk.output.answer(desk.words.sentence(of: action), nil) }
            case .json:
                var all: [JSON] = []
                for action in made { all.append(try await desk.json(of: action.id)) }
                try desk.output.write(JSON.array(all).written)
            }
        }
    }

    /// `2=a.2`: what is after the sign goes to the second part.
    private func give(_ move: String, of action: Action, to parts: inout [PartInput]) throws {
        let sides = move.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2, let rank = Int(sides[0]), parts.indices.contains(rank - 1) else {
            throw DomainError.invalid(.parts, .unknown(move))
        }
        let what = sides[1]
        var part = parts[rank - 1].part
        if action.practices.contains(what) {
            part.practices.append(what)
        } else if action.objectives.contains(what) {
            part.objectives.append(what)
        } else if action.indicators.contains(what) {
            part.indicators.append(what)
        } else if let milestone = action.milestones.first(where: { $0.title == what }) {
            part.milestones.append(milestone)
        } else {
            throw DomainError.invalid(.parts, .unknown(what))
        }
        parts[rank - 1].part = part
    }
}

struct ActionMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: say(
            "Fusionner d’autres actions dans celle-ci\u{A0}; elles sont archivées.", "Merge other actions into this one; they are archived."
        ),
        discussion: example("jalon action merge 1/12 --with 15 --with 18 --take label=15"))

    @Argument(help: help("Son numéro, comme 1/12 ou 12.", "Its number, such as 1/12 or 12."))
    var action: String
    @OptionGroup var plan: PlanOption
    @Option(
        help: help(
            "Une action à y fusionner\u{A0}; plusieurs fois possible.", "An action to merge into it; may be repeated.", value: "number"))
    var with: [String] = []
    @Option(
        help: help(
            "Le champ qui prend la réponse d’une autre\u{A0}: label, description, axis, pilot, plannedStart, due, difficulty, impact, effort, cost ou visibility.",
            "The field that takes another’s answer: label, description, axis, pilot, plannedStart, due, difficulty, impact, effort, cost or visibility.",
            value: "field=number"))
    var take: [String] = []
    @Option(help: help("Pourquoi l’échéance change, une fois le plan validé.", "Why the due date changes, once the plan is validated."))
    var reason: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .editPlan) { desk in
            let id = try await desk.action(action, plan: plan.plan).id
            var others: [ActionID] = []
            for other in with { others.append(try await desk.otherAction(other, beside: id)) }
            var choices: [Field: Int] = [:]
            for choice in take {
                let sides = choice.split(separator: "=", maxSplits: 1).map(String.init)
                guard sides.count == 2, let field = Field(rawValue: sides[0]), Action.chosenWhenMerged.contains(field),
                    let number = Int(sides[1])
                else { throw DomainError.invalid(.actions, .unknown(choice)) }
                choices[field] = number
            }
            let input = MergeInput(others: others, choices: choices, reason: reason ?? "", reading: [:])
            try await desk.answer(try await desk.workspace.merge(id, input, as: desk.visitor))
        }
    }
}

struct ActionLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: say("Lier une action à une autre du même plan.", "Link an action to another of the same plan."),
        discussion: example("jalon action link 1/12 --depends-on 5", "jalon action link 1/12 --depends-on 5 --remove"))

    @Argument(help: help("Son numéro, comme 1/12 ou 12.", "Its number, such as 1/12 or 12."))
    var action: String
    @OptionGroup var plan: PlanOption
    @Option(help: help("L’action qui doit être en vigueur d’abord.", "The action that must be in force first.", value: "number"))
    var dependsOn: String?
    @Option(help: help("L’action avec laquelle elle fait double emploi.", "The action that it duplicates.", value: "number"))
    var duplicates: String?
    @Option(help: help("L’action à laquelle elle est liée.", "The action that it relates to.", value: "number"))
    var relatesTo: String?
    @Flag(help: help("Retirer le lien.", "Remove the link."))
    var remove = false
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    private var asked: [(kind: ActionLinkKind, other: String)] {
        [(ActionLinkKind.dependsOn, dependsOn), (.duplicates, duplicates), (.relatesTo, relatesTo)].compactMap { kind, other in
            other.map { (kind, $0) }
        }
    }

    func validate() throws {
        guard asked.count == 1 else {
            throw ValidationError(
                say(
                    "Donnez un lien\u{A0}: --depends-on, --duplicates ou --relates-to.",
                    "Give one link: --depends-on, --duplicates or --relates-to."))
        }
    }

    func run() async throws {
        try await atDesk(place, actor, output, needs: .editPlan) { desk in
            let id = try await desk.action(action, plan: plan.plan).id
            for (kind, text) in asked {
                let other = try await desk.otherAction(text, beside: id)
                guard other.plan == id.plan else { throw DomainError.invalid(.links, .otherPlan) }
                if remove {
                    try await desk.workspace.unlink(id, kind, to: other.number, as: desk.visitor)
                } else {
                    try await desk.workspace.link(id, kind, to: other.number, as: desk.visitor)
                }
            }
            try await desk.answer(Changed(action: try await desk.workspace.action(id, desk.visitor).model.action, created: []))
        }
    }
}

extension Desk {
    /// « 5 » in the same plan, or « 1/5 ».
    fileprivate func otherAction(_ text: String, beside id: ActionID) async throws -> ActionID {
        try await action(text, plan: text.contains("/") ? nil : id.plan).id
    }
}
