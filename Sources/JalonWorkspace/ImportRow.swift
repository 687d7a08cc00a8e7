/// One row of a table, read into what it says of an action: each cell understood, or not understood and told.
import JalonDomain
import JalonExchange
import JalonStore

struct ImportRow {
    let choices: ImportChoices
    let plan: Plan
    let guide: PlanGuide
    let existing: Action?
    /// The column being read.
    private var name = ""
    private var column = TableColumn.label
    private var value = ""

    private(set) var readAs: [ImportedCell] = []
    private(set) var notUnderstood: [ImportedCell] = []

    private(set) var edit: ActionEdit
    private(set) var start: ActionStart
    private(set) var hasLevel = false
    private(set) var progress: Progress?
    private(set) var percent: Int?
    private(set) var saysPercent = false
    private(set) var startedOn: Day?
    private(set) var doneOn: Day?
    private(set) var baseline: Day?
    private(set) var stage = StageReport()
    private(set) var planned: [EngagementLevel]?
    private(set) var isStopped = false
    private(set) var decision = (by: "", on: Day?.none, meeting: "", reason: "")
    private(set) var note = ""
    /// Those of their own cell, when there is one, and those named beside a pilot.
    private var contributors: [Int]?
    private var besidePilot: [Int] = []

    init(_ choices: ImportChoices, _ plan: Plan, _ guide: PlanGuide, existing: Action?, today: Day) {
        self.choices = choices
        self.plan = plan
        self.guide = guide
        self.existing = existing
        edit = existing.map(ActionEdit.init(of:)) ?? ActionEdit(label: "", identifiedOn: today)
        start = ActionStart(level: choices.level, commitment: nil, then: [])
    }

    /// Reads a cell; an empty one empties what may be empty.
    mutating func read(_ text: String, _ source: ImportedColumn, _ column: TableColumn, _ names: inout ImportNames) {
        (name, self.column, value) = (source.name, column, text)
        var text = text
        if let answer = choices.answers.first(where: { ($0.column ?? column) == column && $0.text.folded == text.folded }) {
            text = answer.meaning
            readAs(text)
        } else if !text.isEmpty, !column.isFreeText, CellWords.saysNothing(text) {
            text = ""
            // « Non estimé » is what the export itself says.
            if ![.difficulty, .impact, .effort].contains(column) { readAs(text) }
        }
        take(text, &names)
    }

    private mutating func take(_ text: String, _ names: inout ImportNames) {
        switch column {
        case .label: edit.label = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .description: edit.description = text
        case .reason: edit.slippageReason = text
        case .axis: edit.axis = axis(text)
        case .practices: edit.practices = practices(text)
        case .pilot: pilot(text, &names)
        case .contributors: contributors = names.resolve(names.pieces(text), preferring: .unit)
        case .perimeter: edit.perimeter = names.resolve(names.pieces(text), preferring: .unit)
        case .level: level(text)
        case .progress: progress = word(text, Words.progress, CellWords.progress)
        case .percent: (percent, saysPercent) = (number(text, outOf: 100), true)
        case .identifiedOn: edit.identifiedOn = day(text, atEnd: false)
        case .implementedOn: edit.implementedOn = day(text, atEnd: false)
        case .plannedStart: edit.plannedStart = day(text, atEnd: false)
        case .forecast: edit.due = day(text, atEnd: true)
        case .baseline: baseline = day(text, atEnd: true)
        case .startedOn: startedOn = day(text, atEnd: false)
        case .doneOn: doneOn = day(text, atEnd: true)
        case .objectives: edit.objectives = CellWords.items(text)
        case .indicators: edit.indicators = CellWords.items(text)
        case .tags: edit.tags = CellWords.items(text, between: ",;")
        case .milestones: edit.milestones = CellWords.items(text, between: ";").map { milestone($0) }
        case .evidence: edit.evidence = CellWords.items(text).compactMap { evidence($0) }
        case .difficulty: edit.difficulty = word(text, Words.difficulty, Difficulty.init(word:))
        case .impact: edit.impact = number(text, outOf: 5)
        case .effort: edit.effort = number(text, outOf: 5)
        case .cost: edit.cost = cents(text)
        case .visibility: edit.visibility = word(text, Words.visibility, Visibility.init(word:)) ?? edit.visibility
        case .commitment: start.commitment = word(text, Words.commitment, Commitment.init(word:))
        case .mobilised: stage.mobilised = text
        case .deliverable: stage.deliverableTitle = text
        case .method: stage.method = text
        case .result: stage.result = text
        case .planned:
            planned = CellWords.items(text, between: ",;").compactMap { word($0, Words.level, CellWords.level) }
            start.then = planned ?? []
        case .closed: closed(text)
        case .decidedBy: decision.by = text
        case .decidedOn: decision.on = day(text, atEnd: true)
        case .meeting: decision.meeting = text
        case .decisionReason: decision.reason = text
        case .note: note = text
        // The number has found the action already; a decision is history, but for the one that stops the action.
        case .number, .outcome, .priority, .direction, .slippage, .lateness, .awaitingDecision: break
        }
    }

    /// What a number in the table is not: a number, that of an action of this plan, or there for the first time.
    mutating func check(_ typed: String, _ source: ImportedColumn, reads number: Int?, already row: Int?) {
        (name, column, value) = (source.name, .number, typed)
        if let row { return refuse(.alreadyOnRow(row)) }
        if number == nil { return refuse(.notANumber(typed)) }
        if existing == nil { readAs("") }
    }

    /// What is to be written, once every cell is read.
    mutating func finish() {
        let own = contributors ?? edit.contributors
        edit.contributors = own + besidePilot.filter { !own.contains($0) && $0 != edit.pilot }
        // Without an axis of its own, an action stands on the axis of its first practice's theme.
        if edit.axis == nil { edit.axis = guide.axis(of: edit.practices) }
    }

    // MARK: What is told of a cell

    private mutating func readAs(_ meaning: String) {
        readAs.append(ImportedCell(name: name, column: column, value: value, sense: .readAs(meaning)))
    }

    private mutating func refuse(_ rule: Rule) {
        notUnderstood.append(ImportedCell(name: name, column: column, value: value, sense: .notUnderstood(rule)))
    }

    // MARK: One value

    private mutating func word<Value: CaseIterable>(
        _ text: String, _ said: (Words) -> (Value) -> String, _ read: (String) -> Value?
    ) -> Value? {
        guard !text.isEmpty else { return nil }
        let folded = text.folded
        let shown = Value.allCases.first { value in Language.allCases.contains { said(Words($0))(value).folded == folded } }
        if let value = shown ?? read(text) { return value }
        refuse(.notAChoice(text, among: Value.allCases.map(said(Words(choices.language)))))
        return nil
    }

    private mutating func level(_ text: String) {
        guard let level = word(text, Words.level, CellWords.level) else { return }
        hasLevel = true
        start.level = level
        if let existing, level != existing.current.level { refuse(.notByTable) }
    }

    private mutating func closed(_ text: String) {
        switch text.folded {
        case "", "inforce", Words(.fr).inForce.folded, Words(.en).inForce.folded: break
        case "stopped", Words(.fr).stopped.folded, Words(.en).stopped.folded: isStopped = true
        default: refuse(.notAChoice(text, among: [Words(choices.language).inForce, Words(choices.language).stopped]))
        }
    }

    private mutating func day(_ text: String, atEnd: Bool) -> Day? {
        guard !text.isEmpty else { return nil }
        guard let read = CellDay(text, atEnd: atEnd) else {
            refuse(.notADay(text))
            return nil
        }
        if !read.isExact { readAs(read.day.iso) }
        return read.day
    }

    private mutating func number(_ text: String, outOf most: Int) -> Int? {
        guard !text.isEmpty else { return nil }
        guard let number = CellWords.number(text, outOf: most) else {
            refuse(.notANumber(text))
            return nil
        }
        return number
    }

    private mutating func cents(_ text: String) -> Int? {
        guard !text.isEmpty else { return nil }
        guard let cents = CellWords.cents(text) else {
            refuse(.notANumber(text))
            return nil
        }
        return cents
    }

    private mutating func axis(_ text: String) -> Int? {
        guard !text.isEmpty else { return nil }
        let found = plan.axis(named: text)
        if found == nil { refuse(.unknown(text)) }
        return found?.number
    }

    /// By their ids, whatever follows them, or by their titles.
    private mutating func practices(_ text: String) -> [String] {
        var ids: [String] = []
        for piece in CellWords.items(text, between: ";,") {
            let folded = piece.folded
            let first = (folded.split { " –:".contains($0) }.first).map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) } ?? ""
            let isKept = existing?.practices.contains(piece) ?? false
            let titled = guide.practices.values.first { practice in
                Language.allCases.contains { practice.title.text($0).folded == folded }
            }
            let id = isKept ? piece : guide.practices[first]?.id ?? titled?.id
            if let id, !ids.contains(id) { ids.append(id) }
            if id == nil { refuse(.unknown(piece)) }
        }
        return ids
    }

    private mutating func pilot(_ text: String, _ names: inout ImportNames) {
        let pieces = names.pieces(text)
        guard pieces.count < 2 || choices.firstPilots else { return refuse(.severalPilots(text)) }
        let kind = column.kind(of: name) ?? choices.newPilots
        edit.pilot = pieces.first.flatMap { names.resolve($0, preferring: kind) }
        let others = names.resolve(Array(pieces.dropFirst()), preferring: kind)
        if let first = pieces.first, !others.isEmpty { readAs(first) }
        besidePilot = others
    }

    /// « Titre, 2026-01-20, → 2026-01-22 », as the export writes it.
    private mutating func milestone(_ text: String) -> Milestone {
        var parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        var milestone = Milestone(title: "", due: nil, reachedOn: nil)
        while parts.count > 1, let last = parts.last {
            let isReached = last.contains("→")
            let words = last.filter { $0 != "→" }.folded
            guard let read = CellDay(words, atEnd: true), isReached ? milestone.reachedOn == nil : milestone.due == nil else { break }
            if !read.isExact { readAs("\(words) = \(read.day.iso)") }
            if isReached { milestone.reachedOn = read.day } else { milestone.due = read.day }
            parts.removeLast()
        }
        milestone.title = CellWords.items(parts.joined(separator: ",")).first ?? ""
        return milestone
    }

    /// « Titre : lien », or a link alone.
    private mutating func evidence(_ text: String) -> Evidence? {
        if isLink(text) { return Evidence(title: text, link: text) }
        guard let place = text.lastIndex(where: \.isWhitespace), case let link = String(text[text.index(after: place)...]), isLink(link)
        else {
            refuse(.notALink(text))
            return nil
        }
        var title = text[..<place]
        while let last = title.last, last.isWhitespace || last == ":" { title.removeLast() }
        return Evidence(title: String(title), link: link)
    }
}

extension TableColumn {
    /// Cells that are taken as they are.
    var isFreeText: Bool {
        switch self {
        case .label, .description, .reason, .mobilised, .deliverable, .method, .result, .decidedBy, .meeting, .decisionReason, .note,
            .objectives, .indicators:
            true
        default: false
        }
    }

    /// What a column's own heading says that its pilots are.
    fileprivate func kind(of heading: String) -> PartyKind? {
        let words = heading.folded
        if words.contains("personne") || words.contains("person") { return .person }
        return words.contains("direction") || words.contains("service") || words.contains("structure") ? .unit : nil
    }
}
