// The door: who gets in, what cookies say, what forms and addresses are refused.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import NIOCore
import Testing

@Suite("The door")
struct DoorTests {
    @Test func theFirstStartCreatesTheOrganisationOnce() async throws {
        let workspace = try await emptyInstallation()
        let link = try await workspace.openSetupLink()
        try await workspace.visit { client in
            var browser = TestBrowser(client, session: nil)
            #expect(try await browser.get("/").text.contains("jalon init"))
            #expect(try await browser.get("/sign-in").location == "/")
            #expect(try await browser.get("/setup/\(link)").text.contains("Europe/Paris"))

            let short = try await browser.post("/setup/\(link)", Self.newOrganisation(password: "trop court"))
            #expect(short.status == .unprocessableContent)
            #expect(short.text.contains("Ville de <b>Test</b>") == false && short.text.contains("Ville de &lt;b&gt;Test&lt;/b&gt;"))
            #expect(!short.text.contains("trop court"), "a password is never sent back")

            let created = try await browser.post("/setup/\(link)", Self.newOrganisation(password: Sample.password))
            #expect(created.location == "/ville-de-b-test-b")
            #expect(try await browser.get("/").location == "/ville-de-b-test-b", "signed in")
            #expect(try await browser.get("/setup/\(link)").status == .gone)
            #expect(try await browser.post("/setup/\(link)", Self.newOrganisation(password: Sample.password)).status == .gone)
        }
    }

    private static func newOrganisation(password: String) -> [(String, String)] {
        [
            ("name", "Ville de <b>Test</b>"), ("timeZone", "Europe/Paris"), ("person", "Ada"), ("email", "ada@example.org"),
            ("password", password),
        ]
    }

    private func emptyInstallation() async throws -> Workspace {
        let clock = SampleClock()
        let workspace = Workspace(
            database: try await Engine.sqlite.database(), clock: { clock.now }, chance: { (0..<$0).map { _ in .random(in: 0...255) } },
            passwords: PasswordHasher(cost: 4))
        try await workspace.migrate()
        return workspace
    }

    @Test func signingInAndOut() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: nil)
            let asked = "/\(house.slug)/plans/\(house.plan)?x=1&y=2"
            let sent = try await browser.get(asked)
            #expect(sent.location.hasPrefix("/sign-in?back=%2F"))
            #expect(try await browser.get(sent.location).text.contains("value=\"/\(house.slug)/plans/\(house.plan)?x=1&amp;y=2\""))

            let email = house.email(.reader)
            let wrong = try await browser.post("/sign-in", [("email", email), ("password", "pas celui-ci !")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains(email))
            let unknown = try await browser.post("/sign-in", [("email", "x@example.org"), ("password", "pas celui-ci !")])
            #expect(unknown.status == wrong.status)
            #expect(unknown.text.contains("L’adresse ou le mot de passe ne correspond pas"))

            let right = try await browser.post("/sign-in", [("email", email), ("password", Sample.password), ("back", asked)])
            #expect(right.status == .seeOther && right.location == asked)
            #expect(try await browser.get(asked).status == .ok)

            let session = browser.cookies["jalon_session"]
            #expect(try await browser.post("/sign-out").location == "/sign-in")
            #expect(browser.cookies["jalon_session"] == nil)
            var thief = TestBrowser(client, session: session)
            #expect(try await thief.get(asked).location.hasPrefix("/sign-in"), "the session has ended on the server too")
        }
    }

    @Test func aGuesserIsSlowedDown() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let email = sample.first.email(.administrator)
        try await sample.visit { client in
            var browser = TestBrowser(client, session: nil)
            for _ in 0..<3 {
                let answer = try await browser.post("/sign-in", [("email", email), ("password", "essai")])
                #expect(answer.status == .unprocessableContent)
            }
            let good = [("email", email), ("password", Sample.password)]
            let slowed = try await browser.post("/sign-in", good)
            #expect(slowed.status == .tooManyRequests)
            #expect(slowed.headers[.retryAfter] == "2" && slowed.text.contains("2 secondes") && slowed.text.contains(email))
            sample.clock.advance(3)
            #expect(try await browser.post("/sign-in", good).status == .seeOther)
        }
    }

    @Test func aFormShownToOneSessionIsRefusedInAnother() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            let administrator = TestBrowser(client, session: house.sessions[.administrator])
            var coordinator = TestBrowser(client, session: house.sessions[.coordinator])
            let path = "/\(house.slug)/plans/\(house.plan)/actions/\(Sample.Numbered.late)/archive"
            let stolen = try await coordinator.post(path, token: administrator.formToken)
            #expect(stolen.status == .forbidden && stolen.text.contains("rien n’a été enregistré"))
            #expect(try await coordinator.post(path, token: "").status == .forbidden)
            // Not the last letter: two of its six bits are no part of the token.
            let token = coordinator.formToken
            let altered = (token.hasPrefix("A") ? "B" : "A") + token.dropFirst()
            #expect(try await coordinator.post(path, token: altered).status == .forbidden)
            #expect(try await coordinator.post(path).status == .seeOther)
        }
    }

    /// The token that a page carries is the one its form is taken with.
    @Test func theTokenOfAPageIsSound() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        try await sample.visit { client in
            var browser = TestBrowser(client, session: nil)
            browser.cookies = [:]
            let page = try await browser.get("/sign-in").text
            let token = page.firstMatch(of: /name="token" value="([^"]+)"/)?.output.1 ?? ""
            let answer = try await browser.post("/language", [("language", "en"), ("back", "/help")], token: String(token))
            #expect(answer.location == "/help" && browser.cookies["jalon_language"] == "en")
            #expect(try await browser.get("/help").text.contains("<html lang=\"en\">"))
        }
    }

    @Test func cookiesAreKeptFromScriptsAndOtherSites() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        var secure = Workspace.plainConfiguration
        secure.publicURL = "https://jalon.example.org"
        for (configuration, isSecure) in [(Workspace.plainConfiguration, false), (secure, true)] {
            let cookies = try await sample.visit(configuration) { client in
                var browser = TestBrowser(client, session: nil)
                browser.cookies = [:]
                var set = try await browser.get("/sign-in").headers[values: .setCookie]
                set += try await browser.post("/language", [("language", "en")]).headers[values: .setCookie]
                let email = sample.first.email(.reader)
                set += try await browser.post("/sign-in", [("email", email), ("password", Sample.password)]).headers[values: .setCookie]
                set += try await browser.post("/sign-out").headers[values: .setCookie]
                return set
            }
            for name in ["jalon_visit", "jalon_language", "jalon_session", "jalon_flash"] {
                #expect(cookies.contains { $0.hasPrefix("\(name)=") }, "\(name)")
            }
            for cookie in cookies {
                #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "\(cookie)")
                #expect(cookie.contains("Secure") == isSecure, "\(cookie)")
            }
        }
    }

    @Test(arguments: ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/\n/evil.example", "evil"])
    func backNeverLeadsElsewhere(_ back: String) async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        try await sample.visit { client in
            var browser = TestBrowser(client, session: nil)
            let changed = try await browser.post("/language", [("language", "fr"), ("back", back)])
            #expect(changed.location == "/")
            let query = Query(dictionaryLiteral: ("back", back)).suffix
            #expect(try await browser.get("/sign-in" + query).text.contains("<input type=\"hidden\" name=\"back\" value=\"/\">"))
            let fields = [("email", sample.first.email(.reader)), ("password", Sample.password), ("back", back)]
            #expect(try await browser.post("/sign-in" + query, fields).location == "/")
            #expect(try await browser.get("/sign-in" + query).location == "/", "already signed in")
        }
    }

    @Test func aTenMegabyteBodyIsTooMuch() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let body = ByteBuffer(repeating: UInt8(ascii: "x"), count: 10 * 1024 * 1024)
            let type: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            let answer = try await browser.send(.post, "/\(house.slug)/plans/\(house.plan)/actions/new", type, body: body)
            #expect(answer.status == .contentTooLarge && answer.text.contains("1\u{A0}Mo"))
            let fields = ByteBuffer(string: String(repeating: "a=1&", count: 6000))
            #expect(try await browser.send(.post, "/sign-in", type, body: fields).status == .contentTooLarge)
            let json: HTTPFields = [.contentType: "application/json"]
            #expect(try await browser.send(.post, "/sign-in", json, body: ByteBuffer(string: "{}")).status == .unsupportedMediaType)
        }
    }

    @Test func otherMethodsAndAddresses() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let head = try await browser.send(.head, "/help", [:], body: nil)
            #expect(head.status == .ok && head.body.readableBytes == 0)
            let plan = "/\(house.slug)/plans/\(house.plan)"
            #expect(try await browser.send(.head, plan, [:], body: nil).status == .ok)
            var nobody = TestBrowser(client, session: nil)
            #expect(try await nobody.send(.head, plan, [:], body: nil).status == .unauthorized)
            // The same to a stranger and to a member, of what exists and of what does not: the routes' table alone is told.
            for who in [house.sessions[.administrator], house.sessions[.reader], nil] {
                var browser = TestBrowser(client, session: who)
                for method in [HTTPRequest.Method.put, .delete, .patch, .options, .trace, .post] {
                    for path in [plan, "/nowhere/plans/9"] {
                        let refused = try await browser.send(method, path, [:], body: nil)
                        #expect(refused.status == .methodNotAllowed && refused.headers[.allow] == "GET, HEAD", "\(method) \(path)")
                    }
                    #expect(try await browser.send(method, "/a/b/c", [:], body: nil).status == .notFound, "\(method)")
                }
                let form = try await browser.get("\(plan)/life/proposal")
                #expect(form.status == .methodNotAllowed && form.headers[.allow] == "POST" && form.text.contains("Rien à ouvrir ici"))
                let both = try await browser.send(.delete, "\(plan)/edit", [:], body: nil)
                #expect(both.headers[.allow] == "GET, HEAD, POST")
            }
            for path in [
                "/a/b/c", "/\(house.slug)/plans/0", "/\(house.slug)/plans/-1", "/\(house.slug)/plans/9999999999999999999999", "/x%00",
            ] {
                #expect(try await browser.get(path).status == .notFound, "\(path)")
            }
            let style = try await browser.get(Path.stylesheet.url)
            #expect(style.status == .ok && style.headers[.contentSecurityPolicy] != nil)
            #expect(try await browser.get("/health").text == "ok\n")
        }
    }

    @Test func changingOnesPassword() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let other = try await sample.workspace.signIn(email: house.email(.pilot), password: Sample.password, from: "elsewhere")
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.pilot])
            let new = "une autre longue phrase"
            let wrong = try await browser.post("/account/password", [("current", "pas celui-ci"), ("password", new)])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("href=\"#current\""))
            let short = try await browser.post("/account/password", [("current", Sample.password), ("password", "court")])
            #expect(short.status == .unprocessableContent && short.text.contains("href=\"#password\""))
            let changed = try await browser.post("/account/password", [("current", Sample.password), ("password", new)])
            #expect(changed.location == "/account")
            #expect(try await browser.get("/account").text.contains("Vos autres sessions sont fermées"))
            var elsewhere = TestBrowser(client, session: other)
            #expect(try await elsewhere.get("/account/password").location.hasPrefix("/sign-in"))
        }
    }
}
