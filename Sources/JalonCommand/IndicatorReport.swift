/// Indicators and measures as programs and people read them.
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

func indicatorSheetTable(_ sheet: IndicatorSheet, _ words: Words) -> Table {
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
        (words.field(.measureUnit), Cell(words.unit(d.unit))), (words.say("Niveau", "Level"), .text(words.indicatorLevel(d.level))),
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
