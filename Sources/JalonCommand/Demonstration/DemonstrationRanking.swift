/// The workshop of the demonstration: what was judged there, what the coordinator judged since, and what nobody can tell yet.
import JalonDomain
import JalonStore
import JalonWorkspace

struct DemonstrationRanking {
    let calendar: DemonstrationCalendar

    /// By the first words of labels: impact, effort, difficulty, cost; 0 where nobody knew.
    private static let judged: [(start: String, steps: [Int])] = [
        ("Présenter l’avancement", [2, 1, 2, 1]), ("Remplir une fiche d’utilité", [4, 2, 3, 1]),
        ("Animer un atelier", [3, 3, 2, 2]), ("Recenser les applications", [3, 4, 3, 1]), ("Mesurer l’empreinte", [4, 3, 4, 2]),
        ("Exiger des pièces", [5, 2, 3, 1]), ("Rapprocher l’inventaire", [4, 3, 3, 0]),
        ("Acheter un téléphone", [5, 3, 3, 2]), ("Supprimer les fichiers", [1, 4, 3, 1]), ("Évaluer cinq démarches", [3, 4, 4, 4]),
        ("Essayer le portail", [3, 3, 3, 2]), ("Ajouter des clauses d’énergie", [4, 2, 2, 1]), ("Porter la salle serveur", [3, 2, 2, 1]),
        ("Donner les postes", [4, 3, 3, 2]), ("Louer les vidéoprojecteurs", [2, 4, 4, 4]),
    ]

    func play(_ plan: Int, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        let rows = try await workspace.workshop(of: plan, ActionFilter(), coordinator).model.rows
        let inputs = Self.judged.compactMap { start, steps in
            rows.first { $0.label.hasPrefix(start) }.map { row in
                JudgementInput(
                    action: row.number, reading: nil,
                    steps: Dictionary(
                        uniqueKeysWithValues: zip(JudgedCriterion.allCases, steps).filter { $0.1 > 0 }.map { ($0, Optional($1)) }))
            }
        }
        _ = try await workspace.judge(
            inputs, of: plan, in: .workshop,
            closing: WorkshopClosing(
                on: calendar.ago(12),
                participants: [Cast.coordinator.name, Cast.equipment.name, Cast.purchases.name, Units.buildings, Units.families]),
            as: coordinator)
        // Since the workshop, alone.
        if let row = rows.first(where: { $0.label.hasPrefix("Vérifier les écolabels") }) {
            _ = try await workspace.judge(
                [JudgementInput(action: row.number, reading: nil, steps: [.impact: 3])], of: plan, in: .person,
                as: coordinator)
        }
    }
}
