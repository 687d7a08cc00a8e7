/// A month as a table of weeks, a list of days on a narrow screen; and a year as a table of months with their counts drawn.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

extension CalendarPage {
    func month(_ html: HTMLWriter) {
        let days = Dictionary(grouping: calendar.entries, by: \.day)
        let links = ActionLinks(context.slug, plan.number)
        let (first, last) = (period.first, period.last)
        html.table(.class("mois"), .role(.table)) {
            html.caption(words.calendarWeeks(period))
            html.thead(.role(.rowgroup)) {
                html.row { for weekday in 0..<7 { html.th(words.shortWeekday(weekday), .role(.columnheader), .scope(.col)) } }
            }
            html.tbody(.role(.rowgroup)) {
                // From the Monday before the first day to the Sunday after the last.
                for week in stride(from: first.ordinal - first.weekday, through: last.ordinal, by: 7) {
                    let week = (week..<week + 7).map { Day(ordinal: $0) }
                    let isEmpty = week.allSatisfy { days[$0] == nil && $0 != context.today }
                    html.tr(.role(.row), .class(isEmpty ? "z" : "")) {
                        for day in week {
                            if day < first || day > last {
                                html.td(.role(.cell), .class("z")) {}
                            } else {
                                cell(html, day, days[day] ?? [], links)
                            }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ html: HTMLWriter, _ day: Day, _ entries: [CalendarEntry], _ links: ActionLinks) {
        let isToday = day == context.today
        html.td(
            .role(.cell), .class(entries.isEmpty && !isToday ? "z" : ""), .when(isToday, .current(.date)),
            .label(words.weekday(day.weekday))
        ) {
            html.time(String(day.civil.day), .datetime(day.iso))
            if isToday { html.small(" " + words.calendarToday.lowercased()) }
            guard !entries.isEmpty else { return }
            html.ul(.class("liste")) { for entry in entries { html.li { self.entry(html, entry, links) } } }
        }
    }

    private func entry(_ html: HTMLWriter, _ entry: CalendarEntry, _ links: ActionLinks) {
        guard let number = entry.action else { return html.text(words.calendarKind(entry.kind)) }
        if case .milestone(let title, _) = entry.kind { html.text(words.labelled(words.calendarMilestone, title) + " – ") }
        html.a(entry.label, .href(links[number]))
        if entry.isLate {
            html.text(" ")
            html.span(words.late, .class("rt"))
        }
    }

    // MARK: The year

    func year(_ html: HTMLWriter) {
        let largest = max(calendar.months.values.map(\.dues).max() ?? 0, 1)
        html.cards(words.calendarYear(period.year)) {
            html.column(words.calendarUnit(.month))
            html.column(words.calendarDues)
            html.column(words.calendarDuesShort, number: true)
            html.column(words.late, number: true)
            html.column(words.field(.milestones), number: true)
        } rows: {
            for offset in 0..<12 {
                let month = Period(.month, of: period.first).advanced(by: offset)
                let tally = calendar.months[month.code] ?? MonthTally()
                html.row {
                    html.rowHead {
                        html.a(words.monthName(month.rank).capitalisedFirst, .href(path(to: month)))
                        if month == Period(.month, of: context.today) { html.small(" " + words.calendarThisMonth) }
                    }
                    html.cell { bar(html, tally, largest) }
                    html.number(tally.dues, label: words.calendarDuesShort, words)
                    html.cell(label: words.late, .class("n")) {
                        if tally.late > 0 { html.span(words.number(tally.late), .class("rt")) } else { html.text(0) }
                    }
                    html.number(tally.milestones, label: words.field(.milestones), words)
                }
            }
        }
    }

    /// All months to one scale; the late part is full, whatever the colour.
    private func bar(_ html: HTMLWriter, _ tally: MonthTally, _ largest: Int) {
        guard tally.dues > 0 else { return html.small(words.calendarNone) }
        let unit = 238.0 / Double(largest)
        html.picture(words.calendarMonth(tally), description: words.calendarBars, width: 240, height: 24) {
            html.rect(.class("o"), .x(1), .y(9), .width(max(Double(tally.dues) * unit, 2)), .height(12))
            if tally.late > 0 { html.rect(.class("v"), .x(1), .y(9), .width(max(Double(tally.late) * unit, 2)), .height(12)) }
        }
    }
}

extension Words {
    func calendarWeeks(_ period: Period) -> String {
        say("\(self.period(period).capitalisedFirst), semaine par semaine", "\(self.period(period)), week by week")
    }
    var calendarMilestone: String { say("Jalon", "Milestone") }
    func calendarYear(_ year: Int) -> String {
        say("\(year), mois par mois\u{A0}: échéances et jalons", "\(year), month by month: due dates and milestones")
    }
    var calendarDues: String { say("Échéances du mois", "Due dates of the month") }
    var calendarDuesShort: String { say("Échéances", "Due dates") }
    var calendarThisMonth: String { say("ce mois-ci", "this month") }
    var calendarNone: String { say("Aucune échéance", "No due date") }
    var calendarBars: String {
        say(
            "Longueur des barres\u{A0}: nombre d’échéances, à la même échelle\u{A0}; pleines, celles en retard",
            "Length of bars: number of due dates, to one scale; solid, those late")
    }

    func calendarMonth(_ tally: MonthTally) -> String {
        let dues = count(tally.dues, say("échéance", "due date"), say("échéances", "due dates"))
        guard tally.late > 0 else { return dues }
        return say("\(dues), dont \(number(tally.late)) en retard", "\(dues), \(number(tally.late)) of them late")
    }

    func weekday(_ weekday: Int) -> String {
        switch weekday {
        case 0: say("lundi", "Monday")
        case 1: say("mardi", "Tuesday")
        case 2: say("mercredi", "Wednesday")
        case 3: say("jeudi", "Thursday")
        case 4: say("vendredi", "Friday")
        case 5: say("samedi", "Saturday")
        default: say("dimanche", "Sunday")
        }
    }

    func shortWeekday(_ weekday: Int) -> String { say("\(self.weekday(weekday).prefix(3)).", String(self.weekday(weekday).prefix(3))) }
}
