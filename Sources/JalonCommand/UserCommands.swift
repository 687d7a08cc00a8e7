/// Members: added, invited, listed, their rights, a new password.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: say("Les membres de l’organisation.", "The organisation’s members."),
        discussion: example("jalon user list"),
        subcommands: [UserAdd.self, UserInvite.self, UserList.self, UserRole.self, UserReset.self, UserRemove.self])
}

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Ajouter un membre.", "Add a member."),
        discussion: example(
            "jalon user add --name \"Anne Roux\" --email anne@example.org --role pilote --unit \"Direction des achats\" --password-file pw.txt"
        ))

    @Option(help: help("Son nom.", "The member’s name."))
    var name: String
    @Option(help: help("Son adresse électronique.", "The member’s e-mail address.", value: "e-mail"))
    var email: String
    @Option(
        help: help(
            "Son rôle\u{A0}: administration, coordination, pilote, lecture ou audit.",
            "The member’s role: administrator, coordinator, pilot, reader or auditor."))
    var role: String
    @Option(
        help: help(
            "Le fichier du mot de passe\u{A0}; - pour l’entrée standard\u{A0}; inutile pour un compte qui existe déjà.",
            "The file of the password; - for standard input; not needed for an account that exists.", value: "file"))
    var passwordFile: String?
    @Option(help: help("Sa direction ou son service.", "The member’s unit."))
    var unit: String?
    @Option(help: help("Sa fonction.", "The member’s position."))
    var position: String?
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var typed = Typed()
        let role = typed.role(role)
        if role == nil { typed.require(.role) }
        try typed.check()
        try await atDesk(place, actor, output, needs: .administer) { desk in
            let password = try passwordFile.map { try readSecret($0, option: "--password-file") } ?? ""
            do {
                let new = NewMember(
                    name: name, email: email, password: password, role: role ?? .reader, unit: unit ?? "", position: position ?? "")
                let member = try await desk.workspace.addMember(new, as: desk.visitor)
                let words = desk.words
                try desk.output.answer(
                    words.labelled(say("Membre ajouté", "Member added"), "\(member.name), \(member.email) (\(words.role(member.role)))"),
                    ["name": .text(member.name), "email": .text(member.email), "role": .text(member.role.rawValue)])
            } catch let error as DomainError {
                throw Failure(error, options: [.person: "--name"])
            }
        }
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les membres.", "List the members."),
        discussion: example("jalon user list --format csv"))

    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            let words = desk.words
            let members = try await desk.workspace.members(desk.visitor).model
            let names = Dictionary(
                uniqueKeysWithValues: try await desk.workspace.parties(desk.visitor).model.map { ($0.id, $0.name) })
            func name(_ party: Int?) -> String? { party.flatMap { names[$0] } }
            try desk.output.answer(
                Table(
                    headers: [.name, .email, .role, .unit, .position].map(words.field),
                    rows: members.map {
                        [
                            .text($0.name), .text($0.email), .text(words.role($0.role)), Cell(name($0.party.unit)),
                            Cell(name($0.party.position)),
                        ]
                    }),
                .array(
                    members.map {
                        [
                            "name": .text($0.name), "email": .text($0.email), "role": .text($0.role.rawValue),
                            "unit": JSON(name($0.party.unit)), "position": JSON(name($0.party.position)),
                        ]
                    }))
        }
    }
}

struct UserRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: say("Changer les droits d’un membre.", "Change a member’s rights."),
        discussion: example("jalon user role anne@example.org coordination"))

    @Argument(help: help("Son adresse électronique.", "The member’s e-mail address.", value: "e-mail"))
    var email: String
    @Argument(
        help: help(
            "Son rôle\u{A0}: administration, coordination, pilote, lecture ou audit.",
            "The member’s role: administrator, coordinator, pilot, reader or auditor.", value: "role"))
    var role: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var typed = Typed()
        let role = typed.role(role)
        try typed.check()
        try await atDesk(place, actor, output, needs: .administer) { desk in
            let member = try await desk.workspace.setRole(role ?? .reader, of: email, as: desk.visitor)
            try desk.output.answer(
                desk.words.labelled(member.name, desk.words.role(member.role)),
                ["email": .text(member.email), "role": .text(member.role.rawValue)])
        }
    }
}

struct UserRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: say("Retirer un membre\u{A0}; ce qu’il a signé reste.", "Remove a member; what they signed stays."),
        discussion: example("jalon user remove anne@example.org"))

    @Argument(help: help("Son adresse électronique.", "The member’s e-mail address.", value: "e-mail"))
    var email: String
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            let member = try await desk.workspace.removeMember(email, as: desk.visitor)
            try desk.output.answer(
                desk.words.labelled(say("Membre retiré", "Member removed"), "\(member.name), \(member.email)"),
                ["email": .text(member.email)])
        }
    }
}
