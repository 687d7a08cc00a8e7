/// The workshop's grid as it is typed: four steps for each action, over what stood when it was read; and how the workshop closes.
import JalonDomain
import JalonStore
import JalonWorkspace

struct WorkshopForm {
    struct Row {
        let number: Int
        /// The steps that the grid was made from.
        var reading: JudgedSteps
        var typed: [JudgedCriterion: String]
        /// What is to be mended, filled by `checked`.
        var violations: [Violation] = []
        /// What someone else judged while the grid was being filled, filled by `rebased`.
        var meanwhile: JudgedSteps = [:]
    }

    var rows: [Row]
    var on: String
    var participants: String
    /// Whether the button that closes the workshop was pressed.
    var closes = false

    var isSound: Bool { rows.allSatisfy(\.violations.isEmpty) }

    init(_ rows: [RankingRow], _ words: Words, today: Day) {
        self.rows = rows.map { Row($0) }
        on = words.typedDay(today)
        participants = ""
    }

    init(_ form: FormBody) {
        rows = (form.under("read-")?.fields ?? []).compactMap { name, value in
            guard let number = Int(name), number > 0 else { return nil }
            var typed: [JudgedCriterion: String] = [:]
            for criterion in JudgedCriterion.allCases { typed[criterion] = form[Self.name(criterion, number)] }
            return Row(number: number, reading: Self.steps(value), typed: typed)
        }
        on = form[Field.on.rawValue]
        participants = form[Field.participants.rawValue]
        closes = !form["close"].isEmpty
    }

    static func name(_ criterion: JudgedCriterion, _ number: Int) -> String { "\(criterion.rawValue)-\(number)" }

    /// « 4,2,,3 », in the order of the criteria.
    static func written(_ steps: JudgedSteps) -> String {
        JudgedCriterion.allCases.map { steps[$0].map(String.init) ?? "" }.joined(separator: ",")
    }

    private static func steps(_ text: String) -> JudgedSteps {
        var steps: JudgedSteps = [:]
        for (criterion, part) in zip(JudgedCriterion.allCases, text.split(separator: ",", omittingEmptySubsequences: false)) {
            steps[criterion] = Int(part)
        }
        return steps
    }

    /// With what is to be mended beside each row.
    func checked() -> WorkshopForm {
        var form = self
        for index in rows.indices {
            form.rows[index].violations = JudgedCriterion.allCases.compactMap { criterion in
                let text = rows[index].typed[criterion] ?? ""
                if text.isEmpty || Int(text).map(JudgedCriterion.steps.contains) == true { return nil }
                return Violation(criterion.field, Int(text) == nil ? .notANumber(text) : .outOfRange(1, 5))
            }
        }
        return form
    }

    /// Of a grid that is sound.
    var inputs: [JudgementInput] {
        rows.map { row in
            JudgementInput(action: row.number, reading: row.reading, steps: row.typed.mapValues { Int($0) })
        }
    }

    /// Nothing where the workshop goes on.
    func closing() throws(DomainError) -> WorkshopClosing? {
        guard closes else { return nil }
        var reader = SteeringReader()
        let day = reader.day(on, .on)
        try reader.check()
        guard let day else { return nil }
        var names: [String] = []
        for name in participants.split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" }).map({ $0.trimmed }) where !name.isEmpty {
            if !names.contains(where: { $0.folded == name.folded }) { names.append(name) }
        }
        return WorkshopClosing(on: day, participants: names)
    }

    /// Made again from what stands now: steps that were not touched follow it, the others keep what was typed beside it.
    func rebased(on standing: [RankingRow]) -> WorkshopForm {
        var form = self
        let byNumber = Dictionary(uniqueKeysWithValues: standing.map { ($0.number, $0.steps) })
        for index in rows.indices {
            let row = rows[index]
            guard let steps = byNumber[row.number] else { continue }
            for criterion in JudgedCriterion.allCases where steps[criterion] != row.reading[criterion] {
                let typed = row.typed[criterion] ?? ""
                if typed == row.reading[criterion].map(String.init) ?? "" {
                    form.rows[index].typed[criterion] = steps[criterion].map(String.init) ?? ""
                } else if typed != steps[criterion].map(String.init) ?? "" {
                    form.rows[index].meanwhile[criterion] = steps[criterion] ?? 0
                }
            }
            form.rows[index].reading = steps
        }
        return form
    }
}

extension WorkshopForm.Row {
    init(_ row: RankingRow) {
        self.init(number: row.number, reading: row.steps, typed: row.steps.mapValues { String($0) })
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
