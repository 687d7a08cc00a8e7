/// The actions of the demonstration, continued: purchases, use, services, hosting, end of use.
import JalonDomain
import JalonWorkspace

extension DemonstrationActions {
    // MARK: Responsible purchases

    var secondHandPhones: DemonstrationAction {
        var edit = edit(
            "Acheter un téléphone sur deux en reconditionné", ["e.1", "e.4"], identified: ago(310), start: ago(220), due: ago(105))
        edit.description = "Deux vendeurs, une garantie de deux ans, la batterie changée avant livraison."
        edit.objectives = ["Les agents ne voient pas de différence à l’usage"]
        edit.indicators = ["Téléphones reconditionnés achetés (%)", "Retours sous garantie (%)"]
        edit.milestones = [Milestone(title: "Accord-cadre notifié", due: ahead(60), reachedOn: nil)]
        edit.difficulty = .medium
        edit.impact = 4
        edit.effort = 2
        edit.cost = 2_100_000
        edit.tags = ["achats", "téléphones"]
        return DemonstrationAction(
            edit, .experimentation, pilot: Cast.purchases.name, contributors: [Cast.equipment.name], perimeter: [Units.buildings],
            then: [.implementation]
        )
        .report(.purchases, ago(215), .inProgress, 20)
        .deliver(
            .purchases, ago(108), method: "Quarante téléphones suivis six mois, enquête auprès de ceux qui s’en servent.",
            result: "Deux retours sur quarante, 37 % moins cher. Trente-cinq agents sur quarante en sont contents."
        )
        .decide(.generalise, at: thirdCommittee, start: ago(60), due: ahead(270))
        .report(.purchases, ago(56), .inProgress, 20, note: "Le cahier des charges de l’accord-cadre est en relecture.")
        .prove(ago(55), "Enquête auprès des agents", "https://example.org/valmont/enquete-telephones")
    }

    var spareParts: DemonstrationAction {
        var edit = edit("Exiger des pièces détachées pendant sept ans", ["e.2"], identified: ago(290), start: ago(170), due: ago(66))
        edit.description = "Clause commune aux marchés d’ordinateurs, d’écrans et de copieurs, avec pénalité."
        edit.indicators = ["Marchés qui portent la clause, sur les marchés de matériel de l’année"]
        edit.difficulty = .medium
        edit.impact = 4
        edit.tags = ["achats", "réparation"]
        return DemonstrationAction(edit, .implementation, pilot: Units.purchases, contributors: ["Service juridique"])
            .report(.purchases, ago(166), .inProgress, 30)
            .slip(.purchases, ago(72), to: ago(31), "Le groupement d’achat demande une relecture commune de la clause.")
            .report(.purchases, ago(38), .inProgress, 60, note: "Le groupement n’a pas encore répondu. Relance faite deux fois.")
    }

    var ecolabels: DemonstrationAction {
        var edit = edit(
            "Vérifier les écolabels dans les réponses aux marchés", ["e.3"], identified: ago(230), start: ahead(30), due: ahead(210))
        edit.description = "Demander le certificat et son numéro, pas seulement le logo."
        edit.difficulty = .easy
        edit.tags = ["achats"]
        return DemonstrationAction(edit, .implementation, pilot: Cast.purchases.name)
    }

    // MARK: Use

    var inventory: DemonstrationAction {
        var edit = edit(
            "Rapprocher l’inventaire et le parc réel deux fois par an", ["f.1", "d.3"], identified: ago(420), start: ago(150),
            due: ahead(75))
        edit.description = "L’inventaire existe. Il reste à y faire entrer les écrans, les tablettes et les appareils prêtés."
        edit.objectives = ["Un appareil libre est proposé ailleurs sous un mois"]
        edit.indicators = ["Écart entre l’inventaire et le comptage (%)", "Appareils passés d’un service à l’autre"]
        edit.difficulty = .easy
        edit.impact = 4
        edit.effort = 3
        edit.tags = ["inventaire"]
        return DemonstrationAction(
            edit, .implementation, pilot: Positions.equipment, contributors: [Units.buildings], commitment: .improvement
        )
        .report(.equipment, ago(145), .inProgress, 20)
        .report(.equipment, ago(49), .inProgress, 55)
        .report(.equipment, ago(4), .inProgress, 65, note: "Écart de 6 % au comptage du siège, contre 11 % au comptage précédent.")
    }

    var copiers: DemonstrationAction {
        var edit = edit(
            "Mettre les copieurs en veille après dix minutes", ["f.2", "f.8"], identified: ago(280), start: ago(140), due: ago(50))
        edit.description = "Réglage fait une fois à distance, puis contrôlé chaque année."
        edit.indicators = ["Copieurs réglés, sur 64", "Électricité des copieurs, en kWh par mois"]
        edit.difficulty = .easy
        edit.impact = 2
        edit.effort = 1
        edit.tags = ["énergie"]
        return DemonstrationAction(
            edit, .implementation, pilot: Units.buildings, contributors: [Cast.equipment.name],
            perimeter: [Units.management, Units.library]
        )
        .report(.coordinator, ago(136), .inProgress, 50)
        .report(.coordinator, ago(69), .done, note: "Deux copieurs trop anciens restent allumés. Ils partent au prochain marché.")
        .prove(ago(68), "Relevé avant et après réglage", "https://example.org/valmont/copieurs")
    }

    var duplicates: DemonstrationAction {
        var edit = edit(
            "Supprimer les fichiers en double des espaces partagés", ["f.5", "f.4"], identified: ago(240), start: ago(60), due: ago(9))
        edit.description = "Commencer par une direction volontaire, avec une sauvegarde gardée trois mois."
        edit.indicators = ["Volume libéré, en Go"]
        edit.difficulty = .medium
        edit.tags = ["données"]
        return DemonstrationAction(edit, .experimentation, pilot: "", contributors: [Units.digital], then: [.implementation])
    }

    var desktopPrinters: DemonstrationAction {
        var edit = edit("Retirer les imprimantes individuelles", ["f.7"], identified: ago(280), start: ago(120), due: ahead(60))
        edit.description = "Repris dans le marché des copieurs : cette action n’a plus lieu d’être seule."
        edit.indicators = ["Imprimantes individuelles restantes"]
        edit.difficulty = .medium
        return DemonstrationAction(edit, .implementation, pilot: Units.buildings)
            .archive(ago(90))
    }

    // MARK: Services

    var onlineServices: DemonstrationAction {
        var edit = edit(
            "Évaluer cinq démarches en ligne avec un référentiel d’écoconception", ["g.3", "g.2"], identified: ago(260), start: ago(80),
            due: ahead(50))
        edit.description = "Choisir le référentiel, puis les cinq démarches les plus suivies."
        edit.objectives = ["Chaque équipe sait ce qu’elle corrigera d’abord"]
        edit.indicators = ["Critères respectés par démarche (%)"]
        edit.difficulty = .hard
        edit.impact = 3
        edit.effort = 4
        edit.cost = 1_500_000
        edit.tags = ["services en ligne"]
        return DemonstrationAction(edit, .reflection, pilot: Positions.applications, contributors: [Units.communication, Units.families])
            .plan(
                ago(105),
                PlannedStageInput(
                    level: .experimentation, pilot: Positions.applications, plannedStart: ahead(70), due: ahead(200),
                    perimeter: [Units.families]),
                PlannedStageInput(
                    level: .implementation, pilot: Positions.applications, plannedStart: ahead(230),
                    due: calendar.end(of: calendar.year + 2),
                    perimeter: [])
            )
            .report(
                .coordinator, ago(74), .inProgress, 25,
                mobilised: "Applications, communication, petite enfance, deux associations d’usagers"
            )
            .report(.coordinator, ago(18), .inProgress, 60)
    }

    var oldPhones: DemonstrationAction {
        var edit = edit(
            "Essayer le portail des familles sur téléphone ancien et réseau lent", ["g.4", "g.6"], identified: ago(250), start: ago(100),
            due: ahead(10))
        edit.description = """
            Essais à la médiathèque, avec des parents volontaires :

            - trois téléphones de plus de six ans ;
            - un débit limité à celui des villages les moins desservis.
            """
        edit.objectives = ["Inscrire un enfant sans ordinateur et sans aide"]
        edit.difficulty = .medium
        edit.tags = ["accès de tous", "services en ligne"]
        return DemonstrationAction(
            edit, .experimentation, pilot: Positions.applications, contributors: [Units.families],
            perimeter: [Units.library, Units.families], then: [.implementation]
        )
        .report(.coordinator, ago(70), .inProgress, 15)
        .slip(.coordinator, ago(28), to: ahead(55), "L’éditeur du portail livre sa version allégée avec deux mois de décalage.")
        .report(.coordinator, ago(13), .inProgress, 35, note: "La page du quotient familial dépasse quarante secondes en débit limité.")
    }

    var lightImages: DemonstrationAction {
        var edit = edit("Alléger les images du site de l’agglomération", ["g.9"], identified: ago(220), start: ago(110), due: ago(5))
        edit.description = "Reprendre les deux cents pages les plus vues, puis régler l’outil de publication."
        edit.indicators = ["Poids moyen d’une page, en Ko"]
        edit.difficulty = .easy
        edit.impact = 2
        edit.effort = 2
        edit.tags = ["services en ligne"]
        return DemonstrationAction(edit, .implementation, pilot: Units.communication, contributors: [Positions.applications])
            .report(.coordinator, ago(92), .inProgress, 20)
            .report(.coordinator, ago(33), .inProgress, 80, note: "Il reste le réglage de l’outil, prévu avec le prestataire.")
    }

    // MARK: Hosting

    var hosting: DemonstrationAction {
        var edit = edit(
            "Ajouter des clauses d’énergie au marché d’hébergement", ["h.1", "h.7"], identified: ago(300), start: ago(160), due: ago(100))
        edit.description = "Le marché actuel finit dans dix-huit mois : les clauses doivent être prêtes un an avant."
        edit.indicators = ["Serveurs couverts par un relevé d’énergie mensuel (%)"]
        edit.difficulty = .medium
        edit.impact = 4
        edit.effort = 2
        edit.visibility = .internal
        edit.tags = ["achats", "hébergement"]
        return DemonstrationAction(
            edit, .reflection, pilot: Cast.purchases.name, contributors: [Units.digital],
            then: [.experimentation, .implementation]
        )
        .report(.purchases, ago(157), .inProgress, mobilised: "Achats, infrastructures, juristes, trois hébergeurs reçus")
        .deliver(
            .purchases, ago(101), title: "Clauses d’énergie commentées",
            method: "Clauses de huit collectivités comparées, trois hébergeurs interrogés.",
            result: "Quatre clauses tenables par les trois hébergeurs, une cinquième par un seul."
        )
        .decide(
            .generalise, at: thirdCommittee, reason: "Rien à essayer à petite échelle : les clauses entrent dans le prochain marché.",
            start: ahead(45), due: ahead(190))
    }

    var serverRoom: DemonstrationAction {
        var edit = edit("Porter la salle serveur à 25 °C", ["h.5", "h.3"], identified: ago(310), start: ago(180), due: ahead(35))
        edit.description = "Monter d’un degré toutes les deux semaines, en surveillant les arrêts."
        edit.objectives = ["Aucun arrêt dû à la chaleur"]
        edit.indicators = ["Électricité du refroidissement, en kWh par mois", "Arrêts dus à la température"]
        edit.difficulty = .medium
        edit.impact = 3
        edit.effort = 2
        edit.tags = ["énergie", "hébergement"]
        return DemonstrationAction(edit, .implementation, pilot: Positions.infrastructure, contributors: [Units.buildings])
            .report(.coordinator, ago(175), .inProgress, 40)
            .decide(
                .goBack, at: thirdCommittee,
                reason: "Deux arrêts à 24 °C sur les baies du fond. Revoir la circulation de l’air sur une rangée.",
                perimeter: ["Rangée B de la salle serveur"], start: ago(65), due: ahead(85)
            )
            .report(.coordinator, ago(63), .inProgress, 30, note: "Panneaux d’obturation posés sur la rangée B.")
    }

    // MARK: End of use

    var donations: DemonstrationAction {
        var edit = edit("Donner les postes qui marchent à des associations", ["i.2"], identified: ago(270), start: ago(130), due: ago(62))
        edit.description = "Effacement certifié des données, remise en état, convention avec deux associations du territoire."
        edit.objectives = ["Chaque poste donné part avec un système libre et un mode d’emploi"]
        edit.indicators = ["Postes donnés dans l’année", "Associations servies"]
        edit.difficulty = .medium
        edit.impact = 4
        edit.effort = 3
        edit.tags = ["réemploi"]
        return DemonstrationAction(
            edit, .experimentation, pilot: Units.buildings, contributors: [Cast.equipment.name, "Service juridique"],
            perimeter: [Units.digital, Units.buildings], then: [.implementation]
        )
        .report(.coordinator, ago(126), .inProgress, 25)
        .slip(.coordinator, ago(70), to: ago(27), "La convention attend l’avis du service juridique.")
        .slip(.coordinator, ago(29), to: ago(2), "Une des deux associations change de local et ne peut rien recevoir avant un mois.")
        .report(.coordinator, ago(7), .inProgress, 55)
    }

    var electronicWaste: DemonstrationAction {
        var edit = edit(
            "Confier les appareils hors d’usage à un éco-organisme agréé", ["i.4", "i.8"], identified: ago(900), start: ago(860),
            due: ago(480))
        edit.description = "Un enlèvement par semestre, un bordereau par enlèvement, un registre tenu à jour."
        edit.objectives = ["Aucun appareil ne part sans bordereau"]
        edit.indicators = ["Tonnes confiées dans l’année", "Enlèvements portés au registre (%)"]
        edit.implementedOn = ago(480)
        edit.difficulty = .easy
        edit.impact = 3
        edit.effort = 1
        edit.evidence = [Evidence(title: "Registre des enlèvements", link: "https://example.org/valmont/registre-deee")]
        edit.tags = ["déchets"]
        return DemonstrationAction(edit, .implementation, pilot: Units.buildings, commitment: .monitoring)
            .report(.coordinator, ago(480), .done)
    }
}
