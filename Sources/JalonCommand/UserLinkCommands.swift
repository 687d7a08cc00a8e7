/// The links that an administrator makes: an invitation, a new password; printed once, to hand over.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct UserInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: say("Inviter par un lien à usage unique, valable sept jours.", "Invite by a one-time link, valid for seven days."),
        discussion: example("jalon user invite anne@example.org --name \"Anne Roux\" --role pilote --unit \"Direction des achats\""))

    @Argument(help: help("Son adresse électronique.", "The person’s e-mail address.", value: "e-mail"))
    var email: String
    @Option(help: help("Son nom, tel qu’il figure dans les actions.", "The person’s name, as it stands in actions."))
    var name: String
    @Option(
        help: help(
            "Son rôle\u{A0}: administration, coordination, pilote, lecture ou audit.",
            "The person’s role: administrator, coordinator, pilot, reader or auditor."))
    var role: String
    @Option(help: help("Sa direction ou son service.", "The person’s unit."))
    var unit: String?
    @Option(help: help("Sa fonction.", "The person’s position."))
    var position: String?
    @OptionGroup var root: LinkRoot
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var typed = Typed()
        let role = typed.role(role)
        if role == nil { typed.require(.role) }
        try typed.check()
        try await atDesk(place, actor, output, needs: .administer) { desk in
            let new = NewInvitation(name: name, email: email, role: role ?? .reader, unit: unit ?? "", position: position ?? "")
            let link = try await desk.workspace.invite(new, as: desk.visitor)
            try await root.answer(desk, link, "/invitation/", say("Lien à remettre à", "Link to hand over to"))
        }
    }
}

struct UserReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: say(
            "Créer le lien à usage unique d’un nouveau mot de passe, valable un jour\u{A0}; les sessions du compte se ferment.",
            "Create a one-time link for a new password, valid for a day; the account’s sessions close."),
        discussion: example("jalon user reset anne@example.org"))

    @Argument(help: help("Son adresse électronique.", "The member’s e-mail address.", value: "e-mail"))
    var email: String
    @OptionGroup var root: LinkRoot
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await atDesk(place, actor, output, needs: .administer) { desk in
            let link = try await desk.workspace.makeResetLink(of: email, as: desk.visitor)
            try await root.answer(desk, link, "/reset/", say("Lien à remettre à", "Link to hand over to"))
        }
    }
}

/// Where links lead.
struct LinkRoot: ParsableArguments {
    @Option(
        name: .customLong("public-url"),
        help: help(
            "L’adresse que les gens tapent (JALON_PUBLIC_URL\u{A0}; http://127.0.0.1:8080 par défaut).",
            "The address that people type (JALON_PUBLIC_URL; http://127.0.0.1:8080 by default).", value: "https://…"))
    var publicURL: String?

    func answer(_ desk: Desk, _ link: HandedLink, _ path: String, _ label: String) async throws {
        var root = publicURL ?? Environment.publicURL ?? "http://127.0.0.1:8080"
        while root.hasSuffix("/") { root.removeLast() }
        let address = root + path + link.token
        let until = desk.words.moment(link.expiresAt, in: try await desk.workspace.members(desk.visitor).zone)
        try desk.output.answer(
            desk.words.labelled("\(label) \(link.name) (\(say("valable jusqu’au", "valid until")) \(until))", address),
            ["email": .text(link.email), "link": .text(address), "expiresAt": .text(link.expiresAt.iso)])
    }
}
