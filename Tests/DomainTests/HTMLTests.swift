/// HTML: hostile text never becomes markup, and tags always close.

import HTML
import Testing

private struct Place: Destination {
    let url: String
}

private func written(_ content: (HTMLWriter) -> Void) -> String { String(decoding: HTMLWriter.render(content), as: UTF8.self) }

@Suite struct HTMLTests {
    private let hostile = "</td><script>alert('&amp;')</script>\" onclick=\"x"

    @Test func `text is escaped`() {
        let escaped = "&lt;/td&gt;&lt;script&gt;alert('&amp;amp;')&lt;/script&gt;\" onclick=\"x"
        #expect(written { $0.text(hostile) } == escaped)
        #expect(written { $0.td(hostile) } == "<td>\(escaped)</td>")
        #expect(written { $0.title(hostile) } == "<title>\(escaped)</title>")
        #expect(written { $0.textarea(hostile) } == "<textarea>\(escaped)</textarea>")
        #expect(written { $0.svgText(hostile) } == "<text>\(escaped)</text>")
    }

    @Test func `attributes are escaped, quotes too`() {
        let escaped = "&lt;/td&gt;&lt;script&gt;alert(&#39;&amp;amp;&#39;)&lt;/script&gt;&quot; onclick=&quot;x"
        #expect(written { $0.input(.value(hostile)) } == "<input value=\"\(escaped)\">")
        #expect(written { $0.td("", .label(hostile)) } == "<td data-l=\"\(escaped)\"></td>")
        #expect(written { $0.a("x", .href(Place(url: hostile))) } == "<a href=\"\(escaped)\">x</a>")
        #expect(written { $0.path(.d(hostile)) } == "<path d=\"\(escaped)\"/>")
        #expect(written { $0.div(.ariaLabel(hostile)) {} } == "<div aria-label=\"\(escaped)\"></div>")
    }

    @Test func `ordinary text is untouched`() {
        let text = "Réduction des achats\u{A0}: 62\u{A0}% d’économie, 100 ≤ 200 🌱"
        #expect(written { $0.text(text) } == text)
        #expect(written { $0.text("") } == "")
        #expect(written { $0.text("&") } == "&amp;")
        #expect(written { $0.text("a<b>c") } == "a&lt;b&gt;c")
    }

    @Test func `tags nest and close`() {
        let html = written { html in
            html.doctype()
            html.table(.class("pile"), .role(.table)) {
                html.tr { html.th("Nom", .scope(.col)) }
                html.tr { html.td(.class("n")) { html.b("3") } }
            }
            html.br()
        }
        #expect(
            html
                == "<!doctype html><table class=\"pile\" role=\"table\"><tr><th scope=\"col\">Nom</th></tr>"
                + "<tr><td class=\"n\"><b>3</b></td></tr></table><br>")
    }

    @Test func `attributes that say nothing are not written`() {
        #expect(written { $0.input(.checked(false), .required(true), .class(""), .none, .describedBy([])) } == "<input required>")
        #expect(written { $0.option("x", .when(true, .selected), .when(false, .disabled)) } == "<option selected>x</option>")
    }

    @Test func `numbers are written as they are`() {
        #expect(written { $0.text(-12) } == "-12")
        #expect(written { $0.td("", .colspan(12)) } == "<td colspan=\"12\"></td>")
        #expect(written { $0.circle(.cx(20.24), .cy(-0.05), .r(4)) } == "<circle cx=\"20.2\" cy=\"-0.1\" r=\"4\"/>")
        #expect(written { $0.polyline(.points([(0, 1.25), (.nan, 3)])) } == "<polyline points=\"0,1.3 0,3\"/>")
    }

    @Test func `a typed newline at the top of a text area is kept`() {
        #expect(written { $0.textarea("\nfoo", .name("t")) } == "<textarea name=\"t\">\n\nfoo</textarea>")
    }

    @Test func `pictures have a title and a description`() {
        let html = written { html in
            html.picture("2 finies", description: "Une bande par action.", width: 40, height: 24) { html.path(.class("p"), .d("M1 1h2")) }
        }
        #expect(
            html
                == "<svg role=\"img\" viewBox=\"0 0 40 24\" width=\"40\"><title>2 finies</title><desc>Une bande par action.</desc>"
                + "<path class=\"p\" d=\"M1 1h2\"/></svg>")
    }

    @Test func `a long page grows beyond its reserve`() {
        let writer = HTMLWriter(reserving: 16)
        for _ in 0..<1000 { writer.p("Écrit <mille> fois") }
        #expect(writer.bytes.count == 1000 * "<p>Écrit &lt;mille&gt; fois</p>".utf8.count)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " https://example.org", "data:text/html,x", "//example.org",
        "/local", "https://", "vbscript:x", "",
    ])
    func `an external link is only to the web or a mailbox`(_ text: String) { #expect(ExternalLink(text) == nil) }

    @Test(arguments: ["https://example.org/a?b=c", "HTTP://example.org", "mailto:a@example.org"])
    func `external links are kept as typed`(_ text: String) { #expect(ExternalLink(text)?.url == text) }

    @Test func `a fragment leads into a page`() {
        #expect(Fragment("contenu").url == "#contenu")
        #expect(Place(url: "/a").at("maj").url == "/a#maj")
    }
}
