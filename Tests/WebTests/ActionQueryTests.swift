/// The list's address: what it says comes back the same, what it does not know is set aside.
import JalonDomain
import JalonStore
import Testing

@testable import JalonWeb

@Suite struct ActionQueryTests {
    /// Every filter at once, with text that an address must encode.
    private var full: ActionQuery {
        var query = ActionQuery()
        query.filter.axis = 3
        query.filter.level = .experimentation
        query.filter.progress = .inProgress
        query.filter.pilot = 12
        query.filter.unit = 7
        query.filter.priority = .further
        query.filter.practice = "g.10"
        query.filter.late = true
        query.filter.withoutPilot = true
        query.filter.withoutIndicator = true
        query.filter.awaitsDecision = true
        query.filter.closed = false
        query.filter.archived = true
        query.filter.text = "été & 100 % = <b>"
        query.sort = .label
        query.descending = true
        return query
    }

    private func read(_ query: Query) throws -> ActionListQuery {
        ActionListQuery(try #require(FormBody(encoded: query.suffix.dropFirst().utf8)))
    }

    @Test func everyFilterComesBack() throws {
        let back = try read(full.address)
        #expect(back.query == full)
        #expect(back.ignored.isEmpty)
    }

    @Test func nothingAskedSaysNothing() throws {
        #expect(ActionQuery().address.suffix == "")
        #expect(try read(.empty).query == ActionQuery())
    }

    @Test func everyViewComesBack() throws {
        for view in ActionListView.allCases { #expect(try read(view.filter.address).query.filter == view.filter) }
    }

    @Test(arguments: ActionSort.allCases, [true, false])
    func everyOrderComesBack(sort: ActionSort, descending: Bool) throws {
        var query = ActionQuery()
        query.sort = sort
        query.descending = descending
        #expect(try read(query.address).query == query)
    }

    @Test func aColumnSortsThenTurnsAround() throws {
        let query = ActionQuery()
        let first = try read(query.sorted(by: .label, in: .empty)).query
        #expect(first.sort == .label && !first.descending)
        let second = try read(first.sorted(by: .label, in: .empty)).query
        #expect(second.sort == .label && second.descending)
        // The order by due date is the one that needs no saying: its own column turns it around.
        #expect(try read(query.sorted(by: .due, in: .empty)).query.descending)
    }

    @Test(arguments: ActionGroup.allCases, [true, false])
    func everyLayoutComesBack(group: ActionGroup, descending: Bool) throws {
        var query = ActionQuery()
        query.group = group
        query.sort = group.sort
        query.descending = descending
        query.columns = [.level, .direction, .number]
        query.filter.level = .reflection
        #expect(try read(query.address).query == query)
        // A column other than that of the groups sorts the list without them; what is shown stays.
        let sorted = try read(query.sorted(by: .due, in: query.filter.address)).query
        #expect(sorted.group == nil && sorted.sort == .due && sorted.columns == query.columns && sorted.filter == query.filter)
    }

    @Test func columnsTickedOneByOneAreThoseNamedAtOnce() throws {
        let ticked = try read(["columns": "number", "columns": "level", "columns": "colour", "group": "level", "sort": "label"])
        #expect(ticked.query.columns == [.level, .number])
        #expect(ticked.query.sort == .level)
        #expect(ticked.ignored.map(\.value) == ["colour"])
    }

    @Test(arguments: ["2026-06-30", "~", "a~b", " réduire & trier", "9999", ""], [true, false])
    func aPlaceInTheListComesBack(key: String, backward: Bool) throws {
        let cursor = ActionCursor(key: key, number: 41, backward: backward)
        let back = try read(full.page(at: cursor, in: full.address)).query
        #expect(back.cursor == cursor)
        #expect(back.filter == full.filter)
    }

    @Test func whatIsNotKnownIsSetAsideAndSaid() throws {
        let back = try read(["level": "haut", "progress": "À faire", "axis": "a", "sort": "-colour", "closed": "2", "after": "x~y"])
        #expect(back.query.filter.level == nil)
        #expect(back.query.filter.progress == .toDo)
        #expect(back.query.filter.axis == nil)
        #expect(back.query.filter.closed == nil)
        #expect(back.query.sort == .due)
        #expect(back.query.cursor == nil)
        #expect(back.ignored.map(\.value) == ["a", "haut", "2", "-colour"])
    }

    @Test func aPilotIsANumberOrPartOfAName() throws {
        var query = ActionQuery()
        query.filter.pilotName = "Réseau d’achat"
        query.filter.unitName = "Direction"
        #expect(try read(query.address).query == query)
        #expect(try read(["pilot": "12"]).query.filter.pilot == 12)
    }

    @Test func endlessTextIsCut() throws {
        let text = String(repeating: "a", count: 100_000)
        let filter = try read(["q": text, "pilot": text, "unit": text, "practice": text]).query.filter
        #expect([filter.text, filter.pilotName, filter.unitName, filter.practice ?? ""].allSatisfy { $0.count <= 200 })
    }
}
