/// Indicators at the door: forms that come back as they were typed, a correction that asks why, several measures at once, a table.
import HTTPTypes
import HummingbirdTesting
import JalonDomain
import JalonStore
import JalonTestSupport
import JalonWeb
import JalonWorkspace
import Testing

@Suite struct IndicatorPageTests {
    @Test func anIndicatorIsCreatedFromAWordingAndAimed() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let query: Query = ["name": "Durée de vie moyenne (en mois)", "plan": String(house.plan), "action": "1"]
            let form = try await browser.get(Path.indicators(house.slug, .new, query).url).text
            #expect(form.contains("<option value=\"duration\" selected") && form.contains("value=\"mois\""))
            #expect(form.contains("value=\"\(house.plan)/1\"") && form.contains("Vérifiez-les"))

            let typed = [
                ("name", "Durée de vie moyenne <b>"), ("type", "duration"), ("measureUnit", "zorglub"), ("decimals", "0"),
                ("direction", "higher"), ("level", "strategic"), ("cadence", "quarterly"), ("actions", "1"), ("warning", "beaucoup"),
            ]
            let refused = try await browser.post(Path.indicators(house.slug, .new).url, typed)
            #expect(refused.status == .unprocessableContent && refused.text.contains("beaucoup"))
            #expect(refused.text.contains("Durée de vie moyenne &lt;b") && !refused.text.contains("moyenne <b>"))
            let added = try await browser.post(
                Path.indicators(house.slug, .new).url,
                typed.map { $0.0 == "measureUnit" ? ($0.0, "mois") : $0.0 == "warning" ? ($0.0, "") : $0 })
            #expect(added.status == .seeOther)
            let page = Path.indicator(house.slug, house.indicators + 1)
            #expect(added.location == page.url)

            // A target without a number, then one.
            let targets = Path.indicator(house.slug, house.indicators + 1, .targets).url
            let wrong = try await browser.post(targets, [("target-target", "loin"), ("target-on", "31/12/2028")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("id=\"target-target-e\""))
            #expect(try await browser.post(targets, [("target-target", "6 ans"), ("target-on", "31/12/2028")]).status == .seeOther)
            let start = Path.indicator(house.slug, house.indicators + 1, .baseline).url
            #expect(try await browser.post(start, [("start-baseline", "48"), ("start-on", "31/12/2025")]).status == .seeOther)
            let text = try await browser.get(page.url).text
            #expect(text.contains("<b>72\u{A0}mois</b>") && text.contains("48\u{A0}mois"))
            let removal = Path.indicator(house.slug, house.indicators + 1, .targetRemoval).url
            #expect(try await browser.post(removal, [("on", "2028-12-31")]).status == .seeOther)
            #expect(try await !browser.get(page.url).text.contains("72\u{A0}mois"))

            // Another of almost the same name is confirmed to be another.
            let like = try await browser.post(
                Path.indicators(house.slug, .new).url,
                [
                    ("name", "Durées de vie moyennes b"), ("type", "duration"), ("measureUnit", "mois"), ("direction", "higher"),
                    ("level", "operational"),
                ])
            #expect(like.status == .unprocessableContent && like.text.contains("name=\"another\""))
        }
    }

    @Test func aSecondValueOfTheDayAsksWhy() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let measures = Path.indicator(house.slug, 1, .measures).url
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.pilot])
            let today = try await sample.workspace.plans(house.visitor(.coordinator)).today
            let day = today.iso
            #expect(try await browser.post(measures, [("value", "62 %"), ("on", day), ("source", "Relevé")]).status == .seeOther)
            let again = try await browser.post(measures, [("value", "63"), ("on", day)])
            #expect(again.status == .unprocessableContent && again.text.contains("name=\"reason\""))
            #expect(again.text.contains("name=\"correcting\"") && again.text.contains("value=\"63\""))
            let silent = try await browser.post(measures, [("value", "63"), ("on", day), ("correcting", "1"), ("reason", "")])
            #expect(silent.status == .unprocessableContent && silent.text.contains("Dites pourquoi la valeur est corrigée."))
            let told = try await browser.post(measures, [("value", "63"), ("on", day), ("correcting", "1"), ("reason", "Recompté")])
            #expect(told.status == .seeOther)
            let page = try await browser.get(Path.indicator(house.slug, 1).url).text
            #expect(page.contains("<b>63\u{A0}%</b>") && page.contains("Raison\u{A0}: Recompté") && page.contains("1 valeur corrigée"))
            for (value, said) in [("250", "entre 0 et 100"), ("NaN", "n’est pas un nombre"), ("3/0", "On ne divise pas par zéro")] {
                let refused = try await browser.post(measures, [("value", value), ("on", (today + -1).iso)])
                #expect(refused.status == .unprocessableContent && refused.text.contains(said), "\(value)")
            }
            let ahead = try await browser.post(measures, [("value", "5"), ("on", (today + 1).iso)])
            #expect(ahead.status == .unprocessableContent)
        }
    }

    @Test func severalMeasuresAreRecordedAtOnceOrNotAtAll() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let owner = house.visitor(.administrator, needs: .editPlan)
        let count = IndicatorDefinition(name: "Écrans", type: .count, unit: IndicatorUnit("écrans"))
        let second = try await sample.workspace.addIndicator(
            IndicatorInput(count, responsible: "Direction du numérique"), isAnother: true, as: owner
        ).indicator.number
        let due = Path.indicators(house.slug, .due).url
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.pilot])
            let page = try await browser.get(due).text
            #expect(page.contains("name=\"value\"") && page.contains("Écrans (écrans)"))
            func send(_ first: String, _ other: String) -> [(String, String)] {
                [("on", "2026-06-10"), ("number", "1"), ("value", first), ("number", String(second)), ("value", other)]
            }
            let wrong = try await browser.post(due, send("40", "douze"))
            #expect(
                wrong.status == .unprocessableContent && wrong.text.contains("id=\"v\(second)-e\"") && wrong.text.contains("value=\"40\""))
            let rule = try await browser.post(due, send("40", "1,5"))
            #expect(rule.status == .unprocessableContent && rule.text.contains("Donnez un nombre entier"))
            #expect(try await sample.workspace.indicator(1, owner).model.measures.allSatisfy { $0.on.iso != "2026-06-10" })
            #expect(try await browser.post(due, send("", "")).status == .unprocessableContent)
            #expect(try await browser.post(due, send("40", "12")).status == .seeOther)
            #expect(try await sample.workspace.indicator(second, owner).model.row.last?.value == 12)
            #expect(try await sample.workspace.indicator(1, owner).model.measures.contains { $0.on.iso == "2026-06-10" })
        }
    }

    @Test func aTableIsReadThenRecorded() async throws {
        let sample = try await Sample.make(on: try await Engine.sqlite.database())
        let house = sample.first
        let address = Path.indicators(house.slug, .importing).url
        try await sample.visit { client in
            var browser = TestBrowser(client, session: house.sessions[.coordinator])
            let wrong = try await browser.post(address, [("table", "n°;date;valeur\n1;2026-02-01;250\n1;2026-02-02;12\n")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Ligne 2") && wrong.text.contains("entre 0 et 100"))
            let table = "n°;date;valeur\n1;2026-02-01;25\n1;2026-02-02;12\n"
            let read = try await browser.send(address, file: Array(table.utf8), named: "mesures.csv")
            #expect(read.status == .ok && read.text.contains("Enregistrer 2 mesures") && read.text.contains("1;2026-02-01;25"))
            #expect(try await browser.post(address, [("table", table), ("write", "1")]).status == .seeOther)
            let csv = try await browser.get(Path.indicators(house.slug, .csv).url)
            #expect(csv.headers[.contentDisposition] == "attachment; filename=\"mesures.csv\"" && csv.text.contains("2026-02-02"))
            let json = try await browser.get(Path.indicators(house.slug, .json).url)
            #expect(json.headers[.contentType] == "application/json" && json.text.contains("\"on\": \"2026-02-01\""))
        }
    }
}
