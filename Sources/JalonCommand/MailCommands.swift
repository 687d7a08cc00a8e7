/// Messages from the command line: what waits and what failed, one of them as it reads, and a round of sending.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWeb
import JalonWorkspace
import SMTP

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: say("Les messages aux membres.", "Messages to members."),
        discussion: example("jalon mail list --state failed", "jalon mail send"),
        subcommands: [MailList.self, MailShow.self, MailSend.self, MailAgain.self, MailDelivered.self])
}

extension MailState: ExpressibleByArgument {}

struct MailList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les messages, les derniers d’abord.", "List messages, the latest first."),
        discussion: example("jalon mail list", "jalon mail list --state uncertain --format json"))

    @Option(help: help("Un seul état.", "One state only."))
    var state: MailState?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .administer) { desk in
            let words = desk.words
            var lines: [MailLine] = []
            var more = true
            while more {
                let listing = try await desk.workspace.mails(state, before: lines.last?.mail.id, desk.visitor).model
                lines += listing.lines
                more = listing.hasMore
            }
            try desk.output.answer(
                Table(
                    headers: [
                        words.say("N°", "No."), words.say("Pour", "For"), words.say("Objet", "Subject"), words.field(.state),
                        words.say("Réponse", "Answer"),
                    ],
                    rows: lines.map {
                        [
                            .integer($0.mail.id), .text($0.to.email), .text($0.subject.isEmpty ? words.mailKind($0.mail.kind) : $0.subject),
                            .text(words.mailState($0.mail.state)), Cell($0.mail.error),
                        ]
                    }),
                .array(lines.map(mailJSON)))
        }
    }
}

/// Which message is meant.
struct MailNumber: ParsableArguments {
    @Argument(help: help("Le numéro du message.", "The message’s number."))
    var number: Int
    @OptionGroup var options: DeskOptions
}

struct MailShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer un message tel qu’il se lit.", "Show a message as it reads."),
        discussion: example("jalon mail show 3"))

    @OptionGroup var mail: MailNumber

    func run() async throws {
        try await atDesk(mail.options, needs: .administer) { desk in
            let writer = LetterWriter(root: try mailRoot())
            let reading = try await desk.workspace.mail(mail.number, writer.links, desk.visitor).model
            let letter = reading.sheet.map { writer.letter($0, at: desk.workspace.clock()) }
            let text = reading.words.isEmpty ? letter?.text ?? "" : reading.words
            try desk.output.answer(
                text, mailJSON(reading.line).adding(["text": .text(text)]))
        }
    }
}

struct MailSend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: say(
            "Préparer les messages et envoyer ceux qui sont dus\u{A0}; « jalon serve » le fait de lui-même.",
            "Make the messages and send those that are due; “jalon serve” does so by itself."),
        discussion: example("JALON_SMTP_URL=smtps://jalon@mail.example.org jalon mail send"))

    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .administer) { desk in
            let server = try mailServer()
            let made = try await desk.workspace.queueMail()
            guard let server else {
                return try desk.output.answer(
                    desk.words.labelled(
                        say("Nouveaux messages", "New messages"),
                        say(
                            "\(made). Aucun serveur de courriel n’est indiqué (JALON_SMTP_URL)\u{A0}: lisez-les avec jalon mail list et jalon mail show.",
                            "\(made). No mail server is named (JALON_SMTP_URL): read them with jalon mail list and jalon mail show.")),
                    ["made": .number(made), "settled": .array([])])
            }
            let settled = try await Postman(desk.workspace, root: try mailRoot(), send: server.send).deliver()
            let counts = MailState.allCases.compactMap { state in
                let number = settled.count { $0.state == state }
                return number == 0 ? nil : desk.words.labelled(desk.words.mailState(state), "\(number)")
            }
            try desk.output.answer(
                counts.isEmpty ? desk.words.say("Rien à envoyer.", "Nothing to send.") : counts.joined(separator: "\n"),
                [
                    "made": .number(made),
                    "settled": .array(settled.map { ["id": .number($0.id), "state": .text($0.state.rawValue), "error": .text($0.error)] }),
                ])
        }
    }
}

struct MailAgain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "again",
        abstract: say(
            "Renvoyer un message échoué, incertain ou abandonné.", "Send again a message that failed, is uncertain or was dropped."),
        discussion: example("jalon mail again 3"))

    @OptionGroup var mail: MailNumber

    func run() async throws {
        try await atDesk(mail.options, needs: .administer) { desk in
            try await desk.answer(try await desk.workspace.sendMailAgain(mail.number, as: desk.visitor))
        }
    }
}

struct MailDelivered: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivered",
        abstract: say("Marquer un message comme transmis par un autre moyen.", "Mark a message as delivered by other means."),
        discussion: example("jalon mail delivered 3"))

    @OptionGroup var mail: MailNumber

    func run() async throws {
        try await atDesk(mail.options, needs: .administer) { desk in
            try await desk.answer(try await desk.workspace.markMailSent(mail.number, as: desk.visitor))
        }
    }
}

extension Desk {
    fileprivate func answer(_ mail: Mail) async throws {
        try output.answer(
            words.labelled(words.say("Message \(mail.id)", "Message \(mail.id)"), words.mailState(mail.state)),
            ["id": .number(mail.id), "state": .text(mail.state.rawValue)])
    }
}

/// Where links begin: the public address, else the one that `jalon serve` has by default.
private func mailRoot() throws -> String {
    try Environment.publicURL.map(publicAddress) ?? "http://127.0.0.1:8080"
}

private func mailJSON(_ line: MailLine) -> JSON {
    let mail = line.mail
    return [
        "id": .number(mail.id), "kind": .text(mail.kind.rawValue), "to": .text(line.to.email), "subject": .text(line.subject),
        "state": .text(mail.state.rawValue), "attempts": .number(mail.attempts), "queuedAt": .text(mail.queuedAt.iso),
        "dueAt": .text(mail.dueAt.iso), "error": .text(mail.error), "messageID": .text(mail.messageID),
    ]
}
