/// « Mes mesures »: what the reader answers for, each with a place for its value: three measures take less than a minute.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct DuePage {
    private let context: PageContext
    private let words: Words
    private let rows: [OwnIndicator]
    private let form: DueForm
    private let isAll: Bool
    private let refusal: DueRefusal?

    init(_ context: PageContext, _ rows: [OwnIndicator], _ form: DueForm, isAll: Bool, refusal: DueRefusal? = nil) {
        self.context = context
        words = context.words
        self.rows = rows
        self.form = form
        self.isAll = isAll
        self.refusal = refusal
    }

    private var mayMeasureAll: Bool { context.may(.editPlan) }

    var bytes: [UInt8] {
        page(context, title: words.dueTitle, failed: refusal != nil) { html in
            html.breadcrumb(words, (words.indicatorsTitle, .indicators(context.slug)))
            html.heading(words.dueTitle, over: context.member?.name, lead: words.dueLead(rows.count { $0.isDue }, of: rows.count)) {
                guard mayMeasureAll else { return }
                html.ligne {
                    html.a(
                        isAll ? words.dueOwn : words.dueAll, .class("lien"),
                        .href(Path.indicators(context.slug, .due, isAll ? .empty : ["all": "1"])))
                }
            }
            errors(html)
            guard !rows.isEmpty else { return html.empty(words.dueEmpty) }
            html.post(to: .indicators(context.slug, .due), context) {
                if isAll { html.hiddenInput("all", "1") }
                let fields = Fields(html, words, violations: refusal?.whole ?? [])
                html.div(.class("etroit")) {
                    fields.day(.on, form.on, example: context.today, label: words.dueDay, required: true, help: words.dueDayHelp)
                }
                part(html, words.dueNow, rows.filter(\.isDue))
                part(html, words.dueLater, rows.filter { !$0.isDue })
                html.ligne { html.button(words.dueSave) }
            }
        }
    }

    private func errors(_ html: HTMLWriter) {
        guard let refusal else { return }
        html.div(.class("note al"), .role(.alert), .labelledBy("er"), .tabindex(-1), .id("erreurs")) {
            let wrong = rows.filter { refusal.rows[$0.row.indicator.number] != nil }
            html.h2(words.answersToMend(wrong.count + refusal.whole.count), .id("er"))
            html.ul(.class("liste")) {
                for violation in refusal.whole {
                    let place = violation.field == .on ? Field.on.rawValue : "v\(rows.first?.row.indicator.number ?? 0)"
                    html.li { html.a(violation.field == .value ? words.dueNothing : words.violation(violation), .href(Fragment(place))) }
                }
                for row in wrong {
                    let indicator = row.row.indicator
                    for violation in refusal.rows[indicator.number] ?? [] {
                        html.li {
                            html.a(words.labelled(indicator.name, words.rule(violation.rule)), .href(Fragment("v\(indicator.number)")))
                        }
                    }
                }
            }
        }
    }

    private func part(_ html: HTMLWriter, _ title: String, _ rows: [OwnIndicator]) {
        guard !rows.isEmpty else { return }
        html.section {
            html.h2(title)
            for row in rows { field(html, row) }
        }
    }

    private func field(_ html: HTMLWriter, _ own: OwnIndicator) {
        let indicator = own.row.indicator
        let definition = indicator.definition
        let id = "v\(indicator.number)"
        let broken = refusal?.rows[indicator.number] ?? []
        html.div(.class("champ etroit")) {
            html.hiddenInput("number", String(indicator.number))
            html.label(.for(id)) {
                html.text(indicator.name)
                let unit = words.valueUnit(definition)
                if !unit.isEmpty { html.text(" (\(unit))") }
            }
            html.p(words.dueLast(own), .class("aide"), .id("\(id)-a"))
            let typed = form.values[indicator.number] ?? ""
            let described = Attribute.describedBy(["\(id)-a"] + (broken.isEmpty ? [] : ["\(id)-e"]))
            if definition.type == .boolean {
                html.select(.id(id), .name(Field.value.rawValue), described, .invalid(!broken.isEmpty)) {
                    html.option("–", .value(""))
                    html.option(words.yes, .value("oui"), .selected(typed == "oui"))
                    html.option(words.no, .value("non"), .selected(typed == "non"))
                }
            } else {
                html.input(
                    .id(id), .name(Field.value.rawValue), .value(typed), described, .invalid(!broken.isEmpty),
                    .when(definition.type.isNumeric, .inputMode(.decimal)))
            }
            if !broken.isEmpty {
                html.p(.class("err"), .id("\(id)-e")) {
                    for violation in broken { html.span(words.rule(violation.rule), .class("hc")) }
                }
            }
        }
    }
}

extension Words {
    var dueTitle: String { say("Saisir mes mesures", "Record my measures") }
    func valueUnit(_ definition: IndicatorDefinition) -> String {
        switch definition.type {
        case .percentage: "%"
        case .boolean: say("oui ou non", "yes or no")
        case .score: say("sur \(definition.unit.per)", "out of \(definition.unit.per)")
        default: unit(definition.unit)
        }
    }
    fileprivate func dueLead(_ due: Int, of all: Int) -> String {
        if all == 0 { return say("Aucune mesure ne vous attend.", "No measure waits for you.") }
        if due == 0 { return say("Aucune mesure n’est attendue en ce moment.", "No measure is awaited now.") }
        return say(
            "\(count(due, "mesure est attendue", "mesures sont attendues")).", "\(count(due, "measure is", "measures are")) awaited.")
    }
    fileprivate var dueOwn: String { say("Les miennes seulement", "Mine only") }
    fileprivate var dueAll: String { say("Tous les indicateurs", "All indicators") }
    fileprivate var dueEmpty: String {
        say(
            "Vous ne répondez d’aucun indicateur. Ceux dont vous êtes responsable, ou qui suivent vos actions, viendront ici.",
            "You answer for no indicator. Those that you are responsible for, or that follow your actions, will come here.")
    }
    fileprivate var dueDay: String { say("Date des mesures", "Day of the measures") }
    fileprivate var dueDayHelp: String {
        say("La même pour toutes. Laissez vide ce que vous ne mesurez pas.", "The same for all. Leave empty what you do not measure.")
    }
    fileprivate var dueNow: String { say("Attendues", "Awaited") }
    fileprivate var dueLater: String { say("Les autres", "The others") }
    fileprivate var dueSave: String { say("Enregistrer les mesures", "Record the measures") }
    fileprivate var dueNothing: String { say("Remplissez au moins une valeur.", "Fill in at least one value.") }
    fileprivate func dueLast(_ own: OwnIndicator) -> String {
        guard let last = own.row.last else { return say("Jamais mesuré.", "Never measured.") }
        let value = last.value.map { figure($0, of: own.row.indicator.definition) } ?? ""
        return value.isEmpty
            ? say("Dernière mesure le \(day(last.on)).", "Last measured on \(day(last.on)).")
            : say("Dernière valeur\u{A0}: \(value), le \(day(last.on)).", "Last value: \(value), on \(day(last.on)).")
    }
}
