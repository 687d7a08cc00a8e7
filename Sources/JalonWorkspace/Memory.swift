/// What is counted over all the actions of a plan, kept until something changes: every change is in the organisation's journal, so that
/// what was computed at its last entry is still true while that entry is the last. Holds for several programs on one database alike.
import JalonDomain
import JalonStore
import Synchronization

final class Memory: Sendable {
    private struct Key: Hashable {
        let organisation: Int
        let plan: Int
        let subject: String
    }

    private struct Entry {
        let journal: Int
        let today: Day
        let value: any Sendable
    }

    /// Beyond that many, all are forgotten: it only costs computing them again.
    private static let most = 200
    private let entries = Mutex<[Key: Entry]>([:])

    fileprivate func value<Value: Sendable>(
        organisation: Int, plan: Int, subject: String, journal: Int, today: Day, _ make: () throws -> Value
    ) rethrows -> Value {
        let key = Key(organisation: organisation, plan: plan, subject: subject)
        if let entry = entries.withLock({ $0[key] }), entry.journal == journal, entry.today == today, let value = entry.value as? Value {
            return value
        }
        let value = try make()
        entries.withLock {
            if $0.count >= Self.most { $0 = [:] }
            $0[key] = Entry(journal: journal, today: today, value: value)
        }
        return value
    }
}

extension Scene {
    /// The same for the same plan, subject and day until the journal grows. A change computes afresh: what it reads may not last.
    func remembered<Value: Sendable>(_ subject: String, plan: Int, _ make: () throws -> Value) throws -> Value {
        guard let memory else { return try make() }
        return try memory.value(
            organisation: organisation.id, plan: plan, subject: subject, journal: try journal.last(), today: today, make)
    }
}
