/// The life of a plan, from draft to closed: each state has its step, its proof and the form that leads to the next.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum PlanLifeController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await read(visit)
        return visit.answer(PlanLifePage(frame(visit, seen), seen.model, PlanLifeForm(today: seen.today, visit.words)).bytes)
    }

    static func propose(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.planProposed) { number, _ in
            try await visit.workspace.propose(number, reading: visit.reading, as: visit.visitor)
        }
    }

    static func withdraw(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.planWithdrawn) { number, _ in
            try await visit.workspace.withdraw(number, reading: visit.reading, as: visit.visitor)
        }
    }

    static func validate(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.planValidated) { number, form in
            try await visit.workspace.validate(number, reading: visit.reading, try form.validation(), as: visit.visitor)
        }
    }

    static func communicate(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.planCommunicated) { number, form in
            try await visit.workspace.communicate(number, reading: visit.reading, try form.communication(), as: visit.visitor)
        }
    }

    /// Closing is for good: the box that says so must be ticked.
    static func close(_ visit: Visit) async throws -> Response {
        try await lead(visit, saying: visit.words.planClosedNow) { number, _ in
            guard visit.form["confirmed"] == "1" else { throw DomainError.invalid(.confirmed, .notConfirmed) }
            try await visit.workspace.close(number, reading: visit.reading, as: visit.visitor)
        }
    }

    private static func lead(
        _ visit: Visit, saying flash: String, _ verb: (_ plan: Int, _ form: PlanLifeForm) async throws -> Void
    ) async throws -> Response {
        let number = try visit.plan()
        let form = PlanLifeForm(visit.form)
        do {
            try await verb(number, form)
            return visit.redirect(to: .life(visit.slug, number), saying: flash)
        } catch DomainError.invalid(let violations) {
            let seen = try await read(visit)
            let page = PlanLifePage(frame(visit, seen), seen.model, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await read(visit)
            let page = PlanLifePage(frame(visit, seen), seen.model, form, crossed: true)
            return visit.answer(page.bytes, status: .conflict)
        }
    }

    private static func read(_ visit: Visit) async throws -> Seen<PlanVersions> {
        try await visit.workspace.versions(of: try visit.plan(), visit.visitor, needs: .decide)
    }

    private static func frame(_ visit: Visit, _ seen: Seen<PlanVersions>) -> PageContext {
        visit.frame(seen, plan: seen.model.plan)
    }
}

/// What is typed of a validation or a communication.
struct PlanLifeForm: Sendable, Equatable {
    var body = ""
    var person = ""
    var on: String
    var audience = ""
    var channels = ""
    var proof = ""

    init(today: Day, _ words: Words) {
        on = words.typedDay(today)
    }

    init(_ form: FormBody) {
        body = form["body"]
        person = form["person"]
        on = form["on"]
        audience = form["audience"]
        channels = form["channels"]
        proof = form["proof"]
    }

    func validation() throws(DomainError) -> Validation {
        guard let day = Day(on) else {
            throw .invalid((body.isEmpty ? [Violation(.body, .required)] : []) + [dayViolation])
        }
        return Validation(on: day, body: body, person: person)
    }

    func communication() throws(DomainError) -> Communication {
        guard let day = Day(on) else {
            let missing = [(Field.audience, audience), (.channels, channels)].filter { $0.1.isEmpty }.map { Violation($0.0, .required) }
            throw .invalid(missing + [dayViolation])
        }
        return Communication(on: day, audience: audience, channels: channels, proof: proof)
    }

    private var dayViolation: Violation { Violation(.on, on.isEmpty ? .required : .notADay(on)) }
}
