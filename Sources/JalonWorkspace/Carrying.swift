/// Who carries what over the open plans: the directory, and the page of a unit, a person or a position.
package import JalonDomain
package import JalonStore
import SQL

package struct CarryingDirectory: Sendable {
    package struct Line: Sendable {
        package let party: Party
        /// Of a unit, with all below it.
        package let carried: Carried
        /// Steps below the top of the tree.
        package let depth: Int
    }

    /// As a tree: each unit after the one above, by name.
    package let units: [Line]
    /// Those who pilot something themselves, by name.
    package let pilots: [Line]
    package let names: [Int: String]
}

package struct CarryingSheet: Sendable {
    /// Actions of each list.
    package static let most = 12

    package let party: Party
    package let names: [Int: Party]
    /// Open plans in which they carry something, the latest first.
    package let plans: [(plan: PlanTitle, carried: Carried)]
    package let open: [ActionGlance]
    package let load: Load
    /// One more than `most` says that there are others.
    package let contributions: [ActionGlance]
    package let perimeters: [ActionGlance]
    /// Of a unit, those directly in it; of a position, those who hold it.
    package let members: [Party]

    package var carried: Carried { plans.reduce(Carried()) { $0 + $1.carried } }
}

extension Workspace {
    package func carryingDirectory(_ visitor: Visitor) async throws -> Seen<CarryingDirectory> {
        try await look(visitor, needs: .read) { scene in
            let parties = try scene.parties.all()
            let carried = try scene.remembered("carried", plan: 0) { try scene.carried.byPilot(today: scene.today) }
            return CarryingDirectory(
                units: CarryingDirectory.tree(parties, carried),
                pilots: parties.compactMap { party in carried[party.id].map { .init(party: party, carried: $0, depth: 0) } },
                names: Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0.name) }))
        }
    }

    /// A unit where `isUnit`, a person or a position otherwise; of one that was merged, the one that it became.
    package func carrying(_ id: Int, isUnit: Bool, _ visitor: Visitor) async throws -> Seen<CarryingSheet> {
        try await look(visitor, needs: .read) { scene in
            let id = try scene.parties.heir(of: id)
            guard let party = try scene.parties.find(id), (party.kind == .unit) == isUnit else { throw DomainError.notFound(.party) }
            let parties = try scene.parties.all()
            let byPlan = try scene.carried.byPlan(of: party, today: scene.today)
            func actions(_ part: String) throws -> [ActionGlance] {
                try scene.carried.actions(with: id, as: part, limit: CarryingSheet.most + 1)
            }
            return CarryingSheet(
                party: party, names: Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0) }),
                plans: try scene.plans.all().compactMap { plan in
                    byPlan[plan.number].map { (PlanTitle(number: plan.number, title: plan.title), $0) }
                },
                open: try scene.carried.open(of: party, limit: CarryingSheet.most),
                load: Load(try scene.carried.spans(of: party, today: scene.today), today: scene.today),
                contributions: try actions("contributor"), perimeters: try actions("perimeter"),
                members: parties.filter { $0.unit == id || $0.position == id })
        }
    }
}

extension CarryingDirectory {
    /// `parties` come by name.
    fileprivate static func tree(_ parties: [Party], _ carried: [Int: Carried]) -> [Line] {
        let below = Dictionary(grouping: parties.filter { $0.unit != nil }) { $0.unit ?? 0 }
        var lines: [Line] = []
        func add(_ unit: Party, depth: Int) -> Carried {
            let place = lines.count
            var sum = carried[unit.id] ?? Carried()
            for party in below[unit.id] ?? [] where party.kind != .unit { sum = sum + (carried[party.id] ?? Carried()) }
            lines.append(Line(party: unit, carried: sum, depth: depth))
            for child in below[unit.id] ?? [] where child.kind == .unit { sum = sum + add(child, depth: depth + 1) }
            lines[place] = Line(party: unit, carried: sum, depth: depth)
            return sum
        }
        for root in parties where root.kind == .unit && root.unit == nil { _ = add(root, depth: 0) }
        return lines
    }
}
