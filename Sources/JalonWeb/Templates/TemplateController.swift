/// Templates of actions: kept from an action, listed, named, put away.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum TemplateController {
    static func list(_ visit: Visit) async throws -> Response {
        try await answer(visit, archived: visit.query.has("archived"))
    }

    static func rename(_ visit: Visit) async throws -> Response {
        let number = try visit.template()
        let name = visit.form[Field.name.rawValue]
        do {
            let renamed = try await visit.workspace.renameTemplate(number, reading: visit.reading, name, as: visit.visitor)
            return visit.redirect(
                to: .templates(visit.slug, renamed.archived ? ["archived": "1"] : [:]), saying: visit.words.templateRenamed)
        } catch DomainError.invalid(let violations) {
            return try await answer(visit, .init(template: number, typed: name, violations: violations), status: .unprocessableContent)
        } catch DomainError.conflict {
            return try await answer(visit, .init(template: number, typed: name, violations: []), status: .conflict)
        }
    }

    static func archive(_ visit: Visit) async throws -> Response {
        _ = try await visit.workspace.setTemplateArchived(true, visit.template(), as: visit.visitor)
        return visit.redirect(to: .templates(visit.slug), saying: visit.words.templateArchived)
    }

    static func restore(_ visit: Visit) async throws -> Response {
        let number = try visit.template()
        do {
            _ = try await visit.workspace.setTemplateArchived(false, number, as: visit.visitor)
            return visit.redirect(to: .templates(visit.slug), saying: visit.words.templateRestored)
        } catch DomainError.invalid(let violations) {
            // Its name was given to another meanwhile: it takes a new one first.
            return try await answer(visit, .init(template: number, typed: nil, violations: violations), status: .unprocessableContent)
        }
    }

    /// The list where the name to mend stands, in use or put away.
    private static func answer(_ visit: Visit, _ broken: TemplatesPage.Broken, status: HTTPResponse.Status) async throws -> Response {
        let inUse = try await visit.workspace.templates(archived: false, visit.visitor).model
        return try await answer(visit, archived: !inUse.contains { $0.number == broken.template }, broken, status: status)
    }

    private static func answer(
        _ visit: Visit, archived: Bool, _ broken: TemplatesPage.Broken? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let seen = try await visit.workspace.templates(archived: archived, visit.visitor)
        return visit.answer(
            TemplatesPage(visit.frame(seen, menu: .actions), seen.model, archived: archived, broken: broken).bytes, status: status)
    }

    // MARK: From an action

    static func propose(_ visit: Visit) async throws -> Response {
        let seen = try await visit.workspace.action(visit.actionID(), visit.visitor)
        return visit.answer(TemplatePage(visit, seen, name: seen.model.action.label).bytes)
    }

    static func keep(_ visit: Visit) async throws -> Response {
        let id = try visit.actionID()
        let name = visit.form[Field.name.rawValue]
        do {
            let template = try await visit.workspace.keepTemplate(of: id, named: name, as: visit.visitor)
            return visit.redirect(to: .templates(visit.slug), saying: visit.words.templateKept(template.name))
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.actionAgain()
            return visit.answer(TemplatePage(visit, seen, name: name, violations: violations).bytes, status: .unprocessableContent)
        }
    }
}

extension Visit {
    fileprivate func template() throws -> Int { try number("template", .template) }
}
