/// Indicators that others give: a sum, a difference, a ratio or a mean of measures, or what a plan counts by itself. There is no language
/// of formulas: what an indicator is made of is a list that anyone can read.

package enum IndicatorOperation: String, CaseIterable, Codable, Sendable {
    case sum, difference, ratio, mean, weightedMean
    /// Shares of a plan's actions, in hundredths; and of the meetings that its committees promised over twelve months, those held.
    case actionsDone, actionsLate, actionsInReflection, actionsInExperimentation, actionsInImplementation, meetingsHeld

    package init?(word: String) {
        switch word.folded {
        case "sum", "somme": self = .sum
        case "difference": self = .difference
        case "ratio", "rapport": self = .ratio
        case "mean", "moyenne": self = .mean
        case "weightedmean", "moyenne ponderee": self = .weightedMean
        default:
            guard let operation = Self.allCases.first(where: { $0.rawValue.folded == word.folded }) else { return nil }
            self = operation
        }
    }

    /// Whether a plan gives it rather than other indicators.
    package var isOfPlan: Bool {
        switch self {
        case .sum, .difference, .ratio, .mean, .weightedMean: false
        case .actionsDone, .actionsLate, .actionsInReflection, .actionsInExperimentation, .actionsInImplementation, .meetingsHeld: true
        }
    }
}

package struct IndicatorFormula: Sendable, Equatable {
    package struct Term: Sendable, Equatable {
        /// The number of an indicator.
        package let indicator: Int
        /// In a weighted mean.
        package let weight: Double

        package init(_ indicator: Int, weight: Double = 1) {
            self.indicator = indicator
            self.weight = weight
        }

        /// « 3 », or « 3:2,5 » with its weight.
        package init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0).trimmed }
            guard parts.count <= 2, let number = parts.first.flatMap({ Int($0) }) else { return nil }
            guard let weight = parts.count == 2 ? Figure.read(parts[1]) : 1 else { return nil }
            self.init(number, weight: weight)
        }

        package var description: String { "\(indicator)" + (weight == 1 ? "" : ":\(Figure.plain(weight))") }
    }

    package static let mostTerms = 50

    package let operation: IndicatorOperation
    /// In their order: the first is what the others are taken from, or what is divided.
    package let terms: [Term]
    /// For what a plan gives.
    package let plan: Int?

    package init(_ operation: IndicatorOperation, of terms: [Term] = [], plan: Int? = nil) {
        self.operation = operation
        self.terms = operation.isOfPlan ? [] : terms
        self.plan = operation.isOfPlan ? plan : nil
    }

    /// Whether such a formula can give values of that type and unit, from those indicators in the order of its terms.
    package func check(for type: IndicatorType, _ unit: IndicatorUnit, from sources: [IndicatorDefinition]) throws(DomainError) {
        func refuse(_ rule: FigureRule) -> DomainError { .invalid(.formula, .figure(rule)) }
        guard !operation.isOfPlan else {
            guard plan != nil else { throw .invalid(.plan, .required) }
            guard type == .percentage else { throw refuse(.givesPercentage) }
            return
        }
        guard terms.count <= Self.mostTerms else { throw .invalid(.formula, .tooManyKept(max: Self.mostTerms)) }
        guard Set(terms.map(\.indicator)).count == terms.count, terms.count >= 2, operation != .ratio || terms.count == 2 else {
            throw refuse(operation == .ratio ? .twoTerms : .severalTerms)
        }
        guard operation != .weightedMean || terms.allSatisfy({ $0.weight > 0 && $0.weight.isFinite }) else { throw refuse(.weightsNeeded) }
        guard type.isNumeric else { throw refuse(.isText) }
        for source in sources {
            guard source.type != .text else { throw refuse(.isText) }
            if operation == .ratio { continue }
            guard Self.factor(from: source, type, unit) != nil else { throw refuse(.otherUnit(source.name, unit)) }
        }
        if operation == .ratio, type == .percentage, let part = sources.first, let whole = sources.last {
            guard Self.factor(from: part, whole.type, whole.unit) != nil else { throw refuse(.otherUnit(part.name, whole.unit)) }
        }
    }

    /// How a value of an indicator is put in another unit; `nil` where it cannot be.
    private static func factor(from source: IndicatorDefinition, _ type: IndicatorType, _ unit: IndicatorUnit) -> ((Double) -> Double)? {
        switch (source.unit.measure, unit.measure) {
        case (let from?, let to?):
            guard source.unit.per.folded == unit.per.folded, from.convert(1, to: to) != nil else { return nil }
            return { from.convert($0, to: to) ?? $0 }
        case (nil, nil):
            // Yes is all and no is nothing, where shares are summed or averaged.
            if source.type == .boolean { return type == .percentage ? { $0 * 100 } : { $0 } }
            return source.type == type && source.unit.per.folded == unit.per.folded || type == .count && source.type == .count
                ? { $0 } : nil
        default: return nil
        }
    }

    /// The value that the formula gives; `nil` where nothing is divided by zero.
    package func value(_ values: [Double], of definition: IndicatorDefinition, from sources: [IndicatorDefinition]) -> Double? {
        guard values.count == terms.count, sources.count == terms.count, let first = values.first else { return nil }
        if operation == .ratio {
            let (part, whole) = (values[0], values[1])
            guard whole != 0 else { return nil }
            let own =
                definition.type == .percentage ? Self.factor(from: sources[0], sources[1].type, sources[1].unit)?(part) ?? part : part
            return own * (definition.type == .percentage ? 100 : 1) / whole
        }
        let own = zip(values, sources).map { Self.factor(from: $1, definition.type, definition.unit)?($0) ?? $0 }
        switch operation {
        case .sum: return own.reduce(0, +)
        case .difference: return own.dropFirst().reduce(own.first ?? first, -)
        case .mean: return own.reduce(0, +) / Double(own.count)
        case .weightedMean:
            let weight = terms.reduce(0) { $0 + $1.weight }
            return weight == 0 ? nil : zip(own, terms).reduce(0) { $0 + $1.0 * $1.1.weight } / weight
        default: return nil
        }
    }

    /// The values over time: on each day that one of its terms was measured, from what each said last.
    package func series(
        _ measures: [[IndicatorTarget]], of definition: IndicatorDefinition, from sources: [IndicatorDefinition]
    ) -> [IndicatorTarget] {
        guard measures.count == terms.count, measures.allSatisfy({ !$0.isEmpty }) else { return [] }
        var places = measures.map { _ in 0 }
        return Set(measures.joined().map(\.on)).sorted().compactMap { day in
            var values: [Double] = []
            for (index, term) in measures.enumerated() {
                while places[index] < term.count, term[places[index]].on <= day { places[index] += 1 }
                guard places[index] > 0 else { return nil }
                values.append(term[places[index] - 1].value)
            }
            guard let value = value(values, of: definition, from: sources), definition.type.refuses(value, definition.unit) == nil else {
                return nil
            }
            return IndicatorTarget(on: day, value: value)
        }
    }

    /// The way from an indicator back to itself through what others are made of; `nil` where there is none.
    package static func cycle(from number: Int, _ formulas: [Int: IndicatorFormula]) -> [Int]? {
        var done: Set<Int> = []
        func follow(_ here: Int, _ way: [Int]) -> [Int]? {
            for term in formulas[here]?.terms ?? [] {
                if term.indicator == number { return way + [number] }
                guard done.insert(term.indicator).inserted else { continue }
                if let found = follow(term.indicator, way + [term.indicator]) { return found }
            }
            return nil
        }
        return follow(number, [number])
    }

    /// Those that some changed indicators give, each after what it is made of.
    package static func dependents(of changed: Set<Int>, _ formulas: [Int: IndicatorFormula]) -> [Int] {
        var order: [Int] = []
        var reached = changed
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (number, formula) in formulas where !reached.contains(number) {
                if formula.terms.contains(where: { reached.contains($0.indicator) }) {
                    reached.insert(number)
                    isGrowing = true
                }
            }
        }
        var waiting = reached.subtracting(changed).union(changed.filter { formulas[$0] != nil })
        while let next = waiting.sorted().first(where: { number in
            !(formulas[number]?.terms ?? []).contains { waiting.contains($0.indicator) && $0.indicator != number }
        }) {
            order.append(next)
            waiting.remove(next)
        }
        return order
    }
}

extension Words {
    package func indicatorOperation(_ operation: IndicatorOperation) -> String {
        switch operation {
        case .sum: say("Somme", "Sum")
        case .difference: say("Différence", "Difference")
        case .ratio: say("Rapport", "Ratio")
        case .mean: say("Moyenne", "Mean")
        case .weightedMean: say("Moyenne pondérée", "Weighted mean")
        case .actionsDone: say("Part des actions en vigueur", "Share of actions in force")
        case .actionsLate: say("Part des actions en retard", "Share of actions late")
        case .actionsInReflection: say("Part des actions en réflexion", "Share of actions under study")
        case .actionsInExperimentation: say("Part des actions en expérimentation", "Share of actions being tried")
        case .actionsInImplementation: say("Part des actions en réalisation", "Share of actions being implemented")
        case .meetingsHeld: say("Part des séances prévues qui furent tenues", "Share of planned meetings that were held")
        }
    }
}
