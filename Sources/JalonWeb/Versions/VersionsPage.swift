/// The versions of a plan: who committed to what and when, how it was told, and what moved since.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct VersionsPage {
    private let context: PageContext
    private let words: Words
    private let sheet: PlanVersions
    private var plan: Plan { sheet.plan }

    init(_ context: PageContext, _ sheet: PlanVersions) {
        self.context = context
        words = context.words
        self.sheet = sheet
    }

    var bytes: [UInt8] {
        page(context, title: words.versionsTitle) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)))
            html.heading(words.versionsTitle, over: plan.title, lead: words.versionsLead(sheet)) {
                html.ligne {
                    if context.may(.decide) {
                        html.a(words.planLife, .class("lien"), .href(Path.life(context.slug, plan.number)))
                        html.a(words.publicationTitle, .class("lien"), .href(Path.publication(context.slug, plan.number)))
                    }
                    html.a(words.slippageTitle, .class("lien"), .href(Path.slippage(context.slug, plan.number)))
                }
            }
            html.revision(sheet.revision, context, plan.number)
            if sheet.versions.isEmpty { empty(html) } else { table(html) }
            register(html)
        }
    }

    private func empty(_ html: HTMLWriter) {
        html.empty(plan.hasBeenValidated ? words.versionsBefore : words.versionsNone) {
            if context.may(.decide) {
                html.ligne { html.buttonLink(words.planLife, Path.life(context.slug, plan.number)) }
            }
        }
    }

    private func table(_ html: HTMLWriter) {
        html.cards(words.versionsCaption) {
            html.column(words.subject(.version))
            html.column(words.versionValidatedOn)
            html.column(words.field(.body))
            html.column(words.versionChanges)
        } rows: {
            for version in sheet.versions {
                let inForce = version.number == sheet.versions.first?.number
                html.row {
                    html.rowHead {
                        html.a(words.versionNumber(version.number), .href(Path.version(context.slug, plan.number, version.number)))
                        if inForce {
                            html.text(" ")
                            html.span(words.versionInForce, .class("mot"))
                        }
                    }
                    html.cell(label: words.versionValidatedOn) { html.day(version.validation.on, words) }
                    html.cell([version.validation.body, version.validation.person].filter { !$0.isEmpty }.joined(separator: ", "))
                    html.cell {
                        if version.number > 1 {
                            changes(html, .version(version.number - 1), .version(version.number))
                            html.br()
                        }
                        changes(html, .version(version.number), .present)
                    }
                }
            }
        }
    }

    private func changes(_ html: HTMLWriter, _ from: PlanMoment, _ to: PlanMoment) {
        html.a(
            words.changesTitle(from, to), .href(Path.changes(context.slug, plan.number, ChangesFilter(from: from, to: to).query)))
    }

    private func register(_ html: HTMLWriter) {
        guard !sheet.communications.isEmpty else { return }
        html.section {
            html.h2(words.registerTitle)
            html.register(sheet.communications, words)
        }
    }
}

extension HTMLWriter {
    /// The register of what was communicated, the latest first.
    func register(_ records: [CommunicationRecord], _ words: Words) {
        cards(words.registerCaption) {
            column(words.field(.on))
            column(words.subject(.version))
            column(words.field(.audience))
            column(words.field(.channels))
            column(words.field(.proof))
        } rows: {
            for record in records {
                let told = record.communication
                row {
                    rowHead { day(told.on, words) }
                    cell(record.version.map(words.versionNumber) ?? "–", label: words.subject(.version))
                    cell(told.audience, label: words.field(.audience))
                    cell(told.channels, label: words.field(.channels))
                    cell(label: words.field(.proof)) {
                        if let link = ExternalLink(told.proof) { a(told.proof, .href(link), .rel(.external)) } else { text("–") }
                    }
                }
            }
        }
    }

    /// A revision under way, or a proposal that the plan has left behind, with what it changes; nothing when nothing moved.
    func revision(_ revision: PlanRevision?, _ context: PageContext, _ plan: Int) {
        guard let revision, revision.isUnderWay else { return }
        let words = context.words
        div(.class("note")) {
            p {
                strong(words.revisionTitle(revision.since))
                text(" ")
                text(words.revisionCounts(revision))
                text(" ")
                a(
                    words.changesTitle(revision.since, .present),
                    .href(Path.changes(context.slug, plan, ChangesFilter(from: revision.since, to: .present).query)))
            }
        }
    }
}

extension Words {
    var versionsTitle: String { say("Versions du plan", "Versions of the plan") }
    func versionsLead(_ sheet: PlanVersions) -> String {
        guard let last = sheet.versions.first else {
            return say("Une version se fige quand le plan est validé.", "A version is frozen when the plan is validated.")
        }
        return
            "\(versionNumber(last.number)), \(validated(last.validation).prefix(1).lowercased())\(validated(last.validation).dropFirst())"
    }
    var versionsNone: String {
        say(
            "Aucune version encore. Proposez le plan, puis enregistrez sa validation\u{A0}: ce qui a été lu devient la version 1.",
            "No version yet. Propose the plan, then record its validation: what was read becomes version 1.")
    }
    var versionsBefore: String {
        say(
            "Ce plan a été validé avant que les versions soient gardées. La prochaine validation fige la première.",
            "This plan was validated before versions were kept. The next validation freezes the first one.")
    }
    var versionsCaption: String { say("La plus récente d’abord", "The latest first") }
    var versionValidatedOn: String { say("Validée le", "Validated on") }
    var versionChanges: String { say("Changements", "Changes") }
    var versionInForce: String { say("En vigueur", "In force") }
    var registerTitle: String { say("Ce qui a été communiqué", "What was communicated") }
    var registerCaption: String { say("À qui, par quel canal, avec quelle preuve", "To whom, through which channel, with which proof") }

    func revisionTitle(_ since: PlanMoment) -> String {
        switch since {
        case .candidate:
            say("Le plan a changé depuis qu’il a été proposé.", "The plan changed since it was proposed.")
        case .version, .present: say("Révision en cours.", "Revision under way.")
        }
    }
    func revisionCounts(_ revision: PlanRevision) -> String {
        changesLead(Dictionary(uniqueKeysWithValues: revision.counts.map { ($0.kind, $0.count) }), head: revision.head.count)
            .capitalisedFirst
    }
}
