/// Indicators, their targets and their measures, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct IndicatorContractTests {
    private func usage(actions: [ActionID] = []) -> IndicatorDefinition {
        IndicatorDefinition(
            name: "Durée d’usage des portables", type: .duration, unit: IndicatorUnit("mois"), level: .strategic, cadence: .quarterly,
            categories: ["Portables", "Fixes"], practices: ["d.2"], actions: actions)
    }

    @Test(arguments: Engine.allCases) func anIndicatorIsCreatedChangedAndFollowed(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Portables", pilot: "Karim Pilote").id
        let coordinator = s.visitor(.coordinator)
        let (indicator, created) = try await s.workspace.addIndicator(
            IndicatorInput(usage(actions: [action]), responsible: "Direction du numérique"), isAnother: false, as: coordinator)
        #expect(created.isEmpty && indicator.number == 1)
        // What is written comes back as it was.
        let sheet = try await s.workspace.indicator(1, s.visitor(.reader)).model
        #expect(sheet.indicator == indicator && sheet.row.status == .notStarted && sheet.served.map(\.label) == ["Portables"])
        #expect(!sheet.mayMeasure)
        #expect(try await s.workspace.actions(of: 1, ActionQuery(), size: 10, coordinator).model.page.rows.count == 1)
        var without = ActionQuery()
        without.filter.withoutIndicator = true
        #expect(try await s.workspace.actions(of: 1, without, size: 10, coordinator).model.page.rows.isEmpty)

        // A name that is almost the same is pointed out, then confirmed.
        var near = usage()
        near.name = "durée d'usage des portable"
        await #expect(throws: DomainError.invalid(.name, .figure(.likeAnother(indicator.name, number: 1)))) {
            _ = try await s.workspace.addIndicator(IndicatorInput(near, responsible: ""), isAnother: false, as: coordinator)
        }
        let second = try await s.workspace.addIndicator(
            IndicatorInput(near, responsible: "Nouvelle Venue"), isAnother: true, as: coordinator)
        #expect(second.created.map(\.name) == ["Nouvelle Venue"] && second.indicator.number == 2)

        // The version that was read, an unknown practice, another role.
        var edit = indicator.definition
        edit.actions = []
        edit.meaning = "Combien de temps un portable sert"
        let changed = try await s.workspace.editIndicator(
            1, reading: 1, IndicatorInput(edit, responsible: "Karim Pilote"), as: coordinator)
        #expect(changed.indicator.version == 2)
        #expect(try await s.workspace.actions(of: 1, without, size: 10, coordinator).model.page.rows.count == 1)
        await #expect(throws: DomainError.conflict(read: 1, current: 2)) {
            _ = try await s.workspace.editIndicator(1, reading: 1, IndicatorInput(usage(), responsible: ""), as: coordinator)
        }
        edit.practices = ["zz.9"]
        await #expect(throws: DomainError.invalid(.practices, .unknown("zz.9"))) {
            _ = try await s.workspace.editIndicator(1, reading: nil, IndicatorInput(edit, responsible: ""), as: coordinator)
        }
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) {
                _ = try await s.workspace.promise(IndicatorTarget(on: s.day("2028-12-31"), value: 72), of: 1, as: s.visitor(role))
            }
        }
        _ = try await s.workspace.setIndicatorArchived(true, 2, as: coordinator)
        #expect(try await s.workspace.indicators(IndicatorFilter(), coordinator).model.rows.map(\.indicator.number) == [1])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func measuresStandAreCorrectedAndAreNeverTwoOfADay(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.addIndicator(IndicatorInput(usage(), responsible: "Karim Pilote"), isAnother: false, as: coordinator)
        let pilot = s.visitor(.pilot)
        let first = MeasurementEdit(
            on: s.day("2026-03-31"), from: s.day("2026-01-01"), value: .number(54), parts: ["Portables": 50, "Fixes": 60],
            source: "Inventaire du parc", comment: "Tous les sites", evidence: "https://example.org/parc", isEstimated: true)
        let written = try await s.workspace.measure(1, first, as: pilot)
        var sheet = try await s.workspace.indicator(1, pilot).model
        #expect(sheet.measures == [written] && written.parts == ["Portables": 50, "Fixes": 60] && sheet.mayMeasure)
        #expect(sheet.row.last == LastMeasure(on: s.day("2026-03-31"), value: 54) && sheet.row.status == .noTarget)

        // A second value of the day is refused; a correction says why, and keeps the old value.
        await #expect(throws: DomainError.invalid(.on, .figure(.dayTaken(first.on)))) {
            _ = try await s.workspace.measure(1, first, as: pilot)
        }
        let better = MeasurementEdit(on: first.on, value: .number(56))
        await #expect(throws: DomainError.invalid(.reason, .figure(.correctionNeedsReason))) {
            _ = try await s.workspace.measure(1, better, correcting: " ", as: pilot)
        }
        _ = try await s.workspace.measure(1, better, correcting: "Parc recompté", as: pilot)
        await #expect(throws: DomainError.invalid(.on, .figure(.nothingMeasured(s.day("2026-02-28"))))) {
            _ = try await s.workspace.measure(
                1, MeasurementEdit(on: s.day("2026-02-28"), value: .number(1)), correcting: "Rien", as: pilot)
        }
        sheet = try await s.workspace.indicator(1, pilot).model
        #expect(sheet.measures.map(\.revision) == [2] && sheet.corrected.map(\.revision) == [1])
        #expect(sheet.measures.first?.source == "Inventaire du parc" && sheet.row.last?.value == 56)
        // An earlier measure is not the last.
        _ = try await s.workspace.measure(1, MeasurementEdit(on: s.day("2025-12-31"), value: .number(48)), as: pilot)
        #expect(try await s.workspace.indicator(1, pilot).model.row.last?.value == 56)

        // Measured, it keeps its type and unit; a target makes it stand somewhere.
        var edit = usage()
        edit.unit = IndicatorUnit("ans")
        await #expect(throws: DomainError.invalid(.measureUnit, .figure(.measuredAlready))) {
            _ = try await s.workspace.editIndicator(1, reading: nil, IndicatorInput(edit, responsible: ""), as: coordinator)
        }
        _ = try await s.workspace.promise(IndicatorTarget(on: s.day("2026-06-01"), value: 60), of: 1, as: coordinator)
        var filter = IndicatorFilter()
        filter.status = .offTarget
        let listing = try await s.workspace.indicators(filter, figures: 12, pilot).model
        #expect(listing.rows.map(\.indicator.number) == [1] && listing.counts == [.offTarget: 1])
        #expect(listing.figures[1]?.map(\.value) == [48, 56])
        // Somebody else's, and an archived one.
        await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.measure(1, first, as: s.visitor(.reader)) }
        _ = try await s.workspace.setIndicatorArchived(true, 1, as: coordinator)
        await #expect(throws: DomainError.invalid(.archived, .figure(.indicatorArchived))) {
            _ = try await s.workspace.measure(1, MeasurementEdit(on: s.day("2026-06-01"), value: .number(1)), as: coordinator)
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func whatIsOffTargetComesBeforeTheCommittee(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Portables", pilot: "Karim Pilote").id
        let coordinator = s.visitor(.coordinator)
        for (name, actions, value) in [("Usage", [action], 40.0), ("Ailleurs", [], 40), ("Bien", [action], 80)] {
            var definition = usage(actions: actions)
            definition.name = name
            let number = try await s.workspace.addIndicator(
                IndicatorInput(definition, responsible: "Karim Pilote"), isAnother: true, as: coordinator
            ).indicator.number
            _ = try await s.workspace.promise(IndicatorTarget(on: s.day("2026-06-01"), value: 60), of: number, as: coordinator)
            _ = try await s.workspace.measure(number, MeasurementEdit(on: s.day("2026-05-31"), value: .number(value)), as: coordinator)
        }
        let committee = CommitteeEdit(
            name: "COPIL", purpose: "", cadence: .quarterly, from: s.day("2026-07-01"), place: "", time: nil, length: 90)
        let id = try await s.workspace.addCommittee(committee, to: 1, meetings: true, as: coordinator).id
        _ = try await s.workspace.admit("Rose Lit", as: .member, to: id, as: coordinator)
        let meeting = MeetingID(id, number: 1)
        var sheet = try await s.workspace.meeting(meeting, coordinator).model
        #expect(sheet.agenda.filter { $0.kind == .indicators } == [AgendaItem(.indicators, indicator: 1)])
        #expect(
            sheet.indicators[1].map { Words(.fr).agendaFacts($0) }
                == "Hors cible, 40\u{A0}mois au 31 mai 2026, cible 60\u{A0}mois le 1er juin 2026, Karim Pilote")
        // Another is put there by hand; one that does not exist is refused; the pack keeps what was read.
        let agenda = sheet.agenda + [AgendaItem(.indicators, indicator: 2, comment: "À relire")]
        _ = try await s.workspace.setAgenda(agenda, of: meeting, reading: nil, as: coordinator)
        await #expect(throws: DomainError.invalid(.agenda, .unknown("9"))) {
            _ = try await s.workspace.setAgenda([AgendaItem(.indicators, indicator: 9)], of: meeting, reading: nil, as: coordinator)
        }
        _ = try await s.workspace.convene(meeting, as: coordinator)
        _ = try await s.workspace.measure(1, MeasurementEdit(on: s.day("2026-06-10"), value: .number(90)), as: coordinator)
        sheet = try await s.workspace.meeting(meeting, coordinator).model
        #expect(sheet.agenda == agenda && sheet.indicators[1]?.status == .onTarget)
        let pack = try await s.workspace.pack(of: meeting, coordinator).model.pack
        #expect(pack.indicators?.first { $0.number == 1 }?.value == 40 && pack.agenda == agenda)
        #expect(sheet.subject(of: agenda[agenda.count - 1]) == "Ailleurs")

        // The plan's dashboard counts them, and the digest asks for what is due.
        #expect(try await s.workspace.overview(of: 1, coordinator).model.indicators == [.onTarget: 2])
        s.clock.advance(days: 120)
        #expect(try await s.workspace.overview(of: 1, coordinator).model.indicators == [.stale: 2])
        #expect(try await s.workspace.ownIndicators(all: false, s.visitor(.pilot)).model.filter(\.isDue).count == 3)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func whatOthersGiveFollowsThem(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        func add(_ name: String, _ type: IndicatorType, _ unit: String, _ formula: IndicatorFormula? = nil) async throws -> Int {
            let definition = IndicatorDefinition(name: name, type: type, unit: IndicatorUnit(unit), formula: formula)
            return try await s.workspace.addIndicator(IndicatorInput(definition, responsible: ""), isAnother: true, as: coordinator)
                .indicator.number
        }
        func measure(_ number: Int, _ on: String, _ value: Double) async throws {
            _ = try await s.workspace.measure(number, MeasurementEdit(on: s.day(on), value: .number(value)), as: coordinator)
        }
        func last(_ number: Int) async throws -> Double? { try await s.workspace.indicator(number, coordinator).model.row.last?.value }
        let (north, south) = (try await add("Nord", .quantity, "kg"), try await add("Sud", .quantity, "t"))
        try await measure(north, "2026-01-31", 500)
        let terms = [IndicatorFormula.Term(north), IndicatorFormula.Term(south)]
        let total = try await add("Total", .quantity, "t", IndicatorFormula(.sum, of: terms))
        #expect(try await last(total) == nil)
        try await measure(south, "2026-02-28", 2)
        #expect(try await last(total) == 2.5)
        let share = try await add(
            "Part du nord", .percentage, "", IndicatorFormula(.ratio, of: [IndicatorFormula.Term(north), IndicatorFormula.Term(total)]))
        #expect(try await last(share) == 20)
        // By a table, by a correction: what depends on it follows, and what depends on that.
        let table = "n°;date;valeur\n\(north);2026-03-31;2000\n"
        _ = try await s.workspace.importMeasures(Array(table.utf8), commit: true, as: coordinator)
        #expect(try await last(total) == 4)
        #expect(try await last(share) == 50)
        _ = try await s.workspace.measure(
            north, MeasurementEdit(on: s.day("2026-03-31"), value: .number(1000)), correcting: "Pesée refaite", as: coordinator)
        let sheet = try await s.workspace.indicator(total, coordinator).model
        #expect(sheet.measures.map { $0.figure(.quantity) } == [3, 2.5] && !sheet.mayMeasure && sheet.sources[north] == "Nord")

        // It is not typed in, not made of itself, and what was measured is not overwritten.
        await #expect(throws: DomainError.invalid(.value, .figure(.isComputed))) { try await measure(total, "2026-04-30", 1) }
        var edit = sheet.indicator.definition
        edit.formula = IndicatorFormula(.sum, of: [IndicatorFormula.Term(north), IndicatorFormula.Term(total)])
        await #expect(throws: DomainError.invalid(.formula, .figure(.cycle([total, total])))) {
            _ = try await s.workspace.editIndicator(total, reading: nil, IndicatorInput(edit, responsible: ""), as: coordinator)
        }
        edit = try await s.workspace.indicator(north, coordinator).model.indicator.definition
        edit.formula = IndicatorFormula(.sum, of: terms)
        await #expect(throws: DomainError.invalid(.formula, .figure(.measuredAlready))) {
            _ = try await s.workspace.editIndicator(north, reading: nil, IndicatorInput(edit, responsible: ""), as: coordinator)
        }
        // Measured by hand from now on: what was computed goes.
        edit = sheet.indicator.definition
        edit.formula = nil
        _ = try await s.workspace.editIndicator(total, reading: nil, IndicatorInput(edit, responsible: ""), as: coordinator)
        #expect(try await last(total) == nil)

        // What a plan gives is of today, and kept when it is frozen.
        _ = try await s.add("Première", pilot: "Karim Pilote")
        let late = try await add("Réalisations", .percentage, "", IndicatorFormula(.actionsInImplementation, plan: 1))
        #expect(try await last(late) == 100)
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        s.clock.advance(days: 10)
        #expect(try await s.workspace.indicator(late, coordinator).model.measures.map(\.on) == [s.day("2026-06-16")])
        #expect(try await s.workspace.indicator(late, coordinator).model.row.last?.on == s.day("2026-06-26"))
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aVersionKeepsWhatWasPromised(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Portables", pilot: "Karim Pilote").id
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.addIndicator(
            IndicatorInput(usage(actions: [action]), responsible: "Karim Pilote"), isAnother: false, as: coordinator)
        _ = try await s.workspace.promise(IndicatorTarget(on: s.day("2028-12-31"), value: 72), of: 1, as: coordinator)
        try await s.workspace.propose(1, reading: nil, as: coordinator)
        try await s.workspace.validate(1, reading: nil, Validation(on: s.day("2026-06-16"), body: "COPIL", person: ""), as: coordinator)
        let kept = try await s.workspace.version(1, of: 1, coordinator).model.actions
        #expect(kept.first?.promises?.first?.targets.map(\.value) == [72])
        func changed() async throws -> PlanDifference { try await s.workspace.planChanges(of: 1, coordinator).model.difference }
        #expect(try await changed().actions.isEmpty)
        // The action did not change, what is promised of it did.
        _ = try await s.workspace.promise(IndicatorTarget(on: s.day("2028-12-31"), value: 60), of: 1, as: coordinator)
        let difference = try await changed()
        #expect(difference.tally == [.other: 1] && difference.actions.map(\.number) == [action.number])
        #expect(difference.actions.first?.changes.map(\.field) == [.target])
        #expect(try await s.workspace.version(1, of: 1, coordinator).model.actions == kept)
        _ = try await s.workspace.setIndicatorArchived(true, 1, as: coordinator)
        #expect(try await changed().actions.first?.after?.promises == nil)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func anObjectiveIsJudgedAndItsHistoryKept(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let action = try await s.add("Portables", pilot: "Karim Pilote") { $0.objectives = ["Durer", "Convaincre"] }.id
        let pilot = s.visitor(.pilot)
        _ = try await s.workspace.assessObjective("durer", of: action, .partly, comment: "À moitié", on: s.day("2026-05-01"), as: pilot)
        let judged = try await s.workspace.assessObjective("1", of: action, .achieved, comment: "", on: nil, as: pilot)
        let sheet = try await s.workspace.action(action, s.visitor(.reader)).model
        #expect(sheet.assessments.map(\.verdict) == [.achieved, .partly] && sheet.assessments.first == judged)
        #expect(judged.objective == "Durer" && judged.on == s.day("2026-06-16") && judged.author == "Karim Pilote")
        for (objective, day, error) in [
            ("9", "2026-06-01", DomainError.invalid(.objectives, .unknown("9"))), ("1", "2026-07-01", .invalid(.on, .inTheFuture)),
        ] {
            await #expect(throws: error) {
                _ = try await s.workspace.assessObjective(objective, of: action, .achieved, comment: "", on: s.day(day), as: pilot)
            }
        }
        let elsewhere = try await s.add("Ailleurs", pilot: "Quelqu’un") { $0.objectives = ["Autre"] }.id
        await #expect(throws: DomainError.forbidden) {
            _ = try await s.workspace.assessObjective("1", of: elsewhere, .achieved, comment: "", on: nil, as: pilot)
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func whatFollowedAMergedActionFollowsTheOther(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let (kept, gone) = (try await s.add("Portables").id, try await s.add("Postes").id)
        let coordinator = s.visitor(.coordinator)
        _ = try await s.workspace.addIndicator(IndicatorInput(usage(actions: [gone]), responsible: ""), isAnother: false, as: coordinator)
        _ = try await s.workspace.merge(
            kept, MergeInput(others: [gone], choices: [.label: 1], reason: "", reading: [:]), as: coordinator)
        #expect(try await s.workspace.indicator(1, coordinator).model.served.map(\.id) == [kept])
        #expect(try await s.workspace.action(kept, coordinator).model.indicators.map(\.indicator.number) == [1])
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func everyTypeKeepsItsValues(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        let kinds: [(IndicatorType, String, MeasuredValue)] = [
            (.boolean, "", .number(1)), (.count, "postes", .number(12)), (.percentage, "", .fraction(34, over: 250)),
            (.ratio, "kg/personne", .fraction(10, over: 4)), (.quantity, "kWh", .number(-0.1)), (.duration, "ans", .number(4.5)),
            (.frequency, "", .number(4)), (.amount, "", .number(12_345.67)), (.score, "/5", .number(3.5)),
            (.text, "", .words("Trois outils")),
        ]
        for (index, (type, unit, value)) in kinds.enumerated() {
            let definition = IndicatorDefinition(name: "\(type.rawValue) \(index)", type: type, unit: IndicatorUnit(unit))
            let number = try await s.workspace.addIndicator(
                IndicatorInput(definition, responsible: ""), isAnother: true, as: coordinator
            ).indicator.number
            _ = try await s.workspace.measure(number, MeasurementEdit(on: s.day("2026-05-31"), value: value), as: coordinator)
            let sheet = try await s.workspace.indicator(number, coordinator).model
            #expect(sheet.measures.map(\.value) == [value] && sheet.indicator.definition == definition, "\(type)")
            #expect(sheet.row.last?.value == value.figure(type))
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aTableOfMeasuresIsTakenWholeOrNotAtAll(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        for (name, type, unit) in [("Usage", IndicatorType.duration, "mois"), ("Part", .percentage, ""), ("Masse", .quantity, "kg")] {
            let definition = IndicatorDefinition(name: name, type: type, unit: IndicatorUnit(unit))
            _ = try await s.workspace.addIndicator(IndicatorInput(definition, responsible: ""), isAnother: true, as: coordinator)
        }
        let bad = """
            indicateur;date;valeur;estimé
            Usage;31/03/2026;54;
            usage;mars 2026;55;
            Part;2026-03-31;250;
            Masse;2026-03-31;1,2 t;oui
            Masse;2026-04-30;beaucoup;
            Inconnu;2026-03-31;1;
            3;2027-01-01;1;
            3;;1;
            3;2026-02-01;NaN;
            3;2026-02-02;1e400;
            3;2026-02-03;12 zorglub;
            3;2026-02-04;25,000;
            """
        let reading = try await s.workspace.importMeasures(Array(bad.utf8), commit: false, as: coordinator)
        #expect(reading.rows == 12 && reading.measures == [1: 1, 3: 1])
        #expect(reading.problems.map(\.row) == [3, 4, 6, 7, 8, 9, 10, 11, 12, 13])
        #expect(
            reading.problems.map { $0.violations.map(\.field) } == [[.on], [.value], [.value], [.indicator], [.on], [.on]]
                + Array(repeating: [.value], count: 4))
        let refusal = await #expect(throws: MeasureTableRefusal.self) {
            _ = try await s.workspace.importMeasures(Array(bad.utf8), commit: true, as: coordinator)
        }
        #expect(refusal?.reading.problemCount == 10)
        #expect(try await s.workspace.indicator(1, coordinator).model.measures.isEmpty)

        let good = "indicateur,date,valeur\nUsage,2026-03-31,54\nPart,2026-03-31,62 %\nMasse,2026-03-31,\"1,2 t\"\n"
        #expect(try await s.workspace.importMeasures(Array(good.utf8), commit: true, as: coordinator).measures == [1: 1, 2: 1, 3: 1])
        #expect(try await s.workspace.indicator(3, coordinator).model.row.last?.value == 1200)
        // Once more: what is known stays, and nothing is written twice.
        let again = try await s.workspace.importMeasures(Array(good.utf8), commit: true, as: coordinator)
        #expect(again.known == 3 && again.measures.isEmpty)
        // Of one indicator, without its column.
        let column = "date\tvaleur\n2026-01-31\t50\n2026-02-28\t51,5\n"
        #expect(try await s.workspace.importMeasures(Array(column.utf8), of: 1, commit: true, as: coordinator).measures == [1: 2])
        // Two columns copied without their headings.
        let bare = "30/09/2025\t47\n31/12/2025\t48,5\n"
        #expect(try await s.workspace.importMeasures(Array(bare.utf8), of: 1, commit: true, as: coordinator).measures == [1: 2])
        // The categories of an indicator are columns of their own.
        var split = try await s.workspace.indicator(1, coordinator).model.indicator.definition
        split.categories = ["Portables", "Écrans"]
        _ = try await s.workspace.editIndicator(1, reading: nil, IndicatorInput(split, responsible: ""), as: coordinator)
        let shares = "n°;date;valeur;portables;ecrans\n1;2026-05-31;55;4 ans;60\n"
        _ = try await s.workspace.importMeasures(Array(shares.utf8), commit: true, as: coordinator)
        #expect(try await s.workspace.indicator(1, coordinator).model.measures.first?.parts == ["Portables": 48, "Écrans": 60])
        // A fraction, and a table without a column that it needs.
        let parts = "indicateur;au;nombre concerné;nombre total\nPart;2026-04-30;34;250\n"
        _ = try await s.workspace.importMeasures(Array(parts.utf8), commit: true, as: coordinator)
        #expect(try await s.workspace.indicator(2, coordinator).model.measures.first?.value == .fraction(34, over: 250))
        await #expect(throws: DomainError.invalid(.indicator, .figure(.columnMissing))) {
            _ = try await s.workspace.importMeasures(Array(column.utf8), commit: true, as: coordinator)
        }
        #expect(try await s.workspace.verify() == [])
    }
}
