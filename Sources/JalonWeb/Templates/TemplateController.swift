/// Templates of actions: kept from an action, listed, named, put away.
import Hummingbird
import JalonDomain
import JalonStore
import JalonWorkspace

enum TemplateController {
    static func list(_ visit: Visit) async throws -> Response {
        let archived = visit.query.has("archived")
        let seen = try await visit.workspace.templates(archived: archived, visit.visitor)
        return visit.answer(TemplatesPage(visit.frame(seen, menu: .actions), seen.model, archived: archived).bytes)
    }

    static func rename(_ visit: Visit) async throws -> Response {
        let number = try visit.template()
        let name = visit.form[Field.name.rawValue]
        do {
            _ = try await visit.workspace.renameTemplate(number, reading: visit.reading, name, as: visit.visitor)
            return visit.redirect(to: .templates(visit.slug), saying: visit.words.templateRenamed)
        } catch DomainError.invalid(let violations) {
            let seen = try await visit.workspace.templates(archived: false, visit.visitor)
            let broken = TemplatesPage.Broken(template: number, typed: name, violations: violations)
            let page = TemplatesPage(visit.frame(seen, menu: .actions), seen.model, archived: false, broken: broken)
            return visit.answer(page.bytes, status: .unprocessableContent)
        }
    }

    static func archive(_ visit: Visit) async throws -> Response {
        _ = try await visit.workspace.setTemplateArchived(true, visit.template(), as: visit.visitor)
        return visit.redirect(to: .templates(visit.slug), saying: visit.words.templateArchived)
    }

    static func restore(_ visit: Visit) async throws -> Response {
        _ = try await visit.workspace.setTemplateArchived(false, visit.template(), as: visit.visitor)
        return visit.redirect(to: .templates(visit.slug), saying: visit.words.templateRestored)
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
