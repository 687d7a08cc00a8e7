/// Scenarios: all those of a plan, one of them while it is computed and after, several side by side.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonWorkspace

enum ScenarioController {
    static func list(_ visit: Visit) async throws -> Response { visit.answer(try await page(visit, nil, [])) }

    static func propose(_ visit: Visit) async throws -> Response {
        let plan = try visit.plan()
        do {
            let scenario = try await visit.workspace.propose(try settings(visit.form), of: plan, as: visit.visitor)
            return visit.redirect(to: .scenario(visit.slug, plan, scenario.number))
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await page(visit, visit.form, violations), status: .unprocessableContent)
        }
    }

    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.scenario(visit.scenario(), of: visit.plan(), visit.visitor)
        return visit.answer(ScenarioPage(context: visit.frame(seen, menu: .actions, plan: seen.model.plan), sheet: seen.model).bytes)
    }

    static func cancel(_ visit: Visit) async throws -> Response {
        let (plan, number) = (try visit.plan(), try visit.scenario())
        try await visit.workspace.cancelScenario(number, of: plan, as: visit.visitor)
        return visit.redirect(to: .scenario(visit.slug, plan, number), saying: visit.words.scenarioStopping)
    }

    static func remove(_ visit: Visit) async throws -> Response {
        let plan = try visit.plan()
        try await visit.workspace.removeScenario(visit.scenario(), of: plan, as: visit.visitor)
        return visit.redirect(to: .planning(visit.slug, plan, .scenarios), saying: visit.words.scenarioRemoved)
    }

    static func compare(_ visit: Visit) async throws -> Response {
        let plan = try visit.plan()
        let numbers = visit.query.all("of").compactMap { Int($0) }
        let seen = try await visit.workspace.scenarios(of: plan, visit.visitor)
        let chosen = seen.model.scenarios.filter { numbers.contains($0.number) && $0.outcome != nil }
        return visit.answer(
            scenarioComparison(
                visit.frame(seen, menu: .actions, plan: seen.model.plan), seen.model.plan, Array(chosen.reversed().prefix(4)),
                left: max(0, chosen.count - 4), readsMoney: seen.model.readsMoney))
    }

    private static func settings(_ form: FormBody) throws -> ScenarioSettings {
        var violations: [Violation] = []
        func whole(_ field: Field, _ usual: Int) -> Int {
            let text = form[field.rawValue].replacing("%", with: "").trimmed
            if text.isEmpty { return usual }
            if let number = Int(text) { return number }
            violations.append(Violation(field, .notANumber(text)))
            return usual
        }
        let (people, budget, seconds) = (whole(.people, 100), whole(.money, 100), whole(.seconds, 10))
        let preference = ScenarioPreference(rawValue: form[Field.preference.rawValue]) ?? .balanced
        guard violations.isEmpty else { throw DomainError.invalid(violations) }
        let aim = form[Field.aim.rawValue]
        return ScenarioSettings(
            name: form[Field.name.rawValue], aim: aim.isEmpty ? ScenarioSettings.score : aim, preference: preference, people: people,
            budget: budget, seconds: seconds)
    }

    private static func page(_ visit: Visit, _ typed: FormBody?, _ violations: [Violation]) async throws -> [UInt8] {
        let seen = try await visit.workspace.scenarios(of: visit.plan(), visit.visitor)
        return ScenariosPage(
            context: visit.frame(seen, menu: .actions, plan: seen.model.plan), listing: seen.model, typed: typed, violations: violations
        ).bytes
    }
}

enum AdoptionController {
    static func show(_ visit: Visit) async throws -> Response { visit.answer(try await page(visit, nil, [])) }

    static func adopt(_ visit: Visit) async throws -> Response {
        let (plan, number) = (try visit.plan(), try visit.scenario())
        do {
            let form = visit.form
            var reader = SteeringReader()
            let on = reader.day(form[Field.decidedOn.rawValue], .decidedOn)
            if !form.has("confirmed") { reader.fail(.confirmed, .notConfirmed) }
            try reader.check()
            guard let on else { throw DomainError.invalid(.decidedOn, .required) }
            let targets = form.all("target").compactMap { text -> BulkTarget? in
                let parts = text.split(separator: ":").compactMap { Int($0) }
                return parts.count == 2 ? BulkTarget(number: parts[0], version: parts[1]) : nil
            }
            let changed = try await visit.workspace.adopt(
                number, of: plan, targets, (by: form[Field.decidedBy.rawValue], on: on, reason: form[Field.reason.rawValue]),
                as: visit.visitor)
            return visit.redirect(to: .scenario(visit.slug, plan, number), saying: visit.words.scenarioAdopted(changed))
        } catch DomainError.invalid(let violations) {
            return visit.answer(try await page(visit, visit.form, violations), status: .unprocessableContent)
        } catch DomainError.conflict {
            // Someone saved one of the actions: what would change is shown anew.
            return visit.answer(try await page(visit, visit.form, [Violation(.scenario, .planning(.changedMeanwhile))]), status: .conflict)
        }
    }

    private static func page(_ visit: Visit, _ typed: FormBody?, _ violations: [Violation]) async throws -> [UInt8] {
        let seen = try await visit.workspace.previewAdoption(visit.scenario(), of: visit.plan(), visit.visitor)
        return AdoptionPage(
            context: visit.frame(seen, menu: .actions, plan: seen.model.sheet.plan), preview: seen.model, typed: typed,
            violations: violations
        ).bytes
    }
}

extension Visit {
    fileprivate func scenario() throws -> Int { try number("scenario", .scenario) }
}
