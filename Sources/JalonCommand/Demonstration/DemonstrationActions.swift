/// The actions of the demonstration: strategy, awareness, measure, fewer purchases. The other themes follow in their own file.
import JalonDomain
import JalonWorkspace

struct DemonstrationActions {
    let calendar: DemonstrationCalendar

    /// Those of the plan as first validated.
    var initial: [DemonstrationAction] {
        [
            quarterlyReview, relays, usefulnessSheet, budget, workshops, repairs, applicationCensus, fleetFootprint, memory, projectors,
            secondHandPhones, spareParts, ecolabels, inventory, copiers, duplicates, desktopPrinters, onlineServices, oldPhones,
            lightImages, hosting, serverRoom, donations, electronicWaste,
        ]
    }

    /// Added since.
    var added: [DemonstrationAction] { [screens] }

    func ago(_ days: Int) -> Day { calendar.ago(days) }
    func ahead(_ days: Int) -> Day { calendar.ahead(days) }

    var firstCommittee: DemonstrationCommittee { DemonstrationCommittee(number: 1, on: ago(240)) }
    var secondCommittee: DemonstrationCommittee { DemonstrationCommittee(number: 2, on: ago(112)) }
    var thirdCommittee: DemonstrationCommittee { DemonstrationCommittee(number: 3, on: ago(76)) }

    /// An action's first lines; the rest is written where it is told.
    func edit(_ label: String, _ practices: [String], identified: Day, start: Day?, due: Day?) -> ActionEdit {
        var edit = ActionEdit(label: label, identifiedOn: identified)
        edit.practices = practices
        edit.plannedStart = start
        edit.due = due
        return edit
    }

    // MARK: Strategy and governance

    private var quarterlyReview: DemonstrationAction {
        var edit = edit(
            "Présenter l’avancement du plan au comité chaque trimestre", ["a.2", "a.3"], identified: ago(340), start: ago(180),
            due: calendar.end(of: calendar.year + 1))
        edit.description = """
            Un point de trente minutes, toujours dans le même ordre :

            1. ce qui attend une décision ;
            2. ce qui est en retard, et pourquoi ;
            3. les mesures du trimestre.
            """
        edit.objectives = ["Chaque comité repart avec des décisions écrites et datées"]
        edit.indicators = ["Comités tenus dans l’année, sur quatre prévus", "Délai moyen entre un livrable et sa décision, en jours"]
        edit.milestones = [
            Milestone(title: "Premier point présenté", due: ago(170), reachedOn: ago(168)),
            Milestone(title: "Bilan de la première année", due: calendar.end(of: calendar.year), reachedOn: nil),
        ]
        edit.difficulty = .easy
        edit.impact = 3
        edit.effort = 2
        edit.tags = ["gouvernance"]
        return DemonstrationAction(edit, .implementation, pilot: Cast.coordinator.name, contributors: [Units.management])
            .report(.coordinator, ago(168), .inProgress, 15)
            .report(
                .coordinator, ago(77), .inProgress, 35, note: "Ordre du jour tenu en trente minutes. Le garder tel quel.")
    }

    private var relays: DemonstrationAction {
        var edit = edit(
            "Désigner une personne relais dans chaque direction", ["a.4"], identified: ago(340), start: ago(210), due: ago(60))
        edit.description = "Une personne volontaire par direction, deux heures par mois, une lettre de mission d’une page."
        edit.objectives = ["Chaque agent sait à qui poser une question sur le numérique responsable"]
        edit.indicators = ["Directions où une personne relais est désignée, sur sept"]
        edit.milestones = [
            Milestone(title: "Lettre de mission signée", due: ago(190), reachedOn: ago(193)),
            Milestone(title: "Première rencontre des relais", due: ago(75), reachedOn: ago(72)),
        ]
        edit.difficulty = .easy
        edit.impact = 4
        edit.effort = 2
        edit.tags = ["gouvernance", "réseau"]
        return DemonstrationAction(
            edit, .implementation, pilot: Cast.coordinator.name, contributors: [Units.people],
            perimeter: [
                Units.management, Units.digital, Units.purchases, Units.people, Units.communication, Units.buildings, Units.families,
            ]
        )
        .report(.coordinator, ago(204), .inProgress, 20)
        .report(.coordinator, ago(130), .inProgress, 70, note: "Cinq directions sur sept. Il manque les bâtiments et la communication.")
        .report(.coordinator, ago(64), .done)
        .prove(ago(62), "Liste des personnes relais", "https://example.org/valmont/relais")
    }

    private var usefulnessSheet: DemonstrationAction {
        var edit = edit(
            "Remplir une fiche d’utilité avant tout projet d’intelligence artificielle", ["a.8"], identified: ago(260), start: ago(150),
            due: ago(10))
        edit.description = "Deux pages : le besoin, les autres façons d’y répondre, les effets attendus et redoutés, la fin prévue."
        edit.objectives = ["Aucun projet ne part sans qu’une solution plus simple ait été examinée"]
        edit.indicators = ["Projets passés par la fiche (%)", "Projets abandonnés ou simplifiés après la fiche"]
        edit.difficulty = .medium
        edit.impact = 4
        edit.tags = ["intelligence artificielle"]
        return DemonstrationAction(
            edit, .experimentation, pilot: Cast.coordinator.name, contributors: [Units.digital],
            perimeter: [Units.digital, Units.people], then: [.implementation]
        )
        .report(.coordinator, ago(148), .inProgress, 10)
        .report(.coordinator, ago(52), .inProgress, 80)
        .deliver(
            .coordinator, ago(12),
            method: "Fiche remplie par deux directions pour six projets, relue avec chaque équipe au bout d’un mois.",
            result: "Six fiches, en une heure et quart chacune. Deux projets abandonnés, un remplacé par un simple formulaire.")
    }

    private var budget: DemonstrationAction {
        var edit = edit(
            "Réserver une ligne de budget au numérique responsable", ["a.5"], identified: ago(200), start: ahead(20), due: ahead(140))
        edit.description = "Étudier un montant par agent, ou une part des économies d’achat."
        edit.indicators = ["Part de l’enveloppe numérique réservée à la démarche (%)"]
        edit.difficulty = .medium
        edit.visibility = .internal
        return DemonstrationAction(edit, .reflection, pilot: "", contributors: ["Direction des finances"])
            .plan(
                ago(110),
                PlannedStageInput(
                    level: .implementation, pilot: "Direction des finances", plannedStart: ahead(160),
                    due: calendar.end(of: calendar.year + 1), perimeter: []))
    }

    // MARK: Awareness and training

    private var workshops: DemonstrationAction {
        var edit = edit(
            "Animer un atelier d’une heure sur l’empreinte du numérique", ["b.1"], identified: ago(330), start: ago(160), due: ahead(25))
        edit.description = "Douze agents au plus par atelier, sur le lieu de travail. Chacun repart avec un geste choisi."
        edit.objectives = ["Tous les métiers sont touchés, y compris ceux sans poste informatique"]
        edit.indicators = ["Agents ayant suivi l’atelier, sur 840"]
        edit.milestones = [
            Milestone(title: "Quatre personnes formées à l’animation", due: ago(140), reachedOn: ago(137)),
            Milestone(title: "Cent premiers agents", due: ago(50), reachedOn: ago(31)),
            Milestone(title: "Quatre cents agents", due: ahead(80), reachedOn: nil),
        ]
        edit.difficulty = .easy
        edit.impact = 3
        edit.effort = 3
        edit.cost = 480_000
        edit.tags = ["formation"]
        return DemonstrationAction(
            edit, .implementation, pilot: Units.people, contributors: [Units.communication, Cast.coordinator.name],
            perimeter: [Units.people, Units.buildings, Units.families]
        )
        .report(.coordinator, ago(155), .inProgress, 10)
        .slip(.coordinator, ago(45), to: ahead(95), "Trois ateliers reportés : trop d’agents absents pour former des groupes.")
        .report(.coordinator, ago(30), .inProgress, 45, note: "Les agents des crèches demandent un horaire à 13 h.")
    }

    private var repairs: DemonstrationAction {
        var edit = edit(
            "Apprendre à l’assistance à changer batteries et écrans", ["b.3", "i.1"], identified: ago(380), start: ago(330), due: ago(250))
        edit.description = "Réparer sur place les pannes les plus fréquentes des portables dont la garantie est finie."
        edit.objectives = ["Une panne courante ne conduit plus à un achat"]
        edit.indicators = ["Portables réparés sur place, par mois", "Délai moyen d’une réparation, en jours"]
        edit.difficulty = .medium
        edit.impact = 5
        edit.effort = 3
        edit.cost = 1_250_000
        edit.tags = ["postes de travail", "réparation"]
        return DemonstrationAction(
            edit, .reflection, pilot: Cast.equipment.name, contributors: [Units.purchases], then: [.experimentation, .implementation]
        )
        .report(
            .equipment, ago(328), .inProgress, mobilised: "Équipe d’assistance, achats, référente sécurité, un atelier de réparation local"
        )
        .deliver(
            .equipment, ago(255), title: "Étude « Réparer nous-mêmes »",
            method: "Relevé des pannes sur douze mois, entretiens, devis d’outillage et de pièces.",
            result: "Deux pannes sur trois tiennent à la batterie, à l’écran ou au clavier. L’outillage coûte 3 200 €."
        )
        .decide(
            .experiment, at: firstCommittee, perimeter: [Units.people, Units.families], start: ago(230),
            due: ago(120)
        )
        .report(.equipment, ago(228), .inProgress, 20)
        .deliver(
            .equipment, ago(125), method: "Deux techniciens formés trois jours, trente-huit réparations suivies pendant trois mois.",
            result: "Trente-quatre portables remis en service, quatre échecs. Quarante minutes par réparation."
        )
        .decide(.generalise, at: secondCommittee, start: ago(90), due: ahead(180))
        .report(.equipment, ago(88), .inProgress, 15)
        .report(.equipment, ago(21), .inProgress, 40, note: "Stock de batteries épuisé deux fois. Commander par vingt.")
        .prove(ago(20), "Compte rendu de l’essai", "https://example.org/valmont/essai-reparation")
    }

    // MARK: Measure

    private var applicationCensus: DemonstrationAction {
        var edit = edit("Recenser les applications et leurs serveurs", ["c.1"], identified: ago(330), start: ago(200), due: ago(58))
        edit.description = "Une ligne par application : à quoi elle sert, qui l’utilise, où elle tourne, quand elle s’arrête."
        edit.objectives = ["Savoir quelles applications peuvent s’arrêter"]
        edit.indicators = ["Applications décrites, sur 112"]
        edit.milestones = [
            Milestone(title: "Modèle de fiche adopté", due: ago(190), reachedOn: ago(186)),
            Milestone(title: "Applications de l’état civil et des finances décrites", due: ago(100), reachedOn: ago(61)),
        ]
        edit.difficulty = .medium
        edit.impact = 3
        edit.effort = 4
        edit.tags = ["applications"]
        return DemonstrationAction(
            edit, .implementation, pilot: Positions.applications, contributors: [Units.digital, Units.people]
        )
        .report(.coordinator, ago(195), .inProgress, 10)
        .report(.coordinator, ago(85), .inProgress, 55)
        .slip(.coordinator, ago(55), to: ago(16), "La personne chargée du recensement a changé de poste et n’est pas remplacée.")
        .report(.coordinator, ago(24), .inProgress, 70, note: "Reste trente-trois fiches, surtout des applications anciennes.")
    }

    private var fleetFootprint: DemonstrationAction {
        var edit = edit(
            "Mesurer l’empreinte du parc de postes de travail", ["c.2", "c.3"], identified: ago(300), start: ago(170), due: ago(20))
        edit.description = "Choisir une méthode que l’on puisse refaire chaque année avec les données de l’inventaire."
        edit.indicators = ["Émissions du parc par agent, en kg équivalent CO₂", "Part du parc couverte par la mesure (%)"]
        edit.difficulty = .hard
        edit.impact = 4
        edit.effort = 3
        edit.cost = 900_000
        edit.tags = ["mesure", "postes de travail"]
        return DemonstrationAction(
            edit, .reflection, pilot: Cast.coordinator.name, contributors: [Cast.equipment.name], then: [.experimentation, .implementation]
        )
        .report(
            .coordinator, ago(165), .inProgress, mobilised: "Équipements, achats, audit interne, un laboratoire de l’université voisine"
        )
        .deliver(
            .coordinator, ago(26), title: "Note « Trois méthodes pour mesurer le parc »",
            method: "Trois méthodes essayées sur les mêmes soixante postes, écarts expliqués avec le laboratoire.",
            result: "La fabrication pèse de 71 à 84 % selon la méthode. La deuxième se refait en deux jours par an."
        )
        .prove(ago(25), "Note de méthode", "https://example.org/valmont/methode-empreinte")
    }

    // MARK: Fewer purchases

    private var memory: DemonstrationAction {
        var edit = edit(
            "Ajouter de la mémoire aux postes de plus de cinq ans", ["d.2"], identified: ago(320), start: ago(240), due: ago(150))
        edit.description = "Doubler la mémoire et poser un disque rapide plutôt que remplacer le poste."
        edit.objectives = ["Un poste remis à niveau sert deux ans de plus"]
        edit.indicators = ["Postes remis à niveau", "Achats de postes évités dans l’année"]
        edit.difficulty = .easy
        edit.impact = 5
        edit.effort = 2
        edit.cost = 640_000
        edit.tags = ["postes de travail"]
        return DemonstrationAction(edit, .experimentation, pilot: Cast.equipment.name, perimeter: [Units.people], then: [.implementation])
            .report(.equipment, ago(236), .inProgress, 30)
            .deliver(
                .equipment, ago(152), method: "Vingt-quatre postes remis à niveau, temps d’ouverture relevé avant et après.",
                result: "Temps d’ouverture divisé par trois. Trop peu de logiciels de dessin dans l’essai pour conclure."
            )
            .decide(
                .extend, at: secondCommittee, reason: "Vérifier sur les postes qui dessinent des plans.",
                perimeter: [Units.buildings, Units.library], start: ago(95), due: ahead(40)
            )
            .report(.equipment, ago(92), .inProgress, 25)
            .report(.equipment, ago(9), .inProgress, 60)
    }

    private var projectors: DemonstrationAction {
        var edit = edit(
            "Louer les vidéoprojecteurs au lieu de les acheter", ["d.5"], identified: ago(300), start: ago(190), due: ago(110))
        edit.indicators = ["Vidéoprojecteurs loués, sur l’ensemble"]
        edit.difficulty = .hard
        edit.impact = 2
        edit.effort = 4
        edit.tags = ["achats"]
        return DemonstrationAction(edit, .reflection, pilot: Cast.purchases.name, contributors: [Units.buildings], then: [.experimentation])
            .report(.purchases, ago(186), .inProgress, mobilised: "Achats, bâtiments, deux loueurs, la médiathèque")
            .deliver(
                .purchases, ago(104), title: "Comparaison « Louer ou acheter »",
                method: "Coûts sur six ans, visites de deux loueurs, contrats relus par le service juridique.",
                result: "Les loueurs remplacent tout au bout de trois ans : le parc tournerait deux fois plus vite."
            )
            .decide(
                .stop, at: thirdCommittee, reason: "Louer raccourcirait la vie des appareils. Le parc actuel tient encore cinq ans.")
    }

    private var screens: DemonstrationAction {
        var edit = edit("Attribuer un second écran sur besoin exprimé", ["d.1"], identified: ago(41), start: ahead(15), due: ahead(120))
        edit.description = "Demande d’une ligne dans l’outil d’assistance. Les écrans rendus passent à qui en demande."
        edit.indicators = ["Écrans achetés par agent et par an"]
        edit.difficulty = .easy
        edit.tags = ["postes de travail"]
        return DemonstrationAction(edit, .implementation, pilot: Cast.equipment.name, contributors: [Units.people])
    }
}
