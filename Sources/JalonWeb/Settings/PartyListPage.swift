/// The directory: units as a tree, positions and persons in lists, names that may be one pointed out, and a form to add.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct PartyListPage {
    private let context: PageContext
    private let words: Words
    private let directory: Directory
    private let query: PartyQuery
    private let form: PartyForm
    private let violations: [Violation]
    private let names: [Int: String]

    init(
        _ context: PageContext, _ directory: Directory, _ query: PartyQuery, _ form: PartyForm, violations: [Violation] = []
    ) {
        self.context = context
        words = context.words
        self.directory = directory
        self.query = query
        self.form = form
        self.violations = violations
        names = Dictionary(uniqueKeysWithValues: directory.parties.map { ($0.id, $0.name) })
    }

    var bytes: [UInt8] {
        let found = directory.parties.filter(query.accepts)
        let isLong = directory.all(query.kind).count > PartyQuery.size
        return page(context, title: words.partiesTitle, failed: !violations.isEmpty) { html in
            html.breadcrumb(words, (MenuEntry.settings.label(words), .settings(context.slug)))
            html.heading(words.partiesTitle, over: context.organisation?.name, lead: words.partiesLead)
            views(html)
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if isLong || !query.text.isEmpty { search(html) }
            if found.isEmpty { html.empty(query.text.isEmpty ? words.partiesEmpty(query.kind) : words.partiesNoneFits) }
            if query.kind == .unit, query.text.isEmpty, !query.archived {
                tree(html, found, whole: !isLong)
            } else if !found.isEmpty {
                list(html, found)
            }
            near(html)
            if context.may(.administer), !query.archived { add(html, fields) }
        }
    }

    private func views(_ html: HTMLWriter) {
        html.nav(.class("vues"), .ariaLabel(words.partiesViews)) {
            html.ul {
                for kind in [PartyKind.unit, .position, .person] {
                    html.li {
                        html.a(
                            words.partiesView(kind, directory.all(kind).count),
                            .href(Path.parties(context.slug, ["kind": kind.rawValue])),
                            .when(kind == query.kind && !query.archived, .current(.page)))
                    }
                }
                if directory.parties.contains(where: { $0.archived && $0.kind == query.kind }) {
                    html.li {
                        html.a(
                            words.partiesArchivedView,
                            .href(Path.parties(context.slug, ["kind": query.kind.rawValue, "archived": "1"])),
                            .when(query.archived, .current(.page)))
                    }
                }
            }
        }
    }

    private func search(_ html: HTMLWriter) {
        html.search(.parties(context.slug), label: words.partiesSearch) {
            html.hiddenInput("kind", query.kind.rawValue)
            html.div {
                html.label(words.partiesSearch, .for("q"))
                html.input(.id("q"), .name("q"), .type(.search), .value(query.text))
            }
            html.div { html.button(words.actionListShow) }
        }
    }

    // MARK: The tree

    /// Where there are many units, those at the top only: each leads to its own page, which shows what stands in it.
    private func tree(_ html: HTMLWriter, _ units: [Party], whole: Bool) {
        let below = Dictionary(grouping: units) { unit in unit.unit.flatMap { names[$0] == nil ? nil : $0 } }
        let tops = below[nil] ?? []
        guard !tops.isEmpty else { return }
        branch(html, tops, whole ? below : [:])
    }

    private func branch(_ html: HTMLWriter, _ units: [Party], _ below: [Int?: [Party]]) {
        html.ul(.class("texte")) {
            for unit in units {
                html.li {
                    html.a(unit.name, .href(Path.partySettings(context.slug, unit.id)))
                    if let told = told(unit) {
                        html.text(" ")
                        html.small(told)
                    }
                    if let under = below[unit.id] { branch(html, under, below) }
                }
            }
        }
    }

    private func told(_ unit: Party) -> String? {
        let within = directory.parties.count { !$0.archived && $0.kind != .unit && $0.unit == unit.id }
        let parts = [
            within > 0 ? words.partiesWithin(within) : nil,
            directory.uses[unit.id].map { words.count($0.actions, "action", "actions") },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    // MARK: The lists

    private func list(_ html: HTMLWriter, _ found: [Party]) {
        let start = query.after.flatMap { after in found.firstIndex { $0.id == after } }.map { $0 + 1 } ?? 0
        let rows = found[start...].prefix(PartyQuery.size)
        html.cards(words.partiesCaption(found.count)) {
            html.column(words.field(.name))
            if query.kind == .person { html.column(words.field(.position)) }
            html.column(words.field(.unit))
            html.column(words.partiesActions, number: true)
        } rows: {
            for party in rows {
                html.row {
                    html.rowHead {
                        html.a(party.name, .href(Path.partySettings(context.slug, party.id)))
                        if directory.members.contains(party.id) {
                            html.text(" ")
                            html.small(words.partiesMember)
                        }
                    }
                    if query.kind == .person { place(html, party.position, .position) }
                    place(html, party.unit, .unit)
                    html.number(directory.uses[party.id]?.actions ?? 0, label: words.partiesActions, words)
                }
            }
        }
        let isLast = start + rows.count == found.count
        html.pages(
            words, previous: start > 0 ? .parties(context.slug, query.address()) : nil,
            next: isLast ? nil : .parties(context.slug, query.address(after: rows.last?.id)))
    }

    private func place(_ html: HTMLWriter, _ party: Int?, _ field: Field) {
        html.cell(party.flatMap { names[$0] } ?? "–", label: words.field(field))
    }

    // MARK: Names that may be one

    private func near(_ html: HTMLWriter) {
        let pairs =
            query.archived ? [] : nearParties(directory.parties, limit: 10).filter { $0.kind == query.kind || $1.kind == query.kind }
        guard !pairs.isEmpty else { return }
        html.section {
            html.h2(words.partiesNear)
            html.p(words.partiesNearHelp)
            html.ul(.class("liste texte")) {
                for (one, other) in pairs {
                    html.li {
                        html.text(words.partiesPair(one, other) + " ")
                        if one.kind == other.kind, context.may(.administer) {
                            // Merging keeps the one that more actions name.
                            let (gone, kept) = uses(one) > uses(other) ? (other, one) : (one, other)
                            html.a(.class("lien"), .href(Path.partySettings(context.slug, gone.id, ["into": String(kept.id)]).at("into"))) {
                                html.text(words.partiesMerge)
                                html.span(" " + words.partiesPair(gone, kept), .class("lu"))
                            }
                        } else {
                            html.a(one.name, .class("lien"), .href(Path.partySettings(context.slug, one.id)))
                        }
                    }
                }
            }
        }
    }

    private func uses(_ party: Party) -> Int { directory.uses[party.id]?.actions ?? 0 }

    private func add(_ html: HTMLWriter, _ fields: Fields) {
        html.section {
            html.h2(words.partiesAdd(query.kind))
            html.post(to: .parties(context.slug), context, .class("etroit")) {
                html.hiddenInput("kind", query.kind.rawValue)
                fields.text(.name, form.name, required: true, maxLength: 200)
                fields.standing(.unit, form.unit, among: directory.all(.unit), label: query.kind == .unit ? words.partiesAbove : nil)
                if query.kind == .person { fields.standing(.position, form.position, among: directory.all(.position)) }
                fields.buttons(words.partiesAddButton)
            }
        }
    }
}

extension Fields {
    /// Where an entry stands, by name: a choice where there are few, a name to type where there are many.
    func standing(_ field: Field, _ value: String, among parties: [Party], label: String? = nil) {
        guard parties.count <= PartyQuery.size else {
            return text(field, value, label: label, help: words.partiesKnownName, maxLength: 200)
        }
        select(field, value, among: parties.map { Choice($0.name, $0.name) }, blank: words.partiesNone, label: label)
    }
}

extension Words {
    var partiesTitle: String { say("Annuaire", "Directory") }
    var partiesLead: String {
        say(
            "Qui peut porter une action, y contribuer ou être concerné\u{A0}: directions, fonctions, personnes.",
            "Who can carry an action, contribute or be concerned: units, positions, persons.")
    }
    func partiesHelp(_ parties: [PartyKind: Int]) -> String {
        let units = count(parties[.unit] ?? 0, say("direction ou service", "unit"), say("directions ou services", "units"))
        let positions = count(parties[.position] ?? 0, say("fonction", "position"), say("fonctions", "positions"))
        let persons = count(parties[.person] ?? 0, say("personne", "person"), say("personnes", "persons"))
        return "\(list([units, positions, persons]).capitalisedFirst)."
    }
    var partiesViews: String { say("Sortes", "Kinds") }
    func partiesView(_ kind: PartyKind, _ number: Int) -> String {
        let label: String =
            switch kind {
            case .unit: say("Directions et services", "Units")
            case .position: say("Fonctions", "Positions")
            case .person: say("Personnes", "Persons")
            }
        return "\(label) (\(self.number(number)))"
    }
    var partiesArchivedView: String { say("Archivées", "Archived") }
    var partiesSearch: String { say("Nom ou partie du nom", "Name or part of it") }
    func partiesEmpty(_ kind: PartyKind) -> String {
        switch kind {
        case .unit:
            say(
                "Pas encore de direction ni de service. Ajoutez d’abord ceux qui porteront des actions\u{A0}; les autres s’ajoutent quand une action les nomme.",
                "No unit yet. First add those that will carry actions; the others are added when an action names them.")
        case .position:
            say(
                "Pas encore de fonction. Une fonction porte une action quand personne n’est nommé.",
                "No position yet. A position carries an action when nobody is named.")
        case .person: say("Personne ici pour l’instant.", "Nobody here for now.")
        }
    }
    var partiesNoneFits: String { say("Aucun nom ne contient ce mot. Essayez-en un autre.", "No name holds that word. Try another.") }
    func partiesWithin(_ number: Int) -> String {
        say(count(number, "personne ou fonction", "personnes ou fonctions"), count(number, "person or position", "persons or positions"))
    }
    func partiesCaption(_ number: Int) -> String {
        say("\(self.number(number)) au total, par nom", "\(self.number(number)) in all, by name")
    }
    var partiesActions: String { say("Actions", "Actions") }
    var partiesMember: String { say("(a un compte)", "(has an account)") }
    var partiesNear: String { say("Des noms se ressemblent", "Some names look alike") }
    var partiesNearHelp: String {
        say(
            "S’il s’agit de la même chose, fusionnez\u{A0}: tout ce qui nommait l’un nommera l’autre.",
            "If they are the same thing, merge them: all that named the one will name the other.")
    }
    func partiesPair(_ one: Party, _ other: Party) -> String {
        guard one.kind != other.kind else { return list([quote(one.name), quote(other.name)]) }
        let kinds = list([partyKind(one.kind).lowercased(), partyKind(other.kind).lowercased()])
        return labelled(quote(one.name), kinds)
    }
    var partiesMerge: String { say("Fusionner", "Merge") }
    func partiesAdd(_ kind: PartyKind) -> String {
        switch kind {
        case .unit: say("Ajouter une direction ou un service", "Add a unit")
        case .position: say("Ajouter une fonction", "Add a position")
        case .person: say("Ajouter une personne", "Add a person")
        }
    }
    var partiesAddButton: String { say("Ajouter", "Add") }
    var partiesAbove: String { say("Dépend de", "Stands below") }
    var partiesNone: String { say("(aucune)", "(none)") }
    var partiesKnownName: String {
        say("Écrivez un nom connu\u{A0}; un nom nouveau s’ajoute à l’annuaire.", "Write a known name; a new one is added to the directory.")
    }
}
