/// One entry of the directory: what it carries and what stands in it, and, for administrators, its name, place, merge and archiving.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct PartyPage {
    private let context: PageContext
    private let words: Words
    private let directory: Directory
    private let party: Party
    private let form: PartyForm
    private let violations: [Violation]
    private let crossed: Bool

    init(
        _ context: PageContext, _ directory: Directory, _ party: Party, _ form: PartyForm, violations: [Violation] = [],
        crossed: Bool = false
    ) {
        self.context = context
        words = context.words
        self.directory = directory
        self.party = party
        self.form = form
        self.violations = violations
        self.crossed = crossed
    }

    var bytes: [UInt8] {
        page(context, title: party.name, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(
                words, (MenuEntry.settings.label(words), .settings(context.slug)),
                (words.partiesTitle, .parties(context.slug, ["kind": party.kind.rawValue])))
            html.heading(party.name, over: words.partyKind(party.kind), lead: party.archived ? words.partyIsArchived : nil)
            var fields = Fields(html, words, violations: violations)
            summary(html)
            facts(html)
            within(html)
            if context.may(.administer) {
                if crossed { fields.stored = stored }
                edit(html, fields)
                merge(html, fields)
                archive(html)
            }
        }
    }

    /// The confirmation's own error is said in its own words.
    private func summary(_ html: HTMLWriter) {
        if crossed {
            html.div(.class("note al"), .role(.alert)) {
                html.h2(words.planCrossed)
                html.p(words.planCrossedHelp)
            }
        }
        guard !violations.isEmpty else { return }
        html.div(.class("note al"), .role(.alert), .labelledBy("er"), .tabindex(-1), .id("erreurs")) {
            html.h2(words.answersToMend(violations.count), .id("er"))
            html.ul(.class("liste")) {
                for violation in violations {
                    html.li {
                        switch violation.field {
                        case .archived: html.text(words.rule(violation.rule))
                        default: html.a(words.violation(violation), .href(Fragment(violation.field.rawValue)))
                        }
                    }
                }
            }
        }
    }

    private func facts(_ html: HTMLWriter) {
        html.dl(.class("fiche texte")) {
            if let unit = party.unit, let name = directory.name(of: unit) {
                html.term(party.kind == .unit ? words.partiesAbove : words.field(.unit)) {
                    html.a(name, .href(Path.partySettings(context.slug, unit)))
                }
            }
            if let position = party.position, let name = directory.name(of: position) {
                html.term(words.field(.position)) { html.a(name, .href(Path.partySettings(context.slug, position))) }
            }
            let use = directory.uses[party.id]
            html.term(words.partiesActions) {
                html.text(words.partyActions(use?.actions ?? 0, open: use?.open ?? 0))
                html.text(" ")
                html.a(
                    words.partyCarried,
                    .href(party.kind == .unit ? Path.unit(context.slug, party.id) : .person(context.slug, party.id)))
            }
            if directory.members.contains(party.id) { html.term(words.partyAccount, words.partyHasAccount) }
        }
    }

    private func within(_ html: HTMLWriter) {
        let within = directory.parties.filter { !$0.archived && ($0.unit == party.id || $0.position == party.id) }
        guard !within.isEmpty else { return }
        html.section {
            html.h2(words.partyWithin(party.kind))
            html.ul(.class("texte")) {
                for one in within.prefix(PartyQuery.size * 2) {
                    html.li {
                        html.a(one.name, .href(Path.partySettings(context.slug, one.id)))
                        html.text(" ")
                        html.small(words.partyKind(one.kind).lowercased())
                    }
                }
            }
        }
    }

    private func edit(_ html: HTMLWriter, _ fields: Fields) {
        // A unit never stands below itself: the form does not even propose it.
        let units = directory.all(.unit).filter { $0.id != party.id }
        html.section {
            html.h2(words.partyEdit)
            html.post(to: .partySettings(context.slug, party.id), context, .class("etroit")) {
                html.hiddenInput("version", String(party.version))
                fields.text(.name, form.name, required: true, maxLength: 200)
                fields.standing(.unit, form.unit, among: units, label: party.kind == .unit ? words.partiesAbove : nil)
                if party.kind == .person { fields.standing(.position, form.position, among: directory.all(.position)) }
                fields.buttons(crossed ? words.saveMine : words.planSave)
            }
        }
    }

    private func merge(_ html: HTMLWriter, _ fields: Fields) {
        let others = directory.all(party.kind).filter { $0.id != party.id }
        guard !others.isEmpty else { return }
        html.section {
            html.h2(words.partyMerge)
            html.p(words.partyMergeHelp(party.name), .class("texte"))
            html.post(to: .partyMerge(context.slug, party.id), context, .class("etroit")) {
                if others.count > PartyQuery.size {
                    let name = Int(form.into).flatMap { directory.name(of: $0) } ?? form.into
                    fields.text(.into, name, required: true, help: words.partyMergeName, maxLength: 200)
                } else {
                    fields.select(
                        .into, form.into, among: others.map { Choice(String($0.id), $0.name) }, blank: words.partyMergeChoose,
                        required: true)
                }
                fields.checkbox("confirmed", words.partyMergeConfirm(party.name), checked: false)
                html.ligne { html.button(words.partiesMerge, .class("grave")) }
            }
        }
    }

    private func archive(_ html: HTMLWriter) {
        html.section {
            html.h2(party.archived ? words.partyRestore : words.partyArchive)
            html.p(party.archived ? words.partyRestoreHelp : words.partyArchiveHelp, .class("texte"))
            html.post(to: party.archived ? .partyRestore(context.slug, party.id) : .partyArchive(context.slug, party.id), context) {
                html.ligne { html.button(party.archived ? words.partyRestore : words.partyArchive, .class("sec")) }
            }
        }
    }

    /// What someone else saved meanwhile, beside each field that differs.
    private var stored: [Field: String] {
        let standing = PartyForm(party, directory)
        let pairs = [
            (Field.name, standing.name, form.name), (.unit, standing.unit, form.unit), (.position, standing.position, form.position),
        ]
        return Dictionary(
            uniqueKeysWithValues: pairs.filter { $0.1 != $0.2 }.map { field, stands, _ in
                (field, words.labelled(words.planStanding, stands.isEmpty ? words.nothingTyped : words.quote(stands)) + ".")
            })
    }
}

extension Words {
    var partyIsArchived: String {
        say("Aux archives\u{A0}: ne se propose plus, reste dans ce qui le nomme.", "Archived: no longer proposed, stays in what names it.")
    }
    func partyActions(_ number: Int, open: Int) -> String {
        if number == 0 { return say("Aucune action ne le mentionne.", "No action names it.") }
        return say(
            "\(count(number, "action", "actions")), dont \(count(open, "ouverte", "ouvertes")).",
            "\(count(number, "action", "actions")), \(self.number(open)) of them open.")
    }
    var partyCarried: String { say("Voir ce qui est porté", "See what is carried") }
    var partyAccount: String { say("Compte", "Account") }
    var partyHasAccount: String { say("Se connecte à Jalon.", "Signs in to Jalon.") }
    func partyWithin(_ kind: PartyKind) -> String {
        kind == .position ? say("Qui occupe cette fonction", "Who holds this position") : say("Ce qui s’y trouve", "What stands in it")
    }
    var partyEdit: String { say("Renommer ou déplacer", "Rename or move") }
    var partyMerge: String { say("Fusionner un doublon", "Merge a duplicate") }
    func partyMergeHelp(_ name: String) -> String {
        say(
            "Actions, étapes, contributions, périmètres et compte qui nomment \(quote(name)) nommeront l’autre. Ce nom, écrit plus tard, désignera l’autre aussi.",
            "Actions, stages, contributions, perimeters and the account that name \(quote(name)) will name the other. That name, written later, will mean the other too."
        )
    }
    var partyMergeName: String { say("Écrivez son nom tel qu’il est dans l’annuaire.", "Write its name as it stands in the directory.") }
    var partyMergeChoose: String { say("Choisissez", "Choose") }
    func partyMergeConfirm(_ name: String) -> String {
        say("\(quote(name)) disparaît de l’annuaire, pour de bon", "\(quote(name)) leaves the directory, for good")
    }
    var partyArchive: String { say("Archiver", "Archive") }
    var partyArchiveHelp: String {
        say(
            "Quand plus rien n’en dépend\u{A0}: ni compte, ni action ouverte, ni service en dessous. Rien ne s’efface.",
            "When nothing depends on it any more: no account, no open action, no unit below. Nothing is erased.")
    }
    var partyRestore: String { say("Restaurer", "Restore") }
    var partyRestoreHelp: String { say("Il se proposera de nouveau dans les formulaires.", "Forms will propose it again.") }
}
