/// Computed indicators: units that convert, nothing divided by zero, nothing made of itself.

import JalonDomain
import Testing

struct IndicatorFormulaTests {
    private func day(_ iso: String) -> Day { Day(iso) ?? Day(ordinal: 0) }
    private func definition(_ type: IndicatorType, _ unit: String = "") -> IndicatorDefinition {
        IndicatorDefinition(name: "\(type.rawValue) \(unit)", type: type, unit: IndicatorUnit(unit))
    }
    private func formula(_ operation: IndicatorOperation, _ weights: Double...) -> IndicatorFormula {
        IndicatorFormula(operation, of: weights.enumerated().map { IndicatorFormula.Term($0 + 1, weight: $1) })
    }

    @Test func unitsAreConvertedOrRefused() throws {
        let (kg, t, kWh) = (definition(.quantity, "kg"), definition(.quantity, "t"), definition(.quantity, "kWh"))
        let sum = formula(.sum, 1, 1)
        try sum.check(for: .quantity, IndicatorUnit("t"), from: [kg, t])
        #expect(sum.value([500, 2], of: t, from: [kg, t]) == 2.5)
        #expect(throws: DomainError.invalid(.formula, .figure(.otherUnit(kWh.name, t.unit)))) {
            try sum.check(for: .quantity, t.unit, from: [kg, kWh])
        }
        #expect(formula(.difference, 1, 1, 1).value([10, 3, 2000], of: t, from: [t, t, kg]) == 5)
        #expect(formula(.mean, 1, 1).value([1000, 3], of: t, from: [kg, t]) == 2)
        #expect(formula(.weightedMean, 1, 3).value([1, 5], of: t, from: [t, t]) == 4)
        // A share of two masses, whatever their units; a share of yes.
        let share = definition(.percentage)
        try formula(.ratio, 1, 1).check(for: .percentage, .none, from: [kg, t])
        #expect(formula(.ratio, 1, 1).value([500, 2], of: share, from: [kg, t]) == 25)
        #expect(throws: DomainError.self) { try formula(.ratio, 1, 1).check(for: .percentage, .none, from: [kg, kWh]) }
        let yes = definition(.boolean)
        try formula(.mean, 1, 1).check(for: .percentage, .none, from: [yes, yes])
        #expect(formula(.mean, 1, 1).value([1, 0], of: share, from: [yes, yes]) == 50)
        // kg per person is not kg.
        #expect(throws: DomainError.self) {
            try sum.check(for: .ratio, IndicatorUnit("kg/agent"), from: [kg, definition(.ratio, "kg/agent")])
        }
        #expect(throws: DomainError.self) { try sum.check(for: .quantity, kg.unit, from: [kg, definition(.text)]) }
        #expect(throws: DomainError.invalid(.formula, .figure(.twoTerms))) {
            try formula(.ratio, 1, 1, 1).check(for: .ratio, .none, from: [kg, kg, kg])
        }
        #expect(throws: DomainError.invalid(.formula, .figure(.severalTerms))) {
            try formula(.sum, 1).check(for: .quantity, kg.unit, from: [kg])
        }
        #expect(throws: DomainError.invalid(.formula, .figure(.givesPercentage))) {
            try IndicatorFormula(.actionsDone, plan: 1).check(for: .count, .none, from: [])
        }
    }

    @Test func nothingIsDividedByZero() {
        let count = definition(.count)
        #expect(formula(.ratio, 1, 1).value([3, 0], of: definition(.ratio), from: [count, count]) == nil)
        let measures = [
            [IndicatorTarget(on: day("2026-01-31"), value: 3), IndicatorTarget(on: day("2026-03-31"), value: 6)],
            [IndicatorTarget(on: day("2026-02-28"), value: 0), IndicatorTarget(on: day("2026-04-30"), value: 2)],
        ]
        let series = formula(.ratio, 1, 1).series(measures, of: definition(.ratio), from: [count, count])
        #expect(series == [IndicatorTarget(on: day("2026-04-30"), value: 3)])
        let sum = formula(.sum, 1, 1).series(measures, of: count, from: [count, count])
        #expect(sum.map(\.value) == [3, 6, 8] && sum.first?.on == day("2026-02-28"))
        #expect(formula(.sum, 1, 1).series([measures[0], []], of: count, from: [count, count]).isEmpty)
    }

    /// Whatever the figures, a formula gives a finite value that its type takes, or none.
    @Test func whateverTheFiguresNothingBreaks() {
        var random = SystemRandomNumberGenerator()
        let sources = [definition(.count), definition(.count), definition(.count)]
        for _ in 0..<3000 {
            let operation = IndicatorOperation.allCases.randomElement(using: &random) ?? .sum
            let type: IndicatorType = Bool.random(using: &random) ? .percentage : .ratio
            let own = definition(type)
            let subject = IndicatorFormula(
                operation, of: (1...3).map { IndicatorFormula.Term($0, weight: Double.random(in: 0.1...9, using: &random)) })
            let measures = (0..<3).map { _ in
                (0..<Int.random(in: 0...4, using: &random)).map { index in
                    IndicatorTarget(
                        on: day("2026-01-01") + index * 31, value: [0, 1, 1e15, -1e15, 0.5, 40].randomElement(using: &random) ?? 0)
                }
            }
            for figure in subject.series(measures, of: own, from: sources) {
                #expect(figure.value.isFinite && type.refuses(figure.value, own.unit) == nil)
            }
        }
    }

    @Test func whatIsMadeOfItselfIsSeen() {
        func of(_ numbers: Int...) -> IndicatorFormula { IndicatorFormula(.sum, of: numbers.map { IndicatorFormula.Term($0) }) }
        #expect(IndicatorFormula.cycle(from: 1, [1: of(2, 3), 2: of(4, 5)]) == nil)
        #expect(IndicatorFormula.cycle(from: 1, [1: of(2, 3), 3: of(4, 5), 5: of(6, 1)]) == [1, 3, 5, 1])
        #expect(IndicatorFormula.cycle(from: 1, [1: of(1, 2)]) == [1, 1])
        // What is made of changed ones comes after what it is made of.
        let formulas = [10: of(1, 2), 11: of(10, 3), 12: of(11, 10), 13: of(4, 5)]
        #expect(IndicatorFormula.dependents(of: [1], formulas) == [10, 11, 12])
        #expect(IndicatorFormula.dependents(of: [11], formulas) == [11, 12])
        #expect(IndicatorFormula.dependents(of: [9], formulas).isEmpty)
    }
}
