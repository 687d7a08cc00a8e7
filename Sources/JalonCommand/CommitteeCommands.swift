/// Committees: create, list, show, people and archive.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct CommitteeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committee", abstract: say("Les comités qui pilotent un plan.", "The committees that steer a plan."),
        discussion: example("jalon committee add \"COPIL\" --plan 1 --cadence trimestriel --from 2026-01-01"),
        subcommands: [
            CommitteeAdd.self, CommitteeList.self, CommitteeShow.self, CommitteeMemberCommand.self, CommitteeArchive.self,
            CommitteeRestore.self,
        ])
}

/// What the commands about one committee share.
struct CommitteeName: ParsableArguments {
    @Argument(help: help("Son nom ou son numéro.", "Its name or number.", value: "name"))
    var name: String
    @OptionGroup var plan: PlanOption
    @OptionGroup var options: DeskOptions

    func at(_ permission: Permission, _ body: (Desk, Committee) async throws -> Void) async throws {
        try await atDesk(options, needs: permission) { desk in
            try await body(desk, try await desk.committee(name, plan: plan.plan))
        }
    }
}

extension Desk {
    /// By name, whatever the accents, or by number; one that is not archived first.
    func committee(_ text: String, plan given: Int?) async throws -> Committee {
        let plan = try await plan(given).plan
        let all = try await workspace.committees(of: plan.number, visitor).model.committees
        guard let found = all.first(where: { $0.name.folded == text.folded }) ?? all.first(where: { String($0.id.number) == text }) else {
            throw DomainError.notFound(.committee)
        }
        return found
    }

    func answer(_ id: CommitteeID) async throws {
        let sheet = try await workspace.committee(id, visitor).model
        let committee = sheet.committee
        let put = committee.archived ? ", \(words.archived.lowercased())" : ""
        let meetings = words.count(sheet.meetings.count, words.say("séance", "meeting"), words.say("séances", "meetings"))
        try output.answer(
            words.labelled(
                words.say("Comité \(committee.id.number)", "Committee \(committee.id.number)"),
                "\(committee.name) (\(words.cadenceOrChosen(committee.cadence).lowercased()), \(meetings)\(put))"),
            committeeJSON(committee, sheet.names, sheet.frequency))
    }
}

struct CommitteeAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: say(
            "Créer un comité\u{A0}; avec --from, ses séances sont inscrites au calendrier.",
            "Create a committee; with --from, its meetings are put in the calendar."),
        discussion: example("jalon committee add \"COPIL\" --plan 1 --cadence trimestriel --from 2026-01-01 --time \"14 h\""))

    @Argument(help: help("Son nom.", "Its name.", value: "name"))
    var name: String
    @OptionGroup var plan: PlanOption
    @Option(
        help: help(
            "Sa fréquence\u{A0}: mensuel, bimestriel, trimestriel, semestriel ou annuel\u{A0}; sinon, ses dates se choisissent une à une.",
            "Its cadence: monthly, everyTwoMonths, quarterly, halfYearly or yearly; else its dates are chosen one by one."))
    var cadence: String?
    @Option(help: help("Le jour d’où part le calendrier.", "The day that the calendar starts from.", value: "day"))
    var from: String?
    @Option(help: help("Ce qu’il décide.", "What it decides."))
    var purpose: String?
    @Option(help: help("Le lieu ou le lien habituel.", "The usual place or link."))
    var room: String?
    @Option(help: help("L’heure habituelle, comme 14:30.", "The usual time, such as 14:30."))
    var time: String?
    @Option(help: help("La durée, en minutes (90 par défaut).", "The length, in minutes (90 by default).", value: "minutes"))
    var length: Int?
    @OptionGroup var options: DeskOptions

    func run() async throws {
        var typed = Typed()
        let rhythm = typed.cadence(cadence)
        let start = typed.day(from, .from)
        let hour = typed.time(time)
        try typed.check()
        try await atDesk(options, needs: .decide) { desk in
            let (plan, today) = try await desk.plan(plan.plan)
            let edit = CommitteeEdit(
                name: name, purpose: purpose ?? "", cadence: rhythm, from: start ?? min(max(today, plan.from), plan.to),
                place: room ?? "", time: hour, length: length ?? 90)
            let committee = try await desk.workspace.addCommittee(edit, to: plan.number, meetings: start != nil, as: desk.visitor)
            try await desk.answer(committee.id)
        }
    }
}

struct CommitteeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les comités d’un plan.", "List a plan’s committees."),
        discussion: example("jalon committee list --plan 1"))

    @OptionGroup var plan: PlanOption
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await atDesk(options, needs: .read) { desk in
            let words = desk.words
            let plan = try await desk.plan(plan.plan).plan
            let listing = try await desk.workspace.committees(of: plan.number, desk.visitor).model
            try desk.output.answer(
                Table(
                    headers: [
                        words.say("N°", "No."), words.field(.name), words.say("Fréquence", "Cadence"),
                        words.say("Prochaine séance", "Next meeting"), words.say("Douze derniers mois", "Last twelve months"),
                    ],
                    rows: listing.committees.map { committee in
                        let frequency = listing.frequencies[committee.id]
                        return [
                            .integer(committee.id.number), .text(committee.name),
                            .text(committee.archived ? words.archived : words.cadenceOrChosen(committee.cadence)),
                            frequency?.next.map { .day($0) } ?? .empty, Cell(frequency.map { words.heldOf($0.lastTwelveMonths) }),
                        ]
                    }),
                .array(listing.committees.map { committeeJSON($0, listing.names, listing.frequencies[$0.id]) }))
        }
    }
}

struct CommitteeShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Montrer un comité.", "Show a committee."), discussion: example("jalon committee show COPIL"))

    @OptionGroup var committee: CommitteeName

    func run() async throws {
        try await committee.at(.read) { desk, committee in
            let words = desk.words
            let sheet = try await desk.workspace.committee(committee.id, desk.visitor).model
            let members = committee.members.map { "\(sheet.names[$0.party] ?? "") (\(words.committeeRole($0.role).lowercased()))" }
            try desk.output.answer(
                Table(labels: [
                    (words.subject(.committee), .text(committee.name)), (words.field(.purpose), Cell(committee.purpose)),
                    (words.say("Fréquence", "Cadence"), .text(words.cadenceOrChosen(committee.cadence))),
                    (words.field(.place), Cell(committee.place)), (words.field(.time), Cell(committee.time.map(words.clock))),
                    (words.field(.members), Cell(members.joined(separator: "\n"))),
                    (words.say("Douze derniers mois", "Last twelve months"), .text(words.heldOf(sheet.frequency.lastTwelveMonths))),
                    (words.say("Depuis le début du plan", "Since the plan began"), .text(words.heldOf(sheet.frequency.life))),
                    (words.say("Prochaine séance", "Next meeting"), sheet.frequency.next.map { .day($0) } ?? .empty),
                ]),
                committeeJSON(committee, sheet.names, sheet.frequency))
        }
    }
}

struct CommitteeMemberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member", abstract: say("Qui siège dans un comité.", "Who sits in a committee."),
        discussion: example("jalon committee member add COPIL \"Hélène Vautrin\" --role presidence"),
        subcommands: [CommitteeMemberAdd.self, CommitteeMemberRemove.self])
}

struct CommitteeMemberAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Ajouter un membre, ou changer son rôle.", "Add a member, or change their role."),
        discussion: example("jalon committee member add COPIL \"Hélène Vautrin\" --role presidence"))

    @OptionGroup var committee: CommitteeName
    @Argument(help: help("La personne ou la fonction.", "The person or position.", value: "member"))
    var member: String
    @Option(
        help: help("presidence, secretariat, membre (par défaut) ou invite.", "chair, secretary, member (by default) or guest."))
    var role: String?

    func run() async throws {
        var typed = Typed()
        let seat = typed.committeeRole(role)
        try typed.check()
        try await committee.at(.decide) { desk, committee in
            let (changed, created) = try await desk.workspace.admit(member, as: seat ?? .member, to: committee.id, as: desk.visitor)
            desk.sayCreated(created)
            try await desk.answer(changed.id)
        }
    }
}

struct CommitteeMemberRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: say("Retirer un membre.", "Remove a member."),
        discussion: example("jalon committee member remove COPIL \"Hélène Vautrin\""))

    @OptionGroup var committee: CommitteeName
    @Argument(help: help("La personne ou la fonction.", "The person or position.", value: "member"))
    var member: String

    func run() async throws {
        try await committee.at(.decide) { desk, committee in
            let names = try await desk.workspace.committee(committee.id, desk.visitor).model.names
            guard let seated = committee.members.first(where: { names[$0.party]?.folded == member.folded }) else {
                throw DomainError.notFound(.party)
            }
            _ = try await desk.workspace.dismiss(seated.party, from: committee.id, as: desk.visitor)
            try await desk.answer(committee.id)
        }
    }
}

struct CommitteeArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: say("Archiver un comité\u{A0}: il se lit encore.", "Archive a committee: it can still be read."),
        discussion: example("jalon committee archive COTECH"))

    @OptionGroup var committee: CommitteeName

    func run() async throws {
        try await committee.at(.decide) { desk, committee in
            try await desk.answer(try await desk.workspace.setCommitteeArchived(true, committee.id, as: desk.visitor).id)
        }
    }
}

struct CommitteeRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: say("Restaurer un comité archivé.", "Restore an archived committee."),
        discussion: example("jalon committee restore COTECH"))

    @OptionGroup var committee: CommitteeName

    func run() async throws {
        try await committee.at(.decide) { desk, committee in
            try await desk.answer(try await desk.workspace.setCommitteeArchived(false, committee.id, as: desk.visitor).id)
        }
    }
}
