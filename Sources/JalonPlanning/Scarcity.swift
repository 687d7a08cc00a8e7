// What more means would bring.

/// What one more unit of each means would bring in value at most, by the prices of the linear relaxation: an upper estimate,
/// which holds for small amounts only, since whole actions rarely fit them exactly.
package struct Scarcity: Equatable, Sendable {
    package struct Direction: Equatable, Sendable {
        package let direction: String
        /// For one more person-day in each of the quarters.
        package let perDayInEachQuarter: Double
        /// The quarter in which one more person-day would bring most, nil when it would bring nothing in any; and how much.
        package let scarcestQuarter: Int?
        package let perDayThen: Double
    }

    package struct Year: Equatable, Sendable {
        package let year: Int
        /// For 1 000 more euros in that year.
        package let perThousandEuros: Double
    }

    package let directions: [Direction]
    package let years: [Year]

    static let unknown = Scarcity(directions: [], years: [])
}

extension Scarcity {
    /// `duals`: by resource, at the root; empty when the time was too short to know them.
    init(_ layout: Layout, duals: [Double]) {
        guard duals.count >= layout.resourceCount else {
            self = .unknown
            return
        }
        directions = layout.directions.enumerated().map { position, name in
            let prices = (0..<layout.quarters).map { max(0, duals[layout.days(position, $0)]) }
            let scarcest = prices.indices.max { (prices[$0], $1) < (prices[$1], $0) }.flatMap { prices[$0] > 1e-9 ? $0 : nil }
            return Direction(
                direction: name, perDayInEachQuarter: prices.reduce(0, +), scarcestQuarter: scarcest,
                perDayThen: scarcest.map { prices[$0] } ?? 0)
        }
        years = (0..<layout.years).map { Year(year: $0, perThousandEuros: 1000 * max(0, duals[layout.euros(4 * $0)])) }
    }
}
