/// Calendars to subscribe to: of a committee, or of a person; each at an address that only who made it knows, and that they revoke.
package import JalonDomain
import JalonExchange
package import JalonStore
import SQL

/// The calendars that one may subscribe to, and those that have an address.
package struct FeedListing: Sendable {
    package let plans: [Plan]
    package let committees: [Committee]
    package let made: [FeedSubject: Instant]
}

/// A calendar as it is sent.
package struct FeedFile: Sendable {
    package let bytes: [UInt8]
    package let name: String
}

extension Workspace {
    /// So many due dates, and so many milestones, at most.
    private static let mostDated = 1000
    /// Days that a calendar keeps what is past.
    private static let pastKept = 365

    package func feeds(_ visitor: Visitor) async throws -> Seen<FeedListing> {
        try await look(visitor, needs: .read) { scene in
            let plans = try scene.plans.all().filter { $0.state != .closed }
            return FeedListing(
                plans: plans, committees: try plans.flatMap { try scene.committees.all(plan: $0.number) }.filter { !$0.archived },
                made: try FeedStore(scene.sql).all(organisation: scene.organisation.id, account: scene.actor.account))
        }
    }

    /// Answers the token at the end of its address, shown once.
    package func makeFeed(_ subject: FeedSubject, _ language: Language, as visitor: Visitor) async throws -> String {
        let token = newToken()
        return try await change(visitor, needs: .read) { scene in
            if case .committee(let id) = subject { _ = try scene.committee(id) }
            try FeedStore(scene.sql).make(
                subject, organisation: scene.organisation.id, account: scene.actor.account, tokenHash: tokenHash(token), language,
                at: scene.now)
            try scene.journal(.feedMade, subject)
            return token
        }
    }

    package func revokeFeed(_ subject: FeedSubject, as visitor: Visitor) async throws {
        try await change(visitor, needs: .read) { scene in
            guard try FeedStore(scene.sql).revoke(subject, organisation: scene.organisation.id, account: scene.actor.account) else {
                return
            }
            try scene.journal(.feedRevoked, subject)
        }
    }

    /// What an address opens; `link` gives where a committee's meeting or an action is read.
    package func feed(
        _ token: String, meetingLink: @escaping @Sendable (String, MeetingID) -> String,
        actionLink: @escaping @Sendable (String, ActionID) -> String
    ) async throws -> FeedFile {
        let now = clock()
        return try await database.read { sql in
            guard let feed = try FeedStore(sql).find(tokenHash: tokenHash(token)),
                let member = try AccountStore(sql).member(account: feed.account, organisation: feed.organisation.id)
            else { throw DomainError.notFound(.page) }
            let scene = Scene(sql, member, in: feed.organisation, at: now)
            let zone = Zone(feed.organisation.timeZone)
            let words = Words(feed.language)
            let own = [member.party.id, member.party.position, member.party.unit].compactMap { $0 }
            let plan: Int?
            let committees: [Committee]
            let name: String
            switch feed.subject {
            case .person:
                plan = nil
                committees = try scene.plans.all().filter { $0.state != .closed }
                    .flatMap { try scene.committees.all(plan: $0.number) }
                    .filter { committee in committee.members.contains { own.contains($0.party) } }
                name = "\(member.name), \(feed.organisation.name)"
            case .committee(let id):
                plan = id.plan
                committees = [try scene.committee(id)]
                name = "\(committees[0].name), \(feed.organisation.name)"
            }
            let first = scene.today + -Self.pastKept
            let meetings = try committees.flatMap { committee in
                try scene.committees.meetings(of: committee.id).filter { $0.on >= first }.map { meeting in
                    meetingEvent(
                        meeting, of: committee, feed.organisation, zone, words, url: meetingLink(feed.organisation.slug, meeting.id))
                }
            }
            let dated = try scene.actions.dated(
                plan: plan, pilots: plan == nil ? own : nil, from: first, limit: Self.mostDated
            ).map { event($0, feed, words, url: actionLink(feed.organisation.slug, $0.action)) }
            return FeedFile(bytes: ICalendar.write(name: name, meetings + dated), name: name)
        }
    }
}

/// The same in every calendar and message: its identity is the meeting's.
func meetingEvent(
    _ meeting: Meeting, of committee: Committee, _ organisation: Organisation, _ zone: Zone, _ words: Words, url: String
) -> CalendarEvent {
    let status: CalendarEvent.Status =
        switch meeting.state {
        case .planned: .tentative
        case .convened, .held, .approved: .confirmed
        case .cancelled: .cancelled
        }
    return CalendarEvent(
        uid: "meeting-\(meeting.id.plan)-\(meeting.id.committee.number)-\(meeting.id.number)@\(organisation.slug).jalon",
        when: meeting.time.map { .time(zone.instant(meeting.on, $0), minutes: committee.length) } ?? .day(meeting.on),
        summary: words.meeting(committee.name, meeting.id.number), description: meeting.reason, location: meeting.place, url: url,
        status: status, sequence: meeting.version - 1, changedAt: meeting.changedAt)
}

private func event(_ thing: DatedThing, _ feed: Feed, _ words: Words, url: String) -> CalendarEvent {
    let kind =
        thing.milestone.map { "milestone-\(thing.action.plan)-\(thing.action.number)-\($0.position)" }
        ?? "due-\(thing.action.plan)-\(thing.action.number)"
    let what = thing.milestone.map { words.labelled(words.say("Jalon", "Milestone"), $0.title) } ?? words.field(.due)
    return CalendarEvent(
        uid: "\(kind)@\(feed.organisation.slug).jalon", when: .day(thing.day), summary: "\(what) – \(thing.label)",
        description: words.actionNumber(thing.action.number), location: "", url: url, status: .confirmed, sequence: thing.version - 1,
        changedAt: thing.changedAt)
}

extension Zone {
    /// When the clocks of a place show that time on that day; in the hour that a change of clocks skips, the moment it would have been.
    package func instant(_ day: Day, _ time: ClockTime) -> Instant {
        let local = Instant(seconds: day.ordinal * 86_400 + time.minutes * 60)
        let guess = local + -offset(at: local)
        return local + -offset(at: guess)
    }
}

extension Scene {
    /// Named by what it shows, never by its address.
    fileprivate func journal(_ verb: JournalVerb, _ subject: FeedSubject) throws {
        let name: String
        switch subject {
        case .person: name = actor.name
        case .committee(let id): name = try committees.find(id)?.name ?? ""
        }
        try journal.write(
            verb, subject: "feed \(actor.account)", plan: nil, action: nil, version: nil,
            changes: [Change(field: .name, before: "", after: name)], by: actor, at: now)
    }
}
