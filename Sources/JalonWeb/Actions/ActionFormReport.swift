/// News of the current stage as they are typed: the short form of the action's page, and the whole stage.
import JalonDomain
import JalonWorkspace

struct ReportForm: MergedForm {
    var version: Int?
    var progress = ""
    var percent = ""
    var note = ""
    var forecast = ""
    var reason = ""

    var read: FormBody?

    // The whole stage only; `nil` where the form does not ask.
    var mobilised: String?
    var deliverable: String?
    var method: String?
    var result: String?
    var perimeter: [String]?
    var commitment: String?
    var on: String?

    /// What the stage says today. The reason of a new forecast starts empty: each slippage has its own.
    init(of action: Action, names: [Int: String], _ words: Words) {
        let stage = action.current
        version = action.version
        progress = stage.progress.rawValue
        percent = stage.percent.map(String.init) ?? ""
        forecast = stage.forecast.map(words.typedDay) ?? ""
        mobilised = stage.mobilised
        deliverable = stage.deliverable.title
        method = stage.deliverable.method
        result = stage.deliverable.result
        perimeter = stage.perimeter.compactMap { names[$0] }
        commitment = stage.commitment?.rawValue ?? ""
        on = ""
        read = FormBody(pairs)
    }

    /// What was typed.
    init(_ form: FormBody) {
        func asked(_ field: Field) -> String? { form.has(field.rawValue) ? form[field.rawValue] : nil }
        version = Int(form["version"])
        progress = form[Field.progress.rawValue]
        percent = form[Field.percent.rawValue]
        note = form[Field.note.rawValue]
        forecast = form[Field.forecast.rawValue]
        reason = form[Field.reason.rawValue]
        mobilised = asked(.mobilised)
        deliverable = asked(.deliverable)
        method = asked(.method)
        result = asked(.result)
        perimeter = form.has(Field.perimeter.rawValue) ? form.all(Field.perimeter.rawValue).filter { !$0.isEmpty } : nil
        commitment = asked(.commitment)
        on = asked(.on)
        read = form.under(FormBody.readPrefix)
    }

    static let parts: [FormPart] = [
        FormPart(.progress), FormPart(.percent), FormPart(.forecast), FormPart(.mobilised), FormPart(.deliverable), FormPart(.method),
        FormPart(.result), FormPart(.perimeter, .values), FormPart(.commitment),
    ]

    /// Those of the short form.
    static let shortNames: Set<String> = [Field.progress.rawValue, Field.percent.rawValue, Field.forecast.rawValue]

    var pairs: [(name: String, value: String)] {
        let all: [(Field, String?)] = [
            (.progress, progress), (.percent, percent), (.note, note), (.forecast, forecast), (.reason, reason), (.mobilised, mobilised),
            (.deliverable, deliverable), (.method, method), (.result, result), (.commitment, commitment), (.on, on),
        ]
        let several = perimeter.map { $0.isEmpty ? [""] : $0 } ?? []
        return all.compactMap { field, value in value.map { (name: field.rawValue, value: $0) } }
            + several.map { (name: Field.perimeter.rawValue, value: $0) }
    }

    func input() throws -> ReportInput {
        var reader = ActionFormReader()
        var report = StageReport()
        report.progress = reader.choice(progress, .progress)
        // A stage that is done needs no percentage: the one left in the form says nothing.
        report.percent = report.progress == .done ? nil : reader.number(percent, .percent)
        report.forecast = reader.day(forecast, .forecast)
        report.slippageReason = reason.isEmpty ? nil : reason
        report.note = note.isEmpty ? nil : note
        report.mobilised = mobilised
        report.deliverableTitle = deliverable
        report.method = method
        report.result = result
        if let commitment { report.commitment = reader.choice(commitment, .commitment) }
        if let on { report.on = reader.day(on, .on) }
        try reader.require()
        return ReportInput(report: report, perimeter: perimeter)
    }

    /// With what the short form does not ask for, taken from the stage: the whole form can then be shown.
    func completed(from action: Action, names: [Int: String], _ words: Words) -> ReportForm {
        let stored = ReportForm(of: action, names: names, words)
        var whole = self
        whole.mobilised = mobilised ?? stored.mobilised
        whole.deliverable = deliverable ?? stored.deliverable
        whole.method = method ?? stored.method
        whole.result = result ?? stored.result
        whole.perimeter = perimeter ?? stored.perimeter
        whole.commitment = commitment ?? stored.commitment
        whole.on = on ?? stored.on
        return whole
    }

    /// As it is read, to compare two of them.
    func answers(_ words: Words) -> [FormAnswer] {
        [
            FormAnswer(.progress, Progress(rawValue: progress).map(words.progress) ?? progress), FormAnswer(.percent, percent),
            FormAnswer(.forecast, forecast, told: [.baseline]), FormAnswer(.mobilised, mobilised ?? ""),
            FormAnswer(.deliverable, deliverable ?? ""), FormAnswer(.method, method ?? ""), FormAnswer(.result, result ?? ""),
            FormAnswer(.perimeter, perimeter?.joined(separator: ", ") ?? ""),
            FormAnswer(.commitment, commitment.flatMap { Commitment(rawValue: $0) }.map(words.commitment) ?? commitment ?? ""),
        ]
    }

    /// The fields that only the whole stage has.
    static let stageOnly: Set<Field> = [.mobilised, .deliverable, .method, .result, .perimeter, .commitment, .on]
}
