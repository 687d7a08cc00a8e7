/// Messages to people: read from the journal, so that what is done through any door is told, and rendered when they leave.
package import JalonDomain
package import JalonExchange
package import JalonStore
import SQL

/// A message with what it tells, as of now.
package struct MailSheet: Sendable {
    package enum Content: Sendable {
        /// Convened, moved or cancelled; with what a calendar keeps of it.
        case convocation(MeetingSheet, CalendarEvent)
        case minutes(MeetingSheet)
        case assignment([ActionGlance])
        case digest(Digest)
    }

    package let mail: Mail
    package let organisation: Organisation
    package let to: Letter.Address
    package let language: Language
    package let today: Day
    package let zone: Zone
    package let content: Content
}

/// A message in a list, with whom it is for.
package struct MailLine: Sendable {
    package let mail: Mail
    package let to: Letter.Address
    /// As it left; empty before.
    package let subject: String

    fileprivate init(_ kept: KeptMail) {
        mail = kept.mail
        to = Letter.Address(name: kept.name, email: kept.email)
        subject = kept.subject
    }
}

package struct MailListing: Sendable {
    package static let size = 50

    package let lines: [MailLine]
    package let counts: [MailState: Int]
    package let hasMore: Bool
}

/// One message, as it left or as it would leave now.
package struct MailReading: Sendable {
    package let line: MailLine
    package let words: String
    /// Nothing when there is nothing left to say.
    package let sheet: MailSheet?
}

/// Where the links of a message lead; each is a whole address.
package struct MailLinks: Sendable {
    package let meeting: @Sendable (String, MeetingID) -> String

    package init(meeting: @escaping @Sendable (String, MeetingID) -> String) {
        self.meeting = meeting
    }
}

extension Workspace {
    /// Minutes that assignments wait, so that those made together are told together.
    private static let grouping = 600

    /// Makes the messages that the journal calls for since it was last read, and each Monday the digests; answers how many.
    package func queueMail() async throws -> Int {
        let now = clock()
        let concerned = try await database.read { sql in
            try OrganisationStore(sql).all().filter { organisation in
                let mark = try MailStore(sql, organisation: organisation.id).mark()
                let last = try JournalStore(sql, organisation: organisation.id).last()
                return last > mark.journal || digestWeek(organisation, now) ?? mark.week != mark.week
            }
        }
        var made = 0
        for organisation in concerned {
            made += try await database.write(lock: organisation.id) { sql in
                var queue = try MailQueue(sql, organisation, now, newName: newToken)
                try queue.readJournal(grouping: Self.grouping)
                if let week = digestWeek(organisation, now) { try queue.makeDigests(of: week) }
                return queue.made
            }
        }
        return made
    }

    /// Messages looked at in one go to find the next that leaves.
    private static let mostLookedAt = 400

    /// The week whose digests are due, by its Monday: on Mondays and Tuesdays from seven o’clock on, where the organisation is.
    private func digestWeek(_ organisation: Organisation, _ now: Instant) -> String? {
        let zone = Zone(organisation.timeZone)
        let today = zone.day(of: now)
        let hour = (now.seconds + zone.offset(at: now)) % 86_400 / 3600
        guard today.weekday == 1 || today.weekday == 0 && hour >= 7 else { return nil }
        return (today + -today.weekday).iso
    }

    /// Takes the next message that is due, marked as being sent before anything leaves; `nil` when none is left.
    package func beginMail(_ links: MailLinks) async throws -> MailSheet? {
        let now = clock()
        try await giveUpLost(now)
        for kept in try await database.read({ try MailStore.due($0, at: now, limit: Self.mostLookedAt) }) {
            let sheet = try await database.write(lock: kept.organisation) { sql -> MailSheet? in
                let store = MailStore(sql, organisation: kept.organisation)
                guard var mail = try store.find(kept.mail.id)?.mail, mail.state == .waiting, mail.dueAt <= now else { return nil }
                guard now.seconds - mail.queuedAt.seconds <= Mail.longestWait else {
                    mail.drop("too old", at: now)
                    try store.save(mail)
                    return nil
                }
                guard let sheet = try MailScene(sql, kept.organisation, mail, now)?.sheet(links) else {
                    mail.drop("nothing to say", at: now)
                    try store.save(mail)
                    return nil
                }
                mail.begin(at: now)
                try store.save(mail)
                return sheet
            }
            if let sheet { return sheet }
        }
        return nil
    }

    /// What became of it.
    package func settleMail(_ sheet: MailSheet, _ delivery: Delivery, subject: String, words: String) async throws -> Mail? {
        let now = clock()
        return try await database.write(lock: sheet.organisation.id) { sql in
            let store = MailStore(sql, organisation: sheet.organisation.id)
            guard var mail = try store.find(sheet.mail.id)?.mail else { return nil }
            mail.settle(delivery, at: now)
            try store.save(mail)
            try store.keep(subject: subject, words: words, of: mail.id)
            return mail
        }
    }

    /// Attempts without an end: the program stopped in the middle, and nobody knows what the server kept.
    private func giveUpLost(_ now: Instant) async throws {
        for kept in try await database.read({ try MailStore.lost($0, before: now + -Mail.longestAttempt) }) {
            try await database.write(lock: kept.organisation) { sql in
                let store = MailStore(sql, organisation: kept.organisation)
                guard var mail = try store.find(kept.mail.id)?.mail, mail.state == .sending else { return }
                mail.settle(.uncertain("interrupted"), at: now)
                try store.save(mail)
            }
        }
    }

    // MARK: For who administers

    package func mails(_ state: MailState?, before id: Int?, _ visitor: Visitor) async throws -> Seen<MailListing> {
        try await look(visitor, needs: .administer) { scene in
            let kept = try scene.mails.all(state, before: id, limit: MailListing.size + 1)
            return MailListing(
                lines: kept.prefix(MailListing.size).map(MailLine.init), counts: try scene.mails.counts(),
                hasMore: kept.count > MailListing.size)
        }
    }

    package func mail(_ id: Int, _ links: MailLinks, _ visitor: Visitor) async throws -> Seen<MailReading> {
        try await look(visitor, needs: .administer) { scene in
            guard let kept = try scene.mails.find(id) else { throw DomainError.notFound(.mail) }
            let sheet = try MailScene(scene.sql, scene.organisation.id, kept.mail, scene.now)?.sheet(links)
            return MailReading(line: MailLine(kept), words: kept.words, sheet: sheet)
        }
    }

    /// Sends again what failed, was dropped or may not have left.
    package func sendMailAgain(_ id: Int, as visitor: Visitor) async throws -> Mail {
        try await settle(id, .mailSentAgain, as: visitor) { mail, now throws(DomainError) in try mail.sendAgain(at: now) }
    }

    /// Someone carried it by other means.
    package func markMailSent(_ id: Int, as visitor: Visitor) async throws -> Mail {
        try await settle(id, .mailMarkedSent, as: visitor) { mail, now throws(DomainError) in try mail.markSent(at: now) }
    }

    private func settle(
        _ id: Int, _ verb: JournalVerb, as visitor: Visitor, _ body: @escaping @Sendable (inout Mail, Instant) throws(DomainError) -> Void
    ) async throws -> Mail {
        try await change(visitor, needs: .administer) { scene in
            guard let kept = try scene.mails.find(id) else { throw DomainError.notFound(.mail) }
            var mail = kept.mail
            try body(&mail, scene.now)
            try scene.mails.save(mail)
            try scene.journal.write(
                verb, subject: "mail \(id)", plan: nil, action: nil, version: nil,
                changes: [Change(field: .mail, before: "", after: kept.name)], by: scene.actor, at: scene.now)
            return mail
        }
    }

    // MARK: For everyone

    /// The kinds that the owner of a session does not want.
    package func mailRefusals(_ token: String?) async throws -> Set<MailKind> {
        let guest = try await owner(of: token)
        return try await database.read { try MailStore.refusals($0, account: guest.account) }
    }

    package func refuseMail(_ kinds: Set<MailKind>, _ token: String?) async throws {
        let guest = try await owner(of: token)
        try await database.write(lock: 0) { try MailStore.setRefusals(kinds, account: guest.account, $0) }
    }
}

extension Scene {
    var mails: MailStore { MailStore(sql, organisation: organisation.id) }
}

/// Messages being made, in one transaction.
private struct MailQueue {
    private let sql: SQLConnection
    private let organisation: Organisation
    private let now: Instant
    /// Of a message, unlike any other.
    private let newName: () -> String
    private let store: MailStore
    private let members: [Member]
    private(set) var made = 0

    init(_ sql: SQLConnection, _ organisation: Organisation, _ now: Instant, newName: @escaping () -> String) throws {
        self.sql = sql
        self.organisation = organisation
        self.now = now
        self.newName = newName
        store = MailStore(sql, organisation: organisation.id)
        members = try AccountStore(sql).members(organisation: organisation.id)
    }

    /// So many entries of the journal at a time.
    private static let entries = 500

    mutating func readJournal(grouping: Int) throws {
        let mark = try store.mark()
        let actions = ActionStore(sql, organisation: organisation.id)
        let committees = CommitteeStore(sql, organisation: organisation.id)
        let read = try JournalStore(sql, organisation: organisation.id).causes(after: mark.journal, limit: Self.entries)
        for cause in read.causes {
            switch cause.verb {
            case .convened, .cancelled, .moved, .minutesApproved:
                guard let id = MeetingID(journaled: cause.subject), let committee = try committees.find(id.committee),
                    try wasConvened(id)
                else { continue }
                let kind: MailKind = cause.verb == .minutesApproved ? .minutes : .convocation
                for member in members
                where committee.members.contains(where: { member.party.id == $0.party || member.party.position == $0.party }) {
                    _ = try queue(kind, member, about: cause.subject, at: now)
                }
            default:
                guard cause.changesPilot, let id = cause.action, let action = try actions.find(id), !action.archived, !action.isClosed,
                    let pilot = action.pilot
                else { continue }
                for member in members where [member.party.id, member.party.position].contains(pilot) && member.account != cause.account {
                    if let mail = try queue(.assignment, member, about: "actions", at: now + grouping) { try store.add(id, to: mail) }
                }
            }
        }
        try store.setMark(journal: read.last, week: mark.week)
    }

    /// A meeting is news to its members from the day that it is convened.
    private func wasConvened(_ id: MeetingID) throws -> Bool {
        try MeetingStore(sql, organisation: organisation.id).document(.pack, of: id) != nil
    }

    mutating func makeDigests(of week: String) throws {
        let mark = try store.mark()
        guard mark.week != week else { return }
        for member in members {
            let scene = Scene(sql, member, in: organisation, at: now)
            if !(try scene.digest().isEmpty) { _ = try queue(.digest, member, about: week, at: now) }
        }
        try store.setMark(journal: mark.journal, week: week)
    }

    /// The number of the message: of one that waits already, else of a new one; `nil` for who does not want it.
    private mutating func queue(_ kind: MailKind, _ member: Member, about: String, at due: Instant) throws -> Int? {
        guard try !MailStore.refusals(sql, account: member.account).contains(kind) else { return nil }
        if let waiting = try store.waiting(kind, account: member.account, about: about) { return waiting.id }
        let id = try store.nextID()
        try store.insert(
            Mail(
                id: id, kind: kind, account: member.account, about: about, messageID: "\(newName())@\(organisation.slug).jalon",
                queuedAt: now,
                dueAt: due, changedAt: now))
        made += 1
        return id
    }
}

extension MeetingID {
    /// Of « meeting 1/2/3 », as the journal names it.
    fileprivate init?(journaled subject: String) {
        let parts = subject.split(separator: " ")
        let numbers = parts.last?.split(separator: "/").compactMap { Int($0) } ?? []
        guard parts.first == "meeting", numbers.count == 3 else { return nil }
        self.init(CommitteeID(plan: numbers[0], number: numbers[1]), number: numbers[2])
    }
}

/// What a message tells, seen as its reader sees it.
private struct MailScene {
    private let scene: Scene
    private let mail: Mail
    private let member: Member

    /// `nil` for who is no member any more, or does not want it any more.
    init?(_ sql: SQLConnection, _ organisation: Int, _ mail: Mail, _ now: Instant) throws {
        guard let organisation = try OrganisationStore(sql).find(organisation),
            let member = try AccountStore(sql).member(account: mail.account, organisation: organisation.id),
            try !MailStore.refusals(sql, account: mail.account).contains(mail.kind)
        else { return nil }
        self.mail = mail
        self.member = member
        scene = Scene(sql, member, in: organisation, at: now)
    }

    /// `nil` when there is nothing left to say.
    func sheet(_ links: MailLinks) throws -> MailSheet? {
        let account = try scene.accounts.find(member.account)
        let language = try account?.language ?? scene.settings().language
        let zone = Zone(scene.organisation.timeZone)
        let content: MailSheet.Content
        switch mail.kind {
        case .convocation:
            guard let id = MeetingID(journaled: mail.about) else { return nil }
            let sheet = try scene.meetingSheet(id)
            // One that was moved is told once it is convened anew, or now, when nobody did yet.
            guard !sheet.meeting.state.wasHeld else { return nil }
            let event = meetingEvent(
                sheet.meeting, of: sheet.committee, scene.organisation, zone, Words(language),
                url: links.meeting(scene.organisation.slug, id))
            content = .convocation(sheet, event)
        case .minutes:
            guard let id = MeetingID(journaled: mail.about) else { return nil }
            let sheet = try scene.meetingSheet(id)
            guard sheet.approved != nil else { return nil }
            content = .minutes(sheet)
        case .assignment:
            let own = [member.party.id, member.party.position]
            let actions = try scene.mails.actions(of: mail.id).filter { $0.pilot.map(own.contains) ?? false }.map(\.glance)
            guard !actions.isEmpty else { return nil }
            content = .assignment(actions)
        case .digest:
            let digest = try scene.digest()
            guard !digest.isEmpty else { return nil }
            content = .digest(digest)
        }
        return MailSheet(
            mail: mail, organisation: scene.organisation, to: Letter.Address(name: member.name, email: member.email), language: language,
            today: scene.today, zone: zone, content: content)
    }
}
