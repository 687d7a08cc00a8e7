/// Board, calendar, who carries what and search, at the door.
import Foundation
import HTTPTypes
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite struct ViewTests {
    private func page(_ path: String, as role: Role = .coordinator) async throws -> String {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let (house, session) = (sample.first, sample.first.sessions[role])
        return try await sample.visit { client in
            var browser = TestBrowser(client, session: session)
            return try await browser.get("/\(house.slug)" + path.replacing(":plan", with: String(house.plan))).text
        }
    }

    @Test func theBoardLeadsToActionsAndTheirNews() async throws {
        let board = try await page("/plans/:plan/board?late=1", as: .pilot)
        #expect(board.contains("Garder les ordinateurs six ans") && board.contains("#nouvelles"))
        #expect(!board.contains("Acheter reconditionné d’abord"))
        // The filter goes along from one view to the others.
        #expect(board.contains("/actions?late=1") && board.contains("/calendar?late=1"))
        let byProgress = try await page("/plans/:plan/board?by=progress&axis=zz")
        #expect(byProgress.contains("id=\"inProgress\"") && byProgress.contains("Filtre ignoré"))
    }

    @Test func theCalendarMovesByItsAddress() async throws {
        let may = try await page("/plans/:plan/calendar?month=2026-05")
        #expect(may.contains("calendar?month=2026-04") && may.contains("calendar?month=2026-06"))
        #expect(may.contains("datetime=\"2026-05-31\"") && may.contains("Garder les ordinateurs six ans"))
        #expect(try await page("/plans/:plan/calendar?month=2026-99").contains("Calendrier, juin 2026"))
        #expect(try await page("/plans/:plan/calendar?year=2026").contains("Juin"))
        #expect(try await page("/plans/:plan/calendar?quarter=2026-Q2").contains("T2 2026"))
    }

    @Test func aSearchShowsHostileWordsAsWords() async throws {
        let found = try await page("/search?q=%3Cscript%3Ealert(%221%22)%3C/script%3E")
        #expect(found.contains("<mark>&lt;script&gt;alert(\"1\")&lt;/script&gt;</mark>"))
        #expect(!found.contains("<script"))
        let reader = try await page("/search?q=note+interne", as: .reader)
        #expect(!reader.contains("Note interne"))
        #expect(try await page("/search?q=" + String(repeating: "%25_%27", count: 2000)).contains("Aucun résultat"))
    }
}
