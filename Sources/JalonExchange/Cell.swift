/// A cell of a table, typed: what a spreadsheet, a terminal or a script each write their own way.
package import JalonDomain

package enum Cell: Sendable, Equatable {
    case empty
    case text(String)
    case integer(Int)
    /// An amount in cents.
    case cents(Int)
    case day(Day)

    package init(_ text: String?) {
        self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
    }

    package init(_ number: Int?) {
        self = number.map(Cell.integer) ?? .empty
    }

    package init(_ day: Day?) {
        self = day.map(Cell.day) ?? .empty
    }
}
