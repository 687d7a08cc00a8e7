// Priorities by their pages: the grid of the workshop, its errors and conflicts, the matrix with its table, and the weights.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import NIOCore
import Testing

@Suite("What to do first")
struct RankingPageTests {
    private func row(_ number: Int, _ read: String, _ impact: String, _ effort: String, _ difficulty: String, _ cost: String) -> [(
        String, String
    )] {
        [
            ("read-\(number)", read), ("impact-\(number)", impact), ("effort-\(number)", effort), ("difficulty-\(number)", difficulty),
            ("cost-\(number)", cost),
        ]
    }

    @Test func aGridIsFilledAndReadAsAMatrix() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let plan = "/\(house.slug)/plans/\(house.plan)"
            let empty = try await browser.get("\(plan)/workshop").text
            // Stated in the action, impact and effort are in the grid; closed and archived actions are not.
            #expect(empty.contains("name=\"impact-3\" value=\"4\"") && empty.contains("name=\"read-3\" value=\"4,2,,\""))
            for number in [Sample.Numbered.inForce, Sample.Numbered.stopped, Sample.Numbered.archived] {
                #expect(!empty.contains("impact-\(number)\""), "\(number)")
            }

            let saved = try await browser.post(
                "\(plan)/workshop", row(3, "4,2,,", "4", "2", "3", "1") + row(1, ",,,", "2", "", "", "") + row(9, ",,,", "5", "5", "4", "5")
            )
            #expect(saved.status == .seeOther && saved.location == "\(plan)/workshop")
            #expect(try await browser.get(saved.location).text.contains("7 jugements enregistrés."))

            let ranking = try await browser.get("\(plan)/ranking").text
            #expect(ranking.contains("2 actions classées") && ranking.contains("à estimer d’abord"))
            for words in ["À faire d’abord", "Grands chantiers", "À saisir au passage", "À discuter", "L’ordre tient-il", "&lt;script&gt;"]
            {
                #expect(ranking.contains(words), "\(words)")
            }
            // In the order of scores: 3 before 9; what is not estimated stands apart.
            let third = try #require(ranking.firstRange(of: "/actions/3\""))
            let ninth = try #require(ranking.firstRange(of: "/actions/9\""))
            let first = try #require(ranking.firstRange(of: "/actions/1\""))
            #expect(third.lowerBound < ninth.lowerBound && ninth.lowerBound < first.lowerBound)
            #expect(!ranking.contains("<script>"))
            let narrowed = try await browser.get("\(plan)/ranking?level=reflection").text
            #expect(narrowed.contains("0 action classée") && !narrowed.contains("/actions/3\""))
            #expect(try await browser.get("\(plan)/ranking?axis=zzz&page=-4").status == .ok)

            // Again as it was read: nothing to write.
            let again = try await browser.post("\(plan)/workshop", row(3, "4,2,,", "4", "2", "3", "1"))
            #expect(try await browser.get(again.location).text.contains("Rien n’a changé."))
        }
    }

    @Test func whatIsToBeMendedKeepsWhatWasTyped() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let workshop = "/\(house.slug)/plans/\(house.plan)/workshop"
            let wrong = try await browser.post(
                workshop, row(1, ",,,", "9", "x", "3", "") + [("participants", "Lise & <b>"), ("on", "01/06/2026")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("2 réponses sont à corriger"))
            for place in ["#impact-1", "#effort-1"] { #expect(wrong.text.contains("href=\"\(place)\""), "\(place)") }
            #expect(wrong.text.contains("value=\"x\"") && wrong.text.contains("Lise &amp; &lt;b&gt;"))
            // Closing asks who took part, and when.
            let alone = try await browser.post(workshop, row(1, ",,,", "3", "", "", "") + [("close", "1"), ("on", "30/06/2026")])
            #expect(alone.status == .unprocessableContent && alone.text.contains("#participants") && alone.text.contains("#on"))
            #expect(alone.text.contains("name=\"impact-1\" value=\"3\""))
            let nothing = try await browser.post(workshop, [("close", "1"), ("on", "12/06/2026"), ("participants", "Lise")])
            #expect(nothing.status == .unprocessableContent && nothing.text.contains("rien n’a été jugé"))
            let closed = try await browser.post(
                workshop,
                row(1, ",,,", "3", "", "", "") + [
                    ("close", "1"), ("on", "12/06/2026"), ("participants", "Lise\nDirection des achats, Lise"),
                ])
            #expect(closed.status == .seeOther)
            let page = try await browser.get(closed.location).text
            #expect(page.contains("L’atelier n°\u{A0}1 est clos.") && page.contains("Lise et Direction des achats"))
            #expect(page.contains("Atelier n°\u{A0}1, le 12 juin 2026"))
        }
    }

    @Test func someoneElsesJudgementIsShown() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            let workshop = "/\(house.slug)/plans/\(house.plan)/workshop"
            var theirs = TestBrowser(client, session: house.sessions[.administrator])
            var mine = TestBrowser(client, session: house.sessions[.coordinator])
            _ = try await theirs.post(workshop, row(1, ",,,", "4", "2", "", ""))
            let conflict = try await mine.post(workshop, row(1, ",,,", "5", "", "", "1"))
            #expect(conflict.status == .conflict)
            #expect(
                conflict.text.contains("Enregistré entre-temps par Ada")
                    && conflict.text.contains("name=\"impact-1\" id=\"impact-1\" value=\"5\""))
            // Untouched here, effort follows; the grid is now made from what stands.
            #expect(conflict.text.contains("name=\"effort-1\" value=\"2\"") && conflict.text.contains("value=\"4,2,,\""))
            #expect(try await mine.post(workshop, row(1, "4,2,,", "5", "2", "", "1")).status == .seeOther)
            var reader = TestBrowser(client, session: house.sessions[.reader])
            let read = try await reader.get(workshop).text
            #expect(!read.contains("name=\"impact-1\"") && !read.contains("Clore"))
            let blank = try await mine.get("\(workshop)?blank=1").text
            #expect(!blank.contains("value=\"5\"") && !blank.contains("<button>Enregistrer"))
        }
    }

    @Test func weightsAreSetByTheAdministration() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            let weights = "/\(house.slug)/settings/weights"
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let sound = [
                ("version", "0"), ("impact", "60"), ("effort", "20"), ("difficulty", "0"), ("cost", "7,5"), ("dependencies", ""),
                ("i-climate", "1"),
            ]
            for (name, bad) in [("effort", "-3"), ("cost", "NaN"), ("i-climate", "beaucoup"), ("impact", "1e9")] {
                let answer = try await browser.post(weights, sound.filter { $0.0 != name } + [(name, bad)])
                #expect(answer.status == .unprocessableContent && answer.text.contains("value=\"\(bad)\""), "\(name) \(bad)")
            }
            let zero = try await browser.post(weights, [("impact", "5")])
            #expect(zero.status == .unprocessableContent && zero.text.contains("tous sont à zéro"))
            #expect(try await browser.post(weights, sound).status == .seeOther)
            #expect(try await browser.get(weights).text.contains("value=\"7,5\""))
            let crossed = try await browser.post(weights, sound.map { $0.0 == "impact" ? ("impact", "10") : $0 })
            #expect(crossed.status == .conflict && crossed.text.contains("60") && crossed.text.contains("value=\"10\""))
            var reader = TestBrowser(client, session: house.sessions[.reader])
            let read = try await reader.get(weights).text
            #expect(read.contains("69\u{A0}%") && !read.contains("name=\"impact\""))
        }
    }

    /// Sixty actions, each with its mark, and the grid that they are judged in, stay light.
    @Test func sixtyActionsStayLight() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let owner = house.visitor(.administrator)
        let verbs = ["Garder", "Mesurer", "Louer", "Étudier", "Réparer", "Partager", "Former", "Éteindre", "Compter", "Publier"]
        let things = ["les portables", "les écrans", "les serveurs", "les copieurs", "les téléphones", "les démarches"]
        let new = verbs.flatMap { verb in
            things.map { thing in
                NewAction(
                    input: ActionInput(
                        edit: ActionEdit(label: "\(verb) \(thing) de la direction, service par service", identifiedOn: Sample.today),
                        pilot: "", contributors: [], perimeter: []), start: ActionStart(level: .implementation, commitment: nil, then: []))
            }
        }
        let actions = try await sample.workspace.addActions(new, to: house.plan, as: owner).actions
        let inputs = actions.enumerated().map { index, action in
            JudgementInput(
                action: action.id.number, reading: nil,
                steps: [
                    .impact: 1 + index * 7 % 5, .effort: 1 + index * 3 % 5, .difficulty: 1 + index / 3 % 5, .cost: index % 4 == 0 ? nil : 2,
                ])
        }
        _ = try await sample.workspace.judge(inputs, of: house.plan, in: .person, as: owner)
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            for page in ["ranking", "ranking?page=2", "workshop", "workshop?blank=1"] {
                let answer = try await browser.get("/\(house.slug)/plans/\(house.plan)/\(page)", [.acceptEncoding: "gzip"])
                #expect(
                    answer.headers[.contentEncoding] == "gzip" && answer.body.readableBytes <= 8 * 1024,
                    "\(page): \(answer.body.readableBytes)")
            }
            let text = try await browser.get("/\(house.slug)/plans/\(house.plan)/ranking").text
            #expect(text.contains("61 actions classées") && text.contains("page=2"))
        }
    }
}
