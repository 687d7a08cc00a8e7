/// Committees, their members and their calendar, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct CommitteeContractTests {
    private func edit(_ s: Setting, _ name: String = "COPIL", cadence: Cadence? = .quarterly) -> CommitteeEdit {
        CommitteeEdit(
            name: name, purpose: "Décide", cadence: cadence, from: s.day("2026-01-01"), place: "Salle 2", time: ClockTime("14:30"),
            length: 90)
    }

    @Test(arguments: Engine.allCases) func aCommitteeIsCreatedWithItsCalendar(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        let id = try await s.workspace.addCommittee(edit(s), to: 1, meetings: true, as: coordinator).id
        let sheet = try await s.workspace.committee(id, s.visitor(.reader)).model
        #expect(sheet.committee.time == ClockTime("14:30") && sheet.committee.cadence == .quarterly)
        #expect(sheet.meetings.count == 12 && sheet.meetings.first?.on == s.day("2026-01-02") && sheet.proposedDays.isEmpty)
        #expect(sheet.frequency.lastTwelveMonths == MeetingCount(planned: 2, held: 0))

        // All or none, and one meeting a day.
        let days = ["2026-06-18", "2026-07-01"].map { MeetingEdit(on: s.day($0), time: nil, place: "") }
        await #expect(throws: DomainError.invalid(.on, .alreadyTaken("2026-07-01"))) {
            _ = try await s.workspace.planMeetings(days, of: id, as: coordinator)
        }
        #expect(try await s.workspace.committee(id, coordinator).model.meetings.count == 12)
        let added = try await s.workspace.planMeetings([days[0]], of: id, as: coordinator)
        #expect(added.map(\.id.number) == [13])

        // The same name once, whatever its case; the version that was read; and the other roles.
        await #expect(throws: DomainError.invalid(.name, .alreadyTaken("COPIL"))) {
            _ = try await s.workspace.addCommittee(edit(s, "copil"), to: 1, as: coordinator)
        }
        _ = try await s.workspace.editCommittee(id, reading: 1, edit(s, "Comité", cadence: nil), as: coordinator)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.editCommittee(id, reading: 1, edit(s, "Autre"), as: coordinator)
        }
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) {
                _ = try await s.workspace.addCommittee(edit(s, "X"), to: 1, as: s.visitor(role))
            }
            await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.planMeetings([days[1]], of: id, as: s.visitor(role)) }
        }
        await #expect(throws: DomainError.notFound(.committee)) {
            _ = try await s.workspace.committee(CommitteeID(plan: 1, number: 9), coordinator)
        }
        let overview = try await s.workspace.overview(of: 1, s.visitor(.auditor)).model
        #expect(overview.committees.map(\.name) == ["Comité"])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func membersComeFromTheDirectoryAndFollowIt(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        let id = try await s.workspace.addCommittee(edit(s), to: 1, as: coordinator).id
        let known = try await s.workspace.admit("Rose Lit", as: .chair, to: id, as: coordinator)
        let new = try await s.workspace.admit("Claire Joubert", as: .secretary, to: id, as: coordinator)
        #expect(known.created.isEmpty && new.created.map(\.name) == ["Claire Joubert"])
        #expect(new.committee.members.map(\.role) == [.chair, .secretary])

        // One who becomes another sits in their place, and once.
        _ = try await s.workspace.admit("C. Joubert", as: .guest, to: id, as: coordinator)
        _ = try await s.workspace.mergeParty(
            .named("C. Joubert", nil), into: .named("Claire Joubert", nil), as: s.administrator)
        let sheet = try await s.workspace.committee(id, coordinator).model
        #expect(sheet.committee.members.compactMap { sheet.names[$0.party] } == ["Rose Lit", "Claire Joubert"])

        _ = try await s.workspace.setCommitteeArchived(true, id, as: coordinator)
        await #expect(throws: DomainError.invalid(.archived, .committeeArchived)) {
            _ = try await s.workspace.admit("Rose Lit", as: .member, to: id, as: coordinator)
        }
        // An archived name is free; restoring asks for it again.
        _ = try await s.workspace.addCommittee(edit(s), to: 1, as: coordinator)
        await #expect(throws: DomainError.invalid(.name, .alreadyTaken("COPIL"))) {
            _ = try await s.workspace.setCommitteeArchived(false, id, as: coordinator)
        }
        let journal = try await s.workspace.journal(plan: 1, before: nil, s.administrator).model
        #expect(journal.contains { $0.subject == "committee 1/1" && $0.verb == .archived })
        #expect(try await s.workspace.verify() == [])
    }
}
