// Running an organisation at the door: settings, directory, members, invitations, resets, one's own account.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import NIOCore
import Testing

@Suite("Running an organisation")
struct SettingsTests {
    @Test func aLinkInvitesOnce() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let invitations = "/\(house.slug)/settings/invitations"
            let mended = try await browser.post(invitations, [("name", "Zoé"), ("email", "pas une adresse"), ("role", "pilot")])
            #expect(mended.status == .unprocessableContent && mended.text.contains("value=\"pas une adresse\""))
            let shown = try await browser.post(invitations, [("name", Sample.hostile), ("email", "zoe@example.org"), ("role", "reader")])
            let path = shown.text.firstMatch(of: /value="http:\/\/[^"]*(\/invitation\/[^"]+)"/)?.output.1 ?? ""
            #expect(shown.status == .ok && !path.isEmpty && shown.headers[.cacheControl]?.contains("no-store") == true)
            let members = try await browser.get("/\(house.slug)/settings/members").text
            #expect(members.contains("zoe@example.org") && !members.contains(path))

            var zoe = TestBrowser(client, session: nil)
            let page = try await zoe.get(String(path)).text
            #expect(page.contains("Ada valmont vous invite") && page.contains("Lecture"))
            #expect(try await zoe.post(String(path), [("person", "Zoé"), ("password", "court")]).status == .unprocessableContent)
            let joined = try await zoe.post(String(path), [("person", "Zoé"), ("password", Sample.password)])
            #expect(joined.location == "/\(house.slug)")
            #expect(try await zoe.get("/\(house.slug)/plans").status == .ok)
            #expect(try await zoe.get(String(path)).status == .gone)
            #expect(zoe.cookies["jalon_language"] == "fr", "the organisation's, until she chooses another")
        }
    }

    /// An account that exists is led to sign in, and joins from there; then moves between its organisations.
    @Test func anAccountJoinsAnotherOrganisation() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let (here, there) = (sample.first, sample.second)
        let link = try await sample.workspace.invite(
            NewInvitation(name: "Une lectrice", email: here.email(.reader), role: .auditor, unit: "", position: ""),
            as: there.visitor(.administrator, needs: .administer))
        let path = Path.invitation(token: link.token).url
        try await sample.visit { client in
            var nobody = TestBrowser(client, session: nil)
            #expect(try await nobody.get(path).text.contains("/sign-in?back=%2Finvitation%2F"))
            var other = TestBrowser(client, session: here.sessions[.pilot])
            #expect(try await other.get(path).text.contains("action=\"/sign-out\""))
            #expect(try await other.post(path).status == .unprocessableContent)
            var reader = TestBrowser(client, session: here.sessions[.reader])
            #expect(try await !reader.get("/\(here.slug)/plans").text.contains("Changer d’organisation"))
            #expect(try await reader.post(path).location == "/\(there.slug)")
            #expect(try await reader.get("/\(there.slug)/plans").text.contains("Changer d’organisation"))
            let both = try await reader.get("/").text
            #expect(both.contains("href=\"/\(here.slug)\"") && both.contains("href=\"/\(there.slug)\""))
        }
    }

    @Test func aLostPasswordIsGivenAnew() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let member = "/\(house.slug)/settings/members/\(house.member)"
            #expect(try await browser.get(member).text.contains("\(member)/reset"))
            let shown = try await browser.post("\(member)/reset")
            let path = String(shown.text.firstMatch(of: /value="http:\/\/[^"]*(\/reset\/[^"]+)"/)?.output.1 ?? "")
            #expect(!path.isEmpty)
            var reader = TestBrowser(client, session: house.sessions[.reader])
            #expect(try await reader.get("/\(house.slug)/plans").location.hasPrefix("/sign-in"), "sessions end at once")
            #expect(try await reader.get(path).text.contains(house.email(.reader)))
            #expect(try await reader.post(path, [("password", "court")]).status == .unprocessableContent)
            #expect(try await reader.post(path, [("password", "une phrase toute neuve")]).location == "/")
            #expect(try await reader.get("/\(house.slug)/plans").status == .ok)
            #expect(try await reader.get(path).status == .gone)
        }
    }

    @Test func rightsAreChangedButNotTheLastAdministrators() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let ada = try #require(
            try await sample.workspace.members(house.visitor(.administrator, needs: .administer)).model.first { $0.role == .administrator })
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let own = "/\(house.slug)/settings/members/\(ada.account)"
            for answer in [
                try await browser.post(own, [("role", "reader")]), try await browser.post("\(own)/removal", [("confirmed", "1")]),
            ] {
                #expect(answer.status == .unprocessableContent && answer.text.contains("dernière personne"))
            }
            #expect(try await !browser.get(own).text.contains("\(own)/reset"))
            let reader = "/\(house.slug)/settings/members/\(house.member)"
            #expect(try await browser.post(reader, [("role", "administrator")]).location == "/\(house.slug)/settings/members")
            // No longer the last: one may leave, and then sees nothing here.
            #expect(try await browser.post("\(own)/removal").status == .unprocessableContent, "the box is to be ticked")
            #expect(try await browser.post("\(own)/removal", [("confirmed", "1")]).location == "/")
            #expect(try await browser.get("/\(house.slug)/plans").status == .notFound)
        }
    }

    @Test func aDuplicateIsPointedOutAndMerged() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let visitor = house.visitor(.administrator, needs: .administer)
        let none = PartyPlace(unit: nil, position: nil)
        let double = try await sample.workspace.addParty(.unit, name: "Direction du numerique.", none, as: visitor)
        let unit = try #require(try await sample.workspace.parties(visitor).model.first { $0.name == "Direction du numérique" })
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let directory = "/\(house.slug)/settings/directory"
            let page = try await browser.get(directory).text
            #expect(page.contains("Des noms se ressemblent") && page.contains("\(directory)/\(double.id)?into=\(unit.id)#into"))
            let merge = "\(directory)/\(double.id)/merge"
            let unsure = try await browser.post(merge, [("into", String(unit.id))])
            #expect(unsure.status == .unprocessableContent && unsure.text.contains("href=\"#confirmed\""))
            let itself = try await browser.post(merge, [("into", String(double.id)), ("confirmed", "1")])
            #expect(itself.status == .unprocessableContent && itself.text.contains("href=\"#into\""))
            let done = try await browser.post(merge, [("into", String(unit.id)), ("confirmed", "1")])
            #expect(done.location == "\(directory)/\(unit.id)")
            #expect(try await browser.get("\(directory)/\(double.id)").status == .notFound)
            // A unit below itself is refused where it was typed; a stale form shows what stands.
            _ = try await browser.post(directory, [("kind", "unit"), ("name", "Cellule"), ("unit", "Direction du numérique")])
            let loop = try await browser.post(
                "\(directory)/\(unit.id)", [("name", "Direction du numérique"), ("unit", "Cellule"), ("position", "")])
            #expect(loop.status == .unprocessableContent && loop.text.contains("href=\"#unit\""))
            let stale = try await browser.post("\(directory)/\(unit.id)", [("version", "1"), ("name", "Numérique"), ("unit", "")])
            #expect(stale.status == .conflict && stale.text.contains("value=\"Numérique\""))
        }
    }

    @Test func onesOwnAccount() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: nil)
            let agent: HTTPFields = [.userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"]
            let body = "token=\(browser.formToken)&email=\(house.email(.pilot))&password=une+longue+phrase%2C+pour+entrer"
            let type: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            _ = try await browser.send(.post, "/sign-in", agent + type, body: .init(string: body))
            let account = try await browser.get("/account").text
            #expect(account.contains("Firefox, Linux") && account.contains("Navigateur inconnu"), "this session and the sample's")
            #expect(try await browser.post("/account", [("name", "Nouveau Nom"), ("language", "en")]).location == "/account")
            #expect(browser.cookies["jalon_language"] == "en")
            #expect(try await browser.get("/account").text.contains("Nouveau Nom, who signs in"))
            #expect(try await browser.post("/account/sessions", [("end", "others")]).location == "/account")
            var former = TestBrowser(client, session: house.sessions[.pilot])
            #expect(try await former.get("/account").location.hasPrefix("/sign-in"))
            let email = [("email", "neuf@example.org"), ("password", Sample.password)]
            #expect(
                try await browser.post("/account/email", [("email", "neuf@example.org"), ("password", "faux")]).text.contains(
                    "neuf@example.org"))
            #expect(try await browser.post("/account/email", email).location == "/account")
            #expect(try await browser.post("/account/sessions", [("end", "all")]).location == "/sign-in")
            #expect(try await browser.get("/account").location.hasPrefix("/sign-in"))
        }
    }

    @Test func aStaleSettingsFormShowsBothValues() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let path = "/\(house.slug)/settings/organisation"
            func form(_ name: String, _ version: Int) -> [(String, String)] {
                [("version", String(version)), ("name", name), ("timeZone", "Europe/Paris"), ("language", "fr"), ("catalogue", "")]
            }
            #expect(try await browser.post(path, form("Valmont", 1)).location == "/\(house.slug)/settings")
            let stale = try await browser.post(path, form("Val Mont", 1))
            #expect(stale.status == .conflict && stale.text.contains("value=\"Val Mont\"") && stale.text.contains("«\u{A0}Valmont\u{A0}»"))
            #expect(try await browser.get("/\(house.slug)/plans").text.contains("Valmont"))
        }
    }
}

extension HTTPFields {
    fileprivate static func + (left: HTTPFields, right: HTTPFields) -> HTTPFields {
        var all = left
        all.append(contentsOf: right)
        return all
    }
}
