/// Who may do what: the roles, the permissions they give, and nothing by default.

package enum Role: String, CaseIterable, Codable, Sendable {
    case administrator, coordinator, pilot, reader, auditor

    package init?(word: String) {
        switch word.folded {
        case "administrator", "admin", "administrateur", "administratrice", "administration": self = .administrator
        case "coordinator", "coordinateur", "coordinatrice", "coordination": self = .coordinator
        case "pilot", "pilote": self = .pilot
        case "reader", "lecteur", "lectrice", "lecture": self = .reader
        case "auditor", "auditeur", "auditrice", "audit": self = .auditor
        default: return nil
        }
    }

    package func grants(_ permission: Permission) -> Bool {
        switch permission {
        case .administer: self == .administrator
        case .editPlan, .decide, .manageCatalogues: self == .administrator || self == .coordinator
        case .reportOnOwn: self == .administrator || self == .coordinator || self == .pilot
        case .readInternal: self != .reader
        case .read: true
        }
    }
}

/// The verbs of the rights table.
package enum Permission: String, CaseIterable, Sendable {
    /// Organisation, members, settings, backup.
    case administer
    /// Plan, axes and actions: create, edit, archive.
    case editPlan
    /// Progress, notes, forecast, deliverable and results of stages; for a pilot, of own stages only.
    case reportOnOwn
    /// Decide a stage; propose, validate, communicate and close the plan.
    case decide
    case manageCatalogues
    /// Plans, actions, catalogues.
    case read
    /// Internal notes, cost and journal; for a pilot, of own actions only.
    case readInternal
}

/// Who acts: a member of one organisation, in one role, through one door.
package struct Actor: Sendable, Equatable {
    package enum Door: String, Sendable { case web, commandLine }

    package let organisation: Int
    package let account: Int
    package let name: String
    package let role: Role
    /// The person that this member is, with their unit and position, for what is their own.
    package let person: Party?
    package let door: Door

    package init(organisation: Int, account: Int, name: String, role: Role, person: Party?, door: Door) {
        self.organisation = organisation
        self.account = account
        self.name = name
        self.role = role
        self.person = person
        self.door = door
    }

    package func require(_ permission: Permission) throws(DomainError) {
        guard role.grants(permission) else { throw .forbidden }
    }

    /// Own is what the person, the position they hold or the unit they belong to pilots.
    package func owns(pilot: Int?) -> Bool {
        guard let pilot, let person else { return false }
        return pilot == person.id || pilot == person.position || pilot == person.unit
    }

    /// Reporting is for coordinators on everything, for a pilot on what is their own.
    package func requireReport(onPilot pilot: Int?) throws(DomainError) {
        try require(.reportOnOwn)
        guard role != .pilot || owns(pilot: pilot) else { throw .forbidden }
    }

    /// Internal notes, cost and journal of an action.
    package func readsInternal(pilot: Int?) -> Bool {
        role.grants(.readInternal) && (role != .pilot || owns(pilot: pilot))
    }
}
