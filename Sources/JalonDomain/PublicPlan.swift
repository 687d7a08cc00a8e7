/// What the public reads of a plan: the commitments of a validated version, with progress as of a day. No person is in it: whoever carries
/// an action is there as a position or a unit.

/// What a publication may say of actions beyond their label, axis, level and progress.
package enum PublicField: String, CaseIterable, Codable, Sendable {
    case description, practices, pilot, perimeter, due, objectives, indicators, milestones, implementedOn, decision
    case percent, reason, evidence, difficulty, impact, effort, cost, tags

    /// What is said unless chosen otherwise: nothing that was written for colleagues alone.
    package static let usual: Set<PublicField> = [
        .description, .practices, .pilot, .perimeter, .due, .objectives, .indicators, .milestones, .implementedOn, .decision,
    ]

    package var field: Field {
        switch self {
        case .description: .description
        case .practices: .practices
        case .pilot: .pilot
        case .perimeter: .perimeter
        case .due: .due
        case .objectives: .objectives
        case .indicators: .indicators
        case .milestones: .milestones
        case .implementedOn: .implementedOn
        case .decision: .outcome
        case .percent: .percent
        case .reason: .reason
        case .evidence: .evidence
        case .difficulty: .difficulty
        case .impact: .impact
        case .effort: .effort
        case .cost: .cost
        case .tags: .tags
        }
    }
}

/// A study or an experiment, by its action and its place in the path.
package struct LessonKey: Hashable, Comparable, Codable, Sendable {
    package let action: Int
    package let stage: Int

    package init(action: Int, stage: Int) {
        self.action = action
        self.stage = stage
    }

    package static func < (left: Self, right: Self) -> Bool { (left.action, left.stage) < (right.action, right.stage) }
}

/// What a plan's publication says, as chosen.
package struct PublicationChoice: Sendable, Equatable {
    /// Grows by one with every change; 0 before the first.
    package var version: Int
    package var fields: Set<PublicField>
    package var lessons: Set<LessonKey>

    package init(version: Int, fields: Set<PublicField>, lessons: Set<LessonKey>) {
        self.version = version
        self.fields = fields
        self.lessons = lessons
    }

    package static let usual = PublicationChoice(version: 0, fields: PublicField.usual, lessons: [])
}

package struct PublicAction: Sendable, Equatable, Codable {
    /// What became of it, where its progress alone does not say.
    package enum Standing: String, Codable, Sendable { case inForce, stopped, withdrawn }

    package let number: Int
    package let label: String
    package let axis: Int?
    package let level: EngagementLevel
    package let progress: Progress
    package let percent: Int?
    package let standing: Standing?
    package let description: String?
    package let practices: [String]?
    package let pilot: String?
    package let perimeter: [String]?
    package let due: Day?
    package let reason: String?
    package let objectives: [String]?
    package let indicators: [String]?
    /// What measures it, with what was promised.
    package let promises: [FrozenIndicator]?
    package let milestones: [Milestone]?
    package let implementedOn: Day?
    package let outcome: Outcome?
    package let decidedOn: Day?
    package let evidence: [Evidence]?
    package let difficulty: Difficulty?
    package let impact: Int?
    package let effort: Int?
    /// In cents of euro.
    package let cost: Int?
    package let tags: [String]?

    /// `committed` is the action as it was validated, `now` as it is on the day of the publication.
    init(_ committed: FrozenAction, now: FrozenAction, saying fields: Set<PublicField>) {
        func said<Value>(_ field: PublicField, _ value: Value?) -> Value? { fields.contains(field) ? value : nil }
        func list<Item>(_ field: PublicField, _ items: [Item]) -> [Item]? { items.isEmpty ? nil : said(field, items) }
        func text(_ field: PublicField, _ text: String) -> String? { text.isEmpty ? nil : said(field, text) }
        let decision = now.path.last { $0.decision != nil }?.decision
        number = committed.number
        label = committed.label
        axis = committed.axis?.number
        level = now.current.level
        progress = now.current.progress
        percent = said(.percent, now.current.percent)
        standing = now.archived ? .withdrawn : now.isStopped ? .stopped : now.isInForce ? .inForce : nil
        description = text(.description, committed.description)
        practices = list(.practices, committed.practices)
        pilot = said(.pilot, committed.pilot?.publicName)
        let units = committed.perimeter + committed.current.perimeter.filter { !committed.perimeter.contains($0) }
        perimeter = list(.perimeter, units.compactMap(\.publicName))
        due = said(.due, committed.due)
        reason = text(.reason, now.current.slippageReason)
        objectives = list(.objectives, committed.objectives)
        indicators = list(.indicators, committed.indicators)
        promises = list(.indicators, committed.promises ?? [])
        milestones = list(.milestones, committed.milestones)
        implementedOn = said(.implementedOn, now.implementedOn)
        outcome = said(.decision, decision?.outcome)
        decidedOn = said(.decision, decision?.on)
        evidence = list(.evidence, committed.evidence)
        difficulty = said(.difficulty, committed.difficulty)
        impact = said(.impact, committed.impact)
        effort = said(.effort, committed.effort)
        cost = said(.cost, committed.cost)
        tags = list(.tags, committed.tags)
    }
}

/// What a study or an experiment taught.
package struct PublicLesson: Sendable, Equatable, Codable {
    package let action: Int
    package let label: String
    package let level: EngagementLevel
    package let method: String
    package let result: String
    package let perimeter: [String]
    package let startedOn: Day?
    package let doneOn: Day?
    package let outcome: Outcome?
    package let decidedOn: Day?
}

/// What a kind of change concerns, by the labels of actions.
package struct PublicChange: Sendable, Equatable, Codable {
    package let kind: PlanChangeKind
    package let labels: [String]
}

package struct PublicPlan: Sendable, Equatable, Codable {
    package let format: Int
    package let organisation: String
    package let plan: Int
    package let title: String
    package let from: Day
    package let to: Day
    package let purpose: String
    package let commonObjectives: String
    package let axes: [Axis]
    package let catalogue: String
    package let version: Int
    package let validatedOn: Day
    /// The body that validated; whoever signed is not told.
    package let body: String
    /// The day of the progress.
    package let asOf: Day
    package let cadence: Cadence?
    package let actions: [PublicAction]
    /// The version before, where there is one.
    package let previous: Int?
    package let changes: [PublicChange]
    package let lessons: [PublicLesson]

    /// `now` holds every action on that day; what is internal then is left out, whatever it was when validated.
    package init(
        organisation: String, _ frozen: FrozenPlan, version: Int, _ validation: Validation, _ committed: [FrozenAction],
        now: [FrozenAction], asOf: Day, previous: (number: Int, actions: [FrozenAction])?, cadence: Cadence?, _ choice: PublicationChoice
    ) {
        format = 1
        self.organisation = organisation
        plan = frozen.number
        title = frozen.title
        from = frozen.from
        to = frozen.to
        purpose = frozen.purpose
        commonObjectives = frozen.commonObjectives
        catalogue = frozen.catalogue
        self.version = version
        validatedOn = validation.on
        body = validation.body
        self.asOf = asOf
        self.cadence = cadence
        let present = Dictionary(uniqueKeysWithValues: now.map { ($0.number, $0) })
        func isPublic(_ action: FrozenAction) -> Bool { present[action.number]?.visibility == .public }
        let shown = committed.filter { !$0.archived && isPublic($0) }
        actions = shown.map { PublicAction($0, now: present[$0.number] ?? $0, saying: choice.fields) }
        let used = Set(shown.compactMap { $0.axis?.number })
        axes = frozen.axes.filter { used.contains($0.number) }
        self.previous = previous?.number
        changes = previous.map { Self.changes(from: $0.actions, to: committed, where: isPublic) } ?? []
        lessons = choice.lessons.sorted().compactMap { key in
            guard let action = present[key.action], action.visibility == .public, action.path.indices.contains(key.stage) else {
                return nil
            }
            return PublicLesson(action, action.path[key.stage])
        }
    }

    private static func changes(
        from before: [FrozenAction], to after: [FrozenAction], where isPublic: (FrozenAction) -> Bool
    ) -> [PublicChange] {
        let was = Dictionary(uniqueKeysWithValues: before.map { ($0.number, $0) })
        let differences = after.filter(isPublic).compactMap { ActionDifference(from: was[$0.number], to: $0) }
        return PlanChangeKind.allCases.filter { $0 != .other && $0 != .reassigned }.compactMap { kind in
            let labels = differences.filter { $0.kinds.contains(kind) }.map(\.label)
            return labels.isEmpty ? nil : PublicChange(kind: kind, labels: labels)
        }
    }
}

extension PublicLesson {
    fileprivate init(_ action: FrozenAction, _ stage: FrozenStage) {
        self.init(
            action: action.number, label: action.label, level: stage.level, method: stage.deliverable.method,
            result: stage.deliverable.result, perimeter: stage.perimeter.compactMap(\.publicName), startedOn: stage.startedOn,
            doneOn: stage.doneOn, outcome: stage.decision?.outcome, decidedOn: stage.decision?.on)
    }
}

extension FrozenParty {
    /// A person is the position held, or the unit; nothing when neither is known.
    package var publicName: String? { kind == .person ? position ?? direction : name }
}
