/// Fields that are answered several times, without a script: what is there, then a few empty ones.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

extension Fields {
    /// One input for each value and a few spare ones, all fed by the suggestions of that list.
    func several(
        _ field: Field, _ values: [String], list: String, spare: Int = 2, label: String? = nil, areShort: Bool = false,
        help: String? = nil
    ) {
        let id = field.rawValue
        let title = label ?? words.field(field)
        let broken = violations.filter { $0.field == field }
        let help = beside(field, help)
        html.fieldset(.class("champ"), describedBy(id, help: help, broken: broken)) {
            html.legend(title)
            if let help { html.p(help, .class("aide"), .id("\(id)-a")) }
            html.div(.class(areShort ? "champs" : "avant")) {
                for (index, value) in (values + Array(repeating: "", count: spare)).enumerated() {
                    html.input(
                        .when(index == 0, .id(id)), .name(id), .value(value), .ariaLabel("\(title) \(index + 1)"), .list(list),
                        .maxLength(200), .invalid(!broken.isEmpty && !value.isEmpty))
                }
            }
            errors(broken, id: id)
        }
    }

    /// A labelled input inside a row of its own: several rows repeat its name, only ids differ.
    func cell(
        _ field: Field, name: String? = nil, id: String, _ value: String, label: String, broken: [Violation] = [], list: String? = nil
    ) {
        html.div {
            html.label(label, .for(id))
            html.input(
                .id(id), .name(name ?? field.rawValue), .value(value), list.map { .list($0) } ?? .none,
                describedBy(id, help: nil, broken: broken), .invalid(!broken.isEmpty))
            errors(broken, id: id)
        }
    }

    /// The names that a pilot, a contributor or a perimeter can take, once for the whole page.
    func partySuggestions(_ desk: ActionDesk) {
        let answering = desk.parties.filter { $0.kind != .person } + desk.parties.filter { $0.kind == .person }
        var seen: Set<String> = []
        html.datalist(.id(Self.partyList)) {
            // A browser filters as one types; beyond that many the page would weigh more than it helps.
            for party in answering.prefix(120) where seen.insert(party.name).inserted { html.option("", .value(party.name)) }
        }
    }

    static let partyList = "noms"

    /// A single name.
    func party(_ field: Field, _ value: String, label: String? = nil, help: String? = nil) {
        let broken = violations.filter { $0.field == field }
        let id = field.rawValue
        let help = beside(field, help)
        html.div(.class("champ")) {
            html.label(label ?? words.field(field), .for(id))
            if let help { html.p(help, .class("aide"), .id("\(id)-a")) }
            html.input(
                .id(id), .name(id), .value(value), .list(Self.partyList), .maxLength(200),
                describedBy(id, help: help, broken: broken), .invalid(!broken.isEmpty))
            errors(broken, id: id)
        }
    }
}

extension Words {
    /// What became known with a change: « Anne Roy » créée comme fonction.
    func created(_ parties: [Party]) -> String {
        parties.map { party in
            let name = quote(party.name)
            return switch party.kind {
            case .person: say(" \(name) est maintenant une personne connue.", " \(name) is now a known person.")
            case .position: say(" \(name) est créé comme fonction.", " \(name) was created as a position.")
            case .unit: say(" \(name) est créé comme direction ou service.", " \(name) was created as a unit.")
            }
        }.joined()
    }
}
