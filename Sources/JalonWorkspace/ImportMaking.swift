/// The action that a row gives: added or edited, reported on, planned, by the verbs that people use and under the same rules.
import JalonDomain

extension ImportRow {
    /// `id` is that of a new action.
    func action(_ id: ActionID, planValidated: Bool, today: Day) throws(DomainError) -> Action {
        var action = try described(id, planValidated: planValidated, today: today)
        for report in reports(on: action) { try action.report(report, planValidated: planValidated, today: today) }
        // The day it came in force is a rule of what is done: it comes last.
        if let since = edit.implementedOn, since != action.implementedOn {
            var dated = ActionEdit(of: action)
            dated.implementedOn = since
            try action.apply(dated, planValidated: planValidated, today: today)
        }
        try plan(&action, planValidated: planValidated)
        try stop(&action, planValidated: planValidated, today: today)
        return action
    }

    private func described(_ id: ActionID, planValidated: Bool, today: Day) throws(DomainError) -> Action {
        var edit = edit
        guard var action = existing else {
            if start.commitment == nil { edit.implementedOn = nil }
            // What was promised first, where the plan keeps its promises.
            if planValidated, let baseline { edit.due = baseline }
            return try .create(id, edit, start: start, today: today)
        }
        if !action.isInForce, action.current.commitment == nil { edit.implementedOn = action.implementedOn }
        try action.apply(edit, planValidated: planValidated, today: today)
        return action
    }

    /// What the row says of the current stage that it does not say yet: its texts, then its steps.
    private func reports(on action: Action) -> [StageReport] {
        let current = action.current
        var texts = StageReport()
        func new(_ text: String?, _ now: String) -> String? { text == now ? nil : text }
        texts.mobilised = new(stage.mobilised, current.mobilised)
        texts.deliverableTitle = new(stage.deliverableTitle, current.deliverable.title)
        texts.method = new(stage.method, current.deliverable.method)
        texts.result = new(stage.result, current.deliverable.result)
        if existing != nil, start.commitment != current.commitment { texts.commitment = start.commitment }
        if edit.due != current.forecast || (existing == nil && !edit.slippageReason.isEmpty) {
            texts.forecast = edit.due
            texts.slippageReason = edit.slippageReason
        }
        var all = texts == StageReport() ? [] : [texts]
        let progress = progress ?? current.progress
        let moves = saysPercent && progress == .inProgress && percent != current.percent
        guard progress != current.progress || moves else { return all }
        var step = StageReport()
        if progress == .done, current.progress == .toDo, let startedOn {
            step.progress = .inProgress
            step.on = startedOn
            all.append(step)
        }
        step.progress = progress
        step.percent = progress == .inProgress ? percent : nil
        step.on = progress == .done ? doneOn ?? (current.level == .implementation ? edit.implementedOn : nil) : startedOn
        all.append(step)
        return all
    }

    private func plan(_ action: inout Action, planValidated: Bool) throws(DomainError) {
        guard let planned, existing != nil else { return }
        var known = action.path.filter { $0.phase == .planned }
        guard planned != known.map(\.level) else { return }
        let stages = planned.map { level in
            known.firstIndex { $0.level == level }.map { known.remove(at: $0) }
                ?? .opening(level, phase: .planned, pilot: action.pilot, plannedStart: nil, due: nil, perimeter: [], commitment: nil)
        }
        try action.plan(stages, reason: edit.slippageReason, planValidated: planValidated)
    }

    private func stop(_ action: inout Action, planValidated: Bool, today: Day) throws(DomainError) {
        guard isStopped, !action.isStopped else { return }
        let decision = Decision(
            outcome: .stop, by: decision.by, on: decision.on ?? today, meeting: decision.meeting, reason: decision.reason)
        try action.decide(
            DecisionEdit(decision: decision, perimeter: [], pilot: nil, plannedStart: nil, due: nil), planValidated: planValidated,
            today: today)
    }

    /// What the row says and the action does not.
    func unkept(by action: Action) -> [Violation] {
        let current = action.current
        let rule: Rule = existing == nil ? .contradicts(.progress) : .notByTable
        var found: [Violation] = []
        if let startedOn, startedOn != current.startedOn { found.append(Violation(.startedOn, rule)) }
        if let doneOn, doneOn != current.doneOn { found.append(Violation(.doneOn, rule)) }
        // « Fini, 100 % » says the same twice.
        let full = current.progress == .done ? 100 : current.progress == .toDo ? 0 : percent
        if let percent, percent != full { found.append(Violation(.percent, .percentOnlyInProgress)) }
        return found
    }
}

extension Action {
    /// With the ids that parties were given when they were written.
    func withParties(_ ids: [Int: Int]) -> Action {
        func written(_ id: Int) -> Int { ids[id] ?? id }
        var action = self
        action.contributors = contributors.map(written)
        action.perimeter = perimeter.map(written)
        for index in path.indices {
            action.path[index].pilot = path[index].pilot.map(written)
            action.path[index].perimeter = path[index].perimeter.map(written)
        }
        return action
    }
}
