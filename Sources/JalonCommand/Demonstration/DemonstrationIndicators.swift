/// The indicators of the demonstration: every type, three years of measures, every status.
import JalonDomain
import JalonWorkspace

/// An indicator and its measures, the latest last.
private struct DemonstrationIndicator {
    var definition: IndicatorDefinition
    let responsible: String
    /// Quarters between two measures.
    let step: Int
    /// Quarters since the last one was due.
    let late: Int
    let values: [String]
    let baseline: String?
    /// The end of so many years after the plan's first, and what is promised then.
    let targets: [(year: Int, value: String)]

    init(
        _ name: String, _ type: IndicatorType, _ unit: String = "", _ direction: IndicatorDirection = .higher,
        level: IndicatorLevel = .operational, cadence: Cadence? = .quarterly, by responsible: String, actions: [Int] = [],
        practices: [String] = [], source: String = "", meaning: String = "", categories: [String] = [], range: (Double, Double)? = nil,
        warning: Double? = nil, alert: Double? = nil, late: Int = 0, measured values: [String], from baseline: String? = nil,
        to targets: [(year: Int, value: String)] = []
    ) {
        definition = IndicatorDefinition(
            name: name, type: type, unit: IndicatorUnit(unit), direction: type == .text ? IndicatorDirection.none : direction, level: level,
            meaning: meaning, source: source, cadence: cadence, categories: categories, practices: practices,
            actions: actions.map { ActionID(plan: 1, number: $0) }, low: range?.0, high: range?.1, warning: warning, alert: alert)
        self.responsible = responsible
        step = max(1, (cadence?.months ?? 3) / 3)
        self.late = late
        self.values = values
        self.baseline = baseline
        self.targets = targets
    }
}

struct DemonstrationIndicators {
    let calendar: DemonstrationCalendar

    /// The last day of the quarter that ended so many quarters before today's.
    private func quarterEnd(_ back: Int) -> Day {
        let (year, month, _) = calendar.today.civil
        let quarters = year * 4 + (month - 1) / 3 - back
        return (Day(year: quarters / 4, month: quarters % 4 * 3 + 1, day: 1) ?? calendar.today) + -1
    }

    func play(_ plan: Int, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        var table = "n°;date;valeur;source;estimation\n"
        for one in indicators {
            let number = try await workspace.addIndicator(
                IndicatorInput(one.definition, responsible: one.responsible), isAnother: true, as: coordinator
            ).indicator.number
            func value(_ text: String) throws -> Double? { try? one.definition.read(text).get().figure(one.definition.type) }
            let first = quarterEnd(one.late + one.step * (one.values.count - 1))
            if let baseline = try one.baseline.flatMap(value) {
                _ = try await workspace.start(number, from: IndicatorTarget(on: first, value: baseline), as: coordinator)
            }
            for target in one.targets {
                guard let value = try value(target.value) else { continue }
                let day = calendar.end(of: calendar.year + target.year)
                _ = try await workspace.promise(IndicatorTarget(on: day, value: value), of: number, as: coordinator)
            }
            for (index, text) in one.values.enumerated() {
                let on = quarterEnd(one.late + one.step * (one.values.count - 1 - index))
                let source = one.definition.source
                table += "\(number);\(on.iso);\"\(text)\";\"\(source)\";\(index == 0 && one.values.count > 6 ? "oui" : "")\n"
            }
        }
        for (operation, direction, practice, target) in [
            (IndicatorOperation.actionsDone, IndicatorDirection.higher, "a.2", 60.0), (.actionsLate, .lower, "a.2", 10),
            (.meetingsHeld, .higher, "a.2", 100),
        ] {
            let definition = IndicatorDefinition(
                name: Words(.fr).indicatorOperation(operation), type: .percentage, direction: direction, level: .strategic,
                practices: [practice], actions: [ActionID(plan: plan, number: 1)], formula: IndicatorFormula(operation, plan: plan))
            let number = try await workspace.addIndicator(
                IndicatorInput(definition, responsible: Cast.coordinator.name), isAnother: true, as: coordinator
            ).indicator.number
            let due = calendar.end(of: calendar.year + 2)
            _ = try await workspace.promise(IndicatorTarget(on: due, value: target), of: number, as: coordinator)
        }
        _ = try await workspace.importMeasures(Array(table.utf8), commit: true, as: coordinator)
        // Recounted since: the first value is kept beside the second.
        _ = try await workspace.measure(
            1, MeasurementEdit(on: quarterEnd(0), value: .number(59), parts: ["Services centraux": 62, "Médiathèque et familles": 51]),
            correcting: "Les portables des médiathèques manquaient", as: coordinator)
    }

    private var indicators: [DemonstrationIndicator] {
        [
            DemonstrationIndicator(
                "Durée d’usage des ordinateurs portables", .duration, "mois", level: .strategic, by: Positions.equipment, actions: [9, 14],
                practices: ["d.2", "f.1"], source: "Inventaire du parc",
                meaning: "Âge moyen des portables encore en service. Le plan vise six ans.",
                categories: ["Services centraux", "Médiathèque et familles"],
                measured: ["46", "47", "47", "48", "50", "51", "52", "53", "55", "56", "58", "60"], from: "46", to: [(0, "58"), (2, "72")]),
            DemonstrationIndicator(
                "Part des achats de matériel en seconde main", .percentage, level: .strategic, by: Units.purchases, actions: [11],
                practices: ["e.1"], source: "Factures",
                meaning: "Dépenses d’équipement allant au reconditionné ou au réemploi, hors taxes.",
                measured: [
                    "0/190000", "2000/64000", "4000/71000", "3000/58000", "6000/66000", "9000/90000", "8000/62000", "11000/88000",
                    "9000/60000",
                    "14000/82000", "12000/61000", "13000/70000",
                ], from: "0", to: [(0, "20"), (2, "33")]),
            DemonstrationIndicator(
                "Empreinte du parc de postes de travail", .quantity, "tCO2e", .lower, level: .strategic, cadence: .yearly,
                by: Units.digital,
                actions: [8], practices: ["c.2"], source: "Calcul annuel, même méthode", late: 0, measured: ["318", "305", "301"],
                from: "318",
                to: [(-1, "290"), (2, "230")]),
            DemonstrationIndicator(
                "PUE de la salle serveur", .ratio, "", .lower, level: .strategic, by: Positions.infrastructure, actions: [22],
                practices: ["h.7"], source: "Compteurs de la salle",
                meaning: "Électricité totale de la salle rapportée à celle des machines.",
                warning: 1.6, alert: 1.9,
                measured: ["1,92", "1,90", "1,88", "1,85", "1,86", "1,81", "1,78", "1,77", "1,74", "1,72", "1,70", "1,68"],
                from: "1,92", to: [(2, "1,5")]),
            DemonstrationIndicator(
                "Électricité des équipements", .amount, "k€", .lower, level: .strategic, cadence: .yearly, by: Units.buildings,
                actions: [15, 22], practices: ["f.2"], source: "Factures d’électricité", measured: ["212", "241", "226"], from: "241",
                to: [(2, "180")]),
            DemonstrationIndicator(
                "Comités tenus sur douze mois", .frequency, "par an", level: .strategic, cadence: .halfYearly, by: Cast.coordinator.name,
                actions: [1], practices: ["a.2"], source: "Relevés de décisions", measured: ["1", "1", "2", "2", "3", "3"], from: "1",
                to: [(1, "4")]),
            DemonstrationIndicator(
                "Part du matériel retiré donné au réemploi", .percentage, level: .strategic, cadence: .halfYearly, by: Units.buildings,
                actions: [23], practices: ["i.2", "i.3"], source: "Registre des sorties",
                meaning: "Matériel de moins de dix ans retiré du parc et donné ou vendu pour servir encore.",
                measured: ["12/140", "18/122", "31/150", "44/138", "52/131", "66/140"], from: "8,6", to: [(0, "50"), (2, "60")]),
            DemonstrationIndicator(
                "Postes remis en état ou améliorés", .count, "postes", by: Cast.equipment.name, actions: [9], practices: ["d.2", "i.1"],
                source: "Outil d’assistance", measured: ["4", "6", "5", "9", "11", "12", "10", "15", "18", "17", "21", "24"],
                to: [(0, "20"), (2, "40")]),
            DemonstrationIndicator(
                "Masse de déchets électroniques évacuée", .quantity, "kg", IndicatorDirection.none, cadence: .yearly, by: Units.buildings,
                actions: [24], practices: ["i.4"], source: "Bordereaux de suivi", measured: ["2140", "1870", "1985"]),
            DemonstrationIndicator(
                "Papier imprimé par agent", .ratio, "kg/agent", .lower, cadence: .halfYearly, by: Positions.equipment, actions: [15],
                practices: ["f.7"], source: "Relevés des copieurs", measured: ["9,4", "8,8", "8,1", "7,9", "7,0", "6,6"], from: "9,4",
                to: [(2, "5")]),
            DemonstrationIndicator(
                "Données gardées par agent", .ratio, "Go/agent", .lower, by: Positions.infrastructure, actions: [16], practices: ["f.5"],
                source: "Baies de stockage", late: 2, measured: ["71", "74", "79", "83", "84", "88", "91", "96"], from: "71",
                to: [(2, "60")]),
            DemonstrationIndicator(
                "Fichiers en double supprimés", .quantity, "To", by: Positions.infrastructure, actions: [16], practices: ["f.4"],
                source: "Outil de dédoublonnage", measured: ["0", "0,2", "0,6", "0,9"], to: [(1, "4")]),
            DemonstrationIndicator(
                "Agents ayant suivi un atelier", .percentage, by: Cast.coordinator.name, actions: [5], practices: ["b.1"],
                source: "Feuilles d’émargement",
                measured: [
                    "0/840", "22/842", "41/845", "66/850", "90/851", "118/849", "140/853", "171/855", "200/860", "226/858", "259/861",
                    "301/864",
                ],
                from: "0", to: [(0, "35"), (2, "80")]),
            DemonstrationIndicator(
                "Pannes réparées en interne", .percentage, by: Cast.equipment.name, actions: [6], practices: ["b.3"],
                source: "Outil d’assistance", measured: ["12/88", "15/91", "19/84", "24/90", "26/86", "31/92", "30/85", "37/95"],
                from: "13,6",
                to: [(1, "50")]),
            DemonstrationIndicator(
                "Téléphones reconditionnés parmi les achats", .percentage, by: Cast.purchases.name, actions: [11], practices: ["e.1"],
                source: "Factures", measured: ["0/40", "4/36", "9/42", "14/39", "16/44"], from: "0", to: [(0, "50")]),
            DemonstrationIndicator(
                "Indice moyen de réparabilité des achats", .score, "/10", cadence: .halfYearly, by: Units.purchases, actions: [12, 13],
                practices: ["e.2", "d.2"], source: "Fiches des fabricants", warning: 7,
                measured: ["6,4", "6,6", "6,9", "7,1", "7,4", "7,6"],
                to: [(2, "8")]),
            DemonstrationIndicator(
                "Satisfaction des agents sur leur matériel", .score, "/5", cadence: .yearly, by: Units.people, actions: [9],
                source: "Enquête interne", alert: 3, measured: ["3,6", "3,4", "3,5"]),
            DemonstrationIndicator(
                "Portail des familles utilisable sur un téléphone de cinq ans", .boolean, "", cadence: .halfYearly, by: Units.families,
                actions: [19], practices: ["g.4"], source: "Essais sur appareils", measured: ["non", "non", "non"], to: [(1, "oui")]),
            DemonstrationIndicator(
                "Fiche d’utilité remplie avant chaque projet d’IA", .boolean, "", cadence: .halfYearly, by: Units.digital, actions: [3],
                practices: ["a.8"], source: "Registre des projets", measured: ["non", "oui", "oui"], to: [(0, "oui")]),
            DemonstrationIndicator(
                "Inventaire rapproché de la comptabilité", .boolean, "", cadence: .yearly, by: Units.buildings, actions: [14],
                practices: ["c.1"], source: "Contrôle interne", measured: ["non", "non"], to: [(-1, "oui")]),
            DemonstrationIndicator(
                "Délai entre un livrable et sa décision", .duration, "jours", .lower, by: Cast.coordinator.name, actions: [1],
                practices: ["a.2"], source: "Relevés de décisions", warning: 60, measured: ["88", "75", "79", "62", "58", "49"],
                to: [(1, "30")]),
            DemonstrationIndicator(
                "Température de la salle serveur", .quantity, "°C", .within, by: Positions.infrastructure, actions: [22],
                practices: ["h.3"],
                source: "Sondes", range: (22, 27), measured: ["19", "19,5", "20", "21", "22,5", "24", "24,5", "25"]),
            DemonstrationIndicator(
                "Applications décrites dans la carte", .count, "applications", by: Positions.applications, actions: [7], practices: ["c.1"],
                source: "Cartographie", measured: ["12", "31", "54", "60"], to: [(0, "90"), (1, "140")]),
            DemonstrationIndicator(
                "Clauses environnementales de l’année", .text, cadence: .yearly, by: Units.purchases, actions: [12, 13], practices: ["e.5"],
                source: "Marchés notifiés",
                measured: [
                    "Aucune", "Pièces détachées pendant cinq ans (postes)",
                    "Pièces détachées pendant sept ans, écolabel de type I (écrans)",
                ]),
            DemonstrationIndicator(
                "Revues d’écoconception", .frequency, "par trimestre", cadence: nil, by: Positions.applications, actions: [18],
                practices: ["g.3"], source: "Comptes rendus", measured: ["0", "1", "1", "2"]),
            DemonstrationIndicator(
                "Poids moyen d’une page du site", .quantity, "Mo", .lower, by: Units.communication, actions: [20], practices: ["g.9"],
                source: "Mesure automatique", measured: [], to: [(1, "1")]),
        ]
    }
}
