/// The fields of a filter: a choice where there are few, a search where there are many.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

extension HTMLWriter {
    func filterSearch(_ id: String, _ label: String, _ value: String) {
        div {
            self.label(label, .for(id))
            input(.id(id), .name(id), .type(.search), .value(value))
        }
    }

    func filterSelect(_ id: String, _ label: String, _ all: String, _ chosen: String?, _ options: [(value: String, label: String)]) {
        div {
            self.label(label, .for(id))
            select(.id(id), .name(id)) {
                option(all, .value(""))
                for choice in options { option(choice.label, .value(choice.value), .selected(choice.value == chosen)) }
            }
        }
    }

    /// Of an enumeration, by its code names.
    func filterSelect<Value: CaseIterable & RawRepresentable<String>>(
        _ id: String, _ label: String, _ all: String, _ chosen: Value?, named name: (Value) -> String
    ) {
        filterSelect(id, label, all, chosen?.rawValue, Value.allCases.map { ($0.rawValue, name($0)) })
    }

    func filterAxis(_ plan: Plan, _ chosen: Int?, _ words: Words) {
        let chosen = chosen.map { String($0) }
        guard plan.axes.count <= ActionListing.mostChoices else { return filterSearch("axis", words.actionListAxisNumber, chosen ?? "") }
        filterSelect("axis", words.field(.axis), words.allOfThem, chosen, plan.axes.map { (String($0.number), $0.title) })
    }

    /// Pilots or units, under the field's own name.
    func filterParties(_ field: Field, _ parties: [Party], chosen: Int?, name: String, _ words: Words) {
        if parties.isEmpty, chosen == nil, name.isEmpty { return }
        let (id, label) = (field.rawValue, words.field(field))
        if parties.count > ActionListing.mostChoices || !name.isEmpty {
            let typed = chosen.map { id in parties.first { $0.id == id }?.name ?? String(id) } ?? name
            return filterSearch(id, words.actionListPartOfName(label), typed)
        }
        filterSelect(
            id, label, field == .unit ? words.allOfThemFeminine : words.allOfThem, chosen.map { String($0) },
            parties.map { (String($0.id), $0.name) })
    }
}

extension Words {
    fileprivate var actionListAxisNumber: String { say("Numéro de l’axe", "Axis number") }
    fileprivate func actionListPartOfName(_ label: String) -> String {
        say("\(label), nom ou partie du nom", "\(label), name or part of it")
    }
    var allOfThem: String { say("Tous", "All") }
    var allOfThemFeminine: String { say("Toutes", "All") }
}
