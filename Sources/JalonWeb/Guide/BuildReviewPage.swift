/// The actions proposed, each to adjust or to remove, before they are all added in one go.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct BuildReviewPage {
    let context: PageContext
    let review: BuildReview
    let form: BuildForm
    let violations: [Violation]

    /// Beyond that many, a row shows what matters most without its axis.
    private static let roomy = 12
    /// Beyond that many, the indicators proposed are kept as they are: the page would weigh more than it should.
    private static let most = 40

    private var words: Words { context.words }
    private var plan: Plan { review.plan }
    private var isRoomy: Bool { form.rows.count <= Self.roomy }

    func render() -> [UInt8] {
        let rows = violations.isEmpty ? form.rows : form.checked().rows
        return page(context, title: words.reviewTitle, failed: !violations.isEmpty) { html in
            html.breadcrumb(
                words, (plan.title, .plan(context.slug, plan.number)), (words.buildTitle, .build(context.slug, plan.number, choice)))
            html.heading(words.reviewTitle, over: plan.title, lead: words.reviewLead(rows.count))
            if !violations.isEmpty { summary(html, rows) }
            if form.isLate { meanwhile(html) }
            html.post(to: .buildReview(context.slug, plan.number), context) {
                if let actions = form.actions { html.hiddenInput("actions", String(actions)) }
                common(html)
                if form.rows.count > Self.most { html.p(words.indicatorsKept, .class("note")) }
                for row in rows { self.row(html, row) }
                suggestions(html)
                html.ligne {
                    html.button(words.addToPlan)
                    html.buttonLink(words.changeChoice, Path.build(context.slug, plan.number, choice), secondary: true)
                }
            }
        }
    }

    /// The same practices ticked, to go back to.
    private var choice: Query {
        form.rows.filter(\.isKept).reduce(into: Query.empty) { $0.add("practice", $1.practice) }
    }

    // MARK: Errors

    private func summary(_ html: HTMLWriter, _ rows: [BuildForm.Row]) {
        let broken = rows.filter { !$0.violations.isEmpty }
        let elsewhere = broken.isEmpty ? violations : form.commonDueViolations()
        html.div(.class("note al"), .role(.alert), .labelledBy("er"), .tabindex(-1), .id("erreurs")) {
            html.h2(words.answersToMend(broken.reduce(elsewhere.count) { $0 + $1.violations.count }), .id("er"))
            html.ul(.class("liste")) {
                for violation in elsewhere {
                    let place = violation.field == .due ? "commonDue" : "contenu"
                    html.li { html.a(words.violation(violation), .href(Fragment(place))) }
                }
                for row in broken {
                    for violation in row.violations {
                        html.li {
                            html.a(
                                "\(row.practice) – \(words.violation(violation))", .href(Fragment(id(violation.field, row))))
                        }
                    }
                }
            }
        }
    }

    /// What was added to the plan while the form was being filled, or by the same form sent before.
    private func meanwhile(_ html: HTMLWriter) {
        let found = form.rows.map(\.practice).filter(review.answeredSince.contains)
        html.div(.class("note al"), .role(.alert), .labelledBy("co"), .tabindex(-1), .id("conflit")) {
            html.h2(words.addedMeanwhile, .id("co"))
            html.p(words.addedMeanwhileHelp(found))
            html.p { html.a(words.seeActions, .class("lien"), .href(Path.actions(context.slug, plan.number, ["sort": "-number"]))) }
        }
    }

    private func id(_ field: Field, _ row: BuildForm.Row) -> String { "\(field.rawValue)-\(row.practice)" }

    // MARK: Fields

    private func common(_ html: HTMLWriter) {
        Fields(html, words, violations: form.commonDueViolations()).day(
            .due, form.commonDue, example: plan.to, label: words.commonDue, name: "commonDue", help: words.commonDueHelp)
    }

    private func row(_ html: HTMLWriter, _ row: BuildForm.Row) {
        html.fieldset(.class("grand")) {
            html.legend(.class("choix")) {
                html.label {
                    html.input(.type(.checkbox), .name("keep"), .value(row.practice), .checked(row.isKept))
                    html.text(words.keepAction(row.practice))
                }
            }
            html.hiddenInput("practice", row.practice)
            if review.answered.contains(row.practice) { html.p(words.alreadyCovered, .class("aide")) }
            input(html, .label, row.label, row)
            html.div(.class("champs hautes")) {
                // Without one, an action stands on the axis of its practice's theme.
                if isRoomy { axis(html, row) }
                input(html, .pilot, row.pilot, row, list: "pilotes")
                level(html, row)
                input(html, .due, row.due, row)
            }
            if form.rows.count <= Self.most, let situation = row.situation {
                wrap(html, .description, row) { invalid in
                    html.textarea(situation, invalid, .name("description-\(row.practice)"), .rows(2))
                }
            }
            if form.rows.count <= Self.most, let indicators = row.indicators {
                wrap(html, .indicators, row) { invalid in
                    let lines = row.indicatorLines?.count ?? 1
                    html.textarea(indicators, invalid, .name(Field.indicators.rawValue), .rows(min(max(lines, 1), 4)))
                }
            }
        }
    }

    private func input(_ html: HTMLWriter, _ field: Field, _ value: String, _ row: BuildForm.Row, list: String? = nil) {
        wrap(html, field, row) { invalid in
            html.input(.name(field.rawValue), .value(value), invalid, list.map { .list($0) } ?? .none)
        }
    }

    private func level(_ html: HTMLWriter, _ row: BuildForm.Row) {
        wrap(html, .level, row) { invalid in
            html.select(.name(Field.level.rawValue), invalid) {
                for level in EngagementLevel.allCases {
                    html.option(words.level(level), .value(level.rawValue), .selected(level.rawValue == row.level))
                }
                guard review.standing[row.practice]?.assessment.state == .inPlace else { return }
                for commitment in Commitment.allCases {
                    html.option(
                        words.alreadyInPlace(commitment), .value(commitment.rawValue), .selected(commitment.rawValue == row.level))
                }
            }
        }
    }

    private func axis(_ html: HTMLWriter, _ row: BuildForm.Row) {
        wrap(html, .axis, row) { invalid in
            html.select(.name(Field.axis.rawValue), invalid) {
                html.option(words.noAxis, .value(""))
                for axis in plan.axes {
                    html.option(axis.title, .value(String(axis.number)), .selected(String(axis.number) == row.axis))
                }
            }
        }
    }

    /// A label around its field needs no ids; only a broken field has one, for the summary to lead to.
    private func wrap(_ html: HTMLWriter, _ field: Field, _ row: BuildForm.Row, control: (Attribute) -> Void) {
        let broken = row.violations.filter { $0.field == field }
        html.label(.when(!broken.isEmpty, .id(id(field, row)))) {
            html.text(words.field(field))
            control(.invalid(!broken.isEmpty))
            for violation in broken { html.span(words.rule(violation.rule), .class("hc")) }
        }
    }

    private func suggestions(_ html: HTMLWriter) {
        html.datalist(.id("pilotes")) {
            for party in review.parties.prefix(50) { html.option("", .value(party.name)) }
        }
    }
}

extension Words {
    var reviewTitle: String { say("Actions proposées", "Proposed actions") }
    func reviewLead(_ number: Int) -> String {
        say(
            "\(count(number, "action, à ajuster", "actions, à ajuster")) ou à retirer. Un pilote que Jalon ne connaît pas est créé comme fonction.",
            "\(count(number, "action", "actions")) to adjust or remove. A pilot that Jalon does not know is created as a position.")
    }
    var commonDue: String { say("Échéance de celles qui n’en ont pas", "Due date of those without one") }
    var commonDueHelp: String { say("Facultative.", "Optional.") }
    func keepAction(_ practice: String) -> String { say("Ajouter l’action pour \(practice)", "Add the action for \(practice)") }
    var alreadyCovered: String { say("Une action du plan y répond déjà.", "An action of the plan answers it already.") }
    var indicatorsKept: String {
        say(
            "Chaque action reçoit les indicateurs que propose sa bonne pratique, et pour description sa situation de départ. Tout se modifie ensuite sur sa fiche.",
            "Each action is given the indicators that its practice proposes, and its starting situation as description. All can be changed on its own page afterwards."
        )
    }
    /// « Déjà en place : suivi ».
    func alreadyInPlace(_ commitment: Commitment) -> String { labelled(alreadyInPlace, self.commitment(commitment).lowercased()) }
    var addedMeanwhile: String { say("Des actions ont été ajoutées au plan entre-temps", "Actions were added to the plan in the meantime") }
    func addedMeanwhileHelp(_ practices: [String]) -> String {
        let kept = say(
            "Cet envoi n’a rien ajouté, et votre saisie est ci-dessous.", "Nothing was added this time, and what you typed is below.")
        guard !practices.isEmpty else {
            return kept + say(" Relisez, puis ajoutez au plan.", " Read it again, then add to the plan.")
        }
        return kept
            + say(
                " Une action répond désormais à \(list(practices))\u{A0}: ces lignes sont décochées. Recochez celles à ajouter quand même.",
                " An action now answers \(list(practices)): these lines are unticked. Tick again those to add all the same.")
    }
    var seeActions: String { say("Voir les actions du plan", "See the plan’s actions") }
    var addToPlan: String { say("Ajouter au plan", "Add to the plan") }
    var changeChoice: String { say("Changer le choix", "Change the choice") }
}
