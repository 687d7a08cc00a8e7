/// The program's root: its subcommands, and how an error ends it.
package import ArgumentParser
import Foundation

package struct JalonCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "jalon",
        abstract: say(
            "Définir, piloter et publier un plan d’action numérique responsable.",
            "Define, steer and publish a responsible-digital action plan."),
        discussion: say(
            """
            Pour essayer\u{A0}: jalon demo, puis jalon serve.
            Pour commencer\u{A0}: jalon init --organisation "Ville de Valmont" --admin-email a@example.org --admin-password-file pw.txt
            Pour connaître la version\u{A0}: jalon --version

            Codes de sortie\u{A0}: 0 réussite, 64 commande mal écrite, 65 donnée refusée, 66 fichier ou objet absent, 69 service \
            indisponible, 73 création impossible, 74 lecture ou écriture, 77 droit manquant.
            """,
            """
            To try it: jalon demo, then jalon serve.
            To start: jalon init --organisation "Town of Valmont" --admin-email a@example.org --admin-password-file pw.txt
            To know the version: jalon --version

            Exit codes: 0 success, 64 usage, 65 refused data, 66 missing file or thing, 69 service unavailable, 73 cannot create, \
            74 input or output, 77 not permitted.
            """),
        subcommands: [
            Serve.self, Initialise.self, Demo.self, CatalogueCommand.self, AssessmentCommand.self, PlanCommand.self, ActionCommand.self,
            IndicatorCommand.self, FactorCommand.self, CommitteeCommand.self, MeetingCommand.self, TemplateCommand.self, Search.self,
            Import.self, Export.self,
            UserCommand.self,
            DirectoryCommand.self, MailCommand.self, Backup.self, Verify.self,
        ])

    /// As in the changelog.
    static let version = "0.1.0"

    package init() {}

    /// Runs what the command line asks, and exits with a code of sysexits.
    package static func launch() async {
        if let unknown = Speech.unknownLanguage {
            exit(
                Failure(
                    .usage,
                    say(
                        "JALON_LANGUAGE=\(unknown)\u{A0}: choisissez fr ou en.", "JALON_LANGUAGE=\(unknown): choose fr or en.")))
        }
        // Not the parser's own: every subcommand would then lose the name, and a guide has a version too.
        if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) { return print("jalon \(version)") }
        var command: any ParsableCommand
        do {
            command = try await asyncParseAsRoot()
        } catch {
            exit(withError: error)
        }
        do {
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            guard let failure = Failure(of: error) else { exit(withError: error) }
            exit(failure)
        }
    }

    private static func exit(_ failure: Failure) -> Never {
        for line in failure.lines { say(onStandardError: line) }
        exit(withError: ExitCode(failure.status.rawValue))
    }
}
