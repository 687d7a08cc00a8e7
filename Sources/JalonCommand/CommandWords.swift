/// The words that only commands say.
import JalonDomain

extension Words {
    /// « Fonction créée : Direction générale », on standard error.
    func created(_ party: Party) -> String {
        switch party.kind {
        case .person: labelled(say("Personne créée", "Person created"), party.name)
        case .position: labelled(say("Fonction créée", "Position created"), party.name)
        case .unit: labelled(say("Direction ou service créé", "Unit created"), party.name)
        }
    }

    /// « Action 1/1 : Définir un plan d’action (Réflexion, À faire) ».
    func sentence(of action: Action) -> String {
        let stage = action.current
        let state =
            action.isStopped ? stopped : "\(level(stage.level)), \(progress(stage.progress, percent: stage.percent))"
        let decision = action.awaitsDecision ? ", \(awaitingDecision.lowercased())" : ""
        let put = action.archived ? ", \(archived.lowercased())" : ""
        return labelled("Action \(action.id)", "\(action.label) (\(state)\(decision)\(put))")
    }

    /// « Inventaire fait, 30 juin 2026, → 28 juin 2026 ».
    func sentence(of milestone: Milestone) -> String {
        [milestone.title, milestone.due.map { day($0) }, milestone.reachedOn.map { "→ \(day($0))" }].compactMap { $0 }
            .joined(separator: ", ")
    }

    func sentence(of plan: Plan) -> String {
        labelled("Plan \(plan.number)", "\(plan.title) (\(planState(plan.state).lowercased()))")
    }

    func practices(_ number: Int) -> String { count(number, say("bonne pratique", "practice"), say("bonnes pratiques", "practices")) }
    func themes(_ number: Int) -> String { count(number, say("thématique", "theme"), say("thématiques", "themes")) }
    func actions(_ number: Int) -> String { count(number, "action", "actions") }
    var yes: String { say("oui", "yes") }
    var no: String { say("non", "no") }
}
