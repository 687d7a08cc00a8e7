/// What an organisation chose for itself.
package import JalonDomain
package import JalonStore

package struct OrganisationEdit: Sendable, Equatable {
    package var name: String
    package var timeZone: String
    package var language: Language
    /// The catalogue that new plans answer to; `nil` for the last imported.
    package var catalogue: Int?
    package var cadence: Cadence?

    package init(name: String, timeZone: String, language: Language, catalogue: Int?, cadence: Cadence?) {
        self.name = name
        self.timeZone = timeZone
        self.language = language
        self.catalogue = catalogue
        self.cadence = cadence
    }
}

package struct OrganisationSheet: Sendable {
    package let settings: OrganisationSettings
    package let catalogues: [CatalogueEntry]
}

/// What the page that leads to the settings says of each.
package struct SettingsTally: Sendable {
    package let members: Int
    package let invitations: Int
    package let parties: [PartyKind: Int]
    package let catalogues: Int
}

extension Workspace {
    package func settings(_ visitor: Visitor) async throws -> Seen<SettingsTally> {
        try await look(visitor, needs: .editPlan) { scene in
            SettingsTally(
                members: try scene.accounts.members(organisation: scene.organisation.id).count,
                invitations: try scene.handedLinks.invitations(to: scene.organisation.id).count,
                parties: Dictionary(grouping: try scene.proposedParties(), by: \.kind).mapValues(\.count),
                catalogues: try scene.catalogues.all().count)
        }
    }

    package func organisation(_ visitor: Visitor) async throws -> Seen<OrganisationSheet> {
        try await look(visitor, needs: .administer) { scene in
            OrganisationSheet(settings: try scene.settings(), catalogues: try scene.catalogues.all())
        }
    }

    /// The catalogue chosen for new plans, if one was.
    package func catalogueOfNewPlans(_ visitor: Visitor) async throws -> Int? {
        try await look(visitor, needs: .editPlan) { try $0.settings().catalogue }.model
    }

    /// `reading` is the version that was read. The short name in addresses stays: people have it in their bookmarks and mails.
    package func editOrganisation(reading: Int?, _ edit: OrganisationEdit, as visitor: Visitor) async throws {
        try await change(visitor, needs: .administer) { scene in
            var violations: [Violation] = []
            if edit.name.isEmpty { violations.append(Violation(.name, .required)) }
            if edit.name.count > 200 { violations.append(Violation(.name, .tooLong(max: 200))) }
            if !Zone(edit.timeZone).exists { violations.append(Violation(.timeZone, .unknown(edit.timeZone))) }
            if let catalogue = edit.catalogue, try scene.catalogues.find(catalogue) == nil {
                violations.append(Violation(.catalogue, .unknown(String(catalogue))))
            }
            guard violations.isEmpty else { throw DomainError.invalid(violations) }
            let before = try scene.settings()
            if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
            var after = before
            after.name = edit.name
            after.timeZone = edit.timeZone
            after.language = edit.language
            after.catalogue = edit.catalogue
            after.cadence = edit.cadence
            guard after != before else { return }
            after.version += 1
            guard try OrganisationStore(scene.sql).save(after, of: scene.organisation.id) else {
                throw DomainError.conflict(read: before.version, current: after.version)
            }
            try scene.journal.write(
                .edited, subject: "organisation", plan: nil, action: nil, version: after.version,
                changes: [Change(field: .name, before: before.name, after: after.name)]
                    + changes(from: try scene.fields(of: before), to: try scene.fields(of: after)), by: scene.actor, at: scene.now)
        }
    }
}

extension Scene {
    func settings() throws -> OrganisationSettings {
        guard let settings = try OrganisationStore(sql).settings(organisation.id) else { throw DomainError.notFound(.organisation) }
        return settings
    }

    /// All but the name, which the entry is headed with.
    fileprivate func fields(of settings: OrganisationSettings) throws -> [Field: String] {
        [
            .timeZone: settings.timeZone, .language: settings.language.rawValue,
            .catalogue: try settings.catalogue.flatMap { try catalogues.find($0)?.reference.description } ?? "",
            .cadence: settings.cadence?.rawValue ?? "",
        ]
    }
}
