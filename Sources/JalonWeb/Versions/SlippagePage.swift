/// How far due dates moved from what was first promised: by axis, by direction, and each with its reason.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct SlippagePage {
    private static let size = 50
    private static let width = 160.0

    let context: PageContext
    let sheet: SlippageSheet
    /// Of the first stage shown, among those that moved.
    let start: Int

    private var words: Words { context.words }
    private var plan: Plan { sheet.plan }
    private var slippage: PlanSlippage { sheet.slippage }

    var bytes: [UInt8] {
        page(context, title: words.slippageTitle) { html in
            html.breadcrumb(
                words, (plan.title, .plan(context.slug, plan.number)), (words.versionsTitle, .versions(context.slug, plan.number)))
            html.heading(words.slippageTitle, over: plan.title, lead: words.slippageLead(slippage.whole, plan))
            guard slippage.whole.dated > 0 else {
                return html.empty(words.slippageNoDate) {
                    html.ligne { html.buttonLink(words.actionListTitle, Path.actions(context.slug, plan.number)) }
                }
            }
            let axes = plan.axes.map { ($0.title, slippage.byAxis[$0.number]) } + [(words.noAxis, slippage.byAxis[nil])]
            tallies(html, words.slippageByAxis, words.field(.axis), axes)
            let directions = slippage.byDirection.keys.compactMap { $0 }.sorted { $0.folded < $1.folded }
            tallies(
                html, words.slippageByDirection, words.say("Direction", "Direction"),
                directions.map { ($0, slippage.byDirection[$0]) } + [(words.noDirection, slippage.byDirection[nil])])
            moved(html)
        }
    }

    private func tallies(_ html: HTMLWriter, _ title: String, _ head: String, _ lines: [(name: String, tally: SlippageTally?)]) {
        let lines = lines.compactMap { line in line.tally.map { (line.name, $0) } }
        let scale = max(1, lines.map { abs($0.1.meanDays) }.max() ?? 1)
        html.section {
            html.h2(title)
            html.cards(words.slippageCaption) {
                html.column(head)
                html.column(words.slippageMean)
                html.column(words.slippageDated, number: true)
                html.column(words.slippageLater, number: true)
                html.column(words.slippageEarlier, number: true)
            } rows: {
                for (name, tally) in lines {
                    html.row {
                        html.rowHead { html.text(name) }
                        html.cell(label: words.slippageMean) {
                            bar(html, name, tally, scale)
                            html.text(words.slippageDays(tally.meanDays))
                        }
                        html.number(tally.dated, label: words.slippageDated, words)
                        html.number(tally.later, label: words.slippageLater, words)
                        html.number(tally.earlier, label: words.slippageEarlier, words)
                    }
                }
            }
        }
    }

    /// Full to the right when later, empty when earlier.
    private func bar(_ html: HTMLWriter, _ name: String, _ tally: SlippageTally, _ scale: Int) {
        let width = Self.width * Double(abs(tally.meanDays)) / Double(scale)
        html.picture(name, description: words.slippageFigures(tally), width: Int(Self.width) + 2, height: 18) {
            html.rect(.class("t"), .x(1), .y(4), .width(Self.width), .height(12.0))
            if width > 0 { html.rect(.class(tally.days > 0 ? "v" : "o"), .x(1), .y(4), .width(width), .height(12.0)) }
        }
    }

    private func moved(_ html: HTMLWriter) {
        let start = min(start, slippage.moved.count)
        let shown = slippage.moved[start...].prefix(Self.size)
        html.section {
            html.h2(words.slippageMoved)
            if slippage.moved.isEmpty { return html.empty(words.slippageNone) }
            html.cards(words.slippageMovedCaption) {
                html.column(words.subject(.action))
                html.column(words.field(.baseline))
                html.column(words.field(.forecast))
                html.column(words.slippageGap)
                html.column(words.field(.reason))
            } rows: {
                for stage in shown {
                    html.row {
                        html.rowHead {
                            html.a(
                                stage.label, .href(Path.action(context.slug, ActionID(plan: plan.number, number: stage.action))))
                            html.br()
                            html.small(words.level(stage.level))
                        }
                        html.cell(label: words.field(.baseline)) { html.day(stage.baseline, words) }
                        html.cell(label: words.field(.forecast)) { html.day(stage.forecast, words) }
                        html.cell(words.slippageDays(stage.days), label: words.slippageGap)
                        html.cell(stage.reason.isEmpty ? "–" : stage.reason, label: words.field(.reason))
                    }
                }
            }
            if start > 0 || start + shown.count < slippage.moved.count {
                html.pages(
                    words, previous: start > 0 ? path(max(0, start - Self.size)) : nil,
                    next: start + shown.count < slippage.moved.count ? path(start + Self.size) : nil)
            }
        }
    }

    private func path(_ start: Int) -> Path { .slippage(context.slug, plan.number, start > 0 ? ["start": String(start)] : .empty) }
}

extension Words {
    var slippageTitle: String { say("Dates promises et dates prévues", "Promised and expected dates") }
    func slippageLead(_ tally: SlippageTally, _ plan: Plan) -> String {
        if !plan.hasBeenValidated {
            return say(
                "Tant que le plan n’est pas validé, une échéance qui bouge déplace la promesse avec elle.",
                "Until the plan is validated, a due date that moves takes the promise along.")
        }
        return say(
            "Sur \(count(tally.dated, "échéance", "échéances")), \(number(tally.later)) \(plural(tally.later, "a reculé", "ont reculé")) et \(number(tally.earlier)) \(plural(tally.earlier, "a avancé", "ont avancé")).",
            "Of \(count(tally.dated, "due date", "due dates")), \(number(tally.later)) moved later and \(number(tally.earlier)) moved earlier."
        )
    }
    var slippageNoDate: String {
        say("Aucune étape n’a encore d’échéance.", "No stage has a due date yet.")
    }
    var slippageByAxis: String { say("De combien les échéances ont bougé, par axe", "How far due dates moved, by axis") }
    var slippageByDirection: String {
        say("De combien les échéances ont bougé, par direction", "How far due dates moved, by unit")
    }
    var slippageCaption: String { say("Étapes en cours et prévues", "Current and planned stages") }
    var slippageMean: String { say("Décalage moyen", "Mean shift") }
    var slippageDated: String { say("Échéances", "Due dates") }
    var slippageLater: String { say("Reculées", "Later") }
    var slippageEarlier: String { say("Avancées", "Earlier") }
    var slippageGap: String { say("Décalage", "Shift") }
    var slippageMoved: String { say("Échéances déplacées", "Due dates that moved") }
    var slippageMovedCaption: String {
        say("Du plus grand recul à la plus grande avance", "From the furthest later to the furthest earlier")
    }
    var slippageNone: String {
        say("Aucune échéance n’a bougé depuis la promesse.", "No due date moved since it was promised.")
    }
    /// « + 16 jours ».
    func slippageDays(_ days: Int) -> String {
        days == 0 ? self.days(0) : "\(days > 0 ? "+" : "−")\u{A0}\(self.days(abs(days)))"
    }
    func slippageFigures(_ tally: SlippageTally) -> String {
        say(
            "Décalage moyen\u{A0}: \(slippageDays(tally.meanDays)), sur \(count(tally.dated, "échéance", "échéances")).",
            "Mean shift: \(slippageDays(tally.meanDays)), over \(count(tally.dated, "due date", "due dates")).")
    }
}
