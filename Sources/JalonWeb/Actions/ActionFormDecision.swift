/// A decision, and the stages planned after the current one, as they are typed.
import JalonDomain
import JalonWorkspace

struct DecisionForm: Sendable {
    var version: Int?
    var outcome = ""
    var by = ""
    var on = ""
    var meeting = ""
    var reason = ""
    var perimeter: [String] = []
    var pilot = ""
    var plannedStart = ""
    var due = ""

    /// Nothing decided yet; today unless said.
    init(of action: Action, today: Day, _ words: Words) {
        version = action.version
        on = words.typedDay(today)
    }

    /// What was typed.
    init(_ form: FormBody) {
        version = Int(form["version"])
        outcome = form[Field.outcome.rawValue]
        by = form[Field.decidedBy.rawValue]
        on = form[Field.decidedOn.rawValue]
        meeting = form[Field.meeting.rawValue]
        reason = form[Field.reason.rawValue]
        perimeter = form.all(Field.perimeter.rawValue).filter { !$0.isEmpty }
        pilot = form[Field.pilot.rawValue]
        plannedStart = form[Field.plannedStart.rawValue]
        due = form[Field.due.rawValue]
    }

    func input() throws -> DecisionInput {
        var reader = ActionFormReader()
        let outcome: Outcome = reader.required(outcome, .outcome, else: .stop)
        if by.isEmpty { reader.fail(.decidedBy, .required) }
        if on.isEmpty { reader.fail(.decidedOn, .required) }
        let day = reader.day(on, .decidedOn)
        let input = DecisionInput(
            decision: Decision(outcome: outcome, by: by, on: day ?? Day(ordinal: 0), meeting: meeting, reason: reason),
            perimeter: perimeter, pilot: pilot, plannedStart: reader.day(plannedStart, .plannedStart), due: reader.day(due, .due))
        try reader.require()
        return input
    }

    /// As it is read, to compare with a decision that someone else recorded.
    func answers(_ words: Words) -> [FormAnswer] {
        let outcome = Outcome(rawValue: outcome).map(words.outcome) ?? outcome
        return Self.answers(outcome: outcome, by: by, on: on, meeting: meeting, reason: reason)
    }

    /// The last decision of the action, in the same words.
    static func stored(_ action: Action, _ words: Words) -> [FormAnswer] {
        let decision = action.path.last { $0.decision != nil }?.decision
        return answers(
            outcome: decision.map { words.outcome($0.outcome) } ?? "", by: decision?.by ?? "",
            on: decision.map { words.typedDay($0.on) } ?? "", meeting: decision?.meeting ?? "", reason: decision?.reason ?? "")
    }

    private static func answers(outcome: String, by: String, on: String, meeting: String, reason: String) -> [FormAnswer] {
        [
            FormAnswer(.outcome, outcome), FormAnswer(.decidedBy, by), FormAnswer(.decidedOn, on), FormAnswer(.meeting, meeting),
            // The journal tells of a decision's reason under its outcome.
            FormAnswer(.reason, reason, told: [.outcome]),
        ]
    }
}

struct PathForm: MergedForm {
    struct Line: Sendable {
        var level = ""
        var pilot = ""
        var plannedStart = ""
        var due = ""
        var perimeter = ""

        var isEmpty: Bool { level.isEmpty && pilot.isEmpty && plannedStart.isEmpty && due.isEmpty && perimeter.isEmpty }
    }

    var version: Int?
    var lines: [Line] = []
    /// Why a stage promised for a day moves.
    var reason = ""
    var read: FormBody?

    private static let columns = [Field.level, .pilot, .plannedStart, .due, .perimeter]
    static let parts = [FormPart(.path, .values, names: columns.map(\.rawValue))]

    var pairs: [(name: String, value: String)] {
        (lines.isEmpty ? [Line()] : lines).flatMap { line in
            zip(Self.columns, [line.level, line.pilot, line.plannedStart, line.due, line.perimeter]).map { (name: $0.rawValue, value: $1) }
        } + [(name: Field.reason.rawValue, value: reason)]
    }

    /// What is planned today.
    init(of action: Action, names: [Int: String], _ words: Words) {
        version = action.version
        lines = action.path.filter { $0.phase == .planned }.map { stage in
            Line(
                level: stage.level.rawValue, pilot: stage.pilot.flatMap { names[$0] } ?? "",
                plannedStart: stage.plannedStart.map(words.typedDay) ?? "", due: stage.forecast.map(words.typedDay) ?? "",
                perimeter: stage.perimeter.compactMap { names[$0] }.joined(separator: "\n"))
        }
        read = FormBody(pairs)
    }

    /// What was typed; lines without anything are no stage.
    init(_ form: FormBody) {
        version = Int(form["version"])
        reason = form[Field.reason.rawValue]
        read = form.under(FormBody.readPrefix)
        let columns = Self.columns.map { form.all($0.rawValue) }
        lines = (0..<(columns.map(\.count).max() ?? 0)).map { row in
            func cell(_ column: Int) -> String { row < columns[column].count ? columns[column][row] : "" }
            return Line(level: cell(0), pilot: cell(1), plannedStart: cell(2), due: cell(3), perimeter: cell(4))
        }.filter { !$0.isEmpty }
    }

    func input() throws -> [PlannedStageInput] {
        var reader = ActionFormReader()
        let stages = lines.map { line in
            PlannedStageInput(
                level: reader.required(line.level, .level, else: .reflection), pilot: line.pilot,
                plannedStart: reader.day(line.plannedStart, .plannedStart), due: reader.day(line.due, .due),
                perimeter: typedPieces(line.perimeter) { $0 == "\n" })
        }
        try reader.require()
        return stages
    }

    /// As it is read, to compare two of them.
    func answers(_ words: Words) -> [FormAnswer] {
        let text = lines.map { line in
            let level = EngagementLevel(rawValue: line.level).map(words.level) ?? line.level
            let perimeter = typedPieces(line.perimeter) { $0 == "\n" }.joined(separator: ", ")
            return [level, line.pilot, line.plannedStart, line.due, perimeter].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return [FormAnswer(.path, text.joined(separator: "\n"))]
    }
}
