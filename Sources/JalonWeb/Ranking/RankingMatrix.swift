/// Impact against feasibility, drawn: each action a numbered mark, its range a dashed line, four corners in plain words.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct RankingMatrix {
    /// Marks drawn at most: more are not told apart.
    static let most = 60
    /// As wide as a narrow screen, where all four corners are to be seen at once.
    private static let (width, height) = (340.0, 440.0)
    private static let (left, right, top, bottom) = (1.0, 339.0, 22.0, 420.0)
    /// From the middle of a mark to its edge.
    private static let radius = 11.0

    private let words: Words
    private let actions: [RankedAction]
    private let isCut: Bool

    /// The best ranked first.
    init(_ words: Words, _ actions: [RankedAction]) {
        self.words = words
        self.actions = Array(actions.prefix(Self.most))
        isCut = actions.count > Self.most
    }

    func write(_ html: HTMLWriter) {
        html.figure {
            html.picture(
                words.matrixTitle, description: words.matrixDescription(actions), width: Int(Self.width), height: Int(Self.height),
                shown: 460
            ) {
                frame(html)
                for action in actions { range(html, action) }
                let places = Self.places(of: actions)
                html.g(.textAnchor(.middle)) {
                    for (action, place) in zip(actions, places) { mark(html, action, place) }
                }
            }
            html.figcaption(words.matrixCaption(isCut: isCut))
        }
    }

    private static func x(_ feasibility: Double) -> Double { left + feasibility / 100 * (right - left) }
    private static func y(_ impact: Double) -> Double { bottom - impact / 100 * (bottom - top) }

    private func frame(_ html: HTMLWriter) {
        let middle = (x: Self.x(50), y: Self.y(50))
        html.rect(.class("t"), .x(middle.x), .y(Self.top), .width(Self.right - middle.x), .height(middle.y - Self.top))
        html.path(.class("q"), .d("M\(Int(Self.left)) \(Int(Self.top))H\(Int(Self.right))V\(Int(Self.bottom))H\(Int(Self.left))z"))
        html.line(.class("q"), .x1(middle.x), .y1(Self.top), .x2(middle.x), .y2(Self.bottom))
        html.line(.class("q"), .x1(Self.left), .y1(middle.y), .x2(Self.right), .y2(middle.y))
        html.svgText(words.quadrant(.major), .x(Self.left + 6), .y(Self.top + 16), .fontWeight(700))
        html.svgText(words.quadrant(.first), .x(Self.right - 6), .y(Self.top + 16), .fontWeight(700), .textAnchor(.end))
        html.svgText(words.quadrant(.discuss), .x(Self.left + 6), .y(Self.bottom - 6), .fontWeight(700))
        html.svgText(words.quadrant(.passing), .x(Self.right - 6), .y(Self.bottom - 6), .fontWeight(700), .textAnchor(.end))
        html.svgText("\(words.feasibility) →", .class("m"), .x(Self.right), .y(Self.bottom + 17), .textAnchor(.end))
        html.svgText("↑ \(words.field(.impact))", .class("m"), .x(Self.left), .y(Self.top - 8))
    }

    private func range(_ html: HTMLWriter, _ action: RankedAction) {
        guard let impact = action.impact.span, let feasibility = action.feasibility else { return }
        let (x, y) = (Self.x(feasibility.central), Self.y(impact.central))
        if !feasibility.isExact {
            html.line(.class("d"), .x1(Self.x(feasibility.low)), .y1(y), .x2(Self.x(feasibility.high)), .y2(y))
        }
        if !impact.isExact { html.line(.class("d"), .x1(x), .y1(Self.y(impact.low)), .x2(x), .y2(Self.y(impact.high))) }
    }

    /// A circle where gains are counted, a diamond where the impact is judged.
    private func mark(_ html: HTMLWriter, _ action: RankedAction, _ place: (x: Double, y: Double)) {
        if case .gains = action.impact {
            html.circle(.class("p"), .cx(place.x), .cy(place.y), .r(Self.radius))
        } else {
            html.path(.class("p"), .d("M\(Int(place.x)) \(Int(place.y) - 14)l14 14-14 14-14-14z"))
        }
        html.svgText(
            String(action.number), .class("w"), .x(place.x), .y(place.y + 4.5), .when(action.number > 99, .fontSize(10)))
    }

    /// Where each mark stands: its own place, or the nearest free one of its corner when others stand there already.
    private static func places(of actions: [RankedAction]) -> [(x: Double, y: Double)] {
        let gap = radius * 2 + 2
        var taken: [(x: Double, y: Double)] = []
        for action in actions {
            let feasibility = action.feasibility?.central ?? 0
            let impact = action.impact.span?.central ?? 0
            let (isEasy, isStrong) = (feasibility >= 50, impact >= 50)
            let (low, high) = isEasy ? (x(50), right) : (left, x(50))
            let (above, below) = isStrong ? (top + 18, y(50)) : (y(50), bottom - 18)
            func within(_ place: (x: Double, y: Double)) -> (x: Double, y: Double) {
                (min(max(place.x, low + radius + 3), high - radius - 3), min(max(place.y, above + radius + 3), below - radius - 3))
            }
            func isFree(_ place: (x: Double, y: Double)) -> Bool {
                !taken.contains { abs($0.x - place.x) < gap && abs($0.y - place.y) < gap }
            }
            let own = within((x(feasibility), y(impact)))
            var place = own
            search: for ring in 0...18 {
                for step in 0..<max(1, ring * 8) {
                    let candidate = within(spiral(around: own, ring, step))
                    if isFree(candidate) {
                        place = candidate
                        break search
                    }
                }
            }
            taken.append(place)
        }
        return taken
    }

    /// The steps of a square ring, half a mark further out each.
    private static func spiral(around own: (x: Double, y: Double), _ ring: Int, _ step: Int) -> (x: Double, y: Double) {
        guard ring > 0 else { return own }
        let reach = Double(ring) * radius
        let (side, along) = (step / (ring * 2), Double(step % (ring * 2)) * radius - reach)
        switch side {
        case 0: return (own.x + along, own.y - reach)
        case 1: return (own.x + reach, own.y + along)
        case 2: return (own.x - along, own.y + reach)
        default: return (own.x - reach, own.y - along)
        }
    }
}

extension Words {
    fileprivate var matrixTitle: String { say("Effet et faisabilité des actions", "Impact and feasibility of actions") }

    fileprivate func matrixDescription(_ actions: [RankedAction]) -> String {
        let counts = RankingQuadrant.allCases.map { quadrant in
            labelled(self.quadrant(quadrant), number(actions.count { $0.quadrant == quadrant }))
        }
        return counts.joined(separator: say("\u{A0}; ", "; ")) + "."
    }

    fileprivate func matrixCaption(isCut: Bool) -> String {
        let cut =
            isCut
            ? say("Les \(number(RankingMatrix.most)) premières actions. ", "The first \(number(RankingMatrix.most)) actions. ") : ""
        return cut
            + say(
                "Chaque marque porte le numéro de l’action. Rond\u{A0}: gains chiffrés. Losange\u{A0}: effet jugé. Tireté\u{A0}: ce qui reste incertain. Les marques qui se gênent s’écartent, sans changer de coin.",
                "Each mark bears the action’s number. Circle: counted gains. Diamond: judged impact. Dashes: what remains uncertain. Marks in each other’s way move apart, within their corner."
            )
    }
}
