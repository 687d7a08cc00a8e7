/// The stages planned after the current one.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct PathPage {
    private let context: PageContext
    private let words: Words
    private let sheet: ActionSheet
    private let form: PathForm
    private let violations: [Violation]
    private let meanwhile: Meanwhile?

    init(_ visit: Visit, _ seen: Seen<ActionSheet>, _ form: PathForm, violations: [Violation] = [], meanwhile: Meanwhile? = nil) {
        context = visit.frame(about: seen)
        words = visit.words
        sheet = seen.model
        self.form = form
        self.violations = violations
        self.meanwhile = meanwhile
    }

    private var action: Action { sheet.action }

    var bytes: [UInt8] {
        page(context, title: words.pathTitle, failed: !violations.isEmpty || meanwhile != nil) { html in
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, action.id.plan)), (action.label, .action(context.slug, action.id)))
            html.heading(words.pathTitle, over: action.label, lead: words.pathLead) {
                html.ligne {
                    html.level(action.current.level, words)
                    html.progress(action.current.progress, percent: action.current.percent, words)
                }
            }
            html.hint(words.pathQuestion) { html.pathWords(words) }
            if action.isClosed, violations.isEmpty, meanwhile == nil {
                html.empty(words.rule(.actionClosed)) {
                    html.buttonLink(words.backToAction, Path.action(context.slug, action.id), secondary: true)
                }
            } else {
                html.post(to: .path(context.slug, action.id), context) {
                    write(Fields(html, words, violations: violations, meanwhile: meanwhile), html)
                }
            }
        }
    }

    private func write(_ fields: Fields, _ html: HTMLWriter) {
        html.hiddenInput("version", String(form.version ?? action.version))
        html.read(form.read)
        fields.errorSummary()
        fields.meanwhile(meanwhile)
        html.div(.id(Field.path.rawValue)) {
            let rows = max(4, form.lines.count + 1)
            let lines = form.lines + Array(repeating: PathForm.Line(), count: rows - form.lines.count)
            for (index, line) in lines.enumerated() { row(index, line, fields, html) }
            fields.errors(violations.filter { $0.field == .path }, id: Field.path.rawValue)
        }
        html.p(words.removeStageHelp, .class("aide"))
        if sheet.plan.hasBeenValidated {
            fields.text(.reason, form.reason, label: words.slippageReason, help: words.slippageReasonHelp, maxLength: 1000)
        }
        fields.buttons(words.save, cancel: .action(context.slug, action.id))
        fields.partySuggestions(sheet.desk)
    }

    /// The first row bears the ids that the summary of errors leads to.
    private func row(_ index: Int, _ line: PathForm.Line, _ fields: Fields, _ html: HTMLWriter) {
        func id(_ field: Field) -> String { index == 0 ? field.rawValue : "\(field.rawValue)-\(index + 1)" }
        func broken(_ field: Field, _ text: String) -> [Violation] {
            violations.filter { violation in
                guard violation.field == field else { return false }
                switch violation.rule {
                case .required: return text.isEmpty && !line.isEmpty
                case .notADay(let typed): return typed == text
                default: return !line.isEmpty
                }
            }
        }
        fields.group(words.plannedStage(index + 1)) {
            html.div(.class("champs hautes")) {
                let levelBroken = broken(.level, line.level)
                html.div {
                    html.label(words.field(.level), .for(id(.level)))
                    html.select(
                        .id(id(.level)), .name(Field.level.rawValue), .invalid(!levelBroken.isEmpty),
                        fields.describedBy(id(.level), help: nil, broken: levelBroken)
                    ) {
                        html.option(words.noStage, .value(""))
                        for level in EngagementLevel.allCases {
                            html.option(words.level(level), .value(level.rawValue), .selected(level.rawValue == line.level))
                        }
                    }
                    fields.errors(levelBroken, id: id(.level))
                }
                fields.cell(.pilot, id: id(.pilot), line.pilot, label: words.field(.pilot), list: Fields.partyList)
                fields.cell(
                    .plannedStart, id: id(.plannedStart), line.plannedStart, label: words.field(.plannedStart),
                    broken: broken(.plannedStart, line.plannedStart))
                fields.cell(.due, id: id(.due), line.due, label: words.field(.due), broken: broken(.due, line.due))
                html.div {
                    html.label(words.field(.perimeter), .for(id(.perimeter)))
                    html.textarea(line.perimeter, .id(id(.perimeter)), .name(Field.perimeter.rawValue), .rows(1))
                }
            }
        }
    }
}

extension Words {
    fileprivate var pathTitle: String { say("Prévoir les étapes suivantes", "Plan the next stages") }
    fileprivate var pathLead: String {
        say(
            "Ce qui viendra après l’étape en cours, dans l’ordre. Chaque décision pourra encore le changer.",
            "What comes after the current stage, in order. Each decision may still change it.")
    }
    fileprivate func plannedStage(_ number: Int) -> String { say("Étape prévue \(number)", "Planned stage \(number)") }
    fileprivate var noStage: String { say("Aucune", "None") }
    fileprivate var removeStageHelp: String {
        say(
            "Périmètre\u{A0}: un nom par ligne. Exemple de date\u{A0}: 30/06/2027. Pour retirer une étape, videz toute sa ligne.",
            "Perimeter: one name per line. A date looks like 2027-06-30. To remove a stage, empty its whole row.")
    }
}
