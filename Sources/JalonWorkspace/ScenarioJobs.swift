/// Proposals under way, one at a time: each takes both cores. What is under way is lost with the program, and its scenario says so.
import Dispatch
import JalonDomain
import JalonPlanning
import Synchronization

/// How far a proposal under way is.
package struct ScenarioProgress: Sendable, Equatable {
    /// Of its time, from 0 to 1; 0 while it waits for another.
    package var share = 0.0
    /// Of the best plan so far, and what no plan exceeds.
    package var value: Double?
    package var bound: Double?
    package var isCancelled = false
}

final class ScenarioJobs: Sendable {
    struct Key: Hashable {
        let organisation: Int
        let plan: Int
        let number: Int
    }

    private let jobs = Mutex<[Key: ScenarioProgress]>([:])
    private let queue = DispatchQueue(label: "scenarios")

    func progress(_ key: Key) -> ScenarioProgress? { jobs.withLock { $0[key] } }

    /// Ends it soon; the best plan so far is kept.
    func cancel(_ key: Key) { jobs.withLock { $0[key]?.isCancelled = true } }

    /// `end` is awaited before the job is forgotten, so that a page finds it under way or ended.
    func start(
        _ key: Key, _ problem: ScenarioProblem, end: @escaping @Sendable (Result<ScenarioOutcome, ScenarioRefusal>) async -> Void
    ) {
        jobs.withLock { $0[key] = ScenarioProgress() }
        queue.async {
            let result = problem.solved(.seconds(Double(problem.settings.seconds))) { progress in
                self.jobs.withLock { jobs in
                    jobs[key]?.share = progress.share
                    jobs[key]?.value = progress.value
                    jobs[key]?.bound = progress.bound
                }
            } isCancelled: {
                self.progress(key)?.isCancelled ?? true
            }
            Task {
                await end(result)
                self.jobs.withLock { _ = $0.removeValue(forKey: key) }
            }
        }
    }
}

extension ScenarioProblem {
    /// Blocks its thread.
    func solved(
        _ effort: PlanningEffort, progress: (PlanningProgress) -> Void, isCancelled: () -> Bool
    ) -> Result<ScenarioOutcome, ScenarioRefusal> {
        do throws(PlanningFlaws) {
            let planner = try Planner(instance)
            return .success(outcome(try planner.propose(effort, progress: progress, isCancelled: isCancelled), planner))
        } catch {
            return .failure(ScenarioRefusal(flaws: flaws(error), names: needs.names))
        }
    }
}
