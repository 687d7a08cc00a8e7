/// The settings: the page that leads to each, and what the organisation chose for itself.
import HTTPTypes
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum SettingsController {
    static func show(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.settings(visit.visitor)
        return visit.answer(settingsPage(visit.frame(seen, menu: .settings), seen.model))
    }

    static func organisation(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.organisation(visit.visitor)
        return visit.answer(
            OrganisationPage(visit.frame(seen, menu: .settings), seen.model, OrganisationForm(seen.model.settings)).bytes)
    }

    static func saveOrganisation(_ visit: Visit) async throws -> Response {
        let form = OrganisationForm(visit.form)
        do {
            try await visit.workspace.editOrganisation(reading: visit.reading, try form.edit(), as: visit.visitor)
            return visit.redirect(to: .settings(visit.slug), saying: visit.words.settingsSaved)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.organisation(visit.visitor)
            let page = OrganisationPage(visit.frame(seen, menu: .settings), seen.model, form, violations: violations)
            return visit.answer(page.bytes, status: .unprocessableContent)
        } catch DomainError.conflict {
            let seen = try await visit.workspace.organisation(visit.visitor)
            let page = OrganisationPage(visit.frame(seen, menu: .settings), seen.model, form, crossed: true)
            return visit.answer(page.bytes, status: .conflict)
        }
    }
}

/// What is typed of an organisation.
struct OrganisationForm: Sendable, Equatable {
    let name: String
    let timeZone: String
    let language: String
    /// The id of a catalogue; empty for the last imported.
    let catalogue: String
    /// Empty while it is not set.
    let cadence: String

    init(_ form: FormBody) {
        name = form["name"]
        timeZone = form["timeZone"]
        language = form["language"]
        catalogue = form["catalogue"]
        cadence = form["cadence"]
    }

    init(_ settings: OrganisationSettings) {
        name = settings.name
        timeZone = settings.timeZone
        language = settings.language.rawValue
        catalogue = settings.catalogue.map { String($0) } ?? ""
        cadence = settings.cadence?.rawValue ?? ""
    }

    func edit() throws(DomainError) -> OrganisationEdit {
        guard let language = Language(rawValue: language) else { throw .invalid(.language, .required) }
        let chosen = Int(catalogue)
        guard catalogue.isEmpty || chosen != nil else { throw .invalid(.catalogue, .unknown(catalogue)) }
        let often = Cadence(rawValue: cadence)
        guard cadence.isEmpty || often != nil else { throw .invalid(.cadence, .unknown(cadence)) }
        return OrganisationEdit(name: name, timeZone: timeZone, language: language, catalogue: chosen, cadence: often)
    }
}

extension Words {
    fileprivate var settingsSaved: String { say("Les réglages sont enregistrés.", "The settings are saved.") }
}
