/// Lists: every sort and filter, paged by key in both directions, on both engines.
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import SQL
import Testing

@Suite struct ListContractTests {
    /// Seven actions that differ by everything a list sorts and filters by.
    private func filled(_ engine: Engine, _ test: String = #function) async throws -> Setting {
        let s = try await Setting(engine, test)
        _ = try await s.plan()
        let new: [NewAction] = [
            s.new("Éteindre les écrans", pilot: "Zoé") {
                $0.due = s.day("2026-06-01"); $0.practices = ["a.1"]; $0.indicators = ["x"]
            },
            s.new("acheter d’occasion", pilot: "achats") {
                $0.due = s.day("2026-07-01"); $0.practices = ["d.1"]
            },
            s.new("Zoner les droits_100%", pilot: "Élodie") { $0.due = s.day("2026-06-01") },
            s.new("Œuvrer ensemble", level: .reflection) { $0.indicators = ["y"] },
            s.new("Mesurer", pilot: "Karim Pilote", level: .experimentation) {
                $0.due = s.day("2027-01-01"); $0.tags = ["énergie"]
            },
            s.new("Mesurer", pilot: "Karim Pilote", level: .reflection) {
                $0.due = s.day("2026-06-15"); $0.practices = ["g.10"]
            },
            s.new("100 postes", pilot: "Direction du numérique") { $0.due = s.day("2026-06-16") },
        ]
        _ = try await s.workspace.addActions(new, to: 1, as: s.visitor(.coordinator))
        return s
    }

    private func numbers(_ s: Setting, _ change: (inout ActionQuery) -> Void) async throws -> [Int] {
        var query = ActionQuery()
        change(&query)
        return try await s.workspace.actions(of: 1, query, size: 50, s.administrator).model.page.rows.map(\.number)
    }

    @Test(arguments: Engine.allCases) func sortsAlikeOnBothEngines(_ engine: Engine) async throws {
        let s = try await filled(engine)
        #expect(try await numbers(s) { _ in } == [1, 3, 6, 7, 2, 5, 4])
        #expect(try await numbers(s) { $0.sort = .label } == [7, 2, 1, 5, 6, 4, 3])
        #expect(try await numbers(s) { $0.sort = .pilot } == [2, 7, 3, 5, 6, 1, 4])
        #expect(try await numbers(s) { $0.sort = .level } == [4, 6, 5, 1, 2, 3, 7])
        #expect(
            try await numbers(s) {
                $0.sort = .number; $0.descending = true
            } == [7, 6, 5, 4, 3, 2, 1])
    }

    @Test(arguments: Engine.allCases) func filtersMeanTheSameEverywhere(_ engine: Engine) async throws {
        let s = try await filled(engine)
        #expect(try await numbers(s) { $0.filter.late = true } == [1, 3, 6])
        #expect(try await numbers(s) { $0.filter.withoutPilot = true } == [4])
        #expect(try await numbers(s) { $0.filter.withoutIndicator = true } == [3, 6, 7, 2, 5])
        #expect(try await numbers(s) { $0.filter.level = .reflection } == [6, 4])
        #expect(try await numbers(s) { $0.filter.text = "ecran" } == [1])
        #expect(try await numbers(s) { $0.filter.text = "OEUVRER" } == [4])
        #expect(try await numbers(s) { $0.filter.text = "_100%" } == [3])
        #expect(try await numbers(s) { $0.filter.text = "%" } == [3])
        #expect(try await numbers(s) { $0.filter.text = "energie" } == [5])
        #expect(try await numbers(s) { $0.filter.text = "5" } == [5])
        #expect(try await numbers(s) { $0.filter.text = "karim" } == [6, 5])
        #expect(try await numbers(s) { $0.filter.practice = "g.10" } == [6])
        #expect(try await numbers(s) { $0.filter.priority = .priority } == [1, 2].filter { _ in true })
    }

    /// The unit and all below it, through the persons and positions in them.
    @Test(arguments: Engine.allCases) func aUnitCarriesWhatItsPeopleCarry(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let unit = try #require(try await s.workspace.parties(s.administrator).model.first { $0.name == "Direction du numérique" })
        #expect(try await numbers(s) { $0.filter.unit = unit.id } == [6, 7, 5])
    }

    @Test(arguments: Engine.allCases) func pagesFollowOneAnotherInEverySortAndDirection(_ engine: Engine) async throws {
        let s = try await filled(engine)
        for sort in ActionSort.allCases {
            for descending in [false, true] {
                var query = ActionQuery()
                query.sort = sort
                query.descending = descending
                let whole = try await s.workspace.actions(of: 1, query, size: 50, s.administrator).model.page
                #expect(whole.next == nil && whole.previous == nil)
                var walked: [Int] = []
                var cursors: [ActionCursor?] = []
                repeat {
                    let page = try await s.workspace.actions(of: 1, query, size: 3, s.administrator).model.page
                    walked += page.rows.map(\.number)
                    cursors.append(page.previous)
                    query.cursor = page.next
                } while query.cursor != nil
                #expect(walked == whole.rows.map(\.number), "\(sort) \(descending)")
                // From the last page back to the first.
                query.cursor = cursors.last ?? nil
                let back = try await s.workspace.actions(of: 1, query, size: 3, s.administrator).model.page
                #expect(back.rows.map(\.number) == Array(walked[3..<6]))
            }
        }
    }

    /// Every group follows its own order, its rows stay together over the pages, and its count is of the whole list.
    @Test(arguments: Engine.allCases) func groupsHoldTogetherAndAreCounted(_ engine: Engine) async throws {
        let s = try await filled(engine)
        func listing(_ group: ActionGroup, size: Int = 50, _ change: (inout ActionQuery) -> Void = { _ in }) async throws -> ActionListing {
            var query = ActionQuery()
            query.group = group
            query.sort = group.sort
            change(&query)
            return try await s.workspace.actions(of: 1, query, size: size, s.administrator).model
        }
        let directions = try await listing(.direction)
        #expect(directions.page.rows.map(\.number) == [5, 6, 7, 1, 2, 3, 4])
        #expect(
            directions.page.rows.map { $0.details?.direction } == Array(repeating: "Direction du numérique", count: 3) + [
                nil, nil, nil, nil,
            ])
        #expect(directions.groupCounts == ["direction du numerique": 3, "~": 4])
        #expect(try await listing(.level).groupCounts == ["0": 2, "1": 1, "2": 4])
        #expect(try await listing(.pilot).groupCounts["karim pilote"] == 2)
        // A page in the middle of a group counts all of it, under the filter.
        let second = try await listing(.level, size: 2) {
            $0.filter.late = true
            $0.cursor = ActionCursor(key: "2", number: 1, backward: false)
        }
        #expect(second.page.rows.map(\.number) == [3])
        #expect(second.groupCounts == ["2": 2])

        // A pilot who joins a direction takes their actions there.
        _ = try await s.workspace.editParty(.named("Zoé", nil), PartyPlace(unit: "Achats", position: nil), as: s.administrator)
        #expect(try await listing(.direction).page.rows.map(\.number) == [1, 5, 6, 7, 2, 3, 4])
    }

    @Test(arguments: Engine.allCases) func theOverviewCountsWhatTheListsShow(_ engine: Engine) async throws {
        let s = try await filled(engine)
        let overview = try await s.workspace.overview(of: 1, s.visitor(.reader)).model
        #expect(overview.total == 7)
        #expect(overview.count(\.late) == 3)
        #expect(overview.count(\.withoutPilot) == 1)
        #expect(overview.count(\.withoutIndicator) == 5)
        #expect(overview.count(\.actions) { $0.level == .reflection } == 2)
        #expect(overview.late.map(\.number) == [1, 3, 6])
        #expect(overview.uncovered.count == 56)
        #expect(!overview.uncovered.contains("g.10"))
        #expect(overview.recent == nil)
        #expect(try await s.workspace.overview(of: 1, s.visitor(.auditor)).model.recent?.isEmpty == false)
    }
}
