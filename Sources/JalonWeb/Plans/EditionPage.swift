/// The page of a plan's move: for each practice that it answers and that changed, what changed and what its actions become.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct EditionPage {
    let context: PageContext
    let sheet: EditionSheet
    let form: EditionForm
    let violations: [Violation]
    let crossed: Bool
    /// Beyond that many links, one choice for each practice stands for all of its actions.
    private static let most = 100
    /// Beyond that many practices, each says what kind of change it saw, and leads to what it is: the page would weigh more than it should.
    private static let roomy = 20

    private var words: Words { context.words }
    private var plan: Plan { sheet.plan }
    private var isRoomy: Bool { sheet.answered.count <= Self.roomy }
    private var isByAction: Bool { sheet.answered.reduce(0) { $0 + $1.actions.count } <= Self.most }

    var bytes: [UInt8] {
        let title = sheet.to.map { words.editionTitle($0.reference) } ?? words.editionNoneTitle
        return page(context, title: title, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)), (words.planEdit, .editPlan(context.slug, plan.number)))
            html.heading(title, over: plan.title, lead: words.editionLead(sheet)) {
                if let to = sheet.to {
                    html.ligne {
                        html.a(
                            words.editionWholeDiff, .class("lien"), .href(Path.catalogueDiff(context.slug, sheet.from.id, to.id)))
                    }
                }
            }
            if plan.state == .closed { return html.p(words.rule(.planClosed), .class("note")) }
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if crossed {
                html.div(.class("note al"), .role(.alert)) {
                    html.h2(words.planCrossed)
                    html.p(words.editionCrossed)
                }
            }
            if let to = sheet.to { move(fields, to) }
            others(fields)
        }
    }

    private func move(_ fields: Fields, _ to: CatalogueEntry) {
        let html = fields.html
        html.post(to: .edition(context.slug, plan.number), context) {
            html.hiddenInput("version", String(plan.version))
            html.hiddenInput("to", String(to.id))
            if isByAction {
                let actions = Dictionary(sheet.answered.flatMap(\.actions).map { ($0.id.number, $0.version) }) { first, _ in first }
                for (number, version) in actions.sorted(by: { $0.key < $1.key }) { html.hiddenInput("read", "\(number):\(version)") }
            }
            for answered in sheet.answered { practice(html, answered) }
            fields.buttons(words.editionButton(to.reference), cancel: .plan(context.slug, plan.number))
        }
    }

    private func practice(_ html: HTMLWriter, _ answered: EditionSheet.Answered) {
        let entry = answered.entry
        guard let before = entry.before else { return }
        html.section {
            html.h2(words.practiceTitle(entry.after ?? before))
            html.p {
                html.text(words.changes(of: entry))
                html.text(" ")
                if let to = sheet.to {
                    html.a(
                        words.editionSeeChange(before.id),
                        .href(Path.catalogueDiff(context.slug, sheet.from.id, to.id, ["practice": entry.key])))
                }
            }
            let lines = isRoomy ? words.lines(of: entry, themes: sheet.themes, atLength: false) : []
            if !lines.isEmpty {
                html.dl(.class("avant")) {
                    html.div { html.term(sheet.from.reference.description) { html.side(lines, \.before) } }
                    html.div { html.term(sheet.to?.reference.description ?? "") { html.side(lines, \.after) } }
                }
            }
            guard isByAction else {
                html.p(words.actionListCount(answered.actions.count))
                if entry.breaksLinks { html.div(.class("etroit")) { choice(html, entry, of: nil) } }
                return
            }
            html.ul(.class("liste")) { for action in answered.actions { html.li { self.action(html, action, entry) } } }
        }
    }

    private func action(_ html: HTMLWriter, _ action: Action, _ entry: CatalogueDiff.Entry) {
        html.a(words.linkedAction(action.id.number, action.label), .href(Path.action(context.slug, action.id)))
        if action.archived { html.small(words.archived, .class("mot")) }
        if entry.breaksLinks { html.div(.class("etroit")) { choice(html, entry, of: action) } }
        guard isRoomy else { return }
        let known = Set(action.indicators.map(\.folded))
        let suggested = entry.indicators.added
        html.div(.class("choix")) {
            for (index, indicator) in suggested.items(words.language).enumerated() where !known.contains(indicator.folded) {
                let tick = EditionForm.tick(action.id.number, entry.before?.id ?? "", index)
                html.label {
                    html.input(.type(.checkbox), .name("add"), .value(tick), .checked(form.isTicked(tick)))
                    html.span(words.editionAdd(indicator))
                }
            }
        }
    }

    private func choice(_ html: HTMLWriter, _ entry: CatalogueDiff.Entry, of action: Action?) {
        guard let before = entry.before else { return }
        let name = EditionForm.linkName(action?.id.number, before.id)
        let chosen = form.link(name) ?? entry.proposedLink
        let label = words.editionChoice(before.id, of: action?.id.number)
        html.select(.name(name), .ariaLabel(label)) {
            for link in EditionLink.allCases where link != .follow || entry.after != nil {
                html.option(
                    words.editionLink(link, entry, renamed: sheet.titles[before.id]), .value(link.rawValue), .selected(link == chosen))
            }
        }
    }

    /// The other guides and editions that the plan may answer to.
    private func others(_ fields: Fields) {
        let others = sheet.guides.filter { $0.id != sheet.from.id && $0.id != sheet.to?.id }
        guard !others.isEmpty else { return }
        fields.html.section {
            fields.html.h2(words.editionOthers)
            fields.html.search(.edition(context.slug, plan.number), label: words.editionOthers) {
                fields.select(
                    .catalogue, "", among: others.map { Choice(String($0.id), words.planCatalogue($0)) }, name: "to")
                fields.html.div { fields.html.button(words.editionSee, .class("sec")) }
            }
        }
    }
}

extension Words {
    func editionTitle(_ reference: CatalogueReference) -> String { say("Passer à \(reference)", "Move to \(reference)") }
    var editionNoneTitle: String { say("Édition du guide", "Edition of the guide") }
    fileprivate func editionLead(_ sheet: EditionSheet) -> String {
        guard sheet.to != nil else {
            return say(
                "Le plan répond à \(sheet.from.reference), l’édition la plus récente que Jalon connaisse.",
                "The plan answers to \(sheet.from.reference), the latest edition that Jalon knows.")
        }
        guard !sheet.answered.isEmpty else {
            return say(
                "Aucune pratique à laquelle le plan répond n’a changé\u{A0}: vous pouvez y passer tel quel.",
                "No practice that the plan answers has changed: it can move as it is.")
        }
        return say(
            "\(count(sheet.answered.count, "pratique à laquelle le plan répond a changé", "pratiques auxquelles le plan répond ont changé")). Choisissez ce que devient chaque action\u{A0}: ses mots restent les vôtres.",
            "\(count(sheet.answered.count, "practice that the plan answers has", "practices that the plan answers have")) changed. Choose what becomes of each action: its words stay yours."
        )
    }
    fileprivate func editionSeeChange(_ practice: String) -> String {
        say("Voir ce qui change pour \(practice)", "See what changes for \(practice)")
    }
    fileprivate var editionWholeDiff: String { say("Voir tout ce qui change dans le guide", "See everything that changes in the guide") }
    fileprivate var editionCrossed: String {
        say(
            "Le plan ou l’une de ces actions a changé depuis. Vos choix sont gardés ci-dessous\u{A0}: relisez-les, puis envoyez de nouveau.",
            "The plan or one of these actions has changed since. Your choices are kept below: read them again, then send once more.")
    }
    fileprivate func editionButton(_ reference: CatalogueReference) -> String {
        say("Faire passer le plan à \(reference)", "Move the plan to \(reference)")
    }
    fileprivate func editionAdd(_ indicator: String) -> String {
        say("Ajouter l’indicateur \(quote(indicator))", "Add the indicator \(quote(indicator))")
    }
    fileprivate func editionChoice(_ practice: String, of action: Int?) -> String {
        guard let action else { return say("Lien des actions avec \(practice)", "Link of the actions to \(practice)") }
        return say("Lien de l’action n°\u{A0}\(action) avec \(practice)", "Link of action no.\u{A0}\(action) to \(practice)")
    }

    /// `renamed` is what the id names in the edition to come.
    fileprivate func editionLink(_ link: EditionLink, _ entry: CatalogueDiff.Entry, renamed: String?) -> String {
        let old = entry.before?.id ?? ""
        switch link {
        case .follow: return say("Relier à \(entry.after?.id ?? old)", "Link to \(entry.after?.id ?? old)")
        case .keep:
            if let renamed { return say("Garder \(old), devenue \(quote(renamed))", "Keep \(old), now \(quote(renamed))") }
            return say("Garder \(old), qui n’y est plus", "Keep \(old), no longer there")
        case .drop: return say("Retirer le lien", "Remove the link")
        }
    }
    fileprivate var editionOthers: String { say("Répondre à un autre guide", "Answer to another guide") }
    fileprivate var editionSee: String { say("Voir ce qui changerait", "See what would change") }
    func editionMoved(_ name: String, actions: Int) -> String {
        say(
            "Le plan répond maintenant à \(name). \(count(actions, "action modifiée", "actions modifiées")).",
            "The plan now answers to \(name). \(count(actions, "action", "actions")) changed.")
    }
    func newerEdition(_ reference: CatalogueReference) -> String {
        say("Le guide a une édition plus récente\u{A0}: \(reference)", "The guide has a newer edition: \(reference)")
    }
}
