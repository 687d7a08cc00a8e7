// Guides on the web: pasted and imported, compared, and a plan that moves from one edition to the next.

import Foundation
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite("Guides and their editions")
struct GuideTests {
    private let table =
        "Ref\tQuoi\tFamille\tRang\na.1\tDéfinir \"<b>\" une stratégie\tStratégie\tModéré\nb.9\tAcheter moins\tAchats\tPrioritaire\n"
    private let columns = [("column-id", "Ref"), ("column-title", "Quoi"), ("column-theme", "Famille"), ("column-priority", "Rang")]

    @Test func aPastedTableIsShownThenImported() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let path = "/\(house.slug)/catalogues/import"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let named = [("catalogue", "charte@1"), ("file", table)]
            let lost = try await browser.post(path, named)
            #expect(lost.status == .unprocessableContent && lost.text.contains("dont Id et Titre") && lost.text.contains("Acheter moins"))
            let shown = try await browser.post(path, named + columns)
            #expect(shown.status == .ok && shown.text.contains("2 bonnes pratiques en 2 thématiques"))
            #expect(shown.text.contains("«\u{A0}Modéré\u{A0}» lue comme «\u{A0}Aller plus loin\u{A0}»") && !shown.text.contains("<b>"))
            #expect(try await browser.get("/\(house.slug)/catalogues").text.contains("charte@1") == false)
            let imported = try await browser.post(path, named + columns + [("agree", "1")])
            #expect(imported.status == .seeOther)
            #expect(try await browser.get(imported.location).text.contains("Acheter moins"))
            let again = try await browser.post(path, named + columns + [("agree", "1")])
            #expect(again.status == .unprocessableContent && again.text.contains("charte@1"))
            let unnamed = try await browser.post(path, [("catalogue", "charte"), ("file", table)])
            #expect(unnamed.status == .unprocessableContent && unnamed.text.contains("guide-nr@2"))
        }
    }

    @Test func aPlanMovesToTheNextEdition() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        var next = try await sample.workspace.catalogue("jalon@1", house.visitor(.reader)).model.catalogue
        next.version = "2"
        next.practices.removeAll { $0.id == "c.1" }
        next.practices[1].id = "a.99"
        next.practices[1].indicators.fr.append("Actions <tenues>")
        let entry = try await sample.workspace.importCatalogue(next, as: house.visitor(.coordinator, needs: .manageCatalogues))
        let plan = "/\(house.slug)/plans/\(house.plan)"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            #expect(try await browser.get(plan).text.contains("\(plan)/edition"))
            let diff = try await browser.get("/\(house.slug)/catalogues/diff?from=\(house.catalogue)&to=\(entry.id)")
            let compared = try await browser.get(diff.location)
            #expect(compared.text.contains("Déplacée") && compared.text.contains("<ins>a.99</ins>"))
            #expect(try await browser.get(diff.location + "?practice=a.99").text.contains("Actions &lt;tenues&gt;"))
            #expect(try await browser.get(diff.location + "?practice=z.9").status == .notFound)

            let page = try await browser.get("\(plan)/edition").text
            #expect(page.contains("Passer à jalon@2") && page.contains("Relier à a.99"))
            let version = try #require(page.firstMatch(of: /name="version" value="(\d+)"/)?.1)
            let reads = page.matches(of: /name="read" value="(\d+:\d+)"/).map { ("read", String($0.1)) }
            let sent = [("version", String(version)), ("to", String(entry.id)), ("link-3-c.1", "drop"), ("add", "2 a.2 0")]
            let stale = try await browser.post("\(plan)/edition", sent + [("read", "2:99")])
            #expect(stale.status == .conflict && stale.text.contains("value=\"2 a.2 0\" checked"))
            let moved = try await browser.post("\(plan)/edition", sent + reads)
            #expect(moved.status == .seeOther)
            #expect(try await browser.get(moved.location).text.contains("jalon@2. 2 actions modifiées"))
        }
        func action(_ number: Int) async throws -> Action {
            try await sample.workspace.action(house.action(number), house.visitor(.reader)).model.action
        }
        #expect(try await action(Sample.Numbered.late).practices == ["a.99"])
        let awaiting = try await action(Sample.Numbered.awaitsDecision)
        #expect(awaiting.practices == ["a.99"] && awaiting.indicators == ["Nombre de postes", "Actions <tenues>"])
    }
}
