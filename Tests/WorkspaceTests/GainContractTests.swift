/// Gains, their factors and what overlaps, on both engines.
import JalonCatalogue
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite struct GainContractTests {
    private let words = Words(.fr)

    private func factor(_ value: Double, lever: String = "Veille", unit: MeasureUnit = .kilowattHour) -> GainFactor {
        GainFactor(
            key: GainFactor.key(of: lever), lever: lever, counted: "postes", indicator: GainIndicator(word: "énergie", unit: unit),
            value: GainRange(low: value / 2, central: value, high: value * 2), scope: .use, rhythm: .yearly, year: 2026, source: "Relevé",
            licence: "", note: "", version: 1, since: Day(ordinal: 0))
    }

    @Test(arguments: Engine.allCases) func aGainIsAQuantityTimesAFactorWithItsSource(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let plan = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        let action = try await s.add("Téléphones", pilot: "Karim Pilote").id
        let gains = try await s.workspace.addGain("smartphone-refurbished", quantity: 200, note: "Marché", on: action, as: coordinator)
        #expect(gains.map(\.factor.indicator.key).sorted() == ["abiotic", "climate"])
        let read = try await s.workspace.gains(of: action, s.visitor(.reader)).model
        #expect(read.gains == gains && !read.mayReport && read.levers.contains { $0.key == "laptop-refurbished" })
        let climate = try #require(read.gains.first { $0.factor.indicator == .climate })
        #expect(climate.expected.central == 5100 && climate.years == 1 && climate.from == nil)
        #expect(words.formula(climate).contains("200\u{A0}ordiphones × 25,5\u{A0}kg éq. CO₂ = 5,1\u{A0}t éq. CO₂"))
        #expect(words.formula(climate).contains("2022"))
        // What is gained every year is gained over the plan, unless said otherwise.
        _ = try await s.workspace.addFactor(factor(10), as: coordinator)
        let yearly = try #require(try await s.workspace.addGain("veille", quantity: 30, on: action, as: coordinator).first)
        #expect(yearly.from == plan.from && yearly.to == plan.to && abs(yearly.expected.central - 300 * yearly.years) < 1e-6)
        #expect(yearly.expected.low * 4 == yearly.expected.high)
        let all = try await s.workspace.gains(ofPlan: 1, s.visitor(.auditor)).model
        #expect(all.gains.count == 3 && all.unestimated.isEmpty && all.totals.count == 3)
        #expect(try await s.workspace.action(action, coordinator).model.gains.count == 3)
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aFactorIsSupersededAndNothingChangesByItself(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        let action = try await s.add("Veille").id
        let first = try await s.workspace.addFactor(factor(10), as: coordinator)
        let gain = try #require(try await s.workspace.addGain("veille", quantity: 3, on: action, as: coordinator).first)
        let second = try await s.workspace.addFactor(factor(20), as: coordinator)
        #expect(first.version == 1 && second.version == 2)
        var read = try #require(try await s.workspace.gains(of: action, coordinator).model.gains.first)
        #expect(read.newer == second && read.expected == gain.expected)
        read = try await s.workspace.recompute(gain.id, on: action, as: coordinator)
        #expect(read.newer == nil && read.factor == second && read.expected.central == gain.expected.central * 2)
        await #expect(throws: DomainError.invalid(.gain, .nothingToChange)) {
            _ = try await s.workspace.recompute(gain.id, on: action, as: coordinator)
        }
        // A bundled one that is superseded stays the version that it was for what was computed with it.
        let old = try #require(try await s.workspace.addGain("laptop-refurbished", quantity: 1, on: action, as: coordinator).first)
        var mine = old.factor
        mine.value = GainRange(low: 50, central: 50, high: 50)
        #expect(try await s.workspace.addFactor(mine, as: coordinator).version == 2)
        let kept = try await s.workspace.gains(of: action, coordinator).model.gains.first { $0.id == old.id }
        #expect(kept?.expected == old.expected && kept?.newer?.value.central == 50)
        // One unit for each indicator: another of its kind is converted.
        let converted = try await s.workspace.addFactor(factor(1, unit: .megawattHour), as: coordinator)
        #expect(converted.indicator.unit == .kilowattHour && converted.value.central == 1000)
        for role in [Role.pilot, .reader, .auditor] {
            await #expect(throws: DomainError.forbidden) { _ = try await s.workspace.addFactor(factor(1), as: s.visitor(role)) }
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func whatOverlapsIsCountedOnceAndSaidToBe(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let coordinator = s.visitor(.coordinator)
        var actions: [ActionID] = []
        for (label, many) in [("Mémoire", 100.0), ("Réparer", 300), ("Écrans", 10)] {
            let action = try await s.add(label).id
            _ = try await s.workspace.addGain("server-manufacture", quantity: many, on: action, as: coordinator)
            actions.append(action)
        }
        let unknown = try await s.add("Former").id
        func climate() async throws -> GainTotal? {
            try await s.workspace.gains(ofPlan: 1, coordinator).model.totals.first { $0.indicator == .climate }
        }
        #expect(try await climate()?.total.central == 3660 * 410)
        let numbers = actions.prefix(2).map(\.number)
        _ = try await s.workspace.overlap("Serveurs", numbers, share: nil, of: 1, as: coordinator)
        #expect(try await climate()?.total.central == 3660 * 310)
        #expect(try await climate()?.excluded.central == 3660 * 100)
        _ = try await s.workspace.overlap("serveurs", numbers, share: 50, of: 1, as: coordinator)
        #expect(try await climate()?.total.central == 3660 * 210)
        #expect(try await s.workspace.gains(ofPlan: 1, coordinator).model.unestimated == [unknown.number])
        #expect(try await s.workspace.gains(of: actions[0], coordinator).model.groups.map(\.name) == ["serveurs"])
        // An action that becomes another takes its place.
        _ = try await s.workspace.merge(
            actions[2], MergeInput(others: [actions[1]], choices: [.label: 3], reason: "", reading: [:]), as: coordinator)
        let groups = try await s.workspace.gains(ofPlan: 1, coordinator).model.groups
        #expect(groups.map(\.actions) == [[actions[0].number, actions[2].number]])
        #expect(try await climate()?.total.central == 3660 * 205)
        // In a second group it would be left out twice.
        let (one, other) = (actions[0].number, try await s.add("Ailleurs").id.number)
        await #expect(throws: DomainError.invalid(.actions, .planning(.overlapsAlready(one, "serveurs")))) {
            _ = try await s.workspace.overlap("Autre", [one, other], share: nil, of: 1, as: coordinator)
        }
        #expect(try await s.workspace.overlap("Serveurs", [], share: nil, of: 1, as: coordinator).isEmpty)
        for (name, numbers, share, error) in [
            ("", [1, 2], nil, DomainError.invalid(.name, .required)), ("Seule", [1], nil, .invalid(.actions, .planning(.twoActionsNeeded))),
            ("Deux fois la même", [1, 1], nil, .invalid(.actions, .planning(.twoActionsNeeded))),
            ("Part", [1, 3], 120, .invalid(.share, .outOfRange(0, 100))), ("Absente", [1, 99], Double?.none, .notFound(.action)),
        ] {
            await #expect(throws: error) { _ = try await s.workspace.overlap(name, numbers, share: share, of: 1, as: coordinator) }
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func whatIsRealisedIsToldOfWhatIsInForce(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        _ = try await s.plan()
        let (coordinator, pilot) = (s.visitor(.coordinator), s.visitor(.pilot))
        let action = try await s.add("Copieurs", pilot: "Karim Pilote").id
        let gain = try #require(try await s.workspace.addGain("screen-manufacture", quantity: 40, on: action, as: coordinator).first)
        await #expect(throws: DomainError.invalid(.realised, .planning(.notInForce))) {
            _ = try await s.workspace.realise(gain.id, at: 30, on: action, as: pilot)
        }
        var inPlace = s.new("Déjà là", pilot: "Karim Pilote")
        inPlace.start.commitment = .monitoring
        let done = try await s.workspace.addAction(inPlace, to: 1, as: coordinator).action.id
        let there = try #require(try await s.workspace.addGain("screen-manufacture", quantity: 40, on: done, as: coordinator).first)
        let told = try await s.workspace.realise(there.id, at: 30, on: done, as: pilot)
        #expect(told.realisedShare == 0.75 && told.achieved == told.factor.value * 30)
        #expect(try await s.workspace.gains(ofPlan: 1, coordinator).model.totals.first?.achieved != nil)
        for quantity in [-1, Double.nan, .infinity, 1e300] {
            await #expect(throws: DomainError.self) { _ = try await s.workspace.realise(there.id, at: quantity, on: done, as: pilot) }
        }
        _ = try await s.workspace.removeGain(there.id, on: done, as: coordinator)
        await #expect(throws: DomainError.notFound(.gain)) {
            _ = try await s.workspace.removeGain(there.id, on: done, as: coordinator)
        }
        #expect(try await s.workspace.verify() == [])
    }

    @Test(arguments: Engine.allCases) func aTableOfFactorsIsTakenWholeOrNotAtAll(_ engine: Engine) async throws {
        let s = try await Setting(engine)
        let coordinator = s.visitor(.coordinator)
        let good = """
            lever_fr,unit_count,unit_fr,indicator,value,value_unit,source,year,note
            Serveur éteint la nuit,10,serveurs,énergie,"1 250,5",kWh/an,Relevé,2026,
            Serveur éteint la nuit,10,serveurs,climat,98,kgCO2e/an,Relevé,2026,Mix de 2022
            """
        let read = try await s.workspace.importFactors(Array(good.utf8), commit: false, as: coordinator)
        #expect(read.added.count == 2 && read.problems.isEmpty)
        #expect(read.added.first?.value.central == 125.05 && read.added.first?.rhythm == .yearly && read.added.first?.scope == .use)
        let before = try await s.workspace.factors(coordinator).model.count
        _ = try await s.workspace.importFactors(Array(good.utf8), commit: true, as: coordinator)
        #expect(try await s.workspace.factors(coordinator).model.count == before + 2)
        #expect(try await s.workspace.importFactors(Array(good.utf8), commit: true, as: coordinator).known == 2)
        let bad = """
            levier;on compte;indicateur;valeur;unité;source;minimum;maximum
            Sans unité;postes;climat;12;;Relevé;;
            Texte;postes;climat;beaucoup;kgCO2e;Relevé;;
            À l’envers;postes;climat;12;kgCO2e;Relevé;20;15
            Sans source;postes;climat;12;kgCO2e;;;
            Trop;postes;climat;1e400;kgCO2e;Relevé;;
            En litres;postes;climat;12;litres;Relevé;;
            Juste;postes;climat;12;kgCO2e;Relevé;;
            """
        do {
            _ = try await s.workspace.importFactors(Array(bad.utf8), commit: true, as: coordinator)
            Issue.record("The table was taken.")
        } catch let refusal as FactorTableRefusal {
            #expect(refusal.reading.problems.map(\.row) == [2, 3, 4, 5, 6, 7])
            #expect(refusal.reading.problems.first?.violations == [Violation(.measureUnit, .required)])
            #expect(refusal.reading.problems.last?.violations.first?.field == .measureUnit)
        }
        #expect(try await s.workspace.factors(coordinator).model.count == before + 2)
    }

    @Test func theBundledFactorsAreWellFormedAndTheEquivalentsAreRecomputed() throws {
        for factor in BundledFactors.all { #expect(throws: Never.self) { try factor.check() } }
        #expect(Set(BundledFactors.all.map { [$0.key, $0.indicator.key] }).count == BundledFactors.all.count)
        // Practice c.3 prints 3.2 where 0.8 kg of antimony over 0.06 makes 13.3 (MiNumEco, Les gains possibles).
        #expect(GainEquivalent.inhabitants(0.8, in: .abiotic).map { ($0 * 10).rounded() / 10 } == 13.3)
        #expect(GainEquivalent.inhabitants(8100, in: .climate) == 1)
        #expect(GainEquivalent.inhabitants(12, in: .water) == nil)
    }
}
