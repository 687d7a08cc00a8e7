/// Who is found in a text, and who is not.
import JalonDomain
import Testing

@Suite struct PersonScanTests {
    private let scan = PersonScan(names: ["Anne-Laure Brisset", "Zoé Lambert", "Karim O’Hara", "Lu"])

    private func found(_ text: String) -> [String] {
        scan.hits(in: [PublicText(action: 3, field: .description, text: text)]).map(\.found)
    }

    @Test(arguments: [
        ("Voir avec Zoé Lambert.", "Zoé Lambert"), ("voir LAMBERT Zoe", "Zoé Lambert"), ("Mme\u{A0}Lambert suit", "Zoé Lambert"),
        ("Z. Lambert", "Zoé Lambert"), ("(Lambert, Z.)", "Zoé Lambert"), ("Anne‑Laure Brisset", "Anne-Laure Brisset"),
        ("Brisset Anne Laure", "Anne-Laure Brisset"), ("A.-L. Brisset préside", "Anne-Laure Brisset"), ("K. O'Hara", "Karim O’Hara"),
        ("Zoé\nLambert", "Zoé Lambert"), ("**Zoé** _Lambert_", "Zoé Lambert"), ("**Zo\u{65}\u{301} Lambert**", "Zoé Lambert"),
        ("écrire à zoe@valmont.example.", "zoe@valmont.example"), ("<mailto:A.Inconnu@Example.org>", "a.inconnu@example.org"),
    ])
    func aPersonIsFound(_ text: String, _ name: String) {
        #expect(found(text) == [name])
    }

    @Test(arguments: [
        "Le quartier Lambert", "Zoé, notre chatbot", "Brissettes", "Lu et approuvé", "Voir @valmont", "a@b", "12 @ 3.5",
    ])
    func aWordIsNot(_ text: String) {
        #expect(found(text).isEmpty)
    }

    @Test func theSameWordsInTheSameTextAreTheSameHit() {
        func key(_ text: String, _ action: Int) -> String? {
            scan.hits(in: [PublicText(action: action, field: .label, text: text)]).first?.key
        }
        #expect(key("Voir Zoé Lambert", 1) == key("voir  zoe lambert", 1))
        #expect(key("Voir Zoé Lambert", 1) != key("Voir Zoé Lambert", 2))
        #expect(key("Voir Zoé Lambert", 1) != key("Revoir Zoé Lambert", 1))
    }
}
