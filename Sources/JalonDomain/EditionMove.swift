/// The move of a plan to another edition of its guide: what becomes of each action's links, never of the organisation's own words.

/// What becomes of an action's link to a practice that moved or is gone.
package enum EditionLink: String, CaseIterable, Sendable {
    /// To the practice under its new id.
    case follow
    /// To the id as it stands, whatever it names now.
    case keep
    case drop
}

package struct EditionMove: Sendable, Equatable {
    /// By practice of the edition that is left, for every action; then for one action alone, by its number.
    package var links: [String: EditionLink] = [:]
    package var linksOfActions: [Int: [String: EditionLink]] = [:]
    /// The suggested indicators that actions take, by number.
    package var indicators: [Int: [String]] = [:]
    /// The version that was read of each action concerned; `nil` takes them as they stand.
    package var reading: [Int: Int]?

    /// What moved is followed, the rest stays.
    package init() {}

    /// What was chosen for that link, else what is proposed.
    package func link(of action: Int, to entry: CatalogueDiff.Entry) -> EditionLink {
        let practice = entry.before?.id ?? ""
        return linksOfActions[action]?[practice] ?? links[practice] ?? entry.proposedLink
    }
}

extension CatalogueDiff.Entry {
    /// Whether a link to the practice calls for a choice.
    package var breaksLinks: Bool { before?.id != after?.id }

    package var proposedLink: EditionLink { after == nil ? .keep : .follow }
}

extension Action {
    /// The practices that it answers and that changed.
    package func entries(in diff: CatalogueDiff) -> [CatalogueDiff.Entry] { practices.compactMap { diff.entry(of: $0) } }

    /// Answers another edition: links follow, stay or go as chosen, and suggested indicators are only added.
    package mutating func follow(_ move: EditionMove, along diff: CatalogueDiff) throws(DomainError) {
        var answered: [String] = []
        for practice in practices {
            var id: String? = practice
            if let entry = diff.entry(of: practice), entry.breaksLinks {
                switch move.link(of: self.id.number, to: entry) {
                case .keep: break
                case .drop: id = nil
                case .follow:
                    guard let after = entry.after else { throw .invalid(.practices, .unknown(practice)) }
                    id = after.id
                }
            }
            if let id, !answered.contains(id) { answered.append(id) }
        }
        practices = answered
        for indicator in move.indicators[id.number] ?? [] where !indicators.contains(where: { $0.folded == indicator.folded }) {
            guard indicator.count <= 1000 else { throw .invalid(.indicators, .tooLong(max: 1000)) }
            indicators.append(indicator)
        }
    }
}
