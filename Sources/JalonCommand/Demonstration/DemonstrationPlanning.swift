/// The means of the demonstration, which are tight, and what its actions need: all but two are estimated, one is asked for by law, one is
/// promised, one is left aside for now.
import JalonDomain
import JalonWorkspace

struct DemonstrationPlanning {
    let calendar: DemonstrationCalendar

    private typealias Estimate = (action: Int, stage: StageKey, quarters: Int?, days: [(String, Double)], euros: Int)

    func play(_ plan: Int, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        _ = try await workspace.setMeans(of: plan, reading: nil, means, as: coordinator)
        let units = Dictionary(
            try await workspace.parties(coordinator).model.filter { $0.kind == .unit }.map { ($0.name, $0.id) },
            uniquingKeysWith: { first, _ in first })
        var edits: [Int: ActionNeedsEdit] = [:]
        for one in estimates {
            let effort = one.days.compactMap { name, days in units[name].map { ($0, days) } }
            edits[one.action, default: ActionNeedsEdit()].stages[one.stage] = StageEstimate(
                quarters: one.quarters, effort: Dictionary(uniqueKeysWithValues: effort), cost: one.euros * 100)
        }
        edits[13]?.standing = .init(
            obligation: .legal, isExcluded: false,
            reason: "Loi du 15 novembre 2021\u{A0}: l’indice de réparabilité compte dans les achats publics.")
        edits[21]?.standing = .init(
            obligation: .committed, isExcluded: false, reason: "Le marché d’hébergement se renouvelle, le calendrier est annoncé.")
        edits[21]?.window = .init(notBefore: nil, notAfter: quarter(3))
        edits[25]?.standing = .init(obligation: nil, isExcluded: true, reason: "Attendre le bilan des prêts d’écrans.")
        edits[8]?.window = .init(notBefore: quarter(1), notAfter: nil)
        try await workspace.setNeeds(
            edits.sorted { $0.key < $1.key }.map { NeedsInput(number: $0.key, reading: nil, edit: $0.value) }, of: plan, as: coordinator)
        // A pilot estimates their own.
        let spare = ActionNeedsEdit(stages: [
            StageKey(.experimentation, 2): StageEstimate(effort: [units[Units.digital] ?? 0: 5], cost: 600_000),
            StageKey(.implementation, 1): StageEstimate(quarters: 3, effort: [units[Units.digital] ?? 0: 9], cost: 1_400_000),
        ])
        _ = try await workspace.setNeeds(of: ActionID(plan: plan, number: 9), reading: nil, spare, as: Cast.equipment.visitor)
    }

    /// So many quarters after today's.
    private func quarter(_ ahead: Int) -> Period { Period(.quarter, of: calendar.today).advanced(by: ahead) }

    private var means: MeansEdit {
        let next = calendar.year + 1
        let autumn = Period(.quarter, of: calendar.end(of: next))
        return MeansEdit(
            capacities: [
                .init(direction: Units.digital, usual: 24, quarters: [quarter(1): 20]), .init(direction: Units.purchases, usual: 16),
                .init(direction: Units.management, usual: 8), .init(direction: Units.buildings, usual: 8),
                .init(direction: Units.people, usual: 6), .init(direction: Units.communication, usual: 6),
                .init(direction: Units.families, usual: 4),
            ],
            budgets: [calendar.year: 25_000_00, next: 30_000_00, next + 1: 24_000_00],
            closures: [
                Means.Closure(from: autumn.first + 40, to: autumn.last, reason: "Clôture des comptes et préparation du budget")
            ])
    }

    private var estimates: [Estimate] {
        let (reflection, implementation) = (StageKey(.reflection, 1), StageKey(.implementation, 1))
        let experimentation = StageKey(.experimentation, 1)
        return [
            (1, implementation, nil, [(Units.management, 3)], 0),
            (3, implementation, 2, [(Units.management, 5), (Units.digital, 2)], 0),
            (5, implementation, nil, [(Units.people, 4)], 3000),
            (6, implementation, nil, [(Units.digital, 6)], 1500),
            (7, implementation, nil, [(Units.digital, 8)], 0),
            (8, experimentation, 2, [(Units.management, 4), (Units.digital, 6)], 4000),
            (8, implementation, 2, [(Units.digital, 8)], 9000),
            (11, implementation, nil, [(Units.purchases, 6), (Units.digital, 3)], 0),
            (12, implementation, nil, [(Units.purchases, 4)], 0),
            (13, implementation, nil, [(Units.purchases, 5)], 0),
            (14, implementation, nil, [(Units.digital, 7)], 2000),
            (18, reflection, nil, [(Units.digital, 5)], 0),
            (18, experimentation, 2, [(Units.digital, 8), (Units.communication, 2)], 8000),
            (18, implementation, 4, [(Units.digital, 10)], 20_000),
            (19, experimentation, nil, [(Units.digital, 5), (Units.families, 4)], 5000),
            (19, implementation, 3, [(Units.digital, 12), (Units.families, 3)], 18_000),
            (20, implementation, nil, [(Units.communication, 5)], 0),
            (21, implementation, nil, [(Units.purchases, 6), (Units.digital, 3)], 12_000),
            (22, experimentation, nil, [(Units.digital, 2), (Units.buildings, 3)], 1500),
            (23, experimentation, nil, [(Units.buildings, 4), (Units.digital, 2)], 0),
            (23, implementation, 2, [(Units.buildings, 5), (Units.digital, 3)], 2500),
            (25, implementation, 2, [(Units.digital, 3)], 4000),
        ]
    }
}
