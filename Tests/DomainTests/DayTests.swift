import JalonDomain
import Testing

@Suite struct DayTests {
    @Test(arguments: [("2026-06-30", 20634), ("1970-01-01", 0), ("2000-02-29", 11016), ("2199-12-31", 84005)])
    func readsAndWritesISO(text: String, ordinal: Int) {
        #expect(Day(text)?.ordinal == ordinal)
        #expect(Day(ordinal: ordinal).iso == text)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-06-31", "31/04/2026", "2026", "", "2026-6-x", "26-06-30", "1899-12-31",
    ])
    func refusesWhatNoCalendarHas(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func readsFrenchDays() {
        #expect(Day("30/06/2026")?.iso == "2026-06-30")
        #expect(Day("1.7.2026")?.iso == "2026-07-01")
    }

    @Test func everyDayOfTwoCenturiesComesBack() {
        var previous = Day(ordinal: -25_567)
        #expect(previous.iso == "1900-01-01")
        for ordinal in -25_566...84_005 {
            let day = Day(ordinal: ordinal)
            #expect(Day(day.iso) == day && previous < day)
            previous = day
        }
    }

    @Test func mondayIsTheFirstDayOfTheWeek() {
        #expect(Day("2026-06-15")?.weekday == 0)
        #expect(Day("2026-06-21")?.weekday == 6)
    }

    @Test func instantsFollowTheOffsetOfThePlace() {
        let instant = Instant(iso: "2026-12-31T23:30:00Z")
        #expect(instant?.iso == "2026-12-31T23:30:00Z")
        #expect(instant?.day(offset: 3600).iso == "2027-01-01")
        #expect(instant?.day(offset: -3600).iso == "2026-12-31")
        #expect(instant?.clock(offset: 3600) == "00:30")
    }
}

@Suite struct PlanLifeTests {
    let day = Day(ordinal: 20_620)

    func plan() -> Plan {
        Plan(
            number: 1, version: 1, title: "Plan", from: day, to: day + 900, purpose: "", commonObjectives: "", catalogue: 1, state: .draft,
            validation: nil, communication: nil, axes: [])
    }

    @Test func aPlanIsProposedValidatedCommunicatedClosed() throws {
        var plan = plan()
        #expect(throws: DomainError.invalid(.state, .planIs(.draft, needs: [.proposed]))) {
            try plan.validate(Validation(on: day, body: "COPIL", person: ""), today: day)
        }
        try plan.propose()
        #expect(throws: DomainError.invalid([Violation(.body, .required), Violation(.on, .inTheFuture)])) {
            try plan.validate(Validation(on: day + 1, body: "", person: ""), today: day)
        }
        try plan.validate(Validation(on: day, body: "Conseil", person: "La présidente"), today: day)
        #expect(plan.state == .validated && plan.hasBeenValidated)
        #expect(throws: DomainError.invalid(.on, .before(.state))) {
            try plan.communicate(Communication(on: day + -1, audience: "Agents", channels: "Intranet", proof: ""), today: day)
        }
        try plan.communicate(
            Communication(on: day, audience: "Agents", channels: "Intranet", proof: "https://example.org/plan"), today: day)
        // Work goes on: a new candidate may be proposed, and withdrawn.
        try plan.propose()
        try plan.withdraw()
        #expect(plan.state == .communicated)
        try plan.close()
        #expect(throws: DomainError.invalid(.state, .planClosed)) { try plan.requireOpen() }
    }

    @Test func aPeriodEndsAfterItStarts() {
        #expect(throws: DomainError.invalid([Violation(.title, .required), Violation(.to, .before(.from))])) {
            try PlanEdit(title: "", from: day, to: day + -1, purpose: "", commonObjectives: "").check()
        }
    }
}

@Suite struct AccessTests {
    /// The rights table, typed by hand.
    static let table: [(Permission, Set<Role>)] = [
        (.administer, [.administrator]), (.editPlan, [.administrator, .coordinator]), (.decide, [.administrator, .coordinator]),
        (.manageCatalogues, [.administrator, .coordinator]), (.reportOnOwn, [.administrator, .coordinator, .pilot]),
        (.read, Set(Role.allCases)), (.readInternal, [.administrator, .coordinator, .pilot, .auditor]),
    ]

    @Test func rolesGrantWhatTheTableSays() {
        #expect(Set(Self.table.map(\.0)) == Set(Permission.allCases))
        for (permission, roles) in Self.table {
            #expect(Set(Role.allCases.filter { $0.grants(permission) }) == roles, "\(permission)")
        }
    }

    @Test func aPilotReportsOnWhatIsTheirOwn() {
        let person = Party(id: 5, kind: .person, name: "Karim", unit: 2, position: 9, archived: false, version: 1)
        let pilot = Actor(organisation: 1, account: 1, name: "Karim", role: .pilot, person: person, door: .web)
        for own in [5, 2, 9] { #expect(throws: Never.self) { try pilot.requireReport(onPilot: own) } }
        for other in [nil, 6] { #expect(throws: DomainError.forbidden) { try pilot.requireReport(onPilot: other) } }
        #expect(pilot.readsInternal(pilot: 5) && !pilot.readsInternal(pilot: 6))
    }
}
