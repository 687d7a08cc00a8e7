/// Gains: the library of factors, what each action brings by them, and what a plan brings in all.
import JalonCatalogue
package import JalonDomain
import JalonStore
import SQL

/// What a plan brings.
package struct PlanGains: Sendable {
    package let plan: Plan
    package let gains: [Gain]
    package let groups: [OverlapGroup]
    package let totals: [GainTotal]
    /// Actions that were stopped: what they would have brought is in no total.
    package let stopped: [Int]
    /// Of its actions, by number.
    package let labels: [Int: String]
    /// Open actions that nothing is counted for: not estimated is not nothing.
    package let unestimated: [Int]
}

/// What an action brings, and what it could be counted by.
package struct ActionGains: Sendable {
    package let plan: Plan
    package let action: Action
    package let gains: [Gain]
    /// Those that the action is in.
    package let groups: [OverlapGroup]
    /// One factor for each lever.
    package let levers: [GainFactor]
    package let mayReport: Bool

    /// What was realised is told of what is in force, or was already in place.
    package var isRealisable: Bool { action.isRealisable }
}

extension Workspace {
    /// The latest version of each factor: the organisation's own, and those that ship with Jalon.
    package func factors(_ visitor: Visitor) async throws -> Seen<[GainFactor]> {
        try await look(visitor, needs: .read) { try $0.factors() }
    }

    /// A further version where there is one already: what was computed with it says so, and does not change.
    package func addFactor(_ factor: GainFactor, as visitor: Visitor) async throws -> GainFactor {
        try await change(visitor, needs: .editPlan) { try $0.add(factor) }
    }

    package func gains(ofPlan number: Int, _ visitor: Visitor) async throws -> Seen<PlanGains> {
        try await look(visitor, needs: .read) { scene in
            let plan = try scene.plan(number)
            let gains = try scene.allGains(plan: number)
            let groups = try scene.gains.groups(plan: number)
            let actions = try scene.actions.all(plan: number).filter { !$0.archived }
            let estimated = Set(gains.map(\.action.number))
            let stopped = Set(actions.filter(\.isStopped).map(\.id.number))
            return PlanGains(
                plan: plan, gains: gains, groups: groups,
                totals: GainTotal.all(gains.filter { !stopped.contains($0.action.number) }, groups),
                stopped: estimated.intersection(stopped).sorted(),
                labels: Dictionary(uniqueKeysWithValues: actions.map { ($0.id.number, $0.label) }),
                unestimated: actions.filter { !$0.isStopped && !estimated.contains($0.id.number) }.map(\.id.number))
        }
    }

    package func gains(of id: ActionID, _ visitor: Visitor) async throws -> Seen<ActionGains> {
        try await look(visitor, needs: .read) { scene in
            let plan = try scene.plan(id.plan)
            let action = try scene.action(id)
            var levers: Set<String> = []
            return ActionGains(
                plan: plan, action: action, gains: try scene.allGains(plan: id.plan, action: id.number),
                groups: try scene.gains.groups(plan: id.plan).filter { $0.actions.contains(id.number) },
                levers: try scene.factors().filter { levers.insert($0.key).inserted },
                mayReport: scene.mayReport(on: action, of: plan))
        }
    }

    /// One gain for each indicator that the lever has a factor for.
    package func addGain(
        _ key: String, quantity: Double, from: Day? = nil, to: Day? = nil, note: String = "", on id: ActionID, as visitor: Visitor
    ) async throws -> [Gain] {
        try await change(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(id.plan)
            try plan.requireOpen()
            let action = try scene.action(id)
            guard !action.archived else { throw DomainError.invalid(.archived, .actionArchived) }
            let factors = try scene.factors().filter { $0.key == key }
            guard !factors.isEmpty else { throw DomainError.invalid(.lever, key.isEmpty ? .required : .unknown(key)) }
            if note.count > 2000 { throw DomainError.invalid(.note, .tooLong(max: 2000)) }
            let stored = try scene.gains.factors()
            return try factors.map { factor in
                // Every year that the plan covers, unless said otherwise.
                let (from, to) = factor.rhythm == .yearly ? (from ?? plan.from, to ?? plan.to) : (nil, nil)
                try Gain.check(quantity: quantity, from: from, to: to, for: factor.rhythm)
                if !stored.contains(factor) { try scene.gains.insert(factor) }
                let gain = Gain(
                    id: try scene.gains.nextID(of: id), action: id, factor: factor, newer: nil, quantity: quantity, realised: nil,
                    from: from,
                    to: to, note: note, author: scene.actor.name)
                try scene.gains.insert(gain, at: scene.now)
                try scene.journal(.gainAdded, gain, before: "", after: Figure.plain(quantity))
                return gain
            }
        }
    }

    /// How many it was done to in the end.
    package func realise(_ number: Int, at quantity: Double, on id: ActionID, as visitor: Visitor) async throws -> Gain {
        try await change(visitor, needs: .reportOnOwn) { scene in
            let action = try scene.action(id)
            try scene.actor.requireReport(onPilot: action.pilot)
            guard action.isRealisable else { throw DomainError.invalid(.realised, .planning(.notInForce)) }
            return try scene.change(number, on: id, .gainRealised) { gain in
                try Gain.check(quantity: quantity, from: gain.from, to: gain.to, for: gain.factor.rhythm)
                return gain.with(realised: quantity)
            }
        }
    }

    /// With the latest version of its factor, in place of the one that it was computed with.
    package func recompute(_ number: Int, on id: ActionID, as visitor: Visitor) async throws -> Gain {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.change(number, on: id, .gainRecomputed) { gain in
                guard let newer = gain.newer else { throw DomainError.invalid(.gain, .nothingToChange) }
                if try !scene.gains.factors().contains(newer) { try scene.gains.insert(newer) }
                // What was gained once may be gained every year by now: every year of the plan.
                let plan = try scene.plan(id.plan)
                return gain.with(factor: newer, years: newer.rhythm == .yearly ? (gain.from ?? plan.from, gain.to ?? plan.to) : (nil, nil))
            }
        }
    }

    package func removeGain(_ number: Int, on id: ActionID, as visitor: Visitor) async throws -> Gain {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.change(number, on: id, .gainRemoved, removed: true) { $0 }
        }
    }

    /// Actions that act on the same things, under a name; none takes the group back. `share` is how much of their sum counts, in hundredths;
    /// nothing for the largest alone.
    package func overlap(_ name: String, _ actions: [Int], share: Double?, of number: Int, as visitor: Visitor) async throws
        -> [OverlapGroup]
    {
        try await change(visitor, needs: .editPlan) { scene in
            try scene.plan(number).requireOpen()
            guard !name.isEmpty else { throw DomainError.invalid(.name, .required) }
            let actions = Set(actions).sorted()
            guard actions.count != 1 else { throw DomainError.invalid(.actions, .planning(.twoActionsNeeded)) }
            if let share, !(0...100).contains(share) { throw DomainError.invalid(.share, .outOfRange(0, 100)) }
            for action in actions { _ = try scene.action(ActionID(plan: number, number: action)) }
            let groups = try scene.gains.groups(plan: number)
            let standing = groups.first { $0.name.folded == name.folded }
            for other in groups where other.number != standing?.number {
                // In two groups, an action would be left out twice.
                guard let both = actions.first(where: other.actions.contains) else { continue }
                throw DomainError.invalid(.actions, .planning(.overlapsAlready(both, other.name)))
            }
            let group = OverlapGroup(
                number: standing?.number ?? (groups.map(\.number).max() ?? 0) + 1, name: name, actions: actions,
                share: share)
            try scene.gains.save(group, plan: number)
            func said(_ group: OverlapGroup?) -> String { group.map { $0.actions.map(String.init).joined(separator: ", ") } ?? "" }
            try scene.journal.write(
                .overlapSet, subject: "overlap \(number)/\(group.number)", plan: number, action: nil, version: nil,
                changes: [
                    Change(field: .name, before: "", after: name), Change(field: .actions, before: said(standing), after: said(group)),
                ],
                by: scene.actor, at: scene.now)
            return try scene.gains.groups(plan: number)
        }
    }
}

extension Scene {
    var gains: GainStore { GainStore(sql, organisation: organisation.id) }

    /// The latest version of each, by lever and indicator.
    func factors() throws -> [GainFactor] {
        var seen: Set<[String]> = []
        let own = try gains.factors().filter { seen.insert([$0.key, $0.indicator.key]).inserted }
        return (own + BundledFactors.all.filter { seen.insert([$0.key, $0.indicator.key]).inserted })
            .sorted { ($0.lever, $0.indicator.key) < ($1.lever, $1.indicator.key) }
    }

    func add(_ factor: GainFactor) throws -> GainFactor {
        try factor.check()
        let standing = try factors()
        let factor = try inOneUnit(factor, with: standing)
        let before = standing.first { $0.key == factor.key && $0.indicator.key == factor.indicator.key }
        // What ships with Jalon is kept as the version that it was.
        if let before, try !gains.factors().contains(before) { try gains.insert(before) }
        var new = factor
        new.version = (before?.version ?? 0) + 1
        new.since = today
        try gains.insert(new)
        try journal.write(
            .factorAdded, subject: "factor \(new.key) \(new.indicator.key)", plan: nil, action: nil, version: nil,
            changes: [
                Change(field: .lever, before: before?.lever ?? "", after: new.lever),
                Change(field: .value, before: before.map { Figure.plain($0.value.central) } ?? "", after: Figure.plain(new.value.central)),
            ], by: actor, at: now)
        return new
    }

    /// One unit for each indicator: what is counted in it can be added, and compared.
    func inOneUnit(_ factor: GainFactor, with others: some Sequence<GainFactor>) throws -> GainFactor {
        let unit =
            GainIndicator.known.first { $0.key == factor.indicator.key }?.unit
            ?? others.first { $0.indicator.key == factor.indicator.key }?.indicator.unit ?? factor.indicator.unit
        let converted = factor.converted(to: unit)
        guard converted.indicator.unit == unit else {
            throw DomainError.invalid(.measureUnit, .figure(.otherUnit(factor.indicator.unit.rawValue, IndicatorUnit(unit))))
        }
        return converted
    }

    /// Each with the factor that supersedes its own, where one does.
    func allGains(plan: Int, action: Int? = nil) throws -> [Gain] {
        let written = try gains.gains(plan: plan, action: action)
        if written.isEmpty { return [] }
        let latest = Dictionary(uniqueKeysWithValues: try factors().map { ([$0.key, $0.indicator.key], $0) })
        return written.map { gain in
            guard let newer = latest[[gain.factor.key, gain.factor.indicator.key]], newer.version > gain.factor.version else { return gain }
            return gain.with(newer: newer)
        }
    }

    /// Those of actions that become one go with it, and it takes their place among what overlaps.
    func moveGains(from others: [Action], to action: Action) throws {
        let gone = Set(others.map(\.id.number))
        for other in others {
            for gain in try gains.gains(plan: other.id.plan, action: other.id.number) {
                try gains.update(gain, removed: true)
                try gains.insert(gain.moved(to: action.id, try gains.nextID(of: action.id)), at: now)
            }
        }
        for group in try gains.groups(plan: action.id.plan) where !gone.isDisjoint(with: group.actions) {
            let members = Set(group.actions).subtracting(gone).union([action.id.number])
            try gains.save(
                OverlapGroup(
                    number: group.number, name: group.name, actions: members.count > 1 ? members.sorted() : [], share: group.share),
                plan: action.id.plan)
        }
    }

    fileprivate func change(
        _ number: Int, on id: ActionID, _ verb: JournalVerb, removed: Bool = false, _ body: (Gain) throws -> Gain
    ) throws -> Gain {
        try plan(id.plan).requireOpen()
        guard let before = try allGains(plan: id.plan, action: id.number).first(where: { $0.id == number }) else {
            throw DomainError.notFound(.gain)
        }
        let after = try body(before)
        try gains.update(after, removed: removed)
        func said(_ gain: Gain) -> String { Figure.plain((gain.achieved ?? gain.expected).central) }
        try journal(verb, after, before: said(before), after: removed ? "" : said(after))
        return after
    }

    fileprivate func journal(_ verb: JournalVerb, _ gain: Gain, before: String, after: String) throws {
        try journal.write(
            verb, subject: "action \(gain.action)", plan: gain.action.plan, action: gain.action.number, version: nil,
            changes: [
                Change(field: .lever, before: gain.factor.lever, after: gain.factor.lever),
                Change(field: .gain, before: before, after: after),
            ], by: actor, at: now)
    }
}

extension Gain {
    fileprivate func with(
        realised: Double? = nil, factor: GainFactor? = nil, newer: GainFactor? = nil, years: (from: Day?, to: Day?)? = nil
    ) -> Gain {
        Gain(
            id: id, action: action, factor: factor ?? self.factor, newer: factor == nil ? newer ?? self.newer : nil, quantity: quantity,
            realised: realised ?? self.realised, from: years.map(\.from) ?? from, to: years.map(\.to) ?? to, note: note, author: author)
    }

    fileprivate func moved(to action: ActionID, _ id: Int) -> Gain {
        Gain(
            id: id, action: action, factor: factor, newer: nil, quantity: quantity, realised: realised, from: from, to: to, note: note,
            author: author)
    }
}

extension Action {
    fileprivate var isRealisable: Bool { isInForce || current.commitment != nil }
}
