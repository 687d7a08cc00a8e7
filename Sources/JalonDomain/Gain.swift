/// What an action brings: a quantity times a factor, over a period; a figure with its range, its source and its year, never a bare number.

/// What a gain is counted in: climate, abiotic resources, energy, water, money, or something else that an organisation follows.
package struct GainIndicator: Sendable, Hashable, Codable {
    /// A code name: `climate`, or words of the organisation's own.
    package let key: String
    /// What its totals are given in.
    package let unit: MeasureUnit

    package static let climate = GainIndicator(key: "climate", unit: .kilogramCarbon)
    package static let abiotic = GainIndicator(key: "abiotic", unit: .kilogramAntimony)
    package static let energy = GainIndicator(key: "energy", unit: .kilowattHour)
    package static let water = GainIndicator(key: "water", unit: .cubicMetre)
    package static let money = GainIndicator(key: "money", unit: .euro)
    package static let known = [climate, abiotic, energy, water, money]

    package init(key: String, unit: MeasureUnit) {
        self.key = key
        self.unit = unit
    }

    /// By its code name or its name in either language; other words are an indicator of the organisation's own.
    package init(word: String, unit: MeasureUnit) {
        let named = Self.known.first { indicator in
            word.folded == indicator.key || [Language.fr, .en].contains { Words($0).gainIndicator(indicator).folded == word.folded }
        }
        self.init(key: named?.key ?? word, unit: unit)
    }
}

/// Which part of a thing's life a factor is about.
package enum GainScope: String, CaseIterable, Codable, Sendable {
    case manufacture, use

    package init?(word: String) {
        switch word.folded {
        case "manufacture", "fabrication": self = .manufacture
        case "use", "usage", "utilisation": self = .use
        default: return nil
        }
    }
}

/// Whether it is gained once, or every year that the action is in force.
package enum GainRhythm: String, CaseIterable, Codable, Sendable {
    case once, yearly

    package init?(word: String) {
        switch word.folded {
        case "once", "une fois", "unique": self = .once
        case "yearly", "par an", "chaque annee", "annuel": self = .yearly
        default: return nil
        }
    }
}

/// Figures with the least, the most and the likeliest.
package struct GainRange: Sendable, Equatable, Codable {
    package var low: Double
    package var central: Double
    package var high: Double

    package static let zero = GainRange(low: 0, central: 0, high: 0)

    package init(low: Double, central: Double, high: Double) {
        self.low = low
        self.central = central
        self.high = high
    }

    package static func + (left: GainRange, right: GainRange) -> GainRange {
        GainRange(low: left.low + right.low, central: left.central + right.central, high: left.high + right.high)
    }

    package static func * (range: GainRange, times: Double) -> GainRange {
        GainRange(low: range.low * times, central: range.central * times, high: range.high * times)
    }
}

/// What one thing brings, in one indicator. A version never changes: another one supersedes it from a day on.
package struct GainFactor: Sendable, Equatable {
    /// Of a lever, the same for each of its indicators: `laptop-refurbished`.
    package var key: String
    package var lever: String
    /// What is counted, in the plural: « ordinateurs ».
    package var counted: String
    package var indicator: GainIndicator
    /// For one of them, in the indicator's unit.
    package var value: GainRange
    package var scope: GainScope
    package var rhythm: GainRhythm
    /// Of the figure, where its source gives one.
    package var year: Int?
    package var source: String
    package var licence: String
    package var note: String
    /// 1, and one more with each figure that supersedes it.
    package var version: Int
    package var since: Day

    package init(
        key: String, lever: String, counted: String, indicator: GainIndicator, value: GainRange, scope: GainScope, rhythm: GainRhythm,
        year: Int?, source: String, licence: String, note: String, version: Int, since: Day
    ) {
        self.key = key
        self.lever = lever
        self.counted = counted
        self.indicator = indicator
        self.value = value
        self.scope = scope
        self.rhythm = rhythm
        self.year = year
        self.source = source
        self.licence = licence
        self.note = note
        self.version = version
        self.since = since
    }

    /// « Ordinateur portable reconditionné » gives `ordinateur-portable-reconditionne`.
    package static func key(of lever: String) -> String {
        lever.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }

    /// The same in another unit of the same kind; as it is where there is no way from one to the other.
    package func converted(to unit: MeasureUnit) -> GainFactor {
        let own = indicator.unit
        guard let low = own.convert(value.low, to: unit), let central = own.convert(value.central, to: unit),
            let high = own.convert(value.high, to: unit)
        else { return self }
        var factor = self
        factor.indicator = GainIndicator(key: indicator.key, unit: unit)
        factor.value = GainRange(low: low, central: central, high: high)
        return factor
    }

    package func check() throws(DomainError) {
        var violations: [Violation] = []
        func refuse(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }
        for (field, text) in [(Field.lever, lever), (.counted, counted), (.source, source), (.indicator, indicator.key), (.key, key)] {
            if text.isEmpty { refuse(field, .required) }
            if text.count > 300 { refuse(field, .tooLong(max: 300)) }
        }
        if let known = GainIndicator.known.first(where: { $0.key == indicator.key }), known.unit.dimension != indicator.unit.dimension {
            refuse(.measureUnit, .figure(.otherUnit(indicator.unit.rawValue, IndicatorUnit(known.unit))))
        }
        if ![value.low, value.central, value.high].allSatisfy({ $0.isFinite && abs($0) <= Figure.largest }) {
            refuse(.value, .figure(.tooLarge))
        }
        if value.low > value.central { refuse(.low, .figure(.above(.value))) }
        if value.central > value.high { refuse(.high, .figure(.below(.value))) }
        if let year, !(1990...2100).contains(year) { refuse(.year, .outOfRange(1990, 2100)) }
        if note.count > 2000 { refuse(.note, .tooLong(max: 2000)) }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

/// What an action brings by one lever, in one indicator.
package struct Gain: Sendable, Equatable {
    package let id: Int
    package let action: ActionID
    /// As it was when the gain was written, or last recomputed.
    package let factor: GainFactor
    /// The factor that supersedes it since, where one does.
    package let newer: GainFactor?
    /// How many things it is done to.
    package let quantity: Double
    /// How many it was done to in the end; `nil` while nobody said so.
    package let realised: Double?
    /// Of what is gained every year.
    package let from: Day?
    package let to: Day?
    package let note: String
    package let author: String

    package init(
        id: Int, action: ActionID, factor: GainFactor, newer: GainFactor?, quantity: Double, realised: Double?, from: Day?, to: Day?,
        note: String,
        author: String
    ) {
        self.id = id
        self.action = action
        self.factor = factor
        self.newer = newer
        self.quantity = quantity
        self.realised = realised
        self.from = from
        self.to = to
        self.note = note
        self.author = author
    }

    /// Years that it is gained for; one for what is gained once.
    package var years: Double {
        guard factor.rhythm == .yearly, let from, let to else { return 1 }
        // A year of 365.25 days, so that a whole one counts for one whatever its length, to the hundredth.
        return (Double(to - from + 1) / 365.25 * 100).rounded() / 100
    }

    package var expected: GainRange { factor.value * (quantity * years) }
    package var achieved: GainRange? { realised.map { factor.value * ($0 * years) } }
    /// What was realised, over what was expected; nothing where nothing was expected.
    package var realisedShare: Double? { realised.flatMap { quantity > 0 ? $0 / quantity : nil } }

    package static func check(quantity: Double, from: Day?, to: Day?, for rhythm: GainRhythm) throws(DomainError) {
        guard quantity.isFinite, quantity >= 0 else { throw .invalid(.quantity, .figure(.negative)) }
        guard quantity <= 1e9 else { throw .invalid(.quantity, .figure(.tooLarge)) }
        guard rhythm == .yearly else { return }
        if from == nil { throw .invalid(.from, .required) }
        if to == nil { throw .invalid(.to, .required) }
        if let from, let to, to < from { throw .invalid(.to, .before(.from)) }
    }
}

/// Actions that act on the same things: what they bring is not added.
package struct OverlapGroup: Sendable, Equatable {
    package let number: Int
    package let name: String
    package let actions: [Int]
    /// The share of the sum that counts, in hundredths; `nil` where the largest alone does.
    package let share: Double?

    package init(number: Int, name: String, actions: [Int], share: Double?) {
        self.number = number
        self.name = name
        self.actions = actions
        self.share = share
    }
}

/// What a plan brings in one indicator, and what was left out so that nothing is counted twice.
package struct GainTotal: Sendable, Equatable {
    package let indicator: GainIndicator
    package let total: GainRange
    /// What the groups leave out of the plain sum.
    package let excluded: GainRange
    /// Of what was realised, combined likewise; `nil` while nothing was.
    package let achieved: GainRange?

    /// One for each indicator, in the order they are met; the actions of a group are combined, the others added.
    package static func all(_ gains: [Gain], _ groups: [OverlapGroup]) -> [GainTotal] {
        var order: [GainIndicator] = []
        for gain in gains where !order.contains(gain.factor.indicator) { order.append(gain.factor.indicator) }
        return order.map { indicator in
            let own = gains.filter { $0.factor.indicator == indicator }
            let expected = byAction(own) { $0.expected }
            let achieved = byAction(own) { $0.achieved }
            let total = combined(expected, groups)
            return GainTotal(
                indicator: indicator, total: total, excluded: expected.values.reduce(.zero, +) + total * -1,
                achieved: achieved.isEmpty ? nil : combined(achieved, groups))
        }
    }

    private static func byAction(_ gains: [Gain], _ figure: (Gain) -> GainRange?) -> [Int: GainRange] {
        var sums: [Int: GainRange] = [:]
        for gain in gains {
            if let figure = figure(gain) { sums[gain.action.number, default: .zero] = (sums[gain.action.number] ?? .zero) + figure }
        }
        return sums
    }

    private static func combined(_ own: [Int: GainRange], _ groups: [OverlapGroup]) -> GainRange {
        var counted: Set<Int> = []
        var total = GainRange.zero
        for group in groups {
            // An action counts in the first group that names it.
            let members = group.actions.filter { own[$0] != nil && !counted.contains($0) }
            counted.formUnion(members)
            let ranges = members.compactMap { own[$0] }
            if let share = group.share, ranges.count > 1 {
                total = total + ranges.reduce(.zero, +) * (share / 100)
            } else if let largest = ranges.max(by: { $0.central < $1.central }) {
                total = total + largest
            }
        }
        // In the order of numbers, so that a sum is the same whenever it is made.
        for (action, range) in own.sorted(by: { $0.key < $1.key }) where !counted.contains(action) { total = total + range }
        return total
    }
}

/// Figures that speak: what one European inhabitant weighs in a year (MiNumEco, *Les gains possibles*: 8.1 t CO₂e and 0.06 kg Sb e).
package enum GainEquivalent {
    /// How many inhabitants for a year; `nil` for an indicator without a normation.
    package static func inhabitants(_ value: Double, in indicator: GainIndicator) -> Double? {
        switch indicator.key {
        case GainIndicator.climate.key: indicator.unit.convert(value, to: .kilogramCarbon).map { $0 / 8100 }
        case GainIndicator.abiotic.key: indicator.unit.convert(value, to: .kilogramAntimony).map { $0 / 0.06 }
        default: nil
        }
    }
}

extension Words {
    package func gainIndicator(_ indicator: GainIndicator) -> String {
        switch indicator.key {
        case "climate": say("Climat", "Climate")
        case "abiotic": say("Ressources abiotiques", "Abiotic resources")
        case "energy": say("Énergie", "Energy")
        case "water": say("Eau", "Water")
        case "money": say("Argent", "Money")
        default: indicator.key
        }
    }

    package func gainScope(_ scope: GainScope) -> String {
        switch scope {
        case .manufacture: say("Fabrication", "Manufacture")
        case .use: say("Usage", "Use")
        }
    }

    package func gainRhythm(_ rhythm: GainRhythm) -> String {
        switch rhythm {
        case .once: say("Une fois", "Once")
        case .yearly: say("Chaque année", "Every year")
        }
    }

    /// A figure with three significant digits, in the unit that keeps it readable: « 11 t éq. CO₂ ».
    package func gain(_ value: Double, in unit: MeasureUnit) -> String {
        let scale = readable(value, unit)
        return "\(significant(value * scale.factor))\u{A0}\(self.unit(scale.unit, for: value * scale.factor))"
    }

    /// « 11 t éq. CO₂ (entre 10,2 et 11,5) »; the central figure alone where there is no range.
    package func gain(_ range: GainRange, in unit: MeasureUnit) -> String {
        range.low == range.high ? gain(range.central, in: unit) : "\(gain(range.central, in: unit)) \(gainBetween(range, in: unit))"
    }

    /// In the unit of the central figure, which it follows.
    package func gainBetween(_ range: GainRange, in unit: MeasureUnit) -> String {
        let factor = readable(range.central, unit).factor
        let (low, high) = (significant(range.low * factor), significant(range.high * factor))
        return say("(entre \(low) et \(high))", "(\(low) to \(high))")
    }

    /// « soit 1,4 habitant européen pendant un an ».
    package func gainInhabitants(_ number: Double) -> String {
        let shown = figure(number, decimals: abs(number) < 10 ? 1 : 0)
        return say(
            "soit \(shown) habitant\(abs(number) < 2 ? "" : "s") européen\(abs(number) < 2 ? "" : "s") pendant un an",
            "that is \(shown) European inhabitants for a year")
    }

    /// « MiNumEco, 2022 ».
    package func gainSource(_ factor: GainFactor) -> String {
        ([factor.source] + (factor.year.map { [String($0)] } ?? []) + (factor.licence.isEmpty ? [] : [factor.licence])).joined(
            separator: ", ")
    }

    private func significant(_ value: Double) -> String {
        var decimals = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2
        var scaled = abs(value)
        while scaled > 0, scaled < 1, decimals < 9 { (scaled, decimals) = (scaled * 10, decimals + 1) }
        return figure(value, decimals: decimals)
    }

    private func readable(_ value: Double, _ unit: MeasureUnit) -> (factor: Double, unit: MeasureUnit) {
        switch unit {
        case .kilogramCarbon where abs(value) >= 1000: (1 / 1000, .tonneCarbon)
        case .kilowattHour where abs(value) >= 1000: (1 / 1000, .megawattHour)
        default: (1, unit)
        }
    }

    /// « 200 ordinateurs × 54,9 kg éq. CO₂ = 11 t éq. CO₂. MiNumEco, 2022. »
    package func formula(_ gain: Gain) -> String {
        let factor = gain.factor
        let unit = factor.indicator.unit
        var parts = ["\(figure(gain.quantity, decimals: 2))\u{A0}\(factor.counted)", self.gain(factor.value, in: unit)]
        if factor.rhythm == .yearly {
            parts.append("\(figure(gain.years, decimals: 2))\u{A0}\(self.unit(.year, for: gain.years))")
        }
        return "\(parts.joined(separator: " × ")) = \(self.gain(gain.expected, in: unit)). \(gainSource(factor))."
    }
}
