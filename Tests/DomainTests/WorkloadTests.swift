/// The days that stages ahead ask of directions, quarter by quarter.
import JalonDomain
import Testing

private func day(_ iso: String) -> Day { Day(iso) ?? Day(ordinal: 0) }

@Suite struct WorkloadTests {
    private let today = day("2026-06-16")
    private let horizon = PlanHorizon(from: day("2026-01-01"), to: day("2027-12-31"), today: day("2026-06-16"))

    private func stage(_ progress: Progress, from: String? = nil, started: String? = nil, due: String? = nil, done: String? = nil)
        -> RoadmapStage
    {
        RoadmapStage(
            key: StageKey(.implementation, 1), phase: .current, progress: progress, plannedStart: from.map(day),
            startedOn: started.map(day), baseline: nil, forecast: due.map(day), endedOn: done.map(day))
    }

    private func needed(_ stage: RoadmapStage, quarters: Int? = nil) -> Workload {
        Workload(
            [(stage, StageEstimate(quarters: quarters, effort: [1: 5, 9: 3]))], of: [(1, [4, 5, 5, 5, 5, 5, 5])], horizon, today: today)
    }

    @Test func aStageWeighsOnTheQuartersItRunsIn() {
        #expect(horizon.count == 7)
        // From today when it should have begun before; the direction that is not told is left out.
        let late = needed(stage(.toDo, from: "2026-01-10", due: "2026-08-31"))
        #expect(late.directions.map(\.needed) == [[5, 5, 0, 0, 0, 0, 0]])
        #expect(late.directions[0].lacks(in: 0) && !late.directions[0].lacks(in: 1) && late.directions[0].strain == 1.25)
        // Past its due date, it still runs today.
        #expect(needed(stage(.inProgress, started: "2025-02-01", due: "2026-03-31")).directions[0].needed == [5, 0, 0, 0, 0, 0, 0])
        // Beyond the plan, only what is within counts.
        #expect(needed(stage(.toDo, from: "2027-08-01", due: "2029-01-01")).directions[0].needed == [0, 0, 0, 0, 0, 5, 5])
        #expect(needed(stage(.done, started: "2026-01-01", done: "2026-02-01")).isEmpty)
    }

    @Test func aMissingDayFollowsFromTheDuration() {
        #expect(needed(stage(.toDo, from: "2026-10-01"), quarters: 3).directions[0].needed == [0, 0, 5, 5, 5, 0, 0])
        #expect(needed(stage(.toDo, due: "2027-03-31"), quarters: 2).directions[0].needed == [0, 0, 5, 5, 0, 0, 0])
        let unknown = needed(stage(.toDo, from: "2026-10-01"))
        #expect(unknown.undated == 1 && unknown.isEmpty)
        let blank = Workload([(stage(.toDo, from: "2026-10-01"), StageEstimate())], of: [(1, nil)], horizon, today: today)
        #expect(blank.notEstimated == 1 && !blank.directions[0].lacks(in: 0) && blank.directions[0].strain == 0)
    }
}
