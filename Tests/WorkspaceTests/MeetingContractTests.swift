/// Meetings through the verbs of the workspace, on both engines: decisions act and are signed, and what is frozen stays.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct MeetingContractTests {
    /// A committee with a meeting today, a study that awaits its decision (1), a late action (2) and one without a pilot (3).
    private func scene(_ s: Setting, validated: Bool = true) async throws -> MeetingID {
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        _ = try await s.add("Étudier", pilot: "Karim Pilote", level: .reflection) { $0.due = s.day("2026-06-01") }
        _ = try await s.add("Garder", pilot: "Karim Pilote") { $0.due = s.day("2026-06-01") }
        _ = try await s.add("Former")
        if validated {
            try await s.workspace.propose(1, reading: nil, as: coordinator)
            try await s.workspace.validate(
                1, reading: nil, Validation(on: s.day("2026-02-01"), body: "Bureau", person: ""), as: coordinator)
        }
        var report = StageReport()
        (report.progress, report.deliverableTitle, report.method, report.result) = (.done, "Étude", "Entretiens", "Faisable")
        _ = try await s.workspace.report(
            ActionID(plan: 1, number: 1), reading: nil, ReportInput(report: report, perimeter: nil), as: coordinator)
        let edit = CommitteeEdit(
            name: "COPIL", purpose: "", cadence: nil, from: s.day("2026-01-01"), place: "", time: nil, length: 90)
        let committee = try await s.workspace.addCommittee(edit, to: 1, as: coordinator).id
        _ = try await s.workspace.admit("Rose Lit", as: .chair, to: committee, as: coordinator)
        let days = ["2026-06-16", "2026-09-16"].map { MeetingEdit(on: s.day($0), time: ClockTime("10h"), place: "Salle") }
        return try await s.workspace.planMeetings(days, of: committee, as: coordinator)[0].id
    }

    private func note(_ kind: DecisionKind, action: Int? = nil, _ change: (inout DecisionNote) -> Void = { _ in }) -> DecisionNote {
        var note = DecisionNote(kind)
        note.action = action
        change(&note)
        return note
    }

    @Test(arguments: Engine.allCases) func theAgendaWritesItselfAndIsThenPutInOrder(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let id = try await scene(s)
        let coordinator = s.visitor(.coordinator)
        let sheet = try await s.workspace.meeting(id, s.visitor(.reader)).model
        #expect(sheet.agenda.map(\.kind) == [.progress, .awaitsDecision, .late, .withoutPilot, .nextDate])
        #expect(sheet.agenda.compactMap(\.action) == [1, 2, 3] && sheet.next?.on == s.day("2026-09-16"))

        let items = [AgendaItem(.late, action: 2, comment: "Reporter ?"), AgendaItem(.free, title: "Budget 2027")]
        _ = try await s.workspace.setAgenda(items, of: id, reading: sheet.meeting.version, as: coordinator)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.setAgenda(items, of: id, reading: 1, as: coordinator)
        }
        await #expect(throws: DomainError.invalid(.agenda, .unknown("9"))) {
            _ = try await s.workspace.setAgenda([AgendaItem(.late, action: 9)], of: id, reading: nil, as: coordinator)
        }
        let written = try await s.workspace.meeting(id, coordinator).model
        #expect(written.agenda == items && written.proposed.map(\.kind) == [.progress, .awaitsDecision, .withoutPilot, .nextDate])
        _ = try await s.workspace.convene(id, as: coordinator)
        #expect(try await s.workspace.meeting(id, coordinator).model.agenda == items)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func decisionsActSignedWithTheMeeting(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let id = try await scene(s)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.convene(id, as: coordinator)
        await #expect(throws: DomainError.invalid(.state, .meetingIs(.convened, needs: [.held]))) {
            _ = try await s.workspace.decide(note(.free) { $0.words = "Trop tôt" }, in: id, as: coordinator)
        }
        _ = try await s.workspace.hold(id, as: coordinator)

        let opened = try await s.workspace.decide(
            note(.generalise, action: 1) { $0.due = s.day("2026-12-31") }, in: id, as: coordinator
        ).decision
        let first = try await s.workspace.action(ActionID(plan: 1, number: 1), coordinator).model.action
        #expect(opened.id.short == "1.1" && !opened.isOpen && first.current.level == .implementation)
        #expect(first.path[0].decision?.by == "COPIL" && first.path[0].decision?.meeting == "COPIL n°\u{A0}1")
        #expect(first.path[0].decision?.on == s.day("2026-06-16") && first.due == s.day("2026-12-31"))

        // The rules of the verbs hold: a promised date moves for a reason. Nothing is left of what is refused.
        await #expect(throws: DomainError.invalid(.reason, .reasonOfSlippageNeeded)) {
            _ = try await s.workspace.decide(note(.due, action: 2) { $0.due = s.day("2026-10-30") }, in: id, as: coordinator)
        }
        #expect(try await s.workspace.meeting(id, coordinator).model.decisions.count == 1)
        _ = try await s.workspace.decide(
            note(.due, action: 2) { ($0.due, $0.reason) = (s.day("2026-10-30"), "Inventaires manquants") }, in: id, as: coordinator)
        let second = try await s.workspace.action(ActionID(plan: 1, number: 2), coordinator).model
        #expect(second.action.due == s.day("2026-10-30") && second.action.current.baseline == s.day("2026-06-01"))
        #expect(second.action.current.slippageReason == "Inventaires manquants (COPIL n°\u{A0}1)")
        #expect(second.journal?.first?.changes.contains { $0.field == .meeting && $0.after.hasSuffix(", 1.2") } == true)

        _ = try await s.workspace.decide(note(.pilot, action: 3) { $0.bearer = "Inès Coord" }, in: id, as: coordinator)
        _ = try await s.workspace.decide(note(.impact, action: 3) { $0.value = 5 }, in: id, as: coordinator)
        _ = try await s.workspace.decide(note(.cost, action: 3) { $0.value = 120_000 }, in: id, as: coordinator)
        let third = try await s.workspace.action(ActionID(plan: 1, number: 3), coordinator).model
        #expect(third.action.pilot.flatMap { third.names[$0] } == "Inès Coord" && third.action.impact == 5 && third.action.cost == 120_000)
        // Amounts are for who may read costs.
        #expect(try await s.workspace.meeting(id, s.visitor(.reader)).model.showsCost == false)
        #expect(try await s.workspace.meeting(id, s.visitor(.auditor)).model.showsCost)

        _ = try await s.workspace.decide(note(.revise), in: id, as: coordinator)
        _ = try await s.workspace.decide(note(.validate), in: id, as: coordinator)
        let plan = try await s.workspace.plan(1, coordinator).model.plan
        #expect(plan.state == .validated && plan.validation?.body == "COPIL n°\u{A0}1" && plan.validation?.on == s.day("2026-06-16"))
        #expect(try await s.workspace.verify() == [])

        // The last one closes the plan, and is recorded all the same; then the plan no longer changes.
        _ = try await s.workspace.decide(note(.close), in: id, as: coordinator)
        #expect(try await s.workspace.meeting(id, coordinator).model.decisions.map(\.kind).last == .close)
        await #expect(throws: DomainError.invalid(.state, .planClosed)) {
            _ = try await s.workspace.decide(note(.free) { $0.words = "Après" }, in: id, as: coordinator)
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aDecisionIsSupersededAndFollowed(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let id = try await scene(s)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.convene(id, as: coordinator)
        _ = try await s.workspace.hold(id, as: coordinator)
        _ = try await s.workspace.decide(note(.stop, action: 1) { $0.reason = "Trop cher" }, in: id, as: coordinator)
        let again = note(.experiment, action: 1) { ($0.supersedes, $0.perimeter) = ("1.1", ["Médiathèque"]) }
        let (other, created) = try await s.workspace.decide(again, in: id, as: coordinator)
        #expect(created.map(\.name) == ["Médiathèque"] && other.supersedes?.short == "1.1")
        let action = try await s.workspace.action(ActionID(plan: 1, number: 1), coordinator).model.action
        #expect(!action.isStopped && action.current.level == .experimentation)
        await #expect(throws: DomainError.invalid(.decision, .decisionSuperseded("1.1"))) {
            _ = try await s.workspace.decide(again, in: id, as: coordinator)
        }

        let free = note(.free) { ($0.words, $0.bearer, $0.due) = ("Écrire la règle", "Inès Coord", s.day("2026-06-10")) }
        let written = try await s.workspace.decide(free, in: id, as: coordinator).decision
        #expect(written.lateness(on: s.day("2026-06-16")) == 6)
        let second = MeetingID(id.committee, number: 2)
        var next = try await s.workspace.meeting(second, coordinator).model
        #expect(next.followUps.map(\.id.short) == ["1.3"] && next.agenda.first?.kind == .followUp)
        _ = try await s.workspace.approveMinutes(of: id, on: nil, as: coordinator)
        _ = try await s.workspace.carryOut(written.id, on: s.day("2026-06-15"), as: coordinator)
        next = try await s.workspace.meeting(second, coordinator).model
        #expect(next.followUps.isEmpty && next.agenda.first?.kind == .progress)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func approvedMinutesChangeThroughNoVerb(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let id = try await scene(s)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.convene(id, as: coordinator)
        _ = try await s.workspace.hold(id, as: coordinator)
        let seat = try await s.workspace.meeting(id, coordinator).model.committee.members[0].party
        _ = try await s.workspace.setAttendance([Attendance(party: seat, presence: .present, by: "")], of: id, as: coordinator)
        _ = try await s.workspace.decide(note(.free) { $0.words = "Écrire" }, in: id, as: coordinator)
        _ = try await s.workspace.writeMinutes("Dit en séance.", of: id, reading: nil, as: coordinator)
        // Held, it neither moves nor takes another agenda.
        let edit = MeetingEdit(on: s.day("2026-07-01"), time: nil, place: "")
        await #expect(throws: DomainError.self) {
            _ = try await s.workspace.moveMeeting(id, reading: nil, edit, reason: "Non", as: coordinator)
        }
        await #expect(throws: DomainError.self) {
            _ = try await s.workspace.setAgenda([AgendaItem(.progress)], of: id, reading: nil, as: coordinator)
        }
        _ = try await s.workspace.approveMinutes(of: id, on: nil, as: coordinator)
        let before = try await s.workspace.meeting(id, coordinator).model
        #expect(
            before.approved?.contains("Dit en séance.") == true && before.approved?.contains("Rose Lit (présidence) – présence") == true)

        let held = DomainError.invalid(.state, .meetingIs(.approved, needs: [.held]))
        await #expect(throws: held) { _ = try await s.workspace.writeMinutes("Autre", of: id, reading: nil, as: coordinator) }
        await #expect(throws: held) { _ = try await s.workspace.setAttendance([], of: id, as: coordinator) }
        await #expect(throws: held) { _ = try await s.workspace.decide(note(.free) { $0.words = "Après" }, in: id, as: coordinator) }
        await #expect(throws: held) { _ = try await s.workspace.approveMinutes(of: id, on: nil, as: coordinator) }
        await #expect(throws: DomainError.self) { _ = try await s.workspace.convene(id, as: coordinator) }
        await #expect(throws: DomainError.self) { _ = try await s.workspace.hold(id, as: coordinator) }
        await #expect(throws: DomainError.self) { _ = try await s.workspace.cancelMeeting(id, reason: "Non", as: coordinator) }
        // What happens around it does not reach it either: names, members, labels.
        _ = try await s.workspace.editParty(
            .named("Rose Lit", nil), name: "Rose Lhomme", PartyPlace(unit: nil, position: nil), as: s.administrator)
        _ = try await s.workspace.dismiss(seat, from: id.committee, as: coordinator)
        let after = try await s.workspace.meeting(id, coordinator).model
        #expect(after.approved == before.approved && after.meeting == before.meeting && after.decisions == before.decisions)
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.convene(id, as: s.visitor(role)) }
            await #expect(throws: DomainError.forbidden) {
                _ = try await s.workspace.carryOut(DecisionID(id, number: 1), on: nil, as: s.visitor(role))
            }
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aPackStaysAsItWasRead(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let id = try await scene(s)
        let coordinator = s.visitor(.coordinator)
        await #expect(throws: DomainError.notFound(.meeting)) { _ = try await s.workspace.pack(of: id, coordinator) }
        _ = try await s.workspace.convene(id, as: coordinator)
        let first = try await s.workspace.pack(of: id, s.visitor(.reader)).model
        #expect(first.pack.agenda.compactMap(\.action) == [1, 2, 3] && first.pack.members.map(\.name) == ["Rose Lit"])
        #expect(first.difference == nil && first.pack.actions.first { $0.number == 2 }?.lateness(on: first.pack.asOf) == 15)

        // What becomes of the plan, of the directory and of the committee does not reach it.
        _ = try await s.workspace.hold(id, as: coordinator)
        _ = try await s.workspace.decide(
            note(.due, action: 2) { ($0.due, $0.reason) = (s.day("2026-10-30"), "Inventaires") }, in: id, as: coordinator)
        _ = try await s.workspace.editCommittee(
            id.committee, reading: nil,
            CommitteeEdit(name: "Comité", purpose: "", cadence: nil, from: s.day("2026-01-01"), place: "", time: nil, length: 90),
            as: coordinator)
        _ = try await s.workspace.editParty(
            .named("Rose Lit", nil), name: "Rose Lhomme", PartyPlace(unit: nil, position: nil), as: s.administrator)
        s.clock.advance(days: 60)
        #expect(try await s.workspace.pack(of: id, coordinator).model.pack == first.pack)

        // The next one says what changed since.
        let second = MeetingID(id.committee, number: 2)
        _ = try await s.workspace.convene(second, as: coordinator)
        let next = try await s.workspace.pack(of: second, coordinator).model
        #expect(next.difference?.actions.map(\.number) == [2] && next.difference?.actions.first?.kinds.contains(.redated) == true)
        #expect(next.since == first.at && next.pack.committee == "Comité")
        #expect(try await s.workspace.verify() == [])
    }
}
