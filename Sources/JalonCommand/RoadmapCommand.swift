/// The roadmap of a plan as a command: each stage and milestone by date, by axis or by direction.
import ArgumentParser
import JalonDomain
import JalonStore
import JalonWorkspace

struct PlanRoadmap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: say(
            "La feuille de route\u{A0}: étapes, jalons, dépendances, comités, charge et capacité.",
            "The roadmap: stages, milestones, dependencies, committees, load and capacity."),
        discussion: example("jalon plan roadmap --plan 1 --group unit", "jalon plan roadmap --plan 1 --format json"))

    @OptionGroup var plan: PlanOption
    @Option(help: help("Par axe (axis) ou par direction (unit).", "By axis or by unit.", value: "axis|unit"))
    var group: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            var typed = Typed()
            let grouping = typed.roadmapGrouping(group) ?? .axis
            try typed.check()
            let number = try await desk.plan(plan.plan).plan.number
            let roadmap = try await desk.workspace.roadmap(of: number, by: grouping, ActionFilter(), desk.visitor).model
            let table = roadmapTable(roadmap, desk.words)
            try desk.output.answer(Table(headers: table.headers, rows: table.rows), roadmapJSON(roadmap))
        }
    }
}

extension Typed {
    fileprivate mutating func roadmapGrouping(_ text: String?) -> RoadmapGrouping? {
        guard let text else { return nil }
        if let grouping = RoadmapGrouping(word: text) { return grouping }
        refuse(.query, .notAChoice(text, among: RoadmapGrouping.allCases.map(\.rawValue)))
        return nil
    }
}
