// A template of actions on the web: kept, found, started from.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite("Templates of actions")
struct TemplateTests {
    @Test func anActionIsKeptAndAnotherStartsFromIt() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let action = "/\(house.slug)/plans/\(house.plan)/actions/\(Sample.Numbered.late)"
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            #expect(try await browser.get(action).text.contains("href=\"\(action)/template\""))
            let again = try await browser.post("\(action)/template", [("name", "Modèle \(Sample.hostile)")])
            #expect(again.status == .unprocessableContent && again.text.contains("est déjà pris"))
            let kept = try await browser.post("\(action)/template", [("name", "Six ans")])
            #expect(kept.status == .seeOther)
            let list = try await browser.get(kept.location).text
            #expect(list.contains("Six ans") && list.contains("&lt;script&gt;") && !list.contains("<script"))

            let form = try await browser.get("/\(house.slug)/plans/\(house.plan)/actions/new?template=2").text
            #expect(form.contains("value=\"Garder les ordinateurs six ans\"") && form.contains("value=\"Inventaire fait\""))
            #expect(form.contains("name=\"pilot\" value=\"\"") && form.contains("name=\"due\" value=\"\""))
            #expect(!form.contains("example.org"), "evidence is of one action")
            let missing = try await browser.get("/\(house.slug)/plans/\(house.plan)/actions/new?template=9")
            #expect(missing.status == .notFound)

            let taken = try await browser.post("/\(house.slug)/templates/1/name", [("name", "six ANS"), ("version", "1")])
            #expect(taken.status == .unprocessableContent && taken.text.contains("value=\"six ANS\""))
            #expect(taken.text.contains("«\u{A0}six ANS\u{A0}» est déjà pris. Choisissez-en un autre."))
            #expect(taken.text.contains("href=\"#name\"") && taken.text.contains("id=\"name\""))
            // Someone else named it meanwhile: both names are shown, and the form counts from what stands.
            let stale = try await browser.post("/\(house.slug)/templates/1/name", [("name", "Autre"), ("version", "9")])
            #expect(stale.status == .conflict && stale.text.contains("value=\"Autre\"") && stale.text.contains("&lt;script&gt;"))
            #expect(stale.text.contains("il s’appelle") && stale.text.contains("name=\"version\" value=\"1\""))
            #expect(try await browser.post("/\(house.slug)/templates/2/archive").status == .seeOther)
            #expect(try await browser.get("/\(house.slug)/templates?archived=1").text.contains("Six ans"))

            // A name that was given to another while its template was put away is changed first.
            let other = try await browser.post("/\(house.slug)/templates/1/name", [("name", "Six ans"), ("version", "1")])
            #expect(other.status == .seeOther)
            let back = try await browser.post("/\(house.slug)/templates/2/restore")
            #expect(back.status == .unprocessableContent && back.text.contains("«\u{A0}Six ans\u{A0}» est déjà pris"))
            let renamed = try await browser.post("/\(house.slug)/templates/2/name", [("name", "Sept ans"), ("version", "2")])
            #expect(renamed.location == "/\(house.slug)/templates?archived=1")
            #expect(try await browser.post("/\(house.slug)/templates/2/restore").status == .seeOther)
        }
    }
}
