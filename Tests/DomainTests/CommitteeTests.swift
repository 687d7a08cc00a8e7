// Committees: days on which they meet, how often they were held, who sits.

import JalonDomain
import Testing

@Suite struct CommitteeTests {
    private func day(_ iso: String) -> Day { Day(iso) ?? Day(ordinal: 0) }

    private func committee(_ cadence: Cadence?, from: String = "2026-01-01") -> Committee {
        Committee(
            id: CommitteeID(plan: 1, number: 1), version: 1, name: "COPIL", purpose: "", cadence: cadence, from: day(from), place: "",
            time: nil, length: 90, archived: false, members: [])
    }

    private func plan(_ state: PlanState = .validated) -> Plan {
        Plan(
            number: 1, version: 1, title: "Plan", from: day("2026-01-01"), to: day("2028-12-31"), purpose: "", commonObjectives: "",
            catalogue: 1, state: state, validation: nil, communication: nil, axes: [])
    }

    private func meetings(_ days: [(String, MeetingState)]) -> [Meeting] {
        days.enumerated().map { index, given in
            Meeting(
                id: MeetingID(CommitteeID(plan: 1, number: 1), number: index + 1), version: 1, on: day(given.0), time: nil, place: "",
                state: given.1, reason: "", minutes: "", approvedOn: nil, changedAt: Instant(seconds: 0))
        }
    }

    @Test func peopleMeetNeitherOnHolidaysNorOnWeekends() {
        // Easter of these years, as published.
        for (year, easter) in [(2024, "2024-03-31"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")] {
            #expect(Day.easter(of: year).iso == easter)
        }
        for holiday in ["2026-01-01", "2026-04-06", "2026-05-14", "2026-05-25", "2026-07-14"] { #expect(!day(holiday).isWorked) }
        #expect(day("2026-05-01").nextWorked == day("2026-05-04"))
        #expect(day("2026-06-15").isWorked && !day("2026-06-14").isWorked)
    }

    @Test func aCadenceProposesItsDays() {
        let quarters = Cadence.quarterly.days(from: day("2026-01-01"), to: day("2026-12-31")).map(\.iso)
        #expect(quarters == ["2026-01-02", "2026-04-01", "2026-07-01", "2026-10-01"])
        // The last day of a shorter month, and the day asked for again after it.
        let months = Cadence.monthly.days(from: day("2026-01-30"), to: day("2026-04-30")).map(\.iso)
        #expect(months == ["2026-01-30", "2026-03-02", "2026-03-30", "2026-04-30"])
        #expect(Cadence.yearly.days(from: day("2026-02-02"), to: day("2026-02-01")) == [])
        #expect(Cadence(word: "Trimestrielle") == .quarterly && Cadence(word: "parfois") == nil)
    }

    @Test func timesAreReadAsPeopleTypeThem() {
        for (typed, iso) in [("14h30", "14:30"), ("9 h", "09:00"), ("10:05", "10:05"), ("8", "08:00")] {
            #expect(ClockTime(typed)?.iso == iso)
        }
        for typed in ["24h", "10:60", "10:5", "midi", "", "1:2:3", "10h3"] { #expect(ClockTime(typed) == nil) }
        #expect(ClockTime("14:05").map(Words(.fr).clock) == "14\u{A0}h\u{A0}05")
    }

    @Test func plannedAgainstHeld() {
        let today = day("2026-06-16")
        let past: [(String, MeetingState)] = [
            ("2025-05-02", .held), ("2026-01-02", .approved), ("2026-04-01", .cancelled), ("2026-07-01", .planned),
        ]
        let frequency = CommitteeFrequency(committee(.quarterly), meetings(past), of: plan(), today: today)
        // A cancelled meeting was planned; one more than a year ago counts since the beginning only of what is older than the plan.
        #expect(frequency.lastTwelveMonths == MeetingCount(planned: 2, held: 1))
        #expect(frequency.life == MeetingCount(planned: 2, held: 1))
        #expect(frequency.next == day("2026-07-01") && frequency.lastHeld == day("2026-01-02"))
        #expect(frequency.lateSince == day("2026-04-02"))

        // What the cadence promised counts where nobody set a day.
        let silent = CommitteeFrequency(committee(.monthly), [], of: plan(), today: today)
        #expect(silent.life == MeetingCount(planned: 6, held: 0) && silent.lateSince == day("2026-01-01"))
        #expect(CommitteeFrequency(committee(nil), [], of: plan(), today: today).lateSince == nil)
        #expect(CommitteeFrequency(committee(.monthly), [], of: plan(.closed), today: today).lateSince == nil)
        // Today's meeting is not missed yet, and a turn is late after a fortnight only.
        let onTime = CommitteeFrequency(
            committee(.quarterly), meetings([("2026-03-10", .held), ("2026-06-16", .convened)]), of: plan(), today: today)
        #expect(onTime.lateSince == nil && onTime.next == today && onTime.lastTwelveMonths.held == 1)
    }

    @Test func aCommitteeHasOneChairAndIsArchivedWhole() throws {
        var committee = committee(nil)
        try committee.admit(3, as: .guest)
        try committee.admit(1, as: .chair)
        try committee.admit(2, as: .chair)
        #expect(committee.members.map(\.party) == [2, 1, 3] && committee.members.filter { $0.role == .chair }.count == 1)
        committee.archived = true
        #expect(throws: DomainError.invalid(.archived, .committeeArchived)) { try committee.dismiss(2) }
        #expect(throws: DomainError.invalid(.archived, .committeeArchived)) {
            try committee.apply(CommitteeEdit(of: committee), among: [])
        }
        let edit = CommitteeEdit(name: "copil", purpose: "", cadence: nil, from: day("2026-01-01"), place: "", time: nil, length: 5)
        #expect(throws: DomainError.invalid([Violation(.name, .alreadyTaken("COPIL")), Violation(.length, .outOfRange(15, 720))])) {
            try edit.check(among: [self.committee(nil)])
        }
    }
}
