/// The words of the roadmap, for pages and commands alike.

extension Words {
    package var roadmapTitle: String { say("Feuille de route", "Roadmap") }

    package func roadmapGrouping(_ grouping: RoadmapGrouping) -> String {
        switch grouping {
        case .axis: say("Par axe", "By axis")
        case .unit: say("Par direction", "By unit")
        }
    }

    /// What has no axis, or no direction.
    package func roadmapGroup(_ title: String?, _ grouping: RoadmapGrouping) -> String {
        title ?? (grouping == .axis ? noAxis : noDirection)
    }

    package var roadmapStage: String { say("Étape", "Stage") }
    package var roadmapMilestone: String { say("Jalon", "Milestone") }
    package var roadmapReached: String { say("Atteint", "Reached") }
    package var roadmapToReach: String { say("Prévu", "Planned") }
    package var roadmapMissed: String { say("Non atteint, date passée", "Not reached, date past") }

    package func roadmapState(_ milestone: Milestone, today: Day) -> String {
        if milestone.reachedOn != nil { return roadmapReached }
        return milestone.due.map { $0 < today } ?? false ? roadmapMissed : roadmapToReach
    }

    /// « Finie », « En cours », « À faire », « Prévue ».
    package func roadmapState(_ stage: RoadmapStage) -> String {
        switch stage.phase {
        case .ended: phase(.ended)
        case .current: progress(stage.progress)
        case .planned: phase(.planned)
        }
    }

    /// « 12 sur 40 », days asked of those that can be given; « 12, capacité inconnue ».
    package func workload(_ needed: Double, of capacity: Double?) -> String {
        let asked = figure(needed, decimals: 1)
        guard let capacity else { return asked }
        return say("\(asked) sur \(figure(capacity, decimals: 1))", "\(asked) of \(figure(capacity, decimals: 1))")
    }
}
