/// The life of actions as things: one made again, one made into several, several made into one; and their milestones one by one.

/// A part that an action is split into: how it is called, who carries it, what it takes along.
package struct ActionPart: Sendable, Equatable {
    package var label: String
    /// The action's own pilot when nobody else is named.
    package var pilot: Int?
    package var practices: [String] = []
    package var objectives: [String] = []
    package var indicators: [String] = []
    package var milestones: [Milestone] = []

    package init(label: String, pilot: Int?) {
        self.label = label
        self.pilot = pilot
    }
}

extension Action {
    /// The same promise, to be kept again: its path starts at its first level with nothing done, decided or proven. Dates stay while they
    /// are ahead and promised for that first level.
    package func duplicated(as id: ActionID, label: String, today: Day) throws(DomainError) -> Action {
        func ahead(_ day: Day?) -> Day? { day.flatMap { $0 < today ? nil : $0 } }
        var edit = fresh(label)
        edit.identifiedOn = today
        edit.plannedStart = currentIndex == 0 ? ahead(current.plannedStart) : nil
        edit.due = currentIndex == 0 ? ahead(current.forecast) : nil
        edit.milestones = milestones.map { Milestone(title: $0.title, due: ahead($0.due), reachedOn: nil) }
        // A prolongation or a step back is not promised anew: levels only rise.
        var levels: [EngagementLevel] = []
        for stage in path where levels.last.map({ $0 < stage.level }) ?? true { levels.append(stage.level) }
        let start = ActionStart(level: path[0].level, commitment: path[0].commitment, then: Array(levels.dropFirst()))
        var copy = try Action.create(id, edit, start: start, today: today)
        copy.path[0].perimeter = path[0].perimeter
        return copy
    }

    /// Makes new actions of what it still has to do, each from its current level with the dates that stand; what they take leaves it, when
    /// it stays, and else it is archived whole. What it cost and weighed is to be estimated again.
    package mutating func split(
        into parts: [ActionPart], numberedFrom next: Int, staysOpen: Bool, today: Day
    ) throws(DomainError) -> [Action] {
        try requireNotArchived()
        guard !isClosed else { throw .invalid(.path, .actionClosed) }
        guard parts.count >= (staysOpen ? 1 : 2) else { throw .invalid(.parts, .twoPartsNeeded) }
        var made: [Action] = []
        for (place, part) in parts.enumerated() {
            for practice in part.practices where !practices.contains(practice) {
                throw .invalid(.practices, .unknown(practice))
            }
            var edit = fresh(part.label)
            edit.pilot = part.pilot ?? pilot
            edit.practices = part.practices
            edit.objectives = part.objectives
            edit.indicators = part.indicators
            edit.milestones = part.milestones
            edit.implementedOn = current.commitment == nil ? nil : implementedOn
            (edit.impact, edit.effort, edit.cost) = (nil, nil, nil)
            let start = ActionStart(level: current.level, commitment: current.commitment, then: [])
            var action = try Action.create(ActionID(plan: id.plan, number: next + place), edit, start: start, today: today)
            action.path[0].perimeter = current.perimeter
            (action.path[0].plannedStart, action.path[0].baseline) = (current.plannedStart, current.baseline)
            (action.path[0].forecast, action.path[0].slippageReason) = (current.forecast, current.slippageReason)
            action.path += path[(currentIndex + 1)...]
            made.append(action)
        }
        if staysOpen {
            practices.removeAll { gone in parts.contains { $0.practices.contains(gone) } }
            objectives.removeAll { gone in parts.contains { $0.objectives.contains(gone) } }
            indicators.removeAll { gone in parts.contains { $0.indicators.contains(gone) } }
            milestones.removeAll { gone in parts.contains { $0.milestones.contains(gone) } }
        } else {
            archived = true
        }
        return made
    }

    /// What two actions to be merged may say differently, where one of them is to be chosen; the rest is put together.
    package static let chosenWhenMerged: [Field] = [
        .label, .description, .axis, .pilot, .plannedStart, .due, .difficulty, .impact, .effort, .cost, .visibility,
    ]

    /// Takes others in: `choices` says by its number whose answer a field takes, its own unless said. Its path stays; a due date taken
    /// elsewhere moves by the usual rule, with its reason.
    package mutating func merge(
        _ others: [Action], taking choices: [Field: Int], reason: String, planValidated: Bool, today: Day
    ) throws(DomainError) {
        try requireNotArchived()
        guard !others.isEmpty else { throw .invalid(.actions, .emptySelection) }
        for other in others {
            guard other.id != id else { throw .invalid(.actions, .itself) }
            guard other.id.plan == id.plan else { throw .invalid(.actions, .otherPlan) }
            guard !other.archived else { throw .invalid(.actions, .actionArchived) }
        }
        var edit = ActionEdit(of: self)
        edit.slippageReason = reason
        for (field, number) in choices {
            guard Self.chosenWhenMerged.contains(field), let chosen = ([self] + others).first(where: { $0.id.number == number }) else {
                throw .invalid(field, .unknown(String(number)))
            }
            edit.take(field, from: ActionEdit(of: chosen))
        }
        for other in others {
            edit.practices += other.practices.filter { !edit.practices.contains($0) }
            edit.contributors += other.contributors.filter { !edit.contributors.contains($0) }
            // Without a perimeter an action concerns everyone: put together, it still does.
            edit.perimeter =
                edit.perimeter.isEmpty || other.perimeter.isEmpty
                ? [] : edit.perimeter + other.perimeter.filter { !edit.perimeter.contains($0) }
            edit.objectives += other.objectives.filter { !edit.objectives.contains($0) }
            edit.indicators += other.indicators.filter { !edit.indicators.contains($0) }
            edit.milestones += other.milestones.filter { !edit.milestones.contains($0) }
            edit.evidence += other.evidence.filter { !edit.evidence.contains($0) }
            edit.tags += other.tags.filter { !edit.tags.contains($0) }
        }
        try apply(edit, planValidated: planValidated, today: today)
    }

    /// Adds a milestone (`was` is nothing), changes or removes (`new` is nothing) the one that was read.
    package mutating func setMilestone(_ was: Milestone?, to new: Milestone?, today: Day) throws(DomainError) {
        try requireNotArchived()
        if let new {
            if new.title.isEmpty { throw .invalid(.milestones, .required) }
            if new.title.count > 1000 { throw .invalid(.milestones, .tooLong(max: 1000)) }
            if let day = new.reachedOn, day > today { throw .invalid(.milestones, .inTheFuture) }
        }
        guard let was else {
            if let new { milestones.append(new) }
            return
        }
        // Found by what was read of it: whatever else changed in the action does not matter.
        guard let index = milestones.firstIndex(of: was) else { throw .conflict(read: version, current: version) }
        if let new { milestones[index] = new } else { milestones.remove(at: index) }
    }

    /// What it says, as of an action that nothing has happened to yet.
    private func fresh(_ label: String) -> ActionEdit {
        var edit = ActionEdit(of: self)
        edit.label = label
        edit.slippageReason = ""
        edit.implementedOn = nil
        edit.evidence = []
        return edit
    }
}

extension ActionEdit {
    fileprivate mutating func take(_ field: Field, from other: ActionEdit) {
        switch field {
        case .label: label = other.label
        case .description: description = other.description
        case .axis: axis = other.axis
        case .pilot: pilot = other.pilot
        case .plannedStart: plannedStart = other.plannedStart
        case .due: due = other.due
        case .difficulty: difficulty = other.difficulty
        case .impact: impact = other.impact
        case .effort: effort = other.effort
        case .cost: cost = other.cost
        case .visibility: visibility = other.visibility
        default: break
        }
    }
}
