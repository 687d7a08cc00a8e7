/// What adopting a scenario would change, date by date; then who decided it.
import HTML
import JalonDomain
import JalonWorkspace

struct AdoptionPage {
    let context: PageContext
    let preview: AdoptionPreview
    let typed: FormBody?
    let violations: [Violation]

    private var words: Words { context.words }
    private var scenario: Scenario { preview.sheet.scenario }
    private var plan: Plan { preview.sheet.plan }
    private var ready: [AdoptionPreview.Line] { preview.lines.filter(\.violations.isEmpty) }

    var bytes: [UInt8] {
        page(context, title: words.adoptionTitle, failed: !violations.isEmpty) { html in
            html.breadcrumb(
                words, (words.scenariosTitle, .planning(context.slug, plan.number, .scenarios)),
                (scenario.settings.name, .scenario(context.slug, plan.number, scenario.number)))
            html.heading(
                words.adoptionTitle, over: scenario.settings.name, lead: words.adoptionLead(ready.count, unchanged: preview.unchanged))
            Fields(html, words, violations: violations).errorSummary()
            if preview.sheet.isStale { html.p(words.scenarioStale, .class("note")) }
            if preview.lines.isEmpty { return html.empty(words.adoptionNothing) }
            table(html)
            if !ready.isEmpty { decision(html) }
        }
    }

    private func table(_ html: HTMLWriter) {
        html.cards(words.adoptionCaption) {
            html.column(words.subject(.action))
            html.column(words.adoptionChanges)
        } rows: {
            for line in preview.lines {
                html.row {
                    html.rowHead {
                        html.a(
                            "\(line.target.number). \(line.label)",
                            .href(Path.action(context.slug, ActionID(plan: plan.number, number: line.target.number))))
                    }
                    html.cell {
                        let moves = line.moves.map { words.move($0.level, from: ($0.start, $0.due), to: ($0.newStart, $0.newDue)) }
                        for (index, text) in (moves + line.violations.map { words.violation($0) }).enumerated() {
                            if index > 0 { html.br() }
                            html.text(text)
                        }
                    }
                }
            }
        }
    }

    private func decision(_ html: HTMLWriter) {
        html.section {
            html.h2(words.adoptionDecision)
            html.post(to: .scenario(context.slug, plan.number, scenario.number, .adoption), context, .class("etroit")) {
                for line in ready { html.hiddenInput("target", "\(line.target.number):\(line.target.version)") }
                let fields = Fields(html, words, violations: violations)
                fields.text(.decidedBy, typed?[Field.decidedBy.rawValue] ?? "", required: true, help: words.adoptionByHelp, maxLength: 1000)
                fields.day(
                    .decidedOn, typed?[Field.decidedOn.rawValue] ?? words.typedDay(context.today), example: context.today, required: true)
                fields.textarea(
                    .reason, typed?[Field.reason.rawValue] ?? "", rows: 2, required: true, help: words.adoptionReasonHelp, maxLength: 1000)
                fields.checkbox("confirmed", words.adoptionConfirm(ready.count), checked: false)
                html.ligne {
                    html.button(words.scenarioAdopt)
                    html.buttonLink(words.cancel, Path.scenario(context.slug, plan.number, scenario.number), secondary: true)
                }
            }
        }
    }
}
