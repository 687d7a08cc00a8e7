// What waits for a connection, in order of arrival; but only one writer of each lock at a time, so that writers who wait
// for one another leave the other connections to readers.

import Dispatch
import Synchronization

struct Job: Sendable {
    let lock: Int?
    let work: @Sendable (PostgresConnection) -> Void
}

final class JobQueue: Sendable {
    private struct State {
        var waiting: [Job] = []
        var locked: Set<Int> = []
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Never less than the number of jobs that could start: a thread woken for nothing waits again.
    private let wakeups = DispatchSemaphore(value: 0)

    /// Answers `false` once the queue is closed.
    func put(_ job: Job) -> Bool {
        let accepted = state.withLock { state in
            if !state.isClosed { state.waiting.append(job) }
            return !state.isClosed
        }
        if accepted { wakeups.signal() }
        return accepted
    }

    /// Waits for the next job; nil when the queue is closed and has given all that it can.
    func take() -> Job? {
        while true {
            let (job, isOver) = state.withLock { state -> (Job?, Bool) in
                guard let index = state.waiting.firstIndex(where: { $0.lock.map { !state.locked.contains($0) } ?? true }) else {
                    // Writers that wait for a lock are left to the thread that holds it.
                    return (nil, state.isClosed)
                }
                let job = state.waiting.remove(at: index)
                if let lock = job.lock { state.locked.insert(lock) }
                return (job, false)
            }
            if let job { return job }
            if isOver { break }
            wakeups.wait()
        }
        // Each thread that ends wakes the next one.
        wakeups.signal()
        return nil
    }

    func finish(_ job: Job) {
        guard let lock = job.lock else { return }
        state.withLock { _ = $0.locked.remove(lock) }
        wakeups.signal()
    }

    /// Takes nothing more; what was put before is still done.
    func close() {
        state.withLock { $0.isClosed = true }
        wakeups.signal()
    }
}
