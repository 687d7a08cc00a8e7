/// What was measured of indicators, day by day; values that were corrected stay.
package import JalonDomain
import SQL

extension IndicatorStore {
    private static let columns = SQLColumns<Measurement>(
        "measured_on, since, value, part, whole, words, source, comment, evidence, estimated, author, written_at, revision, reason"
    ) { row in
        let (on, since): (Day, Day?) = (try row.day(), try row.optionalDay())
        let (value, part, whole): (Double?, Double?, Double?) = (row.next(), row.next(), row.next())
        let words: String = row.next()
        let measured: MeasuredValue
        if let part, let whole { measured = .fraction(part, over: whole) } else { measured = value.map { .number($0) } ?? .words(words) }
        return Measurement(
            on: on, from: since, value: measured, parts: [:], source: row.next(), comment: row.next(), evidence: row.next(),
            isEstimated: row.next(), author: row.next(), at: try row.instant(), revision: row.next(), reason: row.next())
    }

    /// Those that stand, the latest first.
    package func measures(of indicator: Int, limit: Int = Int.max) throws -> [Measurement] {
        try withParts(
            of: indicator,
            try sql.all(
                """
                SELECT \(Self.columns) FROM measure WHERE organisation_id = \(organisation) AND indicator = \(indicator) AND stands
                ORDER BY measured_on DESC LIMIT \(limit)
                """, as: Self.columns))
    }

    /// Those that were corrected, the latest first.
    package func corrected(of indicator: Int) throws -> [Measurement] {
        try sql.all(
            """
            SELECT \(Self.columns) FROM measure WHERE organisation_id = \(organisation) AND indicator = \(indicator) AND NOT stands
            ORDER BY measured_on DESC, revision DESC
            """, as: Self.columns)
    }

    package func measure(of indicator: Int, on day: Day) throws -> Measurement? {
        try withParts(
            of: indicator,
            try sql.all(
                """
                SELECT \(Self.columns) FROM measure
                WHERE organisation_id = \(organisation) AND indicator = \(indicator) AND measured_on = \(day) AND stands
                """, as: Self.columns)
        ).first
    }

    private func withParts(of indicator: Int, _ measures: [Measurement]) throws -> [Measurement] {
        guard let last = measures.last?.on else { return [] }
        var parts: [Day: [Int: [String: Double]]] = [:]
        _ = try sql.all(
            """
            SELECT measured_on, revision, category, value FROM measure_part
            WHERE organisation_id = \(organisation) AND indicator = \(indicator) AND measured_on >= \(last)
            """
        ) { row in
            let (day, revision): (Day, Int) = (try row.day(), row.next())
            parts[day, default: [:]][revision, default: [:]][row.next()] = row.next(Double.self)
        }
        guard !parts.isEmpty else { return measures }
        return measures.map { measure in
            guard let own = parts[measure.on]?[measure.revision] else { return measure }
            return measure.with(parts: own)
        }
    }

    /// The figures of some indicators, by day: of each the latest `limit`.
    package func figures(of numbers: [Int], limit: Int) throws -> [Int: [IndicatorTarget]] {
        guard !numbers.isEmpty else { return [:] }
        var figures: [Int: [IndicatorTarget]] = [:]
        for number in numbers {
            figures[number] = try sql.all(
                """
                SELECT measured_on, value FROM measure
                WHERE organisation_id = \(organisation) AND indicator = \(number) AND stands AND value IS NOT NULL
                ORDER BY measured_on DESC LIMIT \(limit)
                """
            ) { IndicatorTarget(on: try $0.day(), value: $0.next()) }.reversed()
        }
        return figures
    }

    /// All that was measured of an indicator, by day; nothing for words.
    package func values(of indicator: Int) throws -> [Day: Double?] {
        Dictionary(
            uniqueKeysWithValues: try sql.all(
                "SELECT measured_on, value FROM measure WHERE organisation_id = \(organisation) AND indicator = \(indicator) AND stands"
            ) { (try $0.day(), $0.next(Double?.self)) })
    }

    /// Rows of one statement: enough that its text weighs nothing, few enough for the bindings of both engines.
    private static let batch = 100

    /// The measures of an indicator that stand from now on; the ones of the same days before them are kept, and no longer do.
    package func insert(_ measures: [Measurement], of indicator: Indicator) throws {
        for measure in measures where measure.revision > 1 {
            try sql.execute(
                """
                UPDATE measure SET stands = FALSE WHERE organisation_id = \(organisation) AND indicator = \(indicator.number)
                    AND measured_on = \(measure.on) AND stands
                """)
        }
        for start in stride(from: 0, to: measures.count, by: Self.batch) {
            let rows = measures[start..<min(start + Self.batch, measures.count)].map { m -> SQLQuery in
                var (part, whole): (Double?, Double?) = (nil, nil)
                var words = ""
                switch m.value {
                case .fraction(let some, let all): (part, whole) = (some, all)
                case .words(let text): words = text
                case .number: break
                }
                return """
                    (\(organisation), \(indicator.number), \(m.on), \(m.revision), TRUE, \(m.from), \(m.figure(indicator.type)), \(part),
                        \(whole), \(words), \(m.source), \(m.comment), \(m.evidence), \(m.isEstimated), \(m.author), \(m.at), \(m.reason))
                    """
            }
            try sql.execute(
                """
                INSERT INTO measure (organisation_id, indicator, measured_on, revision, stands, since, value, part, whole, words, source,
                    comment, evidence, estimated, author, written_at, reason)
                VALUES \(SQLQuery.joined(rows, by: ", "))
                """)
        }
        for measure in measures {
            for (category, value) in measure.parts {
                try sql.execute(
                    """
                    INSERT INTO measure_part (organisation_id, indicator, measured_on, revision, category, value)
                    VALUES (\(organisation), \(indicator.number), \(measure.on), \(measure.revision), \(category), \(value))
                    """)
            }
        }
        try refreshLast(of: indicator)
    }

    /// The whole series of a computed indicator, in place of what it was: these values are no one's word, they follow from others.
    package func replaceComputed(_ series: [IndicatorTarget], of indicator: Indicator, at now: Instant) throws {
        try sql.execute("DELETE FROM measure WHERE organisation_id = \(organisation) AND indicator = \(indicator.number)")
        try keep(computed: series, of: indicator, at: now)
    }

    /// What a plan gave on a day, in place of what it gave earlier that day.
    package func record(computed figure: IndicatorTarget, of indicator: Indicator, at now: Instant) throws {
        try sql.execute(
            """
            DELETE FROM measure
            WHERE organisation_id = \(organisation) AND indicator = \(indicator.number) AND measured_on = \(figure.on)
            """)
        try keep(computed: [figure], of: indicator, at: now)
    }

    private func keep(computed series: [IndicatorTarget], of indicator: Indicator, at now: Instant) throws {
        let measures = series.map { figure in
            Measurement(
                on: figure.on, from: nil, value: .number(figure.value), parts: [:], source: "", comment: "", evidence: "",
                isEstimated: false, author: "", at: now, revision: 1, reason: "")
        }
        if measures.isEmpty { try refreshLast(of: indicator) } else { try insert(measures, of: indicator) }
    }

    private func refreshLast(of indicator: Indicator) throws {
        let these: SQLQuery = "WHERE organisation_id = \(organisation) AND indicator = \(indicator.number) AND stands"
        try sql.execute(
            """
            UPDATE indicator SET last_on = (SELECT measured_on FROM measure \(these) ORDER BY measured_on DESC LIMIT 1),
                last_value = (SELECT value FROM measure \(these) ORDER BY measured_on DESC LIMIT 1)
            WHERE organisation_id = \(organisation) AND number = \(indicator.number)
            """)
    }
}
