/// The rules of quality: what each concerns, what breaks it, and a score that adds up.
import JalonDomain
import Testing

@Suite struct QualityTests {
    let today = Day(ordinal: 20_620)  // 2026-06-16

    /// An action that breaks nothing, changed.
    func facts(_ number: Int = 1, change: (inout Draft) -> Void = { _ in }) -> QualityFacts {
        var draft = Draft(due: today + 90, lastNews: today + -10)
        change(&draft)
        return QualityFacts(
            number: number, label: "Action \(number)", level: draft.level, progress: draft.progress, isStopped: draft.isStopped,
            hasPilot: draft.hasPilot, plannedStart: draft.plannedStart, due: draft.due, doneOn: draft.doneOn,
            hasIndicator: draft.hasIndicator, hasObjective: draft.hasObjective, hasImpact: draft.hasImpact,
            hasEvidence: draft.hasEvidence, hasPerimeter: draft.hasPerimeter, hasDeliverable: draft.hasDeliverable,
            lastNews: draft.lastNews)
    }

    struct Draft {
        var level = EngagementLevel.implementation
        var progress = Progress.inProgress
        var isStopped = false
        var hasPilot = true
        var plannedStart: Day?
        var due: Day?
        var doneOn: Day?
        var hasIndicator = true
        var hasObjective = true
        var hasImpact = true
        var hasEvidence = true
        var hasPerimeter = true
        var hasDeliverable = true
        var lastNews: Day
    }

    func broken(_ rules: QualityRules = QualityRules([:]), change: (inout Draft) -> Void) -> [QualityRule] {
        QualityReport(of: [facts(change: change)], rules, today: today).findings.map(\.rule)
    }

    @Test func whatLacksNothingBreaksNothing() {
        let report = QualityReport(of: [facts()], QualityRules([:]), today: today)
        #expect(report.findings.isEmpty)
        #expect(report.score == 100)
        #expect(QualityReport(of: [], QualityRules([:]), today: today).score == nil, "no action is not a perfect plan")
    }

    @Test func eachRuleIsBrokenByWhatItNames() {
        #expect(broken { $0.hasPilot = false } == [.withoutPilot])
        #expect(broken { $0.due = nil } == [.withoutDue])
        #expect(broken { $0.hasIndicator = false } == [.withoutIndicator])
        #expect(broken { $0.hasObjective = false } == [.withoutObjective])
        #expect(broken { $0.hasImpact = false } == [.withoutImpact])
        #expect(broken { $0.due = today + -1 } == [.overdue])
        #expect(broken { $0.due = today }.isEmpty, "late begins the day after")
        #expect(broken { $0.lastNews = today + -61 } == [.withoutNews])
        #expect(broken { $0.lastNews = today + -60 }.isEmpty)
        let experiment = broken { ($0.level, $0.hasPerimeter) = (.experimentation, false) }
        #expect(experiment == [.withoutPerimeter])
        let near = broken { ($0.level, $0.due, $0.hasDeliverable) = (.reflection, today + 30, false) }
        #expect(near == [.withoutDeliverable])
        let distant = broken { ($0.level, $0.due, $0.hasDeliverable) = (.reflection, today + 31, false) }
        #expect(distant.isEmpty)
        let awaiting = broken { ($0.level, $0.progress, $0.doneOn, $0.hasEvidence) = (.reflection, .done, today + -31, false) }
        #expect(awaiting == [.decisionAwaited, .withoutEvidence])
    }

    @Test func aRuleSaysNothingOfWhatIsOver() {
        // Stopped: nothing is left to complete.
        let stopped = broken {
            ($0.isStopped, $0.hasPilot, $0.due, $0.hasIndicator, $0.hasObjective, $0.hasImpact) = (true, false, nil, false, false, false)
        }
        #expect(stopped.isEmpty)
        // In force: neither late nor silent, but its evidence and its indicator still count.
        let inForce = broken {
            ($0.progress, $0.due, $0.lastNews, $0.hasObjective) = (.done, today + -500, today + -500, false)
            ($0.hasEvidence, $0.hasIndicator) = (false, false)
        }
        #expect(inForce == [.withoutIndicator, .withoutEvidence])
        // What begins later has no news to give.
        let later = broken { ($0.progress, $0.plannedStart, $0.lastNews) = (.toDo, today + 1, today + -500) }
        #expect(later.isEmpty)
        let started = broken { ($0.progress, $0.plannedStart, $0.lastNews) = (.toDo, today, today + -500) }
        #expect(started == [.withoutNews])
    }

    @Test func theScoreIsTheShareOfPointsKept() {
        let actions = [facts(1), facts(2) { $0.hasPilot = false }, facts(3) { $0.hasImpact = false }]
        let report = QualityReport(of: actions, QualityRules([:]), today: today)
        #expect(report.lost == 3 + 1)
        #expect(report.possible == report.lines.reduce(0) { $0 + $1.concerned * $1.setting.level.weight })
        #expect(report.score == (report.possible - 4) * 100 / report.possible)
        // Heaviest first.
        #expect(report.findings.map(\.rule) == [.withoutPilot, .withoutImpact])
        #expect(report.lines.map(\.setting.level.weight) == report.lines.map(\.setting.level.weight).sorted(by: >))
    }

    @Test func anOrganisationSetsWeightsAndDays() throws {
        var rules = QualityRules([:])
        rules[.withoutPilot].level = .off
        rules[.withoutNews].days = 5
        try rules.check()
        #expect(broken(rules) { $0.hasPilot = false } == [.withoutNews])
        for days in [nil, 0, 1001] as [Int?] {
            rules[.withoutNews].days = days
            #expect(throws: DomainError.self) { try rules.check() }
        }
    }
}
