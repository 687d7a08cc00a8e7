/// Markdown in cmark-gfm's safe mode: no HTML of its own, no link but to the web or a mailbox, no image fetched from elsewhere.

import CMarkdown
package import HTML

package enum Markdown {
    /// Registering twice at once would corrupt cmark's list.
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    /// Headings start at h3, below the page's own, unless told otherwise.
    package static func render(_ text: String, from top: Int32 = 3) -> SafeHTML {
        _ = registered
        let nothing = SafeHTML(fromSafeRenderer: [])
        guard !text.isEmpty, let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return nothing }
        defer { cmark_parser_free(parser) }
        for name in ["table", "autolink", "strikethrough"] {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return nothing }
        defer { cmark_node_free(document) }
        shiftHeadings(in: document, to: top)
        showRawHTML(in: document)
        tameLinks(in: document)
        // Without CMARK_OPT_UNSAFE, raw HTML and dangerous links are left out.
        guard let html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)) else { return nothing }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return SafeHTML(fromSafeRenderer: Array(String(cString: html).utf8))
    }

    private static func nodes(in document: OpaquePointer, where matches: (OpaquePointer) -> Bool) -> [OpaquePointer] {
        guard let iterator = cmark_iter_new(document) else { return [] }
        defer { cmark_iter_free(iterator) }
        var found: [OpaquePointer] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return found }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), matches(node) { found.append(node) }
        }
    }

    private static func shiftHeadings(in document: OpaquePointer, to first: Int32) {
        let headings = nodes(in: document) { cmark_node_get_type($0) == CMARK_NODE_HEADING }
        guard let top = headings.map({ cmark_node_get_heading_level($0) }).min() else { return }
        for heading in headings { cmark_node_set_heading_level(heading, min(6, cmark_node_get_heading_level(heading) - top + first)) }
    }

    /// Raw HTML is shown as it was typed, but for comments; `<br>` breaks the line, as tables need.
    private static func showRawHTML(in document: OpaquePointer) {
        for node in nodes(in: document, where: { [CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK].contains(cmark_node_get_type($0)) }) {
            let raw = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
            let isBlock = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
            let isBreak = !isBlock && ["<br>", "<br/>", "<br />"].contains(raw.lowercased())
            if !raw.hasPrefix("<!--"), let shown = cmark_node_new(isBreak ? CMARK_NODE_LINEBREAK : CMARK_NODE_TEXT) {
                if !isBreak { cmark_node_set_literal(shown, raw) }
                if isBlock, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
                    cmark_node_append_child(paragraph, shown)
                    cmark_node_insert_before(node, paragraph)
                } else {
                    cmark_node_insert_before(node, shown)
                }
            }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
    }

    /// An image becomes a link to it, named by its words; a link that leads nowhere safe becomes its own text.
    private static func tameLinks(in document: OpaquePointer) {
        for node in nodes(in: document, where: { [CMARK_NODE_LINK, CMARK_NODE_IMAGE].contains(cmark_node_get_type($0)) }) {
            let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            let isSafe = ExternalLink(url) != nil
            guard cmark_node_get_type(node) == CMARK_NODE_IMAGE || !isSafe else { continue }
            var kept: OpaquePointer?
            if isSafe, let link = cmark_node_new(CMARK_NODE_LINK) {
                cmark_node_set_url(link, url)
                cmark_node_insert_before(node, link)
                kept = link
            }
            while let child = cmark_node_first_child(node) {
                if let kept { cmark_node_append_child(kept, child) } else { cmark_node_insert_before(node, child) }
            }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
    }
}
