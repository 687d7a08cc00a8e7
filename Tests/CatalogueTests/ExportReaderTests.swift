/// The guide's JSON and CSV exports (the latter is not valid CSV), and what spreadsheets make of it.

import JalonDomain
import Testing

@testable import JalonCatalogue

@Suite struct ExportReaderTests {
    @Test func json() throws {
        let reading = try Fixture.read("potager-v2.json")
        let catalogue = reading.catalogue
        #expect(catalogue.reference.description == "potager@2")
        #expect(catalogue.date == "2025-03-02")
        #expect(catalogue.title.fr == "Guide du potager partagé")
        #expect(catalogue.themes.map(\.title.fr) == ["Semis et terre", "Outils communs"])
        #expect(catalogue.practices.map(\.id) == ["a.1", "a.2", "a.3", "g.9", "g.10"])
        #expect(
            catalogue.practices[0]
                == Practice(
                    id: "a.1", theme: "a", title: LocalisedText(fr: "Préparer la terre à la grelinette", en: nil),
                    priority: .priority, difficulty: .medium,
                    pilots: LocalisedList(fr: ["Équipe du lundi", "Chef jardinier"], en: nil),
                    indicators: LocalisedList(fr: ["Part des planches aérées (%)", "Outils \"affûtés\" : oui / non"], en: nil),
                    link: "https://exemple.fr/potager/preparer-la-terre/", summary: nil, text: nil))
        #expect(catalogue.practices[1].title.fr == "Arroser tôt le matin en été")
        #expect(catalogue.practices[1].pilots.fr == ["Équipe du lundi"])
        #expect(catalogue.practices[2].difficulty == nil)
        #expect(catalogue.practices[2].link == nil)
    }

    @Test func csvThatIsNotCSV() throws {
        let reading = try Fixture.read("potager-v2.csv")
        let catalogue = reading.catalogue
        #expect(catalogue.reference.description == "potager@2")
        #expect(catalogue.themes.map(\.id) == ["a", "g"])
        #expect(catalogue.themes.map(\.title.fr) == ["Semis et terre", "Outils communs"])
        #expect(catalogue.practices.map(\.id) == ["a.1", "a.2", "g.9", "g.10"])
        #expect(
            catalogue.practices.map(\.title.fr) == [
                "Préparer la terre à la grelinette", "Arroser \"tôt\", le matin, en été", "Ranger les \"petits\" outils",
                "Prêter les \"bons\" outils",
            ])
        #expect(
            catalogue.practices[0].indicators.fr == [
                "Part des planches aérées (%)", "Outils \"affûtés\" : oui / non", "Reste un guillemet\"",
            ])
        #expect(catalogue.practices[1].difficulty == nil)
        #expect(catalogue.practices[1].indicators.fr == [])
        #expect(catalogue.practices[3].indicators.fr == ["Liste : nom, état, [date]"])
        #expect(catalogue.practices[1].link == "https://exemple.fr/potager/arroser-en-%C3%A9t%C3%A9/")
    }

    @Test func csvFromASpreadsheet() throws {
        let practices = try Fixture.read("potager-tableur.csv").catalogue.practices
        #expect(practices.map(\.title.fr) == ["Préparer; puis semer", "Arroser"])
        #expect(practices.map(\.pilots.fr) == [["Équipe", "Cheffe"], ["Équipe", "Cheffe"]])
        #expect(practices.map(\.indicators.fr) == [["Part (%)", "Nombre de planches"], []])
        #expect(practices.map(\.difficulty) == [.medium, nil])
        #expect(practices.map(\.link) == ["https://exemple.fr/a1/", nil])
    }

    @Test(arguments: [
        ("\"Id\",\"Titre\",\"Priorité\",\n\"a.1\",\"Un\",[\"x\",\n\"a.2\",\"Deux\",\"Prioritaire\",\n", 2),
        ("\"Id\",\"Titre\",\"Priorité\",\n\"a.2\",\"Deux\",\"Prioritaire\",\n\"a.1\",\"Un jamais refermé,\n", 3),
        ("\"Id\",\"Titre\",\"Priorité\",\n\"a.1\",\"Un jamais refermé,\n\"a.2\",\"Deux\",\"Prioritaire\",\n", 2),
        ("\"Id\",\"Titre\",\"Priorité\",\n\"a.1\",\"Un\",\"Prioritaire\",\"de trop\",\n\"a.2\",\"Deux\",\"Prioritaire\",\n", 2),
        ("\"Id\",\"Titre\",\"Priorité\",\n\"a.2\",\"Deux\",\"Prioritaire\",\n\n\"a.1\",\"Un\",\"Bientôt\",\n", 4),
    ])
    func aBadRowIsAloneInItsFall(text: String, line: Int) throws {
        let draft = try GuideCSV.draft(of: Array(text.utf8), file: "x.csv")
        let error = #expect(throws: CatalogueError.self) {
            try CatalogueReader.read(draft, source: "x.csv", name: nil, version: nil, skipInvalid: false)
        }
        #expect(error?.problems.map(\.line) == [line])
        #expect(error?.canSkip == true)
        let reading = try CatalogueReader.read(draft, source: "x.csv", name: nil, version: nil, skipInvalid: true)
        #expect(reading.catalogue.practices.map(\.id) == ["a.2"])
    }

    @Test(arguments: [
        ("{\"thematiques\": [\n  {\"id\": \"a.\",,}\n]}", 2), ("{\"thematiques\": []} et puis", 1), ("{\n\"a\": nan}", 2),
        ("{\n\n\"a\": \"\\ud83d\"}", 3), ("", 1), ("[1, 2", 1), (String(repeating: "[", count: 5_000), 1),
    ])
    func badJSONSaysItsLine(text: String, line: Int) {
        let error = #expect(throws: CatalogueError.self) { try GuideJSON.draft(of: Array(text.utf8), file: "x.json") }
        #expect(error?.problems.map(\.line) == [line])
    }

    @Test func escapesOfJSON() throws {
        let node = try JSONSource.parse(#" ["\u00e9\n\t\"\\\/", "\ud83c\udf31", 1.10, -2e3, true, null] "#, file: "x")
        #expect(node.words(onPair: { _ in }) == ["é\n\t\"\\/", "🌱", "1.10", "-2e3", "true"])
    }

    @Test func dangerousLinksAreRefused() throws {
        for link in ["javascript:alert(1)", "//exemple.fr", "https://exemple.fr/a b", "data:text/html,x"] {
            let text = "Id,Titre,Priorité,Url\na.1,Un,Prioritaire,\"\(link)\"\n"
            let draft = try GuideCSV.draft(of: Array(text.utf8), file: "x.csv")
            let error = #expect(throws: CatalogueError.self) {
                try CatalogueReader.read(draft, source: "x.csv", name: nil, version: nil, skipInvalid: false)
            }
            #expect(error?.problems.map(\.reason) == [CatalogueReason.badLink(link)])
        }
    }
}
