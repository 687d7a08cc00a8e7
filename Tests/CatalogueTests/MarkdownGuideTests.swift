/// The Markdown folder, with every oddity that real guides have shown.

import Foundation
import JalonDomain
import Testing

@testable import JalonCatalogue

@Suite struct MarkdownGuideTests {
    @Test func everyOddityIsUnderstood() throws {
        let catalogue = try Fixture.read("potager").catalogue
        #expect(catalogue.reference == CatalogueReference(name: "potager", version: "1"))
        #expect(catalogue.title == LocalisedText(fr: "Guide du potager partagé", en: nil))
        #expect(catalogue.date == "2025-03-02")
        #expect(
            catalogue.themes == [
                Theme(id: "a", title: LocalisedText(fr: "Semis et terre", en: nil)),
                Theme(id: "g", title: LocalisedText(fr: "Outils communs", en: nil)),
            ])
        #expect(catalogue.practices.map(\.id) == ["a.1", "a.2", "a.3", "a.4", "g.9", "g.10", "g.11"])
        #expect(catalogue.practices.map(\.theme) == ["a", "a", "a", "a", "g", "g", "g"])
    }

    @Test func spacesAroundWordsGo() throws {
        let practice = try #require(try Fixture.read("potager").catalogue.practice("a.1"))
        #expect(
            practice
                == Practice(
                    id: "a.1", theme: "a", title: LocalisedText(fr: "Préparer la terre à la grelinette", en: nil),
                    priority: .priority, difficulty: .medium,
                    pilots: LocalisedList(fr: ["Équipe du lundi", "Chef jardinier"], en: nil),
                    indicators: LocalisedList(fr: ["Part des planches aérées (%)", "Outils affûtés\u{A0}: oui / non"], en: nil),
                    link: "https://ecoresponsable.numerique.gouv.fr/publications/bonnes-pratiques/semis-et-terre/preparer-la-terre/",
                    summary: nil, text: "Aérer sans retourner.\n\n* Avancer à reculons."))
    }

    @Test func whatIsMissingStaysMissing() throws {
        let practice = try #require(try Fixture.read("potager").catalogue.practice("a.2"))
        #expect(practice.priority == .recommended)
        #expect(practice.difficulty == nil)
        #expect(practice.pilots.fr == ["Équipe du lundi"])
        #expect(practice.indicators.fr == [])
        #expect(practice.link?.hasSuffix("/semis-et-terre/arroser-en-%C3%A9t%C3%A9/") == true)
    }

    @Test func olderPagesAreStillPractices() throws {
        let reading = try Fixture.read("potager")
        let integer = try #require(reading.catalogue.practice("a.3"))
        #expect(integer.title.fr == "Composter : les épluchures d’abord")
        #expect(integer.priority == .further)
        #expect(integer.difficulty == .easy)
        #expect(integer.pilots.fr == [])
        #expect(integer.indicators.fr == ["Part des épluchures compostées : en pourcentage"])
        #expect(integer.text == "Ancienne page, encore utile.")
        let byParent = try #require(reading.catalogue.practice("a.4"))
        #expect(byParent.priority == .recommended)
        #expect(byParent.difficulty == .hard)
        #expect(byParent.pilots.fr == [])
        #expect(byParent.indicators.fr == [])
        #expect(byParent.text == nil)
        let noted = reading.notes.map { $0.text(.en).dropFirst(Fixture.path("potager/").count) }
        #expect(
            noted == [
                "semis-et-terre/composter.md:2: no “type: bpnr” but an idbp: read as a practice",
                "semis-et-terre/composter.md:10: an unquoted text holds a colon: it was read as one text",
            ])
    }

    @Test func oneInvalidPageRefusesAll() throws {
        let error = #expect(throws: CatalogueError.self) { try Fixture.read("invalide") }
        let lines = (error?.message(.en) ?? "").split(separator: "\n").map { line in
            line.hasPrefix(Fixture.folder) ? String(line.dropFirst(Fixture.path("invalide/").count)) : String(line)
        }
        #expect(
            lines == [
                "cour/colon.md:2: invalid YAML: mapping values are not allowed in this context",
                "cour/sans-fin.md:1: the front matter opened by --- is not closed: add --- after its last line",
                "cour/tabulation.md:5: invalid YAML: found character that cannot start any token",
                "cour/doublon.md:4: id b.1 is already that of \(Fixture.path("invalide/cour/balayer.md:4")): each practice has its own",
                "cour/priorite.md:5: unknown priority “Urgente”: priority, recommended or further",
                "Nothing was imported: 5 problems to correct. With --skip-invalid, the rest is imported without them.",
            ])
        #expect(error?.kind == .invalid)
        #expect(error?.message(.fr).contains("cour/colon.md:2: YAML invalide\u{A0}: deux-points inattendus") == true)
    }

    @Test func theRestIsImportedWhenAsked() throws {
        let reading = try Fixture.read("invalide", skipInvalid: true)
        #expect(reading.catalogue.practices.map(\.id) == ["b.1"])
        #expect(reading.catalogue.practices.first?.title.fr == "Balayer la cour")
        #expect(reading.skipped.count == 5)
    }

    @Test func aFolderWithoutPracticeIsRefused() throws {
        let files = [MarkdownGuide.File(path: "a.md", bytes: Array("# Rien".utf8))]
        let draft = MarkdownGuide.draft(of: files, folder: "vide")
        let error = #expect(throws: CatalogueError.self) {
            try CatalogueReader.read(draft, source: "vide", name: nil, version: nil, skipInvalid: true)
        }
        #expect(error?.problems.map(\.reason) == [CatalogueReason.noPractice])
    }

    @Test(arguments: [
        ("sols/ete.md", "sols/ete/"), ("sols/e\u{301}te\u{301}.md", "sols/%C3%A9t%C3%A9/"),
        ("sols/\u{E9}t\u{E9}.md", "sols/%C3%A9t%C3%A9/"),
        ("src/bonnes-pratiques/sols/semer.md", "sols/semer/"), ("sols/semer/index.md", "sols/semer/"), ("deux mots.md", "deux%20mots/"),
    ])
    func linksFollowPaths(path: String, end: String) {
        #expect(MarkdownGuide.link(to: path) == "https://ecoresponsable.numerique.gouv.fr/publications/bonnes-pratiques/" + end)
    }

    @Test func themesWithoutAPageAreNamedByTheirFolder() throws {
        let page = "---\ntype: bpnr\nidbp: c.1\ntitle: Mesurer\npriority: Prioritaire\n---\n"
        let draft = MarkdownGuide.draft(of: [.init(path: "mesure-et-bilan/mesurer.md", bytes: Array(page.utf8))], folder: "g")
        let reading = try CatalogueReader.read(draft, source: "g", name: nil, version: nil, skipInvalid: false)
        #expect(reading.catalogue.themes == [Theme(id: "c", title: LocalisedText(fr: "mesure et bilan", en: nil))])
        #expect(reading.notes.count == 1)
    }

    @Test func textThatIsNotUTF8SaysItsLine() {
        let bytes = Array("---\nidbp: a.1\ntitle: ".utf8) + [0xE9, 0x0A] + Array("---\n".utf8)
        let draft = MarkdownGuide.draft(of: [.init(path: "a.md", bytes: bytes)], folder: "")
        #expect(draft.problems == [CatalogueProblem(file: "a.md", line: 3, reason: CatalogueReason.notUTF8)])
    }
}
