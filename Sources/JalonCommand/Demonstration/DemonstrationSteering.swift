/// The steering committee of the demonstration: three meetings held, the last with its minutes to approve, the next one convened.
import JalonDomain
import JalonWorkspace

struct DemonstrationSteering {
    let workspace: Workspace
    let calendar: DemonstrationCalendar
    let committee: CommitteeID

    private var coordinator: Visitor { Cast.coordinator.visitor }

    /// With its members, and its meetings past and to come.
    static func begin(_ plan: Int, in workspace: Workspace, _ calendar: DemonstrationCalendar, past: [DemonstrationCommittee]) async throws
        -> DemonstrationSteering
    {
        let coordinator = Cast.coordinator.visitor
        let edit = CommitteeEdit(
            name: "Comité de pilotage", purpose: "Décide des suites données aux études et aux essais, et des moyens du plan.",
            cadence: .quarterly, from: calendar.ago(240), place: "Salle des Trois-Rives et visioconférence", time: ClockTime("10h"),
            length: 90)
        let id = try await workspace.addCommittee(edit, to: plan, as: coordinator).id
        for (one, role) in [
            (Cast.reader, CommitteeRole.chair), (.coordinator, .secretary), (.equipment, .member), (.purchases, .member),
            (.auditor, .guest),
        ] {
            _ = try await workspace.admit(one.name, as: role, to: id, as: coordinator)
        }
        let days = past.map(\.on) + [calendar.ago(0)] + [98, 189].map { calendar.ahead($0).nextWorked }
        _ = try await workspace.planMeetings(
            days.map { MeetingEdit(on: $0, time: edit.time, place: edit.place) }, of: id, as: coordinator)
        return DemonstrationSteering(workspace: workspace, calendar: calendar, committee: id)
    }

    func convene(_ number: Int) async throws {
        _ = try await workspace.convene(MeetingID(committee, number: number), as: coordinator)
    }

    /// Everyone came but the last, whom someone represents.
    private func hold(_ number: Int) async throws -> MeetingID {
        let id = MeetingID(committee, number: number)
        _ = try await workspace.hold(id, as: coordinator)
        let seats = try await workspace.committee(committee, coordinator).model.committee.members
        let attendance = seats.enumerated().map { rank, seat in
            rank == 3
                ? Attendance(party: seat.party, presence: .represented, by: "Lucas Perrin")
                : Attendance(party: seat.party, presence: rank == 4 ? .excused : .present, by: "")
        }
        _ = try await workspace.setAttendance(attendance, of: id, as: coordinator)
        return id
    }

    func holdFirst() async throws {
        let id = try await hold(1)
        let decision = try await decide(
            "Nommer une personne référente par direction", bearer: Units.people, due: calendar.ago(180), in: id)
        _ = try await workspace.carryOut(decision, on: calendar.ago(190), as: coordinator)
        try await approve(id, "Le comité adopte sa fréquence\u{A0}: une séance par trimestre.", on: calendar.ago(230))
    }

    func holdSecond() async throws {
        let id = try await hold(2)
        _ = try await decide(
            "Écrire la règle d’attribution des téléphones", bearer: Positions.equipment, due: calendar.ago(20), in: id)
        try await approve(id, "Deux directions demandent un point sur les délais d’achat.", on: calendar.ago(100))
    }

    /// `estimated` is an action whose priority it sets.
    func holdThird(_ estimated: ActionID?) async throws {
        let id = try await hold(3)
        _ = try await decide(
            "Présenter le plan aux communes membres", bearer: Units.communication, due: calendar.ahead(30), in: id)
        if let estimated {
            var note = DecisionNote(.impact)
            note.action = estimated.number
            note.value = 5
            note.reason = "Priorité du mandat"
            _ = try await workspace.decide(note, in: id, as: coordinator)
        }
        _ = try await workspace.writeMinutes(
            "La présidente demande que **chaque report** soit motivé avant la séance.", of: id, reading: nil, as: coordinator)
    }

    private func decide(_ words: String, bearer: String, due: Day, in id: MeetingID) async throws -> DecisionID {
        var note = DecisionNote(.free)
        note.words = words
        note.bearer = bearer
        note.due = due
        return try await workspace.decide(note, in: id, as: coordinator).decision.id
    }

    private func approve(_ id: MeetingID, _ text: String, on day: Day) async throws {
        _ = try await workspace.writeMinutes(text, of: id, reading: nil, as: coordinator)
        _ = try await workspace.approveMinutes(of: id, on: day, as: coordinator)
    }
}
