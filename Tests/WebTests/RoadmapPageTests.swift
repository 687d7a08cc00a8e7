// The roadmap by its page: drawing and table say the same, groups, what has no date, means, pages, and its file.

import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWorkspace
import Testing

@Suite("The roadmap")
struct RoadmapPageTests {
    private func owner(_ house: Sample.House) -> Visitor {
        .commandLine(email: Sample.email(.administrator, house.slug), organisation: house.slug)
    }

    @Test func aPlanIsDrawnAndReadAsATable() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.workspace.link(house.action(4), .dependsOn, to: 3, as: owner(house))
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let roadmap = "/\(house.slug)/plans/\(house.plan)/roadmap"
            let page = try await browser.get(roadmap).text
            for words in [
                "<h1>Feuille de route</h1>", "role=\"region\" aria-label=\"Feuille de route, à faire défiler de côté\" tabindex=\"0\"",
                "<title>Feuille de route</title>", "Mêmes données que le dessin", "en retard de 16 jours", "Inventaire fait",
                "Dépend de l’action 3", "class=\"l f\"", "class=\"k\"", "aria-current=\"page\">Feuille de route",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            // Drawn and in the table; what is archived is nowhere, what has no date stands apart with a way to give it some.
            #expect(page.contains("3. Garder les ordinateurs six ans") && !page.contains("/actions/\(Sample.Numbered.archived)\""))
            #expect(page.contains("Sans date") && page.contains("/actions/\(Sample.Numbered.bare)/edit\""))
            #expect(page.contains("&lt;script&gt;") && !page.contains("<script>") && !page.contains("style="))
            // Nobody told the means: so it says, and leads there.
            #expect(page.contains("Le plan n’a pas encore de moyens") && page.contains("/means\""))

            let units = try await browser.get("\(roadmap)?group=unit").text
            #expect(units.contains("Direction du numérique") && units.contains("aria-current=\"true\">Par direction"))
            #expect(!units.contains("n’est pas compris"))
            #expect(try await browser.get("\(roadmap)?group=zzz&page=-3&axis=x").status == .ok)
            let late = try await browser.get("\(roadmap)?late=1").text
            #expect(late.contains("/actions/3\"") && !late.contains("/actions/4\""))
            #expect(try await browser.get("\(roadmap)?q=zzzz").text.contains("Aucune action ne répond à ce filtre"))

            var reader = TestBrowser(client, session: house.sessions[.reader])
            #expect(!(try await reader.get(roadmap).text).contains("Donner des dates"))
            let file = try await reader.get("\(roadmap).csv?late=1")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.text.contains("Garder les ordinateurs six ans") && !file.text.contains("Acheter reconditionné"))
        }
    }

    @Test func loadStandsUnderTheDrawing() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let key = StageKey(.implementation, 1)
        _ = try await sample.workspace.setMeans(
            of: house.plan, reading: nil, MeansEdit(capacities: [.init(direction: "Direction du numérique", usual: 10)]),
            as: owner(house))
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let page = try await browser.get("/\(house.slug)/plans/\(house.plan)/roadmap").text
            #expect(page.contains("Aucune étape à venir n’a à la fois des dates et des jours estimés"))
        }
        _ = try await sample.workspace.setNeeds(
            of: house.action(Sample.Numbered.underWay), reading: nil,
            ActionNeedsEdit(stages: [key: StageEstimate(quarters: 2, effort: [house.unit: 14.5])]), as: owner(house))
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let page = try await browser.get("/\(house.slug)/plans/\(house.plan)/roadmap").text
            #expect(page.contains("La charge dépasse la capacité") && page.contains("14,5\u{A0}/\u{A0}10") && page.contains("14,5 sur 10"))
            #expect(page.contains("sans jours estimés"))
        }
    }

    @Test func manyActionsTurnPages() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let drafts = (1...90).map { index in
            var edit = ActionEdit(label: "Action de plus \(index)", identifiedOn: Sample.today)
            edit.due = Sample.today + index
            return NewAction(
                input: ActionInput(edit: edit, pilot: "", contributors: [], perimeter: []),
                start: ActionStart(level: .reflection, commitment: nil, then: []))
        }
        _ = try await sample.workspace.addActions(drafts, to: house.plan, as: owner(house))
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.reader])
            let roadmap = "/\(house.slug)/plans/\(house.plan)/roadmap"
            let first = try await browser.get(roadmap).text
            #expect(first.contains("page=2\"") && first.contains("1 à 20 sur 99") && first.contains("partie 1 sur"))
            let last = try await browser.get("\(roadmap)?page=9").text
            #expect(last.contains("81 à 99 sur 99") && !last.contains("page=6\"") && last.contains("Sans date"))
            // Every action is on one of the pages.
            var pages = first + last
            for page in 2...4 { pages += try await browser.get("\(roadmap)?page=\(page)").text }
            for number in 11...100 { #expect(pages.contains("/actions/\(number)\""), "\(number)") }
        }
    }

    @Test func anEmptyPlanSaysSo() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let plan = try await sample.workspace.createPlan(
            PlanEdit(
                title: "Suite", from: Sample.today, to: Sample.today + 700, purpose: "", commonObjectives: ""), catalogue: nil,
            as: owner(house)
        ).number
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let roadmap = "/\(house.slug)/plans/\(plan)/roadmap"
            let empty = try await browser.get(roadmap).text
            #expect(empty.contains("pas encore d’action à situer") && !empty.contains("<figure"))
        }
        let bare = NewAction(
            input: ActionInput(
                edit: ActionEdit(label: "Un jour", identifiedOn: Sample.today), pilot: "", contributors: [], perimeter: []),
            start: ActionStart(level: .reflection, commitment: nil, then: []))
        _ = try await sample.workspace.addActions([bare], to: plan, as: owner(house))
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let page = try await browser.get("/\(house.slug)/plans/\(plan)/roadmap").text
            #expect(page.contains("Aucune de ces actions n’a de date") && page.contains("1. Un jour") && !page.contains("<figure"))
        }
    }

    @Test func aProposalIsDrawnToo() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let key = StageKey(.implementation, 1)
        let action = house.action(Sample.Numbered.underWay)
        _ = try await sample.workspace.setNeeds(
            of: action, reading: nil,
            ActionNeedsEdit(stages: [key: StageEstimate(quarters: 2, effort: [house.unit: 5], cost: 100)]), as: owner(house))
        _ = try await sample.workspace.judge(
            [JudgementInput(action: action.number, reading: nil, steps: [.impact: 4, .effort: 2])], of: house.plan, in: .person,
            as: owner(house))
        let scenario = try await sample.workspace.propose(ScenarioSettings(name: "Essai", seconds: 1), of: house.plan, as: owner(house))
            .number
        while try await sample.workspace.scenario(scenario, of: house.plan, owner(house)).model.scenario.state == .running {
            try await Task.sleep(for: .milliseconds(50))
        }
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let page = try await browser.get("/\(house.slug)/plans/\(house.plan)/scenarios/\(scenario)").text
            #expect(page.contains("aria-label=\"Ce qui est proposé, à faire défiler de côté\"") && page.contains("Barre basse"))
        }
    }
}
