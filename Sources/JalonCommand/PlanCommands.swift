/// Plans: create, list, show, edit.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: say("Les plans d’action.", "The action plans."),
        discussion: example("jalon plan create --title \"Plan NR 2026-2028\" --from 2026-01-01 --to 2028-12-31", "jalon plan show 1"),
        subcommands: [
            PlanCreate.self, PlanList.self, PlanShow.self, PlanEditing.self, PlanPropose.self, PlanWithdraw.self, PlanValidate.self,
            PlanCommunicate.self, PlanClose.self, PlanCheck.self, PlanCoverageCommand.self, PlanVersionsCommand.self,
            PlanDiffCommand.self, PlanPublish.self, PlanUnpublish.self, PlanGainsCommand.self, PlanOverlap.self, PlanRank.self,
            PlanWeights.self, PlanWorkshop.self, PlanMeansCommand.self, PlanOptimise.self, PlanScenario.self, PlanRoadmap.self,
        ])
}

struct PlanCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: say("Créer un plan.", "Create a plan."),
        discussion: example("jalon plan create --title \"Plan NR 2026-2028\" --from 2026-01-01 --to 2028-12-31"))

    @Option(help: help("Son titre.", "Its title."))
    var title: String
    @Option(help: help("Son premier jour, comme 2026-01-01.", "Its first day, such as 2026-01-01.", value: "day"))
    var from: String
    @Option(help: help("Son dernier jour.", "Its last day.", value: "day"))
    var to: String
    @Option(help: help("Sa raison d’être.", "Its purpose."))
    var purpose: String?
    @Option(help: help("Ses objectifs communs.", "Its common objectives."))
    var objectives: String?
    @Option(
        help: help(
            "Le guide auquel il répond\u{A0}; le dernier importé par défaut.", "The guide it answers to; the last imported by default.",
            value: "name@version"))
    var catalogue: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let days = (from: typed.day(from, .from), to: typed.day(to, .to))
        if days.from == nil { typed.require(.from) }
        if days.to == nil { typed.require(.to) }
        try typed.check()
        guard let first = days.from, let last = days.to else { return }
        let edit = PlanEdit(title: title, from: first, to: last, purpose: purpose ?? "", commonObjectives: objectives ?? "")
        try await atDesk(options, needs: .editPlan) { desk in
            let plan = try await desk.workspace.createPlan(edit, catalogue: catalogue, as: desk.visitor)
            try await desk.answer(plan.number)
        }
    }
}

extension Desk {
    /// What a change gave: the plan in a sentence, or as JSON.
    func answer(_ number: Int) async throws {
        let sheet = try await workspace.plan(number, visitor).model
        let catalogue = sheet.catalogues.first { $0.id == sheet.plan.catalogue }?.reference.description
        try output.answer(
            words.sentence(of: sheet.plan) + (catalogue.map { " [\($0)]" } ?? ""), planJSON(sheet.plan, catalogue: catalogue))
    }
}

struct PlanList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les plans.", "List the plans."), discussion: example("jalon plan list"))

    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let words = desk.words
            let plans = try await desk.workspace.plans(desk.visitor).model
            let catalogues = Dictionary(
                uniqueKeysWithValues: try await desk.workspace.catalogues(desk.visitor).model.map { ($0.id, $0.reference.description) })
            try desk.output.answer(
                Table(
                    headers: [.plan, .title, .from, .to, .state, .catalogue].map(words.field),
                    rows: plans.map {
                        [
                            .integer($0.number), .text($0.title), .day($0.from), .day($0.to), .text(words.planState($0.state)),
                            Cell(catalogues[$0.catalogue]),
                        ]
                    }),
                .array(plans.map { planHeadJSON($0, catalogue: catalogues[$0.catalogue]) }))
        }
    }
}

struct PlanShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer où en est un plan.", "Show where a plan stands."),
        discussion: example("jalon plan show 1", "jalon plan show 1 --format json"))

    @Argument(help: help("Son numéro\u{A0}; par défaut, le seul qui soit ouvert.", "Its number; by default, the only one that is open."))
    var number: Int?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let (plan, today) = try await desk.plan(number)
            let overview = try await desk.workspace.overview(of: plan.number, desk.visitor).model
            switch desk.output.format ?? .table {
            case .table, .csv:
                try desk.output.answer(overviewTable(overview, desk.words), nil)
            case .json:
                // Practice a.2's own indicator is the list itself, with its dates.
                let records = try await desk.workspace.export(of: plan.number, .byNumber, desk.visitor).model
                let themes = try await desk.catalogue(of: plan).themes
                try desk.output.write(overviewJSON(overview, records, themes: themes, today: today).written)
            }
        }
    }
}

struct PlanEditing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: say("Modifier un plan\u{A0}; ce qui n’est pas donné reste.", "Edit a plan; what is not given stays."),
        discussion: example("jalon plan edit 1 --purpose \"Réduire l’empreinte du parc\"", "jalon plan edit 1 --catalogue guide-nr@2"))

    @Argument(help: help("Son numéro\u{A0}; par défaut, le seul qui soit ouvert.", "Its number; by default, the only one that is open."))
    var number: Int?
    @Option(help: help("Son titre.", "Its title."))
    var title: String?
    @Option(help: help("Son premier jour.", "Its first day.", value: "day"))
    var from: String?
    @Option(help: help("Son dernier jour.", "Its last day.", value: "day"))
    var to: String?
    @Option(help: help("Sa raison d’être.", "Its purpose."))
    var purpose: String?
    @Option(help: help("Ses objectifs communs.", "Its common objectives."))
    var objectives: String?
    @Option(help: help("Le guide auquel il répond désormais.", "The guide it answers to from now on.", value: "name@version"))
    var catalogue: String?
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard [title, from, to, purpose, objectives, catalogue].contains(where: { $0 != nil }) else { throw nothingToChange() }
    }

    func run() async throws {
        var typed = Typed()
        let days = (from: typed.day(from, .from), to: typed.day(to, .to))
        try typed.check()
        try await atDesk(options, needs: .editPlan) { desk in
            let plan = try await desk.plan(number).plan
            let edit = PlanEdit(
                title: title ?? plan.title, from: days.from ?? plan.from, to: days.to ?? plan.to, purpose: purpose ?? plan.purpose,
                commonObjectives: objectives ?? plan.commonObjectives)
            try await desk.workspace.editPlan(plan.number, reading: plan.version, edit, catalogue: catalogue, as: desk.visitor)
            try await desk.answer(plan.number)
        }
    }
}

func nothingToChange() -> ValidationError {
    ValidationError(
        say(
            "Rien à changer\u{A0}: donnez au moins une option (voir --help).", "Nothing to change: give at least one option (see --help)."))
}
