/// Messages, on both engines: what the journal leads to, whom it reaches, and what becomes of each.
import Foundation
import JalonDomain
import JalonExchange
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct MailContractTests {
    private let links = MailLinks { "https://jalon.example/\($0)/\($1)" }

    /// What is due, each taken and settled as said.
    private func deliver(_ s: Setting, _ delivery: Delivery = .accepted) async throws -> [MailSheet] {
        var sheets: [MailSheet] = []
        while let sheet = try await s.workspace.beginMail(links) {
            sheets.append(sheet)
            _ = try await s.workspace.settleMail(sheet, delivery, subject: "Objet", words: "Texte")
        }
        return sheets
    }

    private func convened(_ s: Setting) async throws -> MeetingID {
        let coordinator = s.visitor(.coordinator)
        let edit = CommitteeEdit(
            name: "COPIL", purpose: "", cadence: nil, from: s.day("2026-01-01"), place: "Salle 2", time: ClockTime("14h30"), length: 90)
        let id = try await s.workspace.addCommittee(edit, to: 1, as: coordinator).id
        _ = try await s.workspace.admit("Karim Pilote", as: .chair, to: id, as: coordinator)
        _ = try await s.workspace.admit("Personne Sans Compte", as: .member, to: id, as: coordinator)
        let meeting = try await s.workspace.planMeetings(
            [MeetingEdit(on: s.day("2026-07-02"), time: edit.time, place: edit.place)], of: id, as: coordinator)[0].id
        _ = try await s.workspace.convene(meeting, as: coordinator)
        return meeting
    }

    @Test(arguments: Engine.allCases) func aConvocationReachesItsMembersOnce(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let meeting = try await convened(s)
        #expect(try await s.workspace.queueMail() == 1)
        #expect(try await s.workspace.queueMail() == 0)
        let sheets = try await deliver(s)
        #expect(sheets.map(\.to.name) == ["Karim Pilote"])
        guard case .convocation(let sheet, let event) = try #require(sheets.first).content else {
            Issue.record("not a convocation")
            return
        }
        #expect(sheet.meeting.id == meeting && sheet.hasPack && event.uid == "meeting-1-1-1@ville-d-aubrac.jalon")
        #expect(try await deliver(s).isEmpty)
        // A cancellation is told too, as it stands when it leaves.
        _ = try await s.workspace.cancelMeeting(meeting, reason: "Grève", as: s.visitor(.coordinator))
        #expect(try await s.workspace.queueMail() == 1)
        guard case .convocation(let told, _) = try #require(try await deliver(s).first).content else { return }
        #expect(told.meeting.state == .cancelled)
        #expect(try await s.workspace.verify().isEmpty)
    }

    @Test(arguments: Engine.allCases) func assignmentsMadeTogetherAreToldTogether(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.workspace.queueMail()
        _ = try await s.add("Première", pilot: "Karim Pilote")
        let second = try await s.add("Deuxième", pilot: "Karim Pilote")
        #expect(try await s.workspace.queueMail() == 1)
        #expect(try await deliver(s).isEmpty, "they wait for those that may follow")
        _ = try await s.add("Troisième", pilot: "Karim Pilote")
        #expect(try await s.workspace.queueMail() == 0)
        _ = try await s.workspace.setArchived(true, second.id, as: s.visitor(.coordinator))
        s.clock.advance(seconds: 700)
        guard case .assignment(let actions) = try #require(try await deliver(s).first).content else { return }
        #expect(Set(actions.map(\.label)) == ["Première", "Troisième"])
    }

    @Test(arguments: Engine.allCases) func whoDoesNotWantAKindIsNotWrittenTo(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let session = try await s.workspace.signIn(email: "pilot@example.org", password: Setting.password, from: "192.0.2.1")
        try await s.workspace.refuseMail([.convocation], session)
        #expect(try await s.workspace.mailRefusals(session) == [.convocation])
        _ = try await convened(s)
        #expect(try await s.workspace.queueMail() == 0)
    }

    @Test(arguments: Engine.allCases) func anAttemptCutInTheMiddleIsNeverMadeAgainAlone(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await convened(s)
        _ = try await s.workspace.queueMail()
        let taken = try #require(try await s.workspace.beginMail(links))
        #expect(try await s.workspace.beginMail(links) == nil, "nobody else takes it meanwhile")
        s.clock.advance(seconds: Mail.longestAttempt + 1)
        #expect(try await s.workspace.beginMail(links) == nil)
        let kept = try await s.workspace.mail(taken.mail.id, links, s.administrator).model
        #expect(kept.line.mail.state == .uncertain && kept.line.mail.messageID == taken.mail.messageID)
        // What it answered after all comes too late to count.
        _ = try await s.workspace.settleMail(taken, .accepted, subject: "", words: "")
        #expect(try await s.workspace.mail(taken.mail.id, links, s.administrator).model.line.mail.state == .uncertain)
        _ = try await s.workspace.sendMailAgain(taken.mail.id, as: s.administrator)
        #expect(try await deliver(s).map(\.mail.messageID) == [taken.mail.messageID])
    }

    @Test(arguments: Engine.allCases) func mondaysTellWhatAwaits(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("En retard", pilot: "Karim Pilote") { $0.due = s.day("2026-05-01") }
        _ = try await s.workspace.queueMail()
        _ = try await deliver(s)
        // The sample's clock stands on Tuesday 16 June 2026.
        let digests = try await s.workspace.mails(nil, before: nil, s.administrator).model.lines.filter { $0.mail.kind == .digest }
        #expect(digests.map(\.to.name) == ["Karim Pilote"])
        s.clock.advance(seconds: 86_400)
        _ = try await s.workspace.queueMail()
        #expect(try await s.workspace.mails(nil, before: nil, s.administrator).model.lines.count { $0.mail.kind == .digest } == 1)
        s.clock.advance(seconds: 6 * 86_400)
        _ = try await s.workspace.queueMail()
        #expect(try await s.workspace.mails(nil, before: nil, s.administrator).model.lines.count { $0.mail.kind == .digest } == 2)
    }

    @Test(arguments: Engine.allCases) func aServerSetUpLateFloodsNobody(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await convened(s)
        _ = try await s.workspace.queueMail()
        s.clock.advance(seconds: Mail.longestWait + 60)
        #expect(try await deliver(s).isEmpty)
        let line = try #require(try await s.workspace.mails(.dropped, before: nil, s.administrator).model.lines.first)
        await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.markMailSent(line.mail.id, as: s.visitor(.coordinator)) }
        #expect(try await s.workspace.markMailSent(line.mail.id, as: s.administrator).state == .sent)
    }
}
