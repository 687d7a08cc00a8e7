/// What awaits someone this week, over the open plans.
package import JalonDomain
package import JalonStore
import SQL

package struct Digest: Sendable {
    /// A decision of a committee that its bearer has not carried out.
    package struct Borne: Sendable {
        package let decision: MeetingDecision
        package let committee: String
    }

    package struct Sitting: Sendable {
        package let meeting: Meeting
        package let committee: String
    }

    /// Actions of each list.
    package static let most = 20
    /// Days ahead that are told.
    package static let ahead = 14

    package let late: [ActionGlance]
    /// Due within `ahead` days.
    package let soon: [ActionGlance]
    /// For who decides or prepares it.
    package let awaitingDecision: [ActionGlance]
    package let borne: [Borne]
    package let sittings: [Sitting]
    /// Measures that are awaited, and figures off target.
    package let measures: [OwnIndicator]

    package var isEmpty: Bool {
        late.isEmpty && soon.isEmpty && awaitingDecision.isEmpty && borne.isEmpty && sittings.isEmpty && measures.isEmpty
    }
}

extension Scene {
    func digest() throws -> Digest {
        let own = [actor.person?.id, actor.person?.position, actor.person?.unit].compactMap { $0 }
        let last = today + Digest.ahead
        var borne: [Digest.Borne] = []
        var sittings: [Digest.Sitting] = []
        for plan in try plans.all() where plan.state != .closed {
            let committees = try committees.all(plan: plan.number).filter { !$0.archived }
            let names = Dictionary(uniqueKeysWithValues: committees.map { ($0.id, $0.name) })
            borne += try meetings.openDecisions(plan: plan.number).filter { $0.kind == .free && $0.bearer.map(own.contains) ?? false }
                .map { Digest.Borne(decision: $0, committee: names[$0.id.meeting.committee] ?? "") }
            for committee in committees where committee.members.contains(where: { own.contains($0.party) }) {
                sittings += try self.committees.meetings(of: committee.id)
                    .filter { [.planned, .convened].contains($0.state) && $0.on >= today && $0.on <= last }
                    .map { Digest.Sitting(meeting: $0, committee: committee.name) }
            }
        }
        let carried = own.isEmpty ? [] : try carried.open(of: own, until: last, limit: Digest.most * 2)
        return Digest(
            late: Array(carried.filter { !$0.awaitsDecision && $0.lateness(on: today) > 0 }.prefix(Digest.most)),
            soon: Array(carried.filter { !$0.awaitsDecision && $0.lateness(on: today) == 0 }.prefix(Digest.most)),
            awaitingDecision: actor.role.grants(.decide) ? try self.carried.awaitingDecision(limit: Digest.most) : [],
            borne: borne, sittings: sittings.sorted { $0.meeting.on < $1.meeting.on },
            measures: actor.role.grants(.reportOnOwn)
                ? Array(try ownIndicators(all: false).filter { $0.isDue || $0.row.status == .offTarget }.prefix(Digest.most)) : [])
    }
}
