/// Publishing a plan on the command line: on the site, and in a folder of files to be hosted anywhere.
import ArgumentParser
import Foundation
import JalonDomain
import JalonExchange
import JalonStore
import JalonWeb
import JalonWorkspace

struct PlanPublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: say(
            "Publier la version en vigueur, avec l’avancement d’aujourd’hui.",
            "Publish the version in force, with the progress of today."),
        discussion: example("jalon plan publish 1", "jalon plan publish 1 --static ./public"))
    @OptionGroup var plan: PlanNumber
    @Option(
        name: .customLong("static"),
        help: help(
            "Écrire aussi les mêmes pages et les mêmes données dans ce dossier.", "Write the same pages and data into this folder too.",
            value: "folder"))
    var folder: String?

    func run() async throws {
        try await atDesk(plan.options, needs: .decide) { desk in
            let number = try await desk.plan(plan.number).plan.number
            let site = try folder.map(StaticFolder.init)
            defer { site?.leave() }
            let published = try await desk.workspace.publish(number, as: desk.visitor)
            if let site { try site.fill(PublicationFiles.all(of: published, desk.words)) }
            let content = published.content
            let address = "/public/\(published.slug)/plans/\(number)"
            try desk.output.answer(
                [desk.words.publicSituation(content), site.map { $0.path } ?? address].joined(separator: " → "),
                [
                    "plan": .number(number), "version": .number(content.version), "progressAsOf": .text(content.asOf.iso),
                    "publishedAt": .text(published.publication.at.iso), "address": .text(address), "folder": JSON(folder),
                    "actions": .number(content.actions.count),
                ])
        }
    }
}

struct PlanUnpublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpublish", abstract: say("Retirer un plan de la vue du public.", "Withdraw a plan from the public."),
        discussion: example("jalon plan unpublish 1"))
    @OptionGroup var plan: PlanNumber

    func run() async throws {
        try await plan.change { desk, number, _ in try await desk.workspace.withdrawPublication(of: number, as: desk.visitor) }
    }
}

/// A folder that is replaced whole or not at all: filled beside its place, then put there. One that holds anything but an earlier
/// publication is left alone.
private struct StaticFolder {
    let path: String
    private let place: URL
    private let beside: URL

    init(_ path: String) throws {
        self.path = path
        place = URL(fileURLWithPath: path).standardizedFileURL
        beside = place.deletingLastPathComponent().appendingPathComponent(".\(place.lastPathComponent)-\(UUID().uuidString)")
        let files = FileManager.default
        let own: Set<String> = ["index.html", "style.css", "plan.csv", "plan.json", "plan.md", "actions"]
        if files.fileExists(atPath: place.path) {
            guard let there = try? files.contentsOfDirectory(atPath: place.path), own.isSuperset(of: there) else {
                throw Failure(
                    .cannotCreate,
                    say(
                        "«\u{A0}\(path)\u{A0}» contient autre chose qu’une publication. Choisissez un dossier neuf.",
                        "“\(path)” holds something else than a publication. Choose a new folder."))
            }
        }
        do {
            try files.createDirectory(at: beside.appendingPathComponent("actions"), withIntermediateDirectories: true)
        } catch {
            throw refused
        }
    }

    func fill(_ contents: [(path: String, bytes: [UInt8])]) throws {
        let files = FileManager.default
        let before = beside.appendingPathExtension("before")
        do {
            for (path, bytes) in contents { try Data(bytes).write(to: beside.appendingPathComponent(path)) }
            let isThere = files.fileExists(atPath: place.path)
            if isThere { try files.moveItem(at: place, to: before) }
            do {
                try files.moveItem(at: beside, to: place)
            } catch {
                if isThere { try files.moveItem(at: before, to: place) }
                throw error
            }
            if isThere { try files.removeItem(at: before) }
        } catch {
            throw refused
        }
    }

    /// What was not put in its place goes.
    func leave() { try? FileManager.default.removeItem(at: beside) }

    private var refused: Failure {
        Failure(
            .cannotCreate,
            say(
                "«\u{A0}\(path)\u{A0}» ne peut pas être écrit. Vérifiez le dossier et ses droits.",
                "“\(path)” cannot be written. Check the folder and its permissions."))
    }
}
