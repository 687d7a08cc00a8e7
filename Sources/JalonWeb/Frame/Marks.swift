/// The marks of the look: engagement, progress, lateness; and tables that become cards on a narrow screen.

import HTML
import JalonDomain

extension Attribute {
    /// A pole of one, two or three bands.
    static func level(_ level: EngagementLevel) -> Attribute { .class(level.mark) }

    /// A circle empty, half or full.
    static func progress(_ progress: Progress) -> Attribute { .class(progress.mark) }
}

extension EngagementLevel {
    var mark: StaticString {
        switch self {
        case .reflection: "e1"
        case .experimentation: "e2"
        case .implementation: "e3"
        }
    }
}

extension Progress {
    var mark: StaticString {
        switch self {
        case .toDo: "s0"
        case .inProgress: "s1"
        case .done: "s2"
        }
    }
}

extension HTMLWriter {
    func level(_ level: EngagementLevel, _ words: Words) { span(words.level(level), .level(level)) }

    func progress(_ progress: Progress, percent: Int? = nil, _ words: Words) {
        span(words.progress(progress, percent: percent), .progress(progress))
    }

    /// A flag and « en retard de 16 jours »; nothing when not late.
    func lateness(_ days: Int, _ words: Words) {
        if days > 0 { span(words.late(days: days), .class("rt")) }
    }

    /// The same beside a due date, in a table: « 16 j », said in full to a reader of screens.
    func shortLateness(_ days: Int, _ words: Words) {
        guard days > 0 else { return }
        span(.class("rt")) {
            span(words.lateShort(days: days), .ariaHidden)
            span(words.late(days: days), .class("lu"))
        }
    }

    func awaitingDecision(_ words: Words) { span(words.awaitingDecision, .class("vg")) }

    /// A day in words, with its date for machines.
    func day(_ day: Day, _ words: Words, short: Bool = false) {
        time(short ? words.shortDay(day) : words.day(day), .datetime(day.iso))
    }

    /// One term and its value in a `dl`.
    func term(_ label: String, content: () -> Void) {
        dt(label)
        dd(content: content)
    }

    func term(_ label: String, _ value: String) {
        dt(label)
        dd(value)
    }
}

// MARK: Tables that become cards: display changes there, so roles are said again for readers of screens

extension HTMLWriter {
    /// `head` writes `column`s, `rows` writes `row`s of `rowHead` and `cell`s.
    func cards(_ caption: String, id: String? = nil, head: () -> Void, rows: () -> Void) {
        cards(caption, id: id, head: head, bodies: { tbody(.role(.rowgroup), content: rows) })
    }

    /// The same in several bodies, of a `groupHead` and rows each.
    func cards(_ caption: String, id: String? = nil, head: () -> Void, bodies: () -> Void) {
        table(.class("pile"), .role(.table), id.map { .id($0) } ?? .none) {
            self.caption(caption)
            thead(.role(.rowgroup)) { row(content: head) }
            bodies()
        }
    }

    /// What the rows of one body share, over all of its columns.
    func groupHead(columns: Int, content: () -> Void) {
        row { th(.role(.rowheader), .scope(.rowgroup), .colspan(columns), content: content) }
    }

    func column(_ title: String, number: Bool = false) {
        th(title, .role(.columnheader), .scope(.col), .class(number ? "n" : ""))
    }

    /// A column that sorts: `order` when the list follows it now.
    func column(_ title: String, sortedBy path: Path, order: Attribute.Sort?, number: Bool = false) {
        th(.role(.columnheader), .scope(.col), .class(number ? "n" : ""), order.map { .sort($0) } ?? .none) {
            a(.href(path)) {
                text(title)
                if let order, order != .none { span(order == .ascending ? " ↑" : " ↓", .ariaHidden) }
            }
        }
    }

    /// The heading of a column of boxes.
    func tickColumn(_ title: String) { th(title, .role(.columnheader), .scope(.col), .class("c")) }

    func row(content: () -> Void) { tr(.role(.row), content: content) }

    func rowHead(content: () -> Void) { th(.role(.rowheader), .scope(.row), content: content) }

    /// `label` gives its heading back to a cell that cannot do without, once rows are cards.
    func cell(_ text: String, label: String? = nil, _ mark: Attribute = .none) {
        td(text, .role(.cell), mark, label.map { .label($0) } ?? .none)
    }

    func cell(label: String? = nil, _ mark: Attribute = .none, content: () -> Void) {
        td(.role(.cell), mark, label.map { .label($0) } ?? .none, content: content)
    }

    func number(_ number: Int, label: String, _ words: Words) {
        td(words.number(number), .role(.cell), .class("n"), .label(label))
    }
}
