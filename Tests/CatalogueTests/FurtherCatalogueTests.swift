/// The eco-design reference, and tables of any headings, as further catalogues.

import JalonDomain
import Testing

@testable import JalonCatalogue

@Suite struct FurtherCatalogueTests {
    private func notes(_ reading: CatalogueReading) -> [String] { reading.notes.map { $0.reason.fr } }

    @Test func theEcodesignReference() throws {
        let reading = try Fixture.read("rgesn.json")
        let catalogue = reading.catalogue
        #expect(catalogue.reference.description == "rgesn@3" && catalogue.date == "2024-05-17")
        #expect(catalogue.title.fr == "Référentiel d’écoconception du potager")
        #expect(catalogue.practices.map(\.id) == ["1.9", "1.10", "2.1"])
        #expect(catalogue.themes.map(\.title.fr) == ["Stratégie", "Outils"])
        #expect(catalogue.practices.map(\.priority) == [.recommended, .further, .priority])
        #expect(catalogue.practices.map(\.difficulty) == [.easy, .medium, .hard])
        #expect(catalogue.practices[0].pilots.fr == ["Cheffe jardinière", "Trésorier"])
        #expect(catalogue.practices[1].summary?.fr == "Ne tirer que ce qui arrose.")
        #expect(
            catalogue.practices[1].text
                == "## Mise en œuvre\n\n- Compter les seaux\n- Noter chaque semaine\n\n## Moyen de test ou de contrôle\n\nLe carnet est tenu."
        )
        #expect(reading.skipped.isEmpty)
        // Each word that is not the guide's is said once, with what it was read as.
        #expect(
            notes(reading) == [
                "priorité «\u{A0}Modéré\u{A0}» lue comme «\u{A0}Aller plus loin\u{A0}»",
                "difficulté «\u{A0}Modéré\u{A0}» lue comme «\u{A0}Moyenne\u{A0}»",
                "difficulté «\u{A0}Faible\u{A0}» lue comme «\u{A0}Facile\u{A0}»",
                "difficulté «\u{A0}Fort\u{A0}» lue comme «\u{A0}Difficile\u{A0}»",
            ])
    }

    @Test func aReferenceThatRatesNothingIsRecommended() throws {
        let text = #"[{"id": "1.1", "theme": "1 Stratégie", "libelle": "Une question ?"}, {"id": "1.2", "libelle": "Une autre ?"}]"#
        let reading = try CatalogueReader.read(Array(text.utf8), file: "x.json", name: "x", version: "1", skipInvalid: false, columns: [:])
        #expect(reading.catalogue.practices.map(\.priority) == [.recommended, .recommended])
        #expect(reading.notes.map(\.reason) == [CatalogueReason.priorityAssumed])
    }

    @Test func anyTableWithItsColumns() throws {
        let columns: [CatalogueColumn: String] = [
            .id: "n°", .theme: "Famille", .title: "critère à tenir", .priority: "Poids", .difficulty: "Effort", .pilots: "Qui",
        ]
        let catalogue = try CatalogueReader.read(
            path: Fixture.path("potager-ouvert.csv"), name: nil, version: nil, skipInvalid: false, columns: columns
        ).catalogue
        #expect(catalogue.themes.map(\.id) == ["outils", "semis-et-terre"])
        #expect(catalogue.practices.map(\.id) == ["outils.2", "semis-et-terre.1", "semis-et-terre.3"])
        #expect(catalogue.practices.map(\.title.fr) == ["Prêter les outils", "Arroser le soir", "Composter les feuilles"])
        #expect(catalogue.practices.map(\.priority) == [.recommended, .further, .priority])
        #expect(catalogue.practices.map(\.difficulty) == [nil, .easy, .hard])
        #expect(catalogue.practices[2].pilots.fr == ["Équipe", "Cheffe"])
    }

    @Test func whatATableDoesNotSayIsToldWithItsRow() throws {
        func read(_ text: String, _ columns: [CatalogueColumn: String], file: String = "x.csv") throws -> CatalogueReading {
            try CatalogueReader.read(Array(text.utf8), file: file, name: nil, version: nil, skipInvalid: false, columns: columns)
        }
        let table = "Ref;Quoi;Rang\na.1;Un;urgent\n;Deux;Prioritaire\nBP-3;Trois;Prioritaire\n"
        let wrong = #expect(throws: CatalogueError.self) { try read(table, [.id: "Ref", .title: "Quoi", .priority: "Rang"]) }
        #expect(wrong?.problems.map(\.line) == [2, 3, 4])
        let missing = #expect(throws: CatalogueError.self) { try read(table, [.id: "Numéro", .title: "Quoi"]) }
        #expect(missing?.problems.map(\.reason) == [CatalogueReason.noColumn("Numéro", among: ["Ref", "Quoi", "Rang"])])
        #expect(throws: CatalogueError.self) { try read("{}", [.id: "Ref"], file: "x.json") }
        // Without any column of priorities, none is urgent and it is said.
        let plain = try read("Ref|Quoi\na.1|Un\n", [.id: "Ref", .title: "Quoi"])
        #expect(plain.catalogue.practices.map(\.priority) == [.recommended])
        #expect(plain.notes.map(\.reason).contains(CatalogueReason.priorityAssumed))
    }
}
