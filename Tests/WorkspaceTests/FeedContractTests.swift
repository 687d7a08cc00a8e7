/// Calendars to subscribe to, on both engines: what they hold, whom they open to, and until when.
import Foundation
import JalonDomain
import JalonExchange
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct FeedContractTests {
    private func read(_ s: Setting, _ token: String) async throws -> [String] {
        let file = try await s.workspace.feed(
            token, meetingLink: { "https://jalon.example/\($0)/\($1)" }, actionLink: { "https://jalon.example/\($0)/\($1)" })
        // As RFC 5545 unfolds them.
        return String(decoding: file.bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test(arguments: Engine.allCases) func aFeedFollowsItsMeetingsUntilItIsRevoked(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        _ = try await s.add("Garder; les, postes", pilot: "Karim Pilote") {
            $0.due = s.day("2026-06-30")
            $0.milestones = [Milestone(title: "Inventaire", due: s.day("2026-06-20"), reachedOn: nil)]
        }
        _ = try await s.add("D’une autre équipe", pilot: "Rose Lit") { $0.due = s.day("2026-07-30") }
        let edit = CommitteeEdit(
            name: "COPIL", purpose: "", cadence: nil, from: s.day("2026-01-01"), place: "Salle 2", time: ClockTime("14h30"), length: 90)
        let id = try await s.workspace.addCommittee(edit, to: 1, as: coordinator).id
        _ = try await s.workspace.admit("Karim Pilote", as: .member, to: id, as: coordinator)
        let meeting = try await s.workspace.planMeetings(
            [MeetingEdit(on: s.day("2026-07-02"), time: edit.time, place: edit.place)], of: id, as: coordinator)[0].id

        let own = try await s.workspace.makeFeed(.person, .fr, as: s.visitor(.pilot))
        let shared = try await s.workspace.makeFeed(.committee(id), .fr, as: s.visitor(.pilot))
        let lines = try await read(s, own)
        #expect(lines.contains("UID:meeting-1-1-1@ville-d-aubrac.jalon") && lines.contains("DTSTART:20260702T123000Z"))
        #expect(lines.contains("DTEND:20260702T140000Z") && lines.contains("SEQUENCE:0") && lines.contains("STATUS:TENTATIVE"))
        #expect(lines.contains("SUMMARY:Échéance – Garder\\; les\\, postes") && lines.contains("DTSTART;VALUE=DATE:20260630"))
        #expect(lines.contains("SUMMARY:Jalon\u{A0}: Inventaire – Garder\\; les\\, postes"))
        #expect(!lines.contains { $0.contains("autre équipe") })
        #expect(try await read(s, shared).contains { $0.contains("autre équipe") })
        // Nothing moves while nothing changes, whatever the hour.
        s.clock.advance(seconds: 7200)
        #expect(try await read(s, own) == lines)

        _ = try await s.workspace.moveMeeting(
            meeting, reading: nil, MeetingEdit(on: s.day("2026-12-03"), time: ClockTime("9h"), place: ""), reason: "", as: coordinator)
        let moved = try await read(s, own)
        // The same event, an hour off from Paris in winter.
        #expect(moved.contains("UID:meeting-1-1-1@ville-d-aubrac.jalon") && moved.contains("DTSTART:20261203T080000Z"))
        #expect(moved.contains("SEQUENCE:1"))
        _ = try await s.workspace.cancelMeeting(meeting, reason: "Faute de points", as: coordinator)
        #expect(try await read(s, shared).contains("STATUS:CANCELLED"))

        // A new address replaces the one before; a revoked one, and one of who is no longer a member, opens nothing.
        let again = try await s.workspace.makeFeed(.person, .en, as: s.visitor(.pilot))
        await #expect(throws: DomainError.notFound(.page)) { _ = try await read(s, own) }
        #expect(try await read(s, again).contains { $0.hasPrefix("SUMMARY:Due date") })
        try await s.workspace.revokeFeed(.committee(id), as: s.visitor(.pilot))
        await #expect(throws: DomainError.notFound(.page)) { _ = try await read(s, shared) }
        _ = try await s.workspace.removeMember("pilot@example.org", as: s.administrator)
        await #expect(throws: DomainError.notFound(.page)) { _ = try await read(s, again) }
        #expect(try await s.workspace.verify() == [])
    }
}
