/// The axes of a plan: rename, add, remove those that carry no action.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum PlanAxesController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.plan(try visit.plan(), visit.visitor, needs: .editPlan)
        return visit.answer(PlanAxesPage(frame(visit, seen), seen.model, PlanAxesForm(seen.model.plan)).bytes)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let number = try visit.plan()
        let form = PlanAxesForm(visit.form)
        do {
            try await visit.workspace.setAxes(number, reading: visit.reading, form.axes, as: visit.visitor)
            return visit.redirect(to: .axes(visit.slug, number), saying: visit.words.planAxesSaved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.plan(number, visit.visitor, needs: .editPlan)
            let page = PlanAxesPage(frame(visit, seen), seen.model, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await visit.workspace.plan(number, visit.visitor, needs: .editPlan)
            let page = PlanAxesPage(frame(visit, seen), seen.model, form, crossed: true)
            return visit.answer(page.bytes, status: .conflict)
        }
    }

    private static func frame(_ visit: Visit, _ seen: Seen<PlanSheet>) -> PageContext {
        visit.frame(seen, plan: seen.model.plan)
    }
}

/// The axes as typed: those that stand, each with its number, then the lines of new ones.
struct PlanAxesForm: Sendable, Equatable {
    struct Line: Sendable, Equatable {
        let number: Int
        var title: String
        let theme: String?
        var isRemoved: Bool
        var rank: String
    }

    var lines: [Line]
    /// One title a line.
    var added: [String]

    init(_ plan: Plan) {
        lines = plan.axes.enumerated().map {
            Line(number: $1.number, title: $1.title, theme: $1.theme, isRemoved: false, rank: String($0 + 1))
        }
        added = []
    }

    init(_ form: FormBody) {
        var seen: Set<Int> = []
        lines = form.all("number").compactMap { Int($0) }.filter { seen.insert($0).inserted }.map { number in
            let theme = form["theme-\(number)"]
            return Line(
                number: number, title: form["title-\(number)"], theme: theme.isEmpty ? nil : theme,
                isRemoved: form["remove-\(number)"] == "1", rank: form["rank-\(number)"])
        }
        added = form.lines("added")
    }

    /// What the plan is to have, in the order that was typed; equal ranks keep the order they stand in.
    var axes: [(number: Int?, title: String, theme: String?)] {
        let kept = lines.enumerated().filter { !$1.isRemoved }
            .sorted { (Int($0.element.rank) ?? .max, $0.offset) < (Int($1.element.rank) ?? .max, $1.offset) }
            .map { (number: Int?.some($0.element.number), title: $0.element.title, theme: $0.element.theme) }
        return kept + added.map { (number: nil, title: $0, theme: nil) }
    }
}

struct PlanAxesPage {
    private let context: PageContext
    private let words: Words
    private let sheet: PlanSheet
    private let form: PlanAxesForm
    private let violations: [Violation]
    private let crossed: Bool

    init(_ context: PageContext, _ sheet: PlanSheet, _ form: PlanAxesForm, violations: [Violation] = [], crossed: Bool = false) {
        self.context = context
        words = context.words
        self.sheet = sheet
        self.form = form
        self.violations = violations
        self.crossed = crossed
    }

    var bytes: [UInt8] {
        let plan = sheet.plan
        return page(context, title: words.planAxesTitle, failed: crossed || !violations.isEmpty) { html in
            html.breadcrumb(words, (plan.title, .plan(context.slug, plan.number)), (words.planEdit, .editPlan(context.slug, plan.number)))
            html.heading(words.planAxesTitle, over: plan.title, lead: words.planAxesLead(plan.axes.count))
            let fields = Fields(html, words, violations: violations)
            fields.errorSummary()
            if crossed { standing(html) }
            html.post(to: .axes(context.slug, plan.number), context) {
                html.hiddenInput("version", String(plan.version))
                if !form.lines.isEmpty { lines(html) }
                fields.textarea(
                    .axes, form.added.joined(separator: "\n"), label: words.planAxesAdd, name: "added", help: words.planAxesAddHelp)
                fields.buttons(words.planSave, cancel: .editPlan(context.slug, plan.number))
            }
        }
    }

    private func lines(_ html: HTMLWriter) {
        html.cards(words.planAxesCaption, id: "axes") {
            html.column(words.planAxisRank)
            html.column(words.field(.title))
            html.column(words.planAxisRemove)
        } rows: {
            for line in form.lines { html.row { self.line(html, line) } }
        }
    }

    private func line(_ html: HTMLWriter, _ line: PlanAxesForm.Line) {
        html.cell(label: words.planAxisRank) {
            html.hiddenInput("number", String(line.number))
            if let theme = line.theme { html.hiddenInput("theme-\(line.number)", theme) }
            html.input(
                .name("rank-\(line.number)"), .value(line.rank), .inputMode(.numeric), .maxLength(3),
                .ariaLabel(words.planAxisRankOf(line.title)))
        }
        html.rowHead {
            html.input(
                .name("title-\(line.number)"), .value(line.title), .maxLength(200), .required,
                .ariaLabel(words.planAxisTitleOf(line.number)))
        }
        html.cell {
            if sheet.axesInUse.contains(line.number) {
                html.small(words.planAxisInUse)
            } else {
                html.span(.class("choix")) {
                    html.label {
                        html.input(.type(.checkbox), .name("remove-\(line.number)"), .value("1"), .checked(line.isRemoved))
                        html.text(words.planAxisRemove)
                        html.span(words.quote(line.title), .class("lu"))
                    }
                }
            }
        }
    }

    private func standing(_ html: HTMLWriter) {
        html.div(.class("note al"), .role(.alert)) {
            html.h2(words.planCrossed)
            html.p(words.planCrossedHelp)
            html.p(words.labelled(words.planStanding, words.list(sheet.plan.axes.map { words.quote($0.title) })))
        }
    }
}

extension Words {
    var planAxesTitle: String { say("Axes du plan", "Axes of the plan") }
    func planAxesLead(_ number: Int) -> String {
        say(
            "\(count(number, "axe regroupe", "axes regroupent")) les actions\u{A0}: renommez-les, ajoutez-en, retirez ceux qui ne servent pas.",
            "\(count(number, "axis groups", "axes group")) the actions: rename them, add some, remove those that are not used.")
    }
    var planAxesCaption: String { say("Dans l’ordre du plan", "In the plan’s order") }
    var planAxesSaved: String { say("Les axes sont enregistrés.", "The axes are saved.") }
    var planAxesAdd: String { say("Nouveaux axes", "New axes") }
    var planAxesAddHelp: String { say("Un titre par ligne.", "One title per line.") }
    var planAxisRank: String { say("Rang", "Rank") }
    var planAxisRemove: String { say("Retirer", "Remove") }
    var planAxisInUse: String { say("Porte des actions", "Carries actions") }
    func planAxisRankOf(_ title: String) -> String { say("Rang de \(quote(title))", "Rank of \(quote(title))") }
    func planAxisTitleOf(_ number: Int) -> String { say("Titre de l’axe \(number)", "Title of axis \(number)") }
}
