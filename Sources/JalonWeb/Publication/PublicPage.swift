/// The public page of a plan: what the organisation committed to, where it is, what changed; and a page for each action.
import HTML
import JalonDomain
import JalonWorkspace

struct PublicPage {
    let site: PublicSite

    private var words: Words { site.words }
    private var plan: PublicPlan { site.plan }

    var bytes: [UInt8] {
        site.page(title: plan.title, description: words.publicLead(plan)) { html in
            html.heading(plan.title, over: words.publicOver(plan), lead: words.publicLead(plan)) {
                html.p { html.text(words.publicSituation(plan)) }
            }
            figures(html)
            html.div(.class("g g21")) {
                axes(html)
                html.div {
                    aims(html)
                    downloads(html)
                }
            }
            actions(html)
            html.div(.class("g g2")) {
                changes(html)
                committees(html)
            }
            lessons(html)
        }
    }

    private func figures(_ html: HTMLWriter) {
        let counts = PublicCounts(plan.actions)
        html.dl(.class("reperes")) {
            let figures: [(label: String, number: Int, note: String)] = [
                (words.dashboardFinished, counts.finished, words.dashboardShare(counts.finished, of: counts.all)),
                (words.progress(.inProgress), counts.underWay, words.publicUnderWay),
                (words.progress(.toDo), counts.toDo, words.publicToDo), (words.stopped, counts.stopped, words.publicStopped),
            ]
            for figure in figures {
                html.div {
                    html.dt(figure.label)
                    html.dd { html.text(words.number(figure.number)) }
                    html.dd(figure.note)
                }
            }
        }
    }

    private func axes(_ html: HTMLWriter) {
        let lines = groups.map { ($0.title, PublicCounts($0.actions)) }
        let room = min(Self.mostBands, lines.map(\.1.all).max() ?? 1)
        html.section {
            html.h2(words.publicAxes)
            html.cards(words.publicAxesCaption) {
                html.column(words.field(.axis))
                html.column(words.actionListTitle)
                html.column(words.dashboardFinishedShort, number: true)
                html.column(words.progress(.inProgress), number: true)
                html.column(words.progress(.toDo), number: true)
            } rows: {
                for (title, counts) in lines {
                    html.row {
                        html.rowHead { html.text(title) }
                        html.cell {
                            if counts.all <= Self.mostBands {
                                html.bands(
                                    Bands(full: counts.finished, half: counts.underWay, dashed: counts.toDo, low: counts.stopped),
                                    title: words.publicFigures(counts), description: words.publicBands, room: room)
                            } else {
                                html.text(words.actionListCount(counts.all))
                            }
                        }
                        html.number(counts.finished, label: words.dashboardFinishedShort, words)
                        html.number(counts.underWay, label: words.progress(.inProgress), words)
                        html.number(counts.toDo, label: words.progress(.toDo), words)
                    }
                }
            }
        }
    }

    /// Beyond, an axis is told in figures.
    private static let mostBands = 12

    private func aims(_ html: HTMLWriter) {
        for (field, text) in [(Field.purpose, plan.purpose), (.commonObjectives, plan.commonObjectives)] where !text.isEmpty {
            html.section {
                html.h2(words.field(field))
                html.div(.class("texte")) { html.raw(Markdown.render(text)) }
            }
        }
    }

    private func downloads(_ html: HTMLWriter) {
        if case .preview = site.kind { return }
        html.section(.class("carte")) {
            html.h2(words.publicDownloads)
            html.ul(.class("liste")) {
                for (label, place) in [("CSV", PublicPlace.csv), ("JSON", .json), ("Markdown", .markdown)] {
                    html.li { html.a(words.publicDownload(label), .href(site.link(place))) }
                }
            }
        }
    }

    /// By axis, folded: the list may be long.
    private func actions(_ html: HTMLWriter) {
        html.section {
            html.h2(words.publicActions)
            html.p(.class("texte")) {
                for level in EngagementLevel.allCases {
                    html.level(level, words)
                    html.text("\u{A0}: \(words.publicLevel(level)) ")
                }
            }
            for (index, group) in groups.enumerated() {
                html.details(.class("plis"), .open(index == 0)) {
                    html.summary {
                        html.text(group.title)
                        html.text(" ")
                        html.small(words.actionListCount(group.actions.count))
                    }
                    html.ul(.class("liste")) { for action in group.actions { html.li { line(html, action) } } }
                }
            }
        }
    }

    private func line(_ html: HTMLWriter, _ action: PublicAction) {
        html.a(action.label, .href(site.link(.action(action.number))))
        html.br()
        html.small(words.level(action.level), .level(action.level))
        html.small(words.publicProgress(action), .progress(action.progress))
    }

    private var groups: [(title: String, actions: [PublicAction])] {
        (plan.axes.map { ($0.title, Optional($0.number)) } + [(words.noAxis, nil)]).compactMap { title, number in
            let actions = plan.actions.filter { $0.axis == number }
            return actions.isEmpty ? nil : (title, actions)
        }
    }

    private func changes(_ html: HTMLWriter) {
        guard let previous = plan.previous else { return }
        html.section {
            html.h2(words.publicChanges(previous))
            if plan.changes.isEmpty { return html.p(words.publicNoChange) }
            html.dl(.class("fiche")) {
                for change in plan.changes {
                    html.term(words.changeCount(change.kind, change.labels.count), change.labels.joined(separator: "\u{A0}; "))
                }
            }
        }
    }

    private func committees(_ html: HTMLWriter) {
        guard let cadence = plan.cadence else { return }
        html.section {
            html.h2(words.dashboardCommittees)
            html.p(words.publicCadence(cadence))
        }
    }

    private func lessons(_ html: HTMLWriter) {
        guard !plan.lessons.isEmpty else { return }
        html.section {
            html.h2(words.lessonsTitle)
            for lesson in plan.lessons {
                html.details(.class("plis")) {
                    html.summary(lesson.label)
                    html.dl(.class("fiche")) { for fact in words.lessonFacts(lesson) { html.term(fact.label, fact.text) } }
                }
            }
        }
    }

    // MARK: One action

    /// `nil` for one that is not public.
    func bytes(of number: Int) -> [UInt8]? {
        guard let action = plan.actions.first(where: { $0.number == number }) else { return nil }
        let axis = plan.axes.first { $0.number == action.axis }?.title
        return site.page(title: action.label, description: "\(plan.title). \(words.publicProgress(action)).") { html in
            html.nav(.class("fil"), .ariaLabel(words.breadcrumb)) { html.a(plan.title, .href(site.link(.home))) }
            html.heading(action.label, over: axis, lead: nil) {
                html.ligne {
                    html.level(action.level, words)
                    html.progress(action.progress, percent: action.percent, words)
                }
                html.p { html.text(words.publicSituation(plan)) }
            }
            if let description = action.description { html.div(.class("texte")) { html.raw(Markdown.render(description)) } }
            html.section {
                html.h2(words.publicCommitment)
                html.dl(.class("fiche")) {
                    for fact in words.publicFacts(action) { html.term(fact.label, fact.text) }
                    if let evidence = action.evidence {
                        html.term(words.field(.evidence)) {
                            for piece in evidence {
                                if let link = ExternalLink(piece.link) {
                                    html.a(piece.title.isEmpty ? piece.link : piece.title, .href(link), .rel(.external))
                                    html.br()
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

struct PublicCounts {
    private(set) var all = 0
    private(set) var finished = 0
    private(set) var underWay = 0
    private(set) var toDo = 0
    private(set) var stopped = 0

    init(_ actions: [PublicAction]) {
        for action in actions {
            all += 1
            switch (action.standing, action.progress) {
            case (.inForce, _): finished += 1
            case (.stopped, _), (.withdrawn, _): stopped += 1
            case (nil, .toDo): toDo += 1
            case (nil, .inProgress), (nil, .done): underWay += 1
            }
        }
    }
}

extension Words {
    func publicOver(_ plan: PublicPlan) -> String { "\(plan.organisation) · \(period(plan.from, plan.to))" }
    func publicLead(_ plan: PublicPlan) -> String {
        let counts = PublicCounts(plan.actions)
        return say(
            "\(count(counts.all, "action", "actions")) de numérique responsable\u{A0}: \(number(counts.finished)) \(plural(counts.finished, "est finie", "sont finies")), \(number(counts.underWay)) \(plural(counts.underWay, "avance", "avancent")).",
            "\(count(counts.all, "responsible-digital action", "responsible-digital actions")): \(number(counts.finished)) \(plural(counts.finished, "is", "are")) finished, \(number(counts.underWay)) \(plural(counts.underWay, "is", "are")) under way."
        )
    }
    var publicUnderWay: String { say("étudiées, essayées ou mises en place", "studied, tried or carried out") }
    var publicToDo: String { say("pas encore commencées", "not begun yet") }
    var publicStopped: String { say("après étude ou essai", "after a study or an experiment") }
    var publicAxes: String { say("Où en sont les axes du plan", "Where the plan’s axes stand") }
    var publicAxesCaption: String { say("Une bande par action", "One band for each action") }
    var publicBands: String { say("Une bande par action.", "One band for each action.") }
    func publicFigures(_ counts: PublicCounts) -> String {
        say(
            "\(count(counts.finished, "finie", "finies")), \(number(counts.underWay)) en cours, \(number(counts.toDo)) à faire",
            "\(number(counts.finished)) finished, \(number(counts.underWay)) under way, \(number(counts.toDo)) to do")
    }
    var publicDownloads: String { say("Télécharger le plan", "Download the plan") }
    func publicDownload(_ form: String) -> String { say("Données ouvertes (\(form))", "Open data (\(form))") }
    var publicActions: String { say("Toutes les actions", "All actions") }
    func publicLevel(_ level: EngagementLevel) -> String {
        switch level {
        case .reflection: say("nous étudions.", "we study.")
        case .experimentation: say("nous essayons en petit.", "we try on a small scale.")
        case .implementation: say("nous mettons en place.", "we carry out.")
        }
    }
    /// « En cours, échéance 30 juin 2026 ».
    func publicProgress(_ action: PublicAction) -> String {
        if let standing = action.standing { return self.standing(standing) }
        let progress = progress(action.progress, percent: action.percent)
        guard let due = action.due else { return progress }
        return say("\(progress), échéance \(shortDay(due))", "\(progress), due \(shortDay(due))")
    }
    func publicChanges(_ previous: Int) -> String {
        say("Ce qui change depuis la version \(previous)", "What changes since version \(previous)")
    }
    var publicNoChange: String { say("Rien n’a changé d’une version à l’autre.", "Nothing changed from one version to the next.") }
    func publicCadence(_ cadence: Cadence) -> String {
        say(
            "Le comité de pilotage se réunit\u{A0}: \(self.cadence(cadence).lowercased()).",
            "The steering committee meets: \(self.cadence(cadence).lowercased()).")
    }
    var publicCommitment: String { say("Engagement et avancement", "Commitment and progress") }
}
