/// Indicators and measures as programs and people read them.
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

func indicatorJSON(_ row: IndicatorRow, _ names: [Int: String]) -> JSON {
    let indicator = row.indicator
    let d = indicator.definition
    return [
        "id": .number(indicator.number), "name": .text(d.name), "type": .text(d.type.rawValue), "unit": .text(d.unit.description),
        "decimals": .number(d.decimals), "better": .text(d.direction.rawValue), "level": .text(d.level.rawValue),
        "status": .text(row.status.rawValue), "last": JSON(row.last?.value), "lastOn": JSON(row.last?.on.iso),
        "nextOn": JSON(indicator.nextMeasure(after: row.last)?.iso), "cadence": JSON(d.cadence?.rawValue),
        "responsible": JSON(d.responsible.flatMap { names[$0] }), "baseline": indicator.baseline.map(targetJSON) ?? .null,
        "targets": .array(indicator.targets.map(targetJSON)), "low": JSON(d.low), "high": JSON(d.high), "warning": JSON(d.warning),
        "alert": JSON(d.alert), "actions": JSON(d.actions.map(\.description)), "practices": JSON(d.practices),
        "categories": JSON(d.categories), "meaning": .text(d.meaning), "method": .text(d.method), "source": .text(d.source),
        "archived": .bool(indicator.archived),
    ]
}

private func targetJSON(_ target: IndicatorTarget) -> JSON { ["on": .text(target.on.iso), "value": .decimal(target.value)] }

func indicatorSheetJSON(_ sheet: IndicatorSheet) -> JSON {
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

func indicatorTable(_ sheet: IndicatorSheet, _ words: Words) -> Table {
    let d = sheet.indicator.definition
    func said(_ target: IndicatorTarget) -> String { "\(words.figure(target.value, of: d)) (\(words.day(target.on)))" }
    let measures = sheet.measures.prefix(12).map { measure in
        "\(words.shortDay(measure.on))\u{A0}: \(words.measured(measure.value, of: d))"
            + (measure.isEstimated ? words.say(" (estimation)", " (estimate)") : "")
            + (measure.source.isEmpty ? "" : ", \(measure.source)")
    }
    return Table(labels: [
        (words.subject(.indicator), .text("\(sheet.indicator.number). \(d.name)")),
        (words.field(.type), .text(words.indicatorType(d.type))),
        (words.field(.measureUnit), Cell(words.unit(d.unit))), (words.field(.level), .text(words.indicatorLevel(d.level))),
        (words.field(.direction), .text(words.indicatorDirection(d.direction))),
        (words.say("Situation", "Status"), .text(words.indicatorStatus(sheet.row.status))),
        (words.field(.baseline), Cell(sheet.indicator.baseline.map(said))),
        (words.say("Cibles", "Targets"), Cell(sheet.indicator.targets.map(said).joined(separator: "\n"))),
        (words.field(.warning), Cell(d.warning.map { words.figure($0, of: d) })),
        (words.field(.alert), Cell(d.alert.map { words.figure($0, of: d) })),
        (words.field(.responsible), Cell(d.responsible.flatMap { sheet.names[$0] })),
        (words.say("Rythme de mesure", "Measured"), Cell(d.cadence.map(words.cadence))), (words.field(.meaning), Cell(d.meaning)),
        (words.field(.method), Cell(d.method)), (words.field(.source), Cell(d.source)),
        (words.field(.practices), Cell(words.list(d.practices))),
        (words.field(.actions), Cell(sheet.served.map { "\($0.id) \($0.label)" }.joined(separator: "\n"))),
        (words.say("Mesures", "Measures"), Cell(measures.joined(separator: "\n"))),
    ])
}

func measureHeaders(_ words: Words) -> [String] {
    [
        words.say("N°", "No."), words.subject(.indicator), words.field(.from), words.say("Date", "Date"), words.field(.value),
        words.field(.measureUnit), words.field(.numerator), words.field(.denominator), words.field(.source), words.field(.comment),
        words.say("Preuve", "Evidence"), words.field(.estimated), words.say("Auteur", "Author"),
    ]
}

func measureCells(_ measure: Measurement, of indicator: Indicator, _ words: Words) -> [Cell] {
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

extension Desk {
    func answer(indicator number: Int) async throws {
        let sheet = try await workspace.indicator(number, visitor).model
        let last = sheet.row.last?.value.map { ", \(words.figure($0, of: sheet.indicator.definition))" } ?? ""
        let put = sheet.indicator.archived ? ", \(words.say("archivé", "archived"))" : ""
        try output.answer(
            words.labelled(
                words.say("Indicateur \(number)", "Indicator \(number)"),
                "\(sheet.indicator.name) (\(words.indicatorStatus(sheet.row.status).lowercased())\(last)\(put))"),
            indicatorSheetJSON(sheet))
    }
}
