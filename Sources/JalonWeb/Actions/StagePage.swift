/// The whole current stage, to be filled by whoever carries it: each level asks for what its rules need.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct StagePage {
    private let context: PageContext
    private let words: Words
    private let sheet: ActionSheet
    private let form: ReportForm
    private let violations: [Violation]
    private let meanwhile: Meanwhile?

    init(
        _ visit: Visit, _ seen: Seen<ActionSheet>, _ form: ReportForm, violations: [Violation] = [], meanwhile: Meanwhile? = nil
    ) {
        context = visit.frame(about: seen)
        words = visit.words
        sheet = seen.model
        self.form = form
        self.violations = violations
        self.meanwhile = meanwhile
    }

    private var action: Action { sheet.action }
    private var level: EngagementLevel { action.current.level }

    var bytes: [UInt8] {
        page(context, title: words.stageTitle, failed: !violations.isEmpty || meanwhile != nil) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.stageTitle, over: action.label, lead: words.asks(of: level)) {
                html.ligne {
                    html.level(level, words)
                    html.progress(action.current.progress, percent: action.current.percent, words)
                }
            }
            html.post(to: .stage(context.slug, action.id), context, .class("texte")) {
                html.hiddenInput("version", String(form.version ?? action.version))
                html.read(form.read)
                let fields = Fields(html, words, violations: violations, meanwhile: meanwhile)
                fields.errorSummary()
                fields.meanwhile(meanwhile)
                write(fields)
                fields.buttons(words.save, cancel: .action(context.slug, action.id))
                if form.perimeter != nil { fields.partySuggestions(sheet.desk) }
            }
        }
    }

    private func write(_ fields: Fields) {
        if level == .experimentation || !(form.perimeter ?? []).isEmpty {
            fields.several(
                .perimeter, form.perimeter ?? [], list: Fields.partyList, label: words.perimeterTried, help: words.perimeterTriedHelp)
        }
        if asks(.reflection, form.mobilised) {
            fields.textarea(.mobilised, form.mobilised ?? "", help: words.mobilisedHelp, maxLength: 10_000)
        }
        if level != .implementation || [form.deliverable, form.method, form.result].contains(where: { !($0 ?? "").isEmpty }) {
            fields.group(words.field(.deliverable)) {
                fields.text(.deliverable, form.deliverable ?? "", label: words.field(.title), maxLength: 1000)
                fields.textarea(.method, form.method ?? "", rows: 4, maxLength: 10_000)
                fields.textarea(.result, form.result ?? "", rows: 4, maxLength: 10_000)
            }
        }
        if level == .implementation {
            fields.select(
                .commitment, form.commitment ?? "", among: Commitment.allCases.map { Choice($0.rawValue, words.commitment($0)) },
                blank: words.notInPlaceBefore, help: words.commitmentHelp)
        }
        fields.group(words.field(.progress)) {
            fields.reportBasics(form, action.current, planValidated: sheet.plan.hasBeenValidated, today: context.today)
            fields.day(.on, form.on ?? "", example: context.today, label: words.sinceWhen, help: words.sinceWhenHelp)
        }
    }

    /// What another level asks for is shown only when something was typed there.
    private func asks(_ level: EngagementLevel, _ text: String?) -> Bool { self.level == level || !(text ?? "").isEmpty }
}

extension Words {
    fileprivate var stageTitle: String { say("Compléter l’étape", "Complete the stage") }
    fileprivate func asks(of level: EngagementLevel) -> String {
        switch level {
        case .reflection:
            say(
                "Une réflexion se finit par un livrable\u{A0}: un titre, une méthode, un résultat. Une décision suit.",
                "A study ends with a deliverable: a title, a method, a result. A decision follows.")
        case .experimentation:
            say(
                "Une expérimentation porte sur un périmètre\u{A0}; elle est finie quand sa méthode et ses résultats sont écrits.",
                "An experiment runs on a perimeter; it is done once its method and results are written down.")
        case .implementation:
            say(
                "Une réalisation généralise et suit dans la durée\u{A0}; finie, elle est en vigueur.",
                "An implementation rolls out and follows up; once done, it is in force.")
        }
    }
    fileprivate var perimeterTried: String { say("Périmètre de l’essai", "Perimeter of the experiment") }
    fileprivate var perimeterTriedHelp: String {
        say("Directions, services ou sites, un par case.", "Units or sites, one in each box.")
    }
    fileprivate var mobilisedHelp: String {
        say("Qui a pris part à la réflexion\u{A0}: directions, métiers, usagers.", "Who took part in the study: units, professions, users.")
    }
    fileprivate var notInPlaceBefore: String { say("Rien n’était en place", "Nothing was in place") }
    fileprivate var commitmentHelp: String {
        say("Pour ce qui était déjà en place\u{A0}: à quoi s’engage-t-on\u{A0}?", "For what was already in place: what do you commit to?")
    }
    fileprivate var sinceWhen: String { say("Commencée ou finie le", "Started or done on") }
    fileprivate var sinceWhenHelp: String { say("Aujourd’hui, sauf si vous donnez un autre jour.", "Today, unless you give another day.") }
}
