/// Jalon's own YAML: read, written, read again.

import JalonDomain
import Testing

@testable import JalonCatalogue

@Suite struct JalonDocumentTests {
    @Test func bothLanguages() throws {
        let catalogue = try Fixture.read("potager.yaml").catalogue
        #expect(catalogue.reference.description == "potager@3")
        #expect(catalogue.date == "2025-03-21")
        #expect(catalogue.title.text(.en) == "Garden guide")
        #expect(
            catalogue.practices == [
                Practice(
                    id: "a.2", theme: "a", title: LocalisedText(fr: "Attendre", en: nil), priority: .further, difficulty: nil,
                    pilots: LocalisedList(fr: ["Équipe"], en: nil), indicators: LocalisedList(fr: [], en: nil), link: nil,
                    summary: nil, text: nil),
                Practice(
                    id: "a.10", theme: "a", title: LocalisedText(fr: "Semer", en: "Sow"), priority: .priority, difficulty: .easy,
                    pilots: LocalisedList(fr: ["Équipe"], en: ["Team"]),
                    indicators: LocalisedList(fr: ["Rangs semés\u{A0}: oui / non"], en: ["Rows sown: yes / no"]),
                    link: "https://exemple.fr/semer/",
                    summary: LocalisedText(fr: "Semez à la lune montante\u{A0}; \"vite\".", en: "Sow early."),
                    text: "# Semer\n\n  En retrait."),
            ])
    }

    @Test(arguments: ["potager", "potager.yaml", "potager-v2.csv", "potager-v2.json"])
    func whatIsWrittenReadsBack(name: String) throws {
        let catalogue = try Fixture.read(name).catalogue
        #expect(try readBack(catalogue) == catalogue)
    }

    @Test func hostileTextsReadBack() throws {
        var catalogue = try Fixture.read("potager.yaml").catalogue
        let texts = [
            "# titre: \"non\"", "a\u{2028}b\u{85}c", "- x\n\n  y", "\u{1F331} \\ \u{7}", "    retrait\n  ici", "null", "fin\t\tici",
            "<b>&'",
        ]
        for text in texts {
            catalogue.practices[0].title.fr = text.trimmed
            catalogue.practices[0].text = text
            catalogue.practices[1].summary = LocalisedText(fr: text.trimmed, en: text.trimmed)
            #expect(try readBack(catalogue) == catalogue)
        }
    }

    @Test(arguments: [
        ("practices: [", 1), ("themes: []\n", 1), ("", 1), ("practices:\n  - id: a.1\n    id: a.2\n", 2), ("a:\n\t- b", 2),
        (String(repeating: "[", count: 30), 1), (String(repeating: "[", count: 3_000), 1),
        ("practices: " + String(repeating: "[", count: 30) + String(repeating: "]", count: 30), 1),
    ])
    func badYAMLSaysItsLine(text: String, line: Int) {
        let error = #expect(throws: CatalogueError.self) { try JalonDocument.draft(of: Array(text.utf8), file: "x.yaml") }
        #expect(error?.problems.map(\.line) == [line])
    }

    private func readBack(_ catalogue: Catalogue) throws -> Catalogue {
        let yaml = JalonDocumentWriter.yaml(catalogue)
        let draft = try JalonDocument.draft(of: Array(yaml.utf8), file: "x.yaml")
        return try CatalogueReader.read(draft, source: "x.yaml", name: nil, version: nil, skipInvalid: false).catalogue
    }
}
