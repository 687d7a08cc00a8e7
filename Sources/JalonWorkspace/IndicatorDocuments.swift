/// Indicators and their measures as other programs read them.
package import JalonDomain
package import JalonExchange
import JalonStore

package func indicatorJSON(_ row: IndicatorRow, _ names: [Int: String]) -> JSON {
    let indicator = row.indicator
    let d = indicator.definition
    return [
        "id": .number(indicator.number), "name": .text(d.name), "type": .text(d.type.rawValue), "unit": .text(d.unit.description),
        "decimals": .number(d.decimals), "better": .text(d.direction.rawValue), "level": .text(d.level.rawValue),
        "status": .text(row.status.rawValue), "last": JSON(row.last?.value), "lastOn": JSON(row.last?.on.iso),
        "nextOn": JSON(indicator.nextMeasure(after: row.last)?.iso), "cadence": JSON(d.cadence?.rawValue),
        "responsible": JSON(d.responsible.flatMap { names[$0] }), "baseline": indicator.baseline.map(targetJSON) ?? .null,
        "targets": .array(indicator.targets.map(targetJSON)), "low": JSON(d.low), "high": JSON(d.high), "warning": JSON(d.warning),
        "alert": JSON(d.alert), "formula": d.formula.map(formulaJSON) ?? .null, "actions": JSON(d.actions.map(\.description)),
        "practices": JSON(d.practices),
        "categories": JSON(d.categories), "meaning": .text(d.meaning), "method": .text(d.method), "source": .text(d.source),
        "archived": .bool(indicator.archived),
    ]
}

private func formulaJSON(_ formula: IndicatorFormula) -> JSON {
    [
        "operation": .text(formula.operation.rawValue), "plan": JSON(formula.plan),
        "terms": .array(formula.terms.map { ["id": .number($0.indicator), "weight": .decimal($0.weight)] }),
    ]
}

private func targetJSON(_ target: IndicatorTarget) -> JSON { ["on": .text(target.on.iso), "value": .decimal(target.value)] }

/// With all its measures.
package func indicatorSheetJSON(_ sheet: IndicatorSheet) -> JSON {
    indicatorJSON(sheet.row, sheet.names).adding([
        "measures": .array(sheet.measures.map { measureJSON($0, sheet.indicator.type) }),
        "corrected": .array(sheet.corrected.map { measureJSON($0, sheet.indicator.type) }),
    ])
}

private func measureJSON(_ measure: Measurement, _ type: IndicatorType) -> JSON {
    var (part, whole): (Double?, Double?) = (nil, nil)
    if case .fraction(let some, let all) = measure.value { (part, whole) = (some, all) }
    var words: String?
    if case .words(let text) = measure.value { words = text }
    return [
        "on": .text(measure.on.iso), "from": JSON(measure.from?.iso), "value": JSON(measure.figure(type)), "text": JSON(words),
        "numerator": JSON(part), "denominator": JSON(whole), "source": .text(measure.source), "comment": .text(measure.comment),
        "evidence": .text(measure.evidence), "estimated": .bool(measure.isEstimated), "author": .text(measure.author),
        "at": .text(measure.at.iso), "revision": .number(measure.revision), "reason": .text(measure.reason),
        "parts": .object(measure.parts.sorted { $0.key < $1.key }.map { (key: $0.key, value: .decimal($0.value)) }),
    ]
}

/// The columns of a table of measures; those that a table of measures is read by.
package func measureHeaders(_ words: Words) -> [String] {
    [
        words.say("N°", "No."), words.subject(.indicator), words.field(.from), words.say("Date", "Date"), words.field(.value),
        words.field(.measureUnit), words.field(.numerator), words.field(.denominator), words.field(.source), words.field(.comment),
        words.say("Preuve", "Evidence"), words.field(.estimated), words.say("Auteur", "Author"),
    ]
}

package func measureCells(_ measure: Measurement, of indicator: Indicator, _ words: Words) -> [Cell] {
    var (part, whole): (Double?, Double?) = (nil, nil)
    if case .fraction(let some, let all) = measure.value { (part, whole) = (some, all) }
    func plain(_ value: Double?) -> Cell { Cell(value.map { words.plain($0) }) }
    var value = plain(measure.figure(indicator.type))
    if case .words(let text) = measure.value { value = .text(text) }
    if indicator.type == .boolean, let figure = measure.figure(.boolean) { value = .text(figure == 1 ? words.yes : words.no) }
    let unit = indicator.type == .percentage ? "%" : words.unit(indicator.definition.unit)
    return [
        .integer(indicator.number), .text(indicator.name), Cell(measure.from), .day(measure.on), value, Cell(unit), plain(part),
        plain(whole),
        Cell(measure.source), Cell(measure.comment), Cell(measure.evidence), Cell(measure.isEstimated ? words.yes : words.no),
        Cell(measure.author),
    ]
}

/// What indicators are, as a table: all that is written of each.
package func indicatorTable(_ rows: [IndicatorRow], _ names: [Int: String], _ words: Words) -> (headers: [String], rows: [[Cell]]) {
    let headers = [
        words.say("N°", "No."), words.field(.name), words.field(.type), words.field(.measureUnit), words.field(.direction),
        words.say("Niveau", "Level"), words.field(.meaning), words.field(.method), words.field(.source), words.say("Rythme", "Cadence"),
        words.field(.responsible), words.field(.practices), words.field(.actions), words.field(.categories), words.field(.formula),
        words.field(.baseline), words.say("Cibles", "Targets"), words.field(.low), words.field(.high), words.field(.warning),
        words.field(.alert), words.say("Situation", "Status"), words.say("Dernière valeur", "Last value"), words.say("Au", "On"),
    ]
    func plain(_ value: Double?) -> Cell { Cell(value.map { words.plain($0) }) }
    func said(_ target: IndicatorTarget) -> String { "\(words.plain(target.value)) (\(target.on.iso))" }
    let cells = rows.map { row -> [Cell] in
        let indicator = row.indicator
        let d = indicator.definition
        let formula = d.formula.map { formula in
            ([words.indicatorOperation(formula.operation)] + formula.terms.map(\.description)).joined(separator: " ")
        }
        return [
            .integer(indicator.number), .text(d.name), .text(words.indicatorType(d.type)),
            Cell(d.type == .percentage ? "%" : words.unit(d.unit)), .text(words.indicatorDirection(d.direction)),
            .text(words.indicatorLevel(d.level)), Cell(d.meaning), Cell(d.method), Cell(d.source), Cell(d.cadence.map(words.cadence)),
            Cell(d.responsible.flatMap { names[$0] }), Cell(d.practices.joined(separator: " | ")),
            Cell(d.actions.map(\.description).joined(separator: " | ")), Cell(d.categories.joined(separator: " | ")), Cell(formula),
            Cell(indicator.baseline.map(said)), Cell(indicator.targets.map(said).joined(separator: " | ")), plain(d.low), plain(d.high),
            plain(d.warning), plain(d.alert), .text(words.indicatorStatus(row.status)), plain(row.last?.value), Cell(row.last?.on),
        ]
    }
    return (headers, cells)
}

package func indicatorCSV(_ rows: [IndicatorRow], _ names: [Int: String], _ words: Words) -> [UInt8] {
    let table = indicatorTable(rows, names, words)
    return CSVWriter(words.language).write(headers: table.headers, rows: table.rows)
}

/// Every measure of some indicators, as a table.
package func measureCSV(_ sheets: [IndicatorSheet], _ words: Words) -> [UInt8] {
    CSVWriter(words.language).write(
        headers: measureHeaders(words),
        rows: sheets.flatMap { sheet in sheet.measures.reversed().map { measureCells($0, of: sheet.indicator, words) } })
}
