/// What an import promises, on both engines: shown first, all or nothing, and an export comes back as it was.
import JalonDomain
import JalonExchange
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

extension Setting {
    fileprivate func read(
        _ text: String, plan: Int = 1, _ change: (inout ImportChoices) -> Void = { _ in }
    ) async throws -> (table: CSVTable, choices: ImportChoices, reading: ImportReading) {
        let table = try ImportReading.table(Array(text.utf8))
        var choices = ImportChoices(.fr)
        change(&choices)
        return (table, choices, try await workspace.readTable(table, choices, into: plan, visitor(.coordinator)).model)
    }

    @discardableResult
    fileprivate func take(
        _ text: String, plan: Int = 1, standing: Int? = nil, _ change: (inout ImportChoices) -> Void = { _ in }
    ) async throws -> Imported {
        let (table, choices, _) = try await read(text, plan: plan, change)
        return try await workspace.importTable(
            table, named: "plan.csv", choices, into: plan, standing: standing, as: visitor(.coordinator))
    }

    fileprivate func actions(_ plan: Int = 1) async throws -> [ActionRecord] {
        var query = ActionQuery()
        query.sort = .number
        return try await workspace.export(of: plan, query, visitor(.coordinator)).model
    }

    /// As `jalon export` writes it.
    fileprivate func export(_ plan: Int = 1, _ language: Language = .fr) async throws -> String {
        let records = try await actions(plan)
        let (headers, rows) = actionTable(records, words: Words(language), today: day("2026-06-16"), machine: false)
        return String(decoding: CSVWriter(language).write(headers: headers, rows: rows), as: UTF8.self)
    }
}

@Suite struct ImportContractTests {
    /// Words of real plans, in a table that a spreadsheet wrote.
    private let plan = """
        Plan d’action 2026;;;;;;;
        Titre de l’action;Statut;Personne pilote;Partenaires;Date de fin;Budget;Bonnes pratiques;Priorité
        Définir le plan;À venir;Marie Paul;Achats, Finances;T3 2026;25 k€;a.2 Définir un plan d'action;P1
        Former;En cours;à définir;;47727;1 200,50 €;;P2

        =HYPERLINK("http://x");Partielle;DSI;;12/14/28;Entre 200 et 500;z.9;P1
        """

    @Test(arguments: Engine.allCases) func anUnknownAxisIsAskedOrAdded(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let before = try await s.workspace.plan(1, s.visitor(.coordinator)).model.plan
        let table = """
            Libellé;Axe
            Éteindre les écrans;Sobriété
            Réparer;sobriete
            Nommer un relais;\(before.axes[0].title)
            """
        #expect(try await s.read(table).reading.toMend.map(\.row) == [2, 3])
        let reading = try await s.read(table) { $0.addsAxes = true }.reading
        #expect(reading.isReady && reading.newAxes.map(\.title) == ["Sobriété"])
        #expect(try await s.workspace.plan(1, s.visitor(.coordinator)).model.plan.axes == before.axes, "nothing is written yet")
        try await s.take(table) { $0.addsAxes = true }
        let after = try await s.workspace.plan(1, s.visitor(.coordinator)).model.plan
        #expect(after.axes == before.axes + reading.newAxes && after.version == before.version + 1)
        #expect(try await s.actions().map(\.action.axis) == [reading.newAxes[0].number, reading.newAxes[0].number, before.axes[0].number])
        let journal = try await s.workspace.journal(plan: 1, before: nil, s.visitor(.auditor)).model
        #expect(journal.contains { $0.verb == .axesEdited })
        #expect(try await s.workspace.verify() == [])

        let many = "Libellé;Axe\n" + (1...41).map { "Action \($0);Axe nouveau \($0)" }.joined(separator: "\n")
        #expect(try await s.read(many) { $0.addsAxes = true }.reading.violations == [Violation(.file, .tooMany(.axes, 41, max: 40))])
    }

    @Test(arguments: Engine.allCases) func aPlanInUseIsUnderstoodOrAsked(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let (_, _, reading) = try await s.read(plan)
        #expect(reading.headingRow == 2)
        #expect(reading.columns.map(\.isRead) == [true, true, true, true, true, true, true, false])
        #expect(reading.rows.map(\.row) == [3, 4, 6])
        #expect(reading.rows[0].notUnderstood.isEmpty && reading.rows[1].notUnderstood.isEmpty)
        #expect(reading.rows[0].action?.due?.iso == "2026-09-30" && reading.rows[0].action?.cost == 2_500_000)
        #expect(reading.rows[0].action?.practices == ["a.2"])
        #expect(reading.rows[1].action?.pilot == nil && reading.rows[1].action?.due?.iso == "2030-09-01")
        #expect(reading.newParties.map(\.name) == ["Marie Paul", "Achats", "Finances", "DSI"])
        #expect(reading.newParties.map(\.kind) == [.person, .unit, .unit, .person], "the heading tells")
        let asked = reading.rows[2].notUnderstood
        #expect(asked.map(\.value) == ["Partielle", "12/14/28", "Entre 200 et 500", "z.9"])
        #expect(asked.map(\.name) == ["Statut", "Date de fin", "Budget", "Bonnes pratiques"])
        #expect(reading.rows[2].label == "=HYPERLINK(\"http://x\")", "a formula is a text")

        // Nothing of it is written, until each is answered or left out.
        await #expect(throws: DomainError.invalid(.file, .rowsToMend(1))) { try await s.take(plan) }
        #expect(try await s.actions().isEmpty)
        #expect(try await s.workspace.parties(s.administrator).model.allSatisfy { $0.name != "Marie Paul" })
        let written = try await s.take(plan) { choices in
            choices.answers = [
                ImportAnswer(column: .progress, text: "partielle", meaning: "inProgress"),
                ImportAnswer(column: nil, text: "12/14/28", meaning: "14/12/2028"),
                ImportAnswer(column: .cost, text: "Entre 200 et 500", meaning: ""),
            ]
            choices.columns["Bonnes pratiques"] = .some(nil)
        }
        #expect(written.created.map(\.number) == [1, 2, 3] && written.updated.isEmpty)
        let actions = try await s.actions().map(\.action)
        #expect(actions[2].due?.iso == "2028-12-14" && actions[2].cost == nil && actions[2].current.progress == .inProgress)
        #expect(actions[0].practices == [], "the column was left out")
        let journal = try await s.workspace.journal(plan: 1, before: nil, s.visitor(.auditor)).model
        #expect(journal.first?.verb == .tableImported && journal.first?.changes.map(\.after) == ["plan.csv"])
        #expect(journal.count { $0.verb == .created } == 4)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func anExportGivesTheSameActionsBack(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        try await fill(s)
        for language in Language.allCases {
            let same = try await s.read(try await s.export(1, language)).reading
            #expect(same.rows.allSatisfy { $0.will == .skip && !$0.isToMend }, "\(same.rows.flatMap(\.changes)) \(same.toMend)")
            #expect(same.violations.isEmpty && same.newParties.isEmpty && same.rows.count == 5)
        }
        let before = try await s.actions()
        let export = try await s.export()
        _ = try await s.plan()
        let imported = try await s.take(export, plan: 2)
        #expect(imported.created.count == 5 && imported.parties.isEmpty)
        for (old, new) in zip(before.map(\.action), try await s.actions(2).map(\.action)) {
            var expected = Action(
                id: new.id, version: 1, label: old.label, description: old.description, axis: old.axis, practices: old.practices,
                contributors: old.contributors, perimeter: old.perimeter, identifiedOn: old.identifiedOn,
                implementedOn: old.implementedOn, milestones: old.milestones, objectives: old.objectives, indicators: old.indicators,
                evidence: old.evidence, difficulty: old.difficulty, impact: old.impact, effort: old.effort, cost: old.cost,
                visibility: old.visibility, tags: old.tags, archived: false, path: old.path)
            // An ended stage is history: its plan keeps it.
            expected.path.removeSubrange(..<old.currentIndex)
            #expect(new == expected, "\(old.label)")
        }
        #expect(try await s.workspace.verify() == [])
    }

    /// At each step of the path, with every field.
    private func fill(_ s: Setting) async throws {
        func report(_ number: Int, _ change: (inout StageReport) -> Void) async throws {
            var report = StageReport()
            change(&report)
            let input = ReportInput(report: report, perimeter: nil)
            _ = try await s.workspace.report(ActionID(plan: 1, number: number), reading: nil, input, as: s.visitor(.coordinator))
        }
        var whole = s.new("=1+1; \"deux\"", pilot: "Direction de l’eau, de l’air", level: .experimentation) { edit in
            edit.description = "- un\n- deux\n\n| a | b |"
            edit.practices = ["d.2", "a.2"]
            edit.plannedStart = s.day("2026-03-01")
            edit.due = s.day("2026-12-31")
            edit.milestones = [
                Milestone(title: "Lots, reçus", due: s.day("2026-05-12"), reachedOn: s.day("2026-05-10")),
                Milestone(title: "Bilan", due: nil, reachedOn: nil),
            ]
            edit.objectives = ["De 60 à 72 mois", "Deux"]
            edit.indicators = ["Durée (mois)"]
            edit.evidence = [Evidence(title: "Note : une", link: "https://example.org/?a=b")]
            (edit.difficulty, edit.impact, edit.effort, edit.cost) = (.medium, 5, 2, 3_800_050)
            edit.visibility = .internal
            edit.tags = ["postes", "réemploi"]
        }
        whole.input.contributors = ["Achats", "Finances"]
        whole.input.perimeter = ["Site nord"]
        whole.start.then = [.implementation]
        _ = try await s.workspace.addAction(whole, to: 1, as: s.visitor(.coordinator))
        try await report(1) { ($0.progress, $0.percent, $0.on) = (.inProgress, 40, s.day("2026-03-02")) }
        _ = try await s.add("Étudier", level: .reflection)
        try await report(2) {
            ($0.progress, $0.deliverableTitle, $0.method, $0.result, $0.mobilised) = (.done, "Étude", "Entretiens", "Oui", "Achats")
        }
        _ = try await s.add("En vigueur") { $0.identifiedOn = nil }
        try await report(3) { ($0.progress, $0.on) = (.done, s.day("2026-05-01")) }
        var inPlace = s.new("Déjà en place") { $0.implementedOn = s.day("2020-01-01") }
        inPlace.start.commitment = .monitoring
        _ = try await s.workspace.addAction(inPlace, to: 1, as: s.visitor(.coordinator))
        _ = try await s.add("Non poursuivie", level: .reflection)
        try await report(5) { ($0.progress, $0.deliverableTitle, $0.method, $0.result) = (.done, "É", "M", "R") }
        let stop = Decision(outcome: .stop, by: "COPIL", on: s.day("2026-06-02"), meeting: "COPIL 3", reason: "Trop cher")
        _ = try await s.workspace.decide(
            ActionID(plan: 1, number: 5), reading: nil,
            DecisionInput(decision: stop, perimeter: [], pilot: "", plannedStart: nil, due: nil), as: s.visitor(.coordinator))
    }

    @Test(arguments: Engine.allCases) func aRowWithANumberUpdatesItsAction(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("Mesurer", pilot: "DSI", level: .reflection)
        _ = try await s.add("Trier", pilot: "DSI")
        let text = "Numéro;Libellé;Pilote;Avancement;Notes\n1/1;Mesurer chaque année;;;\n2;Trier;DSI;En cours;Lots reçus\n7;Acheter;DSI;;\n"
        let (_, _, reading) = try await s.read(text)
        #expect(reading.rows.map(\.will) == [.update, .update, .create])
        #expect(
            reading.rows[0].changes.filter { $0.field != .path } == [
                Change(field: .label, before: "Mesurer", after: "Mesurer chaque année"), Change(field: .pilot, before: "DSI", after: ""),
            ])
        #expect(reading.rows[2].readAs.map(\.column) == [.number], "a number of no action is told")

        // Someone saves in between: nothing of theirs is lost unseen.
        let input = ActionInput(edit: ActionEdit(of: try await s.actions()[0].action), pilot: "DSI", contributors: [], perimeter: [])
        var other = input
        other.edit.label = "Mesurer deux fois"
        _ = try await s.workspace.edit(ActionID(plan: 1, number: 1), reading: 1, other, as: s.administrator)
        await #expect(throws: DomainError.conflict(read: reading.standing, current: reading.standing + 1)) {
            try await s.take(text, standing: reading.standing)
        }
        let imported = try await s.take(text, standing: reading.standing + 1)
        #expect(imported.updated.map(\.number) == [1, 2] && imported.created.map(\.number) == [3])
        let sheet = try await s.workspace.action(ActionID(plan: 1, number: 2), s.visitor(.auditor)).model
        #expect(sheet.action.current.progress == .inProgress && sheet.notes?.map(\.words) == ["Lots reçus"])
        // The same table again has nothing to say, but for its row without a number of this plan.
        #expect(try await s.read(text).reading.rows.map(\.will) == [.skip, .skip, .create])
        #expect(try await s.read(text).reading.rows[2].twin == 3)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aRowThatBreaksARuleSaysWhich(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        _ = try await s.add("Mesurer", level: .reflection)
        let text = """
            Numéro;Libellé;Niveau;Avancement;Pourcentage;Périmètre;Date de début;Date de fin;Date de mise en œuvre;Pilote
            ;Étudier;réflexion;Fini;;;;;;
            ;Essayer;expérimentation;En cours;;;;;;
            ;Équiper;réalisation;À faire;40;;;;;
            ;;réalisation;;;;;;;
            ;Dater;réalisation;;;;2026-06-01;2026-05-01;2027-01-01;
            1;Mesurer;réalisation;;;;;;;
            1;Mesurer;réflexion;;;;;;;
            ;Porter;réalisation;;;;;;;"DSI, Achats"
            """
        let rows = try await s.read(text).reading.rows
        #expect(rows[0].violations.map(\.rule) == [.deliverableNeeded([.deliverable, .method, .result])])
        #expect(rows[1].violations.map(\.rule) == [.perimeterNeeded])
        #expect(rows[2].violations.map(\.rule) == [.percentOnlyInProgress])
        #expect(rows[3].violations == [Violation(.label, .required)])
        #expect(rows[4].violations.map(\.rule) == [.before(.plannedStart)])
        #expect(rows[5].notUnderstood.map(\.column) == [.level])
        #expect(rows[6].notUnderstood.map(\.column) == [.number])
        #expect(rows[7].notUnderstood.map(\.value) == ["DSI, Achats"])
        await #expect(throws: DomainError.invalid(.file, .rowsToMend(8))) { try await s.take(text) }
        // Left out, or with a pilot among several, the others come in.
        let imported = try await s.take(text) { choices in
            choices.skipped = [2, 3, 4, 5, 6, 7, 8]
            choices.firstPilots = true
        }
        #expect(imported.created.count == 1 && imported.parties.map(\.name) == ["DSI", "Achats"])
        let ported = try await s.actions()[1]
        #expect(ported.row.pilotName == "DSI" && ported.action.contributors.compactMap { ported.names[$0] } == ["Achats"])
    }

    @Test(arguments: Engine.allCases) func tenThousandUnknownPilotsAreAMistake(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let text = "Libellé;Pilote\n" + (1...10_000).map { "Action \($0);Pilote \($0)" }.joined(separator: "\n")
        let rule = Rule.tooMany(.names, 10_000, max: 500)
        #expect(try await s.read(text).reading.violations == [Violation(.file, rule)])
        await #expect(throws: DomainError.invalid(.file, rule)) { try await s.take(text) }
        #expect(try await s.actions().isEmpty)
        #expect(try await s.workspace.parties(s.administrator).model.count < 10)
        // Without the column, the same table is only long.
        let few = text.split(separator: "\n").prefix(301).joined(separator: "\n")
        #expect(try await s.take(few) { $0.columns["Pilote"] = .some(nil) }.created.count == 300)
    }

    @Test(arguments: Engine.allCases) func onlyCoordinatorsImportAndOnlyIntoAnOpenPlan(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let table = try ImportReading.table(Array("Libellé\nUn".utf8))
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) {
                _ = try await s.workspace.importTable(
                    table, named: "", ImportChoices(.fr), into: 1, standing: nil, as: s.visitor(role))
            }
        }
        await #expect(throws: DomainError.notFound(.plan)) { _ = try await s.read("Libellé\nUn", plan: 2) }
        await #expect(throws: DomainError.invalid(.file, .notAChoice("Titre", among: ["Libellé"]))) {
            _ = try await s.read("Libellé\nUn") { $0.columns["Titre"] = .some(.label) }
        }
        #expect(try await s.read("Coût\n12").reading.violations == [Violation(.file, .noLabelColumn)])
    }
}
