/// What a person types of a committee and of a meeting's day, kept as typed until it is understood.
import JalonDomain

struct CommitteeForm: MergedForm {
    /// Stands for a committee whose dates are chosen one by one.
    static let chosen = "chosen"

    var name: String
    var purpose: String
    var cadence: String
    var from: String
    var place: String
    var time: String
    var length: String
    var read: FormBody?

    static let parts = [
        FormPart(.name), FormPart(.purpose), FormPart(.cadence), FormPart(.from), FormPart(.place), FormPart(.time), FormPart(.length),
    ]

    var pairs: [(name: String, value: String)] {
        [
            ("name", name), ("purpose", purpose), ("cadence", cadence), ("from", from), ("place", place), ("time", time),
            ("length", length),
        ]
    }

    /// As it is read, to compare two of them.
    func answers(_ words: Words) -> [FormAnswer] {
        [
            FormAnswer(.name, name), FormAnswer(.purpose, purpose),
            FormAnswer(.cadence, words.cadenceOrChosen(Cadence(rawValue: cadence))), FormAnswer(.from, from), FormAnswer(.place, place),
            FormAnswer(.time, time), FormAnswer(.length, length),
        ]
    }

    init(_ form: FormBody) {
        name = form["name"]
        purpose = form["purpose"]
        cadence = form["cadence"]
        from = form["from"]
        place = form["place"]
        time = form["time"]
        length = form["length"]
        read = form.under(FormBody.readPrefix)
    }

    init(_ committee: Committee, _ words: Words) {
        name = committee.name
        purpose = committee.purpose
        cadence = committee.cadence?.rawValue ?? Self.chosen
        from = words.typedDay(committee.from)
        place = committee.place
        time = committee.time.map(words.clock) ?? ""
        length = String(committee.length)
        read = FormBody(pairs)
    }

    /// As often as the organisation promised, else every quarter, from the day the plan is at.
    init(of plan: Plan, cadence promised: Cadence?, today: Day, _ words: Words) {
        name = ""
        purpose = ""
        cadence = (promised ?? .quarterly).rawValue
        from = words.typedDay(min(max(today, plan.from), plan.to))
        place = ""
        time = ""
        length = "90"
    }

    func edit() throws(DomainError) -> CommitteeEdit {
        var reader = SteeringReader()
        let rhythm = Cadence(rawValue: cadence)
        if rhythm == nil, cadence != Self.chosen { reader.fail(.cadence, .required) }
        if name.isEmpty { reader.fail(.name, .required) }
        let start = reader.day(from, .from)
        let hour = reader.time(time)
        let minutes = Int(length)
        if minutes == nil { reader.fail(.length, length.isEmpty ? .required : .notANumber(length)) }
        try reader.check()
        guard let start, let minutes else { throw .invalid(.from, .required) }
        return CommitteeEdit(name: name, purpose: purpose, cadence: rhythm, from: start, place: place, time: hour, length: minutes)
    }
}

/// When and where a meeting is, as typed.
struct MeetingForm: Sendable, Equatable {
    var on: String
    var time: String
    var place: String

    init(_ form: FormBody) {
        on = form["on"]
        time = form["time"]
        place = form["place"]
    }

    init(on: Day?, time: ClockTime?, place: String, _ words: Words) {
        self.on = on.map(words.typedDay) ?? ""
        self.time = time.map(words.clock) ?? ""
        self.place = place
    }

    func edit() throws(DomainError) -> MeetingEdit {
        var reader = SteeringReader()
        let day = reader.day(on, .on)
        let hour = reader.time(time)
        try reader.check()
        guard let day else { throw .invalid(.on, .required) }
        return MeetingEdit(on: day, time: hour, place: place)
    }
}

/// Reads days and times; all that is to be mended is said at once.
struct SteeringReader {
    private var violations: [Violation] = []

    func check() throws(DomainError) {
        guard violations.isEmpty else { throw .invalid(violations) }
    }

    mutating func fail(_ field: Field, _ rule: Rule) { violations.append(Violation(field, rule)) }

    /// A day that is required, unless said otherwise.
    mutating func day(_ text: String, _ field: Field, required: Bool = true) -> Day? {
        if let day = Day(text) { return day }
        if !text.isEmpty || required { fail(field, text.isEmpty ? .required : .notADay(text)) }
        return nil
    }

    mutating func time(_ text: String) -> ClockTime? {
        if let time = ClockTime(text) { return time }
        if !text.isEmpty { fail(.time, .notATime(text)) }
        return nil
    }
}
