/// The dashboard of a plan: does it advance, what is stuck, what to complete.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum DashboardController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.overview(of: try visit.plan(), visit.visitor)
        let plan = seen.model.plan
        let frame = visit.frame(seen, menu: .dashboard, plan: plan)
        return visit.answer(DashboardPage(frame, seen.model, JournalWords(visit.words, zone: seen.zone)).bytes)
    }
}

struct DashboardPage {
    let context: PageContext
    let words: Words
    let overview: PlanOverview
    let journal: JournalWords
    let counts: DashboardCounts

    init(_ context: PageContext, _ overview: PlanOverview, _ journal: JournalWords) {
        self.context = context
        words = context.words
        self.overview = overview
        self.journal = journal
        counts = DashboardCounts(overview.tallies)
    }

    var plan: Plan { overview.plan }
    private var isOpen: Bool { plan.state != .closed }

    var bytes: [UInt8] {
        page(context, title: words.dashboardTitle) { html in
            html.breadcrumb(words, (words.planListTitle, .plans(context.slug)))
            heading(html)
            html.firstSteps(overview.firstSteps, context)
            html.revision(overview.revision, context, plan.number)
            if counts.actions == 0 {
                start(html)
            } else {
                figures(html)
                html.div(.class("g g21")) {
                    DashboardProgress(context, overview).write(html)
                    html.div {
                        engagement(html)
                        completion(html)
                    }
                }
                late(html)
            }
            practice(html)
            recent(html)
        }
    }

    private func heading(_ html: HTMLWriter) {
        let over = "\(plan.title) · \(words.period(plan.from, plan.to))"
        html.heading(words.dashboardTitle, over: over, lead: words.dashboardLead(counts)) {
            html.p {
                html.text(words.dashboardSituation)
                html.day(context.today, words)
                html.text(". ")
                html.span(words.planState(plan.state), .class("mot"))
            }
            html.ligne {
                html.a(words.meansTitle, .class("lien"), .href(Path.planning(context.slug, plan.number, .means)))
                if context.may(.editPlan), isOpen {
                    html.a(words.planEdit, .class("lien"), .href(Path.editPlan(context.slug, plan.number)))
                }
                if context.may(.editPlan), isOpen, let newer = overview.newerEdition {
                    html.a(
                        words.newerEdition(newer.reference), .class("lien"), .href(Path.edition(context.slug, plan.number)))
                }
                if context.may(.decide) {
                    html.a(words.planLife, .class("lien"), .href(Path.life(context.slug, plan.number)))
                    html.a(words.publicationTitle, .class("lien"), .href(Path.publication(context.slug, plan.number)))
                }
            }
        }
    }

    /// A plan without actions teaches its first step.
    private func start(_ html: HTMLWriter) {
        let mayAdd = context.may(.editPlan) && isOpen
        html.empty(mayAdd ? words.actionListEmptyForEditors : words.actionListEmpty) {
            guard mayAdd else { return }
            html.ligne {
                if overview.isAssessed {
                    html.buttonLink(words.buildFromAssessment, Path.build(context.slug, plan.number, ["tick": "assessment"]))
                } else {
                    html.buttonLink(words.assessFirst, Path.assessment(context.slug))
                }
                html.buttonLink(words.actionListBuild, Path.build(context.slug, plan.number), secondary: true)
                html.buttonLink(words.actionListAdd, Path.newAction(context.slug, plan.number), secondary: true)
                html.buttonLink(words.importTable, Path.importTable(context.slug, plan.number), secondary: true)
            }
        }
    }

    // MARK: Four figures

    private func figures(_ html: HTMLWriter) {
        html.dl(.class("reperes")) {
            html.div {
                html.dt(words.dashboardFinished)
                html.dd { html.text(words.number(counts.finished)) }
                html.dd(words.dashboardShare(counts.finished, of: counts.actions))
            }
            figure(html, words.late, counts.late, .late, words.dashboardNoneLate)
            figure(html, words.awaitingDecision, counts.awaitingDecision, .awaitingDecision, words.dashboardNoneAwaits)
            figure(html, words.noPilot, counts.withoutPilot, .withoutPilot, words.dashboardAllPiloted)
        }
    }

    private func figure(_ html: HTMLWriter, _ label: String, _ number: Int, _ view: ActionListView, _ none: String) {
        html.div(.class(number > 0 ? "vu" : "")) {
            html.dt(label)
            html.dd { html.text(words.number(number)) }
            html.dd {
                if number == 0 { html.text(none) } else { html.a(words.dashboardSee(number), .href(list(view.filter))) }
            }
        }
    }

    // MARK: What is late, what is missing

    private func late(_ html: HTMLWriter) {
        guard !overview.late.isEmpty else { return }
        let links = ActionLinks(context.slug, plan.number)
        html.section {
            html.h2(words.dashboardLateTitle)
            html.cards(words.dashboardLateCaption) {
                html.column(words.subject(.action))
                html.column(words.field(.pilot))
                html.column(words.field(.due))
                html.column(words.dashboardLateness)
            } rows: {
                for row in overview.late {
                    html.row {
                        html.rowHead { html.a(row.label, .href(links[row.number])) }
                        html.cell(row.pilotName ?? words.noPilot)
                        html.cell(label: words.field(.due)) { if let due = row.due { html.day(due, words) } }
                        html.cell { html.span(words.days(row.lateness(on: context.today)), .class("rt")) }
                    }
                }
            }
            if counts.late > overview.late.count {
                html.p { html.a(words.dashboardAllLate(counts.late), .href(list(ActionListView.late.filter))) }
            }
        }
    }

    private func completion(_ html: HTMLWriter) {
        var lines: [(text: String, path: Path)] = []
        if counts.withoutPilot > 0 {
            lines.append((words.dashboardWithoutPilot(counts.withoutPilot), list(ActionListView.withoutPilot.filter)))
        }
        if counts.withoutIndicator > 0 {
            lines.append((words.dashboardWithoutIndicator(counts.withoutIndicator), list(ActionListView.withoutIndicator.filter)))
        }
        if counts.awaitingDecision > 0 {
            lines.append((words.dashboardAwaiting(counts.awaitingDecision), list(ActionListView.awaitingDecision.filter)))
        }
        let uncovered = overview.uncoveredPriority.count
        if uncovered > 0 {
            lines.append((words.dashboardUncovered(uncovered), .coverage(context.slug, plan.number, ["priority": "priority"])))
        }
        for status in [IndicatorStatus.offTarget, .atRisk, .stale] {
            guard let number = overview.indicators[status] else { continue }
            let query: Query = ["plan": String(plan.number), "status": status.rawValue]
            lines.append((words.dashboardIndicators(number, status), .indicators(context.slug, .list, query)))
        }
        html.section(.class("carte")) {
            html.h2(words.dashboardCompletion)
            html.p { html.a(words.qualityLead(overview.quality), .href(Path.quality(context.slug, plan.number))) }
            if lines.isEmpty {
                if overview.quality.lines.allSatisfy(\.broken.isEmpty) { html.p(words.dashboardComplete) }
            } else {
                html.ul(.class("liste")) {
                    for line in lines { html.li { html.a(line.text, .href(line.path)) } }
                }
            }
            html.p { html.a(words.coverageLink, .class("lien"), .href(Path.coverage(context.slug, plan.number))) }
        }
    }

    // MARK: Practice a.2's own indicators, computed, never typed in

    private func practice(_ html: HTMLWriter) {
        html.section {
            html.h2(words.dashboardPractice)
            html.dl(.class("fiche")) {
                html.term(words.dashboardValidated) {
                    if let validation = plan.validation {
                        html.text(words.dashboardYesOn)
                        html.day(validation.on, words)
                        html.text(words.dashboardBy(validation))
                        if let version = overview.version {
                            html.text(". ")
                            html.a(words.versionNumber(version.number), .href(Path.versions(context.slug, plan.number)))
                        }
                    } else {
                        html.text(words.dashboardNo)
                    }
                }
                html.term(words.dashboardCommunicated) {
                    if let communication = plan.communication {
                        html.text(words.dashboardYesOn)
                        html.day(communication.on, words)
                        html.text(words.dashboardTo(communication))
                    } else {
                        html.text(words.dashboardNo)
                    }
                }
                html.term(words.dashboardList) {
                    html.a(words.actionListCount(counts.actions).capitalisedFirst, .href(Path.actions(context.slug, plan.number)))
                    html.text(" ")
                    html.a(words.dashboardCSV, .href(Path.actionsCSV(context.slug, plan.number)))
                }
                html.term(words.dashboardCommittees) { committees(html) }
            }
        }
    }

    /// Planned and actually held, committee by committee.
    private func committees(_ html: HTMLWriter) {
        guard !overview.committees.isEmpty else {
            html.text((overview.cadence.map(words.cadence) ?? words.dashboardNoCommittee) + ". ")
            return html.a(words.committeesTitle, .href(Path.committees(context.slug, plan.number)))
        }
        html.ul(.class("liste")) {
            for committee in overview.committees {
                html.li {
                    html.a(committee.name, .href(Path.committee(context.slug, committee.committee)))
                    html.br()
                    html.text(words.dashboardFrequency(committee))
                    html.slippage(committee, words)
                }
            }
        }
    }

    private func recent(_ html: HTMLWriter) {
        guard let recent = overview.recent, !recent.isEmpty else { return }
        html.section {
            html.h2(words.dashboardRecent)
            html.journal(recent, journal, slug: context.slug)
            html.p { html.a(words.dashboardJournal, .href(Path.planJournal(context.slug, plan.number))) }
        }
    }

    private func list(_ filter: ActionFilter) -> Path { .actions(context.slug, plan.number, filter.address) }
}

/// The sums that the sentences and the figures say.
struct DashboardCounts: Sendable, Equatable {
    private(set) var actions = 0
    /// In force.
    private(set) var finished = 0
    private(set) var underWay = 0
    private(set) var toDo = 0
    private(set) var stopped = 0
    private(set) var late = 0
    private(set) var withoutPilot = 0
    private(set) var withoutIndicator = 0
    private(set) var awaitingDecision = 0

    init(_ tallies: some Sequence<Tally>) {
        for tally in tallies {
            actions += tally.actions
            late += tally.late
            withoutPilot += tally.withoutPilot
            withoutIndicator += tally.withoutIndicator
            awaitingDecision += tally.awaitingDecision
            // A study done is not an action finished: it awaits its decision.
            if tally.stopped {
                stopped += tally.actions
            } else if tally.isFinished {
                finished += tally.actions
            } else if tally.progress == .toDo {
                toDo += tally.actions
            } else {
                underWay += tally.actions
            }
        }
    }
}

extension Words {
    var dashboardTitle: String { say("Tableau de bord", "Dashboard") }
    var dashboardSituation: String { say("Situation au ", "As of ") }

    func dashboardLead(_ counts: DashboardCounts) -> String {
        if counts.actions == 0 { return say("Le plan est prêt à recevoir ses actions.", "The plan is ready for its actions.") }
        let finished = counts.finished == 0 ? say("aucune", "none") : number(counts.finished)
        let underWay = counts.underWay == 0 ? say("aucune", "none") : number(counts.underWay)
        let opening = say(
            "Sur \(count(counts.actions, "action", "actions")), \(finished) \(counts.finished == 0 ? "n’est" : plural(counts.finished, "est", "sont")) \(plural(counts.finished, "finie", "finies")) et \(underWay) \(counts.underWay == 0 ? "n’avance" : plural(counts.underWay, "avance", "avancent")).",
            "Of \(count(counts.actions, "action", "actions")), \(finished) \(plural(counts.finished, "is", "are")) finished and \(underWay) \(plural(counts.underWay, "is", "are")) under way."
        )
        var troubles: [String] = []
        if counts.late > 0 {
            troubles.append(
                say(
                    "\(number(counts.late)) \(plural(counts.late, "a dépassé son échéance", "ont dépassé leur échéance"))",
                    "\(number(counts.late)) \(plural(counts.late, "is", "are")) past due"))
        }
        if counts.awaitingDecision > 0 {
            troubles.append(
                say(
                    "\(number(counts.awaitingDecision)) \(plural(counts.awaitingDecision, "attend", "attendent")) une décision",
                    "\(number(counts.awaitingDecision)) \(plural(counts.awaitingDecision, "awaits", "await")) a decision"))
        }
        return troubles.isEmpty
            ? opening + say(" Aucune n’est en retard.", " None is late.") : "\(opening) \(list(troubles).capitalisedFirst)."
    }

    var dashboardFinished: String { say("Actions finies", "Finished actions") }
    func dashboardShare(_ part: Int, of whole: Int) -> String {
        let share = percent(whole == 0 ? 0 : (part * 100 + whole / 2) / whole)
        return say("sur \(number(whole)), soit \(share)", "of \(number(whole)), or \(share)")
    }
    func dashboardSee(_ number: Int) -> String {
        number == 1 ? say("Voir cette action", "See that action") : say("Voir ces actions", "See these actions")
    }
    var dashboardNoneLate: String { say("rien à rattraper", "nothing to catch up") }
    var dashboardNoneAwaits: String { say("rien à trancher", "nothing to settle") }
    var dashboardAllPiloted: String { say("chacune a le sien", "each has one") }

    var dashboardLateTitle: String { say("Actions en retard", "Late actions") }
    var dashboardLateCaption: String { say("Du retard le plus long au plus court", "The longest delay first") }
    var dashboardLateness: String { say("Retard", "Delay") }
    func dashboardAllLate(_ number: Int) -> String {
        say("Voir les \(self.number(number)) actions en retard", "See the \(self.number(number)) late actions")
    }

    var assessFirst: String { say("Faire d’abord l’état des lieux", "Start with the assessment") }

    var dashboardCompletion: String { say("Compléter le plan", "Complete the plan") }
    var dashboardComplete: String {
        say(
            "Rien ne manque\u{A0}: chaque action a son pilote et son indicateur, aucune n’attend de décision.",
            "Nothing is missing: every action has its pilot and its indicator, none awaits a decision.")
    }
    func dashboardWithoutPilot(_ number: Int) -> String {
        say("\(count(number, "action", "actions")) sans pilote", "\(count(number, "action", "actions")) without a pilot")
    }
    func dashboardWithoutIndicator(_ number: Int) -> String {
        say("\(count(number, "action", "actions")) sans indicateur", "\(count(number, "action", "actions")) without an indicator")
    }
    func dashboardAwaiting(_ number: Int) -> String {
        say("\(count(number, "décision attendue", "décisions attendues"))", "\(count(number, "decision", "decisions")) awaited")
    }
    func dashboardUncovered(_ number: Int) -> String {
        say(
            "\(count(number, "bonne pratique prioritaire non couverte", "bonnes pratiques prioritaires non couvertes"))",
            "\(count(number, "priority practice", "priority practices")) not covered")
    }

    var dashboardPractice: String {
        say("Ce que le guide demande de suivre (pratique a.2)", "What the guide asks you to track (practice a.2)")
    }
    var dashboardValidated: String { say("Plan validé", "Plan validated") }
    var dashboardCommunicated: String { say("Plan communiqué", "Plan communicated") }
    var dashboardNo: String { say("Non", "No") }
    var dashboardYesOn: String { say("Oui, le ", "Yes, on ") }
    func dashboardBy(_ validation: Validation) -> String {
        let who = ([validation.body, validation.person].filter { !$0.isEmpty }).joined(separator: ", ")
        return say(", par\u{A0}: \(who)", ", by: \(who)")
    }
    func dashboardTo(_ communication: Communication) -> String {
        say(
            ", à\u{A0}: \(communication.audience)\u{A0}; par\u{A0}: \(communication.channels)",
            ", to: \(communication.audience); through: \(communication.channels)")
    }
    var dashboardList: String { say("Liste des actions", "List of actions") }
    var dashboardCSV: String { say("Télécharger en CSV", "Download as CSV") }
    var dashboardCommittees: String { say("Comités", "Committees") }
    var dashboardNoCommittee: String { say("Fréquence pas encore fixée", "Frequency not set yet") }

    func dashboardFrequency(_ frequency: CommitteeFrequency) -> String {
        say(
            "\(cadenceOrChosen(frequency.cadence))\u{A0}; douze derniers mois\u{A0}: \(heldOf(frequency.lastTwelveMonths))\u{A0}; depuis le début\u{A0}: \(heldOf(frequency.life)).",
            "\(cadenceOrChosen(frequency.cadence)); last twelve months: \(heldOf(frequency.lastTwelveMonths)); since the beginning: \(heldOf(frequency.life))."
        )
    }

    var dashboardRecent: String { say("Derniers changements", "Latest changes") }
    var dashboardJournal: String { say("Lire tout le journal du plan", "Read the plan’s whole journal") }
}
