/// Versions at the door: read as they were, compared, and changed by nobody.
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite("Versions at the door")
struct VersionPageTests {
    @Test func noRouteChangesAVersion() {
        let about = routes.filter { $0.pattern.contains("/versions") || $0.pattern.contains("/changes") }
        #expect(!about.isEmpty && about.allSatisfy { $0.method == .get })
    }

    @Test func aVersionIsReadAsItWasAndARevisionIsSeen() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let plan = "/\(house.slug)/plans/\(house.plan)"
        try await sample.visit { client in
            var reader = TestBrowser(client, session: house.sessions[.reader])
            // What the sample did after its validation is a revision.
            let dashboard = try await reader.get(plan).text
            #expect(dashboard.contains("Révision en cours") && dashboard.contains("\(plan)/changes?from=1"))
            #expect(try await reader.get(plan + "/versions").text.contains("Version 1"))
            let version = try await reader.get(plan + "/versions/1").text
            #expect(version.contains("Garder les ordinateurs six ans") && version.contains("Conseil communautaire"))
            let action = try await reader.get(plan + "/versions/1/actions/\(Sample.Numbered.hostile)").text
            #expect(!action.contains("38\u{202F}000"), "a reader reads no cost")
            let changes = try await reader.get(plan + "/changes").text
            #expect(changes.contains("Ce qui a changé depuis la version 1") && changes.contains("Entrée en vigueur"))
            #expect(try await reader.get(plan + "/changes?kind=moved&after=1").status == .ok)
            for nowhere in ["/versions/2", "/versions/1/actions/999", "/changes?from=9", "/changes?to=candidate"] {
                #expect(try await reader.get(plan + nowhere).status == .notFound, "\(nowhere)")
            }
            let json = try await reader.get(plan + "/versions/1/plan.json")
            #expect(json.headers[.contentType]?.hasPrefix("application/json") == true && !json.text.contains("\"cost\": 3800000"))
            #expect(try await reader.get(plan + "/changes.md").text.hasPrefix("# Ce qui a changé depuis la version 1"))
        }
    }

    @Test func whatIsValidatedIsSaidClearly() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let plan = "/\(house.slug)/plans/\(house.plan)"
        try await sample.visit { client in
            var coordinator = TestBrowser(client, session: house.sessions[.coordinator])
            #expect(try await coordinator.post(plan + "/life/proposal").location == plan + "/life")
            #expect(try await coordinator.get(plan + "/life").text.contains("tel qu’il a été proposé") == false)
            _ = try await coordinator.post(plan + "/actions/\(Sample.Numbered.bare)/archive")
            let life = try await coordinator.get(plan + "/life").text
            #expect(life.contains("tel qu’il a été proposé") && life.contains("\(plan)/changes?from=candidate"))
            let fields = [("body", "COPIL"), ("on", "2026-06-16")]
            #expect(try await coordinator.post(plan + "/life/validation", fields).location == plan + "/life")
            #expect(try await coordinator.get(plan + "/changes?from=2").text.contains("Archivage"))
            #expect(try await coordinator.get(plan + "/changes?from=2&to=1").location == plan + "/changes?from=1&to=2")
        }
    }
}
