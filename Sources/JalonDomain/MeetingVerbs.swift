/// The life of a meeting: set, moved, convened, held, its minutes approved. What was held is no longer moved, and what was approved no
/// longer changes.

extension Meeting {
    /// A convened meeting that goes to another day says why, and is to be convened again.
    package mutating func move(_ edit: MeetingEdit, reason: String) throws(DomainError) {
        try require([.planned, .convened])
        try edit.check()
        if edit.on != on, state == .convened {
            guard !reason.isEmpty else { throw .invalid(.reason, .reasonNeeded) }
            state = .planned
        }
        guard reason.count <= 1000 else { throw .invalid(.reason, .tooLong(max: 1000)) }
        if edit.on != on { self.reason = reason }
        on = edit.on
        time = edit.time
        place = edit.place
    }

    package mutating func cancel(reason: String) throws(DomainError) {
        try require([.planned, .convened])
        guard !reason.isEmpty else { throw .invalid(.reason, .reasonNeeded) }
        guard reason.count <= 1000 else { throw .invalid(.reason, .tooLong(max: 1000)) }
        self.reason = reason
        state = .cancelled
    }

    package mutating func convene(_ committee: Committee) throws(DomainError) {
        try require([.planned])
        guard !committee.members.isEmpty else { throw .invalid(.members, .nobodySits) }
        state = .convened
    }

    package mutating func hold(today: Day) throws(DomainError) {
        try require([.convened])
        guard on <= today else { throw .invalid(.on, .inTheFuture) }
        state = .held
    }

    /// Attendance, decisions and minutes are recorded once it is held, until its minutes are approved.
    package func requireRecording() throws(DomainError) { try require([.held]) }

    /// The agenda is written until it is convened.
    package func requireDrafting() throws(DomainError) { try require([.planned]) }

    package mutating func write(minutes: String) throws(DomainError) {
        try requireRecording()
        guard minutes.count <= 20_000 else { throw .invalid(.minutes, .tooLong(max: 20_000)) }
        self.minutes = minutes
    }

    package mutating func approve(on day: Day, today: Day) throws(DomainError) {
        try requireRecording()
        if day > today { throw .invalid(.on, .inTheFuture) }
        if day < on { throw .invalid(.on, .before(.meeting)) }
        approvedOn = day
        state = .approved
    }

    private func require(_ states: [MeetingState]) throws(DomainError) {
        guard states.contains(state) else { throw .invalid(.state, .meetingIs(state, needs: states)) }
    }
}

// MARK: The agenda

/// What a point of an agenda is about, in the order that an agenda takes by itself.
package enum AgendaKind: String, CaseIterable, Codable, Sendable {
    /// Decisions of earlier meetings that are not carried out.
    case followUp
    case progress
    /// A stage that is done awaits its decision.
    case awaitsDecision
    /// Late, or its due date went beyond what was promised.
    case late
    /// A study or an experiment near its date, without what it is to leave.
    case undelivered
    /// Off target, or without a recent measure.
    case indicators
    case withoutPilot
    case free
    case nextDate
}

package struct AgendaItem: Sendable, Equatable, Codable {
    package static let most = 100

    package var kind: AgendaKind
    /// The number of the action that it is about.
    package var action: Int?
    /// The number of the indicator that it is about.
    package var indicator: Int?
    /// Of a free point.
    package var title: String
    package var comment: String

    package init(_ kind: AgendaKind, action: Int? = nil, indicator: Int? = nil, title: String = "", comment: String = "") {
        self.kind = kind
        self.action = action
        self.indicator = indicator
        self.title = title
        self.comment = comment
    }

    package static func check(_ items: [AgendaItem]) throws(DomainError) {
        guard !items.isEmpty else { throw .invalid(.agenda, .required) }
        guard items.count <= most else { throw .invalid(.agenda, .tooManyKept(max: most)) }
        for item in items {
            if item.kind == .free, item.title.isEmpty { throw .invalid(.agenda, .required) }
            if max(item.title.count, item.comment.count) > 1000 { throw .invalid(.agenda, .tooLong(max: 1000)) }
        }
    }
}

/// What an agenda says of an action.
package struct AgendaAction: Sendable, Equatable, Codable {
    /// Days before the date of a stage when what it leaves is asked for.
    package static let nearness = 60

    package let number: Int
    package let label: String
    package let level: EngagementLevel
    package let progress: Progress
    package let baseline: Day?
    package let due: Day?
    package let reason: String
    package let pilot: String?
    package let isDelivered: Bool
    package let isClosed: Bool

    package init(
        number: Int, label: String, level: EngagementLevel, progress: Progress, baseline: Day?, due: Day?, reason: String, pilot: String?,
        isDelivered: Bool, isClosed: Bool
    ) {
        self.number = number
        self.label = label
        self.level = level
        self.progress = progress
        self.baseline = baseline
        self.due = due
        self.reason = reason
        self.pilot = pilot
        self.isDelivered = isDelivered
        self.isClosed = isClosed
    }

    /// Days after the due date, 0 when not late.
    package func lateness(on today: Day) -> Int {
        guard progress != .done, !isClosed, let due, due < today else { return 0 }
        return today - due
    }

    package var slippage: Int {
        guard let due, let baseline else { return 0 }
        return due - baseline
    }

    /// Why it comes before a committee; nothing when all is well.
    package func kind(on today: Day) -> AgendaKind? {
        if isClosed { return nil }
        if progress == .done { return level == .implementation ? nil : .awaitsDecision }
        if lateness(on: today) > 0 || slippage > 0 { return .late }
        if level != .implementation, !isDelivered, let due, due <= today + Self.nearness { return .undelivered }
        return pilot == nil ? .withoutPilot : nil
    }
}

/// What an agenda says of an indicator. What is kept is read for ever: a field added later is optional.
package struct AgendaIndicator: Sendable, Equatable, Codable {
    package let number: Int
    package let name: String
    package let type: IndicatorType
    /// As `IndicatorUnit` writes it.
    package let unit: String
    package let decimals: Int
    package let status: IndicatorStatus
    package let value: Double?
    package let on: Day?
    package let target: Double?
    package let targetOn: Day?
    package let responsible: String?

    package init(_ indicator: Indicator, _ last: LastMeasure?, responsible: String?, today: Day) {
        number = indicator.number
        name = indicator.name
        type = indicator.type
        unit = indicator.definition.unit.description
        decimals = indicator.definition.decimals
        status = indicator.status(last, today: today)
        value = last?.value
        on = last?.on
        let aim = indicator.aim(today: today)
        target = aim?.value
        targetOn = aim?.on
        self.responsible = responsible
    }

    /// Whether a committee is to hear of it.
    package var comesBeforeCommittees: Bool { status == .offTarget || status == .stale }
}

// MARK: Attendance

package enum Presence: String, CaseIterable, Codable, Sendable { case present, represented, excused, absent }

package struct Attendance: Sendable, Equatable {
    package let party: Int
    package let presence: Presence
    /// Who came instead.
    package let by: String

    package init(party: Int, presence: Presence, by: String) {
        self.party = party
        self.presence = presence
        self.by = by
    }
}

extension Words {
    package func agenda(_ kind: AgendaKind) -> String {
        switch kind {
        case .followUp: say("Suites des séances précédentes", "Follow-up of earlier meetings")
        case .progress: say("Où en est le plan", "Where the plan stands")
        case .awaitsDecision: say("Décisions à prendre", "Decisions to take")
        case .late: say("Actions en retard ou décalées", "Actions late or put off")
        case .undelivered: say("Études et essais à rendre bientôt", "Studies and experiments due soon")
        case .indicators: say("Indicateurs hors cible ou sans mesure récente", "Indicators off target or without a recent measure")
        case .withoutPilot: say("Actions sans pilote", "Actions without a pilot")
        case .free: say("Autres points", "Other points")
        case .nextDate: say("Date suivante", "Next date")
        }
    }

    /// What an agenda says of an indicator, in a line: how it stands, its figure, what was promised, whom to ask.
    package func agendaFacts(_ indicator: AgendaIndicator) -> String {
        let definition = IndicatorDefinition(
            name: indicator.name, type: indicator.type, unit: IndicatorUnit(indicator.unit), decimals: indicator.decimals)
        var parts = [indicatorStatus(indicator.status)]
        if let on = indicator.on {
            parts.append(
                [indicator.value.map { figure($0, of: definition) }, say("au \(shortDay(on))", "on \(shortDay(on))")].compactMap { $0 }
                    .joined(separator: " "))
        }
        if let target = indicator.target, let on = indicator.targetOn {
            parts.append(
                say(
                    "cible \(figure(target, of: definition)) le \(shortDay(on))",
                    "target \(figure(target, of: definition)) on \(shortDay(on))"))
        }
        if let responsible = indicator.responsible { parts.append(responsible) }
        return parts.joined(separator: ", ")
    }

    package func presence(_ presence: Presence) -> String {
        switch presence {
        case .present: say("Présence", "Present")
        case .represented: say("Représentation", "Represented")
        case .excused: say("Excuses", "Excused")
        case .absent: say("Absence", "Absent")
        }
    }

    /// What an agenda says of an action, in a line: its lateness, its slippage, why.
    package func agendaFacts(_ action: AgendaAction, on today: Day) -> String {
        var parts = [level(action.level)]
        switch action.kind(on: today) {
        case .awaitsDecision: parts.append(say("étape finie, décision attendue", "stage done, decision awaited"))
        case .late:
            if action.lateness(on: today) > 0 { parts.append(late(days: action.lateness(on: today))) }
            if action.slippage > 0 { parts.append(slippage(days: action.slippage)) }
        case .undelivered:
            parts.append(
                action.level == .reflection
                    ? say("livrable non rendu", "deliverable missing") : say("résultats non écrits", "results not written"))
        default: parts.append(progress(action.progress).lowercased())
        }
        if let due = action.due { parts.append(say("échéance \(shortDay(due))", "due \(shortDay(due))")) }
        parts.append(action.pilot ?? noPilot)
        let facts = parts.joined(separator: ", ")
        return action.reason.isEmpty ? facts : "\(facts). " + labelled(field(.reason), action.reason)
    }
}
