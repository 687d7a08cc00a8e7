/// Exactly what a bulk change would do, action by action, before it is confirmed.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct BulkPreviewPage {
    private let context: PageContext
    private let words: Words
    private let preview: BulkPreview
    private let choice: BulkChoice
    private let form: BulkForm

    init(_ context: PageContext, _ preview: BulkPreview, _ choice: BulkChoice, _ form: BulkForm) {
        self.context = context
        words = context.words
        self.preview = preview
        self.choice = choice
        self.form = form
    }

    private var plan: Plan { preview.desk.plan }

    var bytes: [UInt8] {
        let targets = preview.targets
        let stale = preview.lines.filter(\.changedMeanwhile).count
        return page(context, title: words.bulkPreviewTitle, failed: stale > 0) { html in
            let address = (choice.pairs + form.pairs).reduce(into: Query()) { $0.add($1.name, $1.value) }
            let back = Path.bulk(context.slug, plan.number, address)
            html.breadcrumb(
                words, (words.actionsCrumb, .actions(context.slug, plan.number)), (words.bulkTitle(preview.lines.count), back))
            html.heading(
                words.bulkPreviewTitle, over: plan.title, lead: words.bulkPreviewLead(targets.count, of: preview.lines.count))
            if stale > 0 {
                html.p(words.bulkStale(stale), .class("note al"), .role(.alert))
            }
            if let name = preview.unknownPilot { html.p(words.bulkUnknownPilot(name), .class("note")) }
            html.bulkTable(words, words.bulkPreviewCaption, links: ActionLinks(context.slug, plan.number), preview.lines) { line in
                (line.target.number, line.label)
            } outcome: { line in
                self.outcome(line, html)
            }
            confirm(html, targets, back)
        }
    }

    private func outcome(_ line: BulkPreview.Line, _ html: HTMLWriter) {
        if line.changedMeanwhile {
            html.span(words.bulkChangedMeanwhile, .class("vg"))
            html.br()
        }
        switch line.outcome {
        case .changes(let changes): html.bulkChanges(changes, words)
        case .same: html.text(words.bulkSame)
        case .refused(let violations):
            html.span(words.bulkRefused, .class("hc"))
            for violation in violations {
                html.br()
                html.text(words.rule(violation.rule))
            }
        }
    }

    private func confirm(_ html: HTMLWriter, _ targets: [BulkTarget], _ back: Path) {
        guard !targets.isEmpty else {
            return html.empty(words.bulkNothing) { html.p { html.a(words.bulkMend, .href(back)) } }
        }
        html.post(to: .bulk(context.slug, plan.number, .empty), context) {
            for target in targets { html.hiddenInput("action", target.typed) }
            for pair in form.pairs { html.hiddenInput(pair.name, pair.value) }
            html.hiddenInput("once", preview.once)
            html.ligne {
                html.button(words.bulkTitle(targets.count))
                html.buttonLink(words.bulkMend, back, secondary: true)
                html.a(words.cancel, .class("lien"), .href(Path.actions(context.slug, plan.number)))
            }
        }
    }
}

extension HTMLWriter {
    /// One row for each action: which it is, and what becomes of it.
    func bulkTable<Line>(
        _ words: Words, _ caption: String, links: ActionLinks, _ lines: [Line], action: (Line) -> (number: Int, label: String),
        outcome: (Line) -> Void
    ) {
        cards(caption) {
            column(words.field(.label))
            column(words.bulkOutcome)
        } rows: {
            for line in lines {
                let (number, label) = action(line)
                row {
                    rowHead { a(words.bulkAction(number, label), .href(links[number])) }
                    cell { outcome(line) }
                }
            }
        }
    }

    /// What changes, as the journal will say it.
    func bulkChanges(_ changes: [Change], _ words: Words) {
        let journal = JournalWords(words, zone: Zone("UTC"))
        // The path repeats what its current stage says of itself.
        for (index, change) in changes.filter({ $0.field != .path }).enumerated() {
            if index > 0 { br() }
            text(journal.change(change))
        }
    }
}

extension Words {
    fileprivate var bulkPreviewTitle: String { say("Ce qui changerait", "What would change") }
    fileprivate func bulkPreviewLead(_ changed: Int, of all: Int) -> String {
        let kept = all - changed
        let first = count(changed, say("action change", "action changes"), say("actions changent", "actions change"))
        let rest =
            kept == 0 ? "" : ", " + count(kept, say("reste telle quelle", "stays as is"), say("restent telles quelles", "stay as is"))
        return "\(first)\(rest). " + say("Rien n’est encore enregistré.", "Nothing is saved yet.")
    }
    fileprivate var bulkPreviewCaption: String { say("Action par action, par numéro", "Action by action, by number") }
    fileprivate func bulkStale(_ number: Int) -> String {
        say(
            "\(count(number, "action a été modifiée", "actions ont été modifiées")) par quelqu’un d’autre entre-temps\u{A0}: rien n’a été enregistré. Relisez ce qui changerait maintenant, puis confirmez.",
            "\(count(number, "action was", "actions were")) changed by someone else in the meantime: nothing was saved. Read what would change now, then confirm."
        )
    }
    fileprivate func bulkUnknownPilot(_ name: String) -> String {
        say(
            "\(quote(name)) n’est pas encore dans l’annuaire et y entrera comme fonction. Corrigez si ce n’est pas voulu.",
            "\(quote(name)) is not in the directory yet and will be added as a position. Correct it if that is not what you meant.")
    }
    fileprivate var bulkChangedMeanwhile: String { say("Modifiée entre-temps", "Changed in the meantime") }
    fileprivate var bulkSame: String { say("Déjà ainsi, rien ne change", "Already so, nothing changes") }
    fileprivate var bulkRefused: String { say("Reste telle quelle", "Stays as is") }
    fileprivate var bulkOutcome: String { say("Ce qui change", "What changes") }
    fileprivate var bulkNothing: String { say("Aucune action ne changerait.", "No action would change.") }
    fileprivate var bulkMend: String { say("Corriger", "Correct") }
}
