/// What addresses are put together from: queries, and places of this site.
import HTML

/// What follows the question mark: names and values, in order, encoded.
package struct Query: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    package static let empty = Query()

    private var text = ""

    package init() {}

    package init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { add(name, value) }
    }

    package init(dictionaryLiteral pairs: (String, String)...) {
        for (name, value) in pairs { add(name, value) }
    }

    /// An empty value says nothing, and is left out.
    package mutating func add(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        text += "\(text.isEmpty ? "?" : "&")\(encoded(name))=\(encoded(value))"
    }

    package func adding(_ name: String, _ value: String?) -> Query {
        var copy = self
        copy.add(name, value)
        return copy
    }

    /// With its question mark; empty when there is nothing to ask.
    package var suffix: String { text }
}

/// A place of this site that a form sends back, as after a change of language: never another site.
package struct LocalPath: Destination, Equatable {
    package let url: String

    package init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2000,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        url = text
    }

    /// What this site names is on this site.
    init(path: Path) { url = path.url }
}

/// Percent-encoded, but for letters, digits and `-._~`.
func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            bytes.append(byte)
        default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
