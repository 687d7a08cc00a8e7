/// Measures of an indicator: how a value is read as it is typed, what may be recorded, and what correcting one keeps.

/// Numbers as people and spreadsheets write them.
package enum Figure {
    /// Beyond that a double no longer tells one whole number from the next.
    package static let largest = 1e15

    /// `1 234,5`, `1234.5`, `1,234.5`, `-3`; `nil` for anything else, and for `25,000`, which is 25 here and 25 000 elsewhere.
    package static func read(_ text: String) -> Double? {
        guard case .success(let value) = reading(text) else { return nil }
        return value
    }

    /// The shortest text that `read` gives back the same from.
    package static func plain(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        let text = String(value)
        // « 4e-05 » is 0.00004: people do not write exponents. Only small figures have one, since those that are read are below 1e15.
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]), exponent < 0 else { return text }
        return (value < 0 ? "-" : "") + "0." + String(repeating: "0", count: -exponent - 1) + text[..<mark].filter(\.isNumber)
    }

    package static func reading(_ text: String) -> Result<Double, FigureRule> {
        var digits: [UInt8] = []
        var marks: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value))
            case ",", ".":
                marks.append(UInt8(scalar.value))
                digits.append(UInt8(scalar.value))
            case "-", "\u{2212}":
                guard digits.isEmpty else { return .failure(.notANumber(text)) }
                digits.append(UInt8(ascii: "-"))
            case "+" where digits.isEmpty: continue
            case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’": continue
            default: return .failure(.notANumber(text))
            }
        }
        let decimal: UInt8?
        switch Set(marks).count {
        case 0: decimal = nil
        case 1 where marks.count == 1:
            let parts = digits.split(separator: marks[0], omittingEmptySubsequences: false)
            let whole = parts[0].drop { $0 == UInt8(ascii: "-") }
            // « 0,125 » and « 1234,500 » can be read one way only.
            if marks[0] == UInt8(ascii: ","), parts[1].count == 3, (1...3).contains(whole.count), whole.first != UInt8(ascii: "0") {
                return .failure(.twoReadings(text))
            }
            decimal = marks[0]
        case 1: decimal = nil
        default:
            decimal = marks.last
            guard marks.dropLast().allSatisfy({ $0 != decimal }) else { return .failure(.notANumber(text)) }
        }
        // Marks between thousands stand before three digits each.
        let parts = digits.split(separator: decimal ?? 0, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return .failure(.notANumber(text)) }
        let groups = whole.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy({ !$0.isEmpty }),
            digits.last != marks.last || marks.isEmpty,
            parts.count == 1 || parts[1].allSatisfy({ (48...57).contains($0) })
        else { return .failure(.notANumber(text)) }
        let plain = groups.joined() + (parts.count == 2 ? [UInt8(ascii: ".")] + parts[1] : [])
        guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else { return .failure(.notANumber(text)) }
        return abs(value) <= largest ? .success(value) : .failure(.tooLarge)
    }
}

/// What an indicator or one of its figures must be.
package enum FigureRule: Error, Equatable, Sendable {
    case notANumber(String)
    /// « 25,000 » is 25 in French and 25 000 in English.
    case twoReadings(String)
    case tooLarge
    case notYesOrNo(String)
    case negative
    case notWhole
    /// The indicator's values are texts.
    case isText
    case unitNotTaken
    case unknownUnit(String, for: IndicatorType)
    /// A value typed in a unit that does not convert to the indicator's.
    case otherUnit(String, IndicatorUnit)
    case scaleNeeded
    /// A table of measures without that column.
    case columnMissing
    case measuredAlready
    case noDirection
    case textHasNoDirection
    case indicatorArchived
    case above(Field)
    case below(Field)
    case zeroDenominator
    case aboveDenominator
    /// Two values for a day: the one that stands.
    case dayTaken(Day)
    case nothingMeasured(Day)
    case correctionNeedsReason
    case unknownCategory(String)
    /// The values of a computed indicator come from others.
    case isComputed
    case severalTerms
    case twoTerms
    case weightsNeeded
    case givesPercentage
    /// The numbers of indicators along the way that would come back to where it starts.
    case cycle([Int])
    case namedTwice(String)
    /// Someone else's indicator of the same name.
    case likeAnother(String, number: Int)
}

/// What was measured on a day.
package enum MeasuredValue: Sendable, Equatable {
    case number(Double)
    /// The part, and the whole that it is counted over.
    case fraction(Double, over: Double)
    case words(String)
}

extension IndicatorDefinition {
    /// A value as it is typed: « oui », « 1 234,5 », « 62 % », « 34/250 », « 1,2 t » where kilograms are awaited.
    package func read(_ text: String) -> Result<MeasuredValue, FigureRule> {
        let text = text.trimmed
        switch type {
        case .text: return .success(.words(text))
        case .boolean:
            switch text.folded {
            case "oui", "o", "vrai", "true", "yes", "y", "x", "1": return .success(.number(1))
            case "non", "n", "faux", "false", "no", "0": return .success(.number(0))
            default: return .failure(.notYesOrNo(text))
            }
        default: break
        }
        if type.isFraction, let slash = text.firstIndex(of: "/"), let part = Figure.read(String(text[..<slash])),
            let whole = Figure.read(String(text[text.index(after: slash)...]))
        {
            return .success(.fraction(part, over: whole))
        }
        // What follows the number is its unit.
        let end = text.lastIndex(where: \.isNumber).map { text.index(after: $0) } ?? text.startIndex
        let split = text[..<end].firstIndex { $0.isLetter || $0 == "%" || $0 == "€" }
        let number = String(text[..<(split ?? end)]).trimmed
        let suffix = String(text[(split ?? end)...]).trimmed
        guard !number.isEmpty else { return .failure(.notANumber(text)) }
        switch Figure.reading(number) {
        case .failure(let rule): return .failure(rule)
        case .success(let value):
            if suffix.isEmpty || suffix == "%" && type == .percentage { return .success(.number(value)) }
            if [unit.description.folded, unit.noun.folded].contains(suffix.folded) { return .success(.number(value)) }
            guard let typed = MeasureUnit(word: suffix) else {
                // 1e400 is no number of « e400 ».
                return .failure(suffix.contains(where: \.isNumber) ? .notANumber(text) : .otherUnit(suffix, unit))
            }
            guard let own = unit.measure, let converted = typed.convert(value, to: own) else {
                return .failure(.otherUnit(suffix, unit))
            }
            return .success(.number(converted))
        }
    }
}

package struct Measurement: Sendable, Equatable {
    /// The day of the measure, or the last of the period that it is of.
    package let on: Day
    package let from: Day?
    package let value: MeasuredValue
    /// By category of the indicator.
    package let parts: [String: Double]
    package let source: String
    package let comment: String
    package let evidence: String
    /// Rather than measured.
    package let isEstimated: Bool
    package let author: String
    package let at: Instant
    /// 1, and one more with each correction.
    package let revision: Int
    /// Why it corrects the one before.
    package let reason: String

    package init(
        on: Day, from: Day?, value: MeasuredValue, parts: [String: Double], source: String, comment: String, evidence: String,
        isEstimated: Bool, author: String, at: Instant, revision: Int, reason: String
    ) {
        self.on = on
        self.from = from
        self.value = value
        self.parts = parts
        self.source = source
        self.comment = comment
        self.evidence = evidence
        self.isEstimated = isEstimated
        self.author = author
        self.at = at
        self.revision = revision
        self.reason = reason
    }

    package func with(parts: [String: Double]) -> Measurement {
        Measurement(
            on: on, from: from, value: value, parts: parts, source: source, comment: comment, evidence: evidence, isEstimated: isEstimated,
            author: author, at: at, revision: revision, reason: reason)
    }

    /// In the indicator's unit, a percentage in hundredths; `nil` for words.
    package func figure(_ type: IndicatorType) -> Double? { value.figure(type) }
}

extension MeasuredValue {
    package func figure(_ type: IndicatorType) -> Double? {
        switch self {
        case .number(let value): value
        case .fraction(let part, let whole): whole == 0 ? nil : part * (type == .percentage ? 100 : 1) / whole
        case .words: nil
        }
    }
}

/// What a person writes of a measure.
package struct MeasurementEdit: Sendable, Equatable {
    package var on: Day
    package var from: Day?
    package var value: MeasuredValue
    package var parts: [String: Double]
    package var source: String
    package var comment: String
    package var evidence: String
    package var isEstimated: Bool

    package init(
        on: Day, from: Day? = nil, value: MeasuredValue, parts: [String: Double] = [:], source: String = "", comment: String = "",
        evidence: String = "", isEstimated: Bool = false
    ) {
        self.on = on
        self.from = from
        self.value = value
        self.parts = parts
        self.source = source
        self.comment = comment
        self.evidence = evidence
        self.isEstimated = isEstimated
    }
}

extension Indicator {
    /// The measure of a day: the first, or with a reason the correction of `standing`.
    package func measurement(
        _ edit: MeasurementEdit, correcting standing: Measurement?, because reason: String?, by author: String, at now: Instant, today: Day
    ) throws(DomainError) -> Measurement {
        try requireActive()
        try requireMeasured()
        try check(edit, today: today)
        let reason = reason?.trimmed
        switch (standing, reason) {
        case (let standing?, nil): throw .invalid(.on, .figure(.dayTaken(standing.on)))
        case (nil, _?): throw .invalid(.on, .figure(.nothingMeasured(edit.on)))
        case (_?, ""?): throw .invalid(.reason, .figure(.correctionNeedsReason))
        default: break
        }
        return Measurement(
            on: edit.on, from: edit.from, value: edit.value, parts: edit.parts,
            source: edit.source.isEmpty ? standing?.source ?? definition.source : edit.source, comment: edit.comment,
            evidence: edit.evidence,
            isEstimated: edit.isEstimated, author: author, at: now, revision: (standing?.revision ?? 0) + 1, reason: reason ?? "")
    }

    package func check(_ edit: MeasurementEdit, today: Day) throws(DomainError) {
        var violations: [Violation] = []
        func refuse(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }
        if edit.on > today { refuse(.on, .inTheFuture) }
        if let from = edit.from, from > edit.on { refuse(.on, .before(.from)) }
        switch edit.value {
        case .number(let value): if let rule = type.refuses(value, definition.unit) { refuse(.value, rule) }
        case .words(let words):
            if type != .text { refuse(.value, .figure(.notANumber(words))) }
            if words.isEmpty { refuse(.value, .required) }
            if words.count > 2000 { refuse(.value, .tooLong(max: 2000)) }
        case .fraction(let part, let whole):
            if !type.isFraction {
                refuse(.value, .figure(.unitNotTaken))
            } else if whole == 0 {
                refuse(.value, .figure(.zeroDenominator))
            } else if type == .percentage, part < 0 || whole < 0 {
                refuse(.value, .figure(.negative))
            } else if type == .percentage, part > whole {
                refuse(.value, .figure(.aboveDenominator))
            } else if let value = edit.value.figure(type), let rule = type.refuses(value, definition.unit) {
                refuse(.value, rule)
            }
        }
        for (name, value) in edit.parts {
            if !definition.categories.contains(name) { refuse(.categories, .figure(.unknownCategory(name))) }
            if let rule = type.refuses(value, definition.unit) { refuse(.categories, rule) }
        }
        for (field, text) in [(Field.source, edit.source), (.comment, edit.comment), (.evidence, edit.evidence)] where text.count > 2000 {
            refuse(field, .tooLong(max: 2000))
        }
        if !edit.evidence.isEmpty, !isLink(edit.evidence) { refuse(.evidence, .notALink(edit.evidence)) }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}
