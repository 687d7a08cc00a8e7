/// What a person types of a plan, kept as typed until it is understood.
import JalonDomain

struct PlanForm: MergedForm {
    var title: String
    var from: String
    var to: String
    var purpose: String
    var commonObjectives: String
    /// The id of a catalogue; only a new plan's form asks it.
    var catalogue: String
    var read: FormBody?

    static let parts = [FormPart(.title), FormPart(.from), FormPart(.to), FormPart(.purpose), FormPart(.commonObjectives)]

    var pairs: [(name: String, value: String)] { answers.map { ($0.field.rawValue, $0.text) } }

    /// As it is read, to compare two of them.
    var answers: [FormAnswer] {
        [
            FormAnswer(.title, title), FormAnswer(.from, from), FormAnswer(.to, to), FormAnswer(.purpose, purpose),
            FormAnswer(.commonObjectives, commonObjectives),
        ]
    }

    init(_ form: FormBody) {
        title = form["title"]
        from = form["from"]
        to = form["to"]
        purpose = form["purpose"]
        commonObjectives = form["commonObjectives"]
        catalogue = form["catalogue"]
        read = form.under(FormBody.readPrefix)
    }

    init(_ plan: Plan, _ words: Words) {
        title = plan.title
        from = words.typedDay(plan.from)
        to = words.typedDay(plan.to)
        purpose = plan.purpose
        commonObjectives = plan.commonObjectives
        catalogue = String(plan.catalogue)
        read = FormBody(pairs)
    }

    /// Three years from the first of January that is nearest: the period most plans have.
    init(startingOn today: Day, _ words: Words) {
        let (year, month, _) = today.civil
        let first = month > 6 ? year + 1 : year
        title = ""
        from = Day(year: first, month: 1, day: 1).map(words.typedDay) ?? ""
        to = Day(year: first + 2, month: 12, day: 31).map(words.typedDay) ?? ""
        purpose = ""
        commonObjectives = ""
        catalogue = ""
    }

    /// All that is to be mended is said at once.
    func edit() throws(DomainError) -> PlanEdit {
        var violations: [Violation] = []
        if title.isEmpty { violations.append(Violation(.title, .required)) }
        let start = Self.day(from, .from, &violations)
        let end = Self.day(to, .to, &violations)
        guard let start, let end else { throw .invalid(violations) }
        let edit = PlanEdit(title: title, from: start, to: end, purpose: purpose, commonObjectives: commonObjectives)
        try edit.check()
        return edit
    }

    private static func day(_ text: String, _ field: Field, _ violations: inout [Violation]) -> Day? {
        if let day = Day(text) { return day }
        violations.append(Violation(field, text.isEmpty ? .required : .notADay(text)))
        return nil
    }
}
