/// The pack of a meeting (dossier de séance): what each member reads, frozen when the meeting is convened.
import Foundation
package import JalonDomain
package import JalonStore

/// What is written is read for ever: a field added later is optional.
package struct MeetingPack: Sendable, Equatable, Codable {
    package struct Seat: Sendable, Equatable, Codable {
        package let name: String
        package let role: CommitteeRole
    }

    package let plan: String
    package let committee: String
    package let purpose: String
    package let meeting: MeetingID
    package let on: Day
    package let time: ClockTime?
    package let place: String
    package let members: [Seat]
    package let agenda: [AgendaItem]
    package let actions: [AgendaAction]
    package let indicators: [AgendaIndicator]?
    package let followUps: [MeetingDecision]
    /// Who carries them out.
    package let bearers: [Int: String]
    package let axes: [Axis]
    package let tallies: [Tally]
    package let next: Day?
    /// The day it was frozen: lateness is as of then.
    package let asOf: Day
}

package struct PackSheet: Sendable {
    /// Actions of the comparison that a pack shows.
    package static let mostChanges = 60

    package let plan: Plan
    package let committee: Committee
    package let pack: MeetingPack
    /// When it was frozen.
    package let at: Instant
    /// When the committee's pack before it was frozen, and what changed in the plan since.
    package let since: Instant?
    package let difference: PlanDifference?
    package let showsCost: Bool
}

extension Workspace {
    /// The last one that was frozen for that meeting.
    package func pack(of id: MeetingID, _ visitor: Visitor) async throws -> Seen<PackSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(id.plan)
            let committee = try scene.committee(id.committee)
            guard let document = try scene.meetings.document(.pack, of: id) else { throw DomainError.notFound(.meeting) }
            let pack = try JSONDecoder().decode(MeetingPack.self, from: Data(document.content.utf8))
            let before = try scene.meetings.document(.pack, before: document)
            var difference: PlanDifference?
            if let from = before?.freeze, let to = document.freeze {
                difference = try scene.difference(of: plan, from: from, to: .frozen(to), limit: PackSheet.mostChanges)
            }
            return PackSheet(
                plan: plan, committee: committee, pack: pack, at: document.at, since: before?.at, difference: difference,
                showsCost: scene.actor.role.grants(.readInternal) && scene.actor.role != .pilot)
        }
    }
}

extension Scene {
    /// The plan is frozen with it, for the next pack to be compared.
    func freezePack(of sheet: MeetingSheet) throws {
        let named = Set(sheet.agenda.compactMap(\.action) + sheet.followUps.compactMap(\.action))
        let bearers = sheet.followUps.compactMap(\.bearer)
        let pack = MeetingPack(
            plan: sheet.plan.title, committee: sheet.committee.name, purpose: sheet.committee.purpose, meeting: sheet.meeting.id,
            on: sheet.meeting.on, time: sheet.meeting.time, place: sheet.meeting.place,
            members: sheet.committee.members.map { MeetingPack.Seat(name: sheet.names[$0.party] ?? "", role: $0.role) },
            agenda: sheet.agenda, actions: sheet.actions.values.filter { named.contains($0.number) }.sorted { $0.number < $1.number },
            indicators: sheet.indicators.values.sorted { $0.number < $1.number }, followUps: sheet.followUps,
            bearers: sheet.names.filter { bearers.contains($0.key) }, axes: sheet.plan.axes,
            tallies: sheet.tallies, next: sheet.next?.on, asOf: today)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = String(decoding: try encoder.encode(pack), as: UTF8.self)
        try meetings.freeze(.pack, of: sheet.meeting.id, content, freeze: try freeze(sheet.plan, for: .meeting), at: now)
    }
}
