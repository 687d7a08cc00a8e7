/// The demonstration: an invented organisation, its people and its three-year plan, loaded through the same verbs as a user's acts.
package import JalonDomain
package import JalonWorkspace

package enum Demonstration {
    static let slug = "valmont"
    /// Days before today of the plan's own milestones; what an act's date says comes before or after them.
    static let validated = 98
    static let communicated = 84

    /// Fills an empty workspace and answers one account to sign in with for each role.
    /// Dates follow the workspace's clock, so that the plan is alive whenever it is loaded.
    package static func load(into workspace: Workspace) async throws -> [(role: Role, email: String, password: String)] {
        let passwords = passwords(workspace.chance)
        try await addPeople(to: workspace, passwords)
        let today = try await workspace.plans(Cast.coordinator.visitor).today
        let calendar = DemonstrationCalendar(today: today)
        try await DemonstrationAssessment(calendar: calendar).play(in: workspace)
        let plan = try await workspace.createPlan(planEdit(calendar), catalogue: nil, as: Cast.coordinator.visitor)
        let actions = DemonstrationActions(calendar: calendar)
        try await play(actions, of: plan.number, in: workspace, calendar)
        try await placeParties(in: workspace)
        try await DemonstrationVersions.publish(plan.number, in: workspace)
        _ = try await workspace.keepTemplate(
            of: ActionID(plan: plan.number, number: 1), named: "Point régulier avec la direction", as: Cast.coordinator.visitor)
        try await leaveSomethingToDo(in: workspace)
        return Role.allCases.compactMap { role in
            guard let one = Cast.allCases.first(where: { $0.role == role }), let password = passwords[role] else { return nil }
            return (role, one.email, password)
        }
    }

    // MARK: People

    private static func addPeople(to workspace: Workspace, _ passwords: [Role: String]) async throws {
        let administrator = Cast.administrator
        try await workspace.create(
            NewOrganisation(
                name: "Communauté d’agglomération de Valmont", slug: slug, timeZone: "Europe/Paris",
                administratorName: administrator.name, email: administrator.email, password: passwords[.administrator] ?? ""),
            door: .commandLine)
        for one in Cast.allCases where one != administrator {
            try await workspace.addMember(
                NewMember(
                    name: one.name, email: one.email, password: passwords[one.role] ?? "", role: one.role, unit: one.unit,
                    position: one.position),
                as: administrator.visitor)
        }
    }

    /// What actions made known comes to stand somewhere in the tree of units.
    private static func placeParties(in workspace: Workspace) async throws {
        let places: [(PartyKind, String, String)] = [
            (.position, Positions.equipment, Units.digital), (.position, Positions.applications, Units.digital),
            (.position, Positions.infrastructure, Units.digital), (.unit, Units.audit, Units.management),
            (.unit, Units.communication, Units.management), (.unit, Units.library, Units.families),
        ]
        for (kind, name, unit) in places {
            _ = try await workspace.editParty(
                .named(name, kind), PartyPlace(unit: unit, position: nil), as: Cast.administrator.visitor)
        }
    }

    /// A duplicate to merge, and an invitation that waits.
    private static func leaveSomethingToDo(in workspace: Workspace) async throws {
        let administrator = Cast.administrator.visitor
        _ = try await workspace.addParty(.unit, name: Units.libraryAgain, PartyPlace(unit: nil, position: nil), as: administrator)
        _ = try await workspace.invite(
            NewInvitation(
                name: "Lucas Perrin", email: "lucas.perrin@valmont.example", role: .reader, unit: Units.management,
                position: "Directeur de cabinet"), as: administrator)
    }

    /// Four words for each role, drawn anew at each loading: nobody signs in to a demonstration with what this source says.
    private static func passwords(_ chance: (Int) -> [UInt8]) -> [Role: String] {
        var words = Self.words
        var drawn = chance(Role.allCases.count * 4).map { words.remove(at: Int($0) % words.count) }
        var passwords: [Role: String] = [:]
        for role in Role.allCases {
            passwords[role] = drawn.prefix(4).joined(separator: "-")
            drawn.removeFirst(4)
        }
        return passwords
    }

    private static let words = """
        abricot agenda ardoise aurore balcon bateau bocage bouleau brise cabane cadran canal cerise chemin citron colline copeau cordage \
        coteau dune escale facteur falaise feuille figue fougere galet gare girouette grange hameau herbe horizon image jardin jonquille \
        lampe lavoir lentille lierre lucarne marelle melon meule moulin muscade nuage olive orge panier parvis pavot perche phare pinson \
        plume pollen prairie radeau ravin rivage roseau sable sapin sentier seuil tilleul torrent tuile vallon verger virage voile voyage
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    // MARK: Plan

    private static func planEdit(_ calendar: DemonstrationCalendar) -> PlanEdit {
        let year = calendar.year
        return PlanEdit(
            title: "Plan numérique responsable \(year)-\(year + 2)", from: calendar.start(of: year), to: calendar.end(of: year + 2),
            purpose: """
                Réduire l’empreinte du numérique de l’agglomération et de ses dix-huit communes, sans éloigner personne des services \
                publics. Le plan dit ce que chaque direction s’engage à étudier, à essayer ou à mettre en place, et pour quand.
                """,
            commonObjectives: """
                - Garder chaque ordinateur en service six ans au moins.
                - Acheter un appareil sur trois en seconde main en \(year + 2).
                - Rendre les démarches en ligne utilisables sur un téléphone ancien et un réseau lent.
                - Mesurer chaque année avec la même méthode, et publier le résultat.
                """)
    }

    /// Adds the actions, then plays what happened to them in the order of days, the plan's validation among them.
    private static func play(
        _ actions: DemonstrationActions, of plan: Int, in workspace: Workspace, _ calendar: DemonstrationCalendar
    ) async throws {
        let coordinator = Cast.coordinator.visitor
        let initial = actions.initial
        var ids = try await workspace.addActions(initial.map(\.new), to: plan, as: coordinator).actions.map(\.id)
        let steering = try await DemonstrationSteering.begin(
            plan, in: workspace, calendar, past: [actions.firstCommittee, actions.secondCommittee, actions.thirdCommittee])
        try await steering.convene(1)
        try await perform(initial, ids, in: workspace) { $0 <= calendar.ago(validated) }

        try await steering.holdFirst()
        try await steering.convene(2)
        try await steering.holdSecond()
        try await steering.convene(3)

        try await workspace.propose(plan, reading: nil, as: coordinator)
        try await workspace.validate(
            plan, reading: nil,
            Validation(on: calendar.ago(validated), body: "Bureau communautaire", person: "Anne-Laure Brisset, présidente"),
            as: coordinator)
        try await workspace.communicate(
            plan, reading: nil,
            Communication(
                on: calendar.ago(communicated), audience: "Agents, élus et communes membres",
                channels: "Intranet, lettre interne, réunion des directions",
                proof: "https://example.org/valmont/plan-numerique-responsable"),
            as: coordinator)

        try await keep(ids, of: plan, in: workspace)
        let added = actions.added
        ids += try await workspace.addActions(added.map(\.new), to: plan, as: coordinator).actions.map(\.id)
        let revised = calendar.ago(DemonstrationVersions.revised)
        try await perform(initial + added, ids, in: workspace) { $0 > calendar.ago(validated) && $0 <= revised }
        try await DemonstrationVersions.revise(plan, in: workspace, calendar)
        try await perform(initial + added, ids, in: workspace) { $0 > revised }
        try await link(initial + added, ids, in: workspace)
        try await DemonstrationIndicators(calendar: calendar).play(plan, in: workspace)
        try await DemonstrationGains.play(plan, in: workspace)
        try await DemonstrationPlanning(calendar: calendar).play(plan, in: workspace)
        try await DemonstrationRanking(calendar: calendar).play(plan, in: workspace)
        if let first = ids.first {
            _ = try await workspace.assessObjective(
                "1", of: first, .partly, comment: "Trois comités sur quatre ont écrit leurs décisions.", on: calendar.ago(20),
                as: coordinator)
        }
        try await steering.holdThird(ids.first)
        try await steering.convene(4)
        try await DemonstrationScenarios.play(plan, in: workspace)
    }

    /// What waits for what, by the first words of labels.
    private static func link(_ actions: [DemonstrationAction], _ ids: [ActionID], in workspace: Workspace) async throws {
        func id(_ start: String) -> ActionID? {
            zip(actions, ids).first { $0.0.new.input.edit.label.hasPrefix(start) }?.1
        }
        for (start, kind, other) in [
            ("Mesurer l’empreinte du parc", ActionLinkKind.dependsOn, "Rapprocher l’inventaire"),
            ("Évaluer cinq démarches", .relatesTo, "Recenser les applications"),
            ("Ajouter de la mémoire", .dependsOn, "Apprendre à l’assistance"),
            ("Ajouter des clauses d’énergie", .dependsOn, "Recenser les applications"),
        ] {
            guard let from = id(start), let to = id(other) else { continue }
            try await workspace.link(from, kind, to: to.number, as: Cast.coordinator.visitor)
        }
    }

    /// What makes the list one's own: a view that everyone shares, and a tag given to several actions in one go.
    private static func keep(_ ids: [ActionID], of plan: Int, in workspace: Workspace) async throws {
        let coordinator = Cast.coordinator.visitor
        _ = try await workspace.saveView(
            SavedViewEdit(name: "Réflexions par direction", shared: true), query: "?level=reflection&closed=0&group=direction",
            replacing: false, as: coordinator)
        var change = BulkChange()
        change.addedTags = ["bilan annuel"]
        let input = BulkInput(change: change, pilot: "")
        let preview = try await workspace.previewBulk(of: plan, .these(ids.prefix(3).map(\.number)), input, coordinator).model
        _ = try await workspace.bulkChange(preview.targets, of: plan, input, once: preview.once, as: coordinator)
    }

    private static func perform(
        _ actions: [DemonstrationAction], _ ids: [ActionID], in workspace: Workspace, when included: (Day) -> Bool
    ) async throws {
        var acts: [(id: ActionID, place: Int, act: DemonstrationAct)] = []
        for (action, id) in zip(actions, ids) {
            for act in action.acts where included(act.on) { acts.append((id, acts.count, act)) }
        }
        acts.sort { ($0.act.on, $0.place) < ($1.act.on, $1.place) }
        for (id, _, act) in acts { try await act.perform(on: id, in: workspace) }
    }
}

/// The people of the demonstration who have an account, all invented.
enum Cast: CaseIterable {
    case administrator, coordinator, equipment, purchases, reader, auditor

    var name: String {
        switch self {
        case .administrator: "Yann Delestre"
        case .coordinator: "Camille Ostrowski"
        case .equipment: "Bastien Lormeau"
        case .purchases: "Fatou Niang"
        case .reader: "Hélène Vautrin"
        case .auditor: "Tariq Meziane"
        }
    }

    var email: String {
        switch self {
        case .administrator: "yann.delestre@valmont.example"
        case .coordinator: "camille.ostrowski@valmont.example"
        case .equipment: "bastien.lormeau@valmont.example"
        case .purchases: "fatou.niang@valmont.example"
        case .reader: "helene.vautrin@valmont.example"
        case .auditor: "tariq.meziane@valmont.example"
        }
    }

    var role: Role {
        switch self {
        case .administrator: .administrator
        case .coordinator: .coordinator
        case .equipment, .purchases: .pilot
        case .reader: .reader
        case .auditor: .auditor
        }
    }

    var unit: String {
        switch self {
        // The first start asks neither.
        case .administrator: ""
        case .equipment: Units.digital
        case .coordinator, .reader: Units.management
        case .purchases: Units.purchases
        case .auditor: Units.audit
        }
    }

    var position: String {
        switch self {
        case .administrator: ""
        case .coordinator: "Déléguée au numérique responsable"
        case .equipment: Positions.equipment
        case .purchases: "Responsable des marchés"
        case .reader: "Directrice générale adjointe"
        case .auditor: "Auditeur interne"
        }
    }

    var visitor: Visitor { .commandLine(email: email, organisation: Demonstration.slug) }
}

/// Directions and sites, made known by the first action or person that names them.
enum Units {
    static let management = "Direction générale"
    static let digital = "Direction du numérique"
    static let purchases = "Direction des achats"
    static let audit = "Audit interne"
    static let people = "Ressources humaines"
    static let communication = "Communication"
    static let buildings = "Bâtiments et logistique"
    static let families = "Petite enfance et familles"
    static let library = "Médiathèque des Trois-Rives"
    /// As someone else would write it.
    static let libraryAgain = "Médiathèque des trois rives"
}

/// A name first met as a contributor is made a unit: these pilot before they contribute.
enum Positions {
    static let equipment = "Responsable des équipements"
    static let applications = "Responsable des applications"
    static let infrastructure = "Responsable des infrastructures"
}
