/// How an installation starts: its organisation, or a demonstration of it.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct Initialise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: say("Créer une organisation et le compte qui l’administre.", "Create an organisation and its administrator."),
        discussion: example(
            "jalon init --organisation \"Ville de Valmont\" --admin-email a@example.org --admin-password-file pw.txt",
            "jalon init --organisation \"Ville de Valmont\" --admin-email a@example.org --admin-password-file - < pw.txt"))

    @Option(help: help("Le nom de l’organisation.", "The organisation’s name.", value: "name"))
    var organisation: String
    @Option(
        help: help("Son nom court, dans les adresses\u{A0}; tiré du nom par défaut.", "Its short name, in addresses; made from the name."))
    var slug: String?
    @Option(help: help("L’adresse électronique de la personne qui l’administre.", "The administrator’s e-mail address.", value: "e-mail"))
    var adminEmail: String
    @Option(help: help("Son nom\u{A0}; par défaut, son adresse.", "The administrator’s name; the address by default.", value: "name"))
    var adminName: String?
    @Option(
        help: help(
            "Le fichier du mot de passe (12 signes au moins)\u{A0}; - pour l’entrée standard\u{A0}; inutile pour un compte qui existe déjà.",
            "The file of the password (at least 12 characters); - for standard input; not needed for an account that exists.",
            value: "file"))
    var adminPasswordFile: String?
    @Option(help: help("Le fuseau horaire.", "The time zone."))
    var timeZone = "Europe/Paris"
    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let password = try adminPasswordFile.map { try readSecret($0, option: "--admin-password-file") } ?? ""
        let new = NewOrganisation(
            name: organisation, slug: slug ?? "", timeZone: timeZone, administratorName: adminName ?? adminEmail, email: adminEmail,
            password: password)
        try await place.withWorkspace(creating: true) { workspace in
            do {
                let made = try await workspace.create(new, door: .commandLine)
                try Output(format: output.format).answer(
                    say("Organisation créée\u{A0}: \(made.name) (\(made.slug)).", "Organisation created: \(made.name) (\(made.slug))."),
                    [
                        "organisation": .text(made.name), "slug": .text(made.slug), "timeZone": .text(made.timeZone),
                        "administrator": .text(adminEmail),
                    ])
            } catch let error as DomainError {
                throw Failure(
                    error,
                    options: [
                        .name: "--organisation", .email: "--admin-email", .person: "--admin-name", .password: "--admin-password-file",
                    ])
            }
        }
    }
}

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Remplir une base vide avec l’exemple d’une organisation inventée.",
            "Fill an empty database with the example of an invented organisation."),
        discussion: example("jalon demo --data ./jalon-demo", "jalon serve --data ./jalon-demo"))

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.withWorkspace(creating: true) { workspace in
            guard try await workspace.isEmpty() else {
                throw Failure(
                    .data,
                    say(
                        "Ces données contiennent déjà une organisation. Indiquez un autre dossier avec --data pour la démonstration.",
                        "This data holds an organisation already. Give another folder with --data for the demonstration."))
            }
            let accounts = try await Demonstration.load(into: workspace)
            let words = Speech.words
            let rows = accounts.map { account -> [Cell] in
                [
                    .text(words.role(account.role)), .text(account.email),
                    // Scripts read this line: its colon stands close to the word in both languages.
                    .text("\(words.field(.password).lowercased()): \(account.password)"),
                ]
            }
            let output = Output(format: nil)
            try output.write(TextTable.write(Table(headers: [], rows: rows)))
            let serve = place.address == nil ? "jalon serve --data \(place.folder)" : "jalon serve"
            try output.write(
                say(
                    "Adresse\u{A0}: http://127.0.0.1:8080/ une fois lancé «\u{A0}\(serve)\u{A0}».\n",
                    "Address: http://127.0.0.1:8080/ once “\(serve)” runs.\n"))
        }
    }
}
