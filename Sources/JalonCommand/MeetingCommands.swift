/// Meetings of a committee: set a day, list.
import ArgumentParser
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

struct MeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: say("Les séances d’un comité.", "The meetings of a committee."),
        discussion: example("jalon meeting list --committee COPIL"),
        subcommands: [
            MeetingPlan.self, MeetingList.self, MeetingShow.self, MeetingMove.self, MeetingCancel.self, MeetingConvene.self,
            MeetingHold.self, MeetingDecide.self, MeetingDone.self, MeetingMinutes.self,
        ])
}

/// Which committee is meant.
struct CommitteeOption: ParsableArguments {
    @Option(help: help("Le comité, par son nom ou son numéro.", "The committee, by its name or number.", value: "name"))
    var committee: String
    @OptionGroup var plan: PlanOption
    @OptionGroup var options: DeskOptions

    func at(_ permission: Permission, _ body: (Desk, Committee) async throws -> Void) async throws {
        try await atDesk(options, needs: permission) { desk in
            try await body(desk, try await desk.committee(committee, plan: plan.plan))
        }
    }
}

struct MeetingList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Lister les séances d’un comité.", "List a committee’s meetings."),
        discussion: example("jalon meeting list --committee COPIL --format json"))

    @OptionGroup var committee: CommitteeOption

    func run() async throws {
        try await committee.at(.read) { desk, committee in
            let words = desk.words
            let meetings = try await desk.workspace.committee(committee.id, desk.visitor).model.meetings
            try desk.output.answer(
                Table(
                    headers: [words.say("N°", "No.")] + [.on, .time, .place, .state].map(words.field),
                    rows: meetings.map {
                        [
                            .integer($0.id.number), .day($0.on), Cell($0.time.map(words.clock)), Cell($0.place),
                            .text(words.meetingState($0.state)),
                        ]
                    }),
                .array(meetings.map(meetingJSON)))
        }
    }
}

struct MeetingPlan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: say("Inscrire une séance au calendrier.", "Put a meeting in the calendar."),
        discussion: example("jalon meeting plan --committee COPIL --on 2026-07-02 --time \"10 h\""))

    @OptionGroup var committee: CommitteeOption
    @Option(help: help("Le jour.", "The day.", value: "day"))
    var on: String
    @Option(help: help("L’heure\u{A0}; celle du comité par défaut.", "The time; the committee’s by default."))
    var time: String?
    @Option(help: help("Le lieu ou le lien\u{A0}; celui du comité par défaut.", "The place or link; the committee’s by default."))
    var room: String?

    func run() async throws {
        var typed = Typed()
        let day = typed.day(on, .on)
        let hour = typed.time(time)
        if day == nil { typed.require(.on) }
        try typed.check()
        guard let day else { return }
        try await committee.at(.decide) { desk, committee in
            let edit = MeetingEdit(on: day, time: hour ?? committee.time, place: room ?? committee.place)
            let made = try await desk.workspace.planMeetings([edit], of: committee.id, as: desk.visitor)
            for meeting in made { try desk.answer(meeting, of: committee) }
        }
    }
}

extension Desk {
    /// What a change gave: the meeting in a sentence, or as JSON.
    func answer(_ meeting: Meeting, of committee: Committee) throws {
        let state = words.meetingState(meeting.state).lowercased()
        try output.answer(
            words.labelled(words.meeting(committee.name, meeting.id.number), "\(words.weekday(meeting.on)) (\(state))"),
            meetingJSON(meeting))
    }
}
