/// A Markdown file in two parts: its YAML front matter, if it has one, and its text.

import JalonDomain

struct MarkdownPage {
    var frontMatter: SourceNode?
    /// The front matter's first line in the file, for what is missing from it.
    var firstLine: Int
    var body: String

    static func parse(_ text: String, file: String) throws(CatalogueError) -> MarkdownPage {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // Some editors leave blank lines above the front matter.
        let start = lines.firstIndex { !$0.trimmed.isEmpty } ?? 0
        guard start < lines.count, isFence(lines[start]) else { return MarkdownPage(frontMatter: nil, firstLine: 1, body: text.trimmed) }
        guard let end = lines[(start + 1)...].firstIndex(where: isFence) else {
            // A page may open with a horizontal rule: only one that looks like a practice or a theme was meant as front matter.
            guard lines[(start + 1)...].contains(where: looksLikeOurs) else {
                return MarkdownPage(frontMatter: nil, firstLine: 1, body: text.trimmed)
            }
            throw .invalid(file, start + 1, CatalogueReason.notClosed)
        }
        let yaml = lines[(start + 1)..<end].joined(separator: "\n")
        let node = try YAMLSource.parse(yaml, file: file, firstLine: start + 2)
        return MarkdownPage(frontMatter: node, firstLine: start + 2, body: body(lines[(end + 1)...]))
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).trimmed.isEmpty
    }

    private static func looksLikeOurs(_ line: Substring) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return false }
        return ["idbp", "idthematique"].contains(String(line[..<colon]).folded)
    }

    /// Without blank lines around; the first line keeps its indentation, which means something in Markdown.
    static func body(_ lines: ArraySlice<Substring>) -> String {
        let isText: (Substring) -> Bool = { !$0.trimmed.isEmpty }
        guard let first = lines.firstIndex(where: isText), let last = lines.lastIndex(where: isText) else { return "" }
        return lines[first...last].joined(separator: "\n")
    }
}
