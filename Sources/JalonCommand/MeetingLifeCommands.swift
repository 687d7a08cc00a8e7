/// The life of a meeting: moved, convened, held, its decisions recorded and followed, its minutes read and approved.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

/// Which meeting is meant.
struct MeetingNumber: ParsableArguments {
    @Argument(help: help("Son numéro dans le comité.", "Its number in the committee."))
    var number: Int
    @OptionGroup var committee: CommitteeOption

    func at(_ permission: Permission, _ body: (Desk, Committee, MeetingID) async throws -> Void) async throws {
        try await committee.at(permission) { desk, committee in
            try await body(desk, committee, MeetingID(committee.id, number: number))
        }
    }

    /// Changes the meeting, then answers with it.
    func change(_ verb: (Desk, MeetingID) async throws -> Meeting) async throws {
        try await at(.decide) { desk, committee, id in try desk.answer(try await verb(desk, id), of: committee) }
    }
}

struct MeetingShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer une séance.", "Show a meeting."),
        discussion: example("jalon meeting show 3 --committee COPIL"))

    @OptionGroup var meeting: MeetingNumber

    func run() async throws {
        try await meeting.at(.read) { desk, _, id in
            let seen = try await desk.workspace.meeting(id, desk.visitor)
            try desk.output.answer(meetingTable(seen.model, desk.words, today: seen.today), meetingSheetJSON(seen.model, desk.words))
        }
    }
}

struct MeetingMove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: say("Changer la date ou le lieu d’une séance.", "Change the day or place of a meeting."),
        discussion: example("jalon meeting move 3 --committee COPIL --on 2026-07-09 --reason \"Quorum non atteint\""))

    @OptionGroup var meeting: MeetingNumber
    @Option(help: help("Le jour.", "The day.", value: "day"))
    var on: String?
    @Option(help: help("L’heure.", "The time."))
    var time: String?
    @Option(help: help("Le lieu ou le lien.", "The place or link."))
    var room: String?
    @Option(help: help("La raison, si la séance est convoquée.", "The reason, if the meeting is convened."))
    var reason: String?

    func validate() throws {
        guard [on, time, room].contains(where: { $0 != nil }) else { throw nothingToChange() }
    }

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        let hour = typed.time(time)
        try typed.check()
        try await meeting.change { desk, id in
            let known = try await desk.workspace.meeting(id, desk.visitor).model.meeting
            let edit = MeetingEdit(on: day ?? known.on, time: time == nil ? known.time : hour, place: room ?? known.place)
            return try await desk.workspace.moveMeeting(id, reading: known.version, edit, reason: reason ?? "", as: desk.visitor)
        }
    }
}

struct MeetingCancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: say("Annuler une séance.", "Cancel a meeting."),
        discussion: example("jalon meeting cancel 3 --committee COPIL --reason \"Faute de points à décider\""))

    @OptionGroup var meeting: MeetingNumber
    @Option(help: help("La raison.", "The reason."))
    var reason: String

    func run() async throws {
        try await meeting.change { desk, id in try await desk.workspace.cancelMeeting(id, reason: reason, as: desk.visitor) }
    }
}

struct MeetingConvene: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convene",
        abstract: say("Convoquer une séance\u{A0}: son dossier est figé.", "Convene a meeting: its pack is frozen."),
        discussion: example("jalon meeting convene 3 --committee COPIL"))

    @OptionGroup var meeting: MeetingNumber

    func run() async throws {
        try await meeting.change { desk, id in try await desk.workspace.convene(id, as: desk.visitor) }
    }
}

struct MeetingHold: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: say("Ouvrir une séance convoquée.", "Open a convened meeting."),
        discussion: example("jalon meeting hold 3 --committee COPIL"))

    @OptionGroup var meeting: MeetingNumber

    func run() async throws {
        try await meeting.change { desk, id in try await desk.workspace.hold(id, as: desk.visitor) }
    }
}

struct MeetingDecide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: say(
            "Consigner une décision\u{A0}: elle agit tout de suite sur le plan.", "Record a decision: it acts on the plan at once."),
        discussion: example(
            "jalon meeting decide 3 generaliser --committee COPIL --action 26 --due 2026-12-31",
            "jalon meeting decide 3 echeance --committee COPIL --action 13 --due 2026-10-30 --reason \"Deux inventaires manquent\"",
            "jalon meeting decide 3 libre \"Financer 340 lots de pièces\" --committee COPIL --bearer \"Direction des achats\""))

    @OptionGroup var meeting: MeetingNumber
    @Argument(
        help: help(
            "generaliser, experimenter, prolonger, arreter, revenir, echeance, pilote, priorite, budget, valider, reviser, clore ou libre.",
            "generalise, experiment, extend, stop, goBack, due, pilot, impact, cost, validate, revise, close or free.", value: "decision"))
    var kind: String
    @Argument(help: help("La décision, en une phrase.", "The decision, in a sentence.", value: "words"))
    var words: String?
    @Option(help: help("Le numéro de l’action.", "The action’s number.", value: "number"))
    var action: Int?
    @Option(help: help("Qui la porte, ou le nouveau pilote.", "Who carries it out, or the new pilot.", value: "name"))
    var bearer: String?
    @Option(help: help("Pour quand, ou la nouvelle échéance.", "By when, or the new due date.", value: "day"))
    var due: String?
    @Option(help: help("La priorité, de 1 à 5, par l’effet attendu.", "The priority, from 1 to 5, by its impact.", value: "1…5"))
    var impact: Int?
    @Option(help: help("Le budget, en euros.", "The budget, in euros.", value: "euros"))
    var cost: String?
    @Option(help: help("La raison.", "The reason."))
    var reason: String?
    @Option(help: help("Où l’on expérimente\u{A0}; plusieurs fois possible.", "Where the experiment runs; may be repeated.", value: "name"))
    var perimeter: [String] = []
    @Option(help: help("La décision qu’elle remplace, comme 2.1.", "The decision that it supersedes, such as 2.1.", value: "number"))
    var supersedes: String?

    func run() async throws {
        var typed = Typed()
        let kind = typed.decision(kind)
        let day = typed.day(due, .due)
        let cents = typed.cents(cost, .cost)
        try typed.check()
        guard let kind else { return }
        var note = DecisionNote(kind)
        note.action = action
        note.words = words ?? ""
        note.bearer = bearer ?? ""
        note.due = day
        note.value = kind == .cost ? cents : impact
        note.reason = reason ?? ""
        note.perimeter = perimeter
        note.supersedes = supersedes ?? ""
        try await meeting.at(.decide) { [note] desk, committee, id in
            let (decision, created) = try await desk.workspace.decide(note, in: id, as: desk.visitor)
            desk.sayCreated(created)
            try desk.output.answer(
                desk.words.labelled("\(committee.name) \(decision.id.short)", desk.words.decision(decision, showsCost: true)),
                decisionJSON(decision, [:], showsCost: true))
        }
    }
}

struct MeetingDone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: say("Marquer une décision comme faite.", "Mark a decision as carried out."),
        discussion: example("jalon meeting done 3.2 --committee COPIL"))

    @Argument(help: help("La décision, comme 3.2.", "The decision, such as 3.2."))
    var decision: String
    @OptionGroup var committee: CommitteeOption
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?
    @Flag(help: help("La rouvrir.", "Open it again."))
    var reopen = false

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        try typed.check()
        try await committee.at(.decide) { desk, committee in
            guard let id = DecisionID(decision, of: committee.id) else { throw DomainError.notFound(.decision) }
            let today = try await desk.workspace.committee(committee.id, desk.visitor).today
            let followed = try await desk.workspace.carryOut(id, on: reopen ? nil : day ?? today, as: desk.visitor)
            try desk.output.answer(
                desk.words.labelled(
                    "\(committee.name) \(followed.id.short)",
                    followed.isOpen ? desk.words.say("ouverte", "open") : desk.words.say("faite", "done")),
                decisionJSON(followed, [:], showsCost: true))
        }
    }
}

struct MeetingMinutes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes",
        abstract: say("Lire, compléter ou approuver le relevé de décisions.", "Read, complete or approve the minutes."),
        discussion: example(
            "jalon meeting minutes 3 --committee COPIL > releve.md", "jalon meeting minutes 3 --committee COPIL --approve"))

    @OptionGroup var meeting: MeetingNumber
    @Option(help: help("Le texte qui le complète, en Markdown.", "The text that completes it, in Markdown."))
    var text: String?
    @Flag(help: help("L’approuver\u{A0}: il ne change plus.", "Approve them: they no longer change."))
    var approve = false
    @Option(help: help("Le jour de l’approbation\u{A0}; aujourd’hui par défaut.", "The day of approval; today by default.", value: "day"))
    var on: String?

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        try typed.check()
        try await meeting.at(text != nil || approve ? .decide : .read) { desk, committee, id in
            if let text { _ = try await desk.workspace.writeMinutes(text, of: id, reading: nil, as: desk.visitor) }
            if approve { _ = try await desk.workspace.approveMinutes(of: id, on: day, as: desk.visitor) }
            let sheet = try await desk.workspace.meeting(id, desk.visitor).model
            guard sheet.meeting.state.wasHeld else {
                throw DomainError.invalid(.state, .meetingIs(sheet.meeting.state, needs: [.held, .approved]))
            }
            let written = sheet.approved ?? minutesMarkdown(sheet.minutes(desk.words, approvedOn: nil), desk.words)
            switch desk.output.format ?? .table {
            case .table, .csv: try desk.output.write(printable(written))
            case .json: try desk.output.write(meetingSheetJSON(sheet, desk.words).adding(["minutes": .text(written)]).written)
            }
        }
    }
}

extension Typed {
    fileprivate mutating func decision(_ text: String) -> DecisionKind? {
        if let kind = DecisionKind(word: text) { return kind }
        refuse(.outcome, .notAChoice(text, among: DecisionKind.allCases.map(\.rawValue)))
        return nil
    }
}
