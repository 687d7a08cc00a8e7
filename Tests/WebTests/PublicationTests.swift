/// Publishing at the door: what the public reads names nobody, is kept by browsers, and goes at once.
import Foundation
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite("Publications at the door")
struct PublicationTests {
    @Test func thePublicReadsAndNobodyIsNamed() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let desk = "/\(house.slug)/plans/\(house.plan)/publication"
        let open = "/public/\(house.slug)/plans/\(house.plan)"
        try await sample.visit { client in
            var coordinator = TestBrowser(client, session: house.sessions[.coordinator])
            var anyone = TestBrowser(client, session: nil)
            #expect(try await anyone.get("/public/\(house.slug)/plans/\(house.closedPlan)").status == .notFound)
            #expect(try await coordinator.get(desk).text.contains("Le plan est public"))
            #expect(try await coordinator.post(desk).location == desk)

            let page = try await anyone.get(open)
            #expect(page.status == .ok && page.headers[.setCookie] == nil && !page.text.contains("<form"))
            #expect(page.text.contains("og:title") && page.text.contains("<meta name=\"description\""))
            let preview = try await coordinator.get(desk + "/preview").text
            #expect(preview.contains("Aperçu") && preview.contains("Garder les ordinateurs six ans"))
            let tag = try #require(page.headers[.eTag])
            let again = try await anyone.get(open, [.ifNoneMatch: tag])
            #expect(again.status == .notModified && again.headers[.eTag] == tag && page.headers[.cacheControl] == "public, no-cache")
            #expect(try await anyone.get(open + "?language=en").text.contains("<html lang=\"en\">"))

            // Every page and file, against everyone.
            let people = try await sample.workspace.parties(house.visitor(.administrator)).model.filter { $0.kind == .person }.map(\.name)
            let members = try await sample.workspace.members(house.visitor(.administrator)).model
            let names = people + members.flatMap { [$0.name, $0.email] } + ["Inès Valadon"]
            let links = page.text.matches(of: /href="(\/public[^"]+)"/).map { String($0.output.1) }
            #expect(links.contains(open + "/plan.csv") && links.contains(open + "/actions/\(Sample.Numbered.late)"))
            for link in [open] + links {
                let text = try await anyone.get(link).text
                #expect(!text.isEmpty, "\(link)")
                for name in names { #expect(!text.folded.contains(name.folded), "\(link) names \(name)") }
            }
            let published = try await sample.workspace.published(house.slug, house.plan)
            for file in PublicationFiles.all(of: published, Words(.fr)) {
                let text = String(decoding: file.bytes, as: UTF8.self).folded
                for name in names { #expect(!text.contains(name.folded), "\(file.path) names \(name)") }
            }

            #expect(try await coordinator.post(desk + "/withdrawal").location == desk)
            #expect(try await anyone.get(open, [.ifNoneMatch: tag]).status == .notFound)
        }
    }

    @Test func aNameBlocksUntilItIsResolved() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let desk = "/\(house.slug)/plans/\(house.plan)/publication"
        let owner = house.visitor(.administrator)
        _ = try await sample.workspace.addParty(.person, name: "Pierre Commun", PartyPlace(unit: nil, position: nil), as: owner)
        try await sample.workspace.editPlan(
            house.plan, reading: nil,
            PlanEdit(
                title: "Plan", from: Day(ordinal: 20_454), to: Day(ordinal: 21_000), purpose: "Écrit par COMMUN Pierre.",
                commonObjectives: ""),
            as: owner)
        try await sample.workspace.propose(house.plan, reading: nil, as: owner)
        try await sample.workspace.validate(
            house.plan, reading: nil, Validation(on: Sample.today, body: "COPIL", person: ""), as: owner)
        try await sample.visit { client in
            var coordinator = TestBrowser(client, session: house.sessions[.coordinator])
            let refused = try await coordinator.post(desk)
            #expect(refused.status == .unprocessableContent && refused.text.contains("Pierre Commun"))
            let key = try #require(refused.text.firstMatch(of: /name="hit" value="([^"]+)"/)?.output.1)
            #expect(try await coordinator.post(desk + "/clearance", [("hit", String(key))]).location == desk)
            #expect(try await coordinator.post(desk).location == desk)
            let chosen = try await coordinator.post(desk + "/choices", [("version", "0"), ("fields", "due")])
            #expect(chosen.location == desk)
            let crossed = try await coordinator.post(desk + "/choices", [("version", "0"), ("fields", "cost")])
            #expect(crossed.status == .conflict)
        }
    }
}
