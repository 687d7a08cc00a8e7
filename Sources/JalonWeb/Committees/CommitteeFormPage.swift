/// The form of a committee, new or known: what it is for, how often it meets, where.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct CommitteeFormPage {
    private let context: PageContext
    private let words: Words
    private let plan: Plan
    private let committee: Committee?
    private let form: CommitteeForm
    private let violations: [Violation]
    private let meanwhile: Meanwhile?

    /// `committee` is the one that changes; nothing for a new one.
    init(
        _ context: PageContext, _ plan: Plan, _ committee: Committee?, _ form: CommitteeForm, violations: [Violation] = [],
        meanwhile: Meanwhile? = nil
    ) {
        self.context = context
        words = context.words
        self.plan = plan
        self.committee = committee
        self.form = form
        self.violations = violations
        self.meanwhile = meanwhile
    }

    private var title: String { committee == nil ? words.committeeAdd : words.committeeEdit }
    private var back: Path { committee.map { .committee(context.slug, $0.id) } ?? .committees(context.slug, plan.number) }

    var bytes: [UInt8] {
        page(context, title: title, failed: !violations.isEmpty || meanwhile != nil) { html in
            html.breadcrumb(words, (words.committeesTitle, .committees(context.slug, plan.number)))
            html.heading(title, over: committee?.name ?? plan.title, lead: committee == nil ? words.committeeNewLead : nil)
            let fields = Fields(html, words, violations: violations, meanwhile: meanwhile)
            fields.errorSummary()
            let path = committee.map { Path.committee(context.slug, $0.id, .edit) } ?? .newCommittee(context.slug, plan.number)
            html.post(to: path, context, .class("texte")) {
                fields.meanwhile(meanwhile)
                if let committee {
                    html.hiddenInput("version", String(committee.version))
                    html.read(form.read)
                }
                fields.text(.name, form.name, required: true, help: words.committeeNameHelp, maxLength: 100)
                fields.textarea(.purpose, form.purpose, help: words.committeePurposeHelp, maxLength: 10_000)
                fields.select(
                    .cadence, form.cadence,
                    among: Cadence.allCases.map { Choice($0.rawValue, words.cadence($0)) } + [
                        Choice(CommitteeForm.chosen, words.cadenceOrChosen(nil))
                    ], label: words.committeeCadence, required: true, help: words.committeeCadenceHelp)
                fields.day(.from, form.from, example: plan.from, label: words.committeeFrom, required: true)
                fields.row {
                    fields.text(.time, form.time, help: words.labelled(words.example, words.say("14 h", "14:00")), maxLength: 8)
                    fields.text(.length, form.length, required: true, maxLength: 3, inputMode: .numeric)
                }
                fields.text(.place, form.place, help: words.committeePlaceHelp, maxLength: 500)
                fields.buttons(committee == nil ? words.committeeAdd : words.committeeSave, cancel: back)
            }
        }
    }
}

extension Words {
    var committeeEdit: String { say("Modifier le comité", "Edit the committee") }
    fileprivate var committeeSave: String { say("Enregistrer le comité", "Save the committee") }
    fileprivate var committeeNewLead: String {
        say(
            "Donnez-lui un nom et une fréquence. Le calendrier des séances est proposé ensuite.",
            "Give it a name and a cadence. The calendar of meetings is proposed next.")
    }
    fileprivate var committeeNameHelp: String { say("Exemple\u{A0}: COPIL, comité technique.", "Example: steering committee.") }
    fileprivate var committeePurposeHelp: String { say("Ce qu’il décide, ce qu’il suit.", "What it decides, what it follows.") }
    fileprivate var committeeCadenceHelp: String {
        say("Le guide demande de suivre la fréquence des comités.", "The guide asks to follow how often committees meet.")
    }
    fileprivate var committeeFrom: String { say("À partir du", "From") }
    fileprivate var committeePlaceHelp: String {
        say("Le lieu habituel, ou le lien de la visioconférence.", "The usual room, or the link of the video call.")
    }
}
