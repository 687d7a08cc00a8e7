/// A table of factors: read row by row, shown, then added whole or not at all.
package import JalonDomain
import JalonExchange
import JalonStore
import SQL

/// What a table of factors would add, and what is to be mended.
package struct FactorReading: Sendable {
    package struct Problem: Sendable, Equatable {
        package let row: Int
        package let violations: [Violation]
    }

    /// Those that nothing stood for.
    package let added: [GainFactor]
    /// Those that supersede one that stands.
    package let superseding: [GainFactor]
    /// Those that stand already as the table says.
    package let known: Int
    package let problems: [Problem]
}

/// A table of factors with something to mend: nothing of it was added.
package struct FactorTableRefusal: Error, Sendable {
    package let reading: FactorReading
}

/// What is told of a factor, in a table, a form or on the command line.
package enum FactorColumn: CaseIterable, Sendable {
    case key, lever, counted, per, indicator, unit, low, value, high, scope, rhythm, year, source, licence, note

    init?(heading: String) {
        let heading = heading.folded
        guard let column = Self.allCases.first(where: { $0.headings.contains(heading) }) else { return nil }
        self = column
    }

    /// Where what is wrong in it is told.
    package var field: Field {
        switch self {
        case .key: .key
        case .lever: .lever
        case .counted, .per: .counted
        case .indicator: .indicator
        case .unit: .measureUnit
        case .low: .low
        case .value: .value
        case .high: .high
        case .scope: .scope
        case .rhythm: .rhythm
        case .year: .year
        case .source: .source
        case .licence: .licence
        case .note: .note
        }
    }

    private var headings: [String] {
        switch self {
        case .key: ["cle", "key"]
        case .lever: ["levier", "lever", "lever_fr"]
        case .counted: ["on compte", "compte", "counted", "unit_fr"]
        case .per: ["pour", "per", "unit_count"]
        case .indicator: ["indicateur", "indicator"]
        case .unit: ["unite", "unit", "value_unit"]
        case .low: ["minimum", "bas", "low"]
        case .value: ["valeur", "central", "value"]
        case .high: ["maximum", "haut", "high"]
        case .scope: ["portee", "scope"]
        case .rhythm: ["rythme", "rhythm"]
        case .year: ["annee", "year"]
        case .source: ["source"]
        case .licence: ["licence", "license"]
        case .note: ["note"]
        }
    }
}

extension Workspace {
    /// All the rows of a table, or none. `commit` adds what was read, or throws a `FactorTableRefusal`.
    package func importFactors(_ bytes: [UInt8], commit: Bool, as visitor: Visitor) async throws -> FactorReading {
        let table = try CSVTable(bytes, atMost: 10_000) { FactorColumn(heading: $0) != nil }
        guard commit else { return try await look(visitor, needs: .editPlan, menu: false) { try $0.read(table) }.model }
        return try await change(visitor, needs: .editPlan) { scene in
            let reading = try scene.read(table)
            guard reading.problems.isEmpty else { throw FactorTableRefusal(reading: reading) }
            for factor in reading.added + reading.superseding { _ = try scene.add(factor) }
            return reading
        }
    }
}

extension Scene {
    fileprivate func read(_ table: CSVTable) throws -> FactorReading {
        var places: [FactorColumn: Int] = [:]
        for (index, heading) in table.columns.enumerated() {
            if let column = FactorColumn(heading: heading), places[column] == nil { places[column] = index }
        }
        let standing = Dictionary(uniqueKeysWithValues: try factors().map { ([$0.key, $0.indicator.key], $0) })
        var (added, superseding): ([GainFactor], [GainFactor]) = ([], [])
        var seen: [[String]: Int] = [:]
        var known = 0
        var problems: [FactorReading.Problem] = []
        for row in table.rows {
            do {
                let factor = try inOneUnit(
                    GainFactor(of: { column in places[column].map { row[$0] } ?? "" }, on: today), with: standing.values)
                let name = [factor.key, factor.indicator.key]
                if let before = seen[name] { throw DomainError.invalid(.key, .alreadyOnRow(before)) }
                seen[name] = row.number
                guard let before = standing[name] else {
                    added.append(factor)
                    continue
                }
                if before.saysTheSame(as: factor) { known += 1 } else { superseding.append(factor) }
            } catch DomainError.invalid(let violations) {
                problems.append(FactorReading.Problem(row: row.number, violations: violations))
            }
        }
        return FactorReading(added: added, superseding: superseding, known: known, problems: problems)
    }
}

extension GainFactor {
    /// What is told of one, as it is typed. « kgCO2e/an » is gained every year; a figure may be for several (`per`); without a scope,
    /// what is gained once is of manufacture and what is gained every year of use.
    package init(of text: (FactorColumn) -> String, on today: Day) throws(DomainError) {
        var violations: [Violation] = []
        func number(_ column: FactorColumn) -> Double? {
            if text(column).isEmpty { return nil }
            switch Figure.reading(text(column)) {
            case .success(let number): return number
            case .failure(let rule):
                violations.append(Violation(column.field, .figure(rule)))
                return nil
            }
        }
        func choice<Value>(_ column: FactorColumn, _ read: (String) -> Value?) -> Value? {
            if text(column).isEmpty { return nil }
            if let value = read(text(column)) { return value }
            violations.append(Violation(column.field, .unknown(text(column))))
            return nil
        }
        let ending = ["/an", "/year", " par an", " a year"].first { text(.unit).folded.hasSuffix($0) }
        let unit = choice(.unit) { MeasureUnit(word: String($0.dropLast(ending?.count ?? 0))) }
        let rhythm = choice(.rhythm, GainRhythm.init(word:)) ?? (ending == nil ? .once : .yearly)
        let scope = choice(.scope, GainScope.init(word:)) ?? (rhythm == .once ? .manufacture : .use)
        let (low, central, high) = (number(.low), number(.value), number(.high))
        let (per, year) = (number(.per) ?? 1, number(.year))
        for column in [FactorColumn.unit, .value] where text(column).isEmpty { violations.append(Violation(column.field, .required)) }
        if per <= 0 { violations.append(Violation(.counted, .figure(.negative))) }
        if let year, Int(exactly: year) == nil { violations.append(Violation(.year, .notANumber(text(.year)))) }
        guard violations.isEmpty, let unit, let central else { throw .invalid(violations) }
        self.init(
            key: text(.key).isEmpty ? Self.key(of: text(.lever)) : text(.key), lever: text(.lever), counted: text(.counted),
            indicator: GainIndicator(word: text(.indicator), unit: unit),
            value: GainRange(low: (low ?? central) / per, central: central / per, high: (high ?? central) / per), scope: scope,
            rhythm: rhythm, year: year.flatMap { Int(exactly: $0) }, source: text(.source), licence: text(.licence), note: text(.note),
            version: 1,
            since: today)
        try check()
    }

    fileprivate func saysTheSame(as other: GainFactor) -> Bool {
        var other = other
        (other.version, other.since) = (version, since)
        return self == other
    }
}
