/// All that the actions of a plan need, a few at a time: one row for each stage ahead, filled as fast as one types.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum NeedsGridController {
    static func show(_ visit: Visit) async throws -> Response {
        let asked = ActionListQuery(visit.query)
        let seen = try await visit.workspace.needsGrid(of: try visit.plan(), asked.query.filter, at: asked.query.cursor, visit.visitor)
        return visit.answer(page(visit, seen, NeedsGridForm(seen.model, visit.words), asked).bytes)
    }

    /// All that was touched, or nothing of it; leads to the page that follows.
    static func save(_ visit: Visit) async throws -> Response {
        let asked = ActionListQuery(visit.query)
        let number = try visit.plan()
        let seen = try await visit.workspace.needsGrid(of: number, asked.query.filter, at: asked.query.cursor, visit.visitor)
        let form = NeedsGridForm(visit.form, seen.model)
        let (inputs, flaws) = form.inputs(seen.model, visit.words)
        guard flaws.isEmpty else { return visit.answer(page(visit, seen, form, asked, flaws: flaws).bytes, status: .unprocessableContent) }
        do {
            try await visit.workspace.setNeeds(inputs, of: number, as: visit.visitor)
            let next = seen.model.next.map { asked.query.page(at: $0, in: seen.model.address) } ?? seen.model.address
            return visit.redirect(to: .planning(visit.slug, number, .needs, next), saying: visit.words.needsGridSaved(inputs.count))
        } catch let refusal as NeedsRefusal {
            var flaws: [Flaw] = []
            var crossed: [Int] = []
            for (action, error) in refusal.errors.sorted(by: { $0.key < $1.key }) {
                switch error {
                case .conflict: crossed.append(action)
                case .invalid(let violations):
                    flaws += violations.map { Flaw(id: "a\(action)", label: visit.words.actionNumber(action), rule: $0.rule) }
                default: throw error
                }
            }
            let again = page(visit, seen, form, asked, flaws: flaws, crossed: crossed)
            return visit.answer(again.bytes, status: crossed.isEmpty ? .unprocessableContent : .conflict)
        }
    }

    private static func page(
        _ visit: Visit, _ seen: Seen<NeedsGrid>, _ form: NeedsGridForm, _ asked: ActionListQuery, flaws: [Flaw] = [], crossed: [Int] = []
    ) -> NeedsGridPage {
        let plan = seen.model.plan
        return NeedsGridPage(
            context: visit.frame(seen, menu: .actions, plan: plan), grid: seen.model, form: form, asked: asked,
            flaws: flaws, crossed: crossed)
    }
}

extension NeedsGrid {
    /// Of its filter: only open actions stand there anyway.
    fileprivate var address: Query {
        var asked = filter
        asked.closed = nil
        return asked.address
    }
}

/// The rows as typed.
struct NeedsGridForm: Sendable {
    struct Line: Sendable {
        let number: Int
        /// The version that was read.
        let reading: Int?
        var stages: [StageForm]
        /// What the row said when it was read: one that was not touched is nobody's conflict.
        let was: String

        var whole: String { stages.map(\.whole).joined(separator: "\u{1F}") }
    }

    let lines: [Line]

    init(_ grid: NeedsGrid, _ words: Words) {
        lines = grid.lines.map { line in
            let stages = line.remaining.map { StageForm($0, line.needs, prefix: "\(line.action.id.number)-", words) }
            return Line(
                number: line.action.id.number, reading: line.needs.version, stages: stages,
                was: stages.map(\.whole).joined(separator: "\u{1F}"))
        }
    }

    init(_ form: FormBody, _ grid: NeedsGrid) {
        lines = grid.lines.map { line in
            let number = line.action.id.number
            return Line(
                number: number, reading: Int(form["v\(number)"]),
                stages: line.remaining.map { StageForm($0.key, form, prefix: "\(number)-") },
                was: form.untouched("w\(number)"))
        }
    }

    /// Of the rows that were touched.
    func inputs(_ grid: NeedsGrid, _ words: Words) -> (inputs: [NeedsInput], flaws: [Flaw]) {
        let names = Dictionary(uniqueKeysWithValues: grid.directions.map { ($0.id, $0.name) })
        var inputs: [NeedsInput] = []
        var flaws: [Flaw] = []
        for (line, stood) in zip(lines, grid.lines) where line.reading != nil && stood.mayEstimate && line.whole != line.was {
            var edit = ActionNeedsEdit()
            for stage in line.stages {
                let (estimate, wrong) = stage.read(names, about: words.actionNumber(line.number), words)
                edit.stages[stage.key] = estimate
                flaws += wrong
            }
            inputs.append(NeedsInput(number: line.number, reading: line.reading, edit: edit))
        }
        return (inputs, flaws)
    }
}

struct NeedsGridPage {
    let context: PageContext
    let grid: NeedsGrid
    let form: NeedsGridForm
    let asked: ActionListQuery
    let flaws: [Flaw]
    /// The actions that someone else estimated meanwhile.
    let crossed: [Int]

    private var words: Words { context.words }
    private var plan: Plan { grid.plan }
    private func path(_ query: Query) -> Path { .planning(context.slug, plan.number, .needs, query) }

    var bytes: [UInt8] {
        page(context, title: words.needsTitle, failed: !flaws.isEmpty || !crossed.isEmpty) { html in
            html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, plan.number)))
            html.heading(words.needsTitle, over: plan.title, lead: words.needsGridLead(grid.notEstimated, of: grid.open)) {
                html.ligne {
                    html.a(words.meansTitle, .class("lien"), .href(Path.planning(context.slug, plan.number, .means)))
                }
            }
            html.planFilters(context, to: path(.empty), plan, grid.filter, grid.choices, extra: [])
            html.ignored(asked.ignored, words)
            guard !grid.lines.isEmpty else { return html.empty(words.needsGridEmpty) }
            let fields = FigureFields(html: html, words: words, flaws: flaws)
            fields.summary()
            if !crossed.isEmpty { html.p(words.needsCrossed(crossed), .class("note al"), .role(.alert)) }
            html.p(grid.directions.isEmpty ? words.needsGridNoMeans : words.needsGridHelp, .class("aide"))
            html.post(to: path(here), context) {
                html.div(.class("defile"), .role(.region), .ariaLabel(words.needsTitle), .tabindex(0)) { table(fields) }
                html.ligne { html.button(grid.next == nil ? words.save : words.needsSaveAndNext) }
            }
            if grid.previous != nil || grid.next != nil {
                html.pages(words, previous: grid.previous.map(at), next: grid.next.map(at))
            }
        }
    }

    private var here: Query { asked.query.cursor.map { asked.query.page(at: $0, in: grid.address) } ?? grid.address }
    private func at(_ cursor: ActionCursor) -> Path { path(asked.query.page(at: cursor, in: grid.address)) }

    private func table(_ fields: FigureFields) {
        let html = fields.html
        html.cards(words.needsGridCaption) {
            html.column(words.needsStageColumn)
            html.column(words.field(.quarters))
            for direction in grid.directions { html.column(direction.name) }
            html.column(words.needsCost)
        } bodies: {
            for (line, typed) in zip(grid.lines, form.lines) {
                html.tbody(.role(.rowgroup)) {
                    html.groupHead(columns: 3 + grid.directions.count) { head(html, line, typed) }
                    for (stage, own) in zip(line.remaining, typed.stages) { row(fields, line, stage, own) }
                }
            }
        }
    }

    private func head(_ html: HTMLWriter, _ line: NeedsGrid.Line, _ typed: NeedsGridForm.Line) {
        let number = line.action.id.number
        html.a(line.action.label, .id("a\(number)"), .href(Path.needs(context.slug, line.action.id)))
        html.text(" ")
        html.small(words.needsState(line.remaining))
        guard line.mayEstimate else { return }
        html.hiddenInput("v\(number)", String(line.needs.version))
        html.hiddenInput("w\(number)", NeedsGridForm(grid, words).lines.first { $0.number == number }?.was ?? "")
        for flaw in flaws where flaw.id == "a\(number)" {
            html.p(.class("err")) { html.span(words.rule(flaw.rule), .class("hc")) }
        }
    }

    private func row(_ fields: FigureFields, _ line: NeedsGrid.Line, _ stage: RemainingStage, _ own: StageForm) {
        let html = fields.html
        let about = "\(words.stage(stage.key)), \(words.actionNumber(line.action.id.number))"
        html.row {
            html.rowHead { html.span(words.stage(stage.key), .level(stage.level)) }
            func cell(_ id: String, _ value: String, _ title: String) {
                html.cell(label: title) {
                    if line.mayEstimate {
                        fields.bare(id, value, label: "\(title), \(about)")
                    } else {
                        html.text(value.isEmpty ? "–" : value)
                    }
                }
            }
            html.cell(label: words.field(.quarters)) {
                if line.mayEstimate {
                    fields.bare(own.quartersID, own.quarters, label: "\(words.field(.quarters)), \(about)")
                } else {
                    html.text(stage.quarters.map { String($0) } ?? "–")
                }
                if stage.isFromDates, let quarters = stage.quarters {
                    html.br()
                    html.small(words.needsByDates(quarters))
                }
            }
            for direction in grid.directions {
                cell(own.daysID(direction.id), own.days[direction.id] ?? "", direction.name)
            }
            cell(own.costID, own.cost, words.needsCost)
        }
    }
}

extension Words {
    fileprivate func needsGridLead(_ lacking: Int, of open: Int) -> String {
        if open == 0 { return say("Aucune action n’a d’étape devant elle.", "No action has a stage ahead.") }
        if lacking == 0 {
            return say("Les \(number(open)) actions à venir sont estimées.", "The \(number(open)) actions ahead are estimated.")
        }
        return say(
            "\(count(lacking, "action sur", "actions sur")) \(number(open)) \(plural(lacking, "reste", "restent")) à estimer\u{A0}: aucune proposition ne les place sans cela.",
            "\(number(lacking)) of \(count(open, "action", "actions")) still to estimate: no proposal places them without it.")
    }
    fileprivate var needsGridEmpty: String { say("Aucune action ouverte ici.", "No open action here.") }
    fileprivate var needsGridHelp: String {
        say(
            "Jours-personne par trimestre où l’étape court. Vide\u{A0}: non estimé\u{A0}; 0\u{A0}: rien à prévoir.",
            "People-days in each quarter that the stage runs. Empty: not estimated; 0: nothing needed.")
    }
    fileprivate var needsGridNoMeans: String {
        say(
            "Dites d’abord les moyens du plan\u{A0}: chaque direction aura ici sa colonne.",
            "Say the means of the plan first: each unit will have its column here.")
    }
    fileprivate var needsGridCaption: String { say("Étapes à venir, action par action", "Stages ahead, action by action") }
    fileprivate var needsStageColumn: String { say("Étape", "Stage") }
    fileprivate var needsSaveAndNext: String { say("Enregistrer et continuer", "Save and go on") }
    fileprivate func needsByDates(_ quarters: Int) -> String {
        say("\(number(quarters)) d’après ses dates", "\(number(quarters)) by its dates")
    }
    fileprivate func needsState(_ stages: [RemainingStage]) -> String {
        stages.isEmpty
            ? say("décision attendue, rien de prévu", "awaiting decision, nothing planned")
            : stages.allSatisfy(\.isEstimated) ? say("estimée", "estimated") : say("à estimer", "to estimate")
    }
    fileprivate func needsCrossed(_ actions: [Int]) -> String {
        say(
            "Quelqu’un d’autre a estimé entre-temps \(list(actions.map(actionNumber))). Rien n’est enregistré\u{A0}: vérifiez, puis enregistrez à nouveau.",
            "Someone else estimated \(list(actions.map(actionNumber))) in the meantime. Nothing is saved: check, then save again.")
    }
    fileprivate func needsGridSaved(_ number: Int) -> String {
        number == 0
            ? say("Rien n’avait changé.", "Nothing had changed.")
            : say(
                "\(count(number, "action estimée", "actions estimées")).", "\(count(number, "action", "actions")) estimated.")
    }
}
