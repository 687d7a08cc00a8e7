/// The calendar of a plan: a month day by day, a quarter as an agenda, a year by its months.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct CalendarPage {
    let context: PageContext
    let words: Words
    let calendar: PlanCalendar
    private let ignored: [ActionListQuery.Ignored]

    init(_ context: PageContext, _ calendar: PlanCalendar, ignored: [ActionListQuery.Ignored]) {
        self.context = context
        words = context.words
        self.calendar = calendar
        self.ignored = ignored
    }

    /// Beyond, a month is only its weeks, which are a table too: saying it twice would weigh too much.
    private static let mostTwice = 50

    var plan: Plan { calendar.plan }
    var period: Period { calendar.period }

    var bytes: [UInt8] {
        page(context, title: words.calendarTitle(period)) { html in
            html.heading(words.calendarTitle(period), over: plan.title, lead: words.calendarLead(counts, period))
            html.planViews(context, plan.number, current: .calendar, filter: calendar.filter.address)
            steps(html)
            html.planFilters(
                context, to: .calendar(context.slug, plan.number), plan, calendar.filter, calendar.choices,
                extra: [(period.unit.name, period.code)])
            html.ignored(ignored, words)
            if calendar.isCut { html.p(words.calendarCut, .class("note")) }
            switch period.unit {
            case .year: year(html)
            case .quarter: if calendar.entries.isEmpty { nothing(html) } else { agenda(html) }
            case .month:
                month(html)
                if calendar.entries.isEmpty {
                    nothing(html)
                } else if calendar.entries.count <= Self.mostTwice {
                    html.details {
                        html.summary(words.calendarAsTable)
                        agenda(html)
                    }
                }
            }
        }
    }

    /// Of a month or a quarter, from its days; of a year, from its months.
    private var counts: MonthTally {
        var sum = MonthTally()
        for month in calendar.months.values {
            sum.dues += month.dues
            sum.late += month.late
            sum.milestones += month.milestones
        }
        for entry in calendar.entries {
            switch entry.kind {
            case .stage: sum.dues += 1
            case .milestone: sum.milestones += 1
            case .planStart, .planEnd: break
            }
            if entry.isLate { sum.late += 1 }
        }
        return sum
    }

    // MARK: Moving in time

    private func steps(_ html: HTMLWriter) {
        html.nav(.class("vues"), .ariaLabel(words.calendarMoves)) {
            html.ul {
                for (distance, rel) in [(-1, Attribute.Rel.prev), (1, .next)] {
                    let other = period.advanced(by: distance)
                    let name = words.period(other).capitalisedFirst
                    html.li { html.a(distance < 0 ? "← \(name)" : "\(name) →", .href(path(to: other)), .rel(rel)) }
                }
                let now = Period(period.unit, of: context.today)
                if period != now { html.li { html.a(words.calendarToday, .href(path(to: now))) } }
                for unit in Period.Unit.allCases {
                    // From one unit to another, the day of today when it is in sight.
                    let isHere = period.first <= context.today && context.today <= period.last
                    let other = Period(unit, of: isHere ? context.today : period.first)
                    html.li { html.a(words.calendarUnit(unit), .href(path(to: other)), .when(unit == period.unit, .current(.true))) }
                }
            }
        }
    }

    func path(to other: Period) -> Path {
        .calendar(context.slug, plan.number, calendar.filter.address.adding(other.unit.name, other.code))
    }

    private func nothing(_ html: HTMLWriter) {
        html.empty(words.calendarNothing) {
            html.p { html.a(words.calendarSeeYear(period.year), .href(path(to: Period(.year, of: period.first)))) }
        }
    }

    // MARK: The same as a table

    private func agenda(_ html: HTMLWriter) {
        let links = ActionLinks(context.slug, plan.number)
        html.cards(words.calendarAgenda(period)) {
            html.column(words.field(.on))
            html.column(words.calendarWhat)
            html.column(words.subject(.action))
            html.column(words.field(.pilot))
            html.column(words.field(.state))
        } rows: {
            for entry in calendar.entries {
                html.row {
                    html.rowHead { html.day(entry.day, words, short: true) }
                    html.cell(words.calendarKind(entry.kind))
                    html.cell {
                        if let number = entry.action { html.a(entry.label, .href(links[number])) } else { html.text(entry.label) }
                    }
                    html.cell(entry.pilotName ?? (entry.action == nil ? "" : words.noPilot), label: words.field(.pilot))
                    html.cell { state(html, entry) }
                }
            }
        }
    }

    private func state(_ html: HTMLWriter, _ entry: CalendarEntry) {
        switch entry.kind {
        case .planStart, .planEnd: break
        case .milestone(_, let reached):
            if reached {
                html.span(words.calendarReached, .class("s2"))
            } else if entry.day < context.today {
                html.span(words.calendarPassed, .class("vg"))
            } else {
                html.span(words.calendarToReach, .class("s0"))
            }
        case .stage(_, let phase, let progress):
            if entry.isLate {
                html.lateness(context.today - entry.day, words)
            } else if phase == .current {
                html.progress(progress, words)
            } else {
                html.text(words.phase(phase))
            }
        }
    }
}

extension Words {
    func calendarTitle(_ period: Period) -> String { say("Calendrier, \(self.period(period))", "Calendar, \(self.period(period))") }

    func calendarLead(_ counts: MonthTally, _ period: Period) -> String {
        let name = say(period.unit == .quarter ? "au " : "en ", "in ") + self.period(period)
        if counts.dues + counts.milestones == 0 {
            return say("Aucune échéance et aucun jalon \(name).", "No due date and no milestone \(name).")
        }
        let dues = count(counts.dues, say("échéance", "due date"), say("échéances", "due dates"))
        let late = counts.late == 0 ? "" : say(", dont \(number(counts.late)) en retard", ", \(number(counts.late)) of them late")
        let milestones =
            counts.milestones == 0
            ? "" : say(" et ", " and ") + count(counts.milestones, say("jalon", "milestone"), say("jalons", "milestones"))
        return "\(dues)\(late)\(milestones) \(name).".capitalisedFirst
    }

    var calendarMoves: String { say("Se déplacer dans le temps", "Move through time") }
    var calendarToday: String { say("Aujourd’hui", "Today") }
    func calendarUnit(_ unit: Period.Unit) -> String {
        switch unit {
        case .month: say("Mois", "Month")
        case .quarter: say("Trimestre", "Quarter")
        case .year: say("Année", "Year")
        }
    }

    var calendarNothing: String {
        say(
            "Rien ne tombe ici. Une action vient au calendrier par l’échéance de ses étapes et par ses jalons.",
            "Nothing here. An action comes to the calendar through its stages’ due dates and its milestones.")
    }
    func calendarSeeYear(_ year: Int) -> String { say("Voir l’année \(year)", "See the year \(year)") }
    var calendarCut: String {
        say(
            "Seules les \(number(PlanCalendar.most)) premières dates sont montrées. Choisissez un axe, un pilote ou une période plus courte.",
            "Only the first \(number(PlanCalendar.most)) dates are shown. Choose an axis, a pilot or a shorter period.")
    }
    var calendarAsTable: String { say("Lire ces dates en tableau", "Read these dates as a table") }
    func calendarAgenda(_ period: Period) -> String {
        say("Dates dans l’ordre, \(self.period(period))", "Dates in order, \(self.period(period))")
    }
    var calendarWhat: String { say("Quoi", "What") }

    func calendarKind(_ kind: CalendarEntry.Kind) -> String {
        switch kind {
        case .stage(let level, _, _): labelled(field(.due), self.level(level).lowercased())
        case .milestone(let title, _): labelled(say("Jalon", "Milestone"), title)
        case .planStart: say("Début du plan", "Start of the plan")
        case .planEnd: say("Fin du plan", "End of the plan")
        }
    }

    var calendarReached: String { say("Jalon atteint", "Milestone reached") }
    var calendarToReach: String { say("Jalon à atteindre", "Milestone to reach") }
    var calendarPassed: String { say("Jalon non atteint, date passée", "Milestone not reached, date past") }
}
