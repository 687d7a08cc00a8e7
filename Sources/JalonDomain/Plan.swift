/// A plan: its period, what it aims at, the axes that group its actions, and its life from draft to closed.

package enum PlanState: String, CaseIterable, Codable, Sendable {
    case draft, proposed, validated, communicated, closed

    package init?(word: String) {
        switch word.folded {
        case "draft", "brouillon": self = .draft
        case "proposed", "propose": self = .proposed
        case "validated", "valide": self = .validated
        case "communicated", "communique": self = .communicated
        case "closed", "clos": self = .closed
        default: return nil
        }
    }
}

package struct Axis: Sendable, Equatable, Codable {
    /// In characters.
    package static let longestTitle = 200

    package let number: Int
    package var title: String
    /// The guide's theme that the axis stands for, if any.
    package var theme: String?

    package init(number: Int, title: String, theme: String?) {
        self.number = number
        self.title = title
        self.theme = theme
    }
}

package struct Validation: Sendable, Equatable, Codable {
    package let on: Day
    package let body: String
    package let person: String

    package init(on: Day, body: String, person: String) {
        self.on = on
        self.body = body
        self.person = person
    }
}

package struct Communication: Sendable, Equatable, Codable {
    package let on: Day
    package let audience: String
    package let channels: String
    package let proof: String

    package init(on: Day, audience: String, channels: String, proof: String) {
        self.on = on
        self.audience = audience
        self.channels = channels
        self.proof = proof
    }
}

package struct Plan: Sendable, Equatable {
    package let number: Int
    package var version: Int
    package var title: String
    package var from: Day
    package var to: Day
    package var purpose: String
    package var commonObjectives: String
    /// The catalogue version that the plan answers to.
    package var catalogue: Int
    package var state: PlanState
    package var validation: Validation?
    package var communication: Communication?
    package var axes: [Axis]

    package init(
        number: Int, version: Int, title: String, from: Day, to: Day, purpose: String, commonObjectives: String, catalogue: Int,
        state: PlanState, validation: Validation?, communication: Communication?, axes: [Axis]
    ) {
        self.number = number
        self.version = version
        self.title = title
        self.from = from
        self.to = to
        self.purpose = purpose
        self.commonObjectives = commonObjectives
        self.catalogue = catalogue
        self.state = state
        self.validation = validation
        self.communication = communication
        self.axes = axes
    }

    /// Once validated a first time, a due date no longer moves: its forecast does, with a reason.
    package var hasBeenValidated: Bool { validation != nil }

    package mutating func propose() throws(DomainError) {
        try require([.draft, .validated, .communicated])
        state = .proposed
    }

    /// Back to what it was before it was proposed.
    package mutating func withdraw() throws(DomainError) {
        try require([.proposed])
        state = communication != nil ? .communicated : validation != nil ? .validated : .draft
    }

    package mutating func validate(_ validation: Validation, today: Day) throws(DomainError) {
        try require([.proposed])
        var violations: [Violation] = []
        if validation.body.isEmpty { violations.append(Violation(.body, .required)) }
        if validation.on > today { violations.append(Violation(.on, .inTheFuture)) }
        guard violations.isEmpty else { throw .invalid(violations) }
        self.validation = validation
        communication = nil
        state = .validated
    }

    package mutating func communicate(_ communication: Communication, today: Day) throws(DomainError) {
        try require([.validated, .communicated])
        var violations: [Violation] = []
        if communication.audience.isEmpty { violations.append(Violation(.audience, .required)) }
        if communication.channels.isEmpty { violations.append(Violation(.channels, .required)) }
        if communication.on > today { violations.append(Violation(.on, .inTheFuture)) }
        if let validation, communication.on < validation.on { violations.append(Violation(.on, .before(.state))) }
        if !communication.proof.isEmpty, !isLink(communication.proof) {
            violations.append(Violation(.proof, .notALink(communication.proof)))
        }
        guard violations.isEmpty else { throw .invalid(violations) }
        self.communication = communication
        state = .communicated
    }

    package mutating func close() throws(DomainError) {
        try require([.validated, .communicated])
        state = .closed
    }

    /// A closed plan is read, no longer changed.
    package func requireOpen() throws(DomainError) {
        guard state != .closed else { throw .invalid(.state, .planClosed) }
    }

    private func require(_ states: [PlanState]) throws(DomainError) {
        guard states.contains(state) else { throw .invalid(.state, .planIs(state, needs: states)) }
    }
}

/// What a person writes of a plan.
package struct PlanEdit: Sendable, Equatable {
    package var title: String
    package var from: Day
    package var to: Day
    package var purpose: String
    package var commonObjectives: String

    package init(title: String, from: Day, to: Day, purpose: String, commonObjectives: String) {
        self.title = title
        self.from = from
        self.to = to
        self.purpose = purpose
        self.commonObjectives = commonObjectives
    }

    package func check() throws(DomainError) {
        var violations: [Violation] = []
        if title.isEmpty { violations.append(Violation(.title, .required)) }
        if title.count > 200 { violations.append(Violation(.title, .tooLong(max: 200))) }
        if to < from { violations.append(Violation(.to, .before(.from))) }
        for (field, text) in [(Field.purpose, purpose), (.commonObjectives, commonObjectives)] where text.count > 10_000 {
            violations.append(Violation(field, .tooLong(max: 10_000)))
        }
        guard violations.isEmpty else { throw .invalid(violations) }
    }
}

extension Plan {
    package mutating func apply(_ edit: PlanEdit) throws(DomainError) {
        try requireOpen()
        try edit.check()
        title = edit.title
        from = edit.from
        to = edit.to
        purpose = edit.purpose
        commonObjectives = edit.commonObjectives
    }
}

/// Links lead to the web or to a mailbox, never to a script.
package func isLink(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return text.count <= 2000 && !text.contains(where: \.isWhitespace)
        && ["https://", "http://", "mailto:"].contains { lowered.hasPrefix($0) && lowered.count > $0.count }
}
