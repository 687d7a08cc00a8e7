/// Judgements: what people say that actions would bring and ask for, one by one or in a workshop that closes with who took part.
package import JalonDomain
package import JalonStore
import SQL

/// What is said of one action. A criterion that is not named is left alone; one that is named with nothing is no longer estimated.
package struct JudgementInput: Sendable, Equatable {
    package var action: Int
    /// The steps that the form was made from: one that is the same is left alone, and one that someone else changed is a conflict; `nil`
    /// takes the action as it stands.
    package var reading: JudgedSteps?
    package var steps: [JudgedCriterion: Int?]

    package init(action: Int, reading: JudgedSteps?, steps: [JudgedCriterion: Int?]) {
        self.action = action
        self.reading = reading
        self.steps = steps
    }
}

/// What judging gave: how many steps were written, and the workshop when it closed.
package struct Judged: Sendable {
    package let count: Int
    package let workshop: Workshop?
}

package struct WorkshopSheet: Sendable {
    package let plan: Plan
    /// Open actions, by number, as they are judged now.
    package let rows: [RankingRow]
    package let judgements: [Int: [JudgedCriterion: Judgement]]
    /// Those that the filter keeps.
    package let kept: Set<Int>
    package let filter: ActionFilter
    package let workshops: [Workshop]
    /// Judgements that the next closing takes.
    package let waiting: Int
}

extension Workspace {
    package func workshop(of number: Int, _ filter: ActionFilter, _ visitor: Visitor) async throws -> Seen<WorkshopSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            let plan = try scene.plan(number)
            let filter = try scene.following(filter)
            let rows = try scene.rankings.rows(plan: number)
            return WorkshopSheet(
                plan: plan, rows: rows, judgements: try scene.rankings.judgements(plan: number),
                kept: filter == ActionFilter()
                    ? Set(rows.map(\.number)) : try scene.actions.numbers(plan: number, filter, today: scene.today),
                filter: filter, workshops: try scene.rankings.workshops(plan: number),
                waiting: try scene.rankings.waiting(plan: number))
        }
    }

    /// Who said what stands of each action and when, of a whole plan.
    package func judgements(of plan: Int, _ visitor: Visitor) async throws -> Seen<[Int: [JudgedCriterion: Judgement]]> {
        try await look(visitor, needs: .read) { scene in
            _ = try scene.plan(plan)
            let steps = Dictionary(uniqueKeysWithValues: try scene.rankings.rows(plan: plan).map { ($0.number, $0.steps) })
            return try scene.judgements(plan: plan, action: nil, steps)
        }
    }

    /// All or nothing; only what differs is written. With a closing, the workshop closes on what was judged in it.
    package func judge(
        _ inputs: [JudgementInput], of plan: Int, in origin: JudgementOrigin, closing: WorkshopClosing? = nil, as visitor: Visitor
    ) async throws -> Judged {
        try await change(visitor, needs: .editPlan) { scene in
            let standing = try scene.plan(plan)
            try standing.requireOpen()
            try closing?.check(today: scene.today)
            let guide = try PlanGuide(standing, scene)
            let names = try scene.partyNames()
            let judgements = try scene.rankings.judgements(plan: plan)
            var count = 0
            for input in inputs {
                count += try scene.judge(input, in: origin, plan, judgements[input.action] ?? [:], guide, names)
            }
            return Judged(count: count, workshop: try closing.map { try scene.close($0, of: plan) })
        }
    }
}

extension Scene {
    fileprivate func judge(
        _ input: JudgementInput, in origin: JudgementOrigin, _ plan: Int, _ judgements: [JudgedCriterion: Judgement], _ guide: PlanGuide,
        _ names: [Int: String]
    ) throws -> Int {
        let id = ActionID(plan: plan, number: input.action)
        let before = try action(id)
        guard !before.archived else { throw DomainError.invalid(.archived, .actionArchived) }
        let standing = JudgedCriterion.steps(
            impact: before.impact, effort: before.effort, difficulty: before.difficulty, judgements.mapValues(\.step))
        var after = before
        var told: [Change] = []
        var changed: [JudgedCriterion] = []
        for criterion in JudgedCriterion.allCases {
            guard let step = input.steps[criterion], step != standing[criterion] else { continue }
            if let reading = input.reading {
                guard step != reading[criterion] else { continue }
                guard reading[criterion] == standing[criterion] else {
                    throw DomainError.conflict(read: reading[criterion] ?? 0, current: standing[criterion] ?? 0)
                }
            }
            try after.judge(criterion, step)
            changed.append(criterion)
            if criterion == .difficulty || criterion == .cost {
                told.append(
                    Change(
                        field: criterion.field, before: standing[criterion].map(String.init) ?? "", after: step.map(String.init) ?? ""))
            }
            if let step {
                try rankings.save(
                    Judgement(criterion: criterion, step: step, on: today, author: actor.name, origin: origin, workshop: nil), of: id)
            } else {
                try rankings.delete(criterion, of: id)
            }
        }
        guard !changed.isEmpty else { return 0 }
        if after != before {
            try save(&after, insteadOf: before, .judged, guide, names, telling: told)
        } else {
            try journal.write(
                .judged, subject: "action \(id)", plan: plan, action: id.number, version: nil, changes: told, by: actor, at: now)
        }
        return changed.count
    }

    fileprivate func close(_ closing: WorkshopClosing, of plan: Int) throws -> Workshop {
        let waiting = try rankings.waiting(plan: plan)
        guard waiting > 0 else { throw DomainError.invalid(.participants, .nothingJudged) }
        let workshop = Workshop(
            number: (try rankings.workshops(plan: plan).first?.number ?? 0) + 1, on: closing.on, participants: closing.participants,
            judgements: waiting, author: actor.name)
        try rankings.close(workshop, plan: plan, at: now)
        try journal.write(
            .workshopClosed, subject: "workshop \(plan)/\(workshop.number)", plan: plan, action: nil, version: nil,
            changes: [
                Change(field: .on, before: "", after: workshop.on.iso),
                Change(field: .participants, before: "", after: workshop.participants.joined(separator: ", ")),
            ], by: actor, at: now)
        return workshop
    }

    func judgements(of action: Action) throws -> [JudgedCriterion: Judgement] {
        let number = action.id.number
        let judged = try rankings.judgements(plan: action.id.plan, action: number)[number] ?? [:]
        let steps = JudgedCriterion.steps(
            impact: action.impact, effort: action.effort, difficulty: action.difficulty, judged.mapValues(\.step))
        return try judgements(plan: action.id.plan, action: number, [number: steps])[number] ?? [:]
    }

    /// Who said each of these steps and when: a judgement, or what wrote it in the action.
    func judgements(plan: Int, action: Int?, _ steps: [Int: JudgedSteps]) throws -> [Int: [JudgedCriterion: Judgement]] {
        var found = try rankings.judgements(plan: plan, action: action)
        // A judgement that the action has since contradicted no longer stands.
        for (number, judged) in found { found[number] = judged.filter { steps[number]?[$0.key] == $0.value.step } }
        guard steps.contains(where: { number, steps in steps.keys.contains { found[number]?[$0] == nil } }) else { return found }
        for entry in try rankings.written(plan: plan, action: action) {
            for criterion in [JudgedCriterion.impact, .effort, .difficulty] {
                guard let step = steps[entry.action]?[criterion], found[entry.action]?[criterion].map({ $0.origin == .action }) ?? true,
                    let said = entry.changes.first(where: { $0.field == criterion.written })?.after,
                    said == (criterion == .difficulty ? Difficulty(step: step).rawValue : String(step))
                else { continue }
                found[entry.action, default: [:]][criterion] = Judgement(
                    criterion: criterion, step: step, on: Zone(organisation.timeZone).day(of: entry.at), author: entry.author,
                    origin: .action, workshop: nil)
            }
        }
        return found
    }
}

extension JudgedCriterion {
    /// The action's own field that says it.
    fileprivate var written: Field { self == .difficulty ? .difficulty : field }
}
