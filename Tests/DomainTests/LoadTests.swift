/// Periods of the calendar, and what stages weigh in each quarter.
import JalonDomain
import Testing

private func day(_ iso: String) -> Day { Day(iso) ?? Day(ordinal: 0) }

@Suite struct PeriodTests {
    @Test func monthsQuartersAndYearsFollowOneAnother() {
        let month = Period(.month, of: day("2026-12-31"))
        #expect(month.code == "2026-12" && month.advanced(by: 1).code == "2027-01" && month.advanced(by: -12).code == "2025-12")
        #expect(Period(.month, of: day("2028-02-10")).last == day("2028-02-29"))
        let quarter = Period(.quarter, of: day("2026-03-31"))
        #expect(quarter.code == "2026-Q1" && quarter.first == day("2026-01-01") && quarter.last == day("2026-03-31"))
        #expect(quarter.advanced(by: -1).code == "2025-Q4")
        let year = Period(.year, of: day("2026-07-14"))
        #expect(year.code == "2026" && year.first == day("2026-01-01") && year.last == day("2026-12-31"))
    }

    @Test func onlyItsOwnCodeIsRead() {
        for code in ["2026-03", "1900-01", "2199-12"] { #expect(Period(.month, code: code)?.code == code) }
        #expect(Period(.quarter, code: "2026-Q4")?.first == day("2026-10-01"))
        #expect(Period(.year, code: "2026")?.last == day("2026-12-31"))
        for code in ["", "2026", "2026-3", "2026-13", "2026-00", "1899-12", "2200-01", "2026-03-01", "2026-+3", "abcd-01"] {
            #expect(Period(.month, code: code) == nil, "\(code)")
        }
        for code in ["2026-1", "2026-Q0", "2026-Q5", "2026-Q11", "2026-03"] { #expect(Period(.quarter, code: code) == nil, "\(code)") }
        #expect(Period(.year, code: "2026-01") == nil)
    }
}

@Suite struct LoadTests {
    private let today = day("2026-06-16")

    private func span(_ progress: Progress, from: String? = nil, started: String? = nil, ended: String? = nil, due: String? = nil)
        -> StageSpan
    {
        StageSpan(
            progress: progress, plannedStart: from.map(day), startedOn: started.map(day), endedOn: ended.map(day), forecast: due.map(day),
            today: today)
    }

    private func stages(_ spans: StageSpan...) -> [Int] { Load(spans, today: today).quarters.map(\.stages) }

    @Test func aStageWeighsInEachQuarterThatItRunsIn() {
        #expect(Load([], today: today).quarters.map(\.period.code).first == "2025-Q4")
        #expect(Load([], today: today).quarters.map(\.period.code).last == "2027-Q3")
        #expect(stages(span(.inProgress, started: "2026-02-01", due: "2026-09-30")) == [0, 1, 1, 1, 0, 0, 0, 0])
        #expect(stages(span(.done, started: "2025-10-01", ended: "2026-03-31", due: "2026-09-30")) == [1, 1, 0, 0, 0, 0, 0, 0])
        #expect(stages(span(.toDo, from: "2026-10-01", due: "2027-03-31")) == [0, 0, 0, 0, 1, 1, 0, 0])
    }

    /// What is late weighs now, whatever its date; what is not begun did not weigh before.
    @Test func whatIsLateWeighsToday() {
        #expect(stages(span(.inProgress, started: "2026-01-05", due: "2026-02-28")) == [0, 1, 1, 0, 0, 0, 0, 0])
        #expect(stages(span(.toDo, from: "2025-11-01", due: "2026-02-28")) == [0, 0, 1, 0, 0, 0, 0, 0])
    }

    @Test func whatIsUnknownIsSaidAndNotDrawnAsZero() {
        let load = Load(
            [
                span(.toDo), span(.inProgress, started: "2026-01-05"), span(.toDo, due: "2026-12-31"),
                span(.toDo, from: "2026-07-01", due: "2026-07-31"),
            ],
            today: today)
        #expect(load.undated == 1)
        #expect(load.halfDated == 2)
        #expect(load.quarters.map(\.atLeast) == [0, 1, 1, 0, 1, 0, 0, 0])
        #expect(load.quarters.map(\.known) == [0, 0, 0, 1, 0, 0, 0, 0])
        #expect(load.largest == 1)
    }
}
