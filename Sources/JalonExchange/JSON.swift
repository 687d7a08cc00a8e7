/// JSON as commands write it: keys in the order they are given, what is unknown said with `null`.

package enum JSON: Sendable {
    case null
    case bool(Bool)
    case number(Int)
    /// A finite one.
    case decimal(Double)
    case text(String)
    case array([JSON])
    case object([(key: String, value: JSON)])

    package init(_ text: String?) { self = text.map(JSON.text) ?? .null }
    package init(_ number: Int?) { self = number.map(JSON.number) ?? .null }
    package init(_ number: Double?) { self = number.map(JSON.decimal) ?? .null }
    package init(_ texts: [String]) { self = .array(texts.map(JSON.text)) }

    /// The object with more keys after its own.
    package func adding(_ more: KeyValuePairs<String, JSON>) -> JSON {
        guard case .object(let pairs) = self else { return self }
        return .object(pairs + more.map { (key: $0.key, value: $0.value) })
    }

    /// Indented by two spaces; a list of plain values stays on its line.
    package var written: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += String(value)
        case .decimal(let value): text += Self.plain(value)
        case .text(let value): Self.quote(value, to: &text)
        case .array(let items) where items.allSatisfy(\.isPlain):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += ", " }
                item.write(to: &text, indent: indent)
            }
            text += "]"
        case .array(let items):
            Self.lines("[", "]", items, to: &text, indent) { $1.write(to: &$0, indent: indent + "  ") }
        case .object(let pairs) where pairs.isEmpty: text += "{}"
        case .object(let pairs):
            Self.lines("{", "}", pairs, to: &text, indent) { text, pair in
                Self.quote(pair.key, to: &text)
                text += ": "
                pair.value.write(to: &text, indent: indent + "  ")
            }
        }
    }

    private var isPlain: Bool {
        switch self {
        case .null, .bool, .number, .decimal, .text: true
        case .array, .object: false
        }
    }

    private static func lines<Item>(
        _ open: String, _ close: String, _ items: [Item], to text: inout String, _ indent: String, _ write: (inout String, Item) -> Void
    ) {
        text += open + "\n"
        for (index, item) in items.enumerated() {
            if index > 0 { text += ",\n" }
            text += indent + "  "
            write(&text, item)
        }
        text += "\n" + indent + close
    }

    /// The shortest that reads back the same, without a decimal mark where there is nothing after it.
    private static func plain(_ value: Double) -> String {
        if let whole = Int(exactly: value), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
        return value.isFinite ? String(value) : "null"
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { (key: $0.0, value: $0.1) }) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(nilLiteral: ()) { self = .null }
}
