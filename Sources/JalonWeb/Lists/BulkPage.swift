/// The form of a bulk change: the actions chosen, and what to change of them.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct BulkPage {
    private let context: PageContext
    private let words: Words
    private let bulk: BulkDesk
    private let choice: BulkChoice
    private let form: BulkForm
    private let violations: [Violation]

    init(_ context: PageContext, _ bulk: BulkDesk, _ choice: BulkChoice, _ form: BulkForm, _ violations: [Violation]) {
        self.context = context
        words = context.words
        self.bulk = bulk
        self.choice = choice
        self.form = form
        self.violations = violations
    }

    private var plan: Plan { bulk.desk.plan }

    var bytes: [UInt8] {
        let title = words.bulkTitle(bulk.actions.count)
        return page(context, title: title, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, plan.number)))
            html.heading(title, over: plan.title, lead: words.bulkLead)
            html.details {
                html.summary(words.bulkChosen(bulk.actions.count))
                html.ul { for action in bulk.actions { html.li(words.bulkAction(action.number, action.label)) } }
            }
            html.form(.method(.get), .action(Path.bulkPreview(context.slug, plan.number)), .class("texte")) {
                for pair in choice.pairs { html.hiddenInput(pair.name, pair.value) }
                let fields = Fields(html, words, violations: violations)
                fields.errorSummary()
                write(fields)
                fields.buttons(words.bulkToPreview, cancel: .actions(context.slug, plan.number))
                fields.partySuggestions(bulk.desk)
            }
        }
    }

    private func write(_ fields: Fields) {
        fields.party(.pilot, form.pilot, help: words.bulkPilotHelp)
        fields.row {
            fields.select(
                .forecast, form.move, among: BulkForm.Move.allCases.map { Choice($0.rawValue, words.bulkMove($0)) },
                blank: words.bulkUnchanged, label: words.field(.due), name: "move")
            fields.text(
                .due, form.due, label: words.bulkDue, help: words.bulkDueHelp(context.today), maxLength: 20, autocomplete: .off)
        }
        if plan.hasBeenValidated {
            fields.text(.reason, form.reason, label: words.slippageReason, help: words.slippageReasonHelp(), maxLength: 1000)
        }
        fields.select(
            .axis, form.axis, among: plan.axes.map { Choice(String($0.number), $0.title) }, blank: words.bulkUnchanged)
        fields.row {
            fields.text(.tags, form.addedTags, label: words.bulkAddTags, help: words.bulkTagsHelp, autocomplete: .off)
            fields.text(.query, form.removedTags, label: words.bulkRemoveTags, name: "removedTags", autocomplete: .off)
        }
        fields.row {
            fields.select(
                .visibility, form.visibility, among: Visibility.allCases.map { Choice($0.rawValue, words.visibility($0)) },
                blank: words.bulkUnchanged)
            fields.select(
                .archived, form.archived, among: [Choice("1", words.bulkArchive), Choice("0", words.bulkRestore)],
                blank: words.bulkUnchanged)
        }
    }
}

extension Words {
    func bulkTitle(_ number: Int) -> String {
        say("Modifier \(count(number, "action", "actions"))", "Change \(count(number, "action", "actions"))")
    }
    func bulkAction(_ number: Int, _ label: String) -> String { say("n°\u{A0}\(number) \(label)", "no.\u{A0}\(number) \(label)") }
    fileprivate var bulkLead: String {
        say(
            "Remplissez ce qui change\u{A0}; le reste ne bouge pas. Rien n’est enregistré avant que vous ayez vu le résultat.",
            "Fill in what changes; the rest stays. Nothing is saved before you have seen the result.")
    }
    fileprivate func bulkChosen(_ number: Int) -> String {
        say("\(count(number, "action choisie", "actions choisies"))", "\(count(number, "action chosen", "actions chosen"))")
    }
    fileprivate var bulkToPreview: String { say("Voir ce qui changerait", "See what would change") }
    fileprivate var bulkUnchanged: String { say("Ne pas changer", "Leave as is") }
    fileprivate var bulkPilotHelp: String {
        say(
            "Vide\u{A0}: chaque action garde le sien. Un nom inconnu devient une fonction.",
            "Empty: each action keeps its own. An unknown name becomes a position.")
    }
    fileprivate func bulkMove(_ move: BulkForm.Move) -> String {
        switch move {
        case .on: say("À cette date", "On that day")
        case .days: say("Décaler d’un nombre de jours", "Move by a number of days")
        case .months: say("Décaler d’un nombre de mois", "Move by a number of months")
        }
    }
    fileprivate var bulkDue: String { say("Date, ou nombre", "Day, or number") }
    fileprivate func bulkDueHelp(_ today: Day) -> String {
        say(
            "\(typedDay(today + 90)), ou 15\u{A0}; -15 pour avancer la date.",
            "\(typedDay(today + 90)), or 15; -15 brings the day forward.")
    }
    fileprivate var bulkAddTags: String { say("Étiquettes à ajouter", "Tags to add") }
    fileprivate var bulkRemoveTags: String { say("Étiquettes à retirer", "Tags to remove") }
    fileprivate var bulkTagsHelp: String { say("Séparées par des virgules.", "Separated by commas.") }
    fileprivate var bulkArchive: String { say("Archiver", "Archive") }
    fileprivate var bulkRestore: String { say("Restaurer", "Restore") }
}
