/// The life of actions as things: duplicate, split, merge; their milestones and notes one by one.
package import JalonDomain
import JalonStore
import SQL

/// A part that an action is split into, as typed: its pilot by name.
package struct PartInput: Sendable, Equatable {
    package var part: ActionPart
    package var pilot: String

    package init(part: ActionPart, pilot: String) {
        self.part = part
        self.pilot = pilot
    }
}

/// How several actions become one: whose answer each field takes, why a due date moves, and the version that was read of each.
package struct MergeInput: Sendable, Equatable {
    package var others: [ActionID]
    package var choices: [Field: Int]
    package var reason: String
    package var reading: [Int: Int]

    package init(others: [ActionID], choices: [Field: Int], reason: String, reading: [Int: Int]) {
        self.others = others
        self.choices = choices
        self.reason = reason
        self.reading = reading
    }

    /// More are merged in several times.
    package static let most = 10
}

extension Workspace {
    /// A new action that promises the same anew; the one it is made of does not change.
    package func duplicate(_ id: ActionID, label: String, as visitor: Visitor) async throws -> Changed {
        try await change(visitor, needs: .editPlan) { scene in
            let life = try ActionLifeScene(id, scene)
            let number = try scene.actions.nextNumber(plan: id.plan)
            let copy = try life.action.duplicated(as: ActionID(plan: id.plan, number: number), label: label, today: scene.today)
            try life.add(copy)
            try scene.journal(.duplicated, on: id, Change(field: .actions, before: "", after: "\(copy.id.number) \(copy.label)"))
            return Changed(action: copy, created: [])
        }
    }

    /// `reading` is the version that was read; `nil` takes the action as it stands. Answers the parts, then the parties made known.
    package func split(
        _ id: ActionID, reading: Int?, into parts: [PartInput], staysOpen: Bool, as visitor: Visitor
    ) async throws -> (parts: [Action], created: [Party]) {
        try await change(visitor, needs: .editPlan) { scene in
            let life = try ActionLifeScene(id, scene)
            try life.action.requireRead(reading)
            var names = PartyNames(scene)
            let typed = try parts.map { input in
                var part = input.part
                part.pilot = try names.resolve(input.pilot, preferring: .position)
                return part
            }
            var original = life.action
            let made = try original.split(
                into: typed, numberedFrom: try scene.actions.nextNumber(plan: id.plan), staysOpen: staysOpen, today: scene.today)
            for part in made {
                try life.add(part)
                try scene.links.insert(ActionLink(.splitFrom, from: part.id.number, to: id.number), plan: id.plan)
            }
            let told = made.map { LinkTold($0, .splitFrom, isOwn: false) }
            try life.save(original, .split, told)
            return (made, names.created)
        }
    }

    /// The others are archived, linked to the one that took them in; what was linked to them is linked to it.
    package func merge(_ id: ActionID, _ input: MergeInput, as visitor: Visitor) async throws -> Changed {
        try await change(visitor, needs: .editPlan) { scene in
            let life = try ActionLifeScene(id, scene)
            guard input.others.count <= MergeInput.most else { throw DomainError.invalid(.actions, .outOfRange(1, MergeInput.most)) }
            guard Set(input.others).count == input.others.count else { throw DomainError.invalid(.actions, .itself) }
            // Before anything is looked for: a merge across plans is refused as such.
            guard input.others.allSatisfy({ $0.plan == id.plan }) else { throw DomainError.invalid(.actions, .otherPlan) }
            let others = try input.others.map { other in
                guard let found = try scene.actions.find(other) else {
                    throw DomainError.invalid(.actions, .unknown(String(other.number)))
                }
                return found
            }
            for action in [life.action] + others { try action.requireRead(input.reading[action.id.number]) }
            var whole = life.action
            try whole.merge(
                others, taking: input.choices, reason: input.reason, planValidated: life.plan.hasBeenValidated, today: scene.today)
            try scene.moveLinks(from: others, to: life.action)
            try scene.moveIndicators(from: others, to: life.action)
            try scene.moveGains(from: others, to: life.action)
            try life.save(whole, .merged, others.map { LinkTold($0, .mergedInto, isOwn: false) })
            for var other in others {
                other.archived = true
                try life.save(other, .merged, [LinkTold(whole, .mergedInto, isOwn: true)])
                try scene.links.insert(ActionLink(.mergedInto, from: other.id.number, to: id.number), plan: id.plan)
            }
            return Changed(action: try scene.action(id), created: [])
        }
    }

    /// `was` is the milestone that was read, nothing to add one; `new` is nothing to remove it. A pilot keeps those of own actions.
    package func setMilestone(_ id: ActionID, _ was: Milestone?, to new: Milestone?, as visitor: Visitor) async throws -> Changed {
        try await change(visitor, needs: .reportOnOwn) { scene in
            let life = try ActionLifeScene(id, scene)
            try scene.actor.requireReport(onPilot: life.action.pilot)
            var action = life.action
            try action.setMilestone(was, to: new, today: scene.today)
            guard action != life.action else { return Changed(action: action, created: []) }
            try life.save(action, .edited)
            return Changed(action: try scene.action(id), created: [])
        }
    }

    /// A note and the day that it tells of, today unless said; a pilot writes on own actions.
    package func addNote(_ words: String, about day: Day?, on id: ActionID, as visitor: Visitor) async throws {
        try await change(visitor, needs: .reportOnOwn) { scene in
            let action = try ActionLifeScene(id, scene).action
            try scene.actor.requireReport(onPilot: action.pilot)
            guard !action.archived else { throw DomainError.invalid(.archived, .actionArchived) }
            guard !words.isEmpty else { throw DomainError.invalid(.note, .required) }
            guard words.count <= 10_000 else { throw DomainError.invalid(.note, .tooLong(max: 10_000)) }
            if let day, day > scene.today { throw DomainError.invalid(.on, .inTheFuture) }
            try scene.note(words, about: day ?? scene.today, on: id)
        }
    }
}

/// One open plan and one of its actions, to be changed together with others.
private struct ActionLifeScene {
    let scene: Scene
    let plan: Plan
    let guide: PlanGuide
    let action: Action

    init(_ id: ActionID, _ scene: Scene) throws {
        self.scene = scene
        plan = try scene.plan(id.plan)
        action = try scene.action(id)
        try plan.requireOpen()
        guide = try PlanGuide(plan, scene)
    }

    func add(_ action: Action) throws {
        let known = try scene.partyNames()
        try scene.actions.insert(action, summary: guide.summary(of: action, known, at: scene.now))
        try scene.journal(.created, action, changes(from: [:], to: ActionFields.of(action, guide, known)))
    }

    /// As the version after the one that stands, with what changed and what is now linked.
    func save(_ changed: Action, _ verb: JournalVerb, _ links: [LinkTold] = []) throws {
        let known = try scene.partyNames()
        let before = try scene.action(changed.id)
        var after = changed
        after.version += 1
        guard try scene.actions.save(after, summary: guide.summary(of: after, known, at: scene.now)) else {
            throw DomainError.conflict(read: changed.version, current: before.version)
        }
        let linked = links.isEmpty ? [] : [Change(field: .links, before: "", after: links.map(\.text).joined(separator: "\n"))]
        try scene.journal(
            verb, after, changes(from: ActionFields.of(before, guide, known), to: ActionFields.of(after, guide, known)) + linked)
    }
}

extension Action {
    fileprivate func requireRead(_ reading: Int?) throws {
        if let reading, reading != version { throw DomainError.conflict(read: reading, current: version) }
    }
}
