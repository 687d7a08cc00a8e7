/// What is written to people: which kinds there are, what becomes of each message, and when it is tried again.

package enum MailKind: String, CaseIterable, Codable, Sendable {
    /// A meeting that is convened, moved or cancelled.
    case convocation
    /// Minutes that were approved.
    case minutes
    /// Actions that one pilots from now on.
    case assignment
    /// Each week: what awaits its reader.
    case digest
}

package enum MailState: String, CaseIterable, Codable, Sendable {
    case waiting, sending
    case sent
    /// Refused for good, or tried too often.
    case failed
    /// Cut while it was being handed over: it may have left. Only a person sends it again.
    case uncertain
    /// Nothing was left to say, nobody wants it, or it waited too long.
    case dropped
}

/// What a mail server made of a letter; with its words, for who runs the service.
package enum Delivery: Equatable, Sendable {
    case accepted
    /// Not taken this time.
    case later(String)
    /// Never to be taken.
    case refused(String)
    /// Handed over whole, without an answer.
    case uncertain(String)
}

/// A message on its way.
package struct Mail: Sendable, Equatable {
    package let id: Int
    package let kind: MailKind
    /// Whom it is for.
    package let account: Int
    /// What it is about, with `kind` and `account` a waiting message's only like: « meeting 1/1/3 ».
    package let about: String
    package var state: MailState
    /// The same at each attempt.
    package let messageID: String
    package var attempts: Int
    package let queuedAt: Instant
    /// Not before then.
    package var dueAt: Instant
    /// When the attempt under way began, or the last word was heard.
    package var changedAt: Instant
    /// What the server said last; empty for nothing.
    package var error: String

    package init(
        id: Int, kind: MailKind, account: Int, about: String, state: MailState = .waiting, messageID: String, attempts: Int = 0,
        queuedAt: Instant, dueAt: Instant, changedAt: Instant, error: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.account = account
        self.about = about
        self.state = state
        self.messageID = messageID
        self.attempts = attempts
        self.queuedAt = queuedAt
        self.dueAt = dueAt
        self.changedAt = changedAt
        self.error = error
    }

    /// Seconds before each new attempt: a minute, five, half an hour, two hours, twelve hours. Then it has failed.
    package static let pauses = [60, 300, 1800, 7200, 43_200]
    /// Seconds that an attempt may last: beyond, whoever made it is gone.
    package static let longestAttempt = 600
    /// Seconds after which what is waiting is no news any more: a mail server that is set up late floods nobody.
    package static let longestWait = 3 * 86_400

    package mutating func begin(at now: Instant) {
        state = .sending
        attempts += 1
        changedAt = now
        error = ""
    }

    package mutating func drop(_ reason: String, at now: Instant) {
        state = .dropped
        error = reason
        changedAt = now
    }

    /// What is settled stays so.
    package mutating func settle(_ delivery: Delivery, at now: Instant) {
        guard state == .sending else { return }
        changedAt = now
        switch delivery {
        case .accepted: state = .sent
        case .refused(let words): (state, error) = (.failed, words)
        case .uncertain(let words): (state, error) = (.uncertain, words)
        case .later(let words):
            error = words
            if attempts <= Self.pauses.count {
                state = .waiting
                dueAt = now + Self.pauses[attempts - 1]
            } else {
                state = .failed
            }
        }
    }

    /// By a person who knows: what waits need wait no more; what failed, was dropped or may not have left goes again, under the same
    /// identity.
    package mutating func sendAgain(at now: Instant) throws(DomainError) {
        guard state != .sent, state != .sending else { throw .invalid(.state, .mailIs(state)) }
        state = .waiting
        attempts = 0
        dueAt = now
        changedAt = now
        error = ""
    }

    /// By a person who carried it by other means.
    package mutating func markSent(at now: Instant) throws(DomainError) {
        guard state != .sent, state != .sending else { throw .invalid(.state, .mailIs(state)) }
        state = .sent
        changedAt = now
        error = ""
    }
}

extension Words {
    package func mailKind(_ kind: MailKind) -> String {
        switch kind {
        case .convocation: say("Convocation", "Convocation")
        case .minutes: say("Relevé de décisions", "Minutes")
        case .assignment: say("Actions confiées", "Actions entrusted")
        case .digest: say("Ce qui vous attend", "What awaits you")
        }
    }

    package func mailState(_ state: MailState) -> String {
        switch state {
        case .waiting: say("En attente", "Waiting")
        case .sending: say("En cours d’envoi", "Being sent")
        case .sent: say("Envoyé", "Sent")
        case .failed: say("Échec", "Failed")
        case .uncertain: say("Incertain", "Uncertain")
        case .dropped: say("Abandonné", "Dropped")
        }
    }
}
