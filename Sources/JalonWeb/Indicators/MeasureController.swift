/// Measures: one from the page of its indicator, several at once for who answers for them, many from a table.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum MeasureController {
    static func record(_ visit: Visit) async throws -> Response {
        let seen = try await visit.indicator()
        let number = seen.model.indicator.number
        let form = MeasureForm(visit.form, seen.model.indicator.definition)
        do {
            let edit = try form.edit(seen.model.indicator.definition)
            // The reason is asked for only once there is something to correct.
            let reason = visit.form.has("correcting") ? form.reason : nil
            _ = try await visit.workspace.measure(number, edit, correcting: reason, as: visit.visitor)
            return visit.redirect(to: .indicator(visit.slug, number), saying: visit.words.measureSaved)
        } catch DomainError.invalid(let violations) {
            let page = IndicatorPage(
                visit.frame(seen, menu: .indicators), seen.model, zone: seen.zone, measure: form, typed: visit.form,
                violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    // MARK: Several at once

    static func due(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.ownIndicators(all: visit.query.has("all"), visit.visitor)
        return visit.answer(
            DuePage(
                visit.frame(seen, menu: .indicators), seen.model, DueForm(today: seen.today, visit.words), isAll: visit.query.has("all")
            ).bytes)
    }

    /// All that was filled in, or nothing of it.
    static func recordDue(_ visit: Visit) async throws -> Response {
        let isAll = visit.form.has("all")
        let form = DueForm(visit.form)
        let seen = try await visit.workspace.ownIndicators(all: isAll, visit.visitor)
        do {
            let edits = try form.edits(among: seen.model)
            try await visit.workspace.measure(edits, as: visit.visitor)
            return visit.redirect(
                to: .indicators(visit.slug, .due, isAll ? ["all": "1"] : .empty), saying: visit.words.measuresSaved(edits.count))
        } catch let refusal as DueRefusal {
            let page = DuePage(visit.frame(seen, menu: .indicators), seen.model, form, isAll: isAll, refusal: refusal)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    // MARK: From a table

    static func start(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.indicatorDesk(visit.visitor, wording: "", needs: .reportOnOwn)
        let only = Int(visit.query[Field.indicator.rawValue])
        return visit.answer(MeasureImportPage(visit.frame(seen, menu: .indicators), "", only: only).bytes)
    }

    static func read(_ visit: Visit) async throws -> Response {
        let pasted = visit.form.untouched("table")
        let bytes = visit.form.upload("file").map(\.bytes) ?? Array(pasted.utf8)
        let only = Int(visit.form[Field.indicator.rawValue])
        let seen = try await visit.workspace.indicatorDesk(visit.visitor, wording: "", needs: .reportOnOwn)
        let frame = visit.frame(seen, menu: .indicators)
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            guard !bytes.isEmpty else { throw DomainError.invalid(.file, .emptyTable) }
            let writes = visit.form.has("write")
            let reading = try await visit.workspace.importMeasures(bytes, of: only, commit: writes, as: visit.visitor)
            guard writes else {
                let page = MeasureImportPage(frame, text, only: only, reading: reading)
                return visit.answer(page.bytes, status: reading.problemCount == 0 ? .ok : .unprocessableContent)
            }
            return visit.redirect(
                to: .indicators(visit.slug), saying: visit.words.measuresSaved(reading.measures.values.reduce(0, +)))
        } catch let refusal as MeasureTableRefusal {
            return visit.answer(
                MeasureImportPage(frame, text, only: only, reading: refusal.reading).bytes, status: .unprocessableContent)
        } catch DomainError.invalid(let violations) {
            return visit.answer(
                MeasureImportPage(frame, text, only: only, violations: violations).bytes, status: .unprocessableContent)
        }
    }
}

/// Values for several indicators on one day, as typed.
struct DueForm: Sendable {
    var on: String
    /// By the number of the indicator.
    var values: [Int: String]

    init(today: Day, _ words: Words) {
        on = words.typedDay(today)
        values = [:]
    }

    init(_ form: FormBody) {
        on = form[Field.on.rawValue]
        let numbers = form.all("number").compactMap { Int($0) }
        values = Dictionary(zip(numbers, form.all(Field.value.rawValue))) { first, _ in first }
    }

    /// What is filled in; everything wrong is told at once.
    func edits(among rows: [OwnIndicator]) throws -> [(number: Int, edit: MeasurementEdit)] {
        var wrong: [Int: [Violation]] = [:]
        var edits: [(number: Int, edit: MeasurementEdit)] = []
        let day = Day(on)
        for row in rows {
            let indicator = row.row.indicator
            guard let text = values[indicator.number], !text.isEmpty else { continue }
            switch indicator.definition.read(text) {
            case .success(let value):
                guard let day else { continue }
                edits.append((indicator.number, MeasurementEdit(on: day, value: value)))
            case .failure(let rule): wrong[indicator.number] = [Violation(.value, .figure(rule))]
            }
        }
        guard day != nil else { throw DueRefusal(rows: wrong, whole: [Violation(.on, on.isEmpty ? .required : .notADay(on))]) }
        guard wrong.isEmpty else { throw DueRefusal(rows: wrong, whole: []) }
        guard !edits.isEmpty else { throw DueRefusal(rows: [:], whole: [Violation(.value, .required)]) }
        return edits
    }
}

extension Words {
    var measureSaved: String { say("La mesure est enregistrée.", "The measure is recorded.") }
    func measuresSaved(_ number: Int) -> String {
        say(
            "\(count(number, "mesure enregistrée", "mesures enregistrées")).", "\(count(number, "measure", "measures")) recorded.")
    }
}
