/// On the action's page: its milestones, kept in place; its links; its latest notes; what else can be done with it.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

extension ActionPage {
    // MARK: Milestones

    func milestones(_ html: HTMLWriter) {
        guard sheet.mayReport || !action.milestones.isEmpty else { return }
        html.section(.id("jalons")) {
            html.h2(words.field(.milestones))
            if action.milestones.isEmpty {
                html.p(words.noMilestoneYet, .class("aide"))
            } else {
                html.ol(.class("suite")) {
                    for (index, milestone) in action.milestones.enumerated() {
                        html.li(.progress(milestone.reachedOn == nil ? .toDo : .done)) { self.milestone(milestone, index + 1, html) }
                    }
                }
            }
            if sheet.mayReport {
                let typed = milestone.flatMap { $0.was.map(action.milestones.contains) == true ? nil : $0 }
                html.details(.class("ecran"), .open(typed != nil)) {
                    html.summary(words.addMilestone)
                    form(typed ?? MilestoneForm(), number: 0, isTyped: typed != nil, html)
                }
            }
        }
    }

    private func milestone(_ milestone: Milestone, _ number: Int, _ html: HTMLWriter) {
        html.b(milestone.title)
        html.br()
        html.small(words.when(milestone))
        if milestone.reachedOn == nil, let due = milestone.due {
            html.text(" ")
            html.lateness(max(0, context.today - due), words)
        }
        guard sheet.mayReport else { return }
        if milestone.reachedOn == nil {
            html.post(to: .milestones(context.slug, id), context, .class("ecran")) {
                let reached = MilestoneForm(of: milestone, words).reached(on: context.today, words)
                hidden(reached, html)
                for (name, value) in reached.answers { html.hiddenInput(name, value) }
                html.button(.class("lien")) { named(words.reachedToday, milestone.title, html) }
            }
        }
        let typed = self.milestone.flatMap { $0.was == milestone ? $0 : nil }
        html.details(.class("ecran"), .open(typed != nil)) {
            html.summary { named(words.changeMilestone, milestone.title, html) }
            form(typed ?? MilestoneForm(of: milestone, words), number: number, isTyped: typed != nil, html)
        }
    }

    /// What a button or a fold is about, for who hears it alone.
    private func named(_ label: String, _ title: String, _ html: HTMLWriter) {
        html.text(label)
        html.span(" \(words.quote(title))", .class("lu"))
    }

    private func hidden(_ form: MilestoneForm, _ html: HTMLWriter) {
        for (name, value) in form.readAnswers { html.hiddenInput(name, value) }
    }

    private func form(_ form: MilestoneForm, number: Int, isTyped: Bool, _ html: HTMLWriter) {
        let all = isTyped ? violations.filter { $0.field == .milestones } : []
        func broken(_ text: String, isTitle: Bool) -> [Violation] {
            all.filter { violation in
                if case .notADay(let typed) = violation.rule { return !isTitle && typed == text }
                return isTitle != (violation.rule == .inTheFuture)
            }
        }
        let fields = Fields(html, words, violations: all)
        html.post(to: .milestones(context.slug, id), context) {
            hidden(form, html)
            // The summary of errors leads to the one that was typed.
            let id = isTyped ? Field.milestones.rawValue : "jalon-\(number)"
            fields.cell(.milestones, id: id, form.title, label: words.field(.title), broken: broken(form.title, isTitle: true))
            html.div(.class("champs hautes")) {
                fields.cell(
                    .milestones, name: MilestoneForm.due, id: "jalon-\(number)-d", form.due, label: words.milestoneDueOn,
                    broken: broken(form.due, isTitle: false))
                if form.was != nil {
                    fields.cell(
                        .milestones, name: MilestoneForm.reached, id: "jalon-\(number)-r", form.reachedOn, label: words.milestoneReachedOn,
                        broken: broken(form.reachedOn, isTitle: false))
                }
            }
            html.p(words.labelled(words.example, words.typedDay(context.today)), .class("aide"))
            html.ligne {
                html.button(words.save)
                if form.was != nil { html.button(words.removeMilestone, .class("lien"), .name(MilestoneForm.removal), .value("1")) }
            }
        }
    }

    // MARK: Links

    func links(_ html: HTMLWriter) {
        guard mayEdit || !sheet.links.isEmpty else { return }
        html.section(.id("liens")) {
            html.h2(words.field(.links))
            if sheet.links.isEmpty {
                html.p(words.noLinkYet, .class("aide"))
            } else {
                html.ul(.class("liste")) {
                    for link in sheet.links { html.li { html.linked(link, context, plan: id.plan) } }
                }
            }
            if mayEdit { html.p(.class("ecran")) { html.a(words.linkThis, .class("lien"), .href(Path.links(context.slug, id))) } }
        }
    }

    // MARK: Notes

    func notes(_ html: HTMLWriter) {
        guard let notes = sheet.notes, sheet.mayReport || !notes.isEmpty else { return }
        html.section {
            html.h2(words.notesTitle)
            if !notes.isEmpty { html.notes(notes.prefix(ActionSheet.latestNotes), words, zone) }
            html.p(.class("ecran")) {
                let label = notes.count > ActionSheet.latestNotes ? words.allNotes : words.notesByDay
                html.a(label, .class("lien"), .href(Path.notes(context.slug, id)))
            }
        }
    }

    // MARK: What else can be done

    func deeds(_ html: HTMLWriter) {
        guard mayEdit else { return }
        html.section(.class("ecran")) {
            html.h2(words.otherDeeds)
            html.ul(.class("liste")) {
                html.li { html.a(words.copyThis, .href(Path.copy(context.slug, id))) }
                if !action.isClosed { html.li { html.a(words.splitThis, .href(Path.split(context.slug, id))) } }
                html.li { html.a(words.mergeThis, .href(Path.merge(context.slug, id))) }
                html.li { html.a(words.keepAsTemplate, .href(Path.keepTemplate(context.slug, id))) }
                html.li { html.a(words.archiveThis, .href(Path.archive(context.slug, id))) }
            }
        }
    }
}

extension HTMLWriter {
    /// The other end of a link: what links it, its name, and where it stands.
    func linked(_ link: LinkedAction, _ context: PageContext, plan: Int) {
        let words = context.words
        small(words.link(link.kind, isOwn: link.isOwn))
        br()
        a(
            words.linkedAction(link.number, link.label),
            .href(Path.action(context.slug, ActionID(plan: plan, number: link.number))))
        text(" ")
        if link.archived {
            span(words.archived, .class("mot"))
        } else if link.stopped {
            span(words.stopped, .class("mot"))
        } else if link.awaitsDecision {
            awaitingDecision(words)
        } else {
            level(link.level, words)
            text(" ")
            progress(link.progress, words)
        }
        text(" ")
        lateness(link.lateness(on: context.today), words)
        guard link.kind == .dependsOn, link.isOwn, !link.closed || link.stopped || link.archived else { return }
        br()
        span(link.archived || link.stopped ? words.neverMet : words.notMetYet, .class("vg"))
    }

    func notes(_ notes: some Sequence<Note>, _ words: Words, _ zone: Zone) {
        ul(.class("liste")) {
            for note in notes {
                li {
                    small {
                        day(note.on, words)
                        text(" · \(note.author)")
                        if zone.day(of: note.at) != note.on { text(", \(words.writtenOn(zone.day(of: note.at)))") }
                    }
                    br()
                    text(note.words)
                }
            }
        }
    }
}

extension Words {
    var notesTitle: String { say("Notes internes", "Internal notes") }
    var copyThis: String { say("Dupliquer cette action", "Duplicate this action") }
    var splitThis: String { say("Diviser en plusieurs actions", "Split into several actions") }
    var mergeThis: String { say("Fusionner avec d’autres actions", "Merge with other actions") }
    var linkThis: String { say("Lier à une autre action", "Link to another action") }
    fileprivate var archiveThis: String { say("Archiver cette action", "Archive this action") }
    fileprivate var otherDeeds: String { say("Autres gestes", "What else to do") }
    fileprivate var noMilestoneYet: String {
        say(
            "Aucun jalon. Un à trois points de passage datés montrent que l’on avance.",
            "No milestone. One to three dated steps show progress.")
    }
    fileprivate var addMilestone: String { say("Ajouter un jalon", "Add a milestone") }
    fileprivate var changeMilestone: String { say("Modifier", "Change") }
    fileprivate var removeMilestone: String { say("Retirer", "Remove") }
    fileprivate var reachedToday: String { say("Atteint aujourd’hui", "Reached today") }
    fileprivate var milestoneDueOn: String { say("Prévu le", "Due on") }
    fileprivate var milestoneReachedOn: String { say("Atteint le", "Reached on") }
    fileprivate func when(_ milestone: Milestone) -> String {
        if let day = milestone.reachedOn { return say("atteint le \(self.day(day))", "reached on \(self.day(day))") }
        return milestone.due.map { say("prévu le \(day($0))", "due on \(day($0))") } ?? say("sans date", "no date")
    }
    fileprivate var noLinkYet: String {
        say("Aucun lien. Dites ici de quelle action celle-ci dépend.", "No link. Say here which action this one depends on.")
    }
    func linkedAction(_ number: Int, _ label: String) -> String { say("n°\u{A0}\(number) \(label)", "no.\u{A0}\(number) \(label)") }
    fileprivate var notMetYet: String { say("Pas encore en vigueur\u{A0}: celle-ci l’attend.", "Not in force yet: this one waits for it.") }
    fileprivate var neverMet: String {
        say("N’aboutira pas\u{A0}: revoyez cette dépendance.", "Will not come about: review this dependency.")
    }
    fileprivate var allNotes: String { say("Toutes les notes", "All notes") }
    fileprivate var notesByDay: String { say("Notes par date", "Notes by date") }
    fileprivate func writtenOn(_ day: Day) -> String { say("écrite le \(self.day(day))", "written on \(self.day(day))") }
}
