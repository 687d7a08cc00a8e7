// The life of a meeting, the agenda that writes itself, and decisions that give way to others.

import JalonDomain
import JalonExchange
import Testing

@Suite struct MeetingTests {
    private let today = Day("2026-06-16") ?? Day(ordinal: 0)
    private let id = MeetingID(CommitteeID(plan: 1, number: 1), number: 3)

    private func meeting(_ state: MeetingState, on: Int = 0) -> Meeting {
        Meeting(
            id: id, version: 1, on: today + on, time: nil, place: "", state: state, reason: "", minutes: "",
            approvedOn: state == .approved ? today : nil, changedAt: Instant(seconds: 0))
    }

    private func committee(_ members: [CommitteeMember] = [CommitteeMember(party: 1, role: .chair)]) -> Committee {
        Committee(
            id: id.committee, version: 1, name: "COPIL", purpose: "", cadence: nil, from: today, place: "", time: nil, length: 90,
            archived: false, members: members)
    }

    @Test func aMeetingGoesForward() throws {
        var meeting = meeting(.planned)
        #expect(throws: DomainError.invalid(.state, .meetingIs(.planned, needs: [.convened]))) { try meeting.hold(today: today) }
        #expect(throws: DomainError.invalid(.members, .nobodySits)) { try meeting.convene(committee([])) }
        try meeting.convene(committee())
        #expect(throws: DomainError.invalid(.state, .meetingIs(.convened, needs: [.planned]))) { try meeting.requireDrafting() }
        try meeting.hold(today: today)
        try meeting.write(minutes: "Tout fut dit.")
        #expect(throws: DomainError.invalid(.on, .before(.meeting))) { try meeting.approve(on: today + -1, today: today) }
        try meeting.approve(on: today, today: today)
        #expect(meeting.state == .approved && meeting.approvedOn == today)
        // Nothing leads on from there, nor from a meeting that is cancelled.
        for state in [MeetingState.approved, .cancelled] {
            var ended = self.meeting(state)
            let edit = MeetingEdit(on: today + 7, time: nil, place: "")
            #expect(throws: DomainError.self) { try ended.move(edit, reason: "Parce que") }
            #expect(throws: DomainError.self) { try ended.cancel(reason: "Parce que") }
            #expect(throws: DomainError.self) { try ended.convene(committee()) }
            #expect(throws: DomainError.self) { try ended.hold(today: today) }
            #expect(throws: DomainError.self) { try ended.write(minutes: "Après coup") }
            #expect(throws: DomainError.self) { try ended.approve(on: today, today: today) }
            #expect(ended == self.meeting(state))
        }
    }

    @Test func aConvenedMeetingIsPutOffForAReason() throws {
        var meeting = meeting(.convened, on: 3)
        #expect(throws: DomainError.invalid(.on, .inTheFuture)) { try meeting.hold(today: today) }
        let later = MeetingEdit(on: today + 10, time: ClockTime("9h"), place: "Salle 2")
        #expect(throws: DomainError.invalid(.reason, .reasonNeeded)) { try meeting.move(later, reason: "") }
        try meeting.move(MeetingEdit(on: meeting.on, time: ClockTime("9h"), place: "Salle 3"), reason: "")
        #expect(meeting.state == .convened && meeting.place == "Salle 3")
        try meeting.move(later, reason: "Quorum non atteint")
        #expect(meeting.state == .planned && meeting.on == today + 10 && meeting.reason == "Quorum non atteint")
        #expect(throws: DomainError.invalid(.reason, .reasonNeeded)) { try meeting.cancel(reason: "") }
    }

    @Test func anActionComesBeforeACommitteeForOneReason() {
        func kind(
            _ level: EngagementLevel, _ progress: Progress, due: Int?, baseline: Int? = nil, pilot: String? = "Anne",
            delivered: Bool = false,
            closed: Bool = false
        ) -> AgendaKind? {
            AgendaAction(
                number: 1, label: "", level: level, progress: progress, baseline: (baseline ?? due).map { today + $0 },
                due: due.map { today + $0 }, reason: "", pilot: pilot, isDelivered: delivered, isClosed: closed
            ).kind(on: today)
        }
        #expect(kind(.reflection, .done, due: -30) == .awaitsDecision)
        #expect(kind(.implementation, .inProgress, due: -1) == .late)
        #expect(kind(.implementation, .inProgress, due: 90, baseline: 30) == .late)
        #expect(kind(.reflection, .inProgress, due: 60) == .undelivered && kind(.reflection, .inProgress, due: 61) == nil)
        #expect(kind(.experimentation, .toDo, due: 10, delivered: true) == nil)
        #expect(kind(.implementation, .toDo, due: nil, pilot: nil) == .withoutPilot)
        #expect(kind(.implementation, .done, due: -5) == nil && kind(.reflection, .done, due: -5, closed: true) == nil)
    }

    @Test func aDecisionGivesWayOnceToOneOnTheSameThing() throws {
        let other = DecisionID(MeetingID(id.committee, number: 4), number: 1)
        func decision(_ kind: DecisionKind, action: Int? = nil) -> MeetingDecision {
            MeetingDecision(
                id: DecisionID(id, number: 2), kind: kind, action: action, words: "", before: "", after: "", reason: "", bearer: nil,
                due: nil,
                doneOn: nil, supersedes: nil, supersededBy: nil)
        }
        var free = decision(.free)
        try free.carryOut(on: today, today: today)
        try free.carryOut(on: nil, today: today)
        #expect(free.isOpen)
        try free.giveWay(to: other, of: .free, action: nil)
        #expect(throws: DomainError.invalid(.decision, .decisionSuperseded("3.2"))) { try free.giveWay(to: other, of: .free, action: nil) }
        #expect(throws: DomainError.invalid(.decision, .decisionSuperseded("3.2"))) { try free.carryOut(on: today, today: today) }
        var due = decision(.due, action: 5)
        #expect(throws: DomainError.invalid(.decision, .decisionOfAnother("3.2"))) { try due.giveWay(to: other, of: .pilot, action: 6) }
        #expect(throws: DomainError.invalid(.decision, .decisionActed("3.2"))) { try due.carryOut(on: today, today: today) }
        #expect(DecisionID("3.2", of: id.committee) == DecisionID(id, number: 2) && DecisionID("3", of: id.committee) == nil)
        #expect(DecisionKind(word: "Budget") == .cost && DecisionKind(word: "arrêter") == .stop && DecisionKind(word: "rien") == nil)
    }

    @Test func aDecisionIsTakenAgainWhileItsStageHasNotBegun() throws {
        var edit = ActionEdit(label: "Essai", identifiedOn: today + -90)
        edit.pilot = 1
        var action = try Action.create(
            ActionID(plan: 1, number: 1), edit, start: ActionStart(level: .reflection, commitment: nil, then: []), today: today)
        var report = StageReport()
        (report.progress, report.deliverableTitle, report.method, report.result) = (.done, "Étude", "Entretiens", "Faisable")
        try action.report(report, planValidated: true, today: today)
        func decide(_ outcome: Outcome, perimeter: [Int] = []) -> DecisionEdit {
            DecisionEdit(
                decision: Decision(outcome: outcome, by: "COPIL", on: today, meeting: "COPIL n° 3", reason: "Raison"), perimeter: perimeter,
                pilot: nil, plannedStart: nil, due: nil)
        }
        try action.decide(decide(.stop), planValidated: true, today: today)
        #expect(action.isStopped)
        try action.supersede(decide(.experiment, perimeter: [4]), planValidated: true, today: today)
        #expect(action.path.map(\.level) == [.reflection, .experimentation] && action.path[0].decision?.outcome == .experiment)
        try action.supersede(decide(.generalise), planValidated: true, today: today)
        #expect(action.path.map(\.level) == [.reflection, .implementation] && action.current.phase == .current)
        report = StageReport()
        report.progress = .inProgress
        try action.report(report, planValidated: true, today: today)
        let before = action
        #expect(throws: DomainError.invalid(.decision, .stageBegun)) {
            try action.supersede(decide(.stop), planValidated: true, today: today)
        }
        #expect(action == before)
    }

    @Test func minutesShowWhatWasTypedAsTyped() {
        let text = MinutesText(
            title: "COPIL n° 3", plan: "Plan", on: today, time: ClockTime("10h"), place: "https://example.org",
            attendance: [MinutesText.Seat(name: "Anne *B*", role: .chair, presence: .represented, by: "Lina")], agenda: [],
            decisions: [
                MinutesText.Line(
                    number: "3.1", subject: "Action n° 5, <script>", words: "Arrêter\n# Titre", reason: "", bearer: "Zoé", due: today,
                    supersedes: "2.4")
            ], text: "Un **mot**.", next: nil, approvedOn: today)
        let written = minutesMarkdown(text, Words(.fr))
        #expect(written.contains("- **3.1** Action n° 5, \\<script\\> – Arrêter \\# Titre"))
        #expect(written.contains("Anne \\*B\\* (présidence) – représentation par Lina"))
        #expect(written.contains("Portée par\u{A0}: Zoé · pour le 16 juin 2026 · remplace la décision 2.4"))
        #expect(written.contains("Un **mot**.") && written.contains("approuvé le 16 juin 2026"))
    }
}
