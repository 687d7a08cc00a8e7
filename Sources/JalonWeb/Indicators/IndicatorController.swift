/// Indicators: their list, each one's page, and the forms that create, change and aim one.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonExchange
import JalonStore
import JalonWorkspace

enum IndicatorController {
    /// Rows of a page.
    private static let size = 25
    /// Figures of a line of trend.
    private static let points = 12

    static func list(_ visit: Visit) async throws -> Response {
        var filter = IndicatorFilter()
        filter.plan = Int(visit.query["plan"])
        filter.status = IndicatorStatus(rawValue: visit.query["status"])
        filter.level = IndicatorLevel(rawValue: visit.query["level"])
        filter.responsible = Int(visit.query["responsible"])
        filter.archived = visit.query.has("archived")
        filter.words = visit.query["q"]
        filter.group = IndicatorGroup(rawValue: visit.query["by"])
        let first = max(0, Int(visit.query["from"]) ?? 0)
        let seen = try await visit.workspace.indicators(filter, from: first, limit: size, figures: points, visit.visitor)
        return visit.answer(IndicatorsPage(visit.frame(seen, menu: .indicators), seen.model, from: first, size: size).bytes)
    }

    static func csv(_ visit: Visit) async throws -> Response {
        let sheets = try await visit.workspace.indicatorRecords(visit.visitor).model
        return visit.file(measureCSV(sheets, visit.words), "text/csv; charset=utf-8", named: visit.words.measuresFile + ".csv")
    }

    static func definitions(_ visit: Visit) async throws -> Response {
        let listing = try await visit.workspace.indicators(IndicatorFilter(), visit.visitor).model
        let bytes = indicatorCSV(listing.rows, listing.names, visit.words)
        return visit.file(bytes, "text/csv; charset=utf-8", named: visit.words.definitionsFile + ".csv")
    }

    static func json(_ visit: Visit) async throws -> Response {
        let sheets = try await visit.workspace.indicatorRecords(visit.visitor).model
        return visit.file(Array(JSON.array(sheets.map(indicatorSheetJSON)).written.utf8), "application/json", named: nil)
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.indicator()
        return visit.answer(IndicatorPage(visit.frame(seen, menu: .indicators), seen.model, zone: seen.zone).bytes)
    }

    // MARK: A new one, or a change

    /// `name` and `action` may stand in the address: what a suggestion or an action's own words propose.
    static func new(_ visit: Visit) async throws -> Response {
        let desk = try await visit.workspace.indicatorDesk(
            visit.visitor, wording: visit.query["name"], practice: visit.query["practice"], ready: visit.query["ready"],
            visit.words.language)
        var definition = desk.model.proposal
        if let plan = Int(visit.query["plan"]), let action = Int(visit.query["action"]) {
            definition.actions = [ActionID(plan: plan, number: action)]
        }
        var form = IndicatorForm(definition, responsible: "", visit.words)
        form.ready = visit.query["ready"]
        return visit.answer(IndicatorFormPage(visit.frame(desk, menu: .indicators), desk.model, nil, form).bytes)
    }

    static func add(_ visit: Visit) async throws -> Response {
        let form = IndicatorForm(visit.form)
        let desk = try await visit.workspace.indicatorDesk(visit.visitor, wording: "")
        do {
            let added = try await visit.workspace.addIndicator(
                form.input(plan: desk.openPlan?.number), isAnother: form.isAnother, ready: form.ready, as: visit.visitor)
            return visit.redirect(
                to: .indicator(visit.slug, added.indicator.number),
                saying: visit.words.indicatorAdded + visit.words.created(added.created))
        } catch DomainError.invalid(let violations) {
            let page = IndicatorFormPage(visit.frame(desk, menu: .indicators), desk.model, nil, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    static func edit(_ visit: Visit) async throws -> Response {
        let seen = try await visit.indicator()
        try seen.model.indicator.requireActive()
        return try await form(visit, seen.model, visit.words.form(of: seen.model), status: .ok)
    }

    static func save(_ visit: Visit) async throws -> Response {
        let number = try visit.number("indicator", .indicator)
        let (typed, unanswered) = IndicatorForm.settled(visit.form)
        do {
            try IndicatorForm.require(unanswered)
            let plan = try await visit.workspace.indicatorDesk(visit.visitor, wording: "").openPlan?.number
            let saved = try await visit.workspace.editIndicator(
                number, reading: visit.reading, typed.input(plan: plan), as: visit.visitor)
            return visit.redirect(
                to: .indicator(visit.slug, number), saying: visit.words.indicatorSaved + visit.words.created(saved.created))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.indicator()
            var again: Meanwhile?
            if let read = typed.read, !unanswered.isEmpty {
                again = Meanwhile(
                    unanswered: unanswered, typed: typed.answers(visit.words), stored: IndicatorForm(read).answers(visit.words),
                    zone: seen.zone)
            }
            return try await form(visit, seen.model, typed, status: .unprocessableContent, violations: violations, meanwhile: again)
        } catch DomainError.conflict {
            let seen = try await visit.indicator()
            let standing = visit.words.form(of: seen.model)
            let merge = FormMerge(typed: typed, standing: standing)
            let meanwhile = Meanwhile(
                merge, typed: typed.answers(visit.words), stored: standing.answers(visit.words), journal: nil, visit.words,
                zone: seen.zone)
            return try await form(visit, seen.model, merge.form, status: .conflict, meanwhile: meanwhile)
        }
    }

    private static func form(
        _ visit: Visit, _ sheet: IndicatorSheet, _ form: IndicatorForm, status: HTTPResponse.Status, violations: [Violation] = [],
        meanwhile: Meanwhile? = nil
    ) async throws -> Response {
        let desk = try await visit.workspace.indicatorDesk(visit.visitor, wording: "")
        let page = IndicatorFormPage(
            visit.frame(desk, menu: .indicators), desk.model, sheet.indicator, form, violations: violations, meanwhile: meanwhile)
        return visit.answer(page.bytes, status: status)
    }

    // MARK: Small resources of its page

    static func archive(_ visit: Visit) async throws -> Response {
        try await small(visit) { number, _ in
            _ = try await visit.workspace.setIndicatorArchived(true, number, as: visit.visitor)
            return visit.words.indicatorArchived
        }
    }

    static func restore(_ visit: Visit) async throws -> Response {
        try await small(visit) { number, _ in
            _ = try await visit.workspace.setIndicatorArchived(false, number, as: visit.visitor)
            return visit.words.indicatorRestored
        }
    }

    static func promise(_ visit: Visit) async throws -> Response {
        try await small(visit) { number, definition in
            _ = try await visit.workspace.promise(
                try target(visit.form.under(IndicatorPage.targetPrefix), definition, .target), of: number, as: visit.visitor)
            return visit.words.targetSaved
        }
    }

    static func withdraw(_ visit: Visit) async throws -> Response {
        try await small(visit) { number, _ in
            guard let day = Day(visit.form["on"]) else { throw DomainError.invalid(.on, .required) }
            _ = try await visit.workspace.withdrawTarget(on: day, of: number, as: visit.visitor)
            return visit.words.targetWithdrawn
        }
    }

    /// Without a value, the start is withdrawn.
    static func start(_ visit: Visit) async throws -> Response {
        try await small(visit) { number, definition in
            let form = visit.form.under(IndicatorPage.startPrefix)
            let isEmpty = form.map { $0.fields.allSatisfy(\.value.isEmpty) } ?? true
            let start = isEmpty ? nil : try target(form, definition, .baseline)
            _ = try await visit.workspace.start(number, from: start, as: visit.visitor)
            return visit.words.baselineSaved
        }
    }

    private static func target(_ form: FormBody?, _ definition: IndicatorDefinition, _ field: Field) throws -> IndicatorTarget {
        var reader = SteeringReader()
        let day = reader.day(form?[Field.on.rawValue] ?? "", .on)
        let text = form?[field.rawValue] ?? ""
        var value: Double?
        switch definition.read(text) {
        case .success(let read):
            value = read.figure(definition.type)
            if value == nil { reader.fail(field, .figure(.isText)) }
        case .failure(let rule): reader.fail(field, text.isEmpty ? .required : .figure(rule))
        }
        try reader.check()
        guard let day, let value else { throw DomainError.invalid(field, .required) }
        return IndicatorTarget(on: day, value: value)
    }

    private static func small(
        _ visit: Visit, _ verb: (Int, IndicatorDefinition) async throws -> String
    ) async throws -> Response {
        let number = try visit.number("indicator", .indicator)
        let seen = try await visit.indicator()
        do {
            let said = try await verb(number, seen.model.indicator.definition)
            return visit.redirect(to: .indicator(visit.slug, number), saying: said)
        } catch DomainError.invalid(let violations) {
            let page = IndicatorPage(
                visit.frame(seen, menu: .indicators), seen.model, zone: seen.zone, typed: visit.form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }
}

extension Visit {
    func indicator() async throws -> Seen<IndicatorSheet> {
        try await workspace.indicator(number("indicator", .indicator), visitor)
    }
}

extension Words {
    func form(of sheet: IndicatorSheet) -> IndicatorForm {
        let definition = sheet.indicator.definition
        return IndicatorForm(definition, responsible: definition.responsible.flatMap { sheet.names[$0] } ?? "", self)
    }

    fileprivate var definitionsFile: String { say("indicateurs", "indicators") }
    fileprivate var measuresFile: String { say("mesures", "measures") }
    fileprivate var indicatorAdded: String { say("L’indicateur est créé.", "The indicator is created.") }
    fileprivate var indicatorSaved: String { say("L’indicateur est enregistré.", "The indicator is saved.") }
    fileprivate var indicatorArchived: String { say("L’indicateur est archivé.", "The indicator is archived.") }
    fileprivate var indicatorRestored: String { say("L’indicateur est restauré.", "The indicator is restored.") }
    fileprivate var targetSaved: String { say("La cible est enregistrée.", "The target is saved.") }
    fileprivate var targetWithdrawn: String { say("La cible est retirée.", "The target is withdrawn.") }
    fileprivate var baselineSaved: String { say("Le point de départ est enregistré.", "The starting point is saved.") }
}
