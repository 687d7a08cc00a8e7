/// The guide's folder of Markdown pages: practices are recognised by their front matter, themes by their index page.

import Foundation
import JalonDomain

enum MarkdownGuide {
    /// One page: its path inside the folder, and its bytes.
    struct File {
        var path: String
        var bytes: [UInt8]
    }

    /// Where the guide is published; its pages keep their folders below.
    static let published = "https://ecoresponsable.numerique.gouv.fr/publications/bonnes-pratiques/"

    static func draft(of files: [File], folder: String) -> CatalogueDraft {
        var draft = CatalogueDraft()
        var pages: [Page] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let shown = folder.isEmpty ? file.path : "\(folder)/\(file.path)"
            do throws(CatalogueError) {
                let page = try MarkdownPage.parse(try SourceText.decode(file.bytes, file: shown), file: shown)
                if let node = page.frontMatter { pages.append(Page(path: file.path, shown: shown, node: node, page: page)) }
            } catch {
                draft.problems += error.problems
            }
        }
        let shelves = Shelves(pages)
        draft.title = pages.first { $0.path == "index.md" }?.node["title", "titre"]?.localisedText
        draft.themes = shelves.themes
        for page in pages where page.isPractice {
            if page.kind == nil {
                draft.notes.append(.init(file: page.shown, line: page.page.firstLine, reason: CatalogueReason.noType))
            }
            draft.practices.append(practice(page, shelves: shelves, notes: &draft.notes))
        }
        draft.date = pages.filter(\.isPractice).compactMap { $0.node["date"]?.word }.filter { isDay($0.text) }.max { $0.text < $1.text }
        return draft
    }

    private static func practice(_ page: Page, shelves: Shelves, notes: inout [CatalogueProblem]) -> PracticeDraft {
        let file = page.shown
        var practice = PracticeDraft(
            page.node, file: file, firstLine: page.page.firstLine,
            onPair: { notes.append(.init(file: file, line: $0, reason: CatalogueReason.textFromPair)) })
        // « id » is the site's business; only idbp names the practice.
        practice.id = page.node["idbp"]?.word
        let shelf = shelves.shelf(of: page)
        practice.themeID = shelf.id ?? practice.themeID
        practice.themeTitle = shelf.title
        practice.link = Located(text: link(to: page.path), line: page.page.firstLine)
        practice.text = page.page.body.isEmpty ? nil : page.page.body
        return practice
    }

    /// The published address of a page: the site keeps the folders, and writes accents as the web does.
    static func link(to path: String) -> String {
        var parts = path.precomposedStringWithCanonicalMapping.split(separator: "/").map(String.init)
        // When a wider folder is read, the guide's own starts after this name.
        if let start = parts.dropLast().lastIndex(of: "bonnes-pratiques") { parts.removeFirst(start + 1) }
        if let last = parts.popLast() {
            let name = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
            if name != "index" { parts.append(name) }
        }
        let encoded = parts.map { $0.addingPercentEncoding(withAllowedCharacters: .urlUnreserved) ?? $0 }
        return published + encoded.map { $0 + "/" }.joined()
    }
}

extension CharacterSet {
    fileprivate static let urlUnreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}

private struct Page {
    var path: String
    var shown: String
    var node: SourceNode
    var page: MarkdownPage

    var kind: String? { node["type"]?.word?.text.folded }

    /// `type: bpnr`; older pages without a type are practices when they carry a practice's id.
    var isPractice: Bool { kind == "bpnr" || kind == nil && node["idbp"]?.word != nil }

    var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

    var parent: String? { node["eleventynavigation"]?["parent"]?.word?.text.folded ?? node["parent"]?.word?.text.folded }

    var key: String? { node["eleventynavigation"]?["key"]?.word?.text.folded ?? node["key"]?.word?.text.folded }
}

/// Where a page sits: the theme of its folder's index page, else that of the page its parent names.
private struct Shelves {
    var themes: [ThemeDraft] = []
    private var byFolder: [String: (id: String?, title: String?)] = [:]
    private var byKey: [String: (id: String?, title: String?)] = [:]

    init(_ pages: [Page]) {
        for page in pages where !page.isPractice {
            let id = page.node["idthematique"]?.word
            let title = page.node["title", "titre"]?.localisedText
            if let id { themes.append(ThemeDraft(file: page.shown, id: id, title: title)) }
            let isIndex = page.path.lowercased().hasSuffix("index.md")
            if id != nil || isIndex && !page.folder.isEmpty { byFolder[page.folder] = (id?.text, title?.fr) }
            // Older versions name the parent by its folder as well as by its key.
            for name in [page.key, page.folder.split(separator: "/").last.map { String($0).folded }].compactMap(\.self)
            where id != nil && byKey[name] == nil {
                byKey[name] = (id?.text, title?.fr)
            }
        }
    }

    func shelf(of page: Page) -> (id: String?, title: String?) {
        if let shelf = byFolder[page.folder], shelf.id != nil { return shelf }
        if let shelf = page.parent.flatMap({ byKey[$0] }) { return shelf }
        if let shelf = byFolder[page.folder] { return shelf }
        let name = page.folder.split(separator: "/").last.map(String.init)
        return (nil, name?.split(separator: "-").joined(separator: " "))
    }
}
