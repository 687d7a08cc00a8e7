/// The means of a plan: read and set, whole.
package import JalonDomain
import JalonStore
import SQL

/// The means of a plan, with what a form proposes around them.
package struct MeansSheet: Sendable {
    package let plan: Plan
    /// Without its budgets for who may not read costs.
    package let means: Means
    /// Every unit's name.
    package let names: [Int: String]
    /// Units that carry an open action of the plan, of which nothing is said yet.
    package let awaited: [Party]
    /// Every other unit.
    package let others: [Party]
    package let horizon: PlanHorizon
    /// When a committee of the plan meets, from today on.
    package let meetings: [Day]
    package let readsBudgets: Bool

    package var edit: MeansEdit { MeansEdit(of: means, names: names) }
}

extension Workspace {
    package func means(of plan: Int, _ visitor: Visitor) async throws -> Seen<MeansSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(plan)
            var means = try scene.means.means(of: plan.number)
            if !scene.readsCosts { means.budgets = [:] }
            let units = try scene.parties.all().filter { $0.kind == .unit }
            let said = Set(means.capacities.map(\.direction))
            let carrying = try scene.directions(carryingIn: plan.number)
            let rest = units.filter { !$0.archived && !said.contains($0.id) }
            return MeansSheet(
                plan: plan, means: means, names: Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.name) }),
                awaited: rest.filter { carrying.contains($0.id) }, others: rest.filter { !carrying.contains($0.id) },
                horizon: PlanHorizon(from: plan.from, to: plan.to, today: scene.today),
                meetings: try scene.comingMeetings(of: plan), readsBudgets: scene.readsCosts)
        }
    }

    /// In the place of those that stood; `reading` is the version that was read, `nil` takes them as they stand.
    package func setMeans(of plan: Int, reading: Int?, _ edit: MeansEdit, as visitor: Visitor) async throws -> Means {
        try await changeMeans(of: plan, reading: reading, as: visitor) { _ in edit }
    }

    /// What `body` makes of those that stand.
    package func changeMeans(
        of number: Int, reading: Int? = nil, as visitor: Visitor, _ body: @escaping @Sendable (MeansEdit) throws -> MeansEdit
    ) async throws -> Means {
        try await change(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(number)
            try plan.requireOpen()
            let names = try scene.partyNames()
            let before = try scene.means.means(of: number)
            if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
            let edit = try body(MeansEdit(of: before, names: names))
            var after = try scene.resolve(edit, for: plan)
            after.version = before.version
            guard after != before else { return before }
            after.version += 1
            guard try scene.means.save(after, plan: number) else {
                throw DomainError.conflict(read: before.version, current: after.version)
            }
            try scene.journal.write(
                .meansSet, subject: "means \(number)", plan: number, action: nil, version: after.version,
                changes: changes(from: MeansFields.of(before, names), to: MeansFields.of(after, names)), by: scene.actor, at: scene.now)
            return try scene.means.means(of: number)
        }
    }
}

extension Scene {
    var means: MeansStore { MeansStore(sql, organisation: organisation.id) }

    /// Budgets are read by who reads the cost of any action.
    var readsCosts: Bool { actor.role.grants(.readInternal) && actor.role != .pilot }

    /// The means that someone wrote for a plan, their directions found in the directory; all that is wrong is told at once.
    func resolve(_ edit: MeansEdit, for plan: Plan) throws -> Means {
        var violations = edit.violations(from: plan.from, to: plan.to)
        var capacities: [(name: String, capacity: Means.Capacity)] = []
        for capacity in edit.capacities where !capacity.direction.isEmpty {
            guard let unit = try PartyNames(self).known(capacity.direction, preferring: .unit, only: true) else {
                violations.append(MeansPlace.direction(capacity.direction).violation(.planning(.notADirection(capacity.direction))))
                continue
            }
            // Two names of one unit, since one was merged into the other.
            if capacities.contains(where: { $0.capacity.direction == unit.id }) {
                violations.append(MeansPlace.direction(capacity.direction).violation(.alreadyTaken(capacity.direction)))
            }
            capacities.append(
                (
                    unit.name,
                    Means.Capacity(
                        direction: unit.id, usual: capacity.usual, quarters: capacity.quarters.filter { $0.value != capacity.usual })
                ))
        }
        guard violations.isEmpty else {
            var told: [Violation] = []
            for violation in violations where !told.contains(violation) { told.append(violation) }
            throw DomainError.invalid(told)
        }
        return Means(
            version: 0,
            capacities: capacities.sorted { ($0.name.folded, $0.capacity.direction) < ($1.name.folded, $1.capacity.direction) }.map(
                \.capacity),
            budgets: edit.budgets, closures: edit.closures)
    }

    /// The units that pilot an open action of a plan, or that its pilot belongs to.
    func directions(carryingIn plan: Int) throws -> Set<Int> {
        let parties = Dictionary(uniqueKeysWithValues: try parties.all().map { ($0.id, $0) })
        return Set(try actions.pilotsOfOpen(plan: plan).compactMap { parties[$0]?.direction })
    }
}

enum MeansFields {
    /// What the journal compares.
    static func of(_ means: Means, _ names: [Int: String]) -> [Field: String] {
        [
            .capacity: means.capacities.map { capacity in
                let others = capacity.quarters.sorted { $0.key < $1.key }.map { ", \($0.key.code) \(Figure.plain($0.value))" }.joined()
                return "\(names[capacity.direction] ?? "") \(Figure.plain(capacity.usual))\(others)"
            }.joined(separator: "\n"),
            .budget: means.budgets.sorted { $0.key < $1.key }.map { "\($0.key) \(Figure.plain(Double($0.value) / 100))" }
                .joined(separator: "\n"),
            .closures: means.closures.map { "\($0.from.iso) – \($0.to.iso) \($0.reason)" }.joined(separator: "\n"),
        ]
    }
}
