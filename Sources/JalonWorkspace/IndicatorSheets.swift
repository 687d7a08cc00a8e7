/// All that the page of an indicator says.
package import JalonDomain
package import JalonStore

package struct IndicatorSheet: Sendable {
    /// Measures that the page and the line of trend are made from, at most.
    package static let mostMeasures = 240

    package let row: IndicatorRow
    /// The latest first.
    package let measures: [Measurement]
    /// What was corrected, the latest first.
    package let corrected: [Measurement]
    package let trend: Trend?
    package let names: [Int: String]
    package let served: [ServedAction]
    package let mayMeasure: Bool
    /// The names of the indicators that it is computed from.
    package let sources: [Int: String]
    package let today: Day

    package var indicator: Indicator { row.indicator }
}

private struct ToldIndicator: Sendable {
    let row: IndicatorRow
    let measures: [Measurement]
    let corrected: [Measurement]
    let trend: Trend?
    let served: [ServedAction]
    let sources: [Int: String]
}

extension Scene {
    /// `limit` measures, the latest; without one, as its page shows it, remembered until something changes.
    func indicatorSheet(_ number: Int, limit: Int? = nil) throws -> IndicatorSheet {
        let told: ToldIndicator
        if let limit {
            told = try self.told(of: number, limit: limit)
        } else {
            told = try remembered("indicator \(number)", plan: 0) { try self.told(of: number, limit: IndicatorSheet.mostMeasures) }
        }
        let indicator = told.row.indicator
        return IndicatorSheet(
            row: told.row, measures: told.measures, corrected: told.corrected, trend: told.trend, names: try partyNames(),
            served: told.served, mayMeasure: try !indicator.archived && mayMeasure(indicator), sources: told.sources, today: today)
    }

    /// What its page says to everyone alike.
    private func told(of number: Int, limit: Int) throws -> ToldIndicator {
        let followed = try present(try indicator(number))
        let measures = try indicators.measures(of: number, limit: limit)
        let type = followed.indicator.type
        let points = measures.reversed().compactMap { measure in measure.figure(type).map { (on: measure.on, value: $0) } }
        let terms = (followed.indicator.definition.formula?.terms ?? []).map(\.indicator)
        return ToldIndicator(
            row: IndicatorRow(followed: followed, status: followed.status(today: today)), measures: measures,
            corrected: try indicators.corrected(of: number),
            trend: type.isNumeric ? Trend(points.suffix(IndicatorSheet.mostMeasures)) : nil, served: try indicators.served(by: number),
            sources: Dictionary(uniqueKeysWithValues: try indicators.these(terms).map { ($0.indicator.number, $0.indicator.name) }))
    }
}
