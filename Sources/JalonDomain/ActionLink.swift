/// How an action relates to another of its plan: what people say of it, and what splitting and merging leave behind.

package enum ActionLinkKind: String, CaseIterable, Sendable {
    /// The first is not done before the second.
    case dependsOn
    case duplicates, relatesTo
    /// Left by the verbs that split and merge: nobody adds or removes them.
    case splitFrom, mergedInto

    package static let byHand: [ActionLinkKind] = [.dependsOn, .duplicates, .relatesTo]

    /// Whether it says the same from either side.
    package var isMutual: Bool { self == .duplicates || self == .relatesTo }
}

/// Between two actions of one plan, by their numbers.
package struct ActionLink: Hashable, Sendable {
    package let kind: ActionLinkKind
    package let from: Int
    package let to: Int

    package init(_ kind: ActionLinkKind, from: Int, to: Int) {
        self.kind = kind
        self.from = from
        self.to = to
    }

    /// Whether one of those says it already.
    package func stands(among links: [ActionLink]) -> Bool {
        links.contains(self) || kind.isMutual && links.contains(ActionLink(kind, from: to, to: from))
    }

    /// Refuses an action that would wait for itself, through those links of the plan or at once.
    package func check(among links: [ActionLink]) throws(DomainError) {
        guard from != to else { throw .invalid(.links, .itself) }
        guard kind == .dependsOn, let way = way(from: to, to: from, along: links) else { return }
        throw .invalid(.links, .dependencyCycle([from] + way))
    }

    /// When some actions become one: the links that people made to them, which go, and those that come to the one instead, none to itself
    /// and none twice. Refuses a dependency that would close a circle.
    package static func moved(
        among links: [ActionLink], from merged: Set<Int>, to kept: Int
    ) throws(DomainError) -> (old: [ActionLink], new: [ActionLink]) {
        let old = links.filter { ActionLinkKind.byHand.contains($0.kind) && (merged.contains($0.from) || merged.contains($0.to)) }
        var standing = links.filter { !old.contains($0) }
        var new: [ActionLink] = []
        func end(_ number: Int) -> Int { merged.contains(number) ? kept : number }
        for link in old {
            let moved = ActionLink(link.kind, from: end(link.from), to: end(link.to))
            guard moved.from != moved.to, !moved.stands(among: standing) else { continue }
            try moved.check(among: standing)
            standing.append(moved)
            new.append(moved)
        }
        return (old, new)
    }

    /// The shortest way from one action to another along dependencies, both included.
    private func way(from start: Int, to goal: Int, along links: [ActionLink]) -> [Int]? {
        let next = Dictionary(grouping: links.filter { $0.kind == .dependsOn }, by: \.from)
        var before: [Int: Int] = [start: start]
        var reached = [start]
        while let here = reached.first {
            if here == goal {
                var way = [here]
                while let last = way.first, let step = before[last], step != last { way.insert(step, at: 0) }
                return way
            }
            reached.removeFirst()
            for link in next[here] ?? [] where before[link.to] == nil {
                before[link.to] = here
                reached.append(link.to)
            }
        }
        return nil
    }
}
