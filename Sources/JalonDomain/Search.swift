/// Searching: the words asked, all of which must be found, and the passage of a text that shows where they were.

package struct SearchWords: Sendable, Equatable {
    /// What was asked, no longer than what is read of it.
    package let text: String
    /// Folded; none when nothing was asked.
    package let words: [String]

    private static let longest = 200
    private static let most = 8

    /// Reads the first 200 signs and, of these, the first eight words.
    package init(_ text: String) {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(Self.longest) { kept.append(scalar.value < 0x20 ? " " : scalar) }
        self.text = String(kept)
        var words: [String] = []
        for word in self.text.folded.split(separator: " ").map(String.init) where !words.contains(word) { words.append(word) }
        self.words = Array(words.prefix(Self.most))
    }

    /// « 12 », or « 1/12 » for the twelfth action of plan 1.
    package var number: (plan: Int?, action: Int)? {
        guard words.count == 1, let word = words.first else { return nil }
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
        case (1, _, let action?): return (nil, action)
        case (2, let plan?, let action?): return (plan, action)
        default: return nil
        }
    }

    package func areAll(in text: String) -> Bool {
        let folded = text.folded
        return words.allSatisfy { folded.contains($0) }
    }
}

/// A passage around the first word found, its matches marked.
package struct Snippet: Sendable, Equatable {
    package struct Part: Sendable, Equatable {
        package let text: String
        package let isMatch: Bool
    }

    package let parts: [Part]
    package var text: String { parts.map(\.text).joined() }

    /// `length` signs at most, cut between words, the whole text for `nil`; nothing when none of the words is there.
    package init?(_ text: String, _ asked: SearchWords, length: Int? = 160) {
        let signs = Array(text)
        // The folded text, and which sign gave each of its bytes: a sign may give two letters, or none.
        var bytes: [UInt8] = []
        var owners: [Int] = []
        func add(_ byte: UInt8, _ owner: Int) {
            bytes.append(byte)
            owners.append(owner)
        }
        for (index, sign) in signs.enumerated() {
            if sign.isWhitespace {
                if bytes.last != 0x20 { add(0x20, index) }
            } else if let ascii = sign.asciiValue {
                add((0x41...0x5A).contains(ascii) ? ascii + 32 : ascii, index)
            } else {
                for byte in String(sign).folded.utf8 { add(byte, index) }
            }
        }
        var marked = Array(repeating: false, count: signs.count)
        for word in asked.words {
            let wanted = Array(word.utf8)
            guard wanted.count <= bytes.count else { continue }
            for start in 0...(bytes.count - wanted.count)
            where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
                for place in start..<start + wanted.count { marked[owners[place]] = true }
            }
        }
        guard let first = marked.firstIndex(of: true) else { return nil }
        guard let length else {
            parts = Self.parts(signs, marked, 0..<signs.count)
            return
        }
        var start = max(0, first - length / 3)
        if start > 0 { start = signs[start..<first].firstIndex { $0.isWhitespace }.map { $0 + 1 } ?? first }
        var end = min(signs.count, start + length)
        if end < signs.count, let space = signs[first..<end].lastIndex(where: { $0.isWhitespace }), space > first { end = space }
        parts = Self.parts(signs, marked, start..<end)
    }

    private static func parts(_ signs: [Character], _ marked: [Bool], _ range: Range<Int>) -> [Part] {
        var parts: [Part] = range.lowerBound > 0 ? [Part(text: "… ", isMatch: false)] : []
        var index = range.lowerBound
        while index < range.upperBound {
            let end = (index..<range.upperBound).first { marked[$0] != marked[index] } ?? range.upperBound
            let text = String(signs[index..<end].map { $0.isNewline ? " " : $0 })
            parts.append(Part(text: text, isMatch: marked[index]))
            index = end
        }
        if range.upperBound < signs.count { parts.append(Part(text: " …", isMatch: false)) }
        return parts
    }
}

extension Practice {
    /// All that a search reads of it, folded.
    package var search: String {
        ([id, title.fr, title.en].compactMap { $0 } + passages(.fr)).joined(separator: "\n").folded
    }

    /// What it says besides its title, in that language first.
    package func passages(_ language: Language) -> [String] {
        let other: Language = language == .fr ? .en : .fr
        func texts(_ language: Language) -> [String] {
            [
                summary?.text(language) ?? "", indicators.items(language).joined(separator: ", "),
                pilots.items(language).joined(separator: ", "),
            ]
        }
        return texts(language) + texts(other) + [text ?? ""]
    }
}
