/// From a plan's needs and priorities to what the optimiser reads, and back.
import Foundation
package import JalonDomain
package import JalonPlanning

/// What is proposed from: the actions that can be planned as an instance, the others with what keeps them out.
package struct ScenarioProblem: Sendable {
    package let settings: ScenarioSettings
    package let needs: PlanNeeds
    package let instance: PlanningInstance
    package let out: [ScenarioOutcome.Out]
    /// Actions of those whose stage that runs takes its days all the same.
    private let aside: Set<Int>
    /// Where nothing was said of a direction or of a year, nothing limits it.
    private static let unlimited = 1e9

    /// Quarters of an instance stand four by four in its years; the horizon's begin with today's civil year, whose past quarters come first,
    /// closed and unlimited.
    private var past: Int { needs.horizon.quartersBeforeInYear }

    /// `values` are what a quarter in force is worth, by action; one that is missing is not known.
    package init(_ needs: PlanNeeds, _ settings: ScenarioSettings, values: [Int: Double]) {
        self.settings = settings
        self.needs = needs
        let past = needs.horizon.quartersBeforeInYear
        var out: [Int: ScenarioOutcome.Reason] = [:]
        for action in needs.actions {
            if action.isExcluded {
                out[action.number] = .excluded(action.reason)
            } else if action.readiness == .awaitsDecision {
                out[action.number] = .awaitsDecision
            } else if action.readiness == .notEstimated {
                out[action.number] = .notEstimated
            }
        }
        // What depends on an action that cannot be planned cannot be either.
        var changed = true
        while changed {
            changed = false
            for action in needs.actions where out[action.number] == nil {
                guard let first = action.after.first(where: { out[$0] != nil }) else { continue }
                out[action.number] = .dependsOn(first)
                changed = true
            }
        }
        var actions: [PlanningInstance.Action] = []
        for action in needs.actions where out[action.number] == nil {
            let value = action.endsInForce ? values[action.number] : 0
            // Nothing says what it is worth: it is planned only where it must be.
            if value == nil, action.obligation == nil, !action.isBegun { out[action.number] = .notRanked }
            if !action.endsInForce, action.obligation == nil, !action.isBegun { out[action.number] = .noImplementation }
            let isOut = out[action.number] != nil
            actions.append(
                PlanningInstance.Action(
                    id: action.number, value: isOut ? 0 : value ?? 0,
                    stages: action.stages.map { Self.stage($0, needs.horizon, past: past) }, after: action.after,
                    obligation: action.obligation != nil && !action.isBegun, notBefore: max(0, action.notBefore ?? 0) + past,
                    notAfter: action.notAfter.map { $0 + past }, begun: action.isBegun, excluded: isOut))
        }
        // An action on which another depends may be planned though nothing says what it is worth by itself.
        for index in actions.indices where actions[index].excluded {
            let number = actions[index].id
            guard out[number] == .notRanked || out[number] == .noImplementation,
                needs.actions.contains(where: { $0.after.contains(number) && out[$0.number] == nil })
            else { continue }
            actions[index].excluded = false
        }
        // What runs takes its days, though nothing more of its action can be planned.
        var aside: Set<Int> = []
        for action in needs.actions where action.isBegun && out[action.number] != nil {
            guard let stage = action.stages.first else { continue }
            aside.insert(action.number)
            actions.append(
                PlanningInstance.Action(
                    id: action.number, value: 0, stages: [Self.stage(stage, needs.horizon, past: past)], begun: true))
        }
        self.aside = aside
        // What runs goes on, even where it takes more than the means: nothing else starts there.
        let length = needs.horizon.count + past
        var running: [Int: [Double]] = [:]
        for action in needs.actions where action.isBegun {
            guard let stage = action.stages.first else { continue }
            let end = min(length, (stage.quartersLeft(from: needs.horizon.first) ?? 1) + past)
            for (direction, days) in stage.effort {
                for quarter in 0..<end { running[direction, default: Array(repeating: 0, count: length)][quarter] += days }
            }
        }
        let percent = Double(settings.people) / 100
        instance = PlanningInstance(
            quarters: length, creditQuarters: settings.preference.creditQuarters,
            capacity: Dictionary(
                uniqueKeysWithValues: needs.directions.map { direction in
                    let unlimited = Array(repeating: Self.unlimited, count: length)
                    guard let own = direction.capacity else { return (String(direction.id), unlimited) }
                    let days = unlimited.prefix(past) + own.map { $0 * percent }
                    return (String(direction.id), zip(days, running[direction.id] ?? Array(repeating: 0, count: length)).map(max))
                }),
            budgetPerYear: needs.horizon.years.map { year in
                needs.left(of: year).map { Double($0) / 100 * Double(settings.budget) / 100 } ?? Self.unlimited
            }, closed: Array(0..<past) + needs.closed.map { $0 + past }, actions: actions)
        self.out = needs.actions.compactMap { action in
            out[action.number].map {
                ScenarioOutcome.Out(number: action.number, label: action.label, reason: $0, isObligation: action.obligation != nil)
            }
        }
    }

    private static func stage(_ stage: RemainingStage, _ horizon: PlanHorizon, past: Int) -> PlanningInstance.Stage {
        let left = stage.quartersLeft(from: horizon.first) ?? 1
        return PlanningInstance.Stage(
            level: stage.level.rawValue,
            // It runs from quarter 0 of the instance, through those that are past.
            quarters: stage.begun == nil ? left : left + past,
            effort: Dictionary(uniqueKeysWithValues: stage.effort.map { (String($0.key), $0.value) }),
            // What a stage that began costs is spent already.
            cost: stage.begun == nil ? Double(stage.cost ?? 0) / 100 : 0)
    }

    /// FNV-1a of the instance as text: another one, and what was computed is out of date.
    package var digest: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = (try? encoder.encode(instance)) ?? Data()
        return String(bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }

    // MARK: Back

    package func outcome(_ proposal: PlanningProposal, _ planner: Planner) -> ScenarioOutcome {
        let actions = Dictionary(uniqueKeysWithValues: needs.actions.map { ($0.number, $0) })
        var planned: [ScenarioOutcome.Planned] = []
        var out = self.out
        for one in instance.actions where !aside.contains(one.id) {
            guard let action = actions[one.id] else { continue }
            let starts = proposal.starts[one.id] ?? []
            guard !starts.isEmpty else {
                if !out.contains(where: { $0.number == one.id }) {
                    out.append(
                        ScenarioOutcome.Out(
                            number: one.id, label: action.label, reason: reason(one.id, proposal.starts, planner),
                            isObligation: action.obligation != nil))
                }
                continue
            }
            out.removeAll { $0.number == one.id }
            let stages = zip(zip(action.stages, one.stages), starts).map { pair, start in
                let isBegun = pair.0.begun != nil
                return ScenarioOutcome.Placed(
                    level: pair.0.level, position: pair.0.position, isBegun: isBegun, start: isBegun ? 0 : start - past,
                    quarters: isBegun ? max(1, pair.1.quarters - past) : pair.1.quarters)
            }
            let end = (starts.last ?? 0) + (one.stages[starts.count - 1].quarters)
            let isWhole = starts.count == one.stages.count && end <= instance.quarters && action.endsInForce
            planned.append(
                ScenarioOutcome.Planned(
                    number: one.id, label: action.label, stages: stages,
                    isWhole: isWhole, value: one.value, holds: holds(planner.reasons(for: one.id, in: proposal.starts), starts),
                    unfinished: isWhole
                        ? nil
                        : action.endsInForce
                            ? reason(one.id, proposal.starts, planner) : .noImplementation))
        }
        return ScenarioOutcome(
            first: needs.horizon.first.code, quarters: needs.horizon.count, value: proposal.value, bound: proposal.bound,
            isOptimal: proposal.isOptimal, isCancelled: proposal.isCancelled, seconds: proposal.seconds, planned: planned,
            out: out.sorted { $0.number < $1.number }, loads: loads(proposal), money: money(proposal), digest: digest)
    }

    /// All that stands against a proposal. Of obligations that do not fit together, those that found no place beside the others, with what
    /// they lack there.
    func flaws(_ flaws: PlanningFlaws) -> [ScenarioFlaw] {
        flaws.flaws.flatMap { flaw -> [ScenarioFlaw] in
            guard case .obligationsTogether(let ids, _) = flaw else { return [self.flaw(flaw)] }
            let left = withoutPlace(asked(among: ids))
            return left.isEmpty ? [self.flaw(flaw)] : left
        }
    }

    /// What runs goes on whatever happens: it is what else must start that asks too much.
    private func asked(among ids: [Int]) -> [Int] { ids.filter { id in needs.actions.contains { $0.number == id && !$0.isBegun } } }

    private func withoutPlace(_ asked: [Int]) -> [ScenarioFlaw] {
        var free = instance
        for index in free.actions.indices where asked.contains(free.actions[index].id) {
            // They come first by their worth, no more by force.
            free.actions[index].obligation = false
            free.actions[index].value = 1e6
        }
        guard let planner = try? Planner(free), let found = try? planner.propose(.work(20)) else { return [] }
        return asked.compactMap { id in
            guard case .possible(_, _, let lacking) = planner.means(toInclude: id, in: found.starts), !lacking.isEmpty else { return nil }
            return .obligation(id, lacking: lacking.map(shortage))
        }
    }

    private func flaw(_ flaw: PlanningFlaw) -> ScenarioFlaw {
        switch flaw {
        case .impossibleObligation(let id, _, let lacking): .obligation(id, lacking: lacking.map(shortage))
        case .obligationsTogether(let ids, _): .obligations(asked(among: ids))
        case .cycle(let ids): .cycle(ids)
        default: .other("\(flaw)")
        }
    }

    private func shortage(_ means: MissingMeans) -> Shortage {
        switch means {
        case .days(let direction, let quarter, let days): .days(direction: Int(direction) ?? 0, quarter: quarter - past, days: days)
        case .euros(let year, let euros): .euros(year: needs.horizon.first.year + year, euros: euros)
        }
    }

    private func reason(_ id: Int, _ starts: [Int: [Int]], _ planner: Planner) -> ScenarioOutcome.Reason {
        switch planner.means(toInclude: id, in: starts) {
        case .alreadyIn: .fits
        case .possible(_, let added, let lacking):
            lacking.isEmpty ? .fits : .lacks(lacking.map(shortage), with: added.filter { $0 != id })
        case .impossible(let obstacle):
            switch obstacle {
            case .unknown, .horizon: .tooLong
            case .excluded(let id): .dependsOn(id)
            case .window: .window
            case .closed: .closed
            case .predecessor(_, let other): .dependsOn(other)
            }
        }
    }

    /// Of the latest stage that has one: why it does not start a quarter earlier.
    private func holds(_ earlier: [EarlierStart], _ starts: [Int]) -> [ScenarioOutcome.Hold] {
        guard let last = starts.indices.last, let one = earlier.first(where: { $0.stage == last && $0.quarter == starts[last] - 1 }),
            one.quarter >= past
        else { return [] }
        if one.reasons.isEmpty { return [.nothing] }
        return one.reasons.map { reason in
            switch reason {
            case .means(let means): .lacks(shortage(means))
            case .notBefore: .notBefore
            case .closed: .closed
            case .predecessor(let id, _): .predecessor(id)
            case .stage: .stageBefore
            }
        }
    }

    private func loads(_ proposal: PlanningProposal) -> [ScenarioOutcome.Load] {
        needs.directions.map { direction in
            var used = Array(repeating: 0.0, count: needs.horizon.count)
            for action in instance.actions {
                for (stage, start) in zip(action.stages, proposal.starts[action.id] ?? []) {
                    guard let days = stage.effort[String(direction.id)] else { continue }
                    for quarter in max(start, past)..<max(start, past, min(start + stage.quarters, instance.quarters)) {
                        used[quarter - past] += days
                    }
                }
            }
            let scarce = proposal.scarcity.directions.first { $0.direction == String(direction.id) }
            return ScenarioOutcome.Load(
                direction: direction.id, used: used,
                capacity: direction.capacity.map { $0.map { $0 * Double(settings.people) / 100 } }, worth: scarce?.perDayInEachQuarter ?? 0,
                scarcest: scarce?.scarcestQuarter.map { $0 - past })
        }
    }

    private func money(_ proposal: PlanningProposal) -> [ScenarioOutcome.Money] {
        needs.horizon.years.enumerated().map { index, year in
            let used = instance.actions.reduce(0.0) { sum, action in
                sum
                    + zip(action.stages, proposal.starts[action.id] ?? []).reduce(0) { $1.1 / 4 == index ? $0 + $1.0.cost : $0 }
            }
            return ScenarioOutcome.Money(
                year: year, used: used, budget: needs.left(of: year) == nil ? nil : instance.budgetPerYear[index],
                worth: proposal.scarcity.years.first { $0.year == index }?.perThousandEuros ?? 0)
        }
    }
}
