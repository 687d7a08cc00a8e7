/// Two editions of a guide: which practice is which, and what each change is called.

import JalonDomain
import Testing

@Suite struct CatalogueDiffTests {
    private func practice(
        _ id: String, _ title: String, _ priority: PracticePriority = .priority, indicators: [String] = [], text: String? = nil
    ) -> Practice {
        Practice(
            id: id, theme: String(id.prefix { $0 != "." }), title: LocalisedText(fr: title, en: nil), priority: priority,
            difficulty: .medium, pilots: LocalisedList(fr: ["Achats"], en: nil), indicators: LocalisedList(fr: indicators, en: nil),
            link: nil, summary: nil, text: text)
    }

    private func guide(_ version: String, _ practices: [Practice]) -> Catalogue {
        Catalogue(
            name: "potager", version: version, date: nil, title: LocalisedText(fr: "Potager", en: nil), themes: [], practices: practices)
    }

    private func told(_ old: [Practice], _ new: [Practice]) -> [String] {
        CatalogueDiff(from: guide("1", old), to: guide("2", new)).entries.map { entry in
            "\(entry.before?.id ?? "–") \(entry.after?.id ?? "–") \(entry.changes.map(\.rawValue).joined(separator: " "))"
        }
    }

    @Test func aPracticeInsertedMovesThoseBelowIt() {
        let old = [practice("a.1", "Composter les feuilles"), practice("a.2", "Arroser le soir"), practice("a.3", "Pailler les semis")]
        let new = [
            practice("a.1", "Composter les feuilles"), practice("a.2", "Récupérer la pluie"), practice("a.3", "Arroser  le SOIR"),
            practice("a.10", "Pailler les semis"),
        ]
        #expect(told(old, new) == ["– a.2 new", "a.2 a.3 moved reworded", "a.3 a.10 moved"])
    }

    @Test func theSameNumberIsTheSamePracticeWhenNothingElseIs() {
        let old = [
            practice("a.1", "Composter"), practice("a.2", "Garder les graines de chaque saison"), practice("b.1", "Prêter les outils"),
        ]
        let new = [practice("a.1", "Nourrir la terre"), practice("b.7", "Garder la graine de chaque saison passée")]
        #expect(told(old, new) == ["a.1 a.1 reworded", "b.1 – gone", "a.2 b.7 moved reworded"])
    }

    @Test func everyOtherChangeHasItsName() {
        var after = practice("a.1", "Composter", .recommended, indicators: ["Kilos par an ", "Bacs"], text: "Un  bac.\n")
        after.difficulty = nil
        after.pilots.fr.append("Jardins")
        let before = practice("a.1", "Composter", indicators: ["Litres", "kilos par an"], text: "Un bac.")
        let diff = CatalogueDiff(from: guide("1", [before]), to: guide("2", [after]))
        #expect(diff.entries.map(\.changes) == [[.priority, .difficulty, .indicators, .pilots]])
        #expect(diff.entries[0].indicators.added.fr == ["Bacs"] && diff.entries[0].indicators.removed.fr == ["Litres"])
        // An export that leaves the texts out says nothing against them.
        let silent = practice("a.1", "Composter", indicators: ["Litres", "kilos par an"])
        #expect(CatalogueDiff(from: guide("1", [before]), to: guide("2", [silent])).unchanged == 1)
        #expect(
            told([before], [practice("a.1", "Composter", indicators: before.indicators.fr, text: "Deux bacs.")]) == ["a.1 a.1 reworded"])
    }

    @Test func wordsThatStayAreKeptTogether() {
        let runs = WordRun.runs(from: "Arroser le soir", to: "Arroser tôt le matin")
        #expect(runs.map(\.place) == [.both, .after, .both, .before, .after])
        #expect(runs.map(\.text) == ["Arroser ", "tôt ", "le ", "soir", "matin"])
        #expect(WordRun.runs(from: "Un plan et le suivre", to: "Un plan").map(\.text) == ["Un plan ", "et le suivre"])
        #expect(WordRun.runs(from: "", to: "").isEmpty)
    }
}
