/// The milestones of an action, one by one.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonWorkspace

struct ActionMilestone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone", abstract: say("Les jalons d’une action.", "The milestones of an action."),
        discussion: example("jalon action milestone add 1/12 --title \"Inventaire fait\" --due 2026-06-30"),
        subcommands: [
            MilestoneAdd.self, MilestoneList.self, MilestoneChange.self, MilestoneDone.self, MilestoneUndone.self, MilestoneRemove.self,
        ])
}

/// Which milestone of which action is meant.
struct MilestoneMeant: ParsableArguments {
    @OptionGroup var action: ActionMeant
    @Argument(help: help("Le titre du jalon, ou son rang dans la liste.", "The milestone’s title, or its rank in the list."))
    var milestone: String
    @OptionGroup var options: DeskOptions

    /// Gives the milestone as it stands, makes it what it is to be, nothing to remove it, then answers.
    func change(_ body: (Milestone, _ today: Day) throws -> Milestone?) async throws {
        try await atDesk(options, needs: .reportOnOwn) { desk in
            let (id, _, today) = try await desk.action(action)
            let was = try find(in: try await desk.workspace.action(id, desk.visitor).model.action)
            let new = try body(was, today)
            try await desk.set(was, to: new, of: id)
        }
    }

    private func find(in action: Action) throws -> Milestone {
        let all = action.milestones
        let ranks = all.indices.filter { all[$0].title.folded == milestone.folded }
        guard ranks.count < 2 else {
            let words = Speech.words
            let rule = words.rule(.ambiguous(milestone, ranks.map { String($0 + 1) }))
            throw Failure(.data, words.labelled(words.field(.milestones), rule))
        }
        if let rank = ranks.first ?? Int(milestone).map({ $0 - 1 }), all.indices.contains(rank) { return all[rank] }
        throw Failure(
            .noInput,
            all.isEmpty
                ? say("L’action \(action.id) n’a pas de jalon.", "Action \(action.id) has no milestone.")
                : say(
                    "L’action \(action.id) n’a pas de jalon «\u{A0}\(milestone)\u{A0}». Choisissez dans la liste\u{A0}: jalon action milestone list \(action.id)",
                    "Action \(action.id) has no milestone “\(milestone)”. Choose in the list: jalon action milestone list \(action.id)"))
    }
}

struct MilestoneAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Ajouter un jalon.", "Add a milestone."),
        discussion: example("jalon action milestone add 1/12 --title \"Inventaire fait\" --due 2026-06-30"))

    @OptionGroup var meant: ActionMeant
    @Option(help: help("Son titre.", "Its title."))
    var title: String
    @Option(help: help("Le jour où il est prévu.", "The day it is due.", value: "day"))
    var due: String?
    @Option(help: help("Le jour où il est atteint.", "The day it was reached.", value: "day"))
    var reached: String?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await naming("--title, --reached") {
            var typed = Typed()
            let new = Milestone(title: title, due: typed.day(due, .due), reachedOn: typed.day(reached, .milestones))
            try typed.check()
            try await atDesk(options, needs: .reportOnOwn) { desk in
                try await desk.set(nil, to: new, of: try await desk.action(meant).id)
            }
        }
    }
}

struct MilestoneList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les jalons d’une action.", "List the milestones of an action."),
        discussion: example("jalon action milestone list 1/12"))

    @OptionGroup var meant: ActionMeant
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let all = try await desk.workspace.action(desk.action(meant).id, desk.visitor).model.action.milestones
            try desk.output.answer(
                Table(
                    headers: [say("Rang", "Rank"), desk.words.field(.title), say("Prévu le", "Due on"), say("Atteint le", "Reached on")],
                    rows: all.enumerated().map { [.integer($0 + 1), .text($1.title), Cell($1.due), Cell($1.reachedOn)] }),
                .array(all.map(milestoneJSON)))
        }
    }
}

struct MilestoneChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: say(
            "Renommer ou redater un jalon\u{A0}; un texte vide ôte la date.",
            "Rename a milestone or change its days; an empty text takes a day off."),
        discussion: example("jalon action milestone change 1/12 \"Inventaire fait\" --title \"Inventaire relu\" --due 2026-09-30"))

    @OptionGroup var meant: MilestoneMeant
    @Option(help: help("Son nouveau titre.", "Its new title."))
    var title: String?
    @Option(help: help("Le jour où il est prévu.", "The day it is due.", value: "day"))
    var due: String?
    @Option(help: help("Le jour où il est atteint.", "The day it was reached.", value: "day"))
    var reached: String?

    func validate() throws {
        guard title != nil || due != nil || reached != nil else { throw nothingToChange() }
    }

    func run() async throws {
        try await naming("--title, --reached") {
            var typed = Typed()
            let days = (due: typed.day(due, .due), reached: typed.day(reached, .milestones))
            try typed.check()
            try await meant.change { was, _ in
                Milestone(
                    title: title ?? was.title, due: due == nil ? was.due : days.due,
                    reachedOn: reached == nil ? was.reachedOn : days.reached)
            }
        }
    }
}

struct MilestoneDone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: say("Dire qu’un jalon est atteint.", "Say that a milestone is reached."),
        discussion: example("jalon action milestone done 1/12 \"Inventaire fait\" --on 2026-06-28"))

    @OptionGroup var meant: MilestoneMeant
    @Option(help: help("Le jour\u{A0}; aujourd’hui par défaut.", "The day; today by default.", value: "day"))
    var on: String?

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        try typed.check()
        try await naming("--on") {
            try await meant.change { was, today in Milestone(title: was.title, due: was.due, reachedOn: day ?? today) }
        }
    }
}

struct MilestoneUndone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undone", abstract: say("Dire qu’un jalon n’est pas encore atteint.", "Say that a milestone is not reached yet."),
        discussion: example("jalon action milestone undone 1/12 \"Inventaire fait\""))

    @OptionGroup var meant: MilestoneMeant

    func run() async throws {
        try await meant.change { was, _ in Milestone(title: was.title, due: was.due, reachedOn: nil) }
    }
}

struct MilestoneRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: say("Retirer un jalon.", "Remove a milestone."),
        discussion: example("jalon action milestone remove 1/12 \"Inventaire fait\""))

    @OptionGroup var meant: MilestoneMeant

    func run() async throws {
        try await meant.change { _, _ in nil }
    }
}

/// What is wrong with a milestone is said beside the options that give it here.
private func naming(_ options: String, _ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as DomainError {
        throw Failure(error, options: [.milestones: options])
    }
}

extension Desk {
    fileprivate func set(_ was: Milestone?, to new: Milestone?, of id: ActionID) async throws {
        _ = try await workspace.setMilestone(id, was, to: new, as: visitor)
        let sentence =
            new.map { words.labelled("Action \(id)", words.sentence(of: $0)) }
            ?? words.labelled(say("Jalon retiré de l’action \(id)", "Milestone removed from action \(id)"), was?.title ?? "")
        try await answer(sentence, about: id)
    }
}
