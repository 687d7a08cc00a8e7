/// One change made to several actions at once: what it does to each of them, and how each gets back what it was.

/// Where a due date goes.
package enum DueMove: Sendable, Equatable {
    case on(Day)
    /// So many days later; earlier when negative.
    case days(Int)
    /// So many months later, on the same day or the last of the month; earlier when negative.
    case months(Int)

    /// `nil` when the calendar does not go that far.
    func day(from due: Day) -> Day? {
        let (year, month, day) = due.civil
        switch self {
        case .on(let day):
            return day
        case .days(let days):
            let moved = (due + days).civil
            return Day(year: moved.year, month: moved.month, day: moved.day)
        case .months(let months):
            let count = year * 12 + month - 1 + months
            return (0...3).lazy.compactMap { Day(year: count / 12, month: count % 12 + 1, day: day - $0) }.first
        }
    }
}

/// What is changed; the rest stays.
package struct BulkChange: Sendable, Equatable {
    package static let mostActions = 500

    package var pilot: Int?
    package var due: DueMove?
    /// Why due dates move, once the plan is validated.
    package var reason = ""
    package var axis: Int?
    package var addedTags: [String] = []
    package var removedTags: [String] = []
    package var visibility: Visibility?
    /// `true` puts the actions away, `false` brings them back.
    package var archived: Bool?

    /// Nothing yet.
    package init() {}

    /// The rules that it breaks by itself, whatever the actions.
    package func check(planValidated: Bool) throws(DomainError) {
        var nothing = BulkChange()
        nothing.reason = reason
        guard self != nothing else { throw .invalid(.pilot, .nothingToChange) }
        var violations: [Violation] = []
        switch due {
        case .days(let days) where !(-3650...3650).contains(days): violations.append(Violation(.due, .outOfRange(-3650, 3650)))
        case .months(let months) where !(-120...120).contains(months): violations.append(Violation(.due, .outOfRange(-120, 120)))
        default: break
        }
        if due != nil, planValidated, reason.isEmpty { violations.append(Violation(.reason, .reasonOfSlippageNeeded)) }
        if (addedTags + [reason]).contains(where: { $0.count > 1000 }) { violations.append(Violation(.tags, .tooLong(max: 1000))) }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

/// What a bulk change can touch of an action, as it stood before or after.
package struct BulkParts: Sendable, Equatable {
    package struct Due: Sendable, Equatable {
        package let baseline: Day?
        package let forecast: Day?
        package let reason: String

        package init(baseline: Day?, forecast: Day?, reason: String) {
            self.baseline = baseline
            self.forecast = forecast
            self.reason = reason
        }
    }

    /// The place in the path of the stage whose pilot and due date these are.
    package let stage: Int
    package let pilot: Int?
    package let due: Due
    package let axis: Int?
    package let visibility: Visibility
    package let tags: [String]
    package let archived: Bool

    package init(stage: Int, pilot: Int?, due: Due, axis: Int?, visibility: Visibility, tags: [String], archived: Bool) {
        self.stage = stage
        self.pilot = pilot
        self.due = due
        self.axis = axis
        self.visibility = visibility
        self.tags = tags
        self.archived = archived
    }

    package init(of action: Action) {
        let stage = action.current
        self.init(
            stage: action.currentIndex, pilot: stage.pilot,
            due: Due(baseline: stage.baseline, forecast: stage.forecast, reason: stage.slippageReason), axis: action.axis,
            visibility: action.visibility, tags: action.tags, archived: action.archived)
    }
}

extension Action {
    /// Under the rules of any edit. An action brought back from the archive may change at once; one put away changes first.
    package mutating func apply(_ change: BulkChange, planValidated: Bool, today: Day) throws(DomainError) {
        if change.archived == false { archived = false }
        var edit = ActionEdit(of: self)
        edit.pilot = change.pilot ?? edit.pilot
        edit.axis = change.axis ?? edit.axis
        edit.visibility = change.visibility ?? edit.visibility
        let removed = Set(change.removedTags.map(\.folded))
        edit.tags.removeAll { removed.contains($0.folded) }
        for tag in change.addedTags where !edit.tags.contains(where: { $0.folded == tag.folded }) { edit.tags.append(tag) }
        if let move = change.due {
            guard !isClosed else { throw .invalid(.due, .actionClosed) }
            edit.due = try moved(move)
            if edit.due != current.forecast { edit.slippageReason = change.reason }
        }
        try apply(edit, planValidated: planValidated, today: today)
        if change.archived == true { archived = true }
    }

    private func moved(_ move: DueMove) throws(DomainError) -> Day {
        if case .on(let day) = move { return day }
        guard let due = current.forecast else { throw .invalid(.due, .noDueToMove) }
        guard let day = move.day(from: due) else { throw .invalid(.due, .notADay("\(due.iso) + …")) }
        return day
    }

    /// Gives back each value that a bulk change replaced, where it still is as that change left it, and the value still exists among the
    /// organisation's `parties` and the plan's `axes`. Answers the fields that it cannot give back.
    package mutating func restore(_ before: BulkParts, from after: BulkParts, parties: Set<Int>, axes: Set<Int>) -> [Field] {
        let now = BulkParts(of: self)
        var left: [Field] = []
        func givesBack<Value: Equatable>(_ field: Field, _ part: KeyPath<BulkParts, Value>, if exists: Bool = true) -> Bool {
            guard before[keyPath: part] != after[keyPath: part] else { return false }
            let isOfStage = field == .pilot || field == .due
            guard exists, now[keyPath: part] == after[keyPath: part], now.archived == after.archived,
                !isOfStage || now.stage == after.stage
            else {
                left.append(field)
                return false
            }
            return true
        }
        if givesBack(.pilot, \.pilot, if: before.pilot.map(parties.contains) ?? true) { path[currentIndex].pilot = before.pilot }
        if givesBack(.due, \.due) {
            path[currentIndex].baseline = before.due.baseline
            path[currentIndex].forecast = before.due.forecast
            path[currentIndex].slippageReason = before.due.reason
        }
        if givesBack(.axis, \.axis, if: before.axis.map(axes.contains) ?? true) { axis = before.axis }
        if givesBack(.visibility, \.visibility) { visibility = before.visibility }
        if givesBack(.tags, \.tags) { tags = before.tags }
        if givesBack(.archived, \.archived) { archived = before.archived }
        return left
    }
}
