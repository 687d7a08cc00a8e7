/// The list of an organisation's plans, the latest first.
import HTML
import JalonDomain
import JalonWorkspace

func planListPage(_ context: PageContext, _ listing: PlanListing) -> [UInt8] {
    let words = context.words
    let plans = listing.plans
    return page(context, title: words.planListTitle) { html in
        html.heading(words.planListTitle, over: context.organisation?.name, lead: words.planListLead(plans)) {
            // A pilot reads the journal beside their own actions, not the whole.
            let readsJournal = context.may(.readInternal) && context.member?.role != .pilot
            guard !plans.isEmpty else { return }
            html.ligne {
                html.a(words.lessonsTitle, .class("lien"), .href(Path.lessons(context.slug)))
                if context.may(.editPlan) { html.buttonLink(words.planNew, Path.newPlan(context.slug), secondary: true) }
                if readsJournal { html.a(words.planListJournal, .class("lien"), .href(Path.journal(context.slug))) }
            }
        }
        html.firstSteps(listing.firstSteps, context)
        guard !plans.isEmpty else { return html.noPlan(context) }
        html.cards(words.planListCaption) {
            html.column(words.subject(.plan))
            html.column(words.field(.state))
            html.column(words.planPeriod)
            html.column(words.validationOfPlan)
        } rows: {
            for plan in plans {
                html.row {
                    html.rowHead { html.a(plan.title, .href(Path.plan(context.slug, plan.number))) }
                    html.cell(words.planState(plan.state), label: words.field(.state))
                    html.cell(words.period(plan.from, plan.to))
                    html.cell(label: words.validationOfPlan) {
                        if let validation = plan.validation {
                            html.day(validation.on, words, short: true)
                        } else {
                            html.text(words.planNotYet)
                        }
                    }
                }
            }
        }
    }
}

extension HTMLWriter {
    fileprivate func noPlan(_ context: PageContext) {
        let words = context.words
        empty(context.may(.editPlan) ? words.planNoneForEditors : words.planNone) {
            guard context.may(.editPlan) else { return }
            ligne {
                buttonLink(words.assessFirst, Path.assessment(context.slug))
                buttonLink(words.planFirst, Path.newPlan(context.slug), secondary: true)
            }
        }
    }
}

extension Words {
    var planListTitle: String { say("Plans d’action", "Action plans") }
    var planListJournal: String { say("Journal de l’organisation", "The organisation’s journal") }
    var planListCaption: String { say("Du plus récent au plus ancien", "The latest first") }
    var planPeriod: String { say("Période", "Period") }
    var planNotYet: String { say("Pas encore", "Not yet") }
    var planFirst: String { say("Créer le premier plan", "Create the first plan") }

    func planListLead(_ plans: [Plan]) -> String {
        guard !plans.isEmpty else { return say("Tout commence par un plan.", "Everything starts with a plan.") }
        let open = plans.count { $0.state != .closed }
        return say(
            "\(count(plans.count, "plan", "plans")), dont \(number(open)) \(plural(open, "ouvert", "ouverts")).",
            "\(count(plans.count, "plan", "plans")), \(number(open)) open.")
    }

    var planNone: String {
        say("Aucun plan pour l’instant. La coordination en crée un.", "No plan for now. Coordinators create one.")
    }
    var planNoneForEditors: String {
        say(
            "Aucun plan pour l’instant. Dites d’abord où vous en êtes de chaque bonne pratique\u{A0}: un premier plan en découle. Ou donnez un titre et une période, puis choisissez dans le guide les pratiques à retenir\u{A0}: chacune devient une action.",
            "No plan for now. Say first where you stand on each practice: a first plan follows. Or give a title and a period, then choose in the guide the practices to keep: each becomes an action."
        )
    }
}
