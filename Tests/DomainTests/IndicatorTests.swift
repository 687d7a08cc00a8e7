/// Units, figures as they are typed, where an indicator stands, and the line through its measures.

import JalonDomain
import Testing

struct IndicatorTests {
    private func day(_ iso: String) -> Day { Day(iso) ?? Day(ordinal: 0) }

    // MARK: Units

    @Test func unitsOfADimensionConvertThereAndBack() {
        for unit in MeasureUnit.allCases {
            #expect(unit.convert(1, to: unit) == 1)
            #expect(MeasureUnit(word: unit.rawValue) == unit)
            for words in [Words(.fr), Words(.en)] {
                #expect(MeasureUnit(word: words.unit(unit)) == unit, "\(words.unit(unit))")
            }
            for other in MeasureUnit.allCases {
                for value in [0, 1, -7, 12, 1234.5, 0.1, 86_400] {
                    let there = unit.convert(value, to: other)
                    #expect((there == nil) == (unit.dimension != other.dimension))
                    guard let there, let back = other.convert(there, to: unit) else { continue }
                    #expect(abs(back - value) <= abs(value) * 1e-15, "\(value) \(unit) \(other)")
                }
            }
        }
        #expect(MeasureUnit.kilogram.convert(1234.5, to: .tonne) == 1.2345)
        #expect(MeasureUnit.year.convert(5, to: .month) == 60)
        #expect(MeasureUnit.megawattHour.convert(0.25, to: .kilowattHour) == 250)
        #expect(MeasureUnit.perMonth.convert(1, to: .perYear) == 12)
        #expect(MeasureUnit.month.convert(1, to: .day) == nil && MeasureUnit.kilogram.convert(1, to: .kilogramCarbon) == nil)
        for (word, unit) in [
            ("mois", MeasureUnit.month), ("années", .year), ("Go", .gigabyte), ("GB", .gigabyte), ("kg éq. CO₂", .kilogramCarbon),
            ("tonnes", .tonne), ("kWh", .kilowattHour), ("€", .euro), ("k€", .kiloeuro), ("m²", .squareMetre),
        ] { #expect(MeasureUnit(word: word) == unit, "\(word)") }
        #expect(MeasureUnit(word: "zorglub") == nil && MeasureUnit(word: "") == nil)
    }

    @Test func aUnitIsReadAsItIsWritten() {
        for text in ["kg", "kg/personne", "postes", "/10", "kWh/m²", "", "écrans/utilisateur"] {
            #expect(IndicatorUnit(IndicatorUnit(text).description) == IndicatorUnit(text), "\(text)")
        }
        #expect(IndicatorUnit("kg/personne") == IndicatorUnit(.kilogram, per: "personne"))
        #expect(IndicatorUnit("/10").scale == 10)
    }

    // MARK: Numbers

    @Test func numbersAsPeopleWriteThem() {
        for (text, value) in [
            ("54", 54.0), ("1 234,5", 1234.5), ("1\u{202F}234,5", 1234.5), ("1234.5", 1234.5), ("1,234.5", 1234.5), ("1.234,5", 1234.5),
            ("-3", -3), ("0,125", 0.125), ("1.234.567", 1_234_567), ("12 345 678", 12_345_678), ("+2", 2), ("3,5", 3.5), ("25,0000", 25),
        ] { #expect(Figure.read(text) == value, "\(text)") }
        for text in ["", "abc", "1e400", "NaN", "inf", "1,2,3", "1..2", ",5", "5,", "1-2", "--1", "0x10", "1.2345.6", "٣"] {
            #expect(Figure.read(text) == nil, "\(text)")
        }
        #expect(Figure.reading("25,000") == .failure(.twoReadings("25,000")))
        #expect(Figure.reading("9999999999999999") == .failure(.tooLarge))
        for value in [0, 1, -2.5, 1e14, 0.1, 1.0 / 3, 4e-05, -1.25e-7] { #expect(Figure.read(Figure.plain(value)) == value) }
    }

    @Test func valuesAreReadInTheIndicatorsUnit() {
        let mass = IndicatorDefinition(name: "DEEE", type: .quantity, unit: IndicatorUnit("kg"))
        #expect(mass.read("1,2 t") == .success(.number(1200)))
        #expect(mass.read("12 kg") == .success(.number(12)))
        #expect(mass.read("12 Go") == .failure(.otherUnit("Go", mass.unit)))
        #expect(mass.read("NaN") == .failure(.notANumber("NaN")))
        #expect(mass.read("1e400") == .failure(.notANumber("1e400")))
        let share = IndicatorDefinition(name: "Part", type: .percentage)
        #expect(share.read("62 %") == .success(.number(62)))
        #expect(share.read("34/250") == .success(.fraction(34, over: 250)))
        #expect(MeasuredValue.fraction(34, over: 250).figure(.percentage) == 13.6)
        #expect(MeasuredValue.fraction(1, over: 0).figure(.ratio) == nil)
        let months = IndicatorDefinition(name: "Usage", type: .duration, unit: IndicatorUnit("mois"))
        #expect(months.read("5 ans") == .success(.number(60)))
        let yes = IndicatorDefinition(name: "Charte", type: .boolean)
        #expect(yes.read("OUI") == .success(.number(1)) && yes.read("peut-être") == .failure(.notYesOrNo("peut-être")))
        let carbon = IndicatorDefinition(name: "Empreinte", type: .quantity, unit: IndicatorUnit("kgCO2e"))
        #expect(carbon.read("1,5 tCO2e") == .success(.number(1500)))
        let screens = IndicatorDefinition(name: "Écrans", type: .count, unit: IndicatorUnit("écrans"))
        #expect(screens.read("12 écrans") == .success(.number(12)))
    }

    @Test func valuesThatCannotBeAreRefused() {
        func refusal(_ type: IndicatorType, _ value: Double, _ unit: String = "") -> Rule? { type.refuses(value, IndicatorUnit(unit)) }
        #expect(refusal(.percentage, 250) == .outOfRange(0, 100) && refusal(.percentage, 100) == nil)
        #expect(refusal(.count, 1.5) == .figure(.notWhole) && refusal(.count, -1) == .figure(.negative))
        #expect(refusal(.score, 11, "/10") == .outOfRange(0, 10) && refusal(.score, 11, "/20") == nil)
        #expect(refusal(.boolean, 2) != nil && refusal(.text, 1) != nil)
        for type in IndicatorType.allCases {
            for value in [Double.nan, .infinity, 1e300] { #expect(refusal(type, value) != nil, "\(type) \(value)") }
        }
        #expect(IndicatorType.quantity.refuses(IndicatorUnit("zorglub")) == .figure(.unknownUnit("zorglub", for: .quantity)))
        #expect(
            IndicatorType.quantity.refuses(IndicatorUnit("mois")) != nil && IndicatorType.duration.refuses(IndicatorUnit("mois")) == nil)
        #expect(IndicatorType.percentage.refuses(IndicatorUnit("kg")) == .figure(.unitNotTaken))
    }

    @Test func aMeasureIsCheckedWhole() throws {
        let today = day("2026-06-16")
        let indicator = self.indicator(IndicatorDefinition(name: "Part", type: .percentage))
        func refusal(_ edit: MeasurementEdit) -> DomainError? {
            do { try indicator.check(edit, today: today) } catch { return error }
            return nil
        }
        #expect(refusal(MeasurementEdit(on: today, value: .fraction(1, over: 0))) == .invalid(.value, .figure(.zeroDenominator)))
        #expect(refusal(MeasurementEdit(on: today, value: .fraction(3, over: 2))) == .invalid(.value, .figure(.aboveDenominator)))
        #expect(refusal(MeasurementEdit(on: today + 1, value: .number(1))) == .invalid(.on, .inTheFuture))
        #expect(refusal(MeasurementEdit(on: today, value: .number(1), evidence: "javascript:x")) != nil)
        #expect(refusal(MeasurementEdit(on: today, value: .number(1), parts: ["Écrans": 2])) != nil)
        #expect(refusal(MeasurementEdit(on: today, from: today + -30, value: .fraction(1, over: 3))) == nil)
    }

    // MARK: Where it stands

    private func indicator(
        _ definition: IndicatorDefinition, baseline: IndicatorTarget? = nil, targets: [IndicatorTarget] = []
    ) -> Indicator {
        Indicator(number: 1, version: 1, definition: definition, baseline: baseline, targets: targets, archived: false)
    }

    @Test func whereAnIndicatorStands() {
        let today = day("2026-11-27")
        var usage = indicator(IndicatorDefinition(name: "Usage", type: .duration, unit: IndicatorUnit("mois")))
        func last(_ value: Double, _ on: String = "2026-03-31") -> LastMeasure { LastMeasure(on: day(on), value: value) }
        #expect(usage.status(nil, today: today) == .notStarted)
        #expect(usage.status(last(54), today: today) == .noTarget)
        usage.targets = [IndicatorTarget(on: day("2028-12-31"), value: 72)]
        #expect(usage.status(last(54), today: today) == .atRisk)
        #expect(usage.status(last(72), today: today) == .onTarget)
        // On the way from the start, or behind it.
        usage.baseline = IndicatorTarget(on: day("2025-12-31"), value: 48)
        #expect(usage.status(last(54), today: today) == .onTarget)
        #expect(usage.status(last(49), today: today) == .atRisk)
        // A promise whose day is past.
        usage.targets.insert(IndicatorTarget(on: day("2026-06-30"), value: 55), at: 0)
        #expect(usage.status(last(54), today: today) == .offTarget)
        #expect(usage.status(last(56), today: today) == .onTarget)
        // Thresholds.
        usage.definition.warning = 58
        #expect(usage.status(last(56), today: today) == .atRisk)
        usage.definition.alert = 57
        #expect(usage.status(last(56), today: today) == .offTarget)
        // A figure too old says nothing.
        usage.definition.cadence = .quarterly
        #expect(usage.status(last(80), today: today) == .stale)
        #expect(usage.status(last(80, "2026-09-30"), today: today) == .onTarget)
        // The lower the better, and a range.
        let energy = indicator(
            IndicatorDefinition(name: "Énergie", type: .quantity, unit: IndicatorUnit("kWh"), direction: .lower),
            targets: [IndicatorTarget(on: day("2026-01-01"), value: 100)])
        #expect(energy.status(last(101), today: today) == .offTarget && energy.status(last(100), today: today) == .onTarget)
        let room = indicator(
            IndicatorDefinition(name: "Salle", type: .quantity, unit: IndicatorUnit("°C"), direction: .within, low: 20, high: 26))
        #expect(room.status(last(19), today: today) == .offTarget && room.status(last(26), today: today) == .onTarget)
    }

    /// Whatever the figures: a better one never stands worse, and a later day never better with the same figure.
    @Test func aBetterFigureNeverStandsWorse() {
        var random = SystemRandomNumberGenerator()
        let order: [IndicatorStatus] = [.offTarget, .atRisk, .onTarget]
        for _ in 0..<2000 {
            let isLower = Bool.random(using: &random)
            let start = Double.random(in: 0...100, using: &random)
            let end = isLower ? Double.random(in: 0...start, using: &random) : Double.random(in: start...100, using: &random)
            let subject = indicator(
                IndicatorDefinition(
                    name: "X", type: .quantity, unit: IndicatorUnit("kg"), direction: isLower ? .lower : .higher,
                    warning: Bool.random(using: &random) ? (start + end) / 2 : nil),
                baseline: Bool.random(using: &random) ? IndicatorTarget(on: day("2026-01-01"), value: start) : nil,
                targets: [
                    IndicatorTarget(on: day("2026-12-31"), value: (start + end) / 2), IndicatorTarget(on: day("2028-12-31"), value: end),
                ])
            let on = day("2026-01-15") + Int.random(in: 0...700, using: &random)
            let today = on + Int.random(in: 0...400, using: &random)
            let values = [Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random)].sorted()
            let ranks = values.map { value in
                order.firstIndex(of: subject.status(LastMeasure(on: on, value: value), today: today)) ?? -1
            }
            #expect(!ranks.contains(-1))
            #expect(isLower ? ranks[0] >= ranks[1] : ranks[0] <= ranks[1])
        }
    }

    @Test func targetsKeepTheirOrder() throws {
        var usage = indicator(IndicatorDefinition(name: "Usage", type: .duration, unit: IndicatorUnit("mois")))
        try usage.promise(IndicatorTarget(on: day("2028-12-31"), value: 72))
        try usage.promise(IndicatorTarget(on: day("2027-12-31"), value: 60))
        try usage.promise(IndicatorTarget(on: day("2027-12-31"), value: 62))
        #expect(usage.targets.map(\.value) == [62, 72])
        #expect(throws: DomainError.invalid(.on, .before(.baseline))) {
            try usage.start(from: IndicatorTarget(on: day("2028-01-01"), value: 40))
        }
        try usage.start(from: IndicatorTarget(on: day("2026-01-01"), value: 48))
        #expect(usage.expected(on: day("2026-01-01")) == 48 && usage.expected(on: day("2025-12-31")) == nil)
        #expect(usage.expected(on: day("2030-01-01")) == 72)
        #expect(usage.done(55, of: usage.targets[0]) == 0.5)
        try usage.withdrawTarget(on: day("2027-12-31"))
        #expect(throws: DomainError.notFound(.target)) { try usage.withdrawTarget(on: day("2027-12-31")) }
        var text = indicator(IndicatorDefinition(name: "Outils", type: .text))
        #expect(throws: DomainError.invalid(.target, .figure(.noDirection))) {
            try text.promise(IndicatorTarget(on: day("2028-12-31"), value: 1))
        }
    }

    // MARK: The line through measures

    /// The figures are those that SciPy 1.x gives: `scipy.stats.theilslopes(y, x, alpha=0.90)`.
    @Test func theLineIsThatOfAnotherProgram() throws {
        let far = [
            ("2024-01-31", 41.0), ("2024-04-30", 43.5), ("2024-07-31", 44.0), ("2024-10-31", 47.2), ("2025-01-31", 90.0),
            ("2025-04-30", 50.1), ("2025-07-31", 51.0), ("2025-10-31", 53.9),
        ]
        let falling = [
            ("2025-01-15", 10.0), ("2025-02-15", 10), ("2025-03-15", 9), ("2025-04-15", 7.5), ("2025-06-15", 8), ("2025-09-15", 5.25),
            ("2025-12-15", 4),
        ]
        let daily = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8].enumerated().map { ("2026-01-\($0 < 9 ? "0" : "")\($0 + 1)", $1) }
        for (series, slope, low, high, ahead) in [
            (far, 0.019589041095890415, 0.016022099447513805, 0.027777777777777776, 62.048904109589046),
            (falling, -0.01818181818181818, -0.027777777777777776, -0.013736263736263736, -3.0727272727272634),
            (daily, 0.3666666666666667, 0.0, 0.7, 140.34999999999945),
        ] {
            let points = series.map { (on: day($0.0), value: $0.1) }
            let trend = try #require(Trend(points))
            #expect(abs(trend.slope - slope) < 1e-12 && abs(trend.lowSlope - low) < 1e-12 && abs(trend.highSlope - high) < 1e-12)
            let then = (points.last?.on ?? day("2026-01-01")) + 365
            #expect(abs(trend.value(on: then) - ahead) < 1e-9)
            #expect(trend.range(on: then).contains(trend.value(on: then)))
        }
        #expect(Trend(far.prefix(4).map { (on: day($0.0), value: $0.1) }) == nil)
    }

    // MARK: Words

    @Test func figuresInTheReadersLanguage() {
        let (fr, en) = (Words(.fr), Words(.en))
        #expect(fr.figure(1234.5, decimals: 1) == "1\u{202F}234,5" && en.figure(1234.5, decimals: 1) == "1,234.5")
        #expect(fr.figure(-0.04, decimals: 1) == "0" && fr.figure(12, decimals: 2) == "12" && fr.figure(1.005e12, decimals: 0).count > 12)
        let mass = IndicatorDefinition(name: "DEEE", type: .quantity, unit: IndicatorUnit("t"))
        #expect(fr.figure(1234.5, of: mass) == "1\u{202F}234,5\u{A0}t")
        let spending = IndicatorDefinition(name: "Dépenses", type: .amount)
        #expect(fr.figure(38_000, of: spending) == "38\u{202F}000\u{A0}€" && en.figure(38_000, of: spending) == "€38,000")
        let share = IndicatorDefinition(name: "Part", type: .percentage)
        #expect(fr.measured(.fraction(34, over: 250), of: share) == "13,6\u{A0}% (34 sur 250)")
        let usage = IndicatorDefinition(name: "Usage", type: .duration, unit: IndicatorUnit("ans"))
        #expect(fr.figure(1, of: usage) == "1\u{A0}an" && en.figure(2, of: usage) == "2\u{A0}years")
        #expect(fr.figure(7.25, of: IndicatorDefinition(name: "Note", type: .score)) == "7,3\u{A0}/\u{A0}10")
    }
}
