/// Messages while the service runs: made from the journal, and handed to the mail server when there is one.
import Foundation
import JalonDomain
import JalonExchange
import JalonWeb
import JalonWorkspace
import Logging
import SMTP
import ServiceLifecycle

struct MailService: Service {
    let workspace: Workspace
    /// Where links begin.
    let root: String
    /// Without one, messages wait where they can be read and copied.
    let server: SMTPServer?
    let logger: Logger

    /// Between two rounds.
    private static let pause = Duration.seconds(20)

    /// What goes wrong in a round is logged and tried in the next: the pages go on.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await workspace.queueMail()
                    if let server {
                        for mail in try await Postman(workspace, root: root, send: server.send).deliver() where mail.state != .sent {
                            logger.warning("Message \(mail.id): \(mail.state.rawValue), \(mail.error)")
                        }
                    }
                } catch {
                    logger.error("Messages: \(error)")
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}

/// As the environment says it; `nil` where no server is named.
func mailServer() throws -> SMTPServer? {
    guard let url = Environment.smtpURL else { return nil }
    let password = try Environment.smtpPasswordFile.map { try readSecret($0, option: "JALON_SMTP_PASSWORD_FILE") }
    guard let from = Environment.mailFrom, let sender = Letter.Address(typed: from) else {
        throw Failure(
            .usage,
            say(
                "JALON_MAIL_FROM\u{A0}: donnez l’adresse qui écrit, comme « Jalon <jalon@example.org> ».",
                "JALON_MAIL_FROM: give the address that writes, such as “Jalon <jalon@example.org>”."))
    }
    guard let server = SMTPServer(url, password: password, sender: sender, certificates: Environment.smtpCertificates) else {
        throw Failure(
            .usage,
            say(
                "JALON_SMTP_URL\u{A0}: écrivez smtp://compte@machine:587 ou smtps://compte@machine:465, le mot de passe dans le fichier que nomme JALON_SMTP_PASSWORD_FILE.",
                "JALON_SMTP_URL: write smtp://account@host:587 or smtps://account@host:465, the password in the file that JALON_SMTP_PASSWORD_FILE names."
            ))
    }
    return server
}

extension Letter.Address {
    /// `Jalon <jalon@example.org>`, or the address alone.
    init?(typed: String) {
        let parts = typed.split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let email = parts.count == 2 ? String(parts[1].dropLast(parts[1].hasSuffix(">") ? 1 : 0)) : parts[0]
        guard email.contains("@"), !email.contains(where: { $0 == " " || $0 == "<" || $0 == ">" || $0.isNewline }) else { return nil }
        self.init(name: parts.count == 2 ? parts[0] : "Jalon", email: email)
    }
}
