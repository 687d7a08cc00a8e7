/// Bars over quarters, drawn on the server from plain values: the higher the bar the further the engagement, full what is past, empty what
/// is ahead. Cut into sheets, each with its axis: one is what a landscape page holds.
import HTML
import JalonDomain

/// Where days stand across a drawing: quarters of one width from the first to the last.
struct TimeAxis {
    let first: Period
    let count: Int
    let pitch: Int

    /// As wide as a page, and wider where quarters would be too narrow for their names.
    init(from first: Period, to last: Period) {
        self.first = first
        count = max(1, last.distance(from: first) + 1)
        pitch = max(46, 1196 / count)
    }

    var width: Int { count * pitch }
    func left(of quarter: Int) -> Int { quarter * pitch }

    /// Where a day begins, at an edge when it is beyond.
    func x(_ day: Day) -> Int {
        let quarter = Period(.quarter, of: day)
        let index = quarter.distance(from: first)
        guard index >= 0 else { return 0 }
        guard index < count else { return width }
        return left(of: index) + pitch * (day - quarter.first) / (quarter.last - quarter.first + 1)
    }

    func holds(_ day: Day) -> Bool { first.first <= day && day <= first.advanced(by: count - 1).last }

    /// The room above what is drawn: today, years, quarters, and ticks.
    static let head = 70

    /// Years above quarters, and a line down each.
    func write(_ html: HTMLWriter, _ words: Words, height: Int) {
        var lines = ""
        for index in 0..<count {
            let quarter = first.advanced(by: index)
            if index == 0 || quarter.rank == 1 { html.svgText(String(quarter.year), .x(at(index)), .y(38), .fontWeight(700)) }
            html.svgText(words.loadQuarter(quarter), .class("m"), .x(at(index)), .y(55))
            lines += "M\(left(of: index)) \(quarter.rank == 1 ? 26 : 44)V\(height)"
        }
        html.path(.class("q"), .d(lines))
    }

    /// A line down the day of today, which its label names.
    func today(_ html: HTMLWriter, _ words: Words, _ day: Day, height: Int) {
        guard holds(day) else { return }
        let x = x(day)
        let label = words.shortDay(day)
        let room = label.count * 7 + 14
        let left = min(max(0, x - room / 2), width - room)
        html.path(.class("a"), .d("M\(x) 22V\(height)"))
        html.path(.class("v"), .d("M\(left) 2h\(room)v21h-\(room)z"))
        html.svgText(label, .class("w"), .x(Double(left + room / 2)), .y(17), .fontWeight(700), .textAnchor(.middle))
    }

    private func at(_ index: Int) -> Double { Double(left(of: index) + 4) }
}

struct Gantt {
    struct Bar {
        let level: EngagementLevel
        let start: Day?
        let end: Day?
        /// Whether time spent on it is drawn full.
        let isBegun: Bool
    }

    struct Row {
        let number: Int
        let label: String
        let bars: [Bar]
        var milestones: [(day: Day, isReached: Bool)] = []
        /// The due date that is past, and how it is said.
        var late: (since: Day, said: String)?
        /// What is said of an action that is over.
        var over: String?
        /// The numbers of the actions that it waits for.
        var after: [Int] = []
    }

    struct Group {
        let title: String
        let rows: [Row]
    }

    /// The height of a sheet below its axis; of the first one, which on paper stands under a heading.
    private static let (first, most) = (600, 680)

    let words: Words
    let axis: TimeAxis
    let today: Day
    let committees: [Day]
    /// Groups follow one another; one that does not fit goes on in the next.
    private let sheets: [[Group]]

    init(_ words: Words, _ axis: TimeAxis, _ groups: [Group], today: Day, committees: [Day] = []) {
        self.words = words
        self.axis = axis
        self.today = today
        self.committees = committees.filter(axis.holds)
        var sheets: [[Group]] = []
        var room = 0
        for group in groups {
            var rest = group.rows[...]
            while !rest.isEmpty {
                // A group is not begun for fewer rows than it takes to read it as one.
                if (room - GanttSheet.title) / GanttSheet.row < min(rest.count, 3) {
                    sheets.append([])
                    room = sheets.count == 1 ? Self.first : Self.most
                }
                let fit = (room - GanttSheet.title) / GanttSheet.row
                let taken = rest.prefix(rest.count - fit == 1 && fit > 3 ? fit - 1 : fit)
                sheets[sheets.count - 1].append(Group(title: group.title, rows: Array(taken)))
                rest = rest.dropFirst(taken.count)
                room -= GanttSheet.title + taken.count * GanttSheet.row
            }
        }
        self.sheets = sheets
    }

    /// In one region that scrolls sideways where the page is narrower.
    func write(_ html: HTMLWriter, title: String, caption: () -> Void) {
        html.figure {
            html.div(.class("defile"), .role(.region), .ariaLabel(words.ganttRegion(title)), .tabindex(0)) {
                for (index, sheet) in sheets.enumerated() {
                    GanttSheet(self, sheet).write(html, title: words.ganttSheet(title, index + 1, of: sheets.count))
                }
            }
            html.figcaption(content: caption)
        }
    }
}

/// The part of a drawing that stays in one piece: shapes of one kind are one path, so that it stays light.
private struct GanttSheet {
    private let gantt: Gantt
    private let groups: [Gantt.Group]
    /// What each class of the style sheet draws.
    private var planned = "", spent = "", unsure = "", late = "", flags = "", reached = "", ahead = "", links = "", broken = ""
    private var arrows = "", rules = ""
    private var texts: [Text] = []
    private let height: Int

    private struct Text {
        let text: String
        let x: Int
        let y: Int
        var isTitle = false
        var note: (text: String, mark: StaticString)?
    }

    /// Where the last bar of an action stands.
    private struct Place {
        let start: Int
        let end: Int
        let y: Int
    }

    static let (title, row) = (30, 40)

    private var axis: TimeAxis { gantt.axis }
    private var words: Words { gantt.words }

    init(_ gantt: Gantt, _ groups: [Gantt.Group]) {
        self.gantt = gantt
        self.groups = groups
        let titles = groups.count { !$0.title.isEmpty }
        height = TimeAxis.head + titles * Self.title + groups.reduce(0) { $0 + $1.rows.count } * Self.row + 4
        lay()
    }

    private mutating func lay() {
        let here = Set(groups.flatMap(\.rows).map(\.number))
        var y = TimeAxis.head
        var places: [Int: Place] = [:]
        for group in groups {
            if !group.title.isEmpty {
                texts.append(Text(text: group.title, x: 0, y: y + 21, isTitle: true))
                rules += "M0 \(y + 27)H\(axis.width)"
                y += Self.title
            }
            for row in group.rows {
                places[row.number] = lay(row, y, awaiting: row.after.filter { !here.contains($0) })
                y += Self.row
            }
        }
        for row in groups.flatMap(\.rows) {
            for other in row.after { if let from = places[other], let to = places[row.number] { link(from, to) } }
        }
    }

    private static func label(_ row: Gantt.Row) -> String {
        let text = "\(row.number). \(row.label)"
        return text.count > 90 ? text.prefix(89) + "…" : text
    }

    /// One action: its bars on one line, its label above; where its last bar stands. What it waits for on another sheet is only named.
    private mutating func lay(_ row: Gantt.Row, _ y: Int, awaiting others: [Int]) -> Place? {
        let base = y + 35
        var before: Int?
        var last: Place?
        var first = axis.width
        for bar in row.bars where bar.start != nil || bar.end != nil {
            let end = bar.end.map { axis.x($0 + 1) }
            // A day that nobody gave: after the stage before, or as short as can be seen.
            var left = bar.start.map(axis.x) ?? before ?? (end ?? 0) - 24
            var right = end ?? (bar.isBegun ? max(left + 24, axis.x(gantt.today)) : left + 24)
            (left, right) = (max(0, min(left, axis.width - 4)), min(axis.width, max(right, left + 4)))
            let tall = 5 * (bar.level.rank + 1)
            let spent = bar.isBegun ? min(right, axis.x(gantt.today)) : left
            if spent > left { self.spent += Self.box(left, base - tall, spent - left, tall) }
            let shape = Self.box(left, base - tall, right - left, tall)
            if bar.start == nil || bar.end == nil { unsure += shape } else if spent < right { planned += shape }
            first = min(first, left)
            before = right
            last = Place(start: left, end: right, y: base - tall / 2)
        }
        for milestone in row.milestones {
            let x = axis.x(milestone.day)
            let shape = "M\(x) \(base - 14)l7 7-7 7-7-7z"
            if milestone.isReached { reached += shape } else { ahead += shape }
            first = min(first, max(0, x - 7))
        }
        var note: (text: String, mark: StaticString)?
        if let late = row.late {
            let x = axis.x(late.since + 1)
            if axis.x(gantt.today) > x { self.late += "M\(x) \(base - 3)H\(axis.x(gantt.today))" }
            flags += "M\(x) \(base)v-18l12 5-10 5v8z"
            note = (late.said, "v")
        } else if let over = row.over {
            note = (over, "p")
        } else if !others.isEmpty {
            note = (words.ganttAfter(others), "m")
        }
        let text = Self.label(row)
        // A label that would run out of the drawing ends at its edge.
        let room = (text.count + (note?.text.count ?? 0) + 1) * 13 / 2
        texts.append(Text(text: text, x: max(0, min(first, axis.width - room)), y: y + 14, note: note))
        return last
    }

    private static func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String { "M\(x) \(y)h\(width)v\(height)h-\(width)z" }

    /// From the end of what is awaited to the start of what waits; told apart when it does not wait.
    private mutating func link(_ from: Place, _ to: Place) {
        let turn = max(0, to.start - 6)
        let way =
            from.end + 6 <= turn
            ? "M\(from.end) \(from.y)H\(turn)V\(to.y)H\(to.start)"
            : "M\(from.end) \(from.y)h6V\(to.y > from.y ? from.y + 12 : from.y - 32)H\(turn)V\(to.y)H\(to.start)"
        if from.end <= to.start { links += way } else { broken += way }
        arrows += "M\(to.start) \(to.y)l-5-3v6z"
    }

    func write(_ html: HTMLWriter, title: String) {
        html.picture(
            title, description: words.ganttDescription(groups, gantt.committees, today: gantt.today), width: axis.width, height: height
        ) {
            axis.write(html, words, height: height)
            draw(html, "q", rules)
            if !gantt.committees.isEmpty {
                html.path(.d(gantt.committees.map { "M\(axis.x($0) - 5) 60h10l-5 8z" }.joined()))
            }
            draw(html, "o", planned)
            draw(html, "d", unsure)
            draw(html, "p", spent)
            draw(html, "l f", links)
            draw(html, "a f", broken)
            draw(html, "p", arrows)
            draw(html, "a d", late)
            draw(html, "v", flags)
            axis.today(html, words, gantt.today, height: height)
            draw(html, "k", reached)
            draw(html, "j", ahead)
            html.g(.class("h")) { for text in texts { write(html, text) } }
        }
    }

    private func draw(_ html: HTMLWriter, _ mark: StaticString, _ shapes: String) {
        if !shapes.isEmpty { html.path(.class(mark), .d(shapes)) }
    }

    private func write(_ html: HTMLWriter, _ text: Text) {
        html.svgText(.x(Double(text.x)), .y(Double(text.y)), .when(text.isTitle, .fontWeight(700))) {
            html.text(text.text)
            if let note = text.note { html.tspan(" " + note.text, .class(note.mark), .fontWeight(700)) }
        }
    }
}

extension HTMLWriter {
    /// What each shape says, to who sees them: the table says the rest.
    func ganttLegend(_ words: Words) {
        ornament(width: 340, height: 116) {
            path(.class("p"), .d("M0 12h30v5H0zM0 31h30v10H0zM0 50h30v15H0z"))
            path(.class("o"), .d("M1 76h28v10H1z"))
            path(.class("d"), .d("M1 100h28v10H1z"))
            path(.class("k"), .d("M187 7l7 7-7 7-7-7z"))
            path(.class("j"), .d("M187 31l7 7-7 7-7-7z"))
            path(.d("M182 54h10l-5 8z"))
            path(.class("v"), .d("M183 91V73l12 5-10 5v8z"))
            path(.class("l f"), .d("M176 105h20"))
            path(.class("p"), .d("M201 105l-5-3v6z"))
            let left = EngagementLevel.allCases.map(words.level) + [words.ganttAhead, words.ganttUnsure]
            for (index, text) in left.enumerated() { svgText(text, .x(40), .y(18 + Double(index) * 23)) }
            let right = [words.ganttReached, words.ganttToReach, words.ganttCommittee, words.late, words.ganttDependency]
            for (index, text) in right.enumerated() { svgText(text, .x(206), .y(18 + Double(index) * 23)) }
        }
    }
}
