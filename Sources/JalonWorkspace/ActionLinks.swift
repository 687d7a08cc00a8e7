/// Links between actions: what stands around one, add, remove.
package import JalonDomain
package import JalonStore
import SQL

/// An action beside others of its plan that it may be linked to or merged with: the first by number.
package struct ActionNeighbours: Sendable {
    package static let most = 100

    package let sheet: ActionSheet
    package let others: [ActionRow]
    /// Those that were asked for by their number, whole.
    package let asked: [Action]
}

extension Workspace {
    /// What a page needs to link an action or to merge it: those asked for, ten at most, and others to choose from.
    package func neighbours(of id: ActionID, asking numbers: [Int] = [], _ visitor: Visitor) async throws -> Seen<ActionNeighbours> {
        try await look(visitor, needs: .editPlan) { scene in
            let sheet = try scene.sheet(id, journal: 0, before: nil)
            var query = ActionQuery()
            query.sort = .number
            let others = try scene.actions.list(plan: id.plan, query, today: scene.today, size: ActionNeighbours.most).rows
            let asked = try numbers.prefix(MergeInput.most).compactMap { number in
                number == id.number ? nil : try scene.actions.find(ActionID(plan: id.plan, number: number))
            }
            return ActionNeighbours(sheet: sheet, others: others.filter { $0.number != id.number }, asked: asked)
        }
    }

    /// A link that stands already is no change.
    package func link(_ id: ActionID, _ kind: ActionLinkKind, to other: Int, as visitor: Visitor) async throws {
        let link = ActionLink(kind, from: id.number, to: other)
        try await change(visitor, needs: .editPlan) { scene in
            let (from, to) = try scene.ends(of: link, plan: id.plan)
            let links = try scene.links.all(plan: id.plan)
            guard !link.stands(among: links) else { return }
            try link.check(among: links)
            try scene.links.insert(link, plan: id.plan)
            try scene.tell(kind, from, to, isNew: true)
        }
    }

    /// From either side of a mutual link.
    package func unlink(_ id: ActionID, _ kind: ActionLinkKind, to other: Int, as visitor: Visitor) async throws {
        let link = ActionLink(kind, from: id.number, to: other)
        try await change(visitor, needs: .editPlan) { scene in
            let (from, to) = try scene.ends(of: link, plan: id.plan)
            let back = ActionLink(kind, from: other, to: id.number)
            guard try scene.links.delete(link, plan: id.plan) || kind.isMutual && scene.links.delete(back, plan: id.plan) else { return }
            try scene.tell(kind, from, to, isNew: false)
        }
    }
}

/// A link as the journal tells it of one of its ends, in words that do not change with the reader: « dependsOn> 5 Acheter ».
struct LinkTold {
    let text: String

    init(_ other: Action, _ kind: ActionLinkKind, isOwn: Bool) {
        text = "\(kind.rawValue)\(isOwn ? ">" : "<") \(other.id.number) \(other.label)"
    }
}

extension Scene {
    var links: ActionLinkStore { ActionLinkStore(sql, organisation: organisation.id) }

    /// Both ends, in an open plan, for links that people make.
    fileprivate func ends(of link: ActionLink, plan number: Int) throws -> (from: Action, to: Action) {
        let plan = try plan(number)
        let from = try action(ActionID(plan: number, number: link.from))
        try plan.requireOpen()
        guard ActionLinkKind.byHand.contains(link.kind) else { throw DomainError.forbidden }
        guard let to = try actions.find(ActionID(plan: number, number: link.to)) else {
            throw DomainError.invalid(.links, .unknown(String(link.to)))
        }
        return (from, to)
    }

    /// The links that people made to actions merged into another come to that one.
    func moveLinks(from merged: [Action], to kept: Action) throws {
        let plan = kept.id.plan
        let (old, new) = try ActionLink.moved(
            among: links.all(plan: plan), from: Set(merged.map(\.id.number)), to: kept.id.number)
        func ends(_ link: ActionLink) throws -> (Action, Action) {
            (try action(ActionID(plan: plan, number: link.from)), try action(ActionID(plan: plan, number: link.to)))
        }
        for link in old {
            _ = try links.delete(link, plan: plan)
            let (from, to) = try ends(link)
            try tell(link.kind, from, to, isNew: false)
        }
        for link in new {
            try links.insert(link, plan: plan)
            let (from, to) = try ends(link)
            try tell(link.kind, from, to, isNew: true)
        }
    }

    /// A link made or removed, in the journal of both its ends.
    fileprivate func tell(_ kind: ActionLinkKind, _ from: Action, _ to: Action, isNew: Bool) throws {
        for (id, told) in [(from.id, LinkTold(to, kind, isOwn: true)), (to.id, LinkTold(from, kind, isOwn: false))] {
            try journal(
                isNew ? .linked : .unlinked, on: id,
                Change(field: .links, before: isNew ? "" : told.text, after: isNew ? told.text : ""))
        }
    }

    /// Beside an action whose version does not change.
    func journal(_ verb: JournalVerb, on id: ActionID, _ change: Change) throws {
        try journal.write(
            verb, subject: "action \(id)", plan: id.plan, action: id.number, version: nil, changes: [change], by: actor, at: now)
    }
}
