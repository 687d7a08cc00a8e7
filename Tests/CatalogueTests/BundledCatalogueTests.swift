/// The catalogue inside the program: complete, in both languages, with the guide's own facts.

import JalonCatalogue
import JalonDomain
import Testing

@Suite struct BundledCatalogueTests {
    @Test func everyPracticeIsThere() throws {
        let catalogue = try BundledCatalogue.load()
        #expect(catalogue.reference.description == "jalon@1")
        #expect(catalogue.date == "2026-11-24")
        #expect(catalogue.themes.map(\.id) == ["a", "b", "c", "d", "e", "f", "g", "h", "i"])
        let counts = [("a", 8), ("b", 3), ("c", 3), ("d", 6), ("e", 5), ("f", 8), ("g", 11), ("h", 7), ("i", 8)]
        #expect(catalogue.practices.map(\.id) == counts.flatMap { theme, count in (1...count).map { "\(theme).\($0)" } })
        #expect(catalogue.practices.count == 59)
    }

    @Test func prioritiesAndDifficulties() throws {
        let practices = try BundledCatalogue.load().practices
        #expect(PracticePriority.allCases.map { priority in practices.count { $0.priority == priority } } == [33, 20, 6])
        #expect(Difficulty.allCases.map { difficulty in practices.count { $0.difficulty == difficulty } } == [12, 35, 12])
    }

    @Test func bothLanguagesAreComplete() throws {
        let catalogue = try BundledCatalogue.load()
        #expect(catalogue.themes.allSatisfy { $0.title.en?.isEmpty == false })
        for practice in catalogue.practices {
            #expect(practice.title.en?.isEmpty == false, "\(practice.id)")
            #expect(practice.title.fr.count <= 80, "\(practice.id)")
            #expect(practice.summary?.en?.isEmpty == false, "\(practice.id)")
            #expect(!practice.indicators.fr.isEmpty, "\(practice.id)")
            #expect(practice.indicators.en?.count == practice.indicators.fr.count, "\(practice.id)")
            #expect(practice.pilots.en?.count == practice.pilots.fr.count, "\(practice.id)")
            #expect(practice.link?.hasPrefix("https://ecoresponsable.numerique.gouv.fr/") == true, "\(practice.id)")
        }
    }

    @Test func frenchIsWrittenAsFrench() throws {
        for practice in try BundledCatalogue.load().practices {
            for text in [practice.title.fr, practice.summary?.fr ?? ""] + practice.indicators.fr {
                for mark in [" :", " ;", " ?", " !", " %", "« ", " »", "'"] {
                    #expect(!text.contains(mark), "\(practice.id): \(text)")
                }
            }
        }
    }

    @Test(.enabled(if: OfficialGuide.isHere, "needs the official guide in ../shared/guide"))
    func factsAreTheGuides() throws {
        let ours = try BundledCatalogue.load()
        let guide = try OfficialGuide.read("export-v1.json").catalogue
        for (mine, theirs) in zip(ours.practices, guide.practices) {
            #expect(mine.id == theirs.id)
            #expect(mine.priority == theirs.priority)
            #expect(mine.difficulty == theirs.difficulty)
            #expect(mine.pilots.fr == theirs.pilots.fr)
            #expect(mine.link == theirs.link)
        }
    }
}
