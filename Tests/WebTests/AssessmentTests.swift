// The état des lieux by its pages: a theme in one form, errors beside what was typed, and someone else's answer shown.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite("The état des lieux and what the plan makes of it")
struct AssessmentTests {
    private func row(_ practice: String, _ state: String, _ comment: String = "", _ link: String = "", reading: Int = 0) -> [(
        String, String
    )] {
        [
            ("practice", practice), ("reading-\(practice)", String(reading)), ("state-\(practice)", state),
            ("comment-\(practice)", comment), ("proof-\(practice)", link),
        ]
    }

    @Test func aThemeIsSaidInOneForm() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let theme = "/\(house.slug)/assessment/a"
            let empty = try await browser.get("/\(house.slug)/assessment").text
            #expect(empty.contains("Commencez ici") && empty.contains(theme))

            let sent =
                [("on", "01/02/2026"), ("then", "next")] + row("a.1", "inPlace", Sample.hostile)
                + row("a.2", "partly", "", "https://example.org/")
                + row("a.3", "")
            let saved = try await browser.post(theme, sent)
            #expect(saved.status == .seeOther && saved.location == "/\(house.slug)/assessment/b")
            #expect(try await browser.get(saved.location).text.contains("2 pratiques évaluées"))
            let page = try await browser.get(theme).text
            #expect(page.contains("Évaluée le 1er février 2026 par coordinator O’Hara"))
            #expect(page.contains("name=\"state-a.2\" value=\"partly\" checked") && page.contains("&lt;script&gt;"))

            // What is sent again as it was read is left alone.
            let again = try await browser.post(theme, [("on", "16/06/2026")] + row("a.2", "partly", "", "https://example.org/", reading: 1))
            #expect(try await browser.get(again.location).text.contains("Rien n’a changé."))
            let overview = try await browser.get("/\(house.slug)/assessment").text
            #expect(overview.contains("2 bonnes pratiques évaluées sur 59") && overview.contains("/build?tick=assessment"))
        }
    }

    @Test func whatIsToBeMendedKeepsWhatWasTyped() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.administrator])
            let sent =
                [("on", "01/02/2027")] + row("a.1", "notApplicable") + row("a.2", "", "Un commentaire seul")
                + row("a.3", "partly", "", "ici")
            let wrong = try await browser.post("/\(house.slug)/assessment/a", sent)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("4 réponses sont à corriger"))
            for place in ["#on", "#comment-a.1", "#p-a.2", "#proof-a.3"] { #expect(wrong.text.contains("href=\"\(place)\""), "\(place)") }
            #expect(wrong.text.contains("Un commentaire seul") && wrong.text.contains("value=\"01/02/2027\""))
        }
        #expect(try await sample.workspace.assessment(of: nil, house.visitor(.reader)).model.standing.isEmpty)
    }

    @Test func someoneElsesAnswerIsShown() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            let theme = "/\(house.slug)/assessment/a"
            var theirs = TestBrowser(client, session: house.sessions[.administrator])
            var mine = TestBrowser(client, session: house.sessions[.coordinator])
            _ = try await theirs.post(theme, [("on", "16/06/2026")] + row("a.1", "inPlace", "Leur réponse") + row("a.2", "partly"))
            let conflict = try await mine.post(
                theme, [("on", "16/06/2026")] + row("a.1", "notInPlace", "Ma réponse") + row("a.2", "") + row("a.3", "partly"))
            #expect(conflict.status == .conflict)
            #expect(conflict.text.contains("Leur réponse") && conflict.text.contains("Ma réponse"))
            // Untouched here, a.2 follows what was said meanwhile.
            #expect(conflict.text.contains("name=\"state-a.2\" value=\"partly\" checked"))
            #expect(conflict.text.contains("name=\"reading-a.1\" value=\"1\""))
            let chosen = try await mine.post(theme, [("on", "16/06/2026")] + row("a.1", "notInPlace", "Ma réponse", reading: 1))
            #expect(chosen.status == .seeOther)
            let reader = TestBrowser(client, session: house.sessions[.reader])
            var browser = reader
            let read = try await browser.get(theme).text
            #expect(read.contains("Leur réponse") && read.contains("Ma réponse") && !read.contains("name=\"state-a.1\""))
            #expect(try await browser.get("/\(house.slug)/assessment/z").status == .notFound)
        }
    }

    @Test func coverageSaysWhatBecomesOfEachPractice() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            _ = try await browser.post(
                "/\(house.slug)/assessment/a",
                [("on", "16/06/2026")] + row("a.4", "notApplicable", "Un seul service") + row("a.5", "inPlace"))
            let coverage = "/\(house.slug)/plans/\(house.plan)/coverage"
            let page = try await browser.get(coverage).text
            #expect(page.contains("Un seul service") && page.contains("Garder les ordinateurs six ans"))
            #expect(page.contains("/build?uncovered=1&amp;tick=all") && page.contains("/build/review?practice=a.3"))
            #expect(!page.contains("/build/review?practice=a.4") && !page.contains("/build/review?practice=a.5"))
            let priority = try await browser.get(coverage + "?priority=priority").text
            #expect(!priority.contains("practices/a.4\"") && priority.contains("practices/a.2\""))
            var reader = TestBrowser(client, session: house.sessions[.reader])
            let read = try await reader.get(coverage).text
            #expect(!read.contains("/build"))
        }
    }
}
