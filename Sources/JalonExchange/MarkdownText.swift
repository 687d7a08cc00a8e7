/// Markdown as documents write it: what people typed is shown as it was typed, and nothing in it becomes a heading, a link or HTML.

package struct MarkdownText: Sendable {
    package private(set) var written = ""

    package init() {}

    package mutating func heading(_ level: Int, _ text: String) {
        block(String(repeating: "#", count: level) + " " + Self.line(text))
    }

    package mutating func paragraph(_ text: String) { block(Self.line(text)) }

    /// Lines of a list; nothing for none.
    package mutating func list(_ items: [String]) {
        guard !items.isEmpty else { return }
        block(items.map { "- " + Self.line($0) }.joined(separator: "\n"))
    }

    /// What someone wrote in Markdown, as it is, below the headings that stand.
    package mutating func markdown(_ text: String) {
        if !text.isEmpty { block(text) }
    }

    package mutating func table(_ headers: [String], _ rows: [[String]]) {
        func row(_ cells: [String]) -> String { "| " + cells.map(Self.line).joined(separator: " | ") + " |" }
        block(([row(headers), "|" + String(repeating: " --- |", count: headers.count)] + rows.map(row)).joined(separator: "\n"))
    }

    private mutating func block(_ text: String) { written += (written.isEmpty ? "" : "\n") + text + "\n" }

    /// On one line, with what Markdown would understand kept from it.
    private static func line(_ text: String) -> String {
        var line = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~": line += "\\" + String(character)
            case "\n", "\r", "\r\n": line += " "
            default: line.append(character)
            }
        }
        return line
    }
}
