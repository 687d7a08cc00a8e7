/// An indicator: what is measured, in what unit, which way is better, and the targets and thresholds that its measures are held to.

package enum IndicatorType: String, CaseIterable, Codable, Sendable {
    case boolean, count, percentage, ratio, quantity, duration, frequency, amount, score, text

    /// Understands the code name and the French and English words.
    package init?(word: String) {
        switch word.folded {
        case "boolean", "oui/non", "oui / non", "booleen", "yes/no", "yes / no": self = .boolean
        case "count", "nombre", "compte", "number": self = .count
        case "percentage", "pourcentage", "part", "taux", "%", "percent": self = .percentage
        case "ratio", "rapport": self = .ratio
        case "quantity", "quantite": self = .quantity
        case "duration", "duree": self = .duration
        case "frequency", "frequence": self = .frequency
        case "amount", "montant": self = .amount
        case "score", "note": self = .score
        case "text", "texte": self = .text
        default: return nil
        }
    }

    /// Whether its values are read as numbers.
    package var isNumeric: Bool { self != .boolean && self != .text }
    /// Whether a value may be given as what is counted over its whole.
    package var isFraction: Bool { self == .percentage || self == .ratio }
}

/// Which way is better.
package enum IndicatorDirection: String, CaseIterable, Codable, Sendable {
    case higher, lower, within, none

    package init?(word: String) {
        switch word.folded {
        case "higher", "plus haut", "hausse", "haut", "up": self = .higher
        case "lower", "plus bas", "baisse", "bas", "down": self = .lower
        case "within", "dans un intervalle", "intervalle", "inside", "range": self = .within
        case "none", "aucun", "sans", "aucune": self = .none
        default: return nil
        }
    }
}

package enum IndicatorLevel: String, CaseIterable, Codable, Sendable {
    case strategic, operational

    package init?(word: String) {
        switch word.folded {
        case "strategic", "strategique": self = .strategic
        case "operational", "operationnel", "operationnelle": self = .operational
        default: return nil
        }
    }
}

/// What stands after a value: a unit of the system or the name of what is counted, and what it is measured per: `kg/personne`,
/// `postes`, `/10` for a mark out of ten.
package struct IndicatorUnit: Sendable, Hashable, CustomStringConvertible {
    package let measure: MeasureUnit?
    package let noun: String
    package let per: String

    package static let none = IndicatorUnit(nil)

    package init(_ measure: MeasureUnit?, noun: String = "", per: String = "") {
        self.measure = measure
        self.noun = noun
        self.per = per
    }

    package init(_ text: String) {
        let text = text.trimmed
        if let measure = MeasureUnit(word: text) {
            self.init(measure)
        } else if let slash = text.firstIndex(of: "/") {
            let amount = String(text[..<slash]).trimmed
            let measure = MeasureUnit(word: amount)
            self.init(measure, noun: measure == nil ? amount : "", per: String(text[text.index(after: slash)...]).trimmed)
        } else {
            self.init(nil, noun: text)
        }
    }

    /// What `init(_:)` reads back.
    package var description: String { (measure?.rawValue ?? noun) + (per.isEmpty ? "" : "/" + per) }

    /// The best mark, of a unit such as `/10`.
    package var scale: Double? { Figure.read(per) }
}

/// What people write of an indicator.
package struct IndicatorDefinition: Sendable, Equatable {
    package static let mostCategories = 30
    package static let mostActions = 200

    package var name: String
    package var type: IndicatorType
    package var unit: IndicatorUnit
    /// How many are shown after the mark.
    package var decimals: Int
    package var direction: IndicatorDirection
    package var level: IndicatorLevel
    /// What it says, in a sentence.
    package var meaning: String
    /// How it is counted.
    package var method: String
    /// Where its values come from.
    package var source: String
    /// How often it is to be measured.
    package var cadence: Cadence?
    package var responsible: Int?
    /// The kinds that a measure is split by, such as laptops and screens.
    package var categories: [String]
    package var practices: [String]
    package var actions: [ActionID]
    /// What gives its values, where nobody measures it.
    package var formula: IndicatorFormula?
    /// The range to stay in, where direction is `.within`.
    package var low: Double?
    package var high: Double?
    /// Worse than that is to be watched.
    package var warning: Double?
    /// Worse than that is off target whatever the date.
    package var alert: Double?

    package init(
        name: String, type: IndicatorType, unit: IndicatorUnit = .none, decimals: Int? = nil, direction: IndicatorDirection? = nil,
        level: IndicatorLevel = .operational, meaning: String = "", method: String = "", source: String = "", cadence: Cadence? = nil,
        responsible: Int? = nil, categories: [String] = [], practices: [String] = [], actions: [ActionID] = [],
        formula: IndicatorFormula? = nil, low: Double? = nil,
        high: Double? = nil, warning: Double? = nil, alert: Double? = nil
    ) {
        self.name = name
        self.type = type
        self.unit = unit.description.isEmpty ? type.usualUnit : unit
        self.decimals = decimals ?? type.usualDecimals
        self.direction = direction ?? (type == .text ? .none : .higher)
        self.level = level
        self.meaning = meaning
        self.method = method
        self.source = source
        self.cadence = cadence
        self.responsible = responsible
        self.categories = categories
        self.practices = practices
        self.actions = actions
        self.formula = formula
        self.low = low
        self.high = high
        self.warning = warning
        self.alert = alert
    }

    package func check() throws(DomainError) {
        var violations: [Violation] = []
        func refuse(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }
        if name.isEmpty { refuse(.name, .required) }
        if name.count > 300 { refuse(.name, .tooLong(max: 300)) }
        for (field, text) in [(Field.meaning, meaning), (.method, method), (.source, source)] where text.count > 5000 {
            refuse(field, .tooLong(max: 5000))
        }
        if let rule = type.refuses(unit) { refuse(.measureUnit, rule) }
        if !(0...6).contains(decimals) { refuse(.decimals, .outOfRange(0, 6)) }
        if categories.count > Self.mostCategories { refuse(.categories, .tooManyKept(max: Self.mostCategories)) }
        if categories.contains(where: { $0.count > 80 }) { refuse(.categories, .tooLong(max: 80)) }
        if actions.count > Self.mostActions { refuse(.actions, .tooManyKept(max: Self.mostActions)) }
        if type == .text, direction != .none { refuse(.direction, .figure(.textHasNoDirection)) }
        for (field, limit) in [(Field.low, low), (.high, high), (.warning, warning), (.alert, alert)] {
            if let limit, let rule = type.refuses(limit, unit) { refuse(field, rule) }
        }
        switch direction {
        case .within:
            if low == nil { refuse(.low, .required) }
            if high == nil { refuse(.high, .required) }
            if let low, let high, low >= high { refuse(.high, .figure(.above(.low))) }
        case .higher: if let warning, let alert, alert > warning { refuse(.alert, .figure(.below(.warning))) }
        case .lower: if let warning, let alert, alert < warning { refuse(.alert, .figure(.above(.warning))) }
        case .none: break
        }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

/// A value promised for a day.
package struct IndicatorTarget: Sendable, Equatable {
    package let on: Day
    package let value: Double

    package init(on: Day, value: Double) {
        self.on = on
        self.value = value
    }
}

package struct Indicator: Sendable, Equatable {
    package static let mostTargets = 40

    package let number: Int
    /// Grows by one with every change of what it is; a measure does not change it.
    package var version: Int
    package var definition: IndicatorDefinition
    /// Where it started from.
    package var baseline: IndicatorTarget?
    /// By day.
    package var targets: [IndicatorTarget]
    package var archived: Bool

    package init(
        number: Int, version: Int, definition: IndicatorDefinition, baseline: IndicatorTarget?, targets: [IndicatorTarget], archived: Bool
    ) {
        self.number = number
        self.version = version
        self.definition = definition
        self.baseline = baseline
        self.targets = targets
        self.archived = archived
    }

    package var name: String { definition.name }
    package var type: IndicatorType { definition.type }

    /// What is measured keeps its type and unit: values written in one would be read in another.
    package mutating func apply(_ edit: IndicatorDefinition, isMeasured: Bool) throws(DomainError) {
        try requireActive()
        try edit.check()
        if isMeasured, definition.formula == nil {
            // What people measured is not overwritten by a computation.
            guard edit.formula == nil else { throw .invalid(.formula, .figure(.measuredAlready)) }
            guard edit.type == type else { throw .invalid(.type, .figure(.measuredAlready)) }
            guard edit.unit == definition.unit else { throw .invalid(.measureUnit, .figure(.measuredAlready)) }
        }
        definition = edit
    }

    /// The value promised for a day; another for the same day takes its place.
    package mutating func promise(_ target: IndicatorTarget) throws(DomainError) {
        try requireActive()
        try requireTargets()
        if let rule = type.refuses(target.value, definition.unit) { throw .invalid(.target, rule) }
        if let baseline, target.on <= baseline.on { throw .invalid(.on, .before(.baseline)) }
        targets.removeAll { $0.on == target.on }
        guard targets.count < Self.mostTargets else { throw .invalid(.target, .tooManyKept(max: Self.mostTargets)) }
        targets.append(target)
        targets.sort { $0.on < $1.on }
    }

    package mutating func withdrawTarget(on day: Day) throws(DomainError) {
        try requireActive()
        guard targets.contains(where: { $0.on == day }) else { throw .notFound(.target) }
        targets.removeAll { $0.on == day }
    }

    /// Where it starts from; `nil` for nothing.
    package mutating func start(from baseline: IndicatorTarget?) throws(DomainError) {
        try requireActive()
        if let baseline {
            try requireTargets()
            if let rule = type.refuses(baseline.value, definition.unit) { throw .invalid(.baseline, rule) }
            if let first = targets.first, first.on <= baseline.on { throw .invalid(.on, .before(.baseline)) }
        }
        self.baseline = baseline
    }

    /// An archived indicator is read, no longer changed nor measured.
    package func requireActive() throws(DomainError) {
        guard !archived else { throw .invalid(.archived, .figure(.indicatorArchived)) }
    }

    /// What others give is not typed in.
    package func requireMeasured() throws(DomainError) {
        guard definition.formula == nil else { throw .invalid(.value, .figure(.isComputed)) }
    }

    private func requireTargets() throws(DomainError) {
        guard [.higher, .lower].contains(definition.direction) else { throw .invalid(.target, .figure(.noDirection)) }
    }
}

extension IndicatorType {
    package var usualUnit: IndicatorUnit {
        switch self {
        case .frequency: IndicatorUnit(.perYear)
        case .amount: IndicatorUnit(.euro)
        case .score: IndicatorUnit(nil, per: "10")
        default: .none
        }
    }

    package var usualDecimals: Int {
        switch self {
        case .boolean, .count, .text, .amount, .duration, .frequency: 0
        case .percentage, .quantity, .score: 1
        case .ratio: 2
        }
    }

    /// The units of the system that its values may be in.
    package func takes(_ unit: MeasureUnit) -> Bool {
        switch self {
        case .quantity: ![.time, .calendar, .money, .frequency].contains(unit.dimension)
        case .duration: unit.dimension == .time || unit.dimension == .calendar
        case .frequency: unit.dimension == .frequency
        case .amount: unit.dimension == .money
        case .ratio: true
        case .boolean, .count, .percentage, .score, .text: false
        }
    }

    /// Why such values cannot be in that unit; `nil` when they can.
    package func refuses(_ unit: IndicatorUnit) -> Rule? {
        if unit.noun.count > 40 || unit.per.count > 60 { return .tooLong(max: 60) }
        let isKnown = unit.measure.map(takes) ?? false
        switch self {
        case .boolean, .percentage, .text: return unit == .none || unit.description == "%" ? nil : .figure(.unitNotTaken)
        case .count: return unit.measure == nil && unit.per.isEmpty ? nil : .figure(.unitNotTaken)
        case .ratio: return nil
        case .score: return unit.measure == nil && unit.noun.isEmpty && (unit.scale ?? 0) > 0 ? nil : .figure(.scaleNeeded)
        case .quantity, .duration, .frequency, .amount:
            if unit == .none { return .required }
            return isKnown && unit.per.isEmpty ? nil : .figure(.unknownUnit(unit.description, for: self))
        }
    }

    /// Why that cannot be a value; `nil` when it can. Percentages are in hundredths, yes is 1 and no is 0.
    package func refuses(_ value: Double, _ unit: IndicatorUnit) -> Rule? {
        guard value.isFinite, abs(value) <= Figure.largest else { return .figure(.tooLarge) }
        switch self {
        case .boolean: return value == 0 || value == 1 ? nil : .figure(.notYesOrNo(String(value)))
        case .count:
            guard value >= 0 else { return .figure(.negative) }
            return value == value.rounded() ? nil : .figure(.notWhole)
        case .percentage: return (0...100).contains(value) ? nil : .outOfRange(0, 100)
        case .score:
            let most = unit.scale ?? 10
            return (0...most).contains(value) ? nil : .outOfRange(0, Int(most))
        case .duration, .frequency: return value >= 0 ? nil : .figure(.negative)
        case .ratio, .quantity, .amount: return nil
        case .text: return .figure(.isText)
        }
    }
}
