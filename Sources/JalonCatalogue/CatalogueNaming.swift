/// A catalogue's name and version: as asked, else as the data says, else as its file is called.

import JalonDomain

enum CatalogueNaming {
    static func reference(
        of draft: CatalogueDraft, source: String, name: String?, version: String?
    ) throws(CatalogueError) -> CatalogueReference {
        let called = fromFileName(source)
        let chosen = CatalogueReference(
            name: name ?? draft.name ?? called.name,
            version: version ?? draft.version.map(withoutV) ?? called.version ?? "1")
        for part in [chosen.name, chosen.version] where part.isEmpty || part.contains(where: { $0.isWhitespace || $0 == "@" }) {
            throw .invalid(source, nil, CatalogueReason.badName(part))
        }
        return chosen
    }

    /// `export-v1.csv` gives export and 1.
    static func fromFileName(_ path: String) -> (name: String, version: String?) {
        let file = path.split(separator: "/").last { $0 != "." && $0 != ".." } ?? "guide"
        var stem = file
        if let dot = file.lastIndex(of: "."), dot != file.startIndex, file[file.index(after: dot)...].allSatisfy(\.isLetter) {
            stem = file[..<dot]
        }
        let words = String(stem).folded.split { !($0.isLetter || $0.isNumber || $0 == ".") }
        guard words.count > 1, let last = words.last, isVersion(last) else {
            return (words.isEmpty ? "guide" : words.joined(separator: "-"), nil)
        }
        return (words.dropLast().joined(separator: "-"), withoutV(String(last)))
    }

    /// « v1 » is version 1.
    private static func withoutV(_ version: String) -> String {
        isVersion(version[...]) && version.lowercased().hasPrefix("v") ? String(version.dropFirst()) : version
    }

    private static func isVersion(_ word: Substring) -> Bool {
        let number = word.lowercased().hasPrefix("v") ? word.dropFirst() : word
        return number.first?.isNumber == true && number.allSatisfy { $0.isNumber || $0 == "." }
    }
}
