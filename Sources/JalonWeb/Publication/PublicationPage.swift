/// The page that publishes: where the publication stands, who seems to be named, and what it says, field by field.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct PublicationPage {
    /// Of those who seem to be named.
    private static let most = 50

    private let context: PageContext
    private let words: Words
    private let desk: PublicationDesk
    private let violations: [Violation]
    private let crossed: Bool
    private var plan: Plan { desk.plan }

    init(_ context: PageContext, _ desk: PublicationDesk, violations: [Violation] = [], crossed: Bool = false) {
        self.context = context
        words = context.words
        self.desk = desk
        self.violations = violations
        self.crossed = crossed
    }

    var bytes: [UInt8] {
        page(context, title: words.publicationTitle, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)))
            html.heading(words.publicationTitle, over: plan.title, lead: words.publicationLead(desk))
            if crossed { html.div(.class("note al"), .role(.alert)) { html.p(words.publicationCrossed) } }
            if !violations.isEmpty { refusal(html) }
            guard desk.version != nil else {
                return html.empty(words.publicationNoVersion) {
                    html.ligne { html.buttonLink(words.planLife, Path.life(context.slug, plan.number)) }
                }
            }
            standing(html)
            hits(html)
            if plan.state != .closed { choices(html) }
        }
    }

    /// Names stand in the table below; what else is refused is said here.
    private func refusal(_ html: HTMLWriter) {
        html.div(.class("note al"), .role(.alert)) {
            html.p(desk.hits.isEmpty ? words.violation(violations[0]) : words.publicationBlocked(desk.hits.count))
        }
    }

    private func standing(_ html: HTMLWriter) {
        html.section {
            html.h2(words.publicationStands)
            if let current = desk.current {
                html.dl(.class("fiche")) {
                    html.term(words.subject(.version), words.versionNumber(current.publication.version))
                    if let day = current.asOf { html.term(words.publicationAsOf) { html.day(day, words) } }
                    html.term(words.publicationAddress) {
                        html.a(Path.published(context.slug, plan.number).url, .href(Path.published(context.slug, plan.number)))
                    }
                }
            } else {
                html.p(words.publicationNone)
            }
            html.div(.class("ligne")) {
                html.buttonLink(words.publicationPreview, Path.publicationPreview(context.slug, plan.number), secondary: true)
                if desk.hits.isEmpty {
                    html.post(to: .publication(context.slug, plan.number), context) {
                        html.button(desk.current == nil ? words.publicationPublish : words.publicationRenew)
                    }
                }
                if desk.current != nil {
                    html.post(to: .publicationWithdrawal(context.slug, plan.number), context) {
                        html.button(words.publicationWithdraw, .class("grave"))
                    }
                }
            }
        }
    }

    private func hits(_ html: HTMLWriter) {
        guard !desk.hits.isEmpty else { return }
        html.section {
            html.h2(words.publicationHits(desk.hits.count))
            html.p(words.publicationHitsHelp, .class("texte"))
            html.cards(words.publicationHitsCaption) {
                html.column(words.field(.person))
                html.column(words.publicationWhere)
                html.column(words.publicationResolve)
            } rows: {
                for hit in desk.hits.prefix(Self.most) { html.row { row(html, hit) } }
            }
        }
    }

    private func row(_ html: HTMLWriter, _ hit: PersonHit) {
        html.rowHead { html.text(hit.found) }
        html.cell {
            if let action = hit.action {
                html.a(
                    words.actionNumber(action),
                    .href(Path.editAction(context.slug, ActionID(plan: plan.number, number: action))))
                html.text(", ")
            }
            html.text(words.labelled(words.field(hit.field), hit.excerpt))
        }
        html.cell {
            html.post(to: .publicationClearance(context.slug, plan.number), context) {
                html.hiddenInput("hit", hit.key)
                html.button(words.publicationNotThem, .class("lien"), .ariaLabel(words.publicationNotThem(hit.found)))
            }
        }
    }

    private func choices(_ html: HTMLWriter) {
        html.section {
            html.h2(words.publicationChoices)
            html.p(words.publicationChoicesHelp, .class("texte"))
            html.post(to: .publicationChoices(context.slug, plan.number), context) {
                html.hiddenInput("version", String(desk.choice.version))
                boxes(
                    html, words.publicationFields, "fields",
                    PublicField.allCases.map { ($0.rawValue, words.publicField($0), desk.choice.fields.contains($0)) })
                let lessons = desk.lessons.filter { $0.visibility == .public }
                if !lessons.isEmpty {
                    boxes(
                        html, words.lessonsTitle, "lessons",
                        lessons.map { lesson in
                            (
                                "\(lesson.key.action)/\(lesson.key.stage)", "\(lesson.label), \(words.level(lesson.level).lowercased())",
                                desk.choice.lessons.contains(lesson.key)
                            )
                        })
                }
                html.ligne { html.button(words.publicationSave, .class("sec")) }
            }
        }
    }

    private func boxes(_ html: HTMLWriter, _ legend: String, _ name: String, _ boxes: [(value: String, label: String, checked: Bool)]) {
        html.fieldset(.class("champ choix")) {
            html.legend(legend)
            for box in boxes {
                html.label {
                    html.input(.type(.checkbox), .name(name), .value(box.value), .checked(box.checked))
                    html.text(box.label)
                }
            }
        }
    }
}

extension Words {
    var publicationTitle: String { say("Publication", "Publication") }
    func publicationLead(_ desk: PublicationDesk) -> String {
        guard desk.version != nil else { return say("Seule une version validée se publie.", "Only a validated version is published.") }
        return desk.current == nil
            ? say("Le plan n’est pas public.", "The plan is not public.")
            : say("Le plan est public, sans compte.", "The plan is public, without an account.")
    }
    var publicationNoVersion: String {
        say(
            "Aucune version à publier. Proposez le plan, puis enregistrez sa validation.",
            "No version to publish. Propose the plan, then record its validation.")
    }
    var publicationStands: String { say("Ce que le public lit", "What the public reads") }
    var publicationAsOf: String { say("Avancement au", "Progress as of") }
    var publicationAddress: String { say("Adresse", "Address") }
    var publicationNone: String {
        say(
            "Rien encore. Relisez l’aperçu, puis publiez\u{A0}: la version en vigueur, avec l’avancement d’aujourd’hui.",
            "Nothing yet. Read the preview, then publish: the version in force, with the progress of today.")
    }
    var publicationPreview: String { say("Voir l’aperçu", "See the preview") }
    var publicationPublish: String { say("Publier", "Publish") }
    var publicationRenew: String { say("Publier à nouveau", "Publish again") }
    var publicationWithdraw: String { say("Retirer de la vue du public", "Withdraw from the public") }
    var publicationDone: String { say("Le plan est publié.", "The plan is published.") }
    var publicationWithdrawn: String { say("Le plan n’est plus public.", "The plan is no longer public.") }
    var publicationChosen: String {
        say("Vos choix sont enregistrés. Publiez pour les montrer.", "Your choices are saved. Publish to show them.")
    }
    var publicationCleared: String { say("C’est noté\u{A0}: ce n’est pas cette personne.", "Noted: it is not that person.") }
    var publicationCrossed: String {
        say(
            "Quelqu’un d’autre a changé ces choix entre-temps. Voici ceux qui valent\u{A0}: refaites les vôtres si besoin.",
            "Someone else changed these choices in the meantime. Here are those that stand: make yours again if needed.")
    }
    func publicationBlocked(_ hits: Int) -> String {
        say(
            "Rien n’est publié\u{A0}: \(count(hits, "passage semble nommer une personne", "passages semblent nommer une personne")).",
            "Nothing is published: \(count(hits, "passage seems", "passages seem")) to name a person.")
    }
    func publicationHits(_ hits: Int) -> String {
        say(count(hits, "nom à résoudre", "noms à résoudre"), count(hits, "name to resolve", "names to resolve"))
    }
    var publicationHitsHelp: String {
        say(
            "Une publication ne nomme personne. Modifiez le texte de l’action et faites valider une nouvelle version, décochez le champ ci-dessous, ou dites que ce n’est pas cette personne.",
            "A publication names nobody. Edit the text of the action and have a new version validated, untick the field below, or say that it is not that person."
        )
    }
    var publicationHitsCaption: String { say("Ce qui serait public", "What would be public") }
    var publicationWhere: String { say("Où", "Where") }
    var publicationResolve: String { say("Résoudre", "Resolve") }
    var publicationNotThem: String { say("Ce n’est pas cette personne", "It is not that person") }
    func publicationNotThem(_ name: String) -> String {
        say("Ce n’est pas cette personne\u{A0}: \(name)", "It is not that person: \(name)")
    }
    var publicationChoices: String { say("Ce que la publication dit", "What the publication says") }
    var publicationChoicesHelp: String {
        say(
            "Le libellé, l’axe, le niveau et l’avancement des actions publiques sont toujours dits. Une personne n’est jamais nommée\u{A0}: sa fonction ou sa direction la remplace. Une action interne ne se publie pas.",
            "The label, axis, level and progress of public actions are always said. A person is never named: their position or unit stands instead. An internal action is not published."
        )
    }
    var publicationFields: String { say("Pour chaque action", "For each action") }
    var publicationSave: String { say("Enregistrer ces choix", "Save these choices") }
    func publicField(_ field: PublicField) -> String {
        switch field {
        case .pilot: say("Pilote (fonction ou direction)", "Pilot (position or unit)")
        case .decision: say("Décision (sans dire qui)", "Decision (without saying who)")
        case .reason: say("Raison du décalage", "Reason of slippage")
        default: self.field(field.field)
        }
    }
}
