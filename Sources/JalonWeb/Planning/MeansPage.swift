/// The page of a plan's means: what each direction can give, what each year can spend, when nothing starts.
import HTML
import JalonDomain
import JalonStore
import JalonWorkspace

struct MeansPage {
    private let context: PageContext
    private let words: Words
    private let sheet: MeansSheet
    private let form: MeansForm
    private let flaws: [Flaw]
    private let crossed: Bool

    init(_ context: PageContext, _ sheet: MeansSheet, _ form: MeansForm, flaws: [Flaw], crossed: Bool) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.form = form
        self.flaws = flaws
        self.crossed = crossed
    }

    private var plan: Plan { sheet.plan }
    private var mayEdit: Bool { context.may(.editPlan) && plan.state != .closed }

    var bytes: [UInt8] {
        page(context, title: words.meansTitle, failed: crossed || !flaws.isEmpty) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)))
            html.heading(words.meansTitle, over: plan.title, lead: words.meansLead) {
                html.ligne {
                    if context.may(.reportOnOwn) {
                        html.a(words.needsTitle, .class("lien"), .href(Path.planning(context.slug, plan.number, .needs)))
                    }
                }
            }
            if sheet.means.isEmpty, flaws.isEmpty, sheet.readsBudgets { html.empty(mayEdit ? words.meansEmpty : words.meansNone) }
            if mayEdit { edit(html) } else { read(html) }
            meetings(html)
        }
    }

    /// The committees to come, and the quarters that have none: a stage opens by a decision.
    private func meetings(_ html: HTMLWriter) {
        let without = sheet.horizon.quarters.filter { quarter in
            !sheet.meetings.contains { Period(.quarter, of: $0) == quarter }
        }
        html.section {
            html.h2(words.committeesTitle)
            html.p(words.meansMeetings(sheet.meetings.map { words.shortDay($0) }))
            if !without.isEmpty { html.p(words.meansWithoutMeeting(without.map { words.period($0) }), .class("note")) }
            html.p { html.a(words.meansMeetingsLink, .href(Path.committees(context.slug, plan.number))) }
        }
    }

    // MARK: To be read

    private func read(_ html: HTMLWriter) {
        let edit = sheet.edit
        if !edit.capacities.isEmpty {
            html.section {
                html.h2(words.field(.capacity))
                html.ul(.class("liste")) {
                    for capacity in edit.capacities { html.li(words.capacity(capacity)) }
                }
            }
        }
        if !edit.budgets.isEmpty {
            html.section {
                html.h2(words.field(.budget))
                html.dl(.class("fiche")) {
                    for (year, cents) in edit.budgets.sorted(by: { $0.key < $1.key }) { html.term(String(year), words.money(cents: cents)) }
                }
            }
        }
        if !edit.closures.isEmpty {
            html.section {
                html.h2(words.field(.closures))
                html.ul(.class("liste")) { for closure in edit.closures { html.li(words.closure(closure)) } }
                closed(html)
            }
        }
    }

    /// The quarters that closures leave without a start.
    private func closed(_ html: HTMLWriter) {
        let closed = sheet.horizon.closed(by: sheet.means.closures).map { words.period(sheet.horizon.quarter($0)) }
        if !closed.isEmpty { html.p(words.meansClosed(closed), .class("note")) }
    }

    // MARK: To be changed

    private func edit(_ html: HTMLWriter) {
        let fields = FigureFields(html: html, words: words, flaws: flaws)
        fields.summary()
        if crossed { standing(html) }
        html.post(to: .planning(context.slug, plan.number, .means), context) {
            html.hiddenInput("version", String(sheet.means.version))
            html.fieldset(.class("grand")) {
                html.legend(words.field(.capacity))
                html.p(words.meansCapacityHelp, .class("aide"))
                for row in form.rows { direction(fields, row) }
                if !sheet.others.isEmpty { add(fields) }
            }
            html.fieldset(.class("grand")) {
                html.legend(words.meansBudgets)
                html.p(words.meansBudgetHelp, .class("aide"))
                html.div(.class("champs")) {
                    for year in sheet.years { fields.input("b\(year)", form.budgets[year] ?? "", label: String(year)) }
                }
            }
            html.fieldset(.class("grand")) {
                html.legend(words.field(.closures))
                html.p(words.meansClosuresHelp(plan.from), .class("aide"))
                html.hiddenInput("closures", String(form.closures.count))
                for (index, closure) in form.closures.enumerated() {
                    html.div(.class("champs hautes"), .role(.group), .ariaLabel(words.place(.closure(index)))) {
                        fields.input("c\(index)-from", closure.from, label: words.meansFrom, isNumber: false)
                        fields.input("c\(index)-to", closure.to, label: words.meansTo, isNumber: false)
                        fields.input("c\(index)-reason", closure.reason, label: words.field(.reason), isNumber: false)
                    }
                }
                closed(html)
            }
            Fields(html, words).buttons(words.meansSave, cancel: .plan(context.slug, plan.number))
        }
    }

    private func direction(_ fields: FigureFields, _ row: MeansForm.Row) {
        let html = fields.html
        let id = "d\(row.direction)"
        let name = sheet.names[row.direction] ?? ""
        html.hiddenInput("direction", String(row.direction))
        html.div(.class("champs")) {
            fields.input(id, row.usual, label: name)
            html.details(.open(flaws.contains { $0.id.hasPrefix("\(id)-") })) {
                html.summary {
                    html.text(words.meansDiffering(row.quarters.count))
                    html.span(" – " + name, .class("lu"))
                }
                html.div(.class("champs")) {
                    for quarter in sheet.quarters {
                        fields.input("\(id)-\(quarter.code)", row.quarters[quarter.code] ?? "", label: words.period(quarter))
                    }
                }
            }
        }
    }

    private func add(_ fields: FigureFields) {
        fields.html.div(.class("champs hautes")) {
            fields.select(
                "added", form.added.direction, among: sheet.others.map { Choice(String($0.id), $0.name) }, blank: words.meansNobody,
                label: words.meansAdd)
            fields.input("added-days", form.added.usual, label: words.field(.staffDays))
        }
    }

    /// What someone else saved meanwhile.
    private func standing(_ html: HTMLWriter) {
        let edit = sheet.edit
        html.div(.class("note al"), .role(.alert)) {
            html.h2(words.planCrossed)
            html.p(words.planCrossedHelp)
            html.ul {
                for capacity in edit.capacities { html.li(words.capacity(capacity)) }
                for (year, cents) in edit.budgets.sorted(by: { $0.key < $1.key }) {
                    html.li(words.labelled(words.place(.budget(year)), words.money(cents: cents)))
                }
                for closure in edit.closures { html.li(words.closure(closure)) }
            }
        }
    }
}

extension Words {
    var meansTitle: String { say("Moyens du plan", "Means of the plan") }
    var needsTitle: String { say("Estimer les actions", "Estimate the actions") }
    fileprivate var meansLead: String {
        say(
            "Ce que les directions peuvent donner, ce que l’année peut payer, et quand rien ne démarre.",
            "What units can give, what a year can pay, and when nothing starts.")
    }
    fileprivate var meansEmpty: String {
        say(
            "Rien n’est encore dit des moyens. Donnez un ordre de grandeur par direction\u{A0}: une personne à mi-temps fait environ 25 jours par trimestre. Ce qui n’est pas dit reste inconnu, jamais compté pour zéro.",
            "Nothing is said of the means yet. Give an order of magnitude for each unit: one person half of the time is about 25 days a quarter. What is not said stays unknown, and never counts as zero."
        )
    }
    fileprivate var meansNone: String { say("Rien n’est encore dit des moyens de ce plan.", "Nothing is said of this plan’s means yet.") }
    fileprivate var meansCapacityHelp: String {
        say(
            "Jours-personne par trimestre, pour le plan. Videz une ligne pour ne plus rien en dire\u{A0}; 0 veut dire aucun jour.",
            "People-days in a quarter, for the plan. Empty a line to say nothing of it any more; 0 means no day.")
    }
    fileprivate func meansDiffering(_ number: Int) -> String {
        number == 0
            ? say("Des trimestres diffèrent", "Some quarters differ")
            : count(number, say("trimestre diffère", "quarter differs"), say("trimestres diffèrent", "quarters differ"))
    }
    var meansAdd: String { say("Ajouter une direction", "Add a unit") }
    fileprivate var meansNobody: String { say("Choisir", "Choose") }
    fileprivate var meansBudgets: String { say("Budget par année civile, en euros", "Budget by civil year, in euros") }
    fileprivate var meansBudgetHelp: String {
        say(
            "Le coût d’une étape compte dans l’année où elle démarre. Une année vide est inconnue\u{A0}; 0 veut dire rien.",
            "What a stage costs counts in the year it starts. An empty year is unknown; 0 means nothing.")
    }
    fileprivate func meansClosuresHelp(_ example: Day) -> String {
        say(
            "Clôture des comptes, élections, congés\u{A0}: ce qui est commencé continue. Un trimestre couvert au moins à moitié ne reçoit aucun démarrage. Dates comme \(typedDay(example)).",
            "Closing of accounts, elections, holidays: what has begun goes on. A quarter covered for half of it at least takes no start. Days such as \(typedDay(example))."
        )
    }
    fileprivate func meansMeetings(_ days: [String]) -> String {
        days.isEmpty
            ? say("Aucune séance n’est prévue.", "No meeting is planned.")
            : labelled(
                say("Une étape s’ouvre par une décision. Séances à venir", "A stage opens by a decision. Meetings to come"), list(days))
                + "."
    }
    fileprivate func meansWithoutMeeting(_ quarters: [String]) -> String {
        say("Sans séance prévue\u{A0}: \(list(quarters)).", "Without a planned meeting: \(list(quarters)).")
    }
    fileprivate var meansMeetingsLink: String { say("Prévoir des séances", "Plan meetings") }
    fileprivate func meansClosed(_ quarters: [String]) -> String {
        say("Rien ne démarre\u{A0}: \(list(quarters)).", "Nothing starts in \(list(quarters)).")
    }
    fileprivate var meansFrom: String { say("Du", "From") }
    fileprivate var meansTo: String { say("Au", "To") }
    fileprivate var meansSave: String { say("Enregistrer les moyens", "Save the means") }
    var meansSaved: String { say("Les moyens sont enregistrés.", "The means are saved.") }

    /// « Direction des achats : 25 jours par trimestre ; T1 2027 : 10 jours ».
    func capacity(_ capacity: MeansEdit.Capacity) -> String {
        let usual = say("\(staffDays(capacity.usual)) par trimestre", "\(staffDays(capacity.usual)) a quarter")
        let others = capacity.quarters.sorted { $0.key < $1.key }.map { labelled(period($0.key), staffDays($0.value)) }
        return labelled(capacity.direction, ([usual] + others).joined(separator: say("\u{A0}; ", "; ")))
    }

    func closure(_ closure: Means.Closure) -> String {
        labelled(say("Du \(day(closure.from)) au \(day(closure.to))", "From \(day(closure.from)) to \(day(closure.to))"), closure.reason)
    }
}
