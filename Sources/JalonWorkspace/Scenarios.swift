/// Scenarios: asked for, computed apart, compared, adopted into the plan's dates by a decision.
import Dispatch
package import JalonDomain
package import JalonPlanning
import JalonStore
import SQL

package struct ScenarioListing: Sendable {
    package let plan: Plan
    /// The latest first.
    package let scenarios: [Scenario]
    package let progress: [Int: ScenarioProgress]
    /// Indicators that actions of the plan have gains in.
    package let indicators: [GainIndicator]
    /// What keeps actions out of any proposal, to be mended before.
    package let unready: [ScenarioOutcome.Out]
    package let hasMeans: Bool
    package let readsMoney: Bool
}

package struct ScenarioSheet: Sendable {
    package let plan: Plan
    package let scenario: Scenario
    package let progress: ScenarioProgress?
    /// Names of directions.
    package let names: [Int: String]
    /// Whether the plan, its means or its priorities changed since.
    package let isStale: Bool
    package let readsMoney: Bool
    package let meetings: [Day]
}

/// Nothing can be proposed: why, and the names of directions.
package struct ScenarioRefusal: Error, Sendable {
    package let flaws: [ScenarioFlaw]
    package let names: [Int: String]
}

/// What adopting a scenario would do, action by action.
package struct AdoptionPreview: Sendable {
    package struct Line: Sendable {
        /// The days of a stage, as they are and as they would be.
        package struct Move: Sendable, Equatable {
            package let level: EngagementLevel
            package let start: Day?
            package let due: Day?
            package let newStart: Day?
            package let newDue: Day?
        }

        package let target: BulkTarget
        package let label: String
        package let moves: [Move]
        /// Why it cannot be.
        package let violations: [Violation]
    }

    package let sheet: ScenarioSheet
    /// Those that would change, or cannot.
    package let lines: [Line]
    package let unchanged: Int
}

extension Workspace {
    package func scenarios(of number: Int, _ visitor: Visitor) async throws -> Seen<ScenarioListing> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let all = try scene.scenarios.all(plan: number)
            let problem = try scene.problem(of: plan, ScenarioSettings(name: ""), means: nil)
            let gains = try scene.gains.gains(plan: number)
            var indicators: [GainIndicator] = []
            for gain in gains where !indicators.contains(where: { $0.key == gain.factor.indicator.key }) {
                indicators.append(gain.factor.indicator)
            }
            return ScenarioListing(
                plan: plan, scenarios: scene.readsCosts ? all : all.map(\.withoutMoney), progress: progress(all, scene, number),
                indicators: indicators, unready: problem.out,
                hasMeans: !(try scene.means.means(of: number)).isEmpty, readsMoney: scene.readsCosts)
        }
    }

    package func scenario(_ number: Int, of plan: Int, _ visitor: Visitor) async throws -> Seen<ScenarioSheet> {
        try await look(visitor, needs: .read, menu: false) { try self.sheet(number, try $0.plan(plan), $0) }
    }

    /// Written down, then computed apart: its page says how far it is.
    package func propose(_ settings: ScenarioSettings, of number: Int, as visitor: Visitor) async throws -> Scenario {
        let (scenario, problem, organisation) = try await change(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(number)
            let settings = try scene.resolved(settings, for: plan)
            let scenario = try scene.begin(settings, plan)
            let problem = try scene.problem(of: plan, settings, means: nil)
            guard let made = try scene.scenarios.find(scenario, plan: number) else { throw DomainError.notFound(.scenario) }
            return (made, problem, scene.organisation.id)
        }
        let key = ScenarioJobs.Key(organisation: organisation, plan: number, number: scenario.number)
        jobs.start(key, problem) { [database] result in
            try? await database.write(lock: organisation) { sql in
                let store = ScenarioStore(sql, organisation: organisation)
                switch result {
                case .success(let outcome): try store.finish(key.number, plan: key.plan, outcome)
                case .failure(let refusal): try store.fail(key.number, plan: key.plan, refusal.flaws)
                }
            }
        }
        return scenario
    }

    /// The best plan so far is kept.
    package func cancelScenario(_ number: Int, of plan: Int, as visitor: Visitor) async throws {
        let seen = try await look(visitor, needs: .editPlan, menu: false) { scene in
            guard try scene.scenarios.find(number, plan: try scene.plan(plan).number) != nil else { throw DomainError.notFound(.scenario) }
            return scene.organisation.id
        }
        jobs.cancel(ScenarioJobs.Key(organisation: seen.model, plan: plan, number: number))
    }

    package func removeScenario(_ number: Int, of plan: Int, as visitor: Visitor) async throws {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.plan(plan).requireOpen()
            guard let scenario = try scene.scenarios.find(number, plan: plan) else { throw DomainError.notFound(.scenario) }
            jobs.cancel(ScenarioJobs.Key(organisation: scene.organisation.id, plan: plan, number: number))
            try scene.scenarios.remove(number, plan: plan)
            try scene.journal.write(
                .scenarioRemoved, subject: "scenario \(plan)/\(number)", plan: plan, action: nil, version: nil,
                changes: [Change(field: .scenario, before: scenario.settings.name, after: "")], by: scene.actor, at: scene.now)
        }
    }

    /// Computed at once, on a thread of its own, and kept nowhere: what the command line asks for. `means` in place of the plan's.
    package func proposal(
        _ settings: ScenarioSettings, of number: Int, means: MeansEdit?, _ effort: PlanningEffort, _ visitor: Visitor,
        isCancelled: @escaping @Sendable () -> Bool = { false }, progress: @escaping @Sendable (PlanningProgress) -> Void
    ) async throws -> (problem: ScenarioProblem, outcome: ScenarioOutcome) {
        let problem = try await look(visitor, needs: .editPlan, menu: false) { scene in
            let plan = try scene.plan(number)
            return try scene.problem(
                of: plan, try scene.resolved(settings, for: plan), means: try means.map { try scene.resolve($0, for: plan) })
        }.model
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: problem.solved(effort, progress: progress, isCancelled: isCancelled))
            }
        }
        return (problem, try result.get())
    }

    /// A proposal that was computed apart, under a name.
    package func keep(
        _ settings: ScenarioSettings, _ outcome: ScenarioOutcome, of number: Int, as visitor: Visitor
    ) async throws -> Scenario {
        try await change(visitor, needs: .editPlan) { scene in
            let scenario = try scene.begin(settings, try scene.plan(number))
            try scene.scenarios.finish(scenario, plan: number, outcome)
            guard let made = try scene.scenarios.find(scenario, plan: number) else { throw DomainError.notFound(.scenario) }
            return made
        }
    }

    // MARK: Adopt

    package func previewAdoption(_ number: Int, of plan: Int, _ visitor: Visitor) async throws -> Seen<AdoptionPreview> {
        try await look(visitor, needs: .editPlan, menu: false) { scene in
            let plan = try scene.plan(plan)
            let sheet = try self.sheet(number, plan, scene)
            guard let outcome = sheet.scenario.outcome else { throw DomainError.invalid(.scenario, .planning(.notComputed)) }
            var lines: [AdoptionPreview.Line] = []
            var unchanged = 0
            for (planned, before) in try scene.placed(outcome, of: plan) {
                var after = before
                var violations: [Violation] = []
                do throws(DomainError) {
                    // Any reason shows what moves; the one of the decision is still to come.
                    try after.adopt(
                        planned.stages, of: outcome, reason: "\u{2026}\(number)", planValidated: plan.hasBeenValidated,
                        today: scene.today)
                } catch {
                    guard case .invalid(let found) = error else { throw error }
                    violations = found
                }
                let moves = zip(before.path, after.path).filter { $0 != $1 }.map { was, will in
                    AdoptionPreview.Line.Move(
                        level: was.level, start: was.plannedStart, due: was.forecast, newStart: will.plannedStart, newDue: will.forecast)
                }
                if moves.isEmpty, violations.isEmpty { unchanged += 1 }
                if !moves.isEmpty || !violations.isEmpty {
                    lines.append(
                        AdoptionPreview.Line(
                            target: BulkTarget(number: before.id.number, version: before.version), label: before.label,
                            moves: violations.isEmpty ? moves : [], violations: violations))
                }
            }
            return AdoptionPreview(sheet: sheet, lines: lines, unchanged: unchanged)
        }
    }

    /// All of them or none: an action that was saved since it was previewed stops the whole.
    package func adopt(
        _ number: Int, of plan: Int, _ targets: [BulkTarget], _ decision: (by: String, on: Day, reason: String), as visitor: Visitor
    ) async throws -> Int {
        try await change(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(plan)
            try plan.requireOpen()
            guard let scenario = try scene.scenarios.find(number, plan: plan.number) else { throw DomainError.notFound(.scenario) }
            guard let outcome = scenario.outcome else { throw DomainError.invalid(.scenario, .planning(.notComputed)) }
            let adoption = ScenarioAdoption(by: decision.by, on: decision.on, reason: decision.reason, author: scene.actor.name)
            try adoption.check(today: scene.today)
            let read = Dictionary(targets.map { ($0.number, $0.version) }) { first, _ in first }
            let (guide, known) = (try PlanGuide(plan, scene), try scene.partyNames())
            var changed = 0
            for (planned, before) in try scene.placed(outcome, of: plan) {
                guard let version = read[before.id.number] else { continue }
                guard version == before.version else { throw DomainError.conflict(read: version, current: before.version) }
                var after = before
                try after.adopt(
                    planned.stages, of: outcome, reason: adoption.reason, planValidated: plan.hasBeenValidated, today: scene.today)
                guard after != before else { continue }
                try scene.save(&after, insteadOf: before, .pathPlanned, guide, known)
                changed += 1
            }
            guard changed > 0 else { throw DomainError.invalid(.scenario, .nothingToChange) }
            try scene.scenarios.adopt(number, plan: plan.number, adoption)
            try scene.journal.write(
                .scenarioAdopted, subject: "scenario \(plan.number)/\(number)", plan: plan.number, action: nil, version: nil,
                changes: [
                    Change(field: .scenario, before: "", after: scenario.settings.name),
                    Change(field: .decidedBy, before: "", after: adoption.by),
                    Change(field: .decidedOn, before: "", after: adoption.on.iso),
                    Change(field: .reason, before: "", after: adoption.reason),
                ], by: scene.actor, at: scene.now)
            return changed
        }
    }

    private func progress(_ scenarios: [Scenario], _ scene: Scene, _ plan: Int) -> [Int: ScenarioProgress] {
        var found: [Int: ScenarioProgress] = [:]
        for scenario in scenarios where scenario.state == .running {
            found[scenario.number] = jobs.progress(
                ScenarioJobs.Key(organisation: scene.organisation.id, plan: plan, number: scenario.number))
        }
        return found
    }

    private func sheet(_ number: Int, _ plan: Plan, _ scene: Scene) throws -> ScenarioSheet {
        guard let scenario = try scene.scenarios.find(number, plan: plan.number) else { throw DomainError.notFound(.scenario) }
        let problem = try scene.problem(of: plan, scenario.settings, means: nil)
        return ScenarioSheet(
            plan: plan, scenario: scene.readsCosts ? scenario : scenario.withoutMoney,
            progress: progress([scenario], scene, plan.number)[number],
            names: try scene.partyNames(),
            isStale: scenario.outcome.map { $0.digest != problem.digest } ?? false,
            readsMoney: scene.readsCosts, meetings: problem.needs.meetings)
    }
}

extension Scene {
    var scenarios: ScenarioStore { ScenarioStore(sql, organisation: organisation.id) }

    fileprivate func begin(_ settings: ScenarioSettings, _ plan: Plan) throws -> Int {
        try settings.check()
        try plan.requireOpen()
        let scenario = try scenarios.insert(settings, plan: plan.number, by: actor.name, at: now)
        try journal.write(
            .scenarioProposed, subject: "scenario \(plan.number)/\(scenario)", plan: plan.number, action: nil, version: nil,
            changes: [Change(field: .scenario, before: "", after: settings.name)], by: actor, at: now)
        return scenario
    }

    /// What counts by its key, in a plan of which quarters are left.
    func resolved(_ settings: ScenarioSettings, for plan: Plan) throws -> ScenarioSettings {
        guard PlanHorizon(from: plan.from, to: plan.to, today: today).count > 0 else {
            throw DomainError.invalid(.to, .planning(.planOver))
        }
        if settings.aim == ScenarioSettings.score { return settings }
        let keys = Set(try gains.gains(plan: plan.number).map(\.factor.indicator.key)).sorted()
        var settings = settings
        settings.aim = GainIndicator(word: settings.aim, unit: .kilogram).key
        guard keys.contains(settings.aim) else {
            throw DomainError.invalid(.aim, .planning(.unknownAim(settings.aim, among: [ScenarioSettings.score] + keys)))
        }
        return settings
    }

    /// What a quarter in force is worth: the score of the priorities, or the expected gain spread over the plan's quarters.
    func problem(of plan: Plan, _ settings: ScenarioSettings, means: Means?) throws -> ScenarioProblem {
        var values: [Int: Double] = [:]
        if settings.aim == ScenarioSettings.score {
            for action in try ranking(of: plan.number).ranking.ranked { values[action.number] = action.score?.central }
        } else {
            let quarters = Double(Period(.quarter, of: plan.to).distance(from: Period(.quarter, of: plan.from)) + 1)
            for gain in try gains.gains(plan: plan.number) where gain.factor.indicator.key == settings.aim {
                values[gain.action.number, default: 0] += gain.expected.central / quarters
            }
        }
        return ScenarioProblem(try planNeeds(of: plan, means: means), settings, values: values.mapValues { max(0, $0) })
    }

    /// The planned actions that are still to be carried out, with what stands of them.
    fileprivate func placed(_ outcome: ScenarioOutcome, of plan: Plan) throws -> [(ScenarioOutcome.Planned, Action)] {
        let found = Dictionary(
            uniqueKeysWithValues: try actions.these(outcome.planned.map(\.number), plan: plan.number).map { ($0.id.number, $0) })
        return outcome.planned.compactMap { planned in found[planned.number].map { (planned, $0) } }.filter {
            !$0.1.archived && !$0.1.isClosed
        }
    }
}
