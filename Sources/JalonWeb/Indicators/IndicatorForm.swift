/// What a person types of an indicator, kept as typed until it is understood.
import JalonDomain
import JalonStore
import JalonWorkspace

struct IndicatorForm: MergedForm {
    var name: String
    var type: String
    var unit: String
    var decimals: String
    var direction: String
    var level: String
    var meaning: String
    var method: String
    var source: String
    var cadence: String
    var responsible: String
    var categories: String
    var practices: String
    var actions: String
    /// What computes it, and from what: « 3, 5:2,5 », or a plan's number.
    var operation: String
    var terms: String
    var low: String
    var high: String
    var warning: String
    var alert: String
    /// Whether it is another one than that of a similar name.
    var isAnother: Bool
    /// The key of the ready indicator that it was begun from.
    var ready = ""
    var read: FormBody?

    static let parts =
        [
            Field.name, .type, .measureUnit, .decimals, .direction, .level, .meaning, .method, .source, .cadence, .responsible, .practices,
            .actions, .low, .high, .warning, .alert,
        ].map { FormPart($0) } + [FormPart(.categories, .lines), FormPart(.formula, names: [Field.formula.rawValue, "terms"])]

    var pairs: [(name: String, value: String)] {
        answers.map { ($0.0.rawValue, $0.1) } + [(Field.formula.rawValue, operation), ("terms", terms)]
    }

    private var answers: [(Field, String)] {
        [
            (.name, name), (.type, type), (.measureUnit, unit), (.decimals, decimals), (.direction, direction), (.level, level),
            (.meaning, meaning), (.method, method), (.source, source), (.cadence, cadence), (.responsible, responsible),
            (.categories, categories), (.practices, practices), (.actions, actions), (.low, low), (.high, high), (.warning, warning),
            (.alert, alert),
        ]
    }

    /// As it is read, to compare two of them.
    func answers(_ words: Words) -> [FormAnswer] {
        answers.map { field, text in
            FormAnswer(field, field == .cadence ? Cadence(rawValue: text).map(words.cadence) ?? "" : words.value(text, of: field))
        } + [
            FormAnswer(
                .formula,
                [IndicatorOperation(rawValue: operation).map(words.indicatorOperation) ?? "", terms].filter { !$0.isEmpty }
                    .joined(separator: " "))
        ]
    }

    init(_ form: FormBody) {
        func text(_ field: Field) -> String { form[field.rawValue] }
        name = text(.name)
        type = text(.type)
        unit = text(.measureUnit)
        decimals = text(.decimals)
        direction = text(.direction)
        level = text(.level)
        meaning = text(.meaning)
        method = text(.method)
        source = text(.source)
        cadence = text(.cadence)
        responsible = text(.responsible)
        categories = text(.categories)
        practices = text(.practices)
        actions = text(.actions)
        operation = text(.formula)
        terms = form["terms"]
        low = text(.low)
        high = text(.high)
        warning = text(.warning)
        alert = text(.alert)
        isAnother = form.has("another")
        ready = form["ready"]
        read = form.under(FormBody.readPrefix)
    }

    init(_ definition: IndicatorDefinition, responsible name: String, _ words: Words) {
        func typed(_ value: Double?) -> String { value.map { words.plain($0) } ?? "" }
        self.name = definition.name
        type = definition.type.rawValue
        unit = definition.unit.measure == nil || !definition.unit.per.isEmpty ? definition.unit.description : words.unit(definition.unit)
        decimals = String(definition.decimals)
        direction = definition.direction.rawValue
        level = definition.level.rawValue
        meaning = definition.meaning
        method = definition.method
        source = definition.source
        cadence = definition.cadence?.rawValue ?? ""
        responsible = name
        categories = definition.categories.joined(separator: "\n")
        practices = definition.practices.joined(separator: ", ")
        actions = definition.actions.map(\.description).joined(separator: ", ")
        operation = definition.formula?.operation.rawValue ?? ""
        terms =
            definition.formula.map { $0.plan.map { String($0) } ?? $0.terms.map(\.description).joined(separator: ", ") } ?? ""
        low = typed(definition.low)
        high = typed(definition.high)
        warning = typed(definition.warning)
        alert = typed(definition.alert)
        isAnother = false
        read = FormBody(pairs)
    }

    /// `plan` is the one that an action's number alone is of.
    func input(plan: Int?) throws(DomainError) -> IndicatorInput {
        var violations: [Violation] = []
        func refuse(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }
        let kind = IndicatorType(rawValue: type)
        if kind == nil { refuse(.type, .required) }
        if name.isEmpty { refuse(.name, .required) }
        var definition = IndicatorDefinition(
            name: name, type: kind ?? .count, unit: IndicatorUnit(unit), direction: IndicatorDirection(rawValue: direction),
            level: IndicatorLevel(rawValue: level) ?? .operational, meaning: meaning, method: method, source: source,
            cadence: Cadence(rawValue: cadence))
        if !decimals.isEmpty {
            if let number = Int(decimals) { definition.decimals = number } else { refuse(.decimals, .notANumber(decimals)) }
        }
        func figure(_ text: String, _ field: Field) -> Double? {
            guard !text.isEmpty else { return nil }
            switch definition.read(text) {
            case .success(let value): return value.figure(definition.type)
            case .failure(let rule):
                refuse(field, .figure(rule))
                return nil
            }
        }
        definition.low = figure(low, .low)
        definition.high = figure(high, .high)
        definition.warning = figure(warning, .warning)
        definition.alert = figure(alert, .alert)
        definition.categories = categories.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
        definition.practices = practices.split { ",; \n".contains($0) }.map(String.init)
        for text in actions.split(whereSeparator: { ",; \n".contains($0) }).map(String.init) {
            let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
            if numbers.count == 2, let of = numbers[0], let number = numbers[1] {
                definition.actions.append(ActionID(plan: of, number: number))
            } else if numbers.count == 1, let plan, let number = numbers[0] {
                definition.actions.append(ActionID(plan: plan, number: number))
            } else {
                refuse(.actions, .unknown(text))
            }
        }
        if let operation = IndicatorOperation(rawValue: operation) {
            // A decimal comma stands between digits, another comma between terms.
            let texts = terms.split(whereSeparator: { ";\n".contains($0) }).flatMap { $0.split(separator: ", ") }.map { String($0).trimmed }
            if operation.isOfPlan {
                definition.formula = IndicatorFormula(operation, plan: terms.isEmpty ? plan : Int(terms))
            } else {
                let read = texts.filter { !$0.isEmpty }.map { ($0, IndicatorFormula.Term($0)) }
                for (text, term) in read where term == nil { refuse(.formula, .unknown(text)) }
                definition.formula = IndicatorFormula(operation, of: read.compactMap(\.1))
            }
        }
        guard violations.isEmpty else { throw .invalid(violations) }
        return IndicatorInput(definition, responsible: responsible)
    }
}

/// What a person types of a measure.
struct MeasureForm: Sendable {
    var value: String
    var on: String
    var from: String
    var source: String
    var comment: String
    var evidence: String
    var isEstimated: Bool
    /// Why it corrects the measure of its day.
    var reason: String
    /// By category.
    var parts: [String: String]

    init(_ form: FormBody, _ definition: IndicatorDefinition) {
        value = form[Field.value.rawValue]
        on = form[Field.on.rawValue]
        from = form[Field.from.rawValue]
        source = form[Field.source.rawValue]
        comment = form[Field.comment.rawValue]
        evidence = form[Field.evidence.rawValue]
        isEstimated = form.has(Field.estimated.rawValue)
        reason = form[Field.reason.rawValue]
        let values = form.all("part")
        parts = Dictionary(zip(definition.categories, values)) { first, _ in first }
    }

    init(today: Day, source: String, _ words: Words) {
        value = ""
        on = words.typedDay(today)
        from = ""
        self.source = source
        comment = ""
        evidence = ""
        isEstimated = false
        reason = ""
        parts = [:]
    }

    func edit(_ definition: IndicatorDefinition) throws(DomainError) -> MeasurementEdit {
        var reader = SteeringReader()
        let day = reader.day(on, .on)
        let start = reader.day(from, .from, required: false)
        var measured: MeasuredValue?
        switch definition.read(value) {
        case .success(let read): measured = read
        case .failure(let rule): reader.fail(.value, value.isEmpty ? .required : .figure(rule))
        }
        var figures: [String: Double] = [:]
        for (category, text) in parts where !text.isEmpty {
            switch definition.read(text) {
            case .success(let read): figures[category] = read.figure(definition.type)
            case .failure(let rule): reader.fail(.categories, .figure(rule))
            }
        }
        try reader.check()
        guard let day, let measured else { throw .invalid(.value, .required) }
        return MeasurementEdit(
            on: day, from: start, value: measured, parts: figures, source: source, comment: comment, evidence: evidence,
            isEstimated: isEstimated)
    }
}
