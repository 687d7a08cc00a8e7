/// Writes one page of HTML into one buffer: tags close and text is escaped by construction.

package final class HTMLWriter {
    /// Unchecked, because checking each access took half the time of a page; no method holds it while another writes.
    @exclusivity(unchecked) private var sink: ByteSink

    /// 48 KB hold a page of fifty rows without growing.
    package init(reserving capacity: Int = 48 * 1024) {
        sink = ByteSink(capacity: capacity)
    }

    /// What is written so far, in UTF-8.
    package var bytes: [UInt8] { sink.bytes }

    package static func render(_ content: (HTMLWriter) -> Void) -> [UInt8] {
        let writer = HTMLWriter()
        content(writer)
        return writer.bytes
    }

    package func doctype() { sink.append("<!doctype html>") }

    package func text(_ text: String) { escape(text, quotes: false) }

    package func text(_ number: Int) { write(number) }

    package func raw(_ html: SafeHTML) {
        html.bytes.withUnsafeBufferPointer { write($0[...]) }
    }

    /// `<td role="cell">` with one class at most and the heading that the cell loses when its row becomes a card: what a list writes
    /// hundreds of, without an array of attributes each.
    package func tableCell(_ text: String, _ mark: StaticString = "", label: String? = nil) {
        sink.append("<td role=\"cell\"")
        if mark.utf8CodeUnitCount > 0 {
            sink.append(" class=\"")
            sink.append(mark)
            sink.append(UInt8(ascii: "\""))
        }
        if let label {
            sink.append(" data-l=\"")
            escape(label, quotes: true)
            sink.append(UInt8(ascii: "\""))
        }
        sink.append(UInt8(ascii: ">"))
        escape(text, quotes: false)
        sink.append("</td>")
    }

    /// A cell with a box to tick for its row, named like it; written as `tableCell` is.
    package func tickCell(_ name: StaticString, _ value: Int, label: String, checked: Bool) {
        sink.append("<td role=\"cell\" class=\"c\"><label><input type=\"checkbox\" name=\"")
        sink.append(name)
        sink.append("\" value=\"")
        write(value)
        sink.append("\" aria-label=\"")
        escape(label, quotes: true)
        sink.append(checked ? "\" checked></label></td>" : "\"></label></td>")
    }

    // MARK: What elements are made of

    func element(_ name: StaticString, _ attributes: [Attribute], _ content: () -> Void) {
        open(name, attributes)
        content()
        close(name)
    }

    func element(_ name: StaticString, _ attributes: [Attribute], text: String) {
        open(name, attributes)
        escape(text, quotes: false)
        close(name)
    }

    func void(_ name: StaticString, _ attributes: [Attribute]) { open(name, attributes) }

    /// An SVG shape without content.
    func shape(_ name: StaticString, _ attributes: [Attribute]) {
        start(name, attributes)
        sink.append("/>")
    }

    private func open(_ name: StaticString, _ attributes: [Attribute]) {
        start(name, attributes)
        sink.append(UInt8(ascii: ">"))
    }

    private func start(_ name: StaticString, _ attributes: [Attribute]) {
        sink.append(UInt8(ascii: "<"))
        sink.append(name)
        for attribute in attributes { write(attribute) }
    }

    private func write(_ attribute: Attribute) {
        if case .absent = attribute.value { return }
        sink.append(attribute.name)
        switch attribute.value {
        case .absent, .bare: return
        case .literal(let value):
            sink.append("=\"")
            sink.append(value)
        case .text(let value):
            sink.append("=\"")
            escape(value, quotes: true)
        case .number(let value):
            sink.append("=\"")
            write(value)
        }
        sink.append(UInt8(ascii: "\""))
    }

    private func close(_ name: StaticString) {
        sink.append("</")
        sink.append(name)
        sink.append(UInt8(ascii: ">"))
    }

    private func write(_ number: Int) {
        guard number < 0 || number > 9 else { return sink.append(UInt8(ascii: "0") + UInt8(number)) }
        var digits = String(number)
        digits.withUTF8 { write($0[...]) }
    }

    private func write(_ run: Slice<UnsafeBufferPointer<UInt8>>) {
        if let start = run.base.baseAddress { sink.append(start + run.startIndex, run.count) }
    }

    /// Copies runs of ordinary bytes whole; every byte to escape is at most `>`, which few letters are.
    private func escape(_ text: String, quotes: Bool) {
        var text = text
        text.withUTF8 { source in
            var runStart = 0
            for index in 0..<source.count where source[index] <= UInt8(ascii: ">") {
                let entity: StaticString
                switch source[index] {
                case UInt8(ascii: "&"): entity = "&amp;"
                case UInt8(ascii: "<"): entity = "&lt;"
                case UInt8(ascii: ">"): entity = "&gt;"
                case UInt8(ascii: "\"") where quotes: entity = "&quot;"
                case UInt8(ascii: "'") where quotes: entity = "&#39;"
                default: continue
                }
                write(source[runStart..<index])
                sink.append(entity)
                runStart = index + 1
            }
            write(source[runStart...])
        }
    }
}
