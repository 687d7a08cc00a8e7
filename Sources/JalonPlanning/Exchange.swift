// What the search and the proof, each on its thread, tell each other. Paced, each hears of the other what it had done by
// the same amount of work, whatever the load; otherwise the latest.

import Dispatch
import Synchronization

final class Exchange: Sendable {
    enum Side: Int {
        case search, proof
        var other: Side { self == .search ? .proof : .search }
    }

    struct Post: Sendable {
        /// Of the search: what its best plan is worth. Of the proof: what no plan exceeds.
        var value: Double
        /// Of the proof: prices to be guided by, and a plan.
        var prices: [Double] = []
        var plan: [[Int]]?
        var isLast = false
    }

    private struct State {
        /// By side and epoch; those already read are gone.
        var posts: [[Post?]] = [[], []]
        var isOver = [false, false]
    }

    private let state = Mutex(State())
    private let wakeups = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    private let isPaced: Bool
    private let stopped = Atomic(false)

    init(isPaced: Bool) {
        self.isPaced = isPaced
    }

    var isStopped: Bool { stopped.load(ordering: .relaxed) }

    func stop() {
        stopped.store(true, ordering: .relaxed)
        for wakeup in wakeups { wakeup.signal() }
    }

    /// Tells the post for all epochs up to this one, and answers the other side's post of the same epoch; nil when there is
    /// none, or all has stopped. `whileWaiting` is called several times a second.
    func tell(_ post: Post, from side: Side, epoch: Int, whileWaiting: () -> Void = {}) -> Post? {
        let other = side.other.rawValue
        state.withLock { state in
            let count = isPaced ? epoch + 1 : 1
            if !isPaced { state.posts[side.rawValue].removeAll() }
            while state.posts[side.rawValue].count < count { state.posts[side.rawValue].append(post) }
            if post.isLast { state.isOver[side.rawValue] = true }
        }
        wakeups[other].signal()
        while true {
            let (isReady, answer) = state.withLock { state -> (Bool, Post?) in
                let last = state.posts[other].count - 1
                guard isPaced else { return (true, last < 0 ? nil : state.posts[other][last]) }
                guard last >= epoch || state.isOver[other] else { return (false, nil) }
                let index = min(epoch, last)
                defer { for earlier in max(0, index - 64)..<max(0, index) { state.posts[other][earlier] = nil } }
                return (true, index < 0 ? nil : state.posts[other][index])
            }
            if isReady || isStopped || post.isLast { return answer }
            _ = wakeups[side.rawValue].wait(timeout: .now() + .milliseconds(50))
            whileWaiting()
        }
    }
}
