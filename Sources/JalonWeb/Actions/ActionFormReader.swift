/// Reads what was typed into the forms of an action; what cannot be read becomes a violation at its field, nothing is guessed.
import JalonDomain

struct ActionFormReader {
    private(set) var violations: [Violation] = []

    /// All that was read, or every violation at once: `others` are the rules that what could be read breaks.
    func require(and others: [Violation] = []) throws {
        guard violations.isEmpty else {
            throw DomainError.invalid(violations + others.filter { other in !violations.contains { $0.field == other.field } })
        }
    }

    mutating func fail(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }

    mutating func day(_ text: String, _ field: Field) -> Day? {
        guard !text.isEmpty else { return nil }
        guard let day = Day(text) else {
            fail(field, .notADay(text))
            return nil
        }
        return day
    }

    /// « 62 », « 62 % ».
    mutating func number(_ text: String, _ field: Field) -> Int? {
        guard !text.isEmpty else { return nil }
        guard let number = Int(text.filter { !$0.isWhitespace && $0 != "%" }) else {
            fail(field, .notANumber(text))
            return nil
        }
        return number
    }

    /// « 38 000 », « 1200,50 € », in cents.
    mutating func money(_ text: String, _ field: Field) -> Int? {
        let plain = text.filter { !$0.isWhitespace && $0 != "€" }
        guard !plain.isEmpty else { return nil }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        let digits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }
        guard digits, parts.count <= 2, let euros = Int(parts[0]), euros < 1_000_000_000_000 else {
            fail(field, .notANumber(text))
            return nil
        }
        guard parts.count == 2 else { return euros * 100 }
        guard parts[1].count <= 2, let cents = Int(parts[1]) else {
            fail(field, .notANumber(text))
            return nil
        }
        return euros * 100 + (parts[1].count == 1 ? cents * 10 : cents)
    }

    /// A choice by its code name; nothing for no choice.
    mutating func choice<Value: RawRepresentable & CaseIterable>(_ text: String, _ field: Field) -> Value? where Value.RawValue == String {
        guard !text.isEmpty else { return nil }
        guard let value = Value(rawValue: text) else {
            fail(field, .notAChoice(text, among: Value.allCases.map(\.rawValue)))
            return nil
        }
        return value
    }

    /// A choice that must be made.
    mutating func required<Value: RawRepresentable & CaseIterable>(
        _ text: String, _ field: Field, else fallback: Value
    ) -> Value where Value.RawValue == String {
        if text.isEmpty { fail(field, .required) }
        return choice(text, field) ?? fallback
    }
}

/// The pieces between separators, trimmed, without the empty ones.
func typedPieces(_ text: String, separator: (Character) -> Bool) -> [String] {
    text.split(whereSeparator: separator).compactMap { piece in
        let start = piece.firstIndex { !$0.isWhitespace }
        let end = piece.lastIndex { !$0.isWhitespace }
        guard let start, let end else { return nil }
        return String(piece[start...end])
    }
}
