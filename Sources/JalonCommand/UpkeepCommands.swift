/// Upkeep: a sound copy of the data, and its verification.
import ArgumentParser
import Foundation
import JalonDomain
import JalonExchange
import JalonWorkspace
import SQL

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Copier la base en marche dans un nouveau fichier.", "Copy the live database to a new file."),
        discussion: example("jalon backup jalon-2026-06-30.sqlite"))

    @Argument(help: help("Le fichier à créer.", "The file to create."))
    var file: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            if desk.workspace.database.engine == "postgres" {
                throw Failure(
                    .unavailable,
                    say(
                        "Ces données sont dans PostgreSQL\u{A0}: utilisez pg_dump --format=custom --file=\(file) avec la même adresse.",
                        "This data is in PostgreSQL: use pg_dump --format=custom --file=\(file) with the same address."))
            }
            try checkTarget()
            // The copy holds the accounts: it is for its owner only.
            let mask = umask(0o077)
            defer { umask(mask) }
            try await desk.workspace.backup(to: file, as: desk.visitor)
            try desk.output.answer(
                desk.words.labelled(say("Copie faite", "Copy made"), file), ["file": .text(file)])
        }
    }

    private func checkTarget() throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure(
                .cannotCreate,
                say(
                    "«\u{A0}\(file)\u{A0}» existe déjà. Une copie se fait dans un nouveau fichier\u{A0}: donnez un autre nom.",
                    "“\(file)” exists already. A copy goes to a new file: give another name."))
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw Failure(
                .cannotCreate,
                say(
                    "«\u{A0}\(file)\u{A0}» ne peut pas être créé\u{A0}: le dossier n’existe pas ou n’est pas ouvert à l’écriture. Donnez-en un autre.",
                    "“\(file)” cannot be created: its folder does not exist or cannot be written. Give another one."))
        }
    }
}

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Vérifier la base\u{A0}: intégrité, liens entre les tables, journal complet.",
            "Check the database: integrity, links between tables, complete journal."),
        discussion: example("jalon verify"))

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        do {
            try await place.withWorkspace { workspace in
                let findings = try await workspace.verify()
                let journal = findings.filter { $0.hasPrefix("journal: ") }
                let engine = findings.filter { !$0.hasPrefix("journal: ") }
                let words = Speech.words
                func verdict(_ name: String, _ found: [String]) -> String {
                    let anomalies = words.count(found.count, say("anomalie", "finding"), say("anomalies", "findings"))
                    return words.labelled(name, found.isEmpty ? "ok" : anomalies)
                }
                switch output.format ?? .table {
                case .json:
                    try Output(format: .json).write(
                        (["ok": .bool(findings.isEmpty), "findings": JSON(findings)] as JSON).written)
                case .table, .csv:
                    let lines = [
                        verdict(say("Base (intégrité, liens entre les tables)", "Database (integrity, links between tables)"), engine),
                        verdict(say("Journal (une entrée par changement)", "Journal (one entry per change)"), journal),
                    ]
                    try Output(format: nil).write(lines.joined(separator: "\n") + "\n")
                }
                guard findings.isEmpty else { throw Findings(lines: findings) }
            }
        } catch let findings as Findings {
            throw Failure(.data, findings.lines)
        } catch let error as SQLError where place.address == nil {
            // A file that the engine cannot read at all is what verification is there to say.
            throw Failure(.data, [error.message])
        }
    }

    private struct Findings: Error {
        let lines: [String]
    }
}
