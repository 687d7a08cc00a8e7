/// The notes of an action, by date.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct ActionNote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: say("Les notes internes d’une action.", "The internal notes of an action."),
        discussion: example("jalon action note add 1/12 --note \"Devis reçu\" --on 2026-05-12"), subcommands: [NoteAdd.self, NoteList.self])
}

struct NoteAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Écrire une note.", "Write a note."),
        discussion: example("jalon action note add 1/12 --note \"Devis reçu\" --on 2026-05-12"))

    @OptionGroup var meant: ActionMeant
    @Option(help: help("Ce qui s’est passé.", "What happened."))
    var note: String
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        try typed.check()
        try await atDesk(options, needs: .reportOnOwn) { desk in
            let (id, _, today) = try await desk.action(meant)
            try await desk.workspace.addNote(note, about: day, on: id, as: desk.visitor)
            let written = day ?? today
            try desk.output.answer(
                desk.words.labelled("Action \(id)", say("note du \(desk.words.day(written))", "note of \(desk.words.day(written))")),
                ["action": .text(id.description), "on": .text(written.iso), "words": .text(note)])
        }
    }
}

struct NoteList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say("Lister les notes d’une action, les dernières d’abord.", "List the notes of an action, the latest first."),
        discussion: example("jalon action note list 1/12"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .readInternal) { desk in
            let id = try await desk.action(meant).id
            let notes = try await desk.workspace.notes(on: id, before: nil, limit: .max, desk.visitor).model.notes
            try desk.output.answer(
                Table(
                    headers: [desk.words.field(.on), say("Par", "By"), desk.words.field(.note)],
                    rows: notes.map { [Cell($0.on), .text($0.author), .text($0.words)] }),
                .array(notes.map(noteJSON)))
        }
    }
}
