/// A plan's life: proposed, withdrawn, validated, communicated, closed.
import ArgumentParser
import JalonDomain
import JalonWorkspace

/// Which plan is meant, and what its commands share.
struct PlanNumber: ParsableArguments {
    @Argument(help: help("Le plan\u{A0}; par défaut, le seul qui soit ouvert.", "The plan; by default, the only one that is open."))
    var number: Int?
    @OptionGroup var options: DeskOptions

    /// Changes the plan, then answers with it.
    func change(_ body: (Desk, _ number: Int, _ today: Day) async throws -> Void) async throws {
        try await atDesk(options, needs: .decide) { desk in
            let (plan, today) = try await desk.plan(number)
            try await body(desk, plan.number, today)
            try await desk.answer(plan.number)
        }
    }
}

struct PlanPropose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: say("Proposer un plan à la validation.", "Propose a plan for validation."),
        discussion: example("jalon plan propose 1"))
    @OptionGroup var plan: PlanNumber

    func run() async throws {
        try await plan.change { desk, number, _ in try await desk.workspace.propose(number, reading: nil, as: desk.visitor) }
    }
}

struct PlanWithdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: say("Retirer une proposition.", "Withdraw a proposal."),
        discussion: example("jalon plan withdraw 1"))
    @OptionGroup var plan: PlanNumber

    func run() async throws {
        try await plan.change { desk, number, _ in try await desk.workspace.withdraw(number, reading: nil, as: desk.visitor) }
    }
}

struct PlanValidate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: say("Enregistrer la validation d’un plan proposé.", "Record the validation of a proposed plan."),
        discussion: example("jalon plan validate 1 --by \"COPIL\" --person \"Direction générale\" --on 2026-03-12"))
    @OptionGroup var plan: PlanNumber
    @Option(help: help("L’instance qui valide.", "The body that validates.", value: "body"))
    var by: String?
    @Option(help: help("La personne qui valide.", "The person who validates."))
    var person: String?
    @Option(
        help: help(
            "L’instance, comme on l’écrivait avant\u{A0}; --by dit alors la personne.",
            "The body, as it was written before; --by then says the person."))
    var body: String?
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?

    func validate() throws {
        guard body != nil || by != nil else {
            throw ValidationError(say("Donnez l’instance qui valide\u{A0}: --by COPIL.", "Give the body that validates: --by COPIL."))
        }
    }

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        try typed.check()
        let who = body.map { (body: $0, person: person ?? by ?? "") } ?? (body: by ?? "", person: person ?? "")
        try await plan.change { desk, number, today in
            let validation = Validation(on: day ?? today, body: who.body, person: who.person)
            try await desk.workspace.validate(number, reading: nil, validation, as: desk.visitor)
        }
    }
}

struct PlanCommunicate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "communicate",
        abstract: say("Enregistrer la communication d’un plan validé.", "Record the communication of a validated plan."),
        discussion: example(
            "jalon plan communicate 1 --to \"Tous les agents\" --channel intranet --proof https://intranet.example.org/plan"))
    @OptionGroup var plan: PlanNumber
    @Option(name: [.customLong("to"), .long], help: help("À qui.", "To whom."))
    var audience: String
    @Option(help: help("Par quel canal\u{A0}; plusieurs fois s’il y en a plusieurs.", "By which channel; several times if several."))
    var channel: [String]
    @Option(help: help("Le lien qui le prouve.", "The link that proves it.", value: "link"))
    var proof: String?
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        try typed.check()
        try await plan.change { desk, number, today in
            let communication = Communication(
                on: day ?? today, audience: audience, channels: channel.joined(separator: ", "), proof: proof ?? "")
            try await desk.workspace.communicate(number, reading: nil, communication, as: desk.visitor)
        }
    }
}

struct PlanClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: say("Clore un plan\u{A0}: il se lit, il ne change plus.", "Close a plan: it is read, no longer changed."),
        discussion: example("jalon plan close 1"))
    @OptionGroup var plan: PlanNumber

    func run() async throws {
        try await plan.change { desk, number, _ in try await desk.workspace.close(number, reading: nil, as: desk.visitor) }
    }
}
