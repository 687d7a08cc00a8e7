/// What a search asks, and the passages that show where it was found.
import JalonDomain
import Testing

@Suite struct SearchTests {
    private func marked(_ text: String, _ asked: String, length: Int = 160) -> String? {
        Snippet(text, SearchWords(asked), length: length).map { $0.parts.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() }
    }

    @Test func wordsAreFoldedAndBounded() {
        #expect(SearchWords("  Été  ŒUVRE été ").words == ["ete", "oeuvre"])
        #expect(SearchWords("").words.isEmpty && SearchWords(" \u{301}\n").words.isEmpty)
        #expect(SearchWords("a\u{0}b").words == ["a", "b"])
        #expect(SearchWords(String(repeating: "é", count: 10_000)).words.first?.count == 200)
        #expect(SearchWords((1...50).map(String.init).joined(separator: " ")).words.count == 8)
    }

    @Test func aNumberIsAnActions() {
        #expect(SearchWords("12").number?.action == 12 && SearchWords("12").number?.plan == nil)
        #expect(SearchWords("1/12").number?.plan == 1 && SearchWords("1/12").number?.action == 12)
        for text in ["1/", "/12", "1/2/3", "12 postes", "douze", "99999999999999999999"] {
            #expect(SearchWords(text).number == nil, "\(text)")
        }
    }

    @Test func matchesAreMarkedWhereTheyStand() {
        #expect(marked("Éteindre les écrans", "ecran") == "Éteindre les [écran]s")
        #expect(marked("Chef d’œuvre", "d'oeuvre") == "Chef [d’œuvre]")
        #expect(marked("e\u{301}te\u{301}", "ETE") == "[e\u{301}te\u{301}]")
        #expect(marked("un deux\u{A0} trois", "deux trois") == "un [deux]\u{A0} [trois]")
        #expect(marked("100 % _ \\ '", "% _") == "100 [%] [_] \\ '")
        #expect(marked("rien", "tout") == nil)
        #expect(marked("", "tout") == nil)
    }

    @Test func aTitleIsShownWhole() {
        let text = "Ajouter de la mémoire ou un disque avant de racheter un poste"
        #expect(Snippet(text, SearchWords("poste"), length: nil)?.text == text)
    }

    @Test func aPassageIsCutBetweenWords() {
        let text = "Le premier paragraphe dit beaucoup de choses sur les serveurs et leur fin de vie prochaine"
        #expect(marked(text, "serveurs", length: 30) == "… sur les [serveurs] et leur fin …")
        #expect(marked(String(repeating: "x", count: 500) + "serveur", "serveur", length: 30)?.contains("[serveur]") == true)
    }
}
