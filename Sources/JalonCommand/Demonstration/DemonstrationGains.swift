/// The gains of the demonstration: public factors and one of the organisation's own, what overlaps, what is realised, what was superseded.
import JalonDomain
import JalonWorkspace

enum DemonstrationGains {
    static func play(_ plan: Int, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        try await add(copier(90, "Relevé de deux copieurs", year: 2025), in: workspace)
        for (action, lever, quantity, note) in [
            (9, "laptop-plus-one-year", 140.0, "Portables de plus de cinq ans, inventaire du parc"),
            (6, "laptop-plus-one-year", 220, "Un an de plus pour les portables réparés par l’assistance"),
            (11, "smartphone-refurbished", 130, "La moitié des téléphones renouvelés sur la durée du plan"),
            (25, "screen-manufacture", 90, "Seconds écrans non achetés"), (20, "page-weight", 2, "Page d’accueil et page des démarches"),
            (15, "copieur-en-veille", 46, "Copieurs des sites et des écoles"), (2, "copieur-en-veille", 12, "Copieurs des relais"),
        ] {
            _ = try await workspace.addGain(
                lever, quantity: quantity, note: note, on: ActionID(plan: plan, number: action), as: coordinator)
        }
        _ = try await workspace.overlap("Les portables gardés plus longtemps", [6, 9], share: nil, of: plan, as: coordinator)
        try await add(copier(78, "Relevé de dix copieurs", year: 2026), in: workspace)
        let copiers = ActionID(plan: plan, number: 15)
        _ = try await workspace.recompute(1, on: copiers, as: coordinator)
        _ = try await workspace.realise(1, at: 41, on: copiers, as: coordinator)
    }

    private static func add(_ factor: GainFactor, in workspace: Workspace) async throws {
        _ = try await workspace.addFactor(factor, as: Cast.coordinator.visitor)
    }

    private static func copier(_ value: Double, _ source: String, year: Int) -> GainFactor {
        GainFactor(
            key: "copieur-en-veille", lever: "Copieur mis en veille après dix minutes", counted: "copieurs", indicator: .energy,
            value: GainRange(low: value * 0.8, central: value, high: value * 1.25), scope: .use, rhythm: .yearly, year: year,
            source: source, licence: "", note: "", version: 1, since: Day(ordinal: 0))
    }
}
