/// The état des lieux of the demonstration: every practice before the plan, a few again since.
import JalonDomain
import JalonWorkspace

struct DemonstrationAssessment {
    let calendar: DemonstrationCalendar

    func play(in workspace: Workspace) async throws {
        for (days, answers) in [(352, Self.first), (61, Self.second)] {
            let inputs = answers.map { practice, state, comment in
                AssessmentInput(
                    practice: practice, reading: nil,
                    assessment: Assessment(
                        state: state, on: calendar.ago(days), comment: comment, link: Self.evidence[practice] ?? ""))
            }
            _ = try await workspace.assess(inputs, of: nil, as: Cast.coordinator.visitor)
        }
    }

    private static let evidence = [
        "a.1": "https://example.org/valmont/lettre-de-mission", "i.4": "https://example.org/valmont/convention-collecte",
    ]

    private static let first: [(String, PracticeState, String)] = [
        ("a.1", .inPlace, "Une déléguée, à mi-temps, auprès de la direction générale."), ("a.2", .notInPlace, ""),
        ("a.3", .notInPlace, ""), ("a.4", .partly, "Deux directions sur sept ont une personne relais."), ("a.5", .notInPlace, ""),
        ("a.6", .notInPlace, ""), ("a.7", .inPlace, "Charte du droit à la déconnexion, registre des traitements à jour."),
        ("a.8", .notInPlace, ""),
        ("b.1", .partly, "Une conférence l’an dernier, sans suite."), ("b.2", .notInPlace, ""), ("b.3", .notInPlace, ""),
        ("c.1", .partly, "Carte des applications, sans les réseaux."), ("c.2", .notInPlace, ""), ("c.3", .notInPlace, ""),
        ("d.1", .partly, "Le besoin est discuté pour les postes, pas pour les écrans."), ("d.2", .notInPlace, ""),
        ("d.3", .partly, "Échanges de gré à gré entre services."),
        ("d.4", .inPlace, "Le marché sépare unité centrale, écran et accessoires."), ("d.5", .notInPlace, ""),
        ("d.6", .inPlace, "Housse remise avec chaque portable."),
        ("e.1", .notInPlace, ""), ("e.2", .partly, "Garantie de trois ans seulement."), ("e.3", .partly, "Pour les écrans."),
        ("e.4", .notInPlace, ""), ("e.5", .notInPlace, "Aucune compétence en interne."),
        ("f.1", .partly, "Inventaire des postes, sans les téléphones."), ("f.2", .notInPlace, ""), ("f.3", .partly, ""),
        ("f.4", .notInPlace, ""), ("f.5", .notInPlace, ""), ("f.6", .partly, "Guide diffusé, peu lu."), ("f.7", .partly, ""),
        ("f.8", .notInPlace, ""),
        ("g.1", .partly, "Pour les projets de plus de 40\u{A0}000\u{A0}€."), ("g.2", .notInPlace, ""), ("g.3", .notInPlace, ""),
        ("g.4", .notInPlace, ""), ("g.5", .inPlace, "Site et démarches refaits il y a deux ans."), ("g.6", .notInPlace, ""),
        ("g.7", .inPlace, ""), ("g.8", .partly, ""), ("g.9", .notInPlace, ""),
        ("g.10", .notApplicable, "Aucun logiciel développé en interne."), ("g.11", .notInPlace, ""),
        ("h.1", .notInPlace, ""), ("h.2", .notInPlace, ""), ("h.3", .notInPlace, ""),
        ("h.4", .inPlace, "Quarante serveurs réunis sur trois machines."), ("h.5", .notInPlace, ""), ("h.6", .notInPlace, ""),
        ("h.7", .notInPlace, ""),
        ("i.1", .partly, ""), ("i.2", .notInPlace, ""),
        ("i.3", .notApplicable, "La collectivité donne ses appareils, elle ne les vend pas."),
        ("i.4", .inPlace, "Convention avec un éco-organisme agréé."),
        ("i.5", .notApplicable, "Les marchés en cours ne prévoient pas de reprise."), ("i.6", .partly, ""),
        ("i.7", .inPlace, "Bacs de tri à chaque étage."), ("i.8", .notInPlace, ""),
    ]

    private static let second: [(String, PracticeState, String)] = [
        ("a.2", .partly, "Plan validé et communiqué\u{A0}; son suivi commence."), ("a.4", .inPlace, "Une personne relais par direction."),
        ("f.1", .partly, "Téléphones ajoutés à l’inventaire, écrans à faire."), ("i.2", .partly, "Deux associations, une convention."),
    ]
}
