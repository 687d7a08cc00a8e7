/// Searching across an organisation: actions, practices, notes for who may read them, plans, people and units.
package import JalonDomain
package import JalonStore
import SQL

package enum SearchGroup: String, CaseIterable, Sendable { case actions, practices, notes, plans, parties, archived }

package struct SearchResults: Sendable {
    package let asked: SearchWords
    package var actions: [FoundAction] = []
    package var practices: [FoundPractice] = []
    package var notes: [FoundNote] = []
    package var plans: [Plan] = []
    package var parties: [Party] = []
    /// Archived actions.
    package var archived: [FoundAction] = []
    /// Groups that have more than is shown.
    package var more: Set<SearchGroup> = []

    package var count: Int { actions.count + practices.count + notes.count + plans.count + parties.count + archived.count }
}

extension Workspace {
    /// The first of each group, or many of one.
    package static let searchGlance = 8
    package static let searchMost = 100

    /// `size` is for who reads it all at once, as a program does.
    package func search(
        _ text: String, only group: SearchGroup? = nil, size: Int? = nil, _ visitor: Visitor
    ) async throws -> Seen<SearchResults> {
        try await look(visitor, needs: .read) { scene in
            let asked = SearchWords(text)
            var results = SearchResults(asked: asked)
            guard !asked.words.isEmpty else { return results }
            let limit = size ?? (group == nil ? Self.searchGlance : Self.searchMost)
            func find<Found>(_ one: SearchGroup, _ search: (Int) throws -> [Found]) throws -> [Found] {
                guard group == nil || group == one else { return [] }
                let found = try search(limit + 1)
                if found.count > limit { results.more.insert(one) }
                return Array(found.prefix(limit))
            }
            let store = scene.search
            results.actions = try find(.actions) { try store.actions(asked, archived: false, limit: $0) }
            results.archived = try find(.archived) { try store.actions(asked, archived: true, limit: $0) }
            results.practices = try find(.practices) { try store.practices(asked, limit: $0) }
            results.parties = try find(.parties) { try store.parties(asked, limit: $0) }
            results.plans = try find(.plans) { limit in
                let plans = try scene.plans.all().filter { asked.areAll(in: "\($0.title)\n\($0.purpose)\n\($0.commonObjectives)") }
                return Array(plans.prefix(limit))
            }
            if scene.actor.role.grants(.readInternal) {
                let person = scene.actor.person
                let own = scene.actor.role == .pilot ? [person?.id, person?.position, person?.unit].compactMap { $0 } : nil
                results.notes = try find(.notes) { try store.notes(asked, pilots: own, limit: $0) }
            }
            return results
        }
    }

    /// Folds what was written before there was a search; most starts find nothing to do.
    func foldOldTexts() async throws {
        for organisation in try await database.read({ try SearchStore.withUnfoldedTexts($0) }) {
            try await database.write(lock: organisation) { try SearchStore($0, organisation: organisation).fold() }
        }
    }
}

extension Words {
    package func searchGroup(_ group: SearchGroup) -> String {
        switch group {
        case .actions: say("Actions", "Actions")
        case .practices: say("Bonnes pratiques", "Practices")
        case .notes: say("Notes", "Notes")
        case .plans: say("Plans", "Plans")
        case .parties: say("Directions, fonctions et personnes", "Units, positions and persons")
        case .archived: say("Actions archivées", "Archived actions")
        }
    }
}
