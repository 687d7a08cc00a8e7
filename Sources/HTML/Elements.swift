/// The elements: each has a form with content in a closure and, where it holds text, a short form taking that text.
///
/// Text comes first in the short form, because Swift lets nothing unnamed follow a list of attributes.

extension HTMLWriter {
    // MARK: Page

    package func html(_ attributes: Attribute..., content: () -> Void) { element("html", attributes, content) }
    package func head(_ attributes: Attribute..., content: () -> Void) { element("head", attributes, content) }
    package func title(_ text: String) { element("title", [], text: text) }
    package func body(_ attributes: Attribute..., content: () -> Void) { element("body", attributes, content) }
    package func header(_ attributes: Attribute..., content: () -> Void) { element("header", attributes, content) }
    package func header(_ text: String, _ attributes: Attribute...) { element("header", attributes, text: text) }
    package func nav(_ attributes: Attribute..., content: () -> Void) { element("nav", attributes, content) }
    package func nav(_ text: String, _ attributes: Attribute...) { element("nav", attributes, text: text) }
    package func main(_ attributes: Attribute..., content: () -> Void) { element("main", attributes, content) }
    package func footer(_ attributes: Attribute..., content: () -> Void) { element("footer", attributes, content) }
    package func footer(_ text: String, _ attributes: Attribute...) { element("footer", attributes, text: text) }

    // MARK: Sections

    package func section(_ attributes: Attribute..., content: () -> Void) { element("section", attributes, content) }
    package func section(_ text: String, _ attributes: Attribute...) { element("section", attributes, text: text) }
    package func article(_ attributes: Attribute..., content: () -> Void) { element("article", attributes, content) }
    package func article(_ text: String, _ attributes: Attribute...) { element("article", attributes, text: text) }
    package func aside(_ attributes: Attribute..., content: () -> Void) { element("aside", attributes, content) }
    package func aside(_ text: String, _ attributes: Attribute...) { element("aside", attributes, text: text) }
    package func div(_ attributes: Attribute..., content: () -> Void) { element("div", attributes, content) }
    package func div(_ text: String, _ attributes: Attribute...) { element("div", attributes, text: text) }
    package func h1(_ attributes: Attribute..., content: () -> Void) { element("h1", attributes, content) }
    package func h1(_ text: String, _ attributes: Attribute...) { element("h1", attributes, text: text) }
    package func h2(_ attributes: Attribute..., content: () -> Void) { element("h2", attributes, content) }
    package func h2(_ text: String, _ attributes: Attribute...) { element("h2", attributes, text: text) }
    package func h3(_ attributes: Attribute..., content: () -> Void) { element("h3", attributes, content) }
    package func h3(_ text: String, _ attributes: Attribute...) { element("h3", attributes, text: text) }
    package func h4(_ attributes: Attribute..., content: () -> Void) { element("h4", attributes, content) }
    package func h4(_ text: String, _ attributes: Attribute...) { element("h4", attributes, text: text) }
    package func h5(_ attributes: Attribute..., content: () -> Void) { element("h5", attributes, content) }
    package func h5(_ text: String, _ attributes: Attribute...) { element("h5", attributes, text: text) }
    package func h6(_ attributes: Attribute..., content: () -> Void) { element("h6", attributes, content) }
    package func h6(_ text: String, _ attributes: Attribute...) { element("h6", attributes, text: text) }
    package func address(_ attributes: Attribute..., content: () -> Void) { element("address", attributes, content) }
    package func address(_ text: String, _ attributes: Attribute...) { element("address", attributes, text: text) }
    package func blockquote(_ attributes: Attribute..., content: () -> Void) { element("blockquote", attributes, content) }
    package func blockquote(_ text: String, _ attributes: Attribute...) { element("blockquote", attributes, text: text) }

    // MARK: Text

    package func p(_ attributes: Attribute..., content: () -> Void) { element("p", attributes, content) }
    package func p(_ text: String, _ attributes: Attribute...) { element("p", attributes, text: text) }
    package func span(_ attributes: Attribute..., content: () -> Void) { element("span", attributes, content) }
    package func span(_ text: String, _ attributes: Attribute...) { element("span", attributes, text: text) }
    package func a(_ attributes: Attribute..., content: () -> Void) { element("a", attributes, content) }
    package func a(_ text: String, _ attributes: Attribute...) { element("a", attributes, text: text) }
    package func b(_ attributes: Attribute..., content: () -> Void) { element("b", attributes, content) }
    package func b(_ text: String, _ attributes: Attribute...) { element("b", attributes, text: text) }
    package func strong(_ attributes: Attribute..., content: () -> Void) { element("strong", attributes, content) }
    package func strong(_ text: String, _ attributes: Attribute...) { element("strong", attributes, text: text) }
    package func em(_ attributes: Attribute..., content: () -> Void) { element("em", attributes, content) }
    package func em(_ text: String, _ attributes: Attribute...) { element("em", attributes, text: text) }
    package func small(_ attributes: Attribute..., content: () -> Void) { element("small", attributes, content) }
    package func small(_ text: String, _ attributes: Attribute...) { element("small", attributes, text: text) }
    package func code(_ attributes: Attribute..., content: () -> Void) { element("code", attributes, content) }
    package func code(_ text: String, _ attributes: Attribute...) { element("code", attributes, text: text) }
    package func pre(_ attributes: Attribute..., content: () -> Void) { element("pre", attributes, content) }
    package func pre(_ text: String, _ attributes: Attribute...) { element("pre", attributes, text: text) }
    package func kbd(_ attributes: Attribute..., content: () -> Void) { element("kbd", attributes, content) }
    package func kbd(_ text: String, _ attributes: Attribute...) { element("kbd", attributes, text: text) }
    package func abbr(_ attributes: Attribute..., content: () -> Void) { element("abbr", attributes, content) }
    package func abbr(_ text: String, _ attributes: Attribute...) { element("abbr", attributes, text: text) }
    package func mark(_ attributes: Attribute..., content: () -> Void) { element("mark", attributes, content) }
    package func mark(_ text: String, _ attributes: Attribute...) { element("mark", attributes, text: text) }
    package func del(_ attributes: Attribute..., content: () -> Void) { element("del", attributes, content) }
    package func del(_ text: String, _ attributes: Attribute...) { element("del", attributes, text: text) }
    package func ins(_ attributes: Attribute..., content: () -> Void) { element("ins", attributes, content) }
    package func ins(_ text: String, _ attributes: Attribute...) { element("ins", attributes, text: text) }
    package func sub(_ attributes: Attribute..., content: () -> Void) { element("sub", attributes, content) }
    package func sub(_ text: String, _ attributes: Attribute...) { element("sub", attributes, text: text) }
    package func sup(_ attributes: Attribute..., content: () -> Void) { element("sup", attributes, content) }
    package func sup(_ text: String, _ attributes: Attribute...) { element("sup", attributes, text: text) }
    package func time(_ attributes: Attribute..., content: () -> Void) { element("time", attributes, content) }
    package func time(_ text: String, _ attributes: Attribute...) { element("time", attributes, text: text) }
    package func cite(_ attributes: Attribute..., content: () -> Void) { element("cite", attributes, content) }
    package func cite(_ text: String, _ attributes: Attribute...) { element("cite", attributes, text: text) }
    package func q(_ attributes: Attribute..., content: () -> Void) { element("q", attributes, content) }
    package func q(_ text: String, _ attributes: Attribute...) { element("q", attributes, text: text) }

    // MARK: Lists

    package func ul(_ attributes: Attribute..., content: () -> Void) { element("ul", attributes, content) }
    package func ol(_ attributes: Attribute..., content: () -> Void) { element("ol", attributes, content) }
    package func li(_ attributes: Attribute..., content: () -> Void) { element("li", attributes, content) }
    package func li(_ text: String, _ attributes: Attribute...) { element("li", attributes, text: text) }
    package func dl(_ attributes: Attribute..., content: () -> Void) { element("dl", attributes, content) }
    package func dt(_ attributes: Attribute..., content: () -> Void) { element("dt", attributes, content) }
    package func dt(_ text: String, _ attributes: Attribute...) { element("dt", attributes, text: text) }
    package func dd(_ attributes: Attribute..., content: () -> Void) { element("dd", attributes, content) }
    package func dd(_ text: String, _ attributes: Attribute...) { element("dd", attributes, text: text) }

    // MARK: Figures and disclosures

    package func figure(_ attributes: Attribute..., content: () -> Void) { element("figure", attributes, content) }
    package func figure(_ text: String, _ attributes: Attribute...) { element("figure", attributes, text: text) }
    package func figcaption(_ attributes: Attribute..., content: () -> Void) { element("figcaption", attributes, content) }
    package func figcaption(_ text: String, _ attributes: Attribute...) { element("figcaption", attributes, text: text) }
    package func details(_ attributes: Attribute..., content: () -> Void) { element("details", attributes, content) }
    package func summary(_ attributes: Attribute..., content: () -> Void) { element("summary", attributes, content) }
    package func summary(_ text: String, _ attributes: Attribute...) { element("summary", attributes, text: text) }

    // MARK: Tables

    package func table(_ attributes: Attribute..., content: () -> Void) { element("table", attributes, content) }
    package func caption(_ attributes: Attribute..., content: () -> Void) { element("caption", attributes, content) }
    package func caption(_ text: String, _ attributes: Attribute...) { element("caption", attributes, text: text) }
    package func thead(_ attributes: Attribute..., content: () -> Void) { element("thead", attributes, content) }
    package func tbody(_ attributes: Attribute..., content: () -> Void) { element("tbody", attributes, content) }
    package func tfoot(_ attributes: Attribute..., content: () -> Void) { element("tfoot", attributes, content) }
    package func tr(_ attributes: Attribute..., content: () -> Void) { element("tr", attributes, content) }
    package func th(_ attributes: Attribute..., content: () -> Void) { element("th", attributes, content) }
    package func th(_ text: String, _ attributes: Attribute...) { element("th", attributes, text: text) }
    package func td(_ attributes: Attribute..., content: () -> Void) { element("td", attributes, content) }
    package func td(_ text: String, _ attributes: Attribute...) { element("td", attributes, text: text) }
    package func colgroup(_ attributes: Attribute..., content: () -> Void) { element("colgroup", attributes, content) }

    // MARK: Forms

    package func form(_ attributes: Attribute..., content: () -> Void) { element("form", attributes, content) }
    package func fieldset(_ attributes: Attribute..., content: () -> Void) { element("fieldset", attributes, content) }
    package func legend(_ attributes: Attribute..., content: () -> Void) { element("legend", attributes, content) }
    package func legend(_ text: String, _ attributes: Attribute...) { element("legend", attributes, text: text) }
    package func label(_ attributes: Attribute..., content: () -> Void) { element("label", attributes, content) }
    package func label(_ text: String, _ attributes: Attribute...) { element("label", attributes, text: text) }
    package func select(_ attributes: Attribute..., content: () -> Void) { element("select", attributes, content) }
    package func optgroup(_ attributes: Attribute..., content: () -> Void) { element("optgroup", attributes, content) }
    package func option(_ text: String, _ attributes: Attribute...) { element("option", attributes, text: text) }
    /// A parser drops the first newline of a text area: one that was typed is written twice.
    package func textarea(_ text: String, _ attributes: Attribute...) {
        element("textarea", attributes, text: text.utf8.first == UInt8(ascii: "\n") ? "\n" + text : text)
    }
    package func button(_ attributes: Attribute..., content: () -> Void) { element("button", attributes, content) }
    package func button(_ text: String, _ attributes: Attribute...) { element("button", attributes, text: text) }
    package func datalist(_ attributes: Attribute..., content: () -> Void) { element("datalist", attributes, content) }
    package func output(_ attributes: Attribute..., content: () -> Void) { element("output", attributes, content) }
    package func output(_ text: String, _ attributes: Attribute...) { element("output", attributes, text: text) }

    // MARK: Elements without content

    package func br(_ attributes: Attribute...) { void("br", attributes) }
    package func hr(_ attributes: Attribute...) { void("hr", attributes) }
    package func wbr(_ attributes: Attribute...) { void("wbr", attributes) }
    package func input(_ attributes: Attribute...) { void("input", attributes) }
    package func img(_ attributes: Attribute...) { void("img", attributes) }
    package func meta(_ attributes: Attribute...) { void("meta", attributes) }
    package func link(_ attributes: Attribute...) { void("link", attributes) }
    package func col(_ attributes: Attribute...) { void("col", attributes) }
}
