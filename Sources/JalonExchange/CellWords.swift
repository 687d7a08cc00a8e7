/// Words and amounts as real plans write them; what may mean two things is not understood.
package import JalonDomain

package enum CellWords {
    /// Said of what is not known: an empty cell, in words.
    package static func saysNothing(_ text: String) -> Bool {
        [
            "-", "–", "—", "?", "/", "n/a", "na", "nc", "neant", "aucun", "aucune", "none", "sans", "sans objet", "a definir",
            "a determiner", "a preciser", "tbd", "non estime", "non estimee", "not estimated",
        ].contains(text.folded)
    }

    package static func progress(_ text: String) -> Progress? {
        switch text.folded {
        case "a venir", "a lancer", "a planifier", "non demarre", "non demarree", "non commence", "non commencee", "pas commence",
            "pas commencee", "to do", "not started", "planned":
            .toDo
        case "in progress", "ongoing", "started", "demarre", "demarree", "commence", "commencee", "lance", "lancee": .inProgress
        case "fait", "faite", "termine", "terminee", "realise", "realisee", "acheve", "achevee", "completed", "finished": .done
        default: Progress(word: text)
        }
    }

    package static func level(_ text: String) -> EngagementLevel? {
        switch text.folded {
        case "study", "etude": .reflection
        case "experiment": .experimentation
        default: EngagementLevel(word: text)
        }
    }

    /// A whole number, as « 62 % » or « 4 sur 5 ».
    package static func number(_ text: String, outOf most: Int) -> Int? {
        var plain = text.folded.filter { $0 != " " }
        for end in ["/\(most)", "sur\(most)", "outof\(most)", most == 100 ? "%" : ""] where !end.isEmpty && plain.hasSuffix(end) {
            plain.removeLast(end.count)
            break
        }
        return plain.utf8.count <= 9 ? Int(plain) : nil
    }

    /// Euros in cents: « 25 000 € », « 1 200,50 », « 25 k€ ». `nil` for « 25,000 », which may be either.
    package static func cents(_ text: String) -> Int? {
        var plain = text.folded.filter { $0 != " " && $0 != "€" }
        for end in ["ht", "ttc", "euros", "euro", "eur"] where plain.hasSuffix(end) { plain.removeLast(end.count) }
        var scale = 100
        if plain.hasSuffix("k") { (scale, plain) = (100_000, String(plain.dropLast())) }
        if plain.hasSuffix("m") { (scale, plain) = (100_000_000, String(plain.dropLast())) }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }.map(String.init)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            parts[0].utf8.count <= 10, let whole = Int(parts[0])
        else { return nil }
        guard parts.count == 2 else { return whole * scale }
        guard parts[1].utf8.count <= 2, let rest = Int(parts[1]) else { return nil }
        return whole * scale + rest * scale / (parts[1].utf8.count == 1 ? 10 : 100)
    }

    /// The items of a cell: those of Jalon's own export between bars, those that people write on lines or between other signs.
    package static func items(_ text: String, between signs: String = "\n") -> [String] {
        let bar = " | "
        if text.contains(bar) {
            var items: [String] = []
            var rest = text[...]
            while let place = rest.firstRange(of: bar) {
                items.append(tidied(rest[..<place.lowerBound]))
                rest = rest[place.upperBound...]
            }
            return (items + [tidied(rest)]).filter { !$0.isEmpty }
        }
        return text.split { signs.contains($0) || $0 == "\n" }.map(tidied).filter { !$0.isEmpty }
    }

    /// Trimmed, and without the bullet of a list.
    private static func tidied(_ text: Substring) -> String {
        var rest = text.drop(while: \.isWhitespace)
        if let first = rest.first, "-•–*".contains(first), rest.dropFirst().first == " " {
            rest = rest.dropFirst().drop(while: \.isWhitespace)
        }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
