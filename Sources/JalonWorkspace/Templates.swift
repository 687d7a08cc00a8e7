/// Templates of actions: keep one from an action, name it, put it away; a new action starts from it.
package import JalonDomain
import JalonStore

/// What a form about a new action proposes, with the template that it starts from.
package struct TemplateDesk: Sendable {
    package let desk: ActionDesk
    package let template: ActionTemplate
}

extension Workspace {
    /// By name: those in use, or those put away.
    package func templates(archived: Bool, _ visitor: Visitor) async throws -> Seen<[ActionTemplate]> {
        try await look(visitor, needs: .editPlan) { try $0.templates.all(archived: archived) }
    }

    package func actionDesk(_ plan: Int, from template: Int, _ visitor: Visitor) async throws -> Seen<TemplateDesk> {
        try await look(visitor, needs: .editPlan) { scene in
            let plan = try scene.plan(plan)
            let desk = ActionDesk(
                plan: plan, guide: try scene.catalogues.practices(plan.catalogue), parties: try scene.proposedParties())
            return TemplateDesk(desk: desk, template: try scene.template(template))
        }
    }

    /// From any action, closed or archived too.
    package func keepTemplate(of id: ActionID, named name: String, as visitor: Visitor) async throws -> ActionTemplate {
        try await change(visitor, needs: .editPlan) { scene in
            let template = try ActionTemplate.keeping(
                try scene.action(id), of: try scene.plan(id.plan), named: name, number: try scene.templates.nextNumber(),
                names: try scene.partyNames())
            try scene.requireFree(name, for: template)
            try scene.templates.insert(template)
            try scene.journal(.templateKept, template, before: "")
            return template
        }
    }

    /// `reading` is the version that was read; `nil` takes the template as it stands.
    package func renameTemplate(_ number: Int, reading: Int?, _ name: String, as visitor: Visitor) async throws -> ActionTemplate {
        try await change(number, reading, .templateRenamed, as: visitor) { template, scene in
            try template.rename(name)
            try scene.requireFree(name, for: template)
        }
    }

    package func setTemplateArchived(_ archived: Bool, _ number: Int, as visitor: Visitor) async throws -> ActionTemplate {
        try await change(number, nil, archived ? .templateArchived : .templateRestored, as: visitor) { template, scene in
            if !archived { try scene.requireFree(template.name, for: template) }
            template.archived = archived
        }
    }

    private func change(
        _ number: Int, _ reading: Int?, _ verb: JournalVerb, as visitor: Visitor,
        _ body: @escaping @Sendable (inout ActionTemplate, Scene) throws -> Void
    ) async throws -> ActionTemplate {
        try await change(visitor, needs: .editPlan) { scene in
            let before = try scene.template(number)
            if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
            var after = before
            try body(&after, scene)
            guard after != before else { return before }
            after.version += 1
            guard try scene.templates.save(after) else { throw DomainError.conflict(read: before.version, current: after.version) }
            try scene.journal(verb, after, before: before.name)
            return after
        }
    }
}

extension NewAction {
    /// What the template says; who carries it and when are still to say.
    package static func proposed(from template: ActionTemplate, in plan: Plan, today: Day) -> NewAction {
        let content = template.content
        var edit = ActionEdit(label: content.label, identifiedOn: today)
        edit.description = content.description
        edit.axis = template.axis(in: plan)
        edit.practices = content.practices
        edit.milestones = content.milestones.map { Milestone(title: $0, due: nil, reachedOn: nil) }
        edit.objectives = content.objectives
        edit.indicators = content.indicators
        (edit.difficulty, edit.impact, edit.effort, edit.cost) = (content.difficulty, content.impact, content.effort, content.cost)
        (edit.visibility, edit.tags) = (content.visibility, content.tags)
        return NewAction(
            input: ActionInput(edit: edit, pilot: "", contributors: content.contributors, perimeter: content.perimeter),
            start: ActionStart(level: .reflection, commitment: nil, then: []))
    }
}

extension Scene {
    fileprivate var templates: TemplateStore { TemplateStore(sql, organisation: organisation.id) }

    fileprivate func template(_ number: Int) throws -> ActionTemplate {
        guard let template = try templates.find(number) else { throw DomainError.notFound(.template) }
        return template
    }

    /// Two templates in use never bear the same name.
    fileprivate func requireFree(_ name: String, for template: ActionTemplate) throws {
        guard try templates.all(archived: false).allSatisfy({ $0.number == template.number || $0.name.folded != name.folded }) else {
            throw DomainError.invalid(.name, .alreadyTaken(name))
        }
    }

    fileprivate func journal(_ verb: JournalVerb, _ template: ActionTemplate, before: String) throws {
        try journal.write(
            verb, subject: "template \(template.number)", plan: nil, action: nil, version: template.version,
            changes: [Change(field: .name, before: before, after: template.name)], by: actor, at: now)
    }
}
