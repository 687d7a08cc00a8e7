/// SVG, for pictures drawn on the server: a picture for everyone has a title and a description with its figures.

extension HTMLWriter {
    /// A picture that says something: `title` names it, `description` gives its figures. It is shown `shown` wide where there is room.
    package func picture(
        _ title: String, description: String, width: Int, height: Int, shown: Int? = nil, content: () -> Void
    ) {
        svg(.role(.img), .viewBox(width, height), .width(shown ?? width)) {
            element("title", [], text: title)
            element("desc", [], text: description)
            content()
        }
    }

    /// An ornament that a reader of screens passes over.
    package func ornament(width: Int, height: Int, content: () -> Void) {
        svg(.ariaHidden, .width(width), .height(height), .viewBox(width, height), content: content)
    }

    package func svg(_ attributes: Attribute..., content: () -> Void) { element("svg", attributes, content) }
    package func g(_ attributes: Attribute..., content: () -> Void) { element("g", attributes, content) }
    /// SVG's `title`, `desc` and `text`, under names that HTML's own do not take.
    package func svgTitle(_ text: String) { element("title", [], text: text) }
    package func desc(_ text: String) { element("desc", [], text: text) }
    package func svgText(_ text: String, _ attributes: Attribute...) { element("text", attributes, text: text) }
    package func svgText(_ attributes: Attribute..., content: () -> Void) { element("text", attributes, content) }
    package func tspan(_ text: String, _ attributes: Attribute...) { element("tspan", attributes, text: text) }
    /// A link inside a picture is HTML's `a`.
    package func path(_ attributes: Attribute...) { shape("path", attributes) }
    package func rect(_ attributes: Attribute...) { shape("rect", attributes) }
    package func circle(_ attributes: Attribute...) { shape("circle", attributes) }
    package func line(_ attributes: Attribute...) { shape("line", attributes) }
    package func polyline(_ attributes: Attribute...) { shape("polyline", attributes) }
    package func polygon(_ attributes: Attribute...) { shape("polygon", attributes) }
}

extension Attribute {
    package enum Anchor: String, Sendable { case start, middle, end }

    package static func viewBox(_ width: Int, _ height: Int) -> Attribute { Attribute(" viewBox", .text("0 0 \(width) \(height)")) }
    package static func width(_ number: Int) -> Attribute { Attribute(" width", .number(number)) }
    package static func height(_ number: Int) -> Attribute { Attribute(" height", .number(number)) }
    package static func d(_ commands: String) -> Attribute { Attribute(" d", .text(commands)) }
    package static func points(_ points: [(x: Double, y: Double)]) -> Attribute {
        Attribute(" points", .text(points.map { "\(short($0.x)),\(short($0.y))" }.joined(separator: " ")))
    }
    package static func x(_ number: Double) -> Attribute { Attribute(" x", .text(short(number))) }
    package static func y(_ number: Double) -> Attribute { Attribute(" y", .text(short(number))) }
    package static func x1(_ number: Double) -> Attribute { Attribute(" x1", .text(short(number))) }
    package static func y1(_ number: Double) -> Attribute { Attribute(" y1", .text(short(number))) }
    package static func x2(_ number: Double) -> Attribute { Attribute(" x2", .text(short(number))) }
    package static func y2(_ number: Double) -> Attribute { Attribute(" y2", .text(short(number))) }
    package static func cx(_ number: Double) -> Attribute { Attribute(" cx", .text(short(number))) }
    package static func cy(_ number: Double) -> Attribute { Attribute(" cy", .text(short(number))) }
    package static func r(_ number: Double) -> Attribute { Attribute(" r", .text(short(number))) }
    package static func rx(_ number: Double) -> Attribute { Attribute(" rx", .text(short(number))) }
    package static func dx(_ number: Double) -> Attribute { Attribute(" dx", .text(short(number))) }
    package static func dy(_ number: Double) -> Attribute { Attribute(" dy", .text(short(number))) }
    package static func width(_ number: Double) -> Attribute { Attribute(" width", .text(short(number))) }
    package static func height(_ number: Double) -> Attribute { Attribute(" height", .text(short(number))) }
    package static func strokeWidth(_ number: Double) -> Attribute { Attribute(" stroke-width", .text(short(number))) }
    package static func textAnchor(_ anchor: Anchor) -> Attribute { Attribute(" text-anchor", .text(anchor.rawValue)) }
    package static func fontWeight(_ weight: Int) -> Attribute { Attribute(" font-weight", .number(weight)) }
    package static func fontSize(_ size: Int) -> Attribute { Attribute(" font-size", .number(size)) }

    /// At most one decimal: a tenth of a pixel is not seen.
    private static func short(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e9 else { return "0" }
        let tenths = Int((number * 10).rounded())
        let whole = abs(tenths) / 10
        let rest = abs(tenths) % 10
        return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
    }
}
