// The directory's rules: what merges, what is put away, and names that may be one.

import JalonDomain
import Testing

@Suite struct DirectoryTests {
    private func party(_ id: Int, _ kind: PartyKind, _ name: String) -> Party {
        Party(id: id, kind: kind, name: name, unit: nil, position: nil, archived: false, version: 1)
    }

    @Test func onlyTwoOfAKindBecomeOne() throws {
        let unit = party(1, .unit, "DSI")
        func refusal(_ one: Party, _ other: Party, isAbove: Bool = false, areMembers: Bool = false) -> DomainError? {
            do throws(DomainError) {
                try one.requireMerge(into: other, isAbove: isAbove, areMembers: areMembers)
                return nil
            } catch { return error }
        }
        #expect(refusal(unit, unit) == .invalid(.into, .mergeWithItself))
        #expect(refusal(unit, party(2, .position, "DSI")) == .invalid(.into, .mergeOfKinds(.unit, .position)))
        #expect(refusal(party(3, .person, "A"), party(4, .person, "B"), areMembers: true) == .invalid(.into, .mergeOfMembers))
        #expect(refusal(unit, party(2, .unit, "Numérique"), isAbove: true) == .invalid(.into, .ownAncestor))
        #expect(refusal(unit, party(2, .unit, "Numérique")) == nil)
    }

    @Test func whatIsDependedOnIsNotPutAway() {
        for (below, isMember, open) in [(1, false, 0), (0, true, 0), (0, false, 2)] {
            var party = party(1, .unit, "DSI")
            #expect(throws: DomainError.invalid(.archived, .stillInUse(below: below, isMember: isMember, openActions: open))) {
                try party.archive(below: below, isMember: isMember, openActions: open)
            }
            #expect(!party.archived)
        }
    }

    @Test(arguments: [
        ("Anne Roux", "ROUX Anne"), ("Service achats", "Service-Achats"), ("Direction du numérique", "Direction du numerqiue"),
        ("Karim Pilote", "Karin Pilote"),
    ])
    func namesThatMayBeOne(_ one: String, _ other: String) {
        #expect(nearParties([party(1, .unit, one), party(2, .unit, other)], limit: 5).count == 1)
    }

    @Test(arguments: [("Lycée 1", "Lycée 2"), ("Léa", "Luc"), ("DSI", "DRH"), ("Direction des achats", "Direction des affaires")])
    func namesThatAreTwo(_ one: String, _ other: String) {
        #expect(nearParties([party(1, .unit, one), party(2, .unit, other)], limit: 5).isEmpty)
    }

    @Test func aNameOfTwoKindsIsPointedOutAndAnArchivedOneLeftAlone() {
        var archived = party(3, .unit, "D.S.I.")
        archived.archived = true
        let pairs = nearParties([party(1, .unit, "DSI"), party(2, .position, "Dsi"), archived], limit: 5)
        #expect(pairs.map { [$0.id, $1.id] } == [[1, 2]])
    }
}
