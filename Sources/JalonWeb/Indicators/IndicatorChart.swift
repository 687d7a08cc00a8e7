/// Measures drawn: a line of trend for a row of a table, and the chart of an indicator with its way, thresholds and what is to come.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

extension HTMLWriter {
    /// The latest figures as a line, the target dashed; a dash where there are too few to draw.
    func trend(_ figures: [IndicatorTarget], of indicator: Indicator, _ words: Words) {
        let definition = indicator.definition
        guard definition.type.isNumeric, figures.count > 1, let first = figures.first, let last = figures.last else {
            return text("–")
        }
        let target = indicator.targets.last
        let scale = Scale(figures.map(\.value) + (target.map { [$0.value] } ?? []), 31, 5)
        let days = Scale(figures.map { Double($0.on.ordinal) }, 4, 91)
        let points = figures.map { (x: days[Double($0.on.ordinal)], y: scale[$0.value]) }
        picture(
            words.trendTitle, description: words.trendDescription(figures.count, first, last, target, definition), width: 96, height: 36
        ) {
            if let target { line(.class("d"), .x1(0), .y1(scale[target.value]), .x2(96), .y2(scale[target.value])) }
            polyline(.class("l"), .points(points))
            if let point = points.last { circle(.class("p"), .cx(point.x), .cy(point.y), .r(4)) }
        }
    }
}

extension HTMLWriter {
    /// The same beside a figure that says how it stands: an ornament, since a list has one for each of its rows.
    func shortTrend(_ figures: [IndicatorTarget], of indicator: Indicator) {
        guard indicator.type.isNumeric, figures.count > 1 else { return }
        let scale = Scale(figures.map(\.value), 20, 4)
        let days = Scale(figures.map { Double($0.on.ordinal) }, 2, 62)
        ornament(width: 64, height: 24) {
            polyline(.class("l"), .points(figures.map { (x: days[Double($0.on.ordinal)], y: scale[$0.value]) }))
        }
    }
}

/// Values laid out between two ends of a picture.
private struct Scale {
    private let low: Double
    private let size: Double
    private let start: Double
    private let end: Double

    /// From the least to the most; all in the middle where they are one.
    init(_ values: [Double], _ start: Double, _ end: Double) {
        let least = values.min() ?? 0
        let most = values.max() ?? 1
        let spread = most - least
        low = spread > 0 ? least : least - 1
        size = spread > 0 ? spread : 2
        self.start = start
        self.end = end
    }

    subscript(_ value: Double) -> Double { start + (value - low) / size * (end - start) }
}

struct IndicatorChart {
    /// Measures drawn at most: more are not told apart.
    private static let mostPoints = 60
    private static let (width, height) = (440.0, 240.0)
    private static let (left, right, top, bottom) = (52.0, 428.0, 20.0, 204.0)

    private let words: Words
    private let sheet: IndicatorSheet
    private let points: [IndicatorTarget]
    private let ticks: [Double]
    private let x: Scale
    private let y: Scale
    private let end: Day

    private var indicator: Indicator { sheet.indicator }
    private var definition: IndicatorDefinition { indicator.definition }

    /// `nil` where there is nothing to draw.
    init?(_ words: Words, _ sheet: IndicatorSheet) {
        let indicator = sheet.indicator
        guard indicator.type.isNumeric else { return nil }
        let points = sheet.measures.prefix(Self.mostPoints).reversed().compactMap { measure in
            measure.figure(indicator.type).map { IndicatorTarget(on: measure.on, value: $0) }
        }
        let way = indicator.trajectory
        let days = (points + way).map(\.on)
        guard let first = days.min(), let last = days.max(), first < last, !points.isEmpty else { return nil }
        let end = max(last, sheet.today)
        var values = (points + way).map(\.value)
        for limit in [indicator.definition.low, indicator.definition.high, indicator.definition.warning, indicator.definition.alert] {
            if let limit { values.append(limit) }
        }
        if let trend = sheet.trend, let aim = indicator.targets.last {
            let range = trend.range(on: aim.on)
            // What is far beyond the figures would flatten them.
            let (least, most) = (values.min() ?? 0, values.max() ?? 0)
            let room = max(most - least, 1e-9) * 0.5
            values += [max(range.lowerBound, least - room), min(range.upperBound, most + room)]
        }
        self.words = words
        self.sheet = sheet
        self.points = points
        self.end = end
        ticks = Self.ticks(from: values.min() ?? 0, to: values.max() ?? 1)
        y = Scale(ticks, Self.bottom, Self.top)
        x = Scale([Double(first.ordinal), Double(end.ordinal)], Self.left, Self.right)
    }

    func write(_ html: HTMLWriter) {
        html.figure {
            html.picture(
                words.chartTitle(indicator.name), description: words.chartDescription(sheet, points), width: Int(Self.width),
                height: Int(Self.height)
            ) {
                axes(html)
                limits(html)
                forecast(html)
                way(html)
                if points.count > 1 { html.polyline(.class("l"), .points(points.map(place))) }
                for point in points { html.circle(.class("p"), .cx(place(point).x), .cy(place(point).y), .r(points.count > 24 ? 2 : 3.5)) }
                // Today.
                let now = x[Double(sheet.today.ordinal)]
                if now <= Self.right { html.line(.class("a"), .x1(now), .y1(Self.top), .x2(now), .y2(Self.bottom)) }
            }
            html.figcaption(words.chartCaption(hasWay: indicator.trajectory.count > 1, hasTrend: ahead != nil, hasLimits: hasLimits))
        }
    }

    private func place(_ point: IndicatorTarget) -> (x: Double, y: Double) { (x[Double(point.on.ordinal)], y[point.value]) }

    private func axes(_ html: HTMLWriter) {
        html.g(.textAnchor(.end)) {
            for tick in ticks {
                html.line(.class("q"), .x1(Self.left), .y1(y[tick]), .x2(Self.right), .y2(y[tick]))
                html.svgText(words.figure(tick, decimals: 6), .class("m"), .x(Self.left - 8), .y(y[tick] + 4))
            }
        }
        let years = (points.first.map { $0.on.civil.year } ?? 2000)...end.civil.year
        let step = max(1, years.count / 8)
        for year in stride(from: years.lowerBound, through: years.upperBound, by: step) {
            guard let first = Day(year: year, month: 1, day: 1) else { continue }
            let place = x[Double(first.ordinal)]
            guard (Self.left...Self.right - 20).contains(place) else { continue }
            html.line(.class("q"), .x1(place), .y1(Self.bottom), .x2(place), .y2(Self.bottom + 6))
            html.svgText(String(year), .class("m"), .x(place), .y(Self.bottom + 22), .textAnchor(.middle))
        }
    }

    private var hasLimits: Bool { definition.warning != nil || definition.alert != nil || definition.low != nil }

    private func limits(_ html: HTMLWriter) {
        if let low = definition.low, let high = definition.high, definition.direction == .within {
            html.rect(.class("t"), .x(Self.left), .y(y[high]), .width(Self.right - Self.left), .height(y[low] - y[high]))
        }
        for (limit, name) in [(definition.warning, Field.warning), (definition.alert, .alert)] {
            guard let limit else { continue }
            html.line(.class("d"), .x1(Self.left), .y1(y[limit]), .x2(Self.right), .y2(y[limit]))
            html.svgText(words.field(name), .class("m h"), .x(Self.left + 4), .y(y[limit] - 4))
        }
    }

    private func way(_ html: HTMLWriter) {
        let way = indicator.trajectory
        if way.count > 1 { html.polyline(.class("d"), .points(way.map(place))) }
        for target in indicator.targets {
            let at = place(target)
            html.circle(.class("o"), .cx(at.x), .cy(at.y), .r(5))
            html.svgText(
                words.figure(target.value, of: definition), .class("h"), .x(min(at.x, Self.right)), .y(at.y - 9), .textAnchor(.end))
        }
    }

    /// The day that the line is drawn to.
    private var ahead: (trend: Trend, on: Day)? {
        guard let trend = sheet.trend, let aim = indicator.targets.last, let last = points.last, aim.on > last.on else { return nil }
        return (trend, aim.on)
    }

    private func forecast(_ html: HTMLWriter) {
        guard let ahead, let last = points.last else { return }
        func clipped(_ value: Double) -> Double { min(max(y[value], Self.top), Self.bottom) }
        let (from, to) = (x[Double(last.on.ordinal)], x[Double(ahead.on.ordinal)])
        let (here, there) = (ahead.trend.range(on: last.on), ahead.trend.range(on: ahead.on))
        html.polygon(
            .class("t"),
            .points([
                (from, clipped(here.lowerBound)), (to, clipped(there.lowerBound)), (to, clipped(there.upperBound)),
                (from, clipped(here.upperBound)),
            ]))
    }

    /// Round figures around the values: five or six.
    static func ticks(from low: Double, to high: Double) -> [Double] {
        let spread = high > low ? high - low : max(abs(high), 1)
        var step = 1.0
        while step * 5 < spread { step *= 10 }
        while step * 0.5 >= spread / 5 { step /= 10 }
        for size in [1.0, 2, 2.5, 5, 10] where step * size >= spread / 5 {
            step *= size
            break
        }
        let first = (low / step).rounded(.down)
        let last = (max(high, low + step) / step).rounded(.up)
        guard last - first <= 12 else { return [low, high] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }
}

extension Words {
    fileprivate var trendTitle: String { say("Tendance", "Trend") }

    fileprivate func trendDescription(
        _ count: Int, _ first: IndicatorTarget, _ last: IndicatorTarget, _ target: IndicatorTarget?, _ definition: IndicatorDefinition
    ) -> String {
        let from = figure(first.value, of: definition)
        let to = figure(last.value, of: definition)
        let aim =
            target.map { say("\u{A0}; cible \(figure($0.value, of: definition))", "; target \(figure($0.value, of: definition))") } ?? ""
        return say("\(number(count)) mesures, de \(from) à \(to)\(aim).", "\(number(count)) measures, from \(from) to \(to)\(aim).")
    }

    fileprivate func chartTitle(_ name: String) -> String { say("Mesures\u{A0}: \(name)", "Measures: \(name)") }

    fileprivate func chartDescription(_ sheet: IndicatorSheet, _ points: [IndicatorTarget]) -> String {
        let definition = sheet.indicator.definition
        var parts: [String] = []
        if let first = points.first, let last = points.last {
            parts.append(
                say(
                    "\(count(points.count, "mesure", "mesures")), de \(figure(first.value, of: definition)) le \(day(first.on)) à \(figure(last.value, of: definition)) le \(day(last.on)).",
                    "\(count(points.count, "measure", "measures")), from \(figure(first.value, of: definition)) on \(day(first.on)) to \(figure(last.value, of: definition)) on \(day(last.on))."
                ))
        }
        for target in sheet.indicator.targets {
            parts.append(
                say(
                    "Cible\u{A0}: \(figure(target.value, of: definition)) le \(day(target.on)).",
                    "Target: \(figure(target.value, of: definition)) on \(day(target.on))."))
        }
        return parts.joined(separator: " ")
    }

    fileprivate func chartCaption(hasWay: Bool, hasTrend: Bool, hasLimits: Bool) -> String {
        var parts = [say("Trait vertical\u{A0}: aujourd’hui.", "Vertical line: today.")]
        if hasWay {
            parts.append(
                say(
                    "En tireté\u{A0}: le chemin du départ aux cibles (cercles).", "Dashed: the way from the start to the targets (circles)."
                ))
        }
        if hasLimits { parts.append(say("Traits horizontaux en tireté\u{A0}: les seuils.", "Dashed horizontal lines: the thresholds.")) }
        if hasTrend {
            parts.append(
                say(
                    "En clair\u{A0}: où la tendance mène, neuf fois sur dix.", "Pale: where the trend leads, nine times out of ten."))
        }
        return parts.joined(separator: " ")
    }
}
