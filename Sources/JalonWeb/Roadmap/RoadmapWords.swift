/// The words of the page of the roadmap and of its drawings.
import JalonDomain
import JalonStore
import JalonWorkspace

extension Words {
    func roadmapLead(_ map: Roadmap) -> String {
        let rows = map.rows
        let late = rows.count { $0.lateness(on: map.today) > 0 }
        var parts = [count(rows.count, say("action datée", "dated action"), say("actions datées", "dated actions"))]
        if late > 0 { parts.append(say("\(number(late)) en retard", "\(number(late)) late")) }
        if !map.undated.isEmpty {
            parts.append(say("\(number(map.undated.count)) sans date", "\(number(map.undated.count)) without dates"))
        }
        return parts.joined(separator: ", ") + "."
    }

    var roadmapFile: String { say("Télécharger en CSV", "Download as CSV") }
    var roadmapGroups: String { say("Regrouper les actions", "Group the actions") }
    var roadmapQuestion: String { say("Sommes-nous à l’heure\u{A0}?", "Are we on time?") }
    var roadmapNothing: String {
        say("Le plan n’a pas encore d’action à situer dans le temps.", "The plan has no action to place in time yet.")
    }
    var roadmapNoneFits: String { say("Aucune action ne répond à ce filtre.", "No action answers this filter.") }
    var roadmapAll: String { say("Toute la feuille de route", "The whole roadmap") }
    var roadmapNoDates: String {
        say(
            "Aucune de ces actions n’a de date. Donnez un début et une échéance à leurs étapes\u{A0}: la feuille de route se dessine.",
            "None of these actions has a date. Give their stages a start and a due date: the roadmap draws itself.")
    }

    var roadmapAsTable: String { say("La feuille de route en tableau", "The roadmap as a table") }
    var roadmapCaption: String { say("Mêmes données que le dessin, par première date", "Same data as the drawing, by first date") }
    var roadmapStages: String { say("Étapes", "Stages") }
    var roadmapMilestones: String { say("Jalons", "Milestones") }
    var roadmapWhere: String { say("Avancement", "Progress") }

    func roadmapCommittees(_ days: [Roadmap.CommitteeDay]) -> String? {
        func told(_ wasHeld: Bool) -> String { list(days.filter { $0.wasHeld == wasHeld }.map { shortDay($0.day) }) }
        var parts: [String] = []
        if days.contains(where: \.wasHeld) { parts.append(labelled(say("Comités tenus", "Committees held"), told(true))) }
        if days.contains(where: { !$0.wasHeld }) { parts.append(labelled(say("Comités à venir", "Committees to come"), told(false))) }
        return parts.isEmpty ? nil : parts.joined(separator: ". ") + "."
    }

    /// « 3 mars 2025 – 30 juin 2026, finie »; the day that was promised when it slipped.
    func roadmapDays(_ stage: RoadmapStage) -> String {
        let days =
            switch (stage.start, stage.end) {
            case (nil, nil): say("sans date", "no date")
            case (let start?, nil): say("dès le \(shortDay(start))", "from \(shortDay(start))")
            case (nil, let end?): say("jusqu’au \(shortDay(end))", "until \(shortDay(end))")
            case (let start?, let end?): "\(shortDay(start)) – \(shortDay(end))"
            }
        var parts = [days, roadmapState(stage).lowercased()]
        if let promised = stage.baseline, let end = stage.end, promised < end {
            parts.append(say("promise pour le \(shortDay(promised))", "promised by \(shortDay(promised))"))
        }
        return parts.joined(separator: ", ")
    }

    func roadmapDays(_ milestone: Milestone, today: Day) -> String {
        let day = (milestone.reachedOn ?? milestone.due).map { ", \(shortDay($0))" } ?? ""
        return labelled(milestone.title, roadmapState(milestone, today: today).lowercased() + day)
    }

    func roadmapInForce(_ day: Day?) -> String {
        day.map { say("En vigueur depuis le \(shortDay($0))", "In force since \(shortDay($0))") } ?? inForce
    }
    func roadmapAfter(_ numbers: [Int]) -> String { say("Dépend de \(numbered(numbers))", "Depends on \(numbered(numbers))") }

    func roadmapUndated(_ undated: Int) -> String {
        say("Sans date\u{A0}: \(count(undated, "action", "actions"))", "Without dates: \(count(undated, "action", "actions"))")
    }
    var roadmapUndatedWhy: String {
        say(
            "Ni début, ni échéance, ni jalon\u{A0}: personne ne sait quand elles se feront.",
            "Neither start, due date nor milestone: nobody knows when they will be done.")
    }
    var roadmapGiveDates: String { say("Donner des dates", "Give dates") }

    // MARK: The drawing

    func ganttRegion(_ title: String) -> String { say("\(title), à faire défiler de côté", "\(title), to scroll sideways") }
    func ganttSheet(_ title: String, _ sheet: Int, of sheets: Int) -> String {
        sheets == 1 ? title : say("\(title), partie \(sheet) sur \(sheets)", "\(title), part \(sheet) of \(sheets)")
    }

    func ganttDescription(_ groups: [Gantt.Group], _ committees: [Day], today: Day) -> String {
        let rows = groups.flatMap(\.rows)
        var parts = [
            count(rows.count, "action", "actions"),
            count(rows.reduce(0) { $0 + $1.bars.count }, say("étape", "stage"), say("étapes", "stages")),
        ]
        let milestones = rows.reduce(0) { $0 + $1.milestones.count }
        if milestones > 0 { parts.append(count(milestones, say("jalon", "milestone"), say("jalons", "milestones"))) }
        if !committees.isEmpty { parts.append(count(committees.count, say("comité", "committee"), say("comités", "committees"))) }
        let late = rows.count { $0.late != nil }
        let delay =
            late > 0 ? " " + count(late, say("action en retard", "action late"), say("actions en retard", "actions late")) + "." : ""
        return list(parts) + "." + delay + " " + labelled(say("Aujourd’hui", "Today"), day(today)) + "."
    }

    func ganttAfter(_ numbers: [Int]) -> String {
        let told = list(numbers.map { number($0) })
        return say("après n°\u{A0}\(told)", "after no.\u{A0}\(told)")
    }
    var ganttAhead: String { say("À venir", "To come") }
    var ganttUnsure: String { say("Une date manque", "A date is missing") }
    var ganttReached: String { say("Jalon atteint", "Milestone reached") }
    var ganttToReach: String { say("Jalon à atteindre", "Milestone to reach") }
    var ganttCommittee: String { say("Comité", "Committee") }
    var ganttDependency: String { say("Dépendance", "Dependency") }

    // MARK: Load against capacity

    var workloadTitle: String { say("Les directions peuvent-elles suivre\u{A0}?", "Can units keep up?") }
    func workloadLead(_ load: Workload, _ names: [Int: String]) -> String {
        let lacking = load.directions.compactMap { direction -> String? in
            let quarters = load.horizon.quarters.enumerated().filter { direction.lacks(in: $0.offset) }.map { period($0.element) }
            return quarters.isEmpty ? nil : "\(names[direction.id] ?? "?") (\(list(quarters)))"
        }
        return lacking.isEmpty
            ? say("La charge tient partout dans la capacité dite.", "The load fits the capacity told everywhere.")
            : say("La charge dépasse la capacité\u{A0}: \(list(lacking)).", "The load exceeds the capacity: \(list(lacking)).")
    }
    func workloadCaption(isCut: Bool) -> String {
        say(
            "Jours demandés par les étapes à venir, aux dates du plan, sur ceux que la direction peut donner (tireté). Chaque direction a son échelle\u{A0}; toutes les actions du plan comptent.",
            "Days asked by the stages ahead, at the plan’s dates, out of those that the unit can give (dashed). Each unit has its scale; all the plan’s actions count."
        )
            + (isCut
                ? say(
                    " Les plus chargées sont dessinées, le tableau a les autres.", " The most strained are drawn, the table has the others."
                )
                : "")
    }
    var workloadCaptionOfTable: String {
        say("Jours demandés, sur ceux que chaque direction peut donner", "Days asked, out of those that each unit can give")
    }
    var workloadUnknown: String { say("capacité non dite", "capacity not told") }
    func workloadShort(_ needed: Double, of capacity: Double?) -> String {
        let asked = figure(needed, decimals: 1)
        return capacity.map { "\(asked)\u{A0}/\u{A0}\(figure($0, decimals: 1))" } ?? asked
    }
    var workloadNoMeans: String {
        say(
            "Le plan n’a pas encore de moyens\u{A0}: rien ne dit si les directions peuvent porter ce qui est prévu.",
            "The plan has no means yet: nothing tells whether units can carry what is planned.")
    }
    var workloadNothing: String {
        say(
            "Aucune étape à venir n’a à la fois des dates et des jours estimés.", "No stage ahead has both dates and estimated days.")
    }
    func workloadLeftOut(_ load: Workload) -> String? {
        var parts: [String] = []
        if load.notEstimated > 0 {
            parts.append(
                count(
                    load.notEstimated, say("étape à venir sans jours estimés", "stage ahead without estimated days"),
                    say("étapes à venir sans jours estimés", "stages ahead without estimated days")))
        }
        if load.undated > 0 {
            parts.append(
                count(
                    load.undated, say("étape estimée sans date", "estimated stage without dates"),
                    say("étapes estimées sans date", "estimated stages without dates")))
        }
        guard !parts.isEmpty else { return nil }
        return say(
            "Pas comptées\u{A0}: \(list(parts)). La charge est au moins celle-ci.",
            "Not counted: \(list(parts)). The load is at least this.")
    }
    var workloadEstimate: String { say("Estimer les besoins", "Estimate needs") }
}
