/// The scenarios of the demonstration: the plan's means, quick results with fewer people; the first is adopted for a few actions.
import JalonDomain
import JalonPlanning
import JalonWorkspace

enum DemonstrationScenarios {
    static func play(_ plan: Int, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        for settings in [
            ScenarioSettings(name: "Les moyens du plan"),
            ScenarioSettings(name: "Un quart d’agents en moins, résultats rapides", preference: .quick, people: 75),
        ] {
            let outcome = try await workspace.proposal(settings, of: plan, means: nil, .work(20), coordinator) { _ in }.outcome
            _ = try await workspace.keep(settings, outcome, of: plan, as: coordinator)
        }
        let preview = try await workspace.previewAdoption(1, of: plan, coordinator)
        // Those whose stage is not begun: what runs keeps the days that it was promised for.
        let adopted = preview.model.lines.filter { $0.violations.isEmpty && $0.moves.allSatisfy { $0.due == nil } }.prefix(3)
        guard !adopted.isEmpty else { return }
        _ = try await workspace.adopt(
            1, of: plan, adopted.map(\.target),
            (by: "Comité de pilotage", on: preview.today, reason: "Les moyens de l’an prochain sont confirmés"), as: coordinator)
    }
}
