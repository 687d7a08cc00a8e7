/// The objectives of an action: on its page, with how far they are; and the page where those that are sentences are judged.
import HTML
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum ObjectivesController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.action(visit.actionID(), visit.visitor)
        return visit.answer(page(visit, seen, nil, []))
    }

    static func assess(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        do {
            let form = typed(visit.form)
            var reader = SteeringReader()
            let day = reader.day(form[Field.on.rawValue], .on)
            let verdict = ObjectiveVerdict(rawValue: form[Field.verdict.rawValue])
            if verdict == nil { reader.fail(.verdict, .required) }
            try reader.check()
            guard let verdict else { throw DomainError.invalid(.verdict, .required) }
            _ = try await visit.workspace.assessObjective(
                visit.form["objective"], of: id, verdict, comment: form[Field.comment.rawValue], on: day, as: visit.visitor)
            return visit.redirect(to: .objectives(visit.slug, id), saying: visit.words.objectiveAssessed)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.action(id, visit.visitor)
            return visit.answer(page(visit, seen, visit.form, violations), status: .unprocessableContent)
        }
    }

    /// Names begin with the place of their objective, since the page has a form for each.
    private static func typed(_ form: FormBody) -> FormBody { form.under(form["at"]) ?? FormBody([:]) }

    private static func page(_ visit: Visit, _ seen: Seen<ActionSheet>, _ typed: FormBody?, _ violations: [Violation]) -> [UInt8] {
        let frame = visit.frame(seen, menu: .actions, plan: seen.model.plan)
        return objectivesPage(frame, seen.model, typed, violations)
    }
}

private func objectivesPage(_ context: PageContext, _ sheet: ActionSheet, _ typed: FormBody?, _ violations: [Violation]) -> [UInt8] {
    let words = context.words
    let id = sheet.action.id
    return page(context, title: words.field(.objectives), failed: !violations.isEmpty) { html in
        html.breadcrumb(words, (words.actionsCrumb, .actions(context.slug, id.plan)), (sheet.action.label, .action(context.slug, id)))
        html.heading(words.field(.objectives), over: words.actionNumber(id.number), lead: words.objectivesLead)
        let failed = typed.flatMap { form in sheet.action.objectives.firstIndex(of: form["objective"]) }
        Fields(html, words, violations: violations, prefix: failed.map { "o\($0)-" } ?? "").errorSummary()
        if sheet.action.objectives.isEmpty { html.empty(words.objectivesNone) }
        for (index, objective) in sheet.action.objectives.enumerated() {
            html.section {
                html.h2(objective)
                let past = sheet.assessments.filter { $0.objective == objective }
                if !past.isEmpty {
                    html.ul(.class("liste")) { for assessment in past { html.li { html.assessment(assessment, words) } } }
                }
                guard sheet.mayReport else { return }
                let form = failed == index ? typed?.under("o\(index)-") : nil
                let fields = Fields(html, words, violations: failed == index ? violations : [], prefix: "o\(index)-")
                html.post(to: .objectives(context.slug, id), context, .class("etroit")) {
                    html.hiddenInput("objective", objective)
                    html.hiddenInput("at", "o\(index)-")
                    fields.radios(
                        .verdict, form?[Field.verdict.rawValue] ?? "",
                        among: ObjectiveVerdict.allCases.map { Choice($0.rawValue, words.verdict($0)) },
                        required: true)
                    fields.day(
                        .on, form?[Field.on.rawValue] ?? words.typedDay(context.today), example: context.today,
                        required: true)
                    fields.textarea(
                        .comment, form?[Field.comment.rawValue] ?? "", rows: 2, maxLength: 2000)
                    html.ligne { html.button(words.objectiveAssess) }
                }
            }
        }
    }
}

extension HTMLWriter {
    /// « Partiellement atteint le 3 juin 2026 », and why.
    func assessment(_ assessment: ObjectiveAssessment, _ words: Words) {
        let mark: StaticString =
            switch assessment.verdict {
            case .achieved: "s2"
            case .partly: "s1"
            case .notAchieved: "s0"
            }
        span(words.verdict(assessment.verdict), .class(mark))
        text(" ")
        small(words.objectiveSaid(assessment))
        if !assessment.comment.isEmpty {
            br()
            text(assessment.comment)
        }
    }
}

extension ActionPage {
    /// Sentences with what was judged of them, then figures with how far they are.
    func objectives(_ html: HTMLWriter) {
        let promised = sheet.indicators.filter { !$0.indicator.targets.isEmpty }
        html.section {
            html.h2(words.plural(max(1, action.objectives.count + promised.count), words.objective, words.field(.objectives)))
            if action.objectives.isEmpty, promised.isEmpty { html.p(mayEdit ? words.noObjectiveYet : words.noObjective, .class("aide")) }
            if !action.objectives.isEmpty || !promised.isEmpty {
                html.ul(.class("liste")) {
                    for objective in action.objectives {
                        html.li {
                            html.span(objective, .class(action.objectives.count == 1 ? "chapo" : ""))
                            if let said = sheet.assessments.first(where: { $0.objective == objective }) {
                                html.br()
                                html.assessment(said, words)
                            }
                        }
                    }
                    for row in promised { html.li { figure(html, row) } }
                }
            }
            if sheet.mayReport, !action.objectives.isEmpty {
                html.p { html.a(words.objectivesAssess, .class("lien"), .href(Path.objectives(context.slug, id))) }
            }
        }
    }

    private func figure(_ html: HTMLWriter, _ row: IndicatorRow) {
        let definition = row.indicator.definition
        html.text(definition.name + " ")
        html.status(row.status, words)
        for target in row.indicator.targets {
            html.br()
            let done = row.last?.value.flatMap { row.indicator.done($0, of: target) }
            html.small(words.objectivePromise(words.figure(target.value, of: definition), target.on, done))
        }
    }
}

extension Words {
    fileprivate var objectiveAssessed: String { say("L’appréciation est enregistrée.", "The assessment is saved.") }
    fileprivate var objectivesLead: String {
        say(
            "Dites, à une date, si chaque objectif est atteint. L’historique est gardé.",
            "Say, on a day, whether each objective is achieved. The history is kept.")
    }
    fileprivate var objectivesNone: String { say("Cette action n’a pas d’objectif écrit.", "This action has no written objective.") }
    fileprivate var objectiveAssess: String { say("Enregistrer l’appréciation", "Save the assessment") }
    fileprivate var objectivesAssess: String { say("Apprécier les objectifs", "Assess the objectives") }
    fileprivate func objectiveSaid(_ assessment: ObjectiveAssessment) -> String {
        say("le \(day(assessment.on)), par \(assessment.author)", "on \(day(assessment.on)), by \(assessment.author)")
    }
    fileprivate func objectivePromise(_ value: String, _ on: Day, _ done: Double?) -> String {
        let share = done.map { percent(Int(($0 * 100).rounded())) }
        return say(
            "\(value) pour le \(day(on))\(share.map { ", \($0) du chemin" } ?? "")",
            "\(value) by \(day(on))\(share.map { ", \($0) of the way" } ?? "")")
    }
}
