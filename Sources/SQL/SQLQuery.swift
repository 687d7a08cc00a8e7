/// A statement: literal text with bindings. A string known only at run time can become a binding and nothing else,
/// because the literal parts are `StaticString`s.
public struct SQLQuery: ExpressibleByStringInterpolation, Sendable {
    package enum Part: Sendable {
        case literal(StaticString)
        case binding(SQLValue)
        /// The two engines' own spelling of the same thing.
        case dialect(sqlite: StaticString, postgres: StaticString)
    }

    package private(set) var parts: [Part]

    public init(stringLiteral value: StaticString) {
        parts = [.literal(value)]
    }

    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    /// Nothing at all, to append to.
    public static let empty = SQLQuery(stringLiteral: "")

    public static func + (left: SQLQuery, right: SQLQuery) -> SQLQuery {
        var sum = left
        sum.parts += right.parts
        return sum
    }

    public static func += (left: inout SQLQuery, right: SQLQuery) {
        left.parts += right.parts
    }

    /// The parts joined by a separator, as in a list of conditions.
    public static func joined(_ queries: [SQLQuery], by separator: SQLQuery) -> SQLQuery {
        var result = SQLQuery.empty
        for (index, query) in queries.enumerated() {
            if index > 0 { result += separator }
            result += query
        }
        return result
    }

    /// The text with `$1`, `$2`… where the bindings go (both engines read it), and the bindings in that order.
    package func rendered(for dialect: SQLDialect) -> (text: String, bindings: [SQLValue]) {
        var text = ""
        var bindings: [SQLValue] = []
        for part in parts {
            switch part {
            case .literal(let literal): text += literal.description
            case .binding(let value):
                bindings.append(value)
                text += "$\(bindings.count)"
            case .dialect(let sqlite, let postgres):
                text += (dialect == .sqlite ? sqlite : postgres).description
            }
        }
        return (text, bindings)
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            parts.append(.literal(literal))
        }

        public mutating func appendInterpolation(_ value: some SQLBindable) {
            parts.append(.binding(value.sqlValue))
        }

        public mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            parts.append(.binding(value?.sqlValue ?? .null))
        }

        /// A fragment: its bindings are numbered with those of the whole statement.
        public mutating func appendInterpolation(_ query: SQLQuery) {
            parts += query.parts
        }

        /// The names of the columns that a decoder reads.
        public mutating func appendInterpolation<Value>(_ columns: SQLColumns<Value>) {
            parts.append(.literal(columns.list))
        }
    }

    /// Text compared byte by byte on both engines, whatever the collation of the database: for keys that lists are sorted by.
    public static let sortableText = SQLQuery(parts: [.dialect(sqlite: "TEXT", postgres: "TEXT COLLATE \"C\"")])

    private init(parts: [Part]) {
        self.parts = parts
    }
}

package enum SQLDialect: Sendable {
    case sqlite, postgres
}

/// A value that a statement binds.
public enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case boolean(Bool)
}

/// What can stand in a statement as `\(value)`.
public protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension String: SQLBindable { public var sqlValue: SQLValue { .text(self) } }
extension Int: SQLBindable { public var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Double: SQLBindable { public var sqlValue: SQLValue { .real(self) } }
extension Bool: SQLBindable { public var sqlValue: SQLValue { .boolean(self) } }
