/// The options that commands share: where the data is, who acts, how the answer is written.
import ArgumentParser
import JalonDomain
import JalonWorkspace

enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case table, json, csv
}

/// Where the data is.
struct PlaceOptions: ParsableArguments {
    @Option(
        help: help(
            "Le dossier des données (JALON_DATA\u{A0}; ./jalon-data par défaut).",
            "The folder of data (JALON_DATA; ./jalon-data by default).",
            value: "folder"))
    var data: String?

    @Option(
        name: .customLong("database-url"),
        help: help(
            "Une base PostgreSQL plutôt que le dossier (JALON_DATABASE_URL, préférable s’il y a un mot de passe).",
            "A PostgreSQL database instead of the folder (JALON_DATABASE_URL, better when it holds a password).",
            value: "postgres://…"))
    var databaseURL: String?

    @Option(help: help("La langue, fr ou en (JALON_LANGUAGE).", "The language, fr or en (JALON_LANGUAGE)."))
    var language: Language?
}

/// Who acts, in which organisation, and how the answer is written.
struct ActorOptions: ParsableArguments {
    @Option(
        help: help(
            "L’organisation, par son nom ou son nom court, s’il y en a plusieurs.",
            "The organisation, by its name or short name, when there are several.", value: "name"))
    var organisation: String?

    @Option(
        name: .customLong("as"),
        help: help(
            "Le membre qui agit (JALON_USER)\u{A0}; par défaut, la seule personne chargée de l’administration.",
            "The member who acts (JALON_USER); the sole administrator by default.", value: "e-mail"))
    var user: String?

    var visitor: Visitor {
        .commandLine(email: user ?? Environment.user, organisation: organisation ?? Environment.organisation)
    }
}

struct OutputOptions: ParsableArguments {
    @Option(
        help: help(
            "La forme de la réponse\u{A0}: table (par défaut), json ou csv.", "The form of the answer: table (by default), json or csv."))
    var format: OutputFormat?
}
