/// The answers to a theme of the état des lieux, as they are typed: one row for each practice, under one date.
import JalonDomain
import JalonStore
import JalonWorkspace

struct AssessmentForm {
    struct Row {
        let practice: String
        /// The number of the assessment that the form was made from, 0 for none.
        var reading: Int
        var state: String
        var comment: String
        var link: String
        /// What is to be mended, filled by `checked`.
        var violations: [Violation] = []
        /// What someone else answered while the form was being filled, filled by `rebased`.
        var meanwhile: AssessmentEntry?
    }

    var on: String
    var rows: [Row]
    /// Of the date, filled by `checked`.
    private(set) var violations: [Violation] = []

    var isSound: Bool { violations.isEmpty && rows.allSatisfy(\.violations.isEmpty) }

    /// What stands, to be said again as of today.
    init(_ theme: ThemeAssessment, _ words: Words, today: Day) {
        on = words.typedDay(today)
        rows = theme.practices.map { Row($0.id, saying: theme.histories[$0.id]?.first) }
    }

    init(_ form: FormBody) {
        on = form[Field.on.rawValue]
        rows = form.all("practice").map { id in
            Row(
                practice: id, reading: Int(form["reading-\(id)"]) ?? 0, state: form["state-\(id)"], comment: form["comment-\(id)"],
                link: form["proof-\(id)"])
        }
    }

    /// With what is to be mended beside each row that says something new.
    func checked(_ theme: ThemeAssessment, today: Day) -> AssessmentForm {
        var form = self
        let day = Day(on)
        if day == nil { form.violations = [Violation(.on, on.isEmpty ? .required : .notADay(on))] }
        if let day, day > today { form.violations = [Violation(.on, .inTheFuture)] }
        for index in rows.indices where rows[index].isNew(in: theme) {
            let row = rows[index]
            guard let assessment = row.assessment(on: day ?? today) else {
                form.rows[index].violations = [Violation(.state, .required)]
                continue
            }
            form.rows[index].violations = assessment.violations(today: max(today, assessment.on))
        }
        return form
    }

    /// The rows that say something new.
    func inputs(_ theme: ThemeAssessment) -> [AssessmentInput] {
        guard let day = Day(on) else { return [] }
        return rows.filter { $0.isNew(in: theme) }.compactMap { row in
            row.assessment(on: day).map { AssessmentInput(practice: row.practice, reading: row.reading, assessment: $0) }
        }
    }

    /// Made again from what stands now: rows that were not touched follow it, the others keep what was typed beside it.
    func rebased(on theme: ThemeAssessment) -> AssessmentForm {
        var form = self
        for index in rows.indices {
            let row = rows[index]
            let last = theme.histories[row.practice]?.first
            guard row.reading != last?.number ?? 0 else { continue }
            if !row.isNew(in: theme) {
                form.rows[index] = Row(row.practice, saying: last)
            } else {
                form.rows[index].reading = last?.number ?? 0
                if !row.says(last) { form.rows[index].meanwhile = last }
            }
        }
        return form
    }
}

extension AssessmentForm.Row {
    init(_ practice: String, saying entry: AssessmentEntry?) {
        let said = entry?.assessment
        self.init(
            practice: practice, reading: entry?.number ?? 0, state: said?.state.rawValue ?? "", comment: said?.comment ?? "",
            link: said?.link ?? "")
    }

    /// Whether it differs from what the form was made from.
    fileprivate func isNew(in theme: ThemeAssessment) -> Bool {
        !says(theme.histories[practice]?.first { $0.number == reading })
    }

    fileprivate func says(_ entry: AssessmentEntry?) -> Bool {
        let said = entry?.assessment
        return state == said?.state.rawValue ?? "" && comment == said?.comment ?? "" && link == said?.link ?? ""
    }

    fileprivate func assessment(on day: Day) -> Assessment? {
        PracticeState(rawValue: state).map { Assessment(state: $0, on: day, comment: comment, link: link) }
    }
}
