/// Writes a catalogue in Jalon's own YAML, the form `JalonDocument` reads back to the same values.

package import JalonDomain

package enum JalonDocumentWriter {
    package static func yaml(_ catalogue: Catalogue) -> String {
        var out = "catalogue: \(quote(catalogue.name))\nversion: \(quote(catalogue.version))\n"
        if let date = catalogue.date { out += "date: \(quote(date))\n" }
        out += text("title", catalogue.title, indent: "")
        out += "themes:\n"
        for theme in catalogue.themes {
            out += "  - id: \(quote(theme.id))\n" + text("title", theme.title, indent: "    ")
        }
        out += "practices:\n"
        for practice in catalogue.practices { out += self.practice(practice) }
        return out
    }

    private static func practice(_ practice: Practice) -> String {
        let indent = "    "
        var out = "  - id: \(quote(practice.id))\n" + text("title", practice.title, indent: indent)
        out += "\(indent)priority: \(practice.priority.rawValue)\n"
        if let difficulty = practice.difficulty { out += "\(indent)difficulty: \(difficulty.rawValue)\n" }
        out += list("pilots", practice.pilots, indent: indent) + list("indicators", practice.indicators, indent: indent)
        if let link = practice.link { out += "\(indent)link: \(quote(link))\n" }
        if let summary = practice.summary { out += text("summary", summary, indent: indent) }
        if let body = practice.text { out += "\(indent)text: \(block(body, indent: indent))\n" }
        return out
    }

    private static func text(_ key: String, _ text: LocalisedText, indent: String) -> String {
        guard let english = text.en else { return "\(indent)\(key): \(quote(text.fr))\n" }
        return "\(indent)\(key):\n\(indent)  fr: \(quote(text.fr))\n\(indent)  en: \(quote(english))\n"
    }

    private static func list(_ key: String, _ list: LocalisedList, indent: String) -> String {
        guard let english = list.en else { return "\(indent)\(key):\(items(list.fr, indent: indent + "  "))\n" }
        let deeper = indent + "    "
        return "\(indent)\(key):\n\(indent)  fr:\(items(list.fr, indent: deeper))\n\(indent)  en:\(items(english, indent: deeper))\n"
    }

    private static func items(_ items: [String], indent: String) -> String {
        items.isEmpty ? " []" : items.map { "\n\(indent)- \(quote($0))" }.joined()
    }

    /// A literal block where the text allows it, so that the guide's pages stay readable; else one quoted line.
    private static func block(_ text: String, indent: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !needsEscape($0) }
        guard isPlain, let first = text.first, !first.isWhitespace, text.last != "\n" else { return quote(text) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "|-" + lines.map { $0.isEmpty ? "\n" : "\n\(indent)  \($0)" }.joined()
    }

    private static func quote(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case _ where needsEscape(scalar):
                let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
                out += "\\U" + String(repeating: "0", count: 8 - hexadecimal.count) + hexadecimal
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    /// What YAML does not take as it is: controls, its other line ends, and the byte-order mark.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: scalar != "\n"
        default: false
        }
    }
}
