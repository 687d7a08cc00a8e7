/// The days asked of each direction against those it can give, quarter by quarter on the roadmap's own axis; and the same as a table.
import HTML
import JalonDomain

struct WorkloadPicture {
    /// Directions drawn; the table has them all.
    private static let most = 8
    private static let (strip, tallest) = (92, 46.0)

    let words: Words
    let axis: TimeAxis
    let load: Workload
    let names: [Int: String]
    let today: Day

    private var asked: [Workload.Direction] { load.directions.filter { $0.needed.contains { $0 > 0 } } }

    /// Those asked for anything, the most strained ones where there are too many.
    private var drawn: [Workload.Direction] {
        let asked = asked
        guard asked.count > Self.most else { return asked }
        let strained = asked.sorted { ($0.strain, $1.id) > ($1.strain, $0.id) }.prefix(Self.most).map(\.id)
        return asked.filter { strained.contains($0.id) }
    }

    func write(_ html: HTMLWriter) {
        let height = TimeAxis.head + drawn.count * Self.strip
        html.figure {
            html.div(.class("defile"), .role(.region), .ariaLabel(words.ganttRegion(words.workloadTitle)), .tabindex(0)) {
                html.picture(words.workloadTitle, description: words.workloadLead(load, names), width: axis.width, height: height) {
                    axis.write(html, words, height: height)
                    axis.today(html, words, today, height: height)
                    for (index, direction) in drawn.enumerated() { strip(html, direction, TimeAxis.head + index * Self.strip) }
                }
            }
            html.figcaption(words.workloadCaption(isCut: asked.count > Self.most))
        }
    }

    /// One direction to its own scale: bars of what is asked, dashes of what it can give, what is beyond them apart.
    private func strip(_ html: HTMLWriter, _ direction: Workload.Direction, _ y: Int) {
        let ground = y + Self.strip - 6
        let largest = max((direction.needed + (direction.capacity ?? [])).max() ?? 0, 1e-9)
        func tall(_ days: Double) -> Int { Int((days / largest * Self.tallest).rounded()) }
        var (within, beyond, given) = ("", "", "")
        html.path(.class("q"), .d("M0 \(ground)H\(axis.width)"))
        html.g(.class("h"), .textAnchor(.middle)) {
            for (index, needed) in direction.needed.enumerated() {
                let place = load.horizon.quarter(index).distance(from: axis.first)
                guard place >= 0, place < axis.count else { continue }
                let (left, wide, capacity) = (axis.left(of: place), axis.pitch - 6, direction.capacity?[index])
                let (most, least) = (tall(needed), tall(min(needed, capacity ?? needed)))
                if least > 0 { within += "M\(left + 3) \(ground)v-\(least)h\(wide)v\(least)z" }
                if most > least { beyond += "M\(left + 3) \(ground - least)v-\(most - least)h\(wide)v\(most - least)z" }
                if let capacity { given += "M\(left) \(ground - tall(capacity))h\(axis.pitch)" }
                guard needed > 0 else { continue }
                let isLacking = direction.lacks(in: index)
                html.svgText(
                    words.workloadShort(needed, of: capacity), .class(isLacking ? "v" : ""), .x(Double(left + axis.pitch / 2)),
                    .y(Double(ground - max(most, tall(capacity ?? 0)) - 5)), .when(isLacking, .fontWeight(700)))
            }
        }
        for (mark, shapes) in [("p", within), ("v", beyond), ("d", given)] as [(StaticString, String)] where !shapes.isEmpty {
            html.path(.class(mark), .d(shapes))
        }
        let name = (names[direction.id] ?? "?") + (direction.capacity == nil ? ", \(words.workloadUnknown)" : "")
        html.svgText(name, .class("h"), .x(0), .y(Double(y) + 16), .fontWeight(700))
    }

    func table(_ html: HTMLWriter) {
        html.div(.class("defile"), .role(.region), .ariaLabel(words.workloadCaptionOfTable), .tabindex(0)) {
            html.table {
                html.caption(words.workloadCaptionOfTable)
                html.thead {
                    html.tr {
                        html.th(words.field(.unit), .scope(.col))
                        for quarter in load.horizon.quarters { html.th(words.period(quarter), .scope(.col), .class("n")) }
                    }
                }
                html.tbody {
                    for direction in load.directions {
                        html.tr {
                            html.th(names[direction.id] ?? "?", .scope(.row))
                            for (index, needed) in direction.needed.enumerated() {
                                let said = words.workload(needed, of: direction.capacity?[index])
                                html.td(.class("n")) {
                                    if direction.lacks(in: index) { html.span(said, .class("hc")) } else { html.text(said) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
