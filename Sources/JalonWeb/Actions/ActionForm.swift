/// The sheet of an action as it is typed: raw texts, so that an answer to mend comes back as it was written.
import JalonDomain
import JalonStore
import JalonWorkspace

struct ActionForm: MergedForm {
    struct MilestoneLine: Sendable {
        var title = ""
        var due = ""
        var reached = ""

        var isEmpty: Bool { title.isEmpty && due.isEmpty && reached.isEmpty }
    }

    /// The version that the form was made from; none for a new action.
    var version: Int?
    var label = ""
    var description = ""
    var axis = ""
    var practices: [String] = []
    var pilot = ""
    var contributors: [String] = []
    var perimeter: [String] = []
    var identifiedOn = ""
    var plannedStart = ""
    var due = ""
    var reason = ""
    var implementedOn = ""
    var milestones: [MilestoneLine] = []
    var objectives = ""
    var indicators = ""
    var evidence = ""
    var difficulty = ""
    var impact = ""
    var effort = ""
    var cost = ""
    var visibility = Visibility.public.rawValue
    var tags = ""
    var read: FormBody?
    /// For a new action only.
    var level = EngagementLevel.reflection.rawValue
    var commitment = ""

    /// A new action, identified today.
    init(identifiedOn today: Day, _ words: Words) {
        identifiedOn = words.typedDay(today)
    }

    /// What is proposed for a new action.
    init(of input: ActionInput, _ words: Words) {
        func day(_ day: Day?) -> String { day.map(words.typedDay) ?? "" }
        let edit = input.edit
        label = edit.label
        description = edit.description
        axis = edit.axis.map(String.init) ?? ""
        practices = edit.practices
        pilot = input.pilot
        contributors = input.contributors
        perimeter = input.perimeter
        identifiedOn = day(edit.identifiedOn)
        plannedStart = day(edit.plannedStart)
        due = day(edit.due)
        implementedOn = day(edit.implementedOn)
        milestones = edit.milestones.map { MilestoneLine(title: $0.title, due: day($0.due), reached: day($0.reachedOn)) }
        objectives = edit.objectives.joined(separator: "\n")
        indicators = edit.indicators.joined(separator: "\n")
        evidence = edit.evidence.map { $0.title == $0.link ? $0.link : "\($0.title) | \($0.link)" }.joined(separator: "\n")
        difficulty = edit.difficulty?.rawValue ?? ""
        impact = edit.impact.map(String.init) ?? ""
        effort = edit.effort.map(String.init) ?? ""
        cost = edit.cost.map(words.typedMoney) ?? ""
        visibility = edit.visibility.rawValue
        tags = edit.tags.joined(separator: ", ")
    }

    /// What an action says today.
    init(of action: Action, names: [Int: String], _ words: Words) {
        self.init(of: ActionInput(of: action, names: names), words)
        version = action.version
        level = action.current.level.rawValue
        commitment = action.current.commitment?.rawValue ?? ""
        read = FormBody(pairs)
    }

    /// What was typed.
    init(_ form: FormBody) {
        func several(_ name: String) -> [String] { form.all(name).filter { !$0.isEmpty } }
        version = Int(form["version"])
        label = form[Field.label.rawValue]
        description = form[Field.description.rawValue]
        axis = form[Field.axis.rawValue]
        practices = several(Field.practices.rawValue).flatMap { typedPieces($0) { $0 == "," || $0 == ";" || $0.isWhitespace } }
        pilot = form[Field.pilot.rawValue]
        contributors = several(Field.contributors.rawValue)
        perimeter = several(Field.perimeter.rawValue)
        identifiedOn = form[Field.identifiedOn.rawValue]
        plannedStart = form[Field.plannedStart.rawValue]
        due = form[Field.due.rawValue]
        reason = form[Field.reason.rawValue]
        implementedOn = form[Field.implementedOn.rawValue]
        let dues = form.all("milestoneDue")
        let reached = form.all("milestoneReached")
        milestones = form.all(Field.milestones.rawValue).enumerated().map { index, title in
            MilestoneLine(
                title: title, due: index < dues.count ? dues[index] : "", reached: index < reached.count ? reached[index] : "")
        }.filter { !$0.isEmpty }
        objectives = form.lines(Field.objectives.rawValue).joined(separator: "\n")
        indicators = form.lines(Field.indicators.rawValue).joined(separator: "\n")
        evidence = form.lines(Field.evidence.rawValue).joined(separator: "\n")
        difficulty = form[Field.difficulty.rawValue]
        impact = form[Field.impact.rawValue]
        effort = form[Field.effort.rawValue]
        cost = form[Field.cost.rawValue]
        visibility = form[Field.visibility.rawValue]
        tags = form[Field.tags.rawValue]
        level = form[Field.level.rawValue]
        commitment = form[Field.commitment.rawValue]
        read = form.under(FormBody.readPrefix)
    }

    static let milestoneNames = [Field.milestones.rawValue, "milestoneDue", "milestoneReached"]

    static let parts: [FormPart] = [
        FormPart(.label), FormPart(.description), FormPart(.axis), FormPart(.practices, .values), FormPart(.pilot),
        FormPart(.contributors, .values), FormPart(.perimeter, .values), FormPart(.identifiedOn), FormPart(.plannedStart), FormPart(.due),
        FormPart(.reason), FormPart(.implementedOn), FormPart(.milestones, .values, names: milestoneNames), FormPart(.objectives, .lines),
        FormPart(.indicators, .lines), FormPart(.evidence, .lines), FormPart(.difficulty), FormPart(.impact), FormPart(.effort),
        FormPart(.cost), FormPart(.visibility), FormPart(.tags, .commas),
    ]

    var pairs: [(name: String, value: String)] {
        let single: [(Field, String)] = [
            (.label, label), (.description, description), (.axis, axis), (.pilot, pilot), (.identifiedOn, identifiedOn),
            (.plannedStart, plannedStart), (.due, due), (.reason, reason), (.implementedOn, implementedOn), (.objectives, objectives),
            (.indicators, indicators), (.evidence, evidence), (.difficulty, difficulty), (.impact, impact), (.effort, effort),
            (.cost, cost), (.visibility, visibility), (.tags, tags),
        ]
        // A list without an element is still an answer.
        let several = [(Field.practices, practices), (.contributors, contributors), (.perimeter, perimeter)].flatMap { field, values in
            (values.isEmpty ? [""] : values).map { (name: field.rawValue, value: $0) }
        }
        let lines = milestones.isEmpty ? [MilestoneLine()] : milestones
        let rows = lines.flatMap { line in
            zip(Self.milestoneNames, [line.title, line.due, line.reached]).map { (name: $0, value: $1) }
        }
        return single.map { (name: $0.rawValue, value: $1) } + several + rows
    }

    // MARK: What it means

    /// The sheet, or every answer that cannot be read.
    func input() throws -> ActionInput {
        var reader = ActionFormReader()
        let input = read(&reader)
        try reader.require(and: input.edit.violations())
        return input
    }

    /// The same, with how the action starts.
    func new() throws -> NewAction {
        var reader = ActionFormReader()
        let input = read(&reader)
        let start = ActionStart(
            level: reader.required(level, .level, else: .reflection), commitment: reader.choice(commitment, .commitment), then: [])
        try reader.require(and: input.edit.violations())
        return NewAction(input: input, start: start)
    }

    private func read(_ reader: inout ActionFormReader) -> ActionInput {
        func lines(_ text: String) -> [String] { typedPieces(text) { $0 == "\n" } }
        // The fallback never shows: a day of identification is not required.
        var edit = ActionEdit(label: label, identifiedOn: Day(ordinal: 0))
        edit.description = description
        edit.axis = reader.number(axis, .axis)
        edit.practices = practices
        edit.identifiedOn = reader.day(identifiedOn, .identifiedOn)
        edit.plannedStart = reader.day(plannedStart, .plannedStart)
        edit.due = reader.day(due, .due)
        edit.slippageReason = reason
        edit.implementedOn = reader.day(implementedOn, .implementedOn)
        edit.milestones = milestones.map {
            Milestone(title: $0.title, due: reader.day($0.due, .milestones), reachedOn: reader.day($0.reached, .milestones))
        }
        edit.objectives = lines(objectives)
        edit.indicators = lines(indicators)
        edit.evidence = lines(evidence).compactMap { Self.evidence($0, &reader) }
        edit.difficulty = reader.choice(difficulty, .difficulty)
        edit.impact = reader.number(impact, .impact)
        edit.effort = reader.number(effort, .effort)
        edit.cost = reader.money(cost, .cost)
        edit.visibility = reader.required(visibility, .visibility, else: .internal)
        edit.tags = typedPieces(tags) { $0 == "," || $0 == ";" }
        return ActionInput(edit: edit, pilot: pilot, contributors: contributors, perimeter: perimeter)
    }

    /// « Bilan de l’essai | https://… », or a link alone.
    private static func evidence(_ line: String, _ reader: inout ActionFormReader) -> Evidence? {
        guard let bar = line.lastIndex(of: "|") else {
            if isLink(line) { return Evidence(title: line, link: line) }
            reader.fail(.evidence, .notALink(line))
            return nil
        }
        let link = typedPieces(String(line[line.index(after: bar)...])) { _ in false }.first ?? ""
        guard isLink(link) else {
            reader.fail(.evidence, .notALink(link))
            return nil
        }
        return Evidence(title: typedPieces(String(line[..<bar])) { _ in false }.first ?? link, link: link)
    }

    // MARK: As it is read, to compare two of them

    func answers(_ desk: ActionDesk, _ words: Words) -> [FormAnswer] {
        [
            FormAnswer(.label, label), FormAnswer(.description, description),
            FormAnswer(.axis, desk.plan.axes.first { String($0.number) == axis }?.title ?? axis),
            FormAnswer(.practices, practices.joined(separator: ", ")),
            FormAnswer(.pilot, pilot), FormAnswer(.contributors, contributors.joined(separator: ", ")),
            FormAnswer(.perimeter, perimeter.joined(separator: ", ")), FormAnswer(.identifiedOn, identifiedOn),
            FormAnswer(.plannedStart, plannedStart), FormAnswer(.due, due, told: [.forecast, .baseline]),
            FormAnswer(.reason, reason), FormAnswer(.implementedOn, implementedOn),
            FormAnswer(
                .milestones,
                milestones.map { [$0.title, $0.due, $0.reached].filter { !$0.isEmpty }.joined(separator: ", ") }.joined(separator: "\n")),
            FormAnswer(.objectives, objectives), FormAnswer(.indicators, indicators), FormAnswer(.evidence, evidence),
            FormAnswer(.difficulty, Difficulty(rawValue: difficulty).map(words.difficulty) ?? difficulty),
            FormAnswer(.impact, impact), FormAnswer(.effort, effort), FormAnswer(.cost, cost),
            FormAnswer(.visibility, Visibility(rawValue: visibility).map(words.visibility) ?? visibility),
            FormAnswer(.tags, tags),
        ]
    }
}

extension Words {
    /// An amount as a form wants it: « 38000 », « 38000,50 ».
    func typedMoney(_ cents: Int) -> String {
        let rest = cents % 100
        return "\(cents / 100)" + (rest == 0 ? "" : say(",", ".") + (rest < 10 ? "0" : "") + "\(rest)")
    }
}
