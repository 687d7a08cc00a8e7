/// What someone types of an action's needs: a few figures for each stage ahead, and what holds for the whole.
import JalonDomain
import JalonStore
import JalonWorkspace

/// The figures of one stage, as typed; `prefix` begins the names of its inputs.
struct StageForm: Sendable, Equatable {
    let key: StageKey
    let prefix: String
    var quarters = ""
    var cost = ""
    var days: [Int: String] = [:]
    /// A direction that is not in the row, and its days.
    var other = ""
    var otherDays = ""

    var quartersID: String { "\(prefix)quarters" }
    var costID: String { "\(prefix)cost" }
    var otherID: String { "\(prefix)other" }
    var otherDaysID: String { "\(prefix)other-days" }
    func daysID(_ direction: Int) -> String { "\(prefix)d\(direction)" }

    /// What was said of it.
    init(_ stage: RemainingStage, _ needs: ActionNeeds, prefix: String = "", _ words: Words) {
        let said = needs.stages[stage.key] ?? StageEstimate()
        key = stage.key
        self.prefix = "\(prefix)\(stage.key.code)-"
        quarters = said.quarters.map { String($0) } ?? ""
        cost = said.cost.map(words.typedMoney) ?? ""
        days = said.effort.mapValues(words.typedDays)
    }

    init(_ key: StageKey, _ form: FormBody, prefix: String = "") {
        self.key = key
        self.prefix = "\(prefix)\(key.code)-"
        let own = form.under(self.prefix)
        quarters = own?["quarters"] ?? ""
        cost = own?["cost"] ?? ""
        other = own?["other"] ?? ""
        otherDays = own?["other-days"] ?? ""
        for (name, _) in own?.fields ?? [] where name.first == "d" {
            guard let direction = Int(name.dropFirst()), let value = own?[name], !value.isEmpty else { continue }
            days[direction] = value
        }
    }

    /// All of it in one text, to know whether it was touched.
    var whole: String {
        let efforts = days.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return ([quarters, cost, other, otherDays] + efforts).joined(separator: "|")
    }

    /// What was understood, and what is to be mended; `about` names the action or nothing.
    func read(_ directions: [Int: String], about: String? = nil, _ words: Words) -> (estimate: StageEstimate, flaws: [Flaw]) {
        var flaws: [Flaw] = []
        var estimate = StageEstimate()
        let stage = [about, words.stage(key)].compactMap { $0 }.joined(separator: ", ")
        func value<Value>(_ result: Result<Value?, TypedFigure.FlawRule>, _ id: String, _ label: String) -> Value? {
            switch result {
            case .success(let value): return value
            case .failure(let failure):
                flaws.append(Flaw(id: id, label: "\(stage), \(label)", rule: failure.rule))
                return nil
            }
        }
        estimate.quarters = value(TypedFigure.quarters(quarters), quartersID, words.field(.quarters))
        estimate.cost = value(TypedFigure.money(cost), costID, words.field(.cost))
        for (direction, text) in days.sorted(by: { $0.key < $1.key }) {
            estimate.effort[direction] = value(TypedFigure.days(text), daysID(direction), directions[direction] ?? "")
        }
        if !other.isEmpty || !otherDays.isEmpty {
            let days = value(TypedFigure.days(otherDays), otherDaysID, words.needsOther)
            if let unit = Int(other) {
                if otherDays.isEmpty { flaws.append(Flaw(id: otherDaysID, label: "\(stage), \(words.needsOther)", rule: .required)) }
                if let days { estimate.effort[unit] = days }
            } else {
                flaws.append(Flaw(id: otherID, label: "\(stage), \(words.needsOther)", rule: .required))
            }
        }
        return (estimate, flaws)
    }
}

/// The needs of one action, as typed.
struct NeedsForm: Sendable {
    var stages: [StageForm]
    var notBefore: String
    var notAfter: String
    var obligation: String
    var isExcluded: Bool
    var reason: String

    init(_ sheet: NeedsSheet, _ words: Words) {
        let needs = sheet.needs
        stages = sheet.remaining.map { StageForm($0, needs, words) }
        notBefore = needs.notBefore?.code ?? ""
        notAfter = needs.notAfter?.code ?? ""
        obligation = needs.obligation?.rawValue ?? ""
        isExcluded = needs.isExcluded
        reason = needs.reason
    }

    init(_ form: FormBody, _ sheet: NeedsSheet) {
        stages = sheet.remaining.map { StageForm($0.key, form) }
        notBefore = form[Field.notBefore.rawValue]
        notAfter = form[Field.notAfter.rawValue]
        obligation = form[Field.obligation.rawValue]
        isExcluded = form.has(Field.excluded.rawValue)
        reason = form[Field.reason.rawValue]
    }

    /// `decides` is for who builds the plan: whether it must, and whether proposals leave it out.
    func edit(_ sheet: NeedsSheet, decides: Bool, _ words: Words) -> (edit: ActionNeedsEdit, flaws: [Flaw]) {
        let names = Dictionary(uniqueKeysWithValues: (sheet.directions + sheet.others).map { ($0.id, $0.name) })
        var flaws: [Flaw] = []
        var edit = ActionNeedsEdit()
        for stage in stages {
            let (estimate, wrong) = stage.read(names, words)
            edit.stages[stage.key] = estimate
            flaws += wrong
        }
        func quarter(_ text: String, _ field: Field) -> Period? {
            guard !text.isEmpty else { return nil }
            if let quarter = Period(.quarter, code: text) { return quarter }
            flaws.append(Flaw(id: field.rawValue, label: words.field(field), rule: .planning(.notAQuarter(text))))
            return nil
        }
        edit.window = .init(notBefore: quarter(notBefore, .notBefore), notAfter: quarter(notAfter, .notAfter))
        if decides { edit.standing = .init(obligation: Obligation(rawValue: obligation), isExcluded: isExcluded, reason: reason) }
        return (edit, flaws)
    }
}

extension Words {
    var needsOther: String { say("Autre direction", "Another unit") }
    var needsSaved: String { say("Les estimations sont enregistrées.", "The estimates are saved.") }
}
