/// Measures of indicators: record one, correct one, take in many from a table.
package import JalonDomain
import JalonExchange
import JalonStore
import SQL

/// A table of measures, row by row: what would be recorded, and what is to be mended.
package struct MeasureReading: Sendable {
    package struct Problem: Sendable, Equatable {
        package let row: Int
        package let violations: [Violation]
    }

    package let separator: String
    package let rows: Int
    /// How many would be recorded of each indicator, by number.
    package let measures: [Int: Int]
    /// The first ones, and how many there are in all.
    package let problems: [Problem]
    package let problemCount: Int
    /// Those that are recorded already as the table says.
    package let known: Int
}

/// Several measures recorded at once that were not, because some cannot be: why, indicator by indicator.
package struct DueRefusal: Error, Sendable, Equatable {
    package let rows: [Int: [Violation]]
    /// Of all of them.
    package let whole: [Violation]

    package init(rows: [Int: [Violation]], whole: [Violation]) {
        self.rows = rows
        self.whole = whole
    }
}

/// An indicator that someone answers for, and the day that its next measure is due, where it is.
package struct OwnIndicator: Sendable, Equatable {
    package let row: IndicatorRow
    package let due: Day?

    /// Whether a measure is awaited now.
    package let isDue: Bool
}

/// A table of measures with something to mend: nothing of it was recorded.
package struct MeasureTableRefusal: Error, Sendable {
    package let reading: MeasureReading
}

extension Workspace {
    /// Those that the visitor answers for or whose action they pilot, or `all` that they may measure: what is due first.
    package func ownIndicators(all: Bool, _ visitor: Visitor) async throws -> Seen<[OwnIndicator]> {
        try await look(visitor, needs: .reportOnOwn) { try $0.ownIndicators(all: all) }
    }

    /// All of them, or none.
    package func measure(_ edits: [(number: Int, edit: MeasurementEdit)], as visitor: Visitor) async throws {
        try await change(visitor, needs: .reportOnOwn) { scene in
            var wrong: [Int: [Violation]] = [:]
            for (number, edit) in edits {
                do {
                    _ = try scene.measure(number, edit, correcting: nil)
                } catch DomainError.invalid(let violations) {
                    wrong[number] = violations
                }
            }
            guard wrong.isEmpty else { throw DueRefusal(rows: wrong, whole: []) }
        }
    }

    /// The measure of a day; with a reason, the correction of the one that stands.
    package func measure(
        _ number: Int, _ edit: MeasurementEdit, correcting reason: String? = nil, as visitor: Visitor
    ) async throws -> Measurement {
        try await change(visitor, needs: .reportOnOwn) { try $0.measure(number, edit, correcting: reason) }
    }

    /// All the rows of a table, or none. `commit` records what was read, or throws a `MeasureTableRefusal`.
    package func importMeasures(_ bytes: [UInt8], of only: Int? = nil, commit: Bool, as visitor: Visitor) async throws -> MeasureReading {
        let table = try MeasureTable(bytes, of: only)
        guard commit else {
            return try await look(visitor, needs: .reportOnOwn, menu: false) { try $0.read(table).reading }.model
        }
        return try await change(visitor, needs: .reportOnOwn) { scene in
            let (reading, measures) = try scene.read(table)
            guard reading.problemCount == 0 else { throw MeasureTableRefusal(reading: reading) }
            var changed: Set<Int> = []
            for (indicator, measures) in measures.sorted(by: { $0.key.number < $1.key.number }) where !measures.isEmpty {
                try scene.indicators.insert(measures, of: indicator.indicator)
                changed.insert(indicator.number)
                try scene.journal.write(
                    .measured, subject: "measures \(indicator.number)", plan: nil, action: nil, version: nil,
                    changes: [
                        Change(field: .indicator, before: indicator.indicator.name, after: indicator.indicator.name),
                        Change(field: .value, before: "", after: String(measures.count)),
                    ], by: scene.actor, at: scene.now)
            }
            try scene.recompute(after: changed)
            return reading
        }
    }
}

extension Scene {
    fileprivate func measure(_ number: Int, _ edit: MeasurementEdit, correcting reason: String?) throws -> Measurement {
        let indicator = try indicator(number).indicator
        try indicator.requireMeasured()
        guard try mayMeasure(indicator) else { throw DomainError.forbidden }
        let standing = try indicators.measure(of: number, on: edit.on)
        let measure = try indicator.measurement(
            edit, correcting: standing, because: reason, by: actor.name, at: now, today: today)
        try indicators.insert([measure], of: indicator)
        try recompute(after: [number])
        let type = indicator.type
        func said(_ measure: Measurement) -> String {
            if case .words(let words) = measure.value { return words }
            return measure.figure(type).map(Figure.plain) ?? ""
        }
        try journal.write(
            standing == nil ? .measured : .measureCorrected, subject: "measure \(number)/\(edit.on.iso)", plan: nil, action: nil,
            version: measure.revision,
            changes: [
                Change(field: .indicator, before: indicator.name, after: indicator.name),
                Change(field: .on, before: standing?.on.iso ?? "", after: measure.on.iso),
                Change(field: .value, before: standing.map(said) ?? "", after: said(measure)),
                Change(field: .reason, before: "", after: measure.reason),
            ].filter { $0.before != $0.after || $0.field == .indicator }, by: actor, at: now)
        return measure
    }

    func ownIndicators(all: Bool) throws -> [OwnIndicator] {
        let piloted = try indicators.piloted(by: [actor.person?.id, actor.person?.position, actor.person?.unit].compactMap { $0 })
        let rows = try standing(try indicators.all().filter { !$0.indicator.archived && $0.indicator.definition.formula == nil })
        let own = rows.filter { row in
            actor.owns(pilot: row.indicator.definition.responsible) || piloted.contains(row.indicator.number)
                || all && actor.role != .pilot
        }
        return own.map { row in
            let due = row.indicator.nextMeasure(after: row.last)
            let isDue = row.last == nil || due.map { $0 <= today + Indicator.grace } ?? false
            return OwnIndicator(row: row, due: due, isDue: isDue)
        }
        .sorted { left, right in
            left.isDue != right.isDue
                ? left.isDue : (left.due ?? today, left.row.indicator.number) < (right.due ?? today, right.row.indicator.number)
        }
    }
}

/// The columns of a table of measures, by the words of their headings.
private enum MeasureColumn: CaseIterable {
    case indicator, on, from, value, numerator, denominator, source, comment, evidence, estimated

    init?(heading: String) {
        switch heading.folded {
        case "indicateur", "indicator", "n°", "no", "numero", "number", "id", "nom", "name": self = .indicator
        case "date", "le", "on", "jour", "day", "au", "to", "fin", "end", "periode", "period", "mois", "annee", "month", "year": self = .on
        case "du", "from", "debut", "start": self = .from
        case "valeur", "value", "mesure", "measure": self = .value
        case "numerateur", "numerator", "nombre concerne", "number concerned": self = .numerator
        case "denominateur", "denominator", "nombre total", "total", "total number": self = .denominator
        case "source": self = .source
        case "commentaire", "comment", "remarque": self = .comment
        case "preuve", "lien", "evidence", "link": self = .evidence
        case "estime", "estimee", "estimation", "estimated", "estimate": self = .estimated
        default: return nil
        }
    }
}

private struct MeasureTable: Sendable {
    static let mostRows = 200_000

    let table: CSVTable
    let places: [MeasureColumn: Int]
    /// The other columns by their folded headings: where they are the categories of an indicator, its parts.
    let others: [String: Int]
    /// The indicator that all rows are of.
    let only: Int?

    init(_ bytes: [UInt8], of only: Int?) throws(DomainError) {
        table = try CSVTable(only == nil ? bytes : Self.headed(bytes), atMost: Self.mostRows) { MeasureColumn(heading: $0) != nil }
        var places: [MeasureColumn: Int] = [:]
        for (index, heading) in table.columns.enumerated() {
            if let column = MeasureColumn(heading: heading), places[column] == nil { places[column] = index }
        }
        var missing: [Violation] = []
        if places[.on] == nil { missing.append(Violation(.on, .figure(.columnMissing))) }
        if places[.value] == nil, places[.numerator] == nil { missing.append(Violation(.value, .figure(.columnMissing))) }
        if only == nil, places[.indicator] == nil { missing.append(Violation(.indicator, .figure(.columnMissing))) }
        guard missing.isEmpty else { throw .invalid(missing) }
        self.places = places
        others = Dictionary(
            table.columns.enumerated().filter { !places.values.contains($0.offset) }.map { ($0.element.folded, $0.offset) }
        ) { first, _ in first }
        self.only = only
    }

    /// Two columns copied without their headings, days then values: what is pasted of a single indicator.
    private static func headed(_ bytes: [UInt8]) -> [UInt8] {
        let line = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(200), as: UTF8.self)
        guard let separator = line.first(where: { "\t;|".contains($0) }) ?? line.first(where: { $0 == "," }) else { return bytes }
        let first = String(line.prefix { $0 != separator }).filter { $0 != "\"" }.trimmed
        guard CellDay(first, atEnd: true) != nil else { return bytes }
        return Array("date\(separator)valeur\n".utf8) + bytes
    }

    func cell(_ column: MeasureColumn, _ row: CSVTable.Row) -> String { places[column].map { row[$0] } ?? "" }
}

extension Scene {
    /// Every row is read, and everything that is wrong is told; what stands already as it is written is left as it is.
    fileprivate func read(_ table: MeasureTable) throws -> (reading: MeasureReading, measures: [FollowedIndicator.Key: [Measurement]]) {
        let reader = try MeasureReader(self, table)
        return try reader.read()
    }
}

extension FollowedIndicator {
    /// An indicator among those of a table.
    fileprivate struct Key: Hashable {
        let indicator: Indicator
        var number: Int { indicator.number }

        static func == (left: Key, right: Key) -> Bool { left.number == right.number }
        func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }
}

private struct MeasureReader {
    /// So many are shown.
    private static let mostProblems = 200

    private let scene: Scene
    private let table: MeasureTable
    private var byName: [String: [Indicator]] = [:]
    private var byNumber: [Int: Indicator] = [:]

    init(_ scene: Scene, _ table: MeasureTable) throws {
        self.scene = scene
        self.table = table
        for followed in try scene.indicators.all() where !followed.indicator.archived {
            byName[followed.indicator.name.folded, default: []].append(followed.indicator)
            byNumber[followed.indicator.number] = followed.indicator
        }
    }

    func read() throws -> (reading: MeasureReading, measures: [FollowedIndicator.Key: [Measurement]]) {
        var measures: [FollowedIndicator.Key: [Measurement]] = [:]
        var problems: [MeasureReading.Problem] = []
        var problemCount = 0
        var known = 0
        var standing: [Int: [Day: Double?]] = [:]
        var allowed: [Int: Bool] = [:]
        var named: [String: Indicator] = [:]
        func refuse(_ row: CSVTable.Row, _ violations: [Violation]) {
            problemCount += 1
            if problems.count < Self.mostProblems { problems.append(MeasureReading.Problem(row: row.number, violations: violations)) }
        }
        for row in table.table.rows {
            do {
                let name = table.cell(.indicator, row)
                let indicator = try named[name] ?? self.indicator(name)
                named[name] = indicator
                try indicator.requireMeasured()
                if allowed[indicator.number] == nil { allowed[indicator.number] = try scene.mayMeasure(indicator) }
                guard allowed[indicator.number] == true else { throw DomainError.invalid(.indicator, .unknown(name)) }
                let edit = try self.edit(row, indicator.definition)
                try indicator.check(edit, today: scene.today)
                if standing[indicator.number] == nil { standing[indicator.number] = try scene.indicators.values(of: indicator.number) }
                let value = edit.value.figure(indicator.type)
                if let before = standing[indicator.number]?[edit.on] {
                    guard before == value, value != nil else { throw DomainError.invalid(.on, .figure(.dayTaken(edit.on))) }
                    known += 1
                    continue
                }
                standing[indicator.number]?[edit.on] = .some(value)
                measures[FollowedIndicator.Key(indicator: indicator), default: []].append(
                    try indicator.measurement(
                        edit, correcting: nil, because: nil, by: scene.actor.name, at: scene.now, today: scene.today))
            } catch DomainError.invalid(let violations) {
                refuse(row, violations)
            }
        }
        let reading = MeasureReading(
            separator: table.table.separator, rows: table.table.rows.count,
            measures: Dictionary(uniqueKeysWithValues: measures.map { ($0.key.number, $0.value.count) }), problems: problems,
            problemCount: problemCount, known: known)
        return (reading, measures)
    }

    /// By number or by name, whatever the accents.
    private func indicator(_ text: String) throws -> Indicator {
        if let only = table.only {
            guard let indicator = byNumber[only] else { throw DomainError.notFound(.indicator) }
            return indicator
        }
        if let number = Int(text), let indicator = byNumber[number] { return indicator }
        let named = byName[text.folded] ?? []
        guard let indicator = named.first else {
            throw DomainError.invalid(.indicator, text.isEmpty ? .required : .unknown(text))
        }
        guard named.count == 1 else { throw DomainError.invalid(.indicator, .ambiguous(text, named.map { String($0.number) })) }
        return indicator
    }

    private func edit(_ row: CSVTable.Row, _ definition: IndicatorDefinition) throws -> MeasurementEdit {
        var violations: [Violation] = []
        func day(_ column: MeasureColumn, _ field: Field, atEnd: Bool) -> Day? {
            let text = table.cell(column, row)
            if text.isEmpty { return nil }
            if let day = Day(text) ?? CellDay(text, atEnd: atEnd)?.day { return day }
            violations.append(Violation(field, .notADay(text)))
            return nil
        }
        let on = day(.on, .on, atEnd: true)
        if on == nil, violations.isEmpty { violations.append(Violation(.on, .required)) }
        let from = day(.from, .from, atEnd: false)
        var value: MeasuredValue?
        let (part, whole) = (table.cell(.numerator, row), table.cell(.denominator, row))
        if !part.isEmpty || !whole.isEmpty {
            func number(_ text: String, _ field: Field) -> Double? {
                switch Figure.reading(text) {
                case .success(let number): return number
                case .failure(let rule):
                    violations.append(Violation(field, text.isEmpty ? .required : .figure(rule)))
                    return nil
                }
            }
            let (some, all) = (number(part, .numerator), number(whole, .denominator))
            if let some, let all { value = .fraction(some, over: all) }
        } else {
            let text = table.cell(.value, row)
            switch definition.read(text) {
            case .success(let read): value = read
            case .failure(let rule): violations.append(Violation(.value, text.isEmpty ? .required : .figure(rule)))
            }
        }
        var parts: [String: Double] = [:]
        if !table.others.isEmpty {
            for category in definition.categories {
                guard let text = table.others[category.folded].map({ row[$0] }), !text.isEmpty else { continue }
                switch definition.read(text) {
                case .success(let read): parts[category] = read.figure(definition.type)
                case .failure(let rule): violations.append(Violation(.categories, .figure(rule)))
                }
            }
        }
        let estimated = table.cell(.estimated, row).folded
        let isEstimated = ["oui", "o", "x", "1", "vrai", "true", "yes", "estime", "estimee", "estimated"].contains(estimated)
        guard violations.isEmpty, let on, let value else { throw DomainError.invalid(violations) }
        return MeasurementEdit(
            on: on, from: from, value: value, parts: parts, source: table.cell(.source, row), comment: table.cell(.comment, row),
            evidence: table.cell(.evidence, row), isEstimated: isEstimated)
    }
}
