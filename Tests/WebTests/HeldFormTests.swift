/// A form that is interrupted gives back what was typed, and nothing is written before its sender says so again.
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite("A form interrupted")
struct HeldFormTests {
    private func address(_ sample: Sample, _ rest: String = "new") -> String {
        "/\(sample.first.slug)/plans/\(sample.first.plan)/actions/\(rest)"
    }

    private let typed = [
        ("label", "Un libellé <à> garder"), ("objectives", "Un\nDeux"), ("password", "jamais"), ("level", "reflection"),
        ("visibility", "public"),
    ]

    @Test func aSessionThatEndedLeadsBackThroughTheDoor() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            try await sample.workspace.signOut(house.sessions[.coordinator] ?? "")
            let refused = try await browser.post(address(sample), typed)
            #expect(refused.status == .unauthorized && refused.text.contains("ce que vous avez écrit vous attend"))
            #expect(refused.text.contains("name=\"held-label\" value=\"Un libellé &lt;à&gt; garder\""))
            #expect(!refused.text.contains("jamais"), "a password is never sent back")

            let held = refused.held
            let wrong = try await browser.post(
                "/sign-in", held + [("email", house.email(.coordinator)), ("password", "faux mot de passe")])
            #expect(wrong.status == .unprocessableContent && wrong.held.count == held.count)
            let entered = try await browser.post(
                "/sign-in", wrong.held + [("email", house.email(.coordinator)), ("password", Sample.password)])
            #expect(entered.status == .ok && entered.text.contains("Rien n’est encore enregistré"))
            #expect(entered.text.contains("action=\"\(address(sample))\"") && entered.text.contains("name=\"resume\" value=\"1\""))

            let token = try #require(entered.token(of: address(sample)))
            let form = try await browser.post(address(sample), typed + [("resume", "1")], token: token)
            #expect(form.status == .ok && form.text.contains("value=\"Un libellé &lt;à&gt; garder\"") && form.text.contains("Un\nDeux"))
            #expect(form.text.contains("pas encore enregistrée") && !form.text.contains("<title>Erreur"))
            let saved = try await browser.post(address(sample), typed)
            #expect(saved.location == address(sample, "\(house.actions + 1)"))
        }
    }

    @Test func aStaleTokenGivesTheFormBack() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let stale = try await browser.post(address(sample), typed, token: "x")
            #expect(stale.status == .forbidden && stale.text.contains("Formulaire périmé"))
            let token = try #require(stale.token(of: address(sample)))
            #expect(try await browser.post(address(sample), typed + [("resume", "1")], token: token).status == .ok)
            // Signed out meanwhile, with the cookie gone: by the door.
            var nobody = TestBrowser(client, session: nil)
            let refused = try await nobody.post(address(sample), typed, token: "x")
            #expect(refused.status == .forbidden && refused.text.contains("name=\"held-label\"") && refused.text.contains("name=\"email\""))
            // What another site sends is not carried; nor is what is too much.
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let elsewhere = try await browser.post(address(sample), typed, token: "x", [site: "cross-site"])
            #expect(elsewhere.status == .forbidden && !elsewhere.text.contains("garder"))
            let long = [("description", String(repeating: "a", count: 250_000))]
            #expect(try await browser.post(address(sample), long, token: "x").text.utf8.count < 20_000)
        }
    }

    @Test func resumingWritesNothing() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let late = address(sample, "\(Sample.Numbered.late)")
            let news = try await browser.post(late + "/report", [("progress", "done"), ("note", "Presque"), ("resume", "1")])
            #expect(news.status == .ok && news.text.contains("Presque"))
            let archive = try await browser.post(late + "/archive", [("resume", "1")])
            #expect(archive.location == "/\(house.slug)")
            var reader = TestBrowser(client, session: house.sessions[.reader])
            #expect(try await reader.post(late + "/report", [("resume", "1")]).status == .forbidden)
        }
        let sheet = try await sample.workspace.action(house.action(Sample.Numbered.late), house.visitor(.administrator)).model
        #expect(!sheet.action.archived && sheet.action.current.progress == .inProgress)
        #expect(sheet.notes?.contains { $0.words == "Presque" } == false)
    }
}

extension TestResponse {
    /// The hidden fields that carry a form through the door.
    fileprivate var held: [(String, String)] {
        text.matches(of: /name="(held[^"]*)" value="([^"]*)"/).map { match in
            (String(match.output.1), String(match.output.2).replacing("&lt;", with: "<").replacing("&gt;", with: ">"))
        }
    }

    /// The token of the form that goes there.
    fileprivate func token(of action: String) -> String? {
        guard let start = text.firstRange(of: "action=\"\(action)\"") else { return nil }
        return text[start.upperBound...].firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.output.1) }
    }
}
