/// Which practices become actions: filtered by the address, ticked by theme.
import HTML
import JalonDomain
import JalonWorkspace

struct BuildChoicePage {
    let context: PageContext
    let choice: BuildChoice
    let filter: PracticeFilter
    let ticked: Set<String>
    let ticking: Ticking?

    /// What else is ticked among the practices shown.
    enum Ticking: String {
        /// Those that no action answers yet.
        case all
        /// Those that the état des lieux finds wanting.
        case assessment
    }

    private var words: Words { context.words }
    private var plan: Plan { choice.plan }

    func render() -> [UInt8] {
        page(context, title: words.buildTitle) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)))
            html.heading(
                words.buildTitle, over: plan.title,
                lead: words.buildLead(answered: choice.answered.count, of: choice.catalogue.practices.count)
            ) {
                html.ligne { html.a(words.importTableInstead, .class("lien"), .href(Path.importTable(context.slug, plan.number))) }
            }
            // One form, so that filtering loses no tick; everything it holds goes in the address.
            html.form(.method(.get), .action(Path.buildReview(context.slug, plan.number)), .class("lot")) {
                filters(html)
                hiddenTicks(html)
                if ticking == .assessment { html.p(words.tickedFromAssessment, .class("note")) }
                if choice.practices.isEmpty { nothing(html) }
                for theme in choice.catalogue.themes {
                    let practices = choice.practices.filter { $0.theme == theme.id }
                    if !practices.isEmpty { group(html, theme, practices) }
                }
                if !choice.practices.isEmpty || !ticked.isEmpty { submit(html) }
            }
        }
    }

    private func filters(_ html: HTMLWriter) {
        let fields = Fields(html, words)
        html.div(.class("champs")) {
            html.practiceFilters(fields, filter, choice.catalogue)
        }
        fields.checkbox("uncovered", words.uncoveredOnly, checked: filter.uncoveredOnly)
        html.ligne {
            html.button(words.filter, .class("sec"), .formAction(Path.build(context.slug, plan.number)))
            if !choice.practices.isEmpty {
                html.button(
                    words.tickAll, .class("lien"), .name("tick"), .value(Ticking.all.rawValue),
                    .formAction(Path.build(context.slug, plan.number)))
            }
            if choice.practices.contains(where: { choice.isWanting($0.id) }) {
                html.button(
                    words.tickFromAssessment, .class("lien"), .name("tick"), .value(Ticking.assessment.rawValue),
                    .formAction(Path.build(context.slug, plan.number)))
            }
            html.span(words.practicesShown(choice.practices.count, of: choice.catalogue.practices.count), .role(.status))
        }
    }

    /// Practices ticked before the filter hid them.
    private func hiddenTicks(_ html: HTMLWriter) {
        let shown = Set(choice.practices.map(\.id))
        let hidden = choice.catalogue.practices.filter { ticked.contains($0.id) && !shown.contains($0.id) }
        guard !hidden.isEmpty else { return }
        for practice in hidden { html.hiddenInput("practice", practice.id) }
        html.p(words.tickedElsewhere(hidden.map(\.id)), .class("note"))
    }

    private func nothing(_ html: HTMLWriter) {
        html.empty(filter.uncoveredOnly ? words.nothingUncovered : words.noPracticeKept) {
            let ticks = ticked.sorted().reduce(into: Query.empty) { $0.add("practice", $1) }
            html.p { html.a(words.seeAllPractices, .class("lien"), .href(Path.build(context.slug, plan.number, ticks))) }
        }
    }

    private func group(_ html: HTMLWriter, _ theme: Theme, _ practices: [Practice]) {
        html.fieldset(.class("grand choix")) {
            html.legend(words.themeTitle(theme))
            for practice in practices {
                html.label {
                    html.input(.type(.checkbox), .name("practice"), .value(practice.id), .checked(isTicked(practice.id)))
                    html.span {
                        html.text("\(practice.id) \(practice.title.text(words.language))")
                        html.br()
                        html.small(words.marks(of: practice))
                        if choice.answered.contains(practice.id) {
                            html.text(" ")
                            html.small(words.inThePlan, .class("mot"))
                        } else if let state = choice.standing[practice.id] {
                            html.text(" ")
                            html.small(words.practiceState(state), .class("mot"))
                        }
                    }
                }
            }
        }
    }

    private func isTicked(_ practice: String) -> Bool {
        switch ticking {
        case _ where ticked.contains(practice): true
        case .all: !choice.answered.contains(practice)
        case .assessment: choice.isWanting(practice)
        case nil: false
        }
    }

    private func submit(_ html: HTMLWriter) {
        html.div(.class("carte")) {
            html.ligne {
                html.button(words.seeProposals)
                html.buttonLink(words.cancel, Path.plan(context.slug, plan.number), secondary: true)
            }
        }
    }
}

extension Words {
    var buildTitle: String { say("Construire le plan depuis le guide", "Build the plan from the guide") }
    func buildLead(answered: Int, of all: Int) -> String {
        say(
            "Cochez des bonnes pratiques\u{A0}: Jalon propose une action pour chacune, que vous ajustez avant de l’ajouter. Le plan répond à \(number(answered)) pratiques sur \(number(all)).",
            "Tick practices: Jalon proposes an action for each, which you adjust before adding it. The plan answers \(number(answered)) practices out of \(number(all))."
        )
    }
    var uncoveredOnly: String { say("Non couvertes seulement", "Only those not covered") }
    var tickAll: String { say("Cocher toutes celles-ci", "Tick all of these") }
    var tickFromAssessment: String { say("Cocher d’après l’état des lieux", "Tick from the assessment") }
    var tickedFromAssessment: String {
        say(
            "Les pratiques en partie ou pas en place sont cochées. Ajoutez celles qui sont en place pour en assurer le suivi\u{A0}: Jalon les propose comme réalisations déjà en place.",
            "Practices partly or not in place are ticked. Add those in place to follow them up: Jalon proposes them as implementations already in place."
        )
    }
    func tickedElsewhere(_ ids: [String]) -> String {
        say("Cochées aussi, hors de ce filtre\u{A0}: \(list(ids)).", "Ticked as well, outside this filter: \(list(ids)).")
    }
    var nothingUncovered: String {
        say(
            "Chaque pratique de ce filtre a déjà son action, est en place ou ne s’applique pas. Élargissez les critères ou décochez «\u{A0}Non couvertes seulement\u{A0}».",
            "Every practice in this filter already has its action, is in place or does not apply. Widen the criteria, or untick “Only those not covered”."
        )
    }
    var seeProposals: String { say("Voir les actions proposées", "See the proposed actions") }
}
