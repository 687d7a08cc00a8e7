/// What is typed on the command line, read into the domain's values; everything wrong is told at once.
import JalonDomain

struct Typed {
    private var violations: [Violation] = []

    init() {}

    func check() throws {
        guard violations.isEmpty else { throw DomainError.invalid(violations) }
    }

    /// Nothing for nothing, and for an empty text.
    mutating func day(_ text: String?, _ field: Field) -> Day? {
        guard let text, !text.isEmpty else { return nil }
        if let day = Day(text) { return day }
        violations.append(Violation(field, .notADay(text)))
        return nil
    }

    mutating func level(_ text: String?, _ field: Field = .level) -> EngagementLevel? {
        choice(text, field, EngagementLevel.init(word:), Speech.words.level)
    }

    mutating func progress(_ text: String?) -> Progress? { choice(text, .progress, Progress.init(word:)) { Speech.words.progress($0) } }
    mutating func outcome(_ text: String?) -> Outcome? { choice(text, .outcome, Outcome.init(word:), Speech.words.outcome) }
    mutating func commitment(_ text: String?) -> Commitment? {
        choice(text, .commitment, Commitment.init(word:), Speech.words.commitment)
    }
    mutating func practiceState(_ text: String?) -> PracticeState? {
        choice(text, .state, PracticeState.init(word:)) { Speech.words.practiceState($0) }
    }
    mutating func difficulty(_ text: String?) -> Difficulty? { choice(text, .difficulty, Difficulty.init(word:), Speech.words.difficulty) }
    mutating func visibility(_ text: String?) -> Visibility? { choice(text, .visibility, Visibility.init(word:), Speech.words.visibility) }
    mutating func cadence(_ text: String?) -> Cadence? { choice(text, .cadence, Cadence.init(word:), Speech.words.cadence) }
    mutating func committeeRole(_ text: String?) -> CommitteeRole? {
        choice(text, .role, CommitteeRole.init(word:), Speech.words.committeeRole)
    }
    mutating func indicatorType(_ text: String?) -> IndicatorType? {
        choice(text, .type, IndicatorType.init(word:)) { $0.rawValue }
    }
    mutating func indicatorDirection(_ text: String?) -> IndicatorDirection? {
        choice(text, .direction, IndicatorDirection.init(word:)) { $0.rawValue }
    }
    mutating func indicatorLevel(_ text: String?) -> IndicatorLevel? { choice(text, .level, IndicatorLevel.init(word:)) { $0.rawValue } }
    mutating func verdict(_ text: String?) -> ObjectiveVerdict? {
        choice(text, .verdict, ObjectiveVerdict.init(word:), Speech.words.verdict)
    }

    mutating func indicatorOperation(_ text: String?) -> IndicatorOperation? {
        choice(text, .formula, IndicatorOperation.init(word:)) { $0.rawValue }
    }

    mutating func preference(_ text: String?) -> ScenarioPreference? {
        choice(text, .preference, ScenarioPreference.init(word:), Speech.words.preference)
    }

    /// « 3 » or « 3:2,5 ».
    mutating func term(_ text: String) -> IndicatorFormula.Term? {
        if let term = IndicatorFormula.Term(text) { return term }
        violations.append(Violation(.formula, .figure(.notANumber(text))))
        return nil
    }

    mutating func indicatorStatus(_ text: String?) -> IndicatorStatus? {
        choice(text, .state, IndicatorStatus.init(word:)) { $0.rawValue }
    }

    /// A value of an indicator, in its unit or in one that converts to it.
    mutating func measured(_ text: String, _ definition: IndicatorDefinition) -> MeasuredValue? {
        switch definition.read(text) {
        case .success(let value): return value
        case .failure(let rule):
            violations.append(Violation(.value, text.isEmpty ? .required : .figure(rule)))
            return nil
        }
    }

    /// The same of a target, a threshold or a part, which are numbers.
    mutating func figure(_ text: String?, _ field: Field, _ definition: IndicatorDefinition, required: Bool = false) -> Double? {
        guard let text, !text.isEmpty else {
            if required { require(field) }
            return nil
        }
        switch definition.read(text) {
        case .success(let value):
            if let figure = value.figure(definition.type) { return figure }
            violations.append(Violation(field, .figure(.isText)))
        case .failure(let rule): violations.append(Violation(field, .figure(rule)))
        }
        return nil
    }

    mutating func number(_ text: String, _ field: Field) -> Double? {
        switch Figure.reading(text) {
        case .success(let number): return number
        case .failure(let rule):
            violations.append(Violation(field, text.isEmpty ? .required : .figure(rule)))
            return nil
        }
    }

    mutating func time(_ text: String?) -> ClockTime? {
        guard let text, !text.isEmpty else { return nil }
        if let time = ClockTime(text) { return time }
        violations.append(Violation(.time, .notATime(text)))
        return nil
    }
    mutating func role(_ text: String?) -> Role? { choice(text, .role, Role.init(word:), Speech.words.role) }

    /// Euros, with or without cents: `38000`, `1 200,50`.
    mutating func cents(_ text: String?, _ field: Field) -> Int? {
        guard let text, !text.isEmpty else { return nil }
        let plain = text.filter { !$0.isWhitespace && $0 != "€" }
        let parts = plain.split(whereSeparator: { $0 == "," || $0 == "." }).map(String.init)
        let digits = plain.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
        guard digits, (1...2).contains(parts.count), parts[0].count <= 12, let euros = Int(parts[0]),
            parts.count == 1 || parts[1].count <= 2, let rest = parts.count == 1 ? 0 : Int(parts[1].count == 1 ? parts[1] + "0" : parts[1])
        else {
            violations.append(Violation(field, .notANumber(text)))
            return nil
        }
        return euros * 100 + rest
    }

    /// « Titre | échéance | atteint le ».
    mutating func milestone(_ text: String) -> Milestone {
        let parts = Self.parts(text)
        return Milestone(
            title: parts[0], due: day(parts.count > 1 ? parts[1] : nil, .milestones),
            reachedOn: day(parts.count > 2 ? parts[2] : nil, .milestones))
    }

    /// « Titre | lien », or a link alone.
    mutating func evidence(_ text: String) -> Evidence {
        let parts = Self.parts(text)
        return parts.count > 1 ? Evidence(title: parts[0], link: parts[1]) : Evidence(title: "", link: parts[0])
    }

    /// The field is missing, unless what was typed there is already told to be wrong.
    mutating func require(_ field: Field) {
        guard !violations.contains(where: { $0.field == field }) else { return }
        violations.append(Violation(field, .required))
    }

    mutating func refuse(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }

    private mutating func choice<Value: CaseIterable>(
        _ text: String?, _ field: Field, _ read: (String) -> Value?, _ word: (Value) -> String
    ) -> Value? {
        guard let text, !text.isEmpty else { return nil }
        if let value = read(text) { return value }
        violations.append(Violation(field, .notAChoice(text, among: Value.allCases.map(word))))
        return nil
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: "|", omittingEmptySubsequences: false).map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}
