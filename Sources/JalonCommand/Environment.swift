/// The environment's settings: what options take their defaults from.
import Configuration

enum Environment {
    private static let reader = ConfigReader(
        provider: EnvironmentVariablesProvider(secretsSpecifier: .specific(["JALON_DATABASE_URL", "JALON_SMTP_URL"])))

    static var data: String? { text("jalon.data") }
    static var databaseURL: String? { reader.string(forKey: "jalon.database.url", isSecret: true).flatMap { $0.isEmpty ? nil : $0 } }
    static var user: String? { text("jalon.user") }
    static var organisation: String? { text("jalon.organisation") }
    static var language: String? { text("jalon.language") }
    static var sessionLanguage: String? { text("lang") }
    static var address: String? { text("jalon.address") }
    static var port: String? { text("jalon.port") }
    static var publicURL: String? { text("jalon.public.url") }
    static var trustedProxy: String? { text("jalon.trusted.proxy") }
    static var smtpURL: String? { reader.string(forKey: "jalon.smtp.url", isSecret: true).flatMap { $0.isEmpty ? nil : $0 } }
    static var smtpPasswordFile: String? { text("jalon.smtp.password.file") }
    static var smtpCertificates: String? { text("jalon.smtp.certificates") }
    static var mailFrom: String? { text("jalon.mail.from") }
    static var logLevel: String? { text("jalon.log.level") }

    /// A variable that is set to nothing says nothing.
    private static func text(_ key: ConfigKey) -> String? {
        reader.string(forKey: key).flatMap { $0.isEmpty ? nil : $0 }
    }
}
