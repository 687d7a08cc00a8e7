/// What a path is, what a catalogue is called, and how its ids, words and folded texts behave.

import JalonDomain
import Testing

@testable import JalonCatalogue

@Suite struct CatalogueReaderTests {
    @Test func aMissingFileIsNotBadData() {
        let error = #expect(throws: CatalogueError.self) { try Fixture.read("absent.json") }
        #expect(error?.kind == .missing)
        #expect(error?.message(.fr) == "\(Fixture.path("absent.json")): ce fichier ou dossier n’existe pas")
    }

    @Test func anUnknownFormIsBadData() {
        let error = #expect(throws: CatalogueError.self) { try Fixture.read("potager/plan.txt") }
        #expect(error?.kind == .invalid)
        #expect(error?.problems.map(\.reason) == [CatalogueReason.unknownForm])
    }

    @Test func theNameAskedWins() throws {
        let path = Fixture.path("potager-v2.json")
        let asked = try CatalogueReader.read(path: path, name: "guide-nr", version: "7", skipInvalid: false).catalogue
        #expect(asked.reference.description == "guide-nr@7")
        for bad in ["", "deux mots", "a@b"] {
            #expect(throws: CatalogueError.self) { try CatalogueReader.read(path: path, name: bad, version: nil, skipInvalid: false) }
        }
    }

    @Test(arguments: [
        ("/x/export-v1.csv", "export", "1"), ("../shared/guide/markdown", "markdown", nil), ("Guide NR 2.1.json", "guide-nr", "2.1"),
        ("2026.yaml", "2026", nil), (".", "guide", nil), ("Été.yml", "ete", nil),
    ])
    func namesFromFiles(path: String, name: String, version: String?) {
        let called = CatalogueNaming.fromFileName(path)
        #expect(called.name == name)
        #expect(called.version == version)
    }

    @Test func idsAreOrderedByNumber() {
        let ids = ["g.11", "g.9", "i.1", "g.10", "a.2", "a.10", "a.1"]
        #expect(ids.sorted(by: Catalogue.precedes) == ["a.1", "a.2", "a.10", "g.9", "g.10", "g.11", "i.1"])
        #expect(Catalogue.sortKey("g.9") == "g.000009")
        #expect(Catalogue.sortKey("g.10") == "g.000010")
    }

    @Test func referencesAreNameAndVersion() {
        #expect(CatalogueReference("guide-nr@1") == CatalogueReference(name: "guide-nr", version: "1"))
        #expect(CatalogueReference("guide-nr@1")?.description == "guide-nr@1")
        for bad in ["", "guide", "@1", "guide@", "a b@1"] { #expect(CatalogueReference(bad) == nil) }
    }

    @Test func wordsAreRecognised() {
        for word in ["Prioritaire", " PRIORITAIRE\u{A0}", "priority"] { #expect(PracticePriority(word: word) == .priority) }
        for word in ["Recommandé", "Recommandée", "recommandee", "Recommande\u{301}e", "recommended"] {
            #expect(PracticePriority(word: word) == .recommended)
        }
        for word in ["Aller plus loin", "aller\u{A0}plus  loin", "further"] { #expect(PracticePriority(word: word) == .further) }
        for word in ["Moyenne", "moyen", "MEDIUM "] { #expect(Difficulty(word: word) == .medium) }
        #expect(Difficulty(word: "Facile") == .easy)
        #expect(Difficulty(word: "difficile") == .hard)
        for word in ["", "urgent", "1"] {
            #expect(PracticePriority(word: word) == nil)
            #expect(Difficulty(word: word) == nil)
        }
        #expect(PracticePriority.allCases.sorted() == [.priority, .recommended, .further])
    }

    @Test(arguments: [
        ("  Été\u{A0}\u{202F} d’ŒUVRE ", "ete d'oeuvre"), ("ÆON Ça", "aeon ca"), ("", ""), ("\n\t", ""), ("a  b", "a b"),
        ("Stra\u{DF}e ĲŁŸŽ", "strasse ijlyz"), ("e\u{301}\u{200B}x", "ex"), ("ΑΒ Ж", "αβ ж"), ("× ÷", "× ÷"),
    ])
    func folding(text: String, folded: String) {
        #expect(text.folded == folded)
    }

    @Test func ids() {
        #expect(PracticeID.read(" A.02. ", theme: nil) == .success(PracticeID(text: "a.2", theme: "a")))
        #expect(PracticeID.read("7", theme: "c.") == .success(PracticeID(text: "c.7", theme: "c")))
        #expect(PracticeID.read("7", theme: nil) == .failure(.withoutTheme))
        for bad in ["a", "a.b", "a.1.2", ".1", "a.", "a.1234567", "<b>.1"] {
            #expect(PracticeID.read(bad, theme: "a") == .failure(.malformed))
        }
    }

    @Test(arguments: [("2024-02-29", true), ("2025-02-29", false), ("2025-13-01", false), ("2025-1-01", false), ("mars 2025", false)])
    func days(text: String, valid: Bool) {
        #expect(isDay(text) == valid)
    }
}
