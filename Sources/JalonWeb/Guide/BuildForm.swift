/// The proposals of a plan's construction, as they are typed: one row for each practice, kept or removed.
import JalonDomain
import JalonStore
import JalonWorkspace

struct BuildForm {
    struct Row {
        let practice: String
        var isKept: Bool
        var label: String
        var axis: String
        var pilot: String
        /// A level; or, for what is already in place, the commitment taken.
        var level: String
        var due: String
        /// Where it starts from, when the état des lieux says it; `nil` where it is not shown: what it says is then kept.
        var situation: String?
        /// One a line; `nil` where the page was too long to show them: the practice's own are then kept.
        var indicators: String?
        /// What is to be mended, filled by `checked`.
        var violations: [Violation] = []
    }

    var rows: [Row]
    /// For every row kept that has no due date of its own.
    var commonDue: String
    /// How many actions the plan had when the form was made: what was added since is shown before anything is added again.
    var actions: Int?
    /// Whether actions were added since.
    private(set) var isLate = false

    var practices: Set<String> { Set(rows.map(\.practice)) }

    /// What Jalon proposes.
    init(proposing review: BuildReview, _ words: Words, today: Day) {
        commonDue = ""
        actions = review.actions
        rows = review.practices.map { practice in
            let assessment = review.standing[practice.id]?.assessment
            let new = NewAction.proposed(for: practice, in: review.plan, from: assessment, words.language, today: today)
            return Row(
                practice: practice.id, isKept: true, label: new.input.edit.label, axis: new.input.edit.axis.map(String.init) ?? "",
                pilot: new.input.pilot, level: new.start.commitment?.rawValue ?? new.start.level.rawValue, due: "",
                situation: assessment.map { _ in new.input.edit.description },
                indicators: new.input.edit.indicators.joined(separator: "\n"))
        }
    }

    /// Fields of the same name follow one another in the order of rows.
    init(_ form: FormBody) {
        let kept = Set(form.all("keep"))
        let columns = ["label", "axis", "pilot", "level", "due", "indicators"].map { form.all($0) }
        func value(_ column: Int, _ row: Int) -> String { columns[column].indices.contains(row) ? columns[column][row] : "" }
        commonDue = form["commonDue"]
        actions = Int(form["actions"])
        rows = form.all("practice").enumerated().map { index, practice in
            Row(
                practice: practice, isKept: kept.contains(practice), label: value(0, index), axis: value(1, index),
                pilot: value(2, index), level: value(3, index), due: value(4, index),
                situation: form.has("description-\(practice)") ? form["description-\(practice)"] : nil,
                indicators: columns[5].isEmpty ? nil : value(5, index))
        }
    }

    /// Made again from the plan as it stands: practices that found their action meanwhile are unticked, everything typed is kept.
    func rebased(on review: BuildReview) -> BuildForm {
        var form = self
        form.actions = review.actions
        form.isLate = true
        for index in rows.indices where review.answeredSince.contains(rows[index].practice) { form.rows[index].isKept = false }
        return form
    }

    /// With what is to be mended beside each row.
    func checked() -> BuildForm {
        var form = self
        for index in form.rows.indices where form.rows[index].isKept { form.rows[index].violations = form.rows[index].broken() }
        return form
    }

    func commonDueViolations() -> [Violation] {
        commonDue.isEmpty || Day(commonDue) != nil ? [] : [Violation(.due, .notADay(commonDue))]
    }

    /// The actions of the rows kept.
    func actions(_ review: BuildReview, _ language: Language, today: Day) throws(DomainError) -> [NewAction] {
        let kept = checked().rows.filter(\.isKept)
        guard !kept.isEmpty else { throw .invalid(.practices, .emptySelection) }
        let violations = kept.flatMap(\.violations) + commonDueViolations()
        guard violations.isEmpty else { throw .invalid(violations) }
        var actions: [NewAction] = []
        for row in kept {
            guard let practice = review.practices.first(where: { $0.id == row.practice }) else {
                throw .invalid(.practices, .unknown(row.practice))
            }
            var new = NewAction.proposed(
                for: practice, in: review.plan, from: review.standing[row.practice]?.assessment, language, today: today)
            new.input.edit.label = row.label
            new.input.edit.axis = Int(row.axis)
            new.input.edit.due = Day(row.due) ?? Day(commonDue)
            if let lines = row.indicatorLines { new.input.edit.indicators = lines }
            if let situation = row.situation { new.input.edit.description = situation }
            new.input.pilot = row.pilot
            if let commitment = Commitment(rawValue: row.level) {
                new.start = ActionStart(level: .implementation, commitment: commitment, then: [])
            } else if let level = EngagementLevel(rawValue: row.level) {
                new.start = ActionStart(level: level, commitment: nil, then: [])
            }
            actions.append(new)
        }
        return actions
    }
}

extension BuildForm.Row {
    var indicatorLines: [String]? { indicators.map { FormBody(["indicators": $0]).lines("indicators") } }

    fileprivate func broken() -> [Violation] {
        var found: [Violation] = []
        if label.isEmpty { found.append(Violation(.label, .required)) }
        if label.count > 200 { found.append(Violation(.label, .tooLong(max: 200))) }
        if pilot.count > 200 { found.append(Violation(.pilot, .tooLong(max: 200))) }
        if !due.isEmpty, Day(due) == nil { found.append(Violation(.due, .notADay(due))) }
        if let situation, situation.count > 20_000 { found.append(Violation(.description, .tooLong(max: 20_000))) }
        if indicatorLines?.contains(where: { $0.count > 1000 }) ?? false { found.append(Violation(.indicators, .tooLong(max: 1000))) }
        return found
    }
}
