/// A view: a list of actions under a name, kept for oneself or shared with the organisation.

package struct SavedView: Sendable, Equatable {
    package let id: Int
    /// Grows by one with every change; a change says which it read.
    package var version: Int
    /// The account that saved it; the names of one owner differ.
    package let owner: Int
    package var name: String
    /// As the list's address says it after the question mark: filters, order, columns, groups. It names no plan: it holds in all of them.
    package var query: String
    package var shared: Bool

    package init(id: Int, version: Int, owner: Int, name: String, query: String, shared: Bool) {
        self.id = id
        self.version = version
        self.owner = owner
        self.name = name
        self.query = query
        self.shared = shared
    }

    /// That one person keeps.
    package static let most = 20

    /// A view that is not shared is its owner's alone: to anyone else it does not exist. A shared one is changed by its owner and by
    /// whoever may edit plans.
    package func requireChange(by actor: Actor) throws(DomainError) {
        guard actor.account != owner else { return }
        guard shared else { throw .notFound(.view) }
        try actor.require(.editPlan)
    }
}

/// What a person writes of a view.
package struct SavedViewEdit: Sendable, Equatable {
    package var name: String
    package var shared: Bool

    package init(name: String, shared: Bool) {
        self.name = name
        self.shared = shared
    }

    /// `others` are the views that its owner keeps besides.
    package func check(among others: [SavedView], wasShared: Bool, by actor: Actor) throws(DomainError) {
        if shared, !wasShared { try actor.require(.editPlan) }
        guard !name.isEmpty else { throw .invalid(.name, .required) }
        guard name.count <= 60 else { throw .invalid(.name, .tooLong(max: 60)) }
        guard others.count < SavedView.most else { throw .invalid(.name, .tooManyKept(max: SavedView.most)) }
        if let taken = others.first(where: { $0.name.folded == name.folded }) { throw .invalid(.name, .alreadyTaken(taken.name)) }
    }
}
