/// A plan's actions as CSV, or the whole plan as JSON.
import ArgumentParser
import Foundation
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Exporter un plan\u{A0}: ses actions en CSV, ou le tout en JSON.", "Export a plan: its actions as CSV, or all of it as JSON."),
        discussion: example("jalon export --plan 1 --output actions.csv", "jalon export --plan 1 --format json"))

    @Option(
        help: help(
            "Le plan\u{A0}; par défaut, le seul qui soit ouvert.", "The plan; by default, the only one that is open.", value: "number"))
    var plan: Int?
    @Option(
        help: help(
            "Le fichier à écrire\u{A0}; par défaut, la sortie standard.", "The file to write; standard output by default.", value: "file")
    )
    var output: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, form, needs: .read) { desk in
            let bytes =
                switch form.format ?? .csv {
                case .csv, .table: try await csv(desk)
                case .json: Array(try await json(desk).written.utf8)
                }
            guard let output else { return try desk.output.write(bytes) }
            do {
                try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
            } catch {
                throw Failure(
                    .cannotCreate,
                    say(
                        "«\u{A0}\(output)\u{A0}» ne peut pas être écrit. Vérifiez le dossier et ses droits.",
                        "“\(output)” cannot be written. Check the folder and its permissions."))
            }
        }
    }

    private func csv(_ desk: Desk) async throws -> [UInt8] {
        let (plan, today) = try await desk.plan(self.plan)
        let records = try await desk.workspace.export(of: plan.number, .byNumber, desk.visitor).model
        let (headers, rows) = actionTable(records, words: desk.words, today: today, machine: false)
        return desk.output.csv(Table(headers: headers, rows: rows))
    }

    private func json(_ desk: Desk) async throws -> JSON {
        let (plan, today) = try await desk.plan(self.plan)
        var archived = ActionQuery.byNumber
        archived.filter.archived = true
        let active = try await desk.workspace.export(of: plan.number, .byNumber, desk.visitor).model
        let put = try await desk.workspace.export(of: plan.number, archived, desk.visitor).model
        let sheet = try await desk.workspace.plan(plan.number, desk.visitor).model
        let catalogue = sheet.catalogues.first { $0.id == plan.catalogue }?.reference.description
        return planJSON(plan, catalogue: catalogue).adding([
            "exportedOn": .text(today.iso),
            "actions": .array((active + put).map { actionJSON($0, today: today) }),
        ])
    }
}

extension ActionQuery {
    /// All actions, in the order of their numbers.
    static var byNumber: ActionQuery {
        var query = ActionQuery()
        query.sort = .number
        return query
    }
}
