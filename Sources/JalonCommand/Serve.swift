/// The web service: composition, address, first visit, and a clean end.
import ArgumentParser
import Hummingbird
import JalonDomain
import JalonWeb
import JalonWorkspace
import Logging
import ServiceLifecycle
import UnixSignals

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Lancer le serveur web de Jalon.", "Serve Jalon on the web."),
        discussion: example(
            "jalon serve --port 8080", "jalon serve --address 0.0.0.0 --public-url https://jalon.example.org --trusted-proxy"))

    @Option(
        help: help(
            "L’adresse où écouter (JALON_ADDRESS\u{A0}; 127.0.0.1 par défaut).",
            "The address to listen on (JALON_ADDRESS; 127.0.0.1 by default)."))
    var address: String?
    @Option(help: help("Le port (JALON_PORT\u{A0}; 8080 par défaut).", "The port (JALON_PORT; 8080 by default)."))
    var port: Int?
    @Option(
        name: .customLong("public-url"),
        help: help(
            "L’adresse que les gens tapent (JALON_PUBLIC_URL).", "The address that people type (JALON_PUBLIC_URL).", value: "https://…"))
    var publicURL: String?
    @Flag(
        help: help(
            "Croire l’adresse que donne X-Forwarded-For, derrière votre propre relais (JALON_TRUSTED_PROXY=true).",
            "Believe the address that X-Forwarded-For gives, behind your own proxy (JALON_TRUSTED_PROXY=true)."))
    var trustedProxy = false
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let configuration = WebConfiguration(
            host: address ?? Environment.address ?? "127.0.0.1", port: try chosenPort(), publicURL: try chosenURL(),
            trustsProxy: try trustedProxy || trustsFromEnvironment())
        try await place.withWorkspace(creating: true) { workspace in
            let setup = try await workspace.isEmpty() ? try await workspace.openSetupLink() : nil
            let logger = makeLogger()
            let mail = MailService(workspace: workspace, root: configuration.root, server: try mailServer(), logger: logger)
            let application = makeApplication(workspace, configuration, logger: logger) { port in
                announce(configuration, port: port, setup: setup)
            }
            do {
                // Ends on a signal once the requests under way are answered.
                try await ServiceGroup(services: [application, mail], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger).run()
            } catch {
                throw refusal(error, configuration)
            }
        }
    }

    private func chosenPort() throws -> Int {
        let typed = port.map(String.init) ?? Environment.port ?? "8080"
        guard let port = Int(typed), (0...65_535).contains(port) else {
            throw Failure(
                .usage,
                say(
                    "Port «\u{A0}\(typed)\u{A0}»\u{A0}: donnez un nombre de 1 à 65535.", "Port “\(typed)”: give a number from 1 to 65535."))
        }
        return port
    }

    private func chosenURL() throws -> String? {
        try (publicURL ?? Environment.publicURL).map(publicAddress)
    }

    private func trustsFromEnvironment() throws -> Bool {
        switch Environment.trustedProxy?.lowercased() {
        case nil, "false", "0", "no", "non": false
        case "true", "1", "yes", "oui": true
        case let other?:
            throw Failure(
                .usage,
                say(
                    "JALON_TRUSTED_PROXY=\(other)\u{A0}: choisissez true ou false.", "JALON_TRUSTED_PROXY=\(other): choose true or false."))
        }
    }

    /// Logs go to standard error: standard output says the address and nothing else.
    private func makeLogger() -> Logger {
        var logger = Logger(label: "jalon") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Environment.logLevel.flatMap { Logger.Level(rawValue: $0) } ?? .notice
        return logger
    }

    private func refusal(_ error: any Error, _ configuration: WebConfiguration) -> any Error {
        // The network's own error type names the code only in its text.
        let text = String(describing: error)
        let place = "\(configuration.host):\(configuration.port)"
        if text.contains("Address already in use") {
            return Failure(
                .unavailable,
                say(
                    "\(place) est déjà utilisé par un autre programme. Arrêtez-le, ou choisissez un autre port avec --port.",
                    "\(place) is already used by another program. Stop it, or choose another port with --port."))
        }
        if text.contains("Permission denied") || text.contains("Cannot assign requested address") {
            return Failure(
                .unavailable,
                say(
                    "\(place) ne peut pas être ouvert par ce compte sur cette machine. Choisissez une autre adresse ou un autre port.",
                    "\(place) cannot be opened by this account on this machine. Choose another address or port."))
        }
        return Failure(.unavailable, say("Le service s’est arrêté\u{A0}: \(text)", "The service stopped: \(text)"))
    }
}

/// The address that people type, without its last slash.
func publicAddress(_ typed: String) throws -> String {
    var url = typed
    while url.hasSuffix("/") { url.removeLast() }
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), isLink(url) else {
        throw Failure(
            .usage,
            say(
                "Adresse publique «\u{A0}\(url)\u{A0}»\u{A0}: écrivez-la ainsi, https://jalon.example.org.",
                "Public address “\(url)”: write it like this, https://jalon.example.org."))
    }
    return url
}

private func announce(_ configuration: WebConfiguration, port: Int, setup: String?) {
    let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
    let root = configuration.publicURL ?? "http://\(host):\(port)"
    var text = say("Jalon\u{A0}: ", "Jalon: ") + root + "/\n"
    if let setup {
        text += say(
            "Première visite, lien à usage unique, valable un jour\u{A0}: \(root)/setup/\(setup)\n",
            "First visit, one-time link, valid for a day: \(root)/setup/\(setup)\n")
    }
    try? Output(format: nil).write(text)
}
