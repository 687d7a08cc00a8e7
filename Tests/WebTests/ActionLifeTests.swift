/// Milestones, links, copies, parts and merges at the door: what is typed is taken, or comes back with what is to be mended.
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite("The life of actions at the door")
struct ActionLifeTests {
    private func address(_ house: Sample.House, _ number: Int, _ rest: String = "") -> String {
        "/\(house.slug)/plans/\(house.plan)/actions/\(number)\(rest)"
    }

    @Test func aMilestoneIsKnownByWhatWasReadOfIt() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let late = address(house, Sample.Numbered.late)
        try await sample.visit { client in
            var pilot = TestBrowser(client, session: house.sessions[.pilot])
            let wrong = try await pilot.post(late + "/milestones", [("milestones", "Tri fait"), ("milestoneDue", "31/02/2026")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"Tri fait\""))
            #expect(wrong.text.contains("value=\"31/02/2026\"") && wrong.text.contains("href=\"#milestones\""))
            let added = try await pilot.post(late + "/milestones", [("milestones", "Tri fait"), ("milestoneDue", "30/06/2026")])
            #expect(added.location == late)
            let was = [("was", "Inventaire fait"), ("wasDue", "2026-04-01"), ("wasReached", "2026-04-03")]
            #expect(try await pilot.post(late + "/milestones", was + [("remove", "1")]).location == late)
            let gone = try await pilot.post(late + "/milestones", was + [("milestones", "Inventaire complet")])
            #expect(gone.status == .conflict && gone.text.contains("value=\"Inventaire complet\""), "what was typed is not lost")
        }
        let action = try await sample.workspace.action(house.action(Sample.Numbered.late), house.visitor(.pilot)).model.action
        #expect(action.milestones.map(\.title) == ["Tri fait"])
    }

    @Test func linksAreSeenFromBothSidesAndACircleIsNamed() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let (late, other) = (address(house, Sample.Numbered.late), address(house, Sample.Numbered.underWay))
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let added = try await browser.post(other + "/links", [("kind", "dependsOn"), ("links", "n° 3")])
            #expect(added.location == other)
            let page = try await browser.get(other).text
            #expect(page.contains("Dépend de") && page.contains("Pas encore en vigueur") && page.contains("en retard de 16 jours"))
            #expect(try await browser.get(late).text.contains("Attendue par"))
            let circle = try await browser.post(late + "/links", [("kind", "dependsOn"), ("links", "4")])
            #expect(circle.status == .unprocessableContent && circle.text.contains("n°\u{A0}3 → n°\u{A0}4 → n°\u{A0}3"))
            for (typed, sentence) in [("3", "C’est la même action"), ("99", "n’existe pas ici"), ("7/1", "même plan"), ("x", "nombre")] {
                let refused = try await browser.post(late + "/links", [("kind", "relatesTo"), ("links", typed)])
                #expect(refused.status == .unprocessableContent && refused.text.contains(sentence), "\(typed)")
            }
            let removed = try await browser.post(late + "/links/removal", [("kind", "dependsOn"), ("other", "4")])
            #expect(removed.location == late + "/links")
            #expect(try await browser.get(other).text.contains("Pas encore en vigueur") == false)
        }
    }

    @Test func copyingSplittingAndMerging() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let late = address(house, Sample.Numbered.late)
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            #expect(try await browser.get(late + "/copy").text.contains("value=\"Copie de Garder les ordinateurs six ans\""))
            let copied = try await browser.post(late + "/copy", [("label", "Garder les écrans")])
            let copy = house.actions + 1
            #expect(copied.location == address(house, copy, "/edit"))

            let refused = try await browser.post(
                late + "/split", [("version", "2"), ("label", ""), ("element", "practices a.2"), ("share", "1")])
            #expect(refused.status == .unprocessableContent && refused.text.contains("value=\"1\" selected"), "the share is kept")
            let split = try await browser.post(
                late + "/split",
                [("version", "2"), ("label", "Fixes"), ("element", "practices a.2"), ("share", "1"), ("original", "open")])
            #expect(split.location == late)
            let stale = try await browser.post(late + "/split", [("version", "2"), ("label", "Encore")])
            #expect(stale.status == .conflict && stale.text.contains("value=\"Encore\""))

            for typed in ["3", "8", "99", "7/1"] {
                let refused = try await browser.get(late + "/merge?with=\(typed)")
                #expect(refused.status == .unprocessableContent && refused.text.contains("value=\"\(typed)\""), "\(typed)")
                #expect(try await browser.post(late + "/merge", [("with", typed)]).status == .unprocessableContent, "\(typed)")
            }
            let choice = try await browser.get(late + "/merge?with=\(copy)")
            #expect(choice.status == .ok && choice.text.contains("Garder les écrans"))
            let merged = try await browser.post(
                late + "/merge", [("with", String(copy)), ("read", "3:3"), ("read", "\(copy):1"), ("label", String(copy))])
            #expect(merged.location == late)
            #expect(try await browser.get(address(house, copy)).text.contains("Fusionnée dans"))
            #expect(try await browser.get("/\(house.slug)/plans/\(house.plan)/actions?archived=1").text.contains("Garder les écrans"))
        }
        let action = try await sample.workspace.action(house.action(Sample.Numbered.late), house.visitor(.administrator)).model.action
        #expect(action.label == "Garder les écrans" && action.practices == ["c.1", "a.2"], "what was moved away came back with the copy")
    }
}
