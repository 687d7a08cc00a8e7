/// Computed indicators: what others give is written with what they are given by, in the same transaction; what a plan gives is counted
/// when it is read, and kept each time that the plan is frozen.
import JalonDomain
import JalonStore

extension Scene {
    /// A formula is of indicators that exist, in units that convert, and never of itself.
    func check(_ formula: IndicatorFormula?, of indicator: Indicator) throws {
        guard let formula else { return }
        if let number = formula.plan { _ = try plan(number) }
        let sources = try indicators.these(formula.terms.map(\.indicator)).map(\.indicator)
        let byNumber = Dictionary(uniqueKeysWithValues: sources.map { ($0.number, $0.definition) })
        if let unknown = formula.terms.first(where: { byNumber[$0.indicator] == nil }) {
            throw DomainError.invalid(.formula, .unknown(String(unknown.indicator)))
        }
        let definition = indicator.definition
        try formula.check(for: definition.type, definition.unit, from: formula.terms.compactMap { byNumber[$0.indicator] })
        var formulas = try formulas()
        formulas[indicator.number] = formula
        if let cycle = IndicatorFormula.cycle(from: indicator.number, formulas) {
            throw DomainError.invalid(.formula, .figure(.cycle(cycle)))
        }
    }

    private func formulas() throws -> [Int: IndicatorFormula] {
        Dictionary(
            uniqueKeysWithValues: try indicators.computed().compactMap { one in
                one.indicator.definition.formula.map { (one.indicator.number, $0) }
            })
    }

    /// Writes again what some changed indicators give, and what these give in turn.
    func recompute(after changed: Set<Int>) throws {
        let formulas = try formulas()
        guard !formulas.isEmpty else { return }
        for number in IndicatorFormula.dependents(of: changed, formulas) {
            guard let formula = formulas[number] else { continue }
            let own = try indicator(number).indicator
            guard !formula.operation.isOfPlan else {
                if let value = try value(of: formula) {
                    try indicators.record(computed: IndicatorTarget(on: today, value: value), of: own, at: now)
                }
                continue
            }
            let numbers = formula.terms.map(\.indicator)
            let sources = try indicators.these(numbers)
            let definitions = numbers.compactMap { number in sources.first { $0.indicator.number == number }?.indicator.definition }
            let figures = try indicators.figures(of: numbers, limit: Int.max)
            let series = formula.series(numbers.map { figures[$0] ?? [] }, of: own.definition, from: definitions)
            try indicators.replaceComputed(series, of: own, at: now)
        }
    }

    /// As of today, where a plan gives it.
    func present(_ followed: FollowedIndicator) throws -> FollowedIndicator {
        guard let formula = followed.indicator.definition.formula, formula.operation.isOfPlan, let value = try value(of: formula) else {
            return followed
        }
        return FollowedIndicator(indicator: followed.indicator, last: LastMeasure(on: today, value: value))
    }

    /// Keeps what a plan gives today: its figures as it is frozen.
    func recordComputed(of plan: Int) throws {
        for one in try indicators.computed() where one.indicator.definition.formula?.plan == plan && !one.indicator.archived {
            guard let formula = one.indicator.definition.formula, let value = try value(of: formula) else { continue }
            try indicators.record(computed: IndicatorTarget(on: today, value: value), of: one.indicator, at: now)
        }
    }

    /// In hundredths; nothing for a plan without actions, or without a meeting to hold.
    private func value(of formula: IndicatorFormula) throws -> Double? {
        guard let number = formula.plan else { return nil }
        func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) * 100 / Double(whole) }
        if formula.operation == .meetingsHeld {
            let counts = try frequencies(of: try plan(number)).map(\.lastTwelveMonths)
            // More meetings than planned is still all of them.
            return share(counts.reduce(0) { $0 + min($1.held, $1.planned) }, of: counts.reduce(0) { $0 + $1.planned })
        }
        let tallies = try remembered("tallies", plan: number) { try overview.tallies(plan: number, today: today) }
        func share(_ count: (Tally) -> Int) -> Double? {
            share(tallies.reduce(0) { $0 + count($1) }, of: tallies.reduce(0) { $0 + $1.actions })
        }
        switch formula.operation {
        case .actionsDone: return share { $0.isFinished ? $0.actions : 0 }
        case .actionsLate: return share(\.late)
        case .actionsInReflection: return share { $0.level == .reflection ? $0.actions : 0 }
        case .actionsInExperimentation: return share { $0.level == .experimentation ? $0.actions : 0 }
        case .actionsInImplementation: return share { $0.level == .implementation ? $0.actions : 0 }
        default: return nil
        }
    }
}
