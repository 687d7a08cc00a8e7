/// Saved views: keep the list as it stands under a name, rename it, share it, delete it.
package import JalonDomain
import JalonStore
import SQL

/// The views that the visitor sees, around a plan's list.
package struct SavedViewSheet: Sendable {
    package let plan: Plan
    package let views: [SavedView]
}

/// One of them, which the visitor may change.
package struct SavedViewDesk: Sendable {
    package let plan: Plan
    package let view: SavedView
}

extension Workspace {
    package func savedViews(plan: Int, _ visitor: Visitor) async throws -> Seen<SavedViewSheet> {
        try await look(visitor, needs: .read, menu: false) { scene in
            SavedViewSheet(plan: try scene.plan(plan), views: try scene.views.all(for: scene.actor.account))
        }
    }

    package func savedView(_ id: Int, plan: Int, _ visitor: Visitor) async throws -> Seen<SavedViewDesk> {
        try await look(visitor, needs: .read, menu: false) { scene in
            SavedViewDesk(plan: try scene.plan(plan), view: try scene.viewToChange(id))
        }
    }

    /// `query` is what the list's address says. `replacing` gives it to the owner's view of that name, where there is one.
    package func saveView(_ edit: SavedViewEdit, query: String, replacing: Bool, as visitor: Visitor) async throws -> SavedView {
        try await change(visitor, needs: .read) { scene in
            let own = try scene.views.all(for: scene.actor.account).filter { $0.owner == scene.actor.account }
            guard query.utf8.count <= 1500 else { throw DomainError.invalid(.query, .tooLong(max: 1500)) }
            if replacing, var view = own.first(where: { $0.name.folded == edit.name.folded }) {
                let before = view
                (view.query, view.shared) = (query, edit.shared)
                return try scene.save(view, edit, instead: before, among: own)
            }
            try edit.check(among: own, wasShared: false, by: scene.actor)
            let view = try scene.views.insert(owner: scene.actor.account, name: edit.name, query: query, shared: edit.shared)
            try scene.journal(.viewSaved, view.id, changes(from: [:], to: ViewFields.of(view)))
            return view
        }
    }

    /// `reading` is the version that was read; `nil` takes the view as it stands.
    package func editView(_ id: Int, reading: Int?, _ edit: SavedViewEdit, as visitor: Visitor) async throws -> SavedView {
        try await change(visitor, needs: .read) { scene in
            let before = try scene.viewToChange(id)
            if let reading, reading != before.version { throw DomainError.conflict(read: reading, current: before.version) }
            var view = before
            (view.name, view.shared) = (edit.name, edit.shared)
            return try scene.save(
                view, edit, instead: before, among: scene.views.all(for: before.owner).filter { $0.owner == before.owner })
        }
    }

    /// Answers the view as it was.
    package func deleteView(_ id: Int, as visitor: Visitor) async throws -> SavedView {
        try await change(visitor, needs: .read) { scene in
            let view = try scene.viewToChange(id)
            try scene.views.delete(id)
            try scene.journal(.viewDeleted, id, changes(from: ViewFields.of(view), to: [:]))
            return view
        }
    }
}

extension Scene {
    var views: SavedViewStore { SavedViewStore(sql, organisation: organisation.id) }

    fileprivate func viewToChange(_ id: Int) throws -> SavedView {
        guard let view = try views.find(id) else { throw DomainError.notFound(.view) }
        try view.requireChange(by: actor)
        return view
    }

    fileprivate func save(_ view: SavedView, _ edit: SavedViewEdit, instead before: SavedView, among own: [SavedView]) throws -> SavedView {
        try edit.check(among: own.filter { $0.id != view.id }, wasShared: before.shared, by: actor)
        guard view != before else { return before }
        var saved = view
        saved.version += 1
        try views.save(saved)
        let differences = changes(from: ViewFields.of(before), to: ViewFields.of(saved))
        // The journal names a view by its first change, whatever else changed.
        let name = differences.contains { $0.field == .name } ? [] : [Change(field: .name, before: view.name, after: view.name)]
        try journal(.viewEdited, view.id, name + differences)
        return saved
    }

    fileprivate func journal(_ verb: JournalVerb, _ view: Int, _ changes: [Change]) throws {
        try journal.write(verb, subject: "view \(view)", plan: nil, action: nil, version: nil, changes: changes, by: actor, at: now)
    }
}

private enum ViewFields {
    /// What the journal compares.
    static func of(_ view: SavedView) -> [Field: String] {
        [.name: view.name, .query: view.query, .shared: view.shared ? "true" : "false"]
    }
}
